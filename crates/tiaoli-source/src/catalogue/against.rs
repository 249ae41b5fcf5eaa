//! T09xx: the rules against the document's text. Each is answered by 核对说明 “…” where the writer meant it.

catalogue! {
    /// A figure of a rule that its clause does not have.
    T0901 FIGURE_NOT_IN_TEXT Warning {
        zh {
            message: "条文里没有「{figure}」",
            label: "条文没有这个数",
            also: "所编码的条文",
            help: "照条文改正；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "the clause does not have `{figure}`",
            label: "not a figure of the text",
            also: "the clause that is encoded",
            help: "put it right, or say why behind the sentence: 核对说明 “…”",
        }
    }

    /// A figure of a clause that no rule uses.
    T0902 FIGURE_UNUSED Warning {
        zh {
            message: "条文里的「{figure}」没有规则用到",
            label: "没有用到",
            also: "编码这一条的句子",
            help: "补进规则；有意不用的，在句后写 核对说明 “理由”",
        }
        en {
            message: "no rule uses `{figure}` of the clause",
            label: "not used",
            also: "the sentence that encodes the clause",
            help: "use it in the rule, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// A comparison that includes or excludes otherwise than the text.
    T0903 BOUND_DIFFERS Warning {
        zh {
            message: "「{figure}」的界限与条文不同：规则是{rule}，条文是{text}",
            label: "规则：{rule}",
            also: "条文：{text}",
            help: "用条文的字；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "`{figure}` is bounded otherwise than in the text: the rule says {rule}, the text {text}",
            label: "the rule: {rule}",
            also: "the text: {text}",
            help: "use the word of the text, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// A ceiling of the text that the rule grants as a sum.
    T0904 CEILING_AS_SUM Warning {
        zh {
            message: "条文的「{figure}」是上限，规则写成了数额",
            label: "规则：就是这个数",
            also: "条文：至多这个数",
            help: "写 最高不超过；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "`{figure}` is a ceiling in the text and a sum in the rule",
            label: "the rule: the figure itself",
            also: "the text: at most the figure",
            help: "write 最高不超过, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// A sum of the text that the rule makes a ceiling.
    T0905 SUM_AS_CEILING Warning {
        zh {
            message: "条文的「{figure}」是确定的数额，规则写成了上限",
            label: "规则：至多这个数",
            also: "条文：就是这个数",
            help: "去掉 最高不超过；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "`{figure}` is a sum in the text and a ceiling in the rule",
            label: "the rule: at most the figure",
            also: "the text: the figure itself",
            help: "leave out 最高不超过, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// Figures in step with something, in another order than in the text.
    T0906 FIGURES_OUT_OF_ORDER Warning {
        zh {
            message: "「{figure}」的次序与条文不同",
            label: "规则里在后",
            also: "条文里在前",
            help: "照条文的次序排列，逐项核对；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "`{figure}` stands in another order than in the text",
            label: "later in the rule",
            also: "earlier in the text",
            help: "keep the order of the text, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// 可 in a rule and not in its clause.
    T0907 POWER_NOT_IN_TEXT Warning {
        zh {
            message: "规则写了 可，条文没有",
            label: "规则：可以给，也可以不给",
            also: "条文：应当给",
            help: "去掉 可；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "the rule says 可 and the text does not",
            label: "the rule: a power",
            also: "the text: a duty",
            help: "leave out 可, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// 可 in a clause and not in its rule.
    T0908 POWER_LEFT_OUT Warning {
        zh {
            message: "条文写的是 可，规则没有写",
            label: "规则：应当给",
            also: "条文：可以给，也可以不给",
            help: "写 可；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "the text says 可 and the rule does not",
            label: "the rule: a duty",
            also: "the text: a power",
            help: "write 可, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// A clause that refers elsewhere, and a rule that does not.
    T0909 REFERRAL_LEFT_OUT Warning {
        zh {
            message: "条文写了「{word}」，规则没有另按",
            label: "规则：就此确定",
            also: "条文：另有规定",
            help: "写 按 “…” 执行 或 数额见 X；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "the text says `{word}` and the rule refers nowhere",
            label: "the rule: settled here",
            also: "the text: another instrument decides",
            help: "write 按 “…” 执行 or 数额见 X, or say why not behind the sentence: 核对说明 “…”",
        }
    }

    /// 核对说明 where there is nothing to answer.
    T0910 ANSWER_TO_NOTHING Advice {
        zh {
            message: "核对说明 没有要答的：规则与条文相符",
            label: "无须说明",
            help: "删去 核对说明",
        }
        en {
            message: "核对说明 answers nothing: the rule agrees with the text",
            label: "nothing to answer",
            help: "delete 核对说明",
        }
    }

    /// A condition that one rule asks for twice.
    T0911 CONDITION_TWICE Warning {
        zh {
            message: "「{words}」写了两次",
            label: "又写一次",
            also: "已经写过",
            why: "第二处多半本该是另一个条件；照现在这样，那个条件没有写",
            help: "改为条文的另一个条件，或删去一处；有意如此的，在句后写 核对说明 “理由”",
        }
        en {
            message: "`{words}` is asked for twice",
            label: "asked for again",
            also: "asked for here already",
            why: "another condition was probably meant here, and it is not written now",
            help: "write the other condition of the clause, or leave one out, or say why behind the sentence: 核对说明 “…”",
        }
    }
}
