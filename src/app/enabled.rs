//! Where a key pressed now is looked up, and which commands make sense just now; what does not says so.
//!
//! What a command does is in the pages' own files.

use super::keymap::{self, Command, Context};
use super::{App, Overlay, Screen, Slide, Walk};
use crate::framework::Step;

const NOT_NOW: &str = "That can not be done just now, and nothing was changed";

impl App {
    /// Where a key pressed now is looked up, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        self.page().contexts(&self.cx)
    }

    /// Whether a command makes sense just now; the footer leaves out what does not.
    pub fn is_enabled(&self, command: Command) -> bool {
        let rated = || match (&self.screen, &self.cx.workshop) {
            (Screen::Walk(walk), Some(workshop)) => workshop.session.decision_at(&walk.step).rating().is_some(),
            _ => false,
        };
        if let Some(Overlay::Export(export)) = self.overlays.last()
            && matches!(command, Command::Export | Command::Choose)
        {
            return export.is_choosing();
        }
        match command {
            Command::Reserve | Command::Evidence => rated(),
            Command::Dismiss => match &self.screen {
                Screen::Walk(walk) if self.overlays.is_empty() => walk.back.is_some(),
                _ => true,
            },
            // While the question stands, the keys that ask it would be taken for its answer.
            Command::Close => !matches!(self.overlays.last(), Some(Overlay::Close(_))),
            // The room votes on ratings and on assumptions, not on what stands beside them.
            Command::Vote => {
                !matches!(&self.screen, Screen::Walk(Walk { step: Step::Influence(_) | Step::Risk(_), .. }))
            }
            Command::Reveal => match (&self.screen, self.overlays.last()) {
                (_, Some(Overlay::Vote(_))) => true,
                (Screen::Walk(walk), None) => self.cx.open_vote(&walk.step).is_some(),
                _ => false,
            },
            Command::Hear => !self.cx.silent_groups().is_empty(),
            // Where it is no list to come back to, the key says how to begin one.
            Command::Parked => !self.cx.parked().is_empty(),
            Command::Clear if matches!(self.overlays.last(), Some(Overlay::RoomCheck(_))) => {
                !self.cx.clicker.is_untaught()
            }
            Command::View => matches!(&self.screen, Screen::Slides(slides) if slides.slide == Slide::Map),
            Command::Withdraw | Command::Discard => {
                let is_vote = matches!(self.overlays.last(), Some(Overlay::Vote(_)));
                is_vote && self.cx.is_taking_votes() || matches!(self.overlays.last(), Some(Overlay::Dots(_)))
            }
            Command::Status | Command::Log => !self.is_list_of_no_actions(),
            Command::Choose | Command::Left => {
                !self.is_list_of_no_actions()
                    && !matches!(&self.screen, Screen::Compare(shown) if shown.slide != super::Change::Map)
            }
            Command::Unmask => {
                matches!(self.overlays.last(), Some(Overlay::Note(note)) if note.kind == super::NoteKind::Private)
            }
            _ => true,
        }
    }

    /// Does what a key or a word asks for. What makes no sense just now and does nothing says so.
    pub(super) fn ask(&mut self, command: Command) {
        let (enabled, overlays) = (self.is_enabled(command), self.overlays.len());
        self.command(command);
        let did_nothing = self.cx.effects.is_empty() && self.cx.notice.is_none() && self.overlays.len() == overlays;
        if !enabled && did_nothing {
            self.cx.refuse(NOT_NOW);
        }
    }

    /// The same of a command that was written as a word: where several follow, the first may have led elsewhere.
    pub(super) fn ask_in_words(&mut self, command: Command) {
        self.cx.notice = None;
        self.cx.refusal = None;
        if keymap::of(&self.contexts()).any(|row| row.asks_for(command)) {
            self.ask(command);
        } else {
            self.cx.refuse(NOT_NOW);
        }
    }

    /// Whether the list of actions is in sight and empty.
    fn is_list_of_no_actions(&self) -> bool {
        let in_sight = matches!(self.overlays.last(), Some(Overlay::Actions(page)) if page.on_top.is_none());
        in_sight && self.cx.actions().is_empty()
    }
}
