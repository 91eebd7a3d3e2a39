//! The votes on a feature, as far as they may be told once the workshop is over.
//!
//! Counts come from [`disclosed`] and from nowhere else.

use super::{Named, Source, Texts};
use crate::analysis::{Compared, DisclosedGroup, DisclosedRound, Median, Says, VisibleCounts, disclosed};
use crate::framework::{Feature, Level};
use crate::session::Register;
use crate::words::{self, agreement_word};
use serde::Serialize;

/// One round on a rating.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct VotePart {
    /// The level that was rated, for features that take both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::report) level: Option<&'static str>,
    #[serde(flatten)]
    pub(in crate::report) told: RoundPart<CountsPart>,
    /// What happened since the first round.
    pub(in crate::report) moved: Option<String>,
}

/// One round, on a rating or an assumption, as far as it may be told.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RoundPart<C> {
    /// 1 or 2.
    pub(in crate::report) round: usize,
    pub(in crate::report) ballots: u32,
    /// How many were in the room then, where that was kept.
    pub(in crate::report) present: Option<u32>,
    /// Nothing where fewer than five voted.
    #[serde(flatten)]
    pub(in crate::report) counts: C,
    /// Those that say nothing are not here.
    pub(in crate::report) groups: Vec<GroupPart<C>>,
    /// Why the counts, or those of some groups, are not told, where it is not for the size of a group.
    pub(in crate::report) withheld: Option<Named>,
    /// The groups that voted and of which nothing is told.
    pub(in crate::report) unheard: Option<String>,
}

/// Counts and what follows from them.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::report) struct CountsPart {
    pub(in crate::report) counts: Option<[u16; 5]>,
    pub(in crate::report) dont_know: Option<u16>,
    pub(in crate::report) median: Option<f64>,
    pub(in crate::report) agreement: Option<Named>,
    /// Tastle and Wierman's consensus, 0 to 1, to three places.
    pub(in crate::report) cns: Option<f64>,
}

/// What a rating's latest round says, where a reader looks first.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct LatestPart {
    agreement: Option<Named>,
    median: Option<f64>,
    cns: Option<f64>,
    groups: Vec<GroupPart<CountsPart>>,
}

impl LatestPart {
    /// The latest of these rounds on a feature, at one level where it takes both.
    pub(super) fn of(votes: &[VotePart], level: Option<Level>) -> Self {
        let latest = votes.iter().rfind(|vote| vote.level == level.map(Level::key));
        let Some(RoundPart { counts, groups, .. }) = latest.map(|vote| &vote.told) else { return Self::default() };
        Self { agreement: counts.agreement.clone(), median: counts.median, cns: counts.cns, groups: groups.clone() }
    }
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct GroupPart<C> {
    pub(in crate::report) group: String,
    pub(in crate::report) name: String,
    /// Of a group under five it is not told how many they are: beside the room's number it would be.
    pub(in crate::report) ballots: Option<u32>,
    #[serde(flatten)]
    pub(in crate::report) counts: C,
    pub(in crate::report) compared: Option<Named>,
}

impl From<&VisibleCounts> for CountsPart {
    fn from(shown: &VisibleCounts) -> Self {
        Self {
            counts: Some(shown.counts.0),
            dont_know: Some(shown.dont_know),
            median: shown.median().map(number),
            agreement: shown.word().map(|word| Named::new(word.key(), agreement_word(word))),
            cns: shown.consensus().map(|cns| (cns * 1000.0).round() / 1000.0),
        }
    }
}

/// A median as a number: 3 or 3.5.
pub(super) fn number(median: Median) -> f64 {
    f64::from(median.halves()) / 2.0
}

pub(super) fn votes(source: &Source<'_>, feature: &Feature) -> Vec<VotePart> {
    let mut parts = Vec::new();
    for level in feature.rated_at() {
        let disclosed = disclosed(source.session, feature, level);
        let moved = disclosed.movement().map(words::moved);
        let told = rounds(&disclosed.rounds, &source.session.register, source.texts, Compared::label);
        let answer = source.session.answer(&feature.id);
        let mut present =
            answer.rounds.iter().filter(|revealed| revealed.level == level).map(|revealed| revealed.present);
        parts.extend(told.map(|told| {
            let told = RoundPart { present: present.next().flatten(), ..told };
            let moved = moved.clone().filter(|_| told.round > 1);
            VotePart { level: level.map(Level::key), told, moved }
        }));
    }
    parts
}

/// Rounds as they are disclosed, oldest first.
pub(super) fn rounds<S, C: Default + for<'shown> From<&'shown S>>(
    rounds: &[DisclosedRound<S>],
    register: &Register,
    texts: Texts,
    compared_in_words: fn(Compared) -> &'static str,
) -> impl Iterator<Item = RoundPart<C>> {
    let group = move |group: &DisclosedGroup<S>| {
        let (counts, compared) = match &group.says {
            Says::Counts(shown) => (C::from(shown), None),
            Says::Compared(how) => (C::default(), Some(Named::new(how.key(), compared_in_words(*how)))),
            Says::Nothing => return None,
        };
        let (name, ballots) = (texts.line(words::group_name(&group.voice, register)), group.told_ballots());
        Some(GroupPart { group: texts.line(group.voice.key()), name, ballots, counts, compared })
    };
    (1..).zip(rounds).map(move |(number, round)| RoundPart {
        round: number,
        ballots: round.ballots,
        present: None,
        counts: round.room.as_ref().map(C::from).unwrap_or_default(),
        groups: round.groups.iter().filter_map(group).collect(),
        withheld: round.withheld.map(|why| Named::new(why.key(), words::withheld(why))),
        unheard: words::unheard(round, register).map(|names| texts.line(&names)),
    })
}
