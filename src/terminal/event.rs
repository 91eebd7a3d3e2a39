//! What can wake the loop, from any of its threads.
//!
//! Plain data; who sends it and what follows from it stands elsewhere.

use super::aside::Then;
use super::keeping::Claimed;
use super::lines::Line;
use crate::app::{Key, Msg};
use crate::store::SaveEvent;

/// Something that happened outside.
#[derive(Debug)]
pub(super) enum Event {
    /// A key.
    Key(Key),
    /// Text that was pasted.
    Paste(String),
    /// A line that was written.
    Line(Line),
    /// No more lines will come.
    NoMoreLines,
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
    /// A file was taken, or not, to save the open session in from now on.
    Claimed(Box<Claimed>),
    /// Something is done that took a disk.
    Then(Then),
    /// What a thread has to tell the app.
    Told(Box<Msg>),
    /// Something that was done on the side failed, as a sentence.
    Failed(String),
    /// The system asks the program to end.
    End(Cause),
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
    Deaf,
    /// A thread of the program's own failed.
    Fault,
}

impl Cause {
    /// The exit code, as shells count: 128 and the signal. A window that is gone counts as its signal, 1.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Signal(number) => u8::try_from(number).map_or(u8::MAX, |number| 128_u8.saturating_add(number)),
            Self::HungUp => 129,
            Self::Deaf => 1,
            Self::Fault => 101,
        }
    }
}
