//! What the room will do: actions in the order it gave them, each with its log, and the day it looks again.
//!
//! An action is dropped, not deleted: what was promised stays on record. Owners are roles or organisations, not people.

use super::{Changed, Part, Refusal, Session, is_default};
use crate::framework::{Id, names};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Action {
    /// Counts up from 1 and stays with the action wherever it moves in the list.
    pub number: u32,
    pub what: String,
    /// What it is for: features, assumptions, influencing factors and risks.
    #[serde(skip_serializing_if = "is_default")]
    pub why: Vec<Id>,
    /// Who answers for it: a role or an organisation.
    #[serde(skip_serializing_if = "is_default")]
    pub owner: String,
    #[serde(skip_serializing_if = "is_default")]
    pub support: String,
    #[serde(skip_serializing_if = "is_default")]
    pub by: Option<Date>,
    /// How the room will know that it worked.
    #[serde(skip_serializing_if = "is_default")]
    pub measure: String,
    #[serde(skip_serializing_if = "is_default")]
    pub status: ActionStatus,
    /// What became of it, oldest first.
    #[serde(skip_serializing_if = "is_default")]
    pub log: Vec<Logged>,
}

names! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub enum ActionStatus;
    #[default]
    NotStarted: "not_started", "not started";
    UnderWay: "under_way", "under way";
    Done: "done", "done";
    Dropped: "dropped", "dropped";
}

impl ActionStatus {
    /// Whether there is still something to do.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::UnderWay)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Logged {
    pub at: Timestamp,
    pub event: ActionEvent,
}

/// What happened to an action. Changes of its wording are not kept, only what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ActionEvent {
    Added,
    Status(ActionStatus),
    Note(String),
}

impl Action {
    /// As a copy that is handed on has it: with that it was added, by which it is known again, and without the rest of
    /// its log; `who` says what may be told of a person. Every field stands here, so that a new one is decided on.
    pub(super) fn handed_on(&self, who: impl Fn(&str) -> String) -> Self {
        Self {
            number: self.number,
            what: self.what.clone(),
            why: self.why.clone(),
            owner: who(&self.owner),
            support: who(&self.support),
            by: self.by,
            measure: self.measure.clone(),
            status: self.status,
            log: self.log.iter().filter(|logged| logged.event == ActionEvent::Added).cloned().collect(),
        }
    }
}

impl Session {
    pub fn action(&self, number: u32) -> Option<&Action> {
        self.actions.iter().find(|action| action.number == number)
    }

    /// The number that the next action gets: above all others, or the lowest that is free where a file used the last.
    pub fn next_action_number(&self) -> u32 {
        let highest = self.actions.iter().map(|action| action.number).max().unwrap_or(0);
        let free = || (1..u32::MAX).find(|number| self.action(*number).is_none());
        highest.checked_add(1).or_else(free).unwrap_or(u32::MAX)
    }

    /// The actions that are neither done nor dropped, in order.
    pub fn open_actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| action.status.is_open())
    }

    /// Adds an action at the end, under [`Session::next_action_number`]. The wording may follow if it is for something.
    pub fn add_action(&mut self, what: &str, why: Vec<Id>, at: Timestamp) -> Changed {
        if what.trim().is_empty() && why.is_empty() {
            return Err(Refusal::EmptyAction);
        }
        let number = self.next_action_number();
        let log = vec![Logged { at, event: ActionEvent::Added }];
        let action = Action { number, what: what.to_owned(), why, log, ..Action::default() };
        let place = self.actions.len();
        self.change(format!("action {number} added"), Part::Action(number, Some((place, Box::new(action)))))
    }

    /// Changes the wording of an action. Its number, status and log stay as they are, whatever `change` does to them.
    pub fn edit_action(&mut self, number: u32, change: impl FnOnce(&mut Action)) -> Changed {
        self.change_action(number, |action| {
            let before = action.clone();
            change(action);
            action.number = before.number;
            action.status = before.status;
            action.log.clone_from(&before.log);
            format!("action {number} {}", changed_field(&before, action))
        })
    }

    /// Records how far an action is, with the time.
    pub fn set_action_status(&mut self, number: u32, status: ActionStatus, at: Timestamp) -> Changed {
        self.change_action(number, |action| {
            let sentence = format!("action {number}, {} to {}", action.status.label(), status.label());
            if action.status != status {
                action.status = status;
                action.log.push(Logged { at, event: ActionEvent::Status(status) });
            }
            sentence
        })
    }

    /// Adds a line to an action's log; nothing typed adds nothing.
    pub fn log_action(&mut self, number: u32, text: &str, at: Timestamp) -> Changed {
        self.change_action(number, |action| {
            if !text.trim().is_empty() {
                action.log.push(Logged { at, event: ActionEvent::Note(text.trim().to_owned()) });
            }
            format!("action {number} log")
        })
    }

    /// Moves an action to a place in the list, from 0; past the end is the end.
    pub fn move_action(&mut self, number: u32, place: usize) -> Changed {
        let (from, action) = self.find_action(number)?;
        let place = place.min(self.actions.len().saturating_sub(1));
        if place == from {
            return Ok(None);
        }
        let action = Box::new(action.clone());
        self.change(format!("action {number} moved"), Part::Action(number, Some((place, action))))
    }

    /// Sets the day on which the room looks again; `None` takes it back.
    pub fn set_review(&mut self, review: Option<Date>) -> Changed {
        self.may_review(review)?;
        if self.review == review {
            return Ok(None);
        }
        self.change("review date", Part::Review(review))
    }

    /// Whether the room can look again on a day.
    pub(crate) fn may_review(&self, review: Option<Date>) -> Result<(), Refusal> {
        let is_early = review.zip(self.about.date).is_some_and(|(review, workshop)| review <= workshop);
        if is_early { Err(Refusal::ReviewTooEarly) } else { Ok(()) }
    }

    fn find_action(&self, number: u32) -> Result<(usize, &Action), Refusal> {
        self.actions.iter().enumerate().find(|(_, action)| action.number == number).ok_or(Refusal::NoSuchAction)
    }

    /// Changes one action where it stands; `change` says what it did.
    fn change_action(&mut self, number: u32, change: impl FnOnce(&mut Action) -> String) -> Changed {
        let (place, before) = self.find_action(number)?;
        let mut action = before.clone();
        let sentence = change(&mut action);
        if action == *before {
            return Ok(None);
        }
        self.change(sentence, Part::Action(number, Some((place, Box::new(action)))))
    }
}

/// The field in which two wordings of an action differ, the first of several.
fn changed_field(before: &Action, after: &Action) -> &'static str {
    match after {
        _ if before.what != after.what => "wording",
        _ if before.why != after.why => "reasons",
        _ if before.owner != after.owner => "owner",
        _ if before.support != after.support => "support",
        _ if before.by != after.by => "date",
        _ => "measure",
    }
}

/// How far one action is, as it comes back from whoever keeps the plan up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusTurn {
    pub number: u32,
    pub then: ActionStatus,
    pub now: ActionStatus,
}

impl Session {
    /// What would change by some statuses, in the order of the list. Numbers that no action has change nothing.
    pub fn turns(&self, read: &[(u32, ActionStatus)]) -> Vec<StatusTurn> {
        let turn = |action: &Action| {
            let (number, now) = *read.iter().find(|(number, _)| *number == action.number)?;
            (now != action.status).then_some(StatusTurn { number, then: action.status, now })
        };
        self.actions.iter().filter_map(turn).collect()
    }

    /// Takes them, each into the log of its action, in a finished session too: what was agreed stays closed there.
    pub fn take_turns(&mut self, turns: &[StatusTurn], at: Timestamp) {
        for turn in turns {
            if let Some(action) = self.actions.iter_mut().find(|action| action.number == turn.number) {
                action.status = turn.now;
                action.log.push(Logged { at, event: ActionEvent::Status(turn.now) });
            }
        }
    }
}
