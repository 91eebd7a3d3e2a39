//! A session in which things are said, by id and in one line each.

use plenary::framework::{Assumption, Confidence, Feature, Framework, Id, Influence, Item, Level, Rating, Risk};
use plenary::report::{Choices, Report};
use plenary::session::{Bearing, Changed, Decision, History, Range, RiskStatus, Session, Verdict};

/// A framework and what was said on it, every change recorded.
pub(crate) struct Said {
    pub(crate) framework: Framework,
    pub(crate) session: Session,
    pub(crate) history: History,
}

pub(crate) fn at() -> jiff::Timestamp {
    "2026-03-12T09:30:00Z".parse().unwrap()
}

pub(crate) fn id(text: &str) -> Id {
    Id::from(text)
}

pub(crate) fn rating(number: u8) -> Rating {
    Rating::try_from(number).unwrap()
}

pub(crate) fn range(low: u8, high: u8) -> Range {
    Range::between(rating(low), rating(high)).unwrap()
}

pub(crate) fn not_agreed(low: u8, high: u8) -> Decision {
    Decision::NotAgreed { range: range(low, high), low_view: String::new(), high_view: String::new() }
}

impl Said {
    /// Nothing said yet, on the framework that is built in.
    pub(crate) fn nothing() -> Self {
        Self::on(Framework::built_in().unwrap())
    }

    pub(crate) fn on(framework: Framework) -> Self {
        let session = Session::new(&framework, "0123456789abcdef".into(), at());
        Self { framework, session, history: History::default() }
    }

    /// What papers tell of it, as the report's JSON.
    pub(crate) fn told(&self) -> serde_json::Value {
        let report = Report::of(&self.framework, &self.session, Choices::default());
        serde_json::from_str(&report.json()).unwrap()
    }

    pub(crate) fn feature(&self, name: &str) -> Feature {
        self.framework.feature(&id(name)).unwrap().2.clone()
    }

    pub(crate) fn assumption(&self, name: &str) -> Assumption {
        self.framework.assumption(&id(name)).unwrap().clone()
    }

    pub(crate) fn influence(&self, name: &str) -> Influence {
        self.framework.influence(&id(name)).unwrap().clone()
    }

    pub(crate) fn risk(&self, name: &str) -> Risk {
        self.framework.risk(&id(name)).unwrap().clone()
    }

    pub(crate) fn item(&self, name: &str) -> Item<'_> {
        self.framework.item(&id(name)).unwrap()
    }

    /// Takes a change, which must be allowed.
    pub(crate) fn take(&mut self, changed: Changed) -> &mut Self {
        if let Some(edit) = changed.unwrap_or_else(|refusal| panic!("refused: {refusal}")) {
            self.history.record(edit, &self.session);
        }
        self
    }

    pub(crate) fn decide(&mut self, name: &str, decision: &Decision) -> &mut Self {
        let feature = self.feature(name);
        let levels = if feature.levels { Level::ALL.map(Some).to_vec() } else { vec![None] };
        for level in levels {
            let changed = self.session.decide(&feature, level, decision.clone(), at());
            self.take(changed);
        }
        self
    }

    /// Agrees a rating, at both levels where the feature takes both.
    pub(crate) fn rate(&mut self, name: &str, number: u8) -> &mut Self {
        self.decide(name, &Decision::Agreed(rating(number)))
    }

    /// Agrees a rating for each level.
    pub(crate) fn rate_levels(&mut self, name: &str, strategic: u8, operational: u8) -> &mut Self {
        let feature = self.feature(name);
        for (level, number) in Level::ALL.into_iter().zip([strategic, operational]) {
            let changed = self.session.decide(&feature, Some(level), Decision::Agreed(rating(number)), at());
            self.take(changed);
        }
        self
    }

    pub(crate) fn trust(&mut self, name: &str, confidence: Confidence) -> &mut Self {
        let changed = self.session.trust(&self.feature(name), Some(confidence));
        self.take(changed)
    }

    pub(crate) fn judge(&mut self, name: &str, verdict: Verdict) -> &mut Self {
        let changed = self.session.judge(&self.assumption(name), verdict);
        self.take(changed)
    }

    pub(crate) fn weigh(&mut self, name: &str, bearing: Bearing) -> &mut Self {
        let changed = self.session.weigh(&self.influence(name), bearing);
        self.take(changed)
    }

    /// A risk that is happening, with its impact.
    pub(crate) fn happening(&mut self, name: &str, impact: u8) -> &mut Self {
        let risk = self.risk(name);
        let changed = self.session.place_risk(&risk, RiskStatus::HappeningNow);
        self.take(changed);
        let changed = self.session.set_impact(&risk, Some(rating(impact)));
        self.take(changed)
    }

    /// A risk that could happen, with the room's own likelihood, 0 for none, and its impact.
    pub(crate) fn could_happen(&mut self, name: &str, likelihood: u8, impact: u8) -> &mut Self {
        let risk = self.risk(name);
        let changed = self.session.place_risk(&risk, RiskStatus::CouldHappen);
        self.take(changed);
        let changed = self.session.set_likelihood(&risk, Rating::try_from(likelihood).ok());
        self.take(changed);
        let changed = self.session.set_impact(&risk, Some(rating(impact)));
        self.take(changed)
    }

    pub(crate) fn dots(&mut self, name: &str, dots: u16) -> &mut Self {
        let framework = self.framework.clone();
        let changed = self.session.put_dots(framework.item(&id(name)).unwrap(), dots);
        self.take(changed)
    }
}
