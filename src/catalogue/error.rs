//! Why a pack of messages cannot be used.

use thiserror::Error;

/// What is wrong with a pack, and what to do.
#[derive(Debug, Error)]
pub enum PackError {
    #[error("The messages cannot be read: {0}; correct this place")]
    Unreadable(#[from] ron::error::SpannedError),
    /// What is filled in differs.
    #[error(
        "\"{english}\" is filled in at {expected:?}, and its translation at {found:?}; write the names in braces as they are"
    )]
    Places {
        english: String,
        /// The names in it.
        expected: Vec<String>,
        /// The names in its translation.
        found: Vec<String>,
    },
    /// A message with a number lacks the form that every number has.
    #[error("\"{0}\" has no form for other numbers; write \"other\"")]
    NoOther(String),
}
