//! Writing minority statements: each letter is kept as it is typed, and the whole visit is one step to undo.
//!
//! Nobody is named unless an organisation or sector asks for it; a statement without words is none.

use super::form::{FieldKey, Fields};
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Overlay, TextField};
use crate::framework::{Feature, Level};
use crate::session::{Dissent, Draft, Edit, Form, Session};
use crate::words;
use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Text,
    /// Who asked to be named; empty for nobody.
    Name,
}

impl FieldKey for Part {
    fn key(&self) -> Cow<'static, str> {
        match self {
            Self::Text => "statement",
            Self::Name => "name",
        }
        .into()
    }
}

/// Statements being written.
#[derive(Clone, Debug)]
pub struct DissentForm {
    pub(crate) feature: Feature,
    /// The level, where the feature takes both.
    pub(crate) level: Option<Level>,
    /// Which statement, from 0; one past the last is a new one.
    pub(crate) place: usize,
    pub fields: Fields<Part>,
    before: Option<Edit>,
}

impl DissentForm {
    /// The form at a statement of a session, or at a new one with what was half typed of it.
    pub(super) fn at(session: &Session, feature: &Feature, level: Option<Level>, place: usize) -> Self {
        let all = &session.answer(&feature.id).dissent;
        let place = place.min(all.len());
        let statement = all.get(place);
        let name = statement.and_then(|one| one.attributed_to.as_deref()).unwrap_or_default();
        let fields = Fields::new([
            (Part::Text, TextField::lines(statement.map_or("", |one| &one.text))),
            (Part::Name, TextField::line(name)),
        ]);
        let level = statement.map_or(level, |one| one.level);
        let mut form = Self { feature: feature.clone(), level, place, fields, before: None };
        if let Some(draft) = session.draft(&form.name()).filter(|_| statement.is_none()) {
            form.fields.fill(draft);
        }
        form
    }

    fn name(&self) -> Form {
        Form::Dissent(self.feature.id.clone())
    }

    /// Whether the statement is not on the record yet.
    fn is_new(&self, session: &Session) -> bool {
        self.place >= session.answer(&self.feature.id).dissent.len()
    }

    fn is_blank(&self, part: Part) -> bool {
        self.fields.text(&part).trim().is_empty()
    }

    pub(crate) fn is_naming(&self) -> bool {
        self.fields.in_focus().name == Part::Name
    }

    /// What is typed of a new statement: a name, mostly, before there are words.
    fn draft(&self) -> Option<Draft> {
        let is_empty = self.is_blank(Part::Text) && self.is_blank(Part::Name);
        (!is_empty).then(|| self.fields.draft(|_| true))
    }

    fn statement(&self) -> Dissent {
        Dissent {
            text: self.fields.text(&Part::Text),
            attributed_to: Some(self.fields.text(&Part::Name)),
            level: self.level,
        }
    }
}

impl DissentForm {
    /// Opens the item's statements: the first one, or a new one.
    pub(super) fn open(cx: &Cx) -> Next {
        let (Some(session), Some((feature, level))) = (cx.session(), cx.item()) else { return Next::Stay };
        Next::Open(Overlay::Dissent(Box::new(Self::at(session, &feature, level, 0))))
    }

    fn turn_to(&mut self, cx: &Cx, place: usize) {
        let level = cx.item().and_then(|(_, level)| level);
        if let Some(session) = cx.session() {
            *self = Self { before: self.before.take(), ..Self::at(session, &self.feature, level, place) };
        }
    }

    fn close(&mut self, cx: &mut Cx) -> Next {
        let is_named = !self.is_blank(Part::Name) && self.is_blank(Part::Text);
        if is_named && self.before.is_none() {
            cx.refuse(words::NAME_ALONE);
        } else if is_named {
            // The words were taken back, and the name goes with them.
            cx.drop_draft(&self.name());
        }
        cx.record_first(&mut self.before);
        Next::Close
    }
}

impl Page for DissentForm {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Dissent, Context::Always]
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.fields.focus)
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::NextField if !self.fields.next() => self.fields.back(),
            Command::Next if self.is_blank(Part::Text) => self.turn_to(cx, self.place),
            Command::Next => self.turn_to(cx, self.place + 1),
            Command::Back => self.turn_to(cx, self.place.saturating_sub(1)),
            Command::Dismiss => return self.close(cx),
            _ => {}
        }
        Next::Stay
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        // A name is one line: Enter leads back to the statement.
        if let (Typed::Key(Key::Enter), true) = (typed, self.is_naming()) {
            self.fields.back();
            return Next::Stay;
        }
        if !self.fields.write(typed) {
            return Next::Stay;
        }
        let statement = self.statement();
        let said = !self.is_blank(Part::Text);
        let is_new = cx.session().is_none_or(|session| self.is_new(session));
        let Self { feature, place, before, .. } = self;
        let kept = cx.keep_typing(before, |session, _| match (!is_new, said) {
            (true, true) => session.change_dissent(feature, *place, statement),
            (true, false) => session.remove_dissent(feature, *place),
            (false, true) => session.dissent(feature, statement),
            (false, false) => Ok(None),
        });
        if kept && said {
            cx.drop_draft(&self.name());
        } else if kept && !is_new {
            // Whose words were all taken away is none: what is typed next is new, and not the one that stood behind it.
            self.place = cx.session().map_or(0, |session| session.answer(&self.feature.id).dissent.len());
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(self.fields.text_in_focus())
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn drafts(&self, cx: &Cx) -> Vec<(Form, Option<Draft>)> {
        let new = cx.session().filter(|session| self.is_new(session));
        new.map(|_| (self.name(), self.draft())).into_iter().collect()
    }

    fn settle(&mut self) {
        self.fields.settle();
    }
}
