//! Writing minority statements: each letter is kept as it is typed, and the whole visit is one step to undo.
//!
//! Nobody is named unless an organisation or sector asks for it; a statement without words is none.

use super::keymap::Command;
use super::{App, Effect, Key, Overlay, TextField};
use crate::framework::{Feature, Level};
use crate::session::{Dissent, Draft, Edit, Form, Session};

/// What drafts call the two fields. Session files hold it: it keeps its meaning.
const TEXT: &str = "statement";
const NAME: &str = "name";

/// Statements being written.
#[derive(Debug)]
pub struct DissentForm {
    /// The feature they are about.
    pub feature: Feature,
    /// The level, where the feature takes both.
    pub level: Option<Level>,
    /// Which statement, from 0; one past the last is a new one.
    pub place: usize,
    /// The statement.
    pub text: TextField,
    /// Who asked to be named; empty for nobody.
    pub name: TextField,
    /// Whether the name is in focus.
    pub naming: bool,
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

    /// What a draft of it is called.
    pub(super) fn name(&self) -> Form {
        Form::Dissent(self.feature.id.clone())
    }

    /// Whether the statement is not on the record yet.
    pub(super) fn is_new(&self, session: &Session) -> bool {
        self.place >= session.answer(&self.feature.id).dissent.len()
    }

    /// What is typed of a new statement: a name, mostly, before there are words.
    pub(super) fn draft(&self) -> Option<Draft> {
        let (text, name) = (self.text.text(), self.name.text());
        let is_empty = text.trim().is_empty() && name.trim().is_empty();
        (!is_empty).then(|| Draft::new(if self.naming { NAME } else { TEXT }, [(TEXT, text), (NAME, name)]))
    }

    pub(super) fn field(&mut self) -> &mut TextField {
        if self.naming { &mut self.name } else { &mut self.text }
    }

    fn statement(&self) -> Dissent {
        Dissent { text: self.text.text(), attributed_to: Some(self.name.text()), level: self.level }
    }
}

impl App {
    /// Opens the item's statements: the first one, or a new one.
    pub(super) fn open_dissent(&mut self) -> Vec<Effect> {
        let (Some(workshop), Some((feature, level))) = (&self.cx.workshop, self.cx.item()) else { return vec![] };
        let form = DissentForm::at(&workshop.session, &feature, level, 0);
        self.open(Overlay::Dissent(Box::new(form)))
    }

    pub(super) fn dissent_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Dissent(form)) = self.overlays.last_mut() else { return vec![] };
        match command {
            Command::NextField => form.naming = !form.naming,
            Command::Next => {
                let place = if form.text.text().trim().is_empty() { form.place } else { form.place + 1 };
                self.turn_to(place);
            }
            Command::Back => {
                let place = form.place.saturating_sub(1);
                self.turn_to(place);
            }
            Command::Dismiss => {
                let Some(Overlay::Dissent(form)) = self.overlays.pop() else { return vec![] };
                let is_named = !form.name.text().trim().is_empty() && form.text.text().trim().is_empty();
                match (form.before, is_named) {
                    // The words were taken back, and the name goes with them.
                    (Some(edit), true) => {
                        self.cx.drop_draft(&Form::Dissent(form.feature.id));
                        self.cx.record(edit);
                    }
                    (Some(edit), false) => self.cx.record(edit),
                    (None, true) => {
                        return self.cx.refuse("A name alone is no statement. It is kept half typed: D opens it");
                    }
                    (None, false) => {}
                }
            }
            _ => {}
        }
        vec![]
    }

    fn turn_to(&mut self, place: usize) {
        let level = self.cx.item().and_then(|(_, level)| level);
        let (Some(Overlay::Dissent(form)), Some(workshop)) = (self.overlays.last_mut(), &self.cx.workshop) else {
            return;
        };
        let before = form.before.take();
        **form = DissentForm { before, ..DissentForm::at(&workshop.session, &form.feature, level, place) };
    }

    pub(super) fn dissent_key(&mut self, key: Key) -> Vec<Effect> {
        // A name is one line: Enter leads back to the statement.
        if let (Key::Enter, Some(Overlay::Dissent(form))) = (key, self.overlays.last_mut())
            && form.naming
        {
            form.naming = false;
            return vec![];
        }
        self.dissent_typed(|field| field.key(key))
    }

    pub(super) fn dissent_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        let Some(Overlay::Dissent(form)) = self.overlays.last_mut() else { return vec![] };
        if !typed(form.field()) {
            return vec![];
        }
        let (feature, place, statement) = (form.feature.clone(), form.place, form.statement());
        let said = !statement.text.trim().is_empty();
        let edit = self.cx.apply(|session, _| {
            let there = place < session.answer(&feature.id).dissent.len();
            match (there, said) {
                (true, true) => session.change_dissent(&feature, place, statement),
                (true, false) => session.remove_dissent(&feature, place),
                (false, true) => session.dissent(&feature, statement),
                (false, false) => Ok(None),
            }
        });
        let Some(edit) = edit else { return vec![] };
        if said {
            self.cx.drop_draft(&Form::Dissent(feature.id));
        }
        if let Some(Overlay::Dissent(form)) = self.overlays.last_mut() {
            form.before.get_or_insert(edit);
        }
        vec![Effect::Save]
    }
}
