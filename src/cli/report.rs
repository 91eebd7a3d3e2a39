//! `plenary report`: a session as papers, one for each format, whole or not at all.
//!
//! What is there already is only replaced when somebody says so, each time.

use super::args::Report as Asked;
use super::compare::{opened, opened_with};
use super::error::Failure;
use super::{absolute, answer, print};
use crate::analysis::compare;
use crate::framework::Framework;
use crate::report::{Choices, ComparisonReport, Format, Head, Layout, Report, WriteError};
use crate::session::Session;
use crate::store::{Home, RealFiles, Settings, export_stem, is_replaced, write_export};
use crate::terminal::{can_ask, clean_path, print_error};
use crate::words::paper::check::LOOK_AT;
use crate::words::{self, commas};
use std::path::{Path, PathBuf};

/// Makes a report of a session, or of what changed since an earlier one.
pub(super) fn report(home: &Home, framework: &Framework, asked: &Asked) -> Result<(), Failure> {
    let session = opened_with(framework, &asked.file)?;
    if let Some(earlier) = &asked.compared_with {
        let earlier = opened(earlier)?;
        let comparison = compare(framework, &earlier, &session)?;
        let changes = ComparisonReport::of(framework, &comparison).large_print(asked.large_print);
        written(home, asked, &export_stem(&session, "changes"), |format| changes.write(format))?;
        look_at_plan(framework, &[&earlier, &session]);
        return Ok(());
    }
    let layout = Layout { short: asked.short, large: asked.large_print, head: head(home, asked)? };
    let report = Report::of(framework, &session, Choices { names: asked.with_names }).laid_out(layout);
    written(home, asked, &export_stem(&session, "report"), |format| report.write(format))?;
    look_at(report.check());
    Ok(())
}

/// Says what to look at before something goes out.
pub(super) fn look_at(noticed: impl IntoIterator<Item = String>) {
    let mut lines = vec![LOOK_AT.to_owned()];
    for line in noticed {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.len() > 1 {
        print_error(&lines.join("\n  "));
    }
}

/// The same of the actions of sessions, where nothing else of them goes out.
pub(super) fn look_at_plan(framework: &Framework, sessions: &[&Session]) {
    let of = |session: &&Session| Report::of(framework, session, Choices::default()).check_plan();
    look_at(sessions.iter().flat_map(of));
}

/// To whom the paper goes and from whom. What stays the same from meeting to meeting is said once and kept; an empty text
/// takes it away again.
fn head(home: &Home, asked: &Asked) -> Result<Head, Failure> {
    let (known, trouble) = Settings::read(home);
    let mut settings = known.clone();
    for (kept, said) in [
        (&mut settings.paper_to, &asked.to),
        (&mut settings.paper_author, &asked.author),
        (&mut settings.paper_contact, &asked.contact),
    ] {
        if let Some(said) = said {
            *kept = Some(said.clone()).filter(|said| !said.is_empty());
        }
    }
    if settings != known {
        settings.write(&RealFiles, home)?;
    } else if let Some(trouble) = trouble {
        print_error(&trouble);
    }
    Ok(Head {
        to: settings.paper_to.unwrap_or_default(),
        date: asked.meeting,
        item: asked.item.clone().unwrap_or_default(),
        author: settings.paper_author.unwrap_or_default(),
        contact: settings.paper_contact.unwrap_or_default(),
    })
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
        return nothing_written();
    }
    for (path, _) in &papers {
        // One new folder at most: a slip in a long path makes no tree of them.
        let is_new = |folder: &&Path| !folder.exists() && folder.parent().is_some_and(Path::is_dir);
        if let Some(folder) = path.parent().filter(is_new) {
            home.make_export_folder(folder)?;
        }
    }
    put(home, &papers)
}

/// Writes papers where that is allowed, and says where they are.
pub(super) fn write_papers(home: &Home, papers: &[(PathBuf, Vec<u8>)], force: bool) -> Result<(), Failure> {
    if may_write(home, papers, force)? { put(home, papers) } else { nothing_written() }
}

fn put(home: &Home, papers: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
    for (path, bytes) in papers {
        write_export(&RealFiles, home, path, bytes, true)?;
    }
    print(|out| papers.iter().try_for_each(|(path, _)| writeln!(out, "{}", clean_path(path))))
}

fn nothing_written() -> Result<(), Failure> {
    print(|out| writeln!(out, "{}", words::NOTHING_WRITTEN))
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
        ([] | [_], None) if ending.is_some() => {
            let endings = commas(Format::every().map(Format::extension));
            Err(Failure::UnknownEnding { out: out.to_owned(), endings })
        }
        ([only], Some(named)) if *only != named => {
            Err(Failure::OtherEnding { out: out.to_owned(), ending: only.extension() })
        }
        ([only], _) => Ok(vec![(*only, folder)]),
        ([], Some(format)) => Ok(vec![(format, folder)]),
        ([], None) => Ok(vec![(Format::Html, folder)]),
        (several, _) => Err(Failure::NeedsFolder { out: out.to_owned(), many: several.len() }),
    }
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
    let mut there: Vec<&Path> = Vec::new();
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
    let others = there.len() - 1;
    if !can_ask() {
        return Err(Failure::MayNotReplace(words::are_there(&name, others)));
    }
    print(|out| write!(out, "{}", words::replace(&name, others)))?;
    Ok(answer()? == "yes")
}
