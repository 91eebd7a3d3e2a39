//! What changed between two sessions: item by item, and what stands otherwise beside the chain.

use super::{leap_since, link, risk_then};
use crate::analysis::{Comparison, FeatureChange, ThenNow, TurnKind};
use crate::session::Decision;

// said twice: the key table takes literals only.
pub(crate) const OVER_THE_YEARS: &str = "Over the years";

/// The kinds that are told as lists, what is said where there is none of a kind, and which stand together.
pub(crate) const UP_AND_DOWN: [(TurnKind, &str); 2] = [
    (TurnKind::Up, "Nothing is rated higher than last time."),
    (TurnKind::Down, "Nothing is rated lower than last time."),
];
pub(crate) const VIEWS: [(TurnKind, &str); 3] = [
    (TurnKind::NewlyAgreed, "Nothing is newly agreed."),
    (TurnKind::StillSplit, "Nothing was split then and still is."),
    (TurnKind::NewlySplit, "Nothing is newly split."),
];

/// How one feature changed, and what goes with it: `2 to 4, up 2; evidence low to medium`.
pub(crate) fn turn(change: &FeatureChange<'_>) -> String {
    std::iter::once(change.describe()).chain(change.asides()).collect::<Vec<_>>().join("; ")
}

/// `P3 Joint work: 2 to 4, up 2; evidence low to medium`.
pub(crate) fn changed(change: &FeatureChange<'_>) -> String {
    format!("{} {}: {}", change.feature.id, change.feature.label, turn(change))
}

/// What stands otherwise beside the chain, under its heading: `AS7 Power: then holds; now does not hold`.
pub(crate) fn changed_conditions(comparison: &Comparison<'_>) -> [(&'static str, Vec<String>); 4] {
    let line = |name: String, ThenNow { then, now }: ThenNow<String>| format!("{name}: then {then}; now {now}");
    let words = |both: ThenNow<&str>| ThenNow { then: both.then.to_owned(), now: both.now.to_owned() };
    let links = comparison.links.iter().map(|one| {
        let ThenNow { then, now } = one.states;
        let why = if one.reasons.is_empty() { String::new() } else { format!(" ({})", one.reasons) };
        let states = line(link(one.from, one.to), words(ThenNow { then: then.label(), now: now.label() }));
        format!("{states}{}{why}", leap_since(one.leaps))
    });
    let assumptions = comparison.assumptions.iter().map(|one| {
        let ThenNow { then, now } = one.verdicts;
        let name = format!("{} {}", one.assumption.id, one.assumption.label);
        line(name, words(ThenNow { then: then.label(), now: now.label() }))
    });
    let risks = comparison.risks.iter().map(|one| {
        let ThenNow { then, now } = one.stands;
        line(format!("{} {}", one.risk.id, one.risk.label), ThenNow { then: risk_then(then), now: risk_then(now) })
    });
    let influences = comparison.influences.iter().map(|one| {
        let ThenNow { then, now } = one.bearings;
        let name = format!("{} {}", one.influence.id, one.influence.label);
        line(name, words(ThenNow { then: then.label(), now: now.label() }))
    });
    [
        ("Links", links.collect()),
        ("Assumptions", assumptions.collect()),
        ("Risks", risks.collect()),
        ("Influencing factors", influences.collect()),
    ]
}

/// `4, up 2`; only the decision where there is no step between two ratings.
pub(crate) fn since_last_time(then: &Decision, now: &Decision) -> String {
    let now_words = now.describe();
    match (then.rating(), now.rating()) {
        (Some(then), Some(now)) if now > then => format!("{now_words}, up {}", now.number() - then.number()),
        (Some(then), Some(now)) if now < then => format!("{now_words}, down {}", then.number() - now.number()),
        (Some(_), Some(_)) => format!("{now_words}, as before"),
        _ => now_words,
    }
}
