//! Writing a note: every letter is kept as it is typed, and the whole note is one step to undo.
//!
//! A private note is masked from the first letter: the room reads the same screen.

use super::form::Fields;
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Overlay, TextField};
use crate::framework::{Id, Item};
use crate::session::{Changed, Edit, Session};
use crate::words;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For everyone to read.
    Shared,
    /// The facilitator's own.
    Private,
    /// The statement of those who see an assumption differently.
    Dissent,
}

#[derive(Clone, Debug)]
pub struct Note {
    pub(crate) id: Id,
    pub(crate) label: String,
    pub(crate) kind: Kind,
    pub(crate) fields: Fields<()>,
    pub(crate) masked: bool,
    before: Option<Edit>,
}

impl Note {
    /// The note on an item, as it stands.
    pub fn new(item: Item<'_>, kind: Kind, session: &Session) -> Self {
        let masked = kind == Kind::Private;
        let mut field = TextField::lines(written(session, item, kind));
        field.mask(masked);
        Self {
            id: item.id().clone(),
            label: item.title().to_owned(),
            kind,
            fields: Fields::new([((), field)]),
            masked,
            before: None,
        }
    }

    pub fn text(&self) -> String {
        self.fields.text(&())
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

impl Note {
    pub(super) fn open(cx: &Cx, kind: Kind) -> Next {
        let step = cx.current_step();
        let item = step.as_ref().and_then(|step| step.item()).and_then(|id| cx.framework.item(id));
        let (Some(session), Some(item)) = (cx.session(), item) else { return Next::Stay };
        Next::Open(Overlay::Note(Box::new(Self::new(item, kind, session))))
    }
}

impl Page for Note {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Note, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Unmask if self.kind == Kind::Private => {
                self.masked = !self.masked;
                self.fields.text_in_focus().mask(self.masked);
                if !self.masked {
                    cx.say(words::PRIVATE_NOTE_SHOWN);
                }
                Next::Stay
            }
            Command::Dismiss => {
                cx.record_first(&mut self.before);
                Next::Close
            }
            _ => Next::Stay,
        }
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        if self.fields.write(typed) {
            let (framework, text) = (Arc::clone(&cx.framework), self.text());
            if let Some(item) = framework.item(&self.id) {
                cx.keep_typing(&mut self.before, |session, _| write(session, item, self.kind, &text));
            }
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(self.fields.text_in_focus())
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn settle(&mut self) {
        self.fields.settle();
    }
}
