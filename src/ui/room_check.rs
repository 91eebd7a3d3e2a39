//! The room check: a line for the person at the back, how far the picture reads, the five tones, the clicker's keys.
//!
//! Every line is as large as the rest of Plenary, for that is what is being checked.

use super::form::text_field;
use super::{Canvas, chrome, text};
use crate::view::{Frame, READ_ALOUD, Room, RoomCheckPage, Span, Tone, Value, window_size};
use ratatui::layout::Rect;

pub(super) fn draw(frame: &Frame, page: &RoomCheckPage, canvas: &mut Canvas) {
    let window = canvas.area();
    let right = window_size(window.width, window.height);
    let body = chrome::draw_frame(&Frame { right: [right.clone(), right], ..frame.clone() }, canvas);
    let theme = canvas.theme();
    let bold = theme.style(Tone::Marked);
    let gap = u16::from(body.height >= 16);
    let below = |y: u16| Rect { y, height: body.bottom().saturating_sub(y), ..body };
    let mut y = body.y;
    if body.height > 12 {
        y += canvas.put_wrapped(below(y), READ_ALOUD, theme.text);
        y += canvas.put_wrapped(below(y), page.aloud, bold) + gap;
    } else {
        y += canvas.put_wrapped(below(y), &page.aloud_in_short(), bold);
    }
    y += fields(page, canvas, below(y));
    y += canvas.put_wrapped(below(y), &page.distance(window.width, window.height, super::LEAST.1), theme.text) + gap;
    y += tones(&page.tones, canvas, below(y));
    if body.height > 12 {
        y += canvas.put_wrapped(below(y), page.asked, theme.text);
    }
    y += gap;
    if page.focus.is_none() {
        canvas.cursor(body.x, y.min(body.bottom().saturating_sub(1)));
    }
    y += canvas.put_wrapped(below(y), &page.clicker, theme.accent);
    canvas.put_wrapped(below(y), &page.learned, theme.text);
}

/// Both measures, on one line where they fit; gives the rows used.
fn fields(page: &RoomCheckPage, canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let wide = area.width >= 58;
    for ((place, field), number) in page.fields.iter().enumerate().zip(0_u16..) {
        let Value::Typed(typed, Room::Columns(width)) = field.value else { continue };
        let (x, y) = if wide { (area.x + number * 30, area.y) } else { (area.x, area.y + number) };
        let is_marked = page.focus == Some(place);
        let (arrow, tone) = if is_marked { ("► ", Tone::Marked) } else { ("  ", Tone::Text) };
        let used = canvas.put(x, y, 19, &format!("{arrow}{:<14}", field.name), theme.style(tone));
        let line = Rect { x: x + used, y, width, height: u16::from(y < area.bottom()) };
        canvas.fill(line, theme.strip);
        text_field(canvas, line, typed, is_marked);
        canvas.put(line.right() + 1, y, 2, "m", theme.style(tone));
    }
    if wide { 1 } else { 2 }
}

/// The five tones, as large as the cells of a map where there is room, else as many to a row as fit; gives the rows used.
fn tones(tones: &[Span], canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let wide = area.width.saturating_sub(4) / 5;
    if area.height >= 14 && tones.iter().all(|tone| text::width(&tone.text) <= wide) {
        for (tone, number) in tones.iter().zip(0_u16..) {
            let cell = Rect { x: area.x + number * (wide + 1), width: wide, height: 3, ..area };
            let style = theme.style(tone.tone);
            canvas.fill(cell, style);
            canvas.put_centred(cell.x, cell.y + 1, wide, &tone.text, style);
        }
        return 3;
    }
    let (mut x, mut row) = (area.x, 0);
    for tone in tones {
        if x > area.x && x + text::width(&tone.text) > area.right() {
            (x, row) = (area.x, row + 1);
        }
        if area.y + row < area.bottom() {
            x += canvas.put(x, area.y + row, area.right().saturating_sub(x), &tone.text, theme.style(tone.tone)) + 1;
        }
    }
    row + 1
}
