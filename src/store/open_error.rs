//! Everything that can be wrong with a session file, each as a sentence: what, where, and what to do next.
//!
//! It finds no faults itself; `codec`, `sense` and `load` do.

use super::StoreError;
use crate::framework::Position;
use crate::session::FORMAT;
use ron::error::Error as Ron;

/// What every refusal ends with.
const LEFT: &str = "Plenary has left the file as it is.";

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error("{name} could not be read: {reason}.")]
    Unreadable { name: String, reason: String },
    #[error("{name} is {what}, not a session file. Choose a file that ends in .ron.")]
    NotAFile { name: String, what: &'static str },
    #[error(
        "{name} is larger than {} MiB, more than any session. {LEFT} Check that it is the file you meant.",
        .most / 1024 / 1024
    )]
    TooLarge { name: String, most: usize },
    #[error("{name} is empty. {LEFT} If it once held a session, open an earlier copy.")]
    Empty { name: String },
    #[error(
        "{name} holds zero bytes from {position} on, as a failing disk or a power cut leaves them. {LEFT} Open an earlier copy."
    )]
    Zeros { name: String, position: Position },
    #[error(
        "{name} is UTF-16 text, which Windows editors call \"Unicode\". {LEFT} Open it in the editor again and save it as UTF-8."
    )]
    Utf16 { name: String },
    #[error(
        "{name} is not UTF-8 text: {position} holds a byte that no such text has. {LEFT} If a Windows editor saved it as \"ANSI\", open it there again and save it as UTF-8; otherwise open an earlier copy."
    )]
    NotText { name: String, position: Position },
    #[error(
        "{name} was written by a newer Plenary (format {found}, this program reads up to {FORMAT}). {LEFT} Open it with that Plenary, or bring this one up to date."
    )]
    Newer { name: String, found: u32 },
    #[error("{name} is not a Plenary session: {reason}. {LEFT} Choose another file.")]
    NotASession { name: String, reason: String },
    #[error(
        "{name} is damaged at {position}: {}{reason}. {LEFT} Correct that place in an editor, or open an earlier copy.",
        if *.cut_short { "the file was cut short; " } else { "" }
    )]
    Damaged { name: String, position: Position, reason: String, cut_short: bool },
}

/// Something that was noticed in a file that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    #[error("This file was changed outside Plenary since it was last saved; look through it before you go on.")]
    ChangedOutside,
    #[error(
        "This file has no checksum line, so nobody can tell whether it is whole; look through it before you go on."
    )]
    NoChecksum,
    #[error(
        "{}Plenary does not know the field \"{path}\"; it will not be kept when the session is saved.",
        .position.map(|position| format!("{position}: ")).unwrap_or_default()
    )]
    UnknownField { path: String, position: Option<Position> },
    #[error(
        "\"{key}\" stands twice under {place}; only the last one was read. Join them in an editor before you save."
    )]
    Repeated { place: &'static str, key: String },
    #[error("{what} was {found}, which cannot be meant; Plenary reads it as {used}.")]
    Clamped { what: String, found: String, used: String },
    #[error("{what} has {letters} letters; it is kept whole, but shorten it if nobody means to read that.")]
    LongText { what: String, letters: usize },
}

#[derive(Debug, thiserror::Error)]
pub(super) enum Field {
    #[error("The session's id")]
    Id,
    #[error("The count of changes")]
    Changes,
    #[error("The number of people under {0:?}")]
    People(String),
    #[error("The time on {0:?}, in seconds,")]
    Seconds(String),
    #[error("The partnership's name")]
    Partnership,
    #[error("The purpose")]
    Purpose,
    #[error("The venue")]
    Venue,
    #[error("The facilitator's name")]
    Facilitator,
    #[error("The table's name")]
    Table,
    #[error("The note on {0}")]
    Note(String),
    #[error("The private note on {0}")]
    PrivateNote(String),
    #[error("A view on {0}")]
    View(String),
}

/// Why the first line of a file says nothing about it.
pub(super) const DAMAGED_HEAD: &str = "The summary in its first line is damaged; opening it reads the session itself.";
pub(super) const HEAD_IS_NO_TEXT: &str =
    "Its first line is not UTF-8 text; if a Windows editor saved it as \"ANSI\", save it as UTF-8.";
pub(super) const NO_HEAD: &str = "It does not begin with Plenary's summary; opening it says whether it is a session.";

/// Why a document is no session.
pub(super) const FORMAT_IS_ZERO: &str = "its format is 0";
pub(super) const IS_A_FRAMEWORK: &str = "it holds a framework (stages and features)";

impl Warning {
    /// Whether saving writes over something that only this file held: what was put in by other hands, or what
    /// this program does not keep.
    pub fn is_lost_by_saving(&self) -> bool {
        !matches!(self, Self::LongText { .. })
    }
}

pub(super) fn newer(name: &str, found: u32) -> OpenError {
    OpenError::Newer { name: name.to_owned(), found }
}

#[derive(Debug, thiserror::Error)]
pub(super) enum Noticed {
    #[error(
        "This session is too large to be saved by Plenary (8 MiB), so it can only be looked at; shorten its longest notes in a text editor first."
    )]
    TooLarge,
    #[error(
        "This file was written by a newer Plenary (format {found}). It is shown as far as this Plenary understands it, and cannot be changed here; open it with that Plenary, or bring this one up to date."
    )]
    Newer { found: u32 },
    #[error("Another version of this session (change {rev}) was in its recovery copy; it is kept among the backups.")]
    AnotherVersion { rev: u64 },
    #[error("A recovery copy was not kept as a backup and stays where it is: {0}")]
    CopyStays(StoreError),
    #[error(
        "No backup could be made of this file as it was changed outside Plenary, so changes will be saved beside it: {0}"
    )]
    NoBackupOfChanges(StoreError),
    #[error("No backup could be made of this file as it was opened: {0}")]
    NoBackup(StoreError),
    #[error("{}", taken_up("its recovery copy", *.rev, *.held))]
    NewerInRecovery { rev: u64, held: u64 },
    #[error("{}", taken_up("a save that was broken off", *.rev, *.held))]
    NewerInBrokenOff { rev: u64, held: u64 },
    #[error(
        "There is a recovery copy of this session from another place with newer work (change {newest}); it can be restored like a backup."
    )]
    NewerElsewhere { newest: u64 },
    /// Which may be somebody else's.
    #[error(
        "Beside this file there is a save that was broken off, with other work on this session (change {rev}). It was not made over what the file holds now, so it is not taken up; {} and can be restored like one.",
        if *.kept { "it is kept among the backups" } else { "it stays where it is" }
    )]
    OtherWork { rev: u64, kept: bool },
}

fn taken_up(place: &str, rev: u64, held: u64) -> String {
    format!(
        "A newer version of this session was found in {place} and is open now (change {rev}; the file held change {held}, \
         which is kept among the backups)."
    )
}

pub(super) fn ron_in_words(error: &Ron) -> String {
    let words = match error {
        Ron::Eof => "the text ends too early",
        Ron::ExpectedArray => "a list is expected here: [ ... ]",
        Ron::ExpectedArrayEnd => "the ] that closes a list is missing, or a comma before the next entry",
        Ron::ExpectedBoolean => "true or false is expected here",
        Ron::ExpectedComma => "a comma is missing here",
        Ron::ExpectedInteger | Ron::InvalidIntegerDigit { .. } => "a whole number is expected here",
        Ron::IntegerOutOfBounds => "the number is too large, or below zero",
        Ron::ExpectedMap => "a list of keys and values is expected here: { ... }",
        Ron::ExpectedMapColon => "a colon is missing here",
        Ron::ExpectedMapEnd => "the } that closes a list is missing, or a comma before the next entry",
        Ron::ExpectedOption => "None or Some(...) is expected here",
        Ron::ExpectedOptionEnd | Ron::ExpectedStructLikeEnd => {
            "the ) that closes a group is missing, or a comma before the next field"
        }
        Ron::ExpectedStructLike | Ron::ExpectedNamedStructLike(_) => "a group is expected here: ( ... )",
        Ron::ExpectedString => "text in quotes is expected here",
        Ron::ExpectedStringEnd => "the quote that closes a text is missing",
        Ron::ExpectedIdentifier => "the name of a field is expected here",
        Ron::InvalidEscape(_) => {
            "a backslash in a text is followed by something that has no meaning; write \\\\ for a backslash"
        }
        Ron::UnclosedBlockComment => "a comment that begins with /* does not end",
        Ron::TrailingCharacters => "there is more text after the end of the session",
        Ron::ExceededRecursionLimit => "brackets are nested deeper than any session nests them",
        Ron::MissingStructField { field, .. } => return format!("the field \"{field}\" is missing"),
        Ron::DuplicateStructField { field, .. } => return format!("the field \"{field}\" stands twice"),
        Ron::UnexpectedChar(letter) => return format!("{letter:?} is not expected here"),
        Ron::NoSuchEnumVariant { expected, found, .. } => {
            return format!("\"{found}\" is not known here; one of {} is", expected.join(", "));
        }
        Ron::InvalidValueForType { expected, found } => return format!("{found} stands where {expected} is expected"),
        other => return other.to_string(),
    };
    words.to_owned()
}
