//! What is said in words at once, where keys take several steps: a whole text, an item to go to, how good the evidence is.
//!
//! Each makes the change that the keys make, as one step to undo. Nothing here can do what keys cannot.

use super::keymap::{self, Command};
use super::{App, Effect, Key, Overlay};
use crate::framework::{Confidence, Id};
use crate::session::{ActionStatus, Session};
use std::sync::Arc;

/// Something said in words at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The whole of the text that is being written; in the box of a vote, its line of counts.
    Text(String),
    /// An item to go to.
    GoTo(Id),
    /// How good the evidence is on the item in sight; `None` takes that back.
    Evidence(Option<Confidence>),
    /// How far an action is, by its number.
    Status(u32, ActionStatus),
    /// How many dots an item got.
    Dots(Id, u16),
}

const NOT_NOW: &str = "That can not be done just now, and nothing was changed";

impl App {
    /// A command that was written as a word.
    pub(super) fn command_in_words(&mut self, command: Command, key: Key) -> Vec<Effect> {
        self.cx.notice = None;
        self.cx.refusal = None;
        let is_possible = keymap::of(&self.contexts()).any(|binding| binding.command == command);
        if !is_possible {
            return self.cx.refuse(NOT_NOW);
        }
        let (offered, overlays) = (self.offers(command), self.overlays.len());
        let effects = self.command(command, key);
        // What makes no sense just now and does nothing says so.
        if !offered && effects.is_empty() && self.cx.notice.is_none() && self.overlays.len() == overlays {
            return self.cx.refuse(NOT_NOW);
        }
        effects
    }

    pub(super) fn take_said(&mut self, said: Said) -> Vec<Effect> {
        self.cx.notice = None;
        self.cx.refusal = None;
        match said {
            Said::Text(line) if matches!(self.overlays.last(), Some(Overlay::Vote)) => {
                if self.cx.refuses() {
                    vec![]
                } else {
                    self.cx.vote_written(&line)
                }
            }
            Said::Text(text) => self.take_text(&text, |field| field.replace(&text)),
            Said::GoTo(id) if self.cx.workshop.is_some() => self.go_to_item(&id),
            Said::GoTo(_) => vec![],
            Said::Evidence(confidence) => self.change_item(|session, feature, _, _| session.trust(feature, confidence)),
            Said::Status(number, status) => {
                self.cx.edit(|session: &mut Session, now| session.set_action_status(number, status, now))
            }
            Said::Dots(id, dots) => {
                let framework = Arc::clone(&self.cx.framework);
                framework.item(&id).map_or(vec![], |item| self.cx.edit(|session, _| session.put_dots(item, dots)))
            }
        }
    }
}
