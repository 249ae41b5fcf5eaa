//! T02xx, from T0219: sentences whose words read but do not fit together, and the limits of reading.

catalogue! {
    /// A file beyond the limit.
    T0219 FILE_TOO_LARGE Error {
        zh {
            message: "文件超过 {most} MB，不予读取",
            help: "把政策分成几个文件",
        }
        en {
            message: "the file is larger than {most} MB and is not read",
            help: "split the policy into several files",
        }
    }

    /// Brackets in brackets beyond the limit.
    T0220 TOO_DEEP Error {
        zh {
            message: "括号套括号超过 {most} 层",
            label: "到这一层为止",
            help: "检查前面的括号是否都有收尾，或把条件分开写",
        }
        en {
            message: "brackets stand more than {most} deep in each other",
            label: "this one is too deep",
            help: "see whether every bracket before is closed, or write the condition in parts",
        }
    }

    /// Operators, folds or 非 one after another beyond the limit.
    T0221 TOO_LONG_CHAIN Error {
        zh {
            message: "一个算式或条件里连用了 {most} 个以上的运算",
            label: "太长",
            help: "分成几个事实或几句来写",
        }
        en {
            message: "more than {most} operations follow each other in one sum or condition",
            label: "too long",
            help: "split it into several facts or sentences",
        }
    }

    /// Items beyond the limit.
    T0222 TOO_MANY_ITEMS Error {
        zh {
            message: "一个文件最多写 {most} 条",
            label: "从这里起不再读取",
            help: "把政策分成几个文件",
        }
        en {
            message: "one file holds at most {most} items",
            label: "nothing is read from here on",
            help: "split the policy into several files",
        }
    }

    /// A sum where a condition stands.
    T0223 NOT_A_CONDITION Error {
        zh {
            message: "这是一个数额，不是条件",
            label: "只有数，没有比较",
            help: "写明与什么比较，如「… 达到500万元」",
        }
        en {
            message: "this is a sum, not a condition",
            label: "a figure without a comparison",
            help: "say what it is compared with, such as `… 达到500万元`",
        }
    }

    /// A condition in brackets where a sum stands.
    T0224 NOT_A_SUM Error {
        zh {
            message: "括号里是条件，这里要的是数额",
            label: "不能参与计算",
            help: "括号里只写算式，如「（甲 加 乙）」",
        }
        en {
            message: "the bracket holds a condition where a sum must stand",
            label: "cannot be reckoned with",
            help: "write a sum in the bracket, such as `（甲 加 乙）`",
        }
    }

    /// Two facts on a line.
    T0225 FACTS_ON_ONE_LINE Error {
        zh {
            message: "一行写一个事实",
            label: "这个事实应另起一行",
            help: "另起一行，或在前一个事实后写「；」",
        }
        en {
            message: "one fact a line",
            label: "this fact belongs on a line of its own",
            help: "begin a new line, or end the fact before with `；`",
        }
    }

    /// A result for a project that the case does not have.
    T0226 UNKNOWN_PROJECT Error {
        zh {
            message: "这个算例里没有项目「{name}」",
            label: "未曾写明",
            help: "{help}",
        }
        en {
            message: "this case has no project `{name}`",
            label: "not among the projects",
            help: "{help}",
        }
    }

    /// Our own mistake.
    T0227 DRIFT Error {
        zh {
            message: "条理自身的差错：读到的与预期不符（{at}）",
            label: "在读这一条时",
            help: "请把这一条报告给条理的维护者",
        }
        en {
            message: "a mistake of tiaoli itself: what was read is not what was expected ({at})",
            label: "while reading this item",
            help: "please report this item to the maintainers of tiaoli",
        }
    }

    /// A reading without 采用.
    T0228 NO_READING_CHOSEN Error {
        zh {
            message: "这条读法没有写明采用哪一解",
            label: "缺少「采用」",
            help: "写一句「采用 R1 “…” 因 “…”。」",
        }
        en {
            message: "this entry does not say which reading holds",
            label: "`采用` is missing",
            help: "write `采用 R1 “…” 因 “…”。`",
        }
    }

    /// A reading with 采用 twice.
    T0229 TWO_READINGS_CHOSEN Error {
        zh {
            message: "一条读法只能采用一解",
            label: "又采用一解",
            also: "已采用这一解",
            help: "其余的写作「另解」",
        }
        en {
            message: "an entry has one chosen reading only",
            label: "chosen as well",
            also: "already chosen",
            help: "write the others as `另解`",
        }
    }

    /// A band whose ends do not fit together.
    T0230 BAND_ENDS Error {
        zh {
            message: "区间的两端不成区间",
            label: "须先写下限，再写上限",
            help: "写作「200万元至800万元」或「200万元以上不满800万元」",
        }
        en {
            message: "the two ends make no band",
            label: "the lower end stands first, then the upper",
            help: "write `200万元至800万元` or `200万元以上不满800万元`",
        }
    }

    /// A rate in a list after 按 whose first member is no rate.
    T0231 RATE_WITHOUT_BASE Error {
        zh {
            message: "看不出这个比例按什么计算",
            label: "前面一项不是「… 的30％」",
            help: "写作「分别按 … 的30％、20％ 给予」",
        }
        en {
            message: "this rate has no base",
            label: "what stands before it is not `… 的30％`",
            help: "write `分别按 … 的30％、20％ 给予`",
        }
    }

    /// Two ceilings on one grant.
    T0232 TWO_CEILINGS Error {
        zh {
            message: "一处写了两个上限",
            label: "两个「最高不超过」",
            help: "比例写在前面，金额的上限用逗号另写：「给予 最高不超过 … 的50％ 支持，最高不超过 …」",
        }
        en {
            message: "two ceilings stand in one place",
            label: "two of `最高不超过`",
            help: "write the rate first and the sum after a comma: `给予 最高不超过 … 的50％ 支持，最高不超过 …`",
        }
    }

    /// The reading itself gave up.
    T0233 PARSER_GAVE_UP Error {
        zh {
            message: "这个文件太复杂，读不下去",
            help: "把政策分成几个文件",
        }
        en {
            message: "this file is too complex to be read",
            help: "split the policy into several files",
        }
    }

    /// （ without ）.
    T0234 BRACKET_WITHOUT_PARTNER Error {
        zh {
            message: "括号没有成对",
            label: "这个括号没有另一半",
            help: "在同一句里补上另一半",
        }
        en {
            message: "a bracket has no partner",
            label: "its other half is missing",
            help: "add the other half in the same sentence",
        }
    }

    /// An earlier payment that is not complete.
    T0235 EARLIER_PAYMENT Error {
        zh {
            message: "已获的资金没有写完整",
            label: "从这里开始的「已获」",
            help: "依次写条文编号、金额、年份、资金级别，如「本项目已获 3.3 40万元 2021年 区级」",
        }
        en {
            message: "this earlier payment is not complete",
            label: "the payment",
            help: "write clause, sum, year and level in this order, such as `本项目已获 3.3 40万元 2021年 区级`",
        }
    }

    /// 不计算 without what it lacks.
    T0236 NOT_COMPUTED_LACKS Error {
        zh {
            message: "「不计算」没有写明缺什么",
            label: "为什么不能计算？",
            help: "写作「不计算，缺 “…”。」",
        }
        en {
            message: "`不计算` does not say what is lacking",
            label: "why can it not be computed?",
            help: "write `不计算，缺 “…”。`",
        }
    }

    /// Broken parts beyond the number that is explained.
    T0237 TOO_MANY_BROKEN Error {
        zh {
            message: "读不懂的地方超过 {most} 处，其余不再说明",
            label: "从这里起不再说明",
            help: "先改正前面的问题",
        }
        en {
            message: "more than {most} parts do not read; the others are not explained",
            label: "nothing is explained from here on",
            help: "put the problems before this one right first",
        }
    }

    /// 给予 “…” without 数额未定.
    T0238 SUM_NOT_SAID Error {
        zh {
            message: "给予「{what}」没有写明数额",
            label: "只有名目",
            help: "数额由他处决定的，写作「给予 “…”，数额未定」",
        }
        en {
            message: "the grant of `{what}` names no sum",
            label: "only a title",
            help: "where the sum is decided elsewhere, write `给予 “…”，数额未定`",
        }
    }

    /// A 加 B 与 C 孰低: what is compared could begin at A or at B.
    T0239 EXTREME_OF_WHAT Error {
        zh {
            message: "「{word}」比的是哪些，说不准：前面还有别的算式",
            label: "从哪里起比？",
            help: "用括号说清：（甲 加 乙）与 丙 {word}，或 甲 加（乙 与 丙 {word}）",
        }
        en {
            message: "`{word}` could compare more than one thing: another sum stands before it",
            label: "where does what is compared begin?",
            help: "say it with brackets: （a 加 b）与 c {word}, or a 加（b 与 c {word}）",
        }
    }

    /// 产值 每增加1000万元, where 产值 is no increase.
    T0240 MORE_THAN_WHAT Error {
        zh {
            message: "「{word}」：「{name}」比什么多出来的？",
            label: "增加的是哪一部分，没有说",
            help: "写比较的基数：{name} 比 … {word}…；超出一个数的：{name} 超出 … 的部分 {word}…；按总数算的写 每满",
        }
        en {
            message: "`{word}`: what is `{name}` more than?",
            label: "it is not said of what increase",
            help: "name what it is held against: {name} 比 … {word}…; above a figure: {name} 超出 … 的部分 {word}…; of the whole: 每满",
        }
    }
}
