//! Two dictionaries to one: the same alias or Chinese name on the same rows is the same fact, and must then be of the same
//! type. What only the companion has comes behind.

use super::{Told, level_name};
use std::collections::BTreeMap;
use tiaoli_eval::program::{
    Absence, EnumId, Enumeration, Fact, FactId, FactKind, Level, LevelId, Name, Place, Program, Ty, Written,
};
use tiaoli_eval::table::Id;
use tiaoli_source::{Code, Diagnostic};

/// Where the companion's levels, facts and members stand in the joint program.
type Joined = (Vec<LevelId>, Vec<FactId>, Vec<(EnumId, Vec<u8>)>);

/// Joins the dictionary of a companion.
pub(super) fn join(joint: &mut Program, other: &Program, told: &mut Told<'_>) -> Joined {
    let title = other.policy.short().to_owned();
    let mut join = Join { other, title, levels: Vec::new(), facts: Vec::new(), enums: BTreeMap::new() };
    join.levels(joint, told);
    join.ladders(joint, told);
    for (id, fact) in other.facts.iter() {
        let found = join.fact(joint, id, fact, told);
        join.facts.push(found);
    }
    join.lists(joint);
    let enums = other.enums.iter().map(|(id, it)| join.members(joint, id, it)).collect();
    (join.levels, join.facts, enums)
}

struct Join<'o> {
    other: &'o Program,
    title: String,
    levels: Vec<LevelId>,
    facts: Vec<FactId>,
    enums: BTreeMap<EnumId, (EnumId, Vec<u8>)>,
}

fn is_payment(fact: &Fact) -> bool {
    matches!(fact.written, Written::Payment(_))
}

fn alike(one: &Name, other: &Name) -> bool {
    one.alias == other.alias || one.zh == other.zh
}

impl Join<'_> {
    fn level(&self, id: LevelId) -> LevelId {
        self.levels.get(id.index()).copied().unwrap_or(id)
    }

    /// The three levels of every application are the same; lists are where they are called the same below the same rows.
    /// The lists of earlier payments are each policy's own, since they speak of its clauses.
    fn levels(&mut self, joint: &mut Program, told: &mut Told<'_>) {
        for (_, level) in self.other.levels.iter() {
            let parent = level.parent.map(|parent| self.level(parent));
            let known = joint.levels.iter().find(|(_, it)| match (it.place, level.place) {
                (Place::List(own), Place::List(theirs)) => {
                    let payments = joint.facts.get(own).is_none_or(is_payment)
                        || self.other.facts.get(theirs).is_none_or(is_payment);
                    !payments && alike(&it.name, &level.name)
                }
                (Place::Values(_), Place::Values(_)) => it.parent == parent && alike(&it.name, &level.name),
                (own, theirs) => own == theirs,
            });
            let found = match known {
                Some((id, it)) => {
                    if it.parent != parent {
                        let of = |of: Option<LevelId>| of.map(|of| level_name(joint, of)).unwrap_or_default();
                        let problem = Diagnostic::new(Code::COMPANION_LIST)
                            .arg("name", &level.name.zh)
                            .arg("alias", &level.name.alias)
                            .arg("own", of(it.parent))
                            .arg("theirs", of(parent))
                            .arg("title", &*self.title);
                        told.say(problem, None);
                    }
                    id
                }
                None => joint.levels.push(Level { parent, ..level.clone() }),
            };
            self.levels.push(found);
        }
    }

    fn ladders(&mut self, joint: &mut Program, told: &mut Told<'_>) {
        for (id, it) in self.other.enums.iter().filter(|(_, it)| it.ordered) {
            let Some((own, known)) = joint.enums.iter().find(|(_, own)| own.ordered && alike(&own.name, &it.name))
            else {
                continue;
            };
            let same = known.members.len() == it.members.len()
                && known.members.iter().zip(&it.members).all(|(one, other)| alike(one, other));
            if !same {
                let words =
                    |of: &Enumeration| of.members.iter().map(|it| it.zh.as_str()).collect::<Vec<_>>().join("、");
                let problem = Diagnostic::new(Code::COMPANION_LADDER)
                    .arg("name", &it.name.zh)
                    .arg("own", words(known))
                    .arg("theirs", words(it))
                    .arg("title", &*self.title);
                told.say(problem, None);
            }
            self.enums.insert(id, (own, (0..it.members.len()).filter_map(|at| u8::try_from(at).ok()).collect()));
        }
    }

    /// The enumeration that stands for one of the companion's; behind the others where none does yet.
    fn members(&mut self, joint: &mut Program, id: EnumId, it: &Enumeration) -> (EnumId, Vec<u8>) {
        let new = || (0..it.members.len()).filter_map(|at| u8::try_from(at).ok()).collect();
        self.enums.entry(id).or_insert_with(|| (joint.enums.push(it.clone()), new())).clone()
    }

    /// The fact of the joint program that is the companion's.
    fn fact(&mut self, joint: &mut Program, id: FactId, fact: &Fact, told: &mut Told<'_>) -> FactId {
        let level = self.level(fact.level);
        let known =
            joint.facts.iter().find(|(_, it)| !is_payment(it) && !is_payment(fact) && alike(&it.name, &fact.name));
        let Some(own) = known.map(|(id, _)| id) else {
            let ty = self.ty(joint, &fact.ty);
            return joint.facts.push(Fact { level, ty, ..fact.clone() });
        };
        self.same(joint, own, id, told);
        if let Some(it) = joint.facts.get_mut(own) {
            let others = [&fact.name.alias, &fact.name.zh].into_iter().chain(&fact.name.also).chain(&fact.name.in_full);
            let more: Vec<String> = others.filter(|name| !name.is_empty() && !it.name.is(name)).cloned().collect();
            it.name.also.extend(more);
            if it.absence == Absence::Replaces || it.absence == Absence::YearOfEvaluation {
                it.absence = if fact.absence == it.absence { it.absence } else { Absence::Unknown };
            }
            // A finding may be none of the values.
            if fact.kind == FactKind::Found {
                it.kind = FactKind::Found;
            }
        }
        own
    }

    /// Whether two facts that are called the same are one; its values are then those of both.
    fn same(&mut self, joint: &mut Program, own: FactId, theirs: FactId, told: &mut Told<'_>) {
        let (Some(it), Some(fact)) = (joint.facts.get(own).cloned(), self.other.facts.get(theirs)) else { return };
        let members = match (&it.ty, &fact.ty) {
            (Ty::Member(own), Ty::Member(theirs)) => self.union(joint, *own, *theirs),
            (own, theirs) => own == theirs,
        };
        let optional = |fact: &Fact| fact.absence == Absence::None;
        let same = members
            && it.level == self.level(fact.level)
            && it.written == fact.written
            && it.list.is_some() == fact.list.is_some()
            && optional(&it) == optional(fact);
        let place = (told.declared)(own);
        let problem = |code: Code| {
            let problem = Diagnostic::new(code).arg("name", &it.name.zh).arg("alias", &it.name.alias);
            problem.arg("title", &*self.title)
        };
        if !same {
            let (own, theirs) = (words(joint, &it), words(self.other, fact));
            told.say(problem(Code::COMPANION_FACT).arg("own", own).arg("theirs", theirs), place);
        } else if it.kind == FactKind::Determined || fact.kind == FactKind::Determined {
            told.say(problem(Code::COMPANION_DECIDED), place);
        }
    }

    /// Adds the members that only the companion has. Ladders were compared before.
    fn union(&mut self, joint: &mut Program, own: EnumId, theirs: EnumId) -> bool {
        if let Some((known, _)) = self.enums.get(&theirs) {
            return *known == own;
        }
        let (Some(it), Some(other)) = (joint.enums.get_mut(own), self.other.enums.get(theirs)) else { return false };
        if it.ordered || other.ordered {
            return false;
        }
        let mut places = Vec::new();
        for member in &other.members {
            let at = it.members.iter().position(|known| alike(known, member));
            let at = at.unwrap_or_else(|| {
                it.members.push(member.clone());
                it.members.len() - 1
            });
            places.push(u8::try_from(at).unwrap_or(u8::MAX));
        }
        // A set of members has room for so many, and for "none of them".
        let fits = it.members.len() <= MOST_MEMBERS;
        self.enums.insert(theirs, (own, places));
        fits
    }

    fn ty(&mut self, joint: &mut Program, ty: &Ty) -> Ty {
        match ty {
            Ty::Member(of) => match self.other.enums.get(*of) {
                Some(it) => Ty::Member(self.members(joint, *of, it).0),
                None => ty.clone(),
            },
            Ty::Truth | Ty::Number { .. } | Ty::Date | Ty::Key => ty.clone(),
        }
    }

    /// New lists stand for their own facts; rows of a list are the same by what either policy says.
    fn lists(&mut self, joint: &mut Program) {
        for (id, level) in self.other.levels.iter() {
            let own = self.level(id);
            let fact = |fact: FactId| self.facts.get(fact.index()).copied().unwrap_or(fact);
            let place = match level.place {
                Place::List(of) => Place::List(fact(of)),
                Place::Values(of) => Place::Values(fact(of)),
                Place::Application | Place::Applicant | Place::Project => level.place,
            };
            let same_by = level.same_by.map(fact);
            if let Some(it) = joint.levels.get_mut(own) {
                it.place = place;
                it.same_by = it.same_by.or(same_by);
            }
        }
    }
}

/// The most members of an enumeration.
const MOST_MEMBERS: usize = 127;

/// A fact's declaration in the document's words: 每 项目 的 登记 金额.
fn words(program: &Program, fact: &Fact) -> String {
    let kind = match fact.kind {
        FactKind::Declared => "申报",
        FactKind::Recorded => "登记",
        FactKind::Found => "认定",
        FactKind::Determined => "核定",
        FactKind::Parameter => "参数",
    };
    let ty = match (&fact.ty, fact.written) {
        (_, Written::Rows) => "清单".to_owned(),
        (Ty::Truth, _) => "是否".to_owned(),
        (Ty::Date, _) => "日期".to_owned(),
        (Ty::Key, _) => "标识".to_owned(),
        (Ty::Member(of), _) => match program.enums.get(*of) {
            Some(it) if it.ordered => it.name.zh.clone(),
            Some(it) => {
                let members: Vec<&str> = it.members.iter().map(|it| it.zh.as_str()).take(3).collect();
                format!("之一 {}{}", members.join("、"), if it.members.len() > 3 { " …" } else { "" })
            }
            None => "之一".to_owned(),
        },
        (Ty::Number { .. }, Written::Money) => "金额".to_owned(),
        (Ty::Number { .. }, Written::Percent) => "比例".to_owned(),
        (Ty::Number { .. }, Written::Year) => "年份".to_owned(),
        (Ty::Number { unit, .. }, Written::Whole) => format!("整数（{unit}）"),
        (Ty::Number { unit, .. }, _) => format!("数（{unit}）"),
    };
    let many = if fact.list.is_some() && fact.written != Written::Rows { "多个" } else { "" };
    let optional = if fact.absence == Absence::None { " 可不填" } else { "" };
    format!("每 {} 的 {kind} {many}{ty}{optional}", level_name(program, fact.level))
}
