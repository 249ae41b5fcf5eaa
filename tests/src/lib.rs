//! every behaviour as prose with examples; golden tests of every clause of every policy
