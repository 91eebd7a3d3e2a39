//! Writing a note: every letter is kept as it is typed, and the whole note is one step to undo.
//!
//! A private note is masked from the first letter: the room reads the same screen.

use super::keymap::Command;
use super::{App, Effect, Key, Overlay, TextField};
use crate::framework::Feature;
use crate::session::{Answer, Edit};

/// Which note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For everyone to read.
    Shared,
    /// The facilitator's own.
    Private,
}

/// A note being written.
#[derive(Debug)]
pub struct Note {
    /// The feature it is about.
    pub feature: Feature,
    /// Which note.
    pub kind: Kind,
    /// The text.
    pub field: TextField,
    /// Whether the letters are hidden.
    pub masked: bool,
    before: Option<Edit>,
}

impl Note {
    /// The note of a feature, as it stands.
    #[must_use]
    pub fn new(feature: Feature, kind: Kind, answer: &Answer) -> Self {
        let masked = kind == Kind::Private;
        let mut field = TextField::lines(if masked { &answer.private_note } else { &answer.note });
        field.mask(masked);
        Self { feature, kind, field, masked, before: None }
    }
}

impl App {
    pub(super) fn note_command(&mut self, command: Command) -> Vec<Effect> {
        match (command, self.overlays.last_mut()) {
            (Command::Unmask, Some(Overlay::Note(note))) if note.kind == Kind::Private => {
                note.masked = !note.masked;
                note.field.mask(note.masked);
                if !note.masked {
                    self.notice = Some("The room can read this now. F4 hides it again.".into());
                }
                vec![]
            }
            (Command::Dismiss, Some(Overlay::Note(_))) => self.close_note(),
            _ => vec![],
        }
    }

    /// Takes a key or pasted text into the note.
    pub(super) fn note_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        let Some(Overlay::Note(note)) = self.overlays.last_mut() else { return vec![] };
        if !typed(&mut note.field) {
            return vec![];
        }
        let (feature, kind, text) = (note.feature.clone(), note.kind, note.field.text());
        let edit = self.apply(|session, _| match kind {
            Kind::Shared => session.note(&feature, &text),
            Kind::Private => session.note_privately(&feature, &text),
        });
        let Some(edit) = edit else { return vec![] };
        if let Some(Overlay::Note(note)) = self.overlays.last_mut() {
            // The first change holds what stood there before any letter was typed.
            note.before.get_or_insert(edit);
        }
        vec![Effect::Save]
    }

    fn close_note(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Note(note)) = self.overlays.pop()
            && let Some(edit) = note.before
        {
            self.record(edit);
        }
        vec![]
    }

    pub(super) fn note_key(&mut self, key: Key) -> Vec<Effect> {
        self.note_typed(|field| field.key(key))
    }
}
