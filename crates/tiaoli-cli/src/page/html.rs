//! Text as HTML.

/// Text that stays text.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// Rules as they are read: the id of a clause, quoted texts and comments stand out, and a line that was broken for its
/// length is one line again.
pub(super) fn code(text: &str) -> String {
    let mut out = String::new();
    let mut ends = true;
    for (at, line) in text.lines().enumerate() {
        let words = line.trim_start();
        let fresh = ends || words.starts_with(['#', '⇒', '}']) || words.starts_with("核对说明");
        if at > 0 {
            out.push_str(match fresh {
                true => "\n",
                // a mark of full width brings its own blank
                false if out.ends_with(['，', '、', '；', '：']) => "",
                false => " ",
            });
        }
        if fresh {
            out.push_str(line.strip_suffix(words).unwrap_or(""));
        }
        out.push_str(&line_of(words, fresh));
        ends = words.starts_with('#') || words.contains("  #") || words.ends_with(['。', '；', '{', '}']);
        // facts and members end their line without a mark
        ends |= !words.ends_with(['，', '、', '；', '：', '。']) && !words.ends_with("改为") && !next_hangs(text, at);
    }
    out
}

/// Whether the line after this one only goes on with it: it stands four columns further in.
fn next_hangs(text: &str, at: usize) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut lines = text.lines().skip(at);
    match (lines.next(), lines.next()) {
        (Some(line), Some(next)) => indent(next) >= indent(line) + 4,
        _ => false,
    }
}

/// `3.3.b`, and no date
fn is_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
}

fn line_of(words: &str, fresh: bool) -> String {
    if words.starts_with('#') {
        return format!("<span class=\"comment\">{}</span>", escape(words));
    }
    let id = words.split(' ').next().filter(|it| fresh && is_id(it));
    let (id, words) = id.map_or(("", words), |id| (id, words.strip_prefix(id).unwrap_or(words)));
    let mut out = if id.is_empty() { String::new() } else { format!("<span class=\"id\">{}</span>", escape(id)) };
    let mut depth = 0_usize;
    let mut plain = String::new();
    for (at, c) in words.char_indices() {
        if c == '#' && depth == 0 {
            out.push_str(&escape(&std::mem::take(&mut plain)));
            let comment = words.get(at..).unwrap_or("");
            out.push_str(&format!("<span class=\"comment\">{}</span>", escape(comment)));
            return out;
        }
        if c == '“' {
            depth += 1;
            if depth == 1 {
                out.push_str(&escape(&std::mem::take(&mut plain)));
                out.push_str("<span class=\"quoted\">");
            }
        }
        plain.push(c);
        if c == '”' && depth > 0 {
            depth -= 1;
            if depth == 0 {
                out.push_str(&escape(&std::mem::take(&mut plain)));
                out.push_str("</span>");
            }
        }
    }
    out.push_str(&escape(&plain));
    if depth > 0 {
        out.push_str("</span>");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escape("<b a=\"1\">&'"), "&lt;b a=&quot;1&quot;&gt;&amp;&#39;");
        assert_eq!(code("按 “<i>” 执行"), "按 <span class=\"quoted\">“&lt;i&gt;”</span> 执行");
    }

    #[test]
    fn only_ids_of_clauses_stand_out() {
        assert!(code("3.3.b 限 甲。").contains("\"id\">3.3.b<"));
        assert!(!code("2024年9月1日 追加500万元。").contains("\"id\""));
    }

    #[test]
    fn broken_lines_are_joined() {
        let text = "3.3.b 对 甲，\n    且 乙的，\n    给予1元奖励。  # 注\n  核对说明 “丙”。";
        let joined = "<span class=\"id\">3.3.b</span> 对 甲，且 乙的，给予1元奖励。  <span class=\"comment\"># 注</span>\n  核对说明 <span class=\"quoted\">“丙”</span>。";
        assert_eq!(code(text), joined);
        assert_eq!(
            code("词汇 甲 a {\n  乙 b 登记 金额\n  丙 c 登记 是否\n}"),
            "词汇 甲 a {\n  乙 b 登记 金额\n  丙 c 登记 是否\n}"
        );
        assert_eq!(code("算例 1 “a”：乙1元，丙\n    ⇒ 1元。").lines().count(), 2);
    }
}
