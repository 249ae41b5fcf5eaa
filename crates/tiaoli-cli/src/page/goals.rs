//! Coverage on the page: a summary on top, and beside each clause the goals that come from it, met or unmet.

use super::html::escape;
use super::put;
use std::collections::BTreeMap;
use tiaoli::cover::{Coverage, Goal, What};
use tiaoli::program::NodeId;
use tiaoli::{Compiled, Lang};

/// Coverage with the texts that its goals are about.
pub(crate) struct Goals<'a> {
    compiled: &'a Compiled,
    coverage: &'a Coverage,
    /// The goals of each clause, in the order of the rules.
    beside: BTreeMap<&'a str, Vec<&'a Goal>>,
}

impl<'a> Goals<'a> {
    pub(crate) fn new(compiled: &'a Compiled, coverage: &'a Coverage) -> Self {
        let mut beside: BTreeMap<&str, Vec<&Goal>> = BTreeMap::new();
        for goal in coverage.goals.iter().filter(|goal| !is_reading(goal)) {
            beside.entry(&goal.clause).or_default().push(goal);
        }
        Self { compiled, coverage, beside }
    }

    /// How much is met, in all and rule by rule, and the readings.
    pub(super) fn summary(&self, page: &mut String) {
        let (shown, all) = self.coverage.count();
        put(
            page,
            format_args!(
                "<section class=\"summary\" id=\"coverage\" aria-label=\"覆盖\">\n<h2>算例显示了 {shown}/{all}（{}）</h2>\n{}\n\
                 <table>\n<tr><th scope=\"col\">规则</th><th scope=\"col\">显示</th><th scope=\"col\">未显示</th></tr>\n",
                self.coverage.percent("％"),
                meter(shown, all),
            ),
        );
        let mut readings = String::new();
        for (rule, goals) in self.coverage.by_rule() {
            if let Some(goal) = goals.first().filter(|goal| is_reading(goal)) {
                let question = rule.split(' ').next().unwrap_or_default();
                let label = format!("<a href=\"#r{0}\">{rule}</a>", escape(question));
                put(&mut readings, format_args!("<li>{}</li>\n", chip(goal, &label)));
                continue;
            }
            let met = goals.iter().filter(|goal| goal.hits > 0).count();
            let clause = goals.first().map(|goal| goal.clause.as_str()).unwrap_or_default();
            let class = if met == goals.len() { "met" } else { "unmet" };
            let left = goals.len().saturating_sub(met);
            put(
                page,
                format_args!(
                    "<tr class=\"{class}\"><th scope=\"row\"><a href=\"#c{clause}\">{rule}</a></th><td>{met}/{} {}</td><td>{}</td></tr>\n",
                    goals.len(),
                    meter(met, goals.len()),
                    if left == 0 { String::new() } else { left.to_string() },
                ),
            );
        }
        page.push_str("</table>\n");
        if !readings.is_empty() {
            put(page, format_args!("<p>另一读法：</p>\n<ul class=\"goals\">\n{readings}</ul>\n"));
        }
        page.push_str("</section>\n");
    }

    /// The goals that come from a clause.
    pub(super) fn beside(&self, page: &mut String, clause: &str) {
        let Some(goals) = self.beside.get(clause) else { return };
        for of_rule in goals.chunk_by(|a, b| a.rule == b.rule) {
            let rule = of_rule.first().map(|goal| goal.rule.as_str()).unwrap_or_default();
            put(page, format_args!("<ul class=\"goals\" aria-label=\"规则 {rule}\">\n"));
            for same in of_rule.chunk_by(|a, b| about(a).is_some() && about(a) == about(b)) {
                let words = same.first().and_then(|goal| goal.words);
                let words = words.and_then(|span| self.compiled.sources.slice(span)).unwrap_or_default();
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                let chips: Vec<String> = same.iter().map(|goal| chip(goal, &label(goal))).collect();
                put(page, format_args!("<li>{} {}</li>\n", escape(&words), chips.join(" ")));
            }
            page.push_str("</ul>\n");
        }
    }
}

/// The node that a goal is about, for goals that are told of together.
fn about(goal: &Goal) -> Option<NodeId> {
    match goal.what {
        What::Condition(_, node, _) => Some(node),
        _ => None,
    }
}

fn is_reading(goal: &Goal) -> bool {
    matches!(goal.what, What::Reading(_))
}

fn label(goal: &Goal) -> String {
    escape(goal.what.words().in_lang(Lang::Zh))
}

/// Met or unmet, by a mark and a word and not by colour alone.
fn chip(goal: &Goal, label: &str) -> String {
    match goal.hits {
        0 => format!("<span class=\"goal unmet\">✗ {label}</span>"),
        hits => format!("<span class=\"goal met\" title=\"{hits} 个算例\">✓ {label}</span>"),
    }
}

fn meter(shown: usize, all: usize) -> String {
    format!("<meter min=\"0\" max=\"{all}\" value=\"{shown}\">{shown}/{all}</meter>")
}
