//! A companion's program behind the joint one.

use super::dictionary::join;
use super::maps::{Before, Maps};
use super::{Part, Told, Unit};
use crate::lower::SourceMap;
use tiaoli_eval::program::{
    After, Beside, Claimable, Clause, Companion, CompanionId, Constraint, Definition, Earlier, Instead, Joint, Limit,
    LimitPeriod, Program, Reading, ReadingOption, Referral, RuleId, Stacking, Target, When,
};
use tiaoli_eval::table::Id;
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::Elsewhere;

/// Puts a companion behind the joint program. Its clauses, rules and readings have its title before their ids; what it
/// says of payment and of the sharing of budgets is the main policy's to say.
pub(super) fn append(joint: &mut Program, map: &mut SourceMap, unit: &Unit, told: &mut Told<'_>) -> Part {
    let program = &unit.program;
    let short = program.policy.short();
    let before = Before {
        definitions: joint.definitions.len(),
        nodes: joint.nodes.len(),
        rules: joint.rules.len(),
        limits: joint.limits.len(),
        paid: joint.paid.len(),
        referrals: joint.referrals.len(),
        targets: joint.targets.len(),
        clauses: joint.clauses.len(),
        readings: joint.readings.len(),
        options: joint.options.len(),
    };
    let companion = CompanionId::from_index(joint.companions.len());
    let (levels, facts, enums) = join(joint, program, told);
    let maps = Maps { before, companion, levels, facts, enums };
    let qualified = |id: &str| Elsewhere::qualified(short, id);

    for (id, node) in program.nodes.iter() {
        let of = node.args.first().and_then(|arg| program.nodes.get(*arg)).map(|it| &it.ty);
        joint.nodes.push(maps.whole_node(node, of));
        map.push(unit.map.get(id).copied().unwrap_or_default());
    }
    for (_, it) in program.definitions.iter() {
        let (level, ty, clause) = (maps.level(it.level), maps.ty(&it.ty), maps.clause(it.clause));
        joint.definitions.push(Definition { name: it.name.clone(), level, ty, clause });
    }
    joint.constraints.extend(program.constraints.iter().map(|it| Constraint {
        node: maps.node(it.node),
        facts: it.facts.iter().map(|fact| maps.fact(*fact)).collect(),
        under: it.under.map(|node| maps.node(node)),
    }));
    for (_, it) in program.limits.iter() {
        let period = match it.period {
            LimitPeriod::Year(node) => LimitPeriod::Year(maps.node(node)),
            LimitPeriod::Ever => LimitPeriod::Ever,
        };
        let (whom, clause) = (maps.level(it.whom), maps.clause(it.clause));
        joint.limits.push(Limit { whom, period, room: it.room, clause });
    }
    // Which days are worked is the same for all; where both speak of a day, the policy named first is right.
    let mut calendar = program.calendar.clone();
    calendar.extend(&joint.calendar);
    joint.calendar = calendar;
    for (_, it) in program.paid.iter() {
        joint.paid.push(maps.rules(it));
    }
    for (_, it) in program.referrals.iter() {
        joint.referrals.push(Referral { of: it.of.clone(), clause: maps.clause(it.clause), linked: it.linked });
    }
    for (_, it) in program.targets.iter() {
        joint.targets.push(Target {
            clause: maps.clause(it.clause),
            year: it.year,
            asked: it.asked.map(|node| maps.node(node)),
            met: maps.node(it.met),
            readings: it.readings.iter().map(|reading| maps.reading(*reading)).collect(),
        });
    }
    for (_, it) in program.clauses.iter() {
        joint.clauses.push(Clause { id: qualified(&it.id), text: it.text.clone(), account: it.account });
    }
    for (_, it) in program.readings.iter() {
        joint.readings.push(Reading { id: qualified(&it.id), ..it.clone() });
    }
    for (_, it) in program.options.iter() {
        joint.options.push(ReadingOption { reading: maps.reading(it.reading), ..it.clone() });
    }
    let conflicts = program.conflicts.iter();
    joint
        .conflicts
        .extend(conflicts.map(|(one, other, at)| (maps.option(*one), maps.option(*other), maps.clause(*at))));
    for (_, rule) in program.rules.iter() {
        joint.rules.push(maps.whole_rule(rule, qualified(&rule.id)));
    }
    claimable(joint, program, &maps);
    let part = settlement(joint, program, &maps);
    levels_of_funds(joint, program, &maps, told);
    part
}

/// Every id of the companion under every title of it, and each title for the policy as a whole.
fn claimable(joint: &mut Program, program: &Program, maps: &Maps) {
    let mut titles = program.policy.titles();
    titles.sort_unstable();
    titles.dedup();
    let all: Vec<RuleId> = program.rules.ids().map(|rule| maps.rule(rule)).collect();
    for title in titles {
        for (id, it) in &program.claimable {
            let it = match it {
                Claimable::Rule(rule) => Claimable::Rule(maps.rule(*rule)),
                Claimable::Nothing => Claimable::Nothing,
                Claimable::Targets(targets) => {
                    Claimable::Targets(targets.iter().map(|target| maps.target(*target)).collect())
                }
                Claimable::Several(rules) => Claimable::Several(maps.rules(rules)),
            };
            joint.claimable.push((Elsewhere::qualified(title, id), it));
        }
        let whole = match all.as_slice() {
            [one] => Claimable::Rule(*one),
            _ => Claimable::Several(all.clone()),
        };
        joint.claimable.push((title.to_owned(), whole));
    }
}

/// The sentences of the companion's settlement; each speaks of its own awards only.
fn settlement(joint: &mut Program, program: &Program, maps: &Maps) -> Part {
    let of = &program.settlement;
    let settlement = &mut joint.settlement;
    let when = |it: &When| maps.when(it);
    settlement.exclusive.extend(of.exclusive.iter().map(|(at, it)| (when(at), maps.exclusive(it))));
    let every = || program.rules.ids().map(|rule| maps.rule(rule)).collect();
    settlement.stacking.extend(of.stacking.iter().map(|(at, it)| {
        let with = it.with.as_ref().map_or_else(every, |with| maps.rules(with));
        (when(at), Stacking { rules: maps.rules(&it.rules), with: Some(with) })
    }));
    settlement.joint.extend(
        of.joint.iter().map(|(at, it)| (when(at), Joint { limit: maps.limit(it.limit), rules: maps.rules(&it.rules) })),
    );
    settlement
        .order
        .extend(of.order.iter().map(|(at, it)| (when(at), it.iter().map(|step| maps.rules(step)).collect())));
    settlement.after.extend(
        of.after
            .iter()
            .map(|(at, it)| (when(at), After { rules: maps.rules(&it.rules), first: maps.rules(&it.first) })),
    );
    settlement.readings.extend(of.readings.iter().map(|reading| maps.reading(*reading)));
    let (beside, instead) = (settlement.beside.len(), settlement.instead.len());
    settlement.beside.extend(
        of.beside
            .iter()
            .map(|(at, it)| (when(at), Beside { sentence: maps.exclusive(&it.sentence), with: it.with.clone() })),
    );
    settlement.instead.extend(of.instead.iter().map(|(at, it)| {
        let (first, clause) = (maps.rules(&it.first), maps.clause(it.clause));
        (when(at), Instead { first, then: it.then.clone(), clause })
    }));
    let levels = of.levels;
    joint.companions.push(Companion {
        policy: program.policy.clone(),
        funds: of.funds.iter().map(|(at, set)| (when(at), levels.map_or(*set, |of| maps.set(of, *set)))).collect(),
        earlier: of
            .earlier
            .iter()
            .map(|(at, it)| {
                let levels = levels.map_or(it.levels, |of| maps.set(of, it.levels));
                (when(at), Earlier { levels, ..it.clone() })
            })
            .collect(),
    });
    Part {
        policy: program.policy.clone(),
        rules: maps.before.rules..joint.rules.len(),
        referrals: maps.before.referrals..joint.referrals.len(),
        beside: beside..joint.settlement.beside.len(),
        instead: instead..joint.settlement.instead.len(),
    }
}

/// The ladder of the levels of funds is one for all.
fn levels_of_funds(joint: &mut Program, program: &Program, maps: &Maps, told: &mut Told<'_>) {
    let Some(theirs) = program.settlement.levels.map(|it| maps.enumeration(it)) else { return };
    let name = |program: &Program, of| program.enums.get(of).map(|it| it.name.zh.clone()).unwrap_or_default();
    match joint.settlement.levels {
        None => joint.settlement.levels = Some(theirs),
        Some(own) if own == theirs => {}
        Some(own) => told.say(
            Diagnostic::new(Code::COMPANION_FUNDS)
                .arg("own", name(joint, own))
                .arg("theirs", name(joint, theirs))
                .arg("title", program.policy.short()),
            None,
        ),
    }
}
