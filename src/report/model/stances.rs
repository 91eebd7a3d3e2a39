//! The votes on an assumption, as far as they may be told once the workshop is over.
//!
//! Counts come from [`disclosed_stances`] and from nowhere else.

use super::Texts;
use super::votes::{RoundPart, rounds};
use crate::analysis::{ShownStances, disclosed_stances};
use crate::framework::Id;
use crate::session::{Session, Stance};
use crate::words;
use crate::words::paper::votes::{hidden, round};
use serde::Serialize;

/// One round on an assumption, in every format that tells of it.
pub(crate) type StanceVote = RoundPart<StanceCountsPart>;

#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct StanceCountsPart {
    holds: Option<u16>,
    partly: Option<u16>,
    does_not_hold: Option<u16>,
    dont_know: Option<u16>,
    #[serde(skip)]
    words: Option<String>,
}

impl From<&ShownStances> for StanceCountsPart {
    fn from(shown: &ShownStances) -> Self {
        Self {
            holds: Some(shown.counts.get(Stance::Holds)),
            partly: Some(shown.counts.get(Stance::Partly)),
            does_not_hold: Some(shown.counts.get(Stance::DoesNotHold)),
            dont_know: Some(shown.dont_know),
            words: Some(words::stances(*shown)),
        }
    }
}

pub(crate) fn stance_votes(session: &Session, assumption: &Id) -> Vec<StanceVote> {
    votes(session, assumption, Texts::Clean)
}

pub(super) fn votes(session: &Session, assumption: &Id, texts: Texts) -> Vec<StanceVote> {
    let disclosed = disclosed_stances(session, assumption);
    let present = session.assumption(assumption).rounds.iter().map(|revealed| revealed.present);
    let told = rounds(&disclosed.rounds, &session.register, texts, words::compared_on_assumption);
    told.zip(present.chain(std::iter::repeat(None))).map(|(told, present)| RoundPart { present, ..told }).collect()
}

impl StanceVote {
    /// `Vote 1, 12 people`
    pub(crate) fn title(&self) -> String {
        round(self.round, None, (self.ballots, self.present))
    }

    /// `holds 7, partly holds 3, does not hold 2`, or that the counts are not shown.
    pub(crate) fn in_words(&self) -> &str {
        let why = self.withheld.as_ref().map(|why| why.words.as_str());
        self.counts.words.as_deref().or(why).unwrap_or_default()
    }

    /// What each group said that may be told of: `Statutory (7): holds 6, partly holds 1`; last, of whom nothing is told.
    pub(crate) fn groups_in_words(&self) -> impl Iterator<Item = String> {
        let unheard = self.unheard.iter().map(|names| tr!("not shown: {names}", names));
        let told = self.groups.iter().map(|group| {
            let compared = group.compared.as_ref().map(|compared| compared.words.as_str());
            let says = group.counts.words.as_deref().or(compared).unwrap_or_default();
            format!("{}: {says}", words::paper::votes::group(&group.name, group.ballots))
        });
        told.chain(unheard)
    }

    /// For a cell of a table: `1: holds 7, partly holds 3`.
    pub(in crate::report) fn in_short(&self) -> String {
        format!("{}: {}", self.round, self.counts.words.clone().unwrap_or_else(|| hidden(self.ballots)))
    }
}
