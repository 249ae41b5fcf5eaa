//! The English of single words: the one table.

use crate::ast::{BoundWord, FactKind, Name, Whole};

/// A bound word after what it is said of: `is at least`.
pub(super) fn bound(word: BoundWord) -> &'static str {
    match word {
        BoundWord::AndAbove => "is at least",
        BoundWord::OrAbove => "is at or above",
        BoundWord::AndBelow => "is at most",
        BoundWord::Within => "is within",
        BoundWord::Reaches => "reaches",
        BoundWord::NotBelow => "is not below",
        BoundWord::NotLess => "is no fewer than",
        BoundWord::NotOver => "is not over",
        BoundWord::Over => "is over",
        BoundWord::Breaks => "goes beyond",
        BoundWord::Above => "is above",
        BoundWord::Below => "is below",
        BoundWord::Less => "is fewer than",
        BoundWord::Under => "is under",
        BoundWord::Full => "comes to a full",
        BoundWord::Equals => "equals",
        BoundWord::First => "is among the first",
        BoundWord::Before => "is before",
        BoundWord::After => "is after",
        BoundWord::NotBefore => "is not before",
        BoundWord::NotAfter => "is not after",
    }
}

/// A bound word where the document itself says whether the figure is included, against what the word says alone.
pub(super) fn bound_said(word: BoundWord, included: bool) -> &'static str {
    match (word, included) {
        (
            BoundWord::AndAbove | BoundWord::OrAbove | BoundWord::Reaches | BoundWord::NotBelow | BoundWord::NotLess,
            false,
        )
        | (BoundWord::Full, false) => "is over",
        (BoundWord::AndBelow | BoundWord::Within | BoundWord::NotOver, false) => "is under",
        (BoundWord::Over | BoundWord::Breaks | BoundWord::Above, true) => "is at least",
        (BoundWord::Below | BoundWord::Less | BoundWord::Under, true) => "is at most",
        (word, _) => bound(word),
    }
}

/// A bound word as the document has it.
pub(super) fn bound_zh(word: BoundWord) -> &'static str {
    match word {
        BoundWord::AndAbove => "以上",
        BoundWord::OrAbove => "及以上",
        BoundWord::AndBelow => "以下",
        BoundWord::Within => "以内",
        BoundWord::Reaches => "达到",
        BoundWord::NotBelow => "不低于",
        BoundWord::NotLess => "不少于",
        BoundWord::NotOver => "不超过",
        BoundWord::Over => "超过",
        BoundWord::Breaks => "突破",
        BoundWord::Above => "高于",
        BoundWord::Below => "低于",
        BoundWord::Less => "少于",
        BoundWord::Under => "不满",
        BoundWord::Full => "满",
        BoundWord::Equals => "等于",
        BoundWord::First => "前",
        BoundWord::Before => "早于",
        BoundWord::After => "晚于",
        BoundWord::NotBefore => "不早于",
        BoundWord::NotAfter => "不晚于",
    }
}

/// Where a fact comes from.
pub(super) fn kind(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Declared => "declared by the applicant",
        FactKind::Recorded => "on record",
        FactKind::Found => "a finding of the authority",
        FactKind::Determined => "a sum decided by the authority",
        FactKind::Parameter => "a figure from outside",
    }
}

/// How a payment is rounded.
pub(super) fn rounding(way: Whole) -> &'static str {
    match way {
        Whole::Down => "down",
        Whole::HalfUp => "half up",
        Whole::Up => "up",
    }
}

/// What a payment is a whole number of.
pub(super) fn money(unit: &str) -> &str {
    match unit {
        "分" => "fen",
        "角" => "jiao",
        "元" => "yuan",
        "百元" => "hundred yuan",
        "千元" => "thousand yuan",
        "万元" => "ten thousand yuan",
        other => self::unit(other),
    }
}

/// 奖励, 补助 …, with its article; any other noun stays as it is.
pub(super) fn noun(noun: Option<&Name>) -> String {
    match noun.map_or("", |it| it.text.as_str()) {
        "" => "a sum".to_owned(),
        "奖励" | "奖金" => "an award".to_owned(),
        "补助" => "a subsidy".to_owned(),
        "补贴" => "an allowance".to_owned(),
        "资助" => "aid".to_owned(),
        "支持" | "扶持" => "support".to_owned(),
        "配套" | "配套资助" | "地方配套" => "a matching grant".to_owned(),
        other => format!("“{other}”"),
    }
}

/// Types that are built in. 月数 is a number of months, whatever the unit.
pub(super) fn type_name(name: &str) -> Option<String> {
    let known = match name {
        "是否" => "yes or no",
        "金额" => "money",
        "比例" => "a share",
        "日期" => "a date",
        "年份" => "a year",
        "位次" => "a rank",
        "面积" => "an area in m²",
        "标识" => "an identity",
        _ => return Some(format!("a number of {}", unit(name.strip_suffix('数')?))),
    };
    Some(known.to_owned())
}

/// Parts of an alias that are short for something.
pub(super) fn abbreviation(word: &str) -> Option<&'static str> {
    Some(match word {
        "ai" => "AI",
        "rd" => "R&D",
        "vc" => "VC",
        "ip" => "IP",
        "it" => "IT",
        "id" => "ID",
        "no" => "number",
        "pct" => "percentage",
        "kpi" => "KPI",
        "lpr" => "LPR",
        "gdp" => "GDP",
        "vat" => "VAT",
        _ => return None,
    })
}

/// Reasons of a refusal that are no facts.
pub(super) fn reason(word: &str) -> Option<&'static str> {
    Some(match word {
        "不涉及资金" => "no money is involved",
        "未施行" => "the policy is not in force",
        "早于施行" => "it was before the policy was in force",
        "金额为零" => "the sum is zero",
        _ => return None,
    })
}

/// Units, for more than one.
pub(super) fn unit(unit: &str) -> &str {
    match unit {
        "元" => "CNY",
        "角" => "jiao",
        // of money only where a payment is rounded
        "分" => "points",
        "％" => "%",
        "个百分点" | "百分点" => "percentage points",
        "个基点" | "基点" => "basis points",
        "季度" | "个季度" => "quarters",
        "家" | "户" => "entities",
        "项" | "件" => "items",
        "人" | "名" => "people",
        "人次" => "attendances",
        "人日" => "person-days",
        "人月" => "person-months",
        "年" => "years",
        "月" | "个月" => "months",
        "周" => "weeks",
        "日" | "天" => "days",
        "工作日" | "个工作日" => "working days",
        "小时" => "hours",
        "分钟" => "minutes",
        "课时" | "学时" => "class hours",
        "次" => "times",
        "期" => "terms",
        "位" => "places",
        "级" => "levels",
        "倍" => "times",
        "平方米" => "m²",
        "平方公里" => "km²",
        "立方米" => "m³",
        "米" => "m",
        "公里" => "km",
        "海里" => "nautical miles",
        "亩" => "mu",
        "公顷" => "ha",
        "吨" => "t",
        "公斤" | "千克" => "kg",
        "千瓦" => "kW",
        "兆瓦" => "MW",
        "千瓦时" | "度" => "kWh",
        "兆瓦时" => "MWh",
        "箱" => "boxes",
        "标准箱" => "TEU",
        "台" | "辆" | "座" | "个" | "套" | "张" | "份" | "种" | "篇" | "部" | "场" | "间" => "units",
        "岁" | "周岁" => "years of age",
        other => other,
    }
}
