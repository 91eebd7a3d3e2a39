//! Opening another folder of sessions: on a stick, on a share, from a colleague.
//!
//! Only its path is typed here. Whether it can be read is found out outside.

use crate::app::keymap::Command;
use crate::app::{App, Effect, Overlay, TextField};
use std::path::PathBuf;

/// The one-line field for another folder.
#[derive(Debug)]
pub struct FolderForm {
    /// What is typed.
    pub field: TextField,
    /// Why that did not work, as a sentence.
    pub problem: Option<String>,
}

impl App {
    /// Asks for another folder, and proposes the one that is shown.
    pub(super) fn ask_for_folder(&mut self) -> Vec<Effect> {
        let shown = self.cx.list.folder.as_ref().map(|folder| folder.display().to_string());
        let field = TextField::line(&shown.unwrap_or_else(|| self.cx.elsewhere.display().to_string()));
        self.open(Overlay::Folder(Box::new(FolderForm { field, problem: None })))
    }

    pub(in crate::app) fn folder_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        if let Some(Overlay::Folder(form)) = self.overlays.last_mut()
            && typed(&mut form.field)
        {
            form.problem = None;
        }
        vec![]
    }

    pub(in crate::app) fn folder_command(&mut self, command: Command) -> Vec<Effect> {
        match (command, self.overlays.last_mut()) {
            (Command::Choose, Some(Overlay::Folder(form))) => {
                let typed = form.field.text().trim().to_owned();
                form.problem = Some("Looking at that folder.".into());
                vec![Effect::LookInto(typed)]
            }
            (Command::Dismiss, _) => {
                self.overlays.pop();
                vec![]
            }
            _ => vec![],
        }
    }

    /// The folder is there: its sessions take the place of those in the list. `None` is Plenary's own.
    pub(in crate::app) fn folder_is(&mut self, folder: Option<PathBuf>) -> Vec<Effect> {
        if matches!(self.overlays.last(), Some(Overlay::Folder(_))) {
            self.overlays.pop();
            return self.find_sessions(folder);
        }
        vec![]
    }

    pub(in crate::app) fn no_such_folder(&mut self, reason: String) -> Vec<Effect> {
        if let Some(Overlay::Folder(form)) = self.overlays.last_mut() {
            form.problem = Some(reason.clone());
            self.cx.refusal = Some(reason);
            vec![]
        } else {
            self.cx.list.progress.of = Some(self.cx.list.progress.read);
            self.cx.refuse(reason)
        }
    }
}
