//! The projects of an application, and what each of them asks for.

use super::object::Object;
use super::path::Path;
use super::rows::Filling;
use super::{Reader, Step, id, list};
use crate::keys;
use crate::near::near;
use crate::node::Node;
use crate::problem::Problem;
use std::collections::BTreeSet;
use tiaoli_eval::application::Project;
use tiaoli_eval::program::{Claimable, Place, Program, RuleId};

impl Reader<'_> {
    pub(super) fn projects(&self, object: &Object<'_>, filling: &mut Filling<'_>) -> Step<Vec<Project>> {
        let root = Path::Root;
        let path = root.key(keys::PROJECTS);
        let Some(node) = object.get(keys::PROJECTS) else { return Err(Problem::MissingKey(keys::PROJECTS).at(path)) };
        let nodes = list(node, path)?;
        let level = filling.dictionary.at(Place::Project);
        filling.begin(level, u32::try_from(nodes.len()).unwrap_or(u32::MAX));
        let mut projects = Vec::new();
        let mut ids = BTreeSet::new();
        for (index, node) in nodes.iter().enumerate() {
            let path = path.item(index);
            let object = Object::new(node, &keys::OF_PROJECT, path)?;
            if let Some((key, _)) = object.rest.first() {
                return Err(filling.dictionary.unknown(key, None, object.keys).at(path.key(key)));
            }
            let id = id(object.get(keys::PROJECT_ID), keys::PROJECT_ID, path.key(keys::PROJECT_ID))?;
            if !ids.insert(id) {
                return Err(Problem::ProjectTwice(id.to_owned()).at(path.key(keys::PROJECT_ID)));
            }
            let claims = match object.get(keys::CLAIMS) {
                Some(node) => asked(self.program, node, path.key(keys::CLAIMS))?,
                None => every_rule(self.program),
            };
            let path = path.key(keys::FACTS);
            let facts = object.get(keys::FACTS).map(|node| Object::new(node, &[], path)).transpose()?;
            filling.row(level, facts.as_ref().map(|it| it.rest.as_slice()).unwrap_or_default(), &[], path)?;
            projects.push(Project { id: id.to_owned(), claims });
        }
        Ok(projects)
    }
}

/// Every rule of the policy, in document order, under its canonical id.
fn every_rule(program: &Program) -> Vec<(String, Claimable)> {
    program.rules.iter().map(|(id, rule)| (rule.id.clone(), Claimable::Rule(id))).collect()
}

/// The claims asked for. Where two ids name one thing, it is one claim under the first of them.
fn asked(program: &Program, node: &Node, path: Path<'_>) -> Step<Vec<(String, Claimable)>> {
    let mut claims: Vec<(String, Claimable)> = Vec::new();
    let mut rules: BTreeSet<RuleId> = BTreeSet::new();
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for (index, node) in list(node, path)?.iter().enumerate() {
        let path = path.item(index);
        let id = match node {
            Node::Null => return Err(Problem::EmptyId.at(path)),
            _ => id(Some(node), keys::CLAIMS, path)?,
        };
        let claimable = claimable(program, id, path)?;
        let first = match claimable {
            Claimable::Rule(rule) => rules.insert(*rule),
            Claimable::Targets(_) => !claims.iter().any(|(_, known)| known == claimable) && ids.insert(id),
            Claimable::Nothing | Claimable::Several(_) => ids.insert(id),
        };
        if first {
            claims.push((id.to_owned(), claimable.clone()));
        }
    }
    Ok(claims)
}

fn claimable<'p>(program: &'p Program, id: &str, path: Path<'_>) -> Step<&'p Claimable> {
    match program.claimable(id) {
        Some(Claimable::Several(rules)) => {
            let rules = rules.iter().filter_map(|rule| program.rules.get(*rule)).map(|rule| rule.id.clone()).collect();
            Err(Problem::SeveralRules { id: id.to_owned(), rules }.at(path))
        }
        Some(claimable) => Ok(claimable),
        None => {
            let near = near(id, program.claimable.iter().map(|(known, _)| known.as_str()));
            Err(Problem::UnknownClause { id: id.to_owned(), near }.at(path))
        }
    }
}
