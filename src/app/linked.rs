//! What feeds a risk: its paired assumptions and linked items in a list, each one key away.
//!
//! It changes nothing; Enter goes to an item, and Esc there comes back to the risk.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Overlay, Walk};
use crate::framework::Id;
use crate::words;

#[derive(Clone, Debug)]
pub struct Linked {
    /// The items: assumptions first.
    pub(crate) items: Vec<Id>,
    pub(crate) focus: usize,
}

impl Linked {
    /// Shows what feeds the risk at which the room is.
    pub(super) fn show(cx: &mut Cx) -> Next {
        let step = cx.current_step();
        let risk = step.as_ref().and_then(|step| step.item()).and_then(|id| cx.framework.risk(id));
        let Some(risk) = risk else { return Next::Stay };
        let items: Vec<Id> = risk.assumptions.iter().chain(&risk.features).cloned().collect();
        if items.is_empty() {
            return cx.refuse(words::NOTHING_LINKED);
        }
        Next::Open(Overlay::Linked(Self { items, focus: 0 }))
    }
}

impl Page for Linked {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Linked, Context::Letters, Context::Always]
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.focus)
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        if command.marks(&mut self.focus, self.items.len()) {
            return Next::Stay;
        }
        let chosen = self.items.get(self.focus).and_then(|id| cx.framework.step_of(id));
        match (command, chosen) {
            (Command::Dismiss, _) => Next::Close,
            (Command::Choose, Some(step)) => Walk { back: cx.current_step(), ..Walk::at(step) }.go(cx),
            _ => Next::Stay,
        }
    }
}
