//! How safe the open session is, and what follows where it is saved from now on.

use super::page::Next;
use super::{Cx, PathForm, Saving, Voting};
use crate::words;
use jiff::Timestamp;
use std::path::PathBuf;

impl Cx {
    pub(super) fn moved(&mut self, file: PathBuf) {
        self.say(words::moved_to(&file));
        if let Some(workshop) = &mut self.workshop {
            workshop.file = Some(file);
            workshop.beside = None;
            // A copy of what can only be looked at is the user's own.
            workshop.read_only = None;
            workshop.saving = Saving::NotYet;
        }
    }

    /// Somebody else changed the file: the work goes on in the one beside it.
    pub(super) fn saved_beside(&mut self, file: PathBuf, sentence: String) {
        if let Some(workshop) = &mut self.workshop {
            workshop.beside = Some(file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned());
            workshop.file = Some(file);
        }
        self.say(sentence);
    }

    pub(super) fn saved(&mut self, rev: u64, at: Timestamp) {
        let Some(workshop) = &mut self.workshop else { return };
        if matches!(workshop.saving, Saving::Failed { .. }) {
            let file = workshop.file.as_ref().and_then(|file| file.file_name());
            let file = file.unwrap_or_default().to_string_lossy();
            self.notice = Some(words::saving_works_again(&file));
        }
        workshop.saving = Saving::Saved { rev, at };
    }

    /// Says how safe the session is; where it is not, asks where to save it.
    pub(super) fn say_saved(&mut self) -> Next {
        if self.refuses() {
            return Next::Stay;
        }
        let Some(workshop) = &self.workshop else { return Next::Stay };
        let sentence = match &workshop.saving {
            Saving::Saved { .. } | Saving::NotYet if !workshop.is_safe() => words::BEING_SAVED.into(),
            Saving::Saved { at, .. } => {
                let lost = workshop.unkept_vote().map(Voting::not_kept);
                words::already_saved(&self.time_of_day(*at), lost.as_deref())
            }
            Saving::NotYet => words::NOTHING_TO_SAVE.into(),
            Saving::Failed { .. } => return PathForm::save_as(self),
        };
        self.say(sentence)
    }
}
