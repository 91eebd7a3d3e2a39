//! What may be told of a vote once the workshop is over: the one gate for summaries, reports, exports and `show`.
//!
//! It must not be walked around: whatever leaves the room takes its counts from [`disclosed`], never from a round.

mod compared;
mod pattern;
mod stances;

use self::compared::compared;
use self::pattern::{Sums, shown_groups, withheld};
use super::voice::{By, Voice};
use super::{Median, Movement, Word, agreement, consensus, median, movement};
use crate::framework::{Feature, Level};
use crate::session::{Counts5, Register, Round, Session, Tally};

pub use compared::Compared;
pub use stances::{ShownStances, disclosed_stances};

/// Counts are shown from this many ballots.
pub const LEAST_SHOWN: u32 = 5;

/// A group compares itself with the rest from this many ballots.
pub const LEAST_COMPARED: u32 = 3;

/// What may be told of the rounds on one rating, or on one assumption.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Disclosed<S = Shown> {
    /// The rounds, oldest first; none, one or two.
    pub rounds: Vec<DisclosedRound<S>>,
}

/// What may be told of one round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DisclosedRound<S = Shown> {
    /// How many took part.
    pub ballots: u32,
    /// Everybody's votes, from five ballots.
    pub room: Option<S>,
    /// By sector or by level, in the order of the register; none where the round knows only one group.
    /// "Everyone else", where it is shown, comes last and is all groups whose own counts are not.
    pub groups: Vec<DisclosedGroup<S>>,
}

/// What may be told of one group in a round.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DisclosedGroup<S = Shown> {
    /// Whose votes.
    pub voice: Voice,
    /// How many took part. Who was in the room is on the register, so this is no secret.
    pub ballots: u32,
    /// What they said.
    pub says: Says<S>,
}

/// What may be told of a group's votes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Says<S = Shown> {
    /// The counts.
    Counts(S),
    /// Where they stand beside the rest of the room.
    Compared(Compared),
    /// Nothing.
    Nothing,
}

/// Counts that are shown, and what follows from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shown {
    /// How many voted 1 to 5.
    pub counts: Counts5,
    /// How many said that they do not know.
    pub dont_know: u16,
}

impl Shown {
    /// The median; `None` where all said that they do not know.
    #[must_use]
    pub fn median(&self) -> Option<Median> {
        median(&self.counts)
    }

    /// The plain word, from three votes.
    #[must_use]
    pub fn word(&self) -> Option<Word> {
        agreement(&self.counts)
    }

    /// Tastle and Wierman's consensus, 0 to 1.
    #[must_use]
    pub fn consensus(&self) -> Option<f64> {
        consensus(&self.counts)
    }
}

impl From<&Tally> for Shown {
    fn from(tally: &Tally) -> Self {
        Self { counts: tally.counts, dont_know: tally.dont_know }
    }
}

impl Disclosed {
    /// The latest round: the one that counts.
    #[must_use]
    pub fn latest(&self) -> Option<&DisclosedRound> {
        self.rounds.last()
    }

    /// What happened between two rounds; `None` unless both show the room.
    #[must_use]
    pub fn movement(&self) -> Option<Movement> {
        let [first, second] = &self.rounds[..] else { return None };
        movement(&first.room?.counts, &second.room?.counts)
    }
}

impl DisclosedRound {
    /// The groups whose counts are shown.
    pub fn shown(&self) -> impl Iterator<Item = (&Voice, &Shown)> {
        self.groups.iter().filter_map(|group| match &group.says {
            Says::Counts(shown) => Some((&group.voice, shown)),
            Says::Compared(_) | Says::Nothing => None,
        })
    }
}

/// What may be told of the votes on one rating: of a feature, at one level where it takes both.
///
/// # The rules
///
/// - A room's counts are shown from five ballots; of fewer only their number is.
/// - A group's counts are shown from five ballots. With three or four it says lower, similar or higher than the
///   rest of the room. With fewer it says nothing, and stands under "everyone else" together with the others that
///   are not shown.
/// - "Everyone else" is two groups or more, of five ballots or more together. Where they are fewer the smallest group
///   that could be shown joins them, so that nothing follows by subtraction; the first sector of the register joins
///   last, which ends in "statutory v everyone else". Where nothing is left, only the room is shown.
///
/// # Whom it protects from
///
/// The reader knows the register, how many of each group voted, these rules, and everything this function gives for
/// every feature; adds, subtracts, and asks of anything that is missing *why* it is missing. So that asking tells
/// nothing, which groups are shown is settled by the numbers of ballots alone, and whether they can compare themselves
/// by totals that are shown anyway; the one choice that looks at hidden votes, to show no groups where everyone else is
/// nearly of one mind, leaves several possible reasons. For every group whose counts are not shown:
///
/// - each of its counts has at least two possible values, unless a shown total says it by itself: a zero there is a
///   zero for all who are in it, and a room that is of one mind hides nobody;
/// - of a group of one or two no ballot is certain, unless the room's own counts make it so.
///
/// A round is parted by sector or by level, never both: of two overlapping groups, each of five, the one vote at 1 in
/// both belongs to the people in both, and that may be one person. Don't-knows are a sixth answer and guarded like the
/// five. The two rounds of a rating show the same groups, by the smaller of their numbers. Nothing is promised against
/// one who knows ballots from elsewhere, such as their own, or who takes it that nobody changed their vote between
/// rounds.
#[must_use]
pub fn disclosed(session: &Session, feature: &Feature, level: Option<Level>) -> Disclosed {
    let rounds: Vec<&Round> = session.answer(&feature.id).rounds_at(level).collect();
    // Items that name both levels are about the two; the others are parted by sector where that can be.
    let order = if level.is_some() { [By::Level, By::Sector] } else { [By::Sector, By::Level] };
    disclose(&rounds, order, &session.register)
}

/// What may be told of some rounds, parted in the first of two ways in which a group can show its counts.
fn disclose(rounds: &[&Round], order: [By; 2], register: &Register) -> Disclosed {
    let plan = order.into_iter().filter_map(|by| Plan::of(by, rounds, register));
    let plan = plan.min_by_key(|plan| !plan.shown.contains(&true));
    let disclose = |round: &Round| {
        let whole = round.whole();
        let ballots = whole.ballots();
        if ballots < LEAST_SHOWN {
            return DisclosedRound { ballots, ..DisclosedRound::default() };
        }
        let groups = plan.as_ref().map_or(Vec::new(), |plan| plan.groups(round, &whole, register));
        DisclosedRound { ballots, room: Some(Shown::from(&whole)), groups }
    };
    Disclosed { rounds: rounds.iter().map(|round| disclose(round)).collect() }
}

/// How the rounds of a rating are parted, and which groups show their counts: settled by numbers of ballots alone.
struct Plan {
    by: By,
    voices: Vec<Voice>,
    shown: Vec<bool>,
}

impl Plan {
    /// The plan for rounds that show the same groups: those of the latest that knows any. A round that knows others
    /// shows none.
    fn of(by: By, rounds: &[&Round], register: &Register) -> Option<Self> {
        let rounds: Vec<Vec<(Voice, Tally)>> = rounds.iter().map(|round| by.groups(round, register)).collect();
        let latest = rounds.iter().rev().find(|groups| groups.len() >= 2)?;
        let voices: Vec<Voice> = latest.iter().map(|(voice, _)| voice.clone()).collect();
        let mut least = vec![u32::MAX; voices.len()];
        for groups in &rounds {
            if groups.iter().map(|(voice, _)| voice).eq(&voices) {
                for (least, (_, tally)) in least.iter_mut().zip(groups) {
                    *least = tally.ballots().min(*least);
                }
            }
        }
        Some(Self { by, voices, shown: shown_groups(&least) })
    }

    /// What each group of a round may say.
    fn groups(&self, round: &Round, whole: &Tally, register: &Register) -> Vec<DisclosedGroup> {
        let groups = self.by.groups(round, register);
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
        let parted = self.shown.contains(&true);
        let quiet = parted && !hidden.is_empty() && withheld(&room, &rest, &hidden);
        let mut words = if quiet { vec![None; hidden.len()] } else { compared(&rest, &room, &hidden) }.into_iter();
        let mut disclosed: Vec<DisclosedGroup> = groups
            .into_iter()
            .zip(&self.shown)
            .map(|((voice, tally), shown)| {
                let says = match (shown, quiet) {
                    (true, false) => Says::Counts(Shown::from(&tally)),
                    (true, true) => Says::Nothing,
                    (false, _) => words.next().flatten().map_or(Says::Nothing, Says::Compared),
                };
                DisclosedGroup { voice, ballots: tally.ballots(), says }
            })
            .collect();
        if parted && !quiet && !hidden.is_empty() {
            let says = Says::Counts(rest.shown());
            disclosed.push(DisclosedGroup { voice: Voice::EveryoneElse(self.by), ballots: rest.ballots(), says });
        }
        disclosed
    }
}
