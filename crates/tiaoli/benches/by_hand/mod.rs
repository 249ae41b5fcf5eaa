//! Seven articles as a Rust programmer would write them for one project with every fact known, in whole fen.

/// A project, every fact known. Money in fen, shares in percent.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) leading: bool,
    pub(crate) located: bool,
    pub(crate) new: bool,
    pub(crate) platform: u8,
    pub(crate) level: u8,
    pub(crate) invested: i64,
    pub(crate) base: i64,
    pub(crate) good: bool,
    pub(crate) listed: u8,
    pub(crate) registered: u8,
    pub(crate) leased: u8,
    pub(crate) filed: bool,
    pub(crate) contract: i64,
    pub(crate) standard: u8,
    pub(crate) rank: u8,
    pub(crate) influential: bool,
    pub(crate) spent: i64,
}

pub(crate) const LEVELS: [&str; 5] = ["none", "district", "municipal", "provincial", "national"];
pub(crate) const PLATFORMS: [&str; 8] = [
    "key_laboratory",
    "engineering_technology_research_center",
    "enterprise_research_institute",
    "key_enterprise_research_institute",
    "rd_center",
    "engineering_research_center",
    "enterprise_technology_center",
    "other",
];
pub(crate) const STANDARDS: [&str; 5] = ["international", "national", "industry", "local", "group"];

/// 10,000 yuan in fen.
const WAN: i64 = 1_000_000;

impl Row {
    /// A row of its own for each seed, the same everywhere.
    pub(crate) fn random(seed: u64) -> Self {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
        let mut next = |below: u64| {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            (z ^ (z >> 31)) % below
        };
        let money = |next: &mut dyn FnMut(u64) -> u64| match next(4) {
            0 => 500 * WAN,
            1 => 500 * WAN - 1,
            _ => i64::try_from(next(4_000_000_000)).expect("a sum"),
        };
        let invested = money(&mut next);
        let base = invested.min(money(&mut next));
        let small = |n: u64| u8::try_from(n).expect("a small number");
        Self {
            leading: next(2) == 0,
            located: next(4) > 0,
            new: next(4) > 0,
            platform: small(next(8)),
            level: small(next(5)),
            invested,
            base,
            good: next(3) > 0,
            listed: small(next(5)),
            registered: small([29, 30, 31, 49, 50, 51, 80][usize::try_from(next(7)).expect("small")]),
            leased: small([29, 30, 31, 49, 50, 51, 80][usize::try_from(next(7)).expect("small")]),
            filed: next(2) == 0,
            contract: money(&mut next),
            standard: small(next(5)),
            rank: small(1 + next(5)),
            influential: next(2) == 0,
            spent: money(&mut next),
        }
    }
}

/// The most that is payable for the project, cut to the fen: the highest award, each ceiling counted whole.
pub(crate) fn maximum(row: &Row) -> i64 {
    let title = if row.located && row.new {
        match (row.platform, row.level) {
            (0 | 1, 4) => 1_000 * WAN,
            (0 | 1, 3) => 200 * WAN,
            (2, 3) => 50 * WAN,
            (4..=6, 4) => 100 * WAN,
            (4..=6, 3) => 50 * WAN,
            (4..=6, 2) => 20 * WAN,
            _ => 0,
        }
    } else {
        0
    };
    let platform = if row.invested >= 500 * WAN && row.good { (row.base * 3 / 10).min(500 * WAN) } else { 0 };
    let scene = match row.listed {
        4 => 100 * WAN,
        3 => 80 * WAN,
        2 => 50 * WAN,
        _ => 0,
    };
    let carrier = match row.registered.min(row.leased) {
        50.. if row.located => 200 * WAN,
        30.. if row.located => 100 * WAN,
        _ => 0,
    };
    let voucher = if row.leading && row.filed { (row.contract * 3 / 10).min(50 * WAN) } else { 0 };
    let standard = match (row.standard, row.rank) {
        (1, ..=3) => 20 * WAN,
        (2, ..=2) => 10 * WAN,
        _ => 0,
    };
    let meeting = if row.leading && row.influential { (row.spent / 2).min(100 * WAN) } else { 0 };
    [title, platform, scene, carrier, voucher, standard, meeting].into_iter().max().unwrap_or(0)
}
