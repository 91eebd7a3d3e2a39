//! The changes a session allows, each in the words of the workshop.
//!
//! Every method gives the edit that undoes it, `None` when nothing would change, or a refusal to read out.

use super::{About, Agreement, Answer, Decision, Edit, Part, Recorded, Refusal, Register, Session, Status, is_default};
use crate::framework::{Confidence, Feature, Id, Level};
use jiff::Timestamp;

/// What a change gives back.
pub type Changed = Result<Option<Edit>, Refusal>;

impl Session {
    /// Records what the room decided on a feature, at one level where it takes both.
    pub fn decide(&mut self, feature: &Feature, level: Option<Level>, decision: Decision, at: Timestamp) -> Changed {
        if feature.levels != level.is_some() {
            return Err(Refusal::Level);
        }
        let before = self.answer(&feature.id).decided.at(level).clone();
        let place = level.map_or(String::new(), |level| format!(" ({})", level.label()));
        let words = if before == decision {
            format!("{}, agreed again", before.describe())
        } else {
            format!("{} to {}", before.describe(), decision.describe())
        };
        let sentence = format!("{}{place} {words}", feature.label);
        self.change_answer(&feature.id, sentence, |answer| {
            // What was agreed before a vote and is agreed again after it is agreed on what the room knows now.
            if before != decision || decision.rating().is_some() && answer.voted_since_decided(level) {
                // While views are typed the disagreement stays one entry, not one a letter.
                if decision.same_range(&before) && answer.history.last().is_some_and(|last| last.level == level) {
                    answer.history.pop();
                }
                answer.decided.set(level, decision.clone());
                answer.history.push(Recorded { at, level, decision });
            }
        })
    }

    /// Switches "agreed" to "agreed with reservations" and back.
    pub fn reserve(&mut self, feature: &Feature, level: Option<Level>, at: Timestamp) -> Changed {
        let decision = self.answer(&feature.id).decided.at(level);
        let rating = decision.rating().ok_or(Refusal::NoRating)?;
        let switched = match decision.agreement() {
            Some(Agreement::Full) => Decision::AgreedWithReservations(rating),
            Some(Agreement::WithReservations) | None => Decision::Agreed(rating),
        };
        self.decide(feature, level, switched, at)
    }

    /// Records how good the evidence is; `None` takes the answer back.
    pub fn trust(&mut self, feature: &Feature, confidence: Option<Confidence>) -> Changed {
        let rated = self.answer(&feature.id).decided.all().iter().any(|(_, decision)| decision.rating().is_some());
        if !rated {
            return Err(Refusal::NoRating);
        }
        let word = confidence.map_or("not asked", Confidence::label);
        let sentence = format!("{} evidence to {word}", feature.label);
        self.change_answer(&feature.id, sentence, |answer| answer.confidence = confidence)
    }

    /// Replaces the note that everyone may read.
    pub fn note(&mut self, feature: &Feature, text: &str) -> Changed {
        self.change_answer(&feature.id, format!("{} note", feature.label), |answer| text.clone_into(&mut answer.note))
    }

    /// Replaces the facilitator's private note.
    pub fn note_privately(&mut self, feature: &Feature, text: &str) -> Changed {
        self.change_answer(&feature.id, format!("{} private note", feature.label), |answer| {
            text.clone_into(&mut answer.private_note);
        })
    }

    /// Parks a feature to come back to, or takes it off the list.
    pub fn park(&mut self, feature: &Feature) -> Changed {
        let parked = !self.answer(&feature.id).parked;
        let word = if parked { "parked" } else { "unparked" };
        self.change_answer(&feature.id, format!("{} {word}", feature.label), |answer| answer.parked = parked)
    }

    /// Replaces the set-up page's texts.
    pub fn describe(&mut self, about: About) -> Changed {
        if self.about == about {
            return Ok(None);
        }
        self.change("set-up", Part::About(Box::new(about)))
    }

    /// Replaces who is in the room.
    pub fn count_people(&mut self, register: Register) -> Changed {
        if self.register == register {
            return Ok(None);
        }
        self.change("the register", Part::Register(register))
    }

    /// Closes the session: from now on it refuses changes.
    pub(crate) fn finish(&mut self) -> Changed {
        if self.status == Status::Finished {
            return Ok(None);
        }
        self.change("finished", Part::Status(Status::Finished))
    }

    /// Opens a finished session again.
    #[expect(clippy::unnecessary_wraps, reason = "it is called as every change is")]
    pub(crate) fn reopen(&mut self) -> Changed {
        if self.status == Status::InProgress {
            return Ok(None);
        }
        let before = self.put(Part::Status(Status::InProgress));
        Ok(Some(Edit { sentence: "reopened".into(), before }))
    }

    pub(super) fn change_answer(&mut self, id: &Id, sentence: String, change: impl FnOnce(&mut Answer)) -> Changed {
        let Some(answer) = changed(self.answer(id), change) else { return Ok(None) };
        self.change(sentence, Part::Answer(id.clone(), Some(Box::new(answer))))
    }

    pub(super) fn change(&mut self, sentence: impl Into<String>, part: Part) -> Changed {
        if self.status == Status::Finished {
            return Err(Refusal::Finished);
        }
        let before = self.put(part);
        Ok(Some(Edit { sentence: sentence.into(), before }))
    }
}

/// An answer after a change, where it is another one.
pub(super) fn changed<T: Clone + PartialEq>(now: &T, change: impl FnOnce(&mut T)) -> Option<T> {
    let mut answer = now.clone();
    change(&mut answer);
    (answer != *now).then_some(answer)
}

/// An answer as it is kept: nothing where nothing is said.
pub(super) fn kept<T: Default + PartialEq>(answer: T) -> Option<Box<T>> {
    (!is_default(&answer)).then(|| Box::new(answer))
}
