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
    /// An item to go to.
    GoTo(Id),
    /// How good the evidence is on the item in sight; `None` takes that back.
    Evidence(Option<Confidence>),
    /// How many dots an item got.
    Dots(Id, u16),
}

impl App {
    pub(in crate::app) fn take_input(&mut self, input: TextInput) {
        self.cx.notice = None;
        self.cx.refusal = None;
        match input {
            TextInput::Text(line) if matches!(self.overlays.last(), Some(Overlay::Vote(_))) => {
                if !self.cx.refuses() {
                    let next = self.on_page(|page, cx| page.typed(cx, Typed::Said(&line)));
                    self.follow(next);
                }
            }
            TextInput::Text(text) => self.take_text(&text, Typed::Said(&text)),
            TextInput::GoTo(id) if self.cx.workshop.is_some() => {
                let next = walk::go_to_item(&mut self.cx, &id);
                self.follow(next);
            }
            TextInput::GoTo(_) => {}
            TextInput::Evidence(confidence) => {
                self.cx.change_item(|session, feature, _, _| session.trust(feature, confidence));
                self.refocus();
            }
            TextInput::Dots(id, dots) => {
                let framework = Arc::clone(&self.cx.framework);
                if let Some(item) = framework.item(&id) {
                    self.cx.edit(|session, _| session.put_dots(item, dots));
                }
            }
        }
    }
}
