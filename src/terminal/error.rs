//! Why the program did not run to its end, each a sentence with an exit code.
//!
//! It prints nothing.

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
    #[error("NOT SAVED: {0}")]
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
