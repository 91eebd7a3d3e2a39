//! Why the program did not run to its end, each a sentence with an exit code.
//!
//! It prints nothing.

use crate::encoding::{self, DecodeError};
use crate::store::{NotAltered, OpenError};
use crate::words;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why the program did not run to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error(
        "Plenary needs a terminal to draw on; run it in a terminal window, or add --plain to work in lines. \"plenary --help\" lists the commands that only print."
    )]
    NoTerminal,
    #[error("The terminal could not be used: {0}. Everything keyed so far is saved.")]
    Terminal(#[from] io::Error),
    #[error("{0}")]
    Start(String),
    #[error("{}", words::not_saved(.0))]
    NotSaved(String),
    #[error("Plenary was asked to end (exit code {0}). Everything that was said is saved.")]
    Ended(u8),
    #[error("The terminal sends no more keys, so Plenary closed. Everything that was said is saved.")]
    InputClosed,
    #[error("{0}")]
    NotOpened(String),
    #[error("{0}")]
    Refused(Box<RefusedLine>),
    #[error("The session's file was changed outside Plenary meanwhile, and is left as it is; what the lines say is saved beside it, in {}.", .0.display())]
    Beside(PathBuf),
    #[error("Plenary closed because of a fault of its own ({what}). {kept} Please report this.")]
    Fault {
        /// Where and what, for those who mend it.
        what: String,
        kept: String,
    },
}

impl Error {
    pub(super) fn start(error: &impl ToString) -> Self {
        Self::Start(error.to_string())
    }

    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::NoTerminal => 2,
            Self::Ended(code) => *code,
            Self::Fault { .. } => 101,
            Self::Refused(_) => 3,
            Self::Terminal(_)
            | Self::Start(_)
            | Self::NotSaved(_)
            | Self::NotOpened(_)
            | Self::Beside(_)
            | Self::InputClosed => 1,
        }
    }

    /// Whether there is anything to tell: who ends a program knows that they did.
    pub(crate) fn is_silent(&self) -> bool {
        matches!(self, Self::Ended(_))
    }
}

/// Why something that was asked for was not done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error("This session is not saved yet; restore when its heading says \"Saved\" again.")]
    NotSavedYet,
    #[error("This session is being read just now; try again in a moment.")]
    BeingRead,
    #[error("The session could not be locked.")]
    NotLocked,
    #[error("open in another Plenary{0}. Close it there, then open it here again to change it.")]
    OpenElsewhere(String),
    #[error("This cannot be opened, but it can be restored: R on the list of saved sessions. {0}")]
    CanBeRestored(OpenError),
    #[error("There is no folder {}; look at its spelling.", .0.display())]
    NoFolder(PathBuf),
    #[error("{name} is not marked as a table, so fewer of its votes are told than could be: {why}.")]
    NotMarked { name: String, why: NotAltered },
    #[error("There is no session to make a report of.")]
    NoSession,
    #[error("The report was stopped; papers that were finished are there.")]
    ReportStopped,
    #[error("It was open since Plenary was started: close Plenary, start it again, then delete it.")]
    WasOpen,
    #[error("Not deleted: open in another Plenary{0}. Close it there first.")]
    CannotDelete(String),
    #[error("Not deleted: its copies have changed meanwhile. Ask again to see what goes now.")]
    CopiesChanged,
    #[error("This session has no file yet.")]
    NoFile,
    #[error("That file is open in another Plenary; write another name.")]
    NameTaken,
    #[error("The mouse could not be switched: {0}")]
    Mouse(io::Error),
    #[error("That could not be done, through a fault in Plenary.")]
    Fault,
    #[error("What it asks for did not come within half a minute.")]
    NoAnswer,
    #[error("That line is too long, and nothing of it was taken.")]
    LongLine,
    #[error("{0}, and nothing was taken.")]
    NoText(encoding::Fault),
    #[error("Column {}: {}; nothing of the line was taken.", .0.column, .0.fault)]
    NoLine(DecodeError),
    #[error("It comes after the line that closed Plenary.")]
    AfterTheEnd,
}

impl From<Refusal> for String {
    fn from(refusal: Refusal) -> Self {
        refusal.to_string()
    }
}

/// What can be written where Plenary is closed.
pub(super) const NOTHING_MORE: &str = "nothing, since the program was closed";
/// What is wrong with the terminal.
pub(super) const A_FAULT_IN_WRITING: &str = "a fault in writing to it";

/// That a fault of the program's own ended something.
pub(super) fn own_fault(what: &str) -> String {
    format!("Plenary met a fault of its own ({what}). Please report this.")
}

#[derive(Debug, Default)]
pub(crate) struct RefusedLine {
    /// Which line, from 1.
    pub(crate) number: usize,
    /// Whether it was the last one, and taken, but left something open.
    pub(crate) is_end: bool,
    /// What it says; `None` where that is not to be repeated.
    pub(crate) text: Option<String>,
    pub(crate) reason: String,
    /// What can be written there, in one line.
    pub(crate) choices: String,
    /// What became of the lines before, as a sentence.
    pub(crate) kept: String,
}

impl fmt::Display for RefusedLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, reason) = (self.number, &self.reason);
        if self.is_end {
            writeln!(formatter, "The lines end after line {number}: {reason}")?;
        } else {
            writeln!(formatter, "Line {number} was not taken: {reason}")?;
        }
        if let Some(text) = &self.text {
            writeln!(formatter, "  It says: {text}")?;
        }
        write!(formatter, "  What can be written here: {}.\n{}", self.choices, self.kept)
    }
}

/// Whether an error of the terminal says that its other end is gone: `EIO`, `ENXIO`, `ENOTTY`, `EPIPE`, the same
/// numbers on every Unix.
pub(super) fn is_gone(error: &io::Error) -> bool {
    cfg!(unix) && matches!(error.raw_os_error(), Some(5 | 6 | 25 | 32))
}
