//! Where each group's middle lies on one rating, and how far apart the furthest two are.
//!
//! Two audiences: the room while it talks, and everybody who reads of it later, who only get what is disclosed.

use super::Median;
use super::disclosure::{LEAST_COMPARED, VisibleCounts, disclosed};
use super::voice::{By, Voice};
use crate::framework::{Feature, Level};
use crate::session::{Round, Session, Tally};

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The people who have just voted, on the wall in front of them: groups of three ballots or more by themselves,
    /// smaller ones together.
    Room,
    /// Everybody else: summaries, reports, exports, a session that is opened again. See [`disclosed`].
    Record,
}

/// One group's view of one rating: a dumbbell on the axis from 1 to 5.
///
/// Its middle only. In the room groups of three may stand beside a single person, whose vote would follow from their
/// counts; counts that may be read are in [`disclosed`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perspective {
    pub voice: Voice,
    pub ballots: u32,
    pub median: Median,
    pub(super) votes: VisibleCounts,
}

/// How far apart two groups are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub low: (Voice, Median),
    pub high: (Voice, Median),
}

impl Gap {
    /// How far, in halves, 0 to 8.
    pub fn halves(&self) -> u8 {
        self.high.1.halves().saturating_sub(self.low.1.halves())
    }

    /// Worth a conversation: 1 or more.
    pub fn is_flagged(&self) -> bool {
        self.halves() >= 2
    }

    /// Two pictures of one partnership: 2 or more.
    pub fn is_strong(&self) -> bool {
        self.halves() >= 4
    }
}

/// The groups' views in the latest round on a rating: by sector, then by level, as far as this audience may see them.
/// A group by which nobody was told apart, or in which nobody gave a rating, is not there.
pub fn perspectives(
    session: &Session,
    feature: &Feature,
    level: Option<Level>,
    audience: Audience,
) -> Vec<Perspective> {
    match audience {
        Audience::Room => {
            let Some(round) = session.answer(&feature.id).latest_round(level) else { return Vec::new() };
            By::ALL.into_iter().flat_map(|by| in_the_room(by, round, session)).collect()
        }
        Audience::Record => {
            let disclosed = disclosed(session, feature, level);
            let shown = disclosed.latest().into_iter().flat_map(super::DisclosedRound::shown);
            shown.filter_map(|(voice, shown)| perspective(voice.clone(), *shown)).collect()
        }
    }
}

/// Groups of three by themselves, smaller ones together if that makes three.
fn in_the_room(by: By, round: &Round, session: &Session) -> Vec<Perspective> {
    let groups = by.groups(round, &session.register);
    let (large, small): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(_, tally)| tally.ballots() >= LEAST_COMPARED);
    let together = Round::of(small.into_iter().map(|(_, tally)| Tally { sector: None, level: None, ..tally })).whole();
    let mut groups: Vec<(Voice, VisibleCounts)> =
        large.into_iter().map(|(voice, tally)| (voice, VisibleCounts::from(&tally))).collect();
    if together.ballots() >= LEAST_COMPARED {
        groups.push((Voice::EveryoneElse(by), VisibleCounts::from(&together)));
    }
    if groups.len() < 2 {
        return Vec::new();
    }
    groups.into_iter().filter_map(|(voice, shown)| perspective(voice, shown)).collect()
}

fn perspective(voice: Voice, shown: VisibleCounts) -> Option<Perspective> {
    let ballots = shown.counts.total() + u32::from(shown.dont_know);
    Some(Perspective { voice, ballots, median: shown.median()?, votes: shown })
}

/// The two groups that are furthest apart, told apart the same way; of equal gaps the first. `None` of one group.
pub fn widest_gap(perspectives: &[Perspective]) -> Option<Gap> {
    let gap = |by: By| {
        let groups = || perspectives.iter().filter(|one| one.voice.by() == by);
        let low = groups().min_by_key(|one| one.median)?;
        // Of equals the first, where `max_by_key` would give the last.
        let high = groups().rev().max_by_key(|one| one.median)?;
        let end = |one: &Perspective| (one.voice.clone(), one.median);
        (groups().count() >= 2).then(|| Gap { low: end(low), high: end(high) })
    };
    By::ALL.into_iter().filter_map(gap).reduce(|widest, gap| if gap.halves() > widest.halves() { gap } else { widest })
}
