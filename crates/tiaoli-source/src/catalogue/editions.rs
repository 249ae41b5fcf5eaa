//! T086x: the editions of one policy.

catalogue! {
    /// A folder with packages of several policies.
    T0860 EDITIONS_OF_SEVERAL Error {
        zh {
            message: "「{path}」里不是一份政策的几个版次，而是几份政策：{names}",
            help: "一份政策的各版，tiaoli.toml 里 name 相同；要看其中一份，写明它的文件夹",
        }
        en {
            message: "`{path}` does not hold editions of one policy but several policies: {names}",
            help: "editions have the same name in tiaoli.toml; to look at one policy name its folder",
        }
    }

    /// Two editions of one name.
    T0861 EDITION_TWICE Error {
        zh {
            message: "有两版都叫「{edition}」：{path}",
            help: "每一版的 edition 各不相同",
        }
        en {
            message: "two editions are called `{edition}`: {path}",
            help: "give each its own edition",
        }
    }

    /// An edition that does not say from when it applies.
    T0862 EDITION_WITHOUT_START Error {
        zh {
            message: "「{path}」没有写从哪一天起适用",
            help: "在它的 tiaoli.toml 写 valid_from = \"2021-01-01\"",
        }
        en {
            message: "`{path}` does not say from which day it applies",
            help: "write valid_from = \"2021-01-01\" in its tiaoli.toml",
        }
    }

    /// An edition that ends before it begins.
    T0863 EDITION_BACKWARDS Error {
        zh {
            message: "版次「{edition}」{from} 起适用，却在 {until} 就结束",
            help: "核对 {path} 里的 valid_from 和 valid_until",
        }
        en {
            message: "edition `{edition}` applies from {from}, and ends on {until}",
            help: "check valid_from and valid_until in {path}",
        }
    }

    /// Days that no edition covers.
    T0864 EDITIONS_GAP Error {
        zh {
            message: "{first} {last} 没有适用的版次：「{one}」已止，「{other}」未始",
            help: "这些日子按哪一版？旧版延用的，把 {path} 的 valid_until 写成 {before}",
        }
        en {
            message: "{first} {last} no edition applies: `{one}` has ended, `{other}` has not begun",
            help: "which edition holds on these days? If the old one goes on, let valid_until be {before} in {path}",
        }
    }

    /// Days that two editions cover.
    T0865 EDITIONS_OVERLAP Error {
        zh {
            message: "{first} {last} 有两版同时适用：「{one}」和「{other}」",
            help: "这些日子按哪一版？新版取代旧版的，把 {path} 的 valid_until 写成 {before}",
        }
        en {
            message: "{first} {last} two editions apply: `{one}` and `{other}`",
            help: "which of them holds on these days? If the new one replaces the old, let valid_until be {before} in {path}",
        }
    }

    /// A date of evaluation before the first edition or after the last.
    T0866 NO_EDITION Error {
        zh {
            message: "{date} 没有适用的版次：{why}",
            help: "核对 as_of；要按某一版算，写明那一版的文件夹",
        }
        en {
            message: "no edition applies on {date}: {why}",
            help: "check as_of; to decide under one edition name its folder",
        }
    }

    /// A folder of editions where one package is meant.
    T0867 WHICH_EDITION Error {
        zh {
            message: "「{path}」里有几份政策包，这里要一份",
            help: "写明一份：{paths}",
        }
        en {
            message: "`{path}` holds several packages, and one is meant here",
            help: "name one: {paths}",
        }
    }

    /// More editions than are read.
    T0868 TOO_MANY_EDITIONS Error {
        zh {
            message: "版次超过 {most} 个",
            help: "分放到几个文件夹",
        }
        en {
            message: "more than {most} editions",
            help: "part them into several folders",
        }
    }
}
