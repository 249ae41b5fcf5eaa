//! Compiled files: what is read back, what is refused, and what is kept from earlier releases.

use rmpv::Value;
use std::path::PathBuf;
use tiaoli::compiled::{FORMAT, HEADER, MAX_BYTES, MAX_DEPTH, Reason, read, write};
use tiaoli::program::{Node, Op};
use tiaoli::{Format, Layout, Program, compile, contents, decide, decision_json, parse, print, select};
use tiaoli_tests::damage::{ask, damage, frame};
use tiaoli_tests::generate::{Random, USUAL, valid};
use tiaoli_tests::given::applications;
use tiaoli_tests::policy::{package, root};

const FIRST: &str = "policies/binjiang-ai";
const PARK: &str = "crates/tiaoli-cli/tests/data/park";
const PARK_APPLICATION: &str = "crates/tiaoli-cli/tests/data/applications/whole.json";

/// The compiled file of a package.
fn built(folder: &str) -> Vec<u8> {
    let package = package(folder);
    let program = compile(&package).program.unwrap();
    write(&contents(&package, program)).unwrap()
}

fn file(path: &str) -> Vec<u8> {
    std::fs::read(root().join(path)).unwrap()
}

fn decided(program: &Program, application: &[u8]) -> String {
    let node = parse(application, Format::Json).unwrap();
    let application = tiaoli::read(program, &node).unwrap_or_else(|refused| panic!("{refused}"));
    print(&decision_json(program, &decide(program, &select(program, &[]).unwrap(), &application)), Layout::Indented)
}

#[test]
fn the_same_package_is_the_same_bytes() {
    let once = built(FIRST);
    assert_eq!(once, built(FIRST));
    assert_eq!(write(&read(&once).unwrap()).unwrap(), once, "what is read is what was written");
}

#[test]
fn a_loaded_policy_decides_as_a_compiled_one() {
    let program = compile(&package(FIRST)).program.unwrap();
    let loaded = read(&built(FIRST)).unwrap().program;
    assert_eq!(format!("{program:?}"), format!("{loaded:?}"));
    for seed in 0..50 {
        let application = valid(seed, USUAL).to_string();
        assert_eq!(decided(&program, application.as_bytes()), decided(&loaded, application.as_bytes()), "seed {seed}");
    }
}

/// The packages of the repository: every policy and every example.
fn packages() -> Vec<String> {
    let mut folders: Vec<PathBuf> = ["policies", "examples/structures"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root().join(folder)).unwrap().map(|it| it.unwrap().path()))
        .filter(|folder| folder.join("tiaoli.toml").exists())
        .collect();
    folders.sort();
    assert!(folders.len() > 40, "{}", folders.len());
    folders.iter().map(|folder| folder.to_str().unwrap().to_owned()).collect()
}

/// The sums that an allocation gives, as JSON.
fn shared(program: &Program, applications: &[String]) -> String {
    let selection = select(program, &[]).unwrap();
    let read = |text: &String| tiaoli::read(program, &parse(text.as_bytes(), Format::Json).unwrap()).unwrap();
    let read: Vec<_> = applications.iter().map(read).collect();
    let entries: Vec<_> = read
        .iter()
        .enumerate()
        .map(|(index, it)| tiaoli::allocate::enter(program, &selection, &index.to_string(), it))
        .collect();
    let as_of = read.iter().map(|it| it.as_of).max().unwrap();
    let queues = tiaoli::allocate::allocate(program, &entries, &[], as_of, None);
    tiaoli::allocate::json(program, &queues).to_string()
}

#[test]
fn every_package_is_built_loaded_and_decides_its_cases_as_before() {
    let mut decisions = 0;
    for folder in packages() {
        let package = package(&folder);
        let compiled = compile(&package);
        let program = compiled.program.unwrap_or_else(|| panic!("{folder}"));
        let bytes = write(&contents(&package, program.clone())).unwrap_or_else(|refused| panic!("{folder}: {refused}"));
        let loaded = read(&bytes).unwrap_or_else(|refused| panic!("{folder}: {refused}")).program;
        let applications = applications(&compiled.cases);
        for application in &applications {
            let application = application.as_bytes();
            assert_eq!(decided(&program, application), decided(&loaded, application), "{folder}");
            decisions += 1;
        }
        if !applications.is_empty() {
            assert_eq!(shared(&program, &applications), shared(&loaded, &applications), "{folder}");
        }
    }
    assert!(decisions > 400, "{decisions}");
}

#[test]
fn it_says_what_it_was_made_from() {
    let contents = read(&built(PARK)).unwrap();
    let names: Vec<&str> = contents.sources.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names[..2], ["source.txt", "source.clauses"]);
    assert!(names.len() > 2 && contents.sources.iter().all(|it| it.digest.starts_with("sha256:")));
    assert_eq!(contents.language, "1");
}

/// So many damaged files are refused, each by its frame.
fn corrupted(count: u64) {
    let file = built(PARK);
    let mut random = Random::new(2024);
    for turn in 0..count {
        let wrong = damage(&mut random, &file);
        let refused = read(&wrong).expect_err("a damaged file was loaded");
        assert!(!matches!(refused.reason, Reason::Content(_) | Reason::Dangling(..)), "turn {turn}: {refused}");
    }
}

#[test]
fn no_damaged_file_is_loaded() {
    corrupted(20_000);
}

/// `cargo test --release -p tiaoli-tests --test compiled -- --ignored`
#[test]
#[ignore = "a million files: half a minute in release"]
fn none_of_a_million_damaged_files_is_loaded() {
    corrupted(1_000_000);
}

#[test]
fn files_that_are_none_are_told_apart() {
    let file = built(PARK);
    let said = |bytes: &[u8]| read(bytes).unwrap_err().code();
    assert_eq!(said(b""), "not_a_compiled_file");
    assert_eq!(said(b"{\"as_of\": 1}"), "not_a_compiled_file");
    assert_eq!(said(&file[..4]), "truncated");
    assert_eq!(said(&file[..HEADER]), "truncated");
    assert_eq!(said(&file[..file.len() - 1]), "truncated");
    assert_eq!(said(&[&file[..], b"\n"].concat()), "too_long");
    assert_eq!(said(&vec![0x89; MAX_BYTES + 1]), "too_large");
    let mut changed = file.clone();
    changed[HEADER + 100] ^= 1;
    assert_eq!(said(&changed), "damaged");
    let mut other = file.clone();
    other[11] += 1;
    assert_eq!(said(&other), "other_format");
    let unix: Vec<u8> = file.iter().enumerate().filter(|(at, _)| *at != 4).map(|(_, byte)| *byte).collect();
    assert_eq!(said(&unix), "not_a_compiled_file", "line ends changed on the way");
}

/// The body as a tree.
fn tree(file: &[u8]) -> Value {
    rmpv::decode::read_value(&mut &file[HEADER..]).unwrap()
}

fn put(file: &[u8], tree: &Value) -> Vec<u8> {
    let mut body = Vec::new();
    rmpv::encode::write_value(&mut body, tree).unwrap();
    frame(&file[..HEADER], &body)
}

/// Calls `each` for every value of a tree, the outer ones first.
fn every(value: &mut Value, each: &mut dyn FnMut(&mut Value)) {
    each(value);
    match value {
        Value::Array(items) => items.iter_mut().for_each(|it| every(it, each)),
        Value::Map(entries) => entries.iter_mut().for_each(|(_, it)| every(it, each)),
        _ => {}
    }
}

#[test]
fn what_a_release_does_not_know_refuses_the_file() {
    let file = built(PARK);
    let mut maps = 0;
    every(&mut tree(&file), &mut |it| maps += usize::from(it.is_map()));
    assert!(maps > 200, "{maps}");
    for nth in 0..maps {
        let (mut tree, mut at) = (tree(&file), 0);
        every(&mut tree, &mut |it| {
            if let Value::Map(entries) = it {
                if at == nth {
                    entries.push((Value::from("of_a_later_release"), Value::from(true)));
                }
                at += 1;
            }
        });
        let refused = read(&put(&file, &tree)).expect_err(&format!("an unknown field was skipped in map {nth}"));
        assert_eq!(refused.code(), "unknown_content", "{refused}");
    }
}

/// Turns one thing of the tree into another of its kind, or of none.
fn twist(random: &mut Random, tree: &mut Value, words: &[String]) {
    let mut count = 0;
    every(tree, &mut |_| count += 1);
    let (nth, mut at) = (random.below(count) as usize, 0);
    every(tree, &mut |it| {
        if at == nth {
            *it = match std::mem::replace(it, Value::Nil) {
                Value::Integer(_) => {
                    Value::from(random.pick(&[0u64, 1, 2, 7, 38, 127, 200, 255, 1000, u32::MAX.into(), u64::MAX]))
                }
                Value::Boolean(it) => Value::from(!it),
                Value::String(_) => Value::from(words[random.below(words.len() as u64) as usize].as_str()),
                Value::Binary(bytes) => {
                    let byte = random.pick(&[0u8, 0x7f, 0x80, 0xff]);
                    Value::Binary(vec![byte; bytes.len()])
                }
                Value::Array(mut items) if !items.is_empty() => {
                    let one = random.below(items.len() as u64) as usize;
                    let other = random.below(items.len() as u64) as usize;
                    match random.below(4) {
                        0 => items.swap(one, other),
                        1 => drop(items.remove(one)),
                        2 => items.push(items[one].clone()),
                        _ => items[one] = items[other].clone(),
                    }
                    Value::Array(items)
                }
                Value::Map(mut entries) if !entries.is_empty() => {
                    let one = random.below(entries.len() as u64) as usize;
                    if let (1, Value::String(_)) = (entries.len(), &entries[0].0) {
                        entries[0].0 = Value::from(words[random.below(words.len() as u64) as usize].as_str());
                    } else {
                        entries.remove(one);
                    }
                    Value::Map(entries)
                }
                other => other,
            };
        }
        at += 1;
    });
}

/// So many files that are wrong inside and right outside: none panics. How many were loaded.
fn hostile(folder: &str, applications: &[&[u8]], count: u64) -> u64 {
    let file = built(folder);
    let mut words = Vec::new();
    every(&mut tree(&file), &mut |it| {
        if let Value::String(word) = it {
            words.push(word.as_str().unwrap().to_owned());
        }
        if let Value::Map(entries) = it {
            words.extend(entries.iter().filter_map(|(key, _)| key.as_str()).map(str::to_owned));
        }
    });
    words.retain(|word| word.is_ascii());
    words.sort();
    words.dedup();
    let mut random = Random::new(7);
    let mut loaded = 0;
    for _ in 0..count {
        let mut tree = tree(&file);
        for _ in 0..=random.below(3) {
            twist(&mut random, &mut tree, &words);
        }
        loaded += u64::from(ask(&put(&file, &tree), applications));
    }
    loaded
}

#[test]
fn a_hostile_file_with_a_right_digest_does_no_harm() {
    let application = file(PARK_APPLICATION);
    let loaded = hostile(PARK, &[&application], 1500);
    assert!(loaded > 100, "only {loaded} were loaded, so little was tried");
}

/// So many hostile files of each package, asked about the applications of two of its cases.
fn hostile_of_each(count: u64) {
    for folder in packages() {
        let cases = compile(&package(&folder)).cases;
        let given = applications(&cases);
        let asked: Vec<&[u8]> = given.iter().take(2).map(|it| it.as_bytes()).collect();
        hostile(&folder, &asked, count);
    }
}

#[test]
fn a_hostile_file_of_any_package_does_no_harm() {
    hostile_of_each(25);
}

/// `cargo test --release -p tiaoli-tests --test compiled -- --ignored`
#[test]
#[ignore = "some minutes in release"]
fn many_hostile_files_do_no_harm() {
    let (park, first) = (file(PARK_APPLICATION), file("examples/application.json"));
    hostile(PARK, &[&park], 200_000);
    hostile(FIRST, &[&first], 20_000);
    hostile_of_each(5_000);
}

#[test]
fn a_body_cut_or_changed_anywhere_under_a_right_digest_does_no_harm() {
    let whole = built(PARK);
    let application = file(PARK_APPLICATION);
    let mut random = Random::new(3);
    for _ in 0..1500 {
        let mut body = whole[HEADER..].to_vec();
        let at = random.below(body.len() as u64) as usize;
        match random.below(3) {
            0 => body.truncate(at),
            1 => body[at] = random.below(256) as u8,
            // Markers of MessagePack that promise much: arrays, maps, texts of four thousand million.
            _ => body.splice(at..at, [random.pick(&[0xdd, 0xdf, 0xdb, 0xc6]), 0xff, 0xff, 0xff, 0xff]).for_each(drop),
        }
        ask(&frame(&whole[..HEADER], &body), &[&application]);
    }
}

#[test]
fn nodes_may_stand_as_deep_as_stated_and_no_deeper() {
    let mut contents = read(&built(PARK)).unwrap();
    let chain = |program: &mut Program, length: usize| {
        let rule = program.rules.ids().next().unwrap();
        let gate = program.rules[rule].gates[0].1.clone();
        let mut node = Node { op: Op::Not, args: vec![gate.node], ..program.nodes[gate.node].clone() };
        for _ in 0..length {
            let id = program.nodes.push(node.clone());
            node.args = vec![id];
            program.rules[rule].gates[0].1.node = id;
        }
    };
    chain(&mut contents.program, usize::from(MAX_DEPTH) - 40);
    let deep = write(&contents).unwrap();
    // The stack of a thread in a browser or a small service: walking so deep must fit.
    let application = file(PARK_APPLICATION);
    let asked = move || assert!(ask(&deep, &[&application]));
    std::thread::Builder::new().stack_size(1 << 20).spawn(asked).unwrap().join().unwrap();
    chain(&mut contents.program, 50);
    let refused = write(&contents).unwrap_err();
    assert!(matches!(refused.reason, Reason::Unsound(..)), "{refused}");
}

/// Kept files of a format, each with an application and what it decides.
fn kept(format: u32) -> PathBuf {
    root().join(format!("tests/compiled/{format}"))
}

/// The rule: within a format, a file that was ever released loads in every later release, and decides as it did.
#[test]
fn kept_files_load_and_decide_as_they_did() {
    let folder = kept(FORMAT);
    if std::env::var_os("TIAOLI_BLESS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("park.tlc"), built(PARK)).unwrap();
        std::fs::copy(root().join(PARK_APPLICATION), folder.join("park.application.json")).unwrap();
        let decision = decided(&read(&built(PARK)).unwrap().program, &file(PARK_APPLICATION));
        std::fs::write(folder.join("park.decision.json"), format!("{decision}\n")).unwrap();
    }
    let read_kept = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let contents = read(&read_kept("park.tlc")).unwrap_or_else(|refused| {
        panic!(
            "a file of format {FORMAT} is refused: {refused}\n\
             A new field of the program takes `#[cfg_attr(feature = \"serde\", serde(default))]`, so that older files are \
             read as saying nothing of it. Where that would be wrong, raise FORMAT in crates/tiaoli-compiled, and keep \
             this file among those that are refused. Until the first release of a format, TIAOLI_BLESS=1 makes it anew."
        )
    });
    let decision = decided(&contents.program, &read_kept("park.application.json"));
    assert_eq!(format!("{decision}\n"), String::from_utf8(read_kept("park.decision.json")).unwrap());
}

#[test]
fn kept_files_of_other_formats_are_refused_by_number() {
    for entry in std::fs::read_dir(root().join("tests/compiled")).unwrap() {
        let folder = entry.unwrap().path();
        let format: u32 = folder.file_name().unwrap().to_str().unwrap().parse().unwrap();
        if format == FORMAT {
            continue;
        }
        for file in std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()) {
            if file.extension().is_some_and(|it| it == "tlc") {
                let refused = read(&std::fs::read(&file).unwrap()).unwrap_err();
                assert_eq!(refused.reason, Reason::OtherFormat(format), "{}", file.display());
            }
        }
    }
}
