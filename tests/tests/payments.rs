//! The laws of earlier payments, each as a property over random applications: a payment is deducted once and recovered
//! once, what was paid to somebody never touches another, and less knowledge leaves room for more.

use serde_json::{Map, Value, json};
use tiaoli::{Compiled, Decision, Program, Selection, decide};
use tiaoli_eval::number::rescale;
use tiaoli_eval::outcome::{Amount, Scenarios};
use tiaoli_tests::generate::Random;
use tiaoli_tests::policy::{read, written};

const SOURCE: &str = "关于支持发展的若干措施
一、扶持政策
1.给予100元奖励。
2.按投入的50％给予补助。
3.每人给予30元奖励。
4.给予40元奖励。
5.追回奖励。
6.追回奖励和补助。
7.追回奖励的50％。
8.追回奖励。
二、附则
1.已获资金的补足差额。
";
const CUTS: &str = "1.1.a 1.给予
1.2.a 2.按
1.3.a 3.每人
1.4.a 4.给予
1.5.a 5.追回
1.6.a 6.追回
1.7.a 7.追回
1.8.a 8.追回
2.1.a 1.已获
";
const RULES: &str = "
政策 “关于支持发展的若干措施” {}
等级 层级 level 由低到高 区级 district、市级 city。
词汇 申报主体（又称 企业）applicant {
  规上 large 登记 是否
}
词汇 项目 project {
  甲 a 登记 是否
  乙 b 登记 是否
  投入 invested 申报 金额
}
词汇 员工 employee 属于 项目 单位 人 以 身份证号 为同一 {
  身份证号 id_no 登记 标识
  硕士 master 登记 是否
}
条款 1.1 每 项目 {
  1.1.a 对 甲 的，给予100元奖励。
}
条款 1.2 每 项目 {
  1.2.a 对 乙 的，按 投入 的50％ 给予补助。
}
条款 1.3 每 员工 {
  1.3.a 对 硕士 的，给予30元奖励CAP。
}
条款 1.4 每 企业 {
  1.4.a 对 规上 的，给予40元奖励。
}
条款 1.5 每 员工 {
  1.5.a 对 非 硕士 的，全额追回 1.3。
}
条款 1.6 每 项目 {
  1.6.a 对 乙 的，全额追回 1.1、1.2。
}
条款 1.7 每 项目 {
  1.7.a 对 非 甲 的，追回 1.1 已拨付金额 的50％。
}
条款 1.8 每 企业 {
  1.8.a 对 非 规上 的，全额追回 1.1、1.4。
}
结算 {
  2.1.a 已获 市级 资金的，补足差额。
  MORE
}
";

/// A policy that tops up what was paid by the city.
struct City {
    compiled: Compiled,
    selection: Selection,
}

impl City {
    fn new(cap: &str, more: &str) -> Self {
        let (compiled, selection) = written("city", SOURCE, CUTS, &RULES.replace("CAP", cap).replace("MORE", more));
        Self { compiled, selection }
    }

    fn decide(&self, application: &Value) -> Decision {
        let program: &Program = self.compiled.program.as_ref().unwrap();
        decide(program, &self.selection, &read(program, application))
    }
}

/// An application of which everything is known but, now and then, whose a payment was.
fn known(random: &mut Random) -> Value {
    let project = |random: &mut Random, number: u64| {
        let first = random.below(4);
        let employees: Vec<Value> = (0..random.below(4))
            .map(|at| json!({"id_no": format!("E{}", first + at), "master": random.chance(60)}))
            .collect();
        let invested = format!("{}.00", random.pick(&[0, 10, 80, 400]));
        json!({"project_id": format!("P{number}"), "facts": {
            "a": random.chance(60), "b": random.chance(60), "invested": invested, "employee": employees,
        }})
    };
    let payment = |random: &mut Random| {
        let clause = random.pick(&["1.1", "1.2", "1.3", "1.3", "1.4", "另一政策", "另一政策"]);
        let amount = format!("{}.00", random.pick(&[1, 20, 30, 50, 120]));
        let level = random.pick(&["city", "city", "city", "district"]);
        let mut payment = json!({
            "project_id": format!("P{}", random.below(4)), "clause": clause, "amount": amount, "year": 2020, "level": level,
        });
        if random.chance(if clause == "1.3" { 80 } else { 20 }) {
            payment["key"] = json!(format!("E{}", random.below(7)));
        }
        payment
    };
    let payments: Vec<Value> = (0..random.below(4)).map(|_| payment(random)).collect();
    let count = 1 + random.below(3);
    let projects: Vec<Value> = (1..=count).map(|number| project(random, number)).collect();
    json!({
        "as_of": "2021-06-30", "assume_in_force": true, "prior_awards": payments,
        "applicant": {"large": random.chance(50)}, "projects": projects,
    })
}

/// The same with some facts left out.
fn forget(random: &mut Random, known: &Value) -> Value {
    fn of(random: &mut Random, facts: &mut Map<String, Value>) {
        let keys: Vec<String> = facts.keys().cloned().collect();
        for key in keys {
            if let Some(Value::Array(rows)) = facts.get_mut(&key) {
                rows.iter_mut().filter_map(Value::as_object_mut).for_each(|row| of(random, row));
            } else if random.chance(25) {
                facts.remove(&key);
            }
        }
    }
    let mut less = known.clone();
    if let Some(applicant) = less["applicant"].as_object_mut() {
        of(random, applicant);
    }
    for project in less["projects"].as_array_mut().into_iter().flatten() {
        if let Some(facts) = project["facts"].as_object_mut() {
            of(random, facts);
        }
    }
    less
}

fn fen(amount: Amount) -> i128 {
    rescale(amount.value, amount.scale, 12).unwrap()
}

fn ends(of: Scenarios<Option<Amount>>) -> [i128; 2] {
    [of.guaranteed, of.maximum].map(|end| end.map_or(i128::MAX, fen))
}

fn payable(decision: &Decision) -> [i128; 2] {
    decision.total.as_ref().map(|total| ends(total.payable)).unwrap()
}

fn recovery(decision: &Decision) -> [i128; 2] {
    decision.total.as_ref().unwrap().recovery.map_or([0; 2], ends)
}

fn paid(application: &Value, level: Option<&str>) -> i128 {
    let payments = application["prior_awards"].as_array().unwrap().iter();
    let counts = payments.filter(|it| level.is_none_or(|level| it["level"] == level));
    counts.map(|it| it["amount"].as_str().unwrap().replace('.', "").parse::<i128>().unwrap()).sum::<i128>()
        * 10i128.pow(10)
}

fn without_payments(application: &Value) -> Value {
    let mut without = application.clone();
    without["prior_awards"] = json!([]);
    without
}

/// Policies of which earlier payments are deducted; the last two with limits.
fn policies() -> [City; 5] {
    let rivals = "2.1.a 同一 项目 1.1、1.2 之间 从高、不重复。";
    let person = "2.1.a 同一 员工 1.3 之间 从高、不重复。";
    [
        City::new("", ""),
        City::new("", rivals),
        City::new("", &format!("{rivals}\n  {person}")),
        City::new("，每 员工 累计 最高不超过45元", rivals),
        City::new("，每 企业 累计 最高不超过70元", "2.1.a 1.1、1.2 合计 每 企业 累计 最高不超过150元。"),
    ]
}

const RUNS: u64 = 120;

#[test]
fn a_payment_is_deducted_once() {
    for city in &policies()[..3] {
        for seed in 0..RUNS {
            let application = known(&mut Random::new(seed));
            let (before, after) =
                (payable(&city.decide(&without_payments(&application))), payable(&city.decide(&application)));
            for (before, after) in before.into_iter().zip(after) {
                assert!(after <= before, "{after} of {before}\n{application}");
                assert!(before - after <= paid(&application, Some("city")), "{after} of {before}\n{application}");
            }
        }
    }
}

#[test]
fn a_payment_is_recovered_once() {
    let city = City::new("", "");
    let mut some = 0;
    for seed in 0..RUNS {
        let application = known(&mut Random::new(seed));
        let recovered = recovery(&city.decide(&application));
        some += i32::from(recovered[0] > 0);
        assert!(recovered.into_iter().all(|it| it <= paid(&application, None)), "{recovered:?}\n{application}");
    }
    assert!(some > 20, "{some}");
}

#[test]
fn a_payment_to_somebody_is_nobody_elses() {
    for city in &policies()[..3] {
        for seed in 0..RUNS {
            let mut application = known(&mut Random::new(seed));
            // One of which it is not said whose it was goes to the next where another has taken his part.
            application["prior_awards"].as_array_mut().unwrap().retain(|it| it["key"].is_string());
            let before = city.decide(&application);
            let his = json!({"project_id": "P1", "clause": "1.3", "amount": "7.00", "year": 2020, "level": "city", "key": "E2"});
            application["prior_awards"].as_array_mut().unwrap().push(his);
            let after = city.decide(&application);
            for ((before, after), project) in
                before.projects.iter().zip(&after.projects).zip(application["projects"].as_array().unwrap())
            {
                for (before, after) in before.claims.iter().zip(&after.claims) {
                    for (row, (before, after)) in before
                        .rows
                        .iter()
                        .flat_map(|it| &it.rows)
                        .zip(after.rows.iter().flat_map(|it| &it.rows))
                        .enumerate()
                    {
                        if project["facts"]["employee"][row]["id_no"] != "E2" {
                            assert_eq!(ends(before.payable), ends(after.payable), "{application}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_limit_for_somebody_counts_his_rows_of_all_projects() {
    let city = City::new("，每 员工 累计 最高不超过45元", "");
    for seed in 0..RUNS {
        let application = known(&mut Random::new(seed));
        let decision = city.decide(&application);
        let mut rows = std::collections::BTreeMap::new();
        for (project, asked) in decision.projects.iter().zip(application["projects"].as_array().unwrap()) {
            for claim in &project.claims {
                for (at, row) in claim.rows.iter().flat_map(|it| &it.rows).enumerate() {
                    let who = asked["facts"]["employee"][at]["id_no"].to_string();
                    *rows.entry(who).or_insert(0) += ends(row.payable)[1];
                }
            }
        }
        assert!(rows.values().all(|sum| *sum <= 45 * 10i128.pow(12)), "{rows:?}\n{application}");
    }
}

#[test]
fn less_knowledge_leaves_room() {
    for city in policies() {
        for seed in 0..RUNS {
            let mut random = Random::new(seed);
            let application = known(&mut random);
            let less = forget(&mut random, &application);
            let (more, less) = (city.decide(&application), city.decide(&less));
            for of in [payable, recovery] {
                let ([low, high], [least, most]) = (of(&more), of(&less));
                assert!(least <= low && high <= most, "{least}..{most} then {low}..{high}\n{application}");
            }
        }
    }
}
