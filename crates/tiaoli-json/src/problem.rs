//! Every way in which an application can be refused, and its words in both languages.

use crate::keys;
use crate::node::{Format, MAX_BYTES, MAX_DEPTH, Node};
use crate::refused::{Code, Place, Refused, Words};

/// What is wrong, with what a sentence about it needs.
#[derive(Clone, Debug)]
pub(crate) enum Problem {
    NotUtf8,
    Empty,
    TooLarge,
    TooDeep,
    /// The format, and what its reader says.
    Syntax(Format, String),
    KeyTwice(String),
    UnknownKey {
        key: String,
        near: Option<String>,
        belongs: Option<String>,
    },
    DefinitionGiven {
        name: String,
        facts: Vec<String>,
    },
    FactTwice {
        first: String,
        second: String,
    },
    MissingKey(&'static str),
    WrongShape {
        due: Shape,
        found: Words,
    },
    EmptyId,
    UnreadableDate(Words),
    ProjectTwice(String),
    ApplicantTwice {
        id: String,
        first: String,
    },
    UnknownPool {
        id: String,
        near: Option<String>,
    },
    UnknownClause {
        id: String,
        near: Option<String>,
    },
    SeveralRules {
        id: String,
        rules: Vec<String>,
    },
    UnusableAmount(Words),
    UnusableLevel {
        found: Words,
        levels: Vec<String>,
    },
    UnusableYear(Words),
    UnusableQuantity(Words),
}

/// What should have stood somewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    Object,
    List,
    Text,
    Truth,
}

impl Problem {
    /// The refusal at a path of the application.
    pub(crate) fn at(&self, path: impl ToString) -> Refused {
        Refused { path: path.to_string(), ..self.in_text(None) }
    }

    /// The refusal at a place of the text.
    pub(crate) fn in_text(&self, place: Option<Place>) -> Refused {
        Refused {
            code: self.code(),
            path: "$".to_owned(),
            place,
            message: self.message(),
            help: self.help().map(Box::new),
        }
    }

    fn code(&self) -> Code {
        match self {
            Self::NotUtf8 => Code::NotUtf8,
            Self::Empty => Code::Empty,
            Self::TooLarge => Code::TooLarge,
            Self::TooDeep => Code::TooDeep,
            Self::Syntax(..) => Code::Syntax,
            Self::KeyTwice(_) => Code::KeyTwice,
            Self::UnknownKey { .. } => Code::UnknownKey,
            Self::DefinitionGiven { .. } => Code::DefinitionGiven,
            Self::FactTwice { .. } => Code::FactTwice,
            Self::MissingKey(_) => Code::MissingKey,
            Self::WrongShape { .. } | Self::EmptyId => Code::WrongShape,
            Self::UnreadableDate(_) => Code::UnreadableDate,
            Self::ProjectTwice(_) => Code::ProjectTwice,
            Self::ApplicantTwice { .. } => Code::ApplicantTwice,
            Self::UnknownPool { .. } => Code::UnknownPool,
            Self::UnknownClause { .. } => Code::UnknownClause,
            Self::SeveralRules { .. } => Code::SeveralRules,
            Self::UnusableAmount(_) => Code::UnusableAmount,
            Self::UnusableLevel { .. } => Code::UnusableLevel,
            Self::UnusableYear(_) => Code::UnusableYear,
            Self::UnusableQuantity(_) => Code::WrongShape,
        }
    }

    fn message(&self) -> Words {
        match self {
            Self::NotUtf8 => Words::new("文件不是 UTF-8 编码", "the file is not UTF-8"),
            Self::Empty => Words::new("文件是空的", "the file is empty"),
            Self::TooLarge => {
                Words::new(format!("文件超过 {MAX_BYTES} 字节"), format!("the file is larger than {MAX_BYTES} bytes"))
            }
            Self::TooDeep => {
                Words::new(format!("嵌套超过 {MAX_DEPTH} 层"), format!("nested deeper than {MAX_DEPTH} levels"))
            }
            Self::Syntax(format, said) => {
                let (name, said) = (format.name(), show_most(said, 300));
                Words::new(format!("不是正确的 {name}：{said}"), format!("this is not {name}: {said}"))
            }
            Self::KeyTwice(key) => {
                both(key, |key| (format!("同一对象中 `{key}` 写了两次"), format!("`{key}` stands twice in one object")))
            }
            Self::UnknownKey { key, .. } => {
                both(key, |key| (format!("没有 `{key}` 这一项"), format!("unknown key `{key}`")))
            }
            Self::DefinitionGiven { name, .. } => both(name, |name| {
                (
                    format!("`{name}` 由政策的定义得出，不能直接给出"),
                    format!("`{name}` follows from a definition of the policy and cannot be given"),
                )
            }),
            Self::FactTwice { first, second } => {
                let (first, second) = (show(first), show(second));
                Words::new(
                    format!("`{first}` 与 `{second}` 是同一事实的两个名称"),
                    format!("`{first}` and `{second}` are two names of one fact"),
                )
            }
            Self::MissingKey(key) => Words::new(format!("缺少 `{key}`"), format!("`{key}` is missing")),
            Self::WrongShape { due, found } => {
                let due = due.words();
                Words::new(
                    format!("此处应为{}，写的是{}", due.zh, found.zh),
                    format!("expected {}, found {}", due.en, found.en),
                )
            }
            Self::EmptyId => Words::new("编号不能为空", "an id cannot be empty"),
            Self::UnreadableDate(found) => {
                Words::new(format!("不是日期：{}", found.zh), format!("not a date: {}", found.en))
            }
            Self::ProjectTwice(id) => {
                both(id, |id| (format!("两个项目同为 `{id}`"), format!("two projects have the id `{id}`")))
            }
            Self::ApplicantTwice { id, first } => both(id, |id| {
                (
                    format!("`{id}` 已在 {first} 申请过，一家一份申请"),
                    format!("`{id}` has applied already, at {first}; one application each"),
                )
            }),
            Self::UnknownPool { id, .. } => {
                both(id, |id| (format!("本政策没有分配 `{id}`"), format!("this policy has no allocation `{id}`")))
            }
            Self::UnknownClause { id, .. } => {
                both(id, |id| (format!("本政策没有条款 `{id}`"), format!("this policy has no clause `{id}`")))
            }
            Self::SeveralRules { id, .. } => both(id, |id| {
                (
                    format!("`{id}` 包含几项规则，不能一并申请"),
                    format!("`{id}` stands for several rules and cannot be claimed as one"),
                )
            }),
            Self::UnusableAmount(found) => {
                Words::new(format!("拨付金额不可用：{}", found.zh), format!("unusable amount: {}", found.en))
            }
            Self::UnusableLevel { found, .. } => {
                Words::new(format!("资金级别不可用：{}", found.zh), format!("unusable level of funds: {}", found.en))
            }
            Self::UnusableYear(found) => {
                Words::new(format!("年份不可用：{}", found.zh), format!("unusable year: {}", found.en))
            }
            Self::UnusableQuantity(found) => {
                Words::new(format!("次数不可用：{}", found.zh), format!("unusable quantity: {}", found.en))
            }
        }
    }

    fn help(&self) -> Option<Words> {
        match self {
            Self::NotUtf8 => Some(Words::new("请另存为 UTF-8", "save it as UTF-8")),
            Self::UnknownKey { belongs: Some(belongs), .. } => {
                Some(Words::new(format!("它属于 {belongs}"), format!("it belongs in {belongs}")))
            }
            Self::ApplicantTwice { .. } => Some(Words::new(
                "同一家的几个项目写在一份申请的 `projects` 里",
                "the projects of one applicant stand in `projects` of one application",
            )),
            Self::MissingKey(keys::APPLICANT_ID) => Some(Words::new(
                "一起分配的每份申请须写明是谁的：`\"applicant_id\": \"…\"`",
                "each application of an allocation says whose it is: `\"applicant_id\": \"…\"`",
            )),
            Self::UnknownKey { near: Some(near), .. }
            | Self::UnknownPool { near: Some(near), .. }
            | Self::UnknownClause { near: Some(near), .. } => {
                let near = show(near);
                Some(Words::new(format!("是否为 `{near}`？"), format!("did you mean `{near}`?")))
            }
            Self::DefinitionGiven { facts, .. } => {
                let facts = listed(facts);
                Some(Words::new(
                    format!("给出它所依据的事实：{}", facts.zh),
                    format!("give the facts that it rests on: {}", facts.en),
                ))
            }
            Self::FactTwice { .. } | Self::KeyTwice(_) => Some(Words::new("只留一个", "keep one of them")),
            Self::SeveralRules { rules, .. } => {
                let rules = listed(rules);
                Some(Words::new(format!("请分别申请：{}", rules.zh), format!("claim one of {}", rules.en)))
            }
            Self::UnreadableDate(_) => Some(Words::new("日期写作 `2021-06-30`", "a date is written `2021-06-30`")),
            Self::UnusableAmount(_) => Some(Words::new(
                "金额写作不为负的文本，单位元，至多两位小数：`\"400000.00\"`",
                "write yuan as a text, not negative, with at most two places: `\"400000.00\"`",
            )),
            Self::UnusableLevel { levels, .. } if !levels.is_empty() => {
                let levels = listed(levels);
                Some(Words::new(format!("可写：{}", levels.zh), format!("one of {}", levels.en)))
            }
            Self::UnusableQuantity(_) => {
                Some(Words::new("次数写作文本的整数：`\"2\"`", "write it as a text of a whole number: `\"2\"`"))
            }
            Self::UnusableYear(_) => Some(Words::new("年份写作整数：`2021`", "write a year as a number: `2021`")),
            _ => None,
        }
    }
}

impl Shape {
    fn words(self) -> Words {
        match self {
            Self::Object => Words::new("对象", "an object"),
            Self::List => Words::new("列表", "a list"),
            Self::Text => Words::new("文本", "a text"),
            Self::Truth => Words::new(" true 或 false", "true or false"),
        }
    }
}

/// What a node is, in words; short values as they stand.
pub(crate) fn found(node: Option<&Node>) -> Words {
    match node {
        None => Words::new("未写", "nothing"),
        Some(Node::Null) => Words::new("空值", "null"),
        Some(Node::Bool(it)) => Words::new(format!("`{it}`"), format!("`{it}`")),
        Some(Node::Number(it)) => both(it, |it| (format!("数 `{it}`"), format!("the number `{it}`"))),
        Some(Node::Text(it)) => both(it, |it| (format!("文本 `{it}`"), format!("the text `{it}`"))),
        Some(Node::List(_)) => Words::new("列表", "a list"),
        Some(Node::Map(_)) => Words::new("对象", "an object"),
    }
}

/// Text of an application as a message shows it: at most 60 characters, with what a terminal would not show escaped.
pub(crate) fn show(text: &str) -> String {
    show_most(text, 60)
}

fn show_most(text: &str, most: usize) -> String {
    let mut shown = String::new();
    for (index, it) in text.chars().enumerate() {
        if index == most {
            shown.push('…');
            break;
        }
        match it {
            '"' | '\'' | '\\' => shown.push(it),
            _ => shown.extend(it.escape_debug()),
        }
    }
    shown
}

fn both(text: &str, words: impl Fn(&str) -> (String, String)) -> Words {
    let (zh, en) = words(&show(text));
    Words { zh, en }
}

fn listed(of: &[String]) -> Words {
    let quoted: Vec<String> = of.iter().map(|it| format!("`{it}`")).collect();
    Words::new(quoted.join("、"), quoted.join(", "))
}
