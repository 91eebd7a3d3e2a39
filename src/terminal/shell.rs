//! The loop: everything that waits through the app, then one draw; asleep until something happens.
//!
//! It decides nothing about keys and screens, and touches no file.

use super::effects::{Hands, Quit};
use super::event::{Cause, Event};
use super::farewell::Farewell;
use super::painter::Painter;
use super::writer::FrameSink;
use super::{First, Trouble};
use crate::app::{App, Msg, Screen};
use crate::ui::{self, Hits};
use jiff::Zoned;
use ratatui::Terminal;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// Events that are taken in before a frame is drawn all the same, so that the screen lives under a flood.
const MOST_AT_ONCE: usize = 4096;

/// How long the first frame waits for the session it is to show.
const FIRST_FRAME: Duration = Duration::from_millis(150);

/// Why the loop ended.
#[derive(Debug)]
pub(super) enum End {
    Quit,
    Asked(Cause),
}

/// The loop and what it holds.
pub(super) struct Shell<'run> {
    pub(super) app: &'run mut App,
    pub(super) hands: &'run mut Hands,
    pub(super) events: &'run Receiver<Event>,
    pub(super) farewell: &'run Farewell,
}

impl Shell<'_> {
    pub(super) fn run<Out: FrameSink>(
        &mut self,
        mut terminal: Terminal<Painter<Out>>,
        first: First,
    ) -> Result<End, Trouble> {
        self.hands.find_last();
        let shown = match first {
            First::StartPage => ControlFlow::Continue(()),
            First::Session(file) => self.hands.open(self.app, file),
            First::Demo => self.hands.open_demo(self.app),
        };
        if shown.is_break() {
            return Ok(End::Quit);
        }
        if let Some(end) = self.wait_for_first() {
            return Ok(end);
        }
        let mut hits = self.draw(&mut terminal)?;
        self.hands.begin();
        // Whether the next frame is to be drawn whole.
        let mut anew = false;
        loop {
            let first = self.wait();
            let queued = std::iter::from_fn(|| self.events.try_recv().ok()).take(MOST_AT_ONCE);
            for event in first.into_iter().chain(queued) {
                anew |= matches!(event, Event::Resized | Event::Continued);
                match event {
                    Event::Continued => self.farewell.door.enter_again(self.app.cx.mouse)?,
                    Event::End(cause) => return Ok(End::Asked(cause)),
                    event => {
                        if let ControlFlow::Break(Quit) = take(self.app, self.hands, &hits, event) {
                            return Ok(End::Quit);
                        }
                    }
                }
            }
            // A terminal that does not take what it was given keeps nobody from working: once it has, it gets the
            // newest state, and what is on it until then can be clicked.
            if terminal.backend().is_ready() {
                if std::mem::take(&mut anew) {
                    draw_anew(&mut terminal)?;
                }
                hits = self.draw(&mut terminal)?;
            }
        }
    }

    /// A disk that answers at once shows what was asked for in the first frame.
    fn wait_for_first(&mut self) -> Option<End> {
        let begun = Instant::now();
        while !self.hands.is_ready() {
            match self.events.recv_timeout(FIRST_FRAME.saturating_sub(begun.elapsed())) {
                Ok(Event::End(cause)) => return Some(End::Asked(cause)),
                Ok(event) => {
                    if let ControlFlow::Break(Quit) = take(self.app, self.hands, &Hits::default(), event) {
                        return Some(End::Quit);
                    }
                }
                Err(_) => return None,
            }
        }
        None
    }

    /// The next event; none when a minute has passed on a clock that is on screen, and then the app knows.
    fn wait(&mut self) -> Option<Event> {
        if !shows_time(self.app) {
            // Without senders nothing can ever come; the threads hold theirs as long as the program runs.
            return Some(self.events.recv().unwrap_or(Event::End(Cause::Deaf)));
        }
        match self.events.recv_timeout(until_next_minute(&Zoned::now())) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Disconnected) => Some(Event::End(Cause::Deaf)),
            Err(RecvTimeoutError::Timeout) => {
                // A tick asks for nothing outside.
                let _ = self.hands.tell(self.app, Msg::Tick);
                None
            }
        }
    }

    fn draw<Out: FrameSink>(&mut self, terminal: &mut Terminal<Painter<Out>>) -> Result<Hits, Trouble> {
        let mut hits = Hits::default();
        if let Some(name) = self.hands.opening() {
            self.app.cx.notice.get_or_insert_with(|| format!("Opening {name} ..."));
        }
        terminal.draw(|frame| hits = ui::draw(self.app, frame))?;
        Ok(hits)
    }
}

/// Lets the next frame be drawn whole. A window that grew small and large again has lost what stood at its edges, and
/// perhaps has the size that it had when it was last asked.
fn draw_anew<Out: FrameSink>(terminal: &mut Terminal<Painter<Out>>) -> Result<(), Trouble> {
    terminal.backend_mut().forget();
    terminal.clear()?;
    Ok(())
}

/// Lets the app take in an event.
pub(super) fn take(app: &mut App, hands: &mut Hands, hits: &Hits, event: Event) -> ControlFlow<Quit> {
    let msg = match event {
        Event::Key(key) => Msg::Key(key),
        Event::Paste(text) => Msg::Paste(text),
        Event::Press(column, row) => match hits.at(column, row) {
            Some(target) => Msg::Click(target),
            None => return ControlFlow::Continue(()),
        },
        Event::Wheel(down) => Msg::Wheel(down),
        Event::Resized => Msg::Resized,
        Event::Save(event) => return hands.saved(app, event),
        Event::Claimed(claimed) => return hands.claimed(app, *claimed),
        Event::Then(then) => return then.go_on(app, hands),
        Event::Told(msg) => *msg,
        Event::Failed(sentence) => Msg::Failed(sentence),
        Event::Line(_) | Event::NoMoreLines | Event::Drawn | Event::Continued | Event::End(_) => {
            return ControlFlow::Continue(());
        }
    };
    hands.tell(app, msg)
}

/// Whether minutes are on screen, or are being counted for a stage.
pub(super) fn shows_time(app: &App) -> bool {
    app.cx.workshop.is_some()
        && !matches!(
            app.screen,
            Screen::Start(_)
                | Screen::List
                | Screen::Compare(_)
                | Screen::Trend(_)
                | Screen::Versions(_)
                | Screen::Setup(_)
        )
}

pub(super) fn until_next_minute(now: &Zoned) -> Duration {
    let passed = u64::try_from(now.second()).unwrap_or(0);
    // A little late rather than a little early: the new minute must have begun.
    Duration::from_millis(60_000_u64.saturating_sub(passed * 1000) + 5)
}
