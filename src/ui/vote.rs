//! The box in which a vote is taken: whose votes come next, how many are in, and the answers, each of which takes a click.

use super::{Canvas, chrome, list, text};
use crate::view::{Frame, VoteBox, Words};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The most columns of the box, and of a window that names not all of its keys at its foot.
const WIDEST: u16 = 76;
const FOOT: u16 = 70;

/// Rows from which it is set apart from its border.
const ROOMY: u16 = 20;

/// Columns between two answers, and between two keys.
const APART: u16 = 2;
const KEYS_APART: u16 = 3;

pub(super) fn draw(frame: &Frame, vote: &VoteBox, canvas: &mut Canvas, widest: u16) {
    let (area, theme) = (canvas.area(), canvas.theme());
    let width = widest.min(WIDEST);
    let inside = width.saturating_sub(4);
    let [long, short] = &vote.explained;
    let explained = if is_one_line(long, 1, inside) { long } else { short };
    let answers = match vote.choices.split_last() {
        Some((_, without)) if !is_one_line(&vote.choices, APART, inside) => without,
        _ => &vote.choices,
    };
    let is_named = inside >= FOOT || !is_one_line(&vote.keys, KEYS_APART, inside);
    let keys = if is_named { &[] } else { &vote.keys[..] };
    let above = rows(explained, 1, inside);
    let below = [(answers, APART, theme.accent), (keys, KEYS_APART, theme.muted)];
    let foot: u16 = below.iter().map(|(words, gap, _)| rows(words, *gap, inside)).sum();
    let groups = u16::try_from(vote.list.rows.len()).unwrap_or(u16::MAX);
    // Borders, and a row between the groups and the answers.
    let all = groups.saturating_add(above + foot + 3);
    let roomy = u16::from(area.height >= ROOMY);
    let more = if keys.is_empty() { 3 } else { 2 };
    let height = all.saturating_add(roomy * more).min(area.height.saturating_sub(8).max(8));
    let heading = vote.headings.iter().find(|words| text::width(words) + 2 <= inside).or(vote.headings.last());
    let inside = chrome::dialog(frame, canvas, width, height, heading.map_or("", String::as_str));
    let inside = Rect { y: inside.y + roomy, height: inside.height.saturating_sub(2 * roomy), ..inside };
    flow(explained, 1, theme.muted, canvas, inside);
    let spare = inside.height.saturating_sub(groups.saturating_add(above + foot));
    let (over, under) = (above + u16::from(spare > 1), foot + u16::from(spare > 0));
    let rows = Rect { y: inside.y + over, height: inside.height.saturating_sub(over + under), ..inside };
    list::draw_rows(&vote.list, canvas, rows);
    let mut y = inside.bottom().saturating_sub(foot);
    for (words, gap, style) in below {
        y += flow(words, gap, style, canvas, Rect { y, height: inside.bottom().saturating_sub(y), ..inside });
    }
}

fn is_one_line(words: &[Words], gap: u16, width: u16) -> bool {
    rows(words, gap, width) <= 1
}

fn rows(words: &[Words], gap: u16, width: u16) -> u16 {
    places(words, gap, width).last().map_or(0, |(_, row)| row + 1)
}

/// The column and the row of each of some words, one after the other while they fit.
fn places(words: &[Words], gap: u16, width: u16) -> Vec<(u16, u16)> {
    let (mut x, mut y) = (0, 0);
    let place = |one: &Words| {
        let wide = text::width(&one.words);
        if x > 0 && x + wide > width {
            (x, y) = (0, y + 1);
        }
        let place = (x, y);
        x += wide + gap;
        place
    };
    words.iter().map(place).collect()
}

/// Puts words one after the other, each where a click meets it; gives the rows used.
fn flow(words: &[Words], gap: u16, style: Style, canvas: &mut Canvas, area: Rect) -> u16 {
    for (one, (x, row)) in words.iter().zip(places(words, gap, area.width)).filter(|(_, (_, row))| *row < area.height) {
        let (x, y) = (area.x + x, area.y + row);
        let width = canvas.put(x, y, area.right().saturating_sub(x), &one.words, style);
        if let Some(target) = one.target {
            canvas.hit(Rect { x, y, width, height: 1 }, target);
        }
    }
    rows(words, gap, area.width)
}
