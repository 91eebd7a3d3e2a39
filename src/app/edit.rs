//! Making and taking back changes of the open session, and saying so.
//!
//! Every change of what was said passes through here, so that each is counted, undoable and saved.

use super::limits::Size;
use super::{App, Cx, Effect, Screen, Walk};
use crate::session::{Changed, Edit, History, Refusal, Session, Status, UndoStep};
use jiff::Timestamp;

impl App {
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        self.step_history(History::undo, "Undid", "Nothing to undo in this sitting")
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        self.step_history(History::redo, "Did again", "Nothing to do again")
    }

    fn step_history(
        &mut self,
        step: impl for<'all> Fn(&'all mut History, &mut Session) -> Option<&'all UndoStep>,
        done: &str,
        none: &str,
    ) -> Vec<Effect> {
        if self.cx.refuses() {
            return vec![];
        }
        let Some(workshop) = &mut self.cx.workshop else { return vec![] };
        let Some(step) = step(&mut workshop.history, &mut workshop.session) else {
            return self.cx.refuse(none);
        };
        let sentence = format!("{done}: {}", step.sentence);
        let changed = step.item().cloned();
        workshop.session.count_change();
        // A long text may be back.
        workshop.size = Size::default();
        // The room should see what changed: on the walk, go to the item. Maps show it anyway.
        if let (Screen::Walk(walk), Some(id)) = (&self.screen, &changed)
            && walk.step.item() != Some(id)
            && let Some(step) = self.cx.framework.step_of(id)
        {
            self.go_to(Walk::at(step));
        } else {
            self.refocus();
        }
        self.cx.notice = Some(sentence);
        vec![Effect::Save]
    }
}

impl Cx {
    /// Makes a change that can be undone.
    pub(super) fn edit(&mut self, change: impl FnOnce(&mut Session, Timestamp) -> Changed) -> Vec<Effect> {
        match self.apply(change) {
            Some(edit) => {
                self.reveal_last_time(&edit);
                self.record(edit);
                vec![Effect::Save]
            }
            None => vec![],
        }
    }

    /// Whether the open session can only be looked at; if so, says why.
    pub(super) fn refuses(&mut self) -> bool {
        let reason = self.workshop.as_ref().and_then(|workshop| workshop.read_only.clone());
        let refuses = reason.is_some();
        if let Some(reason) = reason {
            self.refuse(reason);
        }
        refuses
    }

    /// Whether something may be changed in the open session, and so be kept.
    pub(super) fn takes_changes(&self) -> bool {
        let workshop = self.workshop.as_ref();
        workshop.is_some_and(|one| one.read_only.is_none() && one.session.status != Status::Finished)
    }

    /// Whether nothing can be typed into the open session; if so, says why.
    pub(super) fn refuses_text(&mut self) -> bool {
        if self.refuses() {
            return true;
        }
        if self.is_finished() {
            self.refuse(Refusal::Finished.to_string());
        }
        self.is_finished()
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
                if let Some(workshop) = &mut self.workshop {
                    workshop.session.count_change();
                }
                Some(edit)
            }
            Err(refusal) => {
                self.refuse(refusal.to_string());
                None
            }
        }
    }

    /// Remembers a change, so that it can be undone.
    pub(super) fn record(&mut self, edit: Edit) {
        if let Some(workshop) = &mut self.workshop {
            workshop.history.record(edit, &workshop.session);
        }
    }
}
