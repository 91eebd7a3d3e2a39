//! The start page: begin, carry on, open, try the demo, read the help.
//!
//! What it knows of earlier sessions it was told; it looks nowhere itself.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Effect, Overlay, PageKind, RoomCheck, Screen, Target, TextPage, walk};

#[derive(Clone, Debug, Default)]
pub struct Start {
    pub(crate) focus: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Carry on with the session that was open last.
    CarryOn,
    New,
    Open,
    Demo,
    /// Try it step by step.
    Rehearse,
    /// Check sizes, tones and clicker; offered before anything was chosen on this laptop.
    RoomCheck,
    Help,
    /// What Plenary is and where its wording comes from.
    About,
}

impl Cx {
    /// The lines of the start page. Carrying on comes first where there is something to carry on with: the session
    /// that is still open, or the last one. A clicker that goes back too far then comes forward to the same place.
    pub(crate) fn choices(&self) -> Vec<Choice> {
        let carry_on = (self.has_begun() || self.home.last.is_some()).then_some(Choice::CarryOn);
        let check = self.home.first_run.then_some(Choice::RoomCheck);
        let begin = [Choice::New, Choice::Open, Choice::Demo, Choice::Rehearse];
        carry_on.into_iter().chain(begin).chain(check).chain([Choice::Help, Choice::About]).collect()
    }

    /// Whether a session is open in which something was done.
    pub(crate) fn has_begun(&self) -> bool {
        self.session().is_some_and(|session| session.rev > 0)
    }

    fn choose(&mut self, choice: Choice) -> Next {
        match choice {
            Choice::CarryOn if self.has_begun() => walk::resume(self),
            Choice::CarryOn => match self.home.last.as_ref().map(|last| last.file.clone()) {
                Some(file) => self.ask(Effect::Open(file)),
                None => Next::Stay,
            },
            Choice::New => self.ask(Effect::Begin),
            Choice::Open => self.find_sessions(None),
            Choice::Demo => {
                self.rehearsal = None;
                self.ask(Effect::OpenDemo)
            }
            Choice::Rehearse => {
                self.rehearse();
                self.ask(Effect::OpenDemo)
            }
            Choice::RoomCheck => Next::Open(Overlay::RoomCheck(Box::new(RoomCheck::new(self)))),
            Choice::Help => Next::Open(Overlay::Page(TextPage::new(PageKind::Help))),
            Choice::About => Next::Open(Overlay::Page(TextPage::new(PageKind::About))),
        }
    }
}

impl Start {
    /// The start page, with the session that is open kept: it can be carried on with from there.
    pub(super) fn show(cx: &mut Cx) -> Next {
        cx.run_clock(None);
        Next::Go(Screen::Start(Self::default()))
    }
}

impl Page for Start {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Start, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let choices = cx.choices();
        match command {
            command if command.marks(&mut self.focus, choices.len()) => Next::Stay,
            Command::Choose => choices.get(self.focus).map_or(Next::Stay, |choice| cx.choose(*choice)),
            Command::New => cx.choose(Choice::New),
            Command::OpenList => cx.choose(Choice::Open),
            Command::About => cx.choose(Choice::About),
            Command::Rehearse => cx.choose(Choice::Rehearse),
            _ => Next::Stay,
        }
    }

    fn click(&mut self, cx: &mut Cx, target: Target) -> Next {
        let Target::Line(line) = target else { return Next::Stay };
        self.focus = line;
        self.command(cx, Command::Choose)
    }

    fn has_wheel(&mut self) -> bool {
        true
    }
}
