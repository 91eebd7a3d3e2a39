//! The follow-up of an earlier session: its actions first, then rating anew without seeing last time's, then what
//! changed.
//!
//! Last time's rating of an item is said only after the room has decided on it again.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{ActionsPage, Compare, Cx, Saving, Screen, Setup, Start, Workshop, walk};
use crate::analysis::follow_up;
use crate::session::{ActionStatus, Edit, Session};
use crate::words;

/// What the time of a check-in is booked on.
pub(crate) const CHECK_IN_CLOCK: &str = "check-in";

/// How far the actions of last time are, in a follow-up.
#[derive(Clone, Copy, Debug)]
pub struct LastActions {
    pub(crate) focus: usize,
}

impl LastActions {
    pub(super) fn show(cx: &mut Cx) -> Next {
        if cx.session().is_none_or(|session| session.earlier.is_none()) {
            return cx.refuse(words::NO_FOLLOW_UP);
        }
        cx.run_clock(cx.is_check_in().then(|| CHECK_IN_CLOCK.into()));
        Next::Go(Screen::LastActions(Self { focus: 0 }))
    }

    fn set(self, cx: &mut Cx, status: ActionStatus) -> Next {
        if let Some(number) = cx.actions().get(self.focus).map(|action| action.number) {
            cx.edit(|session, at| session.set_action_status(number, status, at));
        }
        Next::Stay
    }
}

impl Page for LastActions {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::LastActions, Context::Session, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let last = cx.actions().len().saturating_sub(1);
        match command {
            Command::Up => self.focus = self.focus.saturating_sub(1),
            Command::Down => self.focus = (self.focus + 1).min(last),
            Command::SetStatus(status) => return self.set(cx, status),
            // What is new and the day on which the room looks again; a check-in asks for nothing else.
            Command::Next if cx.is_check_in() => return ActionsPage::show(cx, 0, None),
            Command::Next => return Setup::show(cx),
            Command::Compare => return show_what_changed(cx),
            Command::Dismiss if cx.is_check_in() => return Next::Go(Screen::Start(Start::default())),
            Command::Back | Command::Dismiss | Command::Map => return walk::carry_on(cx),
            _ => {}
        }
        Next::Stay
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.focus)
    }
}

pub(super) fn begin(cx: &mut Cx, earlier: &Session, id: String) -> Next {
    let mut session = follow_up(&cx.framework, earlier, id, cx.now.timestamp());
    session.about.date = Some(cx.now.date());
    if let Err(error) = session.has_room() {
        return cx.refuse(words::no_follow_up_of(error));
    }
    // What it carries over is worth keeping before anything else is said.
    session.rev = 1;
    cx.workshop = Some(Workshop::new(session, None, Saving::NotYet));
    cx.save();
    walk::resume(cx)
}

/// What changed since last time, as far as the room has decided anew.
fn show_what_changed(cx: &mut Cx) -> Next {
    let Some(now) = cx.session().cloned() else { return Next::Stay };
    let Some(earlier) = &now.earlier else { return Next::Stay };
    let then = earlier.seen_from(&cx.framework, &now);
    Compare::since(then, now).show(cx)
}

impl Cx {
    /// Whether the actions of last time come first: in a follow-up in which nothing was done yet.
    pub(super) fn begins_with_last_actions(&self) -> bool {
        self.session().is_some_and(|one| one.earlier.is_some() && one.rev <= 1 && !one.actions.is_empty())
    }

    /// Whether the room looks at its actions between two workshops, and at nothing else.
    pub(crate) fn is_check_in(&self) -> bool {
        self.session().is_some_and(|session| session.check_in)
    }

    /// Says last time's rating of an item, once the room has decided on it.
    pub(super) fn reveal_last_time(&mut self, edit: &Edit) {
        let (Some(session), Some(id), Some((_, level))) = (self.session(), edit.feature(), self.item()) else { return };
        let Some(then) = session.last_time(id, level) else { return };
        let now = session.answer(id).decided.at(level);
        let date = session.earlier.as_ref().and_then(|earlier| earlier.date);
        let date = date.map(words::date);
        self.notice =
            Some(words::last_time_and_now(date.as_deref(), &then.describe(), &words::since_last_time(then, now)));
    }
}
