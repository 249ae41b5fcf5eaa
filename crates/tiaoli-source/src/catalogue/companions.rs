//! T084x, T085x: a policy together with others.

catalogue! {
    /// A sentence on another policy that is not here. It is inert.
    T0840 COMPANION_ABSENT Advice {
        zh {
            message: "“{title}”不在，本句不起作用",
            label: "这份政策没有给出",
            help: "{help}",
        }
        en {
            message: "“{title}” is not here, so this sentence has no effect",
            label: "this policy was not given",
            help: "{help}",
        }
    }

    /// A companion that no sentence speaks of.
    T0841 COMPANION_UNUSED Advice {
        zh {
            message: "同来的政策“{title}”，规则里没有一句提到它",
            help: "{help}",
        }
        en {
            message: "no sentence speaks of the companion “{title}”",
            help: "{help}",
        }
    }

    /// A clause that the other policy does not have, or that awards nothing.
    T0842 COMPANION_CLAUSE Error {
        zh {
            message: "“{title}”没有给予 {id} 的规则",
            label: "对方没有这一条",
            help: "{help}",
        }
        en {
            message: "“{title}” has no award {id}",
            label: "the other policy has no such award",
            help: "{help}",
        }
    }

    /// Two companions, or a companion and the policy itself, that are called the same.
    T0843 COMPANION_TWICE Error {
        zh {
            message: "两份政策都叫“{title}”：{one}、{other}",
            help: "只留一份；同一政策的几个版次，按日期选其中一版",
        }
        en {
            message: "two policies are called “{title}”: {one} and {other}",
            help: "keep one; of several editions of one policy choose the one that the date calls for",
        }
    }

    /// A companion that does not compile.
    T0844 COMPANION_BROKEN Error {
        zh {
            message: "同来的政策“{title}”（{path}）检查未通过，错误 {count} 个",
            help: "先改好它：tiaoli check {path}。头一个：{first}",
        }
        en {
            message: "the companion “{title}” ({path}) does not pass its check: {count} errors",
            help: "mend it first: tiaoli check {path}. The first: {first}",
        }
    }

    /// Policies that leave their sums to each other.
    T0845 COMPANION_CIRCLE Error {
        zh {
            message: "政策之间互相参照，成了一圈：{titles}",
            help: "其中一处写明数额，或写 数额见 一个核定的数，而不另按执行",
        }
        en {
            message: "these policies leave their sums to each other in a circle: {titles}",
            help: "let one of them state its sum, or name a determined fact with 数额见, in place of the referral",
        }
    }

    /// One fact with two types.
    T0846 COMPANION_FACT Error {
        zh {
            message: "「{name}」（{alias}）在两份政策里不是一回事：本政策 {own}，“{title}” {theirs}",
            label: "本政策在此声明",
            help: "同一个事实，两边写成一样；两个事实，名称和英文代号都要不同",
        }
        en {
            message: "`{name}` ({alias}) is not the same thing in both policies: {own} here, {theirs} in “{title}”",
            label: "declared here",
            help: "declare it alike in both where it is one fact; give two facts different names and aliases",
        }
    }

    /// A sum that an authority decides, under one name in two policies.
    T0847 COMPANION_DECIDED Error {
        zh {
            message: "核定的数「{name}」（{alias}）两份政策都有：核定的是哪一份政策的数？",
            label: "本政策在此声明",
            help: "“{title}”核定的数与本政策的不是一个，改一个名称和英文代号",
        }
        en {
            message: "both policies have the determined sum `{name}` ({alias}): under which of them is it decided?",
            label: "declared here",
            help: "what is decided under “{title}” is not what is decided here: rename one, name and alias",
        }
    }

    /// A ladder that differs.
    T0848 COMPANION_LADDER Error {
        zh {
            message: "等级「{name}」两份政策写得不一样：本政策 {own}；“{title}” {theirs}",
            help: "高低次序须一致：两边写同样的等级，一级不少",
        }
        en {
            message: "the ladder `{name}` is not the same in both policies: {own} here, {theirs} in “{title}”",
            help: "what is higher must be the same in both: write the same levels, none left out",
        }
    }

    /// A list below different rows.
    T0849 COMPANION_LIST Error {
        zh {
            message: "清单「{name}」（{alias}）两份政策放的地方不同：本政策属于 {own}，“{title}”属于 {theirs}",
            help: "同一份名单，两边属于同一层",
        }
        en {
            message: "the list `{name}` ({alias}) belongs to {own} here and to {theirs} in “{title}”",
            help: "let one list belong to the same rows in both",
        }
    }

    /// A referral to a policy with several awards whose result cannot be said for one claim.
    T0850 REFERRAL_WHICH Error {
        zh {
            message: "“{title}”有 {ids} 几项给予，合起来得多少，一条里算不出：{why}",
            label: "按其中哪一条？",
            help: "写明条款：按 “{title}” {first} 执行",
        }
        en {
            message: "“{title}” has the awards {ids}, and what they come to together cannot be said in one clause: {why}",
            label: "by which of them?",
            help: "name the clause: 按 “{title}” {first} 执行",
        }
    }

    /// A referral from the rows of one level to those of another.
    T0851 REFERRAL_LEVEL Error {
        zh {
            message: "本条每 {own} 一份，“{title}” {id} 每 {theirs} 一份：一份对几份，没有说",
            label: "给哪一个？",
            help: "本条也写 每 {theirs}，或参照另一条",
        }
        en {
            message: "this clause is for each {own}, “{title}” {id} for each {theirs}: which of them is given the other's?",
            label: "given to which?",
            help: "write 每 {theirs} here too, or refer to another clause",
        }
    }

    /// 适用 between two other policies.
    T0852 OTHERS_FALLBACK Error {
        zh {
            message: "“{first}”不予的，适用“{then}”：两边都不是本政策",
            label: "本政策管不到",
            help: "一边写本政策的条款",
        }
        en {
            message: "where “{first}” gives nothing “{then}” applies: neither is this policy",
            label: "not for this policy to say",
            help: "name a clause of this policy on one side",
        }
    }

    /// Two policies whose levels of funds are not the same.
    T0853 COMPANION_FUNDS Error {
        zh {
            message: "资金的级别，本政策用等级「{own}」，“{title}”用「{theirs}」",
            help: "两边用同一个等级",
        }
        en {
            message: "the levels of funds are the ladder `{own}` here and `{theirs}` in “{title}”",
            help: "use one ladder in both",
        }
    }

    /// A referral whose title is almost that of a companion.
    T0859 REFERRAL_NEAR Warning {
        zh {
            message: "“{title}”不在，仍是另按；同来的有“{near}”",
            label: "名称对不上",
            help: "指的是它，就写“{near}”，或在它的 政策 后写（又称 “{title}”）",
        }
        en {
            message: "“{title}” is not here and stays a referral; “{near}” is",
            label: "the titles differ",
            help: "write “{near}” where it is meant, or （又称 “{title}”） after 政策 in its own package",
        }
    }

    /// `with` that is no list of folders.
    T0854 MANIFEST_WITH Error {
        zh {
            message: "「with」是文件夹的清单",
            label: "应写成清单",
            help: "写成 with = [\"../5050\"]",
        }
        en {
            message: "`with` is a list of folders",
            label: "a list stands here",
            help: "write with = [\"../5050\"]",
        }
    }

    /// A companion by an absolute path, which another machine does not have.
    T0855 COMPANION_ELSEWHERE Error {
        zh {
            message: "「{path}」不是相对路径",
            label: "换一台机器就找不到",
            help: "从本政策包的文件夹写起，用 / 分隔：../5050",
        }
        en {
            message: "`{path}` is no relative path",
            label: "another machine does not have it",
            help: "start from the folder of this package, with / between folders: ../5050",
        }
    }

    /// A companion that is no package.
    T0856 COMPANION_MISSING Error {
        zh {
            message: "同来的政策「{path}」不是政策包：没有 tiaoli.toml",
            help: "核对 --with 或 tiaoli.toml 里 with 的路径；一份政策的几个版次，写明其中一版",
        }
        en {
            message: "the companion `{path}` is no package: it has no tiaoli.toml",
            help: "check the path after --with, or after with in tiaoli.toml; of several editions name one",
        }
    }

    /// More companions than are read together.
    T0857 TOO_MANY_COMPANIONS Error {
        zh {
            message: "同来的政策超过 {most} 份",
            help: "只带上规则里提到的",
        }
        en {
            message: "more than {most} companions",
            help: "bring only those that the rules speak of",
        }
    }

    /// `valid_from` or `valid_until` that is no date.
    T0858 MANIFEST_DATE Error {
        zh {
            message: "「{key}」不是日期",
            label: "应写日期",
            help: "写成 {key} = \"2021-01-01\"",
        }
        en {
            message: "`{key}` is no date",
            label: "a date stands here",
            help: "write {key} = \"2021-01-01\"",
        }
    }

    /// `--with` beside a compiled file.
    T0839 WITH_A_FILE Error {
        zh {
            message: "「{path}」是编译文件，不能再带上别的政策",
            help: "编译时带上：tiaoli build 政策包 --with 文件夹",
        }
        en {
            message: "`{path}` is a compiled file: no other policy can be read beside it",
            help: "bring it when the file is built: tiaoli build POLICY --with FOLDER",
        }
    }
}
