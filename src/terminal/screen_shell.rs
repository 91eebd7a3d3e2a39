//! The loop that draws: everything that waits through the app, then one frame; asleep until something happens.
//!
//! It decides nothing about keys and screens, and touches no file.

use super::backend::DiffBackend;
use super::double_buffer::DoubleBuffer;
use super::effect_runner::Quit;
use super::error::Error;
use super::event::Event;
use super::event_loop::{End, EventLoop};
use super::launch::First;
use super::terminal_writer::FrameSink;
use super::walls::pages_on_walls;
use crate::app::App;
use crate::ui::{self, Hits};
use crate::view;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Events that are taken in before a frame is drawn all the same, so that the screen lives under a flood.
const MOST_AT_ONCE: usize = 4096;

/// How long the first frame waits for the session it is to show.
const FIRST_FRAME: Duration = Duration::from_millis(150);

pub(super) fn run<Out: FrameSink>(
    mut inner: EventLoop<'_>,
    mut screen: DoubleBuffer<DiffBackend<Out>>,
    first: First,
) -> Result<End, Error> {
    if inner.start(first).is_break() {
        return Ok(End::Quit);
    }
    if let Some(end) = wait_for_first(&mut inner) {
        return Ok(end);
    }
    let mut hits = draw(&mut inner, &mut screen)?;
    inner.runner.begin();
    inner.runner.walls.hand_over(inner.app);
    // Whether the next frame is to be drawn whole.
    let mut anew = false;
    // Whether something came since the last frame, and whether the room may see it: that a session is on the disk now is
    // the facilitator's to know.
    let (mut is_drawn, mut is_handed_over) = (true, true);
    loop {
        let next = inner.wait(None);
        is_drawn &= next.is_some();
        is_handed_over &= next.is_some();
        let events = inner.events;
        let queued = std::iter::from_fn(|| events.try_recv().ok()).take(MOST_AT_ONCE);
        for event in next.into_iter().chain(queued) {
            anew |= matches!(event, Event::Resized | Event::Continued);
            match event {
                Event::Continued => inner.runner.shutdown.guard.enter_again(inner.app.cx.mouse)?,
                Event::End(cause) => return Ok(End::Asked(cause)),
                event => {
                    if !std::mem::take(&mut is_drawn) {
                        look(inner.app, &mut screen);
                    }
                    is_handed_over &= matches!(event, Event::Save(_));
                    if let ControlFlow::Break(Quit) = inner.take(&hits, event) {
                        return Ok(End::Quit);
                    }
                }
            }
        }
        if inner.catch_up().is_break() {
            return Ok(End::Quit);
        }
        // A terminal that does not take what it was given keeps nobody from working: once it has, it gets the
        // newest state, and what is on it until then can be clicked.
        if screen.backend().is_ready() {
            if std::mem::take(&mut anew) {
                draw_anew(&mut screen)?;
            }
            hits = draw(&mut inner, &mut screen)?;
            is_drawn = true;
            if !std::mem::replace(&mut is_handed_over, true) {
                inner.runner.walls.hand_over(inner.app);
            }
        }
    }
}

/// A disk that answers at once shows what was asked for in the first frame.
fn wait_for_first(inner: &mut EventLoop<'_>) -> Option<End> {
    let begun = Instant::now();
    while !inner.runner.is_ready() {
        match inner.events.recv_timeout(FIRST_FRAME.saturating_sub(begun.elapsed())) {
            Ok(Event::End(cause)) => return Some(End::Asked(cause)),
            Ok(event) => {
                if let ControlFlow::Break(Quit) = inner.take(&Hits::default(), event) {
                    return Some(End::Quit);
                }
            }
            Err(_) => return None,
        }
    }
    None
}

fn draw<Out: FrameSink>(inner: &mut EventLoop<'_>, screen: &mut DoubleBuffer<DiffBackend<Out>>) -> Result<Hits, Error> {
    let mut hits = Hits::default();
    if let Some(name) = inner.runner.opening() {
        inner.app.cx.notice.get_or_insert_with(|| format!("Opening {name} ..."));
    }
    look(inner.app, screen);
    let (shown, theme, ascii) = (view::view(inner.app), inner.app.cx.theme, inner.app.cx.ascii);
    screen.draw(|buffer| {
        let (found, cursor) = ui::draw(&shown, theme, ascii, buffer);
        hits = found;
        cursor
    })?;
    Ok(hits)
}

/// Lets the app know how a slide is parted into pages, before a key turns them: it may come before the next frame.
fn look<Out: FrameSink>(app: &mut App, screen: &mut DoubleBuffer<DiffBackend<Out>>) {
    if app.is_paged() {
        let size = screen.size();
        let pages = pages_on_walls(app);
        let own = || vec![ui::pages(&view::view(app), size.width, size.height)];
        let pages = if pages.is_empty() { own() } else { pages };
        app.see(&pages);
    }
}

/// Lets the next frame be drawn whole. A window that grew small and large again has lost what stood at its edges, and
/// perhaps has the size that it had when it was last asked.
fn draw_anew<Out: FrameSink>(screen: &mut DoubleBuffer<DiffBackend<Out>>) -> Result<(), Error> {
    screen.backend_mut().forget();
    screen.clear()?;
    Ok(())
}
