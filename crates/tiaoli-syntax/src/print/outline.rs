//! What stands where in a file: its items, and the sentences that begin with the id of a clause.
//!
//! It is read off the canonical layout: an item begins at the left edge, a sentence at the start of a line, and comments
//! stand above what they speak of. So an item that is added to the language has its place here the day it is laid out.

/// One item of a file in the canonical layout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The word that it begins with: 条款, 读法, 算例 …
    pub word: String,
    /// The clauses that its head names.
    pub ids: Vec<String>,
    /// The comments above it, a line each.
    pub note: String,
    /// The item itself.
    pub text: String,
    /// Its sentences that begin with the id of a clause.
    pub sentences: Vec<Passage>,
}

/// One sentence of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The clause that it encodes.
    pub id: String,
    /// The sentence with its id, the comments above it, and the answers to its checks; its first line is not indented.
    pub text: String,
}

impl Part {
    /// The first line of the item without the brace at its end.
    pub fn head(&self) -> &str {
        self.text.lines().next().unwrap_or("").trim_end_matches('{').trim_end()
    }
}

/// The items of a text in the canonical layout, in order.
pub fn outline(laid_out: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut note = String::new();
    for line in laid_out.lines() {
        let begins = !line.starts_with([' ', '}', '#']) && !line.is_empty();
        if begins {
            let word = line.split(|c: char| c.is_whitespace() || c == '{').next().unwrap_or("");
            parts.push(Part { word: word.to_owned(), note: std::mem::take(&mut note), ..Part::default() });
        }
        match parts.last_mut() {
            // a comment at the left edge speaks of what follows, unless an empty line parts the two
            _ if line.starts_with('#') => push_line(&mut note, line),
            _ if line.is_empty() && !note.is_empty() => note.clear(),
            Some(part) => push_line(&mut part.text, line),
            None => {}
        }
    }
    for part in &mut parts {
        part.text.truncate(part.text.trim_end().len());
        part.ids = head_ids(&part.text);
        part.sentences = sentences(&part.text);
    }
    parts
}

fn push_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

/// The ids in the head of an item, outside its quoted texts.
fn head_ids(text: &str) -> Vec<String> {
    let mut depth = 0_i32;
    let mut outside = String::new();
    for c in text.chars() {
        depth += i32::from(c == '“') - i32::from(c == '”');
        match c {
            '{' | '：' if depth == 0 => break,
            _ if depth > 0 || c == '”' => {}
            _ => outside.push(c),
        }
    }
    outside.split([' ', '、', '\n']).filter(|it| is_id(it)).map(str::to_owned).collect()
}

/// The sentences of an item that begin with the id of a clause.
fn sentences(text: &str) -> Vec<Passage> {
    let mut found: Vec<(usize, Passage)> = Vec::new();
    let mut above: Vec<&str> = Vec::new();
    let mut ended = false;
    for line in text.lines() {
        let words = line.trim_start();
        let indent = line.len() - words.len();
        if words.starts_with('#') && ended {
            above.push(words);
            continue;
        }
        let id = words.split_whitespace().next().filter(|it| ended && is_id(it));
        if let Some(id) = id {
            let mut passage = Passage { id: id.to_owned(), text: String::new() };
            above.drain(..).for_each(|comment| push_line(&mut passage.text, comment));
            push_line(&mut passage.text, words);
            found.push((indent, passage));
        } else if let Some((from, passage)) = found.last_mut()
            && indent > *from
        {
            above.drain(..).for_each(|comment| push_line(&mut passage.text, comment));
            push_line(&mut passage.text, line.get(*from..).unwrap_or(words));
        }
        ended = words.split("  #").next().unwrap_or("").ends_with(['{', '}', '。', '；']);
    }
    found.into_iter().map(|(_, passage)| passage).collect()
}

/// `3.3.b`
fn is_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_lowercase() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# 不属于谁

# 平台
条款 3.3 “平台 3.9 {” 每 平台 {
  # 总领
  3.3.a 限 在我区。
  3.3.b 对 实际投入500万元以上，
      且 良好成效的，给予10万元奖励。  # 刚好也算
    核对说明 “…”。
}

读法 A1-1 “问” 关于 3.3.a、3.3.b {
  采用 R1 “…” 因 “…”。
}

算例 3.3、3.4 “一”：实际投入1万元
    ⇒ 3.3 不予。
";

    #[test]
    fn items_and_sentences_are_found() {
        let parts = outline(TEXT);
        let words: Vec<&str> = parts.iter().map(|it| it.word.as_str()).collect();
        assert_eq!(words, ["条款", "读法", "算例"]);
        let [article, reading, case] = parts.as_slice() else { panic!("{parts:?}") };
        assert_eq!((article.note.as_str(), article.head()), ("# 平台", "条款 3.3 “平台 3.9 {” 每 平台"));
        assert_eq!(
            (&article.ids, &reading.ids, &case.ids),
            (
                &vec!["3.3".to_owned()],
                &vec!["3.3.a".to_owned(), "3.3.b".to_owned()],
                &vec!["3.3".to_owned(), "3.4".to_owned()],
            )
        );
        let sentences: Vec<(&str, &str)> =
            article.sentences.iter().map(|it| (it.id.as_str(), it.text.as_str())).collect();
        assert_eq!(
            sentences,
            [
                ("3.3.a", "# 总领\n3.3.a 限 在我区。"),
                (
                    "3.3.b",
                    "3.3.b 对 实际投入500万元以上，\n    且 良好成效的，给予10万元奖励。  # 刚好也算\n  核对说明 “…”。",
                ),
            ]
        );
        assert_eq!(case.text, "算例 3.3、3.4 “一”：实际投入1万元\n    ⇒ 3.3 不予。");
    }
}
