//! T04xx: values and units that do not go together.

catalogue! {}
