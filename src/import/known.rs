//! Whether ballots came in already: the same files, the same ballots in another form, or a longer export of them.

use super::survey::{Ballot, Survey};
use crate::framework::Level;
use crate::session::{Counts, Fingerprint, Import, Sums};
use std::collections::BTreeSet;

/// So many votes and other answers are no chance: ballots that begin with the same are the same.
const TELLING_ANSWERS: usize = 6;

/// From so many people, and votes, sums that hold others are looked at twice.
const TELLING_PEOPLE: u32 = 5;
const TELLING_VOTES: u32 = 20;

/// What an import that is there already is to the one that comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// It holds all of it.
    Same,
    /// The new one is longer and takes its place.
    Longer,
    /// It may be the same people, and a person is to say so.
    Perhaps,
    /// Other people.
    Other,
}

/// What is known of what comes in.
#[derive(Debug)]
pub(super) struct Marks {
    pub(super) files: Vec<u32>,
    ballots: Vec<String>,
}

impl Marks {
    pub(super) fn of(survey: &Survey) -> Self {
        Self { files: survey.marks.clone(), ballots: survey.ballots.iter().map(written).collect() }
    }

    pub(super) fn fingerprint(&self) -> Fingerprint {
        fingerprint(&self.ballots)
    }

    pub(super) fn relation(&self, new: &Import, before: &Import) -> Relation {
        let set = |files: &[u32]| files.iter().copied().collect::<BTreeSet<u32>>();
        let (mine, theirs) = (set(&self.files), set(&before.files));
        if mine.is_subset(&theirs) {
            return Relation::Same;
        }
        if !mine.is_disjoint(&theirs) {
            return if theirs.is_subset(&mine) { Relation::Longer } else { Relation::Perhaps };
        }
        for known in &before.known {
            match self.holds(*known) {
                Some(ballots) if ballots.len() == self.ballots.len() => return Relation::Same,
                Some(ballots) => {
                    let answers: usize =
                        ballots.iter().map(|one| one.split(',').filter(|part| !part.is_empty()).count()).sum();
                    return if answers >= TELLING_ANSWERS { Relation::Longer } else { Relation::Perhaps };
                }
                None => {}
            }
        }
        let (few, many) = if before.people <= new.people { (before, new) } else { (new, before) };
        let votes = total(&few.ratings) + total(&few.stances);
        let is_telling = few.people >= TELLING_PEOPLE && votes >= TELLING_VOTES;
        let holds = holds_all(&many.ratings, &few.ratings) && holds_all(&many.stances, &few.stances);
        if is_telling && holds { Relation::Perhaps } else { Relation::Other }
    }

    /// The ballots at the beginning or the end that are those which are known: forms add at one of the two.
    fn holds(&self, known: Fingerprint) -> Option<&[String]> {
        let people = usize::try_from(known.people).ok().filter(|people| *people > 0)?;
        let first = self.ballots.get(..people)?;
        let last = self.ballots.get(self.ballots.len() - people..)?;
        [first, last].into_iter().find(|ballots| fingerprint(ballots) == known)
    }
}

/// Whether each group's counts on each item are at least those of the other, on the same items.
fn holds_all<C: Counts>(many: &[Sums<C>], few: &[Sums<C>]) -> bool {
    let of =
        |sums: &Sums<C>| many.iter().find(|one| one.item == sums.item && one.level == sums.level).map(|one| &one.round);
    many.len() == few.len()
        && few.iter().all(|sums| {
            of(sums).is_some_and(|round| {
                sums.round.tallies.iter().all(|tally| {
                    let group = round.tallies.iter().find(|one| one.voters() == tally.voters());
                    group.is_some_and(|group| {
                        let counts = tally.counts.each().iter().zip(group.counts.each());
                        tally.dont_know <= group.dont_know && counts.into_iter().all(|(few, many)| few <= many)
                    })
                })
            })
        })
}

fn total<C: Counts>(sums: &[Sums<C>]) -> u32 {
    sums.iter().map(|one| one.round.ballots()).sum()
}

fn fingerprint(ballots: &[String]) -> Fingerprint {
    let sum = crc32fast::hash(ballots.join("\n").as_bytes());
    Fingerprint { people: u32::try_from(ballots.len()).unwrap_or(u32::MAX), sum }
}

/// A ballot as a line, the same whatever form it came in.
pub(super) fn written(ballot: &Ballot) -> String {
    let sector = ballot.voters.sector.clone().unwrap_or_default();
    let level = ballot.voters.level.map_or("", Level::key);
    let votes: Vec<String> = ballot.votes.iter().map(|(item, (_, key))| format!("{item}={key}")).collect();
    format!("{sector},{level},{}", votes.join(","))
}
