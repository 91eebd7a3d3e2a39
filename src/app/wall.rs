//! The room's own windows: how many follow this one, and whether they show its page, the last one, or nothing.

use super::page::Next;
use super::{Cx, Key};
use jiff::Timestamp;
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WallWindow {
    pub columns: u16,
    pub rows: u16,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WallShows {
    /// The page that is open here, as far as it is the room's.
    #[default]
    Page,
    Frozen,
    /// A pause, since a time of day.
    Blank(String),
}

/// The walls, as this window knows of them.
#[derive(Clone, Debug, Default)]
pub struct Walls {
    pub windows: Vec<WallWindow>,
    pub shows: WallShows,
    /// When the last one came: for a moment each window says which it is.
    came: Option<Timestamp>,
}

/// For so long each window says which it is.
pub const SAYS_WHICH: Duration = Duration::from_secs(3);

impl Walls {
    /// Whether this is the facilitator's own window, since the room has another.
    pub fn are_there(&self) -> bool {
        !self.windows.is_empty()
    }

    /// Those for which a slide is turned now: a frozen or blank one does not go on.
    pub fn turning(&self) -> &[WallWindow] {
        if self.shows == WallShows::Page { &self.windows } else { &[] }
    }

    /// Until when this window says which it is, if it does.
    pub(crate) fn says_which(&self, now: Timestamp) -> Option<Timestamp> {
        let since = now.duration_since(self.came?).unsigned_abs();
        now.checked_add(SAYS_WHICH.checked_sub(since)?).ok().filter(|until| *until > now)
    }

    /// Which sizes they have: `60x17`.
    pub(crate) fn sizes(&self) -> Vec<String> {
        self.windows.iter().map(|WallWindow { columns, rows }| format!("{columns}x{rows}")).collect()
    }
}

impl Cx {
    /// Takes in which windows follow. The last that goes takes a freeze or pause with it: nobody would see it end.
    pub(super) fn walls_are(&mut self, windows: Vec<WallWindow>) -> Next {
        let before = self.walls.windows.len();
        self.walls.windows = windows;
        if !self.walls.are_there() {
            self.walls.shows = WallShows::Page;
        }
        match (before, self.walls.windows.len()) {
            (before, now) if now > before => {
                self.walls.came = Some(self.now.timestamp());
                self.say(crate::words::wall_came(&self.walls.sizes()))
            }
            (before, 0) if before > 0 => self.say(crate::words::WALL_WENT),
            _ => Next::Stay,
        }
    }

    /// Shows nothing on the wall, or its page again.
    pub(super) fn blank_wall(&mut self) -> Next {
        self.walls.shows = match self.walls.shows {
            WallShows::Blank(_) => WallShows::Page,
            _ => WallShows::Blank(self.clock()),
        };
        Next::Stay
    }

    /// Leaves on the wall what it shows, or lets it follow again.
    pub(super) fn freeze_wall(&mut self) -> Next {
        self.walls.shows = match self.walls.shows {
            WallShows::Frozen => WallShows::Page,
            _ => WallShows::Frozen,
        };
        Next::Stay
    }
}

/// Whether a key that was pressed in a window on the wall is meant for this one: a clicker's, and nothing else.
pub fn is_for_desk(key: Key) -> bool {
    matches!(key.folded(), Key::PageDown | Key::PageUp | Key::F(5) | Key::Esc | Key::Char('.' | 'b'))
}
