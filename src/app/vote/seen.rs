//! How much of a revealed vote may be seen just now: all of it on the day, by the room that voted; later what is disclosed.
//!
//! An open vote is never among it.

use crate::analysis::{Audience, DisclosedRound, Shown, ShownStances, Withheld, disclosed, disclosed_stances};
use crate::app::App;
use crate::framework::{Feature, Id, Level, Step};
use jiff::Timestamp;

impl App {
    /// Who looks at votes that were revealed last at some time: the room that voted, on the day of the vote; later it
    /// is the record that is read.
    fn who_looks(&self, revealed: Option<Timestamp>) -> Audience {
        let zone = self.now.time_zone();
        let today = revealed.is_some_and(|at| at.to_zoned(zone.clone()).date() == self.now.date());
        if today { Audience::Room } else { Audience::Record }
    }

    /// Whether the votes at a step are of today, so that those who voted can be asked.
    pub(super) fn has_just_voted(&self, step: &Step) -> bool {
        let Some(workshop) = &self.workshop else { return false };
        let latest = match step {
            Step::Assumption(id) => workshop.session.assumption(id).rounds.last().map(|revealed| revealed.at),
            step => {
                let answer = step.feature().map(|id| workshop.session.answer(id));
                let mut rounds = answer.into_iter().flat_map(|answer| &answer.rounds);
                rounds.rfind(|revealed| revealed.level == step.level()).map(|revealed| revealed.at)
            }
        };
        self.who_looks(latest) == Audience::Room
    }

    /// Who looks at the votes on a rating.
    #[must_use]
    pub fn audience(&self, feature: &Feature, level: Option<Level>) -> Audience {
        let answer = self.workshop.as_ref().map(|workshop| workshop.session.answer(&feature.id));
        let latest = answer.and_then(|answer| answer.rounds.iter().rev().find(|revealed| revealed.level == level));
        self.who_looks(latest.map(|revealed| revealed.at))
    }

    /// The rounds on a rating, as far as they may be seen, oldest first; or why not.
    #[must_use]
    pub fn rounds(&self, feature: &Feature, level: Option<Level>) -> Vec<Result<Shown, Withheld>> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        if self.audience(feature, level) == Audience::Room {
            let rounds = workshop.session.answer(&feature.id).rounds_at(level);
            return rounds.map(|round| Ok(Shown::from(&round.whole()))).collect();
        }
        disclosed(&workshop.session, feature, level).rounds.iter().map(DisclosedRound::everybody).collect()
    }

    /// The rounds on an assumption, as far as they may be seen, oldest first; or why not.
    #[must_use]
    pub fn stances(&self, assumption: &Id) -> Vec<Result<ShownStances, Withheld>> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        let rounds = &workshop.session.assumption(assumption).rounds;
        if self.who_looks(rounds.last().map(|revealed| revealed.at)) == Audience::Room {
            return rounds.iter().map(|revealed| Ok(ShownStances::from(&revealed.round.whole()))).collect();
        }
        disclosed_stances(&workshop.session, assumption).rounds.iter().map(DisclosedRound::everybody).collect()
    }
}
