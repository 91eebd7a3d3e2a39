//! Writing an action: how one begins for an item, with starters on offer, and the form of its six fields.
//!
//! Every letter is kept as it is typed, and the whole form is one step to undo.

mod draft;

use super::actions::ActionBox;
use super::keymap::Command;
use super::{App, Cx, Effect, TextField, dates};
use crate::analysis::starters;
use crate::framework::{Framework, Id, Item};
use crate::session::{Action, Edit, Refusal};
use crate::words;
use jiff::civil::Date;

/// How a new action for an item begins.
#[derive(Debug)]
pub struct ActionStart {
    /// What it is for.
    pub item: Id,
    /// The starters on offer, each with the risk it comes through, if any. After the last comes "in your own words".
    pub offers: Vec<(String, Option<Id>)>,
    /// The marked line.
    pub line: usize,
}

impl ActionStart {
    pub(super) fn new(framework: &Framework, item: Item<'_>) -> Self {
        let offers = framework.item(item.id()).map_or(Vec::new(), |item| starters(framework, item));
        let offers = offers
            .into_iter()
            .map(|offer| (offer.starter.text.clone(), offer.through.map(|risk| risk.id.clone())))
            .collect();
        Self { item: item.id().clone(), offers, line: 0 }
    }
}

/// The fields of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionField {
    /// What will be done.
    What,
    /// What it is for, by ids.
    Why,
    /// Who answers for it.
    Owner,
    /// Who and what helps.
    Support,
    /// By when.
    By,
    /// How the room will know.
    Measure,
}

impl ActionField {
    /// All fields in order.
    pub const ALL: [Self; 6] = [Self::What, Self::Why, Self::Owner, Self::Support, Self::By, Self::Measure];

    /// What stands beside the field.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::What => "What",
            Self::Why => "For",
            Self::Owner => "Who",
            Self::Support => "With",
            Self::By => "By when",
            Self::Measure => "Seen by",
        }
    }

    /// What to write there.
    #[must_use]
    pub fn explained(self) -> &'static str {
        match self {
            Self::What => "What will be done, in one sentence.",
            Self::Why => "What it is for, by the map: P3, R6, AS7.",
            Self::Owner => "Who answers for it: a role or an organisation, no names of persons.",
            Self::Support => "Who and what helps.",
            Self::By => "A date: 30 June 2026, 30 June, end of June.",
            Self::Measure => "How the room will know that it worked.",
        }
    }
}

/// An action being written.
#[derive(Debug)]
pub struct ActionForm {
    /// The action's number, once it is in the list.
    pub number: Option<u32>,
    /// The field in focus.
    pub focus: ActionField,
    /// What is typed, in the order of [`ActionField::ALL`].
    pub fields: [TextField; 6],
    /// What the date is read as; why not, if it cannot be.
    pub by: Result<String, String>,
    /// What of the ids is no item.
    pub unknown: Vec<String>,
    new: bool,
    /// Whether anything was typed, now or before Plenary ended.
    pub(super) touched: bool,
    /// The items for which it was begun, as they stand in their field.
    begun_for: String,
    before: Option<Edit>,
}

impl ActionForm {
    /// A new action for some items, with its first words.
    pub(super) fn new(why: Vec<Id>, what: &str) -> Self {
        Self { number: None, new: true, ..Self::of(&Action { why, what: what.to_owned(), ..Action::default() }) }
    }

    /// An action of the list.
    pub(super) fn of(action: &Action) -> Self {
        let why: Vec<&str> = action.why.iter().map(Id::as_str).collect();
        let by = action.by.map_or(String::new(), words::date);
        Self {
            number: Some(action.number),
            focus: ActionField::What,
            fields: [
                TextField::paragraph(&action.what),
                TextField::line(&why.join(", ")),
                TextField::line(&action.owner),
                TextField::line(&action.support),
                TextField::line(&by),
                TextField::line(&action.measure),
            ],
            by: Ok(String::new()),
            unknown: Vec::new(),
            new: false,
            touched: false,
            begun_for: why.join(", "),
            before: None,
        }
    }

    fn at(&self) -> usize {
        ActionField::ALL.iter().position(|field| *field == self.focus).unwrap_or(0)
    }

    pub(super) fn field(&mut self) -> &mut TextField {
        let at = self.at();
        &mut self.fields[at]
    }

    /// Puts what is typed into an action. A date that cannot be read, and ids that are no items, change nothing.
    fn read(&mut self, framework: &Framework, today: Date, action: &mut Action) {
        let [what, why, owner, support, by, measure] = self.fields.each_ref().map(TextField::text);
        (action.what, action.owner, action.support, action.measure) = (what, owner, support, measure);
        let date = dates::read(&by, today);
        if self.focus == ActionField::By {
            self.by = dates::said(&date);
        }
        if let Ok(date) = date {
            action.by = date;
        }
        self.unknown.clear();
        let mut ids = Vec::new();
        for typed in why.split(|c: char| c == ',' || c.is_whitespace()).filter(|typed| !typed.is_empty()) {
            match framework.items().find(|item| item.id().as_str().eq_ignore_ascii_case(typed)) {
                Some(item) if !ids.contains(item.id()) => ids.push(item.id().clone()),
                Some(_) => {}
                // Another version of the framework may have had it.
                None => match action.why.iter().find(|id| id.as_str() == typed) {
                    Some(id) => ids.push(id.clone()),
                    None => self.unknown.push(typed.to_owned()),
                },
            }
        }
        action.why = ids;
    }
}

fn is_blank(action: &Action) -> bool {
    let Action { what, owner, support, by, measure, .. } = action;
    by.is_none() && [what, owner, support, measure].iter().all(|text| text.trim().is_empty())
}

impl App {
    fn action_form(&mut self) -> Option<&mut ActionForm> {
        match self.actions_page()?.on_top.as_mut() {
            Some(ActionBox::Form(form)) => Some(form),
            _ => None,
        }
    }

    pub(super) fn action_start_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(ActionBox::Start(start)) = self.actions_page().and_then(|page| page.on_top.as_mut()) else {
            return vec![];
        };
        match command {
            Command::Starter(number) => return self.pick_starter(usize::from(number.saturating_sub(1))),
            Command::Up => start.line = start.line.saturating_sub(1),
            Command::Down => start.line = (start.line + 1).min(start.offers.len()),
            Command::Choose => {
                let line = start.line;
                return self.pick_starter(line);
            }
            Command::Dismiss => {
                if let Some(page) = self.actions_page() {
                    page.on_top = None;
                }
            }
            _ => {}
        }
        vec![]
    }

    /// Begins the action with a starter's words, or with none: both can be changed.
    fn pick_starter(&mut self, place: usize) -> Vec<Effect> {
        let Some(ActionBox::Start(start)) = self.actions_page().and_then(|page| page.on_top.as_ref()) else {
            return vec![];
        };
        let words = match start.offers.get(place) {
            Some((words, _)) => words.clone(),
            None if place == start.offers.len() => String::new(),
            None => {
                return self
                    .cx
                    .refuse("There is no starter with that number; Enter on the last line is your own words");
            }
        };
        if self.cx.refuses_text() {
            return vec![];
        }
        self.begin_action(&words);
        if words.is_empty() { vec![] } else { self.keep_action() }
    }

    /// Turns the beginning into the form.
    pub(super) fn begin_action(&mut self, what: &str) {
        let Some(page) = self.actions_page() else { return };
        if let Some(ActionBox::Start(start)) = page.on_top.as_ref() {
            let form = ActionForm::new(vec![start.item.clone()], what);
            page.on_top = Some(ActionBox::Form(Box::new(form)));
        }
    }

    pub(super) fn action_form_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(form) = self.action_form() else { return vec![] };
        let at = form.at();
        match command {
            Command::NextField => match ActionField::ALL.get(at + 1) {
                Some(field) => form.focus = *field,
                None => return self.close_action_form(),
            },
            Command::PreviousField => form.focus = ActionField::ALL[at.saturating_sub(1)],
            Command::Dismiss => return self.close_action_form(),
            _ => {}
        }
        vec![]
    }

    pub(super) fn action_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        let Some(form) = self.action_form() else { return vec![] };
        if !typed(form.field()) {
            return vec![];
        }
        form.touched = true;
        self.keep_action()
    }

    /// Puts the form into the session: a new action as soon as something is written.
    fn keep_action(&mut self) -> Vec<Effect> {
        let (framework, today) = (self.cx.framework.clone(), self.cx.now.date());
        let number = self.action_form().and_then(|form| form.number);
        let mut action = number.and_then(|number| self.cx.action_numbered(number)).unwrap_or_default();
        let Some(form) = self.action_form() else { return vec![] };
        form.read(&framework, today, &mut action);
        let added = match number {
            Some(_) => None,
            // What was written first waits for what will be done.
            None if is_blank(&action) || action.what.trim().is_empty() && action.why.is_empty() => return vec![],
            None => self.add_action(&action),
        };
        let Some(number) = number.or_else(|| self.action_form()?.number) else { return vec![] };
        let edit = self.cx.apply(|session, _| {
            session.edit_action(number, |kept| {
                kept.what = action.what;
                kept.why = action.why;
                kept.owner = action.owner;
                kept.support = action.support;
                kept.by = action.by;
                kept.measure = action.measure;
            })
        });
        let changed = added.is_some() || edit.is_some();
        if let (Some(form), Some(edit)) = (self.action_form(), added.or(edit)) {
            // The first change holds what stood there before any letter was typed.
            form.before.get_or_insert(edit);
        }
        if changed { vec![Effect::Save] } else { vec![] }
    }

    /// Adds the action that is being written, and marks it in the list.
    fn add_action(&mut self, action: &Action) -> Option<Edit> {
        let number = self.cx.workshop.as_ref()?.session.next_action_number();
        let edit = self.cx.apply(|session, now| session.add_action(&action.what, action.why.clone(), now))?;
        self.action_form()?.number = Some(number);
        let last = self.cx.actions().len().saturating_sub(1);
        self.actions_page()?.line = last;
        Some(edit)
    }

    /// Closes the form and keeps it. A new action in which nothing is written any more is taken back.
    fn close_action_form(&mut self) -> Vec<Effect> {
        let Some(form) = self.action_form() else { return vec![] };
        // An owner or a date alone is no action yet; letting it go with the form would lose it.
        let (why, begun_for) = (1, &form.begun_for);
        let written = |(at, field): (usize, &TextField)| match field.text().trim() {
            text if at == why => text != begun_for,
            text => !text.is_empty(),
        };
        if form.number.is_none() && form.fields.iter().enumerate().any(written) {
            form.focus = ActionField::What;
            return self.cx.refuse(Refusal::EmptyAction.to_string());
        }
        let (number, new, before) = (form.number, form.new, form.before.take());
        let is_empty = !form.fields.iter().enumerate().any(written);
        let typed = form.fields[4].text();
        let unread = form.by.clone().err().map(|problem| format!("\"{typed}\" was not read as a date: {problem}"));
        let unknown = (!form.unknown.is_empty()).then(|| format!("Not on the map: {}", form.unknown.join(", ")));
        if let Some(page) = self.actions_page() {
            page.on_top = None;
        }
        let unread = unread.or(unknown).map(|unread| format!("{unread}. It is kept half typed: Enter opens it"));
        if let Some(problem) = unread {
            self.cx.refuse(problem);
        }
        let Some(edit) = before else { return vec![] };
        self.cx.record(edit);
        let blank = number.and_then(|number| self.cx.action_numbered(number)).is_some_and(|action| is_blank(&action));
        if new && blank && is_empty {
            let effects = self.undo();
            self.cx.notice = Some("Nothing was written, so no action was added".into());
            return effects;
        }
        vec![]
    }
}

impl Cx {
    fn action_numbered(&self, number: u32) -> Option<Action> {
        self.workshop.as_ref()?.session.action(number).cloned()
    }
}
