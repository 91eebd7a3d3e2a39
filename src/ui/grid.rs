//! The 9 x 9 grid: one widget for the overview and the heat map, so that the room always sees the same picture.

mod cell;
mod plan;

use super::{Canvas, text};
use crate::app::Target;
use crate::framework::Cell;
use crate::view::{Grid, GridRow as Row};
use ratatui::layout::Rect;

pub(super) use plan::Plan;
use plan::{Density, Names, Notes};

/// Columns of two notes on one line.
const UNDER: u16 = 12;

impl Grid {
    /// The most cells that a row has.
    fn columns(&self) -> u16 {
        let most = self.rows.iter().map(|row| row.items.len()).max().unwrap_or(1).clamp(1, 9);
        u16::try_from(most).unwrap_or(9)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect, plan: &Plan) {
        let area = Rect { height: plan.height.min(area.height), ..area };
        let mut y = area.y;
        if plan.header {
            self.header(canvas, area, plan);
            y = y.saturating_add(1);
        }
        for (number, row) in self.rows.iter().enumerate().skip(plan.first) {
            let height = plan.lines(row).min(area.bottom().saturating_sub(y));
            if height == 0 {
                return;
            }
            let line = Rect { y, height, ..area };
            Self::names(canvas, line, plan, row);
            for (column, item) in row.items.iter().enumerate().take(9) {
                let cell = Cell { row: number, column };
                let place = plan.place(line, u16::try_from(column).unwrap_or(8));
                cell::draw(canvas, place, item, if row.stage { plan.density } else { Density::Compact });
                canvas.hit(place, Target::Cell(cell));
                if cell == self.focus {
                    focus(canvas, place, area.right());
                }
            }
            y = y.saturating_add(height).saturating_add(plan.gap_under(number));
        }
    }

    /// The columns' numbers, and what the notes are.
    fn header(&self, canvas: &mut Canvas, area: Rect, plan: &Plan) {
        let style = canvas.theme().muted;
        for column in 0..self.columns() {
            let place = plan.place(area, column);
            let number = (column + 1).to_string();
            if plan.density == Density::Large {
                canvas.put(place.x.saturating_add(2), area.y, place.width, &number, style);
            } else {
                canvas.put_centred(place.x, area.y, place.width, &number, style);
            }
        }
        if plan.shown < self.rows.len() {
            let last = (plan.first + plan.shown).min(self.rows.len());
            let rows = tr!("{first}-{last} of {all}", first = plan.first + 1, last, all = self.rows.len());
            canvas.put(area.x, area.y, plan.label, &rows, style);
        }
        for (head, (x, width)) in self.heads.iter().zip(plan.note_places(area)) {
            let end = x.saturating_add(width).min(area.right());
            canvas.put_right(end, area.y, width.max(text::width(head)), head, style);
        }
    }

    /// The name of a row and what is said of it.
    fn names(canvas: &mut Canvas, line: Rect, plan: &Plan, row: &Row) {
        let theme = canvas.theme();
        let name = plan.name(row);
        let style = if row.flag[0].is_empty() { theme.text } else { theme.accent };
        let width = plan.label.saturating_add(u16::from(plan.density != Density::Compact || !row.stage));
        canvas.put(line.x, line.y, width, &name, style);
        if plan.density != Density::Compact && row.stage {
            let mut y = line.y.saturating_add(1);
            let flag = if plan.names == Names::Bare { row.flag[0] } else { "" };
            for (place, note) in row.notes.iter().enumerate() {
                if y < line.bottom() {
                    let form = if text::width(&note[0]) <= width { &note[0] } else { &note[1] };
                    let used = canvas.put(line.x, y, width, form, theme.muted);
                    if place == 0 && row.notes.len() > 1 {
                        let x = line.x.saturating_add(used).saturating_add(1);
                        canvas.put(x, y, width.saturating_sub(used), flag, style);
                    }
                    y = y.saturating_add(1);
                } else if place == 1 {
                    let end = line.x.saturating_add(plan.label).min(line.x.saturating_add(UNDER));
                    canvas.put_right(end, y.saturating_sub(1), plan.label, &note[1], theme.muted);
                }
            }
            if row.notes.len() < 2 && y < line.bottom() {
                canvas.put(line.x, y, width, flag, style);
            }
            return;
        }
        if plan.density != Density::Compact {
            return;
        }
        let form = usize::from(plan.notes != Notes::Long);
        for (note, (x, width)) in row.notes.iter().zip(plan.note_places(line)) {
            canvas.put_right(x.saturating_add(width), line.y, width, &note[form], theme.muted);
        }
    }
}

/// Marks a cell: an arrow from both sides in reverse, so that its tone stays in sight.
fn focus(canvas: &mut Canvas, cell: Rect, end: u16) {
    let style = canvas.theme().focus;
    let left = cell.x.saturating_sub(1);
    canvas.fill(Rect { x: left, width: 1, ..cell }, style);
    canvas.put(left, cell.y, 1, "►", style);
    if cell.right() < end {
        canvas.fill(Rect { x: cell.right(), width: 1, ..cell }, style);
        canvas.put(cell.right(), cell.y, 1, "◄", style);
    }
    canvas.cursor(left, cell.y);
}
