//! every behaviour as prose with examples; golden tests of every clause of every policy
//!
//! - [`oracle`]: the first policy decided a second time, from the documents alone and by brute force.
//! - [`generate`]: random applications, the same for the same seed.
//! - [`differs`]: where a decision is not what was expected.
//!
//! - [`desk`]: applications decided under the first policy.
//! - [`worlds`]: a second meaning of the nodes, in which everything is known.
//! - [`replay`]: explanations computed again.
//! - [`hostile`]: any bytes, through every door.
//! - [`damage`]: compiled files, damaged at random and on purpose.
//! - [`given`]: the applications of golden cases.
//! - [`suite`]: behaviours as prose with examples.
//! - [`book`]: the pages of the book.
//! - [`policy`]: the packages of the repository, compiled.
//!
//! The oracle, the generator and the comparison know no other crate of the workspace: what they share with the evaluator
//! is the text of the policy and the shape of the JSON, and nothing else.

pub mod book;
mod compare;
pub mod damage;
pub mod desk;
pub mod generate;
pub mod given;
pub mod hostile;
pub mod oracle;
pub mod policy;
pub mod replay;
pub mod suite;
pub mod worlds;

pub use compare::differs;
