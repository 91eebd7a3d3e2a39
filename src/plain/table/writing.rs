//! The words where a line is text: each begins with a full stop, and every other line is taken as it is written.
//!
//! Part of the one table.

use super::walking::row;
use crate::app::keymap::{Command, Context as At};
use crate::plain::row::{Does, Row};

/// The rows for what is being written.
pub(super) const ROWS: &[Row] = &[
    row(At::Setup, &["."], "", Does::Command(Command::Next), "Start the workshop; the other fields stay as they are"),
    row(At::Setup, &[".back"], "", Does::Command(Command::PreviousField), "The field before"),
    row(At::Setup, &[".clear"], "", Does::Empty, "Empty this field"),
    row(At::Setup, &[".register"], "", Does::Command(Command::Register), "The register: organisations, roles, levels"),
    row(At::Setup, &[".saved"], "", Does::Command(Command::Saved), "When it was last saved"),
    row(At::Setup, &[".start page"], "", Does::Command(Command::Dismiss), "Back to the start page; all is kept"),
    row(At::Note, &["."], "", Does::Command(Command::Dismiss), "Keep the note and close it"),
    row(At::Note, &[".clear"], "", Does::Empty, "Empty the note and write it anew"),
    row(At::NotAgreed, &["."], "", Does::Command(Command::Dismiss), "Keep what is recorded and close"),
    row(At::NotAgreed, &[".back"], "", Does::Command(Command::PreviousField), "The question before"),
    row(At::NotAgreed, &[".clear"], "", Does::Empty, "Empty this view"),
    row(At::Dissent, &["."], "", Does::EndStatement, "The statement is complete; then who asked to be named"),
    row(At::Dissent, &[".back"], "", Does::Command(Command::Back), "The statement before"),
    row(At::Dissent, &[".next"], "", Does::Command(Command::Next), "The next statement, or a new one"),
    row(At::Dissent, &[".clear"], "", Does::Empty, "Take the words of this statement away"),
    row(At::RegisterLine, &["."], "", Does::Command(Command::Dismiss), "Keep the line and close it"),
    row(At::RegisterLine, &[".back"], "", Does::Command(Command::PreviousField), "The field before"),
    row(At::RegisterLine, &[".clear"], "", Does::Empty, "Empty this field"),
    row(At::ActionForm, &["."], "", Does::Command(Command::Dismiss), "Keep the action and close it"),
    row(At::ActionForm, &[".back"], "", Does::Command(Command::PreviousField), "The field before"),
    row(At::ActionForm, &[".clear"], "", Does::Empty, "Empty this field"),
    row(At::ActionLine, &["."], "", Does::Command(Command::Dismiss), "Close; what stands there stays"),
    row(At::ActionLine, &[".clear"], "", Does::Empty, "Empty this line"),
    row(At::SaveAs, &["."], "", Does::Command(Command::Dismiss), "Back; saving is tried again by itself"),
    row(At::Folder, &["."], "", Does::Command(Command::Dismiss), "Back to the list as it is"),
    row(At::Search, &["."], "", Does::Command(Command::Dismiss), "Show all sessions again"),
];
