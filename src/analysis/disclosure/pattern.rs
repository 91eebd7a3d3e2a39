//! Which groups show their counts: by their numbers alone, so that the choice tells nothing of their votes.
//!
//! And the one case in which hidden votes do decide: when "everyone else" is nearly of one mind.

use super::{LEAST_SHOWN, VisibleCounts};
use crate::session::{Counts5, Tally};

/// A group of fewer ballots than this keeps each of them.
const LEAST_UNCERTAIN: u32 = super::LEAST_COMPARED;

/// Votes at 1 to 5 and don't-knows, as six answers of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sums(pub(super) [u32; 6]);

impl Sums {
    pub(super) fn of(tally: &Tally) -> Self {
        let [one, two, three, four, five] = tally.counts.0.map(u32::from);
        Self([one, two, three, four, five, u32::from(tally.dont_know)])
    }

    pub(super) fn ballots(&self) -> u32 {
        self.0.iter().sum()
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        self.by_answer(other, u32::saturating_add)
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        self.by_answer(other, u32::saturating_sub)
    }

    fn by_answer(&self, other: &Self, together: impl Fn(u32, u32) -> u32) -> Self {
        let mut sums = *self;
        for (mine, theirs) in sums.0.iter_mut().zip(other.0) {
            *mine = together(*mine, theirs);
        }
        sums
    }

    pub(super) fn votes(&self) -> Counts5 {
        let [one, two, three, four, five, _] = self.0.map(|count| u16::try_from(count).unwrap_or(u16::MAX));
        Counts5([one, two, three, four, five])
    }

    pub(super) fn shown(&self) -> VisibleCounts {
        let [.., dont_know] = self.0;
        VisibleCounts { counts: self.votes(), dont_know: u16::try_from(dont_know).unwrap_or(u16::MAX) }
    }
}

/// Which of some groups show their counts, given their numbers of ballots in the order of the register, and which of
/// them may for other reasons.
///
/// Either all do, or those that do not are at least two and have five ballots or more together, or none does.
pub(super) fn shown_groups(ballots: &[u32], may_tell: &[bool]) -> Vec<bool> {
    let mut shown: Vec<bool> =
        ballots.iter().zip(may_tell).map(|(ballots, may)| *may && *ballots >= LEAST_SHOWN).collect();
    loop {
        let hidden: Vec<u32> =
            ballots.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(ballots, _)| *ballots).collect();
        let together = hidden.iter().fold(0_u32, |sum, ballots| sum.saturating_add(*ballots));
        if hidden.is_empty() || (hidden.len() >= 2 && together >= LEAST_SHOWN) {
            return shown;
        }
        // The smallest joins, of equals the later, and the first of the register after all others.
        let shown_places = (0..shown.len()).filter(|place| shown[*place]);
        let joins = shown_places.min_by_key(|place| (*place == 0, ballots[*place], std::cmp::Reverse(*place)));
        match joins {
            Some(place) => shown[place] = false,
            None => return shown,
        }
    }
}

/// Whether a round shows no groups after all, because "everyone else" (`rest`, the sum of `hidden`) is so nearly of
/// one mind that its counts would tell single ballots.
///
/// They would tell when one answer holds more than all but `small` of its ballots, with `small` the number in the
/// largest group of one or two in it (and 1 at least): a group of two among six of which five said 4 holds a 4. Where
/// the room's counts make that possible, one ballot less is withheld too; so a missing table may mean either, and a
/// reader who knows this rule is left with a choice for every count.
pub(super) fn withheld(room: &Sums, rest: &Sums, hidden: &[Sums]) -> bool {
    let small = hidden.iter().map(Sums::ballots).filter(|ballots| *ballots < LEAST_UNCERTAIN).max().unwrap_or(1).max(1);
    let most = rest.ballots().saturating_sub(small);
    room.0.iter().any(|count| *count > most) && rest.0.iter().any(|count| *count >= most)
}
