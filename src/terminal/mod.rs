//! The shell around the app: the terminal, the threads, the loop, and the only clock.
//!
//! It takes in what happens outside, lets the app answer, and draws; what a key means is not its business.
//!
//! The threads and who sends to whom are drawn in the crate's documentation (`lib.rs`).
//!
//! Where the loop is stuck, `signals` ends the program itself, through `Shutdown`, which every thread can reach.

mod backend;
mod conclusion;
#[cfg(any(windows, test))]
mod console;
mod decode;
mod deleting;
mod demo;
mod double_buffer;
mod effect_runner;
mod error;
mod event;
mod event_loop;
mod exporting;
mod handed;
#[cfg(any(unix, test))]
mod input;
mod keys;
mod launch;
mod line_reader;
mod line_shell;
mod listing;
mod loading;
mod naming;
mod opening;
mod own_window;
mod panic_hook;
mod print;
mod reading;
mod reserved_file;
mod saving;
mod screen_shell;
mod script;
mod settings_writer;
mod shutdown;
mod signals;
mod terminal_guard;
mod terminal_writer;
mod wall_shell;
mod walls;

use crate::app::{Appearance, Shown};
use crate::store::{Home, Intervals, RealFiles, Saver};
use backend::DiffBackend;
use conclusion::{LAST_WORDS, conclude};
use double_buffer::DoubleBuffer;
use effect_runner::EffectRunner;
use event::Event;
use event_loop::EventLoop;
use jiff::tz::TimeZone;
use panic_hook::PanicHook;
use shutdown::{Files, Shutdown};
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use terminal_guard::TerminalGuard;

pub(crate) use error::Error;
pub(crate) use launch::{First, Launch};
pub(crate) use listing::{kind_in_words, source_in_words, status};
pub(crate) use own_window::{has_own_window, wait_for_key};
pub(crate) use panic_hook::print_panics;
pub(crate) use print::{can_ask, clean, clean_line, clean_path, is_shown, output, print_error};
pub(crate) use reading::votes_in;
pub(crate) use wall_shell::{FirstWindow, first_windows, follow};

/// How the program can be shown: in lines where that is asked for, or where the terminal cannot place its cursor.
pub(crate) fn ready(appearance: Appearance, plain: bool) -> Result<Shown, Error> {
    // On Windows a terminal may sit behind a pipe; there it is enough that keys can come.
    let is_there = print::is_shown() || cfg!(windows) && io::stdin().is_terminal();
    match (is_there, appearance.plain) {
        _ if plain => Ok(Shown::Lines),
        (false, _) => Err(Error::NoTerminal),
        (true, true) => Ok(Shown::Lines),
        (true, false) => Ok(Shown::Screen),
    }
}

/// Has the system's time zone found in a thread of its own, beside what else is read before the first frame: all zones
/// there are get listed for it, once.
pub(crate) fn find_time_zone() {
    // Without the thread the first look at the clock takes longer, and that is all.
    let _ = thread::Builder::new().name("time zone".into()).spawn(TimeZone::system);
}

pub(crate) fn run(launch: Launch) -> Result<(), Error> {
    let (sender, events) = channel();
    let files: Files = Arc::new(RealFiles);
    let lines = launch.shown == Shown::Lines;
    // The screen's backend writes sequences of its own; lines have none.
    let out: Box<dyn Write + Send> = if lines {
        Box::new(print::CleanWriter::onto(terminal_guard::terminal_output()?))
    } else {
        Box::new(terminal_guard::terminal_output()?)
    };
    let shutdown = Arc::new(new_shutdown(&files, &launch.home, &sender, out)?);
    let panics = PanicHook::install();
    let mut app = launch.app();
    let mut runner = EffectRunner::new(launch.home, Arc::clone(&shutdown), &sender)?;
    signals::start(&sender, &shutdown, lines)?;
    if lines {
        let ended = panics.catch(|| {
            line_shell::run(EventLoop { app: &mut app, runner: &mut runner, events: &events }, sender, launch.first)
        });
        let concluded = conclude(ended, &panics, app, runner, &events, &shutdown);
        let mut out = shutdown.guard.writer.clone();
        let told = concluded.and_then(|workshop| script::print_farewell(&mut out, workshop.as_ref()));
        // Whoever reads page by page gets it all; whoever ends the program by force does not wait.
        let _ = out.drain(told.is_err().then_some(LAST_WORDS));
        return told;
    }
    shutdown.guard.enter(app.cx.mouse)?;
    let ended = panics.catch(|| {
        let inner = EventLoop { app: &mut app, runner: &mut runner, events: &events };
        let screen = DoubleBuffer::new(DiffBackend::new(shutdown.guard.writer.clone()))?;
        listen_to_keys(sender).map_err(|error| Error::start(&error))?;
        screen_shell::run(inner, screen, launch.first)
    });
    conclude(ended, &panics, app, runner, &events, &shutdown).map(drop)
}

#[cfg(unix)]
fn listen_to_keys(events: Sender<Event>) -> io::Result<()> {
    input::start(events, input::keyboard()?)
}

#[cfg(windows)]
fn listen_to_keys(events: Sender<Event>) -> io::Result<()> {
    console::start(events)
}

fn new_shutdown(
    files: &Files,
    home: &Home,
    events: &Sender<Event>,
    out: impl Write + Send + 'static,
) -> Result<Shutdown, Error> {
    let told = events.clone();
    let guard = TerminalGuard::new(out, move |event| drop(told.send(event)));
    let guard = guard.map_err(|error| Error::start(&error))?;
    let report = events.clone();
    let saver = Saver::start(Arc::clone(files), home, Intervals::default(), move |event| {
        let _ = report.send(Event::Save(event));
    });
    let saver = saver.map_err(|error| Error::start(&error))?;
    Ok(Shutdown::new(saver, Arc::clone(files), home.clone(), guard))
}

#[cfg(test)]
mod tests;
