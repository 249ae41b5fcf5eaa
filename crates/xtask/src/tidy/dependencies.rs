//! Who may depend on what.

use std::path::Path;
use std::process::Command;

/// A crate, and the packages that must not stand anywhere in its tree.
const ABSENT: [(&str, &[&str]); 7] = [
    (
        "tiaoli-eval",
        &[
            "pest",
            "miette",
            "clap",
            "serde",
            "serde_json",
            "rust_decimal",
            "tiaoli-source",
            "tiaoli-syntax",
            "tiaoli-compiler",
        ],
    ),
    (
        "tiaoli-compiled",
        &["pest", "miette", "clap", "serde_json", "tiaoli-source", "tiaoli-syntax", "tiaoli-compiler", "tiaoli-json"],
    ),
    ("tiaoli-link", PARSERLESS),
    ("tiaoli-c", PARSERLESS),
    ("tiaoli-json", &["pest", "miette", "clap", "tiaoli-source", "tiaoli-syntax", "tiaoli-compiler"]),
    ("tiaoli-source", &["pest", "miette", "clap", "serde", "tiaoli-eval", "tiaoli-syntax"]),
    ("tiaoli-syntax", &["miette", "clap", "serde_json", "tiaoli-eval", "tiaoli-compiler"]),
];

/// What whoever loads and evaluates never gets: the parser, the command line, the compiler.
const PARSERLESS: &[&str] =
    &["pest", "pest_derive", "miette", "clap", "tiaoli-source", "tiaoli-syntax", "tiaoli-compiler", "tiaoli-review"];

/// The evaluator has no dependency at all.
const ALONE: &str = "tiaoli-eval";

pub(super) fn check(root: &Path, findings: &mut Vec<String>) {
    for (name, absent) in ABSENT {
        let Some(tree) = tree(root, name) else {
            findings.push(format!("{name}: `cargo tree` failed"));
            continue;
        };
        for package in &tree {
            if absent.contains(&package.as_str()) {
                findings.push(format!("{name} must not depend on {package}"));
            }
        }
        if name == ALONE && tree.len() > 1 {
            findings.push(format!("{name} must stand alone, and depends on {}", tree.join(", ")));
        }
    }
    reasons(root, findings);
}

/// The packages of a crate's tree without its tests' own.
fn tree(root: &Path, name: &str) -> Option<Vec<String>> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--package", name])
        .current_dir(root);
    let output = cargo.output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut packages: Vec<String> = text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
    packages.sort();
    packages.dedup();
    Some(packages)
}

/// Each dependency of the workspace stands under a comment with its reason.
fn reasons(root: &Path, findings: &mut Vec<String>) {
    let manifest = super::read(&root.join("Cargo.toml"), findings);
    let mut inside = false;
    let mut reason = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line == "[workspace.dependencies]";
            continue;
        }
        if line.starts_with('#') {
            reason = true;
        } else if inside && line.contains('=') && !reason {
            findings.push(format!("Cargo.toml: no reason above `{line}`"));
        } else if line.is_empty() {
            reason = false;
        }
    }
}
