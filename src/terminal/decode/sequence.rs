//! What a whole sequence means: a key, a click, or nothing.
//!
//! It knows the keys of xterm, rxvt, `PuTTY`, tmux, the Linux console and the kitty protocol, and drops whatever it does
//! not know. Whatever has a private sign in it (`?`, `>`, `=`) is a report and no key.

use super::super::event::Event;
use super::super::keys::with_control;
use crate::app::Key;

/// The modifiers of a sequence, as bits: the number in it, less one.
#[derive(Clone, Copy, Default)]
struct Modifiers(u32);

impl Modifiers {
    fn read(field: &str) -> Self {
        Self(number(field).unwrap_or(1).saturating_sub(1))
    }

    fn shift(self) -> bool {
        self.0 & 1 != 0
    }

    fn control(self) -> bool {
        self.0 & 4 != 0
    }

    /// Alt, or one of the keys that few keyboards have: with a character they mean nothing here.
    fn others(self) -> bool {
        self.0 & (2 | 8 | 16 | 32) != 0
    }
}

/// What `CSI`, these parameters and this last byte mean.
pub(super) fn event(parameters: &[u8], last: u8) -> Option<Event> {
    let text = std::str::from_utf8(parameters).ok()?;
    if let Some(report) = text.strip_prefix('<') {
        let mut numbers = report.split(';').map(number);
        // A release ends in a small m.
        let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
        return if last == b'M' { click(button, column, row) } else { None };
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b':')) {
        return None;
    }
    let fields: Vec<&str> = text.split(';').collect();
    // The kitty protocol reports releases, too.
    if fields.get(1).is_some_and(|field| field.split(':').nth(1) == Some("3")) {
        return None;
    }
    let key = match (last, fields.as_slice()) {
        (b'M', [button, column, row]) => {
            return click(number(button)?.checked_sub(32)?, number(column)?, number(row)?);
        }
        (b'u', [code]) => typed(code, Modifiers::default()),
        (b'u', [code, modifiers, ..]) | (b'~', ["27", modifiers, code]) => typed(code, Modifiers::read(modifiers)),
        (b'~', [code] | [code, _]) | (b'^' | b'@', [code]) => numbered(code),
        (_, [_] | ["" | "1", _]) => lettered(last),
        _ => None,
    };
    key.map(Event::Key)
}

/// What `CSI` and these parameters mean where nothing follows: rxvt ends a key with Shift in `$`, which no sequence
/// ends in.
pub(super) fn unfinished(parameters: &[u8]) -> Option<Event> {
    let code = std::str::from_utf8(parameters.strip_suffix(b"$")?).ok()?;
    numbered(code).map(Event::Key)
}

/// What `SS3` and this byte mean.
pub(super) fn single(byte: u8) -> Option<Key> {
    match byte {
        b'R' => Some(Key::F(3)),
        b'a'..=b'd' => lettered(byte.to_ascii_uppercase()),
        byte => lettered(byte),
    }
}

/// What `CSI [` and this byte mean.
pub(super) fn console(byte: u8) -> Option<Key> {
    (b'A'..=b'E').contains(&byte).then(|| Key::F(byte - b'A' + 1))
}

/// A press of the left button or a turn of the wheel, at a place counted from 1.
pub(super) fn click(button: u32, column: u32, row: u32) -> Option<Event> {
    let place = |place: u32| u16::try_from(place.saturating_sub(1)).unwrap_or(u16::MAX);
    // Shift, Alt and Control, which change nothing.
    match button & !(4 | 8 | 16) {
        0 => Some(Event::Press(place(column), place(row))),
        64 => Some(Event::Wheel(false)),
        65 => Some(Event::Wheel(true)),
        _ => None,
    }
}

/// The number in a field, before what the kitty protocol adds to it.
fn number(field: &str) -> Option<u32> {
    field.split(':').next()?.parse().ok()
}

/// A key that a letter stands for. An R is the place of the cursor, not F3.
fn lettered(letter: u8) -> Option<Key> {
    Some(match letter {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'Z' => Key::BackTab,
        b'P' => Key::F(1),
        b'Q' => Key::F(2),
        b'S' => Key::F(4),
        _ => return None,
    })
}

/// A key that a number stands for.
fn numbered(code: &str) -> Option<Key> {
    Some(match code.parse::<u8>().ok()? {
        1 | 7 => Key::Home,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        code @ 11..=15 => Key::F(code - 10),
        code @ 17..=21 => Key::F(code - 11),
        code @ 23..=24 => Key::F(code - 12),
        _ => return None,
    })
}

/// A key by the number of its character, as the kitty protocol and xterm's other keys tell it.
fn typed(code: &str, modifiers: Modifiers) -> Option<Key> {
    const KEYPAD: [char; 18] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '/', '*', '-', '+', '\r', '=', ','];
    let shifted = code.split(':').nth(1).filter(|_| modifiers.shift()).and_then(|shifted| shifted.parse().ok());
    let letter = match number(code)? {
        code @ 57399..=57416 => KEYPAD[usize::try_from(code - 57399).ok()?],
        57417 => return Some(Key::Left),
        57418 => return Some(Key::Right),
        57419 => return Some(Key::Up),
        57420 => return Some(Key::Down),
        57421 => return Some(Key::PageUp),
        57422 => return Some(Key::PageDown),
        57423 => return Some(Key::Home),
        57424 => return Some(Key::End),
        57426 => return Some(Key::Delete),
        // The numbers of keys that type nothing.
        57344..=63743 => return None,
        27 => return Some(Key::Esc),
        code => char::from_u32(shifted.unwrap_or(code))?,
    };
    match letter {
        _ if modifiers.others() => None,
        '\r' => Some(Key::Enter),
        '\t' if modifiers.shift() => Some(Key::BackTab),
        '\t' => Some(Key::Tab),
        '\u{8}' | '\u{7f}' => Some(Key::Backspace),
        letter if letter.is_control() => None,
        letter if modifiers.control() => with_control(letter),
        letter if modifiers.shift() => Some(Key::Char(letter.to_uppercase().next().unwrap_or(letter))),
        letter => Some(Key::Char(letter)),
    }
}
