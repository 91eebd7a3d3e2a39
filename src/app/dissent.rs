//! Writing minority statements: each letter is kept as it is typed, and the whole visit is one step to undo.
//!
//! Nobody is named unless an organisation or sector asks for it; a statement without words is none.

use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Overlay, TextField};
use crate::framework::{Feature, Level};
use crate::session::{Dissent, Draft, Edit, Form, Session};

/// What drafts call the two fields. Session files hold it: it keeps its meaning.
const TEXT: &str = "statement";
const NAME: &str = "name";

/// Statements being written.
#[derive(Debug)]
pub struct DissentForm {
    pub(crate) feature: Feature,
    /// The level, where the feature takes both.
    pub(crate) level: Option<Level>,
    /// Which statement, from 0; one past the last is a new one.
    pub(crate) place: usize,
    /// The statement.
    pub text: TextField,
    /// Who asked to be named; empty for nobody.
    pub name: TextField,
    pub(crate) naming: bool,
    before: Option<Edit>,
}

impl DissentForm {
    /// The form at a statement of a session, or at a new one with what was half typed of it.
    pub(super) fn at(session: &Session, feature: &Feature, level: Option<Level>, place: usize) -> Self {
        let all = &session.answer(&feature.id).dissent;
        let place = place.min(all.len());
        let statement = all.get(place);
        let mut form = Self {
            feature: feature.clone(),
            level: statement.map_or(level, |one| one.level),
            place,
            text: TextField::lines(statement.map_or("", |one| &one.text)),
            name: TextField::line(statement.and_then(|one| one.attributed_to.as_deref()).unwrap_or("")),
            naming: false,
            before: None,
        };
        if let Some(draft) = session.draft(&form.name()).filter(|_| statement.is_none()) {
            form.text = TextField::lines(draft.text(TEXT).unwrap_or_default());
            form.name = TextField::line(draft.text(NAME).unwrap_or_default());
            form.naming = draft.open_at == NAME;
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

    /// What is typed of a new statement: a name, mostly, before there are words.
    fn draft(&self) -> Option<Draft> {
        let (text, name) = (self.text.text(), self.name.text());
        let is_empty = text.trim().is_empty() && name.trim().is_empty();
        (!is_empty).then(|| Draft::new(if self.naming { NAME } else { TEXT }, [(TEXT, text), (NAME, name)]))
    }

    fn in_focus(&mut self) -> &mut TextField {
        if self.naming { &mut self.name } else { &mut self.text }
    }

    fn statement(&self) -> Dissent {
        Dissent { text: self.text.text(), attributed_to: Some(self.name.text()), level: self.level }
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
        let is_named = !self.name.text().trim().is_empty() && self.text.text().trim().is_empty();
        if is_named && self.before.is_none() {
            cx.refuse("A name alone is no statement. It is kept half typed: D opens it");
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

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::NextField => self.naming = !self.naming,
            Command::Next if self.text.text().trim().is_empty() => self.turn_to(cx, self.place),
            Command::Next => self.turn_to(cx, self.place + 1),
            Command::Back => self.turn_to(cx, self.place.saturating_sub(1)),
            Command::Dismiss => return self.close(cx),
            _ => {}
        }
        Next::Stay
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        // A name is one line: Enter leads back to the statement.
        if let (Typed::Key(Key::Enter), true) = (typed, self.naming) {
            self.naming = false;
            return Next::Stay;
        }
        if !typed.into(self.in_focus()) {
            return Next::Stay;
        }
        let statement = self.statement();
        let said = !statement.text.trim().is_empty();
        let Self { feature, place, before, .. } = self;
        let kept = cx.keep_typing(before, |session, _| {
            let there = *place < session.answer(&feature.id).dissent.len();
            match (there, said) {
                (true, true) => session.change_dissent(feature, *place, statement),
                (true, false) => session.remove_dissent(feature, *place),
                (false, true) => session.dissent(feature, statement),
                (false, false) => Ok(None),
            }
        });
        if kept && said {
            cx.drop_draft(&self.name());
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(self.in_focus())
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn drafts(&self, cx: &Cx) -> Vec<(Form, Option<Draft>)> {
        let new = cx.session().filter(|session| self.is_new(session));
        new.map(|_| (self.name(), self.draft())).into_iter().collect()
    }
}
