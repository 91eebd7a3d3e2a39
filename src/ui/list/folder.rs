//! Opening another folder: one line to type its path into, and why it did not work.
//!
//! It looks at no disk.

use crate::app::{App, FolderForm};
use crate::ui::{Canvas, save_as};

const EXPLAINED: &str = "Its path, for example of a stick; empty is Plenary's own folder.";

pub(in crate::ui) fn draw(app: &App, form: &FolderForm, canvas: &mut Canvas) {
    let (field, problem) = (&form.field, form.problem.as_deref());
    save_as::one_line(app, canvas, 8, "Open another folder of sessions", EXPLAINED, field, problem);
}
