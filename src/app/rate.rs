//! The rating page: what its keys do.
//!
//! The rules of what may be recorded are the session's; this finds the item and passes the wish on.

use super::keymap::Command;
use super::page::Next;
use super::{Cx, DissentForm, NotAgreed, Note, NoteKind, Overlay, PageKind, TextPage, Walk, vote};
use crate::framework::{Confidence, Feature, Level, Rating, Step};
use crate::session::{Changed, Decision, Session};
use crate::words;
use jiff::Timestamp;

impl Walk {
    pub(super) fn rate_command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Rate(rating) => self.rate(cx, rating),
            Command::Choose => match self.marked() {
                Some(rating) => self.rate(cx, rating),
                None => cx.say(words::MARK_A_RATING),
            },
            Command::DontKnow => self.decide(cx, Decision::DontKnow),
            Command::NotRelevant => self.decide(cx, Decision::NotRelevant),
            Command::Clear => self.decide(cx, Decision::NotDiscussed),
            Command::Reserve => self.change(cx, Session::reserve),
            Command::Evidence => self.next_confidence(cx),
            Command::Trust(confidence) => {
                self.change(cx, |session, feature, _, _| session.trust(feature, Some(confidence)))
            }
            Command::Park => self.park(cx),
            Command::Dive => cx.dive(),
            Command::Note => Note::open(cx, NoteKind::Shared),
            Command::PrivateNote => Note::open(cx, NoteKind::Private),
            Command::NotAgreed => NotAgreed::open(cx),
            Command::Dissent => DissentForm::open(cx),
            Command::Vote => vote::open(self, cx),
            Command::Reveal => cx.reveal_here(),
            Command::Hear => cx.ask_to_be_heard(),
            Command::PlainWords => cx.switch_plain_words(),
            Command::Guidance => Next::Open(Overlay::Page(TextPage::new(PageKind::Guidance))),
            Command::Left => self.mark(false, Rating::ALL.len()),
            Command::Right => self.mark(true, Rating::ALL.len()),
            Command::Dismiss => self.go_back(cx),
            Command::Up => self.go_to_level(cx, Level::Strategic),
            Command::Down => self.go_to_level(cx, Level::Operational),
            _ => Next::Stay,
        }
    }

    pub(super) fn rate(&mut self, cx: &mut Cx, rating: Rating) -> Next {
        let decided = cx.session().map(|session| session.decision_at(&self.step));
        // The same digit again confirms the rating: it does not take reservations away, and after a vote it is agreed
        // on what that vote told.
        let same = decided.filter(|decided| decided.rating() == Some(rating)).cloned();
        self.decide(cx, same.unwrap_or(Decision::Agreed(rating)))
    }

    fn decide(&mut self, cx: &mut Cx, decision: Decision) -> Next {
        self.change(cx, |session, feature, level, now| session.decide(feature, level, decision, now))
    }

    fn change(
        &mut self,
        cx: &mut Cx,
        change: impl FnOnce(&mut Session, &Feature, Option<Level>, Timestamp) -> Changed,
    ) -> Next {
        cx.change_item(change);
        self.refocus(cx);
        Next::Stay
    }

    fn next_confidence(&mut self, cx: &mut Cx) -> Next {
        self.change(cx, |session, feature, _, _| {
            let next = match session.answer(&feature.id).confidence {
                None => Some(Confidence::Low),
                Some(Confidence::Low) => Some(Confidence::Medium),
                Some(Confidence::Medium) => Some(Confidence::High),
                Some(Confidence::High) => None,
            };
            session.trust(feature, next)
        })
    }

    fn park(&mut self, cx: &mut Cx) -> Next {
        let changed = cx.change_item(|session, feature, _, _| session.park(feature));
        self.refocus(cx);
        if let (Some((feature, _)), Some(session), true) = (cx.item(), cx.session(), changed) {
            let parked = session.answer(&feature.id).parked;
            let word = if parked { words::PARKED.text() } else { words::NO_LONGER_PARKED };
            cx.notice = Some(format!("{word}: {} {}", feature.id, feature.label));
        }
        Next::Stay
    }

    fn go_to_level(&mut self, cx: &mut Cx, level: Level) -> Next {
        match &self.step {
            Step::Level(id, _) => Self { back: self.back.clone(), ..Self::at(Step::Level(id.clone(), level)) }.go(cx),
            _ => Next::Stay,
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

    /// Changes what was said on the feature on the rating page; whether that changed anything.
    pub(super) fn change_item(
        &mut self,
        change: impl FnOnce(&mut Session, &Feature, Option<Level>, Timestamp) -> Changed,
    ) -> bool {
        let Some((feature, level)) = self.item() else { return false };
        self.edit(|session, now| change(session, &feature, level, now))
    }
}
