//! The sheet of a workbook that is the action plan: a status for each number, and what else is to be said.
//!
//! All of it is understood, or it is an error.

use super::error::{CellProblem, PlanError};
use crate::catalogue::Message;
use crate::import::table::{Cell, Table, letters, plain};
use crate::session::{Action, ActionEvent, ActionStatus, Session};
use crate::words::KNOW_BY;
use crate::words::paper::plan::{NUMBER, STATUS, WHAT};
use crate::words::paper::tables::{BY_WHEN, OWNER};
use crate::words::{changed_in_plan, date, new_action_in_plan, not_in_plan, stays_in_plan, worded_otherwise};
use jiff::civil::Date as Day;

/// The row of headings stands among so many rows.
const LOOKED_AT: usize = 30;

/// What else an action says in the plan.
const MORE: [Message; 4] = [OWNER, BY_WHEN, KNOW_BY, Message("Helped by")];

/// What is kept in the plan alone.
const OWN: [Message; 2] = [Message("RAG"), Message("Progress")];

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
    /// Those of what else an action says, and of what is kept in the plan alone, where they are there.
    more: [Option<usize>; 4],
    own: [Option<usize>; 2],
}

pub(super) fn read(tables: &[Table], session: &Session) -> Result<Plan, PlanError> {
    let sheet = tables.iter().find_map(sheet).ok_or(PlanError::NoPlan)?;
    let mut plan = Plan::default();
    let mut rows: Vec<(u32, usize)> = Vec::new();
    let (mut alike, mut carried_on) = (0, 0);
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
        carried_on += usize::from(sheet.is_carried_on(row, action));
        plan.notes.extend(sheet.changed(row, action).map(|what| changed_in_plan(number, cell.line, what)));
        if let Some(cell) = status {
            let status = status_of(cell).ok_or_else(|| sheet.fault(cell, CellProblem::NoStatus(cell.text.clone())))?;
            plan.statuses.push((number, status));
        }
    }
    if alike == 0 && !rows.is_empty() {
        return Err(PlanError::OtherPlan(sheet.name.to_owned()));
    }
    plan.notes.extend((carried_on > 0).then(|| stays_in_plan(carried_on)));
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
        let more = MORE.map(|heading| column(heading.text()));
        let own = OWN.map(|heading| column(heading.text()));
        Some(Sheet { name, rows: &table.rows[place + 1..], columns, more, own })
    })
}

impl Sheet<'_> {
    /// What a row says anew of an action besides its status; an empty cell says nothing.
    fn changed(&self, row: &[Cell], action: &Action) -> impl Iterator<Item = &'static str> {
        let day = |by: Day| vec![by.to_string(), plain(&date(by))];
        let kept = [
            vec![in_a_cell(&action.owner)],
            action.by.map(day).unwrap_or_default(),
            vec![in_a_cell(&action.measure)],
            vec![in_a_cell(&action.support)],
        ];
        let said = said_in(self.more, row).into_iter().zip(kept);
        let is_new = said.map(|(said, kept)| said.is_some_and(|said| !kept.contains(&said)));
        MORE.into_iter().zip(is_new).filter(|(_, is_new)| *is_new).map(|(heading, _)| heading.text())
    }

    /// Whether a row holds what the session has no place for: a colour, or words on how it goes.
    fn is_carried_on(&self, row: &[Cell], action: &Action) -> bool {
        let [rag, progress] = said_in(self.own, row);
        let log = action.log.iter().map(|line| match &line.event {
            ActionEvent::Added => tr!("added"),
            ActionEvent::Status(status) => status.label(),
            ActionEvent::Note(note) => note,
        });
        let log = in_a_cell(&log.collect::<Vec<_>>().join("\n"));
        rag.is_some() || progress.is_some_and(|progress| !log.starts_with(&progress))
    }

    fn fault(&self, cell: &Cell, problem: CellProblem) -> PlanError {
        PlanError::Cell { sheet: self.name.to_owned(), row: cell.line, column: letters(cell.column), problem }
    }
}

/// What stands in some columns of a row; nothing where a cell is empty.
fn said_in<const COLUMNS: usize>(columns: [Option<usize>; COLUMNS], row: &[Cell]) -> [Option<String>; COLUMNS] {
    columns.map(|place| row.get(place?).filter(|cell| !cell.is_empty()).map(Cell::plain))
}

/// A text as it is compared with that of a cell, in which blanks of any kind are single spaces.
fn in_a_cell(text: &str) -> String {
    Cell::new(0, 0, text).plain()
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
