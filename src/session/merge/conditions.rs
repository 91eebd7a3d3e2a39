//! Assumptions, influencing factors and risks: what all tables said alike, otherwise open, with what each said.

use super::answers::added_up;
use super::{Source, Table, derive, texts};
use crate::framework::Id;
use crate::session::{AssumptionAnswer, InfluenceAnswer, RevealedStances, RiskAnswer, Session};
use std::collections::{BTreeMap, BTreeSet};

/// Merges all three and gives the items on which the tables differ.
pub(super) fn merge(session: &mut Session, sources: &[Source<'_>], tables: &[Table]) -> Vec<Id> {
    let mut to_settle = Vec::new();
    for id in ids(sources, |session| &session.assumptions) {
        let (verdict, words) = derive::verdict(id, tables);
        let line_of = |tables: &[Table]| texts::difference(derive::verdict(id, tables).1);
        let note = texts::entries(sources, |session| Some(&session.assumptions.get(id)?.note), line_of);
        let private_note =
            texts::entries(sources, |session| Some(&session.assumptions.get(id)?.private_note), |_| None);
        let dissent = texts::entries(sources, |session| Some(&session.assumptions.get(id)?.dissent), |_| None);
        let note = settled(&mut to_settle, id, note, words);
        let rounds = rounds(id, sources);
        session.assumptions.insert(id.clone(), AssumptionAnswer { verdict, note, private_note, dissent, rounds });
    }
    for id in ids(sources, |session| &session.influences) {
        let (bearing, words) = derive::bearing(id, tables);
        let line_of = |tables: &[Table]| texts::difference(derive::bearing(id, tables).1);
        let note = texts::entries(sources, |session| Some(&session.influences.get(id)?.note), line_of);
        let note = settled(&mut to_settle, id, note, words);
        session.influences.insert(id.clone(), InfluenceAnswer { bearing, note });
    }
    for id in ids(sources, |session| &session.risks) {
        let (concern, words) = derive::concern(id, tables);
        let line_of = |tables: &[Table]| texts::difference(derive::concern(id, tables).1);
        let note = texts::entries(sources, |session| Some(&session.risks.get(id)?.note), line_of);
        let note = settled(&mut to_settle, id, note, words);
        session.risks.insert(id.clone(), RiskAnswer { concern, note });
    }
    to_settle
}

/// The votes of all tables on an assumption, added up.
fn rounds(id: &Id, sources: &[Source<'_>]) -> Vec<RevealedStances> {
    let all: Vec<_> = sources
        .iter()
        .map(|source| source.session.assumption(id).rounds.iter())
        .map(|rounds| rounds.map(|revealed| (revealed.at, revealed.round.clone())).collect())
        .collect();
    added_up(&all).into_iter().map(|(at, round)| RevealedStances { at, round }).collect()
}

fn ids<'all, T: 'all>(
    sources: &[Source<'all>],
    answers: impl Fn(&'all Session) -> &'all BTreeMap<Id, T>,
) -> BTreeSet<&'all Id> {
    sources.iter().flat_map(|source| answers(source.session).keys()).collect()
}

/// The note with the line on how the tables differ, if they do; then the item is one to settle.
fn settled(to_settle: &mut Vec<Id>, id: &Id, note: String, words: Option<String>) -> String {
    if words.is_some() {
        to_settle.push(id.clone());
    }
    texts::with_difference(note, texts::difference(words))
}
