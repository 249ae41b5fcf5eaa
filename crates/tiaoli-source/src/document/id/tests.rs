use super::*;

#[test]
fn a_unit_alone_is_no_clause() {
    for good in ["0.0", "0.1", "0.12", "1.0", "3.1.a", "2.2.10.0", "1.2.3.4.zz", "5.a"] {
        assert_eq!(ClauseId::parse(good).map(|id| id.to_string()), Some(good.to_owned()));
    }
    for bad in
        ["", "3", "3.1", "a", ".a", "3..a", "3.1.A", "03.1.a", "3.1.a ", "3.00", "0.a", "0.01", "3.1.１", "0.1.a"]
    {
        assert_eq!(ClauseId::parse(bad), None, "{bad:?}");
    }
}

#[test]
fn ids_are_ordered_as_in_a_document() {
    let ids = [
        "0.0", "0.1", "0.2", "0.10", "2.0", "2.a", "2.1.0", "2.1.a", "2.1.z", "2.1.aa", "2.1.1.0", "2.2.0", "2.10.0",
        "5.a",
    ];
    let mut sorted: Vec<ClauseId> = ids.iter().rev().filter_map(|id| ClauseId::parse(id)).collect();
    sorted.sort();
    assert_eq!(sorted.iter().map(ClauseId::as_str).collect::<Vec<_>>(), ids);
}

#[test]
fn letters_go_on_after_z() {
    assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
}

#[test]
fn a_clause_is_under_itself_and_its_units() {
    let id = ClauseId::parse("2.1.1.a").expect("an id");
    assert_eq!(id.unit(), "2.1.1");
    assert!(["2", "2.1", "2.1.1", "2.1.1.a"].iter().all(|path| id.is_under(path)));
    assert!(!["2.1.1.a.b", "2.10", "1", "2.1."].iter().any(|path| id.is_under(path)));
}
