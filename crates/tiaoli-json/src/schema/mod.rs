//! The JSON Schema (2020-12) of a program's applications, for editors and forms.
//!
//! It describes right applications. The reader takes more: a value that this schema refuses may be no more than
//! impossible input of one claim. It cannot say that two projects have one id.

mod fact;
mod object;

pub(crate) use fact::kind as kind_of_fact;

use crate::application::{CITY, Dictionary, MUNICIPAL, is_payment, paying, spellings};
use crate::keys;
use object::{Object, nullable};
use serde_json::{Map, Value, json};
use tiaoli_eval::program::{Claimable, FactId, LevelId, Place, Program};

/// The schema of the applications of `program`.
#[must_use]
pub fn schema(program: &Program) -> Value {
    let of = Of { program, dictionary: Dictionary::new(program) };
    let mut application = of.level(of.dictionary.at(Place::Application));
    application.own(json!({
        keys::AS_OF: { "title": "评定日期", "type": "string", "format": "date", "pattern": fact::DATE },
        keys::ASSUME_IN_FORCE: { "title": "视同已施行", "type": ["boolean", "null"] },
        keys::APPLICANT_ID: { "title": "申报主体编号", "type": ["string", "null"], "pattern": "\\S" },
        keys::APPLICANT: of.applicant(),
        keys::PROJECTS: { "title": "项目", "type": "array", "items": of.project() },
        keys::PRIOR_AWARDS: { "title": "此前拨付", "type": ["array", "null"], "items": of.prior_award() },
    }));
    application.required = &[keys::AS_OF, keys::PROJECTS];
    let policy = &program.policy;
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("title".to_owned(), policy.title.as_str().into());
    schema.insert("$comment".to_owned(), format!("{} {} {}", policy.name, policy.edition, policy.digest).into());
    schema.extend(application.into_map());
    let written = program.facts.ids().filter(|id| !is_payment(program, *id));
    let definitions = written.map(|id| (fact::definition_name(program, id), of.fact(id)));
    schema.insert("$defs".to_owned(), Value::Object(definitions.collect()));
    Value::Object(schema)
}

struct Of<'p> {
    program: &'p Program,
    dictionary: Dictionary<'p>,
}

impl Of<'_> {
    /// The facts of a level, under every name.
    fn level(&self, level: Option<LevelId>) -> Object {
        let mut object = Object::default();
        for (id, fact) in self.program.facts.iter() {
            if level.is_some_and(|level| self.dictionary.stands_in(id, level)) {
                object.one_of(&spellings(&fact.name), &fact::definition_name(self.program, id));
            }
        }
        object
    }

    fn fact(&self, id: FactId) -> Value {
        let below = self.program.levels.iter().find(|(_, level)| level.place == Place::List(id));
        fact::definition(self.program, id, below.map(|(level, _)| nullable(self.level(Some(level)).into_map())))
    }

    fn applicant(&self) -> Value {
        let mut applicant = nullable(self.level(self.dictionary.at(Place::Applicant)).into_map());
        applicant.insert("title".to_owned(), "申报主体".into());
        Value::Object(applicant)
    }

    fn project(&self) -> Value {
        let claims = self.program.claimable.iter().filter(|(_, it)| !matches!(it, Claimable::Several(_)));
        let claims: Vec<&str> = claims.map(|(id, _)| id.as_str()).collect();
        let mut project = Object::requiring(&[keys::PROJECT_ID]);
        project.own(json!({
            keys::PROJECT_ID: id("项目编号"),
            keys::CLAIMS: { "title": "申请的条款", "type": ["array", "null"], "items": { "enum": claims } },
            keys::FACTS: nullable(self.level(self.dictionary.at(Place::Project)).into_map()),
        }));
        Value::Object(project.into_map())
    }

    fn prior_award(&self) -> Value {
        let levels = self.program.settlement.levels.and_then(|levels| self.program.enums.get(levels));
        let level = match levels {
            Some(levels) => {
                let mut names: Vec<&str> = paying(levels).flat_map(|(_, name)| spellings(name)).collect();
                if names.contains(&MUNICIPAL) && !names.contains(&CITY) {
                    names.push(CITY);
                }
                json!({ "title": "资金级别", "enum": names })
            }
            None => json!({ "title": "资金级别", "type": "string" }),
        };
        let mut award = match levels {
            Some(_) => Object::requiring(&[keys::PROJECT_ID, keys::CLAUSE, keys::AMOUNT, keys::YEAR, keys::LEVEL]),
            None => Object::requiring(&[keys::PROJECT_ID, keys::CLAUSE, keys::AMOUNT, keys::YEAR]),
        };
        award.own(json!({
            keys::PROJECT_ID: id("项目编号"),
            keys::CLAUSE: id("条款"),
            keys::AMOUNT: { "title": "拨付金额", "type": "string", "pattern": fact::decimals(2), "x-unit": "元" },
            keys::YEAR: { "title": "年份", "type": "integer", "minimum": 1, "maximum": 9999 },
            keys::LEVEL: level,
            keys::KEY: id("所属的人或对象（标识）"),
            keys::QUANTITY: { "title": "次数", "type": "string", "pattern": fact::decimals(0) },
            keys::BASE_GRANT: { "title": "上级基础资助", "type": ["boolean", "null"] },
        }));
        Value::Object(award.into_map())
    }
}

fn id(title: &str) -> Value {
    json!({ "title": title, "type": "string", "pattern": "\\S" })
}
