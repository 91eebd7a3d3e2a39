//! What the loop of the screen and the loop of lines share: the app, its effects, the events, and the clock's minutes.

use super::effect_runner::{EffectRunner, Quit};
use super::event::{Cause, Event};
use super::launch::First;
use crate::app::{App, Msg, Screen};
use crate::ui::Hits;
use jiff::{Timestamp, Zoned};
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

#[derive(Debug)]
pub(super) enum End {
    Quit,
    Asked(Cause),
}

pub(super) struct EventLoop<'run> {
    pub(super) app: &'run mut App,
    pub(super) runner: &'run mut EffectRunner,
    pub(super) events: &'run Receiver<Event>,
}

impl EventLoop<'_> {
    pub(super) fn start(&mut self, first: First) -> ControlFlow<Quit> {
        self.runner.find_last();
        match first {
            First::StartPage => {}
            First::Session(file) => return self.runner.open(self.app, file),
            First::Demo { coached } => {
                if coached {
                    self.app.cx.rehearse();
                }
                self.runner.open_demo(self.app);
            }
        }
        ControlFlow::Continue(())
    }

    /// The next event; none when a minute has passed on a clock that is in sight, or as long as is waited at most, and
    /// then the app knows.
    pub(super) fn wait(&mut self, longest: Option<Duration>) -> Option<Event> {
        let minute = shows_time(self.app).then(|| until_next_minute(&Zoned::now()));
        let due = self.app.due().map(until);
        let Some(patience) = minute.into_iter().chain(longest).chain(due).min() else {
            // Without senders nothing can ever come; the threads hold theirs as long as the program runs.
            return Some(self.events.recv().unwrap_or(Event::End(Cause::InputClosed)));
        };
        match self.events.recv_timeout(patience) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Disconnected) => Some(Event::End(Cause::InputClosed)),
            // What comes of this may go outside.
            Err(RecvTimeoutError::Timeout) if due == Some(patience) => Some(Event::Told(Box::new(Msg::Tick))),
            Err(RecvTimeoutError::Timeout) => {
                // A tick asks for nothing outside.
                let _ = self.runner.tell(self.app, Msg::Tick);
                None
            }
        }
    }

    /// Lets the app do before a frame what is due by now: what is done once for many events.
    pub(super) fn catch_up(&mut self) -> ControlFlow<Quit> {
        match self.app.due() {
            Some(due) if due <= Timestamp::now() => self.runner.tell(self.app, Msg::Tick),
            _ => ControlFlow::Continue(()),
        }
    }

    /// Lets the app take in an event; whether that was the answer that was awaited.
    pub(super) fn take(&mut self, hits: &Hits, event: Event) -> ControlFlow<Quit, bool> {
        let msg = match event {
            Event::Key(key) => Msg::Key(key),
            Event::Paste(text) => Msg::Paste(text),
            Event::Press(column, row) => match hits.at(column, row) {
                Some(target) => Msg::Click(target),
                None => return ControlFlow::Continue(false),
            },
            Event::Wheel(down) => Msg::Wheel(down),
            Event::Resized => Msg::Resized,
            Event::Save(event) => return self.runner.saved(self.app, event).map_continue(|()| false),
            Event::Completed => return self.runner.complete(self.app),
            Event::Walls(windows) => self.runner.walls.follow(windows),
            Event::Told(msg) => *msg,
            Event::Line(_) | Event::Eof | Event::Drawn | Event::Continued | Event::End(_) => {
                return ControlFlow::Continue(false);
            }
        };
        self.runner.tell(self.app, msg).map_continue(|()| false)
    }
}

/// Whether minutes are on screen, or are being counted for a stage.
fn shows_time(app: &App) -> bool {
    app.cx.workshop.is_some()
        && !matches!(
            app.screen,
            Screen::Start(_)
                | Screen::List(_)
                | Screen::Compare(_)
                | Screen::Trend(_)
                | Screen::Versions(_)
                | Screen::Setup(_)
        )
}

fn until(due: Timestamp) -> Duration {
    Duration::try_from(due.duration_since(Timestamp::now())).unwrap_or_default()
}

fn until_next_minute(now: &Zoned) -> Duration {
    let passed = u64::try_from(now.second()).unwrap_or(0);
    // A little late rather than a little early: the new minute must have begun.
    Duration::from_millis(60_000_u64.saturating_sub(passed * 1000) + 5)
}
