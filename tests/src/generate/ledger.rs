//! Earlier payments at every level, for projects of the application and for others.

use serde_json::{Value, json};

use super::Random;

/// Up to four payments.
pub(super) fn ledger(random: &mut Random, projects: u64) -> Value {
    let count = random.below(5);
    (0..count).map(|_| payment(random, projects)).collect()
}

fn payment(random: &mut Random, projects: u64) -> Value {
    let project = if random.chance(70) { format!("P{}", 1 + random.below(projects)) } else { "P-EARLIER".to_owned() };
    let clause = random.pick(&[
        "3.9.c",
        "3.9.c",
        "3.9.b",
        "3.11",
        "3.11",
        "3.11.a",
        "3.11.b",
        "3.3",
        "3.4.c",
        "3.2.b",
        "杭州市科技计划",
    ]);
    let amount = random.pick(&[
        "0.00",
        "0.01",
        "99999.99",
        "100000.00",
        "300000.00",
        "500000.00",
        "500000.01",
        "999999.99",
        "1000000",
        "2500000.5",
    ]);
    let year = random.pick(&[2020, 2021, 2021, 2021, 2022]);
    let level = random.pick(&["district", "district", "municipal", "city", "provincial", "national"]);
    let mut payment = json!({"project_id": project, "clause": clause, "amount": amount, "year": year, "level": level});
    if random.chance(30) {
        payment["is_upstream_base_grant"] = json!(random.chance(60));
    }
    payment
}
