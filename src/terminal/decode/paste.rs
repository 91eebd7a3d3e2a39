//! Text between the brackets of a paste, also where the closing one is late or lost.
//!
//! Over a slow line a paste may pause for longer than is waited for. What comes of it then is still told from keys: it
//! comes in bulk, or with the closing bracket.

use super::super::event::Event;
use super::{ESC, WAYS_OUT, control, pass_on};
use crate::encoding::Decoder;
use std::time::{Duration, Instant};

const END: &[u8] = b"\x1b[201~";

/// It is passed on in parts of this size, more than a session can hold.
pub(super) const LONGEST: usize = 8 * 1024 * 1024;

/// So long after it has lost its end, what comes in bulk still belongs to it.
const MAY_GO_ON: Duration = Duration::from_secs(10);

/// Nobody types so many characters at once.
const BULK: usize = 16;

#[derive(Debug, Default)]
pub(super) struct Paste {
    pub(super) bytes: Vec<u8>,
    /// When the last bytes came, if it has lost its end.
    broken: Option<Instant>,
}

impl Paste {
    pub(super) fn is_broken(&self) -> bool {
        self.broken.is_some()
    }

    /// Whether bytes that came at once go on with it although it was given up, rather than being keys.
    pub(super) fn goes_on(&self, bytes: &[u8], now: Instant) -> bool {
        let recent = self.broken.is_some_and(|last| now.saturating_duration_since(last) < MAY_GO_ON);
        let ends = || bytes.windows(END.len()).any(|part| part == END);
        recent && (bytes.len() >= BULK && bytes.first() != Some(&ESC) || ends())
    }

    /// Takes in one byte; whether it was the last.
    pub(super) fn take_byte(&mut self, byte: u8, take: &mut impl FnMut(Event)) -> bool {
        self.bytes.push(byte);
        let ends = self.bytes.ends_with(END);
        if ends {
            pass(&self.bytes[..self.bytes.len() - END.len()], take);
            *self = Self::default();
        } else if self.bytes.len() >= LONGEST && byte.is_ascii() && byte != ESC {
            pass(&self.bytes, take);
            self.bytes.clear();
        }
        ends
    }

    /// Passes on what there is; the last of it came then. A way out in it was pressed by somebody who saw no end of it.
    pub(super) fn give_up(&mut self, last: Option<Instant>, take: &mut impl FnMut(Event)) {
        self.broken = last;
        let mut rest = std::mem::take(&mut self.bytes);
        while let Some(place) = rest.iter().position(|byte| WAYS_OUT.contains(byte)) {
            pass(&rest[..place], take);
            pass_on(control(rest[place]), take);
            rest.drain(..=place);
        }
        // The first bytes of a character wait for the others.
        let whole = rest.len() - unfinished_character(&rest);
        pass(&rest[..whole], take);
        self.bytes = rest.split_off(whole);
    }
}

/// A terminal whose locale is not UTF-8 pastes in its own encoding. What is neither is marked in the text.
fn pass(bytes: &[u8], take: &mut impl FnMut(Event)) {
    if !bytes.is_empty() {
        let text = Decoder::utf8().piece(bytes).unwrap_or_else(|_| String::from_utf8_lossy(bytes));
        take(Event::Paste(text.into_owned()));
    }
}

/// Bytes at the end that are the beginning of a character.
fn unfinished_character(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.len() - error.valid_up_to(),
        _ => 0,
    }
}
