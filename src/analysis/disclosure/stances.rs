//! What may be told of votes on an assumption: by the rules for ratings, because the same people must be protected.
//!
//! A stance stands in for a rating, one for one, so nothing more and nothing less can be worked out.

use super::plan::{Vote, disclose};
use super::{By, Disclosed, DisclosedGroup, DisclosedRound, Says, SilentGroup, VisibleCounts};
use crate::framework::Id;
use crate::session::{Counts5, Round, Session, Stance, StanceCounts, Tally};
use std::borrow::Cow;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ShownStances {
    /// How many say that it holds, partly holds, does not hold.
    pub counts: StanceCounts,
    /// How many said that they do not know.
    pub dont_know: u16,
}

impl ShownStances {
    /// The surest and the least sure stance that somebody takes: who is heard first. `None` where all who voted agree.
    pub(crate) fn ends(self) -> Option<(Stance, Stance)> {
        let taken = || Stance::ALL.into_iter().filter(|stance| self.counts.get(*stance) > 0);
        taken().next().zip(taken().next_back()).filter(|(surest, least)| surest != least)
    }
}

impl From<&Tally<StanceCounts>> for ShownStances {
    fn from(tally: &Tally<StanceCounts>) -> Self {
        Self { counts: tally.counts, dont_know: tally.dont_know }
    }
}

/// What may be told of the votes on one assumption; [`super::disclosed`] says by which rules.
pub fn disclosed_stances(session: &Session, assumption: &Id) -> Disclosed<ShownStances> {
    let told = by_the_rules(session, assumption).of_table(session);
    Disclosed { rounds: told.rounds.into_iter().map(as_stances).collect() }
}

/// The groups that may agree to be heard in the latest round on an assumption, at a breakout table too.
pub(crate) fn silent_on_assumption(session: &Session, assumption: &Id) -> Vec<SilentGroup> {
    let latest = session.assumption(assumption).rounds.last();
    latest.map_or(Vec::new(), |latest| by_the_rules(session, assumption).silent(&latest.heard))
}

/// What may be told, as if the stances were ratings.
pub(super) fn by_the_rules(session: &Session, assumption: &Id) -> Disclosed {
    let votes = session.assumption(assumption).rounds.iter().map(|revealed| Vote {
        round: Cow::Owned(as_ratings(&revealed.round)),
        heard: &revealed.heard,
        told: revealed.told.as_ref(),
    });
    disclose(&votes.collect::<Vec<_>>(), [By::Sector, By::Level], &session.register)
}

/// "Holds" in the place of a 5, "partly" of a 3, "does not hold" of a 1.
fn as_ratings(round: &Round<StanceCounts>) -> Round {
    let rating = |tally: &Tally<StanceCounts>| {
        let StanceCounts([holds, partly, does_not_hold]) = tally.counts;
        let counts = Counts5([does_not_hold, 0, partly, 0, holds]);
        Tally { sector: tally.sector.clone(), level: tally.level, counts, dont_know: tally.dont_know }
    };
    Round { tallies: round.tallies.iter().map(rating).collect() }
}

fn as_stances(round: DisclosedRound) -> DisclosedRound<ShownStances> {
    let shown = |shown: VisibleCounts| {
        let Counts5([does_not_hold, _, partly, _, holds]) = shown.counts;
        ShownStances { counts: StanceCounts([holds, partly, does_not_hold]), dont_know: shown.dont_know }
    };
    let says = |says: Says| match says {
        Says::Counts(counts) => Says::Counts(shown(counts)),
        Says::Compared(compared) => Says::Compared(compared),
        Says::Nothing => Says::Nothing,
    };
    let group = |group: DisclosedGroup| {
        let DisclosedGroup { voice, ballots, says: said, silent } = group;
        DisclosedGroup { voice, ballots, says: says(said), silent }
    };
    DisclosedRound {
        ballots: round.ballots,
        room: round.room.map(shown),
        groups: round.groups.into_iter().map(group).collect(),
        withheld: round.withheld,
    }
}
