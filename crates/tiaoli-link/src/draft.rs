//! An application built in Rust, without JSON in between.

use tiaoli_json::{Node, keys};

/// An application being written; [`Policy::typed`](crate::Policy::typed) reads it.
///
/// Names are those of the policy's dictionary, in Chinese or ASCII; a name it does not have refuses the application. For
/// names that the compiler checks, see the crate `tiaoli-types`.
///
/// ```
/// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
/// use tiaoli_link::{Asked, Draft, Given};
///
/// let draft = Draft::on("2024-06-30")
///     .applicant(Given::new().fact("kind", "company"))
///     .project("P1", &["1.1"], Given::new().fact("rd_spend", "1000000.00"));
/// # let draft = Draft::on("2024-06-30").project("P1", &["1.1"], Given::new());
/// let application = policy.typed(draft.into(), &Asked::default())?;
/// assert_eq!(application.projects.len(), 1);
/// # Ok::<(), tiaoli_link::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Draft {
    entries: Vec<(String, Node)>,
    projects: Vec<Node>,
}

impl Draft {
    /// An application on a date of evaluation: `2024-06-30`.
    #[must_use]
    pub fn on(as_of: &str) -> Self {
        Self::default().entry(keys::AS_OF, as_of.into())
    }

    /// Whether the policy is treated as in force where its first day is unknown.
    #[must_use]
    pub fn assume_in_force(self, assume: bool) -> Self {
        self.entry(keys::ASSUME_IN_FORCE, assume.into())
    }

    /// What is known of the applicant.
    #[must_use]
    pub fn applicant(self, facts: impl Into<Given>) -> Self {
        self.entry(keys::APPLICANT, facts.into().into())
    }

    /// A project, what it claims (nothing named: every rule), and what is known of it.
    #[must_use]
    pub fn project(mut self, id: &str, claims: &[&str], facts: impl Into<Given>) -> Self {
        let mut entries = vec![(keys::PROJECT_ID.to_owned(), Node::from(id))];
        if !claims.is_empty() {
            entries.push((keys::CLAIMS.to_owned(), claims.iter().map(|id| Node::from(*id)).collect()));
        }
        entries.push((keys::FACTS.to_owned(), facts.into().into()));
        self.projects.push(Node::Map(entries));
        self
    }

    /// An earlier payment, with the keys of the application's `prior_awards`.
    #[must_use]
    pub fn prior_award(mut self, award: Given) -> Self {
        match self.entries.iter_mut().find(|(key, _)| key == keys::PRIOR_AWARDS) {
            Some((_, Node::List(awards))) => awards.push(award.into()),
            _ => self.entries.push((keys::PRIOR_AWARDS.to_owned(), Node::List(vec![award.into()]))),
        }
        self
    }

    fn entry(mut self, key: &str, value: Node) -> Self {
        self.entries.retain(|(known, _)| known != key);
        self.entries.push((key.to_owned(), value));
        self
    }
}

impl From<Draft> for Node {
    fn from(draft: Draft) -> Self {
        let Draft { mut entries, projects } = draft;
        entries.push((keys::PROJECTS.to_owned(), Node::List(projects)));
        Node::Map(entries)
    }
}

/// What is known of an applicant, a project or a row: facts by name. What is not said is unknown.
///
/// ```
/// use tiaoli_link::Given;
///
/// let given = Given::new().fact("invested", "500.00").fact("registered", true).maybe("level", None::<String>);
/// assert_eq!(given.names().collect::<Vec<_>>(), ["invested", "registered"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    entries: Vec<(String, Node)>,
}

impl Given {
    /// Nothing is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A fact and its value: figures as decimal text, a truth as `bool`, a list as a `Vec`.
    #[must_use]
    pub fn fact(mut self, name: &str, value: impl Into<Node>) -> Self {
        self.entries.push((name.to_owned(), value.into()));
        self
    }

    /// A fact whose value may be unknown.
    #[must_use]
    pub fn maybe(self, name: &str, value: Option<impl Into<Node>>) -> Self {
        match value {
            Some(value) => self.fact(name, value),
            None => self,
        }
    }

    /// The names of what is known.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }
}

impl From<Given> for Node {
    fn from(given: Given) -> Self {
        Node::Map(given.entries)
    }
}
