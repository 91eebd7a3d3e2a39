//! The sheet of a workbook that is the action plan: a status for each number, and what else is to be said.
//!
//! All of it is understood, or it is an error.

use super::error::{CellProblem, PlanError};
use crate::import::table::{Cell, Table, letters, plain};
use crate::session::{Action, ActionStatus, Session};
use crate::words::paper::plan::{NUMBER, STATUS, WHAT};
use crate::words::paper::tables::{BY_WHEN, OWNER};
use crate::words::{changed_in_plan, date, new_action_in_plan, not_in_plan, worded_otherwise};
use jiff::civil::Date as Day;

/// The row of headings stands among so many rows.
const LOOKED_AT: usize = 30;

#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) statuses: Vec<(u32, ActionStatus)>,
    /// What is in it and not taken.
    pub(super) notes: Vec<String>,
}

/// The sheet with the plan, and where its headings are.
struct Sheet<'all> {
    name: &'all str,
    rows: &'all [Vec<Cell>],
    /// The columns of number, wording and status, from 0.
    columns: [usize; 3],
    /// Those of who and by when, where they are there.
    more: [Option<usize>; 2],
}

pub(super) fn read(tables: &[Table], session: &Session) -> Result<Plan, PlanError> {
    let sheet = tables.iter().find_map(sheet).ok_or(PlanError::NoPlan)?;
    let mut plan = Plan::default();
    let mut rows: Vec<(u32, usize)> = Vec::new();
    let mut alike = 0;
    for row in sheet.rows {
        let [number, what, status] = sheet.columns.map(|column| row.get(column).filter(|cell| !cell.is_empty()));
        let Some(cell) = number else {
            plan.notes.extend(what.or(status).map(|cell| new_action_in_plan(cell.line)));
            continue;
        };
        let number = number_of(cell).ok_or_else(|| sheet.fault(cell, CellProblem::NoNumber(cell.text.clone())))?;
        if let Some((_, row)) = rows.iter().find(|(known, _)| *known == number) {
            return Err(sheet.fault(cell, CellProblem::Twice { number, row: *row }));
        }
        let action = session.action(number).ok_or_else(|| sheet.fault(cell, CellProblem::Unknown(number)))?;
        rows.push((number, cell.line));
        if what.map_or(String::new(), Cell::plain) == plain(&action.what) {
            alike += 1;
        } else {
            plan.notes.push(worded_otherwise(number, cell.line));
        }
        plan.notes.extend(sheet.changed(row, action).map(|what| changed_in_plan(number, cell.line, what)));
        if let Some(cell) = status {
            let status = status_of(cell).ok_or_else(|| sheet.fault(cell, CellProblem::NoStatus(cell.text.clone())))?;
            plan.statuses.push((number, status));
        }
    }
    if alike == 0 && !rows.is_empty() {
        return Err(PlanError::OtherPlan(sheet.name.to_owned()));
    }
    let is_gone = |number: &u32| rows.iter().all(|(known, _)| known != number);
    let gone: Vec<u32> = session.actions.iter().map(|action| action.number).filter(is_gone).collect();
    plan.notes.extend((!gone.is_empty() && !rows.is_empty()).then(|| not_in_plan(&gone)));
    Ok(plan)
}

fn sheet(table: &Table) -> Option<Sheet<'_>> {
    let name = table.sheet.as_deref()?;
    table.rows.iter().take(LOOKED_AT).enumerate().find_map(|(place, row)| {
        let column = |heading: &str| row.iter().position(|cell| cell.plain() == plain(heading));
        let columns = [column(NUMBER.text())?, column(WHAT.text())?, column(STATUS.text())?];
        let more = [OWNER, BY_WHEN].map(|heading| column(heading.text()));
        Some(Sheet { name, rows: &table.rows[place + 1..], columns, more })
    })
}

impl Sheet<'_> {
    /// What a row says anew of who and by when; an empty cell says nothing.
    fn changed(&self, row: &[Cell], action: &Action) -> impl Iterator<Item = &'static str> {
        let [who, by_when] = self.more.map(|place| row.get(place?).filter(|cell| !cell.is_empty()).map(Cell::plain));
        let who = who.filter(|who| *who != plain(&action.owner)).map(|_| OWNER.text());
        let day = |by: Day| [by.to_string(), plain(&date(by))];
        let by_when =
            by_when.filter(|said| !action.by.map(day).is_some_and(|day| day.contains(said))).map(|_| BY_WHEN.text());
        who.into_iter().chain(by_when)
    }

    fn fault(&self, cell: &Cell, problem: CellProblem) -> PlanError {
        PlanError::Cell { sheet: self.name.to_owned(), row: cell.line, column: letters(cell.column), problem }
    }
}

fn number_of(cell: &Cell) -> Option<u32> {
    let text = cell.plain();
    text.strip_suffix(".0").or(text.strip_suffix('.')).unwrap_or(&text).parse().ok()
}

/// A status by its words, or by those that programs have for it.
fn status_of(cell: &Cell) -> Option<ActionStatus> {
    let said = cell.plain();
    ActionStatus::ALL.into_iter().find(|status| said == status.label() || said == status.key())
}
