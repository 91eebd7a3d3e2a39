//! The 9 x 9 grid: one widget for the overview and the heat map, so that the room always sees the same picture.
//!
//! It takes rows of cells with their marks and knows neither session nor app.

mod cell;
mod plan;

use super::marks::{self, Forms};
use super::theme::Theme;
use super::{Canvas, text};
use crate::analysis::{HeatMap, Reading, RiskReading, State};
use crate::app::Target;
use crate::framework::{Cell, Framework, GridRow, Rating, Stage};
use crate::session::{Range, Session, Verdict};
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) use cell::{mark as mark_of, style as cell_style};
pub(super) use plan::Plan;
use plan::{Density, Names, Notes};

/// What the grid shows.
pub(super) struct Grid {
    /// The rows from the top.
    pub(super) rows: Vec<Row>,
    /// The marked cell.
    pub(super) focus: Cell,
    /// Columns that a cell should have at least before notes beside the labels are given up.
    pub(super) least_pitch: u16,
    /// Whether the lines between the rows are worth more than larger cells: something will stand there.
    pub(super) spread: bool,
    /// Headings of the notes, where these stand in columns.
    pub(super) heads: [&'static str; 2],
}

/// A row of the grid.
pub(super) struct Row {
    /// Its name.
    pub(super) label: String,
    /// Its name in at most six letters.
    pub(super) short: String,
    /// Whether it is a stage: it gets several lines where there is room.
    pub(super) stage: bool,
    /// What must be said of the row beside its name, long and short; empty for nothing.
    pub(super) flag: [&'static str; 2],
    /// What may be said of it, each long and short.
    pub(super) notes: Vec<[String; 2]>,
    /// Its cells, at most nine.
    pub(super) items: Vec<Item>,
}

/// A cell of the grid.
pub(super) struct Item {
    /// What stands in it: `4`, `3?`, `▒2-4▒`, `?`, `-`, `·`; or a word, as long as there is room for.
    pub(super) mark: String,
    /// The forms of a word.
    pub(super) forms: Forms,
    /// How it is drawn.
    pub(super) look: Look,
    /// Its name, at most ten letters.
    pub(super) label: String,
    /// Its name in at most six letters.
    pub(super) short: String,
}

/// How a cell is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// In the tone of a rating, which may rest on opinion only.
    Rated {
        /// The rating.
        rating: Rating,
        /// Whether the evidence is low.
        low: bool,
    },
    /// Hatched, with the range where it is known.
    Contested(Option<Range>),
    /// The room does not know.
    Unknown,
    /// Not relevant here.
    NotRelevant,
    /// Not discussed.
    Blank,
    /// A word in its own style: an assumption or a risk.
    Worded(Style),
}

impl Look {
    /// The look of a reading.
    pub(super) fn of(reading: Reading) -> Self {
        match (reading.state, reading.rating) {
            (State::NotDiscussed, _) => Self::Blank,
            (State::NotRelevant, _) => Self::NotRelevant,
            (State::BlindSpot, _) => Self::Unknown,
            (State::Contested, _) => Self::Contested(reading.range),
            (_, Some(rating)) => Self::Rated { rating, low: reading.low_confidence },
            (_, None) => Self::Blank,
        }
    }
}

/// Columns of two notes on one line.
const UNDER: u16 = 12;

impl Grid {
    /// The grid of a heat map: every stage, then assumptions and risks where the framework has any. These two rows are
    /// what the room said in this session; without one they are blank.
    pub(super) fn of(framework: &Framework, said: Option<&Session>, map: &HeatMap, theme: &Theme, focus: Cell) -> Self {
        let row = |(row, kind)| match kind {
            GridRow::Stage(stage) => stage_row(map, row, stage),
            GridRow::Assumptions(all) => {
                let items = all.iter().map(|one| {
                    let verdict = said.map_or(Verdict::NotDiscussed, |session| session.assumption(&one.id).verdict);
                    let style = marks::verdict_style(theme, verdict);
                    Item::worded(marks::verdict(verdict), style, &one.label, &one.short)
                });
                Row::below("Assumptions", "Assump", items.collect())
            }
            GridRow::Risks(all) => {
                let items = all.iter().map(|one| {
                    let reading = said.map(|session| RiskReading::of(framework, session, one));
                    let (forms, style) = reading.map_or((vec![(0, "·")], theme.unrated), |reading| {
                        (marks::risk(&reading), marks::risk_style(theme, &reading))
                    });
                    Item::worded(forms, style, &one.label, &one.short)
                });
                Row::below("Risks", "Risks", items.collect())
            }
        };
        let rows = framework.rows().enumerate().map(row).collect();
        Self { rows, focus, least_pitch: 5, spread: false, heads: ["", ""] }
    }

    /// The most cells that a row has.
    fn columns(&self) -> u16 {
        let most = self.rows.iter().map(|row| row.items.len()).max().unwrap_or(1).clamp(1, 9);
        u16::try_from(most).unwrap_or(9)
    }

    /// Draws the grid at the top of an area, as planned.
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
            let rows = format!("{}-{last} of {}", plan.first + 1, self.rows.len());
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

fn stage_row(map: &HeatMap, row: usize, stage: &Stage) -> Row {
    let readings = map.rows.get(row).map_or(&[][..], |row| &row.readings);
    let items = stage.features.iter().zip(readings).map(|(feature, reading)| Item {
        mark: cell::mark(*reading),
        forms: Vec::new(),
        look: Look::of(*reading),
        label: feature.label.clone(),
        short: feature.short.clone(),
    });
    let (label, short) = (stage.label.clone(), stage.short.clone());
    Row { label, short, stage: true, flag: ["", ""], notes: Vec::new(), items: items.collect() }
}

impl Row {
    /// A row below the chain.
    fn below(label: &str, short: &str, items: Vec<Item>) -> Self {
        Self { label: label.into(), short: short.into(), stage: false, flag: ["", ""], notes: Vec::new(), items }
    }
}

impl Item {
    fn worded(forms: Forms, style: Style, label: &str, short: &str) -> Self {
        let mark = forms.first().map_or("", |(_, form)| form).to_owned();
        Self { mark, forms, look: Look::Worded(style), label: label.to_owned(), short: short.to_owned() }
    }
}
