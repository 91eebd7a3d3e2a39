//! `plenary compare`: what changed between two sessions, as text or as the report's JSON.
//!
//! The order on the command line is kept: the first file is "then", the second "now".

use super::error::Failure;
use super::print_text;
use crate::analysis::compare as compared;
use crate::framework::Framework;
use crate::report::ComparisonReport;
use crate::session::Session;
use crate::store;
use crate::terminal::print_error;
use std::path::Path;

pub(super) fn compare(then: &Path, now: &Path, framework: &Framework, json: bool) -> Result<(), Failure> {
    let (then, now) = (opened(then)?, opened(now)?);
    let comparison = compared(framework, &then, &now)?;
    let report = ComparisonReport::of(framework, &comparison);
    print_text(&if json { report.json() } else { report.text() })
}

/// A session, with what was noticed in its file said.
pub(super) fn opened(file: &Path) -> Result<Session, Failure> {
    let loaded = store::open(file)?;
    for warning in &loaded.warnings {
        print_error(&format!("{}: {warning}", file.display()));
    }
    Ok(loaded.session)
}

/// A session that must be of the framework in use.
pub(super) fn opened_with(framework: &Framework, file: &Path) -> Result<Session, Failure> {
    let session = opened(file)?;
    session.check_framework(framework)?;
    Ok(session)
}
