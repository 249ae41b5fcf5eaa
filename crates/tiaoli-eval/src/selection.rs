//! Which readings hold: the rules, limits and settlement that apply under them.

use crate::claim::Live;
use crate::program::{
    After, Claimable, ClauseId, Companion, CompanionId, Constraint, Earlier, Exclusive, FactId, Form, Gate, Joint,
    KeyPart, LevelId, LimitPeriod, Manner, MemberSet, NodeId, Op, OptionId, Payment, Program, RuleId, Stacking, When,
};
use crate::table::Table;

/// A program under chosen readings: what [`decide`](crate::decide) works with. Make it once, use it for many applications.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The options asked for, sorted; empty where the register's own choices hold.
    pub options: Vec<OptionId>,
    /// The rules as they apply.
    pub rules: Table<RuleId, Active>,
    /// The nodes that anything rests on.
    pub live: Live,
    /// What earlier payments do to the policy's own awards.
    pub own: OfPolicy,
    /// The same of each companion.
    pub companions: Table<CompanionId, OfPolicy>,
    /// One award for one key: each sentence with who is a rival of whom.
    pub rivalries: Vec<Rivalry>,
    /// Which rules use a limit first; empty = all together.
    pub order: Vec<Vec<RuleId>>,
    /// Rules that wait for others to be used up.
    pub after: Vec<After>,
    /// How a payment is rounded.
    pub payment: Option<Payment>,
    /// What must be paid back is deducted from what is payable.
    pub set_off: bool,
}

/// What one policy says of earlier payments, as it applies to its awards.
#[derive(Clone, Debug)]
pub struct OfPolicy {
    /// The levels whose payments use room.
    pub funds: MemberSet,
    /// What earlier payments do.
    pub earlier: Option<Earlier>,
}

impl OfPolicy {
    fn new(funds: &[(When, MemberSet)], earlier: &[(When, Earlier)], asked: &[OptionId]) -> Self {
        Self {
            // A policy that does not say which funds are its own counts every payment under its clauses.
            funds: applying(funds, asked).next().copied().unwrap_or(MemberSet(u128::MAX)),
            earlier: applying(earlier, asked).next().cloned(),
        }
    }
}

impl Selection {
    /// What the policy that grants a rule says of earlier payments.
    #[must_use]
    pub fn of_policy(&self, rule: RuleId) -> &OfPolicy {
        let companion = self.rules.get(rule).and_then(|it| it.policy);
        companion.and_then(|it| self.companions.get(it)).unwrap_or(&self.own)
    }

    /// Whether two rules are of one policy.
    #[must_use]
    pub fn same_policy(&self, one: RuleId, other: RuleId) -> bool {
        let of = |rule: RuleId| self.rules.get(rule).map(|it| it.policy);
        of(one) == of(other)
    }
}

/// A sentence on rivals as it applies.
#[derive(Clone, Debug)]
pub struct Rivalry {
    /// The sentence.
    pub sentence: Exclusive,
    /// Two rules are rivals where one of these groups has both. Each is sorted.
    pub groups: Vec<Vec<RuleId>>,
    /// Whether its highest award can be taken key by key: it has no rules in common with another sentence.
    pub alone: bool,
}

/// A rule as it applies.
#[derive(Clone, Debug)]
pub struct Active {
    /// Its conditions, in the order in which they are looked at.
    pub gates: Vec<Gate>,
    /// What it grants.
    pub form: Form,
    /// Every fact that it looks at, whatever the others say; sorted.
    pub cone: Vec<FactId>,
    /// What makes its input impossible.
    pub constraints: Vec<Constraint>,
    /// The nodes that it rests on.
    pub live: Live,
    /// Whose rows it is decided for.
    pub level: LevelId,
    /// The companion that grants it; `None` = the policy itself.
    pub policy: Option<CompanionId>,
    /// The facts of its cone that it looks at over all rows of the project, not only over those at or below its own row.
    pub wide: Vec<FactId>,
}

/// Why readings cannot be asked for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unselectable {
    /// Both change the same sentence.
    Conflict(OptionId, OptionId, ClauseId),
    /// Two readings of one question.
    Twice(OptionId, OptionId),
    /// The program does not say what this rule grants under these readings.
    NoForm(RuleId),
}

/// Applies readings to a program.
///
/// # Errors
///
/// [`Unselectable`] where two options exclude each other.
pub fn select(program: &Program, options: &[OptionId]) -> Result<Selection, Unselectable> {
    let mut asked = options.to_vec();
    asked.sort_unstable();
    asked.dedup();
    exclude(program, &asked)?;
    let mut rules = Table::new();
    for (id, rule) in program.rules.iter() {
        let mut gates: Vec<Gate> = applying(&rule.gates, &asked).cloned().collect();
        gates.sort_by_key(|gate| gate.kind);
        let mut form = applying(&rule.forms, &asked).next().ok_or(Unselectable::NoForm(id))?.clone();
        let joint = applying(&program.settlement.joint, &asked).filter(|it| it.rules.contains(&id));
        form.limits.extend(joint.map(|it: &Joint| it.limit));
        rules.push(Active { policy: rule.policy, ..activate(program, rule.level, gates, form) });
    }
    let settlement = &program.settlement;
    let rivalries = rivalries(
        applying(&settlement.exclusive, &asked).cloned().collect(),
        &applying(&settlement.stacking, &asked).collect::<Vec<_>>(),
    );
    let mut roots: Vec<NodeId> = rules.iter().flat_map(|(_, rule)| rule.live.iter()).collect();
    roots.extend(rivalries.iter().flat_map(|it| nodes(&it.sentence)));
    roots.extend(program.targets.iter().flat_map(|(_, target)| [Some(target.met), target.asked]).flatten());
    roots.extend(program.allocations.iter().flat_map(crate::program::Allocation::nodes));
    let payment = applying(&settlement.payment, &asked).next().copied();
    let order = steps(applying(&settlement.order, &asked));
    let of_companion = |it: &Companion| OfPolicy::new(&it.funds, &it.earlier, &asked);
    let after = applying(&settlement.after, &asked).cloned().collect();
    Ok(Selection {
        live: Live::under(program, roots),
        rules,
        own: OfPolicy::new(&settlement.funds, &settlement.earlier, &asked),
        companions: program.companions.iter().map(|(_, it)| of_companion(it)).collect(),
        rivalries,
        order,
        after,
        payment,
        set_off: settlement.set_off.iter().any(|when| when.applies(&asked)),
        options: asked,
    })
}

/// The sentences on rivals, each with its groups.
fn rivalries(sentences: Vec<Exclusive>, stacking: &[&Stacking]) -> Vec<Rivalry> {
    let alone = |sentence: &Exclusive| {
        let shared = |other: &Exclusive| other != sentence && other.rules.iter().any(|it| sentence.rules.contains(it));
        !sentences.iter().any(shared)
    };
    let of = |sentence: &Exclusive| Rivalry {
        groups: groups_of(sentence, stacking),
        alone: alone(sentence),
        sentence: sentence.clone(),
    };
    sentences.iter().map(of).collect()
}

/// The steps of the order. Where several policies have one, each is taken beside the others.
fn steps<'a>(orders: impl Iterator<Item = &'a Vec<Vec<RuleId>>>) -> Vec<Vec<RuleId>> {
    let mut steps: Vec<Vec<RuleId>> = Vec::new();
    for order in orders {
        for (at, rules) in order.iter().enumerate() {
            match steps.get_mut(at) {
                Some(step) => step.extend(rules),
                None => steps.push(rules.clone()),
            }
        }
    }
    steps
}

/// The groups of a sentence; one that speaks of several policies makes two rules rivals where they are of two of them.
fn groups_of(sentence: &Exclusive, stacking: &[&Stacking]) -> Vec<Vec<RuleId>> {
    if sentence.sides.is_empty() {
        return groups(&sentence.rules, stacking);
    }
    let mut pairs = Vec::new();
    for (at, side) in sentence.sides.iter().enumerate() {
        for other in sentence.sides.iter().skip(at + 1).flatten() {
            for one in side.iter().filter(|one| *one != other) {
                let pair = [*one.min(other), *one.max(other)];
                // Two that may stand together are parted into groups of one, which say nothing.
                pairs.extend(groups(&pair, stacking).into_iter().filter(|group| group.len() > 1));
            }
        }
    }
    pairs.sort();
    pairs.dedup();
    pairs
}

/// Groups of rules such that two rules are in one group where they are rivals: all of them, parted at each pair that
/// may stand together.
#[must_use]
pub fn groups(rules: &[RuleId], stacking: &[&Stacking]) -> Vec<Vec<RuleId>> {
    let mut groups: Vec<Vec<RuleId>> = vec![rules.to_vec()];
    for it in stacking {
        for one in &it.rules {
            let others: Vec<RuleId> = match &it.with {
                Some(with) => with.iter().copied().filter(|other| other != one).collect(),
                None => rules.iter().copied().filter(|other| other != one).collect(),
            };
            let mut next: Vec<Vec<RuleId>> = Vec::new();
            for group in groups {
                if group.contains(one) && others.iter().any(|other| group.contains(other)) {
                    next.push(group.iter().copied().filter(|rule| rule != one).collect());
                    next.push(group.into_iter().filter(|rule| !others.contains(rule)).collect());
                } else {
                    next.push(group);
                }
            }
            groups = next;
        }
    }
    groups.sort();
    groups.dedup();
    // A group inside another says nothing new. One of a single rule does: its claims of other rows are rivals too.
    let inside = |one: &Vec<RuleId>, other: &Vec<RuleId>| one != other && one.iter().all(|rule| other.contains(rule));
    groups.iter().filter(|one| !one.is_empty() && !groups.iter().any(|other| inside(one, other))).cloned().collect()
}

/// The nodes that a sentence on rivals rests on.
fn nodes(sentence: &Exclusive) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = sentence.only_where.into_iter().collect();
    nodes.extend(sentence.same.iter().filter_map(|part| match part {
        KeyPart::Value(node) => Some(*node),
        KeyPart::Row(_) => None,
    }));
    if let Manner::Choice(Some(named)) = &sentence.manner {
        nodes.push(named.given);
        nodes.extend(named.picks.iter().map(|(_, node)| *node));
    }
    nodes
}

fn exclude(program: &Program, asked: &[OptionId]) -> Result<(), Unselectable> {
    for (index, one) in asked.iter().enumerate() {
        for other in asked.iter().skip(index + 1) {
            if program.options.get(*one).map(|it| it.reading) == program.options.get(*other).map(|it| it.reading) {
                return Err(Unselectable::Twice(*one, *other));
            }
        }
    }
    let both = |a: &OptionId, b: &OptionId| asked.binary_search(a).is_ok() && asked.binary_search(b).is_ok();
    match program.conflicts.iter().find(|(a, b, _)| both(a, b)) {
        Some((a, b, clause)) => Err(Unselectable::Conflict(*a, *b, *clause)),
        None => Ok(()),
    }
}

fn applying<'a, T>(alternatives: &'a [(When, T)], asked: &'a [OptionId]) -> impl Iterator<Item = &'a T> {
    alternatives.iter().filter(|(when, _)| when.applies(asked)).map(|(_, it)| it)
}

fn activate(program: &Program, level: LevelId, gates: Vec<Gate>, form: Form) -> Active {
    let mut roots: Vec<NodeId> = gates.iter().map(|gate| gate.node).collect();
    roots.extend(form.sum);
    roots.extend(form.positive);
    roots.extend(form.ceiling.iter().flat_map(|(guard, cap)| [*guard, *cap]));
    roots.extend(form.shows.iter().map(|shown| shown.node));
    roots.extend(form.limits.iter().filter_map(|limit| match program.limits.get(*limit)?.period {
        LimitPeriod::Year(node) => Some(node),
        LimitPeriod::Ever => None,
    }));
    let live = Live::under(program, roots.iter().copied());
    let mut cone = program.facts_under(roots.iter().copied());
    // Whoever stands twice in a list spoils what is made of it.
    cone.extend(program.identities(&live));
    cone.extend(program.levels.get(level).and_then(|it| it.same_by));
    cone.sort_unstable();
    cone.dedup();
    let wide = program.wide_facts(level, &live);
    let constraints: Vec<Constraint> = program
        .constraints
        .iter()
        .filter(|constraint| constraint.under.is_none_or(|node| live.contains(node)))
        .filter(|constraint| constraint.facts.iter().all(|fact| cone.binary_search(fact).is_ok()))
        .cloned()
        .collect();
    roots.extend(constraints.iter().map(|constraint| constraint.node));
    Active { gates, form, cone, constraints, live: Live::under(program, roots), level, policy: None, wide }
}

impl Program {
    /// Every fact that the nodes rest on, sorted.
    #[must_use]
    pub fn facts_under(&self, roots: impl IntoIterator<Item = NodeId>) -> Vec<FactId> {
        let live = Live::under(self, roots);
        let mut facts: Vec<FactId> = live
            .iter()
            .filter_map(|node| match self.nodes.get(node)?.op {
                Op::Fact(fact) | Op::Given(fact) => Some(fact),
                _ => None,
            })
            .collect();
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    /// The facts that are folded on a level above `level`: every row counts there, not only those of one row of `level`.
    fn wide_facts(&self, level: LevelId, live: &Live) -> Vec<FactId> {
        let outside = |id: NodeId| {
            let Some(it) = self.nodes.get(id) else { return false };
            match it.op {
                Op::Fold(_) => it.level != level && self.is_above(it.level, level),
                // The place of a row rests on its neighbours.
                Op::Rank(_) => self.is_above(it.level, level),
                _ => false,
            }
        };
        let outside = Live::under(self, live.iter().filter(|node| outside(*node)));
        let mut facts = self.facts_under(outside.iter());
        facts.extend(self.identities(&outside));
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    /// The facts by which the rows of the lists that these nodes speak of are told apart.
    fn identities(&self, live: &Live) -> Vec<FactId> {
        let level = |node: NodeId| self.nodes.get(node).and_then(|it| self.levels.get(it.level)?.same_by);
        live.iter().filter_map(level).collect()
    }

    /// What an id in `claims` stands for.
    #[must_use]
    pub fn claimable(&self, id: &str) -> Option<&Claimable> {
        let index = self.claimable.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        self.claimable.get(index).map(|(_, it)| it)
    }

    /// The heading of the article that a clause stands in, or of the nearest unit above that has one.
    #[must_use]
    pub fn article(&self, clause: &str) -> Option<&str> {
        let mut path = clause;
        loop {
            if let Ok(index) = self.titles.binary_search_by(|(known, _)| known.as_str().cmp(path)) {
                return self.titles.get(index).map(|(_, title)| title.as_str());
            }
            path = path.rsplit_once('.')?.0;
        }
    }

    /// The option that `A8-1` and `R2` name: `Ok(None)` for the chosen reading itself.
    ///
    /// # Errors
    ///
    /// `Err` where the register has no such question or reading.
    pub fn option(&self, reading: &str, option: &str) -> Result<Option<OptionId>, NoSuchReading> {
        let question = self.readings.iter().find(|(_, it)| it.id == reading).ok_or(NoSuchReading::Question)?;
        if question.1.chosen == option {
            return Ok(None);
        }
        self.options
            .iter()
            .find(|(_, it)| it.reading == question.0 && it.id == option)
            .map(|(id, _)| Some(id))
            .ok_or(NoSuchReading::Option)
    }
}

/// What of a reading does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSuchReading {
    /// The question.
    Question,
    /// The reading of it.
    Option,
}
