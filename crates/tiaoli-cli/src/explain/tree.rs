//! Steps one below the other, down to the facts.

use super::formula::{Steps, mark, worth_a_line};
use crate::render::wrap::hang;
use tiaoli::claim::{Cell, Truth};
use tiaoli::program::Op;
use tiaoli::trace::Step;

/// The deepest that is drawn; what is deeper stands by its value.
const DEEPEST: usize = 24;

/// Draws a step and everything below it.
pub(super) fn tree<'a>(steps: &Steps<'a>, step: &'a Step, depth: usize, width: usize, text: &mut String) {
    let step = steps.seen(step);
    let lead = format!("{}{} ", "  ".repeat(depth.saturating_add(1)), mark(step.value));
    text.push_str(&hang(&lead, &line(steps, step), width));
    if depth >= DEEPEST {
        return;
    }
    match step.op {
        Op::Choose => cases(steps, step, depth, width, text),
        Op::Not => {
            // What is denied stands in the line; its facts follow.
            for arg in steps.args(step) {
                below(steps, steps.seen(arg), depth, width, text);
            }
        }
        _ => below(steps, step, depth, width, text),
    }
}

fn below<'a>(steps: &Steps<'a>, step: &'a Step, depth: usize, width: usize, text: &mut String) {
    for arg in steps.args(step) {
        if worth_a_line(steps.seen(arg)) {
            tree(steps, arg, depth.saturating_add(1), width, text);
        }
    }
}

/// Facts as they were given, truths by what they say, numbers with how they came about.
fn line<'a>(steps: &Steps<'a>, step: &'a Step) -> String {
    if let Some(leaf) = steps.leaf(step) {
        return leaf;
    }
    match step.value {
        Cell::Truth(_) => steps.formula(step),
        _ if matches!(step.op, Op::Const(_)) => steps.value(step),
        _ => format!("{} ＝ {}", steps.value(step), steps.formula(step)),
    }
}

/// The cases of a choice up to the one that applies.
fn cases<'a>(steps: &Steps<'a>, step: &'a Step, depth: usize, width: usize, text: &mut String) {
    let inner = depth.saturating_add(1);
    let arms = steps.words.program.nodes.get(step.node).map_or(0, |node| node.args.len() / 2);
    let mut args = steps.args(step);
    for _ in 0..arms {
        let Some(guard) = args.next() else { return };
        tree(steps, guard, inner, width, text);
        if guard.value == Cell::Truth(Truth::False) {
            continue;
        }
        if let Some(value) = args.next() {
            arm(steps, value, steps.words.say("则 ", "then "), inner, width, text);
        }
        if guard.value == Cell::Truth(Truth::True) {
            return;
        }
    }
    if let Some(value) = args.next() {
        arm(steps, value, steps.words.say("否则 ", "otherwise "), inner, width, text);
    }
}

fn arm<'a>(steps: &Steps<'a>, value: &'a Step, word: &str, depth: usize, width: usize, text: &mut String) {
    let value = steps.seen(value);
    let lead = format!("{}{word}", "  ".repeat(depth.saturating_add(1)));
    text.push_str(&hang(&lead, &line(steps, value), width));
    below(steps, value, depth.saturating_add(1), width, text);
}
