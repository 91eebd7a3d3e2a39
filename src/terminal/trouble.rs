//! Why the program did not run to its end, each a sentence with an exit code.
//!
//! It prints nothing.

use std::io;

/// Why the program did not run to its end.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
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
    #[error("Plenary was asked to end (exit code {0}). Everything is saved.")]
    Ended(u8),
    /// The reader of keys stopped.
    #[error("The terminal sends no more keys, so Plenary closed. Everything is saved.")]
    Deaf,
    /// A fault of the program's own.
    #[error("Plenary closed because of a fault of its own ({what}). {kept} Please report this.")]
    Fault {
        /// Where and what, for those who mend it.
        what: String,
        /// Where the session is.
        kept: String,
    },
}

impl Trouble {
    /// The exit code.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::NoTerminal => 2,
            Self::Ended(code) => *code,
            Self::Fault { .. } => 101,
            Self::Terminal(_) | Self::Start(_) | Self::NotSaved(_) | Self::Deaf => 1,
        }
    }

    /// Whether there is anything to tell: who ends a program knows that they did.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Ended(_))
    }
}

/// Whether an error of the terminal says that its other end is gone: `EIO`, `ENXIO`, `ENOTTY`, `EPIPE`, the same
/// numbers on every Unix.
pub(super) fn is_gone(error: &io::Error) -> bool {
    cfg!(unix) && matches!(error.raw_os_error(), Some(5 | 6 | 25 | 32))
}
