//! The tree as people can compare it: without places, names and figures in one word, short parts on one line.

use std::iter::Peekable;
use std::str::Chars;
use tiaoli_source::{Lang, Problems, Sources};
use tiaoli_syntax::{ast::File, parse};

/// What a text reads as, and what is wrong with it.
pub(crate) fn read(text: &str) -> (File, String) {
    let mut sources = Sources::new();
    let file = sources.add("x.tiaoli", text);
    let mut problems = Problems::new();
    let tree = parse(file, text, &mut problems);
    let shown = match problems.show(&sources, Lang::Zh) {
        Ok(shown) => shown,
        Err(incomplete) => panic!("{incomplete}"),
    };
    if let Err(incomplete) = problems.show(&sources, Lang::En) {
        panic!("{incomplete}");
    }
    (tree, shown)
}

/// The tree, one item after another.
pub(crate) fn show(tree: &File) -> String {
    let mut shown = String::new();
    for item in &tree.items {
        let value = value(&mut format!("{item:?}").chars().peekable());
        print(&value, 0, &mut shown);
    }
    shown
}

/// A text with the tree beneath it, or with what is wrong.
pub(crate) fn both(text: &str) -> String {
    let (tree, problems) = read(text);
    let shown = show(&tree);
    let parts = [text.trim(), shown.trim_end(), problems.trim_end()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n-----\n")
}

/// What `{:?}` prints, read back.
enum Value {
    Word(String),
    Parts(String, Vec<(String, Value)>),
}

fn value(text: &mut Peekable<Chars<'_>>) -> Value {
    let mut word = String::new();
    if text.next_if_eq(&'"').is_some() {
        while let Some(c) = text.next() {
            match c {
                '"' => break,
                '\\' => word.extend(text.next()),
                _ => word.push(c),
            }
        }
        return Value::Word(format!("`{word}`"));
    }
    while let Some(c) = text.next_if(|c| c.is_alphanumeric() || *c == '_') {
        word.push(c);
    }
    while text.next_if_eq(&' ').is_some() {}
    let Some(open) = text.next_if(|c| matches!(c, '{' | '(' | '[')) else {
        return Value::Word(word);
    };
    let mut parts = Vec::new();
    loop {
        while text.next_if(|c| matches!(c, ' ' | ',')).is_some() {}
        if text.next_if(|c| matches!(c, '}' | ')' | ']')).is_some() {
            return Value::Parts(word, parts);
        }
        let mut name = String::new();
        if open == '{' {
            while let Some(c) = text.next_if(|c| *c != ':') {
                name.push(c);
            }
            text.next();
            text.next();
        }
        parts.push((name, value(text)));
    }
}

/// One line, or nothing for what says nothing.
fn line(value: &Value) -> Option<String> {
    match value {
        Value::Word(word) => (word != "None").then(|| word.clone()),
        Value::Parts(name, parts) => match (name.as_str(), parts.as_slice()) {
            ("Name" | "Text" | "Id", [(key, Value::Word(text)), _]) if key == "text" => {
                Some(text.trim_matches('`').to_owned())
            }
            ("Quantity", [(_, Value::Word(digits)), (_, Value::Word(zeros)), (_, unit), _]) => {
                let digits = digits.trim_matches('`');
                let unit = line(unit).unwrap_or_default();
                let zeros = if zeros == "0" { "" } else { &format!("e{zeros}") };
                Some(format!("{digits}{zeros}{unit}"))
            }
            ("Unit", [(_, Value::Word(first)), (_, per)]) => {
                let per = line(per).map_or(String::new(), |per| per.replace('`', ""));
                Some(format!("{}{per}", first.trim_matches('`')))
            }
            ("Date", [(_, year), (_, month), (_, day), _]) => {
                let parts = [year, month, day].map(|part| line(part).unwrap_or_default());
                Some(parts.join("-"))
            }
            ("Some", [(_, inner)]) => line(inner),
            _ if wrapped(value).is_some() => line(wrapped(value)?),
            (_, parts) => {
                let parts: Vec<String> = (parts.iter()).filter_map(|(key, part)| field(key, part)).collect();
                match (name.as_str(), parts.len()) {
                    ("", 0) => None,
                    ("", _) => Some(format!("[{}]", parts.join(", "))),
                    (name, 0) => Some(name.to_owned()),
                    (name, _) => Some(format!("{name}({})", parts.join(", "))),
                }
            }
        },
    }
}

/// What stands in a wrapper that says nothing of its own: `Expression { kind: …, span: … }`, `Item::Case(Case { … })`.
fn wrapped(value: &Value) -> Option<&Value> {
    let Value::Parts(name, parts) = value else {
        return None;
    };
    match (name.as_str(), parts.as_slice()) {
        ("Expression" | "Condition" | "Given" | "Value" | "Modifier" | "Attribute" | "Per", [(_, inner), (_, _)])
        | ("Name" | "Quantity" | "Date" | "Entity", [(_, inner)]) => Some(inner),
        ("Element", [(_, Value::Parts(_, values)), (_, Value::Word(_)), _]) if values.len() == 1 => {
            values.first().map(|(_, inner)| inner)
        }
        (name, [(_, inner @ Value::Parts(same, _))]) if name == same => Some(inner),
        _ => None,
    }
}

fn field(key: &str, value: &Value) -> Option<String> {
    if matches!(value, Value::Parts(name, _) if name == "Span") {
        return None;
    }
    let line = line(value)?;
    Some(match key {
        "" | "kind" | "name" | "id" | "title" | "alias" | "word" | "value" => line,
        _ if line == "false" => return None,
        key if line == "true" => key.to_owned(),
        key => format!("{key}={line}"),
    })
}

fn print(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    if let Some(inner) = wrapped(value) {
        return print(inner, depth, out);
    }
    let Some(whole) = line(value) else { return };
    match value {
        Value::Parts(name, parts) if 2 * depth + whole.chars().count() > 100 => {
            // a list has no line of its own
            let depth = if name.is_empty() { depth } else { depth + 1 };
            if !name.is_empty() {
                out.push_str(&format!("{indent}{name}\n"));
            }
            let indent = "  ".repeat(depth);
            for (key, part) in parts {
                let Some(short) = field(key, part) else {
                    continue;
                };
                let named = !matches!(key.as_str(), "" | "kind");
                if named && 2 * depth + short.chars().count() <= 100 {
                    out.push_str(&format!("{indent}{short}\n"));
                } else if named {
                    out.push_str(&format!("{indent}{key}\n"));
                    print(part, depth + 1, out);
                } else {
                    print(part, depth, out);
                }
            }
        }
        _ => out.push_str(&format!("{indent}{whole}\n")),
    }
}
