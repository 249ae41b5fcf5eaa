//! 其他 at the end of a list in step with figures: whatever the list does not name.

use super::Resolved;
use tiaoli_eval::program::{EnumId, FactKind, MemberSet, Ty};
use tiaoli_syntax::ast::{Element, ElementValue, Name};

/// Whether a member of a list stands for all that the list does not name: 其余, or 其他 where the fact has no value of that name.
pub(crate) fn names_the_rest(resolved: &Resolved<'_>, fact: &Name, element: &Element) -> bool {
    let [ElementValue::Name(word)] = element.values.as_slice() else { return false };
    let Some(of) = enumeration(resolved, fact) else { return false };
    element.side.is_none()
        && matches!(word.text.as_str(), "其他" | "其余")
        && resolved.dictionary.member(of, &word.text).is_none()
}

/// Every member, and the finding that it is none of them, but those that the other elements of the list name.
pub(crate) fn rest_of(resolved: &Resolved<'_>, fact: &Name, elements: &[Element]) -> MemberSet {
    let Some(of) = enumeration(resolved, fact) else { return MemberSet(0) };
    let named = |value: &ElementValue| match value {
        ElementValue::Name(name) => resolved.dictionary.member(of, &name.text).map(MemberSet::one),
        ElementValue::Quantity(_) => None,
    };
    let listed = elements
        .iter()
        .filter(|element| element.side.is_none())
        .flat_map(|element| &element.values)
        .filter_map(named)
        .fold(MemberSet(0), MemberSet::union);
    MemberSet(!listed.0)
}

fn enumeration(resolved: &Resolved<'_>, fact: &Name) -> Option<EnumId> {
    match resolved.dictionary.facts.get(resolved.dictionary.one(fact)?)?.ty {
        Ty::Member(of) => Some(of),
        Ty::Truth | Ty::Number { .. } | Ty::Date | Ty::Key => None,
    }
}

/// Whether a list names every value that the fact can have, without a condition of its own on any.
pub(crate) fn names_all(resolved: &Resolved<'_>, fact: &Name, elements: &[Element]) -> bool {
    if elements.last().is_some_and(|last| names_the_rest(resolved, fact, last)) {
        return elements.iter().all(|element| element.side.is_none());
    }
    let Some(of) = enumeration(resolved, fact).and_then(|of| resolved.dictionary.enums.get(of)) else { return false };
    let found = resolved.dictionary.one(fact).and_then(|fact| resolved.dictionary.facts.get(fact));
    // A finding may be that it is none of them.
    let hidden = found.is_none_or(|it| it.kind == FactKind::Found && !of.ordered);
    !hidden && rest_of(resolved, fact, elements).intersection(MemberSet::first(of.members.len())).is_empty()
}
