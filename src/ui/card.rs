//! The title card of a stage or section, its name in large letters where there is room.

use super::canvas::BIG;
use super::{Canvas, chrome, text};
use crate::app::Target;
use crate::app::keymap::Command;
use crate::view::{Card, Frame};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(frame: &Frame, card: &Card, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let theme = canvas.theme();
    let bold = theme.text.add_modifier(Modifier::BOLD);
    let mut y = body.y + u16::from(body.height > 12);
    canvas.put(body.x, y, body.width, &card.place.to_uppercase(), theme.muted);
    y += 1 + u16::from(body.height > 14);

    let name = card.name.to_uppercase();
    let letters = u16::try_from(name.chars().count()).unwrap_or(u16::MAX);
    if letters.saturating_mul(BIG.0) <= body.width && body.height >= 14 {
        canvas.big(body.x, y, &name, theme.accent);
        y += BIG.1 + 1;
    } else {
        let spaced: Vec<String> = name.chars().map(String::from).collect();
        canvas.put(body.x, y, body.width, &spaced.join(" "), theme.accent);
        y += 2;
    }
    let roomy = u16::from(body.height > 16);
    let width = body.width.min(90);
    let paragraph = |canvas: &mut Canvas, y: u16, words: &str, style| {
        let area = Rect { y, height: body.bottom().saturating_sub(y), width, ..body };
        y + canvas.put_wrapped(area, words, style)
    };
    y = paragraph(canvas, y, &card.title, bold) + 1;
    y = paragraph(canvas, y, &card.gloss, theme.text) + roomy;
    y = paragraph(canvas, y, &card.prompt, theme.text) + 1;
    canvas.cursor(body.x, y.min(body.bottom().saturating_sub(1)));
    let starts = y;
    y = paragraph(canvas, y, &format!("► {}. PgDn starts.", card.size), theme.accent) + 1;
    canvas.hit(Rect { y: starts, height: 1, ..body }, Target::Command(Command::Next));
    let labels = card.items.join(" · ");
    if body.bottom().saturating_sub(y) >= text::rows(&labels, width) {
        paragraph(canvas, y, &labels, theme.muted);
    }
}
