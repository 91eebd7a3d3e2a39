//! Writing a note: every letter is kept as it is typed, and the whole note is one step to undo.
//!
//! A private note is masked from the first letter: the room reads the same screen.

use super::keymap::Command;
use super::{App, Effect, Key, Overlay, TextField};
use crate::framework::{Id, Item};
use crate::session::{Changed, Edit, Session};
use std::sync::Arc;

/// Which note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For everyone to read.
    Shared,
    /// The facilitator's own.
    Private,
    /// The statement of those who see an assumption differently.
    Dissent,
}

/// A note being written.
#[derive(Debug)]
pub struct Note {
    /// The item it is about.
    pub id: Id,
    /// The item's label.
    pub label: String,
    /// Which note.
    pub kind: Kind,
    /// The text.
    pub field: TextField,
    /// Whether the letters are hidden.
    pub masked: bool,
    before: Option<Edit>,
}

impl Note {
    /// The note on an item, as it stands.
    #[must_use]
    pub fn new(item: Item<'_>, kind: Kind, session: &Session) -> Self {
        let masked = kind == Kind::Private;
        let mut field = TextField::lines(written(session, item, kind));
        field.mask(masked);
        Self { id: item.id().clone(), label: item.label().to_owned(), kind, field, masked, before: None }
    }
}

/// A note on an item of any kind, as it stands; empty where items of this kind have no such note.
fn written<'session>(session: &'session Session, item: Item<'_>, kind: Kind) -> &'session str {
    match (item, kind) {
        (Item::Feature(_, _, feature), Kind::Shared) => &session.answer(&feature.id).note,
        (Item::Feature(_, _, feature), Kind::Private) => &session.answer(&feature.id).private_note,
        (Item::Assumption(one), Kind::Shared) => &session.assumption(&one.id).note,
        (Item::Assumption(one), Kind::Private) => &session.assumption(&one.id).private_note,
        (Item::Assumption(one), Kind::Dissent) => &session.assumption(&one.id).dissent,
        (Item::Influence(one), Kind::Shared) => &session.influence(&one.id).note,
        (Item::Risk(one), Kind::Shared) => &session.risk(&one.id).note,
        (Item::Feature(..), Kind::Dissent) | (Item::Influence(_) | Item::Risk(_), _) => "",
    }
}

/// Replaces a note on an item of any kind; nothing where items of this kind have no such note.
fn write(session: &mut Session, item: Item<'_>, kind: Kind, text: &str) -> Changed {
    match (item, kind) {
        (Item::Feature(_, _, feature), Kind::Shared) => session.note(feature, text),
        (Item::Feature(_, _, feature), Kind::Private) => session.note_privately(feature, text),
        (Item::Assumption(one), Kind::Shared) => session.note_assumption(one, text),
        (Item::Assumption(one), Kind::Private) => session.note_assumption_privately(one, text),
        (Item::Assumption(one), Kind::Dissent) => session.dissent_from_assumption(one, text),
        (Item::Influence(one), Kind::Shared) => session.note_influence(one, text),
        (Item::Risk(one), Kind::Shared) => session.note_risk(one, text),
        (Item::Feature(..), Kind::Dissent) | (Item::Influence(_) | Item::Risk(_), _) => Ok(None),
    }
}

impl App {
    /// Opens a note on the item at which the room is.
    pub(super) fn open_note(&mut self, kind: Kind) -> Vec<Effect> {
        let step = self.cx.current_step();
        let item = step.as_ref().and_then(|step| step.item()).and_then(|id| self.cx.framework.item(id));
        let (Some(workshop), Some(item)) = (&self.cx.workshop, item) else { return vec![] };
        let note = Note::new(item, kind, &workshop.session);
        self.open(Overlay::Note(Box::new(note)))
    }

    pub(super) fn note_command(&mut self, command: Command) -> Vec<Effect> {
        match (command, self.overlays.last_mut()) {
            (Command::Unmask, Some(Overlay::Note(note))) if note.kind == Kind::Private => {
                note.masked = !note.masked;
                note.field.mask(note.masked);
                if !note.masked {
                    self.cx.notice = Some("The room can read this now. F4 hides it again.".into());
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
        let (id, kind, text) = (note.id.clone(), note.kind, note.field.text());
        let framework = Arc::clone(&self.cx.framework);
        let Some(item) = framework.item(&id) else { return vec![] };
        let edit = self.cx.apply(|session, _| write(session, item, kind, &text));
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
            self.cx.record(edit);
        }
        vec![]
    }

    pub(super) fn note_key(&mut self, key: Key) -> Vec<Effect> {
        self.note_typed(|field| field.key(key))
    }
}
