//! Every problem has its place in `docs/problems.md`, in both languages.

use std::fmt::Write;
use tiaoli::{Code, Lang, Severity};
use tiaoli_tests::policy::root;

fn page() -> String {
    let mut page = String::from(
        "# Problems\n\nEvery problem that the tools report, by its stable code. `{…}` stands for words of the text at hand.\n\
         This page is made from the catalogue; `TIAOLI_BLESS=1 cargo test -p tiaoli-tests --test problems` writes it.\n",
    );
    for code in Code::all() {
        let severity = match code.severity() {
            Severity::Error => "error, 错误",
            Severity::Warning => "warning, 警告",
            Severity::Advice => "advice, 提示",
        };
        write!(page, "\n## {} {}\n\n{severity}\n", code.id(), code.name()).unwrap();
        for lang in [Lang::Zh, Lang::En] {
            let (message, help) = code.template(lang);
            writeln!(page, "\n- {message}").unwrap();
            if let Some(why) = code.why(lang) {
                writeln!(page, "  · {why}").unwrap();
            }
            if let Some(help) = help {
                writeln!(page, "  → {help}").unwrap();
            }
        }
    }
    page
}

#[test]
fn the_page_of_problems_is_the_catalogue() {
    let path = root().join("docs/problems.md");
    let page = page();
    if std::env::vars().any(|(name, _)| name == "TIAOLI_BLESS") {
        std::fs::write(&path, &page).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap() == page,
        "docs/problems.md is not what the catalogue says; see its head"
    );
}
