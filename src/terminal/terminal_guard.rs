//! Going into full-screen mode and out of it again, whichever thread comes first and whatever fails.
//!
//! Nothing here waits for a terminal for longer than a moment: whatever is written goes through the one thread that
//! writes.

use super::event::Event;
use super::terminal_writer::TerminalWriter;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[cfg(unix)]
pub(super) type TerminalOutput = std::fs::File;
/// Where the terminal is written to: Windows needs the standard library's translation to its own text.
#[cfg(not(unix))]
pub(super) type TerminalOutput = io::Stdout;

#[cfg(unix)]
pub(super) fn terminal_output() -> io::Result<TerminalOutput> {
    use std::os::fd::AsFd;
    Ok(std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
pub(super) fn terminal_output() -> io::Result<TerminalOutput> {
    Ok(io::stdout())
}

/// The other screen, then pasted text in brackets.
const ENTER: &str = "\x1b[?1049h\x1b[?2004h";

/// The same backwards and without the mouse, on colours and a cursor as anybody would expect them.
#[cfg(unix)]
const LEAVE: &str = "\x1b[?1006l\x1b[?1000l\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h";
/// The other screen and the cursor, as anybody would expect them.
#[cfg(not(unix))]
const LEAVE: &str = "\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h";

/// Presses and the wheel only: reports of every movement would wake the program for nothing.
#[cfg(unix)]
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
#[cfg(unix)]
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whose the terminal is just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Outside,
    Inside,
    /// Given back for as long as the program is stopped.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix stops programs"))]
    Suspended,
}

/// The way to the terminal, and whether it is ours.
pub(super) struct TerminalGuard {
    place: Mutex<Place>,
    pub(super) writer: TerminalWriter,
}

impl TerminalGuard {
    /// A way to a terminal that is not ours yet; what its writer has to tell goes to `tell`.
    pub(super) fn new(out: impl Write + Send + 'static, tell: impl Fn(Event) + Send + 'static) -> io::Result<Self> {
        Ok(Self { place: Mutex::new(Place::Outside), writer: TerminalWriter::start(out, tell)? })
    }

    pub(super) fn enter(&self, mouse: bool) -> io::Result<()> {
        self.enter_from(self.place(), mouse)
    }

    /// Takes it over again after the program was stopped: its owner may have changed everything meanwhile.
    pub(super) fn enter_again(&self, mouse: bool) -> io::Result<()> {
        let place = self.place();
        if *place == Place::Outside {
            return Ok(());
        }
        // Crossterm believes that raw mode is still on and would do nothing.
        let _ = disable_raw_mode();
        self.enter_from(place, mouse)
    }

    fn enter_from(&self, mut place: MutexGuard<'_, Place>, mouse: bool) -> io::Result<()> {
        enable_raw_mode()?;
        *place = Place::Inside;
        self.writer.open();
        drop(place);
        let entered = self.write(ENTER).and_then(|()| if mouse { self.set_mouse(true) } else { Ok(()) });
        if entered.is_err() {
            self.leave();
        }
        entered
    }

    /// Gives it back, once, and cares for no error: the terminal may be gone. Whether the terminal took it in time.
    pub(super) fn leave(&self) -> bool {
        let mut place = self.place();
        let was_inside = std::mem::replace(&mut *place, Place::Outside) == Place::Inside;
        !was_inside || self.give_back()
    }

    #[cfg(unix)]
    pub(super) fn suspend(&self) {
        let mut place = self.place();
        if *place == Place::Inside {
            *place = Place::Suspended;
            self.give_back();
        }
    }

    /// The mode of the line goes first because that never waits; writing can.
    fn give_back(&self) -> bool {
        let _ = disable_raw_mode();
        #[cfg(not(unix))]
        let _ = self.set_mouse(false);
        self.writer.close(LEAVE.as_bytes(), discard_output)
    }

    fn place(&self) -> MutexGuard<'_, Place> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, text: &str) -> io::Result<()> {
        let mut writer = self.writer.clone();
        writer.write_all(text.as_bytes())?;
        writer.flush()
    }

    #[cfg(unix)]
    pub(super) fn set_mouse(&self, on: bool) -> io::Result<()> {
        self.write(if on { MOUSE_ON } else { MOUSE_OFF })
    }

    /// Listens to the mouse, or stops: in the Windows console a mode, not a sequence.
    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "the same shape as on Unix")]
    pub(super) fn set_mouse(&self, on: bool) -> io::Result<()> {
        use crossterm::Command;
        use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
        if on { EnableMouseCapture.execute_winapi() } else { DisableMouseCapture.execute_winapi() }
    }
}

/// Throws away what the system has not yet passed on to the terminal, so that there is room for the last bytes.
#[cfg(unix)]
fn discard_output() {
    use rustix::termios::{OptionalActions, QueueSelector, tcflush, tcgetattr, tcsetattr};
    let terminal = io::stdout();
    let _ = tcflush(&terminal, QueueSelector::OFlush);
    // Setting its mode, even to what it is, wakes whoever waits for room in it.
    if let Ok(mode) = tcgetattr(&terminal) {
        let _ = tcsetattr(&terminal, OptionalActions::Now, &mode);
    }
}

#[cfg(not(unix))]
fn discard_output() {}
