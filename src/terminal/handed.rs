//! What windows of one laptop hand to each other, as text that a person can open and read.

use crate::app::{Colours, ThemeName};
use crate::ui::{Picture, WallLook};
use serde::{Deserialize, Serialize};

/// What the first window hands over.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Handed {
    /// The open session's partnership; empty where none is open.
    pub(super) title: String,
    pub(super) session: String,
    /// The page for the room, as each kind of window that follows shows it.
    pub(super) pages: Vec<(Looks, Picture)>,
}

/// How a window on the wall can show a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Looks {
    pub(super) look: WallLook,
    /// Its own theme, where its terminal has too few colours for the first window's.
    pub(super) theme: Option<String>,
}

/// What a window on the wall says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) looks: Looks,
    /// The key of a clicker that was pressed there last, and which press it was.
    pub(super) key: Option<(u64, String)>,
}

impl Looks {
    pub(super) fn of(look: WallLook, colours: Colours, theme: ThemeName) -> Self {
        let theme = (colours != Colours::Indexed256).then(|| theme.key().to_owned());
        Self { look, theme }
    }

    /// The theme in which it is drawn where the first window has this one.
    pub(super) fn theme(&self, desk: ThemeName) -> ThemeName {
        self.theme.as_deref().and_then(ThemeName::from_key).unwrap_or(desk)
    }
}

pub(super) fn to_bytes(value: &impl Serialize) -> Vec<u8> {
    // Plain data is always text.
    serde_json::to_vec(value).unwrap_or_default()
}

/// What was handed over; nothing where another version of the program wrote something else.
pub(super) fn from_bytes<'text, T: Deserialize<'text>>(bytes: &'text [u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}
