//! A form or a question: the fields under each other, the one in focus marked, and what is wrong with a field beside or below it.

use super::setup::text_field;
use super::sheet::Sheet;
use super::{Canvas, chrome, list};
use crate::app::App;
use crate::view::{Confirm, Dialog, Form, Value};
use ratatui::layout::Rect;

/// Draws a box on the page.
pub(super) fn dialog(app: &App, dialog: &Dialog, canvas: &mut Canvas) {
    let widest = canvas.area().width.saturating_sub(4);
    match dialog {
        Dialog::Form { title, size: (width, height), form } => {
            let inside = chrome::dialog(app, canvas, widest.min(*width), *height, title);
            one_field(form, canvas, inside);
        }
        Dialog::Confirm(question) => {
            let width = widest.min(64);
            let theme = canvas.theme();
            let parts = question.text.blocks().map(|part| Sheet::of(&part, width.saturating_sub(4), theme));
            let parts: Vec<Sheet> = parts.collect();
            let rows: u16 = parts.iter().map(Sheet::rows).sum();
            let inside = chrome::dialog(app, canvas, width, rows.saturating_add(5), question.title);
            asked(question, parts, canvas, inside);
        }
        Dialog::Vote(vote) => {
            let title = match vote.way {
                Some(_) if vote.list.rows.len() > 1 => format!("{}, {}", vote.title, vote.cast),
                _ => vote.title.clone(),
            };
            // Borders, what is explained, the words of the answers and what parts them from the rows.
            let rows = u16::try_from(vote.list.rows.len()).unwrap_or(9).saturating_add(6);
            let roomy = u16::from(canvas.area().height >= 20);
            let height = (rows + 2 * roomy).min(canvas.area().height.saturating_sub(8).max(8));
            let inside = chrome::dialog(app, canvas, widest.min(76), height, &title);
            let inside = Rect { y: inside.y + roomy, height: inside.height.saturating_sub(2 * roomy), ..inside };
            list::draw_in(&vote.list, canvas, inside);
        }
    }
    chrome::keys(app, canvas);
}

/// What is asked and the two answers, of which the safe one is marked. Each part of the text keeps a row at least, also
/// in the smallest window.
fn asked(question: &Confirm, parts: Vec<Sheet>, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let mut room = area.height.saturating_sub(3);
    let mut y = area.y;
    let others = (0..u16::try_from(parts.len()).unwrap_or(0)).rev();
    for (part, below) in parts.into_iter().zip(others) {
        let height = part.rows().min(room.saturating_sub(below));
        part.cut(height).put(canvas, Rect { y, height, ..area }, 0);
        (y, room) = (y + height, room.saturating_sub(height));
    }
    let y = (y + 1).min(area.bottom().saturating_sub(2));
    canvas.put(area.x, y, area.width, &format!("► Enter  {}", question.no), theme.text);
    canvas.put(area.x, y.saturating_add(1), area.width, &format!("  Y      {}", question.yes), theme.text);
    canvas.cursor(area.x, y);
}

/// A form of one field without a name, as wide as the form.
fn one_field(form: &Form, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let explained = Sheet::of(&form.explained, area.width, theme);
    let used = explained.rows().min(3);
    explained.put(canvas, Rect { height: used, ..area }, 0);
    let typed = Rect { y: area.y.saturating_add(used), height: 1, ..area };
    for field in &form.fields {
        if let Value::Typed(text, _) = field.value {
            canvas.fill(typed, theme.strip);
            text_field(canvas, typed, text, true);
        }
        if let Some(problem) = &field.problem {
            let y = typed.y.saturating_add(1);
            let below = Rect { y, height: area.bottom().saturating_sub(y).min(3), ..area };
            canvas.put_wrapped(below, problem, theme.alert);
        }
    }
}
