//! The action plan as a table, with what became of each action.
//!
//! Dropped actions stay: what was promised is on record.

use super::super::document::{Block, Cell, Line, Table, heading, text};
use super::super::model::{ActionPart, Model};
use crate::words::{capital, commas, date, joined, paper};

/// How the room will know, in the table.
const MEASURE: usize = 3;

/// The same, of each action only what, who, by when and how far.
pub(super) fn brief(report: &Model) -> Vec<Block> {
    let mut blocks = plan(report);
    if let Some(Block::Table(table)) = blocks.first_mut() {
        let (_, share) = table.columns.remove(MEASURE);
        table.columns[0].1 += share;
        for row in &mut table.rows {
            row.remove(MEASURE);
            for cell in row {
                cell.lines.truncate(1);
            }
        }
    }
    blocks
}

pub(super) fn plan(report: &Model) -> Vec<Block> {
    let plan = &report.plan;
    let table = Table::new(paper::tables::ACTIONS, [34, 18, 16, 18, 14]).filled(plan.actions.iter().map(action));
    vec![table.unwrap_or_else(|| text(paper::NO_ACTIONS)), text(paper::review(plan.review))]
}

/// The same in large letters, for which five columns are too many: a heading for each action and a point for each of its
/// sides.
pub(super) fn list(report: &Model) -> Vec<Block> {
    let side = |((name, _), cell): (&(String, u8), Cell)| {
        let said = cell.lines.iter().map(|line| format!("{} {}", line.lead, line.text).trim().to_owned());
        Line::said(name, &joined(said.filter(|said| !said.is_empty()), "; "))
    };
    let mut blocks = plan(report);
    if let Some(Block::Table(table)) = blocks.first().cloned() {
        let sides = |row: Vec<Cell>| Block::List(table.columns.iter().zip(row).filter_map(side).collect());
        let actions = table.rows.iter().cloned().zip(&report.plan.actions);
        let listed = actions.flat_map(|(row, one)| [heading(3, &paper::action(one.number)), sides(row)]);
        blocks.splice(..1, listed);
    }
    blocks
}

fn action(one: &ActionPart) -> Vec<Cell> {
    let what = if one.what.is_empty() { paper::NO_WORDING.text() } else { &one.what };
    let owner = if one.owner.is_empty() { tr!("not said") } else { &one.owner };
    let mut who = vec![Line::text(owner)];
    who.extend(Line::said(tr!("Helped by"), &one.support));
    let mut status = vec![Line::new(capital(&one.status.words), "")];
    // That it was added and where it stands now is said already.
    let events = one.log.iter().filter(|logged| logged.event != "added" && logged.words() != one.status.words);
    status.extend(events.map(|logged| {
        let date = date(logged.at.to_zoned(jiff::tz::TimeZone::UTC).date());
        Line::text(format!("{date}: {}", logged.words()))
    }));
    let mut what = vec![Line::new(format!("{}.", one.number), what)];
    what.extend(Line::said(paper::calendar::FOR.text(), &commas(&one.why)));
    vec![
        Cell::lines(what),
        Cell::lines(who),
        Cell::text(one.by.map_or(tr!("not said").to_owned(), date)),
        Cell::text(one.measure.clone()),
        Cell::lines(status),
    ]
}
