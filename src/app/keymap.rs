//! The one table of keys: dispatch, the footer, the help page and the README all read it.
//!
//! It says which key means which command where; what a command does is in the screens' own files.

mod command;
mod context;
mod markdown;
mod table;

use super::key::Key;
use table::{DIGITS, THREE};

pub use command::Command;
pub use context::Context;
pub use markdown::markdown;
pub use table::BINDINGS;

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// The keys, any of which will do.
    pub keys: &'static [Key],
    /// How the keys are named on screen.
    pub name: &'static str,
    /// What they ask for.
    pub command: Command,
    /// A few words for the footer; empty keeps it out of the footer.
    pub hint: &'static str,
    /// A line for the help page and the README.
    pub help: &'static str,
}

impl Binding {
    /// Whether its keys are digits in a row, named as `1-5`.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.keys == DIGITS || self.keys == THREE
    }

    /// The line for the help page, with the keys that its name leaves out.
    #[must_use]
    pub fn described(&self) -> String {
        if self.keys.len() == 1 || self.is_range() {
            return self.help.to_owned();
        }
        let others: Vec<String> = self.keys.iter().map(ToString::to_string).filter(|key| *key != self.name).collect();
        format!("{} (also {})", self.help, others.join(", "))
    }
}

/// The binding of a key in some contexts, the innermost first.
#[must_use]
pub fn find(contexts: &[Context], key: Key) -> Option<&'static Binding> {
    let key = key.folded();
    contexts
        .iter()
        .find_map(|context| BINDINGS.iter().find(|binding| binding.context == *context && binding.keys.contains(&key)))
}

/// The bindings of some contexts, in the order of the footer and the help page.
pub fn of(contexts: &[Context]) -> impl Iterator<Item = &'static Binding> {
    contexts.iter().flat_map(|context| BINDINGS.iter().filter(move |binding| binding.context == *context))
}
