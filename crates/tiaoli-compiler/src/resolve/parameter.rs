//! 参数 by date: its periods, in order, with what is wrong reported.

use super::dictionary::{Dictionary, Held};
use super::types;
use tiaoli_eval::date::Date;
use tiaoli_eval::number::rescale;
use tiaoli_eval::program::{FactId, Ty};
use tiaoli_source::{Code, Diagnostic, Problems};
use tiaoli_syntax::ast;

/// Enters the periods of a parameter.
pub(super) fn add(dictionary: &mut Dictionary<'_>, fact: FactId, it: &ast::Parameter, problems: &mut Problems) {
    let Some(ty) = dictionary.facts.get(fact).map(|it| it.ty.clone()) else { return };
    let mut periods: Vec<Held> = Vec::new();
    let mut last: Option<&ast::Period> = None;
    for period in &it.periods {
        let Some(held) = read(period, &ty, problems) else { continue };
        if let (Some(before), Some(written)) = (periods.last(), last)
            && (held.from <= before.from || before.until.is_some_and(|until| held.from <= until))
        {
            problems.push(Diagnostic::new(Code::PERIODS_OUT_OF_ORDER).at(period.span).also(written.span));
        }
        periods.push(held);
        last = Some(period);
    }
    let open = periods.last().is_none_or(|it| it.until.is_none());
    if open && !it.carried {
        let at = last.map_or(it.span, |it| it.span);
        problems.push(Diagnostic::new(Code::PARAMETER_WITHOUT_END).at(at).arg("name", &it.fact.name.text));
    }
    dictionary.parameters.insert(fact, periods);
}

fn read(period: &ast::Period, ty: &Ty, problems: &mut Problems) -> Option<Held> {
    let mut day = |date: ast::Date| {
        let day = Date::new(date.year, date.month, date.day).map(Date::days);
        if day.is_none() {
            problems.push(Diagnostic::new(Code::NO_SUCH_DATE).at(date.span));
        }
        day
    };
    let (from, until) = (day(period.from), period.until.map(&mut day));
    let figure = types::figure(&period.value);
    let Ty::Number { unit, scale } = ty else {
        problems.push(Diagnostic::new(Code::NOT_A_NUMBER).at(period.value.span));
        return None;
    };
    let value = match figure {
        Some(figure) if figure.unit == *unit => rescale(figure.value, figure.scale, *scale),
        Some(figure) => {
            let shown = |unit: &tiaoli_eval::program::Unit| {
                if unit.bases().is_empty() { "％".to_owned() } else { unit.to_string() }
            };
            problems.push(
                Diagnostic::new(Code::UNITS_DIFFER)
                    .at(period.value.span)
                    .arg("left", shown(unit))
                    .arg("right", shown(&figure.unit)),
            );
            return None;
        }
        None => None,
    };
    if value.is_none() {
        problems.push(Diagnostic::new(Code::FIGURE_TOO_FINE).at(period.value.span));
    }
    let (from, until) = (
        from?,
        match until {
            Some(until) => Some(until?),
            None => None,
        },
    );
    if until.is_some_and(|until| until < from) {
        problems.push(Diagnostic::new(Code::PERIODS_OUT_OF_ORDER).at(period.span));
    }
    Some(Held { from, until, value: value? })
}
