//! The words of finding, comparing and following up saved sessions.
//!
//! Part of the one table.

use super::walking::row;
use crate::app::keymap::{Command, Context as At};
use crate::plain::row::{Does, NUMBER, Row};

/// The rows for saved sessions.
pub(super) const ROWS: &[Row] = &[
    row(At::List, &[NUMBER, "open"], "NUMBER", Does::Line(Command::Choose), "Open a session and carry on"),
    row(At::List, &["", "next"], "", Does::Command(Command::Next), "The next ten sessions"),
    row(At::List, &["before"], "", Does::Command(Command::Back), "The ten sessions before"),
    row(At::List, &["look"], "NUMBER", Does::Line(Command::Look), "Look at a session; nothing of it can change"),
    row(
        At::List,
        &["search"],
        "WORDS",
        Does::Fill(Command::Search, Command::Choose),
        "Only sessions with these words: partnership, date, state, file",
    ),
    row(At::List, &["new"], "", Does::Command(Command::New), "Begin a new session"),
    row(At::List, &["follow up"], "NUMBER", Does::Line(Command::FollowUp), "Begin a session that follows one up"),
    row(At::List, &["mark"], "NUMBER", Does::Line(Command::Pick), "Mark a session, or take the mark back"),
    row(At::List, &["compare"], "", Does::Command(Command::Compare), "Compare the two marked sessions"),
    row(At::List, &["merge"], "", Does::Command(Command::Merge), "Merge the marked breakout tables"),
    row(At::List, &["trend"], "NUMBER", Does::Line(Command::Trend), "A session's partnership over all its sessions"),
    row(At::List, &["sort"], "", Does::Command(Command::Sort), "Sort by date, by partnership, by progress"),
    row(
        At::List,
        &["partnership"],
        "NUMBER",
        Does::AnyLine(Command::OnlyPartnership),
        "Only a session's partnership, or all again",
    ),
    row(At::List, &["state"], "", Does::Command(Command::OnlyKind), "Only those in progress, finished, or all again"),
    row(At::List, &["folder"], "PATH", Does::Fill(Command::Folder, Command::Choose), "Open another folder of sessions"),
    row(At::List, &["report"], "NUMBER", Does::Line(Command::Export), "Make a report of a session"),
    row(At::List, &["versions"], "NUMBER", Does::Line(Command::Versions), "Earlier versions of a session, to restore"),
    row(At::List, &["delete"], "NUMBER", Does::Line(Command::Delete), "Delete a session with all its copies"),
    row(At::List, &["back", "all"], "", Does::Command(Command::Dismiss), "All sessions again, or the start page"),
    row(At::Versions, &[NUMBER], "", Does::Line(Command::Choose), "Restore that version, after one question"),
    row(At::Versions, &["back"], "", Does::Command(Command::Dismiss), "Back to the saved sessions"),
    row(At::LastActions, &["", "next"], "", Does::Command(Command::Next), "Go on to the set-up page"),
    row(At::LastActions, &["done"], "NUMBER", Does::Line(Command::ActionDone), "The action is done"),
    row(At::LastActions, &["under way"], "NUMBER", Does::Line(Command::ActionUnderWay), "It is under way"),
    row(At::LastActions, &["not started"], "NUMBER", Does::Line(Command::ActionNotStarted), "It is not started"),
    row(At::LastActions, &["drop"], "NUMBER", Does::Line(Command::ActionDropped), "It is dropped"),
    row(
        At::LastActions,
        &["what changed"],
        "",
        Does::Command(Command::Compare),
        "What changed, as far as it is rated anew",
    ),
    row(At::Compare, &["", "next"], "", Does::Command(Command::Next), "The next part of the comparison"),
    row(At::Compare, &["back"], "", Does::Command(Command::Back), "The part before, or back"),
    row(At::Compare, &["swap"], "", Does::Command(Command::Swap), "Let the two sessions change places"),
    row(At::Compare, &["close"], "", Does::Command(Command::Dismiss), "Close the comparison"),
    row(At::Trend, &["back"], "", Does::Command(Command::Dismiss), "Back to the saved sessions"),
];
