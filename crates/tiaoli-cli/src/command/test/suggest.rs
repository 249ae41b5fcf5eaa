//! `tiaoli test --suggest`: boundary cases to be confirmed by a person, in the language.

use super::Args;
use crate::command::render;
use crate::files::shown;
use crate::report::{Failure, Report};
use crate::surroundings::{Context, say};
use tiaoli::suggest::{Suggestions, suggest};
use tiaoli::{Code, Compiled, Diagnostic, FileId, Lang, Problems, Program};

/// Writes the cases of the rules that `filter` names, or of all.
pub(super) fn run(
    args: &Args,
    filter: Option<&str>,
    compiled: &Compiled,
    program: &Program,
    context: &Context<'_>,
) -> Result<Report, Failure> {
    let mut suggestions = suggest(program, &compiled.cases, &compiled.setting);
    suggestions.cases.retain(|it| filter.is_none_or(|filter| super::is_of(&it.rule, filter)));
    let stderr = count(&suggestions, context.lang);
    if suggestions.cases.is_empty() {
        return Ok(Report { stderr, ..Report::fine(String::new()) });
    }
    // what stands there may be half confirmed
    if let Some(path) = args.output.as_deref().filter(|path| path.exists()) {
        return Err(Failure::usage(Diagnostic::new(Code::ALREADY_THERE).arg("path", shown(path))));
    }
    let text = written(&suggestions);
    let report = render::deliver(args.output.as_deref(), text, context)?;
    Ok(Report { stderr, ..report })
}

/// The file, in the one layout.
fn written(suggestions: &Suggestions) -> String {
    let mut text =
        "# 门槛和上限处还缺的算例。结果是算出来的：对照文件核对，无误的删去“待确认”，有误的改规则。\n".to_owned();
    for of_rule in suggestions.cases.chunk_by(|a, b| a.rule == b.rule) {
        text.push('\n');
        of_rule.iter().for_each(|it| text.push_str(&it.text));
    }
    let mut text = tiaoli::format(FileId(0), &text, &mut Problems::new()).unwrap_or(text);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn count(suggestions: &Suggestions, lang: Lang) -> String {
    let (cases, unwritten) = (suggestions.cases.len(), suggestions.unwritten);
    let mut text = match lang {
        Lang::Zh if cases == 0 => "门槛和上限处的算例都有了\n".to_owned(),
        Lang::En if cases == 0 => "every threshold and cap has its cases\n".to_owned(),
        Lang::Zh => format!("待确认的算例 {cases} 个\n"),
        Lang::En => format!("cases to be confirmed: {cases}\n"),
    };
    if unwritten > 0 {
        let words = say(lang, "另有 {} 个写不成算例", "{} more have no words in a case");
        text.push_str(&words.replacen("{}", &unwritten.to_string(), 1));
        text.push('\n');
    }
    text
}
