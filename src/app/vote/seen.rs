//! How much of a revealed vote may be seen just now: all of it on the day, by the room that voted; later what is disclosed.
//!
//! An open vote is never among it.

use crate::analysis::{Audience, Shown, disclosed};
use crate::app::App;
use crate::framework::{Feature, Level};

impl App {
    /// Who looks at the votes on a rating: the room that voted, on the day of the vote; later it is the record that is
    /// read.
    #[must_use]
    pub fn audience(&self, feature: &Feature, level: Option<Level>) -> Audience {
        let Some(workshop) = &self.workshop else { return Audience::Record };
        let answer = workshop.session.answer(&feature.id);
        let latest = answer.rounds.iter().rev().find(|revealed| revealed.level == level);
        let zone = self.now.time_zone();
        let today = latest.is_some_and(|one| one.at.to_zoned(zone.clone()).date() == self.now.date());
        if today { Audience::Room } else { Audience::Record }
    }

    /// The rounds on a rating, as far as they may be seen, oldest first.
    #[must_use]
    pub fn rounds(&self, feature: &Feature, level: Option<Level>) -> Vec<Option<Shown>> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        if self.audience(feature, level) == Audience::Room {
            let rounds = workshop.session.answer(&feature.id).rounds_at(level);
            return rounds.map(|round| Some(Shown::from(&round.whole()))).collect();
        }
        disclosed(&workshop.session, feature, level).rounds.into_iter().map(|round| round.room).collect()
    }
}
