//! The figures of a text: what it counts, in which unit, and the word that bounds it. The same scanner reads the
//! document and the rule, so the two can be held against each other.

use super::bounds::{Side, bound};
use super::numerals::{SCALE, numeral};

/// A figure of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends, unit included.
    pub end: usize,
    /// Its value in millionths of its unit: 万元 is 10,000 元.
    pub value: i128,
    /// Its unit; empty where the text leaves it out.
    pub unit: &'static str,
    /// Which side it bounds.
    pub side: Option<Side>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
}

impl Figure {
    /// Whether both say the same number.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        let (value, unit) = self.in_months();
        let (other_value, other_unit) = other.in_months();
        value == other_value && (unit == other_unit || unit.is_empty() || other_unit.is_empty())
    }

    /// 2年 is 24个月.
    fn in_months(&self) -> (i128, &'static str) {
        if self.unit == "年" { (self.value.saturating_mul(12), "月") } else { (self.value, self.unit) }
    }

    /// Whether it says no more than "one of them": 1名, 每增加1人, where no word makes a bound of it.
    #[must_use]
    pub fn is_one_of_them(&self) -> bool {
        let counts =
            !matches!(self.unit, "年" | "月" | "日" | "工作日" | "周" | "季度" | "元" | "％" | "‰" | "倍" | "");
        self.value == 10i128.pow(SCALE) && counts && self.side.is_none()
    }
}

/// Units as written and the one they are counted in, longest first.
const UNITS: [(&str, &str); 66] = [
    ("个百分点", "％"),
    ("百分点", "％"),
    ("个基点", "基点"),
    ("基点", "基点"),
    ("个季度", "季度"),
    ("季度", "季度"),
    ("周岁", "岁"),
    ("个工作日", "工作日"),
    ("平方公里", "平方公里"),
    ("工作日", "工作日"),
    ("平方米", "平方米"),
    ("立方米", "立方米"),
    ("千瓦时", "千瓦时"),
    ("兆瓦时", "兆瓦时"),
    ("标准箱", "标准箱"),
    ("个月", "月"),
    ("千瓦", "千瓦"),
    ("兆瓦", "兆瓦"),
    ("公里", "公里"),
    ("海里", "海里"),
    ("公顷", "公顷"),
    ("公斤", "公斤"),
    ("千克", "公斤"),
    ("小时", "小时"),
    ("分钟", "分钟"),
    ("课时", "课时"),
    ("学时", "学时"),
    ("人次", "人次"),
    ("人日", "人日"),
    ("人月", "人月"),
    ("元", "元"),
    ("％", "％"),
    ("%", "％"),
    ("‰", "‰"),
    ("米", "米"),
    ("亩", "亩"),
    ("吨", "吨"),
    ("箱", "箱"),
    ("家", "家"),
    ("项", "项"),
    ("人", "人"),
    ("名", "人"),
    ("个", "个"),
    ("次", "次"),
    ("件", "件"),
    ("年", "年"),
    ("月", "月"),
    ("日", "日"),
    ("天", "日"),
    ("周", "周"),
    ("位", "位"),
    ("级", "级"),
    ("倍", "倍"),
    ("期", "期"),
    ("台", "台"),
    ("套", "套"),
    ("篇", "篇"),
    ("部", "部"),
    ("场", "场"),
    ("辆", "辆"),
    ("户", "户"),
    ("座", "座"),
    ("间", "间"),
    ("张", "张"),
    ("份", "份"),
    ("岁", "岁"),
];

/// Words that multiply the unit behind them.
const MAGNITUDES: [(&str, i128); 4] = [("亿", 100_000_000), ("万", 10_000), ("千", 1_000), ("百", 100)];

/// The figures of `text` in order. A list or a range that names its unit once, at the end, has it throughout.
#[must_use]
pub fn figures(text: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut quotes = 0usize;
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match c {
            '“' | '「' => quotes += 1,
            '”' | '」' => quotes = quotes.saturating_sub(1),
            _ => {}
        }
        match one(text, at, before, found.last()) {
            Some(figure) if figure.end > at => {
                at = figure.end;
                found.push(Figure { quoted: quotes > 0, ..figure });
                before = None;
            }
            _ => {
                at += c.len_utf8();
                before = Some(c);
            }
        }
    }
    found.retain(|figure| !figure.unit.is_empty());
    found
}

/// The figure at `at`, if one begins there.
fn one(text: &str, at: usize, before: Option<char>, last: Option<&Figure>) -> Option<Figure> {
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    let rest = text.get(at..)?;
    if let Some(share) = rest.strip_prefix("百分之").and_then(numeral) {
        let end = at + "百分之".len() + share.len;
        return Some(figure(text, at, end, share.value, "％", last));
    }
    let number = numeral(rest)?;
    let (times, unit, end) = unit(text, at + number.len, number.chinese)?;
    let value = number.value.checked_mul(times)?;
    // 一个, 一次 say no more than "a"; 两级, 三项 count what was just named.
    let word = number.chinese
        && (matches!(unit, "级" | "项" | "个" | "部" | "期" | "份")
            || number.value == 10i128.pow(SCALE) && !matches!(unit, "年" | "月" | "日" | "倍" | "元" | ""))
        && before != Some('第');
    let found = figure(text, at, end, value, unit, last);
    // 分两次 counts what was just named, 最多两次 bounds it.
    let word = word || number.chinese && unit == "次" && found.side.is_none();
    (!word).then_some(found)
}

fn figure(text: &str, start: usize, end: usize, value: i128, unit: &'static str, last: Option<&Figure>) -> Figure {
    let side = bound(text, start, end, last.map(|last| (last.end, last.side)));
    Figure { start, end, value, unit, side, quoted: false }
}

/// What multiplies the number that ends at `end`, its unit, and where that ends: the unit behind it, or that of the list
/// or range that it stands in.
fn unit(text: &str, end: usize, chinese: bool) -> Option<(i128, &'static str, usize)> {
    let rest = text.get(end..)?;
    let (times, skip) =
        MAGNITUDES.iter().find(|(word, _)| rest.starts_with(word)).map_or((1, 0), |(word, times)| (*times, word.len()));
    let behind = rest.get(skip..)?;
    if let Some((word, unit)) = UNITS.iter().find(|(word, _)| behind.starts_with(word)) {
        return Some((times, unit, end + skip + word.len()));
    }
    if skip > 0 {
        return Some((times, "", end + skip));
    }
    // 100、80、50万元; 200-800万元
    let next = ["、", "-", "—", "–", "～", "~", "至", "到"].iter().find_map(|mark| rest.strip_prefix(mark))?;
    let number = numeral(next).filter(|it| !it.chinese && !chinese)?;
    let start = text.len().checked_sub(next.len())?;
    let (times, unit, _) = unit(text, start + number.len, false)?;
    Some((times, unit, end))
}

#[cfg(test)]
mod tests {
    use super::super::bounds::Side;
    use super::figures;

    #[track_caller]
    fn check(text: &str, expected: &[(i128, &str, Option<Side>)]) {
        let found: Vec<(i128, &str, Option<Side>)> =
            figures(text).into_iter().map(|it| (it.value / 1_000_000, it.unit, it.side)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_figure_has_the_word_that_bounds_it() {
        check("实际投入500万元以上的", &[(5_000_000, "元", Some(Side::AtLeast))]);
        check(
            "按软硬件投入的30％给予补助，最高不超过500万元",
            &[(30, "％", None), (5_000_000, "元", Some(Side::AtMost))],
        );
        check("给予不超过认定登记的技术服务合同金额30%补助", &[(30, "％", Some(Side::AtMost))]);
        check("营业收入突破1亿元", &[(100_000_000, "元", Some(Side::Over))]);
        check("满3年", &[(3, "年", Some(Side::AtLeast))]);
        check("不满三年", &[(3, "年", Some(Side::Under))]);
    }

    #[test]
    fn the_word_before_a_list_bounds_each_of_it() {
        let most = Some(Side::AtMost);
        check("分别给予最高不超过500万元、260万元", &[(5_000_000, "元", most), (2_600_000, "元", most)]);
        let least = Some(Side::AtLeast);
        check(
            "占比均达到30%、50%的，分别奖励100万元",
            &[(30, "％", least), (50, "％", least), (1_000_000, "元", None)],
        );
    }

    #[test]
    fn the_second_of_two_ceilings_has_the_same_word() {
        let most = Some(Side::AtMost);
        check("不超过投入的50％和贡献的20％", &[(50, "％", most), (20, "％", most)]);
        check("超出10人的部分", &[(10, "人", Some(Side::Over))]);
        check("超出上年的部分的10％", &[(10, "％", None)]);
    }

    #[test]
    fn what_counts_what_was_named_is_no_figure() {
        check("分两次拨付", &[]);
        check("最多两次", &[(2, "次", Some(Side::AtMost))]);
        check("年满45周岁", &[(45, "岁", Some(Side::AtLeast))]);
        check("提高5个百分点", &[(5, "％", None)]);
    }

    #[test]
    fn a_unit_named_once_belongs_to_the_whole_list() {
        check("分别奖励100、80、50万元", &[(1_000_000, "元", None), (800_000, "元", None), (500_000, "元", None)]);
        check("200-800万元", &[(2_000_000, "元", None), (8_000_000, "元", None)]);
    }

    #[test]
    fn chinese_numerals_count_where_they_are_figures() {
        check("国家标准（前三位）", &[(3, "位", Some(Side::AtMost))]);
        check("一次性给予三十万元，采取“一事一议”的方式", &[(300_000, "元", None)]);
        check("按百分之三十给予", &[(30, "％", None)]);
        check("三、扶持政策", &[]);
    }

    #[test]
    fn a_number_without_a_unit_is_none() {
        check("按照“5050计划”、市“115”引智计划", &[]);
        check("3.3.b 限 X", &[]);
    }
}
