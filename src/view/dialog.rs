//! Boxes on the page: a form to fill in, a list to choose from, a question, or a vote.

use super::confirm::{self, Confirm};
use super::vote::{self, VoteBox};
use super::{Form, List, forms};
use crate::app::{App, Overlay};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) enum Dialog<'a> {
    Form {
        /// Which box it is: another one is told whole.
        place: String,
        title: String,
        /// Its most columns and rows, borders with them.
        size: (u16, u16),
        form: Form<'a>,
    },
    List {
        place: String,
        title: String,
        /// Its most columns, borders with them.
        width: u16,
        list: List,
    },
    Confirm(Confirm),
    Vote(Box<VoteBox>),
}

pub(super) fn of(app: &App) -> Option<Dialog<'_>> {
    match app.overlays.last()? {
        Overlay::Ask(ask) => Some(Dialog::Confirm(confirm::ask(app, ask))),
        Overlay::Close(_) => Some(Dialog::Confirm(confirm::close(app))),
        Overlay::Vote(_) => Some(Dialog::Vote(Box::new(vote::vote(app)?))),
        _ => forms::dialog(app),
    }
}
