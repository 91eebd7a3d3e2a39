//! Saving elsewhere: where to, when a session cannot be saved in its own file; and what follows from it.
//!
//! Only the name is typed here. Whether it can be taken is found out outside.

use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Effect, Overlay, Saving, TextField};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// The one-line field for another file.
#[derive(Debug)]
pub struct SaveAs {
    pub(crate) field: TextField,
    /// Why that did not work, as a sentence.
    pub(crate) problem: Option<String>,
}

impl SaveAs {
    /// Asks for another file, and proposes the same name in a folder of the user's own.
    pub(super) fn open(cx: &Cx) -> Next {
        let file = cx.workshop.as_ref().and_then(|workshop| workshop.file.as_deref());
        let name = file.and_then(Path::file_name).unwrap_or_else(|| "plenary.ron".as_ref());
        let field = TextField::line(&cx.elsewhere.join(name).to_string_lossy());
        Next::Open(Overlay::SaveAs(Box::new(Self { field, problem: None })))
    }
}

impl Page for SaveAs {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::SaveAs, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let name = self.field.text().trim().to_owned();
        match command {
            Command::SaveAs if name.is_empty() => {
                self.problem = Some("Write where to save it, for example on a stick.".into());
                Next::Stay
            }
            Command::SaveAs => {
                self.problem = Some("Looking whether that can be written to.".into());
                cx.ask(Effect::SaveAs(name))
            }
            Command::Dismiss => Next::Close,
            _ => Next::Stay,
        }
    }

    fn typed(&mut self, _: &mut Cx, typed: Typed<'_>) -> Next {
        if typed.into(&mut self.field) {
            self.problem = None;
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(&mut self.field)
    }
}

impl Cx {
    pub(super) fn moved(&mut self, file: PathBuf) {
        self.say(format!("Saved from now on in {}", file.display()));
        if let Some(workshop) = &mut self.workshop {
            workshop.file = Some(file);
            workshop.beside = None;
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
            self.notice = Some(format!("Saving works again, in {file}."));
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
            Saving::Saved { .. } | Saving::NotYet if !workshop.is_safe() => {
                "Being saved: every change is kept at once".into()
            }
            Saving::Saved { at, .. } => {
                let lost = workshop.unkept_vote().map_or(String::new(), |vote| format!(". {}", vote.not_kept()));
                format!("Already saved {}: every change is kept at once{lost}", self.time_of_day(*at))
            }
            Saving::NotYet => "Nothing to save yet: every change is kept at once".into(),
            Saving::Failed { .. } => return SaveAs::open(self),
        };
        self.say(sentence)
    }
}
