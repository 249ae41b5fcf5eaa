//! The templates of `examples/ci`: their YAML is read, and every shell step of them is run on a package under git, once
//! as it is and once with a slip.

use crate::package::Copy;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn template(name: &str) -> Value {
    let path = Path::new("../../examples/ci").join(name);
    serde_saphyr::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap()
}

/// A repository with a package in `policy`, and the folder that holds tiaoli.
struct Repository {
    copy: Copy,
    bin: PathBuf,
}

impl Repository {
    fn new(copy: Copy) -> Self {
        let bin = Path::new(env!("CARGO_BIN_EXE_tiaoli")).parent().unwrap().to_owned();
        let it = Self { copy, bin };
        for line in [
            "git init -q -b main .",
            "git add -A",
            "git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false commit -q -m one",
        ] {
            assert!(it.bash(line, &[]).status.success(), "{line}");
        }
        it
    }

    fn folder(&self) -> &Path {
        self.copy.path.parent().unwrap()
    }

    /// Runs a step as the runner does.
    fn bash(&self, script: &str, variables: &[(String, String)]) -> Output {
        let path = format!("{}:{}", self.bin.display(), std::env::var_os("PATH").unwrap().to_str().unwrap());
        Command::new("bash")
            .args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script])
            .current_dir(self.folder())
            .env("PATH", path)
            .env("LC_ALL", "C.UTF-8")
            .env("GITHUB_STEP_SUMMARY", self.folder().join("summary.md"))
            .env("GITHUB_ACTION_PATH", "/nowhere")
            .envs(variables.iter().cloned())
            .output()
            .unwrap()
    }
}

/// The slips of a step are told by it alone.
fn spoiled() -> Copy {
    Copy::new().edit("4-算例.tiaoli", |text| text.replacen("⇒ 10万元", "⇒ 11万元", 1))
}

/// What the runner puts in place of an expression.
fn value(expression: &str, action: &Value) -> String {
    let Some(inner) = expression.strip_prefix("${{ ").and_then(|it| it.strip_suffix(" }}")) else {
        return expression.to_owned();
    };
    let name = inner.strip_prefix("inputs.").unwrap().split(' ').next().unwrap();
    let default = action["inputs"][name]["default"].as_str().unwrap_or_else(|| panic!("{name} is an input"));
    match (name, inner.contains("==")) {
        ("policy", _) => "park".to_owned(),
        ("base", _) => "main".to_owned(),
        ("deny-warnings", true) => "--deny=warnings".to_owned(),
        (_, false) => default.to_owned(),
        (_, true) => panic!("not an expression that this test knows: {inner}"),
    }
}

/// The steps of the action by name, with how each ended.
fn act(copy: Copy) -> (Vec<(String, Output)>, Repository) {
    let action = template("action.yml");
    assert_eq!(action["runs"]["using"], "composite");
    let repository = Repository::new(copy);
    let mut ended = Vec::new();
    for step in action["runs"]["steps"].as_array().unwrap() {
        assert_eq!(step["shell"], "bash", "a step of a composite action says its shell");
        let run = step["run"].as_str().unwrap();
        assert!(!run.contains("${{"), "what a user gives comes in a variable, never in the script");
        let variables: Vec<(String, String)> = step["env"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, it)| (name.clone(), value(it.as_str().unwrap(), &action)))
            .collect();
        ended.push((step["name"].as_str().unwrap().to_owned(), repository.bash(run, &variables)));
    }
    (ended, repository)
}

#[test]
fn the_action_passes_a_policy_that_is_well() {
    let (ended, repository) = act(Copy::new());
    for (name, output) in &ended {
        let said = String::from_utf8_lossy(&output.stderr);
        // the package of the tests has slips that no case notices
        assert_eq!(output.status.success(), name != "slips", "{name}: {said}");
    }
    let read = |name: &str| std::fs::read_to_string(repository.folder().join(name)).unwrap();
    assert!(serde_json::from_str::<Value>(&read("tiaoli-reports/check.sarif")).unwrap()["runs"].is_array());
    assert_eq!(junit_parser::from_reader(read("tiaoli-reports/test.xml").as_bytes()).unwrap().failures, 0);
    assert!(read("tiaoli-reports/cover.html").ends_with("</html>\n"));
    assert!(!read("summary.md").is_empty());
}

#[test]
fn the_action_shows_a_slip_at_its_line() {
    let (ended, _) = act(spoiled());
    let (_, output) = ended.iter().find(|(name, _)| name == "golden cases").unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success() && said.starts_with("::error file=park/4-算例.tiaoli,line=5,"), "{said}");
    assert!(ended.iter().find(|(name, _)| name == "layout").unwrap().1.status.success());
}

#[test]
fn the_gitlab_job_runs() {
    let job = &template("gitlab.yml")[".tiaoli"];
    let script: Vec<&str> = job["script"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let variables = |base: &str| {
        ["POLICY", "FAIL_UNDER", "BASE"].map(|name| {
            assert!(job["variables"][name].is_string(), "{name}");
            let value = match name {
                "POLICY" => "park",
                "BASE" => base,
                _ => job["variables"][name].as_str().unwrap(),
            };
            (name.to_owned(), value.to_owned())
        })
    };
    let repository = Repository::new(Copy::new());
    for line in &script {
        let output = repository.bash(line, &variables("main"));
        assert_eq!(output.status.success(), !line.starts_with("tiaoli mutate"), "{line}");
    }
    let reports = repository.folder().join("tiaoli-reports");
    for name in ["check.xml", "test.xml", "cover.xml", "mutate.xml"] {
        let text = std::fs::read_to_string(reports.join(name)).unwrap();
        assert!(junit_parser::from_reader(text.as_bytes()).is_ok(), "{name}");
    }
    assert!(reports.join("diff.md").exists() && reports.join("cover.html").exists());
    let spoiled = Repository::new(spoiled());
    let failed: Vec<&str> =
        script.iter().filter(|line| !spoiled.bash(line, &variables("")).status.success()).copied().collect();
    assert!(failed.iter().any(|line| line.starts_with("tiaoli test")), "{failed:?}");
}

#[test]
fn the_hooks_run_on_the_files_that_they_name() {
    let hooks = template(".pre-commit-hooks.yaml");
    let (whole, spoiled) = (Repository::new(Copy::new()), Repository::new(spoiled()));
    for hook in hooks.as_array().unwrap() {
        let (id, entry) = (hook["id"].as_str().unwrap(), hook["entry"].as_str().unwrap());
        assert_eq!(hook["language"], "system");
        let given = if hook["pass_filenames"] == false { "park" } else { "park/2-条款.tiaoli park/4-算例.tiaoli" };
        let output = whole.bash(&format!("{entry} {given}"), &[]);
        assert!(output.status.success(), "{id}: {}", String::from_utf8_lossy(&output.stdout));
        let failed = !spoiled.bash(&format!("{entry} {given}"), &[]).status.success();
        assert_eq!(failed, id == "tiaoli-test", "{id}");
    }
}
