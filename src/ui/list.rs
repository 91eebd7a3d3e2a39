//! A list: its rows, the marked one always in sight, what stands above and below, and how much more there is.

use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, chrome, text};
use crate::app::Target;
use crate::view::{Column, Frame, List, Row, Tone};
use ratatui::layout::Rect;

/// Columns before a row, for its mark.
const MARK: u16 = 2;

/// Columns before what does not fit beside the rest of a row.
const INDENT: u16 = 4;

pub(super) fn draw(frame: &Frame, list: &List, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let theme = canvas.theme();
    let above = Sheet::of(&list.above, body.width, theme);
    let below = Sheet::of(&list.below, body.width, theme);
    let used = above.rows().min(body.height / 3);
    above.put(canvas, Rect { height: used, ..body }, 0);
    // A row apart where there is room, so that what stands around the rows is not taken for one.
    let gap = u16::from(used > 0 && body.height > 12);
    let top = used + gap;
    if list.rows.is_empty() {
        let empty = Rect { y: body.y + top, height: body.height.saturating_sub(top), ..body };
        return Sheet::of(&list.empty, body.width, theme).show(canvas, empty, 0);
    }
    let foot = below.rows().min(body.height / 3);
    below.put(canvas, Rect { y: body.bottom().saturating_sub(foot), height: foot, ..body }, 0);
    let foot = foot + u16::from(foot > 0 && body.height > 12);
    let rows = Rect { y: body.y + top, height: body.height.saturating_sub(top + foot), ..body };
    draw_rows(list, canvas, rows);
}

/// Draws the rows into an area, set apart where all of them fit so.
pub(super) fn draw_rows(list: &List, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let marked = list.marked.min(list.rows.len().saturating_sub(1));
    let columns = laid_out(&list.columns, area.width.saturating_sub(MARK));
    let sheets: Vec<Sheet> = (list.rows.iter().enumerate())
        .map(|(number, row)| sheet(row, &columns, area.width.saturating_sub(MARK), number == marked, theme))
        .collect();
    let lines: u16 = sheets.iter().map(Sheet::rows).sum();
    let apart = list.spaced || sheets.iter().any(|sheet| sheet.rows() > 1);
    let gaps = u16::try_from(sheets.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let gap = u16::from(apart && lines.saturating_add(gaps) <= area.height);
    let scrolls = lines > area.height;
    let shown = if scrolls { area.height.saturating_sub(1) } else { area.height };
    let first = first_in_sight(&sheets, marked, usize::from(shown), scrolls);
    let bottom = area.y + shown;
    let mut y = area.y;
    for (number, sheet) in sheets.iter().enumerate().skip(first) {
        if y >= bottom {
            break;
        }
        let row = Rect { y, height: sheet.rows().min(bottom - y), ..area };
        sheet.put(canvas, Rect { x: row.x + MARK, width: row.width.saturating_sub(MARK), ..row }, 0);
        if number == marked {
            let line = row.y + u16::from(!list.rows[number].heading.is_empty());
            canvas.put(row.x, line, MARK, "►", theme.text);
            canvas.cursor(row.x, line);
        }
        canvas.hit(row, Target::Line(number));
        y = y.saturating_add(row.height + gap);
    }
    if scrolls {
        let more = if y >= bottom && first + 1 < sheets.len() { ": more below" } else { "" };
        let words = format!("{} of {}{more}", marked + 1, sheets.len());
        canvas.put(area.x, area.bottom().saturating_sub(1), area.width, &words, theme.muted);
    }
}

/// The columns that are shown in so many columns of the screen, each with its place among the cells and its width.
fn laid_out(columns: &[Column], width: u16) -> Vec<(usize, Column)> {
    let shown = columns.iter().copied().enumerate().filter(|(_, column)| column.from <= width);
    let mut shown: Vec<(usize, Column)> = shown.collect();
    let used: u16 = shown.iter().map(|(_, column)| column.width).sum();
    for (_, column) in shown.iter_mut().filter(|(_, column)| column.width == 0) {
        column.width = width.saturating_sub(used);
    }
    shown
}

/// A row: its cells in columns, or one after the other and what does not fit there below; then the rest of it.
fn sheet(row: &Row, columns: &[(usize, Column)], width: u16, marked: bool, theme: &Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    if !row.heading.is_empty() {
        sheet.text(0, &row.heading, theme.accent);
    }
    let tone = |tone| if marked && tone == Tone::Text { Tone::Marked } else { tone };
    let mut line = Vec::new();
    if columns.is_empty() {
        let mut used = 0;
        let mut below = Vec::new();
        for cell in &row.cells {
            let wide = text::width(&cell.text);
            if used + wide <= width && below.is_empty() {
                line.push((format!("{} ", cell.text), theme.style(tone(cell.tone))));
                used += wide + 1;
            } else {
                below.push(cell);
            }
        }
        sheet.line(line);
        for cell in below {
            sheet.text(INDENT, &cell.text, theme.style(cell.tone));
        }
    } else {
        for (place, column) in columns {
            let Some(cell) = row.cells.get(*place) else { continue };
            // The last column of a cell stays blank.
            let room = column.width.saturating_sub(1);
            let words = text::shortened(&cell.text, room);
            let blank = " ".repeat(usize::from(room.saturating_sub(text::width(&words))));
            let words = if column.right { format!("{blank}{words} ") } else { format!("{words}{blank} ") };
            line.push((words, theme.style(tone(cell.tone))));
        }
        sheet.line(line);
    }
    sheet.add(&row.more, theme);
    sheet
}

/// The first row in sight: the marked one stands in the middle, where there is more on both sides of it.
fn first_in_sight(sheets: &[Sheet], marked: usize, shown: usize, scrolls: bool) -> usize {
    if !scrolls {
        return 0;
    }
    let lines = |range: &[Sheet]| range.iter().map(Sheet::len).sum::<usize>();
    // As far back as the marked row stays in the upper half, and no farther back than fills the area at the end.
    let middle = (0..=marked).find(|first| lines(&sheets[*first..marked]) <= shown / 2).unwrap_or(marked);
    let last = (0..=marked).rev().find(|first| lines(&sheets[*first..]) >= shown).unwrap_or(0);
    middle.min(last)
}
