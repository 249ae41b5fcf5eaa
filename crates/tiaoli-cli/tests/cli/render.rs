//! `tiaoli render`: the page and the English.

use crate::common::{PARK, tiaoli};
use tiaoli_cli::Exit;

/// The first policy, seen from this crate.
const FIRST: &str = "../../policies/binjiang-ai";

fn page(policy: &str) -> String {
    let ran = tiaoli(&["render", policy], b"");
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.stderr);
    ran.stdout
}

#[test]
fn a_small_policy_as_a_page() {
    let page = page(PARK);
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    let digest = body.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
    insta::assert_snapshot!("render-page", format!("{head}{}", body.replace(digest, "sha256:…")));
}

/// The page of coverage.
fn covered(policy: &str) -> String {
    tiaoli(&["cover", policy, "--format", "html"], b"").stdout
}

#[test]
fn coverage_stands_beside_the_clauses() {
    let page = covered(PARK);
    let (_, body) = page.split_once("</style>").unwrap();
    let digest = body.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
    insta::assert_snapshot!("cover-page", body.replace(digest, "sha256:…"));
    for policy in [PARK, FIRST] {
        let page = covered(policy);
        let json: serde_json::Value =
            serde_json::from_str(&tiaoli(&["cover", policy, "--format", "json"], b"").stdout).unwrap();
        let (met, all) = (page.matches("\"goal met\"").count(), page.matches("class=\"goal ").count());
        assert_eq!((json["covered"].as_u64(), json["goals"].as_u64()), (Some(met as u64), Some(all as u64)));
    }
}

#[test]
fn the_page_stands_alone_and_is_well_formed() {
    for (policy, page) in [(PARK, page(PARK)), (FIRST, page(FIRST)), (PARK, covered(PARK)), (FIRST, covered(FIRST))] {
        for foreign in ["<script", "http:", "https:", "src=", "@import", "url("] {
            assert!(!page.contains(foreign), "{policy}: {foreign}");
        }
        let mut open: Vec<&str> = Vec::new();
        for tag in page.split('<').skip(1) {
            let tag = &tag[..tag.find('>').unwrap()];
            let name = tag.split([' ', '\n']).next().unwrap();
            match name.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop(), Some(closed), "{policy}: {tag}"),
                None if matches!(name, "!DOCTYPE" | "meta" | "br") => {}
                None => open.push(name),
            }
        }
        assert_eq!(open, [""; 0], "{policy}");
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
        for link in page.split(" href=\"#").skip(1).map(|it| it.split('"').next().unwrap()) {
            assert_eq!(ids.iter().filter(|id| **id == link).count(), 1, "{policy}: #{link}");
        }
    }
}

#[test]
fn everything_stands_on_the_page_once() {
    let page = page(FIRST);
    let checked = tiaoli(&["check", FIRST, "--lang", "zh"], b"").stdout;
    let count = |what: &str| page.matches(what).count();
    assert!(checked.contains(&format!("读法问题 {} 个", count("<details class=\"reading\""))), "{checked}");
    assert!(checked.contains(&format!("算例 {} 个", count("<li>") - count("<li><a"))), "{checked}");
    let document = std::fs::read_to_string(format!("{FIRST}/source.clauses")).unwrap();
    let ids = document.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split(' ').next());
    for id in ids.filter(|it| !it.is_empty()) {
        assert_eq!(count(&format!("<a href=\"#c{id}\">{id}</a>")), 1, "{id}");
    }
    let rule = "<span class=\"id\">3.1.b</span> 其中 基础核心技术攻关项目，最高不超过2000万元。</pre>";
    assert_eq!(count(rule), 1, "a sentence stands once");
}

#[test]
fn output_goes_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("park.html");
    let ran = tiaoli(&["render", PARK, "-o", file.to_str().unwrap()], b"");
    assert_eq!((ran.exit, ran.stdout.starts_with("wrote ")), (Exit::Fine, true), "{ran:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), page(PARK));
    let nowhere = folder.path().join("none/park.html");
    assert_eq!(tiaoli(&["render", PARK, "-o", nowhere.to_str().unwrap()], b"").exit, Exit::Usage);
}

#[test]
fn english_is_asked_for() {
    insta::assert_snapshot!("render-english", tiaoli(&["render", PARK, "--lang", "en"], b"").stdout);
}
