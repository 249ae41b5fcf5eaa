//! One section: its package is compiled, its applications decided, its expectations held against what came of it.

use super::decision;
use super::markdown::{Block, Section};
use crate::policy::manifest;
use serde_json::Value;
use tiaoli::{
    Code, Compiled, File, Format, Lang, Node, Package, Problems, Program, Reader, compile, decide, decision_json,
    draft, parse, refusal, select,
};

/// The document of a section that shows none.
const DOCUMENT: &str = "关于支持创新的若干措施\n一、扶持政策\n1.支持创新。对符合条件的项目给予支持。\n";
const CUTS: &str = "1.1.a 对符合\n";
const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];
/// Stands in an application that does not say them.
const USUAL: [(&str, &str); 2] = [("as_of", "2021-06-30"), ("assume_in_force", "")];

/// An expectation that did not come out.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Why.
    pub why: String,
    /// The block: its first line, the line of its closing fence, and the text with which it would pass; nothing where it cannot.
    pub block: Option<(usize, usize, String)>,
}

/// Runs a section. Nothing is left to say of one that is as it says.
#[must_use]
pub fn run(section: &Section) -> Vec<Finding> {
    if let Some(block) = section.blocks.iter().find(|it| it.kind() == "drafting") {
        return drafting(section, block);
    }
    let mut compiled = compile(&package(section));
    unused_is_no_problem(section, &mut compiled);
    let mut findings = Vec::new();
    problems(section, &compiled, &mut findings);
    let mut application: Option<Value> = None;
    let mut known = vec!["text", "tiaoli", "problems", "application"];
    for block in section.blocks.iter().filter(|block| !block.shared || block.kind() == "application") {
        match (block.kind(), &compiled.program) {
            ("application", Some(program)) => application = Some(decided(program, block, &[])),
            ("decision", Some(program)) => {
                if block.info.len() > 1 {
                    let before =
                        section.blocks.iter().rev().find(|it| it.kind() == "application" && it.first < block.first);
                    application = before.map(|before| decided(program, before, &block.info[1..]));
                }
                let decision = application.clone().unwrap_or(Value::Null);
                hold(block, decision::check(&block.text, &decision), &mut findings);
            }
            ("against", Some(_)) => {
                let found = shown(&compiled.against_text, &compiled, langs(block));
                hold(block, same(&block.text, if found.is_empty() { "none\n" } else { &found }), &mut findings);
            }
            ("cases", Some(program)) => {
                let found = cases(program, &compiled, langs(block));
                hold(block, same(&block.text, &found), &mut findings);
            }
            ("decision" | "cases" | "against", None) => {
                findings.push(Finding { why: "the rules do not compile".to_owned(), block: None })
            }
            _ => {}
        }
    }
    known.extend(["decision", "cases", "against"]);
    for block in section.blocks.iter().filter(|block| !known.contains(&block.kind())) {
        findings.push(Finding { why: format!("no such block: {}", block.info.join(" ")), block: None });
    }
    findings
}

/// A document by itself: what is said of it before anybody writes a rule.
fn drafting(section: &Section, block: &Block) -> Vec<Finding> {
    let file = |name: &str| {
        let of = |it: &&Block| it.kind() == "text" && it.name_or("source.txt") == name;
        let found = section.blocks.iter().rev().find(of);
        found.map(|it| File { name: name.to_owned(), text: it.text.clone() })
    };
    let drafted = draft(&file("source.txt").unwrap_or_default(), file("source.clauses").as_ref());
    let in_lang = |lang: &Lang| {
        drafted
            .problems
            .show(&drafted.sources, *lang)
            .unwrap_or_else(|error| panic!("a finding without its words: {error:?}"))
    };
    let texts: Vec<String> = langs(block).iter().map(in_lang).filter(|text| !text.is_empty()).collect();
    let found = if texts.is_empty() { "none\n".to_owned() } else { texts.join("\n") };
    let mut findings = Vec::new();
    hold(block, same(&block.text, &found), &mut findings);
    findings
}

/// A page's vocabulary holds for all of its sections: one of them need not use every word.
fn unused_is_no_problem(section: &Section, compiled: &mut Compiled) {
    let own: Vec<&Block> = section.blocks.iter().filter(|it| it.kind() == "tiaoli" && !it.shared).collect();
    let sources = &compiled.sources;
    compiled.problems.retain(|problem| {
        let at = problem.span.map(|span| sources.text(span.file));
        problem.code != Code::FACT_UNUSED || own.iter().any(|block| at == Some(block.text.as_str()))
    });
}

/// What is said of a section's package and of its rules against its document, in Chinese, without the problems of some
/// names.
pub(crate) fn said_of(section: &Section, leave_out: &[&str]) -> String {
    let mut compiled = compile(&package(section));
    let mut problems = std::mem::take(&mut compiled.problems);
    problems.extend(std::mem::take(&mut compiled.against_text));
    problems.retain(|problem| !leave_out.contains(&problem.code.name().as_str()));
    shown(&problems, &compiled, &[Lang::Zh])
}

/// The package of a section: each block by its name, the section's own in place of the page's. `tiaoli 5050/规则.tiaoli` is a
/// file of a companion.
fn package(section: &Section) -> Package {
    let own = |block: &&Block| !block.name_or("").contains('/');
    let mut package = package_of("suite", section.blocks.iter().filter(own));
    let mut folders: Vec<&str> = Vec::new();
    for block in &section.blocks {
        if let Some((folder, _)) = block.name_or("").split_once('/').filter(|(it, _)| !folders.contains(it)) {
            folders.push(folder);
        }
    }
    for folder in folders {
        let inside: Vec<Block> = section.blocks.iter().filter_map(|block| in_folder(block, folder)).collect();
        package.companions.push(package_of(folder, inside.iter()));
    }
    package
}

/// A block of a companion, by its name there.
fn in_folder(block: &Block, folder: &str) -> Option<Block> {
    let name = block.name_or("").strip_prefix(folder)?.strip_prefix('/')?.to_owned();
    let mut info = block.info.clone();
    info[1] = name;
    Some(Block { info, ..block.clone() })
}

fn package_of<'b>(folder: &str, blocks: impl Iterator<Item = &'b Block>) -> Package {
    let mut texts: Vec<(String, String)> =
        vec![("source.txt".to_owned(), DOCUMENT.to_owned()), ("source.clauses".to_owned(), CUTS.to_owned())];
    let mut own = 0;
    for block in blocks {
        let name = match block.kind() {
            "text" => block.name_or("source.txt").to_owned(),
            "tiaoli" => {
                own += 1;
                let usual = if own == 1 { "条款.tiaoli".to_owned() } else { format!("条款{own}.tiaoli") };
                block.name_or(&usual).to_owned()
            }
            _ => continue,
        };
        match texts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, text)) => text.clone_from(&block.text),
            None => texts.push((name, block.text.clone())),
        }
    }
    let file = |name: &str| {
        texts
            .iter()
            .find(|(known, _)| known == name)
            .map(|(name, text)| File { name: name.clone(), text: text.clone() })
    };
    let mut rules: Vec<File> = texts
        .iter()
        .filter(|(name, _)| name.ends_with(".tiaoli"))
        .map(|(name, text)| File { name: name.clone(), text: text.clone() })
        .collect();
    let source = file("source.txt").unwrap_or_default();
    // Every package says which document it is; a section that does not care need not.
    if !rules.iter().flat_map(|it| it.text.lines()).any(|line| line.starts_with("政策 ")) {
        let title = source.text.lines().next().unwrap_or_default().trim();
        rules.push(File { name: "政策.tiaoli".to_owned(), text: format!("政策 “{title}” {{}}\n") });
    }
    rules.sort_by(|a, b| a.name.cmp(&b.name));
    Package {
        manifest: manifest(folder),
        cuts: file("source.clauses").unwrap_or_default(),
        lock: file("source.lock"),
        source,
        rules,
        companions: Vec::new(),
    }
}

/// A section without a block for them must have no problems. A block may ask for one language.
fn problems(section: &Section, compiled: &Compiled, findings: &mut Vec<Finding>) {
    let block = section.blocks.iter().rev().find(|block| block.kind() == "problems");
    let found = shown(&compiled.problems, compiled, block.map_or(&BOTH, langs));
    let found = if found.is_empty() { "none\n".to_owned() } else { found };
    match block {
        Some(block) => hold(block, same(&block.text, &found), findings),
        None if found == "none\n" => {}
        None => findings.push(Finding { why: format!("there are problems\n{found}"), block: None }),
    }
}

/// The languages that a block asks for.
fn langs(block: &Block) -> &'static [Lang] {
    match block.info.get(1).map(String::as_str) {
        Some("zh") => &[Lang::Zh],
        Some("en") => &[Lang::En],
        _ => &BOTH,
    }
}

/// Problems in each language.
fn shown(problems: &Problems, compiled: &Compiled, langs: &[Lang]) -> String {
    let in_lang = |lang: &Lang| {
        problems.show(&compiled.sources, *lang).unwrap_or_else(|error| panic!("a problem without its words: {error:?}"))
    };
    let texts: Vec<String> = langs.iter().map(in_lang).filter(|text| !text.is_empty()).collect();
    texts.join("\n")
}

/// The decision on the application of a block, as JSON, under readings.
fn decided(program: &Program, block: &Block, readings: &[String]) -> Value {
    let format = match block.name_or("yaml") {
        "json" => Format::Json,
        "toml" => Format::Toml,
        _ => Format::Yaml,
    };
    let text = if block.text.trim().is_empty() { "{}" } else { &block.text };
    let node = match parse(text.as_bytes(), format) {
        Ok(node) => node,
        Err(refused) => return refusal(&refused),
    };
    let option = |said: &String| {
        let Some((question, option)) = said.split_once('=') else { panic!("{said} is no reading") };
        program.option(question, option).unwrap_or_else(|_| panic!("there is no reading {said}"))
    };
    let options: Vec<_> = readings.iter().filter_map(option).collect();
    let selection = select(program, &options).unwrap_or_else(|why| panic!("{why:?}"));
    match Reader::new(program).read(&whole(node)) {
        Ok(application) => decision_json(program, &decide(program, &selection, &application)),
        Err(refused) => refusal(&refused),
    }
}

/// An application in full. Without `projects` what is written are the facts of the only one.
fn whole(node: Node) -> Node {
    let Node::Map(mut entries) = node else { return node };
    let shape = ["as_of", "assume_in_force", "applicant", "projects", "prior_awards"];
    if !entries.iter().any(|(key, _)| key == "projects") {
        let (own, facts): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .partition(|(key, _)| shape.contains(&key.as_str()) || key == "claims" || key == "issue_date");
        let (mut claims, rest): (Vec<_>, Vec<_>) = own.into_iter().partition(|(key, _)| key == "claims");
        let mut project =
            vec![("project_id".to_owned(), Node::Text("P1".to_owned())), ("facts".to_owned(), Node::Map(facts))];
        project.append(&mut claims);
        entries = rest;
        entries.push(("projects".to_owned(), Node::List(vec![Node::Map(project)])));
    }
    for (key, value) in USUAL {
        if !entries.iter().any(|(known, _)| known == key) {
            let value = if value.is_empty() { Node::Bool(true) } else { Node::Text(value.to_owned()) };
            entries.push((key.to_owned(), value));
        }
    }
    Node::Map(entries)
}

/// How many golden cases pass, and what those say that do not.
fn cases(program: &Program, compiled: &Compiled, langs: &[Lang]) -> String {
    let mut problems = Problems::new();
    let ran = tiaoli::cases::run(program, &compiled.cases, &mut problems);
    let passed = ran.iter().filter(|it| it.passed).count();
    let said = shown(&problems, compiled, langs);
    format!("{passed} of {} pass\n{}{said}", ran.len(), if said.is_empty() { "" } else { "\n" })
}

fn same(expected: &str, found: &str) -> Result<(), (String, String)> {
    if expected == found { Ok(()) } else { Err((format!("expected\n{expected}\nfound\n{found}"), found.to_owned())) }
}

fn hold(block: &Block, held: Result<(), (String, String)>, findings: &mut Vec<Finding>) {
    if let Err((why, text)) = held {
        findings.push(Finding {
            why: format!("line {}: {why}", block.first),
            block: Some((block.first, block.last, text)),
        });
    }
}
