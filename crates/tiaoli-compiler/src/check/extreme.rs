//! The lesser and the greater of several: all of one unit, at most one of them a value for each row of a list.

use super::Context;
use super::expression::{Typed, number, shown};
use tiaoli_eval::program::Ty;
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::Expression;

pub(super) fn several(context: &mut Context<'_, '_>, of: &[Expression]) -> Option<Typed> {
    let typed: Vec<Option<Typed>> = of.iter().map(|it| number(context, it)).collect();
    let mut all = of.iter().zip(typed);
    let mut found = all.next()?.1?;
    for (expression, typed) in all {
        let typed = typed?;
        let (Ty::Number { unit, scale }, Ty::Number { unit: other, scale: places }) = (&found.ty, &typed.ty) else {
            return None;
        };
        if unit != other {
            let problem = Diagnostic::new(Code::UNITS_DIFFER).at(expression.span);
            context.problem(problem.arg("left", shown(unit)).arg("right", shown(other)));
            return None;
        }
        let ty = Ty::Number { unit: unit.clone(), scale: (*scale).max(*places) };
        found = Typed { ty, list: found.list.or(typed.list) };
    }
    Some(found)
}
