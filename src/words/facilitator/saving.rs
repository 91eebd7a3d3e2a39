//! How safe a session is, what finishing it means, and what undo did.

use std::path::Path;

pub(crate) const FINISHED: &str = "This session is finished: read it from end to end. F4 reopens it to change it.";
pub(crate) const NOW_FINISHED: &str = "Finished. It can be read from end to end; F4 reopens it, U undoes this.";
pub(crate) const REOPENED: &str = "Reopened: it can be changed again. F4 finishes it.";
pub(crate) const LOOKED_AT: &str =
    "Read only: opened to look at it. Enter in the list of saved sessions opens it to carry on.";
pub(crate) const NOTHING_TO_UNDO: &str = "Nothing to undo in this sitting";
pub(crate) const NOTHING_TO_REDO: &str = "Nothing to do again";
pub(crate) const NOT_NOW: &str = "That can not be done just now, and nothing was changed";
pub(crate) const BEING_SAVED: &str = "Being saved: every change is kept at once";
pub(crate) const NOTHING_TO_SAVE: &str = "Nothing to save yet: every change is kept at once";

pub(crate) fn not_now_but(instead: &str) -> String {
    format!("{NOT_NOW}. {instead}")
}

/// When it was saved, and what is not kept all the same.
pub(crate) fn already_saved(at: &str, lost: Option<&str>) -> String {
    let lost = lost.map_or(String::new(), |lost| format!(". {lost}"));
    format!("Already saved {at}: every change is kept at once{lost}")
}

pub(crate) fn moved_to(file: &Path) -> String {
    format!("Saved from now on in {}", file.display())
}

pub(crate) fn saving_works_again(file: &str) -> String {
    format!("Saving works again, in {file}.")
}

/// How the program is closed, and what would be lost if anything is.
pub(crate) fn how_to_close(lost: Option<&str>) -> String {
    format!("Ctrl+Q closes Plenary. {}", lost.unwrap_or("Everything is kept."))
}

pub(crate) fn not_saved(reason: &str) -> String {
    format!("NOT SAVED: {reason}")
}
