//! Saving elsewhere: one line to type another file into, and why it did not work.
//!
//! It looks at no disk.

use super::setup::text_field;
use super::{Canvas, chrome};
use crate::app::{App, SaveAs, TextField};
use ratatui::layout::Rect;

const EXPLAINED: &str = "Write a file or a folder, for example on a stick. Nothing that is there is written over.";

pub(super) fn draw(app: &App, form: &SaveAs, canvas: &mut Canvas) {
    let (field, problem) = (&form.field, form.problem.as_deref());
    one_line(app, canvas, 9, "Save this session elsewhere", EXPLAINED, field, problem);
}

/// A box so high with one line to type into, what it is for above it, and below it why it did not work.
pub(super) fn one_line(
    app: &App,
    canvas: &mut Canvas,
    height: u16,
    title: &str,
    explained: &str,
    field: &TextField,
    problem: Option<&str>,
) {
    let theme = canvas.theme();
    let width = canvas.area().width.saturating_sub(4).min(96);
    let inside = chrome::dialog(app, canvas, width, height, title);
    let used = canvas.put_wrapped(Rect { height: 2, ..inside }, explained, theme.muted);
    let typed = Rect { y: inside.y.saturating_add(used), height: 1, ..inside };
    canvas.fill(typed, theme.strip);
    text_field(canvas, typed, field, true);
    if let Some(problem) = problem {
        let y = typed.y.saturating_add(1);
        let below = Rect { y, height: inside.bottom().saturating_sub(y).min(3), ..inside };
        canvas.put_wrapped(below, problem, theme.alert);
    }
    chrome::keys(app, canvas);
}
