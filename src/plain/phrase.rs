//! Phrases that every page shares: ratings with their words, dates, counts, whole sentences.
//!
//! A digit never stands without its word, and no state is a sign.

use crate::analysis::{Reading, Shown, State, reading};
use crate::app::{App, FieldName};
use crate::framework::{Framework, Id, Item, Level, Rating, Stage};
use crate::session::{Decision, Register, Session};
use crate::words::{commas, date};

/// `4, Mostly`.
pub(super) fn rated(framework: &Framework, stage: &Stage, rating: Rating) -> String {
    format!("{rating}, {}", framework.word(stage, rating))
}

/// `P3 Joint work`.
pub(super) fn named(item: Item<'_>) -> String {
    format!("{} {}", item.id(), item.label())
}

/// Ids with their labels: `R6 Voluntary, E2 Community`.
pub(super) fn listed<'all>(framework: &Framework, ids: impl IntoIterator<Item = &'all Id>) -> String {
    let name = |id: &Id| framework.item(id).map_or(id.to_string(), named);
    commas(ids.into_iter().map(name))
}

/// What the room decided, as a sentence.
pub(super) fn decision(framework: &Framework, stage: &Stage, decision: &Decision) -> String {
    let rated = |rating| rated(framework, stage, rating);
    match decision {
        Decision::NotDiscussed => "Not yet discussed.".into(),
        Decision::Agreed(rating) => format!("Rating agreed: {}.", rated(*rating)),
        Decision::AgreedWithReservations(rating) => format!("Rating agreed with reservations: {}.", rated(*rating)),
        Decision::NotAgreed { range, .. } => {
            format!("Not agreed: from {} to {}.", rated(range.low()), rated(range.high()))
        }
        Decision::DontKnow => "The room does not know: a blind spot.".into(),
        Decision::NotRelevant => "Not relevant for this partnership.".into(),
    }
}

/// The same within a sentence: `4, Mostly`, `not agreed, 2 to 4`.
pub(super) fn in_short(framework: &Framework, stage: &Stage, decision: &Decision) -> String {
    match decision {
        Decision::Agreed(rating) => rated(framework, stage, *rating),
        Decision::AgreedWithReservations(rating) => format!("{}, with reservations", rated(framework, stage, *rating)),
        other => other.in_words(),
    }
}

/// How an item of the chain stands: `4, Mostly: strength`, `strategic 4, Mostly, operational 2, Patchy: contested`.
pub(super) fn standing(framework: &Framework, stage: &Stage, session: &Session, feature: &Id) -> String {
    let Reading { state, half, .. } = reading(session, stage, feature);
    let answer = session.answer(feature);
    if state == State::NotDiscussed && half.is_none() {
        return "not yet discussed".into();
    }
    let parts: Vec<String> = answer
        .decided
        .all()
        .into_iter()
        .map(|(level, decision)| {
            let words = in_short(framework, stage, decision);
            level.map_or(words.clone(), |level| format!("{} {words}", level.word()))
        })
        .collect();
    format!("{}: {}", parts.join(", "), state.title().to_lowercase())
}

/// How an item of any kind stands.
pub(super) fn item_standing(framework: &Framework, session: &Session, item: Item<'_>) -> String {
    match item {
        Item::Feature(_, stage, feature) => standing(framework, stage, session, &feature.id),
        other => crate::analysis::state_in_words(framework, session, other),
    }
}

/// A text of several lines as sentences, each saying what it belongs to.
pub(super) fn told(what: &str, text: &str) -> Vec<String> {
    let lines = text.trim().lines().filter(|line| !line.trim().is_empty()).enumerate();
    lines
        .map(|(place, line)| match place {
            0 => format!("{what}: {}", line.trim()),
            place => format!("{what}, line {}: {}", place + 1, line.trim()),
        })
        .collect()
}

/// `0 at 1, 2 at 2, 5 at 3, 3 at 4, 1 at 5, 1 don't know`.
pub(super) fn votes(shown: &Shown) -> String {
    let each = Rating::ALL.map(|rating| format!("{} at {rating}", shown.counts.get(rating))).join(", ");
    let unknown = if shown.dont_know > 0 { format!(", {} don't know", shown.dont_know) } else { String::new() };
    format!("{each}{unknown}")
}

/// ` (strategic)`, or nothing.
pub(super) fn at_level(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| format!(" ({})", level.word()))
}

/// The name of a set-up field; counts of people say that they are.
pub(super) fn field(name: &FieldName, register: &Register) -> String {
    match name {
        FieldName::People(_) => format!("People, {}", name.title(register).to_lowercase()),
        _ => name.title(register).to_owned(),
    }
}

/// The partnership and the day.
pub(super) fn title(session: &Session) -> String {
    let title = session.described();
    session.about.date.map_or(title.clone(), |day| format!("{title}, {}", date(day)))
}

/// The open session, where there is one.
pub(super) fn session(app: &App) -> Option<&Session> {
    app.cx.workshop.as_ref().map(|workshop| &workshop.session)
}
