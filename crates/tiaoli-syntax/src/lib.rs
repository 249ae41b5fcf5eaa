//! text to syntax tree and back: pest grammar, tree, formatter
