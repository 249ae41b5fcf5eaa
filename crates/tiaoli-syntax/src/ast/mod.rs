//! The syntax tree: what a writer wrote, with the place of each part, before any name is resolved.
//!
//! The sections of the grammar, the files of the builder and the files here carry the same names.
//! Nothing of pest appears in the tree.

mod allocation;
mod award;
mod case;
mod condition;
mod definition;
mod expression;
mod item;
mod literal;
mod payout;
mod procedure;
mod queue;
mod reading;
mod rivalry;
mod settlement;
mod time;
mod vocabulary;

pub use allocation::{
    Allocation, AllocationKind, AllocationLine, BudgetWord, Direction, EachYear, Equals, LastWord, OrderKey,
    RemainderWord, Sharing, UndecidedWord,
};
pub use award::{Award, Grant, GrantKind, Head, HeadSpan, Modifier, ModifierKind, Part, Per, PerKind, Scope};
pub use case::{
    Case, CaseProject, Earlier, Expected, ExpectedKind, Given, GivenKind, GivenRows, Outcome, RowOf, Setting, Value,
    ValueKind,
};
pub use condition::{Band, Bound, BoundWord, Condition, ConditionKind, Element, ElementValue};
pub use definition::{Deeming, Definition, Meaning, MeaningKind};
pub use expression::{Expression, ExpressionKind, First, FoldWord, Operator, Tied, Whose};
pub use item::{Article, Declaration, File, Item, Policy, Right, Sentence, SentenceKind, Target};
pub use literal::{Date, Id, Name, Quantity, Text, Unit};
pub use payout::{Instalment, Instalments, Interest, PartPaid, Promoted, Split};
pub use procedure::{Procedure, Step, StepKind, StepPart};
pub use queue::{Candidate, ExpectedShare, QueueCase, QueueOutcome, ShareKind, ShareWord};
pub use reading::{Choice, ReadingItem, ReadingOption, Replacement};
pub use rivalry::{After, Ceilings, Elsewhere, Exclusive, Fallback, Joint, Manner, Most, Stacking, Unquantified};
pub use settlement::{EarlierRule, Earliest, Settlement, SettlementKind, SettlementSentence, Whole};
pub use time::{
    Calendar, CalendarYear, CountWord, Counted, DaysSpan, Parameter, Period, Quantum, Rounded, Season, Start, Until,
    Validity, Versus, Window, YearSpan, Years,
};
pub use vocabulary::{Attribute, AttributeKind, Entity, Fact, FactKind, Ladder, Member, Type, TypeKind};
