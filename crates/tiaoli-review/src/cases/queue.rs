//! Cases of an allocation: each applicant's application is read and decided, then all of them share the pool.

use super::words::yuan;
use std::collections::BTreeMap;
use tiaoli_compiler::cases::{Case, ExpectedAmount, ExpectedQueue, ExpectedShare, Queue, QueueOutcome};
use tiaoli_eval::allocate::{Allotment, Earlier, Entry, Identity, Queues, Share, Standing, Unshared, Word};
use tiaoli_eval::date::Date;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::outcome::Amount;
use tiaoli_eval::program::{Measure, OptionId, Program};
use tiaoli_eval::selection::{Selection, select};
use tiaoli_eval::table::Id;
use tiaoli_json::Reader;
use tiaoli_source::{Code, Diagnostic, Problems, Value};

/// Runs one case; what does not come out is reported at its place.
pub(super) fn run(
    program: &Program,
    reader: &Reader<'_>,
    selections: &mut BTreeMap<Vec<OptionId>, Option<Selection>>,
    case: &Case,
    queue: &Queue,
    problems: &mut Problems,
) {
    let mut applications = Vec::new();
    for candidate in &queue.candidates {
        match reader.read(&super::node(&candidate.given)) {
            Ok(application) => applications.push((candidate, application)),
            Err(refused) => return problems.push(super::refusal(case, &refused)),
        }
    }
    for outcome in &queue.outcomes {
        let selection =
            selections.entry(outcome.options.clone()).or_insert_with(|| select(program, &outcome.options).ok());
        let Some(selection) = selection else {
            let at = outcome.expected.first().map_or(case.span, |it| it.span);
            problems.push(Diagnostic::new(Code::CASE_READINGS_CLASH).at(at));
            continue;
        };
        let entries: Vec<Entry> = applications
            .iter()
            .map(|(candidate, it)| tiaoli_eval::allocate::enter(program, selection, &candidate.name, it))
            .collect();
        let as_of = applications.iter().map(|(_, it)| it.as_of).max().unwrap_or(Date::EPOCH);
        let since = queue.candidates.iter().filter_map(|it| it.allotted.map(|(_, date)| date)).max();
        let earlier = earlier(program, queue, &entries);
        let queues = tiaoli_eval::allocate::allocate(program, &entries, &earlier, as_of, since);
        judge(program, case, queue, outcome, &queues, problems);
    }
}

/// What earlier allocations gave, drawn on what the applicant draws on today.
fn earlier(program: &Program, queue: &Queue, entries: &[Entry]) -> Vec<Earlier> {
    let given = queue.candidates.iter().zip(entries).filter_map(|(candidate, entry)| {
        let (amount, _) = candidate.allotted?;
        let of_project = program.allocations.get(queue.allocation)?;
        let level = program.levels.get(of_project.level)?;
        let project = (level.place == tiaoli_eval::program::Place::Project).then(|| candidate.name.clone());
        Some(Earlier {
            allocation: queue.allocation,
            year: entry.year(queue.allocation),
            identity: Identity { applicant: candidate.name.clone(), project },
            amount,
            rooms: Vec::new(),
        })
    });
    given.collect()
}

fn judge(
    program: &Program,
    case: &Case,
    queue: &Queue,
    outcome: &QueueOutcome,
    queues: &Queues,
    problems: &mut Problems,
) {
    for expected in &outcome.expected {
        let Some(found) = differs(program, queue, queues, expected) else { continue };
        let more = Value::said("看全部的先后：tiaoli allocate", "see the whole queue: tiaoli allocate");
        problems.push(
            Diagnostic::new(Code::CASE_FAILED)
                .at(expected.span)
                .arg("title", &case.title)
                .arg("expected", said(queue, expected))
                .arg("found", found)
                .arg("more", more),
        );
    }
}

/// What was found instead, where something else was.
fn differs(program: &Program, queue: &Queue, queues: &Queues, expected: &ExpectedShare) -> Option<Value> {
    let mut pools = queues.queues.iter().filter(|it| it.allocation == queue.allocation);
    match &expected.kind {
        ExpectedQueue::Share(at, _, _) | ExpectedQueue::Needs(at, _) => {
            let name = &queue.candidates.get(*at)?.name;
            let here = pools.find_map(|pool| {
                let entrant = pool.entrants.iter().find(|it| it.identity.applicant == *name)?;
                Some(pool.allotment.as_ref().map(|allotment| (allotment, allotment.shares.get(entrant.id))))
            });
            match (here, &expected.kind) {
                (None, ExpectedQueue::Share(_, ExpectedAmount::Nothing, None)) => None,
                (None, _) => Some(Value::said("不予：没有应付", "nothing is due to him")),
                (Some(Err(why)), _) => Some(unshared(why)),
                (Some(Ok((_, share))), kind) => {
                    let share = share?;
                    let fits = match kind {
                        ExpectedQueue::Needs(_, sum) => share.least.iter().any(|(_, least)| least == sum),
                        ExpectedQueue::Share(_, amount, word) => matches(share, *amount, *word),
                        ExpectedQueue::Left(..) => false,
                    };
                    (!fits).then(|| found(program, queue.allocation, share))
                }
            }
        }
        ExpectedQueue::Left(measure, left) => {
            let rooms = program.allocations.get(queue.allocation)?.rooms.iter();
            let at = rooms.clone().position(|it| it.measure == *measure && it.only.is_none());
            let used = |allotment: &Allotment| Some(allotment.rooms.iter().nth(at?)?.1.left());
            match (pools.next(), pools.next()) {
                (Some(pool), None) => match pool.allotment.as_ref().map(used) {
                    Ok(Some(found)) if found == *left => None,
                    Ok(Some(found)) => Some(plain(remains(*measure, found))),
                    Ok(None) => Some(Value::said("没有这种总额", "there is no such budget")),
                    Err(why) => Some(unshared(why)),
                },
                (None, _) => Some(Value::said("没有人排队", "nobody stands in the queue")),
                _ => Some(Value::said("分了几个年度", "there is a pool for each of several years")),
            }
        }
    }
}

fn matches(share: &Share, amount: ExpectedAmount, word: Option<Word>) -> bool {
    let sums = match amount {
        ExpectedAmount::Given(sum) => share.amount == sum && share.reserved == 0,
        ExpectedAmount::Nothing => share.standing == Standing::Nothing,
        ExpectedAmount::Reserved(sum) => share.amount == 0 && share.reserved == sum,
        ExpectedAmount::Open => share.standing == Standing::Open && share.reserved == 0,
    };
    let open = matches!(amount, ExpectedAmount::Reserved(_) | ExpectedAmount::Open);
    sums && match word {
        Some(word) => share.word.map(|(found, _)| found) == Some(word),
        None => open || share.word.is_none(),
    }
}

fn found(program: &Program, allocation: usize, share: &Share) -> Value {
    let sum = match share.standing {
        Standing::Open if share.reserved > 0 => format!("预留{}", fen(share.reserved)),
        Standing::Open => "待定".to_owned(),
        Standing::Nothing => "不予".to_owned(),
        Standing::Full | Standing::Part => fen(share.amount),
    };
    let because = share.word.map(|(word, _)| format!("，因 {}", word_said(word))).unwrap_or_default();
    let rooms = program.allocations.get(allocation).map(|it| it.rooms.as_slice()).unwrap_or_default();
    let least = share.least.iter().filter_map(|(room, sum)| {
        let room = rooms.get(room.index())?;
        Some(format!("，须 {} {}", room.name, measured(room.measure, *sum)))
    });
    plain(format!("{sum}{because}{}", least.collect::<String>()))
}

fn said(queue: &Queue, expected: &ExpectedShare) -> Value {
    let name = |at: &usize| queue.candidates.get(*at).map_or("", |it| it.name.as_str()).to_owned();
    plain(match &expected.kind {
        ExpectedQueue::Share(at, amount, word) => {
            let sum = match amount {
                ExpectedAmount::Given(sum) => fen(*sum),
                ExpectedAmount::Nothing => "不予".to_owned(),
                ExpectedAmount::Reserved(sum) => format!("预留{}", fen(*sum)),
                ExpectedAmount::Open => "待定".to_owned(),
            };
            let because = word.map(|word| format!("，因 {}", word_said(word))).unwrap_or_default();
            format!("{} {sum}{because}", name(at))
        }
        ExpectedQueue::Needs(at, sum) => format!("{} 须{}", name(at), fen(*sum)),
        ExpectedQueue::Left(measure, left) => remains(*measure, *left),
    })
}

/// The word of the policy for what decided.
pub(super) fn word_said(word: Word) -> &'static str {
    match word {
        Word::UsedUp => "用完",
        Word::Last => "末位",
        Word::Tied => "同序",
        Word::Drawn => "抽签",
        Word::Shared => "方式",
        Word::Earlier => "已分配",
        Word::Undecided => "未定",
        Word::Undrawn => "待抽签",
        Word::Waiting => "待前序",
    }
}

fn unshared(why: &Unshared) -> Value {
    match why {
        Unshared::OpenUpwards(_) => {
            Value::said("有上不封顶的待定数，无法预留", "a sum that is open upwards cannot be set aside")
        }
        Unshared::TooLarge => Value::said("数目过大，无法精确计算", "the figures are too large to be exact"),
    }
}

fn remains(measure: Measure, left: i128) -> String {
    let word = if left < 0 { "超支" } else { "余" };
    format!("{word}{}", measured(measure, left.saturating_abs()))
}

fn measured(measure: Measure, sum: i128) -> String {
    match measure {
        Measure::Money => fen(sum),
        Measure::Places => format!("{sum}个"),
    }
}

fn fen(sum: i128) -> String {
    yuan(Amount { value: sum, scale: MONEY_SCALE })
}

fn plain(text: String) -> Value {
    Value::said(text.clone(), text)
}
