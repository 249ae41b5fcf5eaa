//! `--readings all`: the total under every reading of the register, beside the chosen ones.

use crate::readings::clash;
use crate::render::wrap::hang;
use crate::statement;
use crate::surroundings::Context;
use crate::table::{Column, table};
use serde_json::{Value, json};
use tiaoli::date::Date;
use tiaoli::number::group;
use tiaoli::outcome::{Amount, Scenarios};
use tiaoli::program::{Effect, OptionId, ReadingOption};
use tiaoli::selection::{Selection, select};
use tiaoli::{Application, Decision, Diagnostic, Lang, Layout, Program};

/// Totals: guaranteed and maximum, or that settle could not prove them.
type Totals = Option<Scenarios<Option<Amount>>>;

/// Every reading of the register, in its order.
pub(crate) struct Compared {
    as_of: Date,
    /// Under the readings that hold unless others are asked for.
    base: Totals,
    rows: Vec<Row>,
}

struct Row {
    option: OptionId,
    came: Came,
}

/// What came of a reading.
enum Came {
    /// The total under it, and how it differs.
    Computed(Totals, Differs),
    /// It was asked for: it is the base.
    Asked,
    /// It cannot be computed; what is lacking.
    Lacks(String),
    /// It cannot stand beside what was asked for.
    Clashes(Diagnostic),
}

/// How a decision differs from the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Differs {
    Total,
    Detail,
    Nothing,
}

impl Differs {
    fn word(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Detail => "detail",
            Self::Nothing => "nothing",
        }
    }
}

/// Decides the application under each reading in turn, the options asked for holding beside it.
pub(crate) fn compare(
    program: &Program,
    application: &Application,
    asked: &[OptionId],
    selection: &Selection,
) -> Compared {
    let decision = tiaoli::decide(program, selection, application);
    let (base, detail) = (totals(&decision), detail(program, &decision));
    let came = |id: OptionId, option: &ReadingOption| {
        if asked.contains(&id) {
            return Came::Asked;
        }
        if let Effect::Lacking(lacks) = &option.effect {
            return Came::Lacks(lacks.clone());
        }
        // Another reading of a question that was asked about stands instead of it.
        let others = asked
            .iter()
            .copied()
            .filter(|other| program.options.get(*other).is_some_and(|it| it.reading != option.reading));
        let options: Vec<OptionId> = others.chain([id]).collect();
        match select(program, &options) {
            Err(why) => Came::Clashes(clash(program, why)),
            Ok(selection) => {
                let decision = tiaoli::decide(program, &selection, application);
                let totals = totals(&decision);
                let differs = match (same(&base, &totals), self::detail(program, &decision) == detail) {
                    (false, _) => Differs::Total,
                    (true, false) => Differs::Detail,
                    (true, true) => Differs::Nothing,
                };
                Came::Computed(totals, differs)
            }
        }
    };
    let rows = program.options.iter().map(|(id, option)| Row { option: id, came: came(id, option) }).collect();
    Compared { as_of: application.as_of, base, rows }
}

fn totals(decision: &Decision) -> Totals {
    decision.total.as_ref().ok().map(|total| total.payable)
}

/// What a decision says of projects and rights.
fn detail(program: &Program, decision: &Decision) -> Value {
    let mut value = tiaoli::decision_json(program, decision);
    let mut kept = serde_json::Map::new();
    for key in ["projects", "rights"] {
        kept.extend(value.get_mut(key).map(|part| (key.to_owned(), part.take())));
    }
    Value::Object(kept)
}

fn same(a: &Totals, b: &Totals) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => statement::same(a.guaranteed, b.guaranteed) && statement::same(a.maximum, b.maximum),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// Those that change the total first, then those that change something else, then the rest in a line each.
pub(crate) fn human(program: &Program, compared: &Compared, context: &Context<'_>) -> String {
    let say = |zh, en| context.say(zh, en);
    let sum = |of: Option<Amount>| of.map_or_else(|| say("上不封顶", "open").to_owned(), |it| group(&it.to_string()));
    let cells = |totals: &Totals| match totals {
        Some(it) => [sum(it.guaranteed), sum(it.maximum)],
        None => ["?".to_owned(), "?".to_owned()],
    };
    let row = |name: &str, words: &str, totals: &Totals| {
        let [low, high] = cells(totals);
        vec![name.to_owned(), words.to_owned(), low, high]
    };
    let asked: Vec<String> =
        of(compared, |came| matches!(came, Came::Asked)).map(|it| name(program, it.option)).collect();
    let beside = if asked.is_empty() {
        String::new()
    } else {
        format!("{}{}", say("，另择 ", ", with "), asked.join(say("、", ", ")))
    };
    let chosen = format!("{}{beside}", say("登记簿采用的读法", "the readings that hold"));
    let mut rows = vec![row(say("现行", "chosen"), &chosen, &compared.base)];
    for wanted in [Differs::Total, Differs::Detail] {
        for it in &compared.rows {
            let (Came::Computed(totals, differs), Some(option)) = (&it.came, program.options.get(it.option)) else {
                continue;
            };
            if *differs == wanted {
                let mark = if wanted == Differs::Detail { "*" } else { "" };
                rows.push(row(&format!("{}{mark}", name(program, it.option)), &option.words, totals));
            }
        }
    }
    let head = [
        Column::words(say("读法", "reading"), 4),
        Column::words(say("内容", "words"), 8),
        Column::figures(say("保底（元）", "guaranteed"), 6),
        Column::figures(say("最高（元）", "maximum"), 6),
    ];
    let mut text = format!("{}{}{}\n", say("《", ""), program.policy.title, say("》", ""));
    text.push_str(&format!("{} {}\n\n", say("评定日期", "date of evaluation"), compared.as_of));
    text.push_str(&table(&head, &rows, context.width));
    if compared.rows.iter().any(|it| matches!(it.came, Came::Computed(_, Differs::Detail))) {
        text.push_str(&hang(
            "* ",
            say("合计相同，分项或理由不同", "the same total; something below it differs"),
            context.width,
        ));
    }
    text.push_str(&rest(program, compared, context));
    text
}

/// The readings that change nothing, and those that are not computed.
fn rest(program: &Program, compared: &Compared, context: &Context<'_>) -> String {
    let mut text = String::new();
    let unchanged: Vec<String> = of(compared, |came| matches!(came, Came::Computed(_, Differs::Nothing)))
        .map(|it| name(program, it.option))
        .collect();
    if !unchanged.is_empty() {
        text.push_str(&format!("\n{}\n", context.say("不改变结果", "no difference")));
        text.push_str(&hang("  ", &unchanged.join(context.say("、", ", ")), context.width));
    }
    let mut lacking = String::new();
    for it in &compared.rows {
        let said = match &it.came {
            Came::Lacks(lacks) => format!("{}{lacks}", context.say("缺 ", "lacks ")),
            Came::Clashes(problem) => problem.message(context.lang),
            Came::Computed(..) | Came::Asked => continue,
        };
        lacking.push_str(&hang(&format!("  {} ", name(program, it.option)), &said, context.width));
    }
    if !lacking.is_empty() {
        text.push_str(&format!("\n{}\n{lacking}", context.say("不能计算", "not computed")));
    }
    text
}

fn of(compared: &Compared, wanted: impl Fn(&Came) -> bool) -> impl Iterator<Item = &Row> {
    compared.rows.iter().filter(move |it| wanted(&it.came))
}

fn name(program: &Program, option: OptionId) -> String {
    crate::readings::name(program, option).replace('=', " ")
}

/// The same as JSON, in the order of the register.
pub(crate) fn json(program: &Program, compared: &Compared) -> String {
    let sum = |of: Option<Amount>| of.map_or(Value::Null, |it| it.to_string().into());
    let totals = |of: &Totals| {
        of.as_ref().map_or(Value::Null, |it| json!({ "guaranteed": sum(it.guaranteed), "maximum": sum(it.maximum) }))
    };
    let row = |row: &Row| {
        let option = program.options.get(row.option);
        let reading = option.and_then(|it| program.readings.get(it.reading)).map_or("", |it| it.id.as_str());
        let (status, more) = match &row.came {
            Came::Asked => ("asked", json!({})),
            Came::Computed(total, differs) => {
                ("computed", json!({ "differs": differs.word(), "total": totals(total) }))
            }
            Came::Lacks(lacks) => ("not_computed", json!({ "lacks": lacks })),
            Came::Clashes(problem) => {
                ("clashes", json!({ "message": { "zh": problem.message(Lang::Zh), "en": problem.message(Lang::En) } }))
            }
        };
        let (id, words) = option.map_or(("", ""), |it| (it.id.as_str(), it.words.as_str()));
        let mut object = json!({ "reading": reading, "option": id, "words": words, "status": status });
        if let (Value::Object(object), Value::Object(more)) = (&mut object, more) {
            object.extend(more);
        }
        object
    };
    let policy = &program.policy;
    let value = json!({
        "policy": { "name": policy.name, "edition": policy.edition, "digest": policy.digest },
        "as_of": compared.as_of.to_string(),
        "total": totals(&compared.base),
        "readings": compared.rows.iter().map(row).collect::<Vec<_>>(),
    });
    format!("{}\n", tiaoli::print(&value, Layout::Indented))
}
