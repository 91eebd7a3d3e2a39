//! Two sessions compared, and one partnership over the years, in words.
//!
//! What changed is the analysis's; nothing here says who is better.

use super::Sight;
use crate::analysis::{Comparison, FeatureChange, ThenNow, TurnKind, day_of};
use crate::app::{App, Change, Compare, Trending};
use crate::plain::phrase::title;
use crate::words::{count, date, name, stood};

pub(super) fn compare(app: &App, shown: &Compare) -> Sight {
    let Ok(comparison) = shown.comparison(&app.cx.framework) else { return Sight::default() };
    let lines = match shown.slide {
        Change::Map => counts(&comparison),
        Change::UpAndDown => up_and_down(&comparison),
        Change::Views => views(&comparison),
        Change::Conditions => conditions(&comparison),
        Change::Room => room(&comparison),
        Change::Actions => actions(&comparison),
    };
    let ThenNow { then, now } = comparison.sessions;
    let mut heading = vec![format!("{}, part {} of {}.", shown.slide.title(), shown.slide.number(), Change::ALL.len())];
    if shown.slide == Change::Map {
        heading.push(format!("Then {}. Now {}.", title(then), title(now)));
    }
    heading.extend(lines);
    Sight {
        place: format!("compare {:?} {}", shown.slide, then.id),
        heading,
        prompt: "What changed".into(),
        ..Sight::default()
    }
}

fn counts(comparison: &Comparison<'_>) -> Vec<String> {
    let counts: Vec<String> = TurnKind::ALL
        .into_iter()
        .filter(|kind| comparison.count(*kind) > 0)
        .map(|kind| format!("{} {}", kind.title().to_lowercase(), comparison.count(kind)))
        .collect();
    let mut lines = vec![format!("Of the items of the chain: {}.", counts.join(", "))];
    lines.extend(comparison.cautions().into_iter().map(|caution| format!("{caution}.")));
    lines
}

fn changes(head: &str, none: &str, changes: &[&FeatureChange<'_>]) -> Vec<String> {
    if changes.is_empty() {
        return vec![none.to_owned()];
    }
    let line = |change: &&FeatureChange<'_>| {
        let turned: Vec<String> = std::iter::once(change.in_words()).chain(change.asides()).collect();
        format!("{} {}: {}.", change.feature.id, change.feature.label, turned.join("; "))
    };
    std::iter::once(format!("{head}, {}:", changes.len())).chain(changes.iter().map(line)).collect()
}

fn up_and_down(comparison: &Comparison<'_>) -> Vec<String> {
    let of = |kind| comparison.furthest_first(kind);
    let mut lines = changes("Up", "Nothing is rated higher than last time.", &of(TurnKind::Up));
    lines.extend(changes("Down", "Nothing is rated lower than last time.", &of(TurnKind::Down)));
    lines
}

fn views(comparison: &Comparison<'_>) -> Vec<String> {
    let of = |kind| comparison.of_kind(kind).collect::<Vec<_>>();
    let other: Vec<&FeatureChange<'_>> = of(TurnKind::Other).into_iter().filter(|one| one.states().differs()).collect();
    let mut lines = changes("Newly agreed", "Nothing is newly agreed.", &of(TurnKind::NewlyAgreed));
    lines.extend(changes("Still split", "Nothing was split then and still is.", &of(TurnKind::StillSplit)));
    lines.extend(changes("Newly split", "Nothing is newly split.", &of(TurnKind::NewlySplit)));
    if !other.is_empty() {
        lines.extend(changes("Other changes", "", &other));
    }
    lines
}

fn conditions(comparison: &Comparison<'_>) -> Vec<String> {
    let links = comparison.links.iter().map(|one| {
        let ThenNow { then, now } = one.states;
        let leap = match (one.leaps.then, one.leaps.now) {
            (false, true) => ", and a leap",
            (true, false) => ", no longer a leap",
            _ => "",
        };
        format!("{} to {}: then {}; now {}{leap}.", one.from.label, one.to.label, then.words(), now.words())
    });
    let assumptions = comparison.assumptions.iter().map(|one| {
        let ThenNow { then, now } = one.verdicts;
        format!("{} {}: then {}; now {}.", one.assumption.id, one.assumption.label, then.words(), now.words())
    });
    let influences = comparison.influences.iter().map(|one| {
        let ThenNow { then, now } = one.bearings;
        format!("{} {}: then {}; now {}.", one.influence.id, one.influence.label, then.words(), now.words())
    });
    let risks = comparison.risks.iter().map(|one| {
        let ThenNow { then, now } = one.stands;
        format!("{} {}: then {}; now {}.", one.risk.id, one.risk.label, then.in_words(), now.in_words())
    });
    let lines: Vec<String> = links.chain(assumptions).chain(influences).chain(risks).collect();
    if lines.is_empty() { vec!["Links, assumptions, factors and risks stand as before.".into()] } else { lines }
}

fn room(comparison: &Comparison<'_>) -> Vec<String> {
    let cautions = comparison.cautions().into_iter().map(|caution| format!("{caution}."));
    std::iter::once(format!("People: {}.", comparison.room.in_words())).chain(cautions).collect()
}

fn actions(comparison: &Comparison<'_>) -> Vec<String> {
    if comparison.actions.is_empty() {
        return vec!["No actions were agreed last time.".into()];
    }
    let line = |since: &crate::analysis::ActionSince<'_>| {
        let owner = since.action.owner.trim();
        let owner = if owner.is_empty() { String::new() } else { format!(", {owner}") };
        format!("Action {}, {}: {}{owner}.", since.action.number, since.status().words(), since.action.what.trim())
    };
    comparison.actions.iter().map(line).collect()
}

pub(super) fn trend(app: &App, shown: &Trending) -> Sight {
    let trend = shown.trend(&app.cx.framework);
    let mut heading = vec![format!("Over the years: {}.", count(trend.sessions.len(), "session", "sessions"))];
    for line in &trend.lines {
        let known = line.stands.iter().zip(&trend.sessions).filter(|(stand, _)| !stand.is_blank());
        let words: Vec<String> =
            known.map(|(stand, session)| format!("{}: {}", date(day_of(session)), stood(*stand))).collect();
        let words = if words.is_empty() { "not discussed".to_owned() } else { words.join("; ") };
        heading.push(format!("{}. {words}.", name(line.item)));
    }
    Sight { place: "trend".into(), heading, prompt: "Over the years".into(), ..Sight::default() }
}
