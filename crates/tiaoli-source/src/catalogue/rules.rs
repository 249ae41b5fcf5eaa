//! T05xx: awards, limits, settlement.

catalogue! {
    /// 分别 with lists of different lengths.
    T0501 ARITY Error {
        zh {
            message: "分别 两边数目不等：{subjects} 项对 {figures} 个数",
            label: "{figures} 个数",
            also: "{subjects} 项",
            help: "逐项对应：每一项一个数",
        }
        en {
            message: "分别 has {subjects} subjects and {figures} figures",
            label: "{figures} figures",
            also: "{subjects} subjects",
            help: "give each subject its figure",
        }
    }

    /// A list in step with nothing.
    T0502 LIST_WITHOUT_RESPECTIVELY Error {
        zh {
            message: "为 之后的几项须有 分别 与之对应",
            label: "没有分别对应的数",
            help: "任一皆可的，用 属于；分别给予的，写 分别给予 a、b",
        }
        en {
            message: "a list after 为 must stand in step with figures",
            label: "in step with nothing",
            help: "for any of them use 属于; for one figure each write 分别给予 a、b",
        }
    }

    /// 分别 without a single list.
    T0503 RESPECTIVELY_TO_WHAT Error {
        zh {
            message: "分别给予 {figures} 个数，却不知对应哪一列",
            label: "对应哪一列？",
            help: "恰有一列用 为、含、均达到 或分档",
        }
        en {
            message: "分别 has {figures} figures and it is not clear which list they belong to",
            label: "in step with which list?",
            help: "let exactly one list stand after 为, 含, 均达到, or as bands",
        }
    }

    /// A list in step with figures where there are none.
    T0504 ZIP_WITHOUT_FIGURES Error {
        zh {
            message: "限 与其中 里没有可分别对应的数",
            label: "几项并列",
            help: "任一皆可的，用 属于",
        }
        en {
            message: "there are no figures here for a list to be in step with",
            label: "a list",
            help: "for any of them use 属于",
        }
    }

    /// A clause that grants nothing.
    T0505 MEETS_NOTHING Error {
        zh {
            message: "条款 {id} 没有给予的句子",
            label: "这里须是一条给予",
            help: "写给予句子的条款编号",
        }
        en {
            message: "clause {id} has no sentence that grants something",
            label: "an award is needed here",
            help: "name the clause of an award",
        }
    }

    /// 符合 where it is not one of the conditions of 限 or 对.
    T0506 MEETS_INSIDE Error {
        zh {
            message: "符合 {id} 只能是 限 或 对 的一个条件",
            label: "不能写在这里",
            help: "用 ，且 与其他条件相连；别处要用的，把那一条的条件定义成一个名称（所称 …，是指 …）",
        }
        en {
            message: "符合 {id} can only be one of the conditions of 限 or 对",
            label: "it cannot stand here",
            help: "join it to the others with ，且; elsewhere give those conditions a defined name (所称 …，是指 …)",
        }
    }

    /// Two awards for one clause.
    T0507 AWARD_TWICE Error {
        zh {
            message: "条款 {id} 有两句给予",
            label: "又一句给予",
            also: "先有这一句",
            help: "一条一项给予：把文件切得更细",
        }
        en {
            message: "clause {id} has two awards",
            label: "another award",
            also: "the first one",
            help: "one clause, one award: cut the document finer",
        }
    }

    /// An article that grants nothing.
    T0508 ARTICLE_WITHOUT_AWARD Error {
        zh {
            message: "条款 {id} 没有一句给予",
            label: "没有给予",
            help: "不涉及资金的，列入 宣示",
        }
        en {
            message: "article {id} grants nothing",
            label: "no award",
            help: "list what awards nothing under 宣示",
        }
    }

    /// 其中 without an award before it.
    T0509 PART_OF_NOTHING Error {
        zh {
            message: "其中 之前没有给予的句子",
            label: "无所依附",
            help: "写在它所限的那一句之后",
        }
        en {
            message: "there is no award before 其中",
            label: "belongs to nothing",
            help: "put it after the award that it limits",
        }
    }

    /// 每 something that is no project.
    T0510 RULE_NOT_PER_PROJECT Error {
        zh {
            message: "「{name}」不是项目这一层",
            label: "一项给予归于一个项目",
            help: "用 项目 或它的又称",
        }
        en {
            message: "`{name}` is not on the level of projects",
            label: "one award belongs to one project",
            help: "use 项目 or another name of it",
        }
    }

    /// 列示 without a base.
    T0511 NOTHING_TO_SHOW Error {
        zh {
            message: "列示 须跟在 就 … 给予，比例未定 之后",
            label: "没有可列示的数",
            help: "删去，或写明基数",
        }
        en {
            message: "列示 must follow 就 … 给予，比例未定",
            label: "nothing to show",
            help: "leave it out or state the base",
        }
    }

    /// 逐项叠加 without a list.
    T0512 NOTHING_TO_STACK Error {
        zh {
            message: "逐项叠加 须有 含 的一列",
            label: "没有可叠加的项",
            help: "用于 X 含 甲、乙 的，分别给予 …",
        }
        en {
            message: "逐项叠加 needs a list after 含",
            label: "nothing to add up",
            help: "use it with X 含 甲、乙 的，分别给予 …",
        }
    }

    /// 全额 or 超额累进 without bands.
    T0513 NO_BANDS Error {
        zh {
            message: "全额、超额累进 须有分档的费率",
            label: "没有分档",
            help: "用于 X 为 a至b、…的，分别按 X 的 p、q 给予",
        }
        en {
            message: "全额 and 超额累进 need bands with rates",
            label: "no bands",
            help: "use it with X 为 a至b、…的，分别按 X 的 p、q 给予",
        }
    }

    /// Banded rates that do not say how they apply.
    T0514 BANDS_WITHOUT_MODE Error {
        zh {
            message: "分档费率须写明 全额 还是 超额累进",
            label: "全部按所在档，还是逐段计算？",
            help: "在句末写：，全额 或 ，超额累进",
        }
        en {
            message: "rates by band must say 全额 or 超额累进",
            label: "the whole at one rate, or each part at its own?",
            help: "end with ，全额 or ，超额累进",
        }
    }

    /// A shared limit that is no figure.
    T0515 LIMIT_NOT_A_FIGURE Error {
        zh {
            message: "几项共用的限额须是一个数",
            label: "不是确定的数",
            help: "写成：每年 最高不超过50万元",
        }
        en {
            message: "a limit that awards share must be a figure",
            label: "not a figure",
            help: "write 每年 最高不超过50万元",
        }
    }

    /// 数额见 something that is no decided sum.
    T0516 NOT_A_DECIDER Error {
        zh {
            message: "「{name}」不是 核定 的金额",
            label: "须是核定的金额",
            help: "在词汇中声明为 核定 金额",
        }
        en {
            message: "`{name}` is not a sum that is 核定",
            label: "a decided sum is needed",
            help: "declare it as 核定 金额",
        }
    }

    /// Two sentences of one kind in the settlement.
    T0517 SETTLEMENT_TWICE Error {
        zh {
            message: "执行规则里同类的句子有两句",
            label: "又一句",
            also: "先有这一句",
            help: "合为一句",
        }
        en {
            message: "the settlement has two sentences of this kind",
            label: "another one",
            also: "the first one",
            help: "make one of them",
        }
    }

    /// A payment unit that is not known.
    T0518 UNKNOWN_QUANTUM Error {
        zh {
            message: "没有「{name}」这种支付单位",
            label: "不是支付单位",
            help: "可用：分、角、元、十元、百元、千元、万元",
        }
        en {
            message: "there is no payment unit `{name}`",
            label: "not a unit of payment",
            help: "use 分, 角, 元, 十元, 百元, 千元 or 万元",
        }
    }

    /// An event date whose absence would be an unknown.
    T0519 EVENT_MUST_BE_OPTIONAL Error {
        zh {
            message: "「{name}」未填时如何处理？",
            label: "未写 可不填",
            help: "在词汇中写 可不填：未填则不查",
        }
        en {
            message: "what if `{name}` is absent?",
            label: "not marked 可不填",
            help: "mark it 可不填 in the vocabulary: it is then not tested",
        }
    }

    /// A first day that may simply be absent.
    T0520 START_MUST_BE_UNKNOWN Error {
        zh {
            message: "「{name}」不能可不填",
            label: "施行之日须可知",
            help: "删去 可不填",
        }
        en {
            message: "`{name}` cannot be 可不填",
            label: "the first day matters",
            help: "leave out 可不填",
        }
    }

    /// More combinations of readings than a rule can hold.
    T0521 READINGS_TOO_MANY Error {
        zh {
            message: "条款 {id} 的读法组合太多",
            label: "超过 {most} 种",
            help: "合并几种读法",
        }
        en {
            message: "clause {id} has too many combinations of readings",
            label: "more than {most}",
            help: "merge some of the readings",
        }
    }

    /// A condition that no input can meet.
    T0522 CANNOT_HOLD Warning {
        zh {
            message: "这个条件永远不成立",
            label: "没有一种情形符合",
            help: "核对所列的值",
        }
        en {
            message: "this condition can never hold",
            label: "no case meets it",
            help: "check the values listed",
        }
    }

    /// A condition that every input meets.
    T0523 ALWAYS_HOLDS Warning {
        zh {
            message: "这个条件总是成立",
            label: "任何情形都符合",
            help: "删去，或核对所列的值",
        }
        en {
            message: "this condition always holds",
            label: "every case meets it",
            help: "leave it out, or check the values listed",
        }
    }

    /// 超额累进 of something other than what is banded.
    T0524 PARTS_OF_SOMETHING_ELSE Error {
        zh {
            message: "超额累进 的基数须就是分档的那一项",
            label: "按这个数分段计算",
            also: "却按这一项分档",
            help: "两处写同一个事实，或改用 全额",
        }
        en {
            message: "with 超额累进 the base must be what is banded",
            label: "taken in parts",
            also: "banded by this",
            help: "name one fact in both places, or use 全额",
        }
    }
}
