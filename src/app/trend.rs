//! One partnership over all its sessions: a line of small cells for each item.
//!
//! It keeps which item is marked; how items stood is the analysis' business.

use super::keymap::Command;
use super::{App, Cx, Effect, Purpose, Screen};
use crate::analysis::{Trend, TrendLine, trend};
use crate::framework::{Framework, Item};
use crate::session::Session;

/// The sessions of one partnership.
#[derive(Debug)]
pub struct Trending {
    /// The sessions, in any order.
    pub sessions: Vec<Session>,
    /// The marked line.
    pub focus: usize,
}

impl Trending {
    /// How every item stood over the years. Items below the chain of which nothing was ever said are left out.
    #[must_use]
    pub fn trend<'all>(&'all self, framework: &'all Framework) -> Trend<'all> {
        let mut trend = trend(framework, &self.sessions);
        let is_feature = |line: &TrendLine| matches!(line.item, Item::Feature(..));
        trend.lines.retain(|line| is_feature(line) || !line.is_blank());
        trend
    }
}

impl App {
    pub(super) fn show_trend(&mut self, sessions: Vec<Session>, problems: &[String]) -> Vec<Effect> {
        if sessions.is_empty() {
            return self.cx.refuse(problems.first().map_or("There is no session to show.", String::as_str));
        }
        if !problems.is_empty() {
            self.cx.notice = Some(format!("Left out, as it cannot be read: {}", problems.join(" ")));
        }
        self.screen = Screen::Trend(Box::new(Trending { sessions, focus: 0 }));
        vec![]
    }

    pub(super) fn trend_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Trend(shown) = &mut self.screen else { return vec![] };
        let lines = shown.trend(&self.cx.framework).lines.len();
        if command.marks(&mut shown.focus, lines) {
            return vec![];
        }
        match command {
            Command::Back => shown.focus = shown.focus.saturating_sub(9),
            Command::Next => shown.focus = (shown.focus + 9).min(lines.saturating_sub(1)),
            Command::Dismiss => {
                self.screen = Screen::List;
                return self.look();
            }
            _ => {}
        }
        vec![]
    }
}

impl Cx {
    /// Asks for all sessions of the marked partnership.
    pub(super) fn ask_for_trend(&mut self) -> Vec<Effect> {
        let Some(partnership) = self.list.marked().map(|entry| entry.partnership.clone()) else { return vec![] };
        let files = self.list.view.files_of(&partnership);
        if files.is_empty() {
            return self.refuse("This session names no partnership, so nothing can be laid beside it.");
        }
        vec![Effect::Read { files, purpose: Purpose::Trend }]
    }
}
