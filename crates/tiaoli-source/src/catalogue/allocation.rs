//! T0578 to T0598: 分配. What an allocation leaves open is a legal question, and the message asks it.

catalogue! {
    /// Nobody says who stands in the queue.
    T0578 ALLOCATION_WITHOUT_WHOM Error {
        zh {
            message: "分配 “{title}” 没有写谁来排队：一家企业排一个位，还是每个项目各排各的？",
            label: "缺 每 …",
            help: "在名称之后写 每 企业 或 每 项目（词汇 里的主体或项目）",
        }
        en {
            message: "allocation `{title}` does not say who stands in the queue: each applicant once, or each project?",
            label: "no 每 …",
            help: "after its title write 每 and the applicant or project of the vocabulary",
        }
    }

    /// Nothing to share.
    T0579 ALLOCATION_WITHOUT_BUDGET Error {
        zh {
            message: "分配 “{title}” 没有写分什么：多少钱，或多少个名额？",
            label: "缺 总额 或 名额",
            help: "写 总额 每年 1000万元（只有一次的不写 每年），或 名额 20家",
        }
        en {
            message: "allocation `{title}` does not say what is shared: how much money, or how many places?",
            label: "no 总额 and no 名额",
            help: "write 总额 每年 1000万元 (without 每年 where it is for once) or 名额 20家",
        }
    }

    /// Neither an order nor a way to serve everyone at once.
    T0580 ALLOCATION_WITHOUT_ORDER Error {
        zh {
            message: "分配 “{title}” 没有写不够分时谁先谁后，还是大家一起减？",
            label: "缺 次序 或 方式",
            help: "分先后的，写 次序：先申先得（受理日期）、择优（评分）、X 由高到低、X 优先；不分先后的，写 方式：均分、按比例、按权（X）、抽签（X）",
        }
        en {
            message: "allocation `{title}` does not say who comes first where there is not enough, or whether all are cut",
            label: "no 次序 and no 方式",
            help: "one after another: 次序 with 先申先得（X）, 择优（X）, X 由高到低 or X 优先; all at once: 方式 with 均分, 按比例, 按权（X） or 抽签（X）",
        }
    }

    /// Equals for whom there is not enough.
    T0581 ALLOCATION_WITHOUT_EQUALS Error {
        zh {
            message: "分配 “{title}” 没有写次序相同的几家，余下的不够都给时怎么办？",
            label: "缺 同序",
            help: "同序 之后可写 {words}（{meanings}）",
        }
        en {
            message: "allocation `{title}` does not say what those get who stand equal where there is not enough for all of them",
            label: "no 同序",
            help: "write 同序 and one of {words} ({meanings})",
        }
    }

    /// The one for whom what is left is not enough.
    T0582 ALLOCATION_WITHOUT_LAST Error {
        zh {
            message: "分配 “{title}” 没有写轮到的一家、余额不够给足时怎么办？",
            label: "缺 末位",
            help: "写 末位 余额（给余额，用完为止）、末位 不予（到此为止）、末位 跳过（看后面有没有给得起的）或 末位 足额（给足，超出总额）",
        }
        en {
            message: "allocation `{title}` does not say what the one gets for whom what is left is not enough",
            label: "no 末位",
            help: "write 末位 余额 (what is left), 末位 不予 (nothing, and the queue ends), 末位 跳过 (nothing, but smaller sums behind may fit) or 末位 足额 (all of it, above the budget)",
        }
    }

    /// What does not come out even.
    T0583 ALLOCATION_WITHOUT_TAIL Error {
        zh {
            message: "分配 “{title}” 没有写除不尽的尾差归谁？",
            label: "缺 尾差",
            help: "写 尾差 最大余数（小数大的先进一分）、尾差 归首位、尾差 归末位 或 尾差 留存（不分）；按整元分的，写 尾差 舍去 至 元，最大余数",
        }
        en {
            message: "allocation `{title}` does not say who gets what does not come out even",
            label: "no 尾差",
            help: "write 尾差 最大余数 (greatest fractions first), 归首位 (the first), 归末位 (the last) or 留存 (nobody); for whole yuan 尾差 舍去 至 元，最大余数",
        }
    }

    /// Who is not decided when it is his turn.
    T0584 ALLOCATION_WITHOUT_UNDECIDED Error {
        zh {
            message: "分配 “{title}” 没有写轮到时数额还没定的一家怎么办？",
            label: "缺 未定",
            help: "写 未定 预留（按最高可能数留出）或 未定 跳过（定了再来，排在已分的之后）",
        }
        en {
            message: "allocation `{title}` does not say what is done about one whose sum is not decided when it is his turn",
            label: "no 未定",
            help: "write 未定 预留 (the most he can get is set aside) or 未定 跳过 (he comes back later, behind those served)",
        }
    }

    /// A part got before an increment.
    T0585 INCREMENT_WITHOUT_TOP_UP Error {
        zh {
            message: "追加的钱，先给此前只得一部分的补足吗？",
            label: "缺 先补足 或 不补足",
            help: "句末加 ，先补足（补足了再往后排）或 ，不补足（得了一部分的到此为止）",
        }
        en {
            message: "does this increment first complete what was given in part before?",
            label: "neither 先补足 nor 不补足",
            help: "end the sentence with ，先补足 (completed before the queue goes on) or ，不补足 (a part is all they get)",
        }
    }

    /// A word twice.
    T0586 ALLOCATION_LINE_TWICE Error {
        zh {
            message: "同一个分配里写了两次 {word}",
            label: "又写了一次",
            also: "先写在这里",
            help: "只留一句",
        }
        en {
            message: "{word} stands twice in one allocation",
            label: "again",
            also: "the first one",
            help: "keep one of them",
        }
    }

    /// A word that decides nothing here.
    T0587 ALLOCATION_IDLE_LINE Error {
        zh {
            message: "{word} 在这里不起作用：{why}",
            label: "用不上",
            help: "删去这一句",
        }
        en {
            message: "{word} decides nothing here: {why}",
            label: "idle",
            help: "delete this line",
        }
    }

    /// Places cannot be divided.
    T0588 PLACES_DIVIDED Error {
        zh {
            message: "名额不能拆分，不能 {word}",
            label: "{word}",
            help: "名额不够时，写 {words}",
        }
        en {
            message: "places cannot be divided, so not {word}",
            label: "{word}",
            help: "where there are not enough places write {words}",
        }
    }

    /// A direction that does not fit the fact.
    T0589 ORDER_OF_WHAT Error {
        zh {
            message: "{name} 不能这样排：{word} 用于{fits}",
            label: "它是{type}",
            help: "日期 用 由早到晚、由晚到早 或 先申先得；数和等级 用 由高到低、由低到高 或 择优；是否 用 优先",
        }
        en {
            message: "{name} cannot be ordered like this: {word} is for {fits}",
            label: "it is {type}",
            help: "a date takes 由早到晚, 由晚到早 or 先申先得; a number or level 由高到低, 由低到高 or 择优; a 是否 takes 优先",
        }
    }

    /// A weight or a draw that is no number.
    T0590 RANK_NOT_A_NUMBER Error {
        zh {
            message: "{name} 不是数，不能作{word}",
            label: "它是{type}",
            help: "在 词汇 里把它写成 整数（个）或 数（分）",
        }
        en {
            message: "{name} is no number and cannot be the {word}",
            label: "it is {type}",
            help: "declare it as 整数（个） or 数（分） in the vocabulary",
        }
    }

    /// A draw is held outside and recorded.
    T0591 DRAW_NOT_RECORDED Error {
        zh {
            message: "抽签在系统之外进行，其结果须是登记的事实；{name} 不是",
            label: "来源不是 登记",
            help: "在 词汇 里写 {name} … 登记 整数（个）",
        }
        en {
            message: "a draw is held outside and its result is a recorded fact; {name} is none",
            label: "not 登记",
            help: "declare {name} as 登记 整数（个） in the vocabulary",
        }
    }

    /// Money in places, places in money.
    T0592 BUDGET_UNIT Error {
        zh {
            message: "{word} 的单位不对",
            label: "这里须是{due}",
            help: "总额 用 元（万元、亿元），名额 用 家、个、名、项、人",
        }
        en {
            message: "{word} has the wrong unit",
            label: "{due} is due here",
            help: "总额 is in 元 (万元, 亿元), 名额 in 家, 个, 名, 项 or 人",
        }
    }

    /// An award paid from two budgets.
    T0593 PAID_FROM_TWO Error {
        zh {
            message: "条款 {id} 的钱出自两个分配",
            label: "也从这里出",
            also: "已从这里出",
            help: "写 适用于 …，分开各管哪几条；一个总额里另有专项的，用 其中 …，总额 …",
        }
        en {
            message: "clause {id} is paid from two allocations",
            label: "here too",
            also: "from here already",
            help: "say 适用于 … so that each has its own clauses; for a part of one budget write 其中 …，总额 …",
        }
    }

    /// An increment of nothing.
    T0594 INCREMENT_OF_WHAT Error {
        zh {
            message: "追加到 {word}，而这个分配没有写它",
            label: "追加到哪里？",
            help: "先写 {word} …",
        }
        en {
            message: "this adds to {word}, which the allocation does not have",
            label: "added to what?",
            help: "write {word} … first",
        }
    }

    /// A fact of the rows below those that stand in the queue.
    T0595 FACT_BELOW_QUEUE Error {
        zh {
            message: "排队的是{level}，而 {name} 是它下面各项目自己的事实",
            label: "每个项目一个值，取哪一个？",
            help: "改为 每 项目，或在 {level} 的词汇里声明这个事实",
        }
        en {
            message: "{level} stands in the queue, and {name} is a fact of the rows below it",
            label: "one value for each of them: which?",
            help: "write 每 项目, or declare the fact in the vocabulary of {level}",
        }
    }

    /// 每 X of a list.
    T0596 QUEUE_OF_WHAT Error {
        zh {
            message: "排队的须是申报主体或项目，不能是 {name}",
            label: "不能排队",
            help: "写 每 企业 或 每 项目（词汇 里的主体或项目）",
        }
        en {
            message: "applicants or projects stand in a queue, not {name}",
            label: "cannot stand in a queue",
            help: "write 每 and the applicant or project of the vocabulary",
        }
    }

    /// A clause that pays nothing.
    T0597 PAYS_NOTHING Error {
        zh {
            message: "条款 {id} 没有给予的句子，不会从这里出钱",
            label: "这里须是一条给予",
            help: "写给予句子的条款编号",
        }
        en {
            message: "clause {id} grants nothing, so nothing of it is paid from here",
            label: "an award is needed here",
            help: "name the clause of an award",
        }
    }

    /// Budgets of different periods.
    T0598 BUDGETS_OF_TWO_PERIODS Error {
        zh {
            message: "同一个分配里，总额与名额一个写了 每年，一个没有写",
            label: "与另一句不一致",
            also: "另一句",
            help: "两句都写 每年，或都不写",
        }
        en {
            message: "in one allocation one of 总额 and 名额 is per year and the other is not",
            label: "unlike the other",
            also: "the other",
            help: "write 每年 in both or in neither",
        }
    }
}
