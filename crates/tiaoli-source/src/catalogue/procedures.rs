//! T05xx, from T0555: procedures, their time limits and duties.

catalogue! {
    /// A time limit that counts from nothing.
    T0555 NO_SUCH_START Error {
        zh {
            message: "「{name}」既不是日期，也不是前面的一步",
            label: "从哪一天起算？",
            help: "写一个日期的事实，或这个程序里前面一步的名称",
        }
        en {
            message: "`{name}` is neither a date nor an earlier step",
            label: "from which day does it count?",
            help: "name a date fact, or an earlier step of this procedure",
        }
    }

    /// A time limit in something else than time.
    T0556 NOT_A_TIME_LIMIT Error {
        zh {
            message: "期限须是整数的日、工作日、周、月或年",
            label: "不是期限",
            help: "写成：受理 起5个工作日内",
        }
        en {
            message: "a time limit is a whole number of 日, 工作日, 周, 月 or 年",
            label: "not a time limit",
            help: "write `受理 起5个工作日内`",
        }
    }

    /// A duty without what it is.
    T0557 DUTY_OF_WHAT Error {
        zh {
            message: "义务「{name}」没有写明是什么",
            label: "须做什么，或不得做什么？",
            help: "写 须 “…” 或 不得 “…”",
        }
        en {
            message: "the duty `{name}` does not say what it is",
            label: "what must be done, or must not?",
            help: "write `须 “…”` or `不得 “…”`",
        }
    }

    /// A line of a calendar that does not read.
    T0554 CALENDAR_LINE Error {
        zh {
            message: "{path} 第 {line} 行不是日历的一行：{found}",
            help: "每行写一个日期和 休 或 班，如：2025-10-01 休",
        }
        en {
            message: "line {line} of {path} is no line of a calendar: {found}",
            help: "write a date and 休 or 班 on each line, such as `2025-10-01 休`",
        }
    }

    /// A duty without an end.
    T0558 DUTY_UNTIL_WHEN Error {
        zh {
            message: "义务「{name}」没有写明期限",
            label: "从哪一天起，到什么时候为止？",
            help: "写成：拨付日期 起3年内。文件没有写的，由读法定下期限",
        }
        en {
            message: "the duty `{name}` has no end",
            label: "from which day, and until when?",
            help: "write `拨付日期 起3年内`; where the document is silent, settle it by a 读法",
        }
    }
}
