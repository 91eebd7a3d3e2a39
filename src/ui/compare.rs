//! The grid with the changes: the same picture as the heat map, and in each cell which way it went.

use super::grid::Plan;
use super::{Canvas, chrome, text};
use crate::view::{ChangeMap, Frame};
use ratatui::layout::Rect;

/// Rows below the grid that are never given up: the marked item, what went up and what went down.
const KEEP: u16 = 3;

/// Columns of the word before a list.
const HEAD: u16 = 8;

pub(super) fn draw(frame: &Frame, page: &ChangeMap, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    // A blank line below one line of counts, where there is room for it.
    let used = counts(page, canvas, body).max(1 + u16::from(body.height >= 16));
    let below = Rect { y: body.y.saturating_add(used), height: body.height.saturating_sub(used), ..body };
    let mut narrow = None;
    if below.width < 58 {
        let grid = narrow.insert(page.grid.clone());
        for (cell, mark) in &page.narrow {
            if let Some(item) = grid.rows.get_mut(cell.row).and_then(|row| row.items.get_mut(cell.column)) {
                item.mark.clone_from(mark);
            }
        }
    }
    let grid = narrow.as_ref().unwrap_or(&page.grid);
    // Digits of blocks would leave out which way it went.
    let most: u16 = grid.rows.iter().map(|row| if row.stage { 3 } else { 1 }).sum();
    let plan = Plan::of(grid, below.width, below.height.min(most.saturating_add(KEEP)), KEEP);
    grid.draw(canvas, below, &plan);
    let height = below.height.saturating_sub(plan.height);
    lines(page, canvas, Rect { y: below.y.saturating_add(plan.height), height, ..below });
}

/// The counts with their signs, which are the legend, in lines of whole pieces: `▲ UP 7   = SAME 20   ▼ DOWN 3`. Gives
/// how many lines they take, two at most.
fn counts(page: &ChangeMap, canvas: &mut Canvas, area: Rect) -> u16 {
    let style = canvas.theme().accent;
    let most = if area.height >= 12 { 2 } else { 1 };
    let (mut x, mut row) = (area.x, 0);
    for (sign, count) in page.signs.iter().zip(&page.counts) {
        let piece = format!("{sign} {count}");
        let width = text::width(piece.trim_start());
        if x > area.x && x + width > area.right() {
            (x, row) = (area.x, row + 1);
        }
        if row == most {
            return most;
        }
        canvas.put(x, area.y + row, width, piece.trim_start(), style);
        x += width + 3;
    }
    row + 1
}

/// The marked item in words, and the lists of what changed, as many as there is room for.
fn lines(page: &ChangeMap, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let head = |head: &str| format!("{head:<width$} ", width = usize::from(HEAD) - 1);
    let marked = page.marked.iter().map(|[name, words]| (name.clone(), words.clone()));
    let lists = page.lists.iter().map(|(name, items)| {
        let head = head(name);
        let room = area.width.saturating_sub(text::width(&head));
        (head, fitting(items, room))
    });
    let facts = page.facts.iter().filter_map(|(name, forms)| {
        let head = head(name);
        let room = area.width.saturating_sub(text::width(&head));
        let words = forms.iter().find(|words| text::width(words) <= room).filter(|words| !words.is_empty())?;
        Some((head, words.clone()))
    });
    let said: Vec<(String, String)> = marked.chain(lists).chain(facts).collect();
    // One blank line under the grid where there is room for it.
    let first = area.y.saturating_add(u16::from(usize::from(area.height) > said.len()));
    for ((head, words), y) in said.iter().zip(first..area.bottom()) {
        let used = canvas.put(area.x, y, area.width, head, theme.accent);
        let rest = Rect { x: area.x + used, y, width: area.width.saturating_sub(used), height: 1 };
        canvas.put_wrapped(rest, words, theme.text);
    }
}

/// `Joint work 2 to 4 · Funding 1 to 2 · 3 more`: whole items, as many as fit.
fn fitting(items: &[String], width: u16) -> String {
    let mut words = String::new();
    for (place, item) in items.iter().enumerate() {
        let longer = if words.is_empty() { item.clone() } else { format!("{words} · {item}") };
        let left = items.len() - place - 1;
        let tail = if left == 0 { 0 } else { text::width(&tr!(" · {left} more", left)) };
        if text::width(&longer) + tail > width && place > 0 {
            return words + &tr!(" · {left} more", left = left + 1);
        }
        words = longer;
    }
    if words.is_empty() { tr!("nothing").to_owned() } else { words }
}
