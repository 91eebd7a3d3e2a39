//! Writing a note, in a box over the page it belongs to. A private note shows no letters.

use super::setup::text_field;
use super::{Canvas, chrome};
use crate::app::{App, Note, NoteKind};
use ratatui::layout::Rect;

pub(super) fn draw(app: &App, note: &Note, canvas: &mut Canvas) {
    let area = canvas.area();
    let theme = canvas.theme();
    let width = area.width.saturating_sub(4).min(96);
    let height = area.height.saturating_sub(8).clamp(7, 16);
    let (title, explained) = match note.kind {
        NoteKind::Shared => ("Note", "Everyone may read it. Enter starts a new line; Esc keeps it and closes."),
        NoteKind::Private if note.masked => {
            ("Private note", "Never projected, never exported: letters are hidden. Esc keeps it.")
        }
        NoteKind::Dissent => ("Minority statement", "For the record, in their own words. Esc keeps it and closes."),
        NoteKind::Private => ("Private note", "SHOWN ON THIS SCREEN. F4 hides it. Esc keeps it and closes."),
    };
    let inside = chrome::dialog(app, canvas, width, height, &format!("{title}: {} {}", note.id, note.label));
    let used = canvas.put_wrapped(Rect { height: 2, ..inside }, explained, theme.muted);
    let typed = Rect { y: inside.y + used + 1, height: inside.height.saturating_sub(used + 1), ..inside };
    canvas.fill(typed, theme.strip);
    text_field(canvas, typed, &note.field, true);
    chrome::keys(app, canvas);
}
