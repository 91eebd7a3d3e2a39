//! A slide of texts: each row stands in whole beside a bar in its tone, as large as there is room for, page by page.
//!
//! A clicker has one key to go on: nothing of a slide is behind anything else. What is too long for a page goes on at
//! the top of the next.

use super::face::{self, Scale};
use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, chrome, text};
use crate::app::{PageStart, Target};
use crate::view::{Frame, List, Row, Tone, Wall};
use ratatui::layout::Rect;

/// Columns of the bar with its sign, and before the words.
const BAR: u16 = 5;
const INDENT: u16 = 7;

/// Columns of a mark before words without a bar.
const MARK: u16 = 2;

/// The least columns and rows for labels in large letters, and for bars.
const LARGE: (u16, u16) = (76, 18);
const BARRED: u16 = 58;

/// A row, or what stands before or after the rows.
struct Block<'a> {
    row: Option<(usize, &'a Row)>,
    /// Lines of a heading above it, beside which there is no bar.
    head: u16,
    lines: Sheet,
}

/// Lines of a block on a page.
struct Part {
    block: usize,
    first: u16,
    rows: u16,
}

impl Part {
    /// Whether the block begins here; its heading may stand in the title.
    fn begins(&self, block: &Block) -> bool {
        self.first <= block.head
    }
}

pub(super) fn draw(frame: &Frame, list: &List, canvas: &mut Canvas) {
    let body = chrome::draw_below_title(frame, canvas);
    let theme = canvas.theme();
    let is_barred = body.width >= BARRED && list.rows.iter().any(|row| !sign(row).is_empty());
    let indent = if is_barred { INDENT } else { MARK };
    let blocks = blocks(list, Rect { width: body.width.saturating_sub(indent), ..body }, is_barred, theme);
    let pages = pages(&blocks, body.height);
    canvas.pages = pages.iter().map(|page| start(page, &blocks, list.rows.len())).collect();
    let from = list.page.unwrap_or_default().block;
    // Where it is turned for another window, the page that has what begins there.
    let page = canvas.pages.iter().rposition(|start| start.block <= from).unwrap_or(0);
    let page = pages.get(page);
    chrome::heading(frame, page.and_then(|page| heading_above(page, &blocks, list)), canvas);
    let Some(page) = page else { return };
    // Where no row is marked on the page the cursor stands at its beginning.
    canvas.cursor(body.x, body.y);
    let mut y = body.y;
    for part in page {
        let block = &blocks[part.block];
        let place = Rect { y, height: part.rows, ..body };
        let words = Rect { x: body.x + indent, width: body.width.saturating_sub(indent), ..place };
        match block.row {
            None => block.lines.put(canvas, Rect { x: body.x, width: body.width, ..place }, usize::from(part.first)),
            Some((number, row)) => {
                block.lines.put(canvas, words, usize::from(part.first));
                let head = block.head.saturating_sub(part.first).min(part.rows);
                let below = Rect { y: y + head, height: part.rows - head, ..place };
                if is_barred {
                    bar(row, !part.begins(block), canvas, below);
                }
                if number == list.marked {
                    canvas.put(words.x - MARK, below.y, 1, "►", theme.text);
                    canvas.cursor(words.x, below.y);
                }
                canvas.hit(place, Target::Line(number));
            }
        }
        y += part.rows + 1;
    }
}

/// The heading under which a page stands: the last one before what stands there first, which may be its own.
fn heading_above<'a>(page: &[Part], blocks: &[Block], list: &'a List) -> Option<&'a str> {
    let part = page.first()?;
    let (number, _) = blocks[part.block].row?;
    let mut above = list.rows.iter().take(number + 1).enumerate();
    let (place, last) = above.rfind(|(_, row)| !row.heading.is_empty())?;
    (place < number || part.first > 0).then_some(&last.heading)
}

fn sign(row: &Row) -> &str {
    row.wall.as_ref().map_or("", |wall| wall.sign.text.as_str())
}

fn start(page: &[Part], blocks: &[Block], rows: usize) -> PageStart {
    let part = page.first().map_or((0, 0), |part| {
        let block = &blocks[part.block];
        let above = u32::from(part.first) * 1_000_000 / u32::from(block.lines.rows().max(1));
        (part.block, if part.begins(block) { 0 } else { above })
    });
    PageStart { block: part, row: first_row(page, blocks, rows) }
}

/// The first row that begins on a page; the next one where none does.
fn first_row(page: &[Part], blocks: &[Block], rows: usize) -> usize {
    let begins = page.iter().find_map(|part| {
        let (number, _) = blocks[part.block].row?;
        Some(if part.begins(&blocks[part.block]) { number } else { number + 1 })
    });
    begins.unwrap_or_else(|| {
        let after = page.first().is_some_and(|part| part.block > 0);
        if after { rows } else { 0 }
    })
}

/// A bar in the tone of the row, with its sign; where the row goes on, only if that has room.
fn bar(row: &Row, goes_on: bool, canvas: &mut Canvas, area: Rect) {
    let Some(wall) = row.wall.as_ref().filter(|_| area.height > 0) else { return };
    let theme = canvas.theme();
    let style = if wall.sign.tone == Tone::Text { theme.strip } else { theme.style(wall.sign.tone) };
    let place = Rect { width: BAR, ..area };
    canvas.fill(place, style);
    let wide = face::width(&wall.sign.text, Scale::Small).filter(|wide| *wide <= BAR && area.height >= 3);
    match wide {
        Some(wide) => {
            face::put(canvas, place.x + (BAR - wide) / 2, place.y, &wall.sign.text, Scale::Small, style);
        }
        None if goes_on => {}
        None => canvas.put_centred(place.x, place.y, BAR, &wall.sign.text, theme.bold(style)),
    }
}

/// What stands on the slide, one under the other; `area` is what the words of a row have.
fn blocks<'a>(list: &'a List, area: Rect, is_barred: bool, theme: &Theme) -> Vec<Block<'a>> {
    let whole = area.width + if is_barred { INDENT } else { MARK };
    let plain = |text| Block { row: None, head: 0, lines: Sheet::of(text, whole, theme) };
    let is_large = whole >= LARGE.0 && area.height >= LARGE.1;
    let fits = |row: &Row| row.wall.as_ref().and_then(|wall| letters(wall, area.width)).is_some();
    // On all rows of a slide or on none: one label in small letters among large ones would read as less.
    let is_large = is_large && list.rows.iter().all(fits);
    let above = Some(&list.above).filter(|text| !text.is_empty());
    let below = Some(&list.below).filter(|text| !text.is_empty());
    let empty = Some(&list.empty).filter(|_| list.rows.is_empty());
    let rows = list.rows.iter().enumerate().map(|(number, row)| {
        let mut lines = Sheet::new(area.width);
        if !row.heading.is_empty() {
            lines.text(0, &row.heading, theme.accent);
        }
        let head = lines.rows();
        if let Some(wall) = &row.wall {
            label(wall, &mut lines, is_large, theme);
        }
        lines.add(&row.more, theme);
        while is_barred && lines.rows() < head + Scale::Small.rows() {
            lines.line(Vec::new());
        }
        Block { row: Some((number, row)), head, lines }
    });
    let before = above.into_iter().chain(empty).map(plain);
    before.chain(rows).chain(below.map(plain)).collect()
}

/// A label in large letters, if there is room.
fn letters(wall: &Wall, width: u16) -> Option<Vec<String>> {
    let letters = wall.label.to_uppercase();
    let rows = face::rows(&letters, Scale::Small)?;
    face::width(&letters, Scale::Small).filter(|wide| *wide <= width).map(|_| rows)
}

/// What the row is about and how it stands: in large letters and below them, or in one line where that has room.
fn label(wall: &Wall, lines: &mut Sheet, is_large: bool, theme: &Theme) {
    let (width, beside) = (lines.width(), wall.beside.join(" · "));
    if let Some(rows) = letters(wall, width).filter(|_| is_large) {
        // At the foot of the letters where it fits, else below them.
        let last = rows.len().saturating_sub(1);
        let fits = rows.iter().all(|row| text::width(row) + text::width(&beside) + 2 <= width);
        for (place, row) in rows.into_iter().enumerate() {
            let beside = (fits && place == last).then(|| (format!("  {beside}"), theme.style(Tone::Marked)));
            lines.line(std::iter::once((row, theme.accent)).chain(beside).collect());
        }
        if !fits {
            lines.text(0, &beside, theme.style(Tone::Marked));
        }
    } else if text::width(&wall.label) + text::width(&beside) + 2 <= width {
        lines.line(vec![(wall.label.clone(), theme.accent), (format!("  {beside}"), theme.style(Tone::Marked))]);
    } else {
        lines.text(0, &wall.label, theme.accent);
        lines.text(0, &beside, theme.style(Tone::Marked));
    }
}

/// Parts the blocks into pages of so many rows, a blank one between two; only what is too long for a page is broken.
fn pages(blocks: &[Block], height: u16) -> Vec<Vec<Part>> {
    let height = height.max(1);
    let mut pages: Vec<Vec<Part>> = Vec::new();
    let mut used = height;
    for (number, block) in blocks.iter().enumerate() {
        let (rows, mut first) = (block.lines.rows(), 0);
        while first < rows {
            let room =
                if pages.last().is_some_and(|page| !page.is_empty()) { height.saturating_sub(used + 1) } else { 0 };
            let left = rows - first;
            let part = if left <= room { left } else { 0 };
            if part > 0 {
                pages.last_mut().into_iter().for_each(|page| page.push(Part { block: number, first, rows: part }));
                (used, first) = (used + 1 + part, first + part);
            } else {
                // The title of a page says the heading under which it stands.
                first = if first == 0 && number > 0 { block.head } else { first };
                let part = (rows - first).min(height);
                pages.push(vec![Part { block: number, first, rows: part }]);
                (used, first) = (part, first + part);
            }
        }
    }
    pages
}
