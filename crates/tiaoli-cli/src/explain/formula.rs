//! One step as a line: what was done with which values.

use super::value::{members, number, value};
use crate::statement::{Words, kind};
use tiaoli::claim::{Cell, Range, Truth};
use tiaoli::number::power_of_ten;
use tiaoli::program::{Comparison, Count, DefinitionId, Fold, Months, Op, Rounding, Sign, Ty, Value};
use tiaoli::trace::{Step, Trace};

/// A trace to be written out.
#[derive(Clone, Copy)]
pub(super) struct Steps<'a> {
    pub(super) words: Words<'a>,
    pub(super) trace: &'a Trace,
}

impl<'a> Steps<'a> {
    pub(super) fn step(&self, index: usize) -> Option<&'a Step> {
        self.trace.steps.get(index)
    }

    /// The steps that a step was computed from; values of a row above stand for themselves.
    pub(super) fn args(&self, step: &'a Step) -> impl Iterator<Item = &'a Step> {
        let trace = self.trace;
        step.args.iter().filter_map(move |index| trace.steps.get(*index))
    }

    /// Through what only passes a value on.
    pub(super) fn seen(&self, step: &'a Step) -> &'a Step {
        let mut seen = step;
        loop {
            let next = match seen.op {
                Op::Spread => self.args(seen).next(),
                // A product with one only brings a number to the places of another.
                Op::Multiply if self.args(seen).any(is_one) => self.args(seen).find(|arg| !is_one(arg)),
                _ => None,
            };
            match next {
                Some(next) => seen = next,
                None => return seen,
            }
        }
    }

    /// The value of a step.
    pub(super) fn value(&self, step: &Step) -> String {
        value(&self.words, &step.ty, step.value)
    }

    /// The name of the fact that a step reads or stands for.
    pub(super) fn fact_name(&self, step: &Step) -> Option<String> {
        let fact = self.words.program.facts.get(step.fact?)?;
        Some(self.words.say(&fact.name.zh, &fact.name.alias).to_owned())
    }

    /// A step as it stands in the line of another: a fact by its name, everything else by its value.
    pub(super) fn short(&self, step: &'a Step) -> String {
        let step = self.seen(step);
        match (&step.op, self.fact_name(step)) {
            (Op::Fact(_), Some(name)) => name,
            (Op::Defined(term), _) => self.defined(*term),
            (Op::AsOf, _) => format!("{} {}", self.words.say("评定日期", "the date of evaluation"), self.value(step)),
            _ => self.value(step),
        }
    }

    /// A fact with its source and value.
    pub(super) fn leaf(&self, step: &Step) -> Option<String> {
        let Op::Fact(id) = step.op else { return None };
        let fact = self.words.program.facts.get(id)?;
        let from = kind(self.words.lang, fact.kind);
        let name = self.fact_name(step)?;
        Some(format!(
            "{name}{}{from}{}{}",
            self.words.say("（", " ("),
            self.words.say("）＝", ") = "),
            self.value(step)
        ))
    }

    /// What a step did.
    pub(super) fn formula(&self, step: &'a Step) -> String {
        let say = |zh, en| self.words.say(zh, en);
        let args: Vec<&Step> = self.args(step).collect();
        let short: Vec<String> = args.iter().map(|arg| self.short(arg)).collect();
        let joined = |between: &str| short.join(between);
        match &step.op {
            Op::Const(_) => self.constant(step),
            Op::Fact(_) => self.short(step),
            Op::Given(_) => format!("{}{}", self.fact_name(step).unwrap_or_default(), say(" 已填报", " is given")),
            Op::AsOf => say("评定日期", "date of evaluation").to_owned(),
            Op::AssumeInForce => say("申请视同已施行", "the application says to assume it in force").to_owned(),
            Op::Paid(_) => say("以前已拨付的金额", "what was paid before").to_owned(),
            Op::Undecided => say("尚未核定的数", "a sum that nobody has decided").to_owned(),
            Op::Elsewhere(_) => say("另一政策给予的数", "what another policy pays").to_owned(),
            Op::All => say("以下都符合", "all of these hold").to_owned(),
            Op::Any => say("以下至少一项符合", "one of these holds").to_owned(),
            Op::Not => self.negated(args.first().copied()),
            Op::Compare(how) => self.compared(*how, &args, false),
            Op::In(set) => {
                let of = args.first().map(|arg| (&self.seen(arg).ty, self.short(arg)));
                let Some((Ty::Member(id), name)) = of else { return joined("") };
                format!("{name}{}{}", say(" 属于 ", " is one of "), members(&self.words, *id, *set))
            }
            Op::Add(signs) => {
                let mut text = String::new();
                for (index, (sign, term)) in signs.iter().zip(&short).enumerate() {
                    match (index, sign) {
                        (0, Sign::Plus) => {}
                        (_, Sign::Plus) => text.push_str(" + "),
                        (_, Sign::Minus) => text.push_str(" − "),
                    }
                    text.push_str(term);
                }
                text
            }
            Op::Multiply => joined(" × "),
            Op::Divide(rounding) => format!("{}{}", joined(" ÷ "), self.rounded(*rounding)),
            Op::Least => format!("{}{}", say("取小：", "the least of "), joined(say("、", ", "))),
            Op::Greatest => format!("{}{}", say("取大：", "the greatest of "), joined(say("、", ", "))),
            Op::Choose => say("按情形取值", "by case").to_owned(),
            Op::YearOf => format!("{}{}", joined(""), say(" 的年份", ", its year")),
            Op::WorkingDay => joined(say(" 起工作日 ", ", on by working days: ")),
            Op::ShiftMonths => joined(say(" 起 ", ", on by ")),
            Op::Between(months, how) => {
                format!("{}{}{}", joined(say(" 至 ", " to ")), say(" 的", ", "), self.counted(*months, *how))
            }
            Op::Defined(term) => format!("{}{}", self.defined(*term), say("（定义）", " (defined)")),
            Op::Spread => joined(""),
            Op::Rank(_) => say("在清单中的名次", "its place in the list").to_owned(),
            Op::Fold(fold) => self.fold(*fold, args.len() / 2, step.complete),
        }
    }

    /// The name that the policy gives to a value.
    fn defined(&self, term: DefinitionId) -> String {
        let name = self.words.program.definitions.get(term).map(|it| &it.name);
        name.map_or(String::new(), |name| self.words.say(&name.zh, &name.alias).to_owned())
    }

    fn constant(&self, step: &Step) -> String {
        match (&step.op, &step.ty) {
            (Op::Const(Value::Number(it)), ty) => number(&self.words, ty, *it),
            _ => self.value(step),
        }
    }

    fn negated(&self, arg: Option<&'a Step>) -> String {
        let Some(arg) = arg.map(|arg| self.seen(arg)) else { return String::new() };
        if let Op::Compare(how) = arg.op {
            let args: Vec<&Step> = self.args(arg).collect();
            return self.compared(how, &args, true);
        }
        let name = if matches!(arg.op, Op::Fact(_)) { self.short(arg) } else { self.formula(arg) };
        format!("{}{name}", self.words.say("并非 ", "not: "))
    }

    /// A comparison, with the figure that it is held against on the right.
    fn compared(&self, how: Comparison, args: &[&'a Step], negated: bool) -> String {
        let [left, right] = args else { return String::new() };
        let fixed = |step: &'a Step| matches!(self.seen(step).op, Op::Const(_) | Op::AsOf);
        let turned = fixed(left) && !fixed(right);
        let sign = match (how, negated, turned) {
            (Comparison::Less, false, false) | (Comparison::LessOrEqual, true, true) => "＜",
            (Comparison::LessOrEqual, false, false) | (Comparison::Less, true, true) => "≤",
            (Comparison::Less, false, true) | (Comparison::LessOrEqual, true, false) => "＞",
            (Comparison::LessOrEqual, false, true) | (Comparison::Less, true, false) => "≥",
            (Comparison::Equal, false, _) => "＝",
            (Comparison::Equal, true, _) => "≠",
        };
        let (one, other) = if turned { (right, left) } else { (left, right) };
        format!("{} {sign} {}", self.short(one), self.short(other))
    }

    fn rounded(&self, rounding: Rounding) -> &'static str {
        match rounding {
            Rounding::Down => self.words.say("（舍去）", " (rest cut off)"),
            Rounding::HalfUp => self.words.say("（四舍五入）", " (half goes up)"),
            Rounding::Up => self.words.say("（进位）", " (any rest goes up)"),
        }
    }

    fn counted(&self, months: Months, how: Count) -> &'static str {
        match (months, how) {
            (1, Count::Full) => self.words.say("整月数", "full months"),
            (1, Count::Begun) => self.words.say("月数（进位）", "months begun"),
            (1, Count::Ordinal) => self.words.say("月次", "which month"),
            (_, Count::Full) => self.words.say("整年数", "full years"),
            (_, Count::Begun) => self.words.say("年数（进位）", "years begun"),
            (_, Count::Ordinal) => self.words.say("年次", "which year"),
        }
    }

    fn fold(&self, fold: Fold, rows: usize, complete: bool) -> String {
        let (zh, en) = match fold {
            Fold::Sum => ("各项合计", "the sum"),
            Fold::Count => ("符合的项数", "how many hold"),
            Fold::Any => ("至少一项符合", "one of them holds"),
            Fold::All => ("各项都符合", "all of them hold"),
            Fold::Distinct => ("不重复计的个数", "how many different ones"),
            Fold::Greatest => ("最大值", "the greatest"),
            Fold::Least => ("最小值", "the least"),
        };
        let more = if complete { "" } else { self.words.say("，清单可能不全", ", the list may be incomplete") };
        match self.words.lang {
            tiaoli::Lang::Zh => format!("{zh}（{rows} 项{more}）"),
            tiaoli::Lang::En => format!("{en} ({rows} rows{more})"),
        }
    }
}

/// Whether it is the number one, of no unit.
fn is_one(step: &Step) -> bool {
    match (&step.op, &step.ty) {
        (Op::Const(Value::Number(value)), Ty::Number { unit, scale }) => {
            unit.bases().is_empty() && power_of_ten(*scale) == Some(*value)
        }
        _ => false,
    }
}

/// Whether a step says something that its own line does not.
pub(super) fn worth_a_line(step: &Step) -> bool {
    !matches!(step.op, Op::Const(_) | Op::AsOf)
}

/// `✓`, `✗`, `？`
pub(super) fn mark(cell: Cell) -> &'static str {
    match cell {
        Cell::Truth(Truth::True) => "✓",
        Cell::Truth(Truth::False) => "✗",
        Cell::Truth(Truth::Unknown) => "?",
        Cell::Number(Range { .. }) | Cell::Member(_) | Cell::Key(_) | Cell::TooLarge => "·",
    }
}
