//! What a room may do to a session, made up at random: the raw material of property tests.

use jiff::Timestamp;
use plenary::framework::{Confidence, Feature, Framework, Level, Rating};
use plenary::session::{About, Changed, Decision, Range, Register, SECTORS, Session};
use proptest::prelude::*;

/// One thing done to a session.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    Decide(usize, Level, Decision),
    Reserve(usize, Level),
    Trust(usize, Option<Confidence>),
    Note(usize, String),
    NotePrivately(usize, String),
    Park(usize),
    Describe(String),
    Count(usize, u16),
}

impl Deed {
    /// Does it; a refusal is a valid outcome.
    pub(crate) fn apply(&self, framework: &Framework, session: &mut Session, second: i64) -> Changed {
        let at = Timestamp::from_second(1_773_300_000 + second).unwrap();
        match self {
            Self::Decide(place, level, decision) => {
                let (feature, level) = item(framework, *place, *level);
                session.decide(feature, level, decision.clone(), at)
            }
            Self::Reserve(place, level) => {
                let (feature, level) = item(framework, *place, *level);
                session.reserve(feature, level, at)
            }
            Self::Trust(place, confidence) => session.trust(feature(framework, *place), *confidence),
            Self::Note(place, text) => session.note(feature(framework, *place), text),
            Self::NotePrivately(place, text) => session.note_privately(feature(framework, *place), text),
            Self::Park(place) => session.park(feature(framework, *place)),
            Self::Describe(text) => session.describe(About { partnership: text.clone(), ..session.about.clone() }),
            Self::Count(sector, people) => {
                let mut register: Register = session.register.clone();
                register.set(SECTORS[sector % SECTORS.len()].0, *people);
                session.count_people(register)
            }
        }
    }
}

/// A feature by its place in the walk, counted round and round.
pub(crate) fn feature(framework: &Framework, place: usize) -> &Feature {
    framework.features().nth(place % framework.feature_count()).unwrap().2
}

/// A feature with the level, where it takes both.
fn item(framework: &Framework, place: usize, level: Level) -> (&Feature, Option<Level>) {
    let feature = feature(framework, place);
    (feature, feature.levels.then_some(level))
}

pub(crate) fn rating() -> impl Strategy<Value = Rating> {
    prop::sample::select(&Rating::ALL[..])
}

pub(crate) fn confidence() -> impl Strategy<Value = Option<Confidence>> {
    prop::option::of(prop::sample::select(&Confidence::ALL[..]))
}

pub(crate) fn decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        4 => rating().prop_map(Decision::Agreed),
        1 => rating().prop_map(Decision::AgreedWithReservations),
        2 => (rating(), rating(), ".{0,6}", ".{0,6}").prop_map(|(one, other, low_view, high_view)| {
            Range::between(one, other)
                .map_or(Decision::Agreed(one), |range| Decision::NotAgreed { range, low_view, high_view })
        }),
        1 => Just(Decision::DontKnow),
        1 => Just(Decision::NotRelevant),
        1 => Just(Decision::NotDiscussed),
    ]
}

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    // Few items, so that the same one is often changed again.
    let place = || prop_oneof![3 => 4_usize..10, 1 => 0_usize..36];
    let level = || prop::sample::select(&Level::ALL[..]);
    prop_oneof![
        6 => (place(), level(), decision()).prop_map(|(place, level, decision)| Deed::Decide(place, level, decision)),
        1 => (place(), level()).prop_map(|(place, level)| Deed::Reserve(place, level)),
        2 => (place(), confidence()).prop_map(|(place, confidence)| Deed::Trust(place, confidence)),
        1 => (place(), ".{0,8}").prop_map(|(place, text)| Deed::Note(place, text)),
        1 => (place(), ".{0,8}").prop_map(|(place, text)| Deed::NotePrivately(place, text)),
        1 => place().prop_map(Deed::Park),
        1 => ".{0,8}".prop_map(Deed::Describe),
        1 => (0_usize..4, 0_u16..20).prop_map(|(sector, people)| Deed::Count(sector, people)),
    ]
}

/// A session with nothing said.
pub(crate) fn nothing_said(framework: &Framework) -> Session {
    Session::new(framework, "00112233445566ff".into(), Timestamp::from_second(1_773_300_000).unwrap())
}

/// The framework that is built in.
pub(crate) fn framework() -> Framework {
    Framework::built_in().unwrap_or_else(|error| panic!("{error}"))
}
