//! Chinese names and the aliases that stand for them.

use super::words;
use crate::ast::{
    Article, Attribute, AttributeKind, BoundWord, Entity, Fact, File, Item, Ladder, Member, ModifierKind, Name,
    Sentence, SentenceKind, TypeKind,
};
use std::collections::BTreeMap;

/// What each name is called in English. A name that nothing declares stays as it is.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: BTreeMap<String, String>,
    /// Values by the fact or ladder that they belong to.
    values: BTreeMap<String, BTreeMap<String, String>>,
    /// Bound words of which the document says whether the figure is included.
    bounds: BTreeMap<BoundWord, bool>,
    /// The type of each fact that has a name for one.
    types: BTreeMap<String, String>,
}

impl Names {
    pub(super) fn of(files: &[File]) -> Self {
        let mut names = Names::default();
        for item in files.iter().flat_map(|file| &file.items) {
            match item {
                Item::Ladder(it) => names.ladder(it),
                Item::Entity(it) => names.entity(it),
                Item::Parameter(it) => names.declare([it.fact.name.text.as_str()], &it.fact.alias),
                Item::Article(it) => {
                    names.shown(it);
                    names.defined(&it.sentences);
                }
                Item::Procedure(it) => {
                    for step in &it.steps {
                        names.declare([step.name.text.as_str()], &step.alias);
                    }
                }
                Item::Definition(it) => names.defined(&it.sentences),
                Item::Policy(it) => names.bounds.extend(it.bounds.iter().map(|(word, included, _)| (*word, *included))),
                Item::Declaration(_)
                | Item::Calendar(_)
                | Item::Target(_)
                | Item::Right(_)
                | Item::Settlement(_)
                | Item::Reading(_)
                | Item::Setting(_)
                | Item::Allocation(_)
                | Item::QueueCase(_)
                | Item::Case(_) => {}
            }
        }
        // levels that a policy need not declare
        for (zh, en) in [("申请", "application"), ("申报主体", "applicant"), ("项目", "project")] {
            names.names.entry(zh.to_owned()).or_insert_with(|| en.to_owned());
        }
        names
    }

    /// The names of another policy, for what this one does not name itself.
    pub(super) fn behind(&mut self, other: Names) {
        for (name, english) in other.names {
            self.names.entry(name).or_insert(english);
        }
        for (fact, values) in other.values {
            let own = self.values.entry(fact).or_default();
            for (value, english) in values {
                own.entry(value).or_insert(english);
            }
        }
        for (fact, ty) in other.types {
            self.types.entry(fact).or_insert(ty);
        }
    }

    /// A name in English.
    pub(super) fn name(&self, name: &Name) -> String {
        self.names.get(&name.text).cloned().unwrap_or_else(|| name.text.clone())
    }

    /// A bound word after what it is said of, as the document takes it.
    pub(super) fn bound(&self, word: BoundWord) -> &'static str {
        self.bounds.get(&word).map_or(words::bound(word), |included| words::bound_said(word, *included))
    }

    /// Names, joined by `and`.
    pub(super) fn list(&self, names: &[Name]) -> String {
        super::list(names.iter().map(|it| self.name(it)), "and")
    }

    /// A value of a fact in English; one that the fact does not know is looked up among all.
    pub(super) fn value(&self, fact: &Name, value: &Name) -> String {
        let of = |of: &String| self.values.get(of)?.get(&value.text);
        let found = of(&fact.text).or_else(|| of(self.types.get(&fact.text)?));
        let anywhere = || self.values.values().find_map(|values| values.get(&value.text));
        // 其他 at the end of a list, where it is no value of its own
        let other = || if value.text == "其他" { "anything else".to_owned() } else { self.name(value) };
        found.or_else(anywhere).cloned().unwrap_or_else(other)
    }

    /// Declares a name and its other names.
    fn declare<'a>(&mut self, all: impl IntoIterator<Item = &'a str>, alias: &Name) {
        for name in all {
            self.names.entry(name.to_owned()).or_insert_with(|| spoken(alias));
        }
    }

    fn ladder(&mut self, ladder: &Ladder) {
        self.declare([ladder.name.text.as_str()], &ladder.alias);
        self.members(&ladder.name, &ladder.members);
    }

    fn entity(&mut self, entity: &Entity) {
        let also = entity.also.iter().map(|it| it.text.as_str());
        self.declare(also.chain([entity.name.text.as_str()]), &entity.alias);
        for fact in &entity.facts {
            self.fact(fact);
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let all: Vec<&str> =
            std::iter::once(fact.name.text.as_str()).chain(fact.attributes.iter().flat_map(other_names)).collect();
        self.declare(all.iter().copied(), &fact.alias);
        match &fact.ty.kind {
            TypeKind::OneOf(members) => {
                for name in all {
                    self.members(&Name { text: name.to_owned(), span: fact.name.span }, members);
                }
            }
            TypeKind::Named(ladder) => {
                for name in all {
                    self.types.entry(name.to_owned()).or_insert_with(|| ladder.text.clone());
                }
            }
            TypeKind::Whole(_) | TypeKind::Decimal(_) => {}
        }
    }

    /// 所称 小微企业 small_firm declares a name.
    fn defined(&mut self, sentences: &[Sentence]) {
        for sentence in sentences {
            if let SentenceKind::Meaning(it) = &sentence.kind {
                let all = it.also.iter().chain([&it.name]).map(|name| name.text.as_str());
                self.declare(all, &it.alias);
            }
        }
    }

    /// 列示 新增贡献 increment_base gives a name to a base.
    fn shown(&mut self, article: &Article) {
        for sentence in &article.sentences {
            let SentenceKind::Award(award) = &sentence.kind else { continue };
            for modifier in &award.modifiers {
                if let ModifierKind::Shown { name, alias } = &modifier.kind {
                    self.declare([name.text.as_str()], alias);
                }
            }
        }
    }

    fn members(&mut self, of: &Name, members: &[Member]) {
        let values = self.values.entry(of.text.clone()).or_default();
        for member in members {
            for name in std::iter::once(&member.name).chain(&member.also) {
                values.entry(name.text.clone()).or_insert_with(|| spoken(&member.alias));
            }
        }
    }
}

/// The names that an attribute gives to a fact beside its own.
fn other_names(attribute: &Attribute) -> Vec<&str> {
    match &attribute.kind {
        AttributeKind::Also(names) => names.iter().map(|it| it.text.as_str()).collect(),
        AttributeKind::InFull(text) => vec![text.text.as_str()],
        AttributeKind::DefaultYearOfEvaluation
        | AttributeKind::Optional
        | AttributeKind::Constraint(_)
        | AttributeKind::Ratio(..)
        | AttributeKind::AtMost(_) => Vec::new(),
    }
}

/// `is_it_enterprise` as words: IT enterprise.
pub(super) fn spoken(alias: &Name) -> String {
    let words = alias.text.strip_prefix("is_").unwrap_or(&alias.text).split('_');
    words.map(|word| words::abbreviation(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
}
