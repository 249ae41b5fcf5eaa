//! Where the parts of a companion stand in the joint program.

use tiaoli_eval::program::{
    Ceilings, ClauseId, CompanionId, DefinitionId, EnumId, Exclusive, FactId, Form, Gate, KeyPart, LevelId, LimitId,
    Manner, MemberSet, Named, Node, NodeId, Op, OptionId, PaidId, Promoted, ReadingId, ReferralId, Rule, RuleId, Shown,
    TargetId, Ty, Value, When,
};
use tiaoli_eval::table::Id;

/// How many rows each table of the joint program had before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    pub(super) definitions: usize,
    pub(super) nodes: usize,
    pub(super) rules: usize,
    pub(super) limits: usize,
    pub(super) paid: usize,
    pub(super) referrals: usize,
    pub(super) targets: usize,
    pub(super) clauses: usize,
    pub(super) readings: usize,
    pub(super) options: usize,
}

/// From a companion's ids to those of the joint program.
#[derive(Debug)]
pub(super) struct Maps {
    pub(super) before: Before,
    pub(super) companion: CompanionId,
    pub(super) levels: Vec<LevelId>,
    pub(super) facts: Vec<FactId>,
    /// Each enumeration, and each of its members.
    pub(super) enums: Vec<(EnumId, Vec<u8>)>,
}

fn shift<I: Id>(id: I, by: usize) -> I {
    I::from_index(id.index().saturating_add(by))
}

impl Maps {
    pub(super) fn level(&self, id: LevelId) -> LevelId {
        self.levels.get(id.index()).copied().unwrap_or(id)
    }

    pub(super) fn fact(&self, id: FactId) -> FactId {
        self.facts.get(id.index()).copied().unwrap_or(id)
    }

    pub(super) fn enumeration(&self, id: EnumId) -> EnumId {
        self.enums.get(id.index()).map_or(id, |(of, _)| *of)
    }

    fn member(&self, of: EnumId, member: u8) -> u8 {
        let members = self.enums.get(of.index()).map(|(_, members)| members.as_slice()).unwrap_or_default();
        members.get(usize::from(member)).copied().unwrap_or(member)
    }

    /// A set of members. What the companion takes for none of its values, every value that only others have is to it.
    pub(super) fn set(&self, of: EnumId, set: MemberSet) -> MemberSet {
        let members = self.enums.get(of.index()).map(|(_, members)| members.as_slice()).unwrap_or_default();
        let all = members.iter().fold(MemberSet(0), |all, member| all.union(MemberSet::one(*member)));
        let known = members.iter().enumerate().filter(|(at, _)| set.0 >> at & 1 == 1);
        let known = known.fold(MemberSet(0), |so_far, (_, member)| so_far.union(MemberSet::one(*member)));
        let others = members.len() < 128 && set.0 >> members.len() & 1 == 1;
        if others { MemberSet(known.0 | !all.0) } else { known }
    }

    pub(super) fn ty(&self, ty: &Ty) -> Ty {
        match ty {
            Ty::Member(of) => Ty::Member(self.enumeration(*of)),
            Ty::Truth | Ty::Number { .. } | Ty::Date | Ty::Key => ty.clone(),
        }
    }

    pub(super) fn node(&self, id: NodeId) -> NodeId {
        shift(id, self.before.nodes)
    }

    pub(super) fn rule(&self, id: RuleId) -> RuleId {
        shift(id, self.before.rules)
    }

    pub(super) fn rules(&self, ids: &[RuleId]) -> Vec<RuleId> {
        ids.iter().map(|id| self.rule(*id)).collect()
    }

    pub(super) fn clause(&self, id: ClauseId) -> ClauseId {
        shift(id, self.before.clauses)
    }

    pub(super) fn limit(&self, id: LimitId) -> LimitId {
        shift(id, self.before.limits)
    }

    pub(super) fn target(&self, id: TargetId) -> TargetId {
        shift(id, self.before.targets)
    }

    pub(super) fn reading(&self, id: ReadingId) -> ReadingId {
        shift(id, self.before.readings)
    }

    pub(super) fn option(&self, id: OptionId) -> OptionId {
        shift(id, self.before.options)
    }

    pub(super) fn referral(&self, id: ReferralId) -> ReferralId {
        shift(id, self.before.referrals)
    }

    pub(super) fn definition(&self, id: DefinitionId) -> DefinitionId {
        shift(id, self.before.definitions)
    }

    pub(super) fn when(&self, when: &When) -> When {
        let all = |of: &[OptionId]| of.iter().map(|id| self.option(*id)).collect();
        When { all: all(&when.all), none: all(&when.none) }
    }

    /// A node; `of` is the type of its first argument.
    pub(super) fn whole_node(&self, node: &Node, of: Option<&Ty>) -> Node {
        let op = match &node.op {
            Op::Const(Value::Member(member)) => match node.ty {
                Ty::Member(of) => Op::Const(Value::Member(self.member(of, *member))),
                _ => node.op.clone(),
            },
            Op::Fact(fact) => Op::Fact(self.fact(*fact)),
            Op::Given(fact) => Op::Given(self.fact(*fact)),
            Op::Elsewhere(referral) => Op::Elsewhere(self.referral(*referral)),
            Op::Paid(paid) => Op::Paid(shift::<PaidId>(*paid, self.before.paid)),
            Op::Defined(definition) => Op::Defined(self.definition(*definition)),
            Op::In(set) => match of {
                Some(Ty::Member(of)) => Op::In(self.set(*of, *set)),
                _ => Op::In(*set),
            },
            Op::Const(_)
            | Op::AsOf
            | Op::AssumeInForce
            | Op::Undecided
            | Op::All
            | Op::Any
            | Op::Not
            | Op::Compare(_)
            | Op::Add(_)
            | Op::Multiply
            | Op::Divide(_)
            | Op::Least
            | Op::Greatest
            | Op::Choose
            | Op::YearOf
            | Op::ShiftMonths
            | Op::WorkingDay
            | Op::Between(..)
            | Op::Spread
            | Op::Fold(_)
            | Op::Rank(_) => node.op.clone(),
        };
        Node {
            op,
            args: node.args.iter().map(|arg| self.node(*arg)).collect(),
            ty: self.ty(&node.ty),
            level: self.level(node.level),
            about: node.about.map(|fact| self.fact(fact)),
        }
    }

    pub(super) fn gate(&self, gate: &Gate) -> Gate {
        Gate { node: self.node(gate.node), kind: gate.kind, clause: self.clause(gate.clause) }
    }

    pub(super) fn form(&self, form: &Form) -> Form {
        let node = |id: NodeId| self.node(id);
        Form {
            sum: form.sum.map(node),
            decider: form.decider.map(|fact| self.fact(fact)),
            ceiling: form.ceiling.map(|(guard, cap)| (node(guard), node(cap))),
            positive: form.positive.map(node),
            unruled: form.unruled.map(node),
            referral: form.referral.map(|it| self.referral(it)),
            same_as: self.rules(&form.same_as),
            limits: form.limits.iter().map(|limit| self.limit(*limit)).collect(),
            shows: form.shows.iter().map(|it| Shown { node: node(it.node), ..it.clone() }).collect(),
            promoted: form.promoted.map(|it| Promoted { whom: self.level(it.whom), ..it }),
            clause: self.clause(form.clause),
            ..form.clone()
        }
    }

    /// A rule, with its id as others write it.
    pub(super) fn whole_rule(&self, rule: &Rule, id: String) -> Rule {
        Rule {
            id,
            policy: Some(self.companion),
            clauses: rule.clauses.iter().map(|clause| self.clause(*clause)).collect(),
            level: self.level(rule.level),
            readings: rule.readings.iter().map(|reading| self.reading(*reading)).collect(),
            gates: rule.gates.iter().map(|(when, gate)| (self.when(when), self.gate(gate))).collect(),
            forms: rule.forms.iter().map(|(when, form)| (self.when(when), self.form(form))).collect(),
        }
    }

    pub(super) fn exclusive(&self, it: &Exclusive) -> Exclusive {
        let part = |part: &KeyPart| match part {
            KeyPart::Row(level) => KeyPart::Row(self.level(*level)),
            KeyPart::Value(node) => KeyPart::Value(self.node(*node)),
        };
        let manner = match &it.manner {
            Manner::Choice(Some(Named { given, picks })) => Manner::Choice(Some(Named {
                given: self.node(*given),
                picks: picks.iter().map(|(rule, node)| (self.rule(*rule), self.node(*node))).collect(),
            })),
            other => other.clone(),
        };
        let ceilings: Ceilings = it.ceilings;
        Exclusive {
            same: it.same.iter().map(part).collect(),
            only_where: it.only_where.map(|node| self.node(node)),
            rules: self.rules(&it.rules),
            sides: it.sides.iter().map(|side| self.rules(side)).collect(),
            general: it.general,
            manner,
            ceilings,
            unquantified: it.unquantified,
        }
    }
}
