//! The earlier payments as lists that a rule can read: of the applicant, of a project, of a row that is somebody.
//!
//! They come last among levels, facts and enumerations, so that a policy that does not read them is left without.

use super::dictionary::Dictionary;
use tiaoli_eval::program::{
    Absence, Enumeration, Fact, FactKind, Level, LevelId, ListBound, Name, PaymentField, Place, Ty, Unit, Written,
};
use tiaoli_eval::table::Id;
use tiaoli_source::Span;

/// The list of payments of a level's rows, and the facts of a payment.
#[derive(Clone, Copy, Debug)]
pub struct History {
    /// The level whose rows have payments.
    pub of: LevelId,
    /// The level of the payments.
    pub level: LevelId,
    /// The list as a whole: what a refusal names.
    pub list: tiaoli_eval::program::FactId,
    /// Under which clause.
    pub clause: tiaoli_eval::program::FactId,
    /// How much.
    pub amount: tiaoli_eval::program::FactId,
    /// In which year.
    pub year: tiaoli_eval::program::FactId,
}

/// Adds the lists of payments for these award clauses.
pub(super) fn add(dictionary: &mut Dictionary<'_>, clauses: &[String]) {
    let somebody = |level: &Level| match level.place {
        Place::Applicant | Place::Project => true,
        Place::List(_) => level.same_by.is_some(),
        Place::Application | Place::Values(_) => false,
    };
    let of: Vec<LevelId> = dictionary.levels.iter().filter(|(_, level)| somebody(level)).map(|(id, _)| id).collect();
    let named = |zh: &str, alias: &str| Name { zh: zh.to_owned(), alias: alias.to_owned(), ..Name::default() };
    let members = clauses.iter().map(String::as_str).chain(["other"]).map(|id| named(id, id)).take(127).collect();
    let clause_of =
        dictionary.enums.push(Enumeration { name: named("拨付条款", "clause"), ordered: false, members });
    for of in of {
        let list_name = match dictionary.levels.get(of).map(|it| it.place) {
            Some(Place::Project) => "本项目历次拨付",
            Some(Place::List(_)) => "本人历次拨付",
            _ => "历次拨付",
        };
        let level = LevelId::from_index(dictionary.levels.len());
        let mut fact = |name: Name, field: PaymentField, ty: Ty, least: Option<i128>| {
            dictionary.places.push(Span::default());
            dictionary.facts.push(Fact {
                name,
                level,
                kind: FactKind::Recorded,
                ty,
                least,
                greatest: None,
                list: (field == PaymentField::Rows).then_some(ListBound { most: None }),
                absence: Absence::Unknown,
                written: Written::Payment(field),
            })
        };
        let list = fact(named(list_name, "prior_awards"), PaymentField::Rows, Ty::Truth, None);
        let clause = fact(named("拨付条款", "clause"), PaymentField::Clause, Ty::Member(clause_of), None);
        let yuan = Ty::Number { unit: Unit::yuan(), scale: 2 };
        let amount = fact(named("拨付金额", "amount"), PaymentField::Amount, yuan, Some(0));
        let years = Ty::Number { unit: Unit::base("年"), scale: 0 };
        let year = fact(named("拨付年度", "year"), PaymentField::Year, years, Some(1));
        let name = named(list_name, "prior_awards");
        dictionary.levels.push(Level { name, parent: Some(of), place: Place::List(list), unit: None, same_by: None });
        dictionary.history.push(History { of, level, list, clause, amount, year });
    }
}
