//! The start page: begin, carry on, open, try the demo, read the help.
//!
//! What it knows of earlier sessions it was told; it looks nowhere itself.

use super::keymap::Command;
use super::{App, Cx, Effect, Listed, Overlay, Page, PageKind, Screen};

/// The start page.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The marked line.
    pub focus: usize,
}

/// A line of the start page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Carry on with the session that was open last.
    CarryOn,
    /// Begin a session.
    New,
    /// Open a saved session.
    Open,
    /// Try the program with a sample session.
    Demo,
    /// Check sizes, tones and clicker; offered before anything was chosen on this laptop.
    RoomCheck,
    /// Help.
    Help,
    /// What Plenary is and where its wording comes from.
    About,
}

impl App {
    pub(super) fn start_command(&mut self, command: Command) -> Vec<Effect> {
        let choices = self.cx.choices();
        let Screen::Start(start) = &mut self.screen else { return vec![] };
        match command {
            command if command.marks(&mut start.focus, choices.len()) => {}
            Command::Choose => {
                let choice = choices.get(start.focus).copied();
                return choice.map_or(vec![], |choice| self.choose(choice));
            }
            Command::New => return self.choose(Choice::New),
            Command::OpenList => return self.choose(Choice::Open),
            Command::About => return self.choose(Choice::About),
            _ => {}
        }
        vec![]
    }

    /// The session that was open last was found. The mark stays on what it is on, once that is in sight.
    pub fn found_last(&mut self, last: Option<Listed>, in_sight: bool) {
        if self.cx.home.last.is_some() || last.is_none() {
            return;
        }
        self.cx.home.last = last;
        if let Screen::Start(start) = &mut self.screen
            && in_sight
            && self.cx.workshop.is_none()
        {
            start.focus += 1;
        }
    }

    fn choose(&mut self, choice: Choice) -> Vec<Effect> {
        match choice {
            Choice::CarryOn if self.cx.has_begun() => self.resume(),
            Choice::CarryOn => self.cx.home.last.iter().map(|last| Effect::Open(last.file.clone())).collect(),
            Choice::New => vec![Effect::Begin],
            Choice::Open => self.find_sessions(None),
            Choice::Demo => vec![Effect::OpenDemo],
            Choice::RoomCheck => self.show_room_check(),
            Choice::Help => self.open(Overlay::Page(Page::new(PageKind::Help))),
            Choice::About => self.open(Overlay::Page(Page::new(PageKind::About))),
        }
    }
}

impl Cx {
    /// The lines of the start page. Carrying on comes first where there is something to carry on with: the session
    /// that is still open, or the last one. A clicker that goes back too far then comes forward to the same place.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let carry_on = (self.has_begun() || self.home.last.is_some()).then_some(Choice::CarryOn);
        let check = self.home.first_run.then_some(Choice::RoomCheck);
        let begin = [Choice::New, Choice::Open, Choice::Demo];
        carry_on.into_iter().chain(begin).chain(check).chain([Choice::Help, Choice::About]).collect()
    }

    /// Whether a session is open in which something was done.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.workshop.as_ref().is_some_and(|workshop| workshop.session.rev > 0)
    }
}
