use super::*;
use std::collections::BTreeSet;

#[test]
fn codes_and_names_are_unique_and_each_code_lies_in_its_area() {
    let mut seen = BTreeSet::new();
    for (index, area) in AREAS.iter().enumerate() {
        for code in area.iter().copied().flatten() {
            let (area, number) = (format!("T{:02}", index + 1), code.id());
            assert!(number.len() == 5 && number.starts_with(&area), "{code:?} is not of area {area}");
            assert!(number.chars().skip(1).all(|c| c.is_ascii_digit()), "{code:?}");
            assert!(seen.insert(number.to_owned()), "{code:?} twice");
            assert!(seen.insert(code.name()), "{code:?}: name twice");
            assert_eq!(Code::find(&code.name()), Some(*code));
        }
    }
}

#[test]
fn both_languages_have_the_same_fields_and_placeholders() {
    let names = |template: Option<&'static str>| template.map(|words| placeholders(words).collect::<BTreeSet<_>>());
    for code in Code::all() {
        let (zh, en) = (code.words(Lang::Zh), code.words(Lang::En));
        assert_eq!(names(Some(zh.message)), names(Some(en.message)), "{code:?}: message");
        assert_eq!(names(zh.label), names(en.label), "{code:?}: label");
        assert_eq!(names(zh.also), names(en.also), "{code:?}: also");
        assert_eq!(names(zh.why), names(en.why), "{code:?}: why");
        assert_eq!(names(zh.help), names(en.help), "{code:?}: help");
    }
}

#[test]
fn words_keep_to_the_house_style() {
    for code in Code::all() {
        for (lang, words) in [(Lang::Zh, code.words(Lang::Zh)), (Lang::En, code.words(Lang::En))] {
            for template in words.own().chain(words.also) {
                assert!(!template.trim().is_empty(), "{code:?}: empty words");
                assert_eq!(template, template.trim(), "{code:?}: blanks around {template:?}");
                assert!(!template.ends_with(['.', '。']), "{code:?}: final period in {template:?}");
                assert_eq!(template.matches('{').count(), template.matches('}').count(), "{code:?}: {template:?}");
                for name in placeholders(template) {
                    let fine = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                    assert!(fine, "{code:?}: placeholder {name:?}");
                }
                // A template of placeholders alone says nothing in any language.
                let own: String = template.split('{').map(|part| part.rsplit('}').next().unwrap_or(part)).collect();
                let han =
                    own.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) || !own.contains(char::is_alphabetic);
                match lang {
                    Lang::Zh => {
                        assert!(han && !template.contains('`'), "{code:?}: Chinese quotes by 「」: {template:?}")
                    }
                    Lang::En => {
                        assert!(!template.contains('「'), "{code:?}: English quotes by backticks: {template:?}");
                        assert!(!template.starts_with(|c: char| c.is_ascii_uppercase()), "{code:?}: {template:?}");
                    }
                }
            }
        }
    }
}
