//! How a new action for an item begins: with a starter's words, or with the room's own.
//!
//! It records nothing; the form does.

use crate::analysis::starters;
use crate::framework::{Framework, Id, Item};

/// How a new action for an item begins.
#[derive(Clone, Debug)]
pub struct ActionStart {
    pub(crate) item: Id,
    /// The starters on offer, each with the risk it comes through, if any. After the last comes "in your own words".
    pub(crate) offers: Vec<(String, Option<Id>)>,
    pub(crate) line: usize,
}

impl ActionStart {
    pub(super) fn new(framework: &Framework, item: Item<'_>) -> Self {
        let offers = framework.item(item.id()).map_or(Vec::new(), |item| starters(framework, item));
        let offers = offers
            .into_iter()
            .map(|offer| (offer.starter.text.clone(), offer.through.map(|risk| risk.id.clone())))
            .collect();
        Self { item: item.id().clone(), offers, line: 0 }
    }
}
