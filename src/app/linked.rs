//! What feeds a risk: its paired assumptions and linked items in a list, each one key away.
//!
//! It changes nothing; Enter goes to an item, and Esc there comes back to the risk.

use super::keymap::Command;
use super::{App, Effect, Overlay, Walk};
use crate::framework::Id;

/// The list.
#[derive(Clone, Debug)]
pub struct Linked {
    /// The items: assumptions first.
    pub items: Vec<Id>,
    /// The marked line.
    pub focus: usize,
}

impl App {
    /// Shows what feeds the risk at which the room is.
    pub(super) fn show_linked(&mut self) -> Vec<Effect> {
        let step = self.cx.current_step();
        let risk = step.as_ref().and_then(|step| step.item()).and_then(|id| self.cx.framework.risk(id));
        let Some(risk) = risk else { return vec![] };
        let items: Vec<Id> = risk.assumptions.iter().chain(&risk.features).cloned().collect();
        if items.is_empty() {
            return self.cx.refuse("Nothing is linked with this risk");
        }
        self.open(Overlay::Linked(Linked { items, focus: 0 }))
    }

    pub(super) fn linked_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Linked(linked)) = self.overlays.last_mut() else { return vec![] };
        if command.marks(&mut linked.focus, linked.items.len()) {
            return vec![];
        }
        match command {
            Command::Dismiss => {
                self.overlays.pop();
            }
            Command::Choose => {
                let step = linked.items.get(linked.focus).and_then(|id| self.cx.framework.step_of(id));
                let back = self.cx.current_step();
                let Some(step) = step else { return vec![] };
                self.overlays.pop();
                return self.go_to(Walk { back, ..Walk::at(step) });
            }
            _ => {}
        }
        vec![]
    }
}
