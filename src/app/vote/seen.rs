//! How much of a revealed vote may be seen just now: all of it on the day, by the room that voted; later what is disclosed.
//!
//! An open vote is never among it.

use crate::analysis::{Audience, DisclosedRound, ShownStances, VisibleCounts, Withheld, disclosed, disclosed_stances};
use crate::app::Cx;
use crate::framework::{Feature, Id, Level, Step};
use crate::session::{Published, Session};
use jiff::Timestamp;

impl Cx {
    /// Who looks at rounds, each with its time and what alone may be told of it: the room that voted, on the day of
    /// the last vote; later it is the record that is read. It is also where a round was merged from sessions of which
    /// papers may be out: somebody in the room may hold one, and subtract.
    fn who_looks<'all>(
        &self,
        mut rounds: impl DoubleEndedIterator<Item = (Timestamp, Option<&'all Published>)> + Clone,
    ) -> Audience {
        let zone = self.now.time_zone();
        let limited = rounds.clone().any(|(_, told)| told.is_some());
        let today = rounds.next_back().is_some_and(|(at, _)| at.to_zoned(zone.clone()).date() == self.now.date());
        if today && !limited { Audience::Room } else { Audience::Record }
    }

    fn who_looks_at_stances(&self, session: &Session, assumption: &Id) -> Audience {
        self.who_looks(session.assumption(assumption).rounds.iter().map(|one| (one.at, one.told.as_ref())))
    }

    /// Whether the votes at a step are of today, so that those who voted can be asked.
    pub(super) fn has_just_voted(&self, step: &Step) -> bool {
        let Some(workshop) = &self.workshop else { return false };
        let audience = match step {
            Step::Assumption(id) => Some(self.who_looks_at_stances(&workshop.session, id)),
            step => {
                let feature = step.feature().and_then(|id| self.framework.feature(id));
                feature.map(|(_, _, feature)| self.audience(feature, step.level()))
            }
        };
        audience == Some(Audience::Room)
    }

    /// Who looks at the votes on a rating.
    pub(crate) fn audience(&self, feature: &Feature, level: Option<Level>) -> Audience {
        let rounds = self.workshop.iter().flat_map(|workshop| &workshop.session.answer(&feature.id).rounds);
        let rounds = rounds.filter(|revealed| revealed.level == level);
        self.who_looks(rounds.map(|revealed| (revealed.at, revealed.told.as_ref())))
    }

    /// The rounds on a rating, as far as they may be seen, oldest first; or why not.
    pub(crate) fn rounds(&self, feature: &Feature, level: Option<Level>) -> Vec<Result<VisibleCounts, Withheld>> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        if self.audience(feature, level) == Audience::Room {
            let rounds = workshop.session.answer(&feature.id).rounds_at(level);
            return rounds.map(|round| Ok(VisibleCounts::from(&round.whole()))).collect();
        }
        disclosed(&workshop.session, feature, level).rounds.iter().map(DisclosedRound::everybody).collect()
    }

    /// The rounds on an assumption, as far as they may be seen, oldest first; or why not.
    pub(crate) fn stances(&self, assumption: &Id) -> Vec<Result<ShownStances, Withheld>> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        if self.who_looks_at_stances(&workshop.session, assumption) == Audience::Room {
            let rounds = &workshop.session.assumption(assumption).rounds;
            return rounds.iter().map(|revealed| Ok(ShownStances::from(&revealed.round.whole()))).collect();
        }
        disclosed_stances(&workshop.session, assumption).rounds.iter().map(DisclosedRound::everybody).collect()
    }
}
