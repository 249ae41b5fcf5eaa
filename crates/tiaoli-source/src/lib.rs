//! where text is, the clauses of the published document, and how a problem is said
