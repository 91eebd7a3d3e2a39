//! The list of saved sessions: what each file says of itself, which ones are shown, and which one is marked.
//!
//! Files are read outside and come in batches, so that no key waits for the disk. A file that cannot be read is
//! listed with the reason, never hidden.

mod listed;
mod page;
mod view;

use super::TextField;
use crate::session::Session;
use crate::words;
use jiff::{SignedDuration, Timestamp};
use std::path::{Path, PathBuf};

pub use listed::{Kind, Listed};
pub use page::ListPage;
pub use view::{Order, View};

#[derive(Clone, Debug, Default)]
pub struct List {
    pub view: View,
    pub focus: usize,
    /// The sessions that Space has chosen, in that order.
    pub chosen: Vec<PathBuf>,
    /// The words to search for; `None` when nothing is searched.
    pub(crate) search: Option<TextField>,
    /// Whether those words are being typed.
    pub(crate) typing: bool,
    /// The folder, where it is not Plenary's own.
    pub(crate) folder: Option<PathBuf>,
    /// How far reading the folder has come.
    pub progress: Reading,
    /// What the marked session itself says.
    pub preview: Option<Preview>,
    /// The file whose results are in sight, which somebody asked for: the room may see the list.
    results_of: Option<PathBuf>,
    /// The file that is opened to take a survey into it.
    takes_in: Option<PathBuf>,
    /// The file whose preview is in sight or on its way.
    asked: Option<PathBuf>,
    /// When it is to be read, unless the mark moves on before.
    preview_due: Option<Timestamp>,
    /// When the words were typed that were not searched for yet.
    search_due: Option<Timestamp>,
}

/// Whoever moves on within this time does not look at the session that was marked.
const REST: SignedDuration = SignedDuration::from_millis(120);

/// How far reading a folder has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Which reading of a folder it is; what an earlier one still brings is left out.
    pub number: u64,
    /// Files read.
    pub read: usize,
    /// Files there are; `None` before that is known.
    pub of: Option<usize>,
}

impl Reading {
    /// Whether there is more to come.
    pub(crate) fn goes_on(self) -> bool {
        self.of.is_none_or(|of| self.read < of)
    }
}

/// Some of the sessions in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How far it has come with these.
    pub progress: Reading,
    pub entries: Vec<Listed>,
}

/// What a saved session itself says.
#[derive(Clone, Debug)]
pub struct Preview {
    pub file: PathBuf,
    /// The session, or why it cannot be opened.
    pub session: Result<Box<Session>, String>,
    /// Who else has it open, as a sentence.
    pub holder: Option<String>,
}

impl List {
    pub fn marked(&self) -> Option<&Listed> {
        self.view.at(self.focus)
    }

    /// What is known of the marked session itself, as soon as it has been read.
    pub(crate) fn preview(&self) -> Option<&Preview> {
        let file = &self.marked()?.file;
        self.preview.as_ref().filter(|preview| preview.file == *file)
    }

    /// Whether what the marked session says is in sight.
    pub(crate) fn shows_results(&self) -> bool {
        self.results_of.as_ref().is_some_and(|file| self.marked().is_some_and(|marked| marked.file == *file))
    }

    /// Shows what the marked session says, or hides it; with another one marked it is hidden.
    fn turn_results(&mut self) {
        self.results_of = if self.shows_results() { None } else { self.marked().map(|marked| marked.file.clone()) };
    }

    pub fn is_chosen(&self, file: &Path) -> bool {
        self.chosen.iter().any(|chosen| chosen == file)
    }

    /// Changes what is shown and keeps the mark on its session, or near it.
    fn rearrange(&mut self, change: impl FnOnce(&mut View)) {
        let file = self.marked().map(|entry| entry.file.clone());
        change(&mut self.view);
        let line = file.and_then(|file| self.view.line_of(&file));
        self.focus = line.unwrap_or(0).min(self.view.shown().saturating_sub(1));
    }

    /// Takes in some of the sessions, unless an earlier reading brings them. The mark stays at the top until somebody
    /// moves it.
    pub(super) fn found(&mut self, found: Found) {
        if found.progress.number != self.progress.number {
            return;
        }
        self.progress = found.progress;
        if self.focus == 0 {
            self.view.add(found.entries);
        } else {
            self.rearrange(|view| view.add(found.entries));
        }
    }

    pub(super) fn previewed(&mut self, preview: Preview) {
        if self.asked.as_ref() == Some(&preview.file) {
            self.preview = Some(preview);
        }
    }

    /// When there is something to do, if no key comes before.
    pub(super) fn due(&self) -> Option<Timestamp> {
        self.search_due.or(self.preview_due)
    }

    /// The marked session's file, and what the session is called.
    pub(super) fn named(&self) -> Option<(PathBuf, String)> {
        let entry = self.marked()?;
        let is_named = !entry.partnership.trim().is_empty();
        let title = if is_named { entry.partnership.clone() } else { entry.name.clone() };
        Some((entry.file.clone(), title))
    }

    /// Marks the session for what takes two or more, or takes the mark back; what there is to say of it.
    fn pick(&mut self) -> Option<String> {
        let file = self.marked().map(|entry| entry.file.clone())?;
        if self.is_chosen(&file) {
            self.chosen.retain(|chosen| *chosen != file);
        } else {
            self.chosen.push(file);
        }
        self.focus = (self.focus + 1).min(self.view.shown().saturating_sub(1));
        match self.chosen.len() {
            0 | 1 => None,
            2 => Some(words::TWO_MARKED.into()),
            more => Some(words::marked(more)),
        }
    }

    /// Only the marked session's partnership, or all again.
    fn narrow_to_partnership(&mut self) {
        let wanted = match self.view.partnership() {
            Some(_) => None,
            None => self.marked().map(|entry| entry.partnership.clone()),
        };
        self.rearrange(|view| view.only_partnership(wanted));
    }

    /// Takes back what narrows the list, the search before the rest; whether anything did.
    fn widen(&mut self) -> bool {
        self.typing = false;
        if self.search.take().is_some() {
            self.rearrange(|view| view.search(""));
            return true;
        }
        let is_narrow = self.view.partnership().is_some() || self.view.kind().is_some();
        if is_narrow {
            self.rearrange(|view| {
                view.only_partnership(None);
                view.only_kind(None);
            });
        }
        is_narrow
    }
}
