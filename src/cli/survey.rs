//! `plenary survey`: what is sent round before the workshop, as a workbook to fill in and as text to paste into a form.

use super::absolute;
use super::compare::opened_with;
use super::error::Failure;
use super::report::write_papers;
use crate::framework::Framework;
use crate::report::{survey_text, survey_workbook};
use crate::store::{Home, export_stem};
use std::path::{Path, PathBuf};

pub(super) fn survey(
    home: &Home,
    framework: &Framework,
    file: &Path,
    (out, large): (Option<&Path>, bool),
    force: bool,
) -> Result<(), Failure> {
    let session = opened_with(framework, file)?;
    let out = absolute(out.unwrap_or(Path::new(".")))?;
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let stem = export_stem(&session, "survey");
    let places: Vec<PathBuf> = match ending.as_deref() {
        _ if out.is_dir() => ["xlsx", "txt"].map(|ending| out.join(format!("{stem}.{ending}"))).into(),
        Some("xlsx" | "txt") => vec![out],
        _ => return Err(Failure::SurveyEnding(out)),
    };
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for place in places {
        let is_text = place.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
        let bytes = if is_text {
            survey_text(framework, &session).into_bytes()
        } else {
            survey_workbook(framework, &session, large)?
        };
        files.push((place, bytes));
    }
    write_papers(home, &files, force)
}
