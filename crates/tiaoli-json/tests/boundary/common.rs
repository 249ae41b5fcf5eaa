//! A small policy made by hand, with every sort of fact, and words for what was read of an application.

use tiaoli_eval::application::{Application, Slot};
use tiaoli_eval::program::{
    Absence, Claimable, Enumeration, Fact, FactKind, Level, LevelId, ListBound, Name, Place, Program, Reading, Rule,
    RuleId, TargetId, Ty, Unit, Value, Written,
};
use tiaoli_eval::table::Id;
use tiaoli_json::{Format, Node, Refused};

pub(crate) fn name(alias: &str, zh: &str, also: &[&str]) -> Name {
    Name { zh: zh.into(), alias: alias.into(), also: also.iter().map(|it| (*it).to_owned()).collect(), in_full: None }
}

fn level(program: &mut Program, name: Name, parent: Option<LevelId>, place: Place) -> LevelId {
    program.levels.push(Level { name, parent, place, unit: None, same_by: None })
}

fn number(unit: Unit, scale: u8) -> Ty {
    Ty::Number { unit, scale }
}

fn fact(program: &mut Program, level: LevelId, name: Name, ty: Ty, written: Written) -> tiaoli_eval::program::FactId {
    let number = matches!(ty, Ty::Number { .. });
    program.facts.push(Fact {
        name,
        level,
        kind: FactKind::Recorded,
        ty,
        least: number.then_some(0),
        greatest: None,
        list: None,
        absence: Absence::Unknown,
        written,
    })
}

/// An orchard policy: application, applicant, orchards, and below them prices (values), workers (objects) with
/// their papers (values of a list of objects).
pub(crate) fn orchard() -> Program {
    let mut p = Program::default();
    p.policy.name = "orchard".into();
    p.policy.edition = "1".into();
    p.policy.title = "果园扶持办法".into();
    p.policy.digest = "sha256:00".into();
    let grade = p.enums.push(Enumeration {
        name: name("grade", "等级", &[]),
        ordered: true,
        members: vec![name("none", "无", &[]), name("town", "镇级", &["village"]), name("county", "县级", &[])],
    });
    let sort = p.enums.push(Enumeration {
        name: name("sort", "种类", &[]),
        ordered: false,
        members: vec![name("pear", "梨", &["雪梨"]), name("tea", "茶", &[])],
    });

    let application = level(&mut p, name("application", "申请", &[]), None, Place::Application);
    let applicant = level(&mut p, name("applicant", "申报主体", &[]), Some(application), Place::Applicant);
    let project = level(&mut p, name("project", "果园", &[]), Some(applicant), Place::Project);

    let issued = fact(&mut p, application, name("issue_date", "发文日期", &[]), Ty::Date, Written::Date);
    p.facts.get_mut(issued).unwrap().kind = FactKind::Parameter;
    fact(&mut p, applicant, name("in_town", "镇内", &[]), Ty::Truth, Written::Boolean);
    let spend = fact(&mut p, project, name("spend", "投入", &["投资"]), number(Unit::yuan(), 2), Written::Money);
    p.facts.get_mut(spend).unwrap().name.in_full = Some("当年实际投入".into());
    p.facts.get_mut(spend).unwrap().kind = FactKind::Declared;
    let share = fact(&mut p, project, name("share", "占比", &[]), number(Unit::none(), 6), Written::Percent);
    p.facts.get_mut(share).unwrap().greatest = Some(1_000_000);
    fact(&mut p, project, name("area", "面积", &[]), number(Unit::base("亩"), 2), Written::Decimal(2));
    let trees = fact(&mut p, project, name("trees", "株数", &[]), number(Unit::base("株"), 0), Written::Whole);
    p.facts.get_mut(trees).unwrap().least = Some(1);
    fact(&mut p, project, name("count_year", "计入年度", &[]), number(Unit::base("年"), 0), Written::Year);
    fact(&mut p, project, name("event_date", "事件日期", &[]), Ty::Date, Written::Date);
    fact(&mut p, project, name("good", "优质", &[]), Ty::Truth, Written::Boolean);
    fact(&mut p, project, name("grade", "等级", &[]), Ty::Member(grade), Written::Member);

    let prices = fact(&mut p, project, name("prices", "历次价格", &[]), number(Unit::yuan(), 2), Written::Money);
    let prices_level = level(&mut p, name("prices", "历次价格", &[]), Some(project), Place::Values(prices));
    let it = p.facts.get_mut(prices).unwrap();
    (it.level, it.list) = (prices_level, Some(ListBound { most: Some(3) }));

    let workers = fact(&mut p, project, name("workers", "员工", &[]), Ty::Truth, Written::Rows);
    p.facts.get_mut(workers).unwrap().list = Some(ListBound { most: Some(2) });
    let worker = level(&mut p, name("worker", "员工", &[]), Some(project), Place::List(workers));
    fact(&mut p, worker, name("wage", "工资", &[]), number(Unit::yuan(), 2), Written::Money);
    let papers = fact(&mut p, worker, name("papers", "证书", &[]), Ty::Member(sort), Written::Member);
    let papers_level = level(&mut p, name("papers", "证书", &[]), Some(worker), Place::Values(papers));
    let it = p.facts.get_mut(papers).unwrap();
    (it.level, it.list) = (papers_level, Some(ListBound { most: None }));

    let rule = |id: &str| Rule {
        policy: None,
        id: id.into(),
        clauses: vec![],
        level: project,
        readings: vec![],
        gates: vec![],
        forms: vec![],
    };
    let rules: Vec<RuleId> = ["1.1", "2.1", "2.2"].into_iter().map(|id| p.rules.push(rule(id))).collect();
    p.claimable = vec![
        ("1".into(), Claimable::Nothing),
        ("1.1".into(), Claimable::Rule(rules[0])),
        ("1.1.a".into(), Claimable::Rule(rules[0])),
        ("2".into(), Claimable::Several(vec![rules[1], rules[2]])),
        ("2.1".into(), Claimable::Rule(rules[1])),
        ("2.2".into(), Claimable::Rule(rules[2])),
        ("3".into(), Claimable::Targets(vec![TargetId::from_index(0)])),
    ];
    p.readings.push(Reading {
        id: "B1".into(),
        question: "何为优质".into(),
        chosen: "R1".into(),
        words: String::new(),
        reason: String::new(),
    });
    p.settlement.levels = Some(grade);
    p
}

pub(crate) fn json(text: &str) -> Node {
    tiaoli_json::parse(text.as_bytes(), Format::Json).unwrap()
}

/// The application with these facts of one project.
pub(crate) fn with_facts(facts: &str) -> Node {
    json(&format!(r#"{{"as_of": "2021-06-30", "projects": [{{"project_id": "P", "facts": {facts}}}]}}"#))
}

/// What reading came to, in words: each fact that has rows with something in them, or why it was refused.
pub(crate) fn said(read: &Result<Application, Refused>) -> String {
    match read {
        Ok(application) => facts(&orchard(), application),
        Err(refused) => refusal(refused),
    }
}

pub(crate) fn refusal(refused: &Refused) -> String {
    let mut said = format!("{} {}", refused.code.word(), refused.path);
    if let Some(place) = refused.place {
        said += &format!(" {}:{}", place.line, place.column);
    }
    said += &format!("\n  {}\n  {}", refused.message.en, refused.message.zh);
    if let Some(help) = &refused.help {
        said += &format!("\n  help: {}\n  help: {}", help.en, help.zh);
    }
    said
}

pub(crate) fn facts(program: &Program, application: &Application) -> String {
    let mut said = String::new();
    for (id, fact) in program.facts.iter() {
        let slots = &application.facts[id];
        let place = program.levels[fact.level].place;
        let list = matches!(place, Place::List(_) | Place::Values(_));
        let rows = &application.rows[fact.level];
        let odd = list && (0..rows.complete.len()).any(|parent| rows.is_complete(parent) || rows.is_impossible(parent));
        if !odd && slots.iter().all(|slot| *slot == Slot::Absent) {
            continue;
        }
        said += &format!("{}:", fact.name.alias);
        slots.iter().for_each(|slot| said += &format!(" {}", word(program, fact, *slot)));
        for parent in (0..rows.complete.len()).filter(|_| list) {
            let state = match (rows.is_impossible(parent), rows.is_complete(parent)) {
                (true, _) => "impossible",
                (_, true) => "complete",
                _ => "open",
            };
            said += &format!(" [{} rows, {state}]", rows.of(parent).len());
        }
        said += "\n";
    }
    said
}

fn word(program: &Program, fact: &Fact, slot: Slot) -> String {
    match slot {
        Slot::Absent => "-".into(),
        Slot::Impossible => "impossible".into(),
        Slot::Known(Value::Truth(it)) => it.to_string(),
        Slot::Known(Value::Key(it)) => format!("#{it}"),
        Slot::Known(Value::Number(it)) => match fact.ty {
            Ty::Date => tiaoli_eval::date::Date::from_days(i32::try_from(it).unwrap()).unwrap().to_string(),
            Ty::Number { scale, .. } => format!("{it}e-{scale}"),
            _ => panic!("a number of no number's type"),
        },
        Slot::Known(Value::Member(it)) => match fact.ty {
            Ty::Member(id) => program.enums[id].members[usize::from(it)].alias.clone(),
            _ => panic!("a member of no enumeration"),
        },
    }
}
