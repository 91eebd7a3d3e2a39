//! Closing a session and reopening it, after one question. Both can be undone.
//!
//! A finished session can be read from end to end and refuses every change.

use super::page::Next;
use super::{Ask, Cx, Overlay};
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
        let ask = if self.is_finished() { Ask::Reopen { title } } else { Ask::Finish { title } };
        Next::Open(Overlay::Ask(Box::new(ask)))
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
