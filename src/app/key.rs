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
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up: "back" on a presenter's remote.
    PageUp,
    /// Page down: "next" on a presenter's remote.
    PageDown,
    /// Enter.
    Enter,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
}

impl Key {
    /// The key with a name, as [`Key`] is displayed; letters may be in either case.
    pub fn named(name: &str) -> Option<Self> {
        let mut letters = name.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Some(Self::Char(letter).folded());
        }
        let plain = [
            Self::Char(' '),
            Self::Up,
            Self::Down,
            Self::Left,
            Self::Right,
            Self::Home,
            Self::End,
            Self::PageUp,
            Self::PageDown,
            Self::Enter,
            Self::Tab,
            Self::BackTab,
            Self::Esc,
            Self::Backspace,
            Self::Delete,
        ];
        let mut all = plain.into_iter().chain((1..=12).map(Self::F)).chain(('a'..='z').map(Self::Ctrl));
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
        let name = match self {
            Self::Char(' ') => "Space",
            Self::Char(letter) => return write!(formatter, "{}", letter.to_ascii_uppercase()),
            Self::Ctrl(letter) => return write!(formatter, "Ctrl+{}", letter.to_ascii_uppercase()),
            Self::F(number) => return write!(formatter, "F{number}"),
            Self::Up => "Up",
            Self::Down => "Down",
            Self::Left => "Left",
            Self::Right => "Right",
            Self::Home => "Home",
            Self::End => "End",
            Self::PageUp => "PgUp",
            Self::PageDown => "PgDn",
            Self::Enter => "Enter",
            Self::Tab => "Tab",
            Self::BackTab => "Shift+Tab",
            Self::Esc => "Esc",
            Self::Backspace => "Backspace",
            Self::Delete => "Del",
        };
        formatter.write_str(name)
    }
}

/// A button of a remote that can be taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The next thing.
    Next,
    /// The thing before.
    Back,
    /// A blank screen.
    Blank,
}

impl Button {
    /// Every button.
    pub const ALL: [Self; 3] = [Self::Next, Self::Back, Self::Blank];

    /// The key that most remotes send for it.
    pub fn key(self) -> Key {
        match self {
            Self::Next => Key::PageDown,
            Self::Back => Key::PageUp,
            Self::Blank => Key::Char('.'),
        }
    }

    /// Its name on screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Back => "back",
            Self::Blank => "blank",
        }
    }
}
