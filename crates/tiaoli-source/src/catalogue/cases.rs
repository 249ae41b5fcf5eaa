//! T06xx: golden cases and readings.

catalogue! {}
