//! The evaluator and the independent oracle agree: over the corpus, and over random applications.

use serde_json::Value;
use tiaoli::{Compiled, Program, Reader, Selection, decide, decision_json, parse, refusal, select};
use tiaoli_tests::{differs, generate, oracle, policy};

struct Bench<'p> {
    program: &'p Program,
    selection: Selection,
    reader: Reader<'p>,
}

impl<'p> Bench<'p> {
    fn new(compiled: &'p Compiled) -> Self {
        let program = compiled.program.as_ref().expect("the policy compiles");
        Self {
            program,
            selection: select(program, &[]).expect("the chosen readings stand together"),
            reader: Reader::new(program),
        }
    }

    fn decide(&self, application: &Value) -> Value {
        let node = parse(application.to_string().as_bytes(), tiaoli::Format::Json).expect("valid JSON");
        match self.reader.read(&node) {
            Ok(application) => decision_json(self.program, &decide(self.program, &self.selection, &application)),
            Err(refused) => refusal(&refused),
        }
    }
}

fn compare(cases: impl Iterator<Item = (String, Value, Value)>, bench: &Bench<'_>) {
    let mut failures = Vec::new();
    let mut count = 0;
    for (name, application, expected) in cases {
        count += 1;
        let found = bench.decide(&application);
        if let Some(difference) = differs(&expected, &found) {
            failures.push(format!("{name}: {difference}\n  application: {application}\n"));
        }
    }
    let shown: Vec<&String> = failures.iter().take(12).collect();
    assert!(
        failures.is_empty(),
        "{} of {count} differ\n{}",
        failures.len(),
        shown.iter().map(|it| it.as_str()).collect::<String>()
    );
}

#[test]
fn the_corpus_comes_out_as_the_text_has_it() {
    let compiled = policy::first();
    let bench = Bench::new(&compiled);
    let mut files: Vec<_> =
        std::fs::read_dir(policy::root().join("tests/corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 150);
    let cases = files.into_iter().map(|path| {
        let it: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), it["application"].clone(), it["expect"].clone())
    });
    compare(cases, &bench);
}

#[test]
fn valid_applications_come_out_as_the_oracle_has_them() {
    let compiled = policy::first();
    let bench = Bench::new(&compiled);
    let seeds = (0..1_500).map(|seed| {
        let application = generate::valid(seed, generate::USUAL);
        (format!("seed {seed}"), application.clone(), oracle::decide(&application))
    });
    compare(seeds, &bench);
}

#[test]
fn sparse_and_hostile_applications_come_out_as_the_oracle_has_them() {
    let compiled = policy::first();
    let bench = Bench::new(&compiled);
    let sparse = (0..700).map(|seed| (format!("sparse {seed}"), generate::valid(seed, generate::SPARSE)));
    let hostile = (0..700).map(|seed| (format!("hostile {seed}"), generate::hostile(seed, generate::USUAL)));
    let cases = sparse.chain(hostile).map(|(name, application)| {
        let expected = oracle::decide(&application);
        (name, application, expected)
    });
    compare(cases, &bench);
}
