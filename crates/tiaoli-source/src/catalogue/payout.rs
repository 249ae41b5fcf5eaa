//! T0529 and on: how an award is paid, what must be paid back.

catalogue! {
    /// Instalments or shares that do not make a whole.
    T0529 PLAN_NOT_WHOLE Error {
        zh {
            message: "各份合计 {sum}，还差 {rest}：这部分怎么付？",
            label: "不满100％",
            help: "改到合计100％，或用比例 4:3:3 写",
        }
        en {
            message: "the parts are {sum} together and {rest} is missing: how is that paid?",
            label: "less than 100％",
            help: "make them 100％, or write a ratio such as 4:3:3",
        }
    }

    /// Instalments or shares that are more than a whole.
    T0530 PLAN_OVER_WHOLE Error {
        zh {
            message: "各份合计 {sum}，多出 {rest}",
            label: "超过100％",
            help: "改到合计100％",
        }
        en {
            message: "the parts are {sum} together, {rest} too much",
            label: "more than 100％",
            help: "make them 100％",
        }
    }

    /// Instalments in sums without what becomes of the rest.
    T0531 PLAN_WITHOUT_REST Error {
        zh {
            message: "按金额分期，余下的什么时候付？",
            label: "最后一期须是 余额",
            help: "最后一期写 余额：首期 20万元、验收 余额",
        }
        en {
            message: "with instalments in sums, when is the rest paid?",
            label: "the last part must be 余额",
            help: "let the last part be 余额: 首期 20万元、验收 余额",
        }
    }

    /// Another number of shares than of parties.
    T0532 SHARES_ARITY Error {
        zh {
            message: "{names} 方，{shares} 份：各得多少？",
            label: "个数不等",
            help: "每一方写一份：由 市级、区级 按 6:4 承担",
        }
        en {
            message: "{names} parties and {shares} shares: how much is each one's?",
            label: "they do not match",
            help: "write one share for each: 由 市级、区级 按 6:4 承担",
        }
    }

    /// 分3年 with another number of parts.
    T0533 PLAN_ARITY Error {
        zh {
            message: "分{count}，却写了 {shares} 份",
            label: "期数",
            help: "期数与份数须相同",
        }
        en {
            message: "{count} and {shares} parts",
            label: "so many instalments",
            help: "write as many parts as instalments",
        }
    }

    /// Interest without the days of a year.
    T0534 INTEREST_BASIS Error {
        zh {
            message: "利息一年按多少日计？",
            label: "年利率换成日，须有一年的日数",
            help: "写 一年按365日计，或 一年按360日计",
        }
        en {
            message: "how many days has a year of interest?",
            label: "a yearly rate by days needs the days of a year",
            help: "write 一年按365日计 or 一年按360日计",
        }
    }

    /// Interest without a rounding.
    T0535 INTEREST_ROUNDING Error {
        zh {
            message: "利息的尾数怎么处理？",
            label: "没有写尾数",
            help: "在最后写（舍去 至 分）、（四舍五入 至 分）或（进位 至 元）",
        }
        en {
            message: "how is interest rounded?",
            label: "no rounding",
            help: "end it with （舍去 至 分）, （四舍五入 至 分） or （进位 至 元）",
        }
    }

    /// Interest on an award.
    T0536 INTEREST_OF_NOTHING Error {
        zh {
            message: "只有追回的才加收利息",
            label: "这一句不是追回",
            help: "写在 追回 … 之后",
        }
        en {
            message: "interest is charged on what must be paid back",
            label: "this sentence recovers nothing",
            help: "write it after 追回 …",
        }
    }

    /// A modifier of an award on a recovery.
    T0537 RECOVERY_MODIFIER Error {
        zh {
            message: "追回之后只能写 加收利息",
            label: "这是给予的写法",
            help: "上限、分期、承担写在给予的句子里；追回一部分，写 追回 3.1 已拨付金额 的50％",
        }
        en {
            message: "only 加收利息 can follow a recovery",
            label: "this belongs to a grant",
            help: "write limits and instalments with the grant; for a part of it write 追回 3.1 已拨付金额 的50％",
        }
    }

    /// A shared limit or a payment plan of what is no money.
    T0538 IN_KIND_SHARED Error {
        zh {
            message: "实物、券、贷款额度不计入应付，不能分期，也不能与别的共用限额",
            label: "这里只能写本项的上限",
            help: "删去；每个企业的总量，另写一句列明",
        }
        en {
            message: "what is granted in kind is not payable: it has no instalments and shares no limit",
            label: "only its own cap can stand here",
            help: "leave it out",
        }
    }

    /// Set-off without anything to recover.
    T0539 NOTHING_TO_SET_OFF Warning {
        zh {
            message: "没有一条写追回，抵扣什么？",
            label: "从应付中抵扣",
            help: "先写追回的条款：对 … 的，追回 3.1 已拨付金额",
        }
        en {
            message: "nothing is recovered: what is set off?",
            label: "deducted from what is payable",
            help: "first write what is recovered: 对 … 的，追回 3.1 已拨付金额",
        }
    }
}
