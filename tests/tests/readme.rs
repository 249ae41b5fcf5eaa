//! What the README shows is what the tool prints and what the policy says.

use tiaoli::Lang;
use tiaoli_cli::{Surroundings, run};
use tiaoli_tests::policy::root;

/// The text blocks under a mark, with what the mark names.
fn blocks(readme: &str, mark: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    for part in readme.split(&format!("<!-- {mark}: ")).skip(1) {
        let (name, rest) = part.split_once(" -->\n```text\n").expect("a text block follows the mark");
        let (block, _) = rest.split_once("```").expect("the block ends");
        blocks.push((name.to_owned(), block.to_owned()));
    }
    blocks
}

fn readmes() -> Vec<String> {
    ["README.md", "README.zh.md"].iter().map(|name| std::fs::read_to_string(root().join(name)).unwrap()).collect()
}

/// What a command of the README prints in a terminal of 80 columns.
fn output(command: &str) -> String {
    let around = Surroundings { lang: Lang::En, width: 80, colour_out: false, colour_err: false };
    let argument = |word: &str| {
        let path = root().join(word);
        if path.exists() { path.into_os_string() } else { word.into() }
    };
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    run(command.split(' ').map(argument), &around, &mut std::io::empty(), &mut stdout, &mut stderr);
    assert!(stderr.is_empty(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

#[test]
fn outputs_are_what_the_commands_print_first() {
    let mut seen = 0;
    for readme in readmes() {
        for (command, shown) in blocks(&readme, "output") {
            seen += 1;
            let printed = output(&command);
            assert!(shown.lines().count() > 10, "a screen is shown");
            assert!(printed.starts_with(shown.as_str()), "`{command}` prints\n{printed}");
        }
    }
    assert_eq!(seen, 2);
}

#[test]
fn excerpts_stand_in_the_policy() {
    for readme in readmes() {
        for (folder, shown) in blocks(&readme, "excerpt") {
            let files = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
            let texts = files
                .filter(|path| path.extension().is_some_and(|it| it == "tiaoli"))
                .map(|path| std::fs::read_to_string(path).unwrap());
            assert!(texts.into_iter().any(|text| text.contains(&shown)), "no file has\n{shown}");
        }
    }
}

#[test]
fn the_first_command_is_the_one_shown() {
    for readme in readmes() {
        let (command, _) = blocks(&readme, "output").remove(0);
        let run = command.replacen("tiaoli ", "cargo run --release --bin tiaoli -- ", 1);
        assert!(readme.contains(&run), "{run}");
        assert!(readme.contains("cargo test --workspace"));
    }
}
