//! The keys of the shape itself. Every other key is a name of the policy's dictionary.

/// Date of evaluation.
pub const AS_OF: &str = "as_of";
/// Treat the policy as in force where its first day is unknown.
pub const ASSUME_IN_FORCE: &str = "assume_in_force";
/// The identity of the applicant, where many applications are looked at together.
pub const APPLICANT_ID: &str = "applicant_id";
/// Facts of the applicant.
pub const APPLICANT: &str = "applicant";
/// The projects.
pub const PROJECTS: &str = "projects";
/// Earlier payments.
pub const PRIOR_AWARDS: &str = "prior_awards";
/// The identity of a project.
pub const PROJECT_ID: &str = "project_id";
/// The clauses asked for.
pub const CLAIMS: &str = "claims";
/// Facts of a project.
pub const FACTS: &str = "facts";
/// The clause of an earlier payment.
pub const CLAUSE: &str = "clause";
/// The sum of an earlier payment.
pub const AMOUNT: &str = "amount";
/// The year that an earlier payment counts in.
pub const YEAR: &str = "year";
/// The level of the funds of an earlier payment.
pub const LEVEL: &str = "level";
/// Whether an earlier payment was a base grant of an upper level.
pub const BASE_GRANT: &str = "is_upstream_base_grant";

/// Whom of a list an earlier payment was for.
pub const KEY: &str = "key";
/// How many awards an earlier payment stands for.
pub const QUANTITY: &str = "quantity";
/// The rows of a list that may not be complete.
pub const ROWS: &str = "rows";
/// Whether the rows of a list are all there are.
pub const COMPLETE: &str = "complete";

/// The keys of a list that says whether it is complete.
pub const OF_LIST: [&str; 2] = [ROWS, COMPLETE];
/// The keys of an application beside its facts.
pub const OF_APPLICATION: [&str; 6] = [AS_OF, ASSUME_IN_FORCE, APPLICANT_ID, APPLICANT, PROJECTS, PRIOR_AWARDS];
/// The keys of a project.
pub const OF_PROJECT: [&str; 3] = [PROJECT_ID, CLAIMS, FACTS];
/// The keys of an earlier payment.
pub const OF_PRIOR_AWARD: [&str; 8] = [PROJECT_ID, CLAUSE, AMOUNT, YEAR, LEVEL, BASE_GRANT, KEY, QUANTITY];
