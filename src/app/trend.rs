//! One partnership over all its sessions: a line of small cells for each item.
//!
//! It keeps which item is marked; how items stood is the analysis' business.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Screen};
use crate::analysis::{Trend, TrendLine, trend};
use crate::framework::{Framework, Item};
use crate::session::Session;
use crate::words;

#[derive(Clone, Debug)]
pub struct Trending {
    /// The sessions, in any order.
    pub(crate) sessions: Vec<Session>,
    pub(crate) focus: usize,
}

impl Trending {
    /// How every item stood over the years. Items below the chain of which nothing was ever said are left out.
    pub(crate) fn trend<'all>(&'all self, framework: &'all Framework) -> Trend<'all> {
        let mut trend = trend(framework, &self.sessions);
        let is_feature = |line: &TrendLine| matches!(line.item, Item::Feature(..));
        trend.lines.retain(|line| is_feature(line) || !line.is_blank());
        trend
    }
}

impl Trending {
    pub(super) fn show(cx: &mut Cx, sessions: Vec<Session>, problems: &[String]) -> Next {
        if sessions.is_empty() {
            return cx.refuse(problems.first().map_or(words::NOTHING_TO_SHOW, String::as_str));
        }
        if !problems.is_empty() {
            cx.say(words::left_out_unread(problems));
        }
        Next::Go(Screen::Trend(Box::new(Self { sessions, focus: 0 })))
    }
}

impl Page for Trending {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Trend, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let lines = self.trend(&cx.framework).lines.len();
        match command {
            command if command.marks(&mut self.focus, lines) => {}
            Command::Back => self.focus = self.focus.saturating_sub(9),
            Command::Next => self.focus = (self.focus + 9).min(lines.saturating_sub(1)),
            Command::Dismiss => return cx.back_to_list(),
            _ => {}
        }
        Next::Stay
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.focus)
    }
}
