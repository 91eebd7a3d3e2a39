//! `plenary report`: a session as papers, one for each format, whole or not at all.
//!
//! What is there already is only replaced when somebody says so, each time.

use super::args::Report as Asked;
use super::compare::opened;
use super::failure::Failure;
use super::{absolute, print};
use crate::analysis::compare;
use crate::framework::Framework;
use crate::report::{Choices, ComparisonReport, Format, Report, WriteError};
use crate::store::{Home, RealFiles, export_stem, is_replaced, write_export};
use crate::terminal::{can_ask, clean_path};
use std::io;
use std::path::{Path, PathBuf};

/// Makes a report of a session, or of what changed since an earlier one.
pub(super) fn report(home: &Home, framework: &Framework, asked: &Asked) -> Result<(), Failure> {
    let session = opened(&asked.file)?;
    session.check_framework(framework).map_err(Failure::new)?;
    if let Some(earlier) = &asked.compared_with {
        let earlier = opened(earlier)?;
        let comparison = compare(framework, &earlier, &session)?;
        let changes = ComparisonReport::of(framework, &comparison);
        return written(home, asked, &export_stem(&session, "changes"), |format| changes.write(format));
    }
    let report = Report::of(framework, &session, Choices { names: asked.with_names });
    written(home, asked, &export_stem(&session, "report"), |format| report.write(format))
}

/// Writes the papers and says where they are. What a paper cannot be written as is said before anything is written.
fn written(
    home: &Home,
    asked: &Asked,
    stem: &str,
    write: impl Fn(Format) -> Result<Vec<u8>, WriteError>,
) -> Result<(), Failure> {
    let mut papers = Vec::new();
    for (format, path) in places(asked, stem)? {
        papers.push((path, write(format)?));
    }
    if !may_write(home, &papers, asked.force)? {
        return print(|out| writeln!(out, "Nothing was written."));
    }
    for (path, bytes) in &papers {
        // One new folder at most: a slip in a long path makes no tree of them.
        let is_new = |folder: &&Path| !folder.exists() && folder.parent().is_some_and(Path::is_dir);
        if let Some(folder) = path.parent().filter(is_new) {
            home.make_export_folder(folder)?;
        }
        write_export(&RealFiles, home, path, bytes, true)?;
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
    let ending = out.extension().map(|ending| ending.to_string_lossy().into_owned());
    let named_as = ending.as_deref().and_then(Format::from_extension);
    // Several papers need a folder; one that is not there yet is made beside what is there.
    let is_new = || !folder.exists() && folder.parent().is_some_and(Path::is_dir) && named_as.is_none();
    if folder.is_dir() || ((formats.len() > 1 || ends_as_folder(out)) && is_new()) {
        if formats.is_empty() {
            formats.push(Format::Html);
        }
        return Ok(formats.into_iter().map(|format| (format, named(&folder, stem, format))).collect());
    }
    match (&formats[..], named_as) {
        ([] | [_], None) if ending.is_some() => Err(unknown_ending(out)),
        ([only], Some(named)) if *only != named => Err(other_ending(out, *only)),
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

/// A name whose ending is none of a report's: what would be in it is not what it says.
fn unknown_ending(out: &Path) -> Failure {
    let endings: Vec<&str> = Format::ALL.iter().map(|format| format.extension()).collect();
    let sentence = format!(
        "A report cannot be written as {}, and nothing was written; the ending must be one of {}.",
        out.display(),
        endings.join(", ")
    );
    Failure { code: 2, ..Failure::new(sentence) }
}

/// A name whose ending says another format than was asked for.
fn other_ending(out: &Path, format: Format) -> Failure {
    let ending = format.extension();
    let sentence = format!(
        "{} does not end in .{ending}, as \"--format {ending}\" asks for, and nothing was written; leave out one of the \
         two.",
        out.display()
    );
    Failure { code: 2, ..Failure::new(sentence) }
}

/// Whether a path was written with a sign for folders at its end.
fn ends_as_folder(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

fn named(folder: &Path, stem: &str, format: Format) -> PathBuf {
    folder.join(format!("{stem}.{}", format.extension()))
}

/// Whether all of these may be written; on a terminal it asks. Never over a session, whatever is answered.
fn may_write(home: &Home, papers: &[(PathBuf, Vec<u8>)], force: bool) -> Result<bool, Failure> {
    let mut there: Vec<&PathBuf> = Vec::new();
    for (path, _) in papers {
        if is_replaced(&RealFiles, home, path)? {
            there.push(path);
        }
    }
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
