//! How large a session is as the text of its file, held against what can be opened again.
//!
//! It writes nothing: the text is counted and let go.

use super::{Session, TooLarge};
use crate::document;
use ron::ser::PrettyConfig;
use std::fmt;

/// The largest session file, in bytes: 8 MiB, a hundred times a full workshop. A hostile file of this
/// size costs less than two seconds; without a limit 200 MB took 36 s and 7 GB.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// The most letters in one text: the minutes of a long meeting. With more, every key would be slow. Of a longer one
/// nothing is taken; in a file it is kept whole.
pub const LONGEST_TEXT: usize = 64 * 1024;

/// What the lines before and after the session take in its file, at most.
const FRAME: usize = 4096 + 64;

/// What no text may take: room for the ratings, votes and times of the rest of the day.
const FOR_DECISIONS: usize = 256 * 1024;

/// The largest session that can be saved and opened again.
pub const MOST: usize = LARGEST - FRAME;

/// The largest session that takes in more text.
pub const MOST_WITH_TEXT: usize = MOST - FOR_DECISIONS;

/// Levels that get a line for each value. An answer has its line for each field; its history stays on one.
const LINES: usize = 3;

impl Session {
    pub(crate) fn has_room(&self) -> Result<(), TooLarge> {
        let size = encoded_len(self);
        if size <= MOST_WITH_TEXT { Ok(()) } else { Err(TooLarge(size)) }
    }
}

/// How a session is written. Escapes stay on: a raw control sequence in a file would reach the terminal of whoever
/// prints it.
pub fn style() -> PrettyConfig {
    PrettyConfig::new().new_line("\n").indentor("  ").escape_strings(true).depth_limit(LINES)
}

/// The bytes that something takes when it is written in this style.
pub fn encoded_len(value: &impl serde::Serialize) -> usize {
    let mut count = Count(0);
    // What cannot be written is too large for any file.
    document::write(value, style(), &mut count).map_or(usize::MAX, |()| count.0)
}

/// The bytes that a text takes in a file.
pub(crate) fn escaped_len(text: &str) -> usize {
    text.chars().flat_map(char::escape_debug).map(char::len_utf8).sum()
}

struct Count(usize);

impl fmt::Write for Count {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}
