//! How the grid uses the space it is given: how many lines a row takes, how many columns a cell.
//!
//! Spare space first enlarges the cells, then spreads the rows; tight space drops notes, then labels.

use super::{Grid, Row};
use crate::ui::text;
use ratatui::layout::Rect;

/// How large the cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Density {
    /// One line a row: the mark.
    Compact,
    /// Two lines a stage: the mark and a short label.
    Medium,
    /// Three lines a stage: a digit of blocks and the label beside it.
    Large,
}

impl Density {
    /// Lines that a stage takes, and the least and most columns that a cell takes with the gap before it.
    fn measures(self) -> (u16, u16, u16) {
        match self {
            Self::Compact => (1, 3, 12),
            Self::Medium => (2, 7, 12),
            Self::Large => (3, 12, 17),
        }
    }
}

/// Which form of the rows' names there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    /// `Practices at risk`
    Long,
    /// `Practices RISK`
    Flagged,
    /// `Pract RISK`
    Short,
    /// `Practices`: what must be said stands on a line below.
    Bare,
}

impl Names {
    /// A row's name with what must be said beside it.
    pub(super) fn text(self, row: &Row) -> String {
        let (name, flag) = match self {
            Self::Long => (&row.label, row.flag[0]),
            Self::Flagged => (&row.label, row.flag[1]),
            Self::Short => (&row.short, row.flag[1]),
            Self::Bare => (&row.label, ""),
        };
        format!("{name} {flag}").trim_end().to_owned()
    }
}

/// Which form of the notes there is room for beside the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notes {
    Long,
    Short,
    FirstShort,
    None,
}

/// Where everything of a grid goes.
pub(in crate::ui) struct Plan {
    pub(in crate::ui) density: Density,
    /// Rows that the grid takes.
    pub(in crate::ui) height: u16,
    /// Whether the columns' numbers stand above.
    pub(super) header: bool,
    /// The first row shown, where not all of them fit.
    pub(super) first: usize,
    pub(super) shown: usize,
    /// Blank lines between rows.
    gap: u16,
    /// The first row under which there is no blank line any more.
    gaps: usize,
    /// Columns of the names.
    pub(super) label: u16,
    pub(super) names: Names,
    pub(super) notes: Notes,
    /// Columns of the first note and of the second.
    note_widths: [u16; 2],
    /// Columns of a cell with the gap before it.
    pitch: u16,
    /// How many columns of cells there are.
    columns: u16,
}

impl Plan {
    /// Plans a grid for so many columns and rows, of which `keep` rows are needed for other things.
    pub(in crate::ui) fn of(grid: &Grid, width: u16, height: u16, keep: u16) -> Self {
        let room = height.saturating_sub(keep);
        let stages = grid.rows.iter().filter(|row| row.stage).count().saturating_sub(1);
        let spread = if grid.spread { u16::try_from(stages).unwrap_or(9) } else { 0 };
        for density in [Density::Large, Density::Medium] {
            let plan = Self::across(grid, width, density);
            if plan.pitch >= density.measures().1 && plan.rows(grid).saturating_add(spread) <= room {
                return plan.down(grid, room);
            }
        }
        Self::across(grid, width, Density::Compact).down(grid, room)
    }

    /// The columns: names, notes and cells.
    fn across(grid: &Grid, width: u16, density: Density) -> Self {
        let (_, least, most) = density.measures();
        let columns = grid.columns();
        let mut plan = Self {
            density,
            height: 0,
            header: true,
            first: 0,
            shown: grid.rows.len(),
            gap: 0,
            gaps: grid.rows.len(),
            label: 0,
            names: Names::Short,
            notes: Notes::None,
            note_widths: [0, 0],
            pitch: 0,
            columns,
        };
        // Notes stand under the names where a stage has several lines.
        let forms: &[Notes] = if density == Density::Compact {
            &[Notes::Long, Notes::Short, Notes::FirstShort, Notes::None]
        } else {
            &[Notes::None]
        };
        let names: &[Names] = match density {
            Density::Large => &[Names::Long, Names::Bare],
            Density::Medium | Density::Compact => &[Names::Long, Names::Flagged, Names::Short],
        };
        for wanted in [least.max(grid.least_pitch), least.max(4), least] {
            for notes in forms {
                for names in names {
                    plan.fit(grid, width, *names, *notes, most);
                    if plan.pitch >= wanted {
                        return plan;
                    }
                }
            }
        }
        plan
    }

    fn fit(&mut self, grid: &Grid, width: u16, names: Names, notes: Notes, most: u16) {
        self.names = names;
        self.notes = notes;
        // A row of one line may run into the first gap, which is free there unless notes stand beside the names.
        let free = |row: &Row| !row.stage && (row.notes.is_empty() || self.density != Density::Compact);
        let wide = |row: &Row| text::width(&self.name(row)).saturating_sub(u16::from(free(row)));
        self.label = grid.rows.iter().map(wide).max().unwrap_or(0);
        let widest = |place: usize, form: usize| {
            let notes = grid.rows.iter().filter_map(|row| row.notes.get(place));
            notes.map(|note| text::width(&note[form])).max().unwrap_or(0)
        };
        self.note_widths = match notes {
            Notes::Long => [widest(0, 0), widest(1, 0)],
            Notes::Short => [widest(0, 1), widest(1, 1)],
            Notes::FirstShort => [widest(0, 1), 0],
            Notes::None => [0, 0],
        };
        if self.density != Density::Compact {
            let two = widest(1, 1) > 0 && self.density == Density::Medium;
            let under = if two { super::UNDER } else { widest(0, 1).max(widest(1, 1)).saturating_sub(1) };
            self.label = self.label.max(under);
        }
        let beside = self.note_widths.iter().map(|width| if *width > 0 { width + 1 } else { 0 }).sum::<u16>();
        let cells = width.saturating_sub(self.label.saturating_add(beside));
        self.pitch = (cells / self.columns).min(most);
        // What is left over keeps the names from standing against the first cell's gap.
        let spare = cells.saturating_sub(self.pitch.saturating_mul(self.columns));
        self.label = self.label.saturating_add(spare.saturating_sub(1).min(4));
    }

    /// The rows: which are shown, and how far apart.
    fn down(mut self, grid: &Grid, room: u16) -> Self {
        let wanted = self.rows(grid);
        let less_one = |rows: usize| u16::try_from(rows.saturating_sub(1)).unwrap_or(9);
        let between = less_one(grid.rows.len());
        let stages = less_one(grid.rows.iter().filter(|row| row.stage).count());
        if wanted.saturating_add(between) <= room {
            self.gap = 1;
            self.height = wanted.saturating_add(between);
        } else if grid.spread && wanted.saturating_add(stages) <= room {
            // Between the stages only, where something will stand there.
            (self.gap, self.gaps) = (1, usize::from(stages));
            self.height = wanted.saturating_add(stages);
        } else if wanted <= room {
            self.height = wanted;
        } else {
            // Without the numbers all rows fit; or they scroll, and the marked one is always in sight.
            let scrolls = wanted.saturating_sub(1) > room;
            self.header = scrolls && room > 4;
            self.height = room;
            let shown = usize::from(room.saturating_sub(u16::from(self.header))).max(1);
            let last = grid.rows.len().saturating_sub(shown);
            self.shown = shown;
            // One more row is kept in sight below the marked one, to show that there is more.
            self.first = (grid.focus.row + 2).saturating_sub(shown.max(2)).min(last);
        }
        self
    }

    pub(super) fn gap_under(&self, row: usize) -> u16 {
        if row < self.gaps { self.gap } else { 0 }
    }

    /// The blank line under each row that is shown, where the plan leaves any.
    pub(in crate::ui) fn between(&self, grid: &Grid, area: Rect) -> Vec<(usize, Rect)> {
        let mut y = area.y.saturating_add(u16::from(self.header));
        let mut lines = Vec::new();
        for (number, row) in grid.rows.iter().enumerate().skip(self.first).take(self.shown) {
            y = y.saturating_add(self.lines(row));
            if self.gap_under(number) > 0 && y < area.bottom() {
                lines.push((number, Rect { y, height: 1, ..area }));
            }
            y = y.saturating_add(self.gap_under(number));
        }
        lines
    }

    /// Rows that the whole grid takes without gaps.
    fn rows(&self, grid: &Grid) -> u16 {
        grid.rows.iter().map(|row| self.lines(row)).fold(1, u16::saturating_add)
    }

    pub(super) fn lines(&self, row: &Row) -> u16 {
        if row.stage { self.density.measures().0 } else { 1 }
    }

    /// A row's name with what must be said beside it. Where stages have lines for notes, a row of one line has its
    /// first note behind a short name.
    pub(super) fn name(&self, row: &Row) -> String {
        match row.notes.first() {
            Some([_, note]) if !row.stage && self.density != Density::Compact => format!("{} {note}", row.short),
            _ => self.names.text(row),
        }
    }

    /// The place of a cell in its row, without the gap before it.
    pub(super) fn place(&self, row: Rect, column: u16) -> Rect {
        let names = self.label.saturating_add(self.note_widths[0]).saturating_add(u16::from(self.note_widths[0] > 0));
        let x = row.x.saturating_add(names).saturating_add(self.pitch.saturating_mul(column)).saturating_add(1);
        let width = self.pitch.saturating_sub(1).min(row.right().saturating_sub(x));
        Rect { x, width, ..row }
    }

    /// Column and width of the notes beside the names: the first before the cells, the second after them.
    pub(super) fn note_places(&self, row: Rect) -> impl Iterator<Item = (u16, u16)> {
        let [first, second] = self.note_widths;
        let before = (row.x.saturating_add(self.label).saturating_add(1), first);
        let after = (self.place(row, self.columns).x, second);
        let under = [(row.x, text::width(tr!("done"))), (row.x, super::UNDER)];
        let places = match self.density {
            Density::Compact => [before, after],
            Density::Medium => under,
            Density::Large => [(0, 0); 2],
        };
        places.into_iter().filter(|(_, width)| *width > 0)
    }
}
