//! One line written over the list of actions: what became of one, or the day on which the room looks again.

use crate::app::form::Fields;
use crate::app::page::Typed;
use crate::app::{Cx, TextField, dates};
use crate::session::{Draft, Edit, Form, Session};
use crate::words;
use jiff::civil::Date;

#[derive(Clone, Debug)]
pub struct ActionLine {
    /// The action whose log it goes into; `None` for the review date.
    pub log_of: Option<u32>,
    pub fields: Fields<()>,
    before: Option<Edit>,
}

impl ActionLine {
    /// A line for an action's log or for the review date, with what was half typed.
    pub(super) fn begun(log_of: Option<u32>, cx: &Cx) -> Self {
        let mut line = Self { log_of, fields: Fields::new([((), TextField::line(""))]), before: None };
        let Some(session) = cx.session() else { return line };
        match (session.draft(&line.name()), session.review.filter(|_| log_of.is_none())) {
            (Some(draft), _) => {
                line.fields.fill(draft);
                line.read(cx);
            }
            (None, Some(review)) => line.fields.in_focus_mut().text.begin_with(&words::date(review)),
            (None, None) => {}
        }
        line
    }

    fn name(&self) -> Form {
        self.log_of.map_or(Form::Review, Form::Log)
    }

    fn text(&self) -> String {
        self.fields.text(&())
    }

    /// Reads the date, if one is asked for, and says beside it what it is read as.
    fn read(&mut self, cx: &Cx) {
        if self.log_of.is_none() {
            self.fields.in_focus_mut().read = dates::said(&dates::read(&self.text(), cx.now.date()));
        }
    }

    /// A date that cannot be read changes nothing.
    pub(super) fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) {
        if !self.fields.write(typed) || self.log_of.is_some() {
            return;
        }
        self.read(cx);
        if let Ok(date) = dates::read(&self.text(), cx.now.date()) {
            cx.keep_typing(&mut self.before, |session, _| session.set_review(date));
        }
    }

    /// Keeps the line, and says what of it is kept half typed.
    pub(super) fn close(mut self, cx: &mut Cx) {
        let text = self.text();
        if let Some(number) = self.log_of {
            if cx.edit(|session, now| session.log_action(number, &text, now)) {
                cx.drop_draft(&self.name());
            }
            return;
        }
        cx.record_first(&mut self.before);
        if cx.session().is_some_and(|session| session.draft(&self.name()).is_some()) {
            let why = self.fields.in_focus().read.as_ref().err();
            cx.refuse(words::review_kept_half_typed(&text, why.map(String::as_str)));
        }
    }

    pub(super) fn draft(&self, session: &Session, today: Date) -> (Form, Option<Draft>) {
        let text = self.text();
        let is_kept = self.log_of.is_none() && dates::read(&text, today) == Ok(session.review);
        let is_loose = !is_kept && !text.trim().is_empty();
        (self.name(), is_loose.then(|| self.fields.draft(|_| true)))
    }
}
