//! The agenda: the parts of the workshop with their minutes, where the room is, and when it would finish.
//!
//! A part is a place to go to, in any order; nothing here advances by itself.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Overlay, Setup, Slides, Walk};
use crate::framework::AgendaPart;
use crate::words;

#[derive(Clone, Copy, Debug)]
pub struct Agenda {
    pub(crate) line: usize,
}

impl Agenda {
    /// Shows the agenda, the part marked at which the room is.
    pub(super) fn show(cx: &mut Cx) -> Next {
        if cx.framework.agenda.is_empty() {
            return cx.refuse(words::NO_MINUTES_PLANNED);
        }
        Next::Open(Overlay::Agenda(Self { line: cx.current_part().unwrap_or(0) }))
    }

    fn go_to_part(self, cx: &mut Cx) -> Next {
        let Some(item) = cx.framework.agenda.get(self.line).cloned() else { return Next::Stay };
        match (cx.framework.card_of(&item.part), item.part) {
            (Some(card), _) => Walk::at(card).go(cx),
            (None, AgendaPart::Welcome) => Setup::show(cx),
            (None, AgendaPart::HeatMap) => Slides::show(cx),
            (None, AgendaPart::Break) => Next::Pass(Command::Break),
            (None, AgendaPart::Dots) => Next::Pass(Command::Dots),
            (None, AgendaPart::Actions | AgendaPart::LastActions) => Next::Pass(Command::Actions),
            _ => cx.refuse(words::no_page_of_its_own(&item.title)),
        }
    }
}

impl Page for Agenda {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Agenda, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        if command.marks(&mut self.line, cx.framework.agenda.len()) {
            return Next::Stay;
        }
        match command {
            Command::Left | Command::Right => cx.turn_finish(command),
            Command::Clear => cx.plan_finish(None),
            Command::Choose => self.go_to_part(cx),
            Command::Dismiss => Next::Close,
            _ => Next::Stay,
        }
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.line)
    }
}
