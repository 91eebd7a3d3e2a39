//! Writing an action: the form of its six fields.
//!
//! Every letter is kept as it is typed, and the whole form is one step to undo.

use crate::app::form::{FieldKey, Fields};
use crate::app::keymap::Command;
use crate::app::page::Next;
use crate::app::{Cx, TextField, dates};
use crate::framework::{Framework, Id};
use crate::session::{Action, Edit, Refusal, Session};
use crate::words;
use jiff::civil::Date;
use std::borrow::Cow;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionField {
    What,
    Why,
    Owner,
    Support,
    By,
    Measure,
}

impl ActionField {
    pub const ALL: [Self; 6] = [Self::What, Self::Owner, Self::By, Self::Measure, Self::Support, Self::Why];

    /// What a draft calls it, which session files hold and so keeps its meaning; its title; what it is for.
    fn named(self) -> [&'static str; 3] {
        match self {
            Self::What => ["what", "What", words::HELP_WHAT],
            Self::Why => ["why", "For", words::HELP_FOR],
            Self::Owner => ["owner", "Who", words::HELP_WHO],
            Self::Support => ["support", "Helped by", words::HELP_HELPED_BY],
            Self::By => ["by", "By when", words::HELP_BY_WHEN],
            Self::Measure => ["measure", words::KNOW_BY.text(), words::HELP_KNOW_BY],
        }
    }

    pub(crate) fn title(self) -> &'static str {
        self.named()[1]
    }

    pub(crate) fn explained(self) -> &'static str {
        self.named()[2]
    }
}

impl FieldKey for ActionField {
    fn key(&self) -> Cow<'static, str> {
        self.named()[0].into()
    }
}

#[derive(Clone, Debug)]
pub struct ActionForm {
    /// The action's number, once it is in the list.
    pub(crate) number: Option<u32>,
    pub fields: Fields<ActionField>,
    new: bool,
    /// The items for which it was begun, as they stand in their field.
    pub(super) begun_for: String,
    before: Option<Edit>,
}

impl ActionForm {
    /// A new action for some items, with its first words.
    pub(in crate::app) fn new(why: Vec<Id>, what: &str) -> Self {
        Self { number: None, new: true, ..Self::of(&Action { why, what: what.to_owned(), ..Action::default() }) }
    }

    pub(in crate::app) fn of(action: &Action) -> Self {
        let why: Vec<&str> = action.why.iter().map(Id::as_str).collect();
        let by = action.by.map_or(String::new(), words::date);
        Self {
            number: Some(action.number),
            fields: Fields::new(ActionField::ALL.into_iter().zip([
                TextField::paragraph(&action.what),
                TextField::line(&action.owner),
                TextField::line(&by),
                TextField::line(&action.measure),
                TextField::line(&action.support),
                TextField::line(&why.join(", ")),
            ])),
            new: false,
            begun_for: why.join(", "),
            before: None,
        }
    }

    /// Puts what is typed into an action. A date that cannot be read, and ids that are no items, change nothing.
    pub(super) fn read(&mut self, framework: &Framework, today: Date, action: &mut Action) {
        let typed = |field| self.fields.text(&field);
        (action.what, action.owner) = (typed(ActionField::What), typed(ActionField::Owner));
        (action.support, action.measure) = (typed(ActionField::Support), typed(ActionField::Measure));
        let (why, by) = (typed(ActionField::Why), typed(ActionField::By));
        let date = dates::read(&by, today);
        if self.fields.in_focus().name == ActionField::By {
            self.fields.read_as(&ActionField::By, dates::said(&date));
        }
        if let Ok(date) = date {
            action.by = date;
        }
        let (mut ids, mut unknown) = (Vec::new(), Vec::new());
        for typed in why.split(|c: char| c == ',' || c.is_whitespace()).filter(|typed| !typed.is_empty()) {
            match framework.items().find(|item| item.id().as_str().eq_ignore_ascii_case(typed)) {
                Some(item) if !ids.contains(item.id()) => ids.push(item.id().clone()),
                Some(_) => {}
                // Another version of the framework may have had it.
                None => match action.why.iter().find(|id| id.as_str() == typed) {
                    Some(id) => ids.push(id.clone()),
                    None => unknown.push(typed),
                },
            }
        }
        action.why = ids;
        let read = if unknown.is_empty() { Ok(String::new()) } else { Err(words::not_on_the_map(&unknown)) };
        self.fields.read_as(&ActionField::Why, read);
    }
}

fn is_blank(action: &Action) -> bool {
    let Action { what, owner, support, by, measure, .. } = action;
    by.is_none() && [what, owner, support, measure].iter().all(|text| text.trim().is_empty())
}

impl ActionForm {
    /// What a command does in the form; `None` while it stays open.
    pub(super) fn command(&mut self, cx: &mut Cx, command: Command) -> Option<Next> {
        match command {
            _ if self.fields.moves(command) => {}
            Command::NextField | Command::Dismiss => return self.close(cx),
            _ => {}
        }
        None
    }

    /// Puts the form into the session: a new action as soon as something is written. Whether it is a new one just now.
    pub(super) fn keep(&mut self, cx: &mut Cx) -> bool {
        let mut action = self.kept(cx).cloned().unwrap_or_default();
        self.read(&Arc::clone(&cx.framework), cx.now.date(), &mut action);
        let is_new = self.number.is_none();
        if is_new {
            // What was written first waits for what will be done.
            if is_blank(&action) || action.what.trim().is_empty() && action.why.is_empty() {
                return false;
            }
            let number = cx.session().map(Session::next_action_number);
            let added = cx.keep_typing(&mut self.before, |session, now| {
                session.add_action(&action.what, action.why.clone(), now)
            });
            self.number = number.filter(|_| added);
        }
        let Some(number) = self.number else { return false };
        cx.keep_typing(&mut self.before, |session, _| {
            session.edit_action(number, |kept| {
                kept.what = action.what;
                kept.why = action.why;
                kept.owner = action.owner;
                kept.support = action.support;
                kept.by = action.by;
                kept.measure = action.measure;
            })
        });
        is_new
    }

    fn kept<'all>(&self, cx: &'all Cx) -> Option<&'all Action> {
        cx.session()?.action(self.number?)
    }

    /// Closes the form and keeps it. A new action in which nothing is written any more is taken back.
    fn close(&mut self, cx: &mut Cx) -> Option<Next> {
        // An owner or a date alone is no action yet; letting it go with the form would lose it.
        let is_written = self.fields.all.iter().any(|field| match field.text.text().trim() {
            text if field.name == ActionField::Why => text != self.begun_for,
            text => !text.is_empty(),
        });
        if self.number.is_none() && is_written {
            self.fields.go_to(&ActionField::What);
            cx.refuse(Refusal::EmptyAction.to_string());
            return None;
        }
        let unread = self.fields.all.iter().find_map(|field| match (field.name, field.read.as_ref().err()?) {
            (ActionField::By, why) => Some(words::not_read_as_date(&field.text.text(), why)),
            (_, why) => Some(words::capital(why)),
        });
        if let Some(unread) = unread {
            cx.refuse(words::action_kept_half_typed(&unread));
        }
        let has_changed = self.before.is_some();
        cx.record_first(&mut self.before);
        if has_changed && self.new && !is_written && self.kept(cx).is_some_and(is_blank) {
            let next = cx.undo();
            cx.notice = Some(words::NO_ACTION_ADDED.into());
            return Some(next);
        }
        Some(Next::Stay)
    }
}
