//! The list of saved sessions: what each file says of itself, which ones are shown, and which one is marked.
//!
//! Files are read outside and come in batches, so that no key waits for the disk. A file that cannot be read is
//! listed with the reason, never hidden.

mod folder;
mod listed;
mod view;

use super::keymap::Command;
use super::{App, Cx, Effect, Key, Purpose, Screen, Start, TextField};
use crate::session::Session;
use std::path::{Path, PathBuf};

pub use folder::FolderForm;
pub use listed::{Kind, Listed};
pub use view::{Order, View};

/// Lines that a page is in a long list.
const PAGE: usize = 10;

/// The list.
#[derive(Debug, Default)]
pub struct List {
    /// The sessions.
    pub view: View,
    /// The marked line.
    pub focus: usize,
    /// The sessions that Space has chosen, in that order.
    pub chosen: Vec<PathBuf>,
    /// The words to search for; `None` when nothing is searched.
    pub search: Option<TextField>,
    /// Whether those words are being typed.
    pub typing: bool,
    /// The folder, where it is not Plenary's own.
    pub folder: Option<PathBuf>,
    /// How far reading the folder has come.
    pub progress: Reading,
    /// What the marked session itself says.
    pub preview: Option<Preview>,
    /// The file that a preview was asked of.
    asked: Option<PathBuf>,
}

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
    #[must_use]
    pub fn goes_on(self) -> bool {
        self.of.is_none_or(|of| self.read < of)
    }
}

/// Some of the sessions in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How far it has come with these.
    pub progress: Reading,
    /// The sessions.
    pub entries: Vec<Listed>,
}

/// What a saved session itself says.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Its file.
    pub file: PathBuf,
    /// The session, or why it cannot be opened.
    pub session: Result<Box<Session>, String>,
    /// Who else has it open, as a sentence.
    pub holder: Option<String>,
}

impl List {
    /// The session in the marked line.
    #[must_use]
    pub fn marked(&self) -> Option<&Listed> {
        self.view.at(self.focus)
    }

    /// What is known of the marked session itself, as soon as it has been read.
    #[must_use]
    pub fn preview(&self) -> Option<&Preview> {
        let file = &self.marked()?.file;
        self.preview.as_ref().filter(|preview| preview.file == *file)
    }

    /// Whether a file was chosen with Space.
    #[must_use]
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
}

impl App {
    /// Shows the list and asks for the sessions in its folder.
    pub(super) fn find_sessions(&mut self, folder: Option<PathBuf>) -> Vec<Effect> {
        let number = self.cx.list.progress.number.wrapping_add(1);
        let progress = Reading { number, ..Reading::default() };
        self.cx.list = List { progress, folder: folder.clone(), ..List::default() };
        self.screen = Screen::List;
        vec![Effect::Find { folder, reading: number }]
    }

    /// Takes in some of the sessions. The mark stays at the top until somebody moves it.
    pub(super) fn found(&mut self, found: Found) -> Vec<Effect> {
        if found.progress.number != self.cx.list.progress.number {
            return vec![];
        }
        self.cx.list.progress = found.progress;
        if self.cx.list.focus == 0 {
            self.cx.list.view.add(found.entries);
        } else {
            self.cx.list.rearrange(|view| view.add(found.entries));
        }
        self.look()
    }

    /// The file of a session is gone.
    pub(super) fn gone(&mut self, file: &Path) -> Vec<Effect> {
        self.cx.list.chosen.retain(|chosen| chosen != file);
        self.cx.home.last = self.cx.home.last.take().filter(|last| last.file != file);
        let line = self.cx.list.focus;
        self.cx.list.view.remove(file);
        self.cx.list.focus = line.min(self.cx.list.view.shown().saturating_sub(1));
        self.look()
    }

    /// Asks to read the marked session, once.
    pub(super) fn look(&mut self) -> Vec<Effect> {
        if !matches!(self.screen, Screen::List) {
            return vec![];
        }
        let marked = self.cx.list.marked().map(|entry| entry.file.clone());
        if marked == self.cx.list.asked {
            return vec![];
        }
        self.cx.list.asked.clone_from(&marked);
        marked.map(Effect::Preview).into_iter().collect()
    }

    pub(super) fn list_command(&mut self, command: Command) -> Vec<Effect> {
        let list = &mut self.cx.list;
        let lines = list.view.shown();
        match command {
            command if command.marks(&mut list.focus, lines) => {}
            Command::Back => list.focus = list.focus.saturating_sub(PAGE),
            Command::Next => list.focus = (list.focus + PAGE).min(lines.saturating_sub(1)),
            Command::New => return vec![Effect::Begin],
            Command::Choose if list.typing => list.typing = false,
            Command::Choose => match list.marked() {
                Some(entry) => return vec![Effect::Open(entry.file.clone())],
                None if list.view.count() == 0 => {
                    self.cx.notice = Some("There are no saved sessions yet. N begins one.".into());
                }
                None => self.cx.notice = Some("No session is like that. Esc shows all again.".into()),
            },
            Command::Pick => self.cx.pick(),
            Command::Look => return self.cx.ask_to_read(Purpose::Look),
            Command::FollowUp => return self.cx.ask_to_read(Purpose::FollowUp),
            Command::Compare => return self.cx.ask_to_compare(),
            Command::Trend => return self.cx.ask_for_trend(),
            Command::Merge => return self.ask_whether_to_merge(),
            Command::Search => {
                list.typing = true;
                list.search.get_or_insert_with(|| TextField::line(""));
            }
            Command::Sort => {
                let order = list.view.order().next();
                list.rearrange(|view| view.sort_by(order));
                self.cx.notice = Some(format!("Sorted: {}", order.words()));
            }
            Command::OnlyPartnership => self.cx.narrow_to_partnership(),
            Command::OnlyKind => {
                let kind = next_kind(list.view.kind());
                list.rearrange(|view| view.only_kind(kind));
            }
            Command::Folder => return self.ask_for_folder(),
            Command::Export => return self.show_export(),
            Command::Versions => return self.find_versions(),
            Command::Delete => return self.look_before_deleting(),
            Command::Dismiss => return self.step_out_of_list(),
            _ => {}
        }
        self.look()
    }

    /// Esc takes back what narrows the list first, the search before the rest, then leaves it.
    fn step_out_of_list(&mut self) -> Vec<Effect> {
        let list = &mut self.cx.list;
        list.typing = false;
        if list.search.take().is_some() {
            list.rearrange(|view| view.search(""));
        } else if list.view.partnership().is_some() || list.view.kind().is_some() {
            list.rearrange(|view| {
                view.only_partnership(None);
                view.only_kind(None);
            });
        } else {
            self.screen = Screen::Start(Start::default());
        }
        self.look()
    }

    /// A key while the words of a search are typed: each one is searched for at once.
    pub(super) fn search_key(&mut self, key: Key) -> Vec<Effect> {
        self.search_typed(|field| field.key(key))
    }

    pub(super) fn search_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        let Some(field) = self.cx.list.search.as_mut().filter(|_| self.cx.list.typing) else { return vec![] };
        if typed(field) {
            let words = field.text();
            self.cx.list.view.search(&words);
            self.cx.list.focus = 0;
        }
        self.look()
    }
}

impl Cx {
    pub(super) fn previewed(&mut self, preview: Preview) {
        if self.list.asked.as_ref() == Some(&preview.file) {
            self.list.preview = Some(preview);
        }
    }

    /// Marks the session for what takes two or more, or takes the mark back.
    fn pick(&mut self) {
        let list = &mut self.list;
        let Some(file) = list.marked().map(|entry| entry.file.clone()) else { return };
        if list.is_chosen(&file) {
            list.chosen.retain(|chosen| *chosen != file);
        } else {
            list.chosen.push(file);
        }
        let last = list.view.shown().saturating_sub(1);
        list.focus = (list.focus + 1).min(last);
        self.notice = match list.chosen.len() {
            0 | 1 => None,
            2 => Some("2 marked: C compares them, G merges them".into()),
            more => Some(format!("{more} marked: G merges them")),
        };
    }

    /// Only the marked session's partnership, or all again.
    fn narrow_to_partnership(&mut self) {
        let list = &mut self.list;
        let wanted = match list.view.partnership() {
            Some(_) => None,
            None => list.marked().map(|entry| entry.partnership.clone()),
        };
        list.rearrange(|view| view.only_partnership(wanted));
    }
}

/// The next state to narrow the list to; after the last, all of them.
fn next_kind(kind: Option<Kind>) -> Option<Kind> {
    match kind {
        None => Kind::ALL.first().copied(),
        Some(kind) => Kind::ALL.iter().skip_while(|other| **other != kind).nth(1).copied(),
    }
}
