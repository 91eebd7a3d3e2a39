//! The features: decisions as the tables come to them, rounds added up by their number, everything else side by side.

use super::{Source, Table, derive, texts};
use crate::framework::{Id, Level};
use crate::session::{Answer, Counts, Published, Revealed, Round, Session, Voters};
use std::collections::{BTreeMap, BTreeSet};

/// Every answer; the features on which the tables differ are to settle.
pub(super) fn merged(sources: &[Source<'_>], tables: &[Table], to_settle: &mut Vec<Id>) -> BTreeMap<Id, Answer> {
    let mut merged = BTreeMap::new();
    for id in ids(sources, |session| &session.answers) {
        let answers: Vec<&Answer> = sources.iter().filter_map(|source| source.session.answers.get(id)).collect();
        let (decided, words) = derive::decided(id, tables);
        let line = texts::difference(words);
        if line.is_some() {
            to_settle.push(id.clone());
        }
        let line_of = |tables: &[Table]| texts::difference(derive::decided(id, tables).1);
        let mut history: Vec<_> = answers.iter().flat_map(|answer| answer.history.iter().cloned()).collect();
        history.sort_by_key(|recorded| (recorded.at, recorded.level, recorded.decision.describe()));
        let note = texts::entries(sources, |session| session.answers.get(id).map(|answer| &answer.note), line_of);
        let private =
            texts::entries(sources, |session| session.answers.get(id).map(|answer| &answer.private_note), |_| None);
        let answer = Answer {
            decided,
            // The lowest that was said: evidence that one table found thin is thin for the whole.
            confidence: answers.iter().filter_map(|answer| answer.confidence).min(),
            note: texts::with_difference(note, line.clone()),
            private_note: private,
            parked: line.is_some() || answers.iter().any(|answer| answer.parked),
            rounds: rounds(&answers),
            // Only of last time, and a merge takes over what one of the tables keeps of that as a whole.
            unknown_to_many: false,
            dissent: answers.iter().flat_map(|answer| answer.dissent.iter().cloned()).collect(),
            history,
        };
        merged.insert(id.clone(), answer);
    }
    merged
}

/// The ids under which any source has an answer of some kind.
pub(super) fn ids<'all, T: 'all>(
    sources: &[Source<'all>],
    answers: impl Fn(&'all Session) -> &'all BTreeMap<Id, T>,
) -> BTreeSet<&'all Id> {
    sources.iter().flat_map(|source| answers(source.session).keys()).collect()
}

/// The first rounds of all tables added up, then the second ones, for each rating.
fn rounds(answers: &[&Answer]) -> Vec<Revealed> {
    let mut merged = Vec::new();
    for level in [None].into_iter().chain(Level::ALL.map(Some)) {
        let at_level =
            |answer: &&Answer| answer.rounds.iter().filter(|revealed| revealed.level == level).cloned().collect();
        merged.extend(added_up(&answers.iter().map(at_level).collect::<Vec<_>>()));
    }
    merged
}

/// The rounds of several tables added up by their number, each with the latest of their times.
pub(super) fn added_up<C: Counts>(all: &[Vec<Revealed<C>>]) -> Vec<Revealed<C>> {
    let most = all.iter().map(Vec::len).max().unwrap_or(0);
    let number = |number: usize| {
        let these: Vec<&Revealed<C>> = all.iter().filter_map(|rounds| rounds.get(number)).collect();
        let latest = these.iter().max_by_key(|revealed| revealed.at)?;
        let round = Round::of(these.iter().flat_map(|revealed| revealed.round.tallies.iter().cloned()));
        let told = Some(Published::default());
        let present = these.iter().map(|revealed| revealed.present).sum();
        Some(Revealed { at: latest.at, level: latest.level, round, present, heard: heard(&these), told })
    };
    (0..most).filter_map(number).collect()
}

/// The groups that agreed to be heard at every table at which they voted.
fn heard<C: Counts>(these: &[&Revealed<C>]) -> Vec<Voters> {
    let all: BTreeSet<&Voters> = these.iter().flat_map(|revealed| &revealed.heard).collect();
    let agreed = |voters: &&Voters| {
        these.iter().all(|one| one.heard.contains(voters) || !one.round.tallies.iter().any(|one| one.is_of(voters)))
    };
    all.into_iter().filter(agreed).cloned().collect()
}
