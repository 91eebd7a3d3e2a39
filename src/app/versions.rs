//! The earlier versions of a saved session, and the question before one is put in its place.
//!
//! What versions there are it was told; it looks nowhere itself.

use super::keymap::Command;
use super::{App, Ask, Effect, Overlay, Screen};
use jiff::Timestamp;
use std::path::PathBuf;

/// An earlier version of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its file.
    pub path: PathBuf,
    /// What kind of copy it is, in two or three words.
    pub kind: &'static str,
    /// When it was saved.
    pub saved: Timestamp,
    /// Features done.
    pub done: usize,
    /// Features there are.
    pub of: usize,
    /// Its length in bytes.
    pub size: u64,
}

/// The earlier versions of a session.
#[derive(Clone, Debug)]
pub struct Versions {
    /// The session's file.
    pub file: PathBuf,
    /// What the session is called.
    pub title: String,
    /// The versions, the newest first.
    pub entries: Vec<Version>,
    /// The marked line.
    pub focus: usize,
}

impl App {
    /// Asks for the versions of the marked session.
    pub(super) fn find_versions(&mut self) -> Vec<Effect> {
        self.marked().map(|(file, _)| Effect::FindVersions(file)).into_iter().collect()
    }

    /// The marked session of the list: its file, and what it is called.
    pub(super) fn marked(&self) -> Option<(PathBuf, String)> {
        let entry = self.cx.list.marked().filter(|_| matches!(self.screen, Screen::List))?;
        let named = !entry.partnership.trim().is_empty();
        let title = if named { entry.partnership.clone() } else { entry.name.clone() };
        Some((entry.file.clone(), title))
    }

    pub(super) fn show_versions(&mut self, entries: Vec<Version>) -> Vec<Effect> {
        if let Some((file, title)) = self.marked() {
            self.screen = Screen::Versions(Versions { file, title, entries, focus: 0 });
        }
        vec![]
    }

    pub(super) fn versions_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Versions(versions) = &mut self.screen else { return vec![] };
        if command.marks(&mut versions.focus, versions.entries.len()) {
            return vec![];
        }
        match command {
            Command::Choose => {
                if let Some(version) = versions.entries.get(versions.focus) {
                    let (file, title, version) = (versions.file.clone(), versions.title.clone(), version.clone());
                    return self.open(Overlay::Ask(Box::new(Ask::Restore { file, title, version })));
                }
            }
            Command::Dismiss => {
                self.screen = Screen::List;
                return self.look();
            }
            _ => {}
        }
        vec![]
    }
}
