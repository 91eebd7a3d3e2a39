//! The rows themselves, context by context: keys, words with what they take, command, hint, help.
//!
//! Within a context the order is that of the footer: the most likely next key first. `tests/app/keys.rs` and
//! `tests/plain/table.rs` prove that nothing is doubled, shadowed or unexplained.

mod finding;
mod room;
mod walk;
mod writing;

use super::Binding;

macro_rules! rows {
    ($($context:ident { $($keys:literal $words:literal $command:ident $(($with:expr))? $hint:literal $help:expr;)* })*) => {
        pub(super) const ROWS: &[$crate::app::keymap::Binding] = &[$($($crate::app::keymap::Binding {
            context: $crate::app::keymap::Context::$context,
            keys: $keys,
            words: $words,
            command: $crate::app::keymap::Command::$command $(($with))?,
            hint: $hint,
            help: $help,
        },)*)*];
    };
}
use rows;

pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    [walk::ROWS, writing::ROWS, room::ROWS, finding::ROWS].into_iter().flatten()
}
