//! The walk: from title card to item to the next, forwards and backwards, and where it ends.
//!
//! Moving never answers: an item passed over stays "not discussed".

use super::conditions::{self, Question};
use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, LastActions, Overview, Screen, Setup, Slides, Target};
use crate::framework::{Cell, Id, Leg, Rating, Step};
use crate::session::{Place, Status};
use crate::words;

/// Where the room is in the walk.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The title card or item on screen.
    pub step: Step,
    /// The answer that is marked, from 0. None at first: a mark in the middle would lead the room to a 3.
    pub(crate) focus: Option<usize>,
    /// What is asked about a risk just now.
    pub(crate) question: Question,
    /// The risk that the room looked away from, to which Esc leads back.
    pub(crate) back: Option<Step>,
}

impl Walk {
    /// At a step, no answer marked.
    pub fn at(step: Step) -> Self {
        Self { step, focus: None, question: Question::Place, back: None }
    }

    /// The rating that is marked, where a feature is rated.
    pub fn marked(&self) -> Option<Rating> {
        self.step.feature().and(self.focus).and_then(|place| Rating::ALL.get(place).copied())
    }

    /// Goes there: the session remembers that the room is at this step.
    pub(super) fn entered(mut self, cx: &mut Cx) -> Self {
        self.refocus(cx);
        cx.remember(Place::Walk(self.step.clone()));
        self
    }

    pub(super) fn go(self, cx: &mut Cx) -> Next {
        Next::Go(Screen::Walk(self.entered(cx)))
    }

    /// Asks what is open and marks the answer that was given, so that mark and answer do not tell two stories.
    pub(super) fn refocus(&mut self, cx: &Cx) {
        let Some(session) = cx.session() else { return };
        self.question = match &self.step {
            Step::Risk(id) => self.question.after(session.risk(id).concern),
            _ => Question::Place,
        };
        self.focus = match self.step.feature() {
            Some(_) => session.decision_at(&self.step).rating().map(Rating::index),
            None => conditions::given(session, &self.step, self.question),
        };
    }

    /// Marks the answer beside the marked one of so many; the first press marks the answer at the near end.
    pub(super) fn mark(&mut self, right: bool, of: usize) -> Next {
        let last = of.saturating_sub(1);
        self.focus = Some(match self.focus {
            Some(place) if right => (place + 1).min(last),
            Some(place) => place.saturating_sub(1),
            None if right => 0,
            None => last,
        });
        Next::Stay
    }

    /// Back to the risk from which the room came; where it came from none, nothing happens.
    pub(super) fn go_back(&self, cx: &mut Cx) -> Next {
        self.back.clone().map_or(Next::Stay, |step| Self::at(step).go(cx))
    }

    fn next(&self, cx: &mut Cx) -> Next {
        let (steps, at) = (cx.framework.steps(), self.place(cx));
        match steps.into_iter().nth(at + 1) {
            Some(step) => self.beside(step, cx),
            None => end(cx),
        }
    }

    fn before(&self, cx: &mut Cx) -> Next {
        let (steps, at) = (cx.framework.steps(), self.place(cx));
        match at.checked_sub(1).and_then(|place| steps.into_iter().nth(place)) {
            Some(step) => self.beside(step, cx),
            None => Setup::show(cx),
        }
    }

    fn place(&self, cx: &Cx) -> usize {
        cx.framework.steps().iter().position(|one| *one == self.step).unwrap_or(0)
    }

    /// Both levels of an item are one visit to it.
    fn beside(&self, step: Step, cx: &mut Cx) -> Next {
        let back = self.back.clone().filter(|_| step.item() == self.step.item());
        Self { back, ..Self::at(step) }.go(cx)
    }
}

impl Page for Walk {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        let inner: &[Context] = match self.step {
            Step::Stage(_) | Step::Section(_) => &[Context::Card],
            Step::Feature(_) | Step::Level(..) => &[Context::Rate],
            Step::Assumption(_) => &[Context::Assumption, Context::Conditions],
            Step::Influence(_) => &[Context::Influence, Context::Conditions],
            Step::Risk(_) => &[Context::Risk, Context::Conditions],
        };
        [inner, &[Context::Session, Context::Letters, Context::Always]].concat()
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match (command, &self.step) {
            (Command::Next, _) | (Command::Choose, Step::Stage(_) | Step::Section(_)) => self.next(cx),
            (Command::Back, _) => self.before(cx),
            (Command::Map, _) => Overview::show(cx),
            (Command::SkipStage, Step::Stage(_) | Step::Section(_)) => skip(cx),
            (_, Step::Stage(_) | Step::Section(_)) => Next::Stay,
            (_, Step::Feature(_) | Step::Level(..)) => self.rate_command(cx, command),
            (_, Step::Assumption(_) | Step::Influence(_) | Step::Risk(_)) => self.conditions_command(cx, command),
        }
    }

    fn click(&mut self, cx: &mut Cx, target: Target) -> Next {
        match target {
            Target::Rating(rating) if self.step.feature().is_some() => self.rate(cx, rating),
            Target::Choice(place) => self.answer_with(cx, place),
            _ => Next::Stay,
        }
    }

    fn at_hand(&self, _: &Cx) -> Option<Id> {
        self.step.item().cloned()
    }
}

/// The next title card, or the slides after the last.
pub(super) fn skip(cx: &mut Cx) -> Next {
    if cx.is_check_in() {
        return cx.refuse(words::ACTIONS_ONLY);
    }
    let Some(step) = cx.current_step() else { return Next::Stay };
    let steps = cx.framework.steps();
    let at = steps.iter().position(|one| *one == step).unwrap_or(0);
    match steps.into_iter().skip(at + 1).find(Step::is_card) {
        Some(card) => Walk::at(card).go(cx),
        None => end(cx),
    }
}

/// The walk is over: the slides are where the room is.
fn end(cx: &mut Cx) -> Next {
    cx.remember(Place::Slides);
    Slides::show(cx)
}

/// Back to where the room was before it looked at something else: in a check-in at its actions.
pub(super) fn carry_on(cx: &mut Cx) -> Next {
    if cx.is_check_in() {
        return LastActions::show(cx);
    }
    cx.current_step().map_or(Next::Stay, |step| Walk::at(step).go(cx))
}

pub(super) fn go_to_cell(cx: &mut Cx, cell: Cell) -> Next {
    let id = cx.framework.item_at(cell).map(|item| item.id().clone());
    id.map_or(Next::Stay, |id| go_to_item(cx, &id))
}

/// Goes to an item of any kind.
pub(super) fn go_to_item(cx: &mut Cx, id: &Id) -> Next {
    if cx.is_check_in() {
        return cx.refuse(words::ACTIONS_ONLY);
    }
    cx.framework.step_of(id).map_or(Next::Stay, |step| Walk::at(step).go(cx))
}

/// Shows the screen of the place that the open session remembers.
pub(super) fn resume(cx: &mut Cx) -> Next {
    let Some(session) = cx.session() else { return Next::Stay };
    match session.place.clone() {
        _ if cx.is_check_in() => LastActions::show(cx),
        Place::Setup if cx.begins_with_last_actions() => LastActions::show(cx),
        Place::Setup => Setup::show(cx),
        Place::Slides => Slides::show(cx),
        Place::Walk(step) if cx.framework.leg_of(&step).is_some() => Walk::at(step).go(cx),
        // A step of another version of the framework: start where every walk starts.
        Place::Walk(_) => cx.framework.steps().into_iter().next().map_or(Next::Stay, |step| Walk::at(step).go(cx)),
    }
}

impl Cx {
    /// Remembers where the room is and lets the clock of that stage or section run.
    pub(super) fn remember(&mut self, place: Place) {
        let clock = match &place {
            Place::Walk(step) => self.clock_at(step),
            Place::Setup | Place::Slides => None,
        };
        self.run_clock(clock.clone());
        let Some(session) = self.session().filter(|session| session.place != place) else { return };
        let has_moved = match &session.place {
            Place::Walk(step) => self.clock_at(step) != clock,
            Place::Setup | Place::Slides => true,
        };
        if let Some(clock) = clock.filter(|_| has_moved) {
            self.begin_part(clock);
        }
        let Some(workshop) = &mut self.workshop else { return };
        workshop.session.place = place;
        // A look around leaves nothing behind where nothing may be changed.
        if workshop.read_only.is_none() && workshop.session.status != Status::Finished {
            workshop.session.count_change();
            self.save();
        }
    }

    pub(super) fn run_clock(&mut self, clock: Option<Id>) {
        if let Some(workshop) = &mut self.workshop {
            workshop.run_clock(clock, self.now.timestamp());
        }
    }

    /// The id of the stage or section whose clock runs at a step.
    pub(super) fn clock_at(&self, step: &Step) -> Option<Id> {
        self.framework.leg_of(step).and_then(|leg| self.framework.clock_of(leg))
    }

    /// The stop of the walk at which the room is, or was before it looked at something else.
    pub fn current_step(&self) -> Option<Step> {
        Some(match &self.session()?.place {
            Place::Walk(step) => step.clone(),
            Place::Setup => self.framework.steps().into_iter().next()?,
            Place::Slides => self.framework.steps().into_iter().next_back()?,
        })
    }

    /// The cell of the grid at which the room is; where it talks about no row of the grid, the first below the chain.
    pub(crate) fn current_cell(&self) -> Cell {
        let Some(step) = self.current_step() else { return Cell::default() };
        let below = Cell { row: self.framework.stages.len(), column: 0 };
        match (step.item(), self.framework.leg_of(&step)) {
            (Some(id), _) => self.framework.cell_of(id).unwrap_or(below),
            (None, Some(Leg::Stage(row))) => Cell { row, column: 0 },
            (None, Some(Leg::Section(section))) => {
                let first = self.framework.items_in(section).first().and_then(|item| self.framework.cell_of(item.id()));
                first.unwrap_or(below)
            }
            (None, None) => Cell::default(),
        }
    }
}
