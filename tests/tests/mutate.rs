//! Mutation: the golden cases of the first policy notice every slip in an article, and without them slips live, each
//! with an application that tells.

use tiaoli::mutate::{Mutation, Slip, Verdict, mutate};
use tiaoli::{Case, compile};
use tiaoli_tests::policy::{first, package};

fn of(only: &str, cases: &[Case]) -> Mutation {
    let compiled = first();
    let program = compiled.program.as_ref().expect("the first policy compiles");
    mutate(&package("policies/binjiang-ai"), program, cases, Some(only), &|_, _| {})
}

#[test]
fn every_slip_in_an_article_is_noticed() {
    for article in ["3.3", "3.8", "3.9"] {
        let mutation = of(article, &first().cases);
        assert!(mutation.mutants.len() > 10, "{article}: {}", mutation.mutants.len());
        assert_eq!(mutation.killed() + mutation.equivalent(), mutation.mutants.len(), "{article}");
    }
}

#[test]
fn slips_of_every_sort_are_tried() {
    let mutation = of("3.3", &first().cases);
    for slip in [Slip::Figure, Slip::Unit, Slip::Bound, Slip::Junction, Slip::Condition, Slip::Limit] {
        assert!(mutation.mutants.iter().any(|mutant| mutant.edit.slip == slip), "{slip:?}");
    }
    assert!(of("3.8", &first().cases).mutants.iter().any(|mutant| mutant.edit.slip == Slip::Order));
    assert!(of("3.9", &first().cases).mutants.iter().any(|mutant| mutant.edit.slip == Slip::Scope));
}

#[test]
fn a_slip_that_no_case_notices_lives_with_an_application_that_tells() {
    let one: Vec<Case> = first().cases.into_iter().filter(|case| case.title == "软硬件1000万元").collect();
    assert_eq!(one.len(), 1);
    let mutation = of("3.3", &one);
    let alive: Vec<_> = mutation.mutants.iter().filter(|mutant| matches!(mutant.verdict, Verdict::Alive(_))).collect();
    let bound = alive.iter().find(|mutant| mutant.edit.slip == Slip::Bound).expect("超过 for 以上 lives");
    let Verdict::Alive(telling) = &bound.verdict else { panic!("it was alive") };
    assert!(telling.change.contains(&("实际投入".to_owned(), "5000000.00".to_owned())), "{telling:?}");
    assert!(telling.results.iter().any(|(clause, one, other)| clause == "3.3" && one != other), "{telling:?}");
}

#[test]
fn what_does_not_compile_is_no_mutant() {
    let package = package("policies/binjiang-ai");
    let mutation = of("3.6", &first().cases);
    for mutant in &mutation.mutants {
        let at = mutant.at.expect("an edit has a place");
        let mut package = package.clone();
        let file = package.rules.get_mut(at.file).expect("the file is there");
        file.text.replace_range(mutant.edit.range.clone(), &mutant.edit.text);
        assert!(compile(&package).program.is_some(), "{:?}", mutant.edit);
    }
}
