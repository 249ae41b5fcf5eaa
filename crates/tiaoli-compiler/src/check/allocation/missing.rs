//! What an allocation leaves open, and what it says in vain.

use super::{Context, Lines};
use tiaoli_source::{Code, Diagnostic, Span, Value};
use tiaoli_syntax::ast::{Allocation, Equals, Sharing};

/// Each legal question that no line answers; each line that answers none. A line that could not be read may be the
/// missing one.
pub(super) fn check(context: &mut Context<'_, '_>, it: &Allocation, lines: &Lines<'_>) {
    if context.resolved.whole {
        questions(context, it, lines);
    }
    idle(context, lines);
    divided_places(context, lines);
    if let Some((Some(quantum), _, _)) = lines.tail
        && super::settlement::quantum_fen(&quantum.text).is_none()
    {
        context.problem(Diagnostic::new(Code::UNKNOWN_QUANTUM).at(quantum.span).arg("name", &quantum.text));
    }
}

fn questions(context: &mut Context<'_, '_>, it: &Allocation, lines: &Lines<'_>) {
    let mut open = |code: Code| {
        let problem = Diagnostic::new(code).at(it.title.span).arg("title", &it.title.text);
        context.problem(problem);
    };
    if !lines.has_money() && !lines.has_places() {
        open(Code::ALLOCATION_WITHOUT_BUDGET);
    }
    if lines.undecided.is_none() {
        open(Code::ALLOCATION_WITHOUT_UNDECIDED);
    }
    if lines.order.is_none() && lines.sharing.is_none() {
        open(Code::ALLOCATION_WITHOUT_ORDER);
    } else if lines.is_queue() {
        let by_draw = lines.sharing.is_some();
        if lines.last.is_none() && lines.has_money() {
            open(Code::ALLOCATION_WITHOUT_LAST);
        }
        if lines.equals.is_none() && !by_draw {
            equals(context, it, lines);
        }
    }
    if lines.divides() && lines.tail.is_none() {
        context.problem(Diagnostic::new(Code::ALLOCATION_WITHOUT_TAIL).at(it.title.span).arg("title", &it.title.text));
    }
    for added in lines.increments.iter().filter(|it| it.top_up.is_none()) {
        if lines.gives_parts() {
            context.problem(Diagnostic::new(Code::INCREMENT_WITHOUT_TOP_UP).at(added.span));
        }
    }
}

fn equals(context: &mut Context<'_, '_>, it: &Allocation, lines: &Lines<'_>) {
    let (words, meanings) = if lines.has_places() {
        (
            "同进、同退、抽签（X）",
            Value::said("都给、都不给、按抽签的先后", "all of them, none of them, in the order of a draw"),
        )
    } else {
        (
            "均分、按比例、同进、同退、抽签（X）",
            Value::said(
                "平分余额、按各自数额的比例、都给足、都不给、按抽签的先后",
                "equal parts, in proportion, all in full, none, in the order of a draw",
            ),
        )
    };
    context.problem(
        Diagnostic::new(Code::ALLOCATION_WITHOUT_EQUALS)
            .at(it.title.span)
            .arg("title", &it.title.text)
            .arg("words", words)
            .arg("meanings", meanings),
    );
}

/// Lines that nothing can depend on.
fn idle(context: &mut Context<'_, '_>, lines: &Lines<'_>) {
    let mut report = |word: &str, span: Span, zh: &str, en: &str| {
        let why = Value::said(zh, en);
        context.problem(Diagnostic::new(Code::ALLOCATION_IDLE_LINE).at(span).arg("word", word).arg("why", why));
    };
    let at_once = "方式 一次分完，没有先后";
    let at_once_en = "everyone is served at once";
    match lines.sharing {
        Some((Sharing::Draw(_), _)) => {
            if let Some((_, span)) = lines.equals {
                report("同序", span, "抽签已分出先后", "the draw decides between everyone");
            }
            if let Some((_, span)) = lines.order {
                report("次序", span, "抽签已分出先后", "the draw decides between everyone");
            }
        }
        Some(_) => {
            if let Some((_, span)) = lines.equals {
                report("同序", span, at_once, at_once_en);
            }
            if let Some((_, span)) = lines.last {
                report("末位", span, at_once, at_once_en);
            }
        }
        None => {}
    }
    if let Some((_, span)) = lines.last
        && lines.is_queue()
        && !lines.has_money()
        && lines.has_places()
    {
        report("末位", span, "只分名额，名额没有零头", "only places are shared, and a place has no part");
    }
    if let Some((_, _, span)) = lines.tail
        && !lines.divides()
        && (lines.sharing.is_some() || lines.equals.is_some())
    {
        report("尾差", span, "没有什么要除，除不尽的也就没有", "nothing is divided, so everything comes out even");
    }
    for added in &lines.increments {
        let said = lines.sharing.is_some() || lines.last.is_some() || !lines.has_money();
        if added.top_up.is_some() && said && !lines.gives_parts() {
            report("先补足、不补足", added.span, "没有谁会只得一部分", "nobody gets a part");
        }
    }
}

/// Places under a word that divides.
fn divided_places(context: &mut Context<'_, '_>, lines: &Lines<'_>) {
    if !lines.has_places() {
        return;
    }
    let by_method = |it: &Sharing| match it {
        Sharing::Equal => Some("均分"),
        Sharing::Prorated => Some("按比例"),
        Sharing::Weighted(_) => Some("按权"),
        Sharing::Draw(_) => None,
    };
    let by_equals = |it: &Equals| match it {
        Equals::Equal => Some("均分"),
        Equals::Prorated => Some("按比例"),
        Equals::AllIn | Equals::AllOut | Equals::Draw(_) => None,
    };
    let method = lines.sharing.and_then(|(it, span)| Some((by_method(it)?, span, "次序 … 或 方式 抽签（X）")));
    let equals = lines.equals.and_then(|(it, span)| Some((by_equals(it)?, span, "同序 同进、同退 或 抽签（X）")));
    for (word, span, words) in [method, equals].into_iter().flatten() {
        context.problem(Diagnostic::new(Code::PLACES_DIVIDED).at(span).arg("word", word).arg("words", words));
    }
}
