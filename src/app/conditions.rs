//! Assumptions, influencing factors and risks: one question, a few answers, and what their keys do.
//!
//! The rules of what may be recorded are the session's; this finds the item and passes the answer on.

mod risk;

use super::keymap::Command;
use super::page::Next;
use super::{Cx, Linked, Note, NoteKind, Overlay, PageKind, TextPage, Walk, vote};
use crate::framework::{Rating, Step};
use crate::session::{Bearing, Decision, RiskStatus, Session, Verdict};
use crate::words;
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

impl Walk {
    /// Whether what is asked in sight is answered.
    pub(super) fn is_answered(&self, session: &Session) -> bool {
        match &self.step {
            Step::Feature(_) | Step::Level(..) => *session.decision_at(&self.step) != Decision::NotDiscussed,
            step => given(session, step, self.question).is_some(),
        }
    }

    /// A command on an item beside the chain.
    pub(super) fn conditions_command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let many = answers(&self.step, self.question);
        match command {
            Command::Answer(number) => self.answer_with(cx, usize::from(number.saturating_sub(1))),
            // The last answer to an assumption and to an influencing factor.
            Command::DontKnow | Command::NotRelevant => self.answer_with(cx, many.saturating_sub(1)),
            Command::Choose => match self.focus {
                Some(place) => self.answer_with(cx, place),
                None => cx.say(words::MARK_AN_ANSWER),
            },
            Command::Clear => self.answer(cx, None),
            Command::Withdraw => self.withdraw(cx),
            Command::Left => self.mark(false, many),
            Command::Right => self.mark(true, many),
            Command::Up => self.turn_question(cx, false),
            Command::Down => self.turn_question(cx, true),
            Command::Note => Note::open(cx, NoteKind::Shared),
            Command::PrivateNote => Note::open(cx, NoteKind::Private),
            Command::Dissent => Note::open(cx, NoteKind::Dissent),
            Command::Vote => vote::open(self, cx),
            Command::Reveal => cx.reveal_here(),
            Command::Hear => cx.ask_to_be_heard(),
            Command::PlainWords => cx.switch_plain_words(),
            Command::Guidance => Next::Open(Overlay::Page(TextPage::new(PageKind::Guidance))),
            Command::Linked => Linked::show(cx),
            Command::Dismiss => self.go_back(cx),
            _ => Next::Stay,
        }
    }

    /// Gives the answer at a place, from 0, to what is asked.
    pub(super) fn answer_with(&mut self, cx: &mut Cx, place: usize) -> Next {
        let many = answers(&self.step, self.question);
        if place >= many {
            return cx.refuse(words::only_so_many_answers(many));
        }
        self.answer(cx, Some(place))
    }

    /// Gives the answer at a place, or takes it back: not discussed.
    pub(super) fn answer(&mut self, cx: &mut Cx, place: Option<usize>) -> Next {
        let (framework, question) = (Arc::clone(&cx.framework), self.question);
        match &self.step {
            Step::Assumption(id) => {
                let verdict = place.and_then(|place| Verdict::ALL.get(place)).copied();
                let verdict = verdict.unwrap_or(Verdict::NotDiscussed);
                if let Some(one) = framework.assumption(id) {
                    cx.edit(|session, _| session.judge(one, verdict));
                }
            }
            Step::Influence(id) => {
                let bearing = place.and_then(|place| Bearing::ALL.get(place)).copied();
                let bearing = bearing.unwrap_or(Bearing::NotDiscussed);
                if let Some(one) = framework.influence(id) {
                    cx.edit(|session, _| session.weigh(one, bearing));
                }
            }
            Step::Risk(id) => {
                if let Some(one) = framework.risk(id) {
                    cx.edit(|session, _| question.answer(session, one, place));
                }
            }
            Step::Stage(_) | Step::Section(_) | Step::Feature(_) | Step::Level(..) => {}
        }
        self.refocus(cx);
        Next::Stay
    }
}
