//! T07xx: packages, manifests and applications.

catalogue! {
    /// A folder without a manifest.
    T0701 NOT_A_PACKAGE Error {
        zh {
            message: "「{path}」不是政策包：没有 tiaoli.toml",
            help: "给出政策包的文件夹，或用 tiaoli new 新建一个",
        }
        en {
            message: "`{path}` is no policy package: it has no tiaoli.toml",
            help: "name the folder of a package, or make one with tiaoli new",
        }
    }

    /// A manifest that is not TOML.
    T0702 MANIFEST_SYNTAX Error {
        zh {
            message: "tiaoli.toml 不是正确的 TOML：{said}",
            label: "读到这里读不下去",
            help: "每行写作：键 = \"值\"",
        }
        en {
            message: "tiaoli.toml is not TOML: {said}",
            label: "cannot be read from here",
            help: "write each line as key = \"value\"",
        }
    }

    /// A key that a manifest does not have.
    T0703 MANIFEST_KEY Error {
        zh {
            message: "tiaoli.toml 没有「{key}」这一项",
            label: "没有这一项",
            help: "{help}",
        }
        en {
            message: "a manifest has no key `{key}`",
            label: "no such key",
            help: "{help}",
        }
    }

    /// A key that a manifest must have.
    T0704 MANIFEST_LACKS Error {
        zh {
            message: "tiaoli.toml 缺「{key}」",
            label: "这份清单里没有它",
            help: "补一行：{key} = \"…\"",
        }
        en {
            message: "the manifest lacks `{key}`",
            label: "it is not among these keys",
            help: "add a line {key} = \"…\"",
        }
    }

    /// A value of a manifest that is not a text, or empty.
    T0705 MANIFEST_VALUE Error {
        zh {
            message: "「{key}」的值应是不为空的文字",
            label: "不是文字，或是空的",
            help: "写作：{key} = \"…\"",
        }
        en {
            message: "the value of `{key}` must be a text that is not empty",
            label: "not a text, or empty",
            help: "write {key} = \"…\"",
        }
    }

    /// A language version that this tool does not know.
    T0706 LANGUAGE_VERSION Error {
        zh {
            message: "不认识语言版本「{version}」",
            label: "本工具只读版本 {known}",
            help: "换用更新的工具，或改为 {known}",
        }
        en {
            message: "unknown language version `{version}`",
            label: "this tool reads version {known}",
            help: "take a newer tool, or write {known}",
        }
    }

    /// A package without its document.
    T0707 NO_DOCUMENT Error {
        zh {
            message: "没有文件原文「{path}」",
            help: "把公布的文件全文存入 {path}",
        }
        en {
            message: "the document `{path}` is missing",
            help: "put the full text of the document, as published, into {path}",
        }
    }

    /// A name of the document that leads out of the package.
    T0708 DOCUMENT_ELSEWHERE Error {
        zh {
            message: "文件原文须在政策包的文件夹里，不能是「{path}」",
            label: "不在文件夹里",
            help: "只写文件名，例如 source.txt",
        }
        en {
            message: "the document must lie in the folder of the package, not at `{path}`",
            label: "leads out of the folder",
            help: "write the name of a file only, such as source.txt",
        }
    }

    /// A package without cuts.
    T0709 NO_CUTS Error {
        zh {
            message: "没有 source.clauses，不知道文件分为哪些条款",
            help: "用 tiaoli cut {path} --propose --write 生成初稿，再逐行修改",
        }
        en {
            message: "source.clauses is missing, so the clauses of the document are not known",
            help: "draft it with tiaoli cut {path} --propose --write, then edit it line by line",
        }
    }

    /// A package without rules.
    T0710 NO_RULES Error {
        zh {
            message: "「{path}」里没有 .tiaoli 文件",
            help: "把规则写在以 .tiaoli 结尾的文件里",
        }
        en {
            message: "there is no .tiaoli file in `{path}`",
            help: "write the rules into files that end in .tiaoli",
        }
    }

    /// A file that is not UTF-8.
    T0711 NOT_UTF8 Error {
        zh {
            message: "「{path}」不是 UTF-8 编码（第 {line} 行）",
            help: "另存为 UTF-8",
        }
        en {
            message: "`{path}` is not UTF-8 (line {line})",
            help: "save it as UTF-8",
        }
    }

    /// A file larger than any of its kind is.
    T0712 TEXT_TOO_LARGE Error {
        zh {
            message: "「{path}」超过 {most} MiB",
            help: "拆成几个文件，附件另存",
        }
        en {
            message: "`{path}` has more than {most} MiB",
            help: "split it, and keep annexes apart",
        }
    }

    /// More files than a package has.
    T0713 TOO_MANY_FILES Error {
        zh {
            message: "「{path}」里的 .tiaoli 文件超过 {most} 个",
            help: "合并一些文件",
        }
        en {
            message: "there are more than {most} .tiaoli files in `{path}`",
            help: "join some of them",
        }
    }

    /// An application that is refused as a whole.
    T0720 APPLICATION_REFUSED Error {
        zh {
            message: "申请不能受理：{why}",
            label: "此处",
            help: "{help}",
        }
        en {
            message: "the application is refused: {why}",
            label: "here",
            help: "{help}",
        }
    }
}
