//! syntax tree to program: resolve, check, lower; and the checks of rules against the document
