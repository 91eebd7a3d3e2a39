//! The title card of a stage or section, its name in large letters where there is room.

use super::face::{self, Scale};
use super::{Canvas, chrome, text};
use crate::app::Target;
use crate::app::keymap::Command;
use crate::view::{Card, Frame};
use ratatui::layout::Rect;

/// Columns and rows from which pixels are twice as large, and rows from which there are letters of pixels.
const WIDE: u16 = 110;
const TALL: u16 = 22;
const LEAST: u16 = 13;

pub(super) fn draw(frame: &Frame, card: &Card, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let theme = canvas.theme();
    let bold = theme.bold(theme.text);
    let mut y = body.y + u16::from(body.height > 12);
    canvas.put(body.x, y, body.width, &card.place.to_uppercase(), theme.muted);
    y += 1 + u16::from(body.height > 14);

    y = name(
        &card.name.to_uppercase(),
        canvas,
        Rect { y, height: body.bottom().saturating_sub(y), ..body },
        body.height,
    );
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
    y = paragraph(canvas, y, &tr!("► {size}. PgDn starts.", size = card.size), theme.accent) + 1;
    canvas.hit(Rect { y: starts, height: 1, ..body }, Target::Command(Command::Next));
    let labels = card.items.join(" · ");
    if body.bottom().saturating_sub(y) >= text::rows(&labels, width) {
        paragraph(canvas, y, &labels, theme.muted);
    }
}

/// The name in letters of pixels, as large for every stage: in two lines where one has no room. Gives the row below.
fn name(name: &str, canvas: &mut Canvas, area: Rect, height: u16) -> u16 {
    let theme = canvas.theme();
    let scale = if area.width >= WIDE && height >= TALL { Scale::Large } else { Scale::Small };
    let fits = |line: &str| face::width(line, scale).is_some_and(|wide| wide <= area.width);
    let lines: Vec<&str> = if fits(name) { vec![name] } else { name.splitn(2, ' ').collect() };
    let rows = scale.rows() + 1;
    if height < LEAST || !lines.iter().all(|line| fits(line)) {
        canvas.put(area.x, area.y, area.width, name, theme.bold(theme.accent));
        return area.y + 2;
    }
    let mut y = area.y;
    for line in lines {
        face::put(canvas, area.x, y, line, scale, theme.accent);
        y += rows;
    }
    y
}
