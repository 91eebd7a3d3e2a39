//! The walk: from title card to feature to the next, forwards and backwards, and where it ends.
//!
//! Moving never rates: an item passed over stays "not discussed".

use super::{App, Effect, Screen, Slides};
use crate::framework::{Cell, Id, Rating, Stage, Step};
use crate::session::{Place, Status};

/// Where the room is in the walk.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The title card or feature on screen.
    pub step: Step,
    /// The answer that is marked. None at first: a mark in the middle would lead the room to a 3.
    pub focus: Option<Rating>,
}

impl Walk {
    /// At a step, no answer marked.
    #[must_use]
    pub fn at(step: Step) -> Self {
        Self { step, focus: None }
    }
}

impl App {
    /// Shows a step of the walk and remembers that the room is there.
    pub(super) fn go_to(&mut self, walk: Walk) -> Vec<Effect> {
        let place = Place::Walk(walk.step.clone());
        self.screen = Screen::Walk(walk);
        self.refocus();
        self.remember(place)
    }

    /// Marks the agreed answer, so that mark and rating do not tell two stories.
    pub(super) fn refocus(&mut self) {
        if let (Screen::Walk(walk), Some(workshop)) = (&mut self.screen, &self.workshop) {
            walk.focus = workshop.session.decision_at(&walk.step).rating();
        }
    }

    /// Remembers where the room is and lets that stage's clock run.
    pub(super) fn remember(&mut self, place: Place) -> Vec<Effect> {
        let now = self.now.timestamp();
        let stage = match &place {
            Place::Walk(step) => self.framework.stage_of(step).and_then(|row| self.stage_id(row)),
            Place::Setup | Place::Slides => None,
        };
        let Some(workshop) = &mut self.workshop else { return vec![] };
        workshop.run_clock(stage, now);
        if workshop.session.place == place {
            return vec![];
        }
        workshop.session.place = place;
        // A look around leaves nothing behind where nothing may be changed.
        if workshop.read_only.is_some() || workshop.session.status == Status::Finished {
            return vec![];
        }
        workshop.session.rev += 1;
        vec![Effect::Save]
    }

    pub(super) fn stage_id(&self, row: usize) -> Option<Id> {
        self.framework.stages.get(row).map(|stage: &Stage| stage.id.clone())
    }

    /// The stop of the walk at which the room is, or was before it looked at something else.
    pub(super) fn current_step(&self) -> Option<Step> {
        match &self.screen {
            Screen::Walk(walk) => Some(walk.step.clone()),
            _ => match &self.workshop.as_ref()?.session.place {
                Place::Walk(step) => Some(step.clone()),
                Place::Setup => self.framework.steps().into_iter().next(),
                Place::Slides => self.framework.steps().into_iter().next_back(),
            },
        }
    }

    /// The cell of the grid at which the room is.
    #[must_use]
    pub fn current_cell(&self) -> Cell {
        let Some(step) = self.current_step() else { return Cell::default() };
        match step.feature().and_then(|id| self.framework.feature(id)) {
            Some((cell, _, _)) => cell,
            None => Cell { row: self.framework.stage_of(&step).unwrap_or(0), column: 0 },
        }
    }

    pub(super) fn walk_next(&mut self) -> Vec<Effect> {
        self.walk_by(|at| at.checked_add(1))
    }

    pub(super) fn walk_back(&mut self) -> Vec<Effect> {
        self.walk_by(|at| at.checked_sub(1))
    }

    /// The title card of the next stage, or the slides after the last.
    pub(super) fn skip_stage(&mut self, row: usize) -> Vec<Effect> {
        match self.stage_id(row + 1) {
            Some(id) => self.go_to(Walk::at(Step::Stage(id))),
            None => self.end_walk(),
        }
    }

    fn walk_by(&mut self, to: impl Fn(usize) -> Option<usize>) -> Vec<Effect> {
        let steps = self.framework.steps();
        let Some(step) = self.current_step() else { return vec![] };
        let at = steps.iter().position(|one| *one == step).unwrap_or(0);
        match to(at).map(|place| steps.get(place)) {
            Some(Some(step)) => self.go_to(Walk::at(step.clone())),
            Some(None) => self.end_walk(),
            None => self.show_setup(),
        }
    }

    /// A look at the slides, from anywhere. The room stays where it was: a stray F5, or a laptop that dies
    /// meanwhile, must not send it to the end of the walk. The stage's clock stops.
    pub(super) fn show_slides(&mut self) -> Vec<Effect> {
        self.screen = Screen::Slides(Slides::new(self.current_cell()));
        let now = self.now.timestamp();
        if let Some(workshop) = &mut self.workshop {
            workshop.run_clock(None, now);
        }
        vec![]
    }

    /// The walk is over: the slides are where the room is.
    fn end_walk(&mut self) -> Vec<Effect> {
        let effects = self.remember(Place::Slides);
        self.show_slides();
        effects
    }

    /// Shows the screen of the place that the open session remembers.
    pub(super) fn resume(&mut self) -> Vec<Effect> {
        let Some(workshop) = &self.workshop else { return vec![] };
        match workshop.session.place.clone() {
            Place::Setup if self.begins_with_last_actions() => self.show_last_actions(),
            Place::Setup => self.show_setup(),
            Place::Slides => self.show_slides(),
            Place::Walk(step) if self.framework.stage_of(&step).is_some() => self.go_to(Walk::at(step)),
            // A step of another version of the framework: start where every walk starts.
            Place::Walk(_) => match self.framework.steps().into_iter().next() {
                Some(step) => self.go_to(Walk::at(step)),
                None => vec![],
            },
        }
    }
}
