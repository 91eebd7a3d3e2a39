//! How a feature of one session reads, where its votes may count: not those that nothing may tell of.
//!
//! A blind spot by don't-knows is told by every map and paper; of a breakout table it would tell votes that the merged
//! session counts again.

use super::state::is_unknown_to_many;
use super::{FeatureState, read};
use crate::framework::{Framework, Id, Stage};
use crate::session::{Answer, Published, Session};
use jiff::Timestamp;
use std::borrow::Cow;

pub fn reading(session: &Session, stage: &Stage, feature: &Id) -> FeatureState {
    read(stage, &counted(session, feature))
}

/// A session that follows up an earlier one, and knows what was a blind spot then because many did not know: a map of
/// last time that lost it would show as a strength what nobody has looked into since.
pub fn follow_up(framework: &Framework, earlier: &Session, id: String, created: Timestamp) -> Session {
    let mut session = Session::follow_up(framework, earlier, id, created);
    if let Some(then) = &mut session.earlier {
        for (id, answer) in &mut then.answers {
            answer.unknown_to_many |= is_unknown_to_many(&counted(earlier, id));
        }
    }
    session
}

/// The answer to a feature with those votes only that may count.
pub(super) fn counted<'all>(session: &'all Session, feature: &Id) -> Cow<'all, Answer> {
    let answer = session.answer(feature);
    let hidden = |told: Option<&Published>| session.table().is_some() || told.is_some_and(|told| !told.room);
    if !answer.rounds.iter().any(|revealed| hidden(revealed.told.as_ref())) {
        return Cow::Borrowed(answer);
    }
    let rounds = answer.rounds.iter().filter(|revealed| !hidden(revealed.told.as_ref())).cloned().collect();
    let (decided, history) = (answer.decided.clone(), answer.history.clone());
    Cow::Owned(Answer { decided, confidence: answer.confidence, rounds, history, ..Answer::default() })
}
