//! Several packages: companions, editions.

use crate::common::{shown, tiaoli_at};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Packages of the repository's examples.
const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");

/// A copy of a folder of examples, to be spoiled.
struct Copies {
    _folder: TempDir,
    path: PathBuf,
}

impl Copies {
    fn of(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p");
        copy(&Path::new(EXAMPLES).join(name), &path);
        Self { _folder: folder, path }
    }

    fn edit(self, file: &str, change: impl FnOnce(String) -> String) -> Self {
        let path = self.path.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, change(text)).unwrap();
        self
    }

    /// What a verb prints, `@` standing for the folder.
    fn said(&self, words: &[&str]) -> String {
        let path = self.path.to_str().unwrap();
        let words: Vec<String> = words.iter().map(|word| word.replace('@', path)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = tiaoli_at(1000, &words, b"");
        shown(&words.join(" "), &ran).replace(path, "@")
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}

#[test]
fn companions_are_found_or_named() {
    let several = || Copies::of("several");
    let manifest = "digital/tiaoli.toml";
    let with = "with = [\"../plan-5050\", \"../housing\"]";
    let alone = || several().edit(manifest, |text| text.replace(with, ""));
    let mut text = several().said(&["check", "@/digital", "--lang", "zh"]);
    text += &several().said(&["check", "@/digital", "--with", "@/housing", "--with", "@/digital", "--lang", "en"]);
    text += &alone().said(&["check", "@/housing", "--with", "@/plan-5050", "--lang", "zh"]);
    text += &several().edit(manifest, |text| text.replace("../housing", "../hosing")).said(&[
        "check",
        "@/digital",
        "--lang",
        "zh",
    ]);
    text += &several().edit(manifest, |text| text.replace("../housing", "/etc")).said(&[
        "check",
        "@/digital",
        "--lang",
        "zh",
    ]);
    text += &several().edit(manifest, |text| text.replace(with, "with = \"../housing\"")).said(&[
        "check",
        "@/digital",
        "--lang",
        "en",
    ]);
    let rules = "plan-5050/规则.tiaoli";
    text += &several().edit(rules, |text| text.replace("评审等次 review_grade", "评审 review_grade")).said(&[
        "check",
        "@/digital",
        "--lang",
        "zh",
    ]);
    text += &several().edit(rules, |text| text.replace("5050计划", "5051计划")).said(&[
        "check",
        "@/digital",
        "--lang",
        "zh",
    ]);
    insta::assert_snapshot!("companions", text);
}

#[test]
fn a_decision_says_whose_a_claim_is() {
    let several = Copies::of("several");
    let path = several.path.join("a.yaml");
    let text = "as_of: 2024-06-30\nprojects:\n  - project_id: 甲\n    claims: [\"1.1\", \"1.2\", \"5050计划 1.1\"]\n    facts: {digital: true, led_by_talent: true, research: \"100\", review_grade: c}\n";
    std::fs::write(path, text).unwrap();
    let mut said = several.said(&["eval", "@/digital", "@/a.yaml", "--lang", "zh"]);
    said += &several.said(&["eval", "@/digital", "@/a.yaml", "--format", "json"]);
    said += &several.said(&["explain", "@/digital", "@/a.yaml", "1.1", "--lang", "zh"]);
    let digest = |text: &str| {
        text.lines().map(|line| if line.contains("sha256:") { "…" } else { line }.to_owned() + "\n").collect::<String>()
    };
    insta::assert_snapshot!("companions_decided", digest(&said));
}

#[test]
fn an_edition_is_chosen_by_its_date() {
    let voucher = || Copies::of("editions/voucher");
    let eval = |copies: &Copies, date: &str, lang: &str| {
        copies.said(&["eval", "@", "@/application.yaml", "--as-of", date, "--lang", lang])
    };
    let mut text = voucher().said(&["check", "@", "--lang", "zh"]);
    text += &voucher().said(&["test", "@", "--lang", "en"]);
    for date in ["2020-12-31", "2022-12-31", "2023-01-01"] {
        text += &eval(&voucher(), date, "zh");
    }
    let ends = || voucher().edit("2025/tiaoli.toml", |text| text + "valid_until = \"2026-12-31\"\n");
    text += &eval(&ends(), "2027-01-01", "en");
    text += &ends().said(&["eval", "@", "@/application.yaml", "--as-of", "2027-01-01", "--format", "json"]);
    text += &voucher().said(&["schema", "@", "--lang", "zh"]);
    insta::assert_snapshot!("editions", text);
}

#[test]
fn days_with_no_edition_or_two_are_named() {
    let voucher = || Copies::of("editions/voucher");
    let change = |file: &str, from: &str, to: &str| voucher().edit(file, |text| text.replace(from, to));
    let wrong = [
        change("2021/tiaoli.toml", "2022-12-31", "2022-06-30"),
        change("2021/tiaoli.toml", "2022-12-31", "2023-01-31"),
        change("2021/tiaoli.toml", "valid_until = \"2022-12-31\"", ""),
        change("2023/tiaoli.toml", "valid_from = \"2023-01-01\"", ""),
        change("2023/tiaoli.toml", "edition = \"2023\"", "edition = \"2021\""),
        change("2023/tiaoli.toml", "name = \"voucher\"", "name = \"other\""),
        change("2023/tiaoli.toml", "2024-12-31", "2022-12-31"),
        change("2023/tiaoli.toml", "2024-12-31", "2024年底"),
    ];
    let mut text = String::new();
    for copies in &wrong {
        text += &copies.said(&["eval", "@", "@/application.yaml", "--lang", "zh"]);
        text += &copies.said(&["eval", "@", "@/application.yaml", "--lang", "en"]);
    }
    insta::assert_snapshot!("editions_wrong", text);
}
