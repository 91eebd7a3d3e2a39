//! What is said of a sentence that was typed where nothing takes text.

pub(crate) const TYPING_NEEDS_A_NOTE: &str = "Typing? N opens the note";
pub(crate) const TYPING_DOES_NOTHING: &str = "Typing? Nothing here takes a sentence, and nothing was changed";
