//! The gate before the keys: from the bytes of a terminal to keys, pastes and clicks, and nothing else.
//!
//! Pure; the time is passed in. A terminal also sends what nobody pressed: answers to questions that another program
//! asked, reports of colours, modes and versions, bytes of another encoding. All of it is read to its end, by the
//! grammar of ECMA-48, and dropped: what a person did not press must not rate. What lacks its end is given up after a
//! short silence, so that no key goes dead; and the two ways out, Ctrl+C and Ctrl+Q, are heard even in the midst of it.
//!
//! Longer than other files, for it is one machine: every state says what the next one is.

mod paste;
mod sequence;
mod unfinished;

use super::event::Event;
use super::keys::with_control;
use crate::app::Key;
use paste::Paste;
use std::time::{Duration, Instant};
use unfinished::Unfinished;

/// Esc alone is a key when nothing has followed it for so long: nobody types two keys within it.
const ESC_SILENCE: Duration = Duration::from_millis(30);

/// A sequence is written at once; one that has not gone on for so long has lost its end.
const SILENCE: Duration = Duration::from_millis(100);

/// A paste over a slow line may pause; so may a reply that is already longer than [`SHORT`].
const LONG_SILENCE: Duration = Duration::from_millis(500);

/// Longer than any reply but the contents of a clipboard.
const SHORT: usize = 256;

/// A reply that goes on for longer is none.
const LONGEST_REPLY: usize = 4 * 1024 * 1024;

const ESC: u8 = 0x1b;

/// Ctrl+C and Ctrl+Q: no reply holds them.
const WAYS_OUT: [u8; 2] = [0x03, 0x11];

/// What the last byte was part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    Character,
    /// Esc, the key or the beginning of a sequence.
    Escape,
    /// Esc and a sign that wants one letter more.
    EscapeSign,
    /// `CSI`, up to its last byte.
    Control,
    /// `SS3`, up to its last byte.
    Single,
    /// `CSI [`, with which the Linux console begins its function keys.
    Console,
    /// `CSI M` and three bytes: a click in the oldest way.
    Click,
    /// `OSC`, `DCS`, `APC`, `PM` or `SOS`, up to `ST` or `BEL`.
    Reply,
    /// Esc within a reply: the first half of `ST`, or a sequence of its own.
    ReplyEscape,
    Paste,
}

#[derive(Debug, Default)]
pub(super) struct Decoder {
    state: State,
    /// What the state is about: parameters, the bytes of a character.
    held: Vec<u8>,
    length: usize,
    /// Bytes of a character in the reply that are still to come: one of them may look like an end.
    expected: u8,
    /// Alt was held with the character that is being read.
    alt: bool,
    last: Option<Instant>,
    paste: Paste,
    given_up: Option<Unfinished>,
}

impl Decoder {
    /// Until when more bytes are waited for; `None` where nothing is begun.
    pub(super) fn deadline(&self) -> Option<Instant> {
        let silence = match self.state {
            State::Ground => return None,
            State::Escape => ESC_SILENCE,
            State::Paste if !self.paste.is_broken() => LONG_SILENCE,
            State::Reply | State::ReplyEscape if self.length > SHORT => LONG_SILENCE,
            _ => SILENCE,
        };
        self.last.map(|last| last + silence)
    }

    pub(super) fn feed(&mut self, bytes: &[u8], now: Instant, take: &mut impl FnMut(Event)) {
        if self.deadline().is_some_and(|deadline| deadline <= now) {
            self.give_up(take);
        }
        self.last = Some(now);
        if self.state == State::Ground && self.paste.goes_on(bytes, now) {
            self.state = State::Paste;
        } else if self.state == State::Ground
            && let Some(begun) = self.given_up.take_if(|begun| begun.goes_on(bytes, now))
        {
            self.begin(begun.state);
            self.held = begun.held;
        }
        // A paste comes in bulk: a way out that comes alone was pressed.
        if self.state == State::Paste && matches!(bytes, [byte] if WAYS_OUT.contains(byte)) {
            self.give_up(take);
        }
        for byte in bytes {
            self.byte(*byte, take);
        }
    }

    /// Nothing more has come: what was begun has lost its end. What was pasted is kept.
    pub(super) fn give_up(&mut self, take: &mut impl FnMut(Event)) {
        let key = match self.state {
            State::Escape => Some(Event::Key(Key::Esc)),
            State::Control => sequence::unfinished(&self.held),
            State::Paste => {
                self.paste.give_up(self.last, take);
                None
            }
            _ => None,
        };
        key.into_iter().for_each(take);
        let state = std::mem::take(&mut self.state);
        self.given_up = Some(Unfinished { state, held: std::mem::take(&mut self.held), last: self.last });
    }

    fn byte(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        if self.state != State::Paste && WAYS_OUT.contains(&byte) {
            // A reply or sequence around it goes on: what follows in it was not pressed either.
            if !matches!(self.state, State::Reply | State::ReplyEscape | State::Control | State::Single) {
                self.state = State::Ground;
            }
            return pass_on(control(byte), take);
        }
        match self.state {
            State::Ground => self.ground(byte, take),
            State::Character => self.character(byte, take),
            State::Escape => self.escape(byte, take),
            State::EscapeSign if byte == ESC => self.state = State::Escape,
            State::EscapeSign if (0x20..0x30).contains(&byte) => {}
            State::EscapeSign => self.state = State::Ground,
            State::Control => self.control(byte, take),
            State::Single => self.single(byte, take),
            State::Console => self.console(byte, take),
            State::Click => self.click(byte, take),
            State::Reply => self.reply(byte),
            State::ReplyEscape => self.reply_escape(byte),
            State::Paste => {
                if self.paste.take_byte(byte, take) {
                    self.state = State::Ground;
                }
            }
        }
    }

    fn ground(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        match byte {
            ESC => self.begin(State::Escape),
            0x00..=0x1f | 0x7f => pass_on(control(byte), take),
            b' '..=b'~' => take(Event::Key(Key::Char(char::from(byte)))),
            0x80..=0x9f => self.introduced(byte - 0x40),
            0xc2..=0xf4 => self.begin_character(byte, false),
            // Never part of UTF-8, or not where it stands.
            _ => {}
        }
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.held.clear();
        (self.length, self.expected) = (0, 0);
    }

    fn begin_character(&mut self, byte: u8, alt: bool) {
        self.begin(State::Character);
        self.held.push(byte);
        self.alt = alt;
    }

    /// What Esc and a letter begin; one byte from 0x80 to 0x9f, or the character with that number, is the same.
    fn introduced(&mut self, letter: u8) {
        self.begin(match letter {
            b'[' => State::Control,
            b'O' => State::Single,
            b']' | b'P' | b'X' | b'^' | b'_' => State::Reply,
            // So is the one character after SS2.
            b' '..=b'/' | b'N' => State::EscapeSign,
            // A terminal sends Alt and a character so, and some send Option and a digit for what stands on that key:
            // where somebody types `#`, neither a 3 nor an Esc that closes the text may come of it.
            _ => State::Ground,
        });
    }

    fn character(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        self.held.push(byte);
        match std::str::from_utf8(&self.held) {
            Ok(text) => {
                let letter = text.chars().next().filter(|_| !self.alt);
                self.state = State::Ground;
                match letter {
                    Some('\u{80}'..='\u{9f}') => self.introduced(byte - 0x40),
                    Some(letter) => take(Event::Key(Key::Char(letter))),
                    None => {}
                }
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                self.state = State::Ground;
                self.byte(byte, take);
            }
        }
    }

    fn escape(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        match byte {
            // Esc, and at the same moment a key that is itself a sequence.
            ESC => take(Event::Key(Key::Esc)),
            0x80..=0x9f => self.introduced(byte - 0x40),
            0xc2..=0xf4 => self.begin_character(byte, true),
            _ => self.introduced(byte),
        }
    }

    fn control(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        match byte {
            ESC => self.begin(State::Escape),
            0x18 | 0x1a => self.state = State::Ground,
            b'[' if self.held.is_empty() => self.state = State::Console,
            b'M' if self.held.is_empty() => self.state = State::Click,
            // A longer one means nothing that is known here, and is read to its end all the same.
            b' '..=b'?' if self.held.len() < SHORT => self.held.push(byte),
            b'@'..=b'~' => {
                self.state = State::Ground;
                match (self.held.as_slice(), byte) {
                    (b"200", b'~') => {
                        self.state = State::Paste;
                        self.paste = Paste::default();
                    }
                    (b"201", b'~') => self.paste = Paste::default(),
                    (held, last) => sequence::event(held, last).into_iter().for_each(take),
                }
            }
            _ => {}
        }
    }

    fn single(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        match byte {
            ESC => self.begin(State::Escape),
            b'0'..=b';' => {}
            _ => {
                self.state = State::Ground;
                pass_on(sequence::single(byte), take);
            }
        }
    }

    fn console(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        self.state = if byte == ESC { State::Escape } else { State::Ground };
        pass_on(sequence::console(byte), take);
    }

    fn click(&mut self, byte: u8, take: &mut impl FnMut(Event)) {
        self.held.push(byte);
        if byte == ESC {
            self.begin(State::Escape);
        } else if byte < b' ' {
            self.state = State::Ground;
        } else if let [button, column, row] = self.held[..] {
            self.state = State::Ground;
            let place = |byte: u8| u32::from(byte.saturating_sub(b' '));
            sequence::click(place(button), place(column), place(row)).into_iter().for_each(take);
        }
    }

    fn reply(&mut self, byte: u8) {
        self.length += 1;
        let ends = matches!(byte, 0x07 | 0x18 | 0x1a) || byte == 0x9c && self.expected == 0;
        self.expected = match byte {
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            0x80..=0xbf => self.expected.saturating_sub(1),
            _ => 0,
        };
        if byte == ESC {
            self.state = State::ReplyEscape;
        } else if ends || self.length > LONGEST_REPLY {
            self.state = State::Ground;
        }
    }

    /// The reply is over, whether that was the first half of ST or a sequence of its own. A reply that is passed on
    /// within another has Esc twice; nobody pressed it.
    fn reply_escape(&mut self, byte: u8) {
        match byte {
            ESC => {}
            0x80..=0x9f => self.introduced(byte - 0x40),
            0xc2..=0xf4 => self.begin_character(byte, true),
            _ => self.introduced(byte),
        }
    }
}

/// The key of a byte below 0x20, or of 0x7f. Older terminals send 0x08 for Backspace.
fn control(byte: u8) -> Option<Key> {
    match byte {
        b'\r' => Some(Key::Enter),
        b'\t' => Some(Key::Tab),
        0x08 | 0x7f => Some(Key::Backspace),
        0x01..=0x1a => with_control(char::from(byte | 0x60)),
        _ => None,
    }
}

fn pass_on(key: Option<Key>, take: &mut impl FnMut(Event)) {
    key.map(Event::Key).into_iter().for_each(take);
}

#[cfg(test)]
mod tests;
