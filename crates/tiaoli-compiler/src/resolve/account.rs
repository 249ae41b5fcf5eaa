//! Every clause of the document is accounted for in exactly one of six ways.

use super::{Article, Resolved, Slotted};
use std::collections::BTreeMap;
use tiaoli_eval::program::{Account, ClauseId, When};
use tiaoli_eval::table::Id;
use tiaoli_source::document::{ClauseKind, Document};
use tiaoli_source::{Code, Diagnostic, Problems, Span, suggest};
use tiaoli_syntax::ast::{self, GrantKind, Item, SentenceKind};

/// Enters the articles, rights, targets, declarations and the settlement, with their clauses.
pub(super) fn collect<'a>(items: &[&'a Item], resolved: &mut Resolved<'a>, problems: &mut Problems) {
    let mut policy: Option<&ast::Policy> = None;
    let mut settled = false;
    for item in items {
        match item {
            Item::Policy(it) => {
                if policy.is_some() {
                    problems.push(Diagnostic::new(Code::ITEM_TWICE).at(it.span).arg("name", "政策"));
                }
                policy = Some(it);
                head(it, resolved, problems);
            }
            Item::Right(it) => block(Article::new(&it.id, None, it.span), &it.sentences, resolved, problems),
            Item::Article(it) => {
                title(&it.id, it.title.as_ref(), resolved.document, problems);
                block(Article::new(&it.id, Some(&it.per), it.span), &it.sentences, resolved, problems);
            }
            Item::Definition(it) => {
                title(&it.id, it.title.as_ref(), resolved.document, problems);
                let article = Article { definitions: true, ..Article::new(&it.id, it.per.as_ref(), it.span) };
                block(article, &it.sentences, resolved, problems);
            }
            Item::Settlement(it) => {
                if settled {
                    problems.push(Diagnostic::new(Code::ITEM_TWICE).at(it.span).arg("name", "结算"));
                }
                settled = true;
                for sentence in &it.sentences {
                    if let Some(clause) = clause_of(&sentence.id, resolved.document, problems) {
                        resolved.settlement.push(Slotted { clause, when: When::default(), sentence });
                    }
                }
            }
            Item::Target(it) => {
                if let Some(clause) = clause_of(&it.id, resolved.document, problems) {
                    resolved.targets.push((clause, it));
                }
            }
            Item::Procedure(it) => {
                title(&it.id, it.title.as_ref(), resolved.document, problems);
                for step in &it.steps {
                    let Some(clause) = clause_of(&step.id, resolved.document, problems) else { continue };
                    if is_under(&step.id.text, &it.id.text) {
                        resolved.steps.push((clause, step));
                    } else {
                        problems.push(
                            Diagnostic::new(Code::CLAUSE_OUTSIDE)
                                .at(step.id.span)
                                .arg("id", &step.id.text)
                                .arg("article", &it.id.text),
                        );
                    }
                }
                resolved.procedures.push(it);
            }
            Item::Setting(it) => resolved.settings.push(it),
            Item::Allocation(it) => {
                let known: Vec<_> = it.ids.iter().map(|id| clause_of(id, resolved.document, problems)).collect();
                if known.iter().all(Option::is_some) {
                    resolved.allocations.push(it);
                }
            }
            Item::QueueCase(it) => resolved.queues.push(it),
            Item::Case(it) => resolved.cases.push(it),
            Item::Declaration(_)
            | Item::Ladder(_)
            | Item::Entity(_)
            | Item::Parameter(_)
            | Item::Calendar(_)
            | Item::Reading(_) => {}
        }
    }
    if policy.is_none() && resolved.whole {
        problems.push(Diagnostic::new(Code::NO_POLICY));
    }
    for item in items {
        if let Item::Declaration(it) = item {
            for (_, ids, except) in &it.lines {
                declare(ids, except, resolved, problems);
            }
        }
    }
    resolved.articles.sort_by_key(|article| article.sentences.first().map(|sentence| sentence.clause));
    resolved.targets.sort_by_key(|(clause, _)| *clause);
}

fn head(policy: &ast::Policy, resolved: &mut Resolved<'_>, problems: &mut Problems) {
    if let Some(title) = resolved.document.title().filter(|title| *title != policy.title.text) {
        problems.push(Diagnostic::new(Code::TITLE_DIFFERS).at(policy.title.span).arg("title", title));
    }
    resolved.also = policy.also.iter().map(|name| name.text.clone()).collect();
    resolved.first_day_counts = policy.first_day_counts;
    for (word, included, span) in &policy.bounds {
        if resolved.bounds.insert(*word, *included).is_some() {
            problems.push(Diagnostic::new(Code::ITEM_TWICE).at(*span).arg("name", "本数"));
        }
    }
}

fn title(id: &ast::Id, title: Option<&ast::Text>, document: &Document, problems: &mut Problems) {
    let Some(title) = title else { return };
    if let Some(heading) = document.article_title(&id.text).filter(|heading| *heading != title.text) {
        problems.push(Diagnostic::new(Code::TITLE_DIFFERS).at(title.span).arg("title", heading));
    }
}

fn block<'a>(
    mut article: Article<'a>,
    sentences: &'a [ast::Sentence],
    resolved: &mut Resolved<'a>,
    problems: &mut Problems,
) {
    let id = article.id;
    for sentence in sentences {
        let Some(clause) = clause_of(&sentence.id, resolved.document, problems) else { continue };
        if !is_under(&sentence.id.text, &id.text) {
            problems.push(
                Diagnostic::new(Code::CLAUSE_OUTSIDE)
                    .at(sentence.id.span)
                    .arg("id", &sentence.id.text)
                    .arg("article", &id.text),
            );
            continue;
        }
        article.sentences.push(Slotted { clause, when: When::default(), sentence });
    }
    resolved.articles.push(article);
}

/// Whether `id` is `unit` or stands inside it.
pub(super) fn is_under(id: &str, unit: &str) -> bool {
    id.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The clause of the document that an id names.
pub(super) fn clause_of(id: &ast::Id, document: &Document, problems: &mut Problems) -> Option<ClauseId> {
    let found = document.index_of(&id.text).map(ClauseId::from_index);
    if found.is_none() {
        problems.push(unknown_clause(id, document));
    }
    found
}

pub(crate) fn unknown_clause(id: &ast::Id, document: &Document) -> Diagnostic {
    let ids = document.clauses.iter().filter(|clause| clause.kind == ClauseKind::Text).map(|clause| clause.id.as_str());
    let under = document.under(&id.text);
    let help = match (under.is_empty(), suggest(&id.text, ids)) {
        (false, _) => {
            let ids: Vec<&str> = under
                .iter()
                .filter_map(|at| document.clauses.get(*at))
                .map(|clause| clause.id.as_str())
                .take(6)
                .collect();
            tiaoli_source::Value::said(
                format!("这是一节；写它之下的条款：{}", ids.join("、")),
                format!("this is a section; name a clause of it: {}", ids.join(", ")),
            )
        }
        (true, Some(near)) => tiaoli_source::Value::said(format!("是否想写 {near}？"), format!("did you mean {near}?")),
        (true, None) => tiaoli_source::Value::said(
            "条款编号见 source.clauses".to_owned(),
            "the ids of clauses stand in source.clauses".to_owned(),
        ),
    };
    Diagnostic::new(Code::UNKNOWN_CLAUSE).at(id.span).arg("id", &id.text).arg("help", help)
}

/// 宣示: each id, a clause or a section, awards nothing; what an exception names is left out.
fn declare(ids: &[ast::Id], except: &[ast::Id], resolved: &mut Resolved<'_>, problems: &mut Problems) {
    for id in ids.iter().chain(except) {
        if resolved.document.under(&id.text).is_empty() {
            problems.push(unknown_clause(id, resolved.document));
        }
    }
    let apart: Vec<usize> = except.iter().flat_map(|id| resolved.document.under(&id.text)).collect();
    for id in ids {
        for at in resolved.document.under(&id.text) {
            if let Some(clause) = resolved.document.clauses.get(at).filter(|_| !apart.contains(&at)) {
                resolved.declared.push((clause.id.to_string(), id.span));
            }
        }
        if resolved.document.index_of(&id.text).is_none() {
            resolved.declared.push((id.text.clone(), id.span));
        }
    }
}

/// Fills the account of every clause and reports those without one or with two.
pub(super) fn complete(resolved: &mut Resolved<'_>, problems: &mut Problems) {
    let mut accounts: BTreeMap<ClauseId, (Account, usize, Span)> = BTreeMap::new();
    let mut put = |clause: ClauseId, account: Account, block: usize, span: Span, problems: &mut Problems| match accounts
        .get_mut(&clause)
    {
        Some((known, at, _)) if *at == block => {
            if *known == Account::Encoded {
                *known = account;
            }
        }
        Some((_, _, first)) => {
            let id = resolved.document.clauses.get(clause.index()).map(|it| it.id.to_string()).unwrap_or_default();
            problems.push(Diagnostic::new(Code::CLAUSE_TWICE).at(span).also(*first).arg("id", &id).clause(id));
        }
        None => {
            accounts.insert(clause, (account, block, span));
        }
    };
    for (block, article) in resolved.articles.iter().enumerate() {
        for slotted in article.sentences.iter().filter(|it| it.when.all.is_empty()) {
            put(slotted.clause, account_of(&slotted.sentence.kind), block, slotted.sentence.id.span, problems);
        }
    }
    let beyond = resolved.articles.len();
    for slotted in resolved.settlement.iter().filter(|it| it.when.all.is_empty()) {
        put(slotted.clause, Account::Encoded, beyond, slotted.sentence.id.span, problems);
    }
    for (index, id) in
        resolved.allocations.iter().enumerate().flat_map(|(at, it)| it.ids.iter().map(move |id| (at, id)))
    {
        if let Some(at) = resolved.document.index_of(&id.text) {
            put(ClauseId::from_index(at), Account::Encoded, beyond + 3 + index, id.span, problems);
        }
    }
    for (clause, target) in &resolved.targets {
        put(*clause, Account::Target, beyond + 1, target.id.span, problems);
    }
    for (clause, step) in &resolved.steps {
        put(*clause, Account::Declaratory, beyond + 3, step.id.span, problems);
    }
    for (id, span) in &resolved.declared {
        if let Some(at) = resolved.document.index_of(id)
            && resolved.document.clauses.get(at).is_some_and(|clause| clause.kind == ClauseKind::Text)
        {
            put(ClauseId::from_index(at), Account::Declaratory, beyond + 2, *span, problems);
        }
    }
    for (at, clause) in resolved.document.clauses.iter().enumerate() {
        let account = match clause.kind {
            ClauseKind::Title | ClauseKind::Heading => Account::Heading,
            ClauseKind::Text => match accounts.get(&ClauseId::from_index(at)) {
                Some((account, _, _)) => *account,
                None if !resolved.whole => Account::Declaratory,
                None => {
                    let mut problem = Diagnostic::new(Code::CLAUSE_UNCLAIMED).arg("id", &clause.id).clause(&clause.id);
                    problem.span = resolved.document.span_of(clause.id.as_str());
                    problems.push(problem);
                    Account::Declaratory
                }
            },
        };
        resolved.accounts.push(account);
    }
}

fn account_of(kind: &SentenceKind) -> Account {
    match kind {
        SentenceKind::Scope(_)
        | SentenceKind::Part(_)
        | SentenceKind::Exclusion(_)
        | SentenceKind::Meaning(_)
        | SentenceKind::Deeming(_)
        | SentenceKind::Across(_) => Account::Encoded,
        SentenceKind::Award(award) => match award.grant.kind {
            GrantKind::Document(_) | GrantKind::CaseByCase => Account::Referred,
            GrantKind::Unquantified(_) | GrantKind::Unrated(_) | GrantKind::Right(_) => Account::Right,
            GrantKind::Sums(_)
            | GrantKind::Ceilings(_)
            | GrantKind::Rates(..)
            | GrantKind::Heads(..)
            | GrantKind::PerUnit(..)
            | GrantKind::Recover(_) => Account::Encoded,
        },
    }
}
