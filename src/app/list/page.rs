//! The keys of the list of saved sessions: marking, narrowing, and what is asked of the marked ones.
//!
//! What is asked for is done outside.

use super::{Kind, List, Listed, REST, Reading};
use crate::analysis::is_same_partnership;
use crate::app::keymap::{Command, Context};
use crate::app::page::{Next, Page, Typed};
use crate::app::{Ask, Cx, Effect, Overlay, PathForm, Purpose, Screen, Shown, Start, Target, TextField};
use crate::words;
use jiff::SignedDuration;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// Lines that a page is in a long list.
const PAGE: usize = 10;

/// The list on screen; what it lists is kept in the context while something else is.
#[derive(Clone, Copy, Debug)]
pub struct ListPage;

impl Cx {
    /// Shows the list and asks for the sessions in its folder.
    pub(in crate::app) fn find_sessions(&mut self, folder: Option<PathBuf>) -> Next {
        let number = self.list.progress.number.wrapping_add(1);
        let progress = Reading { number, ..Reading::default() };
        self.list = List { progress, folder: folder.clone(), ..List::default() };
        self.ask(Effect::Find { folder, reading: number });
        Next::Go(Screen::List(ListPage))
    }

    pub(in crate::app) fn back_to_list(&mut self) -> Next {
        self.look();
        Next::Go(Screen::List(ListPage))
    }

    /// Has the marked session read, once, as soon as the mark rests on it; in lines it does at once.
    pub(in crate::app) fn look(&mut self) {
        let marked = self.list.marked().map(|entry| entry.file.clone());
        if marked != self.list.asked {
            let rest = if self.shown == Shown::Lines { SignedDuration::ZERO } else { REST };
            self.list.preview_due = marked.as_ref().and(self.now.timestamp().checked_add(rest).ok());
            self.list.asked = marked;
        }
    }

    /// Searches for the words that were typed: once for all letters that came together.
    pub(in crate::app) fn search(&mut self) {
        if self.list.search_due.take().is_some() {
            let words = self.list.search.as_ref().map(TextField::text).unwrap_or_default();
            self.list.view.search(&words);
            self.list.focus = 0;
            self.look();
        }
    }

    /// Reads the marked session if its time has come.
    pub(in crate::app) fn preview(&mut self) {
        let now = self.now.timestamp();
        if let Some(file) = self.list.preview_due.take_if(|due| *due <= now).and(self.list.asked.clone()) {
            self.ask(Effect::Preview(file));
        }
    }

    pub(in crate::app) fn gone(&mut self, file: &Path) {
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

    /// Opens the marked session, and asks which file is to be taken into it.
    pub(in crate::app) fn open_to_take_in(&mut self) -> Next {
        self.list.takes_in = self.list.marked().map(|entry| entry.file.clone());
        self.ask_of_marked(Effect::Open)
    }

    /// Whether a session was opened for that, once.
    pub(in crate::app) fn was_opened_to_take_in(&mut self, file: &Path) -> bool {
        self.list.takes_in.take().is_some_and(|one| one == file)
    }

    fn read_marked(&mut self, purpose: Purpose) -> Next {
        self.ask_of_marked(|file| Effect::Read { files: vec![file], purpose })
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
            return self.refuse(words::MARK_TWO);
        }
        self.ask(Effect::Read { files, purpose: Purpose::Compare })
    }

    fn ask_for_trend(&mut self) -> Next {
        let Some(partnership) = self.list.marked().map(|entry| entry.partnership.clone()) else { return Next::Stay };
        let files = self.list.view.files_of(&partnership);
        if files.is_empty() {
            return self.refuse(words::NAMES_NO_PARTNERSHIP);
        }
        self.ask(Effect::Read { files, purpose: Purpose::Trend })
    }

    fn ask_whether_to_merge(&mut self) -> Next {
        let files = self.list.chosen.clone();
        if files.len() < 2 {
            return self.refuse(words::MARK_TABLES);
        }
        let chosen: Vec<&Listed> = files.iter().filter_map(|file| self.list.view.of_file(file)).collect();
        let day = |entry: &Listed| entry.date.map_or(String::new(), |day| format!(", {}", words::short_date(day)));
        let names = chosen.iter().map(|entry| format!("{}{}", entry.described(), day(entry))).collect();
        let is_other = |entry: &&&Listed| {
            let (one, other) = (&entry.partnership, &chosen[0].partnership);
            one != other && !is_same_partnership(one, other)
        };
        let others: Vec<&str> = chosen.iter().filter(is_other).map(|entry| entry.title()).collect();
        let mut days: Vec<Date> = chosen.iter().filter_map(|entry| entry.date).collect();
        days.sort_unstable();
        days.dedup();
        let warning = words::merge_warning(chosen.first().map_or("", |first| first.title()), &others, &days);
        Next::Open(Overlay::Ask(Box::new(Ask::Merge { files, names, warning })))
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
        list.takes_in = None;
        let lines = list.view.shown();
        match command {
            command if command.marks(&mut list.focus, lines) => {}
            Command::Back => list.focus = list.focus.saturating_sub(PAGE),
            Command::Next => list.focus = (list.focus + PAGE).min(lines.saturating_sub(1)),
            Command::New => return cx.ask(Effect::Begin),
            Command::Choose if list.typing => list.typing = false,
            Command::Choose => match list.marked() {
                Some(_) => return cx.ask_of_marked(Effect::Open),
                None if list.view.count() == 0 => return cx.say(words::N_BEGINS_SESSION),
                None => return cx.say(words::NO_SUCH_SESSION),
            },
            Command::Pick => cx.notice = list.pick(),
            Command::Map => list.turn_results(),
            Command::Look => return cx.read_marked(Purpose::Look),
            Command::FollowUp => return cx.read_marked(Purpose::FollowUp),
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
            Command::Folder => return PathForm::folder(cx),
            Command::Versions => return cx.ask_of_marked(Effect::FindVersions),
            Command::Delete => return cx.ask_of_marked(Effect::LookBeforeDeleting),
            Command::Dismiss if !list.widen() => return Next::Go(Screen::Start(Start::default())),
            _ => {}
        }
        cx.look();
        Next::Stay
    }

    /// While the words of a search are typed, what they find is shown with the next frame.
    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let list = &mut cx.list;
        if let Some(field) = list.search.as_mut().filter(|_| list.typing)
            && typed.into(field)
        {
            list.search_due = Some(cx.now.timestamp());
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
