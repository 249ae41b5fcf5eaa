//! What was expected and what was found, in words.

use tiaoli_compiler::cases::{ExpectedKind, Open};
use tiaoli_eval::number::group;
use tiaoli_eval::outcome::{Amount, ClaimDecision, Kind, Reason, Scenarios, SettleLimit};
use tiaoli_eval::program::{DefinitionId, FactId, Program};
use tiaoli_source::Value;

/// A sum for people.
pub(super) fn yuan(amount: Amount) -> String {
    format!("{}元", group(&amount.to_string()))
}

fn to(high: Option<Amount>) -> (String, String) {
    match high {
        Some(high) => (format!("至{}", yuan(high)), format!(" to {}", yuan(high))),
        None => ("以上，上不封顶".to_owned(), " or more, open upwards".to_owned()),
    }
}

fn facts(program: &Program, facts: &[FactId]) -> String {
    facts
        .iter()
        .filter_map(|fact| program.facts.get(*fact))
        .map(|fact| fact.name.zh.as_str())
        .collect::<Vec<_>>()
        .join("、")
}

/// What is missing, the calendar of working days first.
pub(crate) fn lacks(program: &Program, of: &[FactId], calendar: bool) -> String {
    let calendar = calendar.then(|| reason(program, Reason::NoCalendar));
    let facts = (!of.is_empty()).then(|| facts(program, of));
    calendar.into_iter().chain(facts).collect::<Vec<_>>().join("、")
}

fn reason(program: &Program, reason: Reason) -> String {
    match reason {
        Reason::NotInForce => "未施行".to_owned(),
        Reason::BeforeIssue => "早于施行".to_owned(),
        Reason::NoAward => "不涉及资金".to_owned(),
        Reason::NotRuled => "未规定".to_owned(),
        Reason::NoCalendar => "工作日安排".to_owned(),
        Reason::ZeroSum => "金额为零".to_owned(),
        Reason::Fact(fact) => facts(program, &[fact]),
    }
}

/// Reasons, as a case names them.
pub(crate) fn reasons(program: &Program, of: &[Reason]) -> String {
    of.iter().map(|it| reason(program, *it)).collect::<Vec<_>>().join("、")
}

fn term(program: &Program, of: DefinitionId) -> Option<String> {
    program.definitions.get(of).map(|it| it.name.zh.clone())
}

fn both(text: String) -> Value {
    Value::said(text.clone(), text)
}

/// What a case expects.
pub(super) fn expected(program: &Program, kind: &ExpectedKind, power: bool) -> Value {
    let may = if power { "可，" } else { "" };
    let text = match kind {
        ExpectedKind::Sum(sum) => yuan(*sum),
        ExpectedKind::UpTo(sum) => format!("不超过{}", yuan(*sum)),
        ExpectedKind::Range(low, high) => format!("{}{}", yuan(*low), to(Some(*high)).0),
        ExpectedKind::Pending(low, high, Open { unruled: true, .. }) => {
            format!("待定 {}{}，未规定", yuan(*low), to(*high).0)
        }
        ExpectedKind::Pending(low, high, open) => {
            let lacks = lacks(program, &open.lacks, open.calendar);
            format!("待定 {}{}，缺 {lacks}", yuan(*low), to(*high).0)
        }
        ExpectedKind::None(because, terms) => {
            let names: Vec<String> = terms.iter().filter_map(|it| term(program, *it)).collect();
            let facts = because.iter().map(|it| reason(program, *it));
            format!("不予，因 {}", names.into_iter().chain(facts).collect::<Vec<_>>().join("、"))
        }
        ExpectedKind::Invalid(because) => format!("无效，因 {}", facts(program, because)),
        ExpectedKind::Document(title) => format!("另按 “{title}”"),
        ExpectedKind::CaseByCase => "一事一议".to_owned(),
        ExpectedKind::Right(title) => format!("权利 “{title}”"),
        ExpectedKind::Unquantified => "数额未定".to_owned(),
        ExpectedKind::Shown(alias, sum) => format!("{alias} {}", sum.map_or("未知".to_owned(), yuan)),
        ExpectedKind::Clamped => "超限核减".to_owned(),
        ExpectedKind::Target(met) => target(*met).to_owned(),
        ExpectedKind::Payable(low, high) => format!("应付{}{}", yuan(*low), to(*high).0),
        ExpectedKind::Paid(low, high) => format!("支付{}", between(*low, *high)),
        ExpectedKind::Total(low, high) => format!("合计{}{}", yuan(*low), to(*high).0),
        ExpectedKind::Chosen(id) => format!("选 {id}"),
        ExpectedKind::Recovery(sum) => format!("追回{}", yuan(*sum)),
        ExpectedKind::NetPayable(low, high) => format!("抵扣后 应付{}", between(*low, *high)),
        ExpectedKind::NetRecovery(low, high) => format!("抵扣后 追回{}", between(*low, *high)),
        ExpectedKind::InKind(most, quantity, of) => {
            format!("{}{quantity} “{of}”", if *most { "不超过" } else { "" })
        }
        ExpectedKind::Plan(parts) => {
            let parts: Vec<(String, Option<Amount>)> =
                parts.iter().map(|(name, sum)| (name.clone(), Some(*sum))).collect();
            format!("分期 {}", shares(&parts))
        }
        ExpectedKind::Payees(parts) => format!("拨付给 {}", shares(parts)),
        ExpectedKind::Payers(parts) => format!("承担 {}", shares(parts)),
    };
    both(format!("{may}{text}"))
}

fn target(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "目标 达成",
        Some(false) => "目标 未达成",
        None => "目标 未知",
    }
}

/// A sum, or two ends.
fn between(low: Amount, high: Option<Amount>) -> String {
    match high {
        Some(high) if high.total_cmp(low).is_eq() => yuan(low),
        high => format!("{}{}", yuan(low), to(high).0),
    }
}

/// A quantity of what is no money.
fn quantities(it: &tiaoli_eval::outcome::Outcome) -> String {
    let unit = it.unit.as_ref().map(ToString::to_string).unwrap_or_default();
    match it.maximum {
        Some(most) if most.total_cmp(it.minimum).is_eq() => format!("{most}{unit}"),
        Some(most) => format!("不超过{most}{unit}"),
        None => format!("{}{unit}以上", it.minimum),
    }
}

/// The policy says nothing of set-off.
pub(super) fn no_set_off() -> Value {
    Value::said("政策没有写 应追回的 从应付中抵扣", "the policy does not say that recoveries are set off")
}

fn shares(of: &[(String, Option<Amount>)]) -> String {
    let one = |(name, sum): &(String, Option<Amount>)| format!("{name}{}", sum.map_or_else(String::new, yuan));
    of.iter().map(one).collect::<Vec<_>>().join("、")
}

/// What came out of a claim.
pub(crate) fn found(program: &Program, claim: &ClaimDecision) -> Value {
    let it = &claim.outcome;
    let may = if it.discretionary { "可，" } else { "" };
    let title = it.title.as_deref().unwrap_or_default();
    let mut text = match it.kind {
        Kind::Fixed | Kind::Rate => yuan(it.minimum),
        Kind::UpTo => format!("不超过{}", it.maximum.map_or_else(String::new, yuan)),
        Kind::Range => format!("{}{}", yuan(it.minimum), to(it.maximum).0),
        Kind::Referral => format!("另按 “{title}”"),
        Kind::CaseByCase => "一事一议".to_owned(),
        Kind::Entitlement if it.monetary => "数额未定".to_owned(),
        Kind::Entitlement => format!("权利 “{title}”"),
        Kind::Recovery => format!("追回{}", between(it.minimum, it.maximum)),
        Kind::InKind => format!("{} “{title}”", quantities(it)),
        Kind::None => {
            let terms: Vec<String> = it.terms.iter().filter_map(|it| term(program, *it)).collect();
            let through = if terms.is_empty() { String::new() } else { format!("（定义 {}）", terms.join("、")) };
            format!("不予，因 {}{through}", reasons(program, &it.because))
        }
        Kind::Undetermined if it.because.contains(&Reason::NotRuled) => {
            format!("待定 {}{}，未规定", yuan(it.minimum), to(it.maximum).0)
        }
        Kind::Undetermined => {
            let lacks = lacks(program, &it.needs, it.because.contains(&Reason::NoCalendar));
            format!("待定 {}{}，缺 {lacks}", yuan(it.minimum), to(it.maximum).0)
        }
        Kind::InvalidInput => format!("无效，因 {}", reasons(program, &it.because)),
    };
    for (_, name, sum) in &it.shows {
        text.push_str(&format!("，{name} {}", sum.map_or("未知".to_owned(), yuan)));
    }
    if it.clamped {
        text.push_str("，超限核减");
    }
    for (word, of) in [("分期", &claim.plan), ("拨付给", &claim.payees), ("承担", &claim.payers)] {
        if !of.is_empty() {
            let parts: Vec<String> =
                of.iter().map(|it| format!("{}{}", it.name, it.paid.maximum.map_or_else(String::new, yuan))).collect();
            text.push_str(&format!("，{word} {}", parts.join("、")));
        }
    }
    if let Some(met) = claim.target_met {
        text.push_str(&format!("，{}", target(met)));
    }
    both(format!("{may}{text}"))
}

/// Two sums.
pub(super) fn scenarios(found: &Scenarios<Option<Amount>>) -> Value {
    let one = |sum: Option<Amount>| sum.map_or("上不封顶".to_owned(), yuan);
    Value::said(
        format!("确定 {}，最高 {}", one(found.guaranteed), one(found.maximum)),
        format!("guaranteed {}, maximum {}", one(found.guaranteed), one(found.maximum)),
    )
}

/// Settle gave up.
pub(super) fn settle_limit(limit: &SettleLimit) -> Value {
    let one = |sum: Option<Amount>| sum.map_or("上不封顶".to_owned(), yuan);
    both(format!("最优未能证明：{} / {}", one(limit.best.maximum), one(limit.bound.maximum)))
}

/// Which clauses were chosen.
pub(super) fn chosen(ids: &[&str]) -> Value {
    both(format!("选 {}", ids.join("、")))
}

/// A claim that has no such row.
pub(super) fn no_rows(program: &Program, claim: &ClaimDecision) -> Value {
    let whole = found(program, claim);
    Value::said(
        format!("没有这一行的结果；整条为 {}", whole.in_lang(tiaoli_source::Lang::Zh)),
        format!("no result for this row; the claim is {}", whole.in_lang(tiaoli_source::Lang::En)),
    )
}

/// The claim was not asked for.
pub(super) fn not_asked(id: &str) -> Value {
    Value::said(format!("没有申请 {id}"), format!("{id} was not asked for"))
}
