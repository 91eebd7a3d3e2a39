//! Assumptions, influencing factors and risks: what all tables said alike, otherwise open, with what each said.

use super::answers::{added_up, ids};
use super::{Source, Table, derive, texts};
use crate::framework::Id;
use crate::session::{AssumptionAnswer, InfluenceAnswer, RiskAnswer, Session};
use std::collections::BTreeMap;

/// The assumptions; those on which the tables differ are to settle.
pub(super) fn assumptions(
    sources: &[Source<'_>],
    tables: &[Table],
    to_settle: &mut Vec<Id>,
) -> BTreeMap<Id, AssumptionAnswer> {
    let answer = |id: &Id, verdict, note| {
        let private_note =
            texts::entries(sources, |session| Some(&session.assumptions.get(id)?.private_note), |_| None);
        let dissent = texts::entries(sources, |session| Some(&session.assumptions.get(id)?.dissent), |_| None);
        let voted: Vec<_> = sources.iter().map(|source| source.session.assumption(id).rounds.clone()).collect();
        AssumptionAnswer { verdict, note, private_note, dissent, rounds: added_up(&voted) }
    };
    merged(sources, tables, to_settle, |session| &session.assumptions, |one| &one.note, derive::verdict, answer)
}

/// The influencing factors; those on which the tables differ are to settle.
pub(super) fn influences(
    sources: &[Source<'_>],
    tables: &[Table],
    to_settle: &mut Vec<Id>,
) -> BTreeMap<Id, InfluenceAnswer> {
    let answer = |_: &Id, bearing, note| InfluenceAnswer { bearing, note };
    merged(sources, tables, to_settle, |session| &session.influences, |one| &one.note, derive::bearing, answer)
}

/// The risks; those on which the tables differ are to settle.
pub(super) fn risks(sources: &[Source<'_>], tables: &[Table], to_settle: &mut Vec<Id>) -> BTreeMap<Id, RiskAnswer> {
    let answer = |_: &Id, concern, note| RiskAnswer { concern, note };
    merged(sources, tables, to_settle, |session| &session.risks, |one| &one.note, derive::concern, answer)
}

/// The answers of one kind: what the tables come to, and their notes with the line on how they differ.
fn merged<'all, A: 'all, S>(
    sources: &[Source<'all>],
    tables: &[Table],
    to_settle: &mut Vec<Id>,
    answers: impl Fn(&'all Session) -> &'all BTreeMap<Id, A>,
    note: impl Fn(&'all A) -> &'all String,
    derive: impl Fn(&Id, &[Table]) -> (S, Option<String>),
    answer: impl Fn(&Id, S, String) -> A,
) -> BTreeMap<Id, A> {
    let mut merged = BTreeMap::new();
    for id in ids(sources, &answers) {
        let (said, words) = derive(id, tables);
        if words.is_some() {
            to_settle.push(id.clone());
        }
        let line_of = |tables: &[Table]| texts::difference(derive(id, tables).1);
        let note = texts::entries(sources, |session| answers(session).get(id).map(&note), line_of);
        let note = texts::with_difference(note, texts::difference(words));
        merged.insert(id.clone(), answer(id, said, note));
    }
    merged
}
