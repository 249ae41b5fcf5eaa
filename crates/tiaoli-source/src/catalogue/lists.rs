//! Articles, limits and sums that speak of the rows of a list.

catalogue! {
    /// 每 X of an article names something that nothing is granted for.
    T0560 RULE_PER_WHAT Error {
        zh {
            message: "不能按「{name}」给予",
            label: "须是申报主体、项目或一张清单",
            help: "写给谁：每 项目、每 企业，或 词汇 … 属于 项目 的清单，如 每 员工",
        }
        en {
            message: "nothing is granted per `{name}`",
            label: "this must be the applicant, the project or a list",
            help: "say whom it is for: 每 项目, 每 企业, or a list declared with 属于 项目, such as 每 员工",
        }
    }

    /// 每 X of a limit names something that the award does not belong to.
    T0561 LIMIT_OF_WHOM Error {
        zh {
            message: "一项给予不属于某一个「{name}」，限额不能按它计",
            label: "这一条不是 每 {name} 给予的",
            help: "限额对谁：写本条所给予的对象或它所属的，如 每 企业；要按「{name}」限，条款须写 每 {name}",
        }
        en {
            message: "one award does not belong to one `{name}`, so no limit counts for it",
            label: "this article does not grant per `{name}`",
            help: "say whom the limit is for: what the article grants per, or what that belongs to, such as 每 企业; to limit per `{name}`, the article must say 每 {name}",
        }
    }

    /// A count limit of people or things where one award is for a project.
    T0562 COUNT_OF_WHAT Error {
        zh {
            message: "「最多{count}」数的是给予的次数，而本条每 {per} 给予一次，不是每{unit}一次",
            label: "这里数不到{unit}",
            help: "是逐{unit}给予吗？写 条款 … 每 {list}；是把{unit}数封顶吗？写 {list}（…）前{count}，或给人数设上限",
        }
        en {
            message: "最多{count} counts awards, and this article grants once per {per}, not once per {unit}",
            label: "no {unit} are counted here",
            help: "is it granted for each {unit}? write 条款 … 每 {list}; is the number of {unit} bounded? write {list}（…）前{count}, or cap the count",
        }
    }

    /// 人数 of rows that count as something else.
    T0565 COUNTS_OTHERWISE Error {
        zh {
            message: "「{word}数」数的不是这张清单的单位「{unit}」",
            label: "各行按{unit}计",
            help: "写 个数，或改词汇里的 单位",
        }
        en {
            message: "{word}数 does not count what the rows of this list are: {unit}",
            label: "its rows count as {unit}",
            help: "write 个数, or change 单位 in the vocabulary",
        }
    }

    /// 以 X 为同一 names no 标识 of the entity.
    T0564 NOT_AN_IDENTITY Error {
        zh {
            message: "「{name}」不是{entity}自己的 标识",
            label: "凭它认定同一，须是本词汇的 标识",
            help: "在 {entity} 中写：{name} 别名 登记 标识",
        }
        en {
            message: "`{name}` is no 标识 of `{entity}` itself",
            label: "what makes two the same must be a 标识 of this vocabulary",
            help: "declare it in {entity}: {name} alias 登记 标识",
        }
    }

    /// Rows of one article would be rivals of one another under 同一 项目.
    T0563 ROWS_AS_RIVALS Error {
        zh {
            message: "「{same}」不重复，而 {id} 每 {per} 给予：同一{same}的多个{per}之间，也只给一个吗？",
            label: "没有写明各{per}是否并行",
            also: "这一条每 {per} 给予",
            help: "各{per}并行，写：{id} 除外；同一{per}只享受一次，另写 同一 {per} 从高、不重复；整个{same}合起来与别的条款相比，把 {id} 写成 每 {same}，用 {per}（…）合计",
        }
        en {
            message: "one award per `{same}`, but {id} is granted per `{per}`: does only one {per} of a {same} get it?",
            label: "it is not said whether several {per} stand side by side",
            also: "this article grants per {per}",
            help: "side by side: add {id} 除外; once for the same {per}: add 同一 {per} 从高、不重复; all of a {same} together against other articles: write {id} as 每 {same} with {per}（…）合计",
        }
    }

    /// Steps of heads with a gap, an overlap or a turned span.
    T0566 HEADS_DO_NOT_FOLLOW Error {
        zh {
            message: "人数的各段没有首尾相接",
            label: "有人落在两段之间，或落在两段之内",
            help: "从前几人写起，逐段相接：前10人 …，第11人至第20人 …，其余 …",
        }
        en {
            message: "the steps of heads do not follow on each other",
            label: "somebody falls between two steps, or into both",
            help: "begin with 前n人 and go on without a gap: 前10人 …, 第11人至第20人 …, 其余 …",
        }
    }

    /// 前10人 in an article for projects without a count before it.
    T0567 HEADS_OF_WHAT Error {
        zh {
            message: "前几人，是谁的前几人？",
            label: "这一条不是逐人给予，也没有写按什么人数",
            help: "写 按 员工（…）人数，前10人 …；或把条款写成 每 员工",
        }
        en {
            message: "the first of whom?",
            label: "this article does not grant per person, and no count stands before it",
            help: "write 按 员工（…）人数，前10人 …, or make the article 每 员工",
        }
    }

    /// A count before 前10人 in an article for rows.
    T0568 HEADS_ALREADY_COUNTED Error {
        zh {
            message: "这一条已是逐行给予，不必再写按什么人数",
            label: "每一行自有名次",
            help: "去掉 按 …，直接写：对 … 的，前10人 每人给予 …",
        }
        en {
            message: "this article grants for each row; no count is needed",
            label: "each row has its own place",
            help: "leave out 按 …: 对 … 的，前10人 每人给予 …",
        }
    }

    /// 每人 in an article that does not grant to rows of a list.
    T0569 EACH_OF_WHAT Error {
        zh {
            message: "「{word}」给予，而条款没有写每谁",
            label: "没有写明是每谁给予一次",
            help: "条款写成 条款 … 每 员工；可用的清单：{lists}；只按人数算总额，写 按 员工（…）人数 给予1万元/人",
        }
        en {
            message: "{word} is granted, but the article does not say per whom",
            label: "it is not said for each of whom",
            help: "write 条款 … 每 员工; the lists are {lists}; for a sum by head count write 按 员工（…）人数 给予1万元/人",
        }
    }

    /// 每月 without a number of months.
    T0570 HOW_MANY_MONTHS Error {
        zh {
            message: "每月给予，给几个月？",
            label: "没有写按什么月数计",
            help: "加上 ，按 在岗月数 计；有最长期限的，再加 ，最长不超过36个月",
        }
        en {
            message: "a sum for each month: for how many months?",
            label: "it is not said which months count",
            help: "add ，按 在岗月数 计, and ，最长不超过36个月 where there is a longest time",
        }
    }

    /// 最长不超过 or 按 … 计 without 每月.
    T0571 COUNTED_FOR_NOTHING Error {
        zh {
            message: "没有按月给予，期限无处可用",
            label: "只用于 每月 给予",
            help: "写 每月 给予1000元补贴，按 在岗月数 计；限次数写 最多3次",
        }
        en {
            message: "nothing is granted by the month, so no time counts",
            label: "this belongs to 每月 给予",
            help: "write 每月 给予1000元补贴，按 在岗月数 计; for a number of times write 最多3次",
        }
    }

    /// A duration that is no number of months.
    T0572 NOT_MONTHS Error {
        zh {
            message: "这里须是月数，却是「{unit}」",
            label: "不是几个月",
            help: "写一个 月数 的事实，或一个月数的算式",
        }
        en {
            message: "a number of months is needed, not `{unit}`",
            label: "no number of months",
            help: "use a fact of type 月数, or an expression in months",
        }
    }

    /// 前10名 in an order without a word on ties.
    T0573 TIES_UNSAID Error {
        zh {
            message: "第{count}名并列时怎么办？",
            label: "并列的算几名，文件须有说法",
            help: "写明：（并列 均计入）、（并列 均不计入）或（并列 按名单次序）",
        }
        en {
            message: "what if several tie for place {count}?",
            label: "it is not said what happens to ties",
            help: "say so: （并列 均计入） all count, （并列 均不计入） none counts, or （并列 按名单次序） the order of the list",
        }
    }

    /// A word on ties where rows keep the order of the list.
    T0574 TIES_WITHOUT_ORDER Error {
        zh {
            message: "按名单次序取前几名，没有并列",
            label: "这里用不着",
            help: "去掉（并列 …），或写明次序：按 月薪 由高到低",
        }
        en {
            message: "the first in the order of the list never tie",
            label: "not needed here",
            help: "leave it out, or say the order: 按 月薪 由高到低",
        }
    }

    /// An order by something that is no number or date of the list.
    T0575 NO_ORDER Error {
        zh {
            message: "不能按「{name}」排先后",
            label: "须是这张清单的数或日期",
            help: "写清单自己的金额、数、日期",
        }
        en {
            message: "`{name}` gives no order",
            label: "this must be a number or date of the list itself",
            help: "use a sum, number or date of the list",
        }
    }

    /// 员工 前10名 as a condition where no row of the list is at hand.
    T0576 RANKED_WHERE Error {
        zh {
            message: "这里不是逐行说的，没有哪一行可以在前几名",
            label: "本条不是每一行给予一次",
            help: "条款写成 每 员工；或先合成一个数：员工（…）按 … 前10名 人数",
        }
        en {
            message: "no row is at hand that could be among the first",
            label: "this article does not grant for each row",
            help: "write the article 每 员工, or fold the rows: 员工（…）按 … 前10名 人数",
        }
    }

    /// 不重复人数 of rows without a 标识.
    T0577 DISTINCT_BY_WHAT Error {
        zh {
            message: "不重复计，凭什么算同一个？",
            label: "清单没有写以什么为同一",
            help: "写（按 身份证号），或在词汇里写 以 身份证号 为同一；它须是本清单的 标识",
        }
        en {
            message: "by what are two of them the same?",
            label: "the list does not say what makes two rows the same",
            help: "write （按 身份证号）, or 以 身份证号 为同一 in the vocabulary; it must be a 标识 of this list",
        }
    }

    /// 本人已获 where the row at hand is nobody.
    T0559 RECEIVED_BY_WHOM Error {
        zh {
            message: "谁已获？这里没有哪一行可以认定是同一个人",
            label: "本人，须是以标识为同一的清单的一行",
            help: "条款写成 每 员工，词汇里写 以 身份证号 为同一；问企业的，写 已获；问项目的，写 本项目已获",
        }
        en {
            message: "received by whom? no row at hand is known to be the same somebody",
            label: "本人 must be a row of a list with 以 … 为同一",
            help: "write the article 每 员工 and 以 身份证号 为同一 in the vocabulary; of the enterprise write 已获, of the project 本项目已获",
        }
    }
}
