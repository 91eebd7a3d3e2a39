//! A comparison as plain text: what changed first, what stayed in one line.
//!
//! Readable in a pipe and by a screen reader: no escape sequence, no column that a narrow window breaks.

use crate::analysis::{Comparison, FeatureChange, ThenNow, TurnKind};
use crate::session::{ActionStatus, Session};
use crate::terminal::clean_line;
use crate::words;
use std::io::{self, Write};

/// The kinds that are listed feature by feature, those that moved furthest first.
const LISTED: [TurnKind; 6] =
    [TurnKind::Up, TurnKind::Down, TurnKind::NewlyAgreed, TurnKind::StillSplit, TurnKind::NewlySplit, TurnKind::Other];

/// Prints a comparison.
pub(super) fn write(out: &mut dyn Write, comparison: &Comparison<'_>) -> io::Result<()> {
    let ThenNow { then, now } = comparison.sessions;
    writeln!(out, "What changed: {}", titles(then, now))?;
    writeln!(out, "{} to {}", date(then), date(now))?;
    if let Some(versions) = comparison.versions() {
        let ThenNow { then, now } = versions;
        writeln!(out, "The framework was version {then} then and is {now} now; items are matched by their ids")?;
    }
    let counts = TurnKind::ALL.map(|kind| format!("{} {}", kind.title().to_lowercase(), comparison.count(kind)));
    writeln!(out, "Features: {}", counts.join(", "))?;
    for kind in LISTED {
        section(out, kind.title(), comparison.furthest_first(kind).into_iter().map(feature_line))?;
    }
    write_same(out, comparison)?;
    write_conditions(out, comparison)?;
    write_room(out, comparison)?;
    write_actions(out, comparison)?;
    section(
        out,
        "Not in the framework in use",
        comparison.unmatched.iter().map(|one| {
            let place = match (one.said.then, one.said.now) {
                (true, true) => "then and now",
                (true, false) => "then only",
                (false, _) => "now only",
            };
            format!("{}: {place}", one.id)
        }),
    )
}

/// A heading with its lines, or nothing where there are none.
fn section(out: &mut dyn Write, title: &str, lines: impl Iterator<Item = String>) -> io::Result<()> {
    for (place, line) in lines.enumerate() {
        if place == 0 {
            writeln!(out, "\n{title}")?;
        }
        writeln!(out, "  {}", clean_line(&line))?;
    }
    Ok(())
}

fn titles(then: &Session, now: &Session) -> String {
    if then.title() == now.title() {
        return clean_line(now.title());
    }
    format!("{}, then {}", clean_line(then.title()), clean_line(now.title()))
}

fn date(session: &Session) -> String {
    session.about.date.map_or_else(|| "no date".to_owned(), words::date)
}

fn feature_line(change: &FeatureChange<'_>) -> String {
    let words = std::iter::once(change.in_words()).chain(change.asides()).collect::<Vec<_>>().join("; ");
    let levels: Vec<String> = change
        .levels
        .iter()
        .map(|one| {
            let ThenNow { then, now } = one.decisions;
            format!("{} {} to {}", one.level.word(), then.in_words(), now.in_words())
        })
        .collect();
    let levels = if levels.is_empty() { String::new() } else { format!(" ({})", levels.join(", ")) };
    format!("{:<3} {}: {words}{levels}", change.feature.id, change.feature.text)
}

/// What is rated as before is a list of ids, but for those of which something else changed.
fn write_same(out: &mut dyn Write, comparison: &Comparison<'_>) -> io::Result<()> {
    let (plain, other): (Vec<_>, Vec<_>) =
        comparison.of_kind(TurnKind::Same).partition(|change| change.asides().is_empty() && change.levels.is_empty());
    let ids: Vec<String> = plain.iter().map(|change| change.feature.id.to_string()).collect();
    let ids = (!ids.is_empty()).then(|| ids.join(" "));
    section(out, "Same", other.into_iter().map(feature_line).chain(ids))
}

fn write_conditions(out: &mut dyn Write, comparison: &Comparison<'_>) -> io::Result<()> {
    section(
        out,
        "Links",
        comparison.links.iter().map(|link| {
            let ThenNow { then, now } = link.states;
            let leap = match (link.leaps.then, link.leaps.now) {
                (false, true) => ", and now a leap",
                (true, false) => ", and no longer a leap",
                (true, true) => ", still a leap",
                (false, false) => "",
            };
            let states = if then == now {
                now.words().to_owned()
            } else {
                format!("{} then, {} now", then.words(), now.words())
            };
            format!("{} > {}: {states}{leap} ({})", link.from.label, link.to.label, link.reasons)
        }),
    )?;
    let from_to = |then: &str, now: &str| format!("{then} to {now}");
    section(
        out,
        "Assumptions",
        comparison.assumptions.iter().map(|one| {
            let words = from_to(one.verdicts.then.words(), one.verdicts.now.words());
            format!("{:<3} {}: {words}", one.assumption.id, one.assumption.text)
        }),
    )?;
    section(
        out,
        "Influencing factors",
        comparison.influences.iter().map(|one| {
            let words = from_to(one.bearings.then.words(), one.bearings.now.words());
            format!("{:<3} {}: {words}", one.influence.id, one.influence.text)
        }),
    )?;
    section(
        out,
        "Risks",
        comparison.risks.iter().map(|one| {
            let words = from_to(&one.stands.then.in_words(), &one.stands.now.in_words());
            format!("{:<3} {}: {words}", one.risk.id, one.risk.text)
        }),
    )
}

fn write_room(out: &mut dyn Write, comparison: &Comparison<'_>) -> io::Result<()> {
    let cautions = comparison.cautions().into_iter().map(|caution| format!("{caution}."));
    section(out, "In the room", std::iter::once(comparison.room.in_words()).chain(cautions))
}

fn write_actions(out: &mut dyn Write, comparison: &Comparison<'_>) -> io::Result<()> {
    if comparison.actions.is_empty() {
        return Ok(());
    }
    let counts = ActionStatus::ALL.map(|status| format!("{} {}", comparison.count_actions(status), status.words()));
    let lines = comparison.actions.iter().map(|one| {
        let owner = if one.action.owner.is_empty() { String::new() } else { format!(" ({})", one.action.owner) };
        format!("{}: {}{owner}", one.status().words(), one.action.what)
    });
    section(out, "Actions from last time", std::iter::once(counts.join(", ")).chain(lines))
}
