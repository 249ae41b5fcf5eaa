//! Settle on sixty projects of six rival claims each, under two limits that all share.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use tiaoli_eval::settle::solve::solve;

#[path = "../tests/instances/mod.rs"]
mod instances;

fn settle(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("settle");
    group.sample_size(20);
    for seed in 0..3 {
        let policy = instances::policy_like(60, seed);
        group.bench_function(format!("sums of a policy, {seed}"), |it| it.iter(|| solve(black_box(&policy))));
        let fen = instances::random_fen(60, seed);
        group.bench_function(format!("in fen, {seed}"), |it| it.iter(|| solve(black_box(&fen))));
    }
    let hard = instances::adversarial(60, 90, 1);
    group.bench_function("refused", |it| it.iter(|| solve(black_box(&hard))));
    group.finish();
}

criterion_group!(benches, settle);
criterion_main!(benches);
