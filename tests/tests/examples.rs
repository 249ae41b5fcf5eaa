//! Every package below `examples` and `policies` is checked without a warning, laid out canonically, and its golden cases
//! pass.

use libtest_mimic::{Arguments, Failed, Trial};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use tiaoli::Lang;
use tiaoli_cli::{Exit, Surroundings, run};
use tiaoli_tests::policy::root;

/// The fewest golden cases of a package.
const FEWEST_CASES: usize = 4;

fn main() {
    let arguments = Arguments::from_args();
    let mut packages = Vec::new();
    for folder in ["examples", "policies"] {
        collect(&root().join(folder), &mut packages);
    }
    packages.sort();
    let mut trials = Vec::new();
    for package in packages {
        let name = package.strip_prefix(root()).unwrap_or(&package).display().to_string();
        let (own, laid_out, cases) = (package.clone(), package.clone(), package.clone());
        trials.push(Trial::test(format!("{name}: has nothing to say"), move || {
            printed(&["check".into(), own.clone().into(), "--deny".into(), "warnings".into()])?;
            // no advice either: every difference from the text is answered, and no answer is left over
            let said = printed(&["check".into(), own.clone().into(), "--format".into(), "plain".into()])?;
            if said.is_empty() { Ok(()) } else { Err(said.into()) }
        }));
        trials.push(Trial::test(format!("{name}: is laid out as `tiaoli fmt` does"), move || {
            printed(&["fmt".into(), "--check".into(), laid_out.clone().into()]).map(|_| ())
        }));
        trials.push(Trial::test(format!("{name}: guide, manual and readiness"), move || guides(&package)));
        trials.push(Trial::test(format!("{name}: golden cases"), move || {
            printed(&["test".into(), cases.clone().into()])?;
            let count = written_cases(&cases);
            if count < FEWEST_CASES { Err(format!("only {count} golden cases").into()) } else { Ok(()) }
        }));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Every folder with a manifest.
fn collect(folder: &Path, packages: &mut Vec<PathBuf>) {
    if folder.join("tiaoli.toml").exists() {
        packages.push(folder.to_owned());
    }
    for entry in std::fs::read_dir(folder).expect("a folder of examples can be read") {
        let path = entry.expect("an entry of a folder can be read").path();
        if path.is_dir() {
            collect(&path, packages);
        }
    }
}

/// What a command prints that ends well.
fn printed(words: &[OsString]) -> Result<String, Failed> {
    let around = Surroundings { lang: Lang::Zh, width: 100, colour_out: false, colour_err: false };
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let arguments = std::iter::once(OsString::from("tiaoli")).chain(words.iter().cloned());
    let exit = run(arguments, &around, &mut std::io::empty(), &mut stdout, &mut stderr);
    let text = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    if exit == Exit::Fine { Ok(text) } else { Err(text.into()) }
}

/// The guide and the manual of a package can be written, and say something of every rule and of every fact that an
/// applicant declares; so does the report on readiness.
fn guides(package: &Path) -> Result<(), Failed> {
    let words = |words: &[&str]| -> Vec<OsString> {
        let (verb, options) = words.split_first().expect("a verb");
        let words = [OsString::from(verb), package.into()].into_iter();
        words.chain(options.iter().map(OsString::from)).collect()
    };
    let guide = printed(&words(&["guide"]))?;
    let manual = printed(&words(&["guide", "--manual"]))?;
    let page = printed(&words(&["guide", "--format", "html"]))?;
    let ready: serde_json::Value =
        serde_json::from_str(&printed(&words(&["inspect", "--readiness", "--format", "json"]))?)?;
    // A companion has a guide of its own; its ids have its title before them.
    let own = |id: &serde_json::Value| id.as_str().is_some_and(|id| !id.contains(' '));
    let rules = ready["rules"].as_array().ok_or("no rules")?;
    let rules: Vec<_> = rules.iter().filter(|it| own(&it["rule"])).collect();
    let grants = |text: &str| {
        text.lines()
            .filter(|line| {
                line.starts_with("**给什么**") || line.starts_with("**享受什么**") || line.starts_with("**追回什么**")
            })
            .count()
    };
    let mut wrong = Vec::new();
    if grants(&guide) < rules.len() || grants(&manual) < rules.len() {
        wrong.push(format!(
            "{} rules, {} grants in the guide, {} in the manual",
            rules.len(),
            grants(&guide),
            grants(&manual)
        ));
    }
    for fact in ready["data"].as_array().ok_or("no data")? {
        let name = fact["name"].as_str().ok_or("a fact without a name")?;
        if !fact["rules"].as_array().is_some_and(|rules| rules.iter().any(own)) {
            continue;
        }
        let names = [Some(name), fact["in_full"].as_str()];
        let asks = |text: &str| {
            let rows = text.lines().filter(|line| line.starts_with("| "));
            rows.filter(|line| names.iter().flatten().any(|name| line.starts_with(&format!("| {name} |")))).count() > 0
        };
        if fact["source"] == "declared" && !(asks(&guide) && asks(&manual)) {
            wrong.push(format!("nothing asks for {name}"));
        }
    }
    if page.matches("<h2>").count() != guide.lines().filter(|line| line.starts_with("## ")).count() {
        wrong.push("the page has other headings than the text".to_owned());
    }
    if !manual.contains("**审核次序**") {
        wrong.push("the manual has no order of checks".to_owned());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// The golden cases written in a package, without the settings.
fn written_cases(package: &Path) -> usize {
    let entries = std::fs::read_dir(package).expect("a package can be read").filter_map(Result::ok);
    let files = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == "tiaoli"));
    let texts = files.filter_map(|path| std::fs::read_to_string(path).ok());
    texts
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.starts_with("算例 ") && !line.starts_with("算例 背景"))
        .count()
}
