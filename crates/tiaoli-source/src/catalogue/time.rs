//! T045x to T049x: dates, lengths of time and rounding.

catalogue! {
    /// A rounding that does not say to what.
    T0450 ROUNDING_TO_WHAT Error {
        zh {
            message: "舍入到什么为止？",
            label: "未写 至 什么",
            help: "写成（{how} 至 元）、（{how} 至 分）或（{how} 至 0.01％）",
        }
        en {
            message: "rounded to what?",
            label: "it does not say 至 what",
            help: "write （{how} 至 元）, （{how} 至 分） or （{how} 至 0.01％）",
        }
    }

    /// A rounding to a unit that the number does not have.
    T0451 ROUNDED_IN_ANOTHER_UNIT Error {
        zh {
            message: "要舍入到 {step}，算出来的单位却是 {unit}",
            label: "单位是 {unit}",
            help: "还差 {missing}",
        }
        en {
            message: "it is to be rounded to {step}, and its unit is {unit}",
            label: "the unit is {unit}",
            help: "a factor is missing: {missing}",
        }
    }

    /// Something that is no date where one is needed.
    T0452 NEEDS_A_DATE Error {
        zh {
            message: "这里须是日期",
            label: "不是日期",
            help: "写一个 日期 的事实、评定日期，或 2024年3月1日",
        }
        en {
            message: "a date is needed here",
            label: "not a date",
            help: "write a fact that is a 日期, 评定日期, or 2024年3月1日",
        }
    }

    /// Something that is no length of time where one is needed.
    T0453 NEEDS_A_LENGTH Error {
        zh {
            message: "这里须是一段时间，现在的单位是 {unit}",
            label: "不是日、月、年",
            help: "写成 60日、3个月 或 2年",
        }
        en {
            message: "a length of time is needed here, and its unit is {unit}",
            label: "no days, months or years",
            help: "write 60日, 3个月 or 2年",
        }
    }

    /// Working days without a calendar.
    T0454 WORKING_DAYS Error {
        zh {
            message: "工作日要有节假日安排才算得出",
            label: "哪些天是工作日？",
            help: "写一条 参数 工作日 “通知”，逐年列出，例如 “2025年：休 1月1日、1月28日至2月4日；班 1月26日”",
        }
        en {
            message: "working days cannot be counted without the calendar of holidays",
            label: "which days are working days?",
            help: "add 参数 工作日 “notice” with a line a year, such as “2025年：休 1月1日、1月28日至2月4日；班 1月26日”",
        }
    }

    /// Two dates with nothing said of what is counted between them.
    T0455 ELAPSED_NOT_COUNTED Error {
        zh {
            message: "两个日期之间，数的是什么？",
            label: "未写 的天数、的整月数",
            help: "写明 的天数、的整月数、的整年数、的年次；或与一段时间相比：满3年",
        }
        en {
            message: "what is counted between the two dates?",
            label: "it does not say 的天数 or 的整月数",
            help: "add 的天数, 的整月数, 的整年数 or 的年次, or compare it with a length: 满3年",
        }
    }

    /// Months or years without a word on a part of one.
    T0456 PART_OF_A_SPAN Error {
        zh {
            message: "不足一{unit}的怎么算？",
            label: "{word}未必是整数",
            help: "写成 整{word}（不足的不计），或 {word}（进位）：不足一{unit}的按一{unit}",
        }
        en {
            message: "how does less than one {unit} count?",
            label: "{word} may not come out even",
            help: "write 整{word} (less than one {unit} does not count) or {word}（进位） (it counts as one)",
        }
    }

    /// A rounding of what is whole, or to the nearest month.
    T0457 COUNT_IS_WHOLE Error {
        zh {
            message: "「{word}」不这样舍入",
            label: "多余的舍入",
            help: "月数、年数只写（舍去）或（进位）；天数、整月数、年次不写",
        }
        en {
            message: "`{word}` is not rounded like this",
            label: "one rounding too many",
            help: "月数 and 年数 take （舍去） or （进位）; 天数, 整月数 and 年次 take none",
        }
    }

    /// A window without two ends.
    T0458 WINDOW_WITHOUT_ENDS Error {
        zh {
            message: "在 … 内 须有起止",
            label: "从哪天到哪天？",
            help: "写成 在 认定日期 起60日内、在 2024年1月1日至2024年6月30日，或 在 每年3月1日至4月30日",
        }
        en {
            message: "在 … 内 needs a first and a last day",
            label: "from when to when?",
            help: "write 在 认定日期 起60日内, 在 2024年1月1日至2024年6月30日 or 在 每年3月1日至4月30日",
        }
    }

    /// A division by nothing.
    T0459 DIVIDED_BY_NOTHING Error {
        zh {
            message: "除数须大于零",
            label: "除数是零",
            help: "核对这个数",
        }
        en {
            message: "a divisor must be above zero",
            label: "the divisor is zero",
            help: "check the figure",
        }
    }

    /// A deadline that does not say what follows when it is missed.
    T0460 DEADLINE_WITHOUT_CONSEQUENCE Error {
        zh {
            message: "逾期如何处理？",
            label: "只有期限",
            help: "接上 ，逾期 不予；文件没有这样写的，用 对 … 的 或 限 …",
        }
        en {
            message: "what follows when the deadline is missed?",
            label: "a deadline alone",
            help: "add ，逾期 不予; where the document does not say so, write 对 … 的 or 限 …",
        }
    }

    /// Years counted from no date.
    T0461 YEARS_FROM_WHAT Error {
        zh {
            message: "第1年从哪天起算？",
            label: "未写起算日",
            help: "在前面写 自 认定日期 起，",
        }
        en {
            message: "from what day is the first year counted?",
            label: "no first day",
            help: "write 自 认定日期 起， before it",
        }
    }

    /// A first day without years.
    T0462 YEARS_HOW_MANY Error {
        zh {
            message: "从这天起几年？",
            label: "未写年次",
            help: "写成 自 认定日期 起连续3年，或 自 认定日期 起第1年至第3年",
        }
        en {
            message: "for how many years from that day?",
            label: "no years",
            help: "write 自 认定日期 起连续3年 or 自 认定日期 起第1年至第3年",
        }
    }

    /// Years that overlap or run backwards.
    T0463 YEARS_OVERLAP Error {
        zh {
            message: "年次须从第1年起，依次往后，不重叠",
            label: "与前面的年次重叠或颠倒",
            help: "如 第1年至第3年、第4年至第5年，或 前3年、后2年",
        }
        en {
            message: "years run on from the first, each after the one before",
            label: "overlaps the years before it",
            help: "as in 第1年至第3年、第4年至第5年 or 前3年、后2年",
        }
    }

    /// A part that is no part.
    T0464 PART_WITH_A_UNIT Error {
        zh {
            message: "折算的份额不带单位，现在的单位是 {unit}",
            label: "单位没有消去",
            help: "上下用同一单位，如 实际天数 ÷ 365日",
        }
        en {
            message: "the part that a sum is prorated by has no unit, and this has {unit}",
            label: "the unit does not cancel",
            help: "use one unit above and below, as in 实际天数 ÷ 365日",
        }
    }

    /// A parameter whose last period has no end.
    T0465 PARAMETER_WITHOUT_END Error {
        zh {
            message: "「{name}」最后一期到哪天为止？",
            label: "没有止日，也没有 沿用",
            help: "一直用到公布新数为止的，末尾写 沿用；否则写明止日：2024年7月22日至2024年12月31日",
        }
        en {
            message: "until when does the last figure of `{name}` hold?",
            label: "it has no last day, and 沿用 is not said",
            help: "end with 沿用 if it holds until another is published, else give its last day: 2024年7月22日至2024年12月31日",
        }
    }

    /// Periods that are not in order.
    T0466 PERIODS_OUT_OF_ORDER Error {
        zh {
            message: "各期须从早到晚，不重叠",
            label: "早于前一期，或与它重叠",
            help: "按起日排列；一期到下一期的前一日为止",
        }
        en {
            message: "periods stand in order and do not overlap",
            label: "begins before the one before it ends",
            help: "order them by their first day; each ends the day before the next begins",
        }
    }

    /// A figure on a date that is no parameter by date.
    T0467 NOT_BY_DATE Error {
        zh {
            message: "「{name}」不是按日期公布的参数",
            label: "不能（按 日期）取值",
            help: "用条目 参数 {name} 声明它各期的数",
        }
        en {
            message: "`{name}` is not a parameter by date",
            label: "it has no value （按 date）",
            help: "declare its figures period by period with an item 参数 {name}",
        }
    }

    /// A validity tested on a date that is no date, or without a length.
    T0468 VALID_FOR_HOW_LONG Error {
        zh {
            message: "只写有效期多长，须写从哪天起",
            label: "没有起日",
            help: "写成 自2024年1月1日起施行，有效期2年；或 有效期至2025年12月31日",
        }
        en {
            message: "valid for so long from what day?",
            label: "no first day",
            help: "write 自2024年1月1日起施行，有效期2年 or 有效期至2025年12月31日",
        }
    }

    /// A longest time of nothing, or of several things.
    T0469 LONGEST_OF_WHAT Error {
        zh {
            message: "最长不超过的是哪一段时间？",
            label: "算式里没有或不止一个以{unit}计的数",
            help: "算式里须恰有一个以{unit}计的事实，或 A 至 B 的整月数；按月给予的写 每月 给予",
        }
        en {
            message: "which length of time is it that is limited?",
            label: "none or several in the sum are counted in {unit}",
            help: "the sum must hold exactly one fact in {unit}, or one A 至 B 的整月数; for a sum by the month write 每月 给予",
        }
    }

    /// A year of the calendar twice.
    T0470 CALENDAR_TWICE Error {
        zh {
            message: "{year}年的工作日写了两次",
            label: "又写一次",
            also: "先在这里写",
            help: "一年写一处",
        }
        en {
            message: "the working days of {year} are stated twice",
            label: "stated again",
            also: "first stated here",
            help: "state each year once",
        }
    }

    /// A day of the calendar twice.
    T0471 DAY_TWICE Error {
        zh {
            message: "{day} 写了两次",
            label: "又写到这一天",
            also: "先在这里写",
            help: "照通知改正",
        }
        en {
            message: "{day} is stated twice",
            label: "this day again",
            also: "first stated here",
            help: "correct it by the notice",
        }
    }

    /// A working day of the calendar that is one anyway.
    T0472 WORKED_ANYWAY Error {
        zh {
            message: "{day} 不是周六、周日，本来就上班",
            label: "班 只写调休上班的周末",
            help: "照通知改正日期或年份",
        }
        en {
            message: "{day} is no Saturday or Sunday and is worked anyway",
            label: "班 names weekends that are worked",
            help: "correct the day or the year by the notice",
        }
    }

    /// Days of the calendar from a later one to an earlier one.
    T0473 DAYS_BACKWARDS Error {
        zh {
            message: "一行只写一年之内的日子，从早到晚",
            label: "末日早于首日",
            help: "跨年的分写在两年里：12月31日；1月1日",
        }
        en {
            message: "a line holds days of one year, first to last",
            label: "the last is before the first",
            help: "write days across New Year under both years: 12月31日; 1月1日",
        }
    }
}
