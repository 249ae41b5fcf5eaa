//! Budgets and quotas, and their cases.

use super::case::{givens, readings};
use super::condition::condition;
use super::literal::{date, ids, quantity};
use super::names::Names;
use super::words;
use crate::ast::{
    Allocation, AllocationKind, BudgetWord, Candidate, Direction, EachYear, Equals, ExpectedShare, LastWord, OrderKey,
    QueueCase, QueueOutcome, RemainderWord, ShareKind, ShareWord, Sharing, UndecidedWord,
};

pub(super) fn allocation(names: &Names, it: &Allocation) -> String {
    let per = it.per.as_ref().map(|per| format!(", for each {}", names.name(per))).unwrap_or_default();
    let mut said = format!("Allocation {} “{}”{per}\n", ids(&it.ids), it.title.text);
    for line in &it.lines {
        said.push_str(&format!("  {}\n", kind(names, &line.kind)));
    }
    said
}

fn kind(names: &Names, it: &AllocationKind) -> String {
    match it {
        AllocationKind::Budget { word, year, amount } => {
            let year = year.as_ref().map(|it| each_year(names, it)).unwrap_or_default();
            format!("There is {}{year}.", what(*word, &quantity(amount)))
        }
        AllocationKind::Part { condition: of, word, amount, .. } => {
            format!("Of it, where {}, at most {}.", condition(names, of), what(*word, &quantity(amount)))
        }
        AllocationKind::OnlyFor(of) => format!("It pays the awards of {}.", ids(of)),
        AllocationKind::Order(keys) => {
            format!("One after another, {}.", keys.iter().map(|it| key(names, it)).collect::<Vec<_>>().join(", then "))
        }
        AllocationKind::Method(it) => format!("{}.", super::sentence(&sharing(names, it))),
        AllocationKind::Equals(it) => {
            format!("Of those who stand equal where there is not enough, {}.", equals(names, it))
        }
        AllocationKind::Last(it) => format!("The one for whom what is left is not enough gets {}.", last(*it)),
        AllocationKind::Tail { quantum, rule } => {
            let quantum =
                quantum.as_ref().map(|it| format!("A cut share is a whole number of {}; ", words::money(&it.text)));
            let lead = quantum.unwrap_or_else(|| "A cut share is whole fen; ".to_owned());
            format!("{lead}what is left over {}.", remainder(*rule))
        }
        AllocationKind::Undecided(UndecidedWord::Reserve) => {
            "For one who is not decided, the most that he can get is set aside.".to_owned()
        }
        AllocationKind::Undecided(UndecidedWord::Skip) => {
            "One who is not decided is passed over, and comes back behind those served.".to_owned()
        }
        AllocationKind::Increment { date: from, amount, top_up } => {
            let top_up = match top_up {
                None => "",
                Some(true) => ", which first completes what was given in part",
                Some(false) => ", which does not complete what was given in part",
            };
            format!("From {} there is {} more{top_up}.", date(from), quantity(amount))
        }
    }
}

fn what(word: BudgetWord, amount: &str) -> String {
    match word {
        BudgetWord::Money => amount.to_owned(),
        BudgetWord::Places => format!("room for {amount}"),
    }
}

fn each_year(names: &Names, it: &EachYear) -> String {
    let by = it.by.as_ref().map(|by| format!(", by {}", names.name(by))).unwrap_or_default();
    format!(" in each year{by}")
}

fn key(names: &Names, it: &OrderKey) -> String {
    let name = names.name(&it.name);
    match it.direction {
        Direction::FirstCome => format!("first come first served by {name}"),
        Direction::Best => format!("the best {name} first"),
        Direction::Earliest => format!("the earliest {name} first"),
        Direction::Latest => format!("the latest {name} first"),
        Direction::Highest => format!("the highest {name} first"),
        Direction::Lowest => format!("the lowest {name} first"),
        Direction::Holding => format!("those with {name} first"),
    }
}

fn sharing(names: &Names, it: &Sharing) -> String {
    match it {
        Sharing::Equal => "all at once, in equal parts up to each one's sum".to_owned(),
        Sharing::Prorated => "all at once, in proportion to each one's sum".to_owned(),
        Sharing::Weighted(by) => format!("all at once, in proportion to {} up to each one's sum", names.name(by)),
        Sharing::Draw(by) => format!("in the order of the draw ({})", names.name(by)),
    }
}

fn equals(names: &Names, it: &Equals) -> String {
    match it {
        Equals::Equal => "each gets an equal part".to_owned(),
        Equals::Prorated => "each gets a part in proportion to his sum".to_owned(),
        Equals::AllIn => "all get all of it".to_owned(),
        Equals::AllOut => "none gets anything".to_owned(),
        Equals::Draw(by) => format!("the draw ({}) decides", names.name(by)),
    }
}

fn last(it: LastWord) -> &'static str {
    match it {
        LastWord::Rest => "what is left",
        LastWord::Nothing => "nothing, and the queue ends",
        LastWord::Skip => "nothing, and smaller sums behind may still fit",
        LastWord::Full => "all of it, and the queue ends",
    }
}

fn remainder(it: RemainderWord) -> &'static str {
    match it {
        RemainderWord::Greatest => "goes to the greatest fractions",
        RemainderWord::First => "goes to the first",
        RemainderWord::Last => "goes to the last",
        RemainderWord::Kept => "is kept",
    }
}

pub(super) fn queue_case(names: &Names, it: &QueueCase) -> String {
    let mut said = format!("Case of the allocation {} “{}”\n", ids(&it.ids), it.title.text);
    if !it.givens.is_empty() {
        said.push_str(&format!("  for all: {}.\n", givens(names, &it.givens)));
    }
    said.extend(it.candidates.iter().map(|it| candidate(names, it)));
    let outcomes: Vec<String> = it.outcomes.iter().map(outcome).collect();
    said + &format!("  ⇒ {}.\n", outcomes.join("; "))
}

fn candidate(names: &Names, it: &Candidate) -> String {
    let project = &it.project;
    let asked = if project.ids.is_empty() { String::new() } else { format!(" ({})", ids(&project.ids)) };
    let name = project.name.as_ref().map_or("", |it| it.text.as_str());
    let before = it.allotted.as_ref().map(|(sum, day)| format!("given {} on {}, ", quantity(sum), date(day)));
    format!("  “{name}”{asked}: {}{}.\n", before.unwrap_or_default(), givens(names, &project.givens))
}

fn outcome(it: &QueueOutcome) -> String {
    let expected: Vec<String> = it.expected.iter().map(share).collect();
    readings(&it.readings, expected.join(", "))
}

fn share(it: &ExpectedShare) -> String {
    let whose = it.name.as_ref().map(|it| format!("“{}” ", it.text)).unwrap_or_default();
    let said = match &it.kind {
        ShareKind::Given(sum) => quantity(sum),
        ShareKind::Refused => "nothing".to_owned(),
        ShareKind::Reserved(sum) => format!("{} set aside", quantity(sum)),
        ShareKind::Pending => "not settled".to_owned(),
        ShareKind::Needs(sum) => format!("would need {} in all", quantity(sum)),
        ShareKind::LeftOver(sum) => format!("{} left", quantity(sum)),
        ShareKind::Overdrawn(sum) => format!("{} overdrawn", quantity(sum)),
    };
    let because = it.because.map(|(it, _)| format!(" (because of: {})", word(it))).unwrap_or_default();
    format!("{whose}{said}{because}")
}

fn word(it: ShareWord) -> &'static str {
    match it {
        ShareWord::Last => "the last one",
        ShareWord::Tied => "equals",
        ShareWord::Drawn => "the draw",
        ShareWord::UsedUp => "used up",
        ShareWord::Shared => "all are cut",
        ShareWord::Undecided => "not decided",
        ShareWord::Undrawn => "a draw is yet to be held",
        ShareWord::Waiting => "it depends on one before",
        ShareWord::Earlier => "given before",
    }
}
