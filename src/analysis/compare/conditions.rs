//! Links, assumptions, influencing factors and risks that stand otherwise than last time.
//!
//! What did not change is not listed.

use super::ThenNow;
use crate::analysis::{ItemStatus, LinkReading, LinkReason, LinkState, links as read_links};
use crate::framework::{Framework, Item, Link, Stage};
use crate::session::Session;

/// A link that stands otherwise.
#[derive(Clone, Debug)]
pub struct LinkChange<'all> {
    pub link: &'all Link,
    pub from: &'all Stage,
    pub to: &'all Stage,
    pub states: ThenNow<LinkState>,
    /// Whether results were claimed that the chain cannot explain.
    pub leaps: ThenNow<bool>,
    /// Why it stands as it does now.
    pub reasons: Vec<LinkReason>,
}

/// An assumption, an influencing factor or a risk that stands otherwise.
#[derive(Clone, Debug)]
pub struct ItemChange<'all> {
    pub item: Item<'all>,
    pub stands: ThenNow<ItemStatus>,
}

pub(super) fn links<'all>(framework: &'all Framework, then: &Session, now: &Session) -> Vec<LinkChange<'all>> {
    let pairs = read_links(framework, then).into_iter().zip(read_links(framework, now));
    let change = |(then, now): (LinkReading<'all>, LinkReading<'all>)| {
        let states = ThenNow { then: then.state, now: now.state };
        let leaps = ThenNow { then: then.leap.is_some(), now: now.leap.is_some() };
        (states.differs() || leaps.differs()).then_some(LinkChange {
            link: now.link,
            from: now.from,
            to: now.to,
            states,
            leaps,
            reasons: now.reasons,
        })
    };
    pairs.filter_map(change).collect()
}

pub(super) fn items<'all>(framework: &'all Framework, then: &Session, now: &Session) -> Vec<ItemChange<'all>> {
    let change = |item: Item<'all>| {
        let stands = ThenNow::read(then, now, |session| ItemStatus::of(framework, session, item));
        stands.differs().then_some(ItemChange { item, stands })
    };
    framework.items().filter(|item| !matches!(item, Item::Feature(..))).filter_map(change).collect()
}
