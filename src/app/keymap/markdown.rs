//! The key list of the README, made from the one table.
//!
//! A test compares the README with it, so the list cannot fall behind.

use super::{BINDINGS, Binding, Context};
use std::fmt::Write;

/// Every binding as Markdown: one table a context, every key of a command named.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::from("\n| where | keys |\n|---|---|\n");
    for context in Context::ALL {
        let bindings = BINDINGS.iter().filter(|binding| binding.context == context);
        let keys: Vec<String> = bindings.map(|binding| format!("{} {}", keys(binding), binding.help)).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| **{}** | {} |", context.title(), keys.join(" · "));
    }
    text
}

fn keys(binding: &Binding) -> String {
    if binding.is_range() {
        return format!("`{}`", binding.name);
    }
    let names: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
    names.join(", ")
}
