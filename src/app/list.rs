//! The list of saved sessions: what each file says of itself, and which one to open.
//!
//! A file that cannot be read is listed with the reason, never hidden.

use super::keymap::Command;
use super::{App, Effect, Screen, Start};
use jiff::civil::Date;
use std::path::PathBuf;

/// A saved session, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The file.
    pub file: PathBuf,
    /// The file's name, for people to read.
    pub name: String,
    /// The partnership's name; empty where none was given or the file cannot be read.
    pub partnership: String,
    /// The day of the workshop.
    pub date: Option<Date>,
    /// Features done.
    pub done: usize,
    /// Features there are.
    pub of: usize,
    /// Features not agreed.
    pub not_agreed: usize,
    /// The people in the room.
    pub people: u32,
    /// What state it is in, in two or three words: in progress, finished, demo.
    pub status: String,
    /// Why it cannot be opened, if it cannot.
    pub problem: Option<String>,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The sessions, newest first.
    pub entries: Vec<Listed>,
    /// The marked line.
    pub focus: usize,
}

impl App {
    pub(super) fn list_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::List(list) = &mut self.screen else { return vec![] };
        let last = list.entries.len().saturating_sub(1);
        match command {
            Command::Up => list.focus = list.focus.saturating_sub(1),
            Command::Down => list.focus = (list.focus + 1).min(last),
            Command::First => list.focus = 0,
            Command::Last => list.focus = last,
            Command::New => return vec![Effect::Begin],
            Command::Choose => match list.entries.get(list.focus) {
                Some(entry) => return vec![Effect::Open(entry.file.clone())],
                None => self.notice = Some("There are no saved sessions yet. N begins one.".into()),
            },
            Command::Versions => return self.find_versions(),
            Command::Delete => return self.ask_whether_to_delete(),
            Command::Dismiss => self.screen = Screen::Start(Start::default()),
            _ => {}
        }
        vec![]
    }

    pub(super) fn show_list(&mut self, entries: Vec<Listed>) -> Vec<Effect> {
        self.screen = Screen::List(List { entries, focus: 0 });
        vec![]
    }
}
