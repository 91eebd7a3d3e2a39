//! `plenary report`: a session as papers, one for each format, whole or not at all.
//!
//! What is there already is only replaced when somebody says so, each time.

use super::args::Report as Asked;
use super::compare::opened;
use super::failure::Failure;
use super::{absolute, print};
use crate::analysis::compare;
use crate::framework::Framework;
use crate::report::{Changes, Choices, Format, Report};
use crate::store::{RealFiles, hand_out, make_papers_folder, paper_stem};
use crate::terminal::{can_ask, clean_path, fits};
use std::io;
use std::path::{Path, PathBuf};

/// Makes a report of a session, or of what changed since an earlier one.
pub(super) fn report(framework: &Framework, asked: &Asked) -> Result<(), Failure> {
    let session = opened(&asked.file)?;
    fits(&session, framework).map_err(Failure::new)?;
    if let Some(earlier) = &asked.compared_with {
        let earlier = opened(earlier)?;
        let comparison = compare(framework, &earlier, &session).map_err(|error| Failure::new(error.to_string()))?;
        let changes = Changes::of(framework, &comparison);
        return written(asked, &paper_stem(&session, "changes"), |format| changes.write(format));
    }
    let report = Report::of(framework, &session, Choices { names: asked.with_names });
    written(asked, &paper_stem(&session, "report"), |format| Some(report.write(format)))
}

/// Writes the papers and says where they are. What a paper cannot be written as is said before anything is written.
fn written(asked: &Asked, stem: &str, write: impl Fn(Format) -> Option<Vec<u8>>) -> Result<(), Failure> {
    let mut papers = Vec::new();
    for (format, path) in places(asked, stem)? {
        let Some(bytes) = write(format) else {
            return Err(Failure::new(
                "What changed is written as html, docx or md; for programs there is \"plenary compare THEN NOW --json\".",
            ));
        };
        papers.push((path, bytes));
    }
    if !may_write(&papers, asked.force)? {
        return print(|out| writeln!(out, "Nothing was written."));
    }
    for (path, bytes) in &papers {
        // One new folder at most: a slip in a long path makes no tree of them.
        let is_new = |folder: &&Path| !folder.exists() && folder.parent().is_some_and(Path::is_dir);
        if let Some(folder) = path.parent().filter(is_new) {
            make_papers_folder(folder).map_err(|error| Failure::new(error.to_string()))?;
        }
        hand_out(&RealFiles, path, bytes, true).map_err(|error| Failure::new(error.to_string()))?;
    }
    print(|out| papers.iter().try_for_each(|(path, _)| writeln!(out, "{}", clean_path(path))))
}

/// Which format goes where. Without a format the name that was given says it, or else it is a page.
fn places(asked: &Asked, stem: &str) -> Result<Vec<(Format, PathBuf)>, Failure> {
    let mut formats: Vec<Format> = Vec::new();
    for format in &asked.formats {
        if !formats.contains(format) {
            formats.push(*format);
        }
    }
    let out = asked.out.as_deref().unwrap_or(Path::new("."));
    let folder = absolute(out)?;
    let named_as = out.extension().and_then(|extension| Format::from_extension(&extension.to_string_lossy()));
    // Several papers need a folder; one that is not there yet is made beside what is there.
    let is_new = || !folder.exists() && folder.parent().is_some_and(Path::is_dir) && named_as.is_none();
    if folder.is_dir() || ((formats.len() > 1 || ends_as_folder(out)) && is_new()) {
        if formats.is_empty() {
            formats.push(Format::Html);
        }
        return Ok(formats.into_iter().map(|format| (format, named(&folder, stem, format))).collect());
    }
    match (&formats[..], named_as) {
        ([only], _) => Ok(vec![(*only, folder)]),
        ([], Some(format)) => Ok(vec![(format, folder)]),
        ([], None) => Ok(vec![(Format::Html, folder)]),
        (several, _) => Err(Failure::new(format!(
            "{} is no folder, and {} formats need one; give a folder, or a new name in one that is there.",
            out.display(),
            several.len()
        ))),
    }
}

/// Whether a path was written with a sign for folders at its end.
fn ends_as_folder(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

fn named(folder: &Path, stem: &str, format: Format) -> PathBuf {
    folder.join(format!("{stem}.{}", format.extension()))
}

/// Whether all of these may be written; on a terminal it asks.
fn may_write(papers: &[(PathBuf, Vec<u8>)], force: bool) -> Result<bool, Failure> {
    let there: Vec<&PathBuf> =
        papers.iter().map(|(path, _)| path).filter(|path| path.symlink_metadata().is_ok()).collect();
    let Some(first) = there.first() else { return Ok(true) };
    if force {
        return Ok(true);
    }
    let name = clean_path(first);
    let more = if there.len() > 1 { format!(" and {} more", there.len() - 1) } else { String::new() };
    if !can_ask() {
        return Err(Failure::new(format!(
            "{name}{more} is there already, and nothing was written; give another place with -o, or replace with --force."
        )));
    }
    print(|out| write!(out, "{name}{more} is there already. Type yes to replace it: "))?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}
