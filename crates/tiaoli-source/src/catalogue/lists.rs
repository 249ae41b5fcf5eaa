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
}
