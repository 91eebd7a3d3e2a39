//! The action plan: what the room will do, who answers for it, by when, and how it will know.
//!
//! Owners are roles or organisations by the session's own rule, so they stay.

use super::super::text::{clean, clean_line};
use super::Named;
use crate::framework::{Framework, Id};
use crate::session::{Action, ActionEvent, Session};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// The plan.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct PlanPart {
    /// The day on which the room looks again.
    pub(in crate::report) review: Option<Date>,
    pub(in crate::report) actions: Vec<ActionPart>,
}

/// One action.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct ActionPart {
    pub(in crate::report) number: u32,
    pub(in crate::report) what: String,
    pub(in crate::report) why: Vec<WhyPart>,
    pub(in crate::report) owner: String,
    pub(in crate::report) support: String,
    pub(in crate::report) by: Option<Date>,
    pub(in crate::report) measure: String,
    pub(in crate::report) status: Named,
    pub(in crate::report) log: Vec<LogPart>,
}

/// What an action is for.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct WhyPart {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
}

/// One line of an action's log.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct LogPart {
    pub(in crate::report) at: Timestamp,
    pub(in crate::report) event: String,
}

pub(super) fn plan(framework: &Framework, session: &Session) -> PlanPart {
    PlanPart {
        review: session.review,
        actions: session.actions.iter().map(|action| action_part(framework, action)).collect(),
    }
}

fn action_part(framework: &Framework, action: &Action) -> ActionPart {
    let why = |id: &Id| WhyPart {
        id: clean_line(id.as_str()),
        label: framework.item(id).map_or(String::new(), |item| clean_line(item.label())),
    };
    let log = action.log.iter().map(|logged| LogPart {
        at: logged.at,
        event: match &logged.event {
            ActionEvent::Added => "added".into(),
            ActionEvent::Status(status) => status.words().into(),
            ActionEvent::Note(note) => clean(note),
        },
    });
    ActionPart {
        number: action.number,
        what: clean(&action.what),
        why: action.why.iter().map(why).collect(),
        owner: clean_line(&action.owner),
        support: clean_line(&action.support),
        by: action.by,
        measure: clean(&action.measure),
        status: Named::new(action.status.key(), action.status.words()),
        log: log.collect(),
    }
}
