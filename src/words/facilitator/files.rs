//! What became of the work: where it is saved, what was opened, restored or deleted, and how the program closed.

use crate::words::count;
use std::fmt::Display;
use std::path::Path;

pub(crate) const SAMPLE_SESSION: &str = "the sample session";
pub(crate) const RESTORED_AND_KEPT: &str = "Restored. The version before is kept among the earlier ones.";
pub(crate) const CLOSING: &str = "\nClosing; everything that was said is saved first.\n";

pub(crate) fn not_opened(name: &str) -> String {
    format!("{name} was not opened, as you went on elsewhere meanwhile.")
}

pub(crate) fn open_elsewhere(holder: &str) -> String {
    format!("Open in another Plenary{holder}.")
}

/// The first of many things that were noticed in a file.
pub(crate) fn and_more(first: &impl Display, more: usize) -> String {
    format!("{first} And {more} more things; \"plenary check FILE\" names them all.")
}

/// That somebody else changed a session's file.
pub(crate) fn went_beside(file: &Path, beside: &Path) -> String {
    let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let (file, beside) = (name(file), name(beside));
    format!("{file} was changed outside Plenary and is left as it is; your work goes on in {beside}, beside it.")
}

/// That a line is not in UTF-8.
pub(crate) fn line_is_read_as(number: usize, encoding: &impl Display) -> String {
    format!("Line {number} is not UTF-8: it is read as {encoding}, and so is what follows")
}

pub(crate) fn deleted(files: usize, stays: &str) -> String {
    let stays = if stays.is_empty() { String::new() } else { format!(" Stays: {stays}.") };
    format!("Deleted: {}.{stays}", count(files, "file", "files"))
}

pub(crate) fn not_all_deleted(left: &Path, reason: &str) -> String {
    format!("Not all of it is deleted: {} stays, {reason}.", left.display())
}

/// Of work that is in its recovery copy as the program ends.
pub(crate) fn goes_on_from_there(unsaved: &impl Display) -> String {
    format!("{unsaved} Plenary goes on from there when you open the session again.")
}

pub(crate) fn kept_elsewhere(reason: &str, file: &Path) -> String {
    format!("{reason} The session is kept in {} instead.", file.display())
}

pub(crate) fn kept_nowhere(reason: &str, reasons: &str) -> String {
    format!("{reason} No other place could be written to either.\n{reasons}")
}

pub(crate) fn kept(file: &Path) -> String {
    format!("What was said is saved in {}.", file.display())
}

/// What became of the lines before one that was not taken.
pub(crate) fn kept_of_lines(read_only: bool, file: Option<&Path>) -> String {
    match file {
        _ if read_only => "The session was open to be looked at only, and nothing of it was changed.".to_owned(),
        None => "The lines before it say nothing that had to be saved.".to_owned(),
        Some(file) => format!("What the lines before it say is saved in {}.", file.display()),
    }
}

/// The last words of the program; with the vote that is lost and the file that holds the rest.
pub(crate) fn closed(lost: Option<&str>, file: Option<&str>) -> String {
    let file = file.map(|file| format!(" in {file}")).unwrap_or_default();
    match lost {
        None => format!("Everything is saved{file}. Plenary is closed."),
        Some(lost) => format!("{lost} All else is saved{file}. Plenary is closed."),
    }
}
