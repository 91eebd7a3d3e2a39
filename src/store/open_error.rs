//! Everything that can be wrong with a session file, each as a sentence: what, where, and what to do next.
//!
//! It finds no faults itself; `codec`, `sense` and `load` do.

use crate::framework::Position;
use crate::session::FORMAT;

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
