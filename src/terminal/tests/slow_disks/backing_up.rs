//! A disk that is slow to keep a backup: the session is in sight before, and nothing is written over before it is kept.

use super::super::{First, Program, nothing, sessions_in};
use super::{PATIENCE, note_in, on, session_in, watching};
use crate::framework::Framework;
use crate::store::{self, RealFiles, backups};
use crate::terminal::event::{Cause, Event};
use ratatui::layout::Size;
use std::path::Path;
use std::sync::Arc;

fn is_backing_up(home: &Path, call: &str, path: &Path) -> bool {
    call == "create" && path.starts_with(home.join("state/backups")) && path.extension().is_none_or(|end| end != "path")
}

#[test]
fn the_first_frame_of_a_session_waits_for_no_backup() {
    let (program, gate) = on(is_backing_up);
    let home = program.home.path().to_owned();
    let (sessions, backups) = (home.join("sessions"), home.join("state/backups"));
    let file = session_in(&sessions, "Glenside", 1);
    let (out, shown) = watching("Glenside");
    let (events, before) = (program.sender.clone(), std::fs::read(&file).unwrap());
    let keyboard = move || {
        // In sight with the disk at a stand, and nothing of it is safe elsewhere yet; if not, this ends with a fault.
        shown.recv_timeout(PATIENCE).unwrap();
        let kept = std::fs::read_dir(backups.join(format!("{:016x}", 1))).into_iter().flatten();
        let kept = kept.filter(|one| one.as_ref().unwrap().path().extension().is_some_and(|end| end == "ron"));
        assert_eq!(kept.count(), 0);
        gate.open();
        let _ = events.send(Event::End(Cause::Signal(15)));
        nothing()
    };
    crate::terminal::input::start(program.sender.clone(), super::super::Keyboard { keys: [].iter(), then: keyboard })
        .unwrap();
    let (ended, _home) = program.shows(First::Session(file.clone()), out, || Ok(Size::new(80, 24)));
    assert!(matches!(ended, Err(crate::terminal::Error::Ended(143))), "{ended:?}");
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_session_is_shown_before_it_is_backed_up_and_saved_only_after() {
    let (mut program, gate) = on(is_backing_up);
    let sessions = program.home.path().join("sessions");
    let (file, other) = (session_in(&sessions, "one", 1), session_in(&sessions, "two", 2));
    let before = std::fs::read(&file).unwrap();
    program.open(&file);
    program.until("the session", |program| program.file() == Some(&file));
    program.say("said meanwhile");
    // The saver is at work for others, and leaves this file alone.
    let framework = Arc::new(Framework::built_in().unwrap());
    let mut session = store::open(&other).unwrap().session;
    session.count_change();
    let rev = session.rev;
    program.runner.keep(&framework, Arc::new(session), sessions.join("three.ron"));
    program.until("another's save", |program| !program.runner.unsaved.contains_key(&sessions.join("three.ron")));
    assert_eq!(store::open(&sessions.join("three.ron")).unwrap().session.rev, rev);
    assert!(!program.is_saved(), "it is not called saved");
    assert_eq!(std::fs::read(&file).unwrap(), before);
    gate.open();
    program.until("its save", Program::is_saved);
    assert_eq!(note_in(&file), "said meanwhile");
    let kept = backups(&RealFiles, &program.store_home(), &format!("{:016x}", 1));
    assert!(kept.iter().any(|backup| std::fs::read(&backup.path).unwrap() == before), "{kept:?}");
}

#[test]
fn a_program_that_is_closed_before_the_backups_were_made_keeps_what_was_said() {
    let (mut program, gate) = on(is_backing_up);
    let file = session_in(&program.home.path().join("sessions"), "one", 1);
    let before = std::fs::read(&file).unwrap();
    program.open(&file);
    program.until("the session", |program| program.file() == Some(&file));
    program.say("said meanwhile");
    let Program { home, events, shutdown, panics, app, runner, .. } = program;
    let asked = Ok(crate::terminal::event_loop::End::Asked(Cause::Signal(15)));
    let ended = crate::terminal::conclusion::conclude(asked, &panics, app, runner, &events, &shutdown);
    assert!(matches!(ended, Err(crate::terminal::Error::Ended(143))), "{ended:?}");
    assert_eq!(std::fs::read(&file).unwrap(), before, "what stood there is not lost");
    let kept = sessions_in(&home.path().join("state/recovery"));
    assert!(kept.iter().any(|session| session.answer(&"I1".into()).note == "said meanwhile"), "{}", kept.len());
    gate.open();
}

#[test]
fn a_fault_in_backing_up_leaves_the_file_as_it_is_and_the_work_beside_it() {
    let (mut program, _gate) = on(|home, call, path| {
        assert!(!is_backing_up(home, call, path), "made up");
        false
    });
    let file = session_in(&program.home.path().join("sessions"), "one", 1);
    let before = std::fs::read(&file).unwrap();
    program.open(&file);
    program.until("the session", |program| program.file() == Some(&file));
    program.say("said meanwhile");
    program.until("its save", Program::is_saved);
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_ne!(program.file(), Some(&*file));
    assert_eq!(note_in(program.file().unwrap()), "said meanwhile");
}
