//! The words of votes, the register, the agenda, parked items, dots, actions and reports, and of questions.
//!
//! Part of the one table.

use super::walking::row;
use crate::app::keymap::{Command, Context as At};
use crate::app::{FOLDER_LINE, NAMES_LINE};
use crate::plain::row::{Does, NUMBER, Row};
use crate::session::ActionStatus;

/// The rows for what the room does besides the walk.
pub(super) const ROWS: &[Row] = &[
    row(
        At::Vote,
        &["counts"],
        "COUNTS",
        Does::Counts,
        "A count for each answer, as in 0 2 5 3 1 ?1, or a digit for each person; the word can be left out",
    ),
    row(At::Vote, &["", "next"], "", Does::Command(Command::Choose), "The next group"),
    row(At::Vote, &["reveal"], "", Does::Command(Command::Reveal), "Reveal the votes to everybody at once"),
    row(At::Vote, &["take back"], "", Does::Command(Command::Withdraw), "Take the last vote back, without saying it"),
    row(At::Vote, &["group before"], "", Does::Command(Command::Up), "The group before"),
    row(At::Vote, &["discard"], "", Does::Command(Command::Discard), "Discard the open vote unseen; asks once"),
    row(At::Vote, &["close"], "", Does::Command(Command::Dismiss), "Close; the vote stays open, v goes on"),
    row(At::Register, &["new"], "", Does::Command(Command::New), "Add a line, field by field"),
    row(At::Register, &[NUMBER, "change"], "NUMBER", Does::Line(Command::Choose), "Change the line with that number"),
    row(At::Register, &["presence"], "NUMBER", Does::Line(Command::Presence), "Present, apologies, invited but absent"),
    row(At::Register, &["remove"], "NUMBER", Does::Line(Command::Clear), "Take a line off the register"),
    row(At::Register, &["undo"], "", Does::Command(Command::Undo), "Undo, without limit"),
    row(At::Register, &["redo"], "", Does::Command(Command::Redo), "Do again what was undone"),
    row(At::Register, &["close"], "", Does::Command(Command::Dismiss), "Close the register"),
    row(At::Agenda, &[NUMBER], "", Does::Line(Command::Choose), "Go to the part with that number, in any order"),
    row(At::Agenda, &["later"], "", Does::Command(Command::Right), "Plan to finish five minutes later"),
    row(At::Agenda, &["earlier"], "", Does::Command(Command::Left), "Plan to finish five minutes earlier"),
    row(At::Agenda, &["no finish"], "", Does::Command(Command::Clear), "Plan no finish"),
    row(At::Agenda, &["close"], "", Does::Command(Command::Dismiss), "Close the agenda"),
    row(At::Parked, &[NUMBER], "", Does::Line(Command::Choose), "Go to the item with that number"),
    row(At::Parked, &["off"], "NUMBER", Does::Line(Command::Park), "Take an item off the list"),
    row(At::Parked, &["undo"], "", Does::Command(Command::Undo), "Undo, without limit"),
    row(At::Parked, &["redo"], "", Does::Command(Command::Redo), "Do again what was undone"),
    row(At::Parked, &["close"], "", Does::Command(Command::Dismiss), "Close the list"),
    row(At::Dots, &["count"], "ID COUNT", Does::Dots, "Dots of an item, as in E2 11; the word can be left out"),
    row(At::Dots, &["undo"], "", Does::Command(Command::Undo), "Undo, without limit"),
    row(At::Dots, &["redo"], "", Does::Command(Command::Redo), "Do again what was undone"),
    row(At::Dots, &["close"], "", Does::Command(Command::Dismiss), "Close the dots; they are kept"),
    row(
        At::Actions,
        &["new"],
        "TEXT",
        Does::Fill(Command::New, Command::NextField),
        "Write a new action, field by field",
    ),
    row(At::Actions, &[NUMBER, "change"], "NUMBER", Does::Line(Command::Choose), "Change the action with that number"),
    row(At::Actions, &["status"], "NUMBER", Does::Line(Command::Status), "The next status of an action"),
    row(At::Actions, &["done"], "NUMBER", Does::Status(ActionStatus::Done), "The action is done"),
    row(At::Actions, &["under way"], "NUMBER", Does::Status(ActionStatus::UnderWay), "It is under way"),
    row(At::Actions, &["not started"], "NUMBER", Does::Status(ActionStatus::NotStarted), "It is not started"),
    row(At::Actions, &["drop"], "NUMBER", Does::Line(Command::Clear), "Drop an action; it stays on record"),
    row(At::Actions, &["log"], "NUMBER TEXT", Does::Log, "Add a line to the log of an action"),
    row(
        At::Actions,
        &["review"],
        "DATE",
        Does::Fill(Command::Review, Command::Choose),
        "The day on which the room looks again",
    ),
    row(At::Actions, &["up"], "NUMBER", Does::Line(Command::Left), "Move an action up the list"),
    row(At::Actions, &["down"], "NUMBER", Does::Line(Command::Right), "Move an action down the list"),
    row(At::Actions, &["undo"], "", Does::Command(Command::Undo), "Undo, without limit"),
    row(At::Actions, &["redo"], "", Does::Command(Command::Redo), "Do again what was undone"),
    row(At::Actions, &["close"], "", Does::Command(Command::Dismiss), "Close the actions"),
    row(At::ActionStart, &[], "", Does::Digit(Command::Starter), "Begin with this starter; any other line is your own"),
    row(At::ActionStart, &["list"], "", Does::Command(Command::Dismiss), "No new action; the list of actions"),
    row(At::Export, &["", "write"], "", Does::Command(Command::Export), "Write the report as chosen"),
    row(At::Export, &[NUMBER], "", Does::Toggle(None), "Choose the format with that number, or leave it out"),
    row(At::Export, &["names"], "", Does::Toggle(Some(NAMES_LINE)), "Show names, or leave them out"),
    row(At::Export, &["folder"], "", Does::Toggle(Some(FOLDER_LINE)), "The other folder"),
    row(At::Export, &["close"], "", Does::Command(Command::Dismiss), "Close; what is not written yet is left"),
    row(At::Ask, &["", "no"], "", Does::Command(Command::Dismiss), "Leave everything as it is"),
    row(At::Ask, &["yes"], "", Does::Command(Command::Confirm), "Yes, do it"),
    row(At::Close, &["", "no"], "", Does::Command(Command::Dismiss), "Stay in Plenary"),
    row(At::Close, &["yes"], "", Does::Command(Command::CloseNow), "Close Plenary"),
];
