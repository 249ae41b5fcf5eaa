//! T08xx: compiled files and the use of the tool.

catalogue! {
    /// A named file or folder that cannot be opened.
    T0801 CANNOT_OPEN Error {
        zh {
            message: "打不开「{path}」：{why}",
            help: "请核对路径",
        }
        en {
            message: "cannot open `{path}`: {why}",
            help: "check the path",
        }
    }

    /// A file that cannot be written.
    T0802 CANNOT_WRITE Error {
        zh {
            message: "写不了「{path}」：{why}",
            help: "请核对路径和权限",
        }
        en {
            message: "cannot write `{path}`: {why}",
            help: "check the path and its permissions",
        }
    }

    /// A file or folder that would be overwritten.
    T0803 ALREADY_THERE Error {
        zh {
            message: "「{path}」已经存在，不覆盖",
            help: "换一个名称，或先自行移开",
        }
        en {
            message: "`{path}` is already there and is not overwritten",
            help: "take another name, or move it away yourself",
        }
    }

    /// A reading on the command line that is not of the form A8-1=R2.
    T0804 READING_MALFORMED Error {
        zh {
            message: "读不懂读法「{said}」",
            help: "写作 --reading A8-1=R2，或 --readings all",
        }
        en {
            message: "cannot read the reading `{said}`",
            help: "write --reading A8-1=R2, or --readings all",
        }
    }

    /// A question that the register does not have.
    T0805 NO_SUCH_QUESTION Error {
        zh {
            message: "登记簿里没有问题「{id}」",
            help: "{help}",
        }
        en {
            message: "the register has no question `{id}`",
            help: "{help}",
        }
    }

    /// A reading that a question does not have.
    T0806 NO_SUCH_OPTION Error {
        zh {
            message: "{question} 没有读法「{id}」",
            help: "{help}",
        }
        en {
            message: "{question} has no reading `{id}`",
            help: "{help}",
        }
    }

    /// A reading that cannot be computed.
    T0807 READING_NOT_COMPUTED Error {
        zh {
            message: "读法 {id} 不能计算：缺「{lacks}」",
            help: "用 --readings all 看能够比较的读法",
        }
        en {
            message: "reading {id} cannot be computed: it lacks `{lacks}`",
            help: "see with --readings all which readings can be compared",
        }
    }

    /// Two readings that change the same sentence, or answer the same question.
    T0808 READINGS_CLASH Error {
        zh {
            message: "读法 {one} 与 {other} 不能并用：{why}",
            help: "只取其一",
        }
        en {
            message: "readings {one} and {other} cannot hold together: {why}",
            help: "take one of them",
        }
    }

    /// A date on the command line that is none.
    T0809 BAD_DATE Error {
        zh {
            message: "「{said}」不是日期",
            help: "写作 2021-06-30",
        }
        en {
            message: "`{said}` is no date",
            help: "write 2021-06-30",
        }
    }

    /// An application whose ending says no format.
    T0810 UNKNOWN_FORMAT Error {
        zh {
            message: "从「{path}」看不出格式",
            help: "以 .json、.yaml 或 .toml 结尾，或写明 --input-format",
        }
        en {
            message: "the format of `{path}` is not known",
            help: "let it end in .json, .yaml or .toml, or say --input-format",
        }
    }

    /// Neither a policy nor a folder to look in.
    T0811 NO_POLICY_NAMED Error {
        zh {
            message: "没有给出政策，当前文件夹也不是政策包",
            help: "写明政策包的文件夹",
        }
        en {
            message: "no policy is named, and this folder is no package",
            help: "name the folder of a policy package",
        }
    }

    /// A project or clause to explain that the application does not have.
    T0812 NOT_IN_APPLICATION Error {
        zh {
            message: "申请里没有{what}「{id}」",
            help: "{help}",
        }
        en {
            message: "the application has no {what} `{id}`",
            help: "{help}",
        }
    }

    /// A name for a new policy that would not do as a file name.
    T0813 BAD_NAME Error {
        zh {
            message: "「{name}」不能作政策包的名称",
            help: "用文字、数字、连字符，不含斜线和空格",
        }
        en {
            message: "`{name}` will not do as the name of a package",
            help: "use letters, digits and hyphens, without slashes or blanks",
        }
    }

    /// A claim that several projects ask for.
    T0814 WHICH_PROJECT Error {
        zh {
            message: "有几个项目，不知道看哪一个",
            help: "写明 --project：{ids}",
        }
        en {
            message: "there are several projects, and it is not said which",
            help: "say --project: {ids}",
        }
    }

    /// A filter that leaves no case.
    T0816 NO_SUCH_CASE Error {
        zh {
            message: "没有条款或标题符合「{filter}」的算例",
            help: "写条款编号，例如 {id}，或标题里的字",
        }
        en {
            message: "no case has `{filter}` as its clause or in its title",
            help: "write the id of a clause, such as {id}, or words of a title",
        }
    }

    /// An output that does not read back as it should, so nothing was written: a fault of ours.
    T0815 NOT_WRITTEN Error {
        zh {
            message: "「{path}」写出后读回不一致，没有替换",
            help: "这是工具的错误，请连同政策包一并报告",
        }
        en {
            message: "`{path}` would not read back as written, and was not replaced",
            help: "this is a fault of the tool: please report it with the package",
        }
    }

    /// A file to lay out that holds no rules.
    T0890 NOT_RULES Error {
        zh {
            message: "「{path}」不是 .tiaoli 文件",
            help: "写 .tiaoli 文件，或装着它们的文件夹",
        }
        en {
            message: "`{path}` is no .tiaoli file",
            help: "name .tiaoli files, or a folder that holds some",
        }
    }

    /// Nothing to share.
    T0870 NO_ALLOCATION Error {
        zh {
            message: "「{path}」没有写 分配",
            help: "有预算或名额要分的，在规则里写 分配；只算一份申请的，用 tiaoli eval",
        }
        en {
            message: "`{path}` has no 分配",
            help: "write a 分配 for a budget or quota; for one application use tiaoli eval",
        }
    }

    /// Nobody applies.
    T0871 NO_APPLICATIONS Error {
        zh {
            message: "没有一份申请",
            help: "申请一份一个文件、写成 JSON 数组，或一行一份",
        }
        en {
            message: "there is no application",
            help: "give one a file, a JSON array, or one a line",
        }
    }

    /// A revision or folder that a comparison names and that is not there.
    T0892 NO_SUCH_REVISION Error {
        zh {
            message: "没有「{revision}」这个文件夹，也没有这个 git 版本",
            help: "写文件夹的路径，或 git 版本，例如 HEAD~1",
        }
        en {
            message: "there is no folder `{revision}`, and no such git revision",
            help: "name a folder, or a git revision such as HEAD~1",
        }
    }

    /// A compiled file that is refused.
    T0817 COMPILED_REFUSED Error {
        zh {
            message: "编译文件「{path}」不能用：{why}",
            help: "请从政策包重新编译（tiaoli build），或向来源索取完好的文件",
        }
        en {
            message: "the compiled file `{path}` is refused: {why}",
            help: "build it again from its package (tiaoli build), or ask its source for a whole one",
        }
    }

    /// A compiled file without the signature that was asked for.
    T0818 NOT_SIGNED Error {
        zh {
            message: "编译文件「{path}」没有所要求的签名：{why}",
            help: "签名文件与编译文件同处一个文件夹，名称后加 .minisig，由「minisign -S -m 文件」生成",
        }
        en {
            message: "the compiled file `{path}` does not have the signature that was asked for: {why}",
            help: "the signature stands beside the file, with .minisig after its name; `minisign -S -m FILE` makes it",
        }
    }

    /// A verb that needs the texts of a package was given a compiled file.
    T0819 NEEDS_THE_PACKAGE Error {
        zh {
            message: "「{path}」是编译文件，没有规则的原文和算例",
            help: "写明政策包的文件夹；看编译文件用 tiaoli inspect",
        }
        en {
            message: "`{path}` is a compiled file: it has neither the text of the rules nor golden cases",
            help: "name the folder of the package; to see a compiled file, run tiaoli inspect",
        }
    }

    /// A program that cannot be put into a compiled file.
    T0820 NOT_BUILT Error {
        zh {
            message: "不能编译成文件：{why}",
            help: "这是工具的限度或错误，请连同政策包一并报告",
        }
        en {
            message: "it cannot be made into a compiled file: {why}",
            help: "this is a limit or a fault of the tool: please report it with the package",
        }
    }
}
