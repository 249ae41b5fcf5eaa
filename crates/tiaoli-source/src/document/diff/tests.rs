use super::*;

/// One line a comparison: before, after, and what changed.
#[track_caller]
fn check(before: &str, after: &str, expected: &str) {
    let pieces = diff(before, after);
    assert_eq!(show_diff(&pieces), expected);
    let only = |side: fn(&Piece) -> Option<&str>| pieces.iter().filter_map(side).collect::<String>();
    assert_eq!(
        only(|piece| match piece {
            Piece::Same(words) | Piece::Before(words) => Some(words),
            Piece::After(_) => None,
        }),
        before
    );
    assert_eq!(
        only(|piece| match piece {
            Piece::Same(words) | Piece::After(words) => Some(words),
            Piece::Before(_) => None,
        }),
        after
    );
}

#[test]
fn a_figure_changes_as_a_whole() {
    check("最高不超过700万元。", "最高不超过7000万元。", "最高不超过[-700-]{+7000+}万元。");
    check("投入1,000.50元", "投入1,000.05元", "投入[-1,000.50-]{+1,000.05+}元");
    check("补助30％", "补助３０％", "补助[-30-]{+３０+}％");
    check("1.鼓励", "2.鼓励", "[-1-]{+2+}.鼓励");
}

#[test]
fn words_lost_won_and_replaced() {
    check("给予奖励", "给予奖励", "给予奖励");
    check("", "", "");
    check("", "可给予", "{+可给予+}");
    check("可给予", "", "[-可给予-]");
    check("给予奖励。", "可给予奖励。", "{+可+}给予奖励。");
    check("对企业、高校给予奖励", "对企业给予补助", "对企业[-、高校-]给予[-奖励-]{+补助+}");
    check("国家级", "省级", "[-国家-]{+省+}级");
}

#[test]
fn a_single_character_between_changes_is_not_kept_apart() {
    check("甲的乙", "丙的丁", "[-甲的乙-]{+丙的丁+}");
    check("取得良好成效的企业", "获得优秀成绩的单位", "[-取得良好成效的企业-]{+获得优秀成绩的单位+}");
}

#[test]
fn long_texts_are_bounded() {
    let (a, b) = ("甲乙".repeat(50_000), "乙丙".repeat(50_000));
    assert_eq!(diff(&a, &b).len(), 2);
    let digits = "1".repeat(100_000) + "." + &"2".repeat(100_000);
    assert_eq!(diff(&digits, "2").len(), 2);
}

proptest::proptest! {
    #[test]
    fn both_wordings_can_be_read_off(before in "[的甲乙5 0.,]{0,12}", after in "[的甲乙5 0.,]{0,12}") {
        let pieces = diff(&before, &after);
        let (mut a, mut b) = (String::new(), String::new());
        for piece in &pieces {
            match piece {
                Piece::Same(words) => { a.push_str(words); b.push_str(words); }
                Piece::Before(words) => a.push_str(words),
                Piece::After(words) => b.push_str(words),
            }
        }
        proptest::prop_assert_eq!((a, b), (before, after));
    }
}
