//! `tiaoli inspect --readiness`: what can be paid without applying, in words and as data.

use crate::args::Format;
use crate::render::wrap::hang;
use crate::surroundings::{Context, say};
use serde_json::{Value, json};
use tiaoli::Lang;
use tiaoli::program::{FactId, FactKind, Program, RuleId};
use tiaoli::readiness::{Obstacle, Readiness, Ready, Verdict, readiness};

/// Sources of facts, in the order in which a platform meets them: alias, Chinese, English.
const SOURCES: [(FactKind, &str, &str, &str); 5] = [
    (FactKind::Recorded, "recorded", "登记（别处已有记录）", "on record elsewhere"),
    (FactKind::Found, "found", "认定（主管部门认定）", "findings of an authority"),
    (FactKind::Determined, "determined", "核定（主管部门核定）", "sums that an authority decides"),
    (FactKind::Declared, "declared", "申报（申请人填报）", "declared by the applicant"),
    (FactKind::Parameter, "parameter", "参数（外部公布）", "published figures"),
];

/// Verdicts: alias, mark, Chinese, English.
const VERDICTS: [(Verdict, &str, &str, &str, &str); 5] = [
    (Verdict::Ready, "ready", "✓", "可以免申即享", "can be paid without applying"),
    (Verdict::Finding, "after_finding", "◐", "认定以后可以免申即享", "can be paid once the findings are made"),
    (Verdict::Application, "application", "○", "须由申请人申报", "needs an application"),
    (Verdict::Decision, "decision", "✗", "须由人决定", "needs a decision"),
    (Verdict::Right, "right", "·", "权利，不涉及拨付", "a right, nothing to pay"),
];

/// The report in the format asked for.
pub(super) fn report(program: &Program, format: Format, context: &Context<'_>) -> String {
    let found = readiness(program);
    match format {
        Format::Json => format!("{:#}\n", json(program, &found)),
        Format::Human => human(program, &found, context),
    }
}

fn id(program: &Program, rule: RuleId) -> &str {
    program.rules.get(rule).map_or("", |it| it.id.as_str())
}

fn alias(program: &Program, fact: FactId) -> &str {
    program.facts.get(fact).map_or("", |it| it.name.alias.as_str())
}

fn name(program: &Program, fact: FactId, lang: Lang) -> String {
    program.facts.get(fact).map_or_else(String::new, |it| match lang {
        Lang::Zh => it.name.zh.clone(),
        Lang::En => it.name.alias.clone(),
    })
}

fn human(program: &Program, found: &Readiness, context: &Context<'_>) -> String {
    let (lang, width) = (context.lang, context.width);
    let comma = say(lang, "、", ", ");
    let mut text = format!("{}{}\n", program.policy.title, say(lang, "：免申即享", ": paid without applying"));
    for ready in &found.rules {
        let Some((_, _, mark, zh, en)) = VERDICTS.iter().find(|it| it.0 == ready.verdict) else { continue };
        text.push_str(&format!("\n{mark} {}  {}\n", id(program, ready.rule), say(lang, zh, en)));
        let words = program.clauses.get(ready.clause).map_or("", |it| it.text.as_str());
        text.push_str(&hang("    ", &words.replace('\n', " "), width));
        let mut by_verdict: Vec<(Verdict, Vec<String>)> = Vec::new();
        for obstacle in ready.obstacles.iter().filter(|it| !matches!(it, Obstacle::Found(_) | Obstacle::Declared(_))) {
            let said = words_of(program, obstacle, lang);
            match by_verdict.iter_mut().find(|(verdict, _)| *verdict == obstacle.verdict()) {
                Some((_, all)) => all.push(said),
                None => by_verdict.push((obstacle.verdict(), vec![said])),
            }
        }
        let stands: Vec<String> = by_verdict.into_iter().flat_map(|(_, said)| said).collect();
        if !stands.is_empty() {
            let lead = say(lang, "    挡在前面：", "    in the way: ");
            text.push_str(&hang(lead, &stands.join(say(lang, "；", "; ")), width));
        }
        for (kind, _, zh, en) in SOURCES {
            if let Some((_, facts)) = ready.facts.iter().find(|(it, _)| *it == kind) {
                let names: Vec<String> = facts.iter().map(|fact| name(program, *fact, lang)).collect();
                let lead = format!("    {}{}", say(lang, zh, en), say(lang, "：", ": "));
                text.push_str(&hang(&lead, &names.join(comma), width));
            }
        }
        let readings: Vec<&str> =
            ready.readings.iter().filter_map(|it| Some(program.readings.get(*it)?.id.as_str())).collect();
        if !readings.is_empty() {
            text.push_str(&hang(say(lang, "    依据读法：", "    rests on readings: "), &readings.join(comma), width));
        }
    }
    text.push_str(&format!("\n{}\n", say(lang, "平台要取的数据", "data that a platform must fetch")));
    for (kind, _, zh, en) in SOURCES {
        for (level, it) in program.levels.iter() {
            let of = |fact: &FactId| program.facts.get(*fact).is_some_and(|it| it.kind == kind && it.level == level);
            let lines: Vec<&(FactId, Vec<RuleId>)> = found.data.iter().filter(|(fact, _)| of(fact)).collect();
            if lines.is_empty() {
                continue;
            }
            let level = match lang {
                Lang::Zh => &it.name.zh,
                Lang::En => &it.name.alias,
            };
            text.push_str(&format!("\n  {} · {level}\n", say(lang, zh, en)));
            for (fact, rules) in lines {
                let ids: Vec<&str> = rules.iter().map(|rule| id(program, *rule)).collect();
                let lead = match lang {
                    Lang::Zh => format!("    {} {}：", name(program, *fact, lang), alias(program, *fact)),
                    Lang::En => format!("    {}: ", alias(program, *fact)),
                };
                text.push_str(&hang(&lead, &ids.join(comma), width));
            }
        }
    }
    if found.payments {
        let (zh, en) = (
            "\n  拨付记录：此前按本政策和其他政策已获的资金",
            "\n  earlier payments: what was paid before, under this policy and others",
        );
        text.push_str(&format!("{}\n", say(lang, zh, en)));
    }
    let counts: Vec<String> = VERDICTS
        .iter()
        .map(|(verdict, _, mark, zh, en)| {
            let count = found.rules.iter().filter(|it| it.verdict == *verdict).count();
            format!("{mark} {} {count}", say(lang, zh, en))
        })
        .collect();
    text.push_str(&format!("\n{}\n", counts.join(say(lang, "，", ", "))));
    text
}

/// An obstacle in words.
fn words_of(program: &Program, obstacle: &Obstacle, lang: Lang) -> String {
    let both = |zh: &'static str, en: &'static str| say(lang, zh, en).to_owned();
    let with = |zh: &'static str, en: &'static str, what: &str| say(lang, zh, en).replacen("{}", what, 1);
    match obstacle {
        Obstacle::CaseByCase => both("一事一议，没有数额", "case by case, no sum follows"),
        Obstacle::Referral(Some(title)) => {
            with("按「{}」执行，数额不在本政策里", "decided under `{}`, not here", title)
        }
        Obstacle::Referral(None) => {
            both("按其他规定执行，数额不在本政策里", "decided under another instrument, not here")
        }
        Obstacle::Unquantified => both("没有写数额", "no sum is stated"),
        Obstacle::Power => both("写的是 可：给不给由人决定", "a power: whether it is granted is decided"),
        Obstacle::Decided(Some(fact)) => with(
            "只有上限或幅度，数额见「{}」",
            "only a ceiling or range; the sum is in `{}`",
            &name(program, *fact, lang),
        ),
        Obstacle::Decided(None) => {
            both("只有上限或幅度，没有说由谁定", "only a ceiling or range, and nobody is named who decides")
        }
        Obstacle::Unruled => both("有的数文件没有规定", "the document is silent for some values"),
        Obstacle::Choice => both("由申请人选择享受哪一项", "the applicant chooses among awards"),
        Obstacle::Shared(title) => {
            with("资金或名额由全体申请人分（{}）", "money or places are shared among all that apply ({})", title)
        }
        Obstacle::DayOfApplying(fact) => with(
            "以「{}」为条件，不申报就没有这一天",
            "depends on `{}`: no such day without applying",
            &name(program, *fact, lang),
        ),
        Obstacle::Declared(fact) => with("须申报「{}」", "`{}` is declared", &name(program, *fact, lang)),
        Obstacle::Found(fact) => with("须认定「{}」", "`{}` must be found", &name(program, *fact, lang)),
    }
}

fn json(program: &Program, found: &Readiness) -> Value {
    let facts = |ready: &Ready, kind: FactKind| -> Value {
        let of = ready.facts.iter().find(|(it, _)| *it == kind);
        of.map_or(json!([]), |(_, facts)| facts.iter().map(|fact| alias(program, *fact)).collect())
    };
    let rules = found.rules.iter().map(|ready| {
        let verdict = VERDICTS.iter().find(|it| it.0 == ready.verdict).map(|it| it.1);
        let rule = program.rules.get(ready.rule);
        let clauses = rule.into_iter().flat_map(|it| &it.clauses).filter_map(|it| Some(program.clauses.get(*it)?.id.as_str()));
        let mut value = json!({
            "rule": id(program, ready.rule),
            "clauses": clauses.collect::<Value>(),
            "verdict": verdict,
            "in_the_way": ready.obstacles.iter().map(|it| obstacle(program, it)).collect::<Value>(),
            "readings": ready.readings.iter().filter_map(|it| Some(program.readings.get(*it)?.id.as_str())).collect::<Value>(),
        });
        if let Value::Object(object) = &mut value {
            object.extend(SOURCES.map(|(kind, key, _, _)| (key.to_owned(), facts(ready, kind))));
        }
        value
    });
    let data = found.data.iter().map(|(fact, rules)| {
        let it = program.facts.get(*fact);
        let source = it.and_then(|it| SOURCES.iter().find(|source| source.0 == it.kind)).map(|it| it.1);
        let level = it.and_then(|it| program.levels.get(it.level)).map(|it| it.name.alias.as_str());
        json!({
            "fact": alias(program, *fact),
            "name": name(program, *fact, Lang::Zh),
            "in_full": it.and_then(|it| it.name.in_full.as_deref()),
            "source": source,
            "level": level,
            "rules": rules.iter().map(|rule| id(program, *rule)).collect::<Value>(),
        })
    });
    json!({
        "policy": { "name": program.policy.name, "edition": program.policy.edition, "title": program.policy.title },
        "rules": rules.collect::<Value>(),
        "data": data.collect::<Value>(),
        "earlier_payments": found.payments,
    })
}

fn obstacle(program: &Program, it: &Obstacle) -> Value {
    let verdict = VERDICTS.iter().find(|verdict| verdict.0 == it.verdict()).map(|it| it.1);
    let (kind, about) = match it {
        Obstacle::CaseByCase => ("case_by_case", Value::Null),
        Obstacle::Referral(title) => ("referral", json!(title)),
        Obstacle::Unquantified => ("unquantified", Value::Null),
        Obstacle::Power => ("power", Value::Null),
        Obstacle::Decided(fact) => ("decided", fact.map_or(Value::Null, |fact| json!(alias(program, fact)))),
        Obstacle::Unruled => ("not_ruled", Value::Null),
        Obstacle::Choice => ("choice", Value::Null),
        Obstacle::Shared(title) => ("shared", json!(title)),
        Obstacle::DayOfApplying(fact) => ("day_of_applying", json!(alias(program, *fact))),
        Obstacle::Declared(fact) => ("declared", json!(alias(program, *fact))),
        Obstacle::Found(fact) => ("found", json!(alias(program, *fact))),
    };
    json!({ "kind": kind, "about": about, "leaves": verdict })
}
