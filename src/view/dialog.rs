//! Boxes on the page: a form to fill in, a question, or a vote.

use super::confirm::{self, Confirm};
use super::vote::{self, VoteBox};
use super::{Field, Form, Text, Tone, Value};
use crate::app::{App, Overlay, TextField};
use crate::words;
use serde::Serialize;

/// A box on the page.
#[derive(Debug, Serialize)]
pub(crate) enum Dialog<'a> {
    Form {
        title: String,
        /// Its most columns and rows, borders with them.
        size: (u16, u16),
        form: Form<'a>,
    },
    Confirm(Confirm),
    Vote(Box<VoteBox>),
}

const SAVE_AS: &str = "Write a file or a folder, for example on a stick. Nothing that is there is written over.";

const FOLDER: &str = "Its path, for example of a stick; empty is Plenary's own folder.";

/// What lies on the page.
pub(super) fn of(app: &App) -> Option<Dialog<'_>> {
    Some(match app.overlays.last()? {
        Overlay::SaveAs(form) => {
            one_line("Save this session elsewhere", SAVE_AS, 9, &form.field, form.problem.as_ref())
        }
        Overlay::Folder(form) => one_line(words::OPEN_FOLDER, FOLDER, 8, &form.field, form.problem.as_ref()),
        Overlay::Ask(ask) => Dialog::Confirm(confirm::ask(app, ask)),
        Overlay::Close(_) => Dialog::Confirm(confirm::close(app)),
        Overlay::Vote(_) => Dialog::Vote(Box::new(vote::vote(app)?)),
        _ => return None,
    })
}

/// A box with one line to type into, and why it did not work.
fn one_line<'a>(title: &str, explained: &str, rows: u16, field: &'a TextField, problem: Option<&String>) -> Dialog<'a> {
    let field = Field { name: String::new(), value: Value::Typed(field, None), problem: problem.cloned() };
    let form = Form { explained: Text::of(explained, Tone::Muted), fields: vec![field], ..Form::default() };
    Dialog::Form { title: title.to_owned(), size: (96, rows), form }
}
