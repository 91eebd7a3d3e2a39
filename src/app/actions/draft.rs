//! What of an action is half typed: all of one in which it is not said what will be done; else a date and ids that cannot
//! be read. All other text is in the session as it is typed.

use super::form::{ActionField, ActionForm};
use crate::app::form::Field;
use crate::app::{Cx, dates};
use crate::session::{Draft, Form, Session};
use jiff::civil::Date;

impl ActionForm {
    pub(super) fn name(&self) -> Form {
        self.number.map_or(Form::NewAction, Form::Action)
    }

    pub(super) fn filled(mut self, cx: &Cx) -> Self {
        let Some(session) = cx.session() else { return self };
        let Some(draft) = session.draft(&self.name()) else { return self };
        self.fields.fill(draft);
        // Read once with the date in focus, so that what is wrong with it is said.
        let focus = self.fields.focus;
        self.fields.go_to(&ActionField::By);
        let action = self.number.and_then(|number| session.action(number));
        self.read(&cx.framework, cx.now.date(), &mut action.cloned().unwrap_or_default());
        self.fields.focus = focus;
        self
    }

    /// What of it is no part of the session: all of a new action in which it is not said what will be done; else a
    /// date and ids that cannot be read.
    pub(super) fn draft(&self, session: &Session, today: Date) -> Option<Draft> {
        let action = self.number.and_then(|number| session.action(number));
        let is_loose = |field: &Field<ActionField>| match (action, field.name, field.text.text()) {
            (None, ActionField::Why, text) => text.trim() != self.begun_for,
            (None, _, text) => !text.trim().is_empty(),
            (Some(action), ActionField::By, text) => dates::read(&text, today) != Ok(action.by),
            (Some(_), ActionField::Why, _) => field.read.is_err(),
            (Some(_), ..) => false,
        };
        let is_new = action.is_none();
        self.fields.all.iter().any(is_loose).then(|| self.fields.draft(|field| is_new || is_loose(field)))
    }
}
