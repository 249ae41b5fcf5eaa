//! Any bytes, through every door: what the fuzz targets do, and what the replay of their corpus does.
//!
//! Nothing is expected but an answer: no panic, and every problem can be said in both languages.

use crate::desk::desk;
use crate::generate::Random;
use crate::policy::manifest;
use std::collections::BTreeMap;
use tiaoli::{
    Application, File, Format, Lang, Package, Problems, Reader, Sources, compile as compile_package, decide,
    decision_json, parse, read, refusal, select,
};

/// The line between the files of a package.
const PART: &str = "\n=====\n";
const DOCUMENT: &str = "关于支持创新的若干措施\n一、扶持政策\n1.支持创新。对符合条件的项目给予支持。\n";
const CUTS: &str = "1.1.a 对符合\n";

/// One file of rules.
pub fn grammar(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut sources = Sources::new();
    let file = sources.add("rules.tiaoli", text);
    let mut problems = Problems::new();
    let _tree = tiaoli_syntax::parse(file, text, &mut problems);
    say(&problems, &sources);
}

/// An application in every format, decided under the first policy.
pub fn application(data: &[u8]) {
    let program = desk().program();
    for format in [Format::Json, Format::Yaml, Format::Toml] {
        let node = match parse(data, format) {
            Ok(node) => node,
            Err(refused) => {
                let _said = refusal(&refused);
                continue;
            }
        };
        match Reader::new(program).read(&node) {
            Ok(application) => {
                let _said = decision_json(program, &decide(program, &desk().selection, &application)).to_string();
            }
            Err(refused) => {
                let _said = refusal(&refused);
            }
        }
    }
}

/// A package: document, cuts and rules; compiled, its cases run, and an application decided that says nothing.
pub fn compile(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut parts: Vec<&str> = text.split(PART).collect();
    if parts.len() < 3 {
        parts.splice(0..0, [DOCUMENT, CUTS]);
    }
    let file = |(at, text): (usize, &&str)| File { name: format!("{at}.tiaoli"), text: (*text).to_owned() };
    let package = Package {
        manifest: manifest("hostile"),
        source: File { name: "source.txt".to_owned(), text: parts[0].to_owned() },
        cuts: File { name: "source.clauses".to_owned(), text: parts[1].to_owned() },
        lock: None,
        rules: parts[2..].iter().enumerate().map(file).collect(),
        companions: Vec::new(),
    };
    let compiled = compile_package(&package);
    say(&compiled.problems, &compiled.sources);
    let Some(program) = &compiled.program else { return };
    let mut problems = Problems::new();
    tiaoli::cases::run(program, &compiled.cases, &mut problems);
    say(&problems, &compiled.sources);
    let empty = r#"{"as_of": "2021-06-30", "projects": [{"project_id": "P1"}]}"#;
    let node = parse(empty.as_bytes(), Format::Json).unwrap();
    let application: Result<Application, _> = read(program, &node);
    if let (Ok(application), Ok(selection)) = (application, select(program, &[])) {
        let _said = decision_json(program, &decide(program, &selection, &application)).to_string();
    }
}

fn say(problems: &Problems, sources: &Sources) {
    for lang in [Lang::Zh, Lang::En] {
        problems.show(sources, lang).unwrap_or_else(|error| panic!("a problem without its words: {error:?}"));
    }
}

/// The seeds of a target, by name.
#[must_use]
pub fn corpus(target: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = crate::policy::root().join("fuzz/corpus").join(target);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect()
}

/// The input with something cut out, doubled, moved or changed: whole characters where it is text.
#[must_use]
pub fn mutate(random: &mut Random, data: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(data) else { return data.to_vec() };
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(4) {
        let length = chars.len() as u64;
        if length == 0 {
            break;
        }
        let at = random.below(length) as usize;
        let end = (at + 1 + random.below(12) as usize).min(chars.len());
        match random.below(5) {
            0 => {
                chars.drain(at..end);
            }
            1 => {
                let again: Vec<char> = chars[at..end].to_vec();
                chars.splice(at..at, again);
            }
            2 => {
                let odd = random.pick(&[
                    '，', '。', '“', '”', '（', '}', '{', '\n', '\u{0}', '的', '9', '.', '、', '：', ' ', '％',
                    '\u{feff}', '-',
                ]);
                chars.insert(at, odd);
            }
            3 => {
                let to = random.below(length) as usize;
                chars.swap(at, to);
            }
            _ => chars.truncate(end),
        }
    }
    chars.into_iter().collect::<String>().into_bytes()
}
