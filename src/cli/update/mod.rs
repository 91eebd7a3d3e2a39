//! `plenary update`: how far the actions are, from the Excel plan in which somebody kept it up to date.
//!
//! What it says is shown before it is taken; all of it is taken, or nothing.

mod error;
mod plan;

use super::error::Failure;
use super::versions::lock;
use super::{answer, print};
use crate::framework::Framework;
use crate::import::sheets_of;
use crate::session::{Action, StatusTurn};
use crate::store::{self, Head, Home, RealFiles};
use crate::terminal::{can_ask, clean_line, print_error};
use crate::words::{self, NOTHING_NEW_IN_PLAN, NOTHING_TAKEN, TYPE_YES_TO_TAKE, statuses_taken, turn_of_action};
use error::PlanError;
use jiff::Timestamp;
use std::path::Path;

pub(super) fn update(
    home: &Home,
    framework: &Framework,
    session: &Path,
    workbook: &Path,
    yes: bool,
) -> Result<(), Failure> {
    let not_updated =
        |problem: PlanError| Failure::NotUpdated { file: workbook.to_owned(), problem: problem.to_string() };
    let bytes = store::read_outside(workbook)?;
    let sheets = sheets_of(workbook, &bytes).map_err(|problem| not_updated(problem.into()))?;
    let (files, now) = (RealFiles, Timestamp::now());
    // Held until the end: nobody else writes to the session meanwhile.
    let _lock = lock(home, session, now)?;
    let mut opened = store::open_to_edit(&files, home, session, now)?;
    if let Some(reason) = opened.read_only {
        return Err(Failure::new(format!("{}: {reason}", session.display())));
    }
    opened.session.check_framework(framework)?;
    let plan = plan::read(&sheets, &opened.session).map_err(not_updated)?;
    for note in &plan.notes {
        print_error(note);
    }
    let turns = opened.session.turns(&plan.statuses);
    if turns.is_empty() {
        return print(|out| writeln!(out, "{NOTHING_NEW_IN_PLAN}"));
    }
    let shown: Vec<String> = turns.iter().map(|turn| told(*turn, opened.session.action(turn.number))).collect();
    print(|out| shown.iter().try_for_each(|line| writeln!(out, "{}", clean_line(line))))?;
    if !yes {
        if !can_ask() {
            return Err(Failure::CannotAskToTake);
        }
        print(|out| write!(out, "{TYPE_YES_TO_TAKE}"))?;
        if answer()? != "yes" {
            return print(|out| writeln!(out, "{NOTHING_TAKEN}"));
        }
    }
    opened.session.take_turns(&turns, now);
    opened.session.count_change();
    let head = Head::of(&opened.session, framework, now);
    let text = store::encode(&opened.session, &head).map_err(Failure::StatusesNotSaved)?;
    store::save_expected(&files, session, text.as_bytes(), &mut opened.expected).map_err(Failure::StatusesNotSaved)?;
    print(|out| writeln!(out, "{}", statuses_taken(turns.len())))
}

fn told(turn: StatusTurn, action: Option<&Action>) -> String {
    turn_of_action(turn.number, action.map_or("", words::what), turn.then.label(), turn.now.label())
}
