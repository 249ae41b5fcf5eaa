//! A case in the words of the language.

use crate::cases::words::{lacks, reasons};
use std::collections::BTreeMap;
use std::fmt::Display;
use tiaoli_compiler::cases::{Given, Payment, Said, SaidRows, Setting};
use tiaoli_eval::date::Date;
use tiaoli_eval::outcome::{Amount, ClaimDecision, Decision, Kind, Outcome, Reason, Scenarios};
use tiaoli_eval::program::{Fact, Program, Ty, Written as As};
use tiaoli_source::{FileId, Problems};

/// A case as it is written.
pub(super) struct Written {
    /// The whole item.
    pub(super) text: String,
    /// What is given and what comes out, without the title.
    pub(super) body: String,
}

/// A case that asks for the rule `id` alone; `None` where something has no words.
pub(super) fn case(
    program: &Program,
    id: &str,
    title: &str,
    given: &Given,
    decision: &Decision,
    setting: &Setting,
) -> Option<Written> {
    let [project] = decision.projects.as_slice() else { return None };
    let [claim] = project.claims.as_slice() else { return None };
    let mut results = vec![result(program, claim)?];
    let sum = |it: Amount| Scenarios { guaranteed: Some(it), maximum: Some(it) };
    let same = |a: &Scenarios<Option<Amount>>, b: Scenarios<Option<Amount>>| {
        let equal =
            |a: Option<Amount>, b: Option<Amount>| matches!((a, b), (Some(a), Some(b)) if a.total_cmp(b).is_eq());
        equal(a.guaranteed, b.guaranteed) && equal(a.maximum, b.maximum)
    };
    let fixed = matches!(claim.outcome.kind, Kind::Fixed | Kind::Rate);
    if let (true, Some(payable)) = (fixed, project.payable.maximum)
        && !same(&project.payable, sum(claim.outcome.minimum))
        && same(&project.payable, sum(payable))
    {
        results.push(format!("应付{}", yuan(payable)));
    }
    let body = format!("{} ⇒ {}。", givens(program, given, setting)?.join("，"), results.join("，"));
    let text = format!("算例 {id} “{title}” 待确认：{body}\n");
    // in the one layout, which says 500万元 for 5000000.00元; what has none is no case
    let text = tiaoli_syntax::format(FileId(0), &text, &mut Problems::new())?;
    Some(Written { text, body })
}

/// Everything that is given and that the setting of all cases does not give.
fn givens(program: &Program, given: &Given, setting: &Setting) -> Option<Vec<String>> {
    let [project] = given.projects.as_slice() else { return None };
    let mut words = Vec::new();
    if given.as_of != setting.given.as_of {
        words.push(format!("评定日期{}", date(given.as_of?)));
    }
    if given.assume_in_force != setting.given.assume_in_force {
        words.push(if given.assume_in_force { "视同已施行".to_owned() } else { "非 视同已施行".to_owned() });
    }
    for (facts, usual) in [
        (&given.application, &setting.given.application),
        (&given.applicant, &setting.given.applicant),
        (&project.facts, &setting.facts),
    ] {
        for (alias, said) in facts.iter().filter(|(alias, said)| usual.get(*alias) != Some(said)) {
            words.push(fact(program, alias, said)?);
        }
        for alias in usual.keys().filter(|alias| !facts.contains_key(*alias)) {
            words.push(format!("{} 未知", named(program, alias)?.name.zh));
        }
    }
    let usual = setting.given.payments.len();
    for it in given.payments.iter().skip(usual) {
        words.push(payment(program, it, &project.id)?);
    }
    Some(words)
}

fn named<'p>(program: &'p Program, alias: &str) -> Option<&'p Fact> {
    program.facts.iter().map(|(_, it)| it).find(|it| it.name.alias == alias && !matches!(it.written, As::Payment(_)))
}

/// `实际投入5000000.00元`, `非 良好成效`, `平台类型 为 …`
fn fact(program: &Program, alias: &str, said: &Said) -> Option<String> {
    let it = named(program, alias)?;
    let name = &it.name.zh;
    Some(match said {
        Said::Truth(true) => name.clone(),
        Said::Truth(false) => format!("非 {name}"),
        Said::List(items) if items.is_empty() => format!("{name} 无"),
        Said::List(items) => {
            let items: Option<Vec<String>> = items
                .iter()
                .map(|item| item.as_ref().map_or_else(|| Some("未知".to_owned()), |said| value(program, it, said)))
                .collect();
            format!("{name} {}", items?.join("、"))
        }
        Said::Rows(of) => rows(program, name, of)?,
        said => format!("{name} {}", value(program, it, said)?),
    })
}

fn rows(program: &Program, name: &str, of: &SaidRows) -> Option<String> {
    let row = |(called, facts): &(Option<String>, BTreeMap<String, Said>)| {
        let facts: Option<Vec<String>> = facts.iter().map(|(alias, said)| fact(program, alias, said)).collect();
        Some(format!("{}（{}）", called.as_deref().unwrap_or_default(), facts?.join("，")))
    };
    let written: Option<Vec<String>> = of.rows.iter().map(row).collect();
    let written = written?;
    let all = if written.is_empty() { String::new() } else { format!("{name} {}", written.join("、")) };
    Some(match (of.complete, all.is_empty()) {
        (true, true) => format!("{name} 无"),
        (true, false) => all,
        (false, true) => format!("{name} 不全"),
        (false, false) => format!("{all}，{name} 不全"),
    })
}

/// One value; what the type does not take stands in quotes, as impossible input does.
fn value(program: &Program, fact: &Fact, said: &Said) -> Option<String> {
    let figure = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.') && !text.is_empty();
    Some(match (said, fact.written, &fact.ty) {
        (Said::Year(year), ..) => format!("{year}年"),
        (Said::Text(text), As::Money, _) if figure(text) => yuan(text),
        (Said::Text(text), As::Percent, _) if figure(text) => format!("{}％", short(text)),
        (Said::Text(text), As::Decimal(_) | As::Whole, Ty::Number { unit, .. }) if figure(text) => {
            format!("{}{unit}", short(text))
        }
        (Said::Text(text), As::Date, _) => Date::parse(text).map_or_else(|| format!("“{text}”"), date),
        (Said::Text(text), As::Member, Ty::Member(of)) => {
            let members = &program.enums.get(*of)?.members;
            members.iter().find(|it| it.alias == *text).map_or_else(|| format!("“{text}”"), |it| it.zh.clone())
        }
        (Said::Text(text), ..) => format!("“{text}”"),
        _ => return None,
    })
}

fn date(it: Date) -> String {
    let (year, month, day) = it.parts();
    format!("{year}年{month}月{day}日")
}

fn payment(program: &Program, it: &Payment, project: &str) -> Option<String> {
    let whose = match (&it.key, it.project == project) {
        (Some(key), _) => key.as_str(),
        (None, true) => "本项目",
        (None, false) => "",
    };
    let clause = if it.clause.starts_with(|c: char| c.is_ascii_digit()) {
        it.clause.clone()
    } else {
        format!("“{}”", it.clause)
    };
    let level = match program.settlement.levels {
        Some(of) => {
            let members = &program.enums.get(of)?.members;
            format!(" {}", members.iter().find(|member| member.alias == it.level)?.zh)
        }
        None => String::new(),
    };
    let base = if it.base_grant { " 基础资助" } else { "" };
    Some(format!("{whose}已获 {clause} {} {}年{level}{base}", yuan(&it.amount), it.year))
}

/// What came out, as a case expects it.
fn result(program: &Program, claim: &ClaimDecision) -> Option<String> {
    if claim.rows.is_some() && claim.outcome.kind == Kind::None {
        return None;
    }
    let it: &Outcome = &claim.outcome;
    let title = it.title.as_deref().unwrap_or_default();
    let text = match it.kind {
        Kind::Fixed | Kind::Rate => yuan(it.minimum),
        Kind::UpTo => format!("不超过{}", yuan(it.maximum?)),
        Kind::Range => format!("{}至{}", yuan(it.minimum), yuan(it.maximum?)),
        Kind::Referral => format!("另按 “{title}”"),
        Kind::CaseByCase => "一事一议".to_owned(),
        Kind::Entitlement if it.monetary => "数额未定".to_owned(),
        Kind::Entitlement => format!("权利 “{title}”"),
        Kind::Recovery if it.maximum.is_some_and(|most| most.total_cmp(it.minimum).is_eq()) => {
            format!("追回{}", yuan(it.minimum))
        }
        Kind::InKind => {
            let unit = it.unit.as_ref().map(ToString::to_string).unwrap_or_default();
            let most = it.maximum?;
            let lead = if most.total_cmp(it.minimum).is_eq() { "" } else { "不超过" };
            format!("{lead}{most}{unit} “{title}”")
        }
        Kind::None => format!("不予{}", because(program, &it.because)?),
        Kind::InvalidInput => format!("无效{}", because(program, &it.because)?),
        Kind::Undetermined => pending(program, it)?,
        Kind::Recovery => return None,
    };
    let may = it.discretionary && !matches!(it.kind, Kind::None | Kind::InvalidInput);
    Some(if may { format!("可，{text}") } else { text })
}

fn pending(program: &Program, it: &Outcome) -> Option<String> {
    let low = yuan(it.minimum);
    let to = it.maximum.map_or_else(|| "以上".to_owned(), |most| format!("至{}", yuan(most)));
    if it.because.contains(&Reason::NotRuled) {
        return Some(format!("待定 {low}{to}，未规定"));
    }
    let lacks = lacks(program, &it.needs, it.because.contains(&Reason::NoCalendar));
    Some(format!("待定 {low}{to}，缺 {lacks}"))
}

/// `，因 实际投入、良好成效`; `None` for a reason that no refusal can have.
fn because(program: &Program, of: &[Reason]) -> Option<String> {
    if of.iter().any(|it| matches!(it, Reason::NotRuled | Reason::NoCalendar)) {
        return None;
    }
    Some(if of.is_empty() { String::new() } else { format!("，因 {}", reasons(program, of)) })
}

fn yuan(amount: impl Display) -> String {
    format!("{}元", short(&amount.to_string()))
}

/// A figure without the zeros behind its point: 5000000.00 is 5000000.
fn short(figure: &str) -> &str {
    if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.') } else { figure }
}
