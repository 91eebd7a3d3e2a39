//! What several tables come to on one item: what they all said, or something to settle.
//!
//! Functions of the tables' answers alone, in whatever order; no table's answer counts for more than another's.

use super::Table;
use crate::framework::{Id, Level, Rating};
use crate::session::{Bearing, Concern, Decided, Decision, Range, RiskStatus, Verdict};

/// The answers of the tables that speak on an item, with their names. Who was merged into one of them is silent.
fn speaking<'all, T>(tables: &'all [Table], said: impl Fn(&'all Table) -> Option<T>) -> Vec<(&'all str, T)> {
    let all: Vec<(&Table, T)> = tables.iter().filter_map(|table| Some((table, said(table)?))).collect();
    let held: Vec<&String> = all.iter().flat_map(|(table, _)| &table.holds).collect();
    all.into_iter()
        .filter(|(table, _)| !held.contains(&&table.id))
        .map(|(table, said)| (table.name.as_str(), said))
        .collect()
}

/// What the tables come to on a feature, and what each said where they differ.
pub(super) fn decided(id: &Id, tables: &[Table]) -> (Decided, Option<String>) {
    let said = speaking(tables, |table| table.decided.get(id));
    let both = said.iter().any(|(_, decided)| matches!(decided, Decided::Levels { .. }));
    let at = |level: Option<Level>| {
        let decisions: Vec<(&str, &Decision)> = said.iter().map(|(name, decided)| (*name, decided.at(level))).collect();
        decision(&decisions)
    };
    if !both {
        let (decision, differ) = at(None);
        return (Decided::Whole(decision), differ);
    }
    let (strategic, first) = at(Some(Level::Strategic));
    let (operational, second) = at(Some(Level::Operational));
    let first = first.map(|words| tr!("strategic: {words}", words));
    let second = second.map(|words| tr!("operational: {words}", words));
    let words: Vec<String> = first.into_iter().chain(second).collect();
    (Decided::Levels { strategic, operational }, (!words.is_empty()).then(|| words.join("; ")))
}

/// The lowest and the highest rating that a decision stands for.
fn ends(decision: &Decision) -> Option<(Rating, Rating)> {
    match decision {
        Decision::Agreed(rating) | Decision::AgreedWithReservations(rating) => Some((*rating, *rating)),
        Decision::NotAgreed { range, .. } => Some((range.low(), range.high())),
        Decision::NotDiscussed | Decision::DontKnow | Decision::NotRelevant => None,
    }
}

/// One decision of several. Tables that differ in their ratings do not agree together; where they differ in whether
/// there is a rating at all, nothing is decided yet.
fn decision(all: &[(&str, &Decision)]) -> (Decision, Option<String>) {
    let said: Vec<(&str, &Decision)> =
        all.iter().copied().filter(|(_, decision)| **decision != Decision::NotDiscussed).collect();
    let [first, others @ ..] = &said[..] else { return (Decision::NotDiscussed, None) };
    if others.is_empty() {
        return (first.1.clone(), None);
    }
    let rated: Vec<(Rating, Rating)> = said.iter().filter_map(|(_, decision)| ends(decision)).collect();
    let low = rated.iter().map(|(low, _)| *low).min();
    let high = rated.iter().map(|(_, high)| *high).max();
    let all_rated = rated.len() == said.len();
    if let Some(rating) = low.filter(|low| all_rated && high == Some(*low)) {
        let reserved = said.iter().any(|(_, decision)| matches!(decision, Decision::AgreedWithReservations(_)));
        let agreed = if reserved { Decision::AgreedWithReservations(rating) } else { Decision::Agreed(rating) };
        return (agreed, None);
    }
    if rated.is_empty() && others.iter().all(|(_, decision)| decision == &first.1) {
        return (first.1.clone(), None);
    }
    let words = differ(said.iter().map(|(name, decision)| (*name, decision.describe())));
    match low.zip(high).and_then(|(low, high)| Range::between(low, high)) {
        Some(range) => (not_agreed(range, &said), Some(words)),
        None => (Decision::NotDiscussed, Some(words)),
    }
}

/// "Not agreed", with the views of those at either end; a view from in between names its own rating.
fn not_agreed(range: Range, said: &[(&str, &Decision)]) -> Decision {
    let view = |end: Rating, is_low: bool| {
        let at_end = |(name, decision): &(&str, &Decision)| {
            let (low, high) = ends(decision)?;
            let view = match decision {
                Decision::NotAgreed { low_view, high_view, .. } => if is_low { low_view } else { high_view }.as_str(),
                _ => "",
            };
            let rating = if is_low { low } else { high };
            match (rating == end, view.trim().is_empty()) {
                (true, true) => Some((*name).to_owned()),
                (true, false) => Some(format!("{name}: {view}")),
                (false, true) => None,
                (false, false) => Some(format!("{name} ({rating}): {view}")),
            }
        };
        said.iter().filter_map(at_end).collect::<Vec<_>>().join("\n")
    };
    Decision::NotAgreed { range, low_view: view(range.low(), true), high_view: view(range.high(), false) }
}

/// `Blue 2, Red 4`
fn differ<W: std::fmt::Display>(said: impl IntoIterator<Item = (impl std::fmt::Display, W)>) -> String {
    said.into_iter().map(|(name, words)| format!("{name} {words}")).collect::<Vec<_>>().join(", ")
}

/// What all said, or else the blank answer and what each said.
fn alike<T: Copy + PartialEq>(said: &[(&str, T)], blank: T, words: impl Fn(T) -> String) -> (T, Option<String>) {
    match said {
        [] => (blank, None),
        [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => (*first, None),
        all => (blank, Some(differ(all.iter().map(|(name, said)| (*name, words(*said)))))),
    }
}

/// What the tables come to on an assumption.
pub(super) fn verdict(id: &Id, tables: &[Table]) -> (Verdict, Option<String>) {
    let said = speaking(tables, |table| table.assumptions.get(id).copied());
    alike(&said, Verdict::NotDiscussed, |verdict| verdict.label().to_owned())
}

/// What the tables come to on an influencing factor.
pub(super) fn bearing(id: &Id, tables: &[Table]) -> (Bearing, Option<String>) {
    let said = speaking(tables, |table| table.influences.get(id).copied());
    alike(&said, Bearing::NotDiscussed, |bearing| bearing.label().to_owned())
}

/// What the tables come to on a risk: where all put it, with the numbers on which they are at one.
pub(super) fn concern(id: &Id, tables: &[Table]) -> (Concern, Option<String>) {
    let said = speaking(tables, |table| table.risks.get(id).copied());
    let statuses: Vec<(&str, RiskStatus)> = said.iter().map(|(name, concern)| (*name, concern.status())).collect();
    let (status, _) = alike(&statuses, RiskStatus::NotDiscussed, |status| status.label().to_owned());
    let number = |number: &dyn Fn(Concern) -> Option<Rating>| {
        let mut numbers = said.iter().filter_map(|(_, concern)| number(*concern));
        let first = numbers.next()?;
        numbers.all(|other| other == first).then_some(first)
    };
    let impact = number(&Concern::impact);
    let concern = match status {
        RiskStatus::NotDiscussed => Concern::NotDiscussed,
        RiskStatus::HappeningNow => Concern::HappeningNow { impact },
        RiskStatus::CouldHappen => Concern::CouldHappen { likelihood: number(&Concern::likelihood), impact },
        RiskStatus::NotAConcern => Concern::NotAConcern,
    };
    let same = said.iter().all(|(_, other)| *other == said[0].1);
    (concern, (!same).then(|| differ(said.iter().map(|(name, concern)| (*name, in_words(*concern))))))
}

/// `could happen (likelihood 2, impact 4)`
fn in_words(concern: Concern) -> String {
    let likelihood = concern.likelihood().map(|likelihood| tr!("likelihood {likelihood}", likelihood));
    let numbers: Vec<String> =
        likelihood.into_iter().chain(concern.impact().map(|impact| tr!("impact {impact}", impact))).collect();
    let numbers = if numbers.is_empty() { String::new() } else { format!(" ({})", numbers.join(", ")) };
    format!("{}{numbers}", concern.status().label())
}
