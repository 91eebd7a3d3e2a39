//! Going into full-screen mode and out of it again, whichever thread comes first and whatever fails.
//!
//! It writes past the standard library's lock on the output: a thread that is stuck in a write holds that lock.

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Where the terminal is written to.
#[cfg(unix)]
pub(super) type Outlet = std::fs::File;
/// Where the terminal is written to: Windows needs the standard library's translation to its own text.
#[cfg(not(unix))]
pub(super) type Outlet = io::Stdout;

/// A way of one's own to the terminal.
#[cfg(unix)]
pub(super) fn outlet() -> io::Result<Outlet> {
    use std::os::fd::AsFd;
    Ok(std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// A way to the terminal.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
pub(super) fn outlet() -> io::Result<Outlet> {
    Ok(io::stdout())
}

/// The other screen, then pasted text in brackets.
const ENTER: &str = "\x1b[?1049h\x1b[?2004h";

/// The same backwards, on colours and a cursor as anybody would expect them.
const LEAVE: &str = "\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h";

/// Presses and the wheel only: reports of every movement would wake the program for nothing.
#[cfg(unix)]
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
#[cfg(unix)]
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether the terminal is ours just now.
#[derive(Debug, Default)]
pub(super) struct Door {
    inside: AtomicBool,
}

impl Door {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When it cannot be; it is then as it was.
    pub(super) fn enter(&self, mouse: bool) -> io::Result<()> {
        enable_raw_mode()?;
        self.inside.store(true, Ordering::SeqCst);
        let entered = write(ENTER).and_then(|()| if mouse { set_mouse(true) } else { Ok(()) });
        if entered.is_err() {
            self.leave();
        }
        entered
    }

    /// Takes it over again after the program was stopped: its owner may have changed everything meanwhile.
    pub(super) fn enter_again(&self, mouse: bool) -> io::Result<()> {
        if self.inside.load(Ordering::SeqCst) {
            // Crossterm believes that raw mode is still on and would do nothing.
            disable_raw_mode()?;
            return self.enter(mouse);
        }
        Ok(())
    }

    /// Gives it back, once, and cares for no error: the terminal may be gone.
    ///
    /// The mode of the line goes first because that never waits; writing can.
    pub(super) fn leave(&self) {
        if self.inside.swap(false, Ordering::SeqCst) {
            let _ = disable_raw_mode();
            let _ = set_mouse(false);
            let _ = write(LEAVE);
        }
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut outlet = outlet()?;
    outlet.write_all(text.as_bytes())?;
    outlet.flush()
}

/// Listens to the mouse, or stops.
#[cfg(unix)]
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    write(if on { MOUSE_ON } else { MOUSE_OFF })
}

/// Listens to the mouse, or stops: in the Windows console a mode, not a sequence.
#[cfg(not(unix))]
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    if on {
        crossterm::execute!(outlet()?, EnableMouseCapture)
    } else {
        crossterm::execute!(outlet()?, DisableMouseCapture)
    }
}
