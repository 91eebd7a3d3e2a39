//! What a survey said before the workshop, beside what the room says: once the room has spoken, and never before.

use super::stances;
use crate::analysis::{Before, ShownStances, VisibleCounts, Withheld, before, disclosed, disclosed_stances, median};
use crate::catalogue::Message;
use crate::framework::{Assumption, Feature, Level};
use crate::session::{Session, Verdict};

/// What stands before it.
pub(crate) const BEFORE: Message = Message("Before");
pub(crate) const FROM_THE_SURVEY: Message = Message("From the survey");

/// `11 people, median 2. In the room: 4`; nothing where no survey asked, or the room has not spoken yet.
pub(crate) fn before_rating(session: &Session, feature: &Feature, level: Option<Level>) -> Option<String> {
    let survey: Before<VisibleCounts> = before(session, (feature, level))?;
    let said = survey.told.map(|shown| {
        let middle = median(&shown.counts).map(|median| tr!("median {median}", median));
        middle.unwrap_or_else(|| tr!("don't know").to_owned())
    });
    let decided = session.answer(&feature.id).decided.at(level);
    let voted = || {
        let latest = disclosed(session, feature, level).rounds.pop()?.room?;
        median(&latest.counts).map(|median| tr!("median {median}", median))
    };
    let room = if *decided == crate::session::Decision::NotDiscussed { voted() } else { Some(decided.describe()) };
    Some(beside(survey.people, said, room))
}

/// `11 people: holds 7, partly holds 4. In the room: partly holds`.
pub(crate) fn before_stance(session: &Session, assumption: &Assumption) -> Option<String> {
    let survey: Before<ShownStances> = before(session, assumption)?;
    let verdict = session.assumption(&assumption.id).verdict;
    let voted = || disclosed_stances(session, &assumption.id).rounds.pop()?.room.map(stances);
    let room = if verdict == Verdict::NotDiscussed { voted() } else { Some(verdict.label().to_owned()) };
    Some(beside(survey.people, survey.told.map(stances), room))
}

fn beside(people: u32, said: Option<String>, room: Option<String>) -> String {
    let said = said.unwrap_or_else(|| super::withheld(Withheld::Few).to_owned());
    let room = room.map_or_else(String::new, |room| tr!(". In the room: {room}", room));
    format!("{}, {said}{room}", tr_n!(people, "{count} person", "{count} people"))
}
