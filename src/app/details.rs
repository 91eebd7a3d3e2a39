//! One item of the map: its rating, evidence, note and how it came about.
//!
//! It only shows; Enter goes to the item, where it can be changed.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::text_page::read_on;
use super::{Cx, walk};
use crate::framework::{Cell, Id};

#[derive(Clone, Copy, Debug)]
pub struct Details {
    pub cell: Cell,
    pub(crate) scroll: u16,
}

impl Page for Details {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Details, Context::Page, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Choose => walk::go_to_cell(cx, self.cell),
            _ => read_on(&mut self.scroll, command),
        }
    }

    fn has_wheel(&mut self) -> bool {
        true
    }

    fn at_hand(&self, cx: &Cx) -> Option<Id> {
        cx.framework.item_at(self.cell).map(|item| item.id().clone())
    }
}
