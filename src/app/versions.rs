//! The earlier versions of a saved session, and the question before one is put in its place.
//!
//! What versions there are it was told; it looks nowhere itself.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Ask, Cx, Overlay};
use jiff::Timestamp;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub path: PathBuf,
    /// What kind of copy it is, in two or three words.
    pub kind: &'static str,
    /// When it was saved.
    pub saved: Timestamp,
    /// Features done.
    pub done: usize,
    /// Features there are.
    pub of: usize,
    pub size: u64,
}

#[derive(Clone, Debug)]
pub struct Versions {
    pub(crate) file: PathBuf,
    pub(crate) title: String,
    /// The versions, the newest first.
    pub(crate) entries: Vec<Version>,
    pub(crate) focus: usize,
}

impl Page for Versions {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Versions, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        if command.marks(&mut self.focus, self.entries.len()) {
            return Next::Stay;
        }
        match (command, self.entries.get(self.focus)) {
            (Command::Choose, Some(version)) => {
                let (file, title, version) = (self.file.clone(), self.title.clone(), version.clone());
                Next::Open(Overlay::Ask(Box::new(Ask::Restore { file, title, version })))
            }
            (Command::Dismiss, _) => cx.back_to_list(),
            _ => Next::Stay,
        }
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.focus)
    }
}
