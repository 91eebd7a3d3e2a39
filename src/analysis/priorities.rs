//! Dots beside states: what matters to the room, next to how it stands.
//!
//! Counts only. Dots never change a state; they only settle ties.

use super::{RiskReading, reading};
use crate::framework::{Framework, Item};
use crate::session::Session;
use std::cmp::Reverse;

/// The dots a person puts, by custom.
pub(crate) const DOTS_EACH: std::ops::RangeInclusive<u32> = 3..=5;

/// An item with its dots and how it stands.
#[derive(Clone, Debug)]
pub struct Priority<'framework> {
    /// The item.
    pub item: Item<'framework>,
    /// The dots on it, at least 1.
    pub dots: u16,
    /// How it stands, in words: `contested`, `does not hold`, `could happen, red`.
    pub state: String,
}

/// The items with dots, most first, then in the framework's order.
pub fn priorities<'framework>(framework: &'framework Framework, session: &Session) -> Vec<Priority<'framework>> {
    let dotted = |item: Item<'framework>| {
        let dots = session.dots_on(item.id());
        (dots > 0).then(|| Priority { item, dots, state: state_in_words(framework, session, item) })
    };
    let mut dotted: Vec<_> = framework.items().filter_map(dotted).collect();
    dotted.sort_by_key(|one| Reverse(one.dots));
    dotted
}

/// How any item stands, in words.
pub fn state_in_words(framework: &Framework, session: &Session, item: Item<'_>) -> String {
    match item {
        Item::Feature(_, stage, feature) => reading(session, stage, &feature.id).state.label().into(),
        Item::Assumption(assumption) => session.assumption(&assumption.id).verdict.label().into(),
        Item::Influence(influence) => session.influence(&influence.id).bearing.label().into(),
        Item::Risk(risk) => {
            let reading = RiskReading::of(framework, session, risk);
            let words = reading.concern.status().label();
            reading.rag.map_or(words.into(), |rag| format!("{words}, {}", rag.word()))
        }
    }
}

/// What to check when there are more dots than the people in the room have; `None` when there are not, or when
/// nobody was counted.
pub fn too_many_dots(session: &Session) -> Option<String> {
    let (placed, people) = (session.dots_placed(), session.register.people());
    let most = people.saturating_mul(*DOTS_EACH.end());
    (people > 0 && placed > most).then(|| {
        format!(
            "{placed} dots are more than the {most} that {people} people with {} each have; check the counts",
            DOTS_EACH.end()
        )
    })
}
