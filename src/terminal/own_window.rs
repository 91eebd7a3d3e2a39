//! The window of somebody who double-clicked on the program: it goes when the program ends, and a reason with it.

use super::print::{can_ask, print_error};
use super::terminal_guard::terminal_output;
use crate::words::{IN_OWN_WINDOW, PRESS_A_KEY};
use crossterm::cursor::position;
use crossterm::event::{Event, KeyEventKind, read};
use crossterm::execute;
use crossterm::terminal::{SetTitle, disable_raw_mode, enable_raw_mode};

/// Whether Windows opened the console for this program alone. Asked before anything is printed: in a console that nobody
/// has used the cursor is in the first cell, while a shell has asked for the command at least. To ask for the console's
/// programs would need unsafe code. Desktops of other systems open no terminal by themselves.
pub(crate) fn has_own_window() -> bool {
    let is_new = || position().is_ok_and(|place| place == (0, 0));
    let has = cfg!(windows) && can_ask() && is_new();
    if has {
        // Who has never seen a console reads it where every window has its name.
        // Its size is left alone: Windows Terminal does not follow a program that sets it, draws for the old size and is
        // not told apart from the old console by one that is started by a double click (microsoft/terminal #5094, #11033).
        let _ = terminal_output().and_then(|mut out| execute!(out, SetTitle(IN_OWN_WINDOW)));
    }
    has
}

/// Keeps what was printed last in sight until a key is pressed.
pub(crate) fn wait_for_key() {
    print_error(PRESS_A_KEY);
    let _ = enable_raw_mode();
    while let Ok(event) = read() {
        if matches!(event, Event::Key(key) if key.kind == KeyEventKind::Press) {
            break;
        }
    }
    let _ = disable_raw_mode();
}
