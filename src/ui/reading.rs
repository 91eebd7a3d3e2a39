//! A text to read, in one column or two.

use super::sheet::Sheet;
use super::{Canvas, chrome};
use crate::view::{Frame, Reading};
use ratatui::layout::Rect;

pub(super) fn draw(frame: &Frame, reading: &Reading, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let theme = canvas.theme();
    if reading.two_columns.is_none_or(|columns| body.width < columns) {
        let mut sheet = Sheet::of(&reading.lead, body.width, theme);
        sheet.add(&reading.text, theme);
        return sheet.show(canvas, body, reading.scroll);
    }
    let lead = Sheet::of(&reading.lead, body.width, theme);
    lead.put(canvas, body, 0);
    let rows = u16::try_from(lead.len()).unwrap_or(u16::MAX).saturating_add(1);
    let below = Rect { y: body.y.saturating_add(rows), height: body.height.saturating_sub(rows), ..body };
    let width = body.width / 2 - 2;
    let (left, right) = Sheet::of(&reading.text, width, theme).halved();
    let column = Rect { width, ..below };
    right.show(canvas, Rect { x: below.x + width + 4, ..column }, reading.scroll);
    left.show(canvas, column, reading.scroll);
}
