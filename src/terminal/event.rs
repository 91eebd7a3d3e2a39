//! What can wake the loop, from any of its threads.
//!
//! Plain data; who sends it and what follows from it stands elsewhere.

use crate::app::{Key, Msg};
use crate::encoding::Encoding;
use crate::store::SaveEvent;

/// Something that happened outside.
#[derive(Debug)]
pub(super) enum Event {
    Key(Key),
    /// Text that was pasted.
    Paste(String),
    /// A line that was written.
    Line(Line),
    /// No more lines will come.
    Eof,
    /// The left mouse button went down at a column and row, from 0.
    Press(u16, u16),
    /// The mouse wheel: down is `true`.
    Wheel(bool),
    /// The window has another size.
    Resized,
    /// The terminal has taken the last frame, after somebody asked for room.
    Drawn,
    /// The program was stopped and goes on.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix stops programs"))]
    Continued,
    /// A save succeeded or failed.
    Save(SaveEvent),
    /// A background task is done, and what follows from it waits to be run.
    Completed,
    /// What a thread has to tell the app.
    Told(Box<Msg>),
    /// The system asks the program to end.
    End(Cause),
}

/// A line as it was written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Which line it is, from 1.
    pub(super) number: usize,
    /// What it says, without its end; or why it cannot be taken, as a sentence.
    pub(super) text: Result<String, String>,
    /// The encoding, where this line is the first that shows that it had to be guessed.
    pub(super) guessed: Option<Encoding>,
}

/// Why the program is asked to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// By a signal with this number.
    #[cfg_attr(not(any(unix, test)), expect(dead_code, reason = "only Unix has signals"))]
    Signal(i32),
    /// The window is gone.
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
