//! The overview and moving about in the 9 x 9 grid, which the heat map shares.
//!
//! A move never leaves the grid: at an edge it stays where it is.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Screen, Start, Target, walk};
use crate::framework::{Cell, Framework};

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

#[derive(Clone, Copy, Debug)]
pub struct Overview {
    pub focus: Cell,
}

impl Overview {
    pub(super) fn show(cx: &Cx) -> Next {
        if cx.workshop.is_none() {
            return Next::Stay;
        }
        Next::Go(Screen::Overview(Self { focus: cx.current_cell() }))
    }
}

impl Page for Overview {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Overview, Context::Session, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Choose => walk::go_to_cell(cx, self.focus),
            Command::Next | Command::Back | Command::Dismiss | Command::Map => walk::carry_on(cx),
            Command::SkipStage => walk::skip(cx),
            Command::StartPage => Start::show(cx),
            _ => {
                self.focus = moved(&cx.framework, self.focus, command);
                Next::Stay
            }
        }
    }

    fn click(&mut self, _: &mut Cx, target: Target) -> Next {
        if let Target::Cell(cell) = target {
            self.focus = cell;
        }
        Next::Stay
    }

    fn has_wheel(&mut self) -> bool {
        true
    }
}
