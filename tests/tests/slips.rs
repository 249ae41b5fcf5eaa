//! Slips by hand: what a hurried writer gets wrong in the first policy, one at a time, and which judge notices. The table
//! is the record: a judge that notices more, or less, than it says fails the test.

use tiaoli::change::{Side, change};
use tiaoli::{Compiled, Package, Problems, Severity, cases, compile};
use tiaoli_tests::policy::{first, package};

/// A slip: its name, the file that it is in, what stands there and what is written, and who notices.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// `check` is errors and warnings of the policy and of the rules against the text, `test` the golden cases, `diff` the
/// change report against the policy as it was: it is asked where no golden case notices and the policy compiles.
const SLIPS: [Row; 33] = [
    // those that published encodings of real grants have
    ("at least as more than", "3.03", "实际投入500万元以上，且", "实际投入 超过500万元，且", "check test"),
    ("a sum of money as more than", "3.05", "合计 达到1000万元的", "合计 超过1000万元的", "check test"),
    (
        "a condition twice in place of another",
        "3.05",
        "且 投资额度大的，可按其",
        "且 产业化前景广的，可按其",
        "check test",
    ),
    ("an input that nothing reads", "00", "  制定完成 ", "  发布家数 published 登记 家数\n  制定完成 ", "check diff"),
    ("a rate that is in no text", "3.03", "按 软硬件投入的30％", "按 软硬件投入的25％", "check test"),
    ("expired events still pay", "05", "；事件日期 早于 施行之日的，不予。", "。", "test"),
    // figures
    ("50 for 500", "3.03", "最高不超过500万元。\n}", "最高不超过50万元。\n}", "check test"),
    ("yuan for ten thousand yuan", "3.02", "分别给予1000万元、200万元", "分别给予1000元、200万元", "check test"),
    ("two figures swapped", "3.02", "分别给予1000万元、200万元", "分别给予200万元、1000万元", "check test"),
    ("the first two for the first three", "3.10", "国家标准（位次 前三位）", "国家标准（位次 前二位）", "check test"),
    ("another year of a target", "01", "目标 1.2.b 到2023年", "目标 1.2.b 到2025年", "check test"),
    ("an earlier commencement", "05", "不早于2019年1月1日", "不早于2018年1月1日", "test"),
    // conditions
    ("a condition dropped", "3.02", "且 新认定，且 平台类型 为 企业研究院", "且 平台类型 为 企业研究院", "test"),
    ("or for and", "3.05", "对 高层次人才领衔，且 人工", "对 高层次人才领衔，或 人工", "test"),
    ("another level", "3.02", "为 企业研究院，且 认定级别 为 省级", "为 企业研究院，且 认定级别 为 市级", "test"),
    ("an applicant left out", "3.06", "新型研发机构、企业、事业单位，适用", "新型研发机构、企业，适用", "test"),
    ("one of two shares", "3.08", "注册家数占比、租赁面积占比 均达到", "注册家数占比 达到", "test"),
    // sums
    ("another base", "3.03", "按 软硬件投入的30％", "按 实际投入的30％", "test"),
    ("the largest for the total", "3.05", "历次创投投资额 合计 达到", "历次创投投资额 最大值（无则 0元） 达到", "test"),
    ("a ceiling as a sum", "3.10", "分别给予 最高不超过200万元", "分别给予200万元", "check test"),
    ("a power as a duty", "3.09", "的，可给予 不超过", "的，给予 不超过", "test"),
    ("a cap dropped", "3.09", "补助，每 企业 每年 最高不超过50万元。\n}", "补助。\n}", "check test"),
    ("a cap a year as a cap a contract", "3.09", "每 企业 每年 最高不超过50万元。\n}", "最高不超过50万元。\n}", "test"),
    ("another instrument", "3.05", "可按 “5050计划” 给予支持", "可按 “5060计划” 给予支持", "test"),
    // settlement
    ("no rule against double payment", "05", "  5.b 同一 项目 从高、从优、不重复。\n", "", "check"),
    ("funds of one level only", "05", "含 市级、区级。", "含 区级。", "test"),
    ("a base grant is deducted", "05", "的，补足差额；上级基础资助 不计", "的，补足差额", "test"),
    ("payment rounded up", "05", "支付 尾数 舍去 至 分", "支付 尾数 进位 至 分", "test"),
    // vocabulary and document
    ("a bound between two facts dropped", "00", "申报 金额 不超过 实际投入", "申报 金额", "test"),
    ("a finding as the applicant's word", "00", "good_results_determined 认定", "good_results_determined 申报", "diff"),
    ("an alias renamed", "00", "区内 in_district", "区内 within_district", "diff"),
    ("a clause claimed by nothing", "01", "、4.3、5.d。", "、4.3。", "check"),
    ("the document amended, the rule not", "source.txt", "实际投入500万元以上", "实际投入600万元以上", "check"),
];

/// The first policy with a slip.
fn spoiled((name, file, from, to, _): &Row) -> Package {
    let mut package = package("policies/binjiang-ai");
    let text = if *file == "source.txt" {
        &mut package.source.text
    } else {
        &mut package.rules.iter_mut().find(|it| it.name.starts_with(file)).expect("the file is there").text
    };
    assert!(text.contains(from), "{name}: {from}");
    *text = text.replacen(from, to, 1);
    package
}

fn side(compiled: &Compiled) -> Option<Side<'_>> {
    Some(Side { program: compiled.program.as_ref()?, cases: &compiled.cases })
}

/// Who notices.
fn noticed(before: &Compiled, after: &Compiled) -> String {
    let mut found = Vec::new();
    let said = after.problems.sorted().into_iter().chain(after.against_text.sorted());
    if said.into_iter().any(|it| it.severity() != Severity::Advice) {
        found.push("check");
    }
    if let Some(program) = &after.program {
        let mut problems = Problems::new();
        cases::run(program, &after.cases, &mut problems);
        if problems.has_errors() {
            found.push("test");
        }
    }
    if let (Some(old), Some(new), false) = (side(before), side(after), found.contains(&"test"))
        && !change(old, new).is_empty()
    {
        found.push("diff");
    }
    found.join(" ")
}

#[test]
fn every_slip_is_noticed_by_whom_the_table_says() {
    let before = first();
    assert_eq!(noticed(&before, &before), "", "the policy as it stands");
    let found: Vec<(&str, String)> =
        SLIPS.iter().map(|row| (row.0, noticed(&before, &compile(&spoiled(row))))).collect();
    let expected: Vec<(&str, String)> = SLIPS.iter().map(|row| (row.0, row.4.to_owned())).collect();
    assert_eq!(found, expected);
    assert!(SLIPS.iter().all(|row| !row.4.is_empty()), "none goes unnoticed");
}
