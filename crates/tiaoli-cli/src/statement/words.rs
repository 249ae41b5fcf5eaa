//! Outcomes in the words of an office.

use crate::surroundings::say;
use tiaoli::number::group;
use tiaoli::outcome::{Amount, ClaimDecision, Kind, Lost, Outcome, ProjectDecision, Reason};
use tiaoli::program::{DefinitionId, FactId, FactKind};
use tiaoli::{Lang, Program};

/// What words are made with.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) program: &'a Program,
    pub(crate) lang: Lang,
}

impl Words<'_> {
    /// One of two wordings.
    pub(crate) fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        say(self.lang, zh, en)
    }

    /// `3,000,000.00元`
    pub(crate) fn yuan(&self, amount: Amount) -> String {
        format!("{}{}", group(&amount.to_string()), self.say("元", " yuan"))
    }

    /// A sum, or that it is open upwards.
    pub(crate) fn sum(&self, amount: Option<Amount>) -> String {
        amount.map_or_else(|| self.say("上不封顶", "open").to_owned(), |amount| self.yuan(amount))
    }

    /// The heading of the article that a clause stands in.
    pub(crate) fn article(&self, clause: &str) -> String {
        self.program.article(clause).unwrap_or_default().to_owned()
    }

    fn fact(&self, id: FactId) -> &str {
        self.program.facts.get(id).map_or("", |fact| match self.lang {
            Lang::Zh => fact.name.zh.as_str(),
            Lang::En => fact.name.alias.as_str(),
        })
    }

    /// Facts with who is to supply them: 良好成效（认定）.
    fn missing(&self, facts: &[FactId]) -> String {
        let one = |id: &FactId| {
            let from = self.program.facts.get(*id).map_or("", |fact| kind(self.lang, fact.kind));
            format!("{}{}{from}{}", self.fact(*id), self.say("（", " ("), self.say("）", ")"))
        };
        facts.iter().map(one).collect::<Vec<_>>().join(self.say("、", ", "))
    }

    fn reasons(&self, reasons: &[Reason]) -> String {
        let one = |reason: &Reason| match reason {
            Reason::NotInForce => self.say("政策未施行", "the policy is not in force"),
            Reason::BeforeIssue => self.say("事件早于施行", "the event is earlier than the policy"),
            Reason::NoAward => self.say("该条不涉及资金", "the clause awards nothing"),
            Reason::NotRuled => self.say("文件未规定", "the document does not say"),
            Reason::NoCalendar => self.say("工作日安排", "the calendar of working days"),
            Reason::ZeroSum => self.say("金额为零", "the sum comes to nothing"),
            Reason::Fact(fact) => self.fact(*fact),
        };
        reasons.iter().map(one).collect::<Vec<_>>().join(self.say("、", ", "))
    }

    /// The definitions through which the reasons were looked at: （定义：小微企业）.
    fn through(&self, terms: &[DefinitionId]) -> String {
        if terms.is_empty() {
            return String::new();
        }
        let names = terms.iter().filter_map(|it| self.program.definitions.get(*it));
        let names: Vec<&str> = names.map(|it| self.say(&it.name.zh, &it.name.alias)).collect();
        let joined = names.join(self.say("、", ", "));
        format!("{}{joined}{}", self.say("（定义：", " (defined: "), self.say("）", ")"))
    }

    /// What came of a claim, before rivals, earlier payments and shared limits.
    pub(crate) fn outcome(&self, claim: &ClaimDecision) -> String {
        let mut text = self.of_outcome(&claim.outcome);
        if let Some(met) = claim.target_met {
            let words = match met {
                Some(true) => self.say("；目标已达到", "; target met"),
                Some(false) => self.say("；目标未达到", "; target not met"),
                None => self.say("；目标是否达到尚不知道", "; not known whether the target is met"),
            };
            text.push_str(words);
        }
        text
    }

    /// What an outcome is: of a claim, or of one row of it.
    pub(crate) fn of_outcome(&self, it: &Outcome) -> String {
        let named = it.title.as_deref().map_or(String::new(), |title| format!("“{title}”"));
        let upper = || {
            it.maximum.map_or(String::new(), |most| format!("{}{}", self.say("，至多", ", at most "), self.yuan(most)))
        };
        let mut text = match it.kind {
            Kind::Fixed => format!("{}{}", self.say("定额 ", "fixed "), self.yuan(it.minimum)),
            Kind::Rate => format!("{}{}", self.say("按比例 ", "by rate "), self.yuan(it.minimum)),
            Kind::UpTo => format!("{}{}", self.say("不超过 ", "up to "), self.sum(it.maximum)),
            Kind::Range => format!("{}{}{}", self.yuan(it.minimum), self.say(" 至 ", " to "), self.sum(it.maximum)),
            Kind::Referral => format!("{}{named}{}", self.say("另按", "set by "), upper()),
            Kind::CaseByCase => format!("{}{}", self.say("一事一议", "decided case by case"), upper()),
            Kind::Entitlement if it.monetary => format!("{}{named}", self.say("数额未定：", "sum not stated: ")),
            Kind::Entitlement => format!("{}{named}", self.say("权利：", "right: ")),
            Kind::Recovery => format!(
                "{}{}",
                self.say("追回 ", "to be paid back "),
                it.maximum.map_or_else(|| self.sum(None), |most| self.yuan(most))
            ),
            Kind::InKind => format!(
                "{}{} {}{}{named}",
                self.say("实物 ", "in kind "),
                it.maximum.map_or_else(String::new, |most| most.to_string()),
                it.unit.as_ref().map(ToString::to_string).unwrap_or_default(),
                self.say("", " of ")
            ),
            Kind::None => format!(
                "{}{}{}",
                self.say("不予，因 ", "none, because of "),
                self.reasons(&it.because),
                self.through(&it.terms)
            ),
            Kind::Undetermined => self.undetermined(it),
            Kind::InvalidInput => format!("{}{}", self.say("无效，因 ", "invalid: "), self.reasons(&it.because)),
        };
        if it.discretionary && !matches!(it.kind, Kind::None | Kind::InvalidInput) {
            text.insert_str(0, self.say("可 ", "may: "));
        }
        if it.clamped {
            text.push_str(self.say("（超限核减）", " (cut back to the ceiling)"));
        }
        if let Some(fact) = it.decided_by {
            text.push_str(&format!("{}{}", self.say("，待核定：", ", to be decided: "), self.fact(fact)));
        }
        for (key, name, sum) in &it.shows {
            let name = self.say(name, key);
            let sum = sum.map_or_else(|| self.say("未知", "unknown").to_owned(), |sum| self.yuan(sum));
            text.push_str(&format!("{}{name} {sum}", self.say("；", "; ")));
        }
        text
    }

    fn undetermined(&self, it: &Outcome) -> String {
        let between = match (it.monetary, it.maximum) {
            (false, _) => String::new(),
            (true, Some(most)) if most.total_cmp(it.minimum).is_eq() => format!(" {}", self.yuan(most)),
            (true, Some(most)) => format!(" {}{}{}", self.yuan(it.minimum), self.say(" 至 ", " to "), self.yuan(most)),
            (true, None) => format!(" {}{}", self.yuan(it.minimum), self.say(" 起，上不封顶", " or more")),
        };
        if it.because.contains(&Reason::NotRuled) {
            return format!(
                "{}{between}{}",
                self.say("待定", "undetermined"),
                self.say("，文件未规定", ", the document does not say")
            );
        }
        let mut lacks = Vec::new();
        if it.because.contains(&Reason::NoCalendar) {
            lacks.push(self.reasons(&[Reason::NoCalendar]));
        }
        if !it.needs.is_empty() {
            lacks.push(self.missing(&it.needs));
        }
        format!(
            "{}{between}{}{}",
            self.say("待定", "undetermined"),
            self.say("，缺 ", ", lacking "),
            lacks.join(self.say("、", ", "))
        )
    }

    /// Why a claim is not the award of its project.
    pub(crate) fn lost(&self, project: &ProjectDecision, lost: Lost) -> String {
        let id = |at: usize| project.claims.get(at).map_or("", |claim| claim.asked.as_str());
        match lost {
            Lost::Lower { than } => format!("{}{}", self.say("低于 ", "less than "), id(than)),
            Lost::Tie { with } => format!(
                "{}{}{}",
                self.say("与 ", "equal to "),
                id(with),
                self.say(" 相同，取其一", ", which comes first")
            ),
            Lost::LimitUsed { limit } => {
                let stated = self
                    .program
                    .limits
                    .get(limit)
                    .and_then(|it| self.program.clauses.get(it.clause))
                    .map_or("", |it| it.id.as_str());
                format!("{}{stated}{}", self.say("", "the limit of "), self.say(" 的限额已用于别处", " goes elsewhere"))
            }
            Lost::EarlierPayment => self.say("以前的付款已抵", "covered by earlier payments").to_owned(),
            Lost::Uncertain => self.say("未定，不计", "not counted until known").to_owned(),
            Lost::NotChosen => self.say("申报主体选了另一项", "the applicant chose another").to_owned(),
            Lost::Waits { first } => {
                let id = self.program.rules.get(first).map_or("", |rule| rule.id.as_str());
                format!("{}{id}{}", self.say("须在 ", "only after "), self.say(" 享受完之后", " is used up"))
            }
            Lost::Elsewhere { .. } => self.say("已在另一项目中计", "counted under another project").to_owned(),
        }
    }
}

/// Where a fact comes from.
pub(crate) fn kind(lang: Lang, kind: FactKind) -> &'static str {
    match kind {
        FactKind::Declared => say(lang, "申报", "to be declared"),
        FactKind::Recorded => say(lang, "登记", "on record"),
        FactKind::Found => say(lang, "认定", "a finding"),
        FactKind::Determined => say(lang, "核定", "a sum to be decided"),
        FactKind::Parameter => say(lang, "参数", "a parameter"),
    }
}
