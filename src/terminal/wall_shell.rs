//! A window on the wall: it shows what the first window hands over, and passes on a clicker's keys. It holds no session.

use super::backend::DiffBackend;
use super::double_buffer::DoubleBuffer;
use super::error::Error;
use super::event::{Cause, Event};
use super::handed::{Handed, Looks, Said, from_bytes, to_bytes};
use super::panic_hook::PanicHook;
use super::{listen_to_keys, new_shutdown, signals, terminal_guard};
use crate::app::{Appearance, Key, SAYS_WHICH, is_for_desk};
use crate::store::{Home, OpenDesk, RealFiles, Wall, desks};
use crate::ui::{Picture, WallLook, draw_sign};
use crate::words::{WAITING, WALL};
use ratatui::backend::Backend;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How often it is looked for something new.
const LOOKS: Duration = Duration::from_millis(50);

/// How often it is looked whether the first window lives.
const CHECKS: Duration = Duration::from_secs(1);

/// A first window that is gone for so long is said to be waited for.
const GONE: Duration = Duration::from_secs(5);

/// Which first window lives, with its session.
pub(crate) struct FirstWindow {
    pub(crate) id: String,
    pub(crate) session: String,
    pub(crate) title: String,
}

/// The first windows that live on this laptop and have a session open.
pub(crate) fn first_windows(home: &Home) -> Vec<FirstWindow> {
    let window = |OpenDesk { id, handed }: OpenDesk| {
        let Handed { title, session, .. } = from_bytes(&handed)?;
        (!session.is_empty()).then_some(FirstWindow { id, session, title })
    };
    desks(&RealFiles, home).into_iter().filter_map(window).collect()
}

/// Follows a first window until this one is closed.
pub(crate) fn follow(home: Home, window: FirstWindow, appearance: Appearance) -> Result<(), Error> {
    let (sender, events) = channel();
    let files: super::Files = Arc::new(RealFiles);
    let out = terminal_guard::terminal_output()?;
    let shutdown = Arc::new(new_shutdown(&files, &home, &sender, out)?);
    let panics = PanicHook::install();
    signals::start(&sender, &shutdown, false)?;
    shutdown.guard.enter(false)?;
    let ended = panics.catch(|| {
        let screen = DoubleBuffer::new(DiffBackend::new(shutdown.guard.writer.clone()))?;
        listen_to_keys(sender).map_err(|error| Error::start(&error))?;
        let wall = Wall::follow(&files, &home, &window.id).map_err(|error| Error::start(&error))?;
        let now = Instant::now();
        let shell = WallShell {
            files,
            home,
            window,
            appearance,
            wall,
            screen,
            events: &events,
            key: None,
            last: Vec::new(),
            page: None,
            begun: now,
            seen: now,
            checked: now,
            signed: None,
        };
        shell.run()
    });
    let _ = shutdown.finish(super::conclusion::HURRY);
    shutdown.guard.leave();
    match ended {
        Ok(Some(cause)) => Err(Error::Ended(cause.code())),
        Ok(None) => Ok(()),
        Err(error) => Err(error),
    }
}

struct WallShell<'run, B: Backend> {
    files: super::Files,
    home: Home,
    window: FirstWindow,
    appearance: Appearance,
    wall: Wall,
    screen: DoubleBuffer<B>,
    events: &'run Receiver<Event>,
    /// How many keys were passed on, and the last of them.
    key: Option<(u64, String)>,
    /// What was handed over last, and the page in it.
    last: Vec<u8>,
    page: Option<Picture>,
    begun: Instant,
    /// When the first window was last known to live, and when that was looked at.
    seen: Instant,
    checked: Instant,
    /// What stands there instead of the page.
    signed: Option<&'static str>,
}

impl<B: Backend<Error = std::io::Error>> WallShell<'_, B> {
    /// Why it ended; nothing where it was closed by a key.
    fn run(mut self) -> Result<Option<Cause>, Error> {
        self.say()?;
        self.draw()?;
        loop {
            match self.events.recv_timeout(LOOKS) {
                Ok(Event::Key(Key::Ctrl('q' | 'c') | Key::Char('q' | 'Q'))) => return Ok(None),
                Ok(Event::Key(key)) if is_for_desk(key) => {
                    self.key = Some((self.key.as_ref().map_or(1, |(press, _)| press + 1), key.to_string()));
                    self.say()?;
                }
                Ok(Event::Resized | Event::Continued) => {
                    self.say()?;
                    self.screen.clear()?;
                    self.draw()?;
                }
                Ok(Event::End(cause)) => return Ok(Some(cause)),
                Err(RecvTimeoutError::Disconnected) => return Ok(Some(Cause::InputClosed)),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            }
            self.look()?;
        }
    }

    /// Takes in what is new of the first window.
    fn look(&mut self) -> Result<(), Error> {
        if self.checked.elapsed() >= CHECKS {
            self.checked = Instant::now();
            if self.wall.is_followed() || self.finds_again() {
                self.seen = Instant::now();
            }
        }
        let sign = self.sign();
        // A file that cannot be read just now is read at the next look.
        if let Some(bytes) = self.wall.look()
            && bytes != self.last
        {
            let looks = self.looks()?;
            let handed: Option<Handed> = from_bytes(&bytes);
            let mine = handed.and_then(|handed| handed.pages.into_iter().find(|(known, _)| *known == looks));
            self.last = bytes;
            // Of a page that is not for this size, or for nobody, the last one stays.
            if let Some((_, page)) = mine {
                self.page = Some(page);
                return self.draw();
            }
        }
        if sign == self.signed { Ok(()) } else { self.draw() }
    }

    /// Whether the session is open in another first window now, as after a restart.
    fn finds_again(&mut self) -> bool {
        let again = first_windows(&self.home).into_iter().find(|one| one.session == self.window.session);
        let Some(again) = again else { return false };
        let Ok(wall) = Wall::follow(&self.files, &self.home, &again.id) else { return false };
        (self.wall, self.window, self.last) = (wall, again, Vec::new());
        self.say().is_ok()
    }

    /// What stands there instead of the page.
    fn sign(&self) -> Option<&'static str> {
        if self.begun.elapsed() < SAYS_WHICH {
            return Some(WALL);
        }
        let is_gone = self.seen.elapsed() > GONE;
        (is_gone || self.page.is_none()).then_some(WAITING)
    }

    fn looks(&self) -> Result<Looks, Error> {
        let size = self.screen.backend().size()?;
        let look = WallLook { size: (size.width, size.height), ascii: self.appearance.ascii };
        Ok(Looks::of(look, self.appearance.colours, self.appearance.theme))
    }

    /// Says which size this window has, and which key was pressed.
    fn say(&mut self) -> Result<(), Error> {
        let said = Said { looks: self.looks()?, key: self.key.clone() };
        // A place that takes nothing just now is told at the next key.
        let _ = self.wall.say(&to_bytes(&said));
        Ok(())
    }

    fn draw(&mut self) -> Result<(), Error> {
        self.signed = self.sign();
        let (sign, page, theme) = (self.signed, &self.page, self.appearance.theme);
        self.screen.draw(|buffer| {
            match (sign, page) {
                (None, Some(page)) => page.paint(buffer),
                (sign, _) => draw_sign(sign.unwrap_or(WAITING), theme, buffer),
            }
            None
        })?;
        Ok(())
    }
}
