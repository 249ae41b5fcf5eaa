//! Compiled files on the command line: built, looked at, asked, refused.

use crate::common::{PARK, shown, tiaoli, tiaoli_at};
use std::path::Path;
use tiaoli_cli::Exit;

/// A folder with the compiled file of the tests' package in it.
fn built() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("park.tlc").to_str().unwrap().to_owned();
    let ran = tiaoli(&["build", PARK, "-o", &file], b"");
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.stderr);
    (folder, file)
}

/// A picture without the folder of this run, and without the sizes and digests that other tests hold.
fn at(folder: &Path, text: &str) -> String {
    let text = text.replace(folder.to_str().unwrap(), "DIR");
    let mut parts = text.split("sha256:");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| format!("sha256:…{}", part.trim_start_matches(|c: char| c.is_ascii_hexdigit())));
    rest.fold(first, |text, part| text + &part)
}

/// A picture in a terminal so wide that the length of a folder's name breaks no line.
fn picture(line: &str) -> String {
    let arguments: Vec<&str> = line.split_whitespace().collect();
    shown(line, &tiaoli_at(400, &arguments, b""))
}

#[test]
fn build_and_inspect_say_what_a_file_is() {
    let (folder, file) = built();
    for lang in ["zh", "en"] {
        let text = picture(&format!("inspect {file} --lang {lang}"));
        insta::assert_snapshot!(format!("inspect-{lang}"), at(folder.path(), &text));
    }
    let json = tiaoli(&["inspect", &file, "--format", "json"], b"").stdout;
    assert!(json.contains("\"format\": 1") && json.contains("\"name\": \"source.clauses\""), "{json}");
}

#[test]
fn a_file_answers_as_its_package() {
    let (_folder, file) = built();
    let application = "tests/data/applications/whole.json";
    for rest in [
        &["eval", application, "--format", "json"][..],
        &["eval", application, "--readings", "all"],
        &["eval", application, "--reading", "A1-1=R2"],
        &["explain", application, "1.1", "--project", "研发二期"],
        &["explain", application, "1.1", "--project", "研发二期", "--format", "json"],
        &["schema"],
    ] {
        let of = |policy: &str| {
            let line: Vec<&str> = [rest[0], policy].into_iter().chain(rest[1..].iter().copied()).collect();
            tiaoli(&line, b"")
        };
        let (package, compiled) = (of(PARK), of(&file));
        assert_eq!(compiled.stdout, package.stdout, "{rest:?}");
        assert_eq!(compiled.exit, Exit::Fine, "{rest:?}: {}", compiled.stderr);
    }
}

#[test]
fn a_damaged_file_is_refused_with_a_reason_and_exit_3() {
    let (folder, file) = built();
    let mut bytes = std::fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let mut text = String::new();
    for line in [
        format!("eval {file} tests/data/applications/one.toml --lang zh"),
        format!("eval {file} tests/data/applications/one.toml --format json"),
        format!("schema {file}"),
        format!("inspect {file}"),
        "inspect tests/data/applications/one.toml".to_owned(),
        format!("test {file}"),
        format!("check {file} --lang zh"),
    ] {
        text.push_str(&picture(&line));
    }
    insta::assert_snapshot!("damaged", at(folder.path(), &text));
}

/// A key and a signature as the tool minisign makes them, the latter for the bytes `signed by us\n`.
const KEY: &str = include_str!("../data/signed/minisign.pub");
const SIGNATURE: &str = include_str!("../data/signed/text.minisig");

#[test]
fn a_file_must_be_signed_where_that_is_asked() {
    let (folder, file) = built();
    let key = folder.path().join("minisign.pub").to_str().unwrap().to_owned();
    std::fs::write(&key, KEY).unwrap();
    let line = format!("inspect {file} --signed-by {key}");
    let mut text = picture(&line);
    std::fs::write(format!("{file}.minisig"), SIGNATURE).unwrap();
    text.push_str(&picture(&line));
    std::fs::write(&key, "no key").unwrap();
    text.push_str(&picture(&line));
    insta::assert_snapshot!("not-signed", at(folder.path(), &text));
}

#[test]
fn a_right_signature_leads_on_to_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("text.tlc"), "signed by us\n").unwrap();
    std::fs::write(path("text.tlc.minisig"), SIGNATURE).unwrap();
    std::fs::write(path("key.pub"), KEY).unwrap();
    let ran = tiaoli(&["inspect", &path("text.tlc"), "--signed-by", &path("key.pub")], b"");
    assert!(ran.stderr.contains("T0817"), "the signature is right, and the text is no compiled file: {}", ran.stderr);
    std::fs::write(path("text.tlc"), "signed by them\n").unwrap();
    let ran = tiaoli(&["inspect", &path("text.tlc"), "--signed-by", &path("key.pub")], b"");
    assert!(ran.stderr.contains("T0818"), "{}", ran.stderr);
}
