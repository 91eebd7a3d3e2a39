//! Why a command did not do what it was asked: one sentence and an exit code.
//!
//! It prints nothing itself.

use crate::analysis::Incomparable;
use crate::framework::FrameworkError;
use crate::report::WriteError;
use crate::session::MergeRefusal;
use crate::store::{DeleteError, ExportError, OpenError, SaveError, StoreError};
use crate::terminal;
use std::io;

/// What is told and with which code the program ends.
#[derive(Debug)]
pub(super) struct Failure {
    /// 1 where something did not work, 2 where the command line cannot be meant, or as the shell says.
    pub(super) code: u8,
    /// What happened, which file, what to do next; `None` where who caused it knows.
    pub(super) sentence: Option<String>,
}

impl Failure {
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        let mut sentence = sentence.into();
        if !sentence.contains('\n') && !sentence.ends_with('.') {
            sentence.push('.');
        }
        Self { code: 1, sentence: Some(sentence) }
    }

    /// The command line cannot be meant. Clap's own words, without its usage lines.
    pub(super) fn usage(error: &clap::Error) -> Self {
        let text = error.to_string();
        let words: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
        let sentence = words.join(" ");
        let sentence = sentence.strip_prefix("error: ").unwrap_or(&sentence);
        let sentence = format!("{}; \"plenary --help\" shows what there is.", sentence.trim_end_matches('.'));
        Self { code: 2, sentence: Some(sentence) }
    }
}

/// Errors whose own sentence says it all.
macro_rules! say_it_all {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::new(error.to_string())
            }
        }
    )*};
}

say_it_all!(
    DeleteError,
    ExportError,
    FrameworkError,
    Incomparable,
    MergeRefusal,
    OpenError,
    SaveError,
    StoreError,
    WriteError
);

impl From<terminal::Error> for Failure {
    fn from(error: terminal::Error) -> Self {
        Self { code: error.code(), sentence: (!error.is_silent()).then(|| error.to_string()) }
    }
}

impl From<io::Error> for Failure {
    /// Output that could not be written. A reader that has read enough is not an error.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self { code: 0, sentence: None };
        }
        Self::new(format!("The output could not be written: {}.", crate::store::in_words(&error)))
    }
}
