//! T1001 to T1029: what a document gets wrong before any rule is written: bands, bounds, lists, quotas, periods, and
//! what fair competition review asks about. For its drafter.

catalogue! {
    /// Two neighbouring bands leave something between them.
    T1001 BAND_GAP Warning {
        zh {
            message: "{from}与{to}之间没有哪一档",
            label: "上一档到{from}为止",
            also: "下一档从{to}开始",
            why: "落在中间的，给多少、给不给，文件都没有说",
            help: "把两档接上：上一档的终点就是下一档的起点",
        }
        en {
            message: "no band covers what lies between {from} and {to}",
            label: "the band before ends at {from}",
            also: "the next band begins at {to}",
            why: "for what falls between them the document says nothing",
            help: "let the next band begin where the one before ends",
        }
    }

    /// Two neighbouring bands share more than an edge.
    T1002 BAND_OVERLAP Warning {
        zh {
            message: "{figure}同时落在两档里",
            label: "上一档含有它",
            also: "下一档也含有它",
            why: "同一个数有两种待遇，经办人只能自己挑一个",
            help: "只让一档含有它：一档写 以上（含），另一档写 不满",
        }
        en {
            message: "{figure} falls into two bands",
            label: "the band before has it",
            also: "the next band has it too",
            why: "one figure is treated in two ways, and the desk officer has to pick one",
            help: "let one band alone have it: 以上 in the one, 不满 in the other",
        }
    }

    /// A figure at the edge of two bands that neither includes.
    T1003 EDGE_NOT_RULED Warning {
        zh {
            message: "刚好{figure}的，哪一档也不含",
            label: "上一档不含它",
            also: "下一档也不含它",
            why: "刚好等于这个数的最容易出争议，文件却没有说",
            help: "让其中一档含有它：写 以上、以下，或写明（含）",
        }
        en {
            message: "neither band includes {figure} itself",
            label: "the band before leaves it out",
            also: "the next band leaves it out too",
            why: "just at the figure is where disputes arise, and the document is silent",
            help: "let one of the bands include it: 以上 or 以下, or (含)",
        }
    }

    /// One figure with two bound words that differ.
    T1004 BOUNDS_CONTRADICT Warning {
        zh {
            message: "「{words}」前后两个界限字不一致",
            label: "一个含本数，一个不含，或方向相反",
            why: "刚好等于这个数的，按前一个字和后一个字结果不同",
            help: "只留一个界限字",
        }
        en {
            message: "the two bound words of `{words}` do not agree",
            label: "one includes the figure and the other does not, or they point opposite ways",
            why: "just at the figure the two words give different results",
            help: "keep one bound word",
        }
    }

    /// The same figure, once included and once not.
    T1005 BOUNDS_MIXED Warning {
        zh {
            message: "同一条里，{figure}一处含本数，一处不含",
            label: "这里是{first}",
            also: "这里是{second}",
            why: "刚好等于这个数的，两处结果不同，看不出是有意还是笔误",
            help: "两处用同一个界限字；确有区别的，写明（含）（不含）",
        }
        en {
            message: "in one article {figure} is included in one place and not in the other",
            label: "here: {first}",
            also: "here: {second}",
            why: "just at the figure the two places differ, and nobody can tell whether that is meant",
            help: "use one bound word in both places; where they are to differ, say (含) and (不含)",
        }
    }

    /// A lower bound above the upper bound.
    T1006 NOTHING_BETWEEN Warning {
        zh {
            message: "「{words}」里没有数",
            label: "下限高于上限",
            why: "没有一个数同时符合两头，这一档谁也得不到",
            help: "核对两个数和单位",
        }
        en {
            message: "no figure satisfies `{words}`",
            label: "the lower bound is above the upper one",
            why: "nothing meets both ends, so nobody ever falls into this band",
            help: "check both figures and their units",
        }
    }

    /// 以上 and 以下 in a document that does not say whether they include the figure.
    T1007 BOUND_WORDS_NOT_DEFINED Advice {
        zh {
            message: "全文 {count} 处用了{words}，没有说含不含本数",
            label: "第一处",
            why: "刚好等于这个数的，只能靠解释",
            help: "附则里写一句：本文件所称“以上”“以下”“以内”含本数，“超过”“不满”不含本数",
        }
        en {
            message: "{words}: used where figures are bounded ({count}), and the document does not say whether the figure is included",
            label: "the first of them",
            why: "just at the figure only interpretation can tell",
            help: "add to the final provisions: 本文件所称“以上”“以下”“以内”含本数，“超过”“不满”不含本数",
        }
    }

    /// 分别 over lists of different lengths.
    T1008 RESPECTIVELY_UNEQUAL Warning {
        zh {
            message: "分别 两边对不上：前面 {items} 项，后面 {figures} 个数",
            label: "后面 {figures} 个数",
            also: "前面 {items} 项",
            why: "对不上的那一项给多少，没有说",
            help: "逐项核对，补上缺的，或拆成几句",
        }
        en {
            message: "分别 does not match: {items} before it, {figures} figures after it",
            label: "{figures} figures",
            also: "{items} items",
            why: "what goes with the item that is left over is not said",
            help: "check item by item, add what is missing, or make several sentences of it",
        }
    }

    /// A quota, and nothing that says who gets a place.
    T1009 QUOTA_WITHOUT_SELECTION Warning {
        zh {
            message: "名额「{words}」没有说怎么选",
            label: "只有名额",
            why: "报名多于名额时，谁入选没有依据",
            help: "写明次序：先申先得、按评分由高到低，或摇号；同分的、最后一名的也写明",
        }
        en {
            message: "the quota `{words}` does not say who is chosen",
            label: "a number of places and no more",
            why: "where more apply than there are places, nothing says who gets one",
            help: "state the order: first come first served, by score, or by lot; and what happens to ties and to the last one",
        }
    }

    /// A budget, and nothing that says what happens when it does not reach.
    T1010 BUDGET_WITHOUT_ORDER Warning {
        zh {
            message: "总额「{words}」没有说不够时怎么办",
            label: "只有总额",
            why: "申请超过总额时，先给谁、减多少没有依据",
            help: "写明：先申先得、用完为止，或按比例核减，或择优；最后一家不足额的也写明",
        }
        en {
            message: "the budget `{words}` does not say what happens when it does not reach",
            label: "a total and no more",
            why: "where more is asked for than there is, nothing says who comes first or what is cut",
            help: "say so: first come first served until used up, cut in proportion, or by score; and what the last one gets",
        }
    }

    /// A range that is granted, and nobody who fixes the sum in it.
    T1011 RANGE_WITHOUT_DECIDER Warning {
        zh {
            message: "「{words}」是一个幅度，没有说由谁定、按什么定",
            label: "从哪里到哪里",
            why: "同样的情形可以给不同的数，经办和审计都没有依据",
            help: "写明由谁核定、按什么标准，如“具体比例由区科技局按评审得分核定”",
        }
        en {
            message: "`{words}` is a range, and nothing says who fixes the sum in it, or by what",
            label: "from and to",
            why: "equal cases may get different sums, and neither officer nor auditor has a ground",
            help: "say who fixes it and by what standard",
        }
    }

    /// A ceiling that is granted, and nobody who fixes the sum below it.
    T1012 CEILING_WITHOUT_DECIDER Advice {
        zh {
            message: "「{words}」只有上限，没有说实际给多少",
            label: "只是上限",
            why: "写的是上限，不是数额：给多少由谁定、按什么定没有说",
            help: "给定额的，删去 最高、不超过；要核定的，写明由谁核定、按什么标准",
        }
        en {
            message: "`{words}` is only a ceiling; what is granted is not said",
            label: "only a ceiling",
            why: "a ceiling is no sum: nothing says who fixes what is granted, or by what",
            help: "for a fixed sum leave out 最高 and 不超过; else say who fixes it and by what standard",
        }
    }

    /// A cap that does not say for whom and for what period.
    T1013 CAP_WITHOUT_SCOPE Advice {
        zh {
            message: "「{words}」没有说对谁、按什么期间",
            label: "每个项目，每家企业，还是每年",
            why: "同一企业几个项目、连续几年申报时，封顶的结果相差很多",
            help: "写明：单个项目、单个企业；每年、累计",
        }
        en {
            message: "`{words}` does not say for whom and for what period",
            label: "a project, an enterprise, a year?",
            why: "for an enterprise with several projects, or over several years, the sums differ much",
            help: "say it: 单个项目 or 单个企业; 每年 or 累计",
        }
    }

    /// A period that does not say from when.
    T1014 PERIOD_WITHOUT_START Advice {
        zh {
            message: "「{words}」没有说从哪一天算起",
            label: "从何时起",
            why: "起点差一年，金额就差一年",
            help: "写明：自认定之日起、自入驻之日起，或自次年起",
        }
        en {
            message: "`{words}` does not say from which day",
            label: "from when?",
            why: "another first day is another sum",
            help: "say it: 自认定之日起, 自入驻之日起, 自次年起",
        }
    }

    /// A day of the year without its year.
    T1015 DATE_WITHOUT_YEAR Warning {
        zh {
            message: "「{words}」没有写年份",
            label: "哪一年",
            why: "跨年执行时，看不出是只办一次还是每年都办",
            help: "只办一次的写明年份；每年办的写 每年",
        }
        en {
            message: "`{words}` has no year",
            label: "which year?",
            why: "once the document runs into another year, nobody can tell whether it is once or every year",
            help: "write the year, or 每年 where it is every year",
        }
    }

    /// A document that comes into force and never ends.
    T1016 NO_EXPIRY Advice {
        zh {
            message: "写了何时施行，没有写有效期",
            label: "到何时为止",
            why: "到期和清理没有依据，已认定的能否继续兑现也说不清",
            help: "写明有效期至何时，期满前已认定的怎样办",
        }
        en {
            message: "it says when it comes into force and not until when",
            label: "until when?",
            why: "nothing says when it lapses, nor what becomes of what was granted before",
            help: "state until when, and what becomes of grants that were made before",
        }
    }

    /// A document that comes into force on a day that it does not name.
    T1017 START_BY_ISSUE Advice {
        zh {
            message: "「{words}」要另外查才知道是哪一天",
            label: "没有年月日",
            why: "施行前的事项适不适用，要先查到发文日期",
            help: "写明年月日：自2025年1月1日起施行",
        }
        en {
            message: "on which day `{words}` is must be looked up elsewhere",
            label: "no date",
            why: "whether it applies to an earlier event depends on a date that is not here",
            help: "write the date: 自2025年1月1日起施行",
        }
    }

    /// A document that does not say when it comes into force.
    T1018 NO_EFFECTIVE_DATE Advice {
        zh {
            message: "全文没有写何时施行",
            label: "此后没有施行日期",
            why: "哪一天以后的事项适用，没有依据",
            help: "文末写明自何年何月何日起施行，有效期至何时",
        }
        en {
            message: "it does not say when it comes into force",
            label: "no date of effect up to here",
            why: "nothing says to events of which days it applies",
            help: "say at the end from which day it applies, and until when",
        }
    }

    /// An award by what an enterprise contributes to local revenue.
    T1019 FAVOUR_BY_CONTRIBUTION Warning {
        zh {
            message: "按「{words}」给予，要过公平竞争审查",
            label: "与地方收入挂钩",
            why: "《公平竞争审查条例》：没有法律、行政法规依据或者未经国务院批准，不得给予特定经营者税收优惠，不得给予选择性、差异化的财政奖励或者补贴",
            help: "改按投入、产出或成果给予；确有依据的，写明依据的名称和文号",
        }
        en {
            message: "an award by `{words}` must pass fair competition review",
            label: "tied to local revenue",
            why: "the Regulation on Fair Competition Review allows neither tax favours to certain undertakings nor selective, differential rewards or subsidies without a basis in law or the approval of the State Council",
            help: "grant by investment, output or result; where there is a basis, name it with its number",
        }
    }

    /// An award that depends on where an enterprise is registered, or keeps it from leaving.
    T1020 FAVOUR_BY_REGISTRATION Warning {
        zh {
            message: "「{words}」以注册地、迁移为条件，要过公平竞争审查",
            label: "以注册、迁移为条件",
            why: "《公平竞争审查条例》：不得强制或者变相强制外地经营者在本地投资经营，不得阻碍本地经营者迁出",
            help: "改以经营活动、投入或成果为条件；确有依据的，写明依据的名称和文号",
        }
        en {
            message: "an award that depends on `{words}` must pass fair competition review",
            label: "depends on registration or removal",
            why: "the Regulation on Fair Competition Review forbids making undertakings invest or register here, and hindering them from leaving",
            help: "let it depend on business, investment or result; where there is a basis, name it with its number",
        }
    }
}
