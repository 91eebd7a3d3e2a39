//! One item of the map: its rating, evidence, note and how it came about.
//!
//! It only shows; Enter goes to the item, where it can be changed.

use super::keymap::Command;
use super::{App, Effect, Overlay, Walk};
use crate::framework::{Cell, Id};

/// The details of the item at a cell.
#[derive(Clone, Copy, Debug)]
pub struct Details {
    /// Which item.
    pub cell: Cell,
    /// Lines scrolled past.
    pub scroll: u16,
}

impl App {
    pub(super) fn show_details(&mut self, cell: Cell) -> Vec<Effect> {
        self.open(Overlay::Details(Details { cell, scroll: 0 }))
    }

    pub(super) fn details_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Details(details)) = self.overlays.last() else { return vec![] };
        let cell = details.cell;
        match command {
            Command::Choose => self.go_to_cell(cell),
            _ => self.page_command(command),
        }
    }

    /// Goes to the item at a cell.
    pub(super) fn go_to_cell(&mut self, cell: Cell) -> Vec<Effect> {
        let id = self.cx.framework.item_at(cell).map(|item| item.id().clone());
        id.map_or(vec![], |id| self.go_to_item(&id))
    }

    /// Goes to an item of any kind.
    pub(super) fn go_to_item(&mut self, id: &Id) -> Vec<Effect> {
        let Some(step) = self.cx.framework.step_of(id) else { return vec![] };
        self.overlays.clear();
        self.go_to(Walk::at(step))
    }
}
