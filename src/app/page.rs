//! A page: what fills the screen or lies on top of it, and what it answers to keys, text and clicks.
//!
//! It holds itself, and changes everything else through the context; what becomes of the pile of pages it only says.

use super::keymap::{Command, Context};
use super::{Cx, Key, Overlay, Screen, Target, TextField};
use crate::framework::Id;
use crate::session::{Draft, Form};

pub(crate) trait Page {
    /// Where a key pressed now is looked up, the innermost first.
    fn contexts(&self, cx: &Cx) -> Vec<Context>;

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next;

    /// Takes a key that is no command here, or a whole text.
    fn typed(&mut self, _cx: &mut Cx, _typed: Typed<'_>) -> Next {
        Next::Stay
    }

    /// The field that takes letters now.
    fn field<'all>(&'all mut self, _cx: &'all mut Cx) -> Option<&'all mut TextField> {
        None
    }

    /// Whether what is typed here goes into the session.
    fn is_recorded(&self) -> bool {
        false
    }

    /// The marked row of a list, or the field in focus: a click goes to another one, and the wheel of a list to the next.
    fn mark(&mut self) -> Option<&mut usize> {
        None
    }

    /// What a click on something here does. Nothing is done by mouse alone: each click stands for a key.
    fn click(&mut self, _cx: &mut Cx, target: Target) -> Next {
        if let (Target::Line(line), Some(mark)) = (target, self.mark()) {
            *mark = line;
        }
        Next::Stay
    }

    /// Whether the wheel moves the mark or the page, as Up and Down do; it never turns a slide or leaves an item.
    fn has_wheel(&mut self) -> bool {
        self.mark().is_some()
    }

    /// The forms in sight here, each with what of it is half typed and no part of the record yet.
    fn drafts(&self, _cx: &Cx) -> Vec<(Form, Option<Draft>)> {
        Vec::new()
    }

    /// The item that the room is looking at here.
    fn at_hand(&self, _cx: &Cx) -> Option<Id> {
        None
    }

    /// Lets the fields being typed in scroll to where a window of another size shows most of them.
    fn settle(&mut self) {}
}

/// What becomes of the pages.
#[derive(Debug, Default)]
pub(crate) enum Next {
    /// They stay as they are.
    #[default]
    Stay,
    Close,
    /// Another page lies on top.
    Open(Overlay),
    /// Another page takes the place of the one on top.
    Replace(Overlay),
    /// Another screen takes the place of all.
    Go(Screen),
    /// They stay; the walk shows what undo has changed, an item or something else.
    Show(Option<Id>),
    /// The page on top closes, and the one beneath is given a command.
    Pass(Command),
}

impl Next {
    /// The page that is to open takes the place of the one on top.
    pub(super) fn in_place(self) -> Self {
        match self {
            Self::Open(overlay) => Self::Replace(overlay),
            other => other,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Typed<'all> {
    Key(Key),
    /// A text that was pasted, to stand where the cursor is.
    Pasted(&'all str),
    /// A text that was said in words, to stand in the place of what is there.
    Said(&'all str),
}

impl Typed<'_> {
    /// Writes it into a field; whether its text changed.
    pub(super) fn into(self, field: &mut TextField) -> bool {
        match self {
            Self::Key(key) => field.key(key),
            Self::Pasted(text) => field.paste(text),
            Self::Said(text) => field.replace(text),
        }
    }
}
