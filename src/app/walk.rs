//! The walk: from title card to item to the next, forwards and backwards, and where it ends.
//!
//! Moving never answers: an item passed over stays "not discussed".

use super::asked::Question;
use super::keymap::Context;
use super::{App, Cx, Effect, Screen, Slides};
use crate::framework::{Cell, Id, Leg, Rating, Step};
use crate::session::{Place, Status};

/// Where the room is in the walk.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The title card or item on screen.
    pub step: Step,
    /// The answer that is marked, from 0. None at first: a mark in the middle would lead the room to a 3.
    pub focus: Option<usize>,
    /// What is asked about a risk just now.
    pub question: Question,
    /// The risk that the room looked away from, to which Esc leads back.
    pub back: Option<Step>,
}

impl Walk {
    /// At a step, no answer marked.
    #[must_use]
    pub fn at(step: Step) -> Self {
        Self { step, focus: None, question: Question::Place, back: None }
    }

    /// Where a key pressed at this step is looked up, the innermost first.
    pub(super) fn contexts(&self) -> Vec<Context> {
        let inner: &[Context] = match self.step {
            Step::Stage(_) | Step::Section(_) => &[Context::Card],
            Step::Feature(_) | Step::Level(..) => &[Context::Rate],
            Step::Assumption(_) => &[Context::Assumption, Context::Asked],
            Step::Influence(_) => &[Context::Influence, Context::Asked],
            Step::Risk(_) => &[Context::Risk, Context::Asked],
        };
        [inner, &[Context::Session, Context::Letters, Context::Always]].concat()
    }

    /// The rating that is marked, where a feature is rated.
    #[must_use]
    pub fn marked(&self) -> Option<Rating> {
        self.step.feature().and(self.focus).and_then(|place| Rating::ALL.get(place).copied())
    }
}

impl App {
    /// Shows a step of the walk and remembers that the room is there.
    pub(super) fn go_to(&mut self, walk: Walk) -> Vec<Effect> {
        let place = Place::Walk(walk.step.clone());
        self.screen = Screen::Walk(walk);
        self.refocus();
        self.cx.remember(place)
    }

    /// Asks what is open and marks the answer that was given, so that mark and answer do not tell two stories.
    pub(super) fn refocus(&mut self) {
        if let (Screen::Walk(walk), Some(workshop)) = (&mut self.screen, &self.cx.workshop) {
            let session = &workshop.session;
            walk.question = match &walk.step {
                Step::Risk(id) => walk.question.after(session.risk(id).concern),
                _ => Question::Place,
            };
            walk.focus = match walk.step.feature() {
                Some(_) => session.decision_at(&walk.step).rating().map(Rating::index),
                None => super::asked::given(session, &walk.step, walk.question),
            };
        }
    }

    pub(super) fn walk_next(&mut self) -> Vec<Effect> {
        self.walk_by(|at| at.checked_add(1))
    }

    pub(super) fn walk_back(&mut self) -> Vec<Effect> {
        self.walk_by(|at| at.checked_sub(1))
    }

    /// The next title card, or the slides after the last.
    pub(super) fn skip(&mut self) -> Vec<Effect> {
        let Some(step) = self.cx.current_step() else { return vec![] };
        let steps = self.cx.framework.steps();
        let at = steps.iter().position(|one| *one == step).unwrap_or(0);
        match steps.into_iter().skip(at + 1).find(Step::is_card) {
            Some(card) => self.go_to(Walk::at(card)),
            None => self.end_walk(),
        }
    }

    fn walk_by(&mut self, to: impl Fn(usize) -> Option<usize>) -> Vec<Effect> {
        let steps = self.cx.framework.steps();
        let Some(step) = self.cx.current_step() else { return vec![] };
        let at = steps.iter().position(|one| *one == step).unwrap_or(0);
        match to(at).map(|place| steps.get(place)) {
            Some(Some(next)) => {
                // Both levels of an item are one visit to it.
                let back = self.way_back().filter(|_| next.item() == step.item());
                self.go_to(Walk { back, ..Walk::at(next.clone()) })
            }
            Some(None) => self.end_walk(),
            None => self.show_setup(),
        }
    }

    /// The risk from which the room came to this item.
    pub(super) fn way_back(&self) -> Option<Step> {
        match &self.screen {
            Screen::Walk(walk) => walk.back.clone(),
            _ => None,
        }
    }

    /// Back to the risk from which the room came; where it came from none, nothing happens.
    pub(super) fn go_back(&mut self) -> Vec<Effect> {
        self.way_back().map_or(vec![], |step| self.go_to(Walk::at(step)))
    }

    /// A look at the slides, from anywhere. The room stays where it was: a stray F5, or a laptop that dies
    /// meanwhile, must not send it to the end of the walk. The stage's clock stops.
    pub(super) fn show_slides(&mut self) -> Vec<Effect> {
        self.screen = Screen::Slides(Slides::new(self.cx.current_cell()));
        let now = self.cx.now.timestamp();
        if let Some(workshop) = &mut self.cx.workshop {
            workshop.run_clock(None, now);
        }
        vec![]
    }

    /// The walk is over: the slides are where the room is.
    fn end_walk(&mut self) -> Vec<Effect> {
        let effects = self.cx.remember(Place::Slides);
        self.show_slides();
        effects
    }

    /// Shows the screen of the place that the open session remembers.
    pub(super) fn resume(&mut self) -> Vec<Effect> {
        let Some(workshop) = &self.cx.workshop else { return vec![] };
        match workshop.session.place.clone() {
            Place::Setup if self.cx.begins_with_last_actions() => self.show_last_actions(),
            Place::Setup => self.show_setup(),
            Place::Slides => self.show_slides(),
            Place::Walk(step) if self.cx.framework.leg_of(&step).is_some() => self.go_to(Walk::at(step)),
            // A step of another version of the framework: start where every walk starts.
            Place::Walk(_) => match self.cx.framework.steps().into_iter().next() {
                Some(step) => self.go_to(Walk::at(step)),
                None => vec![],
            },
        }
    }
}

impl Cx {
    /// Remembers where the room is and lets the clock of that stage or section run.
    pub(super) fn remember(&mut self, place: Place) -> Vec<Effect> {
        let now = self.now.timestamp();
        let clock = match &place {
            Place::Walk(step) => self.clock_at(step),
            Place::Setup | Place::Slides => None,
        };
        let Some(workshop) = &mut self.workshop else { return vec![] };
        workshop.run_clock(clock, now);
        if workshop.session.place == place {
            return vec![];
        }
        workshop.session.place = place;
        // A look around leaves nothing behind where nothing may be changed.
        if workshop.read_only.is_some() || workshop.session.status == Status::Finished {
            return vec![];
        }
        workshop.session.count_change();
        vec![Effect::Save]
    }

    /// The id of the stage or section whose clock runs at a step.
    pub(super) fn clock_at(&self, step: &Step) -> Option<Id> {
        self.framework.leg_of(step).and_then(|leg| self.framework.clock_of(leg))
    }

    /// The stop of the walk at which the room is, or was before it looked at something else.
    #[must_use]
    pub fn current_step(&self) -> Option<Step> {
        Some(match &self.workshop.as_ref()?.session.place {
            Place::Walk(step) => step.clone(),
            Place::Setup => self.framework.steps().into_iter().next()?,
            Place::Slides => self.framework.steps().into_iter().next_back()?,
        })
    }

    /// The cell of the grid at which the room is; where it talks about no row of the grid, the first below the chain.
    #[must_use]
    pub fn current_cell(&self) -> Cell {
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
