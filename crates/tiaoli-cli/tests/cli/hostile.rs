//! Inputs that mean harm: one clear error each, never a panic.

use crate::common::{PARK, Ran, tiaoli};
use std::io::{Error, ErrorKind, Write};
use tiaoli::Lang;
use tiaoli_cli::{Exit, Surroundings, run};

/// A fresh package in which one file is something else.
#[track_caller]
fn check_with(file: &str, bytes: &[u8]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("park");
    let path = path.to_str().unwrap();
    assert_eq!(tiaoli(&["new", path], b"").exit, Exit::Fine);
    std::fs::write(format!("{path}/{file}"), bytes).unwrap();
    tiaoli(&["check", path], b"")
}

#[track_caller]
fn refused(ran: &Ran) {
    assert_eq!(ran.exit, Exit::Findings);
    let said = format!("{}{}", ran.stdout, ran.stderr);
    assert!(said.contains("error["), "{said}");
    assert!(said.len() < 200_000, "{} bytes", said.len());
}

#[test]
fn every_file_of_a_package_may_be_empty() {
    for file in [
        "tiaoli.toml",
        "source.txt",
        "source.clauses",
        "source.lock",
        "1-词汇.tiaoli",
        "2-条款.tiaoli",
        "3-结算.tiaoli",
    ] {
        refused(&check_with(file, b""));
    }
}

#[test]
fn no_file_of_a_package_needs_to_be_utf8() {
    for file in ["tiaoli.toml", "source.txt", "source.clauses", "source.lock", "2-条款.tiaoli"] {
        refused(&check_with(file, b"\xff\xfe\x00"));
    }
}

#[test]
fn deep_nesting_in_rules_is_refused() {
    for (open, close) in [("（", "）"), ("(", ")"), ("{", "}"), ("“", "”"), ("非 ", "")] {
        let deep = format!(
            "条款 1.1 “支持研发投入” 每 项目 {{\n  1.1.a 对 {}研发投入1万元以上{}的，给予5万元。\n}}\n",
            open.repeat(100_000),
            close.repeat(100_000)
        );
        refused(&check_with("2-条款.tiaoli", deep.as_bytes()));
    }
}

#[test]
fn deep_nesting_in_a_manifest_is_refused() {
    refused(&check_with("tiaoli.toml", format!("name = {}", "[".repeat(100_000)).as_bytes()));
}

#[test]
fn deep_nesting_in_an_application_is_refused() {
    for (deep, format) in [
        ("[".repeat(100_000), "json"),
        ("{\"a\":".repeat(100_000), "json"),
        ("[".repeat(100_000), "yaml"),
        (format!("a = {}", "[".repeat(100_000)), "toml"),
    ] {
        refused(&tiaoli(&["eval", PARK, "-", "--input-format", format], deep.as_bytes()));
    }
}

#[test]
fn a_line_of_ten_megabytes_is_shown_around_its_fault() {
    let long = "研发".repeat(10 << 20 >> 3);
    refused(&check_with("2-条款.tiaoli", long.as_bytes()));
    refused(&check_with("source.clauses", long.as_bytes()));
    refused(&check_with("source.lock", long.as_bytes()));
    refused(&check_with("tiaoli.toml", long.as_bytes()));
    refused(&tiaoli(&["eval", PARK], format!("{{\"as_of\": \"{long}\"").as_bytes()));
    refused(&tiaoli(&["eval", PARK], long.as_bytes()));
}

#[test]
fn an_application_of_nothing_is_refused() {
    for nothing in ["", " \n", "null", "[]", "\"\"", "0"] {
        refused(&tiaoli(&["eval", PARK], nothing.as_bytes()));
        refused(&tiaoli(&["eval", PARK, "-", "--input-format", "yaml"], nothing.as_bytes()));
    }
    refused(&tiaoli(&["eval", PARK], b"\xff\xfe"));
}

/// A reader who has seen enough.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(Error::from(ErrorKind::BrokenPipe))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(Error::from(ErrorKind::BrokenPipe))
    }
}

#[test]
fn output_that_nobody_reads_is_no_error() {
    let around = Surroundings { lang: Lang::Zh, width: 80, colour_out: true, colour_err: true };
    let arguments = ["tiaoli", "check", PARK].map(Into::into);
    let exit = run(arguments, &around, &mut std::io::empty(), &mut Closed, &mut Closed);
    assert_eq!(exit, Exit::Fine);
}

#[test]
fn colour_only_where_it_is_taken() {
    let run_with = |colour: bool| {
        let around = Surroundings { lang: Lang::Zh, width: 80, colour_out: colour, colour_err: colour };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(
            ["tiaoli", "check", "tests/data/nowhere"].map(Into::into),
            &around,
            &mut std::io::empty(),
            &mut out,
            &mut err,
        );
        [out, err].concat().contains(&0x1b)
    };
    assert!(run_with(true) && !run_with(false));
}
