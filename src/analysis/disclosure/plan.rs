//! How the rounds on one item are parted, and what each group then says: the rules of [`super::disclosed`] at work.

use super::compared::{Said, compared, compared_unshown};
use super::pattern::{Sums, shown_groups, withheld};
use super::{Disclosed, DisclosedGroup, DisclosedRound, LEAST_SHOWN, Says, VisibleCounts, Withheld};
use crate::analysis::voice::{By, Voice};
use crate::session::{Published, Register, Revealed, Round, Tally, UNSORTED, Voters};
use std::borrow::Cow;

/// A round as it is kept: the votes, who agreed to be heard, and what alone may be told of it.
pub(super) struct Vote<'all> {
    pub(super) round: Cow<'all, Round>,
    pub(super) heard: &'all [Voters],
    pub(super) told: Option<&'all Published>,
}

impl<'all> From<&'all Revealed> for Vote<'all> {
    fn from(revealed: &'all Revealed) -> Self {
        Self { round: Cow::Borrowed(&revealed.round), heard: &revealed.heard, told: revealed.told.as_ref() }
    }
}

impl Vote<'_> {
    /// Whether a group's counts may be told by a reason of their own, whatever the numbers say.
    fn may_tell(&self, voice: &Voice) -> bool {
        self.told.is_none_or(|told| match voice {
            Voice::Sector(id) => told.sectors.iter().any(|told| told == id.as_deref().unwrap_or(UNSORTED)),
            Voice::Level(level) => told.levels.contains(level),
            Voice::EveryoneElse(_) => true,
        })
    }
}

/// What may be told of some rounds, parted in the first of two ways in which a group can show its counts.
pub(super) fn disclose(votes: &[Vote<'_>], order: [By; 2], register: &Register) -> Disclosed {
    let mut plans = order.into_iter().filter_map(|by| Plan::of(by, votes, register));
    let plan = plans.next();
    // The second way is asked only where the first shows nobody.
    let plan = plan.map(|first| if first.shows() { first } else { plans.find(Plan::shows).unwrap_or(first) });
    let disclose = |(place, vote): (usize, &Vote<'_>)| {
        let whole = vote.round.whole();
        let ballots = whole.ballots();
        if ballots < LEAST_SHOWN {
            return DisclosedRound::without_counts(ballots, Withheld::Few);
        }
        if vote.told.is_some_and(|told| !told.room) {
            return DisclosedRound::without_counts(ballots, Withheld::Papers);
        }
        let groups = plan.as_ref().map_or(Vec::new(), |plan| plan.groups(vote, &plan.rounds[place], &whole));
        let kept_back = groups.iter().any(|group| group.ballots >= LEAST_SHOWN && !vote.may_tell(&group.voice));
        let withheld = kept_back.then_some(Withheld::Papers);
        DisclosedRound { ballots, room: Some(VisibleCounts::from(&whole)), groups, withheld }
    };
    Disclosed { rounds: votes.iter().enumerate().map(disclose).collect() }
}

/// How the rounds of a rating are parted, and which groups show their counts: settled by numbers of ballots alone.
struct Plan {
    by: By,
    rounds: Vec<Vec<(Voice, Tally)>>,
    voices: Vec<Voice>,
    shown: Vec<bool>,
}

impl Plan {
    /// The plan for rounds that show the same groups: those of the latest that knows any. A round that knows others
    /// shows none.
    fn of(by: By, votes: &[Vote<'_>], register: &Register) -> Option<Self> {
        let rounds: Vec<Vec<(Voice, Tally)>> = votes.iter().map(|vote| by.groups(&vote.round, register)).collect();
        let latest = rounds.iter().rev().find(|groups| groups.len() >= 2)?;
        let voices: Vec<Voice> = latest.iter().map(|(voice, _)| voice.clone()).collect();
        let (mut least, mut may_tell) = (vec![u32::MAX; voices.len()], vec![true; voices.len()]);
        for (vote, groups) in votes.iter().zip(&rounds) {
            if groups.iter().map(|(voice, _)| voice).eq(&voices) {
                for (place, (voice, tally)) in groups.iter().enumerate() {
                    least[place] = tally.ballots().min(least[place]);
                    may_tell[place] &= vote.may_tell(voice);
                }
            }
        }
        Some(Self { by, rounds, voices, shown: shown_groups(&least, &may_tell) })
    }

    /// Whether a group can show its counts.
    fn shows(&self) -> bool {
        self.shown.contains(&true)
    }

    /// What each group of a round may say.
    fn groups(&self, vote: &Vote<'_>, groups: &[(Voice, Tally)], whole: &Tally) -> Vec<DisclosedGroup> {
        if !groups.iter().map(|(voice, _)| voice).eq(&self.voices) {
            return Vec::new();
        }
        let room = Sums::of(whole);
        let hidden: Vec<Sums> = groups
            .iter()
            .zip(&self.shown)
            .filter(|(_, shown)| !**shown)
            .map(|((_, tally), _)| Sums::of(tally))
            .collect();
        let rest = hidden.iter().fold(Sums::default(), |sum, group| sum.plus(group));
        let parted = self.shows();
        let quiet = parted && !hidden.is_empty() && withheld(&room, &rest, &hidden);
        let mut said = self.said(vote, groups, &room, quiet).into_iter();
        let mut disclosed: Vec<DisclosedGroup> = groups
            .iter()
            .zip(&self.shown)
            .map(|((voice, tally), shown)| {
                let Said { word, silent } = said.next().unwrap_or_default();
                let says = match word {
                    _ if *shown && !quiet => Says::Counts(VisibleCounts::from(tally)),
                    Some(word) => Says::Compared(word),
                    None => Says::Nothing,
                };
                DisclosedGroup { voice: voice.clone(), ballots: tally.ballots(), says, silent }
            })
            .collect();
        if parted && !quiet && !hidden.is_empty() {
            let says = Says::Counts(rest.shown());
            let voice = Voice::EveryoneElse(self.by);
            disclosed.push(DisclosedGroup { voice, ballots: rest.ballots(), says, silent: false });
        }
        disclosed
    }

    /// A word for each group of a round, whether or not its counts are shown.
    fn said(&self, vote: &Vote<'_>, groups: &[(Voice, Tally)], room: &Sums, quiet: bool) -> Vec<Said> {
        let mut said = vec![Said::default(); groups.len()];
        if vote.told.is_some() {
            // The papers of the merged sessions tell words of their own; nobody has looked at both together.
            return said;
        }
        // Where groups are parted and nobody of them is shown, a reader has the room's counts alone.
        let places: Vec<usize> = (0..groups.len()).filter(|place| quiet || !self.shown[*place]).collect();
        let hidden: Vec<Sums> = places.iter().map(|place| Sums::of(&groups[*place].1)).collect();
        let agreed = |place: &usize| groups[*place].0.voters().is_some_and(|voters| vote.heard.contains(&voters));
        let agreed: Vec<bool> = places.iter().map(agreed).collect();
        let total = hidden.iter().fold(Sums::default(), |sum, group| sum.plus(group));
        let words = if quiet {
            let unshown: Vec<usize> = (0..places.len()).filter(|place| !self.shown[places[*place]]).collect();
            compared_unshown(room, &hidden, &unshown, &agreed)
        } else {
            compared(&total, room, &hidden, &agreed)
        };
        for (place, word) in places.into_iter().zip(words) {
            let known = groups[place].0.voters().is_some();
            said[place] = Said { silent: word.silent && known, ..word };
        }
        said
    }
}
