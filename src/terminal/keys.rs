//! From the key events of every terminal to the keys that Plenary knows.
//!
//! Pure: one event in, at most two keys out. What a key means is the key table's business.

use crate::app::Key;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The keys that one event stands for: none, one, or two.
pub(super) type Keys = [Option<Key>; 2];

const NONE: Keys = [None, None];

/// The keys that an event stands for.
///
/// - Windows reports releases; they are dropped. Repeats of a held key are presses.
/// - Shift is part of a character already, and of nothing else but Shift+Tab.
/// - `AltGr` arrives as Control and Alt together and types its character.
/// - On Unix, Alt and a character is how "Esc, then the character" looks when both arrive at once,
///   so it is those two keys. Esc never loses anything, so a real Alt+letter does no harm.
pub(super) fn keys(event: &KeyEvent) -> Keys {
    keys_on(cfg!(unix), event)
}

fn keys_on(unix: bool, event: &KeyEvent) -> Keys {
    if event.kind == KeyEventKind::Release {
        return NONE;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    if let KeyCode::Char(letter) = event.code {
        return character(letter, control, alt, unix);
    }
    let key = match event.code {
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
        _ => return NONE,
    };
    // Keys that are one byte can follow Esc in the same way; arrows with Alt are arrows.
    let one_byte = matches!(key, Key::Enter | Key::Tab | Key::Backspace);
    if alt && unix && one_byte { [Some(Key::Esc), Some(key)] } else { [Some(key), None] }
}

fn character(letter: char, control: bool, alt: bool, unix: bool) -> Keys {
    match (control, alt) {
        _ if letter.is_control() => NONE,
        (false, false) | (true, true) => [Some(Key::Char(letter)), None],
        (true, false) if letter.is_ascii_alphabetic() => [Some(Key::Ctrl(letter.to_ascii_lowercase())), None],
        (false, true) if unix => [Some(Key::Esc), Some(Key::Char(letter))],
        (true, false) | (false, true) => NONE,
    }
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
    fn one_event_stands_for_these_keys() {
        let alt_gr = CONTROL | ALT;
        let cases: &[(&str, KeyCode, KeyModifiers, &[Key])] = &[
            ("a digit", Char('4'), PLAIN, &[Key::Char('4')]),
            ("a letter", Char('n'), PLAIN, &[Key::Char('n')]),
            ("a capital keeps its case", Char('N'), SHIFT, &[Key::Char('N')]),
            ("Shift is part of a sign", Char('?'), SHIFT, &[Key::Char('?')]),
            ("Caps Lock with Shift", Char('n'), SHIFT, &[Key::Char('n')]),
            ("a letter of another script", Char('ж'), PLAIN, &[Key::Char('ж')]),
            ("Control and a letter", Char('q'), CONTROL, &[Key::Ctrl('q')]),
            ("Control and a capital", Char('Q'), CONTROL | SHIFT, &[Key::Ctrl('q')]),
            ("Control and a digit is nothing", Char('4'), CONTROL, &[]),
            ("Control and Space is nothing", Char(' '), CONTROL, &[]),
            ("AltGr types", Char('@'), alt_gr, &[Key::Char('@')]),
            ("AltGr types letters too", Char('ł'), alt_gr, &[Key::Char('ł')]),
            ("AltGr with Shift", Char('€'), alt_gr | SHIFT, &[Key::Char('€')]),
            ("a raw control character", Char('\u{1b}'), PLAIN, &[]),
            ("Esc and a digit at once", Char('4'), ALT, &[Key::Esc, Key::Char('4')]),
            ("Esc and Enter at once", KeyCode::Enter, ALT, &[Key::Esc, Key::Enter]),
            ("Enter", KeyCode::Enter, PLAIN, &[Key::Enter]),
            ("Shift and Enter", KeyCode::Enter, SHIFT, &[Key::Enter]),
            ("Tab", KeyCode::Tab, PLAIN, &[Key::Tab]),
            ("Shift and Tab on Windows", KeyCode::Tab, SHIFT, &[Key::BackTab]),
            ("Shift and Tab on Unix", BackTab, SHIFT, &[Key::BackTab]),
            ("Shift and an arrow is the arrow", KeyCode::Left, SHIFT, &[Key::Left]),
            ("a remote's next", KeyCode::PageDown, PLAIN, &[Key::PageDown]),
            ("a remote's start", F(5), PLAIN, &[Key::F(5)]),
            ("a remote's other start", KeyCode::Esc, PLAIN, &[Key::Esc]),
            ("Alt and an arrow is the arrow", KeyCode::Left, ALT, &[Key::Left]),
            ("Alt and Esc is Esc once", KeyCode::Esc, ALT, &[Key::Esc]),
            ("F13 and up", F(13), PLAIN, &[]),
            ("Caps Lock alone", KeyCode::CapsLock, PLAIN, &[]),
            ("Insert", KeyCode::Insert, PLAIN, &[]),
            ("nothing", KeyCode::Null, PLAIN, &[]),
        ];
        for (name, code, modifiers, expected) in cases {
            let found: Vec<Key> = keys_on(true, &KeyEvent::new(*code, *modifiers)).into_iter().flatten().collect();
            assert_eq!(found, *expected, "{name}");
        }
    }

    #[test]
    fn a_release_is_dropped_and_a_repeat_is_a_press() {
        let event = |kind| KeyEvent::new_with_kind(Char('4'), PLAIN, kind);
        assert_eq!(keys(&event(KeyEventKind::Release)), NONE);
        assert_eq!(keys(&event(KeyEventKind::Press)), keys(&event(KeyEventKind::Repeat)));
    }

    #[test]
    fn windows_reports_alt_itself_and_it_types_nothing() {
        assert_eq!(keys_on(false, &KeyEvent::new(Char('f'), ALT)), NONE);
        assert_eq!(keys_on(false, &KeyEvent::new(Char('{'), CONTROL | ALT)), [Some(Key::Char('{')), None]);
        assert_eq!(keys_on(false, &KeyEvent::new(KeyCode::Enter, ALT)), [Some(Key::Enter), None]);
    }
}
