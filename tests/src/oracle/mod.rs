//! The first policy decided a second time, by brute force and from the documents alone.
//!
//! It shares no idea with the evaluator: there are no intervals and no three-valued logic here. A rule is stated only for cases about which everything is known; whatever is
//! unknown is tried with every answer (figures at the extremes and at the thresholds of the text), and the bounds, `needs` and `because` are read off the results.
//! Arithmetic is in exact rationals. It is slow and meant for small applications.
//!
//! The decision has `as_of`, `projects`, `rights` (without `label`) and `total`, or is `{"error": "invalid_input"}`. It leaves out the policy, the readings and all sentences, and
//! any field that the documents do not fix. So compare with [`differs`](crate::differs), the oracle's decision being what is expected.
//!
//! # Assumptions where the documents are silent
//!
//! Shape:
//! - Facts go by their ASCII alias alone. An applicant's fact among a project's facts, or the reverse, is an unknown key.
//! - A missing `project_id`, a flag that is not true or false, claims that are no list, and a payment without project, clause, amount or level refuse the application.
//! - Claims are decided in the order asked for. `"claims": []` asks for nothing.
//! - 3.6.a is another name of 3.6.b, as 3.9.b of 3.9.c; 3.2.a, which has four rules under it, awards nothing. 1.2.a, 1.2.b and 1.2.c are other names of 1.2. Ids such as 3.2, 3.9 or 4.2,
//!   which are neither clauses nor among the families, are unknown.
//! - Written places count for whole numbers too: "30.00" is no whole number. Signs are never digits, so "-0.00" is impossible.
//!
//! Claims:
//! - `none` and `invalid_input` on a monetary rule have minimum and maximum 0; `none` also has amount 0.
//! - A clause that awards nothing is `none` and not monetary at any time, in force or not, whatever its facts. Only the figures of 1.2 can make that claim impossible.
//! - The words `not_in_force` and `before_issue` stand alone, the first before the second, also where conditions failed too.
//! - An issue date before 2019 does not bring the policy into force before 2019, for the date of evaluation and for the event.
//! - `award_year` is a fact of 3.9.c and 3.11, because their cap is a yearly one. The counts of 3.8 are used by it and never missing.
//! - A share whose two counts are not both given is the percentage, or unknown: one count alone says nothing.
//! - A total of zero is impossible whether or not the part is given.
//! - A missing role may be no role, so that it is missing for 3.10.b as well.
//! - A rank that is too high for its tier is blamed only where the standard has a tier; where the standard is unknown, a rank beyond every tier is.
//! - 3.10.b's sum does not look at the role: who leads is paid by rank as well (A10-1, A10-2).
//! - `clamped` of an undetermined claim is true where every answer that gives an award cuts the decided sum.
//! - `decided_by` names the sum that would settle an `up_to`, 3.1 or 3.7; it is null for rules that no decided sum settles, and left out otherwise.
//! - `because` of impossible input is left out.
//! - `increment_base` is there unless a condition failed or the input is impossible; it is null until it is certain.
//! - The target of a year without one, or of no year, is neither met nor missed.
//!
//! Settlement:
//! - Of a tie in the sum, "certain" may mean not undetermined, or having one sum; and a claim that a full limit pays nothing may count or not. Where these readings differ for a
//!   project, what only they decide is left out: `chosen`, `payable` and `settled`.
//! - In the order of choices, no claim comes after every rule.
//! - `settled` of a project whose sums agree is left out where projects compete for a cap that cannot pay all of them.
//! - A payment uses the room of a cap where its clause is one of the rule's names.

mod clauses;
pub(crate) mod dictionary;
mod figure;
mod force;
mod input;
mod judge;
mod outcome;
mod settle;
mod targets;
mod validity;
mod value;

use serde_json::{Map, Value as Json, json};

use figure::Figure;
use input::Application;
use outcome::{Claim, Kind};
use settle::{End, Scenario};

/// The decision on an application, as far as the documents fix it.
#[must_use]
pub fn decide(application: &Json) -> Json {
    match input::read(application) {
        Some(application) => decision(&application),
        None => json!({"error": "invalid_input"}),
    }
}

fn decision(application: &Application) -> Json {
    let claims: Vec<Vec<Claim>> = application
        .projects
        .iter()
        .map(|project| {
            let force = force::force(application, project);
            project.claims.iter().map(|asked| judge::judge(asked, project, &force)).collect()
        })
        .collect();
    let guaranteed = settle::settle(application, &claims, End::Least);
    let maximum = settle::settle(application, &claims, End::Greatest);
    let sharing = settle::sharing(application, &claims);
    let projects: Vec<Json> = (0..claims.len())
        .map(|at| project(&application.projects[at].id, &claims[at], at, (&guaranteed, &maximum), sharing[at]))
        .collect();
    json!({
        "as_of": application.as_of,
        "projects": projects,
        "rights": rights(application, &claims),
        "total": {
            "guaranteed": guaranteed.total.text(),
            "maximum": maximum.total.text(),
            "settled": agree(&guaranteed.total, &maximum.total),
        },
    })
}

fn project(
    id: &str,
    claims: &[Claim],
    at: usize,
    (guaranteed, maximum): (&Scenario, &Scenario),
    sharing: bool,
) -> Json {
    let mut chosen = Map::new();
    let mut payable = Map::new();
    for (name, scenario) in [("guaranteed", guaranteed), ("maximum", maximum)] {
        if let Some(paid) = &scenario.projects[at] {
            chosen.insert(name.to_owned(), json!(paid.clause));
            payable.insert(name.to_owned(), json!(paid.sum.text()));
        }
    }
    let mut project = json!({
        "project_id": id,
        "claims": claims.iter().map(Claim::json).collect::<Vec<Json>>(),
        "chosen": chosen,
        "payable": payable,
    });
    if let (Some(least), Some(greatest)) = (&guaranteed.projects[at], &maximum.projects[at]) {
        let agreed = agree(&least.sum, &greatest.sum);
        if !(agreed && sharing) {
            project["settled"] = json!(agreed);
        }
    }
    project
}

fn rights(application: &Application, claims: &[Vec<Claim>]) -> Vec<Json> {
    let granted = |claim: &&Claim| !claim.monetary && claim.outcome.kind == Kind::Entitlement;
    application
        .projects
        .iter()
        .zip(claims)
        .flat_map(|(project, claims)| {
            claims.iter().filter(granted).map(|claim| json!({"project_id": project.id, "clause": claim.clause}))
        })
        .collect()
}

fn agree(least: &Figure, greatest: &Figure) -> bool {
    *greatest != Figure::Unbounded && least == greatest
}
