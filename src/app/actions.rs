//! The actions: their list, and the boxes over it in which one is begun, written, logged, or the review date is set.
//!
//! A on any page opens it; where an item is at hand, a new action for that item begins at once.

use super::action_form::{ActionForm, ActionStart};
use super::drafts::ONLY;
use super::keymap::Command;
use super::{App, Cx, Effect, Key, Overlay, Screen, Slide, TextField, dates};
use crate::framework::Id;
use crate::session::{ActionStatus, Edit, Form};
use crate::words;

/// The list of actions.
#[derive(Debug, Default)]
pub struct ActionsPage {
    /// The marked line.
    pub line: usize,
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

impl App {
    /// Shows the actions; where an item is at hand, begins one for it.
    pub(super) fn show_actions(&mut self) -> Vec<Effect> {
        if self.cx.workshop.is_none() {
            return vec![];
        }
        let line = match &self.screen {
            Screen::Slides(slides) if slides.slide == Slide::Actions && self.overlays.is_empty() => slides.line,
            _ => usize::MAX,
        };
        let on_top = self.item_at_hand().and_then(|id| self.cx.start_of(&id));
        let page = ActionsPage { line: line.min(self.cx.actions().len().saturating_sub(1)), on_top };
        self.open(Overlay::Actions(Box::new(page)))
    }

    /// The item that the room is looking at, of whatever kind.
    pub(super) fn item_at_hand(&self) -> Option<Id> {
        match (self.overlays.last(), &self.screen) {
            (Some(Overlay::Details(details)), _) => {
                self.cx.framework.item_at(details.cell).map(|item| item.id().clone())
            }
            (_, Screen::Walk(walk)) => walk.step.item().cloned(),
            (_, Screen::Slides(_)) => self.marked_item(),
            _ => None,
        }
    }

    pub(super) fn actions_page(&mut self) -> Option<&mut ActionsPage> {
        match self.overlays.last_mut() {
            Some(Overlay::Actions(page)) => Some(page),
            _ => None,
        }
    }

    /// Whether the list of actions is in sight and empty.
    pub(super) fn is_list_of_no_actions(&self) -> bool {
        let in_sight = matches!(self.overlays.last(), Some(Overlay::Actions(page)) if page.on_top.is_none());
        in_sight && self.cx.actions().is_empty()
    }

    pub(super) fn actions_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(page) = self.actions_page() else { return vec![] };
        match page.on_top.as_ref() {
            None => self.action_list_command(command),
            Some(ActionBox::Start(_)) => self.action_start_command(command),
            Some(ActionBox::Form(_)) => self.action_form_command(command),
            Some(ActionBox::Log { .. } | ActionBox::Review { .. }) => match command {
                Command::Choose | Command::Dismiss => self.close_action_line(),
                _ => vec![],
            },
        }
    }

    fn action_list_command(&mut self, command: Command) -> Vec<Effect> {
        let many = self.cx.actions().len();
        let Some(page) = self.actions_page() else { return vec![] };
        let mut line = page.line.min(many.saturating_sub(1));
        if command.marks(&mut line, many) {
            self.mark_action(line);
            return vec![];
        }
        page.line = line;
        let number = self.cx.actions().get(line).map(|action| action.number);
        match (command, number) {
            (Command::New, _) | (Command::Choose, None) => {
                let form = self.cx.action_box(ActionForm::new(Vec::new(), ""));
                return self.put_on_top(form);
            }
            (Command::Choose, Some(_)) => {
                let form = self.cx.actions().get(line).map(ActionForm::of).map(|form| self.cx.action_box(form));
                return form.map_or(vec![], |form| self.put_on_top(form));
            }
            (Command::Review, _) => {
                let review = self.cx.review_box();
                return self.put_on_top(review);
            }
            (Command::Undo, _) => return self.undo(),
            (Command::Redo, _) => return self.redo(),
            (Command::Dismiss, _) => {
                self.overlays.pop();
            }
            (_, None) => return self.cx.refuse("There is no action yet. N writes one."),
            (Command::Log, Some(number)) => {
                let log = self.cx.log_box(number);
                return self.put_on_top(log);
            }
            (Command::Status, Some(number)) => return self.cx.turn_status(number),
            (Command::SetStatus(status), Some(number)) => return self.cx.set_status(number, status),
            (Command::Clear, Some(number)) => return self.cx.set_status(number, ActionStatus::Dropped),
            (Command::Left, Some(number)) => return self.move_action(number, line, line.saturating_sub(1)),
            (Command::Right, Some(number)) => {
                return self.move_action(number, line, (line + 1).min(many.saturating_sub(1)));
            }
            _ => {}
        }
        vec![]
    }

    fn mark_action(&mut self, line: usize) {
        if let Some(page) = self.actions_page() {
            page.line = line;
        }
    }

    pub(super) fn put_on_top(&mut self, on_top: ActionBox) -> Vec<Effect> {
        if let Some(page) = self.actions_page() {
            page.on_top = Some(on_top);
        }
        vec![]
    }

    fn move_action(&mut self, number: u32, from: usize, to: usize) -> Vec<Effect> {
        let effects = self.cx.edit(|session, _| session.move_action(number, to));
        self.mark_action(if effects.is_empty() { from } else { to });
        effects
    }

    pub(super) fn actions_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(page) = self.actions_page() else { return vec![] };
        match (page.on_top.as_mut(), key) {
            // A letter is the first of the room's own words.
            (Some(ActionBox::Start(_)), Key::Char(letter)) if letter != ' ' => {
                self.begin_action("");
                self.action_typed(|field| field.key(key))
            }
            (Some(ActionBox::Form(_)), _) => self.action_typed(|field| field.key(key)),
            (Some(ActionBox::Log { text, .. }), _) => {
                text.key(key);
                vec![]
            }
            (Some(ActionBox::Review { .. }), _) => self.review_typed(|field| field.key(key)),
            _ => vec![],
        }
    }

    pub(super) fn actions_written(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        let Some(page) = self.actions_page() else { return vec![] };
        match page.on_top.as_mut() {
            Some(ActionBox::Start(_)) => {
                self.begin_action("");
                self.action_typed(typed)
            }
            Some(ActionBox::Form(_)) => self.action_typed(typed),
            Some(ActionBox::Log { text, .. }) => {
                typed(text);
                vec![]
            }
            Some(ActionBox::Review { .. }) => self.review_typed(typed),
            None => vec![],
        }
    }

    /// Takes what was typed for the review date; a date that cannot be read changes nothing.
    fn review_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        let today = self.cx.now.date();
        let Some(ActionBox::Review { text, read, .. }) = self.actions_page().and_then(|page| page.on_top.as_mut())
        else {
            return vec![];
        };
        if !typed(text) {
            return vec![];
        }
        let date = dates::read(&text.text(), today);
        *read = dates::said(&date);
        let Ok(date) = date else { return vec![] };
        let Some(edit) = self.cx.apply(|session, _| session.set_review(date)) else { return vec![] };
        if let Some(ActionBox::Review { before, .. }) = self.actions_page().and_then(|page| page.on_top.as_mut()) {
            before.get_or_insert(edit);
        }
        vec![Effect::Save]
    }

    /// Closes the box of a log line or of the review date, and keeps what was typed.
    fn close_action_line(&mut self) -> Vec<Effect> {
        let on_top = self.actions_page().and_then(|page| page.on_top.take());
        match on_top {
            Some(ActionBox::Log { number, text }) => {
                let effects = self.cx.edit(|session, now| session.log_action(number, &text.text(), now));
                if !effects.is_empty() {
                    self.cx.drop_draft(&Form::Log(number));
                }
                effects
            }
            Some(ActionBox::Review { text, before, read }) => {
                if let Some(edit) = before {
                    self.cx.record(edit);
                }
                if self.cx.draft(&Form::Review).is_some() {
                    let why =
                        read.map_or_else(|why| format!("was not read as a date: {why}"), |_| "is not taken".into());
                    return self.cx.refuse(format!("\"{}\" {why}. It is kept half typed: R opens it", text.text()));
                }
                vec![]
            }
            _ => vec![],
        }
    }
}

impl Cx {
    fn start_of(&self, id: &Id) -> Option<ActionBox> {
        let item = self.framework.item(id)?;
        Some(ActionBox::Start(ActionStart::new(&self.framework, item)))
    }

    fn turn_status(&mut self, number: u32) -> Vec<Effect> {
        let status = self.actions().iter().find(|action| action.number == number).map(|action| action.status);
        let next = match status {
            Some(ActionStatus::NotStarted) => ActionStatus::UnderWay,
            Some(ActionStatus::UnderWay) => ActionStatus::Done,
            Some(ActionStatus::Done) => ActionStatus::Dropped,
            Some(ActionStatus::Dropped) | None => ActionStatus::NotStarted,
        };
        self.set_status(number, next)
    }

    fn set_status(&mut self, number: u32, status: ActionStatus) -> Vec<Effect> {
        self.edit(|session, now| session.set_action_status(number, status, now))
    }

    /// The box for the review date, with what was half typed.
    pub(super) fn review_box(&self) -> ActionBox {
        let review = self.workshop.as_ref().and_then(|workshop| workshop.session.review);
        let half_typed = self.draft(&Form::Review).and_then(|draft| draft.text(ONLY));
        let text = half_typed.map_or_else(|| review.map_or(String::new(), words::date), str::to_owned);
        let read = half_typed.map_or(Ok(String::new()), |text| dates::said(&dates::read(text, self.now.date())));
        ActionBox::Review { text: TextField::line(&text), read, before: None }
    }

    /// The box for a line of an action's log, with what was half typed.
    pub(super) fn log_box(&self, number: u32) -> ActionBox {
        let half_typed = self.draft(&Form::Log(number)).and_then(|draft| draft.text(ONLY));
        ActionBox::Log { number, text: TextField::line(half_typed.unwrap_or_default()) }
    }
}
