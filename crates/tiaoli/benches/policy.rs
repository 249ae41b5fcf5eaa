//! How long the first policy takes: to check and test whole, and to decide one application, beside a hand-written Rust
//! function for the same articles. Run with `cargo bench -p tiaoli`.
//!
//! The hand-written function and the program decide the same 4,096 projects and are compared before anything is timed.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark that cannot start must say so and stop")]

mod by_hand;

use by_hand::Row;
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Value, json};
use std::hint::black_box;
use std::path::Path;
use tiaoli::{
    Application, Compiled, File, Format, Layout, Manifest, Package, Reader, compile, decide, decision_json, parse,
    print, select,
};

const ROWS: u64 = 4_096;

fn package() -> Package {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/binjiang-ai");
    let read = |name: &str| File {
        name: name.to_owned(),
        text: std::fs::read_to_string(folder.join(name)).expect("a file of the policy"),
    };
    let names =
        std::fs::read_dir(&folder).expect("the policy").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut rules: Vec<String> = names.filter(|name| name.ends_with(".tiaoli")).collect();
    rules.sort();
    Package {
        manifest: Manifest {
            name: "bench".to_owned(),
            edition: "1".to_owned(),
            source: "source.txt".to_owned(),
            language: "1".to_owned(),
            ..Manifest::default()
        },
        source: read("source.txt"),
        cuts: read("source.clauses"),
        lock: None,
        rules: rules.iter().map(|name| read(name)).collect(),
        companions: Vec::new(),
    }
}

fn application(row: &Row) -> Value {
    let yuan = |fen: i64| format!("{}.{:02}", fen / 100, fen % 100);
    json!({
        "as_of": "2021-06-30", "assume_in_force": true,
        "applicant": { "applicant_type": "enterprise", "in_district": true, "is_leading_enterprise": row.leading, "is_ai_enterprise": true },
        "projects": [{ "project_id": "P", "claims": ["3.2.b", "3.2.c", "3.2.e", "3.3", "3.4.c", "3.8", "3.9.c", "3.10.b", "3.11"], "facts": {
            "located_in_district": row.located, "ai_related": true, "newly_recognized": row.new,
            "platform_type": by_hand::PLATFORMS[row.platform as usize], "recognition_level": by_hand::LEVELS[row.level as usize],
            "is_open_shared_ai_service_platform": true, "actual_investment": yuan(row.invested), "software_hardware_investment": yuan(row.base),
            "good_results_determined": row.good, "demo_scenario_levels": [by_hand::LEVELS[row.listed as usize]],
            "carrier_type": "building", "ai_registered_share_pct": row.registered.to_string(), "ai_leased_area_share_pct": row.leased.to_string(),
            "is_ai_training_test_platform": true, "platform_filed": row.filed, "contract_recognized_and_registered": true,
            "registered_tech_service_contract_amount": yuan(row.contract),
            "standard_completed": true, "role": "participate", "standard_type": by_hand::STANDARDS[row.standard as usize], "drafter_rank": row.rank.to_string(),
            "is_ai_conference": true, "influential_determined": row.influential, "conference_actual_expenditure": yuan(row.spent)
        }}]
    })
}

fn benches(c: &mut Criterion) {
    let package = package();
    let compiled: Compiled = compile(&package);
    let program = compiled.program.as_ref().expect("the policy compiles");
    let selection = select(program, &[]).expect("the chosen readings");
    let reader = Reader::new(program);
    let rows: Vec<Row> = (0..ROWS).map(Row::random).collect();
    let values: Vec<Value> = rows.iter().map(application).collect();
    let read = |value: &Value| {
        reader.read(&parse(value.to_string().as_bytes(), Format::Json).expect("JSON")).expect("an application")
    };
    let applications: Vec<Application> = values.iter().map(read).collect();
    for (row, application) in rows.iter().zip(&applications) {
        let decision = decide(program, &selection, application);
        let most = decision.total.ok().and_then(|total| total.payment.maximum).expect("a closed sum");
        assert_eq!(most.value, i128::from(by_hand::maximum(row)), "{row:?}");
    }

    let mut group = c.benchmark_group("whole policy");
    group.sample_size(20);
    group.bench_function("check", |b| b.iter(|| compile(black_box(&package))));
    group.bench_function("check and test", |b| {
        b.iter(|| {
            let mut compiled = compile(black_box(&package));
            let program = compiled.program.as_ref().expect("the policy compiles");
            tiaoli::cases::run(program, &compiled.cases, &mut compiled.problems)
        });
    });
    group.finish();

    let mut group = c.benchmark_group("one application");
    let mut next = 0;
    group.bench_function("decide", |b| {
        b.iter(|| {
            next = (next + 1) % applications.len();
            decide(program, &selection, black_box(&applications[next]))
        });
    });
    group.bench_function("by hand", |b| {
        b.iter(|| {
            next = (next + 1) % rows.len();
            by_hand::maximum(black_box(&rows[next]))
        });
    });
    let bytes: Vec<String> = values.iter().map(Value::to_string).collect();
    group.bench_function("from JSON to JSON", |b| {
        b.iter(|| {
            next = (next + 1) % bytes.len();
            let application = reader
                .read(&parse(black_box(bytes[next].as_bytes()), Format::Json).expect("JSON"))
                .expect("an application");
            print(&decision_json(program, &decide(program, &selection, &application)), Layout::Line)
        });
    });
    group.finish();
}

criterion_group!(policy, benches);
criterion_main!(policy);
