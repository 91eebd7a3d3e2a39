//! Disks and shares that do not answer: keys are answered, other sessions are saved, and nothing is lost. Longer than
//! other files, for all its stories wait at one gate.

use super::super::effect_runner::Quit;
use super::super::event_loop::EventLoop;
use super::{Event, First, Hooked, Program, holds_the_work, nothing, sessions_in};
use crate::app::{App, Key, Msg, Saving, Screen};
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{self, Home, Lock, RealFiles, Taken};
use crate::terminal::event::Cause;
use crate::ui::Hits;
use jiff::Timestamp;
use ratatui::layout::Size;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

mod backing_up;

/// Longer than anything here takes; a test that runs into it fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// What a call waits at, until it is opened.
#[derive(Clone, Default)]
struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    fn open(&self) {
        *self.0.0.lock().unwrap() = true;
        self.0.1.notify_all();
    }

    fn pass(&self) {
        let is_open = self.0.0.lock().unwrap();
        drop(self.0.1.wait_while(is_open, |is_open| !*is_open).unwrap());
    }
}

/// A test that fails must not leave a thread behind that waits for ever.
impl Drop for Gate {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.open();
        }
    }
}

/// The program on a disk on which some calls hang until the gate is opened.
fn on(hangs: impl Fn(&Path, &str, &Path) -> bool + Send + Sync + 'static) -> (Program, Gate) {
    let gate = Gate::default();
    let (inside, hangs) = (gate.clone(), Arc::new(hangs));
    let program = Program::new(|home| {
        let (home, gate, hangs) = (home.to_owned(), inside.clone(), Arc::clone(&hangs));
        Arc::new(Hooked(Box::new(move |call, path| {
            if hangs(&home, call, path) {
                gate.pass();
            }
        })))
    });
    (program, gate)
}

/// Everything that happens goes through the loop itself, until something is so.
impl Program {
    fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        while !is_so(self) {
            let event = self.events.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("waited for: {what}"));
            self.take(event);
        }
    }

    fn take(&mut self, event: Event) {
        let mut inner = EventLoop { app: &mut self.app, runner: &mut self.runner, events: &self.events };
        let taken = inner.take(&Hits::default(), event);
        assert!(matches!(taken, ControlFlow::Continue(_)), "{Quit:?}");
    }

    /// Presses keys; that this returns is that they are answered.
    fn press(&mut self, keys: &str) {
        for key in keys.chars() {
            self.take(Event::Key(if key == '\n' { Key::Enter } else { Key::Char(key) }));
            // Letters at once would be a sentence.
            self.take(Event::Key(Key::F(12)));
        }
    }

    fn open(&mut self, file: &Path) {
        assert!(self.runner.open(&mut self.app, file.to_owned()).is_continue());
    }

    fn file(&self) -> Option<&Path> {
        self.app.cx.workshop.as_ref().and_then(|workshop| workshop.file.as_deref())
    }

    fn is_saved(&self) -> bool {
        let workshop = self.app.cx.workshop.as_ref().unwrap();
        matches!(workshop.saving, Saving::Saved { rev, .. } if rev >= workshop.session.rev)
    }

    fn store_home(&self) -> Home {
        Home::find(Some(self.home.path())).unwrap()
    }

    /// Agrees on a rating of the first item, and begins a note.
    fn say(&mut self, note: &str) {
        self.take(Event::Told(Box::new(Msg::Tick)));
        self.press("n");
        self.press(note);
        self.take(Event::Key(Key::Esc));
    }
}

/// A file with a session that stands at the first item.
fn session_in(folder: &Path, name: &str, id: u64) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let framework = Framework::built_in().unwrap();
    let mut session = Session::new(&framework, format!("{id:016x}"), Timestamp::UNIX_EPOCH);
    session.rev = 5;
    session.about.partnership = name.into();
    session.place = crate::session::Place::Walk(crate::framework::Step::Feature("I1".into()));
    let file = folder.join(format!("{name}.ron"));
    store::save(&RealFiles, &file, &session, &framework, Timestamp::UNIX_EPOCH).unwrap();
    file
}

fn note_in(file: &Path) -> String {
    store::open(file).unwrap().session.answer(&"I1".into()).note.clone()
}

/// Takes frames and tells when one shows something.
struct Watching {
    wanted: &'static str,
    seen: Sender<()>,
    frames: Vec<u8>,
}

impl Write for Watching {
    fn write(&mut self, frame: &[u8]) -> io::Result<usize> {
        self.frames.extend_from_slice(frame);
        if String::from_utf8_lossy(&self.frames).contains(self.wanted) {
            let _ = self.seen.send(());
            self.frames.clear();
        }
        Ok(frame.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A keyboard at which somebody waits for what is shown before they type.
struct WaitsFirst<Keys> {
    shown: Option<Receiver<()>>,
    keys: Keys,
}

impl<Keys: Read> Read for WaitsFirst<Keys> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(shown) = self.shown.take() {
            shown.recv_timeout(PATIENCE).unwrap();
        }
        self.keys.read(buffer)
    }
}

fn watching(wanted: &'static str) -> (Watching, Receiver<()>) {
    let (seen, shown) = channel();
    (Watching { wanted, seen, frames: Vec::new() }, shown)
}

fn is_making_sessions(home: &Path, call: &str, path: &Path) -> bool {
    call == "make folder" && path == home.join("sessions")
}

#[test]
fn while_the_folder_of_a_new_session_cannot_be_made_every_key_is_answered_and_then_all_of_it_is_saved() {
    let (program, gate) = on(is_making_sessions);
    let (out, shown) = watching("ß");
    let (events, folder) = (program.sender.clone(), program.home.path().join("sessions"));
    let mut more = 0;
    program.types(move || {
        more += 1;
        if more == 1 {
            return Ok("ß");
        }
        // On screen while the disk has not answered yet; if not, the program ends here with a fault.
        shown.recv_timeout(PATIENCE).unwrap();
        assert!(!folder.exists());
        gate.open();
        while !holds_the_work(&folder, "xß") {
            std::thread::yield_now();
        }
        let _ = events.send(Event::End(Cause::Signal(15)));
        nothing()
    });
    let (ended, home) = program.runs(out);
    assert!(matches!(ended, Err(crate::terminal::Error::Ended(143))), "{ended:?}");
    assert!(holds_the_work(&home.path().join("sessions"), "xß"));
    assert_eq!(sessions_in(&home.path().join("sessions")).len(), 1);
}

#[test]
fn a_program_that_is_ended_while_the_folder_cannot_be_made_keeps_the_work_elsewhere() {
    let (program, gate) = on(is_making_sessions);
    let events = program.sender.clone();
    program.types(move || {
        let _ = events.send(Event::End(Cause::Signal(15)));
        nothing()
    });
    let (ended, home) = program.runs(io::sink());
    assert!(matches!(ended, Err(crate::terminal::Error::Ended(143))), "{ended:?}");
    assert!(holds_the_work(&home.path().join("state/recovery"), "x"));
    gate.open();
}

#[test]
fn a_new_session_whose_file_has_no_name_yet_is_kept_when_another_is_opened() {
    let (mut program, gate) = on(is_making_sessions);
    let share = tempfile::tempdir().unwrap();
    let other = session_in(share.path(), "other", 7);
    program.press("nGlenside");
    program.take(Event::Key(Key::PageDown));
    assert!(program.app.cx.workshop.as_ref().unwrap().session.rev > 0 && program.file().is_none());
    program.open(&other);
    program.until("the other session", |program| program.file() == Some(&other));
    gate.open();
    program.until("the name of the first", |program| program.runner.unnamed.is_empty());
    let sessions = program.home.path().join("sessions");
    while !sessions_in(&sessions).iter().any(|session| session.about.partnership == "Glenside") {
        let event = program.events.recv_timeout(PATIENCE).unwrap();
        program.take(event);
    }
    assert_eq!(program.file(), Some(&*other), "and the room is where it was");
}

#[test]
fn while_a_share_hangs_at_opening_keys_are_answered_and_other_sessions_are_saved() {
    let share = tempfile::tempdir().unwrap();
    let far = session_in(share.path(), "far", 1);
    let hanging = far.clone();
    let (mut program, gate) = on(move |_, call, path| call == "read" && path == hanging);
    let near = session_in(&program.home.path().join("sessions"), "near", 2);
    program.open(&near);
    program.until("the session at hand", |program| program.file() == Some(&near));
    program.open(&far);
    assert_eq!(program.runner.opening(), Some("far.ron"));
    program.say("said meanwhile");
    program.until("its save", Program::is_saved);
    assert_eq!(note_in(&near), "said meanwhile");
    gate.open();
    program.until("the session on the share", |program| program.file() == Some(&far));
    assert_eq!(program.runner.opening(), None);
}

#[test]
fn what_was_asked_for_before_is_let_go_when_its_share_answers_at_last() {
    let share = tempfile::tempdir().unwrap();
    let far = session_in(share.path(), "far", 1);
    let hanging = far.clone();
    let (mut program, gate) = on(move |_, call, path| call == "read" && path == hanging);
    let near = session_in(&program.home.path().join("sessions"), "near", 2);
    program.open(&far);
    program.open(&near);
    program.until("the later one", |program| program.file() == Some(&near));
    gate.open();
    program.until("the answer", |program| program.runner.reading.is_empty());
    assert_eq!(program.file(), Some(&*near));
    let taken = Lock::take(&RealFiles, &program.store_home(), &far, Timestamp::UNIX_EPOCH);
    assert!(matches!(taken, Taken::Held(_)), "nobody holds it: {taken:?}");
}

#[test]
fn nobody_is_taken_away_from_where_they_went_while_a_share_hung() {
    let share = tempfile::tempdir().unwrap();
    let far = session_in(share.path(), "far", 1);
    let hanging = far.clone();
    let (mut program, gate) = on(move |_, call, path| call == "read" && path == hanging);
    program.open(&far);
    program.press("o");
    assert!(matches!(program.app.screen, Screen::List(_)));
    gate.open();
    program.until("the answer", |program| program.runner.reading.is_empty());
    assert!(matches!(program.app.screen, Screen::List(_)) && program.app.cx.workshop.is_none());
    assert_eq!(program.app.cx.notice.as_deref(), Some("far.ron was not opened, as you went on elsewhere meanwhile."));
}

#[test]
fn a_share_that_hangs_as_the_program_starts_leaves_a_page_on_which_a_session_can_begin() {
    let share = tempfile::tempdir().unwrap();
    let far = session_in(share.path(), "far", 1);
    let hanging = far.clone();
    let (program, gate) = on(move |_, call, path| call == "read" && path == hanging);
    let (out, shown) = watching("Opening far.ron");
    let (events, folder) = (program.sender.clone(), program.home.path().join("sessions"));
    let mut waits = true;
    let keyboard = WaitsFirst {
        shown: Some(shown),
        keys: super::Keyboard {
            keys: super::WORK.iter(),
            then: move || {
                if std::mem::take(&mut waits) {
                    while !holds_the_work(&folder, "x") {
                        std::thread::yield_now();
                    }
                    let _ = events.send(Event::End(Cause::Signal(15)));
                }
                nothing()
            },
        },
    };
    super::input::start(program.sender.clone(), keyboard).unwrap();
    let (ended, _home) = program.shows(First::Session(far), out, || Ok(Size::new(80, 24)));
    assert!(matches!(ended, Err(crate::terminal::Error::Ended(143))), "{ended:?}");
    gate.open();
}

/// The control: what a key waits for is the disk, where it is asked on the loop.
#[test]
fn the_gate_of_these_tests_holds_what_waits_at_it() {
    let (program, gate) = on(is_making_sessions);
    let (files, folder) = (program.shutdown.files(), program.home.path().join("sessions"));
    let (done, is_done) = channel();
    let made = std::thread::spawn(move || {
        files.make_folder(&folder).unwrap();
        done.send(()).unwrap();
    });
    assert!(is_done.recv_timeout(Duration::from_millis(50)).is_err());
    gate.open();
    is_done.recv_timeout(PATIENCE).unwrap();
    made.join().unwrap();
    let _: &App = &program.app;
}
