//! The actions: their list, and the boxes over it in which one is begun, written, logged, or the review date is set.
//!
//! A on any page opens it; where an item is at hand, a new action for that item begins at once.

mod draft;
mod form;
mod line;
mod start;

use super::form::turned;
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Overlay, TextField};
use crate::framework::Id;
use crate::session::{ActionStatus, Draft, Form};
use crate::words;

pub use form::{ActionField, ActionForm};
pub use line::ActionLine;
pub use start::ActionStart;

#[derive(Clone, Debug, Default)]
pub struct ActionsPage {
    pub(crate) line: usize,
    /// What lies over the list.
    pub on_top: Option<ActionBox>,
}

#[derive(Clone, Debug)]
pub enum ActionBox {
    /// How a new action for an item begins.
    Start(ActionStart),
    Form(Box<ActionForm>),
    /// Adding a line to the log of an action, or setting the review date.
    Line(Box<ActionLine>),
}

impl ActionBox {
    /// The form of an action, with what was half typed of it.
    pub(super) fn form(form: ActionForm, cx: &Cx) -> Self {
        Self::Form(Box::new(form.filled(cx)))
    }

    pub(super) fn review(cx: &Cx) -> Self {
        Self::Line(Box::new(ActionLine::begun(None, cx)))
    }

    pub(super) fn log(number: u32, cx: &Cx) -> Self {
        Self::Line(Box::new(ActionLine::begun(Some(number), cx)))
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
            (Command::Dismiss, _) => return Next::Close,
            (Command::New, _) => self.on_top = Some(ActionBox::form(ActionForm::new(Vec::new(), ""), cx)),
            (Command::Choose, _) => {
                let form = action.map_or_else(|| ActionForm::new(Vec::new(), ""), ActionForm::of);
                self.on_top = Some(ActionBox::form(form, cx));
            }
            (Command::Review, _) => self.on_top = Some(ActionBox::review(cx)),
            (Command::Finish, _) => return cx.ask_whether_to_finish(),
            (_, None) => return cx.refuse(words::NO_ACTION_YET),
            (Command::Log, Some(number)) => self.on_top = Some(ActionBox::log(number, cx)),
            (Command::Status, Some(number)) => {
                let now = action.map_or(ActionStatus::default(), |action| action.status);
                let next = turned(&ActionStatus::ALL, now, true);
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
            None => return cx.refuse(words::NO_SUCH_STARTER),
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
}

impl Page for ActionsPage {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        match &self.on_top {
            None => vec![Context::Actions, Context::Letters, Context::Always],
            Some(ActionBox::Start(_)) => vec![Context::ActionStart, Context::Always],
            Some(ActionBox::Form(_)) => vec![Context::ActionForm, Context::Always],
            Some(ActionBox::Line(_)) => vec![Context::ActionLine, Context::Always],
        }
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(match &mut self.on_top {
            None => &mut self.line,
            Some(ActionBox::Start(start)) => &mut start.line,
            Some(ActionBox::Form(form)) => &mut form.fields.focus,
            Some(ActionBox::Line(line)) => &mut line.fields.focus,
        })
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
            (Some(ActionBox::Line(_)), Command::Choose | Command::Dismiss) => {
                if let Some(ActionBox::Line(line)) = self.on_top.take() {
                    line.close(cx);
                }
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
            Some(ActionBox::Line(line)) => line.typed(cx, typed),
            Some(ActionBox::Start(_)) | None => {}
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        match self.on_top.as_mut()? {
            ActionBox::Form(form) => Some(form.fields.text_in_focus()),
            ActionBox::Line(line) => Some(line.fields.text_in_focus()),
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
            Some(ActionBox::Line(line)) => vec![line.draft(session, today)],
            Some(ActionBox::Form(_) | ActionBox::Start(_)) | None => Vec::new(),
        }
    }
}
