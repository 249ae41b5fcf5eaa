//! Decides an application in Rust: `cargo run -p tiaoli-link --example decide -- POLICY.tlc APPLICATION.json`

#![expect(clippy::print_stdout, reason = "a program that speaks on standard output")]

use tiaoli_link::{Asked, Policy, Question};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let mut next = || arguments.next().ok_or("POLICY.tlc APPLICATION.json");
    let policy = Policy::load(&std::fs::read(next()?)?)?;
    let json = std::fs::read(next()?)?;

    // JSON in, JSON out.
    let asked = Asked::default();
    let decision = policy.evaluate(&json, &asked)?;
    println!("{decision}");

    // Data in, data out; and every step of one claim.
    let application = policy.read(&json, &asked)?;
    let decision = policy.decide(&application, &asked)?;
    if let (Some(project), Ok(total)) = (decision.projects.first(), &decision.total) {
        let sum = |it: Option<tiaoli_eval::outcome::Amount>| it.map_or("open".to_owned(), |it| it.to_string());
        println!("guaranteed {}, at most {}", sum(total.payable.guaranteed), sum(total.payable.maximum));
        if let Some(claim) = project.claims.first() {
            let question = Question { clause: &claim.asked, project: Some(&project.id), row: None };
            let explanation = policy.explain(&application, question, &asked)?;
            println!("{} rests on {} steps", claim.asked, explanation.trace.steps.len());
        }
    }
    Ok(())
}
