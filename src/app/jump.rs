//! Going to an item by its id: `J P4`.
//!
//! It goes as soon as no longer id begins with what is typed; where one does, Enter goes.

use super::form::Fields;
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Overlay, TextField, walk};
use crate::framework::Id;
use crate::words;

#[derive(Clone, Debug)]
pub struct Jump {
    pub(crate) fields: Fields<()>,
}

impl Jump {
    pub(super) fn open(cx: &mut Cx) -> Next {
        if cx.workshop.is_none() {
            return Next::Stay;
        }
        if cx.is_check_in() {
            return cx.refuse(words::ACTIONS_ONLY);
        }
        Next::Open(Overlay::Jump(Box::new(Self { fields: Fields::new([((), TextField::line(""))]) })))
    }

    /// Whether an id begins with what is typed and one sign more.
    pub(super) fn goes_on(&self, cx: &Cx, key: Key) -> bool {
        let Key::Char(sign) = key else { return false };
        sign.is_alphanumeric() && cx.matching(&format!("{}{sign}", self.fields.text(&()))).many > 0
    }

    fn go(&mut self, cx: &mut Cx, found: &Matching) -> Next {
        if let Some(id) = &found.exact {
            return walk::go_to_item(cx, id);
        }
        let said = words::begin_so(&self.fields.text(&()), found.many);
        self.fields.in_focus_mut().read = if found.many == 0 { Err(said) } else { Ok(said) };
        Next::Stay
    }
}

impl Page for Jump {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Jump, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Choose => {
                let found = cx.matching(&self.fields.text(&()));
                self.go(cx, &found)
            }
            Command::Dismiss => Next::Close,
            _ => Next::Stay,
        }
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        if !self.fields.write(typed) {
            return Next::Stay;
        }
        match cx.matching(&self.fields.text(&())) {
            // A longer one may be meant.
            Matching { many: 2.., exact: Some(_) } => Next::Stay,
            found => self.go(cx, &found),
        }
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(self.fields.text_in_focus())
    }
}

/// What begins with a text.
#[derive(Debug)]
pub(super) struct Matching {
    /// How many ids do.
    pub(super) many: usize,
    /// The id that is the text.
    pub(super) exact: Option<Id>,
}

impl Cx {
    /// The ids that begin with what is typed, in capitals or not.
    pub(super) fn matching(&self, typed: &str) -> Matching {
        let typed = typed.trim();
        let begins =
            |id: &&Id| id.as_str().get(..typed.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(typed));
        let found: Vec<&Id> = self.framework.items().map(|item| item.id()).filter(begins).collect();
        let exact = found.iter().find(|id| id.as_str().len() == typed.len()).map(|id| (*id).clone());
        Matching { many: found.len(), exact }
    }
}
