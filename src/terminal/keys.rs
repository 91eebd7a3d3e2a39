//! From the key events of a Windows console to the keys that Plenary knows; elsewhere keys come as bytes, and
//! [`super::decode`] reads them.
//!
//! Pure: one event in, at most one key out. What a key means is the key table's business.

use crate::app::Key;
#[cfg(any(windows, test))]
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Control and a character. Older terminals send Control and H for Backspace, so it is nothing else anywhere.
pub(super) fn with_control(letter: char) -> Option<Key> {
    match letter.to_ascii_lowercase() {
        'h' => Some(Key::Backspace),
        letter => letter.is_ascii_alphabetic().then_some(Key::Ctrl(letter)),
    }
}

/// The key that an event stands for.
///
/// - Windows reports releases; they are dropped. Repeats of a held key are presses.
/// - Shift is part of a character already, and of nothing else but Shift+Tab.
/// - `AltGr` arrives as Control and Alt together and types its character.
#[cfg(any(windows, test))]
pub(super) fn key(event: &KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(match event.code {
        KeyCode::Char(letter) if letter.is_control() => return None,
        KeyCode::Char(letter) if control == alt => Key::Char(letter),
        KeyCode::Char(letter) if control => return with_control(letter),
        KeyCode::F(number @ 1..=12) => Key::F(number),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Enter => Key::Enter,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use KeyCode::{BackTab, Char, F};

    const PLAIN: KeyModifiers = KeyModifiers::NONE;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
    const ALT: KeyModifiers = KeyModifiers::ALT;

    #[test]
    fn one_event_stands_for_one_key_or_none() {
        let alt_gr = CONTROL | ALT;
        let cases: &[(&str, KeyCode, KeyModifiers, Option<Key>)] = &[
            ("a digit", Char('4'), PLAIN, Some(Key::Char('4'))),
            ("a letter", Char('n'), PLAIN, Some(Key::Char('n'))),
            ("a capital keeps its case", Char('N'), SHIFT, Some(Key::Char('N'))),
            ("Shift is part of a sign", Char('?'), SHIFT, Some(Key::Char('?'))),
            ("Caps Lock with Shift", Char('n'), SHIFT, Some(Key::Char('n'))),
            ("a letter of another script", Char('ж'), PLAIN, Some(Key::Char('ж'))),
            ("Control and a letter", Char('q'), CONTROL, Some(Key::Ctrl('q'))),
            ("Control and a capital", Char('Q'), CONTROL | SHIFT, Some(Key::Ctrl('q'))),
            ("Control and H", Char('h'), CONTROL, Some(Key::Backspace)),
            ("Control and a digit is nothing", Char('4'), CONTROL, None),
            ("Control and Space is nothing", Char(' '), CONTROL, None),
            ("AltGr types", Char('@'), alt_gr, Some(Key::Char('@'))),
            ("AltGr types letters too", Char('ł'), alt_gr, Some(Key::Char('ł'))),
            ("AltGr with Shift", Char('€'), alt_gr | SHIFT, Some(Key::Char('€'))),
            ("a raw control character", Char('\u{1b}'), PLAIN, None),
            ("Alt and a digit is nothing", Char('4'), ALT, None),
            ("Alt and a letter is nothing", Char('f'), ALT, None),
            ("Alt and Enter", KeyCode::Enter, ALT, Some(Key::Enter)),
            ("Enter", KeyCode::Enter, PLAIN, Some(Key::Enter)),
            ("Shift and Enter", KeyCode::Enter, SHIFT, Some(Key::Enter)),
            ("Control and Backspace", KeyCode::Backspace, CONTROL, Some(Key::Backspace)),
            ("Tab", KeyCode::Tab, PLAIN, Some(Key::Tab)),
            ("Shift and Tab on Windows", KeyCode::Tab, SHIFT, Some(Key::BackTab)),
            ("Shift and Tab elsewhere", BackTab, SHIFT, Some(Key::BackTab)),
            ("Shift and an arrow is the arrow", KeyCode::Left, SHIFT, Some(Key::Left)),
            ("a remote's next", KeyCode::PageDown, PLAIN, Some(Key::PageDown)),
            ("a remote's start", F(5), PLAIN, Some(Key::F(5))),
            ("a remote's other start", KeyCode::Esc, PLAIN, Some(Key::Esc)),
            ("Alt and an arrow is the arrow", KeyCode::Left, ALT, Some(Key::Left)),
            ("Alt and Esc is Esc once", KeyCode::Esc, ALT, Some(Key::Esc)),
            ("F13 and up", F(13), PLAIN, None),
            ("Caps Lock alone", KeyCode::CapsLock, PLAIN, None),
            ("Insert", KeyCode::Insert, PLAIN, None),
            ("nothing", KeyCode::Null, PLAIN, None),
        ];
        for (name, code, modifiers, expected) in cases {
            assert_eq!(key(&KeyEvent::new(*code, *modifiers)), *expected, "{name}");
        }
    }

    #[test]
    fn a_release_is_dropped_and_a_repeat_is_a_press() {
        let event = |kind| KeyEvent::new_with_kind(Char('4'), PLAIN, kind);
        assert_eq!(key(&event(KeyEventKind::Release)), None);
        assert_eq!(key(&event(KeyEventKind::Press)), key(&event(KeyEventKind::Repeat)));
    }
}
