//! How texts read: each construct with its tree, each slip with its message, and nothing that breaks the parser.
#![cfg(test)]

mod constructs;
mod hostile;
mod show;
mod slips;
mod whole;
