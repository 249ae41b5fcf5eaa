//! T03xx: names, and what each clause of the document is encoded by.

catalogue! {
    /// A fact that no vocabulary declares.
    T0301 UNKNOWN_FACT Error {
        zh {
            message: "没有叫「{name}」的事实",
            label: "词汇里没有这个名称",
            help: "{help}",
        }
        en {
            message: "no fact is called `{name}`",
            label: "no vocabulary declares it",
            help: "{help}",
        }
    }

    /// A name that two declarations share.
    T0302 NAME_TWICE Error {
        zh {
            message: "「{name}」声明了两次",
            label: "又一次声明",
            also: "先在这里声明",
            help: "改用两个不同的短名，原文措辞写在 全称 里",
        }
        en {
            message: "`{name}` is declared twice",
            label: "declared again",
            also: "first declared here",
            help: "use two different short names and put the document's wording in 全称",
        }
    }

    /// Another name that several facts have.
    T0303 AMBIGUOUS_FACT Error {
        zh {
            message: "「{name}」是几个事实的又称",
            label: "不知指哪一个",
            help: "写短名",
        }
        en {
            message: "`{name}` is another name of several facts",
            label: "which one is meant is not clear",
            help: "write the short name",
        }
    }

    /// A value that an enumeration does not have.
    T0304 UNKNOWN_MEMBER Error {
        zh {
            message: "「{fact}」没有「{name}」这个值",
            label: "不在其列",
            help: "可用的值：{members}",
        }
        en {
            message: "`{fact}` has no value `{name}`",
            label: "not among its values",
            help: "its values are {members}",
        }
    }

    /// An entity that no vocabulary declares.
    T0305 UNKNOWN_ENTITY Error {
        zh {
            message: "没有叫「{name}」的主体或对象",
            label: "每、同一 之后须接词汇的名称",
            help: "可用的名称：{names}",
        }
        en {
            message: "no entity is called `{name}`",
            label: "the name of a vocabulary must stand after 每 and 同一",
            help: "the entities are {names}",
        }
    }

    /// An entity that belongs to nothing.
    T0306 ENTITY_WITHOUT_PARENT Error {
        zh {
            message: "「{name}」没有写明属于谁",
            label: "清单须属于另一个词汇",
            help: "写成：词汇 {name} … 属于 {near}",
        }
        en {
            message: "`{name}` does not say what it belongs to",
            label: "a list belongs to another vocabulary",
            help: "write 词汇 {name} … 属于 {near}",
        }
    }

    /// A type word that is not known.
    T0307 UNKNOWN_TYPE Error {
        zh {
            message: "没有「{name}」这种类型",
            label: "不是类型，也不是等级的名称",
            help: "是否想写「{near}」？",
        }
        en {
            message: "there is no type `{name}`",
            label: "neither a type nor the name of a 等级",
            help: "did you mean `{near}`?",
        }
    }

    /// More members than an enumeration can have.
    T0308 TOO_MANY_MEMBERS Error {
        zh {
            message: "{count} 个值太多，一种枚举最多 127 个",
            help: "更长的名录作为参数表引用",
        }
        en {
            message: "{count} values are too many: an enumeration has at most 127",
            help: "refer to a longer list as a parameter",
        }
    }

    /// 至多n个 on something that is no list.
    T0309 NOT_A_LIST_BOUND Error {
        zh {
            message: "「{name}」的 至多 须为整数，且只用于 多个",
            label: "不能这样限定",
            help: "写成：多个 金额 至多3个",
        }
        en {
            message: "the 至多 of `{name}` must be a whole number and stand on a 多个",
            label: "cannot be bounded like this",
            help: "write 多个 金额 至多3个",
        }
    }

    /// 缺省 评定年度 on something that is no year.
    T0310 DEFAULT_NOT_A_YEAR Error {
        zh {
            message: "「{name}」不是年份，不能以评定年度为缺省",
            help: "类型改为 年份，或删去 缺省",
        }
        en {
            message: "`{name}` is not a year, so the year of evaluation cannot stand in for it",
            help: "make it a 年份 or leave out 缺省",
        }
    }

    /// A ratio of something other than two facts.
    T0311 RATIO_OF_FACTS Error {
        zh {
            message: "「{name}」须是两个已声明事实之比",
            label: "除号两边各写一个事实",
            help: "写成：= 甲 ÷ 乙",
        }
        en {
            message: "`{name}` must be the ratio of two declared facts",
            label: "one fact on each side of the division",
            help: "write = A ÷ B",
        }
    }

    /// A clause id that the document does not have.
    T0312 UNKNOWN_CLAUSE Error {
        zh {
            message: "文件里没有条款 {id}",
            label: "没有这一条",
            help: "{help}",
        }
        en {
            message: "the document has no clause {id}",
            label: "there is no such clause",
            help: "{help}",
        }
    }

    /// A clause that no sentence accounts for.
    T0313 CLAUSE_UNCLAIMED Error {
        zh {
            message: "条款 {id} 没有着落",
            label: "这一条既未编码，也未列入宣示",
            help: "为它写一句规则；不涉及资金的，列入 宣示",
        }
        en {
            message: "clause {id} is not accounted for",
            label: "neither encoded nor declaratory",
            help: "write a sentence for it, or list it under 宣示 if it awards nothing",
        }
    }

    /// A clause that is accounted for twice.
    T0314 CLAUSE_TWICE Error {
        zh {
            message: "条款 {id} 有两种归属",
            label: "这里又归一次",
            also: "已在这里归属",
            help: "每一条只归一处",
        }
        en {
            message: "clause {id} is accounted for twice",
            label: "accounted for again",
            also: "already accounted for here",
            help: "each clause belongs in one place",
        }
    }

    /// A title that is not the document's.
    T0315 TITLE_DIFFERS Error {
        zh {
            message: "标题与文件不同",
            label: "文件写作「{title}」",
            help: "照抄文件的标题",
        }
        en {
            message: "the title differs from the document's",
            label: "the document says `{title}`",
            help: "copy the document's title",
        }
    }

    /// A sentence whose clause lies outside its article.
    T0316 CLAUSE_OUTSIDE Error {
        zh {
            message: "条款 {id} 不在 {article} 之内",
            label: "写在了别的条款里",
            help: "移到它自己的条款下",
        }
        en {
            message: "clause {id} is not part of {article}",
            label: "stands in another article",
            help: "move it to its own article",
        }
    }

    /// A reading id that stands twice.
    T0317 READING_TWICE Error {
        zh {
            message: "读法 {id} 写了两次",
            label: "又一次",
            help: "合为一条",
        }
        en {
            message: "reading {id} stands twice",
            label: "again",
            help: "make one of them",
        }
    }

    /// A replacement for which there is nothing to replace.
    T0318 NOTHING_REPLACED Error {
        zh {
            message: "{reading} 要改的 {id} 没有同类的句子",
            label: "没有可改的原句",
            help: "改为 只替换同一条款的同类句子：限、给予、其中 或执行规则",
        }
        en {
            message: "{reading} changes {id}, which has no sentence of this kind",
            label: "there is nothing to stand instead of",
            help: "改为 replaces sentences of the same clause and kind: 限, an award, 其中, or a rule of settlement",
        }
    }

    /// A reading that a case names and the register lacks.
    T0319 UNKNOWN_READING Error {
        zh {
            message: "登记簿里没有读法 {id}",
            label: "没有这一读法",
            help: "先在 读法 中登记",
        }
        en {
            message: "the register has no reading {id}",
            label: "there is no such reading",
            help: "enter it as a 读法 first",
        }
    }

    /// No head.
    T0320 NO_POLICY Error {
        zh {
            message: "没有 政策 一项",
            help: "在第一个文件开头写 政策 “标题”，接着是花括号",
        }
        en {
            message: "there is no 政策 item",
            help: "begin the first file with 政策 “title” and braces",
        }
    }

    /// An item that may stand once and stands twice.
    T0321 ITEM_TWICE Error {
        zh {
            message: "「{name}」只能有一项",
            label: "又一项",
            help: "合为一项",
        }
        en {
            message: "there may be only one `{name}`",
            label: "another one",
            help: "make one of them",
        }
    }

    /// A fact that no rule uses.
    T0322 FACT_UNUSED Warning {
        zh {
            message: "没有规则用到「{name}」",
            label: "写了而无处可用",
            help: "删去，或补上漏写的条件",
        }
        en {
            message: "no rule uses `{name}`",
            label: "declared and never used",
            help: "leave it out, or write the condition that is missing",
        }
    }
}
