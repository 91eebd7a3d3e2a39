//! Why the program did not run to its end, each a sentence with an exit code.
//!
//! It prints nothing.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why the program did not run to its end.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is nothing to draw on.
    #[error(
        "Plenary needs a terminal to draw on; run it in a terminal window, or add --plain to work in lines. \"plenary --help\" lists the commands that only print."
    )]
    NoTerminal,
    /// The terminal refused.
    #[error("The terminal could not be used: {0}. Everything keyed so far is saved.")]
    Terminal(#[from] io::Error),
    /// Something that the program needs could not be started.
    #[error("{0}")]
    Start(String),
    /// The end came before everything was saved.
    #[error("NOT SAVED: {0}")]
    NotSaved(String),
    /// The system asked the program to end.
    #[error("Plenary was asked to end (exit code {0}). Everything that was said is saved.")]
    Ended(u8),
    /// The reader of keys stopped.
    #[error("The terminal sends no more keys, so Plenary closed. Everything that was said is saved.")]
    InputClosed,
    /// The session that was asked for could not be opened, so nothing was done.
    #[error("{0}")]
    NotOpened(String),
    /// A line of a script was not taken.
    #[error("{0}")]
    Refused(Box<RefusedLine>),
    /// The script was taken, but its session was changed by somebody else meanwhile.
    #[error("The session's file was changed outside Plenary meanwhile, and is left as it is; what the lines say is saved beside it, in {}.", .0.display())]
    Beside(PathBuf),
    /// A fault of the program's own.
    #[error("Plenary closed because of a fault of its own ({what}). {kept} Please report this.")]
    Fault {
        /// Where and what, for those who mend it.
        what: String,
        /// Where the session is.
        kept: String,
    },
}

impl Error {
    /// The exit code.
    #[must_use]
    pub fn code(&self) -> u8 {
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
    #[must_use]
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Ended(_))
    }
}

/// The line at which a script stopped.
#[derive(Debug, Default)]
pub struct RefusedLine {
    /// Which line, from 1.
    pub number: usize,
    /// Whether it was the last one, and taken, but left something open.
    pub is_end: bool,
    /// What it says; `None` where that is not to be repeated.
    pub text: Option<String>,
    /// Why it was not taken, as a sentence.
    pub reason: String,
    /// What can be written there, in one line.
    pub choices: String,
    /// What became of the lines before, as a sentence.
    pub kept: String,
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
