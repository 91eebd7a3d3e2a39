//! Sessions that were read for something else than opening them: to look at, to compare, to follow up, to merge.
//!
//! They are read outside, all of them or none; what then becomes of them is in the screens' own files.

use super::{App, Compare, Cx, Effect, Msg, Screen};
use crate::session::Session;
use std::path::PathBuf;

/// What sessions are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To look at one without changing it.
    Look,
    /// To compare two.
    Compare,
    /// To begin a session that follows it up.
    FollowUp,
    /// To lay the sessions of one partnership side by side.
    Trend,
    /// To merge breakout tables into one session.
    Merge,
    /// The same, after those that do not say that they are tables were marked as such in their files. What could not be
    /// is among the problems, and stops nothing as long as the sessions were read.
    MarkAndMerge,
}

/// Sessions that were read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What for.
    pub purpose: Purpose,
    /// The sessions with their files, in the order in which they were asked for.
    pub sessions: Vec<(PathBuf, Session)>,
    /// Files that could not be read: why, a sentence for each.
    pub problems: Vec<String>,
    /// 16 random hexadecimal digits, for a session that is made of them.
    pub id: String,
}

impl App {
    /// Takes in what was read, if the list that asked for it is still on screen.
    pub(super) fn take_read(&mut self, read: Read) -> Vec<Effect> {
        if !matches!(self.screen, Screen::List) || !self.overlays.is_empty() {
            return vec![];
        }
        let Read { purpose, sessions, problems, id } = read;
        if purpose == Purpose::Trend {
            return self.show_trend(sessions.into_iter().map(|(_, session)| session).collect(), &problems);
        }
        if purpose == Purpose::MarkAndMerge && !sessions.is_empty() {
            let effects = self.merge_tables(&sessions, id);
            self.cx.notice = self.cx.notice.take().map(|notice| [&[notice], &problems[..]].concat().join(" "));
            return effects;
        }
        if let Some(problem) = problems.into_iter().next() {
            return self.cx.refuse(problem);
        }
        if purpose == Purpose::Merge {
            return self.merge_or_ask(sessions, id);
        }
        let mut sessions = sessions.into_iter();
        match (purpose, sessions.next(), sessions.next()) {
            (Purpose::Look, Some((file, session)), _) => self.look_at(session, file),
            (Purpose::FollowUp, Some((_, earlier)), _) => self.begin_follow_up(&earlier, id),
            (Purpose::Compare, Some((_, one)), Some((_, other))) => self.show_comparison(Compare::of(one, other)),
            _ => vec![],
        }
    }

    /// Shows a session from its first slide on; nothing of it can be changed.
    fn look_at(&mut self, session: Session, file: PathBuf) -> Vec<Effect> {
        let read_only = Some(LOOKED_AT.to_owned());
        let mut effects =
            super::update::update(self, Msg::Opened { session: Box::new(session), file, warning: None, read_only });
        effects.extend(self.show_slides());
        effects
    }
}

impl Cx {
    /// Asks for the marked session.
    pub(super) fn ask_to_read(&mut self, purpose: Purpose) -> Vec<Effect> {
        let file = self.list.marked().map(|entry| entry.file.clone());
        file.map(|file| Effect::Read { files: vec![file], purpose }).into_iter().collect()
    }

    /// Asks for the two chosen sessions, to compare them.
    pub(super) fn ask_to_compare(&mut self) -> Vec<Effect> {
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
        vec![Effect::Read { files, purpose: Purpose::Compare }]
    }
}

/// Why a session that is only looked at refuses changes.
const LOOKED_AT: &str = "Read only: opened to look at it. Enter in the list of saved sessions opens it to carry on.";
