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
}
