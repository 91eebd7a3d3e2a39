//! The list of saved sessions: what each file says of itself, which ones are shown, and which one is marked.
//!
//! Files are read outside and come in batches, so that no key waits for the disk. A file that cannot be read is
//! listed with the reason, never hidden.

mod folder;
mod listed;
mod view;

use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Ask, Cx, Effect, Overlay, Purpose, Screen, Start, Target, TextField};
use crate::session::Session;
use crate::words;
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
    pub(crate) search: Option<TextField>,
    /// Whether those words are being typed.
    pub(crate) typing: bool,
    /// The folder, where it is not Plenary's own.
    pub(crate) folder: Option<PathBuf>,
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
    pub(crate) fn goes_on(self) -> bool {
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
    pub fn marked(&self) -> Option<&Listed> {
        self.view.at(self.focus)
    }

    /// What is known of the marked session itself, as soon as it has been read.
    pub(crate) fn preview(&self) -> Option<&Preview> {
        let file = &self.marked()?.file;
        self.preview.as_ref().filter(|preview| preview.file == *file)
    }

    /// Whether a file was chosen with Space.
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

/// The list on screen; what it lists is kept in the context while something else is.
#[derive(Clone, Copy, Debug)]
pub struct ListPage;

impl Cx {
    /// Shows the list and asks for the sessions in its folder.
    pub(super) fn find_sessions(&mut self, folder: Option<PathBuf>) -> Next {
        let number = self.list.progress.number.wrapping_add(1);
        let progress = Reading { number, ..Reading::default() };
        self.list = List { progress, folder: folder.clone(), ..List::default() };
        self.ask(Effect::Find { folder, reading: number });
        Next::Go(Screen::List(ListPage))
    }

    pub(super) fn back_to_list(&mut self) -> Next {
        self.look();
        Next::Go(Screen::List(ListPage))
    }

    /// Asks to read the marked session, once.
    pub(super) fn look(&mut self) {
        let marked = self.list.marked().map(|entry| entry.file.clone());
        if marked != self.list.asked {
            self.list.asked.clone_from(&marked);
            if let Some(file) = marked {
                self.ask(Effect::Preview(file));
            }
        }
    }

    pub(super) fn gone(&mut self, file: &Path) {
        self.list.chosen.retain(|chosen| chosen != file);
        self.home.last = self.home.last.take().filter(|last| last.file != file);
        let line = self.list.focus;
        self.list.view.remove(file);
        self.list.focus = line.min(self.list.view.shown().saturating_sub(1));
    }

    fn ask_of_marked(&mut self, effect: impl FnOnce(PathBuf) -> Effect) -> Next {
        let file = self.list.marked().map(|entry| entry.file.clone());
        file.map_or(Next::Stay, |file| self.ask(effect(file)))
    }

    fn ask_to_compare(&mut self) -> Next {
        let mut files = self.list.chosen.clone();
        // One chosen and another one marked are two as well.
        if let (1, Some(marked)) = (files.len(), self.list.marked())
            && !self.list.is_chosen(&marked.file)
        {
            files.push(marked.file.clone());
        }
        if files.len() != 2 {
            return self.refuse("Mark two sessions with Space, then C compares them.");
        }
        self.ask(Effect::Read { files, purpose: Purpose::Compare })
    }

    fn ask_for_trend(&mut self) -> Next {
        let Some(partnership) = self.list.marked().map(|entry| entry.partnership.clone()) else { return Next::Stay };
        let files = self.list.view.files_of(&partnership);
        if files.is_empty() {
            return self.refuse("This session names no partnership, so nothing can be laid beside it.");
        }
        self.ask(Effect::Read { files, purpose: Purpose::Trend })
    }

    fn ask_whether_to_merge(&mut self) -> Next {
        let files = self.list.chosen.clone();
        if files.len() < 2 {
            return self.refuse("Mark the sessions of two tables or more with Space, then G merges them.");
        }
        Next::Open(Overlay::Ask(Box::new(Ask::Merge { files })))
    }
}

impl List {
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
            2 => Some("2 marked: C compares them, G merges them".into()),
            more => Some(format!("{more} marked: G merges them")),
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

impl Page for ListPage {
    fn contexts(&self, cx: &Cx) -> Vec<Context> {
        if cx.list.typing {
            return vec![Context::Search, Context::Always];
        }
        vec![Context::List, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let list = &mut cx.list;
        let lines = list.view.shown();
        match command {
            command if command.marks(&mut list.focus, lines) => {}
            Command::Back => list.focus = list.focus.saturating_sub(PAGE),
            Command::Next => list.focus = (list.focus + PAGE).min(lines.saturating_sub(1)),
            Command::New => return cx.ask(Effect::Begin),
            Command::Choose if list.typing => list.typing = false,
            Command::Choose => match list.marked() {
                Some(_) => return cx.ask_of_marked(Effect::Open),
                None if list.view.count() == 0 => return cx.say("There are no saved sessions yet. N begins one."),
                None => return cx.say(words::NO_SUCH_SESSION),
            },
            Command::Pick => cx.notice = list.pick(),
            Command::Look => {
                return cx.ask_of_marked(|file| Effect::Read { files: vec![file], purpose: Purpose::Look });
            }
            Command::FollowUp => {
                return cx.ask_of_marked(|file| Effect::Read { files: vec![file], purpose: Purpose::FollowUp });
            }
            Command::Compare => return cx.ask_to_compare(),
            Command::Trend => return cx.ask_for_trend(),
            Command::Merge => return cx.ask_whether_to_merge(),
            Command::Search => {
                list.typing = true;
                list.search.get_or_insert_with(|| TextField::line(""));
            }
            Command::Sort => {
                let order = list.view.order().next();
                list.rearrange(|view| view.sort_by(order));
                cx.say(format!("Sorted: {}", order.words()));
            }
            Command::OnlyPartnership => list.narrow_to_partnership(),
            Command::OnlyKind => {
                let kind = next_kind(list.view.kind());
                list.rearrange(|view| view.only_kind(kind));
            }
            Command::Folder => return FolderForm::open(cx),
            Command::Versions => return cx.ask_of_marked(Effect::FindVersions),
            Command::Delete => return cx.ask_of_marked(Effect::LookBeforeDeleting),
            Command::Dismiss if !list.widen() => return Next::Go(Screen::Start(Start::default())),
            _ => {}
        }
        cx.look();
        Next::Stay
    }

    /// While the words of a search are typed, each letter is searched for at once.
    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let list = &mut cx.list;
        if let Some(field) = list.search.as_mut().filter(|_| list.typing) {
            if typed.into(field) {
                list.view.search(&field.text());
                list.focus = 0;
            }
            cx.look();
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, cx: &'all mut Cx) -> Option<&'all mut TextField> {
        cx.list.search.as_mut()
    }

    fn click(&mut self, cx: &mut Cx, target: Target) -> Next {
        if let Target::Line(line) = target {
            cx.list.focus = line;
            cx.look();
        }
        Next::Stay
    }

    fn has_wheel(&mut self) -> bool {
        true
    }
}

/// The next state to narrow the list to; after the last, all of them.
fn next_kind(kind: Option<Kind>) -> Option<Kind> {
    match kind {
        None => Kind::ALL.first().copied(),
        Some(kind) => Kind::ALL.iter().skip_while(|other| **other != kind).nth(1).copied(),
    }
}
