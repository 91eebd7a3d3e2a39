//! The windows on the wall that follow this one: finding them, hearing their clickers, and handing them their page.
//!
//! What of a page is the room's is decided by [`Public`].

use super::handed::{Handed, Looks, Said, from_bytes, to_bytes};
use super::shutdown::Files;
use crate::app::{App, Key, Msg, Public, WallWindow, is_for_desk};
use crate::store::{Desk, Home};
use crate::ui::draw_for_wall;
use crate::view::view_public;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How often it is looked whether a window follows.
const SELDOM: Duration = Duration::from_secs(1);

/// The same while one does: a clicker is in its window.
const OFTEN: Duration = Duration::from_millis(50);

/// For so long each window says which it is.
pub(super) const SAYS_WHICH: Duration = Duration::from_secs(3);

#[derive(Default)]
pub(super) struct Walls {
    /// Where pages are handed over; none before the first frame, and where this laptop has no place for it.
    desk: Option<Desk>,
    windows: Vec<Looks>,
    /// The last press of each window that was heard.
    heard: BTreeMap<String, u64>,
    looked: Option<Instant>,
    /// When the last one came: a moment later its page is drawn.
    came: Option<Instant>,
    /// What the room may see, as it last could.
    public: Option<Public>,
}

impl Walls {
    /// From now on windows can follow this one.
    pub(super) fn begin(&mut self, files: &Files, home: &Home) {
        // Without a place for it the program is what it is without a wall.
        self.desk = Desk::open(files, home).ok();
    }

    /// How long until it is to be looked again.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.desk.as_ref()?;
        let often = if self.windows.is_empty() { SELDOM } else { OFTEN };
        Some(self.looked.map_or(Duration::ZERO, |at| often.saturating_sub(at.elapsed())))
    }

    /// Looks which windows follow; what is new of them.
    pub(super) fn look(&mut self) -> Vec<Msg> {
        self.looked = Some(Instant::now());
        let Some(desk) = &self.desk else { return Vec::new() };
        // A folder that cannot be read just now tells nothing.
        let Ok(walls) = desk.walls() else { return Vec::new() };
        let said: Vec<(String, Said)> =
            walls.into_iter().filter_map(|(wall, bytes)| Some((wall, from_bytes(&bytes)?))).collect();
        let mut news = Vec::new();
        let windows: Vec<Looks> = said.iter().map(|(_, said)| said.looks.clone()).collect();
        if windows != self.windows {
            let size = |looks: &Looks| WallWindow { columns: looks.look.size.0, rows: looks.look.size.1 };
            news.push(Msg::Walls(windows.iter().map(size).collect()));
            self.came = (windows.len() > self.windows.len()).then(Instant::now).or(self.came);
            self.windows = windows;
        }
        if self.came.is_some_and(|came| came.elapsed() >= SAYS_WHICH) {
            self.came = None;
            news.push(Msg::Tick);
        }
        for (wall, Said { key, .. }) in said {
            let Some((press, name)) = key else { continue };
            let is_new = self.heard.insert(wall, press) != Some(press);
            news.extend(Key::named(&name).filter(|key| is_new && is_for_desk(*key)).map(Msg::Key));
        }
        news
    }

    /// Hands over what the room may see now; where nothing that is open is for it, what it saw last stays.
    pub(super) fn hand_over(&mut self, app: &App) {
        let Some(desk) = &mut self.desk else { return };
        let session = app.cx.workshop.as_ref().map(|workshop| &workshop.session);
        let (title, id) = session.map_or(Default::default(), |session| (session.described(), session.id.clone()));
        let mut handed = Handed { title, session: id, pages: Vec::new() };
        if session.is_none() || self.windows.is_empty() {
            self.public = None;
        } else {
            self.public = Public::of(app).or(self.public.take());
        }
        if let Some(public) = &self.public {
            let view = view_public(public);
            for looks in &self.windows {
                if handed.pages.iter().all(|(known, _)| known != looks) {
                    let picture = draw_for_wall(&view, looks.theme(app.cx.theme), looks.look);
                    handed.pages.push((looks.clone(), picture));
                }
            }
        }
        // A disk that is full keeps the wall as it was; the session says so itself.
        let _ = desk.hand_over(&to_bytes(&handed));
    }
}
