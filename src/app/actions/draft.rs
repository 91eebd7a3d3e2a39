//! What of an action is half typed: all of one in which it is not said what will be done; else a date and ids that cannot
//! be read. All other text is in the session as it is typed.

use super::form::{ActionField, ActionForm};
use crate::app::{Cx, TextField, dates};
use crate::session::{Draft, Form, Session};
use jiff::civil::Date;

impl ActionField {
    /// What a draft calls the field. Session files hold it: it keeps its meaning.
    fn key(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Why => "why",
            Self::Owner => "owner",
            Self::Support => "support",
            Self::By => "by",
            Self::Measure => "measure",
        }
    }
}

impl ActionForm {
    pub(super) fn name(&self) -> Form {
        self.number.map_or(Form::NewAction, Form::Action)
    }

    pub(super) fn filled(mut self, cx: &Cx) -> Self {
        let Some(session) = cx.session() else { return self };
        let Some(draft) = session.draft(&self.name()) else { return self };
        for (field, name) in self.fields.iter_mut().zip(ActionField::ALL) {
            match draft.text(name.key()) {
                Some(text) if name == ActionField::What => *field = TextField::paragraph(text),
                Some(text) => *field = TextField::line(text),
                None => {}
            }
        }
        self.touched = true;
        // Read once with the date in focus, so that what is wrong with it is said.
        self.focus = ActionField::By;
        let action = self.number.and_then(|number| session.action(number));
        self.read(&cx.framework, cx.now.date(), &mut action.cloned().unwrap_or_default());
        let open_at = ActionField::ALL.into_iter().find(|field| field.key() == draft.open_at);
        self.focus = open_at.unwrap_or(ActionField::What);
        self
    }

    /// What of it is no part of the session: all of a new action in which it is not said what will be done; else a
    /// date and ids that cannot be read.
    pub(super) fn draft(&self, session: &Session, today: Date) -> Option<Draft> {
        let action = self.number.and_then(|number| session.action(number));
        let is_loose = |field: ActionField, text: &str| match (action, field) {
            (None, ActionField::Why) => text.trim() != self.begun_for,
            (None, _) => !text.trim().is_empty(),
            (Some(action), ActionField::By) => dates::read(text, today) != Ok(action.by),
            (Some(_), ActionField::Why) => !self.unknown.is_empty(),
            (Some(_), _) => false,
        };
        let texts = || ActionField::ALL.into_iter().zip(self.fields.iter().map(TextField::text));
        let loose = |(field, text): &(ActionField, String)| is_loose(*field, text);
        let kept = |one: &(ActionField, String)| action.is_none() || loose(one);
        let draft = || Draft::new(self.focus.key(), texts().filter(kept).map(|(field, text)| (field.key(), text)));
        texts().any(|one| loose(&one)).then(draft)
    }
}
