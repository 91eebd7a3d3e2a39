//! What changed between two sessions: item by item, and what stands otherwise beside the chain.

use super::{before_level, commas, joined, leap_since, link, link_reason, named, stood_then};
use crate::analysis::{
    Caution, Comparison, FeatureChange, FeatureState, ItemChange, RoomChange, State, ThenNow, Turn, TurnKind,
};
use crate::catalogue::Message;
use crate::framework::{Confidence, Item};
use crate::session::Decision;
use std::cmp::Ordering;

pub(crate) const OVER_THE_YEARS: Message = Message("Over the years");

/// The kinds that are told as lists, what is said where there is none of a kind, and which stand together.
pub(crate) const UP_AND_DOWN: [(TurnKind, Message); 2] = [
    (TurnKind::Up, Message("Nothing is rated higher than last time.")),
    (TurnKind::Down, Message("Nothing is rated lower than last time.")),
];
pub(crate) const VIEWS: [(TurnKind, Message); 3] = [
    (TurnKind::NewlyAgreed, Message("Nothing is newly agreed.")),
    (TurnKind::StillSplit, Message("Nothing was split then and still is.")),
    (TurnKind::NewlySplit, Message("Nothing is newly split.")),
];

/// How one feature changed, and what goes with it: `2 to 4, up 2; evidence low to medium`.
pub(crate) fn turn(change: &FeatureChange<'_>) -> String {
    joined(std::iter::once(turned(change)).chain(beside_turn(change)), "; ")
}

/// The turn in a few words: `2 to 4, up 2`, `split 2-4 to 4, newly agreed`, `3, as before`.
pub(crate) fn turned(change: &FeatureChange<'_>) -> String {
    let ThenNow { then, now } = change.readings;
    match change.turn {
        Turn::Up(range) => tr!("{range}, up {gap}", range, gap = range.gap()),
        Turn::Down(range) => {
            tr!("{high} to {low}, down {gap}", high = range.high(), low = range.low(), gap = range.gap())
        }
        Turn::Same(rating) => as_before(&rating.to_string()),
        Turn::NewlyAgreed(rating) => tr!("{then} to {rating}, newly agreed", then = read(then), rating),
        Turn::StillSplit if then.range == now.range => as_before(&read(now)),
        Turn::StillSplit => tr!("{then} to {now}, still split", then = read(then), now = read(now)),
        Turn::NewlySplit => tr!("{then} to {now}, newly split", then = read(then), now = read(now)),
        Turn::Other if then.state == now.state => as_before(&read(now)),
        Turn::Other => then_to_now(&read(then), &read(now)),
    }
}

pub(crate) fn then_to_now(then: &str, now: &str) -> String {
    tr!("{then} to {now}", then, now)
}

fn as_before(words: &str) -> String {
    tr!("{words}, as before", words)
}

/// What goes with the turn, in a few words each: `evidence low to medium`, `votes closer together`.
pub(crate) fn beside_turn(change: &FeatureChange<'_>) -> Vec<String> {
    let word = |confidence: Option<Confidence>| confidence.map_or(tr!("not asked"), Confidence::label);
    let ThenNow { then, now } = change.confidence;
    let evidence = (then != now).then(|| tr!("evidence {then} to {now}", then = word(then), now = word(now)));
    let votes = change.votes.iter().filter_map(|votes| {
        let words = match votes.movement.closeness {
            Ordering::Greater => tr!("votes closer together"),
            Ordering::Less => tr!("votes further apart"),
            Ordering::Equal => return None,
        };
        Some(format!("{}{words}", before_level(votes.level)))
    });
    evidence.into_iter().chain(votes).collect()
}

/// How a feature stands, without a capital: `4`, `split 2-4`, `not known`.
fn read(reading: FeatureState) -> String {
    match (reading.state, reading.rating, reading.range) {
        (State::Contested, _, Some(range)) => tr!("split {low}-{high}", low = range.low(), high = range.high()),
        (State::Contested, _, None) => tr!("split").into(),
        (State::BlindSpot, ..) => tr!("not known").into(),
        (State::NotDiscussed, ..) => tr!("not discussed").into(),
        (State::NotRelevant, ..) | (_, None, _) => tr!("not relevant").into(),
        (_, Some(rating), _) => rating.to_string(),
    }
}

/// What to bear in mind with a comparison; no full stop at the end.
pub(crate) fn caution(caution: Caution) -> &'static str {
    match caution {
        Caution::OtherPartnership => {
            tr!("These are two partnerships: a difference says which questions to ask, not which is better")
        }
        Caution::PeopleNotKnown => {
            tr!("Who was in the room is not known for both: other people alone can move ratings")
        }
        Caution::OtherPeople => tr!("Other people were in the room: that alone can move ratings"),
        Caution::CloserFall => tr!("A fall with closer votes can be honest progress"),
    }
}

/// Who was in the room, in a line: `11 then, 12 now; third sector 2 then, 4 now`; and everybody alone.
pub(crate) fn people_since(room: &RoomChange) -> [String; 2] {
    let count = |people: u32| if people == 0 { tr!("not said").into() } else { people.to_string() };
    let all = tr!("{then} then, {now} now", then = count(room.people.then), now = count(room.people.now));
    // Nobody counted is not nobody there.
    let counted = room.people.then > 0 && room.people.now > 0;
    let groups = room.changed().into_iter().filter(|_| counted).map(|group| {
        let ThenNow { then, now } = group.people;
        tr!("{name} {then} then, {now} now", name = group.name.to_lowercase(), then, now)
    });
    [joined(std::iter::once(all.clone()).chain(groups), "; "), all]
}

/// `Joint work (P3): 2 to 4, up 2; evidence low to medium`.
pub(crate) fn changed(change: &FeatureChange<'_>) -> String {
    format!("{}: {}", named(&change.feature.label, &change.feature.id), turn(change))
}

/// What stands otherwise beside the chain, under its heading: `Power (AS7): then holds; now does not hold`.
pub(crate) fn changed_conditions(comparison: &Comparison<'_>) -> [(&'static str, Vec<String>); 4] {
    let line = |name: String, then: String, now: String| tr!("{name}: then {then}; now {now}", name, then, now);
    let links = comparison.links.iter().map(|one| {
        let ThenNow { then, now } = one.states;
        let why = commas(one.reasons.iter().map(link_reason));
        let why = if why.is_empty() { why } else { format!(" ({why})") };
        let states = line(link(one.from, one.to), then.label().into(), now.label().into());
        format!("{states}{}{why}", leap_since(one.leaps))
    });
    let items = |is_wanted: fn(&Item<'_>) -> bool| {
        let wanted = comparison.conditions.iter().filter(|one| is_wanted(&one.item));
        let told = wanted.map(|ItemChange { item, stands }| {
            line(named(item.title(), item.id()), stood_then(stands.then), stood_then(stands.now))
        });
        told.collect()
    };
    [
        (tr!("Links"), links.collect()),
        (tr!("Assumptions"), items(|item| matches!(item, Item::Assumption(_)))),
        (tr!("Risks"), items(|item| matches!(item, Item::Risk(_)))),
        (tr!("Influencing factors"), items(|item| matches!(item, Item::Influence(_)))),
    ]
}

/// `4, up 2`; only the decision where there is no step between two ratings.
pub(crate) fn since_last_time(then: &Decision, now: &Decision) -> String {
    let now_words = now.describe();
    match (then.rating(), now.rating()) {
        (Some(then), Some(now)) if now > then => {
            tr!("{now}, up {steps}", now = now_words, steps = now.number() - then.number())
        }
        (Some(then), Some(now)) if now < then => {
            tr!("{now}, down {steps}", now = now_words, steps = then.number() - now.number())
        }
        (Some(_), Some(_)) => tr!("{words}, as before", words = now_words),
        _ => now_words,
    }
}
