//! What a committee reads first: where to act, what to protect, where groups differ, where the dots are.
//!
//! The lists and their reasons are the analysis's; here they only get their paper form.

use super::super::text::clean_line;
use super::Named;
use super::votes::number;
use crate::analysis::{
    Audience, Ground, Median, TOP_TO_ACT, TOP_TO_PROTECT, Voice, conversations, priorities, to_protect, where_to_act,
};
use crate::framework::{Framework, Id, Level};
use crate::session::Session;
use serde::Serialize;

/// An item in one of the two lists, with the reason it stands there.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct Place {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
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

/// An item with dots.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct PriorityPart {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    pub(in crate::report) dots: u16,
    pub(in crate::report) state: String,
}

fn actions_on(session: &Session, id: &Id) -> Vec<u32> {
    session.actions.iter().filter(|action| action.why.contains(id)).map(|action| action.number).collect()
}

pub(super) fn to_act(framework: &Framework, session: &Session) -> Vec<Place> {
    let part = |one: crate::analysis::ToAct<'_>| Place {
        id: one.item.id().to_string(),
        label: clean_line(one.item.label()),
        text: clean_line(one.item.text()),
        ground: Some(Named::new(one.ground.key(), words(one.ground))),
        reason: clean_line(&one.reason),
        dots: one.dots,
        actions: actions_on(session, one.item.id()),
    };
    where_to_act(framework, session).into_iter().take(TOP_TO_ACT).map(part).collect()
}

fn words(ground: Ground) -> &'static str {
    match ground {
        Ground::FailedGate => "a condition for starting fails",
        Ground::RedIssue => "a red risk that is happening",
        Ground::RedRisk => "a red risk",
        Ground::ContestedWithDots => "contested, and it matters",
        Ground::EarliestWeakness => "a weakness early in the chain",
        Ground::LaterWeakness => "a weakness later in the chain",
        Ground::NeedsEvidence => "evidence is needed",
    }
}

pub(super) fn protect(framework: &Framework, session: &Session) -> Vec<Place> {
    let part = |one: crate::analysis::ToProtect<'_>| {
        let feature = one.standing.feature;
        Place {
            id: feature.id.to_string(),
            label: clean_line(&feature.label),
            text: clean_line(&feature.text),
            ground: None,
            reason: clean_line(&one.reason),
            dots: one.dots,
            actions: actions_on(session, &feature.id),
        }
    };
    to_protect(framework, session).into_iter().take(TOP_TO_PROTECT).map(part).collect()
}

pub(super) fn differing(framework: &Framework, session: &Session) -> Vec<ConversationPart> {
    let end = |(voice, median): &(Voice, Median)| (clean_line(voice.title(&session.register)), number(*median));
    let part = |one: crate::analysis::Conversation<'_>| {
        let ((low_group, low_median), (high_group, high_median)) = (end(&one.gap.low), end(&one.gap.high));
        ConversationPart {
            id: one.feature.id.to_string(),
            label: clean_line(&one.feature.label),
            text: clean_line(&one.feature.text),
            level: one.level.map(Level::word),
            low_group,
            low_median,
            high_group,
            high_median,
            strong: one.gap.is_strong(),
        }
    };
    conversations(framework, session, Audience::Record).into_iter().map(part).collect()
}

pub(super) fn dotted(framework: &Framework, session: &Session) -> Vec<PriorityPart> {
    let part = |one: crate::analysis::Priority<'_>| PriorityPart {
        id: one.item.id().to_string(),
        label: clean_line(one.item.label()),
        text: clean_line(one.item.text()),
        dots: one.dots,
        state: one.state,
    };
    priorities(framework, session).into_iter().map(part).collect()
}
