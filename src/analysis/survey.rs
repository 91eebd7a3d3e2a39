//! What a survey said before the workshop, as far as it may be told: of everybody only, from five people, and only once
//! the room has spoken.

use super::disclosure::LEAST_SHOWN;
use crate::session::{Counts, Session, Subject, Tally};

/// What may be told of a survey on one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before<S> {
    /// How many took part.
    pub people: u32,
    /// What they said; `None` where they are fewer than five.
    pub told: Option<S>,
}

/// What a survey said of an item; nothing as long as the room has neither voted on it nor decided it.
pub fn before<I, C, S>(session: &Session, on: I) -> Option<Before<S>>
where
    I: Subject<Counts = C>,
    C: Counts,
    S: for<'tally> From<&'tally Tally<C>>,
{
    let whole = session.before(on)?.whole();
    let people = whole.ballots();
    Some(Before { people, told: (people >= LEAST_SHOWN).then(|| S::from(&whole)) })
}
