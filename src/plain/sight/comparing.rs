//! Two sessions compared, and one partnership over the years, in words.
//!
//! What changed is the analysis's; nothing here says who is better.

use super::Sight;
use crate::analysis::{Comparison, FeatureChange, ThenNow, TurnKind, day_of};
use crate::app::{App, Change, Compare, Trending};
use crate::plain::phrase::title;
use crate::words::{
    NO_EARLIER_ACTIONS, UP_AND_DOWN, VIEWS, action, changed, changed_conditions, count, date, name, stood,
};

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
    let line = |change: &&FeatureChange<'_>| format!("{}.", changed(change));
    std::iter::once(format!("{head}, {}:", changes.len())).chain(changes.iter().map(line)).collect()
}

fn up_and_down(comparison: &Comparison<'_>) -> Vec<String> {
    let part = |(kind, none): (TurnKind, &str)| changes(kind.title(), none, &comparison.furthest_first(kind));
    UP_AND_DOWN.into_iter().flat_map(part).collect()
}

fn views(comparison: &Comparison<'_>) -> Vec<String> {
    let of = |kind| comparison.of_kind(kind).collect::<Vec<_>>();
    let other: Vec<&FeatureChange<'_>> = of(TurnKind::Other).into_iter().filter(|one| one.states().differs()).collect();
    let part = |(kind, none): (TurnKind, &str)| changes(kind.title(), none, &of(kind));
    let mut lines: Vec<String> = VIEWS.into_iter().flat_map(part).collect();
    if !other.is_empty() {
        lines.extend(changes("Other changes", "", &other));
    }
    lines
}

fn conditions(comparison: &Comparison<'_>) -> Vec<String> {
    let all = changed_conditions(comparison).into_iter().flat_map(|(_, lines)| lines);
    let lines: Vec<String> = all.map(|line| format!("{line}.")).collect();
    if lines.is_empty() { vec!["Links, assumptions, factors and risks stand as before.".into()] } else { lines }
}

fn room(comparison: &Comparison<'_>) -> Vec<String> {
    let cautions = comparison.cautions().into_iter().map(|caution| format!("{caution}."));
    std::iter::once(format!("People: {}.", comparison.room.in_words())).chain(cautions).collect()
}

fn actions(comparison: &Comparison<'_>) -> Vec<String> {
    if comparison.actions.is_empty() {
        return vec![NO_EARLIER_ACTIONS.into()];
    }
    let line = |since: &crate::analysis::ActionSince<'_>| {
        format!("Action {}, {}: {}.", since.action.number, since.status().words(), action(since.action))
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
