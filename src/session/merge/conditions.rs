//! Assumptions, influencing factors and risks: what all tables said alike, otherwise open, with what each said.

use super::answers::{added_up, ids};
use super::{Source, Table, derive, texts};
use crate::framework::Id;
use crate::session::{AssumptionAnswer, InfluenceAnswer, RiskAnswer};
use std::collections::BTreeMap;

/// The assumptions; those on which the tables differ are to settle.
pub(super) fn assumptions(
    sources: &[Source<'_>],
    tables: &[Table],
    to_settle: &mut Vec<Id>,
) -> BTreeMap<Id, AssumptionAnswer> {
    let mut merged = BTreeMap::new();
    for id in ids(sources, |session| &session.assumptions) {
        let (verdict, words) = derive::verdict(id, tables);
        let line_of = |tables: &[Table]| texts::difference(derive::verdict(id, tables).1);
        let note = texts::entries(sources, |session| Some(&session.assumptions.get(id)?.note), line_of);
        let private_note =
            texts::entries(sources, |session| Some(&session.assumptions.get(id)?.private_note), |_| None);
        let dissent = texts::entries(sources, |session| Some(&session.assumptions.get(id)?.dissent), |_| None);
        let note = settled(to_settle, id, note, words);
        let voted: Vec<_> = sources.iter().map(|source| source.session.assumption(id).rounds.clone()).collect();
        let rounds = added_up(&voted);
        merged.insert(id.clone(), AssumptionAnswer { verdict, note, private_note, dissent, rounds });
    }
    merged
}

/// The influencing factors; those on which the tables differ are to settle.
pub(super) fn influences(
    sources: &[Source<'_>],
    tables: &[Table],
    to_settle: &mut Vec<Id>,
) -> BTreeMap<Id, InfluenceAnswer> {
    let mut merged = BTreeMap::new();
    for id in ids(sources, |session| &session.influences) {
        let (bearing, words) = derive::bearing(id, tables);
        let line_of = |tables: &[Table]| texts::difference(derive::bearing(id, tables).1);
        let note = texts::entries(sources, |session| Some(&session.influences.get(id)?.note), line_of);
        let note = settled(to_settle, id, note, words);
        merged.insert(id.clone(), InfluenceAnswer { bearing, note });
    }
    merged
}

/// The risks; those on which the tables differ are to settle.
pub(super) fn risks(sources: &[Source<'_>], tables: &[Table], to_settle: &mut Vec<Id>) -> BTreeMap<Id, RiskAnswer> {
    let mut merged = BTreeMap::new();
    for id in ids(sources, |session| &session.risks) {
        let (concern, words) = derive::concern(id, tables);
        let line_of = |tables: &[Table]| texts::difference(derive::concern(id, tables).1);
        let note = texts::entries(sources, |session| Some(&session.risks.get(id)?.note), line_of);
        let note = settled(to_settle, id, note, words);
        merged.insert(id.clone(), RiskAnswer { concern, note });
    }
    merged
}

/// The note with the line on how the tables differ, if they do; then the item is one to settle.
fn settled(to_settle: &mut Vec<Id>, id: &Id, note: String, words: Option<String>) -> String {
    if words.is_some() {
        to_settle.push(id.clone());
    }
    texts::with_difference(note, texts::difference(words))
}
