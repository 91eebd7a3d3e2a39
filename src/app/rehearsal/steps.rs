//! When a step of the rehearsal was done.
//!
//! It only watches: every key means what it always means.

use super::{Rehearsal, Standing};
use crate::app::page::Next;
use crate::app::{App, Cx, Screen, Shown, Slide};
use crate::words;

impl Cx {
    /// The next sample session is opened for a rehearsal.
    pub(crate) fn rehearse(&mut self) {
        self.rehearsal = Some(Rehearsal::default());
    }

    pub(crate) fn coach(&self) -> Option<&'static str> {
        self.rehearsal.as_ref()?.coach(self.shown == Shown::Lines)
    }

    pub(in crate::app) fn end_rehearsal(&mut self) -> Next {
        self.rehearsal = None;
        self.say(words::REHEARSAL_ENDED)
    }

    fn standing(&self) -> Standing {
        let Some(session) = self.session() else { return Standing::default() };
        let rounds = self.framework.features().map(|(_, _, feature)| session.answer(&feature.id).rounds.len());
        Standing {
            ratings: self.framework.steps().iter().map(|step| session.decision_at(step).rating()).collect(),
            rounds: rounds.sum(),
        }
    }
}

/// Goes on to the next step where the one that is asked for was done.
pub(in crate::app) fn go_on(app: &mut App) {
    let Some(Rehearsal { step, before }) = &app.cx.rehearsal else { return };
    let (is_open, now) = (app.cx.session().is_some_and(|session| session.demo), app.cx.standing());
    let next = match (step, &app.screen) {
        // It waits until the sample is open, and ends where another session takes its place.
        (None, _) if !is_open => return,
        (None, _) => 0,
        (Some(_), _) if !is_open => words::COACHED[0].len(),
        (Some(0), Screen::Overview(_)) => 1,
        (Some(1), Screen::Walk(walk)) if walk.step.feature().is_some() => 2,
        (Some(step @ (2 | 3)), _) if now.ratings != before.ratings => step + 1,
        // Undo takes a vote back first where one was taken meanwhile, and that is what it is asked for.
        (Some(3), _) if now.rounds > before.rounds => 3,
        (Some(3), _) if now.rounds < before.rounds => 4,
        (Some(4), _) if now.rounds > before.rounds => 5,
        (Some(5), Screen::Slides(slides)) if slides.slide != Slide::Map => 6,
        _ => return,
    };
    if next < words::COACHED[0].len() {
        app.cx.rehearsal = Some(Rehearsal { step: Some(next), before: now });
    } else {
        app.cx.rehearsal = None;
        if is_open {
            app.cx.notice = Some(words::REHEARSED.into());
        }
    }
}
