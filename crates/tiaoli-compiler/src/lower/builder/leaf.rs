//! Leaves: constants, facts, parameters, what was paid before.

use super::Builder;
use tiaoli_eval::program::{
    Absence, Comparison, DefinitionId, EnumId, FactId, NodeId, Op, ReferralId, Ty, Unit, Value,
};

impl Builder<'_, '_> {
    pub(in crate::lower) fn truth(&mut self, value: bool) -> NodeId {
        self.push(Op::Const(Value::Truth(value)), Vec::new(), Ty::Truth, self.at)
    }

    pub(in crate::lower) fn number(&mut self, value: i128, scale: u8, unit: Unit) -> NodeId {
        self.push(Op::Const(Value::Number(value)), Vec::new(), Ty::Number { unit, scale }, self.at)
    }

    pub(in crate::lower) fn date(&mut self, days: i32) -> NodeId {
        self.push(Op::Const(Value::Number(i128::from(days))), Vec::new(), Ty::Date, self.at)
    }

    pub(in crate::lower) fn as_of(&mut self) -> NodeId {
        self.push(Op::AsOf, Vec::new(), Ty::Date, self.at)
    }

    pub(in crate::lower) fn assume_in_force(&mut self) -> NodeId {
        self.push(Op::AssumeInForce, Vec::new(), Ty::Truth, self.at)
    }

    /// What another policy pays.
    pub(in crate::lower) fn elsewhere(&mut self, referral: ReferralId, scale: u8) -> NodeId {
        self.push(Op::Elsewhere(referral), Vec::new(), Ty::Number { unit: Unit::yuan(), scale }, self.at)
    }

    pub(in crate::lower) fn undecided(&mut self) -> NodeId {
        self.push(Op::Undecided, Vec::new(), Ty::Number { unit: Unit::yuan(), scale: 2 }, self.at)
    }

    pub(in crate::lower) fn member(&mut self, of: EnumId, member: u8) -> NodeId {
        self.push(Op::Const(Value::Member(member)), Vec::new(), Ty::Member(of), self.at)
    }

    /// A value under the name that the policy gives it.
    pub(in crate::lower) fn named(&mut self, definition: DefinitionId, of: NodeId) -> NodeId {
        let (ty, level) = (self.ty(of), self.level(of));
        self.push(Op::Defined(definition), vec![of], ty, level)
    }

    /// 3.1 已拨付金额: what was paid before for whom the sentence decides: the enterprise, a project, a person.
    pub(in crate::lower) fn paid_out(&mut self, ids: &[tiaoli_syntax::ast::Id]) -> NodeId {
        let mut ids: Vec<String> = ids.iter().map(|id| id.text.clone()).collect();
        ids.sort();
        ids.dedup();
        let known = self.paid.iter().find(|(_, known)| **known == ids).map(|(id, _)| id);
        let paid = known.unwrap_or_else(|| self.paid.push(ids));
        let level = self.at;
        self.push(Op::Paid(paid), Vec::new(), Ty::Number { unit: Unit::yuan(), scale: 2 }, level)
    }

    /// A fact or a defined name at the level at hand: lifted where it belongs to a level above; on its own level where it
    /// is a list.
    pub(in crate::lower) fn fact(&mut self, fact: FactId) -> NodeId {
        match crate::lower::definition::value(self, fact) {
            Some(node) => self.lift(node),
            None => self.declared(fact),
        }
    }

    /// What the application says of a fact, whatever the policy deems.
    pub(in crate::lower) fn declared(&mut self, fact: FactId) -> NodeId {
        let Some(it) = self.resolved.dictionary.facts.get(fact) else { return self.truth(false) };
        let (ty, level) = (it.ty.clone(), it.level);
        let leaf = self.push(Op::Fact(fact), Vec::new(), ty.clone(), level);
        let value = if it.absence == Absence::YearOfEvaluation {
            let given = self.push(Op::Given(fact), Vec::new(), Ty::Truth, level);
            let as_of = self.push(Op::AsOf, Vec::new(), Ty::Date, level);
            let year = self.push(Op::YearOf, vec![as_of], ty.clone(), level);
            self.push_about(Op::Choose, vec![given, leaf, year], ty, level, Some(fact))
        } else {
            leaf
        };
        if self.resolved.dictionary.parameters.contains_key(&fact) {
            let as_of = self.as_of();
            return self.parameter(fact, as_of);
        }
        self.lift(value)
    }

    /// A parameter on a date: the figure of the period that the date lies in, else what the application says.
    pub(in crate::lower) fn parameter(&mut self, fact: FactId, date: NodeId) -> NodeId {
        let (Some(it), Some(periods)) =
            (self.resolved.dictionary.facts.get(fact), self.resolved.dictionary.parameters.get(&fact))
        else {
            return self.truth(false);
        };
        let (ty, level) = (it.ty.clone(), it.level);
        let (unit, scale) = match &ty {
            Ty::Number { unit, scale } => (unit.clone(), *scale),
            Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => (Unit::none(), 0),
        };
        let leaf = self.push(Op::Fact(fact), Vec::new(), ty.clone(), level);
        let leaf = self.lift(leaf);
        let mut args = Vec::new();
        for period in periods.iter().rev() {
            let from = self.date(period.from);
            let mut inside = vec![self.compare(Comparison::LessOrEqual, from, date)];
            if let Some(until) = period.until {
                let until = self.date(until);
                inside.push(self.compare(Comparison::LessOrEqual, date, until));
            }
            let guard = self.all(inside);
            args.extend([guard, self.number(period.value, scale, unit.clone())]);
        }
        args.push(leaf);
        let at = self.at;
        let value = self.push_about(Op::Choose, args, ty, at, Some(fact));
        // What an application says must not contradict the figure that the policy states for that day.
        let given = self.given(fact);
        let absent = self.not(given);
        let same = self.compare(Comparison::Equal, leaf, value);
        let agrees = self.any(vec![absent, same]);
        if !self.agreements.iter().any(|(known, _, _)| *known == value) {
            self.agreements.push((value, agrees, fact));
        }
        value
    }

    /// Whether a fact was given.
    pub(in crate::lower) fn given(&mut self, fact: FactId) -> NodeId {
        let level = self.resolved.dictionary.facts.get(fact).map_or(self.at, |it| it.level);
        let node = self.push(Op::Given(fact), Vec::new(), Ty::Truth, level);
        self.lift(node)
    }
}
