//! Which item, at which level, and how an item of any kind stands.

use super::{commas, standing, with_colour};
use crate::analysis::{DOTS_EACH, RiskReading, TooManyDots, reading};
use crate::catalogue::Message;
use crate::framework::{Framework, Id, Item, Level};
use crate::session::{Register, Session};
use std::fmt::Display;

/// Who is in the room: `12 people: 7 statutory, 4 third sector, 1 community`.
pub(crate) fn people(register: &Register) -> String {
    match (register.people(), register.expected()) {
        (0, 0) => tr!("number of people not said").into(),
        (0, expected) => tr!("{people} expected", people = tr_n!(expected, "{count} person", "{count} people")),
        _ => register.to_string(),
    }
}

pub(crate) const PARKED: Message = Message("Parked to come back to");

/// `P3 Joint work`.
pub(crate) fn name(item: Item<'_>) -> String {
    format!("{} {}", item.id(), item.label())
}

/// A name with its code behind it, as a room reads it: `Joint work (P3)`; the code alone where there is no name.
pub(crate) fn named(name: &str, id: impl Display) -> String {
    if name.is_empty() { id.to_string() } else { format!("{name} ({id})") }
}

/// Ids with their labels: `Excluded (R6), Community (E2)`; an id alone where the framework does not have it.
pub(crate) fn names<'all>(framework: &Framework, ids: impl IntoIterator<Item = &'all Id>) -> String {
    commas(ids.into_iter().map(|id| named(framework.item(id).map_or("", |item| item.label()), id)))
}

/// What comes before a statement in plain words, where it stands among other lines.
pub(crate) const IN_PLAIN_WORDS: Message = Message("In plain words");

/// `In plain words: we trust each other.`, or nothing.
pub(crate) fn in_plain_words(plain: &str) -> String {
    if plain.is_empty() { String::new() } else { format!("{IN_PLAIN_WORDS}: {plain}") }
}

pub(crate) fn item_stands(framework: &Framework, session: &Session, item: Item<'_>) -> String {
    match item {
        Item::Feature(_, stage, feature) => standing(framework, stage, session, &feature.id),
        other => item_state(framework, session, other),
    }
}

/// How an item of any kind stands, in a word or two: `contested`, `does not hold`, `could happen, red`.
pub(crate) fn item_state(framework: &Framework, session: &Session, item: Item<'_>) -> String {
    match item {
        Item::Feature(_, stage, feature) => reading(session, stage, &feature.id).state.label().into(),
        Item::Assumption(assumption) => session.assumption(&assumption.id).verdict.label().into(),
        Item::Influence(influence) => session.influence(&influence.id).bearing.label().into(),
        Item::Risk(risk) => {
            let reading = RiskReading::of(framework, session, risk);
            with_colour(reading.concern.status().label(), reading.rag)
        }
    }
}

/// What to check where there are more dots than the room has.
pub(crate) fn too_many_dots(dots: TooManyDots) -> String {
    let TooManyDots { placed, most, people } = dots;
    let each = DOTS_EACH.end();
    tr!(
        "{placed} dots are more than the {most} that {people} people with {each} each have; check the counts",
        placed,
        most,
        people,
        each
    )
}

/// ` (strategic)`, or nothing.
pub(crate) fn at_level(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| format!(" ({})", level.label()))
}

/// `strategic `, or nothing.
pub(crate) fn before_level(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| format!("{} ", level.label()))
}

/// `, strategic`, or nothing.
pub(crate) fn after_level(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| format!(", {}", level.label()))
}
