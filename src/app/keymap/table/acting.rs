//! The keys of dots and actions.
//!
//! What they do is in the screens' own files.

use super::{At, Binding, Command, DIGITS, Key, bind};
use Key::{
    BackTab, Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

/// The bindings for dots and actions.
pub(super) const ACTING: &[Binding] = &[
    bind(
        At::Dots,
        &[Enter, Down, Tab, PageDown],
        "Enter",
        Command::Down,
        "next item",
        "The next item; what was typed stays",
    ),
    bind(At::Dots, &[Right], "Right", Command::Right, "next stage", "The first item of the next stage or kind"),
    bind(At::Dots, &[Left], "Left", Command::Left, "", "The first item of this stage or the one before"),
    bind(At::Dots, &[Up, BackTab, PageUp], "Up", Command::Up, "", "The item above"),
    bind(At::Dots, &[Home], "Home", Command::First, "", "The first item"),
    bind(At::Dots, &[End], "End", Command::Last, "", "The last item"),
    bind(At::Dots, &[Backspace], "Backspace", Command::Withdraw, "last digit", "Take back the last digit"),
    bind(At::Dots, &[Delete], "Del", Command::Clear, "", "No dots on this item"),
    bind(At::Dots, &[Char('u'), Ctrl('z')], "U", Command::Undo, "undo", "Undo, without limit"),
    bind(At::Dots, &[Ctrl('y')], "Ctrl+Y", Command::Redo, "", "Redo"),
    bind(At::Dots, &[Esc, Char('o')], "Esc", Command::Dismiss, "close", "Close the dots; they are kept"),
    bind(At::Actions, &[Enter], "Enter", Command::Choose, "change", "Change the marked action"),
    bind(At::Actions, &[Char('n'), Char('a')], "N", Command::New, "new", "Write a new action"),
    bind(At::Actions, &[Char('r')], "R", Command::Review, "review date", "The day on which the room looks again"),
    bind(At::Actions, &[Esc], "Esc", Command::Dismiss, "close", "Close the actions"),
    bind(
        At::Actions,
        &[Char('s')],
        "S",
        Command::Status,
        "status",
        "Not started, under way, done, dropped: the next one",
    ),
    bind(At::Actions, &[Char('l')], "L", Command::Log, "log", "Add a line to the log of the marked action"),
    bind(At::Actions, &[Left], "Left", Command::Left, "earlier", "Move the marked action up the list"),
    bind(At::Actions, &[Right], "Right", Command::Right, "", "Move the marked action down the list"),
    bind(At::Actions, &[Delete], "Del", Command::Clear, "", "Drop the marked action; it stays on record"),
    bind(At::Actions, &[Up, PageUp], "Up", Command::Up, "", "The action above"),
    bind(At::Actions, &[Down, PageDown, Tab], "Down", Command::Down, "", "The action below"),
    bind(At::Actions, &[Home], "Home", Command::First, "", "The first action"),
    bind(At::Actions, &[End], "End", Command::Last, "", "The last action"),
    bind(At::Actions, &[Char('u'), Ctrl('z')], "U", Command::Undo, "undo", "Undo, without limit"),
    bind(At::Actions, &[Ctrl('y')], "Ctrl+Y", Command::Redo, "", "Redo"),
    bind(
        At::ActionStart,
        DIGITS,
        "1-5",
        Command::Starter,
        "take a starter",
        "Begin with the words of this starter; they can be changed",
    ),
    bind(
        At::ActionStart,
        &[Enter],
        "Enter",
        Command::Choose,
        "take the marked",
        "Begin with what is marked: a starter, or your own words",
    ),
    bind(At::ActionStart, &[Up, BackTab, PageUp], "Up", Command::Up, "", "The line above"),
    bind(At::ActionStart, &[Down, Tab, PageDown], "Down", Command::Down, "", "The line below"),
    bind(At::ActionStart, &[Esc], "Esc", Command::Dismiss, "list", "No new action; the list of actions"),
    bind(
        At::ActionForm,
        &[Enter, Tab, Down],
        "Enter",
        Command::NextField,
        "next field",
        "The next field; after the last one, done",
    ),
    bind(At::ActionForm, &[BackTab, Up], "Up", Command::PreviousField, "field before", "The field before"),
    bind(At::ActionForm, &[Esc, Ctrl('s')], "Esc", Command::Dismiss, "keep and close", "Keep the action and close it"),
    bind(At::ActionLine, &[Enter], "Enter", Command::Choose, "keep", "Keep it and close"),
    bind(At::ActionLine, &[Esc, Ctrl('s')], "Esc", Command::Dismiss, "keep and close", "Keep what was typed and close"),
];
