//! The votes on a feature, as far as they may be told once the workshop is over.
//!
//! Counts come from [`disclosed`] and from nowhere else.

use super::{Named, Source};
use crate::analysis::{DisclosedGroup, Median, Says, Shown, disclosed};
use crate::framework::{Feature, Level};
use serde::Serialize;

/// One round.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct VotePart {
    /// The level that was rated, for features that take both.
    pub(in crate::report) level: Option<&'static str>,
    /// 1 or 2.
    pub(in crate::report) round: usize,
    pub(in crate::report) ballots: u32,
    /// Nothing where fewer than five voted.
    #[serde(flatten)]
    pub(in crate::report) counts: CountsPart,
    pub(in crate::report) groups: Vec<GroupPart>,
    /// Why the counts, or those of some groups, are not told, where it is not for the size of a group.
    pub(in crate::report) withheld: Option<Named>,
    /// The groups that voted and of which nothing is told.
    pub(in crate::report) unheard: Option<String>,
    /// What happened since the first round.
    pub(in crate::report) moved: Option<String>,
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

/// One group in a round; those that say nothing are not here.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct GroupPart {
    pub(in crate::report) group: String,
    pub(in crate::report) name: String,
    pub(in crate::report) ballots: u32,
    #[serde(flatten)]
    pub(in crate::report) counts: CountsPart,
    pub(in crate::report) compared: Option<Named>,
}

impl From<&Shown> for CountsPart {
    fn from(shown: &Shown) -> Self {
        Self {
            counts: Some(shown.counts.0),
            dont_know: Some(shown.dont_know),
            median: shown.median().map(number),
            agreement: shown.word().map(|word| Named::new(word.key(), word.title())),
            cns: shown.consensus().map(|cns| (cns * 1000.0).round() / 1000.0),
        }
    }
}

/// A median as a number: 3 or 3.5.
pub(super) fn number(median: Median) -> f64 {
    f64::from(median.halves()) / 2.0
}

/// The levels at which a feature is rated.
fn levels(feature: &Feature) -> Vec<Option<Level>> {
    if feature.levels { Level::ALL.map(Some).to_vec() } else { vec![None] }
}

/// The rounds on a feature, level by level.
pub(super) fn votes(source: &Source<'_>, feature: &Feature) -> Vec<VotePart> {
    let mut parts = Vec::new();
    for level in levels(feature) {
        let disclosed = disclosed(source.session, feature, level);
        let moved = disclosed.movement().map(|movement| movement.in_words());
        for (place, round) in disclosed.rounds.iter().enumerate() {
            parts.push(VotePart {
                level: level.map(Level::word),
                round: place + 1,
                ballots: round.ballots,
                counts: round.room.as_ref().map(CountsPart::from).unwrap_or_default(),
                groups: round.groups.iter().filter_map(|group| group_part(source, group)).collect(),
                withheld: round.withheld.map(|why| Named::new(why.key(), why.words())),
                unheard: round.unheard(&source.session.register).map(|names| source.line(&names)),
                moved: moved.clone().filter(|_| place > 0),
            });
        }
    }
    parts
}

fn group_part(source: &Source<'_>, group: &DisclosedGroup) -> Option<GroupPart> {
    let (counts, compared) = match &group.says {
        Says::Counts(shown) => (CountsPart::from(shown), None),
        Says::Compared(compared) => (CountsPart::default(), Some(Named::new(compared.key(), compared.words()))),
        Says::Nothing => return None,
    };
    let name = source.line(group.voice.title(&source.session.register));
    Some(GroupPart { group: source.line(group.voice.key()), name, ballots: group.ballots, counts, compared })
}
