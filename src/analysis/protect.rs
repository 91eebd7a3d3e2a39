//! What to protect: the strengths that rest on evidence, or at least not on opinion alone.
//!
//! An untested strength is not among them: it needs evidence first, and `act` says so.

use super::{HeatMap, RatedItem, State};
use crate::framework::Framework;
use crate::session::Session;
use std::cmp::Reverse;

/// How many to show of what to protect.
pub(crate) const TOP_TO_PROTECT: usize = 3;

#[derive(Clone, Debug)]
pub struct ToProtect<'framework> {
    pub standing: RatedItem<'framework>,
    pub dots: u16,
}

/// Every strength: by dots, then 5 before 4, then in the order of the chain. Screens show the first `TOP_TO_PROTECT`.
pub fn to_protect<'framework>(framework: &'framework Framework, session: &Session) -> Vec<ToProtect<'framework>> {
    let map = HeatMap::of(framework, session);
    let strength = |(cell, stage, feature)| {
        let reading = *map.at(cell)?;
        (reading.state == State::Strength).then_some(RatedItem { cell, stage, feature, reading })
    };
    let placed = |standing: RatedItem<'framework>| ToProtect { standing, dots: session.dots_on(&standing.feature.id) };
    let mut strengths: Vec<_> = framework.features().filter_map(strength).map(placed).collect();
    strengths.sort_by_key(|one| (Reverse(one.dots), Reverse(one.standing.reading.rating)));
    strengths
}
