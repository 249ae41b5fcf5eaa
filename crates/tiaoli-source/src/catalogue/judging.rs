//! T11xx: what is said of rules that compile: goals that no case shows, slips that no case notices, changes, layout.

catalogue! {
    /// Something that no golden case shows.
    T1101 GOAL_NOT_SHOWN Warning {
        zh {
            message: "{rule} 没有算例显示：{what}",
            label: "没有算例显示：{what}",
            help: "补一个算例；tiaoli test --suggest 写出界限上的算例",
        }
        en {
            message: "{rule}: no golden case shows that {what}",
            label: "no case shows that {what}",
            help: "write a case; tiaoli test --suggest writes those at the bounds",
        }
    }

    /// Less is covered than was asked for.
    T1102 COVERAGE_LOW Error {
        zh {
            message: "算例显示了 {shown}/{all}，不到 {percent}％",
            help: "补算例；少了哪些，tiaoli cover 逐项列出",
        }
        en {
            message: "the golden cases show {shown} of {all}, less than {percent}%",
            help: "write cases; tiaoli cover lists what is missing",
        }
    }

    /// A slip that no golden case notices.
    T1103 SLIP_UNNOTICED Error {
        zh {
            message: "{slip}，没有算例发现：{after}",
            label: "改成这样也没有算例不符：{after}",
            help: "补一个算例：{telling}",
        }
        en {
            message: "{slip}, and no golden case notices: {after}",
            label: "every case still comes out with: {after}",
            help: "write a case: {telling}",
        }
    }

    /// A file that is not laid out.
    T1104 NOT_LAID_OUT Error {
        zh {
            message: "没有排版",
            label: "从这一行起不同",
            help: "运行 tiaoli fmt",
        }
        en {
            message: "not laid out",
            label: "differs from this line on",
            help: "run tiaoli fmt",
        }
    }

    /// A clause of the document that is not as it was.
    T1105 CLAUSE_DIFFERS Advice {
        zh {
            message: "条款 {id} {fate}：{words}",
        }
        en {
            message: "clause {id} {fate}: {words}",
        }
    }

    /// A rule that does not say what it said.
    T1106 RULE_DIFFERS Warning {
        zh {
            message: "规则 {id} {fate}{example}",
        }
        en {
            message: "rule {id} {fate}{example}",
        }
    }

    /// A name or type that other tools rely on.
    T1107 NAME_DIFFERS Warning {
        zh {
            message: "{name} {what}（{means}）",
        }
        en {
            message: "{name}: {what} ({means})",
        }
    }

    /// A golden case of before that comes out otherwise.
    T1108 CASE_MOVED Warning {
        zh {
            message: "算例「{title}」结果不同：{results}",
        }
        en {
            message: "case `{title}` comes out otherwise: {results}",
        }
    }

    /// A suggested case that nobody has confirmed.
    T1109 CASE_UNCONFIRMED Error {
        zh {
            message: "算例「{title}」待确认",
            label: "结果是算出来的，还没有人核对",
            help: "对照文件核对结果；无误的，删去 待确认",
        }
        en {
            message: "case `{title}` is to be confirmed",
            label: "its result was computed, and nobody has checked it",
            help: "hold the result against the document; where it is right, delete 待确认",
        }
    }
}
