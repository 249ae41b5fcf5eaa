//! T08xx: compiled files and the use of the tool.

catalogue! {}
