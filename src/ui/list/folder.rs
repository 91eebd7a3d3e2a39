//! Opening another folder: one line to type its path into, and why it did not work.
//!
//! It looks at no disk.

use crate::app::{App, FolderForm};
use crate::ui::setup::text_field;
use crate::ui::{Canvas, chrome};
use ratatui::layout::Rect;

const EXPLAINED: &str = "Its path, for example of a stick; empty is Plenary's own folder.";

pub(in crate::ui) fn draw(app: &App, form: &FolderForm, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let width = canvas.area().width.saturating_sub(4).min(96);
    let inside = chrome::dialog(app, canvas, width, 8, "Open another folder of sessions");
    let used = canvas.put_wrapped(Rect { height: 2, ..inside }, EXPLAINED, theme.muted);
    let typed = Rect { y: inside.y.saturating_add(used), height: 1, ..inside };
    canvas.fill(typed, theme.strip);
    text_field(canvas, typed, &form.field, true);
    if let Some(problem) = &form.problem {
        let y = typed.y.saturating_add(1);
        let below = Rect { y, height: inside.bottom().saturating_sub(y).min(3), ..inside };
        canvas.put_wrapped(below, problem, theme.alert);
    }
    chrome::keys(app, canvas);
}
