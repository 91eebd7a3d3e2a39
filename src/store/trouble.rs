//! Everything that can be wrong with a session file, each as a sentence: what, where, and what to do next.
//!
//! It finds no faults itself; `codec`, `sense` and `load` do.

use crate::framework::Position;
use crate::session::FORMAT;
use ron::error::Error as Ron;

/// What every refusal ends with.
const LEFT: &str = "Plenary has left the file as it is.";

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The system does not give the file.
    #[error("{name} could not be read: {reason}.")]
    Unreadable {
        /// The file.
        name: String,
        /// What the system said, in words.
        reason: String,
    },
    /// A folder, a pipe, a device.
    #[error("{name} is {what}, not a session file. Choose a file that ends in .ron.")]
    NotAFile {
        /// The path.
        name: String,
        /// What it is.
        what: &'static str,
    },
    /// Larger than any session.
    #[error(
        "{name} is larger than {} MiB, more than any session. {LEFT} Check that it is the file you meant.",
        .most / 1024 / 1024
    )]
    TooLarge {
        /// The file.
        name: String,
        /// The most that is read, in bytes.
        most: usize,
    },
    /// Nothing in it.
    #[error("{name} is empty. {LEFT} If it once held a session, open an earlier copy.")]
    Empty {
        /// The file.
        name: String,
    },
    /// Blocks of zero bytes, as a disk leaves them after a power cut.
    #[error(
        "{name} holds zero bytes from {position} on, as a failing disk or a power cut leaves them. {LEFT} Open an earlier copy."
    )]
    Zeros {
        /// The file.
        name: String,
        /// Where the first stands.
        position: Position,
    },
    /// Saved by an editor in another encoding.
    #[error(
        "{name} is UTF-16 text, which Windows editors call \"Unicode\". {LEFT} Open it in the editor again and save it as UTF-8."
    )]
    Utf16 {
        /// The file.
        name: String,
    },
    /// Not text at all, or text in an older encoding.
    #[error(
        "{name} is not UTF-8 text: {position} holds a byte that no such text has. {LEFT} If a Windows editor saved it as \"ANSI\", open it there again and save it as UTF-8; otherwise open an earlier copy."
    )]
    NotText {
        /// The file.
        name: String,
        /// Where the first such byte stands.
        position: Position,
    },
    /// Written by a later program.
    #[error(
        "{name} was written by a newer Plenary (format {found}, this program reads up to {FORMAT}). {LEFT} Open it with that Plenary, or bring this one up to date."
    )]
    Newer {
        /// The file.
        name: String,
        /// Its format.
        found: u32,
    },
    /// Another kind of file.
    #[error("{name} is not a Plenary session: {reason}. {LEFT} Choose another file.")]
    NotASession {
        /// The file.
        name: String,
        /// How that was seen.
        reason: String,
    },
    /// A session with a fault in its text.
    #[error(
        "{name} is damaged at {position}: {}{reason}. {LEFT} Correct that place in an editor, or open an earlier copy.",
        if *.cut_short { "the file was cut short; " } else { "" }
    )]
    Damaged {
        /// The file.
        name: String,
        /// Where reading stopped.
        position: Position,
        /// What is wrong there.
        reason: String,
        /// Whether the end is missing.
        cut_short: bool,
    },
}

/// Something that was noticed in a file that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// The checksum does not fit: an editor, a merge, or a disk that forgets.
    #[error("This file was changed outside Plenary since it was last saved; look through it before you go on.")]
    ChangedOutside,
    /// The checksum line is missing.
    #[error(
        "This file has no checksum line, so nobody can tell whether it is whole; look through it before you go on."
    )]
    NoChecksum,
    /// A field that this program would drop on saving.
    #[error(
        "{}Plenary does not know the field \"{path}\"; it will not be kept when the session is saved.",
        .position.map(|position| format!("{position}: ")).unwrap_or_default()
    )]
    UnknownField {
        /// Its path: `answers.I1.colour`.
        path: String,
        /// Where it stands; not searched for in very large files.
        position: Option<Position>,
    },
    /// The same key stands twice, and one of the two is not read.
    #[error(
        "\"{key}\" stands twice under {place}; only the last one was read. Join them in an editor before you save."
    )]
    Repeated {
        /// The list it stands in.
        place: &'static str,
        /// The key.
        key: String,
    },
    /// A value that cannot be meant was replaced.
    #[error("{what} was {found}, which cannot be meant; Plenary reads it as {used}.")]
    Clamped {
        /// What it counts.
        what: String,
        /// What stood there.
        found: String,
        /// What is used.
        used: String,
    },
    /// A text of unusual length; it is kept whole.
    #[error("{what} has {letters} letters; it is kept whole, but shorten it if nobody means to read that.")]
    LongText {
        /// Which text.
        what: String,
        /// How many letters it has.
        letters: usize,
    },
}

impl Warning {
    /// Whether saving writes over something that only this file held: what was put in by other hands, or what
    /// this program does not keep.
    #[must_use]
    pub fn is_lost_by_saving(&self) -> bool {
        !matches!(self, Self::LongText { .. })
    }
}

/// The refusal of a file of a later format.
pub(super) fn newer(name: &str, found: u32) -> OpenError {
    OpenError::Newer { name: name.to_owned(), found }
}

/// What the RON reader said, for somebody who has the file open in an editor.
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
