//! What may be told of a vote once the workshop is over: the one gate for summaries, reports, exports and `show`.
//!
//! It must not be walked around: whatever leaves the room takes its counts from [`disclosed`], never from a round.

mod compared;
mod merging;
mod pattern;
mod plan;
mod shared;
mod stances;

use self::plan::{Vote, disclose};
use super::voice::{By, Voice};
use super::{Median, Movement, Word, agreement, consensus, median, movement};
use crate::framework::{Feature, Id, Level};
use crate::session::{Counts5, Revealed, Session, Tally, Voters};

pub use compared::Compared;
pub use merging::merge_tables;
pub use shared::share;
pub(crate) use stances::silent_on_assumption;
pub use stances::{ShownStances, disclosed_stances};

/// Counts are shown from this many ballots.
pub(crate) const LEAST_SHOWN: u32 = 5;

/// A group compares itself with the rest from this many ballots.
pub(crate) const LEAST_COMPARED: u32 = 3;

/// What may be told of the rounds on one rating, or on one assumption.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Disclosed<S = VisibleCounts> {
    /// The rounds, oldest first; none, one or two.
    pub rounds: Vec<DisclosedRound<S>>,
}

/// What may be told of one round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DisclosedRound<S = VisibleCounts> {
    /// How many took part.
    pub ballots: u32,
    /// Everybody's votes, from five ballots.
    pub room: Option<S>,
    /// By sector or by level, in the order of the register; none where the round knows only one group.
    /// "Everyone else", where it is shown, comes last and is all groups whose own counts are not.
    pub groups: Vec<DisclosedGroup<S>>,
    /// Why not more is told, where it is not for the size of the groups in it.
    pub withheld: Option<Withheld>,
}

/// Why the counts of a round are not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Withheld {
    /// Fewer than five took part.
    Few,
    /// The session says that it is a breakout table.
    Table,
    /// It was merged from sessions of which papers may have gone out, and with those it would tell the votes of few.
    Papers,
}

impl Withheld {
    /// The name in JSON; part of the command line's contract.
    pub fn key(self) -> &'static str {
        match self {
            Self::Few => "few",
            Self::Table => "table",
            Self::Papers => "papers",
        }
    }
}

/// What may be told of one group in a round.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DisclosedGroup<S = VisibleCounts> {
    pub voice: Voice,
    /// How many took part. Who was in the room is on the register, so this is no secret.
    pub ballots: u32,
    pub says: Says<S>,
    /// Whether they are three or four and kept silent by these rules, whatever they voted: they may agree to be heard.
    pub silent: bool,
}

/// What may be told of a group's votes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Says<S = VisibleCounts> {
    Counts(S),
    /// Where they stand beside the rest of the room.
    Compared(Compared),
    Nothing,
}

/// A group of three or four that the rules keep silent, and that may agree to be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SilentGroup {
    pub voice: Voice,
    /// Who they are, as their yes is kept.
    pub voters: Voters,
    pub ballots: u32,
    pub agreed: bool,
    /// Whether it is told where they stand. With their yes it is not where it would tell the votes of other few.
    pub heard: bool,
}

/// Counts that are shown, and what follows from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct VisibleCounts {
    /// How many voted 1 to 5.
    pub counts: Counts5,
    /// How many said that they do not know.
    pub dont_know: u16,
}

impl VisibleCounts {
    /// The median; `None` where all said that they do not know.
    pub(crate) fn median(&self) -> Option<Median> {
        median(&self.counts)
    }

    /// The plain word, from three votes.
    pub fn word(&self) -> Option<Word> {
        agreement(&self.counts)
    }

    /// Tastle and Wierman's consensus, 0 to 1.
    pub(crate) fn consensus(&self) -> Option<f64> {
        consensus(&self.counts)
    }
}

impl From<&Tally> for VisibleCounts {
    fn from(tally: &Tally) -> Self {
        Self { counts: tally.counts, dont_know: tally.dont_know }
    }
}

impl<S> Disclosed<S> {
    /// What a breakout table tells by itself: that people voted.
    fn of_table(self, session: &Session) -> Self {
        if session.table().is_none() {
            return self;
        }
        let rounds = self.rounds.into_iter();
        Self { rounds: rounds.map(|round| DisclosedRound::without_counts(round.ballots, Withheld::Table)).collect() }
    }

    /// The groups that may agree to be heard in the latest round, and which of them did, as `heard` keeps it.
    fn silent(&self, heard: &[Voters]) -> Vec<SilentGroup> {
        let groups = self.rounds.last().into_iter().flat_map(|round| &round.groups).filter(|group| group.silent);
        let silent = |group: &DisclosedGroup<S>| {
            let voters = group.voice.voters()?;
            let agreed = heard.contains(&voters);
            let heard = matches!(group.says, Says::Compared(_));
            Some(SilentGroup { voice: group.voice.clone(), voters, ballots: group.ballots, agreed, heard })
        };
        groups.filter_map(silent).collect()
    }
}

impl Disclosed {
    /// The latest round: the one that counts.
    pub fn latest(&self) -> Option<&DisclosedRound> {
        self.rounds.last()
    }

    /// What happened between two rounds; `None` unless both show the room.
    pub fn movement(&self) -> Option<Movement> {
        let [first, second] = &self.rounds[..] else { return None };
        movement(&first.room?.counts, &second.room?.counts)
    }
}

impl<S> DisclosedRound<S> {
    /// What may be told where no counts are.
    fn without_counts(ballots: u32, withheld: Withheld) -> Self {
        Self { ballots, room: None, groups: Vec::new(), withheld: Some(withheld) }
    }

    /// Everybody's votes, or why they are not told.
    pub(crate) fn everybody(&self) -> Result<S, Withheld>
    where
        S: Copy,
    {
        self.room.ok_or(self.withheld.unwrap_or(Withheld::Few))
    }

    /// The groups that voted and of which nothing is told.
    pub(crate) fn unheard(&self) -> impl Iterator<Item = &Voice> {
        self.groups.iter().filter(|group| matches!(group.says, Says::Nothing)).map(|group| &group.voice)
    }
}

impl<S> DisclosedGroup<S> {
    /// How many took part, for a paper: only where their counts are told.
    pub(crate) fn told_ballots(&self) -> Option<u32> {
        matches!(self.says, Says::Counts(_)).then_some(self.ballots)
    }
}

impl DisclosedRound {
    pub fn shown(&self) -> impl Iterator<Item = (&Voice, &VisibleCounts)> {
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
/// - A group of three or four that these rules keep silent may agree to be heard. Then it says lower, similar or higher
///   too, unless that would settle a count of another group under five that did not agree.
/// - A session that says it is a breakout table tells nothing: its votes are told with those of the other tables, and
///   whoever had both could subtract. [`merge_tables`] says what is told of sessions that did not say so.
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
pub fn disclosed(session: &Session, feature: &Feature, level: Option<Level>) -> Disclosed {
    by_the_rules(session, &feature.id, level).of_table(session)
}

/// The groups that may agree to be heard in the latest round on a rating, at a breakout table too: it asks its own.
pub fn silent_groups(session: &Session, feature: &Feature, level: Option<Level>) -> Vec<SilentGroup> {
    let latest = rounds(session, &feature.id, level).next_back();
    latest.map_or(Vec::new(), |latest| by_the_rules(session, &feature.id, level).silent(&latest.heard))
}

/// What may be told, whether or not a breakout table says it.
fn by_the_rules(session: &Session, feature: &Id, level: Option<Level>) -> Disclosed {
    let votes: Vec<Vote<'_>> = rounds(session, feature, level).map(Vote::from).collect();
    // Items that name both levels are about the two; the others are parted by sector where that can be.
    let order = if level.is_some() { [By::Level, By::Sector] } else { [By::Sector, By::Level] };
    disclose(&votes, order, &session.register)
}

fn rounds<'all>(
    session: &'all Session,
    feature: &Id,
    level: Option<Level>,
) -> impl DoubleEndedIterator<Item = &'all Revealed> {
    session.answer(feature).rounds.iter().filter(move |revealed| revealed.level == level)
}
