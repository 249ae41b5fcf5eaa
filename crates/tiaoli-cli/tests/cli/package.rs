//! Packages that are made, changed and broken.

use crate::common::{PARK, Ran, shown, tiaoli, tiaoli_at};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tiaoli_cli::Exit;

/// A copy of the package of the tests, to be spoiled.
pub(crate) struct Copy {
    _folder: TempDir,
    pub(crate) path: PathBuf,
}

impl Copy {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("park");
        std::fs::create_dir(&path).unwrap();
        for entry in std::fs::read_dir(PARK).unwrap() {
            let from = entry.unwrap().path();
            std::fs::copy(&from, path.join(from.file_name().unwrap())).unwrap();
        }
        Self { _folder: folder, path }
    }

    pub(crate) fn edit(self, file: &str, change: impl FnOnce(String) -> String) -> Self {
        let path = self.path.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, change(text)).unwrap();
        self
    }

    fn remove(self, file: &str) -> Self {
        std::fs::remove_file(self.path.join(file)).unwrap();
        self
    }

    /// Runs a verb on it.
    pub(crate) fn run(&self, verb: &str, more: &[&str]) -> Ran {
        let path = self.path.to_str().unwrap();
        let arguments: Vec<&str> = [verb, path].into_iter().chain(more.iter().copied()).collect();
        // So wide that nothing is folded: the length of the folder's name is not the same everywhere.
        tiaoli_at(1000, &arguments, b"")
    }

    /// A picture of `check` and of other verbs in both languages; the place of the copy does not show.
    fn picture(&self, name: &str, verb: &str, more: &[&str]) {
        let mut text = String::new();
        for lang in ["zh", "en"] {
            let ran = self.run(verb, &[more, &["--lang", lang]].concat());
            text.push_str(&shown(&format!("{verb} park {} --lang {lang}", more.join(" ")).replace("  ", " "), &ran));
        }
        insta::assert_snapshot!(name, plain(&text, &self.path));
    }
}

pub(crate) fn plain(text: &str, path: &Path) -> String {
    text.replace(path.to_str().unwrap(), "park")
}

#[test]
fn new_makes_a_package_that_checks_and_tests_green() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("我的政策");
    let path = path.to_str().unwrap();
    assert_eq!(tiaoli(&["new", path], b"").exit, Exit::Fine);
    for verb in ["check", "test", "cut", "schema"] {
        let ran = tiaoli(&[verb, path], b"");
        assert_eq!(ran.exit, Exit::Fine, "{verb}: {}{}", ran.stdout, ran.stderr);
    }
    let ran = tiaoli(&["check", path, "--deny", "warnings"], b"");
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.stdout);
    assert_eq!(tiaoli(&["new", path], b"").exit, Exit::Usage, "nothing is overwritten");
    assert_eq!(tiaoli(&["new", "a b"], b"").exit, Exit::Usage);
}

#[test]
fn a_wrong_rule_is_shown_with_the_clause_that_it_encodes() {
    let wrong = Copy::new().edit("2-条款.tiaoli", |text| text.replacen("研发投入的10％", "研发投人的10％", 1));
    wrong.picture("check-wrong-rule", "check", &[]);
    wrong.picture("check-wrong-rule-plain", "check", &["--format", "plain"]);
    wrong.picture("check-wrong-rule-json", "check", &["--format", "json"]);
    assert_eq!(wrong.run("test", &[]).exit, Exit::Findings);
}

#[test]
fn eval_of_a_broken_policy_prints_no_decision() {
    let wrong = Copy::new().edit("2-条款.tiaoli", |text| text.replacen("研发投入的10％", "研发投人的10％", 1));
    let ran = wrong.run("eval", &["tests/data/applications/whole.json"]);
    assert_eq!((ran.exit, ran.stdout.as_str()), (Exit::Findings, ""));
    let ran = wrong.run("eval", &["tests/data/applications/whole.json", "--format", "json"]);
    assert!(ran.exit == Exit::Findings && ran.stdout.contains("\"error\": \"invalid_policy\""), "{}", ran.stdout);
}

#[test]
fn a_failing_case_says_what_was_expected_and_found() {
    let wrong = Copy::new().edit("4-算例.tiaoli", |text| text.replacen("⇒ 10万元", "⇒ 11万元", 1));
    wrong.picture("test-fails", "test", &[]);
    wrong.picture("test-fails-json", "test", &["1.1", "--format", "json"]);
}

#[test]
fn a_changed_document_is_shown_and_accepted() {
    let changed = Copy::new().edit("source.txt", |text| text.replacen("100万元以上", "200万元以上", 1));
    changed.picture("check-changed", "check", &[]);
    changed.picture("cut-changed", "cut", &[]);
    assert_eq!(changed.run("cut", &["--accept"]).exit, Exit::Fine);
    assert_eq!(changed.run("check", &[]).exit, Exit::Fine);
}

#[test]
fn accepting_puts_a_damaged_lock_right_and_never_accepts_wrong_cuts() {
    let damaged = Copy::new().edit("source.lock", |text| text.replacen("企业", "个人", 1));
    assert_eq!(damaged.run("check", &[]).exit, Exit::Findings);
    assert_eq!(damaged.run("cut", &["--accept"]).exit, Exit::Fine);
    assert_eq!(damaged.run("check", &[]).exit, Exit::Fine);
    let wrong = damaged.edit("source.clauses", |text| text.replacen("企业上年度", "企业下年度", 1));
    let before = std::fs::read(wrong.path.join("source.lock")).unwrap();
    assert_eq!(wrong.run("cut", &["--accept"]).exit, Exit::Findings);
    assert_eq!(std::fs::read(wrong.path.join("source.lock")).unwrap(), before);
}

#[test]
fn a_draft_of_the_cuts_is_written_once() {
    let copy = Copy::new().remove("source.clauses");
    copy.picture("no-cuts", "check", &[]);
    assert_eq!(copy.run("cut", &["--propose", "--write"]).exit, Exit::Fine);
    assert_eq!(copy.run("cut", &["--propose", "--write"]).exit, Exit::Usage);
    assert_eq!(copy.run("cut", &[]).exit, Exit::Fine);
}

#[test]
fn a_manifest_with_slips_names_each_of_them() {
    let wrong = "nmae = \"park\"\nedition = 1\nlanguage = \"2\"\nsource = \"../source.txt\"\n";
    Copy::new().edit("tiaoli.toml", |_| wrong.to_owned()).picture("manifest-slips", "check", &[]);
    Copy::new().edit("tiaoli.toml", |text| text + "\n名称 = [").picture("manifest-broken", "check", &[]);
}

#[test]
fn what_a_package_lacks_is_said() {
    Copy::new().remove("tiaoli.toml").picture("no-manifest", "check", &[]);
    Copy::new().remove("source.txt").picture("no-document", "check", &[]);
    let rules = ["1-词汇.tiaoli", "2-条款.tiaoli", "3-结算.tiaoli", "4-算例.tiaoli"];
    rules.into_iter().fold(Copy::new(), Copy::remove).picture("no-rules", "check", &[]);
    let gone = tiaoli(&["check", "tests/data/nowhere"], b"");
    assert_eq!(gone.exit, Exit::Usage, "{}", gone.stderr);
}

#[test]
fn a_file_that_is_not_utf8_is_said() {
    let copy = Copy::new();
    std::fs::write(copy.path.join("2-条款.tiaoli"), b"\n\n\xb9\xfa\xbc\xd2").unwrap();
    copy.picture("not-utf8", "check", &[]);
}

#[test]
fn a_package_begins_with_its_document() {
    let folder = tempfile::tempdir().unwrap();
    let (document, path) = (folder.path().join("措施.txt"), folder.path().join("措施"));
    let text = "关于支持创新的若干措施\n一、扶持政策\n1.支持创新。对新认定的，给予10万元奖励；对列入计划的，给予20万元奖励。\n";
    std::fs::write(&document, text).unwrap();
    let (document, path) = (document.to_str().unwrap(), path.to_str().unwrap());
    assert_eq!(tiaoli(&["new", path, "--from", document], b"").exit, Exit::Fine);
    assert_eq!(std::fs::read_to_string(format!("{path}/source.txt")).unwrap(), text);
    let rules = std::fs::read_to_string(format!("{path}/2-条款.tiaoli")).unwrap();
    assert!(rules.contains("# 条款 1.1 “支持创新”\n#   1.1.a 对新认定的，给予10万元奖励；\n#   1.1.b "), "{rules}");
    assert_eq!(tiaoli(&["cut", path], b"").exit, Exit::Fine);
    let said = tiaoli(&["check", path, "--format", "plain"], b"");
    assert_eq!(said.exit, Exit::Findings);
    assert_eq!(said.stdout.matches("T0313").count(), 2, "both clauses wait to be written: {}", said.stdout);
}
