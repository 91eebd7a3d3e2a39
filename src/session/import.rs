//! What came in from outside the room: a survey before the workshop, or ballots on paper, as sums for each import.
//!
//! No ballot is kept and nobody is named. What a survey said of an item is hidden until the room has voted on it or
//! rated it, so that nobody leans on it; then it stands beside what the room says.

use super::{
    Changed, Counts, Counts5, Decision, ImportRefusal, Part, Refusal, Revealed, Round, Session, StanceCounts, Status,
    Subject, Tally, Verdict, is_default,
};
use crate::framework::{Framework, Id, Level};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One import: all files that came in together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Import {
    pub at: Timestamp,
    /// How many people voted on anything in it.
    pub people: u32,
    /// The checksums of its files, of a workbook those of its sheets, by which they are known again.
    pub files: Vec<u32>,
    /// What its ballots are known by in another file, and those of shorter exports that it replaced.
    pub known: Vec<Fingerprint>,
    /// Whether it is the room's own vote, on paper: its sums are revealed rounds.
    #[serde(skip_serializing_if = "is_default")]
    pub in_room: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub ratings: Vec<Sums>,
    #[serde(skip_serializing_if = "is_default")]
    pub stances: Vec<Sums<StanceCounts>>,
    /// What people wrote, without who did.
    #[serde(skip_serializing_if = "is_default")]
    pub comments: Vec<Comment>,
    /// The shorter exports whose place it took, as they came in: they are back where it is taken back.
    #[serde(skip_serializing_if = "is_default")]
    pub replaced: Vec<Self>,
}

/// So many ballots, and a checksum of them all in their order. Of a single one it tells nothing that sums do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    pub people: u32,
    pub sum: u32,
}

/// What an import says of one item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "C: Default + Deserialize<'de>"))]
pub struct Sums<C = Counts5> {
    pub item: Id,
    /// The level that is rated, where the feature takes both.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: Option<Level>,
    pub round: Round<C>,
}

/// What somebody wrote on a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Comment {
    /// The item or the stage it is on; all of it where that was not said.
    #[serde(skip_serializing_if = "is_default")]
    pub on: Option<Id>,
    pub text: String,
}

impl Import {
    /// Each rating and assumption it has sums of, by item and level, with how many people voted on it.
    fn items(&self) -> impl Iterator<Item = (&Id, Option<Level>)> {
        let ratings = self.ratings.iter().map(|sums| (&sums.item, sums.level));
        ratings.chain(self.stances.iter().map(|sums| (&sums.item, None)))
    }
}

/// All that imports say of items, added up, by item and level.
fn added<'all, C: Counts + 'all>(sums: impl Iterator<Item = &'all Sums<C>>) -> BTreeMap<(Id, Option<Level>), Round<C>> {
    let mut all: BTreeMap<(Id, Option<Level>), Vec<Tally<C>>> = BTreeMap::new();
    for one in sums {
        all.entry((one.item.clone(), one.level)).or_default().extend(one.round.tallies.iter().cloned());
    }
    all.into_iter().map(|(item, tallies)| (item, Round::of(tallies))).collect()
}

/// The items of which one of two sums is another than the other.
fn differing<C: Counts>(
    before: &BTreeMap<(Id, Option<Level>), Round<C>>,
    now: &BTreeMap<(Id, Option<Level>), Round<C>>,
) -> Vec<(Id, Option<Level>)> {
    let all: BTreeSet<&(Id, Option<Level>)> = before.keys().chain(now.keys()).collect();
    all.into_iter().filter(|item| before.get(item) != now.get(item)).cloned().collect()
}

impl Session {
    /// The imports of surveys: not what the room voted on paper.
    fn surveys(&self) -> impl Iterator<Item = &Import> {
        self.imports.iter().filter(|import| !import.in_room)
    }

    /// Whether the room has voted on a rating or decided it.
    pub(crate) fn has_rated(&self, id: &Id, level: Option<Level>) -> bool {
        let answer = self.answer(id);
        answer.rounds.iter().any(|revealed| revealed.level == level)
            || *answer.decided.at(level) != Decision::NotDiscussed
    }

    /// Whether the room has voted on an assumption or judged it.
    pub(crate) fn has_judged(&self, id: &Id) -> bool {
        let answer = self.assumption(id);
        !answer.rounds.is_empty() || answer.verdict != Verdict::NotDiscussed
    }

    fn has_spoken(&self, (id, level): (&Id, Option<Level>)) -> bool {
        self.has_rated(id, level) || self.has_judged(id)
    }

    /// What a survey said of an item before the workshop, once the room has voted on it or rated it.
    pub fn before<S: Subject>(&self, on: S) -> Option<Round<S::Counts>> {
        if !on.is_spoken_of(self) {
            return None;
        }
        let tallies = self.surveys().filter_map(|import| on.sums(import)).flat_map(|round| round.tallies.clone());
        Some(Round::of(tallies)).filter(|round| !round.tallies.is_empty())
    }

    /// What people wrote on an item or a stage, or on nothing in particular, once the room has spoken of all that the
    /// survey asks there; of what is on no item also once it has finished.
    pub fn comments(&self, framework: &Framework, on: Option<&Id>) -> Vec<&str> {
        let stage = on.and_then(|id| framework.stages.iter().find(|stage| stage.id == *id));
        let concerns = |item: &Id| match (on, stage) {
            (None, _) => true,
            (Some(_), Some(stage)) => stage.features.iter().any(|feature| feature.id == *item),
            (Some(id), None) => id == item,
        };
        let mut asked = self.surveys().flat_map(Import::items).filter(|(item, _)| concerns(item)).peekable();
        let is_asked = asked.peek().is_some();
        let has_spoken = asked.all(|item| self.has_spoken(item));
        // Of what was not asked the room must have said something itself.
        let is_open = match on {
            Some(id) if !is_asked => self.has_spoken((id, None)),
            Some(_) if stage.is_none() => has_spoken,
            _ => is_asked && has_spoken || self.status == Status::Finished,
        };
        let comments = self.imports.iter().flat_map(|import| &import.comments);
        comments.filter(|comment| is_open && comment.on.as_ref() == on).map(|comment| comment.text.as_str()).collect()
    }

    /// Puts these imports in the place of those that are there: one more, or one for another. Where that would
    /// change what the room has spoken of it refuses.
    pub fn import(&mut self, imports: Vec<Import>) -> Result<Option<super::Edit>, ImportRefusal> {
        let surveys = |imports: &[Import]| imports.iter().filter(|import| !import.in_room).cloned().collect::<Vec<_>>();
        let (before, now) = (surveys(&self.imports), surveys(&imports));
        let ratings = |imports: &[Import]| added(imports.iter().flat_map(|import| &import.ratings));
        let stances = |imports: &[Import]| added(imports.iter().flat_map(|import| &import.stances));
        let mut changed = differing(&ratings(&before), &ratings(&now));
        changed.extend(differing(&stances(&before), &stances(&now)));
        changed.retain(|(id, level)| self.has_spoken((id, *level)));
        if changed.is_empty() { Ok(self.put_imports(imports)?) } else { Err(ImportRefusal::Spoken(named(&changed))) }
    }

    /// Puts these imports in the place of those that are there, as one step to undo.
    pub(crate) fn put_imports(&mut self, imports: Vec<Import>) -> Changed {
        self.change("survey", Part::Imports(imports))
    }

    /// Takes the last import back whole, and gives how many people voted in it.
    pub fn take_back_import(&mut self) -> Result<u32, ImportRefusal> {
        if self.status == Status::Finished {
            return Err(Refusal::Finished.into());
        }
        let mut changed = self.clone();
        let import = changed.imports.pop().ok_or(ImportRefusal::Nothing)?;
        if import.in_room {
            let mut other: Vec<(Id, Option<Level>)> = Vec::new();
            for Sums { item, level, round } in &import.ratings {
                let rounds = changed.answers.get_mut(item).map(|answer| &mut answer.rounds);
                if !take_out(rounds, (import.at, *level, round)) {
                    other.push((item.clone(), *level));
                }
            }
            for Sums { item, level, round } in &import.stances {
                let rounds = changed.assumptions.get_mut(item).map(|answer| &mut answer.rounds);
                if !take_out(rounds, (import.at, *level, round)) {
                    other.push((item.clone(), *level));
                }
            }
            if !other.is_empty() {
                return Err(ImportRefusal::Changed(named(&other)));
            }
        }
        changed.imports.extend(import.replaced);
        *self = changed;
        Ok(import.people)
    }

    /// The imports as the room may see them: sums of what it has spoken of, and nobody's words.
    pub(super) fn public_imports(&self) -> Vec<Import> {
        let surveys = || self.surveys();
        let ratings = added(surveys().flat_map(|import| &import.ratings));
        let stances = added(surveys().flat_map(|import| &import.stances));
        let import = Import {
            ratings: seen(ratings, |(id, level)| self.has_rated(id, *level)),
            stances: seen(stances, |(id, _)| self.has_judged(id)),
            ..Import::default()
        };
        if import == Import::default() { Vec::new() } else { vec![import] }
    }

    /// The imports as they are handed on: the sums of everybody, where five or more voted.
    pub(super) fn shared_imports(&self) -> Vec<Import> {
        let mut imports = self.public_imports();
        for import in &mut imports {
            whole(&mut import.ratings);
            whole(&mut import.stances);
        }
        imports.retain(|import| *import != Import::default());
        imports
    }
}

/// A group of fewer people is counted with others, and of the votes of fewer nothing is told.
pub(super) const LEAST_TOLD: u32 = 5;

fn whole<C: Counts>(sums: &mut Vec<Sums<C>>) {
    sums.retain(|one| one.round.ballots() >= LEAST_TOLD);
    for one in sums {
        one.round = Round::of([one.round.whole()]);
    }
}

fn seen<C>(
    added: BTreeMap<(Id, Option<Level>), Round<C>>,
    is_seen: impl Fn(&(Id, Option<Level>)) -> bool,
) -> Vec<Sums<C>> {
    let seen = added.into_iter().filter(|(item, _)| is_seen(item));
    seen.map(|((item, level), round)| Sums { item, level, round }).collect()
}

/// Takes the round of an import out of those on an item; whether it was there.
fn take_out<C: Counts>(
    rounds: Option<&mut Vec<Revealed<C>>>,
    (at, level, round): (Timestamp, Option<Level>, &Round<C>),
) -> bool {
    let Some(rounds) = rounds else { return false };
    let place = rounds.iter().position(|one| one.at == at && one.level == level && one.round == *round);
    place.map(|place| rounds.remove(place)).is_some()
}

/// `I1, P2 strategic`.
fn named(items: &[(Id, Option<Level>)]) -> String {
    let names = items.iter().map(|(id, level)| match level {
        Some(level) => format!("{id} {}", level.key()),
        None => id.to_string(),
    });
    names.collect::<Vec<_>>().join(", ")
}
