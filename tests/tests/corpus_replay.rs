//! The corpus of the fuzz targets, and mutations of it, without a fuzzer: an answer to everything, within a bounded time.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;
use tiaoli_tests::generate::Random;
use tiaoli_tests::hostile::{self, corpus, mutate};

/// Far more than any of them takes without optimisation on a busy machine.
const MOST: Duration = Duration::from_secs(20);

fn replay(target: &'static str, run: fn(&[u8]), mutations: u64) {
    let seeds = corpus(target);
    assert!(seeds.len() >= 8, "{target} has {} seeds", seeds.len());
    for (name, data) in seeds {
        answered(target, &name, 0, run, data.clone());
        for seed in 1..=mutations {
            answered(target, &name, seed, run, mutate(&mut Random::new(seed), &data));
        }
    }
}

#[track_caller]
fn answered(target: &str, name: &str, seed: u64, run: fn(&[u8]), data: Vec<u8>) {
    let (done, wait) = channel();
    let copy = data.clone();
    let worker = thread::Builder::new().stack_size(8 << 20).spawn(move || {
        run(&copy);
        // Nobody listens any more once the time is up.
        let _sent = done.send(());
    });
    let worker = worker.expect("a thread");
    if wait.recv_timeout(MOST).is_err() && !worker.is_finished() {
        panic!("{target}/{name}, mutation {seed}: no answer within {MOST:?}\n{}", String::from_utf8_lossy(&data));
    }
    assert!(worker.join().is_ok(), "{target}/{name}, mutation {seed}: panicked\n{}", String::from_utf8_lossy(&data));
}

#[test]
fn grammar() {
    replay("grammar", hostile::grammar, 80);
}

#[test]
fn application() {
    replay("application", hostile::application, 40);
}

#[test]
fn compile() {
    replay("compile", hostile::compile, 60);
}
