//! Typing a path: another file for a session that cannot be saved in its own, or another folder of sessions.
//!
//! Only the path is typed here. Whether it can be written to or read is found out outside.

use super::form::Fields;
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Effect, Overlay, TextField};
use crate::words;
use std::path::Path;

#[derive(Clone, Debug)]
pub struct PathForm {
    pub(crate) kind: PathKind,
    pub(crate) fields: Fields<()>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathKind {
    SaveAs,
    Folder,
    Votes,
}

impl PathForm {
    /// Asks for another file, and proposes the same name in a folder of the user's own.
    pub(super) fn save_as(cx: &Cx) -> Next {
        let file = cx.workshop.as_ref().and_then(|workshop| workshop.file.as_deref());
        let name = file.and_then(Path::file_name).unwrap_or_else(|| "plenary.ron".as_ref());
        Self::open(PathKind::SaveAs, &cx.elsewhere.join(name))
    }

    /// Asks for another folder, and proposes the one that is shown.
    pub(super) fn folder(cx: &Cx) -> Next {
        Self::open(PathKind::Folder, cx.list.folder.as_ref().unwrap_or(&cx.elsewhere))
    }

    /// Asks for a file of votes, or a folder of them.
    pub(super) fn votes(cx: &mut Cx) -> Next {
        if cx.workshop.is_none() || cx.refuses_text() {
            return Next::Stay;
        }
        Self::open(PathKind::Votes, Path::new(""))
    }

    fn open(kind: PathKind, path: &Path) -> Next {
        let fields = Fields::new([((), TextField::line(&path.to_string_lossy()))]);
        Next::Open(Overlay::Path(Box::new(Self { kind, fields })))
    }

    /// Says why a path cannot be taken.
    pub(super) fn refused(&mut self, cx: &mut Cx, reason: String) {
        cx.refusal = Some(reason.clone());
        self.fields.in_focus_mut().read = Err(reason);
    }
}

impl Page for PathForm {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        match self.kind {
            PathKind::SaveAs => vec![Context::SaveAs, Context::Always],
            PathKind::Votes => vec![Context::ImportFile, Context::Always],
            PathKind::Folder => vec![Context::Folder, Context::Always],
        }
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let path = self.fields.text(&()).trim().to_owned();
        let (said, effect) = match command {
            Command::SaveAs if path.is_empty() => (words::WRITE_WHERE_TO_SAVE, None),
            Command::SaveAs => (words::LOOKING_WHETHER_WRITABLE, Some(Effect::SaveAs(path))),
            Command::Choose if self.kind == PathKind::Votes && path.is_empty() => (words::WRITE_WHICH_FILE, None),
            Command::Choose if self.kind == PathKind::Votes => (words::READING_FILE, Some(Effect::ReadVotes(path))),
            Command::Choose => (words::LOOKING_AT_FOLDER, Some(Effect::LookInto(path))),
            Command::Dismiss => return Next::Close,
            _ => return Next::Stay,
        };
        self.fields.in_focus_mut().read = Err(said.to_owned());
        effect.map_or(Next::Stay, |effect| cx.ask(effect))
    }

    fn typed(&mut self, _: &mut Cx, typed: Typed<'_>) -> Next {
        self.fields.write(typed);
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(self.fields.text_in_focus())
    }
}
