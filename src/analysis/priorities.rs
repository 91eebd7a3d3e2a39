//! Dots beside states: what matters to the room, next to how it stands.
//!
//! Counts only. Dots never change a state; they only settle ties.

use super::{TOP_TO_ACT, where_to_act};
use crate::framework::{Framework, Item};
use crate::session::Session;
use std::cmp::Reverse;

/// The dots a person puts, by custom.
pub(crate) const DOTS_EACH: std::ops::RangeInclusive<u32> = 3..=5;

/// An item with its dots and how it stands.
#[derive(Clone, Debug)]
pub struct Priority<'framework> {
    pub item: Item<'framework>,
    /// The dots on it, at least 1.
    pub dots: u16,
    /// Whether its answers say the same: it is among the first places to act.
    pub in_both: bool,
}

/// The items with dots, most first, then in the framework's order.
pub fn priorities<'framework>(framework: &'framework Framework, session: &Session) -> Vec<Priority<'framework>> {
    let first: Vec<_> =
        where_to_act(framework, session).into_iter().take(TOP_TO_ACT).map(|one| one.item.id()).collect();
    let dotted = |item: Item<'framework>| {
        let dots = session.dots_on(item.id());
        (dots > 0).then_some(Priority { item, dots, in_both: first.contains(&item.id()) })
    };
    let mut dotted: Vec<_> = framework.items().filter_map(dotted).collect();
    dotted.sort_by_key(|one| Reverse(one.dots));
    dotted
}

/// More dots than the people in the room have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyDots {
    pub placed: u32,
    /// As many as the people in the room have.
    pub most: u32,
    pub people: u32,
}

/// Whether there are more dots than the people in the room have; `None` when there are not, or when nobody was counted.
pub fn too_many_dots(session: &Session) -> Option<TooManyDots> {
    let (placed, people) = (session.dots_placed(), session.register.people());
    let most = people.saturating_mul(*DOTS_EACH.end());
    (people > 0 && placed > most).then_some(TooManyDots { placed, most, people })
}
