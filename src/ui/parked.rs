//! The parked list: a line for each item, with how it stands and what was noted.
//!
//! The list around the mark is shown where not all of it fits.

use super::{Canvas, chrome, text, wording};
use crate::app::{App, Parked};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Columns before an item's mark: arrow, id and label.
const NAME: u16 = 18;

pub(super) fn draw(app: &App, parked: Parked, canvas: &mut Canvas) {
    let (Some(workshop), Some(map)) = (&app.cx.workshop, app.cx.heat_map()) else { return };
    let items = app.cx.parked();
    let right = format!("{} parked", items.len());
    let title = wording::heading(canvas, "TO COME BACK TO", workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    if items.is_empty() {
        canvas.put_wrapped(body, "Nothing is parked any more. Esc closes this list.", theme.text);
        canvas.cursor(body.x, body.y);
        return;
    }
    let line = parked.line.min(items.len() - 1);
    let rows = usize::from(body.height.max(1));
    // Spare rows give space, and a second row to what is said of an item.
    let per = (rows.saturating_sub(1) / items.len()).clamp(1, 3);
    let spaced = per > 1;
    let first = line.saturating_sub((rows / per).saturating_sub(1).min(rows.saturating_sub(2)));
    let mut y = body.y + u16::from(spaced);
    for (number, (cell, stage, feature)) in items.iter().enumerate().skip(first) {
        if y >= body.bottom() {
            break;
        }
        let marked = number == line;
        let arrow = if marked { "►" } else { " " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let name = format!("{arrow} {:<4}{}", feature.id.as_str(), feature.label);
        canvas.put(body.x, y, NAME, &name, style);
        let mut x = body.x + NAME;
        if let Some(reading) = map.at(*cell).copied() {
            let (_, tone) = wording::tag(theme, reading);
            let words = format!(" {} ", wording::rating(&app.cx.framework, stage, reading));
            x += canvas.put(x, y, body.right().saturating_sub(x), &words, tone) + 1;
        }
        let note = workshop.session.answer(&feature.id).note.trim().to_owned();
        let words = if note.is_empty() { feature.text.clone() } else { note };
        let room = Rect { x, y, width: body.right().saturating_sub(x), height: if per == 3 { 2 } else { 1 } };
        if room.width > 12 && text::width(&words) > 0 {
            canvas.put_wrapped(room, &words, theme.text);
        }
        if marked {
            canvas.cursor(body.x, y);
        }
        y = y.saturating_add(u16::try_from(per).unwrap_or(1));
    }
}
