//! Closing a session, after a look back and one question, and reopening it. Both can be undone.
//!
//! A finished session can be read from end to end and refuses every change.

use super::keymap::Command;
use super::page::Next;
use super::{Ask, Cx, LookBack, Overlay, Shown};
use crate::session::Status;
use crate::words;

/// What is said when a finished session is opened.
impl Cx {
    pub(crate) fn is_finished(&self) -> bool {
        self.session().is_some_and(|session| session.status == Status::Finished)
    }

    pub(super) fn ask_whether_to_finish(&mut self) -> Next {
        let Some(title) = self.session().map(|session| session.title().to_owned()) else { return Next::Stay };
        if self.refuses() {
            return Next::Stay;
        }
        let ask = if self.is_finished() {
            Ask::Reopen { title, then: None }
        } else if self.loose_ends().is_empty() {
            Ask::Finish { title }
        } else {
            return Next::Open(Overlay::LookBack(LookBack::default()));
        };
        Next::Open(Overlay::Ask(Box::new(ask)))
    }

    /// Where nothing can be written: says why, and asks whether to reopen the session and then do as it was told, or to
    /// go on with a copy. In lines it only says why: the next line may be meant for something else.
    pub(super) fn ask_before_writing(&mut self, then: Option<Command>) -> Option<Next> {
        if self.workshop.is_none() || !self.refuses_text() {
            return None;
        }
        if self.shown == Shown::Lines {
            return Some(Next::Stay);
        }
        let ask = match (self.workshop.as_ref()?.read_only.clone(), self.session()?.title().to_owned()) {
            (Some(reason), _) => Ask::Copy { reason },
            (None, title) => Ask::Reopen { title, then },
        };
        Some(Next::Open(Overlay::Ask(Box::new(ask))))
    }

    pub(super) fn finish(&mut self) {
        if self.edit(|session, _| session.finish()) {
            let done = words::NOW_FINISHED.to_owned();
            let said: Vec<String> = std::iter::once(done).chain(self.waiting()).collect();
            self.notice = Some(said.join(" "));
        }
    }

    pub(super) fn reopen(&mut self) {
        if self.edit(|session, _| session.reopen()) {
            self.say(words::REOPENED);
        }
    }
}
