//! What the sentences of a policy say of others, with their places; and what is wrong with that.

use crate::check::Checked;
use tiaoli_eval::program::{Claimable, Elsewhere, Policy, Program};
use tiaoli_source::{Code, Diagnostic, Problems, Span, Value, suggest};
use tiaoli_syntax::ast::{self, GrantKind, SentenceKind, SettlementKind};

/// A place where a policy speaks of another one.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    /// Of what.
    pub(crate) of: Elsewhere,
    /// The title.
    pub(crate) span: Span,
    /// The place of each id.
    ids: Vec<Span>,
    /// Whether it is a referral, which means something of its own where the other policy is not here.
    referral: bool,
}

fn reference(title: &ast::Text, ids: &[ast::Id], referral: bool) -> Reference {
    let of = Elsewhere { title: title.text.clone(), ids: ids.iter().map(|id| id.text.clone()).collect() };
    Reference { of, span: title.span, ids: ids.iter().map(|id| id.span).collect(), referral }
}

/// Every place where a policy speaks of another one.
pub(crate) fn references(checked: &Checked<'_>) -> Vec<Reference> {
    let mut found = Vec::new();
    for it in checked.articles.iter().flat_map(|article| &article.sentences) {
        if let SentenceKind::Award(award) = &it.sentence.kind
            && let GrantKind::Document(of) = &award.grant.kind
        {
            found.push(reference(&of.title, &of.ids, true));
        }
    }
    for it in &checked.settlement {
        if let SettlementKind::Exclusive(it) = &it.sentence.kind {
            found.extend(it.with.iter().map(|of| reference(&of.title, &of.ids, false)));
        }
    }
    for it in &checked.across {
        if let SettlementKind::Fallback(it) = &it.sentence.kind {
            found.extend(it.first_of.iter().map(|title| reference(title, &it.first, false)));
            found.extend(it.then_of.iter().map(|title| reference(title, &it.then, false)));
        }
    }
    found
}

/// What is said of policies that are not here, of clauses that they do not have, of companions that nobody speaks of.
pub(crate) fn check(own: &Policy, references: &[Reference], others: &[&Program], problems: &mut Problems) {
    let titles: Vec<&str> = others.iter().flat_map(|it| it.policy.titles()).collect();
    let spoken_of = |policy: &Policy| references.iter().any(|it| policy.is(&it.of.title));
    for it in references {
        let found = others.iter().find(|other| other.policy.is(&it.of.title));
        match found {
            Some(other) => clauses(it, other, problems),
            None => absent(it, &titles, problems),
        }
    }
    for other in others {
        // What speaks of this policy is here for its own sake.
        let speaks = |of: &Elsewhere| own.is(&of.title);
        let settlement = &other.settlement;
        let across = settlement.beside.iter().flat_map(|(_, it)| &it.with);
        let instead = settlement.instead.iter().map(|(_, it)| &it.then);
        let linked = other.referrals.iter().map(|(_, it)| &it.of).chain(across).chain(instead).any(speaks);
        let needed = others.iter().any(|one| one.referrals.iter().any(|(_, it)| other.policy.is(&it.of.title)));
        // A slip in the title is said where it stands.
        let misspelt = references.iter().any(|it| nearly(&it.of.title, &other.policy.titles()).is_some());
        if spoken_of(&other.policy) || linked || needed || misspelt {
            continue;
        }
        let said: Vec<&str> = references.iter().map(|it| it.of.title.as_str()).collect();
        let called = other.policy.titles();
        let help = if said.is_empty() {
            Value::said("不需要它就不要带上".to_owned(), "leave it out where it is not needed".to_owned())
        } else {
            Value::said(
                format!("规则里提到的有：{}；它叫：{}", said.join("、"), called.join("、")),
                format!("the rules speak of {}; it is called {}", said.join(", "), called.join(", ")),
            )
        };
        problems.push(Diagnostic::new(Code::COMPANION_UNUSED).arg("title", other.policy.short()).arg("help", help));
    }
}

/// Each id must name an award of the other policy.
fn clauses(it: &Reference, other: &Program, problems: &mut Problems) {
    let awards = other.claimable.iter().filter(|(_, of)| matches!(of, Claimable::Rule(_) | Claimable::Several(_)));
    let known: Vec<&str> = awards.map(|(id, _)| id.as_str()).collect();
    for (id, span) in it.of.ids.iter().zip(&it.ids) {
        let inside =
            |known: &str| known.strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        if known.iter().any(|known| inside(known)) {
            continue;
        }
        let ids: Vec<&str> = other.rules.iter().map(|(_, rule)| rule.id.as_str()).collect();
        let help = match suggest(id, known.iter().copied()) {
            Some(near) => Value::said(format!("是否想写 {near}？"), format!("did you mean {near}?")),
            None => Value::said(format!("它的给予：{}", ids.join("、")), format!("its awards are {}", ids.join(", "))),
        };
        let problem = Diagnostic::new(Code::COMPANION_CLAUSE).at(*span).arg("title", &it.of.title);
        problems.push(problem.arg("id", id).arg("help", help));
    }
}

/// A golden case that names a clause of a policy that is not here, or does not have it; `None` for a clause of this one.
pub(crate) fn not_there(joint: &Program, id: &ast::Id) -> Option<Diagnostic> {
    let (title, clause) = id.text.rsplit_once(' ')?;
    let companion = joint.companions.iter().find(|(_, it)| it.policy.is(title)).map(|(id, _)| id);
    let awards = joint.rules.iter().filter(|(_, rule)| companion.is_some() && rule.policy == companion);
    let awards: Vec<&str> = awards.map(|(_, rule)| rule.id.as_str()).collect();
    let help = if awards.is_empty() {
        Value::said(
            format!(
                "“{title}”没有带上：--with，或在 tiaoli.toml 写 with；名称有出入的，在它的 政策 后写（又称 “{title}”）"
            ),
            format!(
                "“{title}” is not here: give it with --with, or name it in tiaoli.toml; if it is called otherwise write （又称 “{title}”） in its 政策"
            ),
        )
    } else {
        Value::said(format!("它的给予：{}", awards.join("、")), format!("its awards are {}", awards.join(", ")))
    };
    let problem = Diagnostic::new(Code::COMPANION_CLAUSE).at(id.span).arg("title", title);
    Some(problem.arg("id", clause).arg("help", help))
}

/// Of so few characters another one makes another title: 甲办法, 乙办法.
const SHORT: usize = 4;

/// The title that was probably meant: one with a slip, or one that is a part of the other.
fn nearly<'t>(title: &str, titles: &[&'t str]) -> Option<&'t str> {
    let inside = |known: &&&str| known.contains(title) || title.contains(**known);
    let slip = || suggest(title, titles.iter().copied()).filter(|_| title.chars().count() > SHORT);
    titles.iter().find(inside).copied().or_else(slip)
}

/// A sentence that has no effect is noted; a referral stays one, unless it may be a slip.
fn absent(it: &Reference, titles: &[&str], problems: &mut Problems) {
    let near = nearly(&it.of.title, titles);
    if it.referral {
        if let Some(near) = near {
            let problem = Diagnostic::new(Code::REFERRAL_NEAR).at(it.span).arg("title", &it.of.title);
            problems.push(problem.arg("near", near));
        }
        return;
    }
    let help = match near {
        Some(near) => Value::said(format!("是否想写“{near}”？"), format!("did you mean “{near}”?")),
        None => Value::said(
            "要它起作用：--with 那份政策的文件夹，或在 tiaoli.toml 写 with = [\"../…\"]".to_owned(),
            "give it with --with FOLDER, or name it in tiaoli.toml: with = [\"../…\"]".to_owned(),
        ),
    };
    problems.push(Diagnostic::new(Code::COMPANION_ABSENT).at(it.span).arg("title", &it.of.title).arg("help", help));
}
