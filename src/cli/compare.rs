//! `plenary compare`: what changed between two sessions, as text or JSON.
//!
//! The order on the command line is kept: the first file is "then", the second "now". Votes are told as disclosed.

mod json;
mod text;

use super::failure::Failure;
use super::{print, print_json};
use crate::analysis::compare as compared;
use crate::framework::Framework;
use crate::session::Session;
use crate::store;
use crate::terminal::print_error;
use std::path::Path;

/// Prints the comparison.
pub(super) fn compare(then: &Path, now: &Path, framework: &Framework, json: bool) -> Result<(), Failure> {
    let (then, now) = (opened(then)?, opened(now)?);
    let comparison = compared(framework, &then, &now).map_err(|error| Failure::new(error.to_string()))?;
    if !json {
        return print(|out| text::write(out, &comparison));
    }
    print_json(&json::shown(&comparison))
}

/// A session, with what was noticed in its file said.
pub(super) fn opened(file: &Path) -> Result<Session, Failure> {
    let loaded = store::open(file)?;
    for warning in &loaded.warnings {
        print_error(&format!("{}: {warning}", file.display()));
    }
    Ok(loaded.session)
}
