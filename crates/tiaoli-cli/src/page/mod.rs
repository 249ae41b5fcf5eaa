//! A policy as one page: the document clause by clause, and beside each clause what the rules make of it.
//!
//! The page stands alone: no script, no picture, nothing fetched. What a reader looks for, the browser finds.

mod goals;
mod html;
mod place;

use crate::page::html::code;
pub(crate) use crate::page::html::escape;
use crate::page::place::{Beside, Places};
pub(crate) use goals::Goals;
use std::fmt::Write;
use tiaoli::document::{Clause, ClauseKind};
use tiaoli::program::{Account, Program};
use tiaoli::{Compiled, Part};

const STYLE: &str = include_str!("style.css");

/// The page of a policy that compiles; `parts` are the items of its files in the canonical layout. With `goals` each
/// clause has beside it what the golden cases show of it.
pub(crate) fn page(
    compiled: &Compiled,
    program: &Program,
    parts: &[Part],
    failed: usize,
    goals: Option<&Goals<'_>>,
) -> String {
    let places = Places::of(&compiled.document, parts);
    let title = escape(&program.policy.title);
    let kind = if goals.is_some() { "算例的覆盖" } else { "规则与文件对照" };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}：{kind}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#document\">跳到正文</a>\n<header>\n<h1>{title}</h1>\n"
    );
    facts(&mut page, compiled, program, failed);
    page.push_str("</header>\n");
    if let Some(goals) = goals {
        goals.summary(&mut page);
    }
    contents(&mut page, compiled);
    page.push_str("<main id=\"document\">\n");
    for clause in &compiled.document.clauses {
        let account = program.clauses.iter().find(|(_, it)| it.id == clause.id.as_str()).map(|(_, it)| it.account);
        section(&mut page, compiled, clause, account, places.beside(clause.id.as_str()), goals);
    }
    page.push_str("</main>\n");
    rest(&mut page, &places);
    page.push_str("</body>\n</html>\n");
    page
}

/// What the policy is and how much there is of it.
fn facts(page: &mut String, compiled: &Compiled, program: &Program, failed: usize) {
    let ways = [Account::Encoded, Account::Referred, Account::Right, Account::Target, Account::Declaratory]
        .map(|way| (way, program.clauses.iter().filter(|(_, clause)| clause.account == way).count()));
    let ways: String = ways
        .iter()
        .map(|(way, count)| format!("<span class=\"way {}\">{}</span> {count} ", class(*way), word(*way)))
        .collect();
    let cases = compiled.cases.len();
    let outcome = if failed == 0 { "全部相符".to_owned() } else { format!("{failed} 个不符") };
    let (policy, edition) = (escape(&program.policy.name), escape(&program.policy.edition));
    put(
        page,
        format_args!(
            "<p class=\"facts\">{policy}，版本 {edition}。规则 {} 条，读法问题 {} 个，算例 {cases} 个（{outcome}）。<br>\n\
             条款的去向：{ways}<br>\n<code>{}</code></p>\n",
            program.rules.len(),
            program.readings.len(),
            escape(&program.policy.digest),
        ),
    );
}

/// Links to the headings.
fn contents(page: &mut String, compiled: &Compiled) {
    page.push_str("<nav aria-label=\"目录\">\n<ul>\n");
    for clause in compiled.document.clauses.iter().filter(|it| it.kind == ClauseKind::Heading) {
        let id = clause.id.as_str();
        let depth = id.matches('.').count();
        if depth <= 2 {
            let inner = if depth > 1 { " class=\"inner\"" } else { "" };
            let words = escape(compiled.document.words(clause).trim_end_matches('。'));
            put(page, format_args!("<li{inner}><a href=\"#c{id}\">{words}</a></li>\n"));
        }
    }
    page.push_str("<li><a href=\"#rest\">词汇和其他</a></li>\n</ul>\n</nav>\n");
}

/// One clause: its words on the left, what stands beside it on the right.
fn section(
    page: &mut String,
    compiled: &Compiled,
    clause: &Clause,
    account: Option<Account>,
    beside: Option<&Beside<'_>>,
    goals: Option<&Goals<'_>>,
) {
    let id = clause.id.as_str();
    let words = escape(compiled.document.words(clause));
    if clause.kind == ClauseKind::Title {
        return;
    }
    let heading = clause.kind == ClauseKind::Heading;
    let (kind, element) = match id.matches('.').count() {
        _ if !heading => ("", "div"),
        0 | 1 => (" heading", "h2"),
        2 => (" heading", "h3"),
        _ => (" heading", "h4"),
    };
    put(page, format_args!("<section class=\"clause{kind}\" id=\"c{id}\">\n<div>\n"));
    if !heading {
        let way = account.map(|way| format!("<span class=\"way {}\">{}</span>", class(way), word(way)));
        let way = way.unwrap_or_default();
        put(page, format_args!("<p class=\"tag\"><a href=\"#c{id}\">{id}</a>{way}</p>\n"));
    }
    put(page, format_args!("<{element} class=\"words\">{words}</{element}>\n</div>\n<div class=\"says\">\n"));
    if let Some(beside) = beside {
        says(page, beside);
    }
    if let Some(goals) = goals {
        goals.beside(page, id);
    }
    page.push_str("</div>\n</section>\n");
}

/// The rules, readings and cases of one clause.
fn says(page: &mut String, beside: &Beside) {
    for rule in &beside.rules {
        if !rule.note.is_empty() {
            put(page, format_args!("<p class=\"note\">{}</p>\n", escape(&place::comment(rule.note))));
        }
        put(page, format_args!("<pre class=\"rule\">{}</pre>\n", code(rule.text)));
    }
    for reading in &beside.readings {
        let (id, head) = (&reading.id, code(reading.head));
        put(page, format_args!("<details class=\"reading\" id=\"r{id}\">\n<summary>{head}</summary>\n"));
        if !reading.note.is_empty() {
            put(page, format_args!("<p class=\"note\">{}</p>\n", escape(&place::comment(reading.note))));
        }
        put(page, format_args!("<pre>{}</pre>\n</details>\n", code(&reading.options)));
    }
    if !beside.with.is_empty() {
        let links: Vec<String> = beside.with.iter().map(|id| format!("<a href=\"#c{id}\">{id}</a>")).collect();
        put(page, format_args!("<p class=\"note\">与 {} 写在一起</p>\n", links.join("、")));
    }
    if !beside.see.is_empty() {
        let links: Vec<String> = beside.see.iter().map(|id| format!("<a href=\"#r{id}\">{id}</a>")).collect();
        put(page, format_args!("<p class=\"note\">另见读法 {}</p>\n", links.join("、")));
    }
    if !beside.cases.is_empty() {
        put(page, format_args!("<details>\n<summary>算例 {} 个</summary>\n<ul class=\"cases\">\n", beside.cases.len()));
        for case in &beside.cases {
            put(page, format_args!("<li>{}</li>\n", code(case)));
        }
        page.push_str("</ul>\n</details>\n");
    }
}

/// Items that belong to no clause: vocabulary, levels, settings of cases.
fn rest(page: &mut String, places: &Places) {
    page.push_str("<section class=\"rest\" id=\"rest\">\n<h2>词汇和其他</h2>\n");
    for part in &places.rest {
        if !part.note.is_empty() {
            put(page, format_args!("<p class=\"note\">{}</p>\n", escape(&place::comment(&part.note))));
        }
        put(page, format_args!("<pre class=\"rule\">{}</pre>\n", code(&part.text)));
    }
    page.push_str("</section>\n");
}

fn word(way: Account) -> &'static str {
    match way {
        Account::Encoded => "编码",
        Account::Referred => "另按",
        Account::Right => "权利",
        Account::Target => "目标",
        Account::Declaratory => "宣示",
        Account::Heading => "标题",
    }
}

fn class(way: Account) -> &'static str {
    match way {
        Account::Encoded => "encoded",
        Account::Referred => "referred",
        Account::Right => "right",
        Account::Target => "target",
        Account::Declaratory | Account::Heading => "declaratory",
    }
}

/// Writing to a text cannot fail.
fn put(page: &mut String, words: std::fmt::Arguments<'_>) {
    let _cannot_fail = page.write_fmt(words);
}
