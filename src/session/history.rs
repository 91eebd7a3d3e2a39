//! Undo and redo without limit: a change gives the one part of the session it replaced, and of that is kept what differs.
//!
//! So a day's work on one item fits in memory, however long its own history grows; putting back in order is exact.

use super::difference::{
    AboutDifference, ActionDifference, AnswerDifference, AssumptionDifference, Differs, InfluenceDifference,
    RegisterDifference, RiskDifference,
};
use super::{
    About, Action, Answer, AssumptionAnswer, CardUp, Import, InfluenceAnswer, Register, RiskAnswer, Session, Status,
};
use crate::framework::Id;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A part of a session that a change replaces as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A card that was held up; `None` takes the last one back.
    CardUp(Option<CardUp>),
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
    About(Box<About>),
    Register(Register),
    /// Both at once, as the set-up page changes them.
    Setup(Box<(About, Register)>),
    Status(Status),
    /// What came in from outside the room.
    Imports(Vec<Import>),
}

/// One change that was made: what it was, and what stood there before.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What changed, to stand after "Undid: " and "Redid: ".
    pub sentence: String,
    pub before: Part,
}

impl Edit {
    /// The feature it changed, if it changed one.
    pub fn feature(&self) -> Option<&Id> {
        match &self.before {
            Part::Answer(id, _) => Some(id),
            _ => None,
        }
    }
}

impl Part {
    /// The item it is of, of whatever kind, if it is of one.
    fn item(&self) -> Option<&Id> {
        match self {
            Self::Answer(id, _)
            | Self::Assumption(id, _)
            | Self::Influence(id, _)
            | Self::Risk(id, _)
            | Self::Dots(id, _) => Some(id),
            Self::Action(..)
            | Self::CardUp(_)
            | Self::Review(_)
            | Self::About(_)
            | Self::Register(_)
            | Self::Setup(_)
            | Self::Status(_)
            | Self::Imports(_) => None,
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
            Part::CardUp(card) => Part::CardUp(self.exchange_card_up(card)),
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
            Part::Imports(imports) => Part::Imports(std::mem::replace(&mut self.imports, imports)),
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

/// One change of this sitting, with what takes it back or makes it again.
#[derive(Clone, Debug)]
pub struct UndoStep {
    /// What changed, to stand after "Undid: " and "Redid: ".
    pub sentence: String,
    back: Back,
}

impl UndoStep {
    /// The item it changes, of whatever kind, if it changes one.
    pub fn item(&self) -> Option<&Id> {
        match &self.back {
            Back::Whole(part) => part.item(),
            Back::Answer(id, _) | Back::Assumption(id, _) | Back::Influence(id, _) | Back::Risk(id, _) => Some(id),
            Back::Action(..) | Back::Setup(..) => None,
        }
    }
}

/// What takes a change back: a difference wherever something stands there before and after it.
#[derive(Clone, Debug)]
enum Back {
    /// What is small, came new or went.
    Whole(Part),
    Answer(Id, Box<AnswerDifference>),
    Assumption(Id, Box<AssumptionDifference>),
    Influence(Id, Box<InfluenceDifference>),
    Risk(Id, Box<RiskDifference>),
    /// Its number, the place it goes to, and what changes of it.
    Action(u32, usize, Option<Box<ActionDifference>>),
    Setup(Option<Box<AboutDifference>>, Option<Box<RegisterDifference>>),
}

impl Back {
    /// What stood there before, as the difference from what stands there now; `None` where there is none.
    fn of(before: Part, session: &Session) -> Option<Self> {
        Some(match &before {
            Part::Answer(id, Some(answer)) if session.answers.contains_key(id) => {
                Self::Answer(id.clone(), answer.difference_from(session.answer(id))?)
            }
            Part::Assumption(id, Some(answer)) if session.assumptions.contains_key(id) => {
                Self::Assumption(id.clone(), answer.difference_from(session.assumption(id))?)
            }
            Part::Influence(id, Some(answer)) if session.influences.contains_key(id) => {
                Self::Influence(id.clone(), answer.difference_from(session.influence(id))?)
            }
            Part::Risk(id, Some(answer)) if session.risks.contains_key(id) => {
                Self::Risk(id.clone(), answer.difference_from(session.risk(id))?)
            }
            Part::Action(number, Some((place, action))) => match session.action(*number) {
                Some(now) => Self::Action(*number, *place, action.difference_from(now)),
                None => Self::Whole(before),
            },
            Part::About(about) => Self::Setup(Some(about.difference_from(&session.about)?), None),
            Part::Register(register) => Self::Setup(None, Some(register.difference_from(&session.register)?)),
            Part::Setup(both) => {
                Self::Setup(both.0.difference_from(&session.about), both.1.difference_from(&session.register))
            }
            _ => Self::Whole(before),
        })
    }

    /// Puts it in its place, and gives what takes that back.
    fn put(self, session: &mut Session) -> Self {
        match self {
            Self::Whole(part) => Self::Whole(session.put(part)),
            Self::Answer(id, back) => {
                let back = session.answers.entry(id.clone()).or_default().exchange(back);
                Self::Answer(id, back)
            }
            Self::Assumption(id, back) => {
                let back = session.assumptions.entry(id.clone()).or_default().exchange(back);
                Self::Assumption(id, back)
            }
            Self::Influence(id, back) => {
                let back = session.influences.entry(id.clone()).or_default().exchange(back);
                Self::Influence(id, back)
            }
            Self::Risk(id, back) => {
                let back = session.risks.entry(id.clone()).or_default().exchange(back);
                Self::Risk(id, back)
            }
            Self::Action(number, to, back) => match session.put_action(number, None) {
                Some((from, mut action)) => {
                    let back = back.map(|back| action.exchange(back));
                    session.put_action(number, Some((to, action)));
                    Self::Action(number, from, back)
                }
                None => Self::Action(number, to, back),
            },
            Self::Setup(about, register) => Self::Setup(
                about.map(|about| session.about.exchange(about)),
                register.map(|register| session.register.exchange(register)),
            ),
        }
    }
}

/// The changes of this sitting, done and undone. A copy shares them.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Arc<UndoStep>>,
    undone: Vec<Arc<UndoStep>>,
}

impl History {
    /// Remembers a change that was just made in this session; what had been undone can no longer be redone. What was
    /// typed and taken out again is no change.
    pub fn record(&mut self, edit: Edit, session: &Session) {
        let Some(back) = Back::of(edit.before, session) else { return };
        self.undone.clear();
        self.done.push(Arc::new(UndoStep { sentence: edit.sentence, back }));
    }

    /// The change that would be taken back next.
    pub(crate) fn last(&self) -> Option<&UndoStep> {
        self.done.last().map(Arc::as_ref)
    }

    /// Takes back the last change and says what it was; `None` when there is none.
    pub fn undo(&mut self, session: &mut Session) -> Option<&UndoStep> {
        Self::step(&mut self.done, &mut self.undone, session)
    }

    /// Makes the last undone change again and says what it was; `None` when there is none.
    pub fn redo(&mut self, session: &mut Session) -> Option<&UndoStep> {
        Self::step(&mut self.undone, &mut self.done, session)
    }

    fn step<'to>(
        from: &mut Vec<Arc<UndoStep>>,
        to: &'to mut Vec<Arc<UndoStep>>,
        session: &mut Session,
    ) -> Option<&'to UndoStep> {
        let UndoStep { sentence, back } = Arc::unwrap_or_clone(from.pop()?);
        let back = back.put(session);
        to.push(Arc::new(UndoStep { sentence, back }));
        to.last().map(Arc::as_ref)
    }
}
