//! Awards for the rows of a list: what is counted, and who is whose rival.

use super::Context;
use crate::resolve::unit_named;
use tiaoli_eval::program::{LevelId, Place, Unit};
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::{self, SentenceKind};

/// 最多10人 counts awards: the award must be one for each of what is counted.
pub(super) fn count(context: &mut Context<'_, '_>, quantity: &ast::Quantity) {
    let Some(unit) = quantity.unit.as_ref().filter(|unit| unit.per.is_empty()) else { return };
    let counted = unit_named(&unit.first);
    // 人 are no projects: only people can be counted in 人.
    if counted != Unit::base("人") || is_list(context, context.at) {
        return;
    }
    let dictionary = &context.resolved.dictionary;
    let name = |level: LevelId| dictionary.levels.get(level).map_or("", |it| it.name.zh.as_str()).to_owned();
    let lists = dictionary
        .levels
        .iter()
        .find(|(id, it)| matches!(it.place, Place::List(_)) && dictionary.entity(&it.name.zh) == Some(*id));
    let list = lists.map_or_else(|| "员工".to_owned(), |(id, _)| name(id));
    let problem = Diagnostic::new(Code::COUNT_OF_WHAT)
        .at(quantity.span)
        .arg("count", format!("{}{}", quantity.digits, unit.first))
        .arg("unit", &unit.first)
        .arg("per", name(context.at))
        .arg("list", list);
    context.problem(problem);
}

fn is_list(context: &Context<'_, '_>, level: LevelId) -> bool {
    let place = context.resolved.dictionary.levels.get(level).map(|it| it.place);
    matches!(place, Some(Place::List(_) | Place::Values(_)))
}

/// 同一 X 不重复 says nothing of several rows below one X: whether they stand side by side must be said.
pub(super) fn rivals(context: &mut Context<'_, '_>, same: &ast::Name, between: &[ast::Id], except: &[ast::Id]) {
    let resolved = context.resolved;
    let is_in =
        |id: &str, out: &ast::Id| id == out.text || id.strip_prefix(&out.text).is_some_and(|it| it.starts_with('.'));
    let Some(key) = resolved.dictionary.entity(&same.text) else { return };
    for article in &resolved.articles {
        let level = resolved.level_of(article);
        // Of an enterprise's projects one is meant: that is what its key says.
        let below = level != key && is_list(context, level) && {
            let outside = std::mem::replace(&mut context.at, level);
            let below = context.in_reach(key);
            context.at = outside;
            below
        };
        if !below {
            continue;
        }
        let mut awards: Vec<&str> = Vec::new();
        for it in &article.sentences {
            let id = it.sentence.id.text.as_str();
            let left_out = except.iter().any(|out| is_in(id, out))
                || (!between.is_empty() && !between.iter().any(|of| is_in(id, of)));
            if matches!(it.sentence.kind, SentenceKind::Award(_)) && !left_out && !awards.contains(&id) {
                awards.push(id);
            }
        }
        if let Some(first) = awards.first() {
            let id = if awards.len() > 1 { article.id.text.as_str() } else { first };
            let per = article.per.map_or("", |per| per.text.as_str());
            let problem = Diagnostic::new(Code::ROWS_AS_RIVALS).at(same.span).also(article.id.span);
            context.problem(problem.arg("same", &same.text).arg("id", id).arg("per", per));
        }
    }
}
