//! What was given up because it lacked its end, and whether that end comes after all.
//!
//! Over a slow line the rest of a reply may come later than is waited for. It is told from keys by its shape: nobody
//! types, at once, what ends a reply.

use super::{ESC, State};
use std::time::{Duration, Instant};

/// So long after it was given up, its end still belongs to it.
const MAY_COME: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub(super) struct Unfinished {
    /// What the bytes were part of, and what was held of it.
    pub(super) state: State,
    pub(super) held: Vec<u8>,
    pub(super) last: Option<Instant>,
}

impl Unfinished {
    /// Whether bytes that came at once go on with it, rather than being keys.
    pub(super) fn goes_on(&self, bytes: &[u8], now: Instant) -> bool {
        self.last.is_some_and(|last| now.saturating_duration_since(last) < MAY_COME)
            && match self.state {
                State::Escape => match bytes {
                    [b'[', rest @ ..] => goes_on_to_its_end(rest, &[]),
                    [b']', b'0'..=b'9', ..] => true,
                    [b']' | b'P' | b'X' | b'^' | b'_', rest @ ..] => holds_end(rest),
                    _ => false,
                },
                State::Control => bytes.len() > 1 && goes_on_to_its_end(bytes, &self.held),
                State::ReplyEscape => bytes.first() == Some(&b'\\'),
                State::Reply => holds_end(bytes),
                _ => false,
            }
    }
}

/// Whether the end of a reply is among bytes, or may be.
fn holds_end(bytes: &[u8]) -> bool {
    bytes.contains(&0x07) || bytes.windows(2).any(|two| two == b"\x1b\\") || bytes.len() > 1 && bytes.ends_with(&[ESC])
}

/// Whether bytes are the rest of a sequence after `CSI` and what was held of it, and nothing that was typed follows.
fn goes_on_to_its_end(bytes: &[u8], held: &[u8]) -> bool {
    let parameters = bytes.iter().take_while(|byte| (b' '..=b'?').contains(byte)).count();
    match &bytes[parameters..] {
        [b'@'..=b'~', rest @ ..] if rest.is_empty() || rest[0] == ESC => true,
        [b'~', ..] => [held, &bytes[..parameters]].concat() == b"200",
        _ => false,
    }
}
