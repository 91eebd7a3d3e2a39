//! Why an action plan cannot be read back, and in which cell, in Excel's words.

use crate::import::ReadError;
use crate::session::ActionStatus;
use crate::words::or;
use thiserror::Error;

#[derive(Debug, Error)]
pub(super) enum PlanError {
    #[error("{0}")]
    Unreadable(#[from] ReadError),
    #[error(
        "there is no sheet in it with the headings No, What and Status; give the workbook that \"plenary report FILE -f \
         xlsx\" made, with its sheet \"Action plan\"."
    )]
    NoPlan,
    #[error(
        "sheet \"{0}\": none of its actions is worded as in this session; check that it is the plan of this session, \
         and not of another."
    )]
    OtherPlan(String),
    #[error("sheet \"{sheet}\", row {row}, column {column}: {problem}")]
    Cell { sheet: String, row: usize, column: String, problem: CellProblem },
}

#[derive(Debug, Error)]
pub(super) enum CellProblem {
    #[error("\"{0}\" is no number of an action; write the number that stood there, or clear the row.")]
    NoNumber(String),
    #[error("there is no action {0} in this session; check that it is the plan of this session, or clear the row.")]
    Unknown(u32),
    #[error("action {number} stands in row {row} already; clear one of the two rows.")]
    Twice { number: u32, row: usize },
    #[error("\"{0}\" is no status; choose {list} from the list.", list = statuses())]
    NoStatus(String),
}

fn statuses() -> String {
    or(&ActionStatus::ALL.map(ActionStatus::label))
}
