//! Which item, at which level, and how an item of any kind stands.

use super::{commas, standing};
use crate::analysis::state_in_words;
use crate::framework::{Framework, Id, Item, Level};
use crate::session::Session;

pub(crate) const PARKED: &str = "Parked to come back to";

/// `P3 Joint work`.
pub(crate) fn name(item: Item<'_>) -> String {
    format!("{} {}", item.id(), item.label())
}

/// Ids with their labels: `R6 Voluntary, E2 Community`; an id alone where the framework does not have it.
pub(crate) fn names<'all>(framework: &Framework, ids: impl IntoIterator<Item = &'all Id>) -> String {
    commas(ids.into_iter().map(|id| framework.item(id).map_or(id.to_string(), name)))
}

/// How an item of any kind stands.
pub(crate) fn item_stands(framework: &Framework, session: &Session, item: Item<'_>) -> String {
    match item {
        Item::Feature(_, stage, feature) => standing(framework, stage, session, &feature.id),
        other => state_in_words(framework, session, other),
    }
}

/// ` (strategic)`, or nothing.
pub(crate) fn at_level(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| format!(" ({})", level.word()))
}

/// `strategic `, or nothing.
pub(crate) fn before_level(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| format!("{} ", level.word()))
}

/// `, strategic`, or nothing.
pub(crate) fn after_level(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| format!(", {}", level.word()))
}
