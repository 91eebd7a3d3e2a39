//! The parked list: the items that the room put aside, to come back to.
//!
//! It says where they are and goes there. Taking one off the list is a change like any other and can be undone.

use super::keymap::Command;
use super::{App, Cx, Effect, Overlay};
use crate::framework::{Cell, Feature, Stage};
use crate::session::Session;

/// The list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parked {
    /// The marked line, from 0.
    pub line: usize,
}

impl App {
    /// Shows the list; where nothing is parked it says how to.
    pub(super) fn show_parked(&mut self) -> Vec<Effect> {
        if self.cx.parked().is_empty() {
            return self.cx.refuse("Nothing is parked. K on an item parks it, to come back to");
        }
        self.open(Overlay::Parked(Parked::default()))
    }

    pub(super) fn parked_command(&mut self, command: Command) -> Vec<Effect> {
        let items: Vec<(Cell, Feature)> =
            self.cx.parked().into_iter().map(|(cell, _, feature)| (cell, feature.clone())).collect();
        let last = items.len().saturating_sub(1);
        let Some(Overlay::Parked(parked)) = self.overlays.last_mut() else { return vec![] };
        if command.marks(&mut parked.line, items.len()) {
            return vec![];
        }
        let line = parked.line.min(last);
        match command {
            Command::Choose => {
                if let Some((cell, _)) = items.get(line) {
                    return self.go_to_cell(*cell);
                }
            }
            Command::Park => {
                if let Some((_, feature)) = items.get(line) {
                    let effects = self.cx.edit(|session: &mut Session, _| session.park(feature));
                    if !effects.is_empty() {
                        self.cx.notice = Some(format!("No longer parked: {} {}", feature.id, feature.label));
                    }
                    return effects;
                }
            }
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::Dismiss => {
                self.overlays.pop();
            }
            _ => {}
        }
        vec![]
    }
}

impl Cx {
    /// The parked items in the order of the chain.
    #[must_use]
    pub fn parked(&self) -> Vec<(Cell, &Stage, &Feature)> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        workshop.session.parked(&self.framework).filter_map(|id| self.framework.feature(id)).collect()
    }
}
