//! Type words, units and figures.

use rust_decimal::Decimal;
use tiaoli_eval::number::{MONEY_SCALE, SHARE_SCALE, power_of_ten};
use tiaoli_eval::program::{Ty, Unit, Written};
use tiaoli_syntax::ast::Quantity;

/// What a built-in type word means: type, least, greatest, how it is written.
pub(super) type Builtin = (Ty, Option<i128>, Option<i128>, Written);

/// The built-in type words.
pub(super) fn builtin(word: &str) -> Option<Builtin> {
    let whole =
        |unit: &str, least: i128| (Ty::Number { unit: Unit::base(unit), scale: 0 }, Some(least), None, Written::Whole);
    Some(match word {
        "是否" => (Ty::Truth, None, None, Written::Boolean),
        "金额" => (Ty::Number { unit: Unit::yuan(), scale: MONEY_SCALE }, Some(0), None, Written::Money),
        "比例" => (
            Ty::Number { unit: Unit::none(), scale: SHARE_SCALE },
            Some(0),
            power_of_ten(SHARE_SCALE),
            Written::Percent,
        ),
        "标识" => (Ty::Key, None, None, Written::Key),
        "日期" => (Ty::Date, None, None, Written::Date),
        "年份" => (Ty::Number { unit: Unit::base("年"), scale: 0 }, Some(1), Some(9999), Written::Year),
        "位次" => whole("位", 1),
        "面积" => decimal("平方米"),
        _ => whole(COUNTS.iter().find(|(known, _)| *known == word)?.1, 0),
    })
}

/// Counting words and their units.
const COUNTS: [(&str, &str); 19] = [
    ("家数", "家"),
    ("项数", "项"),
    ("人数", "人"),
    ("个数", "个"),
    ("月数", "月"),
    ("天数", "日"),
    ("年数", "年"),
    ("季度数", "季度"),
    ("次数", "次"),
    ("件数", "件"),
    ("台数", "台"),
    ("套数", "套"),
    ("间数", "间"),
    ("户数", "户"),
    ("场数", "场"),
    ("篇数", "篇"),
    ("辆数", "辆"),
    ("人次数", "人次"),
    ("课时数", "课时"),
];

/// A whole number of `unit`.
pub(super) fn whole(unit: &str) -> Builtin {
    (Ty::Number { unit: unit_named(unit), scale: 0 }, Some(0), None, Written::Whole)
}

/// A number of `unit` with at most two places.
pub(super) fn decimal(unit: &str) -> Builtin {
    (Ty::Number { unit: unit_named(unit), scale: 2 }, Some(0), None, Written::Decimal(2))
}

/// Every built-in type word, for suggestions.
pub(super) fn words<'a>() -> impl Iterator<Item = &'a str> {
    ["是否", "金额", "比例", "日期", "年份", "位次", "面积", "标识"]
        .into_iter()
        .chain(COUNTS.iter().map(|(word, _)| *word))
}

/// The unit of a unit word, or of several with `/` between them; words for one thing are one unit.
pub(crate) fn unit_named(word: &str) -> Unit {
    let mut words = word.split('/').map(unit_of_one);
    let first = words.next().unwrap_or_else(Unit::none);
    words.fold(first, |unit, per| unit.over(&per))
}

fn unit_of_one(word: &str) -> Unit {
    match word {
        "％" | "%" | "‰" | "个百分点" | "百分点" | "个基点" | "基点" => Unit::none(),
        "名" => Unit::base("人"),
        "天" => Unit::base("日"),
        "个月" => Unit::base("月"),
        "个工作日" => Unit::base("工作日"),
        "周岁" => Unit::base("岁"),
        "个季度" => Unit::base("季度"),
        _ => Unit::base(word),
    }
}

/// A figure as a scaled integer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The number, times 10 to the power `scale`.
    pub(crate) value: i128,
    /// Decimal places.
    pub(crate) scale: u8,
    /// The unit.
    pub(crate) unit: Unit,
}

/// What a written quantity means; `None` where it does not fit, or where money or a share has more places than it may.
pub(crate) fn figure(quantity: &Quantity) -> Option<Figure> {
    let number = Decimal::from_str_exact(&quantity.digits).ok()?;
    let zeros = u8::try_from(quantity.zeros).ok()?;
    let written = number.mantissa().checked_mul(power_of_ten(zeros)?)?;
    let places = u8::try_from(number.scale()).ok()?;
    let mut unit = Unit::none();
    let mut percent = 0;
    if let Some(of) = &quantity.unit {
        percent = match of.first.as_str() {
            "％" | "%" | "个百分点" | "百分点" => 2,
            "‰" => 3,
            "个基点" | "基点" => 4,
            _ => 0,
        };
        unit = unit_named(&of.first);
        for per in &of.per {
            unit = unit.over(&unit_named(per));
        }
    }
    let scale = places.checked_add(percent)?;
    // The least number of places that holds the figure, but two for money.
    let least = if unit == Unit::yuan() { MONEY_SCALE } else { 0 };
    let (mut value, mut scale) = (written, scale);
    while scale > least && value % 10 == 0 {
        value /= 10;
        scale -= 1;
    }
    while scale < least {
        value = value.checked_mul(10)?;
        scale += 1;
    }
    let most = if percent > 0 {
        SHARE_SCALE
    } else if unit == Unit::yuan() {
        MONEY_SCALE
    } else {
        6
    };
    (scale <= most).then_some(Figure { value, scale, unit })
}
