//! `tiaoli allocate`: many applications in one run, and a run after it.

use crate::common::{PARK, Ran, picture, tiaoli};
use serde_json::Value;
use tiaoli_cli::Exit;

/// A policy with a budget of 20 million a year, first come first served.
const QUEUE: &str = "../../examples/structures/12-budget-queue";

/// An application for one project, accepted on a day of 2024 with a number.
fn application(id: &str, invested: &str, accepted: &str, number: u32) -> String {
    format!(
        r#"{{"applicant_id": "{id}", "as_of": "2024-06-30", "assume_in_force": true, "applicant": {{"is_small_firm": true}}, "projects": [{{"project_id": "P", "claims": ["1.1"], "facts": {{"equipment_investment": "{invested}", "accepted_on": "2024-{accepted}", "acceptance_number": "{number}"}}}}]}}"#
    )
}

fn seven(from: u32, to: u32) -> Vec<String> {
    (from..=to).map(|at| application(&format!("A{at}"), "30000000", &format!("01-{at:02}"), at)).collect()
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|why| panic!("{why}: {ran:?}"))
}

fn shares(value: &Value) -> Vec<(String, String)> {
    let entrants = value["pools"][0]["entrants"].as_array().expect("entrants");
    let text = |it: &Value, key: &str| it[key].as_str().expect("a text").to_owned();
    entrants.iter().map(|it| (text(it, "applicant_id"), text(it, "amount"))).collect()
}

#[test]
fn the_queue_as_people_see_it() {
    let lines = format!("{}\n{}\n", seven(1, 7).join("\n"), application("late", "5000000", "03-01", 99));
    for lang in ["zh", "en"] {
        insta::assert_snapshot!(
            format!("allocate-{lang}"),
            picture(&format!("allocate {QUEUE} --lang {lang}"), lines.as_bytes())
        );
    }
}

#[test]
fn an_array_and_lines_in_any_order_are_one_run() {
    let mut of = seven(1, 7);
    let lines = tiaoli(&["allocate", QUEUE, "--format", "json"], of.join("\n").as_bytes());
    of.reverse();
    let array = tiaoli(&["allocate", QUEUE, "--format", "json"], format!("[{}]", of.join(",")).as_bytes());
    assert_eq!((lines.exit, array.exit), (Exit::Fine, Exit::Fine), "{lines:?}");
    assert_eq!(lines.stdout, array.stdout);
    let shares = shares(&json(&lines));
    assert_eq!(shares.get(6), Some(&("A7".to_owned(), "2000000.00".to_owned())), "{shares:?}");
}

#[test]
fn what_an_earlier_run_gave_stays() {
    let first = tiaoli(&["allocate", QUEUE, "--format", "json"], seven(2, 8).join("\n").as_bytes());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("first.json");
    std::fs::write(&file, &first.stdout).unwrap();
    let again = ["allocate", QUEUE, "--format", "json", "--as-of", "2024-12-31", "--earlier", file.to_str().unwrap()];
    let all = seven(1, 8).join("\n");
    let second = json(&tiaoli(&again, all.as_bytes()));
    let of = |id: &str| shares(&second).into_iter().find(|(known, _)| known == id).map(|(_, sum)| sum);
    assert_eq!(of("A1").as_deref(), Some("3000000.00"), "the first in order has the increment of September");
    assert_eq!(of("A8").as_deref(), Some("3000000.00"), "and completes who got 2 million in June");
    let without = json(&tiaoli(&again, b"[]"));
    assert_eq!(shares(&without).len(), 7, "who does not apply again keeps what he has");
}

#[test]
fn whose_an_application_is_must_be_said_and_once() {
    let refused = |text: &str| tiaoli(&["allocate", QUEUE, "--lang", "en"], text.as_bytes());
    let twice = seven(1, 1).remove(0);
    let ran = refused(&format!("{twice}\n{twice}"));
    assert_eq!(ran.exit, Exit::Findings);
    assert!(ran.stderr.contains("`A1` has applied already, at $[0]"), "{ran:?}");
    let ran = refused(&twice.replace(r#""applicant_id": "A1", "#, ""));
    assert!(ran.stderr.contains("`applicant_id` is missing"), "{ran:?}");
    let ran = refused(&format!("{twice}\n{{\"as_of\": }}"));
    assert!(ran.exit == Exit::Findings && ran.stderr.contains(":2:"), "{ran:?}");
}

#[test]
fn nothing_to_share_and_nobody_who_applies() {
    assert_eq!(tiaoli(&["allocate", PARK], b"[]").exit, Exit::Usage);
    assert_eq!(tiaoli(&["allocate", QUEUE], b"[]").exit, Exit::Usage);
    let ran = tiaoli(
        &["allocate", QUEUE, "--earlier", "tests/data/applications/whole.json"],
        seven(1, 1).join("").as_bytes(),
    );
    assert_eq!(ran.exit, Exit::Findings, "an application is no earlier allocation: {ran:?}");
}
