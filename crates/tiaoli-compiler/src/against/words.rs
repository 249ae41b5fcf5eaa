//! Words of a clause that say who decides: 可, 按规定.

/// Words that make 可 a power when they follow it.
const MODAL: [&str; 16] =
    ["以", "按", "给予", "享受", "申请", "获", "予", "由", "在", "再", "同时", "根据", "酌情", "依", "对", "叠加"];

/// Words before 可 or 得 that make another word of it.
const PART_OF_A_WORD: [char; 6] = ['许', '认', '不', '方', '宁', '尚'];

/// Whether a text gives a power: 可按, 可给予, 可以享受.
pub(super) fn gives_power(text: &str) -> bool {
    powers(text).any(|behind| MODAL.iter().any(|modal| behind.starts_with(modal)))
}

/// Whether 可 stands in a text as a word of its own, whatever may be done.
pub(super) fn mentions_power(text: &str) -> bool {
    powers(text).next().is_some()
}

/// What stands behind each 可 that is a word of its own.
fn powers(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('可').filter_map(|(at, word)| {
        let before = text.get(..at).and_then(|before| before.chars().last());
        let behind = text.get(at + word.len()..).unwrap_or_default().trim_start();
        (!before.is_some_and(|c| PART_OF_A_WORD.contains(&c)) && !behind.starts_with(['持', '靠', '行', '视']))
            .then_some(behind)
    })
}

/// Words by which a clause leaves the sum or the conditions to another instrument.
const REFERRALS: [&str; 8] =
    ["按规定", "按有关规定", "有关规定执行", "政策执行", "按照有关", "参照", "另行制定", "一事一议"];

/// The word by which a clause refers elsewhere.
pub(super) fn refers(text: &str) -> Option<&'static str> {
    REFERRALS.into_iter().find(|word| text.contains(word))
}

/// Words of a rule that refer elsewhere or leave something open.
const OPEN: [&str; 6] = ["执行", "一事一议", "数额见", "未定", "按 “", "按“"];

/// Whether a rule leaves something to another instrument.
pub(super) fn leaves_open(rule: &str) -> bool {
    OPEN.iter().any(|word| rule.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{gives_power, mentions_power, refers};

    #[test]
    fn a_power_is_a_word_of_its_own() {
        assert!(gives_power("可按其研发投入给予资助"));
        assert!(gives_power("经备案可给予补助"));
        assert!(!mentions_power("可持续发展"));
        assert!(mentions_power("经备案可纳入支持对象") && !gives_power("经备案可纳入支持对象"));
        assert!(!gives_power("经许可按月给予"));
    }

    #[test]
    fn a_clause_refers_elsewhere() {
        assert_eq!(refers("按规定给予地方配套"), Some("按规定"));
        assert_eq!(refers("给予50万元奖励"), None);
    }
}
