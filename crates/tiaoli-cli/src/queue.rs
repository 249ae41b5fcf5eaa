//! What came of every pool, as a table that one would hang on the wall.

use crate::render::wrap::{hang, paragraph};
use crate::surroundings::{Context, say};
use crate::table::{Column, table};
use tiaoli::allocate::{
    Allotment, EntryShare, Identity, Measure, Need, Queue, Queues, Share, Standing, Store, Unshared, Used, Word,
};
use tiaoli::date::Date;
use tiaoli::number::{MONEY_SCALE, group, print};
use tiaoli::program::{Allocation, OrderKey, Ty};
use tiaoli::table::Id;
use tiaoli::{Lang, Program};

/// Writes every pool: what there was, the queue, and what all of it leaves.
pub(crate) fn statement(program: &Program, queues: &Queues, context: &Context<'_>) -> String {
    let title = format!("{}{}{}", context.say("《", ""), program.policy.title, context.say("》", ""));
    let day = format!("{} {}", context.say("分配日期", "date of allocation"), queues.as_of);
    let mut text = format!("{}{day}\n", paragraph(&title, context.width));
    for queue in &queues.queues {
        if let Some(of) = program.allocations.get(queue.allocation) {
            text.push_str(&pool(&Words { program, of, lang: context.lang, width: context.width }, queue));
        }
    }
    text
}

/// What the words of one pool are said with.
struct Words<'a> {
    program: &'a Program,
    of: &'a Allocation,
    lang: Lang,
    width: usize,
}

impl Words<'_> {
    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        say(self.lang, zh, en)
    }

    /// A sum of a budget, or a number of places.
    fn sum(&self, store: &Store, sum: i128) -> String {
        match store.measure {
            Measure::Money => self.yuan(sum),
            Measure::Places => format!("{sum}{}", self.say("个", "")),
        }
    }

    fn yuan(&self, sum: i128) -> String {
        format!("{}{}", group(&print(sum, MONEY_SCALE, MONEY_SCALE)), self.say("元", " yuan"))
    }
}

fn pool(words: &Words<'_>, queue: &Queue) -> String {
    let width = words.width;
    let clauses: Vec<&str> = (words.of.clauses.iter())
        .filter_map(|clause| words.program.clauses.get(*clause))
        .map(|it| it.id.as_str())
        .collect();
    let year = queue.year.map(|year| format!(" {year}{}", words.say("年", ""))).unwrap_or_default();
    let mut text = format!("\n{}{year} ({})\n", words.of.title, clauses.join("、"));
    match &queue.allotment {
        Ok(allotment) => {
            for (store, (_, used)) in words.of.rooms.iter().zip(allotment.rooms.iter()) {
                text.push_str(&hang(&format!("{}  ", store.name), &room(words, store, used), width));
            }
            if !queue.entrants.is_empty() {
                text.push_str(&entrants(words, queue, allotment, width));
            }
        }
        Err(Unshared::TooLarge) => text.push_str(&paragraph(
            words.say("数目过大，无法精确分配。", "the figures are too large to be shared exactly."),
            width,
        )),
        Err(Unshared::OpenUpwards(ids)) => {
            let of = queue.entrants.iter().filter(|it| ids.contains(&it.id)).map(|it| name(&it.identity));
            let of: Vec<String> = of.collect();
            let lead = words.say(
                "没有分配：下列申请的数额没有上限，无法预留：",
                "not shared: these sums are open upwards and cannot be set aside: ",
            );
            text.push_str(&paragraph(&format!("{lead}{}", of.join("、")), width));
        }
    }
    if !queue.nothing_due.is_empty() {
        let of: Vec<String> = queue.nothing_due.iter().map(name).collect();
        text.push_str(&hang(words.say("没有应付  ", "nothing due  "), &of.join("、"), width));
    }
    text
}

fn room(words: &Words<'_>, store: &Store, used: &Used) -> String {
    let mut parts =
        vec![words.sum(store, used.total), format!("{}{}", words.say("已分 ", "given "), words.sum(store, used.given))];
    if used.reserved > 0 {
        parts.push(format!("{}{}", words.say("预留 ", "set aside "), words.sum(store, used.reserved)));
    }
    let (word, left) = match used.left() {
        left if left < 0 => (words.say("超支 ", "overdrawn "), left.saturating_neg()),
        left => (words.say("余 ", "left "), left),
    };
    parts.push(format!("{word}{}", words.sum(store, left)));
    parts.join(words.say("，", ", "))
}

fn name(of: &Identity) -> String {
    match &of.project {
        Some(project) if *project != of.applicant => format!("{} {project}", of.applicant),
        _ => of.applicant.clone(),
    }
}

fn entrants(words: &Words<'_>, queue: &Queue, allotment: &Allotment, width: usize) -> String {
    let columns = [
        Column::figures(words.say("位次", "place"), 1),
        Column::words(words.say("申请", "applicant"), 4),
        Column::words(words.say("次序", "order"), 5),
        Column::figures(words.say("应付（元）", "due (yuan)"), 4),
        Column::figures(words.say("分得（元）", "gets (yuan)"), 4),
        Column::figures(words.say("余", "left"), 4),
        Column::words(words.say("说明", "because"), 5),
    ];
    let row = |it: &EntryShare| {
        let share = allotment.shares.get(it.id)?;
        let keys = words.of.keys.iter().zip(&it.keys);
        let keys: Vec<String> =
            keys.map(|(key, value)| value.map_or("?".to_owned(), |value| key_value(words, key, value))).collect();
        let left = share.turn.first().and_then(|(room, _, after)| Some((words.of.rooms.get(room.index())?, *after)));
        Some(vec![
            share.place.map_or("—".to_owned(), |place| place.to_string()),
            name(&it.identity),
            keys.join(words.say("、", ", ")),
            match it.need {
                Need::Settled(sum) => figure(sum),
                Need::Open(Some(most)) => format!("≤{}", figure(most)),
                Need::Open(None) => words.say("未定", "open").to_owned(),
            },
            figure(share.amount),
            left.map_or(String::new(), |(store, after)| match store.measure {
                Measure::Money => figure(after),
                Measure::Places => after.to_string(),
            }),
            because(words, it, share),
        ])
    };
    let rows: Vec<Vec<String>> = queue.entrants.iter().filter_map(row).collect();
    table(&columns, &rows, width)
}

/// Yuan without the word, and without fen where there are none.
fn figure(sum: i128) -> String {
    group(&print(sum, MONEY_SCALE, 0))
}

/// Why he gets what he gets.
fn because(words: &Words<'_>, it: &EntryShare, share: &Share) -> String {
    let stores = &words.of.rooms;
    let mut parts = Vec::new();
    if let Some((word, room)) = share.word {
        let room = room.and_then(|room| stores.get(room.index())).map_or("", |it| it.name.as_str());
        parts.push(match word {
            Word::UsedUp => format!("{room}{}", words.say("已用完", " used up")),
            Word::Last => format!("{}{room}{}", words.say("末位，", "the last: "), words.say("不足", " is short")),
            Word::Tied => format!("{}{room}{}", words.say("同序，", "equals: "), words.say("不足", " is short")),
            Word::Drawn => words.say("抽签在后", "drawn behind").to_owned(),
            Word::Shared => words.say("按方式核减", "all are cut").to_owned(),
            Word::Earlier => words.say("此前已分", "given before").to_owned(),
            Word::Undecided => words.say("未定", "not decided").to_owned(),
            Word::Undrawn => words.say("待抽签", "a draw is yet to be held").to_owned(),
            Word::Waiting => words.say("待前面的定下", "depends on one before").to_owned(),
        });
    }
    if share.reserved > 0 {
        parts.push(format!("{}{}", words.say("预留 ", "set aside "), words.yuan(share.reserved)));
    }
    if share.standing == Standing::Open && !it.needs.is_empty() {
        let facts = it.needs.iter().filter_map(|fact| words.program.facts.get(*fact));
        let facts: Vec<&str> =
            facts.map(|it| if words.lang == Lang::Zh { it.name.zh.as_str() } else { it.name.alias.as_str() }).collect();
        parts.push(format!("{}{}", words.say("缺 ", "lacks "), facts.join(words.say("、", ", "))));
    }
    for (room, sum) in &share.least {
        if let Some(store) = stores.get(room.index()) {
            let (lead, end) = (words.say("有 ", " of "), words.say(" 即足额", " would be enough"));
            parts.push(format!("{}{lead}{}{end}", store.name, words.sum(store, *sum)));
        }
    }
    parts.join(words.say("；", "; "))
}

fn key_value(words: &Words<'_>, key: &OrderKey, value: i128) -> String {
    match words.program.nodes.get(key.node).map(|it| &it.ty) {
        Some(Ty::Truth) if value == 1 => words.say("是", "yes").to_owned(),
        Some(Ty::Truth) => words.say("否", "no").to_owned(),
        Some(Ty::Date) => {
            i32::try_from(value).ok().and_then(Date::from_days).map_or(String::new(), |date| date.to_string())
        }
        Some(Ty::Member(of)) => {
            let member = usize::try_from(value).ok().and_then(|at| words.program.enums.get(*of)?.members.get(at));
            member.map_or(String::new(), |it| it.zh.clone())
        }
        Some(Ty::Number { scale, .. }) => print(value, *scale, 0),
        _ => String::new(),
    }
}
