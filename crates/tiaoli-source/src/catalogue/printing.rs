//! T029x: the layout of a policy.

catalogue! {
    /// A layout that does not read back as the same words, so nothing was written: a fault of ours.
    T0290 LAYOUT_DIFFERS Error {
        zh {
            message: "排版后读回的内容与原来不同，没有改动",
            help: "这是工具的错误，请连同这个文件一并报告",
        }
        en {
            message: "the layout would not read back as the same words; nothing was changed",
            help: "this is a fault of the tool: please report it with the file",
        }
    }
}
