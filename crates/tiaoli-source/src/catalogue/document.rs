//! T01xx: the published document, where it is cut, and whether it changed.

catalogue! {
    /// The first words of a clause are nowhere in its unit.
    T0101 CUT_NOT_FOUND Error {
        zh {
            message: "条款 {id} 的开头「{words}」不在文件（{unit}）之中",
            label: "文件（{unit}）里没有这些字",
            help: "照抄文件中该条款开头的几个字，标点和空格也须一致",
        }
        en {
            message: "the first words of clause {id}, `{words}`, are not in {unit} of the document",
            label: "not in {unit} of the document",
            help: "copy the first words of the clause from the document, with their punctuation and blanks",
        }
    }

    /// The first words of a clause come again before the next clause, so the cut could be at either place.
    T0102 CUT_AMBIGUOUS Error {
        zh {
            message: "条款 {id} 的开头「{words}」在这一条款里不止一处",
            label: "不能确定从哪里切开",
            also: "此处有这些字",
            help: "多写几个字，直到只有一处相符",
        }
        en {
            message: "the first words of clause {id}, `{words}`, come more than once in it",
            label: "could be cut at either place",
            also: "the words are here",
            help: "write more of the words, until only one place has them",
        }
    }

    /// A line names a clause that comes before the clause of the line above.
    T0103 CUT_OUT_OF_ORDER Error {
        zh {
            message: "条款 {id} 写在 {before} 之后，次序颠倒",
            label: "应写在前面",
            also: "{before} 在此",
            help: "按文件的次序排列各行",
        }
        en {
            message: "clause {id} is written after {before}, which it precedes",
            label: "belongs further up",
            also: "{before} is here",
            help: "write the lines in the order of the document",
        }
    }

    /// An id has two lines.
    T0104 CUT_TWICE Error {
        zh {
            message: "条款 {id} 写了两次",
            label: "第二次",
            also: "第一次",
            help: "改用下一个字母，或删去一行",
        }
        en {
            message: "clause {id} has two lines",
            label: "the second",
            also: "the first",
            help: "take the next letter, or delete one of the lines",
        }
    }

    /// An id whose unit the document does not have.
    T0105 NO_SUCH_UNIT Error {
        zh {
            message: "文件没有 {unit} 这一部分，条款 {id} 无处可放",
            label: "文件没有这个编号",
            help: "编号须与文件的序号一致；文末没有序号的段落可编为 {next}.a",
        }
        en {
            message: "the document has no unit {unit}, so clause {id} has no place",
            label: "no such number in the document",
            help: "take the number from the document; an unnumbered closing paragraph may be {next}.a",
        }
    }

    /// Text of the document between a heading and the first clause of its unit.
    T0106 TEXT_UNCLAIMED Error {
        zh {
            message: "文件（{unit}）的这段文字不属于任何条款",
            label: "尚无条款",
            help: "在 source.clauses 中为它写一行，例如「{id} {words}」",
        }
        en {
            message: "this text in {unit} of the document belongs to no clause",
            label: "no clause yet",
            help: "give it a line in source.clauses, such as `{id} {words}`",
        }
    }

    /// A line of the cuts that is not an id and words.
    T0107 CUT_MALFORMED Error {
        zh {
            message: "这一行不是条款编号加开头几个字",
            label: "读不懂这一行",
            help: "写成「3.1.a 开头几个字」；编号是文件的序号加字母，注释以 # 开头",
        }
        en {
            message: "this line is not the id of a clause with its first words",
            label: "does not read as a cut",
            help: "write `3.1.a first words`: the numbers of the document and a letter; a comment starts with #",
        }
    }

    /// The part after the last one is asked for, but no closing paragraph begins with the words.
    T0108 CLOSING_NOT_A_PARAGRAPH Error {
        zh {
            message: "文末没有以「{words}」开头的段落，条款 {id} 无处可放",
            label: "没有这样开头的段落",
            help: "只有文末没有序号的段落可以用下一个编号，并须从段首开始",
        }
        en {
            message: "no closing paragraph begins with `{words}`, so clause {id} has no place",
            label: "no paragraph begins so",
            help: "only an unnumbered paragraph at the end may take the next number, and from its first word on",
        }
    }

    /// The document has nothing but blanks.
    T0109 DOCUMENT_EMPTY Error {
        zh {
            message: "文件是空的",
            help: "把公布的文件全文存入 source.txt",
        }
        en {
            message: "the document is empty",
            help: "put the full text of the document, as published, into source.txt",
        }
    }

    /// The document or its cuts are larger than any document is.
    T0110 DOCUMENT_TOO_LARGE Error {
        zh {
            message: "文件超过 {most} MiB",
            help: "只放公布的文件本身，附件另存",
        }
        en {
            message: "the file has more than {most} MiB",
            help: "keep to the published document itself, without annexes",
        }
    }

    /// The words of a clause stand in its unit, but before the previous clause.
    T0111 CUT_TOO_LATE Error {
        zh {
            message: "条款 {id} 的开头「{words}」在文件中先于上一条款",
            label: "在上一条款之后找不到",
            also: "这些字在此",
            help: "按文件的次序编字母，或多写几个字",
        }
        en {
            message: "the first words of clause {id}, `{words}`, stand before the previous clause",
            label: "not found after the previous clause",
            also: "the words are here",
            help: "give the letters in the order of the document, or write more of the words",
        }
    }

    /// A line starts with a number that does not go up, and is read as text.
    T0112 NUMBER_OUT_OF_SEQUENCE Warning {
        zh {
            message: "序号「{number}」不在前一个序号 {previous} 之后，按正文处理",
            label: "不作为新的一部分",
            help: "请核对文件；若这里确是新的一部分，其条款只能编入上一部分",
        }
        en {
            message: "number `{number}` does not follow {previous} and is read as text",
            label: "opens no unit",
            help: "compare with the document; if this does open a unit, its clauses go into the unit before",
        }
    }

    /// A number was left out before this one.
    T0113 NUMBER_SKIPPED Advice {
        zh {
            message: "{id} 之前缺序号 {expected}",
            label: "此处序号跳过",
            help: "请核对文件是否漏录；文件原文如此的，不必处理",
        }
        en {
            message: "number {expected} is missing before {id}",
            label: "a number is left out here",
            help: "see whether something of the document was lost; if it is published so, leave it",
        }
    }

    /// A letter was left out.
    T0114 LETTER_SKIPPED Warning {
        zh {
            message: "条款 {id} 应为 {expected}",
            label: "字母跳过",
            help: "字母依次为 a、b、c；漏写的条款会并入上一条款",
        }
        en {
            message: "clause {id} should be {expected}",
            label: "a letter is left out",
            help: "take the letters in turn: a clause without a line becomes part of the one before",
        }
    }

    /// More problems than are worth reading.
    T0115 TOO_MANY_PROBLEMS Error {
        zh {
            message: "问题超过 {most} 个，其余不再列出",
            help: "请核对 source.clauses 与 source.txt 是否为同一文件",
        }
        en {
            message: "there are more than {most} problems; the rest is left out",
            help: "see whether source.clauses and source.txt belong to the same document",
        }
    }

    /// The clauses joined are not the document: a fault of ours, never of the writer.
    T0116 CLAUSES_NOT_WHOLE Error {
        zh {
            message: "各条款合起来与文件不符",
            help: "这是工具的错误，请连同 source.txt 和 source.clauses 一并报告",
        }
        en {
            message: "the clauses joined are not the document",
            help: "this is a fault of the tool: please report it with source.txt and source.clauses",
        }
    }

    /// A lock of another version, or no lock at all.
    T0120 LOCK_VERSION Error {
        zh {
            message: "source.lock 的首行不是「{version}」",
            help: "不要手工修改；用 tiaoli cut --accept 重新生成",
        }
        en {
            message: "source.lock does not start with `{version}`",
            help: "do not edit it; write it anew with tiaoli cut --accept",
        }
    }

    /// A line of the lock that is not one.
    T0121 LOCK_MALFORMED Error {
        zh {
            message: "source.lock 的这一行读不懂",
            help: "不要手工修改；用 tiaoli cut --accept 重新生成",
        }
        en {
            message: "this line of source.lock does not read",
            help: "do not edit it; write it anew with tiaoli cut --accept",
        }
    }

    /// A line of the lock whose digest is not that of its words, or a second one of the same clause.
    T0122 LOCK_EDITED Error {
        zh {
            message: "source.lock 中条款 {id} 的这一行被改动过",
            help: "不要手工修改；用 tiaoli cut --accept 重新生成",
        }
        en {
            message: "the line of clause {id} in source.lock was edited",
            help: "do not edit it; write it anew with tiaoli cut --accept",
        }
    }

    /// The words of a clause are not those that its rules were checked against.
    T0123 CLAUSE_CHANGED Error {
        zh {
            message: "条款 {id} 的文字与上次确认时不同：{change}",
            label: "文字有改动",
            help: "对照改动检查引用该条款的规则，然后运行 tiaoli cut --accept",
        }
        en {
            message: "the words of clause {id} are not those last accepted: {change}",
            label: "changed",
            help: "check the rules of this clause against the change, then run tiaoli cut --accept",
        }
    }

    /// A clause that was not there when the rules were checked.
    T0124 CLAUSE_ADDED Error {
        zh {
            message: "条款 {id} 是上次确认之后新增的",
            label: "新增",
            help: "为该条款写明规则或宣示，然后运行 tiaoli cut --accept",
        }
        en {
            message: "clause {id} was not there when the document was last accepted",
            label: "added",
            help: "say in a rule or a declaration what it means, then run tiaoli cut --accept",
        }
    }

    /// A clause that is there no more.
    T0125 CLAUSE_REMOVED Error {
        zh {
            message: "上次确认时的条款 {id} 已不在文件中：「{before}」",
            help: "删去或改写引用该条款的规则，然后运行 tiaoli cut --accept",
        }
        en {
            message: "clause {id} was in the document when it was last accepted: `{before}`",
            help: "delete or change the rules that name it, then run tiaoli cut --accept",
        }
    }
}
