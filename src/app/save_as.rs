//! Saving elsewhere: where to, when a session cannot be saved in its own file; and what follows from it.
//!
//! Only the name is typed here. Whether it can be taken is found out outside.

use super::keymap::Command;
use super::{App, Cx, Effect, Overlay, Saving, TextField};
use std::path::{Path, PathBuf};

/// The one-line field for another file.
#[derive(Debug)]
pub struct SaveAs {
    /// What is typed.
    pub field: TextField,
    /// Why that did not work, as a sentence.
    pub problem: Option<String>,
}

impl App {
    /// Asks for another file, and proposes the same name in a folder of the user's own.
    pub(super) fn open_save_as(&mut self) -> Vec<Effect> {
        let file = self.cx.workshop.as_ref().and_then(|workshop| workshop.file.as_deref());
        let name = file.and_then(Path::file_name).unwrap_or_else(|| "plenary.ron".as_ref());
        let field = TextField::line(&self.cx.elsewhere.join(name).to_string_lossy());
        self.open(Overlay::SaveAs(Box::new(SaveAs { field, problem: None })))
    }

    pub(super) fn save_as_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        if let Some(Overlay::SaveAs(form)) = self.overlays.last_mut()
            && typed(&mut form.field)
        {
            form.problem = None;
        }
        vec![]
    }

    pub(super) fn save_as_command(&mut self, command: Command) -> Vec<Effect> {
        match (command, self.overlays.last_mut()) {
            (Command::SaveAs, Some(Overlay::SaveAs(form))) => {
                let name = form.field.text().trim().to_owned();
                if name.is_empty() {
                    form.problem = Some("Write where to save it, for example on a stick.".into());
                    return vec![];
                }
                form.problem = Some("Looking whether that can be written to.".into());
                vec![Effect::SaveAs(name)]
            }
            (Command::Dismiss, _) => {
                self.overlays.pop();
                vec![]
            }
            _ => vec![],
        }
    }

    pub(super) fn moved(&mut self, file: PathBuf) -> Vec<Effect> {
        if let Some(Overlay::SaveAs(_)) = self.overlays.last() {
            self.overlays.pop();
        }
        self.cx.notice = Some(format!("Saved from now on in {}", file.display()));
        if let Some(workshop) = &mut self.cx.workshop {
            workshop.file = Some(file);
            workshop.beside = None;
            workshop.saving = Saving::NotYet;
        }
        vec![]
    }

    pub(super) fn not_moved(&mut self, reason: String) -> Vec<Effect> {
        match self.overlays.last_mut() {
            Some(Overlay::SaveAs(form)) => {
                form.problem = Some(reason.clone());
                self.cx.refusal = Some(reason);
                vec![]
            }
            _ => self.cx.refuse(reason),
        }
    }
}

impl Cx {
    /// Somebody else changed the file: the work goes on in the one beside it.
    pub(super) fn saved_beside(&mut self, file: PathBuf, sentence: String) -> Vec<Effect> {
        if let Some(workshop) = &mut self.workshop {
            workshop.beside = Some(file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned());
            workshop.file = Some(file);
        }
        self.notice = Some(sentence);
        vec![]
    }
}
