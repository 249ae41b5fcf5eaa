//! T02xx: the text of a policy that does not read as one.

catalogue! {
    /// A part that does not read, and none of the known slips.
    T0201 UNEXPECTED Error {
        zh {
            message: "读到{found}读不下去了",
            label: "从这里起读不懂",
            help: "{help}",
        }
        en {
            message: "cannot read on at {found}",
            label: "reading stops here",
            help: "{help}",
        }
    }

    /// Text that no item begins with.
    T0202 UNKNOWN_ITEM Error {
        zh {
            message: "「{word}」不是条目的开头",
            label: "条目应从这里开始",
            help: "{help}",
        }
        en {
            message: "no item begins with `{word}`",
            label: "an item must begin here",
            help: "{help}",
        }
    }

    /// A word of the language inside a run of letters: 对新认定.
    T0203 GLUED_WORD Error {
        zh {
            message: "「{found}」连写，读成了一个名称",
            label: "少了空格",
            help: "如果是几个词，请分开写：{offer}",
        }
        en {
            message: "`{found}` reads as one name",
            label: "a blank is missing",
            help: "if these are several words, write them apart: {offer}",
        }
    }

    /// 的30 without ％, or 500万 without 元.
    T0204 MISSING_UNIT Error {
        zh {
            message: "「{figure}」后面缺少单位",
            label: "没有单位的数",
            help: "写明单位，如 {offer}",
        }
        en {
            message: "`{figure}` has no unit",
            label: "a figure without a unit",
            help: "write the unit, such as {offer}",
        }
    }

    /// A fact that does not say where it comes from.
    T0205 MISSING_KIND Error {
        zh {
            message: "事实「{name}」没有写明来源",
            label: "来源应写在类型之前",
            help: "每个事实须写明来源：登记、申报、认定、核定或参数",
        }
        en {
            message: "the fact `{name}` does not say where it comes from",
            label: "its source stands before its type",
            help: "write one of 登记 (recorded), 申报 (declared), 认定 (found), 核定 (determined), 参数 (parameter)",
        }
    }

    /// A sentence without 。.
    T0206 MISSING_STOP Error {
        zh {
            message: "句末缺少「。」",
            label: "这一句到此为止，没有句号",
            help: "在句末加「。」",
        }
        en {
            message: "the sentence lacks its `。`",
            label: "the sentence ends here without a full stop",
            help: "end it with `。` (or `;`)",
        }
    }

    /// A quotation mark without its partner.
    T0207 OPEN_QUOTE Error {
        zh {
            message: "引号没有成对",
            label: "这个引号在本行没有另一半",
            help: "引号须成对用在同一行：“…”、「…」或半角的 \"…\"",
        }
        en {
            message: "a quotation mark has no partner",
            label: "its other half is not on this line",
            help: "quotation marks stand in pairs on one line, such as “…” or \"…\"",
        }
    }

    /// 三十万元 for 30万元.
    T0208 CHINESE_NUMERAL Error {
        zh {
            message: "「{found}」须用阿拉伯数字",
            label: "用汉字写的数",
            help: "改为 {offer}",
        }
        en {
            message: "`{found}` must be written in digits",
            label: "a figure in words",
            help: "write {offer}",
        }
    }

    /// 最高 500万元 could be a cap or a ceiling or a rate.
    T0209 BARE_HIGHEST Error {
        zh {
            message: "「最高」后面缺少「不超过」",
            label: "单写「最高」意思不定",
            help: "改为「最高不超过」",
        }
        en {
            message: "`最高` lacks `不超过`",
            label: "`最高` alone is not definite",
            help: "write `最高不超过`",
        }
    }

    /// Two grants in one sentence.
    T0210 TWO_GRANTS Error {
        zh {
            message: "一句只写一项给予",
            label: "又给予一项",
            also: "已给予一项",
            help: "分成两句，各自以条文编号开头",
        }
        en {
            message: "a sentence grants one thing",
            label: "a second grant",
            also: "the first",
            help: "write two sentences, each with its clause id",
        }
    }

    /// Several figures without 分别.
    T0211 LIST_NEEDS_RESPECTIVELY Error {
        zh {
            message: "几个数并列，须写「分别」",
            label: "并列的数",
            help: "写作「分别给予 …、…」或「分别按 …」",
        }
        en {
            message: "several figures stand side by side without `分别`",
            label: "the figures",
            help: "write `分别给予 …、…` or `分别按 …`",
        }
    }

    /// 分别 with one figure.
    T0212 RESPECTIVELY_NEEDS_LIST Error {
        zh {
            message: "「分别」后面只有一个数",
            label: "「分别」须与至少两个数对应",
            help: "补上其余的数，或删去「分别」",
        }
        en {
            message: "`分别` has one figure only",
            label: "`分别` pairs at least two figures",
            help: "add the other figures, or leave out `分别`",
        }
    }

    /// 且 and 或 on one level.
    T0213 MIXED_AND_OR Error {
        zh {
            message: "「且」与「或」混用，先后不明",
            label: "与前面的连词不同",
            also: "前面用的是这个",
            help: "外层用「，且」「，或」，内层不加逗号；或用括号",
        }
        en {
            message: "`且` and `或` stand on one level",
            label: "differs from the word before",
            also: "the word before",
            help: "put a comma before the outer one (`，且`, `，或`) and none before the inner one, or use brackets",
        }
    }

    /// 、 or ， or ； between two conditions.
    T0214 NOT_AN_AND Error {
        zh {
            message: "条件之间不能用「{mark}」连接",
            label: "是「且」还是「或」？",
            help: "改为「，且」或「，或」",
        }
        en {
            message: "`{mark}` cannot join two conditions",
            label: "is it `且` or `或`?",
            help: "write `，且` or `，或`",
        }
    }

    /// A closing brace with nothing to close.
    T0215 STRAY_CLOSE Error {
        zh {
            message: "多了一个「{close}」",
            label: "没有与它对应的左花括号",
            help: "删去它，或检查前面的左花括号",
        }
        en {
            message: "one `{close}` too many",
            label: "no opening brace belongs to it",
            help: "leave it out, or see whether an opening brace is missing before",
        }
    }

    /// A block whose closing brace is missing.
    T0216 UNCLOSED_BLOCK Error {
        zh {
            message: "这一条缺少结尾的「{close}」",
            label: "从这里开始的花括号没有收尾",
            help: "在这一条的末尾另起一行写「{close}」",
        }
        en {
            message: "this item lacks its closing `{close}`",
            label: "its opening brace is never closed",
            help: "put `{close}` on a line of its own at the end of the item",
        }
    }

    /// A sentence of an article or of the settlement without its clause id.
    T0217 MISSING_CLAUSE_ID Error {
        zh {
            message: "这一句没有写明条文编号",
            label: "每句以条文编号开头",
            help: "在句首写上它对应的条文编号，如 3.3.b",
        }
        en {
            message: "this sentence does not name its clause",
            label: "each sentence begins with its clause id",
            help: "put the id of its clause first, such as 3.3.b",
        }
    }

    /// 【A1-1】 behind a sentence.
    T0218 MARK_NOT_USED Error {
        zh {
            message: "句后不用【】标注读法",
            label: "不需要这个标注",
            help: "删去；读法自己用「关于」写明涉及哪些条文",
        }
        en {
            message: "sentences carry no 【】 marks",
            label: "not needed",
            help: "leave it out: a 读法 says itself which clauses it is 关于",
        }
    }
}
