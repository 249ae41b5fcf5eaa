//! The laws of the evaluator over rows of lists, each as a property over random applications of a policy of heads, months,
//! ranks, identities and limits for each row.

use serde_json::{Map, Value, json};
use tiaoli::outcome::Kind;
use tiaoli::{Compiled, Decision, Program, Selection, decide};

use tiaoli_eval::application::Application;
use tiaoli_eval::claim::{self, Cell, Knowledge, run};
use tiaoli_eval::outcome::Amount;
use tiaoli_eval::trace;
use tiaoli_tests::generate::Random;
use tiaoli_tests::policy::{read, written};
use tiaoli_tests::replay;
use tiaoli_tests::worlds::{Worlds, allows};

const SOURCE: &str = "关于支持就业的若干措施
一、扶持政策
1.前两人每人给予100元，其余每人给予50元，每人累计最多1次。
2.每人每月给予10元，最长不超过5个月，每家企业最多3人，每人最高不超过40元，每家企业最高不超过90元。
3.月薪最高的前两名，每人给予7元。
4.按月薪合计的10％给予补助，最高不超过最高月薪。
5.每家平台给予30元、20元，每家企业每年最多2家。
6.两人以上的，按课时数给予1元。
二、附则
1.同一项目从高。
";
const CUTS: &str = "1.1.a 1.前两人
1.2.a 2.每人
1.3.a 3.月薪
1.4.a 4.按
1.5.a 5.每家
1.6.a 6.两人
2.1.a 1.同一
";
const RULES: &str = "
政策 “关于支持就业的若干措施” {}
词汇 申报主体（又称 企业）applicant {
  规上 large 登记 是否
}
词汇 项目 project {
  重点 key 认定 是否
  基数 base 申报 金额
}
词汇 员工 employee 属于 项目 单位 人 以 身份证号 为同一 {
  身份证号 id_no 登记 标识
  硕士 master 登记 是否
  学历 degree 登记 之一 本科 bachelor、博士 doctor、其他 other
  月薪 salary 登记 金额
  在岗月数 months 登记 月数
}
词汇 课程 course 属于 员工 {
  课时 hours 登记 整数（课时）
  合格 passed 认定 是否
}
词汇 平台 platform 属于 申报主体 {
  级别 level 登记 之一 国家级 national、省级 provincial、其他 other
}
条款 1.1 每 员工 {
  1.1.a 对 重点，且 硕士的，前2人 每人给予100元，其余 每人给予50元补贴，每 员工 累计 最多1次。
}
条款 1.2 每 员工 {
  1.2.a 限 规上。
  1.2.a 对 学历 属于 本科、博士的，每人每月给予10元补贴，按 在岗月数 计，最长不超过5个月，每 企业 最多3人，每 员工 最高不超过40元，每 企业 最高不超过90元。
}
条款 1.3 每 员工 {
  1.3.a 对 员工（硕士 或 重点）按 月薪 由高到低 前2名（并列 均计入） 的，给予7元奖励。
}
条款 1.4 每 项目 {
  1.4.a 对 月薪（硕士） 最小值（无则 0元） 达到100元，且 员工（学历 为 博士）不重复人数 2人以上的，按 月薪（硕士）按 月薪 由高到低 前2名（并列 按名单次序）合计的10％ 给予补助，最高不超过 月薪 最大值（无则 5元）。
}
条款 1.5 每 平台 {
  1.5.a 对 级别 为 国家级、省级的，分别给予30元、20元奖励，每 企业 最多2家。
}
条款 1.6 每 课程 {
  1.6.a 对 合格，且 硕士，且 员工 人数 2人以上的，按 课时 给予1元/课时补贴，最高不超过 基数。
}
结算 {
  2.1.a 同一 项目 从高、不重复，1.1、1.2、1.3、1.6 除外。
}
";

struct Jobs {
    compiled: Compiled,
    selection: Selection,
}

impl Jobs {
    fn new() -> Self {
        let (compiled, selection) = written("jobs", SOURCE, CUTS, RULES);
        Self { compiled, selection }
    }

    fn program(&self) -> &Program {
        self.compiled.program.as_ref().unwrap()
    }

    fn read(&self, application: &Value) -> Application {
        read(self.program(), application)
    }

    fn decide(&self, application: &Value) -> Decision {
        decide(self.program(), &self.selection, &self.read(application))
    }
}

fn employee(random: &mut Random) -> Value {
    let course = |random: &mut Random| json!({"hours": random.below(4).to_string(), "passed": random.chance(60)});
    let courses: Vec<Value> = (0..random.below(3)).map(|_| course(random)).collect();
    json!({
        "id_no": format!("P{}", random.below(12)),
        "master": random.chance(60),
        "degree": random.pick(&["bachelor", "doctor", "doctor", "other"]),
        "salary": format!("{}.00", random.pick(&[0, 90, 99, 100, 100, 101, 200])),
        "months": random.below(8).to_string(),
        "course": courses,
    })
}

/// An application of which everything is known.
fn known(random: &mut Random) -> Value {
    let project = |random: &mut Random, number: u64| {
        let employees: Vec<Value> = (0..random.below(5)).map(|_| employee(random)).collect();
        json!({"project_id": format!("P{number}"), "facts": {
            "key": random.chance(60), "base": format!("{}.00", random.below(4)), "employee": employees,
        }})
    };
    let platform = |random: &mut Random| json!({"level": random.pick(&["national", "provincial", "other"])});
    let platforms: Vec<Value> = (0..random.below(4)).map(|_| platform(random)).collect();
    let payment = |random: &mut Random| {
        let clause = random.pick(&["1.1", "1.2", "1.3"]);
        let key = if random.chance(70) { json!(format!("P{}", random.below(12))) } else { Value::Null };
        json!({"project_id": "P0", "clause": clause, "amount": "10.00", "year": 2020, "key": key})
    };
    let payments: Vec<Value> = (0..random.below(3)).map(|_| payment(random)).collect();
    let count = 1 + random.below(2);
    let projects: Vec<Value> = (1..=count).map(|number| project(random, number)).collect();
    json!({
        "as_of": "2021-06-30", "assume_in_force": true, "prior_awards": payments,
        "applicant": {"large": random.chance(80), "platform": platforms}, "projects": projects,
    })
}

/// The same with less known: facts left out, lists left out, cut short and said to be incomplete, rows of which nothing is known.
fn forget(random: &mut Random, known: &Value) -> Value {
    let mut less = known.clone();
    if let Some(applicant) = less["applicant"].as_object_mut() {
        forget_of(random, applicant);
    }
    for project in less["projects"].as_array_mut().into_iter().flatten() {
        if let Some(facts) = project["facts"].as_object_mut() {
            forget_of(random, facts);
        }
    }
    less
}

fn forget_of(random: &mut Random, facts: &mut Map<String, Value>) {
    let keys: Vec<String> = facts.keys().cloned().collect();
    for key in keys {
        if random.chance(12) {
            facts.remove(&key);
            continue;
        }
        let Some(value) = facts.get_mut(&key) else { continue };
        let (items, complete) = match value {
            Value::Array(items) => (items, true),
            Value::Object(list) => match list.get_mut("rows").and_then(Value::as_array_mut) {
                Some(items) => (items, false),
                None => continue,
            },
            _ => continue,
        };
        for item in items.iter_mut() {
            if random.chance(5) {
                *item = Value::Null;
            } else if let Some(facts) = item.as_object_mut() {
                forget_of(random, facts);
            }
        }
        if random.chance(15) || !complete {
            // A row in the middle may be the one that is left out: the order of the others stays.
            if !items.is_empty() && random.chance(50) {
                items.pop();
            }
            let rows = std::mem::take(items);
            facts.insert(key, json!({"rows": rows, "complete": false}));
        }
    }
}

fn least(a: Option<Amount>, b: Option<Amount>) -> bool {
    match (a, b) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(a), Some(b)) => a.total_cmp(b).is_le(),
    }
}

/// What is said with less known must leave room for what is said with more.
fn leaves_room(less: &Decision, more: &Decision, context: &str) {
    for (before, after) in less.projects.iter().zip(&more.projects) {
        for (before, after) in before.claims.iter().zip(&after.claims) {
            if before.outcome.kind == Kind::InvalidInput || after.outcome.kind == Kind::InvalidInput {
                continue;
            }
            let said = format!("{}: {:?}\n then {:?}\n{context}", before.asked, before.outcome, after.outcome);
            assert!(before.outcome.minimum.total_cmp(after.outcome.minimum).is_le(), "{said}");
            assert!(least(after.outcome.maximum, before.outcome.maximum), "{said}");
        }
    }
    let (Ok(before), Ok(after)) = (&less.total, &more.total) else { return };
    let (before, after) = (before.payable, after.payable);
    assert!(least(before.guaranteed, after.guaranteed), "guaranteed {before:?} then {after:?}\n{context}");
    assert!(least(after.maximum, before.maximum), "maximum {before:?} then {after:?}\n{context}");
}

fn twice(application: &Value) -> bool {
    let ids = |project: &Value| -> Vec<String> {
        let rows = project["facts"]["employee"].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["id_no"].to_string()).collect()
    };
    application["projects"].as_array().is_some_and(|projects| {
        projects.iter().any(|project| {
            let mut ids = ids(project);
            let all = ids.len();
            ids.sort();
            ids.dedup();
            ids.len() != all
        })
    })
}

/// Laws 1 and 2: with less known, bounds are wider and hold what comes of every way to know more.
#[test]
fn knowing_more_never_contradicts() {
    let jobs = Jobs::new();
    let mut open = 0;
    for seed in 0..700 {
        let random = &mut Random::new(seed);
        let whole = known(random);
        if twice(&whole) {
            continue;
        }
        let less = forget(random, &whole);
        let least = forget(random, &less);
        let [whole_decision, less_decision, least_decision] = [&whole, &less, &least].map(|it| jobs.decide(it));
        let context = format!("seed {seed}\n {least}\n {less}\n {whole}");
        leaves_room(&less_decision, &whole_decision, &context);
        leaves_room(&least_decision, &less_decision, &context);
        for claim in whole_decision.projects.iter().flat_map(|it| &it.claims) {
            assert_ne!(
                claim.outcome.kind,
                Kind::Undetermined,
                "{} {:?} {:?} {context}",
                claim.asked,
                claim.outcome,
                claim.rows
            );
        }
        let claims = || least_decision.projects.iter().flat_map(|it| &it.claims);
        open += claims().filter(|it| it.outcome.kind == Kind::Undetermined).count();
    }
    assert!(open > 500, "{open}");
}

/// A project's claim on a list is the sum of its rows.
#[test]
fn a_claim_on_a_list_is_the_sum_of_its_rows() {
    let jobs = Jobs::new();
    let mut rows = 0;
    for seed in 0..300 {
        let random = &mut Random::new(seed);
        let whole = known(random);
        let decision = jobs.decide(&whole);
        for claim in decision.projects.iter().flat_map(|it| &it.claims) {
            let Some(listed) = &claim.rows else { continue };
            let sum: i128 = listed
                .rows
                .iter()
                .map(|row| row.outcome.minimum.value * 10i128.pow(u32::from(8 - row.outcome.minimum.scale)))
                .sum();
            let own = claim.outcome.minimum.value * 10i128.pow(u32::from(8 - claim.outcome.minimum.scale));
            assert_eq!(sum, own, "seed {seed}: {}", claim.asked);
            rows += listed.rows.len();
        }
    }
    assert!(rows > 1_000, "{rows}");
}

/// Law 2, node by node: every world that is left open lies inside what is known of each node.
#[test]
fn every_node_is_sound() {
    let jobs = Jobs::new();
    let program = jobs.program();
    for seed in 0..150 {
        let random = &mut Random::new(seed);
        let whole = known(random);
        let less = forget(random, &whole);
        let typed = jobs.read(&less);
        let mut worlds = Worlds::of(program, &typed, 6, random);
        let told = run(program, &jobs.selection.live, &mut Knowledge::new(program, &typed, &[]));
        let real = run(program, &jobs.selection.live, &mut worlds);
        for node in jobs.selection.live.iter() {
            let (Some(told), Some(real)) = (told.get(node), real.get(node)) else { continue };
            let it = program.nodes.get(node).unwrap();
            for (row, cell) in told.iter().enumerate() {
                for (world, values) in real.iter().enumerate() {
                    let value = values[worlds.row(world, it.level, row)];
                    assert!(
                        allows(*cell, value),
                        "seed {seed}: {node:?} {it:?} row {row}: {cell:?} but {value:?}\n{less}"
                    );
                }
            }
        }
    }
}

/// Law 7: each line of the trace of a row follows from the lines before it.
#[test]
fn explanations_of_rows_recompute() {
    let jobs = Jobs::new();
    let program = jobs.program();
    let mut traced = 0;
    for seed in 0..150 {
        let random = &mut Random::new(seed);
        let whole = known(random);
        let application = if seed % 2 == 0 { whole } else { forget(random, &whole) };
        let typed = jobs.read(&application);
        let claims = claim::decide(program, &jobs.selection, &typed);
        for claim in claims.projects.iter().flatten() {
            let (Some(rule), Some(listed)) = (claim.rule, &claim.rows) else { continue };
            for row in &listed.rows {
                let trace = trace::trace(program, &jobs.selection, &typed, &claims, rule, row.row);
                if let Err(why) = replay::check(program, &typed, &trace) {
                    panic!("seed {seed}: {} row {}: {why}\n  {application}", claim.asked, row.row);
                }
                if let Some(step) = trace.sum.map(|step| &trace.steps[step])
                    && matches!(row.outcome.kind, Kind::Fixed | Kind::Rate)
                    && let Cell::Number(range) = step.value
                {
                    assert_eq!(range.as_point(), Some(row.outcome.minimum.value), "seed {seed}: {}", claim.asked);
                    traced += 1;
                }
            }
        }
    }
    assert!(traced > 100, "{traced}");
}
