//! A list: its rows, the marked one always in sight, what stands above and below, and how much more there is.

use super::canvas::BIG;
use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, chrome, text};
use crate::app::Target;
use crate::view::{Column, Frame, List, More, Numbers, Row, Tone};
use ratatui::layout::Rect;
use std::ops::Range;

/// Columns before a row, for its mark.
const MARK: u16 = 2;

/// Columns that say whether a row is chosen.
const CHOSEN: u16 = 4;

/// Columns before what does not fit beside the rest of a row.
const INDENT: u16 = 2;

pub(super) fn draw(frame: &Frame, list: &List, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let theme = canvas.theme();
    let below = Sheet::of(&list.below, body.width, theme);
    let rows = u16::try_from(list.rows.len()).unwrap_or(u16::MAX);
    let body = big(frame, list, canvas, body, rows.saturating_add(below.rows()));
    draw_in(list, canvas, body);
}

pub(super) fn draw_in(list: &List, canvas: &mut Canvas, body: Rect) {
    let theme = canvas.theme();
    let below = Sheet::of(&list.below, body.width, theme);
    let rows = u16::try_from(list.rows.len()).unwrap_or(u16::MAX);
    let above = Sheet::of(&list.above, body.width, theme);
    let used = above.rows().min(body.height * 2 / 5);
    above.cut(used).put(canvas, Rect { height: used, ..body }, 0);
    let fits = body.height >= rows.saturating_add(used + below.rows());
    let foot = if fits { below.rows() } else { below.rows().min(body.height / 3) };
    below.cut(foot).put(canvas, Rect { y: body.bottom().saturating_sub(foot), height: foot, ..body }, 0);
    // A row apart where there is room, so that what stands around the rows is not taken for one.
    let spare = body.height > rows.saturating_add(used + foot + 1);
    let (top, foot) = (used + u16::from(used > 0 && spare), foot + u16::from(foot > 0 && spare));
    let area = Rect { y: body.y + top, height: body.height.saturating_sub(top + foot), ..body };
    if list.rows.is_empty() {
        return Sheet::of(&list.empty, body.width, theme).show(canvas, area, 0);
    }
    let area = if matches!(list.more, More::AtFoot) { at_foot(list, canvas, area) } else { area };
    draw_rows(list, canvas, area);
}

/// The name at the top, big where there is room for it; gives the area below.
fn big(frame: &Frame, list: &List, canvas: &mut Canvas, body: Rect, others: u16) -> Rect {
    if list.big.is_empty() {
        return body;
    }
    let theme = canvas.theme();
    let letters = u16::try_from(list.big.len()).unwrap_or(u16::MAX);
    let roomy = body.height >= others + BIG.1 + 4 && body.width >= BIG.0.saturating_mul(letters);
    // Big letters would reach under what stands in the heading.
    let y = body.y - u16::from(!roomy || frame.saved.is_none());
    let used = if roomy {
        canvas.big(body.x, y, list.big, theme.accent);
        BIG.1 + 1
    } else {
        canvas.put(body.x, y, body.width, list.big, theme.accent);
        1
    };
    Rect { y: y + used, height: body.bottom().saturating_sub(y + used), ..body }
}

/// Draws what is said of the marked row under a rule at the foot; gives the area above it. The rows keep at least half.
fn at_foot(list: &List, canvas: &mut Canvas, area: Rect) -> Rect {
    let Some(row) = list.rows.get(list.marked.min(list.rows.len().saturating_sub(1))) else { return area };
    let sheet = Sheet::of(&row.more, area.width, canvas.theme());
    let foot = sheet.rows().min(area.height / 2);
    let above = Rect { height: area.height.saturating_sub(foot + 1), ..area };
    canvas.rule(area.x, above.bottom(), area.width);
    sheet.cut(foot).put(canvas, Rect { y: above.bottom() + 1, height: foot, ..area }, 0);
    above
}

/// Draws the rows into an area, set apart where all of them fit so.
pub(super) fn draw_rows(list: &List, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let marked = list.marked.min(list.rows.len().saturating_sub(1));
    let width = area.width.saturating_sub(MARK);
    let lines_of = |sheets: &[Sheet]| sheets.iter().map(Sheet::rows).fold(0, u16::saturating_add);
    // Of a long list no row farther from the marked one than the area is high can be in sight.
    let high = usize::from(area.height);
    let near = marked.saturating_sub(high)..list.rows.len().min(marked + high + 1);
    let mut sheets = sheets(list, near.clone(), width, true, theme);
    if list.columns.iter().any(|column| column.wraps) && lines_of(&sheets) > area.height {
        sheets = self::sheets(list, near.clone(), width, false, theme);
    }
    let lines = lines_of(&sheets);
    let headings = list.rows[near.clone()].iter().filter(|row| !row.heading.is_empty()).count();
    let apart = list.spaced || usize::from(lines) > sheets.len() + headings;
    let gaps = u16::try_from(sheets.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let gap = u16::from(apart && lines.saturating_add(gaps) <= area.height);
    let scrolls = lines > area.height;
    // Of one line the row has it.
    let counts = scrolls && !list.counted && area.height > 1;
    let shown = if counts { area.height.saturating_sub(1) } else { area.height };
    let first = first_in_sight(&sheets, marked - near.start, usize::from(shown), scrolls);
    let bottom = area.y + shown;
    let (mut y, mut last) = (area.y, marked);
    for (number, sheet) in near.clone().zip(&sheets).skip(first) {
        if y >= bottom {
            break;
        }
        let row = Rect { y, height: sheet.rows().min(bottom - y), ..area };
        if row.height == sheet.rows() {
            last = number;
        }
        sheet.put(canvas, Rect { x: row.x + MARK, width: row.width.saturating_sub(MARK), ..row }, 0);
        if number == marked {
            let line = row.y + u16::from(!list.rows[number].heading.is_empty());
            canvas.put(row.x, line, MARK, "►", theme.text);
            canvas.cursor(row.x, line);
        }
        canvas.hit(row, Target::Line(list.first + number));
        y = y.saturating_add(row.height + gap);
    }
    if counts {
        let all = list.rows.len();
        let more = if last + 1 < all { tr!(": more below") } else { "" };
        let words = tr!("{number} of {all}{more}", number = marked + 1, all, more);
        canvas.put(area.x, area.bottom().saturating_sub(1), area.width, &words, theme.muted);
    }
}

/// The names of the columns over a rule; gives the rows used.
pub(super) fn head(list: &List, canvas: &mut Canvas, area: Rect) -> u16 {
    let style = canvas.theme().muted;
    let chosen = if list.rows.iter().any(|row| row.chosen.is_some()) { CHOSEN } else { 0 };
    let mut x = area.x + MARK + chosen;
    for (_, column) in laid_out(&list.columns, area.width.saturating_sub(MARK + chosen)) {
        canvas.put(x, area.y, column.width, column.name, style);
        x += column.width;
    }
    canvas.rule(area.x, area.y + 1, area.width);
    2
}

/// How many rows a list takes in so many columns.
pub(super) fn rows(list: &List, width: u16, theme: &Theme) -> u16 {
    let sheets = sheets(list, 0..list.rows.len(), width.saturating_sub(MARK), true, theme);
    sheets.iter().map(Sheet::rows).fold(0, u16::saturating_add)
}

/// Some of the rows laid out; whether the last cell of each takes as many lines as it needs.
fn sheets(list: &List, rows: Range<usize>, width: u16, wrapped: bool, theme: &Theme) -> Vec<Sheet> {
    let number = if list.numbers == Numbers::Shown { text::width(&format!("{} ", list.rows.len())) } else { 0 };
    let chosen = if list.rows.iter().any(|row| row.chosen.is_some()) { CHOSEN } else { 0 };
    let columns = laid_out(&list.columns, width.saturating_sub(number + chosen));
    let all = matches!(list.more, More::Under(least) if least <= width + MARK);
    let one = |(number, row): (usize, &Row)| {
        let here = number == list.marked.min(list.rows.len().saturating_sub(1));
        let before = if list.numbers == Numbers::Shown { format!("{} ", number + 1) } else { String::new() };
        let more = all || here && matches!(list.more, More::Under(_));
        Shape { before, columns: &columns, width, marked: here, wrapped: wrapped || here, more }.sheet(row, theme)
    };
    list.rows.iter().enumerate().take(rows.end).skip(rows.start).map(one).collect()
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

/// The columns of a cell's words and the blank behind them; nothing where there are none.
fn needed(row: &Row, place: usize) -> u16 {
    row.cells.get(place).map_or(0, |cell| match text::width(cell.in_full()) {
        0 => 0,
        wide => wide + 1,
    })
}

/// How a row is laid out.
struct Shape<'a> {
    /// What stands before its cells.
    before: String,
    columns: &'a [(usize, Column)],
    width: u16,
    marked: bool,
    /// Whether the last cell takes as many lines as it needs.
    wrapped: bool,
    /// Whether all that is said of it stands below.
    more: bool,
}

impl Shape<'_> {
    /// Lets a cell that is longer than its column reach over blank ones behind it, and over the blanks before a number.
    fn widen(row: &Row, columns: &mut [(usize, Column)], number: usize) {
        let (before, behind) = columns.split_at_mut(number + 1);
        let Some((place, column)) = before.last_mut().filter(|(_, column)| !column.right && !column.wraps) else {
            return;
        };
        let mut missing = needed(row, *place).saturating_sub(column.width);
        for (place, other) in behind {
            let words = needed(row, *place);
            if missing == 0 || words > 0 && !other.right {
                return;
            }
            let taken = other.width.saturating_sub(words).min(missing);
            (column.width, other.width, missing) = (column.width + taken, other.width - taken, missing - taken);
            if words > 0 {
                return;
            }
        }
    }

    /// A row: its cells in columns, or one after the other and what does not fit there below; then the rest of it.
    fn sheet(&self, row: &Row, theme: &Theme) -> Sheet {
        let mut sheet = Sheet::new(self.width);
        if !row.heading.is_empty() {
            sheet.text(0, &row.heading, theme.accent);
        }
        let tone = |tone| if self.marked && tone == Tone::Text { Tone::Marked } else { tone };
        let chosen = row.chosen.map_or("", |chosen| if chosen { "[X] " } else { "[ ] " });
        let before = format!("{}{chosen}", self.before);
        let mut used = text::width(&before);
        let mut below = Vec::new();
        let mut line = vec![(before, theme.style(tone(Tone::Text)))];
        if self.columns.is_empty() {
            for (place, cell) in row.cells.iter().enumerate() {
                let words =
                    [cell.in_full(), &cell.text].into_iter().find(|form| used + text::width(form) <= self.width);
                match words.filter(|_| below.is_empty()) {
                    Some(words) => {
                        line.push((words.to_owned(), theme.style(tone(cell.tone))));
                        line.push((" ".into(), theme.text));
                        used += text::width(words) + 1;
                    }
                    // A name that no line holds takes two, and nothing stands beside it.
                    None if place == 0 => {
                        sheet.term(std::mem::take(&mut line), &cell.text, theme.style(tone(cell.tone)));
                        used = self.width;
                    }
                    None => below.push(cell),
                }
            }
        }
        let mut columns = self.columns.to_vec();
        for number in 0..columns.len() {
            Self::widen(row, &mut columns, number);
            let (place, column) = &columns[number];
            let Some(cell) = row.cells.get(*place) else { continue };
            if column.wraps && self.wrapped {
                sheet.term(std::mem::take(&mut line), cell.in_full(), theme.style(tone(cell.tone)));
                continue;
            }
            // The last column of a cell stays blank.
            let room = column.width.saturating_sub(1);
            let words =
                text::shortened(if text::width(cell.in_full()) <= room { cell.in_full() } else { &cell.text }, room);
            let blank = " ".repeat(usize::from(room.saturating_sub(text::width(&words))));
            let words = if column.right { format!("{blank}{words}") } else { format!("{words}{blank}") };
            line.push((words, theme.style(tone(cell.tone))));
            line.push((" ".into(), theme.text));
        }
        if !line.is_empty() {
            sheet.line(line);
        }
        for cell in below.into_iter().filter(|_| self.more) {
            sheet.text(INDENT, &cell.text, theme.style(cell.tone));
        }
        if self.more {
            let mut rest = Sheet::new(self.width.saturating_sub(INDENT));
            rest.add(&row.more, theme);
            sheet.add_indented(INDENT, rest);
        }
        sheet
    }
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
    let first = middle.min(last);
    // A tall row before the marked one must not push it out of sight.
    (first..=marked).find(|first| lines(&sheets[*first..=marked]) <= shown).unwrap_or(marked)
}
