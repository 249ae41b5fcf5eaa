//! T01xx: the published document, where it is cut, and whether it changed.

catalogue! {
    /// The first words of a clause are nowhere in the rest of its unit.
    T0101 CUT_NOT_FOUND Error {
        zh {
            message: "文件中找不到条款 {id} 的开头「{words}」",
            label: "文件这一部分没有这些字",
            help: "照抄文件原文中该条款开头的几个字，标点也须一致",
        }
        en {
            message: "the first words of clause {id}, `{words}`, are not in the document",
            label: "not in this part of the document",
            help: "copy the first words of the clause from the document, with their punctuation",
        }
    }
}
