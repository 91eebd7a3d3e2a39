//! Writing a minority statement, in a box over the page it belongs to.
//!
//! It says that nobody is named unless they ask for it.

use super::setup::text_field;
use super::{Canvas, chrome};
use crate::app::{App, DissentForm};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, form: &DissentForm, canvas: &mut Canvas) {
    let area = canvas.area();
    let theme = canvas.theme();
    let width = area.width.saturating_sub(4).min(96);
    let height = area.height.saturating_sub(8).clamp(8, 14);
    let level = words::at_level(form.level);
    let title = format!("Minority statement {}: {} {}{level}", form.place + 1, form.feature.id, form.feature.label);
    let inside = chrome::dialog(app, canvas, width, height, &title);
    let explained = "For the record, in their own words. Esc keeps it.";
    let used = canvas.put_wrapped(Rect { height: 1, ..inside }, explained, theme.muted);
    let last = inside.bottom().saturating_sub(1);
    let typed = Rect { y: inside.y + used, height: last.saturating_sub(inside.y + used + 1), ..inside };
    canvas.fill(typed, theme.strip);
    text_field(canvas, typed, &form.text, !form.naming);
    let arrow = if form.naming { "► " } else { "  " };
    let style = if form.naming { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
    let used = canvas.put(inside.x, last, inside.width, &format!("{arrow}Named, only if they ask: "), style);
    let name = Rect { x: inside.x + used, y: last, width: inside.width.saturating_sub(used), height: 1 };
    canvas.fill(name, theme.strip);
    text_field(canvas, name, &form.name, form.naming);
    chrome::keys(app, canvas);
}
