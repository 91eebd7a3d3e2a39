//! What each table decided, kept in the session of all: so that no rating is lost, and merging again adds nothing.
//!
//! Decisions only. Texts and votes are in the session itself, once.

use super::Source;
use super::derive;
use crate::framework::{Confidence, Id};
use crate::session::{Bearing, Concern, Decided, Decision, RiskStatus, Session, Verdict, is_default};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A breakout table whose session was merged into this one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    pub id: String,
    pub rev: u64,
    pub name: String,
    /// The tables it was merged from itself, by id; on what it decides here, it speaks for them.
    #[serde(skip_serializing_if = "is_default")]
    pub holds: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    pub decided: BTreeMap<Id, Decided>,
    /// How good it found the evidence.
    #[serde(skip_serializing_if = "is_default")]
    pub confidence: BTreeMap<Id, Confidence>,
    #[serde(skip_serializing_if = "is_default")]
    pub assumptions: BTreeMap<Id, Verdict>,
    /// Its answer on each influencing factor.
    #[serde(skip_serializing_if = "is_default")]
    pub influences: BTreeMap<Id, Bearing>,
    #[serde(skip_serializing_if = "is_default")]
    pub risks: BTreeMap<Id, Concern>,
}

/// Every table in some sources, by id.
pub(super) fn all(sources: &[Source<'_>]) -> Vec<Table> {
    let tables = sources
        .iter()
        .flat_map(|source| source.session.tables.iter().cloned().chain([Table::of(source.name, source.session)]));
    let by_id: BTreeMap<String, Table> = tables.map(|table| (table.id.clone(), table)).collect();
    by_id.into_values().collect()
}

impl Table {
    /// What a session decided by itself: everything, or, where it was merged, what the room has settled since.
    fn of(name: &str, session: &Session) -> Self {
        let tables = &session.tables;
        let decided = session.answers.iter().filter(|(id, answer)| {
            let open = answer.decided.all().iter().all(|(_, decision)| **decision == Decision::NotDiscussed);
            !open && derive::decided(id, tables).0 != answer.decided
        });
        let assumptions = session.assumptions.iter().map(|(id, answer)| (id, answer.verdict));
        let assumptions =
            assumptions.filter(|(id, said)| *said != Verdict::NotDiscussed && derive::verdict(id, tables).0 != *said);
        let influences = session.influences.iter().map(|(id, answer)| (id, answer.bearing));
        let influences =
            influences.filter(|(id, said)| *said != Bearing::NotDiscussed && derive::bearing(id, tables).0 != *said);
        let risks = session.risks.iter().map(|(id, answer)| (id, answer.concern));
        let risks = risks
            .filter(|(id, said)| said.status() != RiskStatus::NotDiscussed && derive::concern(id, tables).0 != *said);
        let confidence = session.answers.iter().filter_map(|(id, answer)| Some((id.clone(), answer.confidence?)));
        Self {
            id: session.id.clone(),
            rev: session.rev,
            name: name.to_owned(),
            holds: tables.iter().map(|table| table.id.clone()).collect(),
            decided: decided.map(|(id, answer)| (id.clone(), answer.decided.clone())).collect(),
            confidence: confidence.filter(|_| tables.is_empty()).collect(),
            assumptions: assumptions.map(|(id, said)| (id.clone(), said)).collect(),
            influences: influences.map(|(id, said)| (id.clone(), said)).collect(),
            risks: risks.map(|(id, said)| (id.clone(), said)).collect(),
        }
    }
}
