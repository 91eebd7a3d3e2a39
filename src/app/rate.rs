//! The title cards and the rating page: what their keys do.
//!
//! The rules of what may be recorded are the session's; this finds the item and passes the wish on.

use super::keymap::Command;
use super::{App, Cx, Effect, NotAgreed, NoteKind, Overlay, Page, PageKind, Screen, Walk};
use crate::framework::{Confidence, Feature, Level, Rating, Step};
use crate::session::{Changed, Decision, Session};
use jiff::Timestamp;

impl App {
    pub(super) fn walk_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Walk(walk) = &self.screen else { return vec![] };
        let step = walk.step.clone();
        if step.is_card() {
            return match command {
                Command::Choose => self.walk_next(),
                Command::SkipStage => self.skip(),
                _ => vec![],
            };
        }
        if step.feature().is_none() {
            return self.asked_command(command);
        }
        match command {
            Command::Rate(rating) => self.rate(rating),
            Command::Choose => match walk.marked() {
                Some(rating) => self.rate(rating),
                None => self.cx.say("Mark an answer with Left and Right, or key 1 to 5"),
            },
            Command::DontKnow => self.decide(Decision::DontKnow),
            Command::NotRelevant => self.decide(Decision::NotRelevant),
            Command::Clear => self.decide(Decision::NotDiscussed),
            Command::Reserve => self.change_item(Session::reserve),
            Command::Evidence => self.next_confidence(),
            Command::Park => self.park(),
            Command::Dive => self.cx.dive(),
            Command::Note => self.open_note(NoteKind::Shared),
            Command::PrivateNote => self.open_note(NoteKind::Private),
            Command::NotAgreed => self.open_not_agreed(),
            Command::Dissent => self.open_dissent(),
            Command::Vote => self.vote(),
            Command::Reveal => self.reveal_here(),
            Command::Hear => self.ask_to_be_heard(),
            Command::Guidance => self.open(Overlay::Page(Page::new(PageKind::Guidance))),
            Command::Left => self.mark(false, Rating::ALL.len()),
            Command::Right => self.mark(true, Rating::ALL.len()),
            Command::Dismiss => self.go_back(),
            Command::Up => self.go_to_level(Level::Strategic),
            Command::Down => self.go_to_level(Level::Operational),
            _ => vec![],
        }
    }

    pub(super) fn open(&mut self, overlay: Overlay) -> Vec<Effect> {
        self.overlays.push(overlay);
        vec![]
    }

    pub(super) fn rate(&mut self, rating: Rating) -> Vec<Effect> {
        let Some((feature, level)) = self.cx.item() else { return vec![] };
        let decided = self.cx.workshop.as_ref().map(|workshop| workshop.session.answer(&feature.id).decided.at(level));
        // The same digit again confirms the rating: it does not take reservations away, and after a vote it is agreed
        // on what that vote told.
        let same = decided.filter(|decided| decided.rating() == Some(rating)).cloned();
        self.decide(same.unwrap_or(Decision::Agreed(rating)))
    }

    pub(super) fn decide(&mut self, decision: Decision) -> Vec<Effect> {
        self.change_item(|session, feature, level, now| session.decide(feature, level, decision, now))
    }

    pub(super) fn change_item(
        &mut self,
        change: impl FnOnce(&mut Session, &Feature, Option<Level>, Timestamp) -> Changed,
    ) -> Vec<Effect> {
        let Some((feature, level)) = self.cx.item() else { return vec![] };
        let effects = self.cx.edit(|session, now| change(session, &feature, level, now));
        self.refocus();
        effects
    }

    fn next_confidence(&mut self) -> Vec<Effect> {
        self.change_item(|session, feature, _, _| {
            let next = match session.answer(&feature.id).confidence {
                None => Some(Confidence::Low),
                Some(Confidence::Low) => Some(Confidence::Medium),
                Some(Confidence::Medium) => Some(Confidence::High),
                Some(Confidence::High) => None,
            };
            session.trust(feature, next)
        })
    }

    fn park(&mut self) -> Vec<Effect> {
        let effects = self.change_item(|session, feature, _, _| session.park(feature));
        if let (Some(workshop), Some((feature, _)), false) = (&self.cx.workshop, self.cx.item(), effects.is_empty()) {
            let parked = workshop.session.answer(&feature.id).parked;
            let word = if parked { "Parked to come back to" } else { "No longer parked" };
            self.cx.notice = Some(format!("{word}: {} {}", feature.id, feature.label));
        }
        effects
    }

    fn open_not_agreed(&mut self) -> Vec<Effect> {
        let (Some(workshop), Some((feature, level))) = (&self.cx.workshop, self.cx.item()) else { return vec![] };
        let form = NotAgreed::new(&feature, level, &workshop.session);
        self.open(Overlay::NotAgreed(Box::new(form)))
    }

    /// Marks the answer beside the marked one of so many; the first press marks the answer at the near end.
    pub(super) fn mark(&mut self, right: bool, of: usize) -> Vec<Effect> {
        if let Screen::Walk(walk) = &mut self.screen {
            let last = of.saturating_sub(1);
            walk.focus = Some(match walk.focus {
                Some(place) if right => (place + 1).min(last),
                Some(place) => place.saturating_sub(1),
                None if right => 0,
                None => last,
            });
        }
        vec![]
    }

    fn go_to_level(&mut self, level: Level) -> Vec<Effect> {
        match self.cx.item() {
            Some((feature, Some(_))) => {
                let back = self.way_back();
                self.go_to(Walk { back, ..Walk::at(Step::Level(feature.id, level)) })
            }
            _ => vec![],
        }
    }
}

impl Cx {
    /// The feature on the rating page and its level.
    pub(super) fn item(&self) -> Option<(Feature, Option<Level>)> {
        let step = self.current_step()?;
        let (_, _, feature) = self.framework.feature(step.feature()?)?;
        Some((feature.clone(), step.level()))
    }

    /// Says something to the room, until the next key.
    pub(super) fn say(&mut self, sentence: &str) -> Vec<Effect> {
        self.notice = Some(sentence.to_owned());
        vec![]
    }
}
