//! T05xx: rules against each other and against the document.

catalogue! {}
