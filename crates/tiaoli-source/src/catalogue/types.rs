//! T04xx: types, units and lists.

catalogue! {
    /// Something that is no number where one is needed.
    T0401 NOT_A_NUMBER Error {
        zh {
            message: "这里须是数或金额",
            label: "不是数",
            help: "写一个金额、数量或可计算的事实",
        }
        en {
            message: "a number or a sum is needed here",
            label: "not a number",
            help: "write a sum, a count or a fact that is one",
        }
    }

    /// A bare name that is no 是否.
    T0402 NOT_A_TRUTH Error {
        zh {
            message: "「{name}」不是 是否，不能单独作条件",
            label: "缺少比较",
            help: "接上要求，如：{name}500万元以上、{name} 属于 …",
        }
        en {
            message: "`{name}` is not a yes or no, so it cannot stand alone",
            label: "a comparison is missing",
            help: "say what is required of it: {name}500万元以上, {name} 属于 …",
        }
    }

    /// A sum that is not in yuan.
    T0403 NOT_MONEY Error {
        zh {
            message: "这里须是金额，现在的单位是 {unit}",
            label: "单位不是元",
            help: "还差 {missing}",
        }
        en {
            message: "this must be money, and its unit is {unit}",
            label: "not yuan",
            help: "a factor is missing: {missing}",
        }
    }

    /// Two figures of different units.
    T0404 UNITS_DIFFER Error {
        zh {
            message: "单位不同：{left} 与 {right} 不能相比或相加减",
            label: "单位是 {right}",
            help: "两边写成同一单位",
        }
        en {
            message: "the units differ: {left} and {right} cannot be compared or added",
            label: "the unit is {right}",
            help: "write both sides in one unit",
        }
    }

    /// A list where one value is needed.
    T0405 LIST_NOT_FOLDED Error {
        zh {
            message: "这是一列值，须先合成一个",
            label: "一列值",
            help: "接上 合计 或 个数",
        }
        en {
            message: "this is a list of values, and one value is needed",
            label: "a list",
            help: "add 合计 or 个数",
        }
    }

    /// One value where a list is needed.
    T0406 NOT_A_LIST Error {
        zh {
            message: "这里须是一列值",
            label: "只有一个值",
            help: "去掉 合计、逐年，或改用 多个 的事实",
        }
        en {
            message: "a list is needed here",
            label: "only one value",
            help: "leave out 合计 or 逐年, or use a fact that is 多个",
        }
    }

    /// The greatest or least value of a list outside a comparison.
    T0407 EXTREME_OF_EMPTY Error {
        zh {
            message: "没有任何一项时，最大值、最小值没有含义",
            label: "可能一项也没有",
            help: "只用于比较：X 最大值 达到…",
        }
        en {
            message: "the greatest or least of an empty list has no meaning",
            label: "the list may be empty",
            help: "use it in a comparison: X 最大值 达到…",
        }
    }

    /// A division that says nothing of the remainder.
    T0408 DIVISION_WITHOUT_ROUNDING Error {
        zh {
            message: "除法须写明尾数如何处理",
            label: "除不尽怎么办？",
            help: "写在算式后面，如（四舍五入 至 元）、（舍去 至 0.01％）；只作比较的不用写",
        }
        en {
            message: "a division must say how its remainder is treated",
            label: "and if it does not come out even?",
            help: "say so after it: （四舍五入 至 元）, （舍去 至 0.01％）; what is only compared needs none",
        }
    }

    /// A figure that does not fit its unit.
    T0409 FIGURE_TOO_FINE Error {
        zh {
            message: "这个数太大，或小数位太多",
            label: "写不进它的单位",
            help: "金额至多两位小数，百分率至多四位",
        }
        en {
            message: "the figure is too large or has too many decimal places",
            label: "does not fit its unit",
            help: "money has at most two places, a percentage at most four",
        }
    }

    /// Something that is no percentage.
    T0410 NOT_A_SHARE Error {
        zh {
            message: "这里须是百分率",
            label: "不是百分率",
            help: "写成 30％",
        }
        en {
            message: "a percentage is needed here",
            label: "not a percentage",
            help: "write 30％",
        }
    }

    /// A range whose ends are turned round.
    T0411 RANGE_TURNED Error {
        zh {
            message: "区间的下限须小于上限",
            label: "上下限颠倒",
            help: "写成 8％至12％",
        }
        en {
            message: "a range must begin below its end",
            label: "its ends are turned round",
            help: "write 8％至12％",
        }
    }

    /// A date that does not exist.
    T0412 NO_SUCH_DATE Error {
        zh {
            message: "没有这一天",
            label: "日历上没有",
            help: "核对年月日",
        }
        en {
            message: "there is no such day",
            label: "not in the calendar",
            help: "check year, month and day",
        }
    }

    /// Two things that cannot be compared.
    T0413 NOT_COMPARABLE Error {
        zh {
            message: "这两样不能比较",
            label: "不是同类",
            help: "金额比金额，日期比日期",
        }
        en {
            message: "these two cannot be compared",
            label: "not of one kind",
            help: "compare money with money and dates with dates",
        }
    }

    /// A list of members of something that has none.
    T0414 NOT_AN_ENUMERATION Error {
        zh {
            message: "「{name}」没有可列举的值",
            label: "不是枚举",
            help: "属于、为、含 用于枚举和级别",
        }
        en {
            message: "`{name}` has no values to list",
            label: "not an enumeration",
            help: "属于, 为 and 含 are for enumerations and levels",
        }
    }

    /// 含 on one value.
    T0415 HAS_NEEDS_A_LIST Error {
        zh {
            message: "「{name}」只有一个值，用 属于 或 为",
            label: "不是 多个",
            help: "含 用于 多个 的事实",
        }
        en {
            message: "`{name}` has one value: use 属于 or 为",
            label: "not a list",
            help: "含 is for facts that are 多个",
        }
    }

    /// 属于 or 为 on a list.
    T0416 LIST_NEEDS_HAS Error {
        zh {
            message: "「{name}」有多个值，用 含",
            label: "是 多个",
            help: "写成：{name} 含 …",
        }
        en {
            message: "`{name}` has several values: use 含",
            label: "a list",
            help: "write {name} 含 …",
        }
    }

    /// A member that stands twice in one list.
    T0417 MEMBER_TWICE Error {
        zh {
            message: "「{name}」列了两次",
            label: "重复",
            help: "删去一个",
        }
        en {
            message: "`{name}` is listed twice",
            label: "again",
            help: "leave one out",
        }
    }

    /// Steps that do not rise.
    T0418 STEPS_NOT_RISING Error {
        zh {
            message: "各档须由低到高，用 达到 或 超过",
            label: "没有逐档升高",
            help: "写成：均达到30％、50％",
        }
        en {
            message: "the steps must rise, with 达到 or 超过",
            label: "does not rise",
            help: "write 均达到30％、50％",
        }
    }

    /// Two bands that hold the same value.
    T0419 BANDS_OVERLAP Error {
        zh {
            message: "两档都包括 {value}",
            label: "与前一档重叠",
            also: "前一档",
            help: "一边用 超过 或 不满，使每个数只落在一档",
        }
        en {
            message: "both bands hold {value}",
            label: "overlaps the band before",
            also: "the band before",
            help: "use 超过 or 不满 on one side, so that each value falls in one band",
        }
    }

    /// A value between two bands that neither holds.
    T0420 BANDS_GAP Error {
        zh {
            message: "{value} 不在任何一档",
            label: "与前一档之间有空隙",
            also: "前一档",
            help: "让这一档从前一档的终点起",
        }
        en {
            message: "{value} is in no band",
            label: "leaves a gap",
            also: "the band before",
            help: "begin this band where the one before ends",
        }
    }

    /// A date is needed.
    T0421 NOT_A_DATE Error {
        zh {
            message: "「{name}」不是日期",
            label: "须是日期",
            help: "用类型为 日期 的事实",
        }
        en {
            message: "`{name}` is not a date",
            label: "a date is needed",
            help: "use a fact of type 日期",
        }
    }

    /// A year or date is needed.
    T0422 NOT_A_YEAR Error {
        zh {
            message: "「{name}」不是年份或日期",
            label: "须是年份或日期",
            help: "用类型为 年份 或 日期 的事实",
        }
        en {
            message: "`{name}` is neither a year nor a date",
            label: "a year or date is needed",
            help: "use a fact of type 年份 or 日期",
        }
    }

    /// A level compared on an enumeration without an order.
    T0423 NOT_A_LADDER Error {
        zh {
            message: "「{name}」的各个值没有高低，不能说以上、以下",
            label: "比什么高？",
            also: "用 之一 声明，没有次序",
            help: "有高低的，用 等级 … 由低到高 … 声明；没有的，用 属于 列出各项",
        }
        en {
            message: "the values of `{name}` have no order, so none is above another",
            label: "above what?",
            also: "declared with 之一, without an order",
            help: "where they have one, declare them as 等级 … 由低到高 …; otherwise list them behind 属于",
        }
    }
}
