//! Opening another folder of sessions: on a stick, on a share, from a colleague.
//!
//! Only its path is typed here. Whether it can be read is found out outside.

use crate::app::keymap::{Command, Context};
use crate::app::page::{Next, Page, Typed};
use crate::app::{Cx, Effect, Overlay, TextField};

/// The one-line field for another folder.
#[derive(Debug)]
pub struct FolderForm {
    pub(crate) field: TextField,
    /// Why that did not work, as a sentence.
    pub(crate) problem: Option<String>,
}

impl FolderForm {
    /// Asks for another folder, and proposes the one that is shown.
    pub(super) fn open(cx: &Cx) -> Next {
        let shown = cx.list.folder.as_ref().unwrap_or(&cx.elsewhere);
        let field = TextField::line(&shown.display().to_string());
        Next::Open(Overlay::Folder(Box::new(Self { field, problem: None })))
    }
}

impl Page for FolderForm {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Folder, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Choose => {
                self.problem = Some("Looking at that folder.".into());
                cx.ask(Effect::LookInto(self.field.text().trim().to_owned()))
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
