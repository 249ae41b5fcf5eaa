//! The clauses of the document, and the rules that some of them make up.
//!
//! A rule is stated for an applicant about whom everything is known. What happens while something is unknown is the business of `judge`, which tries every answer.

mod articles_10_and_11;
mod articles_1_to_3;
mod articles_4_to_6;
mod articles_7_to_9;
mod case;
mod ids;

use super::figure::Figure;
pub(crate) use case::Case;

/// What a claim asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A rule, by its place in [`RULES`].
    Rule(usize),
    /// The targets of section 1.2.
    Targets,
    /// A clause or section that awards nothing.
    Declaratory(String),
}

/// A claim, with the id by which it was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) clause: String,
    pub(crate) what: What,
}

/// One rule of the document.
pub(crate) struct Rule {
    /// Its id, then the other names by which it may be asked for.
    pub(crate) names: &'static [&'static str],
    /// The facts that its conditions and its sum are made of: each is asked for when it is missing.
    pub(crate) facts: &'static [&'static str],
    /// Facts that it uses and that are not missing when they are absent.
    pub(crate) optional: &'static [&'static str],
    /// The decided sum that settles its open outcome.
    pub(crate) decided_by: Option<&'static str>,
    pub(crate) monetary: bool,
    pub(crate) discretionary: bool,
    /// Its annual cap in yuan.
    pub(crate) annual_cap: Option<i64>,
    /// What the text gives for a case about which everything is known.
    pub(crate) award: fn(&Case<'_>) -> Ruling,
}

/// What a rule gives: an award, unless a condition failed.
pub(crate) struct Ruling {
    /// The facts whose conditions failed.
    pub(crate) failed: Vec<&'static str>,
    pub(crate) award: Award,
}

/// An award whose conditions hold.
pub(crate) enum Award {
    Fixed(Figure),
    Rate(Figure),
    /// A ceiling that the decided sum of the rule may settle.
    UpTo(Figure),
    /// A sum that was decided, and whether it was cut back.
    Decided(Figure, bool),
    Referral,
    CaseByCase,
    Right,
}

/// Every rule, in the order of the document.
pub(crate) const RULES: &[Rule] = &[
    RIGHT_TO_FINANCE,
    articles_1_to_3::CORE_TECHNOLOGY,
    articles_1_to_3::LABORATORY,
    articles_1_to_3::ENTERPRISE_INSTITUTE,
    articles_1_to_3::KEY_ENTERPRISE_INSTITUTE,
    articles_1_to_3::RD_CENTRE,
    articles_1_to_3::SERVICE_PLATFORM,
    articles_4_to_6::FIRST_PURCHASE,
    articles_4_to_6::DEMONSTRATION,
    articles_4_to_6::START_UP,
    articles_4_to_6::LEADING_PROJECT,
    articles_4_to_6::RENT,
    articles_4_to_6::CONTRIBUTION,
    articles_4_to_6::MAJOR_INVESTMENT,
    articles_4_to_6::FUND,
    articles_4_to_6::TALENT_PLANS,
    articles_4_to_6::TOP_TALENT,
    articles_4_to_6::LIBRARY_TALENT,
    articles_7_to_9::MATCHING,
    articles_7_to_9::CARRIER,
    articles_7_to_9::VOUCHERS,
    articles_10_and_11::LEAD_STANDARD,
    articles_10_and_11::TAKE_PART_IN_STANDARD,
    articles_10_and_11::CONFERENCE,
    RIGHT_TO_SPACE,
];

/// The rule or clause that goes by this id; `None` where the document has none.
pub(crate) fn asked(id: &str) -> Option<Asked> {
    let what = if let Some(rule) = RULES.iter().position(|rule| rule.names.contains(&id)) {
        What::Rule(rule)
    } else if ids::TARGETS.contains(&id) {
        What::Targets
    } else if ids::OTHERS.contains(&id) {
        What::Declaratory(id.to_owned())
    } else {
        return None;
    };
    Some(Asked { clause: id.to_owned(), what })
}

/// Every rule that awards or grants a right, in the order of the document.
pub(crate) fn every() -> Vec<Asked> {
    RULES
        .iter()
        .enumerate()
        .map(|(at, rule)| Asked { clause: rule.names[0].to_owned(), what: What::Rule(at) })
        .collect()
}

/// A rule about money with nothing special; the others are this with some fields changed.
const PLAIN: Rule = Rule {
    names: &[],
    facts: &[],
    optional: &[],
    decided_by: None,
    monetary: true,
    discretionary: false,
    annual_cap: None,
    award: |_| Ruling { failed: Vec::new(), award: Award::Right },
};

const RIGHT_TO_FINANCE: Rule = Rule { names: &["2.3.5.b"], monetary: false, ..PLAIN };

const RIGHT_TO_SPACE: Rule = Rule { names: &["4.2.b"], monetary: false, ..PLAIN };
