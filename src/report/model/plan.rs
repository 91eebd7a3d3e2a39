//! The action plan: what the room will do, who answers for it, by when, and how it will know.
//!
//! Owners are roles or organisations by the session's own rule, so they stay.

use super::{Named, Source};
use crate::framework::Id;
use crate::session::{Action, ActionEvent, ActionStatus};
use crate::words::named;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::fmt;

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct PlanPart {
    /// The day on which the room looks again.
    pub(in crate::report) review: Option<Date>,
    pub(in crate::report) actions: Vec<ActionPart>,
}

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
    #[serde(skip)]
    pub(in crate::report) kept: ActionStatus,
    pub(in crate::report) log: Vec<LogPart>,
}

/// An item that an action is for: its id in JSON.
#[derive(Clone, Debug)]
pub(in crate::report) struct WhyPart {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
}

/// `Joint work (P3)`.
impl fmt::Display for WhyPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&named(&self.label, &self.id))
    }
}

impl Serialize for WhyPart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
    }
}

/// One thing that happened to an action.
pub(in crate::report) struct LogLine {
    pub(in crate::report) number: u32,
    pub(in crate::report) what: String,
    pub(in crate::report) logged: LogPart,
}

impl PlanPart {
    /// The logs of all actions, action by action.
    pub(in crate::report) fn log(&self) -> Vec<LogLine> {
        let of = |action: &ActionPart| {
            let line =
                |logged: &LogPart| LogLine { number: action.number, what: action.what.clone(), logged: logged.clone() };
            action.log.iter().map(line).collect::<Vec<_>>()
        };
        self.actions.iter().flat_map(of).collect()
    }
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct LogPart {
    pub(in crate::report) at: Timestamp,
    /// `added`, `status` or `note`.
    pub(in crate::report) event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl LogPart {
    pub(in crate::report) fn noted(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// What happened, in the words of whoever noted it.
    pub(in crate::report) fn words(&self) -> &str {
        self.note.as_deref().or(self.status.as_ref().map(|status| status.words.as_str())).unwrap_or(tr!("added"))
    }
}

pub(in crate::report) fn plan(source: &Source<'_>) -> PlanPart {
    PlanPart {
        review: source.session.review,
        actions: source.session.actions.iter().map(|action| action_part(source, action)).collect(),
    }
}

fn action_part(source: &Source<'_>, action: &Action) -> ActionPart {
    let why = |id: &Id| WhyPart {
        id: source.line(id.as_str()),
        label: source.framework.item(id).map_or(String::new(), |item| source.line(item.label())),
    };
    let log = action.log.iter().map(|logged| {
        let (event, status, note) = match &logged.event {
            ActionEvent::Added => ("added", None, None),
            ActionEvent::Status(status) => ("status", Some(Named::new(status.key(), status.label())), None),
            ActionEvent::Note(note) => ("note", None, Some(source.text(note))),
        };
        LogPart { at: logged.at, event, status, note }
    });
    ActionPart {
        number: action.number,
        what: source.text(&action.what),
        why: action.why.iter().map(why).collect(),
        owner: source.line(&action.owner),
        support: source.line(&action.support),
        by: action.by,
        measure: source.text(&action.measure),
        status: Named::new(action.status.key(), action.status.label()),
        kept: action.status,
        log: log.collect(),
    }
}
