//! What a committee reads first: where to act, what to protect, where groups differ, where the dots are.
//!
//! The lists and their reasons are the analysis's; here they only get their paper form.

use super::votes::number;
use super::{Named, Source};
use crate::analysis::{Audience, Median, Voice, conversations, priorities, to_protect, where_to_act};
use crate::framework::{Id, Item, Level};
use crate::session::Session;
use crate::words::paper::cover::item;
use crate::words::{self, capital, ground};
use serde::Serialize;

/// An item in one of the two lists, with the reason it stands there.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct Place {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    /// What it is, for somebody who has never seen the framework.
    #[serde(skip)]
    pub(in crate::report) in_words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::report) ground: Option<Named>,
    pub(in crate::report) reason: String,
    pub(in crate::report) dots: u16,
    /// The numbers of the actions that name it.
    pub(in crate::report) actions: Vec<u32>,
}

/// A rating on which groups differ.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct ConversationPart {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    pub(in crate::report) level: Option<&'static str>,
    pub(in crate::report) low_group: String,
    pub(in crate::report) low_median: f64,
    pub(in crate::report) high_group: String,
    pub(in crate::report) high_median: f64,
    /// Two or more apart.
    pub(in crate::report) strong: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct PriorityPart {
    pub(in crate::report) id: String,
    #[serde(skip)]
    pub(in crate::report) label: String,
    #[serde(skip)]
    pub(in crate::report) text: String,
    pub(in crate::report) dots: u16,
    pub(in crate::report) state: String,
    /// Whether it is among the first places to act as well.
    pub(in crate::report) in_both: bool,
}

fn actions_on(session: &Session, id: &Id) -> Vec<u32> {
    session.actions.iter().filter(|action| action.why.contains(id)).map(|action| action.number).collect()
}

pub(super) fn to_act(source: &Source<'_>) -> Vec<Place> {
    let part = |one: crate::analysis::ToAct<'_>| Place {
        id: one.item.id().to_string(),
        label: source.line(one.item.label()),
        text: source.line(one.item.text()),
        in_words: source.line(&item(one.item)),
        ground: Some(Named::new(one.ground.key(), ground(one.ground))),
        reason: source.line(&words::why_act(source.framework, source.session, &one)),
        dots: one.dots,
        actions: actions_on(source.session, one.item.id()),
    };
    where_to_act(source.framework, source.session).into_iter().map(part).collect()
}

pub(super) fn protect(source: &Source<'_>) -> Vec<Place> {
    let part = |one: crate::analysis::ToProtect<'_>| {
        let feature = one.standing.feature;
        Place {
            id: feature.id.to_string(),
            label: source.line(&feature.label),
            text: source.line(&feature.text),
            in_words: source.line(&item(Item::Feature(one.standing.cell, one.standing.stage, feature))),
            ground: None,
            reason: source.line(&words::why_protect(source.framework, source.session, &one)),
            dots: one.dots,
            actions: actions_on(source.session, &feature.id),
        }
    };
    to_protect(source.framework, source.session).into_iter().map(part).collect()
}

pub(super) fn differing(source: &Source<'_>) -> Vec<ConversationPart> {
    let end = |(voice, median): &(Voice, Median)| {
        (source.line(words::group_name(voice, &source.session.register)), number(*median))
    };
    let part = |one: crate::analysis::Conversation<'_>| {
        let ((low_group, low_median), (high_group, high_median)) = (end(&one.gap.low), end(&one.gap.high));
        ConversationPart {
            id: one.feature.id.to_string(),
            label: source.line(&one.feature.label),
            text: source.line(&one.feature.text),
            level: one.level.map(Level::key),
            low_group,
            low_median,
            high_group,
            high_median,
            strong: one.gap.is_strong(),
        }
    };
    conversations(source.framework, source.session, Audience::Record).into_iter().map(part).collect()
}

pub(super) fn dotted(source: &Source<'_>) -> Vec<PriorityPart> {
    let part = |one: crate::analysis::Priority<'_>| PriorityPart {
        id: one.item.id().to_string(),
        label: source.line(one.item.label()),
        text: source.line(one.item.text()),
        dots: one.dots,
        in_both: one.in_both,
        state: match (one.item, words::item_state(source.framework, source.session, one.item)) {
            (Item::Feature(..), state) => capital(&state),
            (_, state) => state,
        },
    };
    priorities(source.framework, source.session).into_iter().map(part).collect()
}
