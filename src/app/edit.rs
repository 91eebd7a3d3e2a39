//! Making and taking back changes of the open session, and saying so.
//!
//! Every change of what was said passes through here, so that each is counted, undoable and saved.

use super::Cx;
use super::limits::Size;
use super::page::Next;
use crate::session::{Changed, Edit, History, Refusal, Session, Shown, Status, UndoStep};
use crate::words;
use jiff::Timestamp;

impl Cx {
    /// Makes a change that can be undone; whether it changed anything.
    pub(super) fn edit(&mut self, change: impl FnOnce(&mut Session, Timestamp) -> Changed) -> bool {
        let Some(edit) = self.apply(change) else { return false };
        self.reveal_last_time(&edit);
        self.record(edit);
        self.save();
        true
    }

    /// Keeps what is typed as it is typed; the whole is one step to undo when typing ends, so `before` holds what stood
    /// there before any letter was typed. Whether it changed anything.
    pub(super) fn keep_typing(
        &mut self,
        before: &mut Option<Edit>,
        change: impl FnOnce(&mut Session, Timestamp) -> Changed,
    ) -> bool {
        let Some(edit) = self.apply(change) else { return false };
        before.get_or_insert(edit);
        self.save();
        true
    }

    /// Makes what was typed one step to undo.
    pub(super) fn record_first(&mut self, before: &mut Option<Edit>) {
        if let Some(edit) = before.take() {
            self.record(edit);
        }
    }

    /// Whether the open session can only be looked at; if so, says why.
    pub(super) fn refuses(&mut self) -> bool {
        let reason = self.workshop.as_ref().and_then(|workshop| workshop.read_only.clone());
        reason.map(|reason| self.refuse(reason)).is_some()
    }

    /// Whether something may be changed in the open session, and so be kept.
    pub(crate) fn takes_changes(&self) -> bool {
        self.workshop.is_some() && self.why_unchangeable().is_none()
    }

    /// Why nothing may be changed in the open session.
    pub(super) fn why_unchangeable(&self) -> Option<String> {
        let workshop = self.workshop.as_ref()?;
        let is_finished = workshop.session.status == Status::Finished;
        workshop.read_only.clone().or_else(|| is_finished.then(|| Refusal::Finished.to_string()))
    }

    /// Whether nothing can be typed into the open session; if so, says why.
    pub(super) fn refuses_text(&mut self) -> bool {
        let why = self.why_unchangeable();
        why.map(|why| self.refuse(why)).is_some()
    }

    /// Makes a change without a step to undo it: the caller records one when typing ends.
    pub(super) fn apply(&mut self, change: impl FnOnce(&mut Session, Timestamp) -> Changed) -> Option<Edit> {
        if self.refuses() {
            return None;
        }
        let now = self.now.timestamp();
        let workshop = self.workshop.as_mut()?;
        match change(&mut workshop.session, now) {
            Ok(edit) => {
                let edit = self.within_size(edit?)?;
                self.workshop.as_mut()?.session.count_change();
                Some(edit)
            }
            Err(refusal) => {
                self.refuse(refusal.to_string());
                None
            }
        }
    }

    pub(super) fn record(&mut self, edit: Edit) {
        if let Some(workshop) = &mut self.workshop {
            workshop.history.record(edit, &workshop.session);
        }
    }

    pub(super) fn undo(&mut self) -> Next {
        let changed = self.workshop.as_ref().and_then(|workshop| workshop.history.last()?.item().cloned());
        let shown = changed.and_then(|id| Some(Shown::of(self.session()?, &id)));
        let next = self.step_history(History::undo, "Undid", words::NOTHING_TO_UNDO);
        if let Some(shown) = shown {
            self.hide_again(&shown);
        }
        next
    }

    pub(super) fn redo(&mut self) -> Next {
        let hidden = self.has_hidden_votes();
        let next = self.step_history(History::redo, "Did again", words::NOTHING_TO_REDO);
        if hidden && !self.has_hidden_votes() {
            self.end_vote();
        }
        next
    }

    fn step_history(
        &mut self,
        step: impl for<'all> Fn(&'all mut History, &mut Session) -> Option<&'all UndoStep>,
        done: &str,
        none: &str,
    ) -> Next {
        if self.refuses() {
            return Next::Stay;
        }
        let Some(workshop) = &mut self.workshop else { return Next::Stay };
        let Some(step) = step(&mut workshop.history, &mut workshop.session) else {
            return self.refuse(none);
        };
        let (sentence, changed) = (format!("{done}: {}", step.sentence), step.item().cloned());
        workshop.session.count_change();
        // A long text may be back.
        workshop.size = Size::default();
        self.say(sentence);
        self.save();
        Next::Show(changed)
    }
}
