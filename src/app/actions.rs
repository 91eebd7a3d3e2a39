//! The actions: their list, and the boxes over it in which one is begun, written, logged, or the review date is set.
//!
//! A on any page opens it; where an item is at hand, a new action for that item begins at once.

mod draft;
mod form;
mod start;

use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Overlay, TextField, dates};
use crate::framework::Id;
use crate::session::{ActionStatus, Draft, Edit, Form};
use crate::words;

pub use form::{ActionField, ActionForm};
pub use start::ActionStart;

/// The list of actions.
#[derive(Debug, Default)]
pub struct ActionsPage {
    pub(crate) line: usize,
    /// What lies over the list.
    pub on_top: Option<ActionBox>,
}

/// A box over the list of actions.
#[derive(Debug)]
pub enum ActionBox {
    /// How a new action for an item begins.
    Start(ActionStart),
    /// Writing an action.
    Form(Box<ActionForm>),
    /// Adding a line to the log of an action.
    Log {
        /// The action.
        number: u32,
        /// The line.
        text: TextField,
    },
    /// Setting the review date.
    Review {
        /// The date as typed.
        text: TextField,
        /// What the typed date is read as; why not, if it cannot be.
        read: Result<String, String>,
        /// What stood there before anything was typed.
        before: Option<Edit>,
    },
}

impl ActionBox {
    /// The form of an action, with what was half typed of it.
    pub(super) fn form(form: ActionForm, cx: &Cx) -> Self {
        Self::Form(Box::new(form.filled(cx)))
    }

    /// The box for the review date, with what was half typed.
    pub(super) fn review(cx: &Cx) -> Self {
        let review = cx.session().and_then(|session| session.review);
        let half_typed = cx.session().and_then(|session| session.draft(&Form::Review)?.text(ONLY));
        let text = half_typed.map_or_else(|| review.map_or(String::new(), words::date), str::to_owned);
        let read = half_typed.map_or(Ok(String::new()), |text| dates::said(&dates::read(text, cx.now.date())));
        Self::Review { text: TextField::line(&text), read, before: None }
    }

    /// The box for a line of an action's log, with what was half typed.
    pub(super) fn log(number: u32, cx: &Cx) -> Self {
        let half_typed = cx.session().and_then(|session| session.draft(&Form::Log(number))?.text(ONLY));
        Self::Log { number, text: TextField::line(half_typed.unwrap_or_default()) }
    }
}

impl ActionsPage {
    /// Shows the actions with a line marked; where an item is at hand, begins one for it.
    pub(super) fn show(cx: &Cx, line: usize, at_hand: Option<&Id>) -> Next {
        if cx.workshop.is_none() {
            return Next::Stay;
        }
        let item = at_hand.and_then(|id| cx.framework.item(id));
        let on_top = item.map(|item| ActionBox::Start(ActionStart::new(&cx.framework, item)));
        let line = line.min(cx.actions().len().saturating_sub(1));
        Next::Open(Overlay::Actions(Box::new(Self { line, on_top })))
    }

    fn list_command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let many = cx.actions().len();
        let last = many.saturating_sub(1);
        self.line = self.line.min(last);
        if command.marks(&mut self.line, many) {
            return Next::Stay;
        }
        let action = cx.actions().get(self.line);
        match (command, action.map(|action| action.number)) {
            (Command::Undo, _) => return cx.undo(),
            (Command::Redo, _) => return cx.redo(),
            (Command::Dismiss, _) => return Next::Close,
            (Command::New, _) => self.on_top = Some(ActionBox::form(ActionForm::new(Vec::new(), ""), cx)),
            (Command::Choose, _) => {
                let form = action.map_or_else(|| ActionForm::new(Vec::new(), ""), ActionForm::of);
                self.on_top = Some(ActionBox::form(form, cx));
            }
            (Command::Review, _) => self.on_top = Some(ActionBox::review(cx)),
            (_, None) => return cx.refuse("There is no action yet. N writes one."),
            (Command::Log, Some(number)) => self.on_top = Some(ActionBox::log(number, cx)),
            (Command::Status, Some(number)) => {
                let next = action.map_or(ActionStatus::NotStarted, |action| after(action.status));
                cx.edit(|session, now| session.set_action_status(number, next, now));
            }
            (Command::SetStatus(status), Some(number)) => {
                cx.edit(|session, now| session.set_action_status(number, status, now));
            }
            (Command::Clear, Some(number)) => {
                cx.edit(|session, now| session.set_action_status(number, ActionStatus::Dropped, now));
            }
            (Command::Left, Some(number)) => self.move_to(cx, number, self.line.saturating_sub(1)),
            (Command::Right, Some(number)) => self.move_to(cx, number, (self.line + 1).min(last)),
            _ => {}
        }
        Next::Stay
    }

    fn move_to(&mut self, cx: &mut Cx, number: u32, to: usize) {
        if cx.edit(|session, _| session.move_action(number, to)) {
            self.line = to;
        }
    }

    fn start_command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let Some(ActionBox::Start(start)) = &mut self.on_top else { return Next::Stay };
        match command {
            Command::Starter(number) => return self.pick_starter(cx, usize::from(number.saturating_sub(1))),
            Command::Up => start.line = start.line.saturating_sub(1),
            Command::Down => start.line = (start.line + 1).min(start.offers.len()),
            Command::Choose => {
                let line = start.line;
                return self.pick_starter(cx, line);
            }
            Command::Dismiss => self.on_top = None,
            _ => {}
        }
        Next::Stay
    }

    /// Begins the action with a starter's words, or with none: both can be changed.
    fn pick_starter(&mut self, cx: &mut Cx, place: usize) -> Next {
        let Some(ActionBox::Start(start)) = &self.on_top else { return Next::Stay };
        let words = match start.offers.get(place) {
            Some((words, _)) => words.clone(),
            None if place == start.offers.len() => String::new(),
            None => {
                return cx.refuse("There is no starter with that number; Enter on the last line is your own words");
            }
        };
        if !cx.refuses_text() {
            self.begin(&words);
            if !words.is_empty() {
                self.keep(cx);
            }
        }
        Next::Stay
    }

    fn begin(&mut self, what: &str) {
        if let Some(ActionBox::Start(start)) = &self.on_top {
            let form = ActionForm::new(vec![start.item.clone()], what);
            self.on_top = Some(ActionBox::Form(Box::new(form)));
        }
    }

    /// Puts the form into the session, and marks a new action in the list.
    fn keep(&mut self, cx: &mut Cx) {
        if let Some(ActionBox::Form(form)) = &mut self.on_top
            && form.keep(cx)
        {
            self.line = cx.actions().len().saturating_sub(1);
        }
    }

    /// Closes the box of a log line or of the review date, and keeps what was typed.
    fn close_line(&mut self, cx: &mut Cx) {
        match self.on_top.take() {
            Some(ActionBox::Log { number, text })
                if cx.edit(|session, now| session.log_action(number, &text.text(), now)) =>
            {
                cx.drop_draft(&Form::Log(number));
            }
            Some(ActionBox::Review { text, mut before, read }) => {
                cx.record_first(&mut before);
                if cx.session().is_some_and(|session| session.draft(&Form::Review).is_some()) {
                    let why =
                        read.map_or_else(|why| format!("was not read as a date: {why}"), |_| "is not taken".into());
                    cx.refuse(format!("\"{}\" {why}. It is kept half typed: R opens it", text.text()));
                }
            }
            _ => {}
        }
    }
}

impl Page for ActionsPage {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        match &self.on_top {
            None => vec![Context::Actions, Context::Letters, Context::Always],
            Some(ActionBox::Start(_)) => vec![Context::ActionStart, Context::Always],
            Some(ActionBox::Form(_)) => vec![Context::ActionForm, Context::Always],
            Some(ActionBox::Log { .. } | ActionBox::Review { .. }) => vec![Context::ActionLine, Context::Always],
        }
    }

    fn mark(&mut self) -> Option<&mut usize> {
        self.on_top.is_none().then_some(&mut self.line)
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match (&mut self.on_top, command) {
            (None, _) => return self.list_command(cx, command),
            (Some(ActionBox::Start(_)), _) => return self.start_command(cx, command),
            (Some(ActionBox::Form(form)), _) => {
                if let Some(next) = form.command(cx, command) {
                    self.on_top = None;
                    return next;
                }
            }
            (Some(ActionBox::Log { .. } | ActionBox::Review { .. }), Command::Choose | Command::Dismiss) => {
                self.close_line(cx);
            }
            _ => {}
        }
        Next::Stay
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        // A letter is the first of the room's own words.
        let is_words = match typed {
            Typed::Key(key) => matches!(key, Key::Char(letter) if letter != ' '),
            Typed::Pasted(_) | Typed::Said(_) => true,
        };
        if is_words {
            self.begin("");
        }
        match &mut self.on_top {
            Some(ActionBox::Form(form)) => {
                if form.fields.write(typed) {
                    self.keep(cx);
                }
            }
            Some(ActionBox::Log { text, .. }) => {
                typed.into(text);
            }
            // A date that cannot be read changes nothing.
            Some(ActionBox::Review { text, read, before }) => {
                if typed.into(text) {
                    let date = dates::read(&text.text(), cx.now.date());
                    *read = dates::said(&date);
                    if let Ok(date) = date {
                        cx.keep_typing(before, |session, _| session.set_review(date));
                    }
                }
            }
            Some(ActionBox::Start(_)) | None => {}
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        match self.on_top.as_mut()? {
            ActionBox::Form(form) => Some(form.fields.text_in_focus()),
            ActionBox::Log { text, .. } | ActionBox::Review { text, .. } => Some(text),
            ActionBox::Start(_) => None,
        }
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn drafts(&self, cx: &Cx) -> Vec<(Form, Option<Draft>)> {
        let (Some(session), today) = (cx.session(), cx.now.date()) else { return Vec::new() };
        match &self.on_top {
            // One that is begun anew leaves what was half typed of another alone.
            Some(ActionBox::Form(form)) if form.fields.touched => {
                vec![(Form::NewAction, None), (form.name(), form.draft(session, today))]
            }
            Some(ActionBox::Log { number, text }) => vec![(Form::Log(*number), line_draft(text))],
            Some(ActionBox::Review { text, .. }) => {
                let is_read = dates::read(&text.text(), today) == Ok(session.review);
                vec![(Form::Review, line_draft(text).filter(|_| !is_read))]
            }
            Some(ActionBox::Form(_) | ActionBox::Start(_)) | None => Vec::new(),
        }
    }
}

/// The name that the only field of a form goes by in drafts.
const ONLY: &str = "text";

/// The draft of a form of one line.
fn line_draft(text: &TextField) -> Option<Draft> {
    let text = text.text();
    (!text.trim().is_empty()).then(|| Draft::new(ONLY, [(ONLY, text)]))
}

/// The next status for the key that turns it.
fn after(status: ActionStatus) -> ActionStatus {
    match status {
        ActionStatus::NotStarted => ActionStatus::UnderWay,
        ActionStatus::UnderWay => ActionStatus::Done,
        ActionStatus::Done => ActionStatus::Dropped,
        ActionStatus::Dropped => ActionStatus::NotStarted,
    }
}
