//! `plenary check-in`: between two workshops, the actions only; and "you said, we did" as a paper of what became of them.

use super::args::New;
use super::compare::opened_with;
use super::error::Failure;
use super::report::{look_at_plan, write_papers};
use super::{absolute, new};
use crate::framework::Framework;
use crate::report::{Format, said_and_did};
use crate::store::Home;
use crate::words::CHECK_IN;
use std::path::{Path, PathBuf};

/// Makes the session of a check-in, which begins with the actions that are still open.
pub(super) fn create(home: &Home, framework: &Framework, file: &Path) -> Result<PathBuf, Failure> {
    if opened_with(framework, file)?.open_actions().next().is_none() {
        return Err(Failure::NothingOpenIn(file.to_owned()));
    }
    let from = Some(file.to_owned());
    let new = New { from, purpose: Some(CHECK_IN.to_owned()), no_open: true, ..New::default() };
    new::create_as(home, framework, &new, true)
}

/// Writes what became of the actions on one page.
pub(super) fn paper(
    home: &Home,
    framework: &Framework,
    file: &Path,
    (out, large): (&Path, bool),
    force: bool,
) -> Result<(), Failure> {
    let session = opened_with(framework, file)?;
    let out = absolute(out)?;
    let ending = out.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    let format = Format::from_extension(&ending).ok_or_else(|| Failure::PageEnding(out.clone()))?;
    let bytes = said_and_did(framework, &session, format, large)?;
    write_papers(home, &[(out, bytes)], force)?;
    look_at_plan(framework, &[&session]);
    Ok(())
}
