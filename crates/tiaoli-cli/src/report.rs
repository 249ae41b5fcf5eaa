//! What a run comes to: texts and an exit, or problems that kept it from its work.

use std::process::ExitCode;
use tiaoli::document::Document;
use tiaoli::{Compiled, Diagnostic, Problems, Sources};

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to complain of.
    Fine,
    /// Errors in a package or an input, a failing case.
    Findings,
    /// The command line is wrong, or a named file cannot be opened.
    Usage,
    /// A compiled file that is refused.
    Refused,
}

impl Exit {
    /// The number that the process ends with.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Refused => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// What a verb prints.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    /// On standard output.
    pub(crate) stdout: String,
    /// On standard error.
    pub(crate) stderr: String,
    /// How it ends.
    pub(crate) exit: Exit,
}

impl Report {
    /// A text on standard output, and no complaint.
    pub(crate) fn fine(stdout: String) -> Self {
        Self { stdout, stderr: String::new(), exit: Exit::Fine }
    }
}

/// Problems that keep a verb from its work.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What is wrong.
    pub(crate) problems: Problems,
    /// The texts that it points into.
    pub(crate) sources: Sources,
    /// The document, where it was read.
    pub(crate) document: Option<Box<Document>>,
    /// How the run ends.
    pub(crate) exit: Exit,
}

impl Failure {
    /// One problem of an input.
    pub(crate) fn finding(problem: Diagnostic) -> Self {
        Self::of(problem, Exit::Findings)
    }

    /// One problem of the command line, or a named file that cannot be opened.
    pub(crate) fn usage(problem: Diagnostic) -> Self {
        Self::of(problem, Exit::Usage)
    }

    /// A compiled file that is refused.
    pub(crate) fn refused(problem: Diagnostic) -> Self {
        Self::of(problem, Exit::Refused)
    }

    /// A package that does not compile.
    pub(crate) fn of_package(compiled: Compiled) -> Self {
        let Compiled { problems, sources, document, .. } = compiled;
        Self { problems, sources, document: Some(Box::new(document)), exit: Exit::Findings }
    }

    fn of(problem: Diagnostic, exit: Exit) -> Self {
        let mut problems = Problems::new();
        problems.push(problem);
        Self { problems, sources: Sources::new(), document: None, exit }
    }
}
