//! The framework: what the built-in one says, and what a broken one is told.

mod content;
mod plain_words;
mod versions;
