//! T07xx: applications and manifests.

catalogue! {}
