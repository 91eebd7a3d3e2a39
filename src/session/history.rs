//! Undo and redo without limit: each change keeps the one part of the session it replaced.
//!
//! A part is small, so a day's work fits in memory; putting parts back in order is exact.

use super::{About, Action, Answer, AssumptionAnswer, InfluenceAnswer, Register, RiskAnswer, Session, Status};
use crate::framework::Id;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A part of a session that a change replaces as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// What was said on one feature; `None` is nothing at all.
    Answer(Id, Option<Box<Answer>>),
    /// What was said on one assumption; `None` is nothing at all.
    Assumption(Id, Option<Box<AssumptionAnswer>>),
    /// What was said on one influencing factor; `None` is nothing at all.
    Influence(Id, Option<Box<InfluenceAnswer>>),
    /// What was said on one risk; `None` is nothing at all.
    Risk(Id, Option<Box<RiskAnswer>>),
    /// The dots on one item; `None` is no dots.
    Dots(Id, Option<u16>),
    /// The action with this number and its place in the list, from 0; `None` is no such action.
    Action(u32, Option<(usize, Box<Action>)>),
    /// The day on which the room looks again.
    Review(Option<Date>),
    /// The set-up page's texts.
    About(Box<About>),
    /// Who is in the room.
    Register(Register),
    /// Both at once, as the set-up page changes them.
    Setup(Box<(About, Register)>),
    /// Whether the workshop goes on.
    Status(Status),
}

/// One change that was made: what it was, and what stood there before.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What changed, to stand after "Undid: " and "Redid: ".
    pub sentence: String,
    /// What stood there before.
    pub before: Part,
}

impl Edit {
    /// The feature it changed, if it changed one.
    #[must_use]
    pub fn feature(&self) -> Option<&Id> {
        match &self.before {
            Part::Answer(id, _) => Some(id),
            _ => None,
        }
    }

    /// The item it changed, of whatever kind, if it changed one.
    #[must_use]
    pub fn item(&self) -> Option<&Id> {
        match &self.before {
            Part::Answer(id, _)
            | Part::Assumption(id, _)
            | Part::Influence(id, _)
            | Part::Risk(id, _)
            | Part::Dots(id, _) => Some(id),
            Part::Action(..)
            | Part::Review(_)
            | Part::About(_)
            | Part::Register(_)
            | Part::Setup(_)
            | Part::Status(_) => None,
        }
    }

    /// The number of the action it changed, if it changed one.
    #[must_use]
    pub fn action(&self) -> Option<u32> {
        match &self.before {
            Part::Action(number, _) => Some(*number),
            _ => None,
        }
    }
}

impl Session {
    /// Puts a part in its place and gives back what stood there.
    pub(super) fn put(&mut self, part: Part) -> Part {
        match part {
            Part::Answer(id, answer) => {
                let before = swap(&mut self.answers, &id, answer.map(|answer| *answer));
                Part::Answer(id, before.map(Box::new))
            }
            Part::Assumption(id, answer) => {
                let before = swap(&mut self.assumptions, &id, answer.map(|answer| *answer));
                Part::Assumption(id, before.map(Box::new))
            }
            Part::Influence(id, answer) => {
                let before = swap(&mut self.influences, &id, answer.map(|answer| *answer));
                Part::Influence(id, before.map(Box::new))
            }
            Part::Risk(id, answer) => {
                let before = swap(&mut self.risks, &id, answer.map(|answer| *answer));
                Part::Risk(id, before.map(Box::new))
            }
            Part::Dots(id, dots) => {
                let before = swap(&mut self.dots, &id, dots);
                Part::Dots(id, before)
            }
            Part::Action(number, action) => Part::Action(number, self.put_action(number, action)),
            Part::Review(review) => Part::Review(std::mem::replace(&mut self.review, review)),
            Part::About(mut about) => {
                std::mem::swap(&mut self.about, &mut *about);
                Part::About(about)
            }
            Part::Register(register) => Part::Register(std::mem::replace(&mut self.register, register)),
            Part::Setup(mut both) => {
                std::mem::swap(&mut self.about, &mut both.0);
                std::mem::swap(&mut self.register, &mut both.1);
                Part::Setup(both)
            }
            Part::Status(status) => Part::Status(std::mem::replace(&mut self.status, status)),
        }
    }

    /// Takes an action out of the list, puts this one in at its place, and gives back the old one with its own.
    fn put_action(&mut self, number: u32, action: Option<(usize, Box<Action>)>) -> Option<(usize, Box<Action>)> {
        let from = self.actions.iter().position(|action| action.number == number);
        let before = from.map(|place| (place, Box::new(self.actions.remove(place))));
        if let Some((place, action)) = action {
            self.actions.insert(place.min(self.actions.len()), *action);
        }
        before
    }
}

/// Puts a value under a key, or takes the key away, and gives back what stood there.
fn swap<V>(map: &mut BTreeMap<Id, V>, id: &Id, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(id.clone(), value),
        None => map.remove(id),
    }
}

/// The changes of this sitting, done and undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl History {
    /// Remembers a change that was just made; what had been undone can no longer be redone.
    pub fn record(&mut self, edit: Edit) {
        self.undone.clear();
        self.done.push(edit);
    }

    /// Takes back the last change and says what it was; `None` when there is none.
    pub fn undo(&mut self, session: &mut Session) -> Option<&Edit> {
        Self::step(&mut self.done, &mut self.undone, session)
    }

    /// Makes the last undone change again and says what it was; `None` when there is none.
    pub fn redo(&mut self, session: &mut Session) -> Option<&Edit> {
        Self::step(&mut self.undone, &mut self.done, session)
    }

    fn step<'to>(from: &mut Vec<Edit>, to: &'to mut Vec<Edit>, session: &mut Session) -> Option<&'to Edit> {
        let Edit { sentence, before } = from.pop()?;
        let before = session.put(before);
        to.push(Edit { sentence, before });
        to.last()
    }
}
