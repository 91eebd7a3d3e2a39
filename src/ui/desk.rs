//! The facilitator's own page of an item: its words, the answers in a line, and what belongs to it.

use super::sheet::Sheet;
use super::{Canvas, chrome, text};
use crate::view::{Choice, DeskPage, Frame};
use ratatui::layout::Rect;

pub(super) fn draw(frame: &Frame, page: &DeskPage, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let theme = canvas.theme();
    let statement = Sheet::of(&page.statement, body.width, theme);
    statement.put(canvas, body, 0);
    let above = u16::try_from(statement.len()).unwrap_or(u16::MAX);
    let y = answers(&page.choices, canvas, Rect { y: body.y.saturating_add(above), ..body });
    let below = Rect { y, height: body.bottom().saturating_sub(y), ..body };
    // PgDn goes on to the next item here: what is longest gives up lines, so that everything is begun.
    Sheet::fitted(Sheet::of_each(&page.text, below.width, theme), below.height, 1).put(canvas, below, 0);
}

/// The answers, one after the other; gives the row below them.
fn answers(choices: &[Choice], canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let (mut x, mut y) = (area.x, area.y);
    for choice in choices {
        let sign = if choice.is_given || choice.is_marked { '►' } else { ' ' };
        let words = format!("{sign}{} {} ", choice.key, choice.word);
        let width = text::width(&words);
        if x > area.x && x.saturating_add(width) > area.right() {
            (x, y) = (area.x, y.saturating_add(1));
        }
        canvas.put(x, y, area.right().saturating_sub(x), &words, theme.style(choice.tone));
        canvas.hit(Rect { x, y, width, height: 1 }, choice.target);
        if choice.is_marked || x == area.x && y == area.y {
            canvas.cursor(x.saturating_add(1), y);
        }
        x = x.saturating_add(width).saturating_add(1);
    }
    y.saturating_add(1)
}
