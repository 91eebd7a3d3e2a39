//! A key as the program understands it, whatever terminal it came from, and the name it goes by on screen.
//!
//! Terminals' own key types end at `terminal`; nothing here reads a device.

use std::fmt;

/// A key press. Releases never get this far, and Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character as typed: `4`, `n`, `N`, `?`.
    Char(char),
    /// Control and a lower-case letter.
    Ctrl(char),
    /// A function key, 1 to 12.
    F(u8),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    /// Page up: "back" on a presenter's remote.
    PageUp,
    /// Page down: "next" on a presenter's remote.
    PageDown,
    Enter,
    Tab,
    BackTab,
    Esc,
    Backspace,
    Delete,
}

impl Key {
    /// The key with a name, as [`Key`] is displayed; letters may be in either case.
    pub fn named(name: &str) -> Option<Self> {
        let mut letters = name.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Some(Self::Char(letter).folded());
        }
        let plain = NAMES.into_iter().map(|(key, _)| key);
        let mut all = plain.chain((1..=12).map(Self::F)).chain(('a'..='z').map(Self::Ctrl));
        all.find(|key| key.to_string().eq_ignore_ascii_case(name))
    }

    /// The key as commands see it: letters without their case.
    pub fn folded(self) -> Self {
        match self {
            Self::Char(letter) => Self::Char(letter.to_ascii_lowercase()),
            other => other,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(letter) if *letter != ' ' => write!(formatter, "{}", letter.to_ascii_uppercase()),
            Self::Ctrl(letter) => write!(formatter, "Ctrl+{}", letter.to_ascii_uppercase()),
            Self::F(number) => write!(formatter, "F{number}"),
            other => formatter.write_str(NAMES.iter().find(|(key, _)| key == other).map_or("", |(_, name)| name)),
        }
    }
}

/// The keys that are called neither by their letter nor by their number.
const NAMES: [(Key, &str); 15] = [
    (Key::Char(' '), "Space"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PgUp"),
    (Key::PageDown, "PgDn"),
    (Key::Enter, "Enter"),
    (Key::Tab, "Tab"),
    (Key::BackTab, "Shift+Tab"),
    (Key::Esc, "Esc"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Del"),
];

/// A button of a remote that can be taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    Next,
    Back,
    Blank,
}

impl Button {
    pub const ALL: [Self; 3] = [Self::Next, Self::Back, Self::Blank];

    /// The key that most remotes send for it.
    pub fn key(self) -> Key {
        match self {
            Self::Next => Key::PageDown,
            Self::Back => Key::PageUp,
            Self::Blank => Key::Char('.'),
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Back => "back",
            Self::Blank => "blank",
        }
    }
}
