//! T06xx: golden cases and readings.

catalogue! {
    /// A case without a date of evaluation.
    T0601 CASE_WITHOUT_DATE Error {
        zh {
            message: "算例「{title}」没有评定日期",
            label: "缺评定日期",
            help: "在 算例 背景 “默认” 里写：评定日期 2021年6月30日",
        }
        en {
            message: "case `{title}` has no date of evaluation",
            label: "no date of evaluation",
            help: "write 评定日期 2021年6月30日 in the setting “默认”",
        }
    }

    /// 同上 in the first case.
    T0602 CASE_NOTHING_BEFORE Error {
        zh {
            message: "同上 之前没有算例",
            label: "没有上一例",
            help: "写出所给的事实",
        }
        en {
            message: "there is no case before 同上",
            label: "nothing before it",
            help: "write out what is given",
        }
    }

    /// A setting that does not exist.
    T0603 CASE_UNKNOWN_SETTING Error {
        zh {
            message: "没有叫「{title}」的背景",
            label: "没有这个背景",
            help: "可用的背景：{names}",
        }
        en {
            message: "there is no setting `{title}`",
            label: "no such setting",
            help: "the settings are {names}",
        }
    }

    /// A value that does not fit the fact.
    T0604 CASE_VALUE Error {
        zh {
            message: "「{name}」不能取这个值",
            label: "值与类型不符",
            help: "按词汇里的类型写；要给出不可能的输入，用引号照写",
        }
        en {
            message: "`{name}` cannot have this value",
            label: "does not fit its type",
            help: "write it as its type asks; to show impossible input, quote it",
        }
    }

    /// An earlier payment that cannot be read.
    T0605 CASE_PAYMENT Error {
        zh {
            message: "已获资金的级别或金额不明",
            label: "不是资金的级别",
            help: "写成：已获 3.9.c 40万元 2021年 区级",
        }
        en {
            message: "the level or amount of an earlier payment is not clear",
            label: "not a level of funds",
            help: "write 已获 3.9.c 40万元 2021年 区级",
        }
    }

    /// A project that the case does not have.
    T0606 CASE_UNKNOWN_PROJECT Error {
        zh {
            message: "算例里没有项目「{name}」",
            label: "没有这个项目",
            help: "写算例里列出的项目",
        }
        en {
            message: "the case has no project `{name}`",
            label: "no such project",
            help: "name a project of the case",
        }
    }

    /// An outcome that may be any claim's.
    T0607 CASE_WHICH_CLAIM Error {
        zh {
            message: "算例「{title}」要了几条，这一结果属于哪一条？",
            label: "未写条款",
            help: "在结果前写条款编号，如 3.3 150万元",
        }
        en {
            message: "case `{title}` asks for several clauses: whose outcome is this?",
            label: "no clause named",
            help: "put the clause before it, as in 3.3 150万元",
        }
    }

    /// 待定 without 缺.
    T0608 CASE_LACKS_WHAT Error {
        zh {
            message: "待定 须写明缺什么",
            label: "缺什么？",
            help: "写成：待定 0元至300万元，缺 良好成效",
        }
        en {
            message: "待定 must say what is missing",
            label: "what is missing?",
            help: "write 待定 0元至300万元，缺 良好成效",
        }
    }

    /// 不予 without 因.
    T0609 CASE_WHY_NOT Warning {
        zh {
            message: "不予 没有写原因",
            label: "因为什么？",
            help: "写成：不予，因 实际投入",
        }
        en {
            message: "不予 does not say why",
            label: "why?",
            help: "write 不予，因 实际投入",
        }
    }

    /// A shown value that no rule shows.
    T0610 CASE_NOTHING_SHOWN Error {
        zh {
            message: "没有规则列示「{name}」",
            label: "没有列示",
            help: "写规则里 列示 的名称",
        }
        en {
            message: "no rule shows `{name}`",
            label: "not shown",
            help: "write a name after 列示 in a rule",
        }
    }

    /// An expected sum that is no money.
    T0611 CASE_NOT_MONEY Error {
        zh {
            message: "预期的数须是金额",
            label: "不是金额",
            help: "写成 150万元",
        }
        en {
            message: "an expected sum must be money",
            label: "not money",
            help: "write 150万元",
        }
    }

    /// A case that does not come out.
    T0612 CASE_FAILED Error {
        zh {
            message: "算例「{title}」不符",
            label: "预期 {expected}，算得 {found}",
            help: "规则或算例之一有误；{more}",
        }
        en {
            message: "case `{title}` does not come out",
            label: "expected {expected}, found {found}",
            help: "either the rule or the case is wrong; {more}",
        }
    }

    /// A case whose application is refused.
    T0613 CASE_REFUSED Error {
        zh {
            message: "算例「{title}」的申请不能受理",
            label: "{why}",
            help: "改正所给的事实",
        }
        en {
            message: "the application of case `{title}` is refused",
            label: "{why}",
            help: "mend what is given",
        }
    }

    /// Readings that cannot be asked for together.
    T0614 CASE_READINGS_CLASH Error {
        zh {
            message: "这几种读法不能同时采用",
            label: "改的是同一句",
            help: "分成几个算例",
        }
        en {
            message: "these readings cannot hold together",
            label: "both change the same sentence",
            help: "make several cases of it",
        }
    }

    /// A case of an allocation under a clause that is none.
    T0640 CASE_NOT_ALLOCATION Error {
        zh {
            message: "{id} 不是这个分配的条文",
            label: "不是",
            help: "算例 分配 之后写同一个 分配 的条文编号，再写大家申请的条款，如 2.1.a、1.1",
        }
        en {
            message: "{id} is no clause of this allocation",
            label: "none",
            help: "after 算例 分配 name clauses of one 分配, then what everyone asks for, as 2.1.a、1.1",
        }
    }

    /// Two who apply under one name.
    T0641 CASE_CANDIDATE_TWICE Error {
        zh {
            message: "这个算例里有两个 {name}",
            label: "又一个",
            help: "各用各的名称",
        }
        en {
            message: "two in this case are called {name}",
            label: "another one",
            help: "give each a name of its own",
        }
    }

    /// Rows are given of something that is no list.
    T0660 CASE_NO_SUCH_LIST Error {
        zh {
            message: "「{name}」不是这里的清单",
            label: "带括号的，须是用 属于 声明的清单",
            help: "清单在词汇中声明：词汇 员工 employee 属于 项目",
        }
        en {
            message: "`{name}` is no list here",
            label: "what has rows in brackets must be a list declared with 属于",
            help: "declare the list in the vocabulary: 词汇 员工 employee 属于 项目",
        }
    }

    /// Rows of a list inside another are given outside of it.
    T0661 CASE_LIST_INSIDE Error {
        zh {
            message: "「{name}」属于另一清单的各行",
            label: "写在那一行的括号里",
            help: "如：员工 甲（月份 3个（…））",
        }
        en {
            message: "`{name}` belongs to the rows of another list",
            label: "write it inside the brackets of such a row",
            help: "such as 员工 甲（月份 3个（…））",
        }
    }

    /// A number of rows that is no whole number or too great.
    T0662 CASE_HOW_MANY_ROWS Error {
        zh {
            message: "行数须为1至1000的整数",
            label: "几行？",
            help: "如：员工 3名（…）",
        }
        en {
            message: "the number of rows must be a whole number from 1 to 1000",
            label: "how many rows?",
            help: "such as 员工 3名（…）",
        }
    }

    /// A fact in the brackets of a row that belongs elsewhere.
    T0663 CASE_NOT_OF_ROW Error {
        zh {
            message: "「{name}」不是{list}的事实",
            label: "括号里只写这一行的事实",
            help: "移到括号之外，或在 词汇 {list} 中声明",
        }
        en {
            message: "`{name}` is no fact of `{list}`",
            label: "the brackets of a row hold facts of that row alone",
            help: "move it out of the brackets, or declare it in 词汇 {list}",
        }
    }

    /// Something in the brackets of a row that speaks of the whole case.
    T0664 CASE_NOT_IN_A_ROW Error {
        zh {
            message: "括号里只写这一行的事实",
            label: "这是整个算例的事",
            help: "移到括号之外",
        }
        en {
            message: "the brackets of a row hold facts of that row alone",
            label: "this speaks of the whole case",
            help: "move it out of the brackets",
        }
    }

    /// A result for a row that the case does not give.
    T0665 CASE_NO_SUCH_ROW Error {
        zh {
            message: "算例没有给出这一行：{list} {name}",
            label: "没有这一行",
            help: "先给出：{list} 甲（…），再写 {list} 甲 的结果；未起名的写 {list} 第2名",
        }
        en {
            message: "the case gives no such row: {list} {name}",
            label: "no such row",
            help: "give it first: {list} 甲（…）, then its result as {list} 甲; rows without a name are {list} 第2名",
        }
    }
}
