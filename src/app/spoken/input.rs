//! What a line gives at once where keys take several steps: a whole text, an item to go to, how good the evidence is.
//!
//! Each makes the change that the keys make, as one step to undo. Nothing here can do what keys cannot.

use crate::app::page::Typed;
use crate::app::{App, Overlay, walk};
use crate::framework::{Confidence, Id};
use std::sync::Arc;

/// Something given at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextInput {
    /// The whole of the text that is being written; in the box of a vote, its line of counts.
    Text(String),
    GoTo(Id),
    /// How good the evidence is on the item in sight; `None` takes that back.
    Evidence(Option<Confidence>),
    /// How many dots an item got.
    Dots(Id, u16),
}

pub(in crate::app) fn take_input(app: &mut App, input: TextInput) {
    app.cx.notice = None;
    app.cx.refusal = None;
    match input {
        TextInput::Text(line) if matches!(app.overlays.last(), Some(Overlay::Vote(_))) => {
            if !app.cx.refuses() {
                let next = app.on_page(|page, cx| page.typed(cx, Typed::Said(&line)));
                app.follow(next);
            }
        }
        TextInput::Text(text) => app.take_text(&text, Typed::Said(&text)),
        TextInput::GoTo(id) if app.cx.workshop.is_some() => {
            let next = walk::go_to_item(&mut app.cx, &id);
            app.follow(next);
        }
        TextInput::GoTo(_) => {}
        TextInput::Evidence(confidence) => {
            app.cx.change_item(|session, feature, _, _| session.trust(feature, confidence));
            app.refocus();
        }
        TextInput::Dots(id, dots) => {
            let framework = Arc::clone(&app.cx.framework);
            if let Some(item) = framework.item(&id) {
                app.cx.edit(|session, _| session.put_dots(item, dots));
            }
        }
    }
}
