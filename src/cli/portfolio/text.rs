//! A portfolio as plain text: what is most often in trouble, then every item.
//!
//! Readable in a pipe and by a screen reader.

use super::LeftOut;
use crate::analysis::{Category, ItemTold, LEAST_PARTNERSHIPS, Part, Period, PortfolioTold, State};
use crate::framework::Item;
use crate::terminal::clean_line;
use crate::words::{count, or};
use std::io::{self, Write};

/// How many features to show of what is most often so.
const MOST_OFTEN: usize = 5;

/// Prints a portfolio.
pub(super) fn write(out: &mut dyn Write, told: &PortfolioTold<'_>, left_out: &LeftOut) -> io::Result<()> {
    let sessions = count(told.sessions, "session", "sessions");
    let partnerships = count(told.partnerships, "partnership", "partnerships");
    writeln!(out, "Portfolio: {sessions} of {partnerships}")?;
    let years: Vec<String> = told.years.iter().map(|year| format!("{}: {}", year.year, year.sessions)).collect();
    if !years.is_empty() {
        writeln!(out, "Sessions by year: {}", years.join(", "))?;
    }
    for line in left_out.lines() {
        writeln!(out, "Not counted: {line}")?;
    }
    if told.items.is_empty() {
        return writeln!(out, "\nFewer than {LEAST_PARTNERSHIPS} partnerships: nothing is told of what they said.");
    }
    writeln!(
        out,
        "Counts of sessions, not of partnerships; where fewer than {LEAST_PARTNERSHIPS} partnerships would be"
    )?;
    writeln!(out, "told, several answers stand together. This is no ranking.")?;
    most_often(out, told, "Most often in trouble: weak, contested or blind", State::is_at_risk)?;
    most_often(out, told, "Most often weak", State::is_weak)?;
    most_often(out, told, "Most often contested", |state| state == State::Contested)?;
    most_often(out, told, "Most often a blind spot", |state| state == State::BlindSpot)?;
    let mut heading = "";
    for item in &told.items {
        let title = heading_of(item.item);
        if title != heading {
            writeln!(out, "\n{}", clean_line(title))?;
            heading = title;
        }
        write_item(out, item)?;
    }
    Ok(())
}

fn most_often(
    out: &mut dyn Write,
    told: &PortfolioTold<'_>,
    title: &str,
    wanted: impl Fn(State) -> bool,
) -> io::Result<()> {
    let (often, hidden) = told.most_often(|category| matches!(category, Category::State(state) if wanted(state)));
    writeln!(out, "\n{title}")?;
    for one in often.iter().take(MOST_OFTEN) {
        writeln!(
            out,
            "  {:<3} {:>4}  {}",
            clean_line(one.item.id().as_str()),
            one.sessions,
            clean_line(one.item.text())
        )?;
    }
    if hidden > 0 {
        writeln!(out, "  (not told of {hidden} features)")?;
    } else if often.is_empty() {
        writeln!(out, "  none")?;
    }
    Ok(())
}

fn heading_of(item: Item<'_>) -> &str {
    match item {
        Item::Feature(_, stage, _) => &stage.title,
        Item::Assumption(_) => "Assumptions",
        Item::Influence(_) => "Influencing factors",
        Item::Risk(_) => "Risks",
    }
}

fn write_item(out: &mut dyn Write, told: &ItemTold<'_>) -> io::Result<()> {
    let (id, text) = (clean_line(told.item.id().as_str()), clean_line(told.item.text()));
    let parts: Vec<String> = told.parts.iter().filter(|part| part.sessions > 0).map(part_in_words).collect();
    let parts = if told.parts.is_empty() { "not told".to_owned() } else { parts.join("; ") };
    writeln!(out, "  {id:<3} {text}\n      {parts}")?;
    if told.periods.len() > 1 {
        let what = if matches!(told.item, Item::Feature(..)) { "weak, contested or blind" } else { "in trouble" };
        let periods: Vec<String> = told.periods.iter().map(period_in_words).collect();
        writeln!(out, "      {what}: {}", periods.join(", "))?;
    }
    Ok(())
}

/// `strength 12`, `mixed or weakness 7`
fn part_in_words(part: &Part) -> String {
    let titles: Vec<&str> = part.categories.iter().map(|category| category.title()).collect();
    let words = or(&titles);
    format!("{words} {}", part.sessions)
}

/// `2024 to 2025 7 of 30`
fn period_in_words(period: &Period) -> String {
    let years =
        if period.from == period.to { period.from.to_string() } else { format!("{} to {}", period.from, period.to) };
    format!("{years} {} of {}", period.trouble, period.sessions)
}

impl LeftOut {
    /// What was not counted, in lines.
    fn lines(&self) -> Vec<String> {
        [
            (self.other_framework, "held with another framework", "held with another framework"),
            (self.demo, "sample session", "sample sessions"),
            (self.nothing_said, "with nothing said yet", "with nothing said yet"),
            (self.versions, "other version of a session", "other versions of a session"),
            (self.tables, "table of a merged session", "tables of a merged session"),
            (self.unreadable, "file that could not be read", "files that could not be read"),
        ]
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| count(*number, one, many))
        .collect()
    }
}
