//! The parked list: the items that the room put aside, to come back to.
//!
//! It says where they are and goes there. Taking one off the list is a change like any other and can be undone.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Overlay, walk};
use crate::framework::{Cell, Feature, Stage};
use crate::words;

#[derive(Clone, Copy, Debug, Default)]
pub struct Parked {
    /// The marked line, from 0.
    pub(crate) line: usize,
}

impl Cx {
    /// The parked items in the order of the chain.
    pub(crate) fn parked(&self) -> Vec<(Cell, &Stage, &Feature)> {
        let Some(session) = self.session() else { return Vec::new() };
        session.parked(&self.framework).filter_map(|id| self.framework.feature(id)).collect()
    }
}

impl Parked {
    /// Shows the list; where nothing is parked it says how to.
    pub(super) fn show(cx: &mut Cx) -> Next {
        if cx.parked().is_empty() {
            return cx.refuse(words::NOTHING_PARKED);
        }
        Next::Open(Overlay::Parked(Self::default()))
    }
}

impl Page for Parked {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Parked, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let items: Vec<(Cell, Feature)> =
            cx.parked().into_iter().map(|(cell, _, feature)| (cell, feature.clone())).collect();
        if command.marks(&mut self.line, items.len()) {
            return Next::Stay;
        }
        match (command, items.get(self.line.min(items.len().saturating_sub(1)))) {
            (Command::Choose, Some((cell, _))) => walk::go_to_cell(cx, *cell),
            (Command::Park, Some((_, feature))) => {
                if cx.edit(|session, _| session.park(feature)) {
                    cx.notice = Some(format!("{}: {} {}", words::NO_LONGER_PARKED, feature.id, feature.label));
                }
                Next::Stay
            }
            (Command::Dismiss, _) => Next::Close,
            _ => Next::Stay,
        }
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.line)
    }
}
