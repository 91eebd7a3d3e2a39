//! The questions on a risk, one after the other: is it happening, how bad would it be, how likely is it.
//!
//! The next question comes by itself once one is answered; the next risk never does.

use crate::app::page::Next;
use crate::app::{Cx, Walk};
use crate::framework::{Rating, Risk};
use crate::session::{Changed, Concern, RiskStatus, Session};

/// What is asked about a risk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// Is it happening, could it happen, or is it no concern?
    #[default]
    Place,
    /// How much does it matter?
    Impact,
    Likelihood,
}

impl Question {
    /// The questions that a risk is asked, where the room has put it.
    pub(crate) fn all(concern: Concern) -> &'static [Self] {
        match concern {
            Concern::NotDiscussed | Concern::NotAConcern => &[Self::Place],
            Concern::HappeningNow { .. } => &[Self::Place, Self::Impact],
            Concern::CouldHappen { .. } => &[Self::Place, Self::Impact, Self::Likelihood],
        }
    }

    /// What to ask after this: the first question that is open, or the same again where none is.
    pub(in crate::app) fn after(self, concern: Concern) -> Self {
        let asked = Self::all(concern);
        let open = asked.iter().find(|question| question.given(concern).is_none());
        open.copied().unwrap_or(if asked.contains(&self) { self } else { Self::Place })
    }

    /// The answer that was given, from 0.
    pub(crate) fn given(self, concern: Concern) -> Option<usize> {
        match self {
            Self::Place => RiskStatus::ALL.iter().position(|one| *one == concern.status()),
            Self::Impact => concern.impact().map(Rating::index),
            Self::Likelihood => concern.likelihood().map(Rating::index),
        }
    }

    /// Records an answer, from 0, or takes it back.
    pub(super) fn answer(self, session: &mut Session, risk: &Risk, place: Option<usize>) -> Changed {
        let rating = || place.and_then(|place| Rating::ALL.get(place)).copied();
        match self {
            Self::Place => {
                let status = place.and_then(|place| RiskStatus::ALL.get(place)).copied();
                session.place_risk(risk, status.unwrap_or_default())
            }
            Self::Impact => session.set_impact(risk, rating()),
            Self::Likelihood => session.set_likelihood(risk, rating()),
        }
    }
}

impl Walk {
    /// Takes back the answer in sight; where there is none yet, the one before it.
    pub(super) fn withdraw(&mut self, cx: &mut Cx) -> Next {
        let concern = self.step.item().zip(cx.session()).map(|(id, session)| session.risk(id).concern);
        if concern.is_some_and(|concern| self.question.given(concern).is_none()) {
            self.turn_question(cx, false);
        }
        self.answer(cx, None)
    }

    /// The question after the one in sight, or before it.
    pub(super) fn turn_question(&mut self, cx: &Cx, forwards: bool) -> Next {
        let (Some(id), Some(session)) = (self.step.item(), cx.session()) else { return Next::Stay };
        let concern = session.risk(id).concern;
        let asked = Question::all(concern);
        let at = asked.iter().position(|one| *one == self.question).unwrap_or(0);
        let to = if forwards { (at + 1).min(asked.len() - 1) } else { at.saturating_sub(1) };
        self.question = asked.get(to).copied().unwrap_or_default();
        self.focus = self.question.given(concern);
        Next::Stay
    }
}
