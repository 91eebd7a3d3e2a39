//! The overview and moving about in the 9 x 9 grid, which the heat map shares.
//!
//! A move never leaves the grid: at an edge it stays where it is.

use super::keymap::Command;
use super::{App, Effect, Screen, Walk};
use crate::framework::{Cell, Framework};

/// The cell that a move leads to.
#[must_use]
pub(super) fn moved(framework: &Framework, from: Cell, command: Command) -> Cell {
    let lengths: Vec<usize> = framework.rows().map(|row| row.len()).collect();
    let last_row = lengths.len().saturating_sub(1);
    let row = match command {
        Command::Up => from.row.saturating_sub(1),
        Command::Down => (from.row + 1).min(last_row),
        _ => from.row.min(last_row),
    };
    let last = lengths.get(row).copied().unwrap_or(1).saturating_sub(1);
    let column = match command {
        Command::Left => from.column.saturating_sub(1),
        Command::Right => from.column + 1,
        Command::First => 0,
        Command::Last => last,
        _ => from.column,
    };
    Cell { row, column: column.min(last) }
}

impl App {
    pub(super) fn show_overview(&mut self) -> Vec<Effect> {
        if self.cx.workshop.is_some() {
            self.screen = Screen::Overview { focus: self.cx.current_cell() };
        }
        vec![]
    }

    pub(super) fn overview_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Overview { focus } = &mut self.screen else { return vec![] };
        let cell = *focus;
        match command {
            Command::Choose => self.go_to_cell(cell),
            Command::Next | Command::Back | Command::Dismiss | Command::Map => self.carry_on(),
            Command::SkipStage => self.skip(),
            _ => {
                *focus = moved(&self.cx.framework, cell, command);
                vec![]
            }
        }
    }

    /// Back to where the room was before it looked at the map.
    pub(super) fn carry_on(&mut self) -> Vec<Effect> {
        match self.cx.current_step() {
            Some(step) => self.go_to(Walk::at(step)),
            None => vec![],
        }
    }
}
