//! The windows on the wall that follow this one. A thread of its own finds them, hears their clickers and hands them
//! their page: whatever the folder does in which they meet, nobody who works here waits for it.
//!
//! What of a page is the room's is decided by [`Public`].

use super::event::Event;
use super::handed::{Handed, Looks, Said, from_bytes, to_bytes};
use super::shutdown::Files;
use crate::app::{App, Key, Msg, PageStart, Public, WallWindow, is_for_desk};
use crate::store::{Desk, Home};
use crate::ui::{self, draw_for_wall};
use crate::view::view_public;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often it is looked whether a window follows.
const SELDOM: Duration = Duration::from_secs(1);

/// The same while one does: a clicker is in its window.
const OFTEN: Duration = Duration::from_millis(50);

/// The loop's side.
#[derive(Default)]
pub(super) struct Walls {
    /// The way to the thread and its end; none before the first frame.
    thread: Option<(Sender<Vec<u8>>, Receiver<()>)>,
    windows: Vec<Looks>,
    /// The id of the session that was handed over last.
    session: String,
    /// What the room may see of it, as it last could.
    public: Option<Public>,
    /// Whether there are other windows than when that was drawn.
    is_due: bool,
    /// What was handed over last.
    last: Vec<u8>,
}

impl Walls {
    /// From now on windows can follow this one.
    pub(super) fn begin(&mut self, files: &Files, home: &Home, events: &Sender<Event>) {
        let ((pass, received), (end, ended)) = (channel(), channel());
        let (files, home, events) = (Arc::clone(files), home.clone(), events.clone());
        let work = move || {
            // Without a place for it, and after a fault, the program is what it is without a wall.
            let _ = catch_unwind(AssertUnwindSafe(|| {
                if let Ok(desk) = Desk::open(&files, &home) {
                    Link::new(desk, events).run(&received);
                }
            }));
            drop(end);
        };
        self.thread = thread::Builder::new().name("walls".into()).spawn(work).ok().map(|_| (pass, ended));
    }

    /// Takes in which windows follow now; what the app is to know of them.
    pub(super) fn follow(&mut self, windows: Vec<Looks>) -> Msg {
        let size = |looks: &Looks| WallWindow { columns: looks.look.size.0, rows: looks.look.size.1 };
        let msg = Msg::Walls(windows.iter().map(size).collect());
        (self.windows, self.is_due) = (windows, true);
        msg
    }

    /// Hands over what the room may see now; where nothing that is open is for it, what it saw last stays.
    pub(super) fn hand_over(&mut self, app: &App) {
        let Some((pass, _)) = &self.thread else { return };
        let session = app.cx.workshop.as_ref().map(|workshop| &workshop.session);
        let (title, id) = session.map_or(Default::default(), |session| (session.described(), session.id.clone()));
        let mut handed = Handed { title, session: id, pages: Vec::new() };
        if handed.session != self.session || self.windows.is_empty() {
            (self.public, self.is_due) = (None, true);
            self.session.clone_from(&handed.session);
        }
        match (!self.windows.is_empty()).then(|| Public::of(app)).flatten() {
            Some(public) => self.public = Some(public),
            None if !self.is_due => return,
            None => {}
        }
        self.is_due = false;
        if let Some(public) = &self.public {
            let view = view_public(public);
            for looks in &self.windows {
                if handed.pages.iter().all(|(known, _)| known != looks) {
                    let picture = draw_for_wall(&view, looks.theme(app.cx.theme), looks.look);
                    handed.pages.push((looks.clone(), picture));
                }
            }
        }
        let bytes = to_bytes(&handed);
        if bytes != self.last {
            // Without its thread there is nobody who follows.
            let _ = pass.send(bytes.clone());
            self.last = bytes;
        }
    }

    /// Lets the thread take its files away, and waits for it at most so long.
    pub(super) fn finish(self, patience: Duration) {
        if let Some((pass, ended)) = self.thread {
            drop(pass);
            let _ = ended.recv_timeout(patience);
        }
    }
}

/// Where the pages of a slide begin in each window on the wall that it is turned for; none where there is no such window.
pub(super) fn pages_on_walls(app: &App) -> Vec<Vec<PageStart>> {
    let windows = app.cx.walls.turning();
    let Some(public) = (!windows.is_empty()).then(|| Public::of(app)).flatten() else { return Vec::new() };
    let view = view_public(&public);
    windows.iter().map(|window| ui::pages(&view, window.columns, window.rows)).collect()
}

/// The thread's side.
struct Link {
    desk: Desk,
    /// The windows that follow, by name, and what each last said of itself.
    said: Vec<(String, Vec<u8>)>,
    windows: Vec<Looks>,
    /// The last press of each window that was heard.
    heard: BTreeMap<String, u64>,
    events: Sender<Event>,
}

impl Link {
    fn new(desk: Desk, events: Sender<Event>) -> Self {
        Self { desk, said: Vec::new(), windows: Vec::new(), heard: BTreeMap::new(), events }
    }

    /// Hands over and looks, until the loop ends.
    fn run(mut self, received: &Receiver<Vec<u8>>) {
        let (mut looked, mut listened): (Option<Instant>, _) = (None, Instant::now());
        loop {
            let until = |last: Instant, often: Duration| often.saturating_sub(last.elapsed());
            let look = looked.map_or(Duration::ZERO, |looked| until(looked, SELDOM));
            let patience = if self.said.is_empty() { look } else { look.min(until(listened, OFTEN)) };
            match received.recv_timeout(patience) {
                Ok(bytes) => {
                    let newest = received.try_iter().last().unwrap_or(bytes);
                    // A disk that is full keeps the wall as it was; the session says so itself.
                    let _ = self.desk.hand_over(&newest);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            // Whatever it woke for.
            listened = Instant::now();
            if looked.is_none_or(|looked| looked.elapsed() >= SELDOM) || self.is_something_said() {
                looked = Some(listened);
                self.look();
            }
        }
    }

    /// Whether a window that is known has said something, or has ended: that is cheap, and all that is worth asking often.
    fn is_something_said(&self) -> bool {
        self.said.iter().any(|(wall, last)| self.desk.said(wall).as_ref() != Some(last))
    }

    /// Looks which windows follow, and tells what is new of them.
    fn look(&mut self) {
        // A folder that cannot be read just now tells nothing.
        let Ok(walls) = self.desk.walls() else { return };
        self.said = walls.into_iter().map(|wall| (wall.name, wall.said)).collect();
        let said = self.said.iter().filter_map(|(wall, said)| Some((wall.clone(), from_bytes(said)?)));
        let said: Vec<(String, Said)> = said.collect();
        let windows: Vec<Looks> = said.iter().map(|(_, said)| said.looks.clone()).collect();
        if windows != self.windows {
            self.windows.clone_from(&windows);
            let _ = self.events.send(Event::Walls(windows));
        }
        for (wall, Said { key, .. }) in said {
            let Some((press, name)) = key else { continue };
            let is_new = self.heard.insert(wall, press) != Some(press);
            if let Some(key) = Key::named(&name).filter(|key| is_new && is_for_desk(*key)) {
                // Nobody listens any more once the loop has ended.
                let _ = self.events.send(Event::Told(Box::new(Msg::Key(key))));
            }
        }
    }
}
