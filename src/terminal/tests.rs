//! Faults in every thread (T15) and disks that hang (T16), through the real loop, the real saver and real files. What
//! stands in for the world is what reads keys, what takes frames, what hears signals, and the disk: the four ends of the
//! program.
//!
//! Longer than other files: every story ends the same program, which is set up here once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use super::backend::DiffBackend;
use super::conclusion::{HURRY, conclude};
use super::double_buffer::DoubleBuffer;
use super::effect_runner::EffectRunner;
use super::event::{Cause, Event, spawn};
use super::event_loop::{End, EventLoop};
use super::line_shell::LineShell;
use super::panic_hook::PanicHook;
use super::script::Script;
use super::shutdown::{Files, Shutdown};
use super::terminal_writer::TerminalWriter;
use super::{Error, First, input, line_reader, new_shutdown, screen_shell, signals};
use crate::app::{App, Key};
use crate::framework::Framework;
use crate::plain::Plain;
use crate::session::Session;
use crate::store::{self, Home, RealFiles};
use hooked::Hooked;
use jiff::Zoned;
use ratatui::layout::Size;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

mod hooked;
mod slow_disks;

/// How the program ended, and what it kept.
type Ended = (Result<(), Error>, tempfile::TempDir);

/// The program without a window: everything but the ends.
struct Program {
    home: tempfile::TempDir,
    sender: Sender<Event>,
    events: Receiver<Event>,
    shutdown: Arc<Shutdown>,
    panics: PanicHook,
    app: App,
    runner: EffectRunner,
}

impl Program {
    fn new(files: impl Fn(&Path) -> Files) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path().to_owned(), true);
        let (sender, events) = channel();
        let shutdown = Arc::new(new_shutdown(&files(folder.path()), &home, &sender, io::sink()).unwrap());
        let app = App::new(Arc::new(Framework::built_in().unwrap()), Zoned::now(), crate::app::Home::default());
        let runner = EffectRunner::new(home, Arc::clone(&shutdown), &sender).unwrap();
        Self { home: folder, sender, events, shutdown, panics: PanicHook::unhooked(), app, runner }
    }

    /// Runs the loop until it ends, as the program does, drawing to `out`.
    fn runs(self, out: impl Write + Send + 'static) -> Ended {
        self.shows(First::StartPage, out, || Ok(Size::new(80, 24)))
    }

    /// The same, with what is shown first, in a window that is asked for its size before each frame.
    fn shows(self, first: First, out: impl Write + Send + 'static, size: fn() -> io::Result<Size>) -> Ended {
        self.ends(|inner, sender| {
            let writer = TerminalWriter::start(out, move |event| drop(sender.send(event)))?;
            screen_shell::run(inner, DoubleBuffer::new(DiffBackend::onto(writer, size))?, first)
        })
    }

    /// Runs the loop of lines until it ends; after the last line the thread that reads them has a fault.
    fn tells(self, written: &'static str, out: impl Write + Send + 'static) -> Ended {
        self.ends(|inner, sender| {
            let told = sender.clone();
            let out = TerminalWriter::start(out, move |event| drop(told.send(event)))?;
            let want = line_reader::start(sender, move || Faulty(written.as_bytes()))?;
            let (echoes, width, plain, prompted) = (false, || None, Plain::default(), false);
            let script = Script { unattended: true, ..Script::default() };
            LineShell { inner, want, out, echoes, width, plain, prompted, script }.run(First::StartPage)
        })
    }

    fn ends(self, run: impl FnOnce(EventLoop<'_>, Sender<Event>) -> Result<End, Error>) -> Ended {
        let Self { home, sender, events, shutdown, panics, mut app, mut runner } = self;
        let inner = EventLoop { app: &mut app, runner: &mut runner, events: &events };
        let ended = panics.catch(|| run(inner, sender));
        (conclude(ended, &panics, app, runner, &events, &shutdown).map(drop), home)
    }

    /// Somebody types, one key after the other; what follows is the keyboard's own.
    fn types(&self, then: impl FnMut() -> io::Result<&'static str> + Send + 'static) {
        input::start(self.sender.clone(), Keyboard { keys: WORK.iter(), then }).unwrap();
    }
}

struct Keyboard<Then> {
    keys: std::slice::Iter<'static, &'static str>,
    then: Then,
}

impl<Then: FnMut() -> io::Result<&'static str>> Read for Keyboard<Then> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let key = self.keys.next().map_or_else(&mut self.then, |key| Ok(*key))?;
        buffer[..key.len()].copy_from_slice(key.as_bytes());
        Ok(key.len())
    }
}

/// Lines, and then a fault.
struct Faulty(&'static [u8]);

impl Read for Faulty {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Faulty {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        assert!(!self.0.is_empty(), "made up");
        Ok(self.0)
    }

    fn consume(&mut self, read: usize) {
        self.0 = &self.0[read..];
    }
}

/// The same work as [`WORK`], in lines.
const LINES: &str = "new\nGlen\n.\nskip\n\n4\nnote\nxy\n";

/// A session named G, the gate left out, with a 4 for the first feature and the beginning of a note.
///
/// Letters at once would be a sentence: between two stands a key that means nothing. It stands at the end as well: when
/// it is taken, the others are understood.
const WORK: [&str; 11] = ["n", "\x1b[24~", "G", "\x1b[6~", "s", "\x1b[6~", "4", "n", "\x1b[24~", "x", "\x1b[24~"];

/// Nobody presses anything any more.
fn nothing() -> io::Result<&'static str> {
    loop {
        std::thread::park();
    }
}

fn sessions_in(folder: &Path) -> Vec<Session> {
    let entries = std::fs::read_dir(folder).map(|entries| entries.map(|entry| entry.unwrap().path()).collect());
    let paths: Vec<PathBuf> = entries.unwrap_or_default();
    paths.iter().filter_map(|path| store::open(path).ok()).map(|loaded| loaded.session).collect()
}

/// Whether a folder holds the work that was typed, to the last letter of the note.
fn holds_the_work(folder: &Path, note: &str) -> bool {
    sessions_in(folder).iter().any(|session| {
        let answer = session.answer(&"I1".into());
        answer.note == note && answer.decided.at(None).rating().map(u8::from) == Some(4)
    })
}

/// A letter that no screen of the program shows by itself.
const RARE: char = 'ß';

/// Takes frames until it was told to fail and one shows the rare letter: a fault in drawing just that.
struct Failing(Arc<AtomicBool>);

impl Write for Failing {
    fn write(&mut self, frame: &[u8]) -> io::Result<usize> {
        let shown = String::from_utf8_lossy(frame).contains(RARE);
        assert!(!(self.0.load(Ordering::SeqCst) && shown), "made up");
        Ok(frame.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_fault_in_the_thread_that_writes_saves_everything_and_says_one_sentence() {
    let program = Program::new(|_| Arc::new(RealFiles));
    let fails = Arc::new(AtomicBool::new(false));
    let (tell, folder) = (Arc::clone(&fails), program.home.path().join("sessions"));
    // When all of it was taken in, one more letter: it is on screen in no frame any more.
    program.types(move || {
        if tell.load(Ordering::SeqCst) {
            return nothing();
        }
        while !holds_the_work(&folder, "x") {
            std::thread::yield_now();
        }
        tell.store(true, Ordering::SeqCst);
        Ok("ß")
    });
    let (ended, home) = program.runs(Failing(fails));
    let trouble = ended.unwrap_err();
    assert!(matches!(trouble, Error::Fault { .. }), "{trouble}");
    assert_eq!(trouble.code(), 101);
    let sentence = trouble.to_string();
    assert!(sentence.contains("What was said is saved in ") && !sentence.contains('\n'), "{sentence}");
    assert!(holds_the_work(&home.path().join("sessions"), "xß"));
}

#[test]
fn a_fault_in_the_loop_saves_everything_and_says_one_sentence() {
    /// The next frame has a fault.
    static FAULTY: AtomicBool = AtomicBool::new(false);
    let program = Program::new(|_| Arc::new(RealFiles));
    let folder = program.home.path().join("sessions");
    program.types(move || {
        if FAULTY.load(Ordering::SeqCst) {
            return nothing();
        }
        while !holds_the_work(&folder, "x") {
            std::thread::yield_now();
        }
        FAULTY.store(true, Ordering::SeqCst);
        Ok("y")
    });
    let (ended, home) = program.shows(First::StartPage, io::sink(), || {
        assert!(!FAULTY.load(Ordering::SeqCst), "made up");
        Ok(Size::new(80, 24))
    });
    let trouble = ended.unwrap_err();
    assert!(matches!(trouble, Error::Fault { .. }), "{trouble}");
    assert!(trouble.to_string().contains("What was said is saved in "), "{trouble}");
    // Whether the last key was taken in before the frame with the fault, nobody knows; the rest was.
    let folder = home.path().join("sessions");
    assert!(holds_the_work(&folder, "xy") || holds_the_work(&folder, "x"));
}

#[test]
fn a_fault_in_the_thread_that_reads_keys_ends_the_program_in_good_order() {
    let program = Program::new(|_| Arc::new(RealFiles));
    program.types(|| panic!("made up"));
    let (ended, home) = program.runs(io::sink());
    let trouble = ended.unwrap_err();
    assert!(matches!(trouble, Error::Fault { .. }), "{trouble}");
    assert!(holds_the_work(&home.path().join("sessions"), "x"));
}

#[test]
fn a_fault_in_the_thread_that_reads_lines_ends_the_program_in_good_order() {
    let (ended, home) = Program::new(|_| Arc::new(RealFiles)).tells(LINES, io::sink());
    let trouble = ended.unwrap_err();
    assert!(matches!(trouble, Error::Fault { .. }), "{trouble}");
    assert!(holds_the_work(&home.path().join("sessions"), "xy"));
}

#[test]
fn a_fault_in_telling_saves_everything_and_says_one_sentence() {
    let written = "new\nGlen\n.\nskip\n\n4\nnote\nxy\nß\n.\nhelp\n";
    let out = Failing(Arc::new(AtomicBool::new(true)));
    let (ended, home) = Program::new(|_| Arc::new(RealFiles)).tells(written, out);
    let trouble = ended.unwrap_err();
    assert!(trouble.to_string().contains("What was said is saved in "), "{trouble}");
    assert!(holds_the_work(&home.path().join("sessions"), "xy\nß"));
}

#[test]
fn a_terminal_that_sends_nothing_more_ends_the_program_in_good_order() {
    let program = Program::new(|_| Arc::new(RealFiles));
    program.types(|| Err(io::Error::other("made up")));
    let (ended, home) = program.runs(io::sink());
    assert!(matches!(ended, Err(Error::InputClosed)), "{ended:?}");
    assert!(holds_the_work(&home.path().join("sessions"), "x"));
}

#[test]
#[cfg(unix)]
fn a_fault_in_the_thread_that_hears_signals_ends_the_program_in_good_order() {
    let program = Program::new(|_| Arc::new(RealFiles));
    let (typed, all_typed) = channel();
    program.types(move || {
        let _ = typed.send(());
        nothing()
    });
    let (events, shutdown) = (program.sender.clone(), Arc::clone(&program.shutdown));
    let listen = move |events: &Sender<Event>| {
        let wanted = std::iter::from_fn(|| {
            all_typed.recv().unwrap();
            panic!("made up")
        });
        signals::pass_on(wanted, events, &shutdown);
        None
    };
    spawn("signals", events, listen).unwrap();
    let (ended, home) = program.runs(io::sink());
    assert!(matches!(ended, Err(Error::Fault { .. })), "{ended:?}");
    assert!(holds_the_work(&home.path().join("sessions"), "x"));
}

/// The program with a fault in its saver below a folder of its home; it is closed when everything was typed.
fn with_a_fault_below(folder: &str) -> Ended {
    let program = Program::new(|home| {
        let folder = home.join(folder);
        Arc::new(Hooked(Box::new(move |call, path| {
            assert!(call != "create" || !path.starts_with(&folder), "made up");
        })))
    });
    let events = program.sender.clone();
    program.types(move || {
        let _ = events.send(Event::End(Cause::Signal(15)));
        nothing()
    });
    program.runs(io::sink())
}

#[test]
fn a_fault_in_the_saver_leaves_the_work_in_the_recovery_copy() {
    let (ended, home) = with_a_fault_below("sessions");
    assert!(matches!(ended, Err(Error::Ended(143))), "{ended:?}");
    assert!(holds_the_work(&home.path().join("state/recovery"), "x"));
}

#[test]
fn a_fault_in_writing_copies_leaves_the_work_in_its_file() {
    let (ended, home) = with_a_fault_below("state");
    assert!(matches!(ended, Err(Error::Ended(143))), "{ended:?}");
    assert!(holds_the_work(&home.path().join("sessions"), "x"));
}

#[test]
fn without_a_saver_the_work_would_be_lost_and_that_would_be_noticed() {
    let program = Program::new(|_| Arc::new(RealFiles));
    // The control: the end was begun before anything was typed, so nothing is saved any more.
    let begun = program.shutdown.finish(HURRY);
    assert!(matches!(begun, Some(Ok(()))));
    program.types(|| panic!("made up"));
    let (_, home) = program.runs(io::sink());
    assert!(!holds_the_work(&home.path().join("sessions"), "x"));
}

#[test]
fn the_keys_of_these_tests_are_those_of_the_program() {
    let program = Program::new(|_| Arc::new(RealFiles));
    program.types(nothing);
    let found = program.events.recv_timeout(Duration::from_secs(5));
    assert!(matches!(found, Ok(Event::Key(Key::Char('n')))), "{found:?}");
}
