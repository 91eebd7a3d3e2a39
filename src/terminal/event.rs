//! What can wake the loop, and how the threads are started that send it.
//!
//! Plain data; what follows from it stands elsewhere.

use super::handed::Looks;
use crate::app::{Key, Msg};
use crate::encoding::Encoding;
use crate::store::SaveEvent;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;

#[derive(Debug)]
pub(super) enum Event {
    Key(Key),
    Paste(String),
    Line(Line),
    Eof,
    /// The left mouse button went down at a column and row, from 0.
    Press(u16, u16),
    /// The mouse wheel: down is `true`.
    Wheel(bool),
    Resized,
    /// The terminal has taken the last frame, after somebody asked for room.
    Drawn,
    /// The program was stopped and goes on.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix stops programs"))]
    Continued,
    Save(SaveEvent),
    /// A background task is done, and what follows from it waits to be run.
    Completed,
    Walls(Vec<Looks>),
    /// What a thread has to tell the app.
    Told(Box<Msg>),
    End(Cause),
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Which line it is, from 1.
    pub(super) number: usize,
    /// What it says, without its end; or why it cannot be taken, as a sentence.
    pub(super) text: Result<String, String>,
    /// The encoding, where this line is the first that shows that it had to be guessed.
    pub(super) guessed: Option<Encoding>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    #[cfg_attr(not(any(unix, test)), expect(dead_code, reason = "only Unix has signals"))]
    Signal(i32),
    HungUp,
    /// No more keys will come.
    InputClosed,
    /// A thread of the program's own failed.
    Fault,
}

impl Cause {
    /// The exit code, as shells count: 128 and the signal. A window that is gone counts as its signal, 1.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Signal(number) => u8::try_from(number).map_or(u8::MAX, |number| 128_u8.saturating_add(number)),
            Self::HungUp => 129,
            Self::InputClosed => 1,
            Self::Fault => 101,
        }
    }
}

/// Starts a thread that listens, and that may give a cause to end the program as it ends. A panic in it is one: a
/// program that hears nothing any more could not be ended.
pub(super) fn spawn(
    name: &str,
    events: Sender<Event>,
    listen: impl FnOnce(&Sender<Event>) -> Option<Cause> + Send + 'static,
) -> io::Result<()> {
    let work = move || {
        if let Some(cause) = catch_unwind(AssertUnwindSafe(|| listen(&events))).unwrap_or(Some(Cause::Fault)) {
            let _ = events.send(Event::End(cause));
        }
    };
    thread::Builder::new().name(name.into()).spawn(work).map(drop)
}
