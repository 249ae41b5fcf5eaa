//! T02xx: the text of a policy that does not read as one.

catalogue! {}
