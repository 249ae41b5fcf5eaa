//! T054x, T055x: several awards beside each other.

catalogue! {
    /// A key that is neither an entity nor a fact.
    T0540 UNKNOWN_KEY Error {
        zh {
            message: "「{name}」不是实体，也不是事实",
            label: "同一什么？",
            help: "写实体（{names}），或一个已声明的事实，如 合同编号",
        }
        en {
            message: "`{name}` is neither an entity nor a fact",
            label: "the same what?",
            help: "name an entity ({names}), or a declared fact such as a contract number",
        }
    }

    /// A key with several values for one project.
    T0541 KEY_NOT_SINGLE Error {
        zh {
            message: "「{name}」对一个项目不止一个值",
            label: "按哪一个算同一？",
            help: "写 项目、申报主体，或项目、申报主体上只有一个值的事实",
        }
        en {
            message: "`{name}` has more than one value for a project",
            label: "which of them makes two the same?",
            help: "name 项目, 申报主体, or a fact with one value for a project or the applicant",
        }
    }

    /// 之间 with one award.
    T0542 ONE_RIVAL Error {
        zh {
            message: "只有 {id} 一项，谈不上“之间”",
            label: "与哪一项之间？",
            help: "写出互不重复的各项：3.1、3.2 之间",
        }
        en {
            message: "{id} alone has nothing it could be a rival of",
            label: "among which?",
            help: "name all the rivals: 3.1、3.2 之间",
        }
    }

    /// 择一（X 为 a、b） with another number of values than of awards.
    T0543 CHOICE_ARITY Error {
        zh {
            message: "{awards} 项条款对 {values} 个选择",
            label: "个数不等",
            help: "选择的值与 之间 所列的条款一一对应，次序相同",
        }
        en {
            message: "{values} values for {awards} awards",
            label: "they do not match",
            help: "write one value for each award before 之间, in the same order",
        }
    }

    /// 择一 by a fact that may be unknown.
    T0544 CHOICE_REQUIRED Error {
        zh {
            message: "申报主体没有选的时候，按哪一项？",
            label: "「{name}」没有填，不等于未知",
            help: "在词汇中写明 可不填：没有选的，按数额最高的一项提示",
        }
        en {
            message: "which award is it where the applicant has not chosen?",
            label: "`{name}` left out is not unknown",
            help: "declare it 可不填: where nothing is chosen, the highest is suggested",
        }
    }

    /// 择一 by a fact that is no enumeration.
    T0545 CHOICE_OF_WHAT Error {
        zh {
            message: "「{name}」不是 之一",
            label: "从哪几项里选？",
            help: "在词汇中声明：选择方式 choice 申报 之一 甲 a、乙 b 可不填",
        }
        en {
            message: "`{name}` is not one of a list",
            label: "chosen from what?",
            help: "declare it in the vocabulary: 选择方式 choice 申报 之一 甲 a、乙 b 可不填",
        }
    }

    /// A joint limit without whom.
    T0546 JOINT_FOR_WHOM Error {
        zh {
            message: "合计的限额是对谁的？",
            label: "一个企业的，还是一个项目的？",
            help: "写 合计 每 企业 …，或 合计 每 项目 …；再写 每年 或 累计",
        }
        en {
            message: "whom is the joint limit for?",
            label: "for an enterprise, or for a project?",
            help: "write 合计 每 企业 … or 合计 每 项目 …, with 每年 or 累计",
        }
    }

    /// Limits that share awards while neither holds all of the other.
    T0547 LIMITS_CROSS Error {
        zh {
            message: "{ids} 受两个限额约束，两个限额互不包含：哪个限额先适用？",
            label: "这个限额",
            also: "与这个限额交叉",
            help: "写明先后，如 先 {first} 后 {then}：先给的用去多少，后给的只用余下的",
        }
        en {
            message: "{ids} stand under two limits, neither of which holds all of the other: which comes first?",
            label: "this limit",
            also: "crosses this one",
            help: "write an order, such as 先 {first} 后 {then}: what comes later uses what is left",
        }
    }

    /// An order that leaves out an award of a limit.
    T0548 ORDER_WITH_GAP Error {
        zh {
            message: "先后次序没有写到 {ids}",
            label: "它用同一个限额，排在哪里？",
            also: "这个限额",
            help: "在次序中写明 {ids} 的位置",
        }
        en {
            message: "the order does not place {ids}",
            label: "it uses the same limit: where does it stand?",
            also: "this limit",
            help: "give {ids} a place in the order",
        }
    }

    /// An award twice in an order.
    T0549 ORDER_TWICE Error {
        zh {
            message: "{id} 在次序中出现了两次",
            label: "又一次",
            help: "每项只写一处",
        }
        en {
            message: "{id} stands twice in the order",
            label: "again",
            help: "name each award once",
        }
    }

    /// 享受完 of an award without a limit.
    T0550 NEVER_USED_UP Error {
        zh {
            message: "{id} 没有限额，怎样算享受完？",
            label: "享受完 {id} 之后",
            help: "给 {id} 写限额（每 企业 累计 最高不超过 …、最多 …次）；或改为一个认定的事实：对 已享受完 的",
        }
        en {
            message: "{id} has no limit: when is it used up?",
            label: "after {id} is used up",
            help: "give {id} a limit (每 企业 累计 最高不超过 …, 最多 …次), or ask for a finding: 对 已享受完 的",
        }
    }

    /// Two sentences on the same rivals.
    T0551 RIVALS_TWICE Error {
        zh {
            message: "{ids} 之间怎样取舍，写了两句",
            label: "又一句",
            also: "先有这一句",
            help: "合为一句；或使一句所说的条款全在另一句之内",
        }
        en {
            message: "two sentences say how {ids} are chosen among",
            label: "another one",
            also: "the first one",
            help: "make one of them, or let all awards of one be among those of the other",
        }
    }

    /// 叠加 of awards that are no rivals.
    T0552 STACKS_ANYWAY Warning {
        zh {
            message: "这几项本来就不互斥，叠加是多余的",
            label: "没有哪一句说它们不重复",
            help: "删去，或先在结算里写 同一 项目 从高、不重复",
        }
        en {
            message: "these awards are no rivals anyway",
            label: "no sentence keeps them apart",
            help: "leave it out, or first write 同一 项目 从高、不重复 in the settlement",
        }
    }

    /// Stacking that parts the rivals into too many groups.
    T0553 STACKS_TOO_MANY Error {
        zh {
            message: "叠加的配对太多",
            label: "互斥的条款被分成 {most} 组以上",
            help: "改用 之间 写明哪几项互不重复",
        }
        en {
            message: "too many pairs may stand together",
            label: "they part the rivals into more than {most} groups",
            help: "say with 之间 which awards are rivals",
        }
    }

    /// 条款 3.2 的数额 of a section with several awards.
    T0525 AMOUNT_OF_WHICH Error {
        zh {
            message: "{id} 有 {count} 项给予，读哪一项的数额？",
            label: "不止一项",
            help: "写到句的编号，如 {id}.a；要合起来的，写 A 加 B",
        }
        en {
            message: "{id} has {count} awards: the sum of which one?",
            label: "more than one",
            help: "name the sentence, such as {id}.a; for several together write A 加 B",
        }
    }

    /// 条款 3.2 的数额 of an award that is not money.
    T0526 AMOUNT_NOT_MONEY Error {
        zh {
            message: "{id} 给予的不是金额",
            label: "没有数额可读",
            help: "只能读给予金额的条款",
        }
        en {
            message: "{id} does not grant money",
            label: "it has no sum to be read",
            help: "only the sum of an award of money can be read",
        }
    }

    /// The result of an award read where no award is decided.
    T0527 AMOUNT_NOT_HERE Error {
        zh {
            message: "这里不能读 {id} 的结果",
            label: "只有条款里的句子可以读",
            help: "写在条款的 限、对 … 的 或给予里；写在结算里的，用 {id} 不予 的，适用 …",
        }
        en {
            message: "what {id} comes to cannot be read here",
            label: "only sentences of articles can read it",
            help: "write it in a 限, a 对 … 的 or a grant of an article; in the settlement use {id} 不予 的，适用 …",
        }
    }

    /// Awards that read each other in a circle.
    T0528 AMOUNT_CIRCLE Error {
        zh {
            message: "{ids} 互相以对方的结果为前提：先算哪一条？",
            label: "这一条读别的条款，别的条款又读它",
            help: "改掉其中一处，使先后分明",
        }
        en {
            message: "{ids} each rest on what another of them comes to: which is decided first?",
            label: "it reads others that read it",
            help: "change one of them so that one comes first",
        }
    }
}
