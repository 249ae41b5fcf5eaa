//! T03xx: names that nothing declares, or two things.

catalogue! {}
