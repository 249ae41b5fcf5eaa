//! T03xx, from T0340: what the policy itself defines, deems and leaves out.

catalogue! {
    /// 不予 or 视为 without 对 … 的.
    T0340 WHO_IS_MEANT Error {
        zh {
            message: "没有写明对谁",
            label: "谁不予支持？什么情形视为？",
            help: "写成「对 … 的，不予支持。」或「… 的，视为 …。」",
        }
        en {
            message: "it is not said of whom",
            label: "who gets nothing, or what is deemed?",
            help: "write `对 … 的，不予支持。` or `… 的，视为 …。`",
        }
    }

    /// A definition that rests on itself.
    T0341 DEFINITION_CIRCULAR Error {
        zh {
            message: "「{name}」的定义绕回了自身：{path}",
            label: "这个定义最终用到它自己",
            help: "换成登记、申报或认定的事实来定义其中一个",
        }
        en {
            message: "the definition of `{name}` comes back to itself: {path}",
            label: "rests on itself in the end",
            help: "define one of them by facts that are recorded, declared or found",
        }
    }

    /// 分别为 with more or fewer than one list.
    T0342 DEFINITION_NEEDS_ONE_LIST Error {
        zh {
            message: "「分别为」前须正好有一个逐项列明的事实",
            label: "按什么分别？",
            help: "写成「区域 为 甲区、乙区、其他 的，分别为 120％、100％、80％。」",
        }
        en {
            message: "exactly one fact must be listed item by item before 分别为",
            label: "respectively to what?",
            help: "write `区域 为 甲区、乙区、其他 的，分别为 120％、100％、80％。`",
        }
    }

    /// Classes that a definition by class leaves out.
    T0343 DEFINITION_HOLE Error {
        zh {
            message: "「{name}」漏了这些情形：{missing}",
            label: "这些情形落空",
            help: "补上这一类，或以「其他」收尾；文件确实没有规定的，由读法写明",
        }
        en {
            message: "the definition of `{name}` leaves out {missing}",
            label: "these cases fall through",
            help: "add them, or end the list with 其他; where the document is silent, a 读法 must say",
        }
    }

    /// Values of different kinds after 分别为.
    T0344 VALUES_DIFFER Error {
        zh {
            message: "「{name}」的各个值不是同一种",
            label: "与前面的值单位或类型不同",
            help: "各类都写同一单位的数，或都写同一等级的值",
        }
        en {
            message: "the values of `{name}` are not of one kind",
            label: "its unit or type differs from those before",
            help: "give every class a figure of one unit, or a value of one 等级",
        }
    }

    /// A defined name whose values no enumeration has.
    T0345 VALUES_OF_NO_LADDER Error {
        zh {
            message: "没有一个等级含有「{name}」的全部取值",
            label: "这些值不属于同一个等级",
            help: "先声明：等级 … 由低到高 …。想写的是事实，就先在 词汇 中声明它",
        }
        en {
            message: "no 等级 has all the values of `{name}`",
            label: "not the values of one 等级",
            help: "declare it first: `等级 … 由低到高 …。`; if they are facts, declare those in a 词汇",
        }
    }

    /// A definition of rows above those of its facts.
    T0346 DEFINITION_LEVEL Error {
        zh {
            message: "「{name}」是每{row}各有一个，不能按 每 {per} 定义",
            label: "定义的对象太大",
            help: "改为 每 {row}，或删去 每 …",
        }
        en {
            message: "`{name}` differs for each {row}; it cannot be defined per {per}",
            label: "too large an object",
            help: "write `每 {row}`, or leave 每 … out",
        }
    }

    /// Something else than a definition in a block of definitions.
    T0347 NOT_A_DEFINITION Error {
        zh {
            message: "定义 里只写「所称 …，是指 …」和「… 的，视为 …」",
            label: "这一句不是定义",
            help: "把它移到 条款 或 结算 里",
        }
        en {
            message: "a 定义 holds only `所称 …，是指 …` and `… 的，视为 …`",
            label: "not a definition",
            help: "move it to a 条款 or to the 结算",
        }
    }

    /// A defined name that no rule uses.
    T0348 DEFINITION_UNUSED Warning {
        zh {
            message: "「{name}」有定义，却没有条款用到",
            label: "没有用到",
            help: "条文里用的是别的说法？那里改用这个名称，或把该句列入 宣示",
        }
        en {
            message: "`{name}` is defined and used nowhere",
            label: "used nowhere",
            help: "do the articles say it in other words? use this name there, or put the clause into a 宣示",
        }
    }

    /// A reading under which a defined name has no meaning.
    T0349 DEFINITION_GONE Error {
        zh {
            message: "按另解 {option}，「{name}」没有定义",
            label: "另解改掉了这一句，却没有重写它",
            help: "在该另解的 改为 里重新写明「所称 {name} …」",
        }
        en {
            message: "under the reading {option}, `{name}` has no definition",
            label: "the reading replaces this sentence and does not define it anew",
            help: "say `所称 {name} …` under 改为 of that reading",
        }
    }

    /// A case that gives what the policy defines.
    T0350 DEFINITION_GIVEN Error {
        zh {
            message: "「{name}」由定义得出，不能直接给出",
            label: "政策自己定义的名称",
            help: "给出它所依据的事实：{facts}",
        }
        en {
            message: "`{name}` follows from its definition and cannot be given",
            label: "the policy itself defines it",
            help: "give the facts that it rests on: {facts}",
        }
    }

    /// 视为 on something that cannot be deemed.
    T0351 CANNOT_BE_DEEMED Error {
        zh {
            message: "「{name}」不能视为",
            label: "不是 是否 的事实或定义",
            help: "视为 之后写一个 是否 的名称；视为某一级的，写「级别 视为 省级」",
        }
        en {
            message: "`{name}` cannot be deemed",
            label: "neither a 是否 fact nor such a definition",
            help: "name a 是否 after 视为; to deem a level, write `级别 视为 省级`",
        }
    }

    /// A band that holds no value.
    T0353 BAND_EMPTY Error {
        zh {
            message: "这一档里没有任何数值",
            label: "下端不低于上端",
            help: "下端写在前，上端写在后，如「200万元以上不满800万元」",
        }
        en {
            message: "this band holds no value",
            label: "its lower end is not below its upper end",
            help: "write the lower end first, such as `200万元以上不满800万元`",
        }
    }

    /// （含） and （不含） on one figure.
    T0354 EDGE_TWICE Error {
        zh {
            message: "这个数含不含本数说了两次",
            label: "又说了一次",
            help: "只留一个",
        }
        en {
            message: "whether this figure counts is said twice",
            label: "said again",
            help: "keep one of them",
        }
    }
}
