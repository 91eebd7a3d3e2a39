//! The shell around the app: the terminal, the threads, the loop, and the only clock.
//!
//! It takes in what happens outside, lets the app answer, and draws; what a key means is not its business.
//!
//! ```text
//! bytes ─► keys:  keys, pastes, clicks        ┐
//! signal threads: ends, stops, sizes, hang-up ├─ channel ─►  everything queued through `update`, then one draw
//! saver, settings: saved, failed              │                                                         │
//! writer:         room for another frame      ┘ ◄───────────────────────── bytes ───────────────────────┘
//! ```

mod backend;
#[cfg(any(windows, test))]
mod console;
mod decode;
mod deleting;
mod demo;
mod effect_runner;
mod error;
mod event;
mod event_loop;
mod exporting;
#[cfg(any(unix, test))]
mod input;
mod keys;
mod line_reader;
mod line_shell;
mod listing;
mod loading;
mod naming;
mod opening;
mod panic_hook;
mod previews;
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

use crate::app::{App, Appearance, Clicker, Shown, Voting, Workshop};
use crate::framework::Framework;
use crate::store::{Home, Intervals, RealFiles, SaveEvent, Saver};
use backend::DiffBackend;
use effect_runner::EffectRunner;
use event::{Cause, Event};
use event_loop::{End, EventLoop};
use jiff::Zoned;
use jiff::tz::TimeZone;
use panic_hook::PanicHook;
use ratatui::Terminal;
use shutdown::{Files, Shutdown, Timeouts};
use terminal_guard::TerminalGuard;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::exit;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

pub use error::{Error, RefusedLine};
pub use listing::{kind_in_words, source_in_words, status};
pub use panic_hook::print_panics;
pub use print::{CleanWriter, can_ask, clean, clean_json, clean_line, clean_path, is_shown, output, print_error};

/// How long closing waits for the disk.
const PATIENCE: Timeouts = Timeouts { file: Duration::from_secs(3), elsewhere: Duration::from_secs(1) };

/// How long the end waits for the disk when the system asks for it.
const HURRY: Timeouts = Timeouts { file: Duration::from_millis(1500), elsewhere: Duration::from_millis(150) };

/// How long the last words may take where the terminal does not take what is written.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// What to start with.
#[derive(Debug)]
pub struct Launch {
    /// Where everything is kept.
    pub home: Home,
    /// What is asked.
    pub framework: Arc<Framework>,
    /// Theme and colours.
    pub appearance: Appearance,
    /// Whether to listen to the mouse.
    pub mouse: bool,
    /// The keys that a clicker was taught.
    pub clicker: Clicker,
    /// Whether to draw, or to tell in lines.
    pub shown: Shown,
    /// What to show first.
    pub first: First,
    /// A sentence to begin with.
    pub notice: Option<String>,
}

/// What to show first.
#[derive(Debug)]
pub enum First {
    /// The start page.
    StartPage,
    /// The session in a file.
    Session(PathBuf),
    /// A copy of the sample session.
    Demo,
}

/// How the program can be shown: in lines where that is asked for, or where the terminal cannot place its cursor.
///
/// # Errors
/// When there is no terminal to draw on and lines were not asked for.
pub fn ready(appearance: &Appearance, plain: bool) -> Result<Shown, Error> {
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
pub fn find_time_zone() {
    // Without the thread the first look at the clock takes longer, and that is all.
    let _ = thread::Builder::new().name("time zone".into()).spawn(TimeZone::system);
}

/// Runs the program until it is closed.
///
/// # Errors
/// When something is not saved, the terminal refuses, or the system ended the program.
pub fn run(launch: Launch) -> Result<(), Error> {
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
    let mut app = new_app(&launch);
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
        let terminal = Terminal::new(DiffBackend::new(shutdown.guard.writer.clone()))?;
        listen_to_keys(sender).map_err(|error| Error::Start(error.to_string()))?;
        screen_shell::run(inner, terminal, launch.first)
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
    let guard = guard.map_err(|error| Error::Start(error.to_string()))?;
    let report = events.clone();
    let saver = Saver::start(Arc::clone(files), home, Intervals::default(), move |event| {
        let _ = report.send(Event::Save(event));
    });
    let saver = saver.map_err(|error| Error::Start(error.to_string()))?;
    Ok(Shutdown::new(saver, Arc::clone(files), home.clone(), guard))
}

/// Whatever happened: first what was said goes to the disk, then the terminal goes back, then one sentence is due.
/// Gives the session that was open.
fn conclude(
    ended: Result<End, Error>,
    panics: &PanicHook,
    mut app: App,
    mut runner: EffectRunner,
    events: &Receiver<Event>,
    shutdown: &Shutdown,
) -> Result<Option<Workshop>, Error> {
    let ended = match ended {
        // The loop may see that the window is gone before the watch does.
        Err(Error::Terminal(error)) if error::is_gone(&error) => Ok(End::Asked(Cause::HungUp)),
        Ok(End::Asked(Cause::Fault)) => Err(panics.fault()),
        ended => ended,
    };
    // A second fault, in handing over the last snapshot, changes nothing: what the saver has, it has.
    let _ = panics.catch(|| {
        runner.save_last(&mut app);
        Ok(())
    });
    let patient = matches!(ended, Ok(End::Quit) | Err(Error::Refused(_)));
    let saved = shutdown.finish(if patient { PATIENCE } else { HURRY });
    let is_left = shutdown.guard.leave();
    // The last save may have gone beside a file that somebody else changed.
    for event in events.try_iter() {
        match event {
            // Nobody sees the app any more.
            Event::Save(SaveEvent::Limited { target, limits }) => print_error(&runner.limited(&target, limits)),
            Event::Save(event) => drop(runner.saved(&mut app, event)),
            _ => {}
        }
    }
    // Whoever closes was asked, and a script is told what it left open; whoever ends the program otherwise hears of it
    // now.
    let lost = app.cx.workshop.as_ref().and_then(Workshop::unkept_vote).map(Voting::not_kept);
    if let (false, Some(lost)) = (patient, lost) {
        print_error(&lost);
    }
    let file = app.cx.workshop.as_ref().and_then(|workshop| workshop.file.clone());
    let read_only = app.cx.workshop.as_ref().is_some_and(|workshop| workshop.read_only.is_some());
    runner.finish();
    if !is_left {
        // What is due to be said may never be taken either.
        end_soon(match (&saved, &ended) {
            (_, Ok(End::Asked(cause))) => cause.code(),
            (Some(Err(_)), _) => 1,
            (_, Ok(End::Quit)) => 0,
            (_, Err(trouble)) => trouble.code(),
        });
    }
    match (saved, ended) {
        (Some(Err(reason)), Ok(End::Asked(cause))) => {
            print_error(&format!("NOT SAVED: {reason}"));
            Err(Error::Ended(cause.code()))
        }
        (Some(Err(reason)), Err(Error::Refused(line))) => Err(Error::NotSaved(format!("{reason}\n{line}"))),
        (Some(Err(reason)), _) => Err(Error::NotSaved(reason)),
        (_, Ok(End::Quit)) => Ok(app.cx.workshop),
        (_, Ok(End::Asked(Cause::InputClosed))) => Err(Error::InputClosed),
        (_, Ok(End::Asked(cause))) => Err(Error::Ended(cause.code())),
        (_, Err(Error::Fault { what, .. })) => Err(Error::Fault { what, kept: kept(file) }),
        (_, Err(Error::Refused(line))) => {
            let kept = if read_only { LOOKED_AT.to_owned() } else { before(file) };
            Err(Error::Refused(Box::new(RefusedLine { kept, ..*line })))
        }
        (_, Err(trouble)) => Err(trouble),
    }
}

/// Ends the program before long, whoever still waits for the terminal.
fn end_soon(code: u8) {
    let end = move || {
        thread::sleep(LAST_WORDS);
        exit(i32::from(code));
    };
    // Without the thread the last words may have to wait.
    let _ = thread::Builder::new().name("end".into()).spawn(end);
}

/// Where a session is proposed to go that cannot be saved in its place: the user's documents, or home.
fn elsewhere() -> PathBuf {
    let folders = directories::UserDirs::new();
    let folder = folders.map(|folders| folders.document_dir().unwrap_or(folders.home_dir()).to_owned());
    folder.unwrap_or_default()
}

const LOOKED_AT: &str = "The session was open to be looked at only, and nothing of it was changed.";

/// What became of the lines before the one that was not taken.
fn before(file: Option<PathBuf>) -> String {
    file.map_or_else(
        || "The lines before it say nothing that had to be saved.".into(),
        |file| format!("What the lines before it say is saved in {}.", file.display()),
    )
}

fn kept(file: Option<PathBuf>) -> String {
    file.map_or_else(String::new, |file| format!("What was said is saved in {}.", file.display()))
}

fn new_app(launch: &Launch) -> App {
    let home = crate::app::Home {
        folder: launch.home.sessions_folder().display().to_string(),
        last: None,
        first_run: !launch.home.settings_file().exists(),
    };
    let mut app = App::new(Arc::clone(&launch.framework), Zoned::now(), home);
    app.cx.theme = launch.appearance.theme;
    app.cx.colours = launch.appearance.colours;
    app.cx.ascii = launch.appearance.ascii;
    app.cx.shown = launch.shown;
    app.cx.mouse = launch.mouse;
    app.cx.clicker = launch.clicker;
    app.cx.notice.clone_from(&launch.notice);
    app.cx.elsewhere = elsewhere();
    app.cx.paper_folders = vec![app.cx.elsewhere.clone(), launch.home.reports_folder()];
    app.cx.paper_folders.retain(|folder| !folder.as_os_str().is_empty());
    // Whoever carries everything on a stick wants the papers there too.
    if launch.home.chosen {
        app.cx.paper_folders.reverse();
    }
    app
}

#[cfg(test)]
mod tests;
