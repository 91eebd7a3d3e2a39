//! A form: the fields under each other, the one in focus marked, and what is wrong with a field beside or below it.

use super::setup::text_field;
use super::sheet::Sheet;
use super::{Canvas, chrome};
use crate::app::App;
use crate::view::{Dialog, Form, Value};
use ratatui::layout::Rect;

/// Draws a box on the page.
pub(super) fn dialog(app: &App, dialog: &Dialog, canvas: &mut Canvas) {
    let (width, height) = dialog.size;
    let width = canvas.area().width.saturating_sub(4).min(width);
    let inside = chrome::dialog(app, canvas, width, height, &dialog.title);
    one_field(&dialog.form, canvas, inside);
    chrome::keys(app, canvas);
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
