//! Closing a session and reopening it, after one question. Both can be undone.
//!
//! A finished session can be read from end to end and refuses every change.

use super::{App, Ask, Cx, Effect, Overlay};
use crate::session::Status;

/// What is said when a finished session is opened.
pub(super) const FINISHED: &str = "This session is finished: read it from end to end. F4 reopens it to change it.";

impl App {
    /// Asks whether to finish the open session, or to reopen it.
    pub(super) fn ask_whether_to_finish(&mut self) -> Vec<Effect> {
        let Some(workshop) = self.cx.workshop.as_ref() else { return vec![] };
        let title = workshop.session.title().to_owned();
        if self.cx.refuses() {
            return vec![];
        }
        let ask = if self.cx.is_finished() { Ask::Reopen { title } } else { Ask::Finish { title } };
        self.open(Overlay::Ask(Box::new(ask)))
    }
}

impl Cx {
    /// Whether the open session is finished.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.workshop.as_ref().is_some_and(|workshop| workshop.session.status == Status::Finished)
    }

    pub(super) fn finish(&mut self) -> Vec<Effect> {
        let effects = self.edit(|session, _| session.finish());
        if !effects.is_empty() {
            let done = "Finished. It can be read from end to end; F4 reopens it, U undoes this.".to_owned();
            let said: Vec<String> = std::iter::once(done).chain(self.waiting()).collect();
            self.notice = Some(said.join(" "));
        }
        effects
    }

    pub(super) fn reopen(&mut self) -> Vec<Effect> {
        let effects = self.edit(|session, _| session.reopen());
        if !effects.is_empty() {
            self.notice = Some("Reopened: it can be changed again. F4 finishes it.".into());
        }
        effects
    }
}
