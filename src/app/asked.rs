//! Assumptions, influencing factors and risks: one question, a few answers, and what their keys do.
//!
//! The rules of what may be recorded are the session's; this finds the item and passes the answer on.

mod risk;

use super::keymap::Command;
use super::{App, Effect, NoteKind, Overlay, Page, PageKind, Screen};
use crate::framework::{Rating, Step};
use crate::session::{Bearing, RiskStatus, Session, Verdict};
use std::sync::Arc;

pub use risk::Question;

/// How many answers there are to what is asked at a step.
fn answers(step: &Step, question: Question) -> usize {
    match (step, question) {
        (Step::Assumption(_), _) => Verdict::ALL.len(),
        (Step::Influence(_), _) => Bearing::ALL.len(),
        (Step::Risk(_), Question::Place) => RiskStatus::ALL.len(),
        (Step::Risk(_), Question::Impact | Question::Likelihood) => Rating::ALL.len(),
        _ => 0,
    }
}

/// The answer that was given to what is asked at a step, from 0.
pub(super) fn given(session: &Session, step: &Step, question: Question) -> Option<usize> {
    match step {
        Step::Assumption(id) => Verdict::ALL.iter().position(|one| *one == session.assumption(id).verdict),
        Step::Influence(id) => Bearing::ALL.iter().position(|one| *one == session.influence(id).bearing),
        Step::Risk(id) => question.given(session.risk(id).concern),
        _ => None,
    }
}

impl App {
    /// A command on an item beside the chain.
    pub(super) fn asked_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Walk(walk) = &self.screen else { return vec![] };
        let (focus, many) = (walk.focus, answers(&walk.step, walk.question));
        match command {
            Command::Answer(number) => self.answer_with(usize::from(number.saturating_sub(1))),
            // The last answer to an assumption and to an influencing factor.
            Command::DontKnow | Command::NotRelevant => self.answer_with(many.saturating_sub(1)),
            Command::Choose => match focus {
                Some(place) => self.answer_with(place),
                None => self.cx.say("Mark an answer with Left and Right, or press its key"),
            },
            Command::Clear => self.take_answer_back(),
            Command::Left => self.mark(false, many),
            Command::Right => self.mark(true, many),
            Command::Up => self.turn_question(false),
            Command::Down => self.turn_question(true),
            Command::Note => self.open_note(NoteKind::Shared),
            Command::PrivateNote => self.open_note(NoteKind::Private),
            Command::Dissent => self.open_note(NoteKind::Dissent),
            Command::Vote => self.vote(),
            Command::Reveal => self.reveal_here(),
            Command::Hear => self.ask_to_be_heard(),
            Command::Guidance => self.open(Overlay::Page(Page::new(PageKind::Guidance))),
            Command::Linked => self.show_linked(),
            Command::Dismiss => self.go_back(),
            _ => vec![],
        }
    }

    /// Gives the answer at a place, from 0, to what is asked.
    pub(super) fn answer_with(&mut self, place: usize) -> Vec<Effect> {
        let Screen::Walk(walk) = &self.screen else { return vec![] };
        let (step, question) = (walk.step.clone(), walk.question);
        let many = answers(&step, question);
        if place >= many {
            return self.cx.refuse(format!("There are {many} answers here: press the key of one of them"));
        }
        let framework = Arc::clone(&self.cx.framework);
        let effects = match &step {
            Step::Assumption(id) => framework
                .assumption(id)
                .zip(Verdict::ALL.get(place))
                .map(|(assumption, verdict)| self.cx.edit(|session, _| session.judge(assumption, *verdict))),
            Step::Influence(id) => framework
                .influence(id)
                .zip(Bearing::ALL.get(place))
                .map(|(influence, bearing)| self.cx.edit(|session, _| session.weigh(influence, *bearing))),
            Step::Risk(id) => {
                framework.risk(id).map(|risk| self.cx.edit(|session, _| question.answer(session, risk, Some(place))))
            }
            _ => None,
        };
        self.refocus();
        effects.unwrap_or_default()
    }

    /// Takes the answer to what is asked back: not discussed.
    fn take_answer_back(&mut self) -> Vec<Effect> {
        let Screen::Walk(walk) = &self.screen else { return vec![] };
        let (step, question) = (walk.step.clone(), walk.question);
        let framework = Arc::clone(&self.cx.framework);
        let effects = match &step {
            Step::Assumption(id) => framework
                .assumption(id)
                .map(|assumption| self.cx.edit(|session, _| session.judge(assumption, Verdict::NotDiscussed))),
            Step::Influence(id) => framework
                .influence(id)
                .map(|influence| self.cx.edit(|session, _| session.weigh(influence, Bearing::NotDiscussed))),
            Step::Risk(id) => {
                framework.risk(id).map(|risk| self.cx.edit(|session, _| question.answer(session, risk, None)))
            }
            _ => None,
        };
        self.refocus();
        effects.unwrap_or_default()
    }
}
