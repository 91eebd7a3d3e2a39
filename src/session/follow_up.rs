//! The follow-up of an earlier session: what it carries over, and what it keeps of last time.
//!
//! It keeps a copy of last time's decisions of its own: no path is followed, and the other file need not be there.
//! No note, vote or name is among it.

use super::{
    Action, Answer, AssumptionAnswer, Decision, FrameworkUsed, InfluenceAnswer, Presence, Register, RiskAnswer,
    Session, copied,
};
use crate::framework::{Framework, Id, Level};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an earlier session said, as far as its follow-up needs it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Earlier {
    pub id: String,
    /// Its revision when it was copied.
    pub rev: u64,
    pub framework: FrameworkUsed,
    pub partnership: String,
    pub date: Option<Date>,
    pub created: Timestamp,
    pub register: Register,
    /// Decisions and evidence, by id.
    pub answers: BTreeMap<Id, Answer>,
    pub assumptions: BTreeMap<Id, AssumptionAnswer>,
    pub influences: BTreeMap<Id, InfluenceAnswer>,
    pub risks: BTreeMap<Id, RiskAnswer>,
    pub actions: Vec<Action>,
}

impl Earlier {
    /// The part of a session that its follow-up keeps. A check-in, which rates nothing, hands on what it follows up
    /// itself, with what became of the actions.
    pub fn of(session: &Session) -> Self {
        if let Some(earlier) = session.earlier.as_deref().filter(|_| session.rates_nothing()) {
            return Self { actions: session.actions.clone(), ..earlier.clone() };
        }
        let answer =
            |one: &Answer| Answer { decided: without_views(one), confidence: one.confidence, ..Answer::default() };
        let assumption =
            |one: &AssumptionAnswer| AssumptionAnswer { verdict: one.verdict, ..AssumptionAnswer::default() };
        let influence = |one: &InfluenceAnswer| InfluenceAnswer { bearing: one.bearing, ..InfluenceAnswer::default() };
        let risk = |one: &RiskAnswer| RiskAnswer { concern: one.concern, ..RiskAnswer::default() };
        Self {
            id: session.id.clone(),
            rev: session.rev,
            framework: session.framework.clone(),
            partnership: session.about.partnership.clone(),
            date: session.about.date,
            created: session.created,
            register: session.register.clone(),
            answers: copied(&session.answers, |_| true, answer),
            assumptions: copied(&session.assumptions, |_| true, assumption),
            influences: copied(&session.influences, |_| true, influence),
            risks: copied(&session.risks, |_| true, risk),
            actions: session.actions.clone(),
        }
    }

    /// It as a session again, to be compared: only what has been said on by now in `now`, so that nothing of last
    /// time is shown before the room has decided anew.
    pub fn seen_from(&self, framework: &Framework, now: &Session) -> Session {
        let mut session = Session::new(framework, self.id.clone(), self.created);
        session.rev = self.rev;
        session.framework = self.framework.clone();
        session.about.partnership.clone_from(&self.partnership);
        session.about.date = self.date;
        session.register = self.register.clone();
        session.actions.clone_from(&self.actions);
        let answered = |id: &Id| now.answer(id).decided.is_complete();
        session.answers = copied(&self.answers, answered, Clone::clone);
        session.assumptions = copied(&self.assumptions, |id| now.assumptions.contains_key(id), Clone::clone);
        session.influences = copied(&self.influences, |id| now.influences.contains_key(id), Clone::clone);
        session.risks = copied(&self.risks, |id| now.risks.contains_key(id), Clone::clone);
        session
    }
}

/// The decisions of an answer without what was said to them.
fn without_views(answer: &Answer) -> super::Decided {
    let bare = |decision: &Decision| match decision {
        Decision::NotAgreed { range, .. } => {
            Decision::NotAgreed { range: *range, low_view: String::new(), high_view: String::new() }
        }
        other => other.clone(),
    };
    match &answer.decided {
        super::Decided::Whole(whole) => super::Decided::Whole(bare(whole)),
        super::Decided::Levels { strategic, operational } => {
            super::Decided::Levels { strategic: bare(strategic), operational: bare(operational) }
        }
    }
}

impl Session {
    /// A new session that follows up an earlier one: its partnership, its register with everybody expected, and its
    /// actions that are still open. Nothing is rated.
    pub fn follow_up(framework: &Framework, earlier: &Self, id: String, created: Timestamp) -> Self {
        let mut session = Self::new(framework, id, created);
        session.about.partnership.clone_from(&earlier.about.partnership);
        session.register = earlier.register.clone();
        for group in &mut session.register.groups {
            (group.presence, group.left) = (Presence::Expected, 0);
        }
        session.register.moves.clear();
        session.actions = earlier.actions.iter().filter(|action| action.status.is_open()).cloned().collect();
        session.earlier = Some(Box::new(Earlier::of(earlier)));
        session
    }

    /// Whether nothing was said in it but on actions.
    fn rates_nothing(&self) -> bool {
        self.answers.values().all(|answer| *answer == Answer::default())
            && self.assumptions.is_empty()
            && self.influences.is_empty()
            && self.risks.is_empty()
    }

    /// What was decided last time on a feature; `None` where nothing was, or where the room has not decided anew.
    pub(crate) fn last_time(&self, feature: &Id, level: Option<Level>) -> Option<&Decision> {
        let now = self.answer(feature).decided.at(level);
        let then = self.earlier.as_ref()?.answers.get(feature)?.decided.at(level);
        let said = |decision: &Decision| *decision != Decision::NotDiscussed;
        (said(now) && said(then)).then_some(then)
    }
}
