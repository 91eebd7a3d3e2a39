//! The follow-up of an earlier session: its actions first, then rating anew without seeing last time's, then what
//! changed.
//!
//! Last time's rating of an item is said only after the room has decided on it again.

use super::keymap::Command;
use super::{App, Compare, Cx, Effect, Saving, Screen, Workshop};
use crate::analysis::follow_up;
use crate::session::{Decision, Edit, Session};
use crate::words;

impl App {
    /// Begins the follow-up of a session.
    pub(super) fn begin_follow_up(&mut self, earlier: &Session, id: String) -> Vec<Effect> {
        let mut session = follow_up(&self.cx.framework, earlier, id, self.cx.now.timestamp());
        session.about.date = Some(self.cx.now.date());
        if let Err(error) = session.has_room() {
            return self.cx.refuse(format!("This session cannot be followed up. {error}."));
        }
        // What it carries over is worth keeping before anything else is said.
        session.rev = 1;
        self.overlays.clear();
        self.cx.workshop = Some(Workshop::new(session, None, Saving::NotYet));
        let mut effects = vec![Effect::Save];
        effects.extend(self.resume());
        effects
    }

    /// Shows how far the actions of last time are.
    pub(super) fn show_last_actions(&mut self) -> Vec<Effect> {
        let earlier = self.cx.workshop.as_ref().and_then(|workshop| workshop.session.earlier.as_ref());
        if earlier.is_none() {
            return self.cx.refuse("This is no follow-up: F in the list of saved sessions begins one.");
        }
        self.screen = Screen::LastActions { focus: 0 };
        vec![]
    }

    pub(super) fn last_actions_command(&mut self, command: Command) -> Vec<Effect> {
        let count = self.cx.workshop.as_ref().map_or(0, |workshop| workshop.session.actions.len());
        let Screen::LastActions { focus } = &mut self.screen else { return vec![] };
        let last = count.saturating_sub(1);
        let status = match command {
            Command::Up => {
                *focus = focus.saturating_sub(1);
                return vec![];
            }
            Command::Down => {
                *focus = (*focus + 1).min(last);
                return vec![];
            }
            Command::SetStatus(status) => status,
            Command::Next => return self.show_setup(),
            Command::Compare => return self.show_what_changed(),
            Command::Back | Command::Dismiss | Command::Map => return self.carry_on(),
            _ => return vec![],
        };
        let line = *focus;
        let number = self.cx.workshop.as_ref().and_then(|workshop| workshop.session.actions.get(line));
        let Some(number) = number.map(|action| action.number) else { return vec![] };
        let effects = self.cx.edit(|session, at| session.set_action_status(number, status, at));
        if let (false, Screen::LastActions { focus }) = (effects.is_empty(), &mut self.screen) {
            *focus = (line + 1).min(last);
        }
        effects
    }

    /// What changed since last time, as far as the room has decided anew.
    fn show_what_changed(&mut self) -> Vec<Effect> {
        let Some(workshop) = &self.cx.workshop else { return vec![] };
        let now = workshop.session.clone();
        let Some(earlier) = &now.earlier else { return vec![] };
        let then = earlier.seen_from(&self.cx.framework, &now);
        self.show_comparison(Compare::since(then, now))
    }
}

impl Cx {
    /// Whether the actions of last time come first: in a follow-up in which nothing was done yet.
    pub(super) fn begins_with_last_actions(&self) -> bool {
        let session = self.workshop.as_ref().map(|workshop| &workshop.session);
        session.is_some_and(|session| session.earlier.is_some() && session.rev <= 1 && !session.actions.is_empty())
    }

    /// Says last time's rating of an item, once the room has decided on it.
    pub(super) fn reveal_last_time(&mut self, edit: &Edit) {
        let Some(session) = self.workshop.as_ref().map(|workshop| &workshop.session) else { return };
        let (Some(id), Some((_, level))) = (edit.feature(), self.item()) else { return };
        let Some(then) = session.last_time(id, level) else { return };
        let now = session.answer(id).decided.at(level);
        let date = session.earlier.as_ref().and_then(|earlier| earlier.date);
        let date = date.map_or(String::new(), |date| format!(", {}", words::date(date)));
        self.notice = Some(format!("Last time{date}: {}. Now: {}", then.in_words(), turn(then, now)));
    }
}

/// `4, up 2`; only the decision where there is no step between two ratings.
fn turn(then: &Decision, now: &Decision) -> String {
    let words = now.in_words();
    match (then.rating(), now.rating()) {
        (Some(then), Some(now)) if now > then => format!("{words}, up {}", now.number() - then.number()),
        (Some(then), Some(now)) if now < then => format!("{words}, down {}", then.number() - now.number()),
        (Some(_), Some(_)) => format!("{words}, as before"),
        _ => words,
    }
}
