//! T1031 to T1049: words of a document that leave something open: references, names, conditions, measures. For its drafter.

catalogue! {
    /// A reference that names no document.
    T1031 REFERS_NOWHERE Warning {
        zh {
            message: "「{words}」没有说是哪个文件",
            label: "哪个规定",
            why: "给多少、给谁，都在另一个没有写出名称的文件里",
            help: "写出文件的名称和文号；还没有的，先写出原则和由谁制定",
        }
        en {
            message: "`{words}` does not say which document",
            label: "which one?",
            why: "who gets what stands in a document that is not named",
            help: "give its title and number; where there is none yet, state the principle and who is to make it",
        }
    }

    /// A reference to a document without its number.
    T1032 REFERS_TO_A_DOCUMENT Advice {
        zh {
            message: "「{words}」在别的文件里，没有文号",
            label: "哪一版",
            why: "那个文件改了或废止了，这一条的结果也跟着变",
            help: "写出文号，并写明按哪一版：以本文件施行时的为准，或随其修订",
        }
        en {
            message: "`{words}` stands in another document, without its number",
            label: "which edition?",
            why: "when that document is changed or repealed, so is this clause",
            help: "give its number, and say which edition holds: as of today, or as amended",
        }
    }

    /// A name in quotation marks that the document does not explain.
    T1033 NAME_NOT_DEFINED Advice {
        zh {
            message: "“{name}”没有说是什么",
            label: "没有定义",
            why: "读的人要另外去找它指的是哪个计划、哪份名单",
            help: "写明全称、发布机关和文号，或在附则里写 所称“{name}”，是指……",
        }
        en {
            message: "“{name}” is not explained",
            label: "no definition",
            why: "a reader has to find out elsewhere which programme or list it is",
            help: "give the full name, issuer and number, or define “{name}” in the final provisions",
        }
    }

    /// A class of enterprises, people or projects that nothing defines.
    T1034 TERM_NOT_DEFINED Advice {
        zh {
            message: "「{term}」没有标准",
            label: "没有定义",
            why: "谁算、谁不算，要靠另外认定，结果因人而异",
            help: "写明标准，或写明由谁按什么文件认定",
        }
        en {
            message: "nothing says what `{term}` is",
            label: "no definition",
            why: "who belongs to it must be found elsewhere, and differs from desk to desk",
            help: "state the test, or who finds it under which document",
        }
    }

    /// Conditions that are meant and not stated.
    T1035 CONDITIONS_NOT_STATED Warning {
        zh {
            message: "「{words}」没有说是什么条件",
            label: "什么条件",
            why: "申请人不知道要符合什么，审核人没有依据",
            help: "列出条件，或写出规定条件的文件的名称和文号",
        }
        en {
            message: "`{words}` does not say which conditions",
            label: "which conditions?",
            why: "applicants cannot know what to meet, and examiners have no ground",
            help: "list the conditions, or name the document that does, with its number",
        }
    }

    /// A measure without a scale.
    T1036 SOFT_MEASURE Advice {
        zh {
            message: "「{word}」没有尺度",
            label: "到什么程度",
            why: "不同的人看法不同，不能复核",
            help: "写成数（金额、比例、名次），或写明由谁评定、按什么标准",
        }
        en {
            message: "`{word}` has no scale",
            label: "how much?",
            why: "people differ about it, and it cannot be checked",
            help: "write a figure, or who finds it by what standard",
        }
    }

    /// An exception that is left open.
    T1037 SOFT_EXCEPTION Warning {
        zh {
            message: "「{word}」留下没有写的例外",
            label: "什么情形除外",
            why: "什么时候可以不照这一条办，没有说",
            help: "删去这个字；确有例外的，把例外写出来",
        }
        en {
            message: "`{word}` leaves room for exceptions that are not written",
            label: "except when?",
            why: "nothing says when the clause need not be followed",
            help: "leave the word out, or write the exceptions",
        }
    }

    /// A list that decides and does not end.
    T1038 OPEN_LIST Advice {
        zh {
            message: "「{words}」没有列完",
            label: "还有哪些",
            why: "没有列出的算不算，没有说",
            help: "列完，或在后面写明由谁认定",
        }
        en {
            message: "`{words}` is not a whole list",
            label: "what else?",
            why: "whether what is not listed belongs to it is not said",
            help: "list all, or say who finds what else belongs to it",
        }
    }

    /// A body that is not named.
    T1039 NOBODY_NAMED Advice {
        zh {
            message: "「{word}」没有说是哪个",
            label: "哪个部门",
            why: "没有人负责，申请人不知道找谁",
            help: "写出部门的名称",
        }
        en {
            message: "`{word}` does not say which",
            label: "which one?",
            why: "nobody is responsible, and applicants do not know whom to ask",
            help: "name the body",
        }
    }

    /// A preference without an order.
    T1040 PRIORITY_WITHOUT_ORDER Advice {
        zh {
            message: "「{word}」没有说优先到什么程度",
            label: "怎样优先",
            why: "没有名额、次序或加分可以落实，等于没有写",
            help: "写明次序（同等条件下先给谁）、加分，或留出的名额",
        }
        en {
            message: "`{word}` does not say how far the preference goes",
            label: "preferred how?",
            why: "without an order, points or places it has no effect",
            help: "state the order, the points or the places set aside",
        }
    }
}
