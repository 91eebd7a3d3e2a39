//! The votes on an assumption, as far as they may be told once the workshop is over.
//!
//! Counts come from [`disclosed_stances`] and from nowhere else.

use super::{Named, Texts};
use crate::analysis::{DisclosedGroup, Says, ShownStances, disclosed_stances};
use crate::framework::Id;
use crate::session::{Register, Session, Stance};
use crate::words::count;
use serde::Serialize;

/// One round on an assumption, in every format that tells of it.
#[derive(Clone, Debug, Serialize)]
pub struct StanceVote {
    /// 1 or 2.
    round: usize,
    ballots: u32,
    /// Nothing where fewer than five voted.
    #[serde(flatten)]
    counts: StanceCountsPart,
    groups: Vec<StanceGroup>,
    withheld: Option<Named>,
    unheard: Option<String>,
}

/// How many said what.
#[derive(Clone, Debug, Default, Serialize)]
struct StanceCountsPart {
    holds: Option<u16>,
    partly: Option<u16>,
    does_not_hold: Option<u16>,
    dont_know: Option<u16>,
    #[serde(skip)]
    words: Option<String>,
}

/// One group in a round; those that say nothing are not here.
#[derive(Clone, Debug, Serialize)]
struct StanceGroup {
    group: String,
    name: String,
    ballots: u32,
    #[serde(flatten)]
    counts: StanceCountsPart,
    compared: Option<Named>,
}

impl From<&ShownStances> for StanceCountsPart {
    fn from(shown: &ShownStances) -> Self {
        Self {
            holds: Some(shown.counts.get(Stance::Holds)),
            partly: Some(shown.counts.get(Stance::Partly)),
            does_not_hold: Some(shown.counts.get(Stance::DoesNotHold)),
            dont_know: Some(shown.dont_know),
            words: Some(shown.in_words()),
        }
    }
}

/// The rounds on an assumption, oldest first.
#[must_use]
pub fn stance_votes(session: &Session, assumption: &Id) -> Vec<StanceVote> {
    votes(session, assumption, Texts::Clean)
}

pub(super) fn votes(session: &Session, assumption: &Id, texts: Texts) -> Vec<StanceVote> {
    let rounds = disclosed_stances(session, assumption).rounds.into_iter().enumerate();
    let vote = |(place, round): (usize, crate::analysis::DisclosedRound<ShownStances>)| StanceVote {
        round: place + 1,
        ballots: round.ballots,
        counts: round.room.as_ref().map(StanceCountsPart::from).unwrap_or_default(),
        groups: round.groups.iter().filter_map(|one| group(one, &session.register, texts)).collect(),
        withheld: round.withheld.map(|why| Named::new(why.key(), why.words())),
        unheard: round.unheard(&session.register).map(|names| texts.line(&names)),
    };
    rounds.map(vote).collect()
}

fn group(group: &DisclosedGroup<ShownStances>, register: &Register, texts: Texts) -> Option<StanceGroup> {
    let (counts, compared) = match &group.says {
        Says::Counts(shown) => (StanceCountsPart::from(shown), None),
        Says::Compared(compared) => {
            (StanceCountsPart::default(), Some(Named::new(compared.key(), compared.words_on_assumption())))
        }
        Says::Nothing => return None,
    };
    let name = texts.line(group.voice.title(register));
    Some(StanceGroup { group: texts.line(group.voice.key()), name, ballots: group.ballots, counts, compared })
}

impl StanceVote {
    /// `Vote 1, 12 people`
    #[must_use]
    pub fn title(&self) -> String {
        format!("Vote {}, {}", self.round, count(self.ballots, "person", "people"))
    }

    /// `holds 7, partly holds 3, does not hold 2`, or that the counts are not shown.
    #[must_use]
    pub fn in_words(&self) -> &str {
        let why = self.withheld.as_ref().map(|why| why.words.as_str());
        self.counts.words.as_deref().or(why).unwrap_or_default()
    }

    /// What each group said that may be told of: `Statutory (7): holds 6, partly holds 1`; last, of whom nothing is told.
    pub fn groups_in_words(&self) -> impl Iterator<Item = String> {
        let unheard = self.unheard.iter().map(|names| format!("not shown: {names}"));
        let told = self.groups.iter().map(|group| {
            let compared = group.compared.as_ref().map(|compared| compared.words.as_str());
            let says = group.counts.words.as_deref().or(compared).unwrap_or_default();
            format!("{} ({}): {says}", group.name, group.ballots)
        });
        told.chain(unheard)
    }

    /// For a cell of a table: `1: holds 7, partly holds 3`.
    pub(in crate::report) fn in_short(&self) -> String {
        let hidden = || count(self.ballots, "vote, not shown", "votes, not shown");
        format!("{}: {}", self.round, self.counts.words.clone().unwrap_or_else(hidden))
    }
}
