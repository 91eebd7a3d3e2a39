//! The agenda: the parts of the workshop with their minutes, where the room is, and when it would finish.
//!
//! A part is a place to go to, in any order; nothing here advances by itself.

use super::keymap::Command;
use super::{App, Cx, Effect, Overlay, Walk};
use crate::framework::AgendaPart;
use crate::session::Place;

/// The page with the agenda.
#[derive(Clone, Copy, Debug)]
pub struct Agenda {
    /// The marked part, from 0.
    pub line: usize,
}

impl App {
    /// Shows the agenda, the part marked at which the room is.
    pub(super) fn show_agenda(&mut self) -> Vec<Effect> {
        if self.cx.framework.agenda.is_empty() {
            return self.cx.refuse("This framework plans no minutes; the overview (M) shows what is done");
        }
        let line = self.cx.current_part().unwrap_or(0);
        self.open(Overlay::Agenda(Agenda { line }))
    }

    pub(super) fn agenda_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Agenda(agenda)) = self.overlays.last_mut() else { return vec![] };
        if command.marks(&mut agenda.line, self.cx.framework.agenda.len()) {
            return vec![];
        }
        match command {
            Command::Left | Command::Right => return self.cx.turn_finish(command),
            Command::Clear => return self.cx.plan_finish(None),
            Command::Choose => {
                let line = agenda.line;
                return self.go_to_part(line);
            }
            Command::Dismiss => {
                self.overlays.pop();
            }
            _ => {}
        }
        vec![]
    }

    fn go_to_part(&mut self, line: usize) -> Vec<Effect> {
        let Some(item) = self.cx.framework.agenda.get(line) else { return vec![] };
        if let Some(card) = self.cx.framework.card_of(&item.part) {
            self.overlays.clear();
            return self.go_to(Walk::at(card));
        }
        match item.part {
            AgendaPart::Welcome => {
                self.overlays.clear();
                self.show_setup()
            }
            AgendaPart::HeatMap => {
                self.overlays.clear();
                self.show_slides()
            }
            AgendaPart::Dots => {
                self.overlays.clear();
                self.show_dots()
            }
            AgendaPart::Actions | AgendaPart::LastActions => {
                self.overlays.clear();
                self.show_actions()
            }
            _ => self.cx.refuse(format!("{}: talk about it here; this part has no page of its own", item.title)),
        }
    }
}

impl Cx {
    /// The part of the agenda at which the room is, from 0.
    #[must_use]
    pub fn current_part(&self) -> Option<usize> {
        let part = match &self.workshop.as_ref()?.session.place {
            Place::Setup => AgendaPart::Welcome,
            Place::Slides => AgendaPart::HeatMap,
            Place::Walk(step) => self.framework.part_of(self.framework.leg_of(step)?)?,
        };
        self.framework.agenda.iter().position(|item| item.part == part)
    }
}
