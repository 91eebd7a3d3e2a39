//! `plenary remind`: the open actions and the review day as a calendar file.
//!
//! What has no date is named on the error stream, so that nobody thinks that it is in the calendar.

use super::absolute;
use super::compare::opened_with;
use super::error::Failure;
use super::report::{look_at_plan, write_papers};
use crate::framework::Framework;
use crate::report::calendar;
use crate::store::{Home, export_stem, read_head};
use crate::terminal::print_error;
use crate::words;
use jiff::Timestamp;
use std::path::Path;

pub(super) fn remind(
    home: &Home,
    framework: &Framework,
    file: &Path,
    out: Option<&Path>,
    force: bool,
) -> Result<(), Failure> {
    let session = opened_with(framework, file)?;
    // What was not saved since is the same in a calendar; a file that does not say when it was is as of now.
    let saved = read_head(file).map_or_else(|_| Timestamp::now(), |head| head.saved);
    let calendar = calendar(framework, &session, saved);
    for (number, what) in &calendar.undated {
        print_error(&words::not_in_calendar(*number, what));
    }
    let text = calendar.text.ok_or_else(|| Failure::NothingDated(file.to_owned()))?;
    let mut out = absolute(out.unwrap_or(Path::new(".")))?;
    if out.is_dir() {
        out.push(format!("{}.ics", export_stem(&session, "actions")));
    }
    write_papers(home, &[(out, text.into_bytes())], force)?;
    look_at_plan(framework, &[&session]);
    Ok(())
}
