//! What only the facilitator reads: where the work is safe, and what a question before closing or deleting means.

mod ballot_headings;
mod ballot_words;
mod ballots;
mod command_line;
mod drafts;
mod files;
mod form;
mod lines;
mod list;
mod register;
mod rehearsal;
mod saving;
mod spoken;
mod typing;
mod vote;
mod walk;
mod wall;

use super::count;
pub(crate) use ballot_headings::*;
pub(crate) use ballot_words::*;
pub(crate) use ballots::*;
pub(crate) use command_line::*;
pub(crate) use drafts::*;
pub(crate) use files::*;
pub(crate) use form::*;
pub(crate) use lines::*;
pub(crate) use list::*;
pub(crate) use register::*;
pub(crate) use rehearsal::*;
pub(crate) use saving::*;
pub(crate) use spoken::*;
pub(crate) use typing::*;
pub(crate) use vote::*;
pub(crate) use walk::*;
pub(crate) use wall::*;

pub(crate) const EVERYTHING_SAVED: &str = "Everything is saved.";
pub(crate) const ALL_ELSE_SAVED: &str = "All else is saved.";
pub(crate) const PRIVACY: &str = "Everything stays on this laptop; no network is used. What is kept can be disclosed \
                                  under freedom-of-information law.";
pub(crate) const PRESENT_VERSION_KEPT: &str = "The present version is kept among the earlier ones.";
pub(crate) const ONLY_WHERE_THEY_STAND: &str = "Only that, never your counts. No is an answer like any other.";
pub(crate) const GOES_ALONE: &str = "It cannot be read, so it goes alone.";
pub(crate) const REPORT_WRITTEN: &str = "The report is written:";
pub(crate) const ABOUT: &str = "About Plenary and its source";
pub(crate) const OPEN_SAVED: &str = "Open a saved session";
pub(crate) const TRY_SAMPLE: &str = "Try it with a sample session";
pub(crate) const WITHOUT_A_NAME: &str = "without a name";
pub(crate) const TAKE_IN_SURVEY: &str = "Take in a survey, or ballots on paper";
pub(crate) const OPEN_FOLDER: &str = "Open another folder of sessions";
pub(crate) const NO_SUCH_SESSION: &str = "No session is like that. Esc shows all again.";
pub(crate) const WRITE_DOTS: &str = "Write an item and how many dots it got, as in E2 11. A full stop closes the dots.";
pub(crate) const WRITE_STARTER: &str = "Write the number of a starter, or the action in your own words; \"list\" writes \
                                        none.";

/// What is said in a window smaller than so many columns and rows.
pub(crate) fn too_small((columns, rows): (u16, u16)) -> [String; 3] {
    let least = format!("Needs {columns} x {rows}");
    ["Window too small".to_owned(), least, "Nothing is lost".to_owned()]
}

/// Files of which others of the same session count: `2 other versions of a session`.
pub(crate) fn other_versions(many: usize) -> String {
    tr_n!(many, "{count} other version of a session", "{count} other versions of a session")
}

pub(crate) fn tables_of_merged(many: usize) -> String {
    tr_n!(many, "{count} table of a merged session", "{count} tables of a merged session")
}

/// So many things in words.
type Counted = fn(usize) -> String;

pub(crate) fn left_out(parts: &[(usize, Counted)]) -> Vec<String> {
    parts.iter().filter(|(many, _)| *many > 0).map(|(many, told)| told(*many)).collect()
}
