//! The words of the language, in one table.

/// A word of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// The word as written.
    pub word: &'static str,
    /// What it says in English.
    pub gloss: &'static str,
}

/// Every word that is no name, in the order of the grammar. A part of a name may be one of them: 对外投资.
pub fn keywords() -> &'static [Keyword] {
    KEYWORDS
}

/// The words that begin an item.
pub(crate) const ITEMS: [&str; 14] =
    ["参数", "政策", "词汇", "等级", "宣示", "目标", "权利", "条款", "定义", "程序", "结算", "分配", "读法", "算例"];

macro_rules! keywords {
    ($($word:literal $gloss:literal)*) => {
        const KEYWORDS: &[Keyword] = &[$(Keyword { word: $word, gloss: $gloss }),*];
    };
}

keywords! {
    // items
    "政策" "policy"
    "依据" "basis"
    "本数" "bounds"
    "词汇" "vocabulary"
    "等级" "ladder"
    "由低到高" "ascending"
    "宣示" "declares"
    "目标" "target"
    "权利" "right"
    "条款" "article"
    "定义" "definition"
    "程序" "procedure"
    "结算" "settlement"
    "分配" "allocation"
    "读法" "reading"
    "算例" "case"
    "背景" "setting"
    // vocabulary
    "登记" "recorded"
    "申报" "declared"
    "认定" "found"
    "核定" "determined"
    "参数" "parameter"
    "多个" "many"
    "之一" "one of"
    "全称" "in full"
    "又称" "also"
    "缺省" "default"
    "可不填" "may be absent"
    "至多" "at most"
    // articles and awards
    "限" "only"
    "适用于" "for"
    "对" "for"
    "其中" "of which"
    "核对说明" "noted"
    "可以" "may"
    "可" "may"
    "得" "may"
    "给予" "grant"
    "按其" "by its"
    "按" "by"
    "就" "on"
    "执行" "applies"
    "分别" "respectively"
    "享受" "enjoys"
    "实行" "decided"
    "一事一议" "case by case"
    "最高不超过" "up to"
    "最高" "at most"
    "最多" "at most"
    "数额见" "sum in"
    "数额未定" "sum open"
    "比例未定" "rate open"
    "列示" "shown as"
    "逐项叠加" "items add up"
    "全额" "whole"
    "超额累进" "marginal"
    "每年" "each year"
    "每满" "for each full"
    "每新增" "for each more"
    "每增加" "for each more"
    "每增长" "for each more"
    "每提高" "for each more"
    "每" "per"
    // definitions
    "未规定" "not ruled"
    "待确认" "to be confirmed"
    "所称" "the term"
    "是指" "means"
    "分别为" "are respectively"
    "视为" "is deemed"
    // conditions
    "且" "and"
    "或" "or"
    "非" "not"
    "同时符合" "all of"
    "符合之一" "any of"
    "符合" "meets"
    "均" "both"
    "属于" "in"
    "为" "is"
    "含" "includes"
    "达到" "reaches"
    "不低于" "not below"
    "不少于" "no fewer than"
    "不超过" "not over"
    "不高于" "not above"
    "不多于" "no more than"
    "超过" "over"
    "突破" "breaks"
    "高于" "above"
    "大于" "greater than"
    "低于" "below"
    "少于" "fewer than"
    "小于" "less than"
    "不满" "under"
    "未满" "under"
    "不足" "short of"
    "满" "full"
    "等于" "equals"
    "不早于" "not before"
    "不晚于" "not after"
    "早于" "before"
    "晚于" "after"
    "及以上" "or above"
    "及以下" "or below"
    "以上" "at least"
    "以下" "at most"
    "以内" "within"
    "至" "to"
    "应在" "must be in"
    "本条" "this clause"
    "折算" "prorated"
    "在" "in"
    "起" "from"
    "比" "against"
    "增长" "growth"
    "舍去" "cut off"
    "四舍五入" "half up"
    "进位" "round up"
    // expressions
    "加" "plus"
    "减" "minus"
    "减半" "half of"
    "与" "and"
    "孰低" "the lower"
    "孰高" "the higher"
    "合计" "sum"
    "最大值" "greatest"
    "最小值" "least"
    "个数" "count"
    "逐年" "each year"
    "逐项" "each item"
    "超出" "in excess of"
    "的部分" "the part"
    // settlement
    "本政策资金" "funds of this policy"
    "同一" "same"
    "从高" "the highest"
    "从优" "the best"
    "就高" "the highest"
    "追回" "recover"
    "全额追回" "recover in full"
    "提供" "provide"
    "拨付给" "paid to"
    "分期拨付" "in instalments"
    "加收利息" "with interest"
    "分期" "in instalments"
    "承担" "bear"
    "抵扣后" "after set-off"
    "之间" "among"
    "择一" "one of them"
    "先得" "the first had"
    "叠加享受" "on top"
    "须在" "only after"
    "享受完" "used up"
    "累计" "in all"
    "不重复" "once"
    "限额前从高" "the highest before limits"
    "除外" "except"
    "已获" "already received"
    "补足差额" "topped up"
    "不抵扣" "not deducted"
    "支付" "payment"
    "自" "from"
    "起施行" "in force"
    // readings
    "关于" "concerns"
    "采用" "chosen"
    "另解" "other"
    "改为" "becomes"
    "结果相同" "same result"
    "不计算" "not computed"
    "因" "because"
    "缺" "lacks"
    // cases
    "同上" "ditto"
    "视同已施行" "as if in force"
    "评定日期" "evaluated on"
    "未知" "unknown"
    "共同" "common"
    "应付" "payable"
    "待定" "pending"
    "不予" "none"
    "无效" "invalid"
    "另按" "by"
    "超限核减" "cut back"
    "选" "chosen"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{Grammar, Rule};
    use pest::Parser;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_and_the_grammar_hold_the_same_words() {
        let grammar = include_str!("grammar.pest");
        let rule = grammar.split("keyword = @{").nth(1).unwrap();
        let rule = rule.split("~ edge").next().unwrap();
        let in_grammar: BTreeSet<&str> = rule.split('"').skip(1).step_by(2).collect();
        let in_table: BTreeSet<&str> = keywords().iter().map(|it| it.word).collect();
        assert_eq!(in_grammar, in_table);
        assert_eq!(in_table.len(), keywords().len(), "a word stands twice");
    }

    #[test]
    fn no_word_is_hidden_behind_a_shorter_one() {
        for Keyword { word, .. } in keywords() {
            let read = Grammar::parse(Rule::keyword, word);
            assert_eq!(read.unwrap().as_str(), *word);
            assert!(Grammar::parse(Rule::name, word).is_err(), "{word}");
        }
    }

    #[test]
    fn names_may_begin_with_a_word() {
        for name in ["对外投资", "限额", "可再生能源", "每年度", "目的地", "为民工程"] {
            let read = Grammar::parse(Rule::name, name);
            assert_eq!(read.unwrap().as_str(), name);
        }
    }
}
