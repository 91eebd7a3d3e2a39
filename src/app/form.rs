//! Forms: fields to fill in, which of them is in focus, and what of them is half typed.
//!
//! Every field is a text here, a rating and a choice too, as it stands in drafts; what it means is its page's business.

use super::TextField;
use super::keymap::Command;
use super::page::Typed;
use crate::session::Draft;
use std::borrow::Cow;

pub trait FieldKey: PartialEq {
    /// What a draft calls the field. Session files hold it: it keeps its meaning.
    fn key(&self) -> Cow<'static, str>;
}

/// The only field of a form.
impl FieldKey for () {
    fn key(&self) -> Cow<'static, str> {
        "text".into()
    }
}

/// The neighbour of a choice, round the end.
pub(super) fn turned<T: Copy + PartialEq>(all: &[T], now: T, forward: bool) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    let to = if forward { at + 1 } else { at + all.len() - 1 } % all.len().max(1);
    all.get(to).copied().unwrap_or(now)
}

#[derive(Clone, Debug)]
pub struct Field<N> {
    pub name: N,
    pub text: TextField,
    /// What it is read as, in words, where that is more than it says; why it cannot be read, if it cannot.
    pub read: Result<String, String>,
}

#[derive(Clone, Debug)]
pub struct Fields<N> {
    /// All of them; there is at least one.
    pub all: Vec<Field<N>>,
    pub focus: usize,
    /// Whether anything was typed or turned, now or before Plenary ended.
    pub(super) touched: bool,
}

impl<N> Fields<N> {
    pub(super) fn new(fields: impl IntoIterator<Item = (N, TextField)>) -> Self {
        let all = fields.into_iter().map(|(name, text)| Field { name, text, read: Ok(String::new()) }).collect();
        Self { all, focus: 0, touched: false }
    }

    pub(crate) fn in_focus(&self) -> &Field<N> {
        &self.all[self.focus]
    }

    pub(super) fn in_focus_mut(&mut self) -> &mut Field<N> {
        &mut self.all[self.focus]
    }

    pub(super) fn text_in_focus(&mut self) -> &mut TextField {
        &mut self.all[self.focus].text
    }

    /// Goes on to the next field; whether there is one.
    pub(super) fn next(&mut self) -> bool {
        let is_last = self.focus + 1 >= self.all.len();
        self.focus += usize::from(!is_last);
        !is_last
    }

    /// Goes on or back by a field, if the command says so and there is one.
    pub(super) fn moves(&mut self, command: Command) -> bool {
        match command {
            Command::NextField => self.next(),
            Command::PreviousField => {
                self.back();
                true
            }
            _ => false,
        }
    }

    pub(super) fn back(&mut self) {
        self.focus = self.focus.saturating_sub(1);
    }

    pub(super) fn go_to_place(&mut self, place: usize) {
        self.focus = place.min(self.all.len().saturating_sub(1));
    }

    /// Writes into the field in focus; whether its text changed.
    pub(super) fn write(&mut self, typed: Typed<'_>) -> bool {
        let changed = typed.into(self.text_in_focus());
        if changed {
            self.in_focus_mut().read = Ok(String::new());
        }
        self.touched |= changed;
        changed
    }

    pub(super) fn settle(&mut self) {
        self.all.iter_mut().for_each(|field| field.text.settle());
    }
}

impl<N: FieldKey> Fields<N> {
    pub fn text(&self, name: &N) -> String {
        self.all.iter().find(|field| field.name == *name).map_or(String::new(), |field| field.text.text())
    }

    /// Puts a text in the place of what is typed in a field.
    pub(super) fn set(&mut self, name: &N, text: &str) {
        if let Some(field) = self.all.iter_mut().find(|field| field.name == *name) {
            field.text.begin_with(text);
            self.touched = true;
        }
    }

    /// Notes what a field is read as, or why it cannot be.
    pub(super) fn read_as(&mut self, name: &N, read: Result<String, String>) {
        if let Some(field) = self.all.iter_mut().find(|field| field.name == *name) {
            field.read = read;
        }
    }

    pub(super) fn go_to(&mut self, name: &N) {
        self.focus = self.all.iter().position(|field| field.name == *name).unwrap_or(self.focus);
    }

    /// The draft of some of the fields.
    pub(super) fn draft(&self, holds: impl Fn(&Field<N>) -> bool) -> Draft {
        let held = self.all.iter().filter(|field| holds(field));
        let fields = held.map(|field| (field.name.key().into_owned(), field.text.text())).collect();
        Draft { fields, open_at: self.in_focus().name.key().into_owned() }
    }

    /// Puts in what was half typed.
    pub(super) fn fill(&mut self, draft: &Draft) {
        for (place, field) in self.all.iter_mut().enumerate() {
            let key = field.name.key();
            if let Some(text) = draft.text(&key) {
                field.text.begin_with(text);
            }
            if draft.open_at == key {
                self.focus = place;
            }
        }
        self.touched = true;
    }
}
