//! How a feature of one session reads, where its votes may count: not those that nothing may tell of.
//!
//! A blind spot by don't-knows is told by every map and paper; of a breakout table it would tell votes that the merged
//! session counts again.

use super::{Reading, read};
use crate::framework::{Id, Stage};
use crate::session::{Answer, Session, Told};

/// The reading of a feature in a session.
#[must_use]
pub fn reading(session: &Session, stage: &Stage, feature: &Id) -> Reading {
    let answer = session.answer(feature);
    let hidden = |told: Option<&Told>| session.table().is_some() || told.is_some_and(|told| !told.room);
    if !answer.rounds.iter().any(|revealed| hidden(revealed.told.as_ref())) {
        return read(stage, answer);
    }
    let rounds = answer.rounds.iter().filter(|revealed| !hidden(revealed.told.as_ref())).cloned().collect();
    let (decided, history) = (answer.decided.clone(), answer.history.clone());
    read(stage, &Answer { decided, confidence: answer.confidence, rounds, history, ..Answer::default() })
}
