//! One shape in three formats, and texts that are broken or hostile.

use crate::common::{orchard, refusal, said};
use insta::assert_snapshot;
use tiaoli_json::{Format, Node, parse};

#[test]
fn json_yaml_and_toml_make_one_tree() {
    let json = r#"{"as_of": "2021-06-30", "projects": [{"project_id": "A", "claims": ["1.1"], "facts": {"spend": "1.50", "good": true, "count_year": 2021, "prices": []}}]}"#;
    let yaml = "as_of: 2021-06-30\nprojects:\n  - project_id: A\n    claims: ['1.1']\n    facts:\n      spend: '1.50'\n      good: true\n      count_year: 2021\n      prices: []\n";
    let toml = "as_of = 2021-06-30\n[[projects]]\nproject_id = \"A\"\nclaims = [\"1.1\"]\nfacts.spend = \"1.50\"\nfacts.good = true\nfacts.count_year = 2021\nfacts.prices = []\n";
    let tree = parse(json.as_bytes(), Format::Json).unwrap();
    assert_eq!(parse(yaml.as_bytes(), Format::Yaml).unwrap(), tree);
    assert_eq!(parse(toml.as_bytes(), Format::Toml).unwrap(), tree);
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_text() {
    for (text, format) in [("{\"a\": 1}", Format::Json), ("a: 1", Format::Yaml), ("a = 1", Format::Toml)] {
        let text = format!("\u{feff}{text}");
        assert_eq!(parse(text.as_bytes(), format).unwrap(), Node::Map(vec![("a".into(), Node::Number("1".into()))]));
    }
}

#[test]
fn unquoted_scalars_are_what_the_format_says() {
    let yaml = "a: no\nb: yes\nc: 1.50\nd: 2021\ne: 2021-06-30\nf: ~\ng: 1_000\nh: 0755\ni: .nan\nj: 2021.0\nk: True\nl: 1e999\nm: 0x7E5\nn: !!str 5\n";
    let yaml = format!("{yaml}----\n{}", tree(yaml, Format::Yaml));
    let toml = "c = 1.50\nd = 2021\ne = 2021-06-30\nf = 2021-06-30T10:00:00Z\ng = 1_000\ni = nan\nj = 2021.0\nm = 0x7E5\nl = 1e999\nb = 99999999999999999999999\n";
    let toml = format!("{toml}----\n{}", tree(toml, Format::Toml));
    let json = "{\"c\": 1.50, \"l\": 1e999, \"b\": 99999999999999999999999, \"n\": -0.0}";
    let json = format!("{json}\n----\n{}", tree(json, Format::Json));
    assert_snapshot!([yaml, toml, json].join("\n"), @r#"
    a: no
    b: yes
    c: 1.50
    d: 2021
    e: 2021-06-30
    f: ~
    g: 1_000
    h: 0755
    i: .nan
    j: 2021.0
    k: True
    l: 1e999
    m: 0x7E5
    n: !!str 5
    ----
    a: Text("no")
    b: Text("yes")
    c: Number("1.5")
    d: Number("2021")
    e: Text("2021-06-30")
    f: Null
    g: Text("1_000")
    h: Text("0755")
    i: Number("NaN")
    j: Number("2021.0")
    k: Bool(true)
    l: Number("inf")
    m: Number("2021")
    n: Text("5")

    c = 1.50
    d = 2021
    e = 2021-06-30
    f = 2021-06-30T10:00:00Z
    g = 1_000
    i = nan
    j = 2021.0
    m = 0x7E5
    l = 1e999
    b = 99999999999999999999999
    ----
    c: Number("1.50")
    d: Number("2021")
    e: Text("2021-06-30")
    f: Text("2021-06-30T10:00:00Z")
    g: Number("1000")
    i: Number("nan")
    j: Number("2021.0")
    m: Number("0x7E5")
    l: Number("1e999")
    b: Number("99999999999999999999999")

    {"c": 1.50, "l": 1e999, "b": 99999999999999999999999, "n": -0.0}
    ----
    c: Number("1.50")
    l: Number("1e+999")
    b: Number("99999999999999999999999")
    n: Number("-0.0")
    "#);
}

fn tree(text: &str, format: Format) -> String {
    match parse(text.as_bytes(), format) {
        Ok(Node::Map(entries)) => entries.iter().map(|(key, node)| format!("{key}: {node:?}\n")).collect(),
        Ok(other) => format!("{other:?}"),
        Err(refused) => refusal(&refused),
    }
}

fn broken(text: &str, format: Format) -> String {
    format!("{text}\n----\n{}", tree(text, format))
}

#[test]
fn money_without_quotes_is_impossible_in_every_format() {
    let head = "as_of: 2021-06-30\nprojects:\n- project_id: A\n  facts: {spend: 1.50}\n";
    assert_eq!(
        said(&tiaoli_json::read(&orchard(), &parse(head.as_bytes(), Format::Yaml).unwrap())),
        "spend: impossible\n"
    );
    let head = "as_of = 2021-06-30\nprojects = [{project_id = \"A\", facts = {spend = 1.50}}]\n";
    assert_eq!(
        said(&tiaoli_json::read(&orchard(), &parse(head.as_bytes(), Format::Toml).unwrap())),
        "spend: impossible\n"
    );
}

#[test]
fn broken_texts_say_where() {
    let all = [
        broken("{\"a\": 1,\n \"实际投入\": }", Format::Json),
        broken("{\"a\": 1", Format::Json),
        broken("{\"a\": 1} x", Format::Json),
        broken("{'a': 1}", Format::Json),
        broken("{\"a\": NaN}", Format::Json),
        broken("{\"a\": \"\\ud800\"}", Format::Json),
        broken("a: 1\nb: [1\nc: 2\n", Format::Yaml),
        broken("a: 1\n---\nb: 2\n", Format::Yaml),
        broken("a: &x {b: 1}\nc:\n  <<: *x\n", Format::Yaml),
        broken("a: !thing 1\n", Format::Yaml),
        broken("a = 1\n投入 = 2\n", Format::Toml),
        broken("a = 1\nb = \n", Format::Toml),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"a": 1,
     "实际投入": }
    ----
    syntax $ 2:10
      this is not JSON: expected value
      不是正确的 JSON：expected value

    {"a": 1
    ----
    syntax $ 1:7
      this is not JSON: EOF while parsing an object
      不是正确的 JSON：EOF while parsing an object

    {"a": 1} x
    ----
    syntax $ 1:10
      this is not JSON: trailing characters
      不是正确的 JSON：trailing characters

    {'a': 1}
    ----
    syntax $ 1:2
      this is not JSON: key must be a string
      不是正确的 JSON：key must be a string

    {"a": NaN}
    ----
    syntax $ 1:7
      this is not JSON: expected value
      不是正确的 JSON：expected value

    {"a": "\ud800"}
    ----
    syntax $ 1:14
      this is not JSON: unexpected end of hex escape
      不是正确的 JSON：unexpected end of hex escape

    a: 1
    b: [1
    c: 2

    ----
    syntax $ 3:2
      this is not YAML: illegal placement of ':' indicator
      不是正确的 YAML：illegal placement of ':' indicator

    a: 1
    ---
    b: 2

    ----
    syntax $ 3:1
      this is not YAML: several documents in one file
      不是正确的 YAML：several documents in one file

    a: &x {b: 1}
    c:
      <<: *x

    ----
    syntax $ 3:3
      this is not YAML: merge keys `<<` are not read
      不是正确的 YAML：merge keys `<<` are not read

    a: !thing 1

    ----
    syntax $ 1:11
      this is not YAML: unsupported tag `!thing`
      不是正确的 YAML：unsupported tag `!thing`

    a = 1
    投入 = 2

    ----
    syntax $ 2:1
      this is not TOML: invalid unquoted key, expected letters, numbers, `-`, `_`
      不是正确的 TOML：invalid unquoted key, expected letters, numbers, `-`, `_`

    a = 1
    b = 

    ----
    syntax $ 2:5
      this is not TOML: string values must be quoted, expected literal string
      不是正确的 TOML：string values must be quoted, expected literal string
    "#);
}

#[test]
fn a_key_twice_is_refused_where_it_stands() {
    let all = [
        broken("{\"a\": 1,\n \"b\": {\"投入\": 1, \"投入\": 2}}", Format::Json),
        broken("{\"a\": 1, \"\\u0061\": 2}", Format::Json),
        broken("a: 1\nb: 2\na: 3\n", Format::Yaml),
        broken("a = 1\nb = 2\na = 3\n", Format::Toml),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"a": 1,
     "b": {"投入": 1, "投入": 2}}
    ----
    key_twice $ 2:20
      `投入` stands twice in one object
      同一对象中 `投入` 写了两次
      help: keep one of them
      help: 只留一个

    {"a": 1, "\u0061": 2}
    ----
    key_twice $ 1:17
      `a` stands twice in one object
      同一对象中 `a` 写了两次
      help: keep one of them
      help: 只留一个

    a: 1
    b: 2
    a: 3

    ----
    key_twice $ 3:1
      `a` stands twice in one object
      同一对象中 `a` 写了两次
      help: keep one of them
      help: 只留一个

    a = 1
    b = 2
    a = 3

    ----
    syntax $ 3:1
      this is not TOML: duplicate key
      不是正确的 TOML：duplicate key
    "#);
}

#[test]
fn files_that_are_no_text_are_refused() {
    for format in [Format::Json, Format::Yaml, Format::Toml] {
        let code = |bytes: &[u8]| parse(bytes, format).unwrap_err().code.word();
        assert_eq!(code(b""), "empty");
        assert_eq!(code(" \n\t\u{feff}".trim_end_matches('\u{feff}').as_bytes()), "empty");
        assert_eq!(code(b"a\xff"), "not_utf8");
        assert_eq!(code(&vec![b' '; tiaoli_json::MAX_BYTES + 1]), "too_large");
    }
    assert_snapshot!(refusal(&parse("{\n\"投入\": \"".as_bytes().iter().chain(b"\xd6\xd0").copied().collect::<Vec<_>>().as_slice(), Format::Json).unwrap_err()), @r#"
    not_utf8 $ 2:8
      the file is not UTF-8
      文件不是 UTF-8 编码
      help: save it as UTF-8
      help: 请另存为 UTF-8
    "#);
}

#[test]
fn deep_nesting_is_one_clear_error() {
    let deep = 100_000;
    let code = |text: &str, format| parse(text.as_bytes(), format).unwrap_err().code.word();
    assert_eq!(code(&"[".repeat(deep), Format::Json), "too_deep");
    assert_eq!(code(&"{\"a\":".repeat(deep), Format::Json), "too_deep");
    assert_eq!(code(&"[".repeat(deep), Format::Yaml), "too_deep");
    assert_eq!(code(&"- ".repeat(deep), Format::Yaml), "too_deep");
    assert_eq!(code(&"{a: ".repeat(deep), Format::Yaml), "too_deep");
    assert_eq!(code(&format!("a = {}", "[".repeat(deep)), Format::Toml), "too_deep");
    assert_eq!(code(&format!("{}a = 1", "a.".repeat(deep)), Format::Toml), "too_deep");
    assert_eq!(code(&format!("[{}a]", "a.".repeat(deep)), Format::Toml), "too_deep");
    assert_eq!(
        code(&(0..200).map(|n| format!("[{}]\n", vec!["a"; n + 1].join("."))).collect::<String>(), Format::Toml),
        "too_deep"
    );
    let fits = format!("{}{}", "[".repeat(tiaoli_json::MAX_DEPTH), "]".repeat(tiaoli_json::MAX_DEPTH));
    assert!(parse(fits.as_bytes(), Format::Json).is_ok());
    assert!(parse(fits.as_bytes(), Format::Yaml).is_ok());
}

#[test]
fn a_bomb_of_anchors_is_refused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..12 {
        bomb += &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "));
    }
    let refused = parse(bomb.as_bytes(), Format::Yaml).unwrap_err();
    assert_eq!(refused.code.word(), "syntax");
    assert_eq!(tree("a: &x [1]\nb: *x\n", Format::Yaml), "a: List([Number(\"1\")])\nb: List([Number(\"1\")])\n");
    assert_eq!(parse(b"a: &x [*x]\n", Format::Yaml).unwrap_err().code.word(), "syntax");
}

#[test]
fn a_key_that_looks_like_the_readers_own_is_a_key() {
    for value in ["\"5\"", "\"5\\u0035\"", "5", "null", "true", "[]", "{}"] {
        let text = format!("{{\"$serde_json::private::Number\": {value}}}");
        assert!(matches!(parse(text.as_bytes(), Format::Json), Ok(Node::Map(_))), "{text}");
    }
    let text = "{\"$serde_json::private::RawValue\": \"5\", \"$__toml_private_datetime\": \"2021-06-30\"}";
    assert!(matches!(parse(text.as_bytes(), Format::Json), Ok(Node::Map(_))));
}
