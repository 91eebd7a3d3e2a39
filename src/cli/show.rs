//! `plenary show`: what a report of a session says, as text or as the report's JSON.
//!
//! Private notes are the facilitator's own and never printed; names are where they were asked for.

use super::compare::opened_with;
use super::error::Failure;
use super::print_text;
use crate::framework::Framework;
use crate::report::{Choices, Report};
use std::path::Path;

pub(super) fn show(file: &Path, framework: &Framework, json: bool, choices: Choices) -> Result<(), Failure> {
    let session = opened_with(framework, file)?;
    let report = Report::of(framework, &session, choices);
    print_text(&if json { report.json() } else { report.text() })
}
