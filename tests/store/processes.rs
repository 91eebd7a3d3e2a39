//! Two processes on one session (T5): by the lock one after the other, and without it nobody's work is written over
//! without notice. And a lock that ends with its process, however that ends.

use super::scene::PATIENCE;
use crate::support::child::{child, folder, run};
use crate::support::files::{Call, Watched, quick_folder};
use crate::support::sessions::{moment, new_session, small_framework};
use plenary::session::Session;
use plenary::store::{
    ExpectedContents, FileSystem, Head, Home, Intervals, Lock, RealFiles, SaveError, SaveEvent, SaveJob, Saver, Taken,
    encode, open, open_to_edit, save_atomic, save_expected,
};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

fn home_in(folder: &Path) -> (Home, PathBuf) {
    let home = Home::at(folder.join("home"), true);
    let file = home.make_sessions_folder().unwrap().join("glenside.ron");
    (home, file)
}

fn bytes_of(session: &Session) -> Vec<u8> {
    encode(session, &Head::of(session, &small_framework(), moment(0))).unwrap().into_bytes()
}

fn session(rev: u64, words: &str) -> Session {
    let mut session = new_session("0123456789abcdef");
    session.rev = rev;
    session.about.purpose = words.into();
    session
}

fn held(taken: Taken) -> Option<Lock> {
    match taken {
        Taken::Held(lock) => Some(lock),
        Taken::Busy { .. } => None,
    }
}

/// Adds its mark to the session's text so many times, each time as the only one that has it open.
fn take_turns(folder: &Path, mark: &str, times: usize) {
    let (home, file) = home_in(folder);
    let mut done = 0;
    while done < times {
        let Some(_lock) = held(Lock::take(&RealFiles, &home, &file, moment(0))) else {
            std::thread::yield_now();
            continue;
        };
        let loaded = open(&file).unwrap();
        let mut known = ExpectedContents::of(&fs::read(&file).unwrap());
        let mut session = loaded.session;
        session.rev += 1;
        session.about.purpose.push_str(mark);
        save_expected(&RealFiles, &file, &bytes_of(&session), &mut known).unwrap();
        done += 1;
    }
}

#[test]
#[ignore = "the second process of the test below"]
fn the_other_one_takes_turns() {
    take_turns(&folder(), "b", 500);
}

#[test]
fn two_processes_that_take_turns_by_the_lock_lose_none_of_a_thousand_saves() {
    let folder = quick_folder();
    let (_, file) = home_in(folder.path());
    save_atomic(&RealFiles, &file, &bytes_of(&session(0, ""))).unwrap();
    let mut other = child("store::processes::the_other_one_takes_turns", folder.path()).spawn().unwrap();
    take_turns(folder.path(), "a", 500);
    assert!(other.wait().unwrap().success());
    let session = open(&file).unwrap().session;
    let count = |mark| session.about.purpose.chars().filter(|letter| *letter == mark).count();
    assert_eq!((session.rev, count('a'), count('b')), (1000, 500, 500));
}

/// Saves so many versions without a lock, and goes to the file beside when somebody else was there. Gives where the
/// last version is, and how often it was somebody else.
fn save_on(folder: &Path, mark: &str, times: u64) -> (PathBuf, usize) {
    let (home, file) = home_in(folder);
    let (sender, events) = channel();
    let report = move |event| drop(sender.send(event));
    let intervals = Intervals { retry: Duration::from_millis(1), ..Intervals::default() };
    let saver = Saver::start(Arc::new(RealFiles), &home, intervals, report).unwrap();
    saver.opened(&file, &open_to_edit(&RealFiles, &home, &file, moment(0)).unwrap());
    let (mut place, mut conflicts) = (file, 0);
    let framework = Arc::new(small_framework());
    for rev in 1..=times {
        let session = Arc::new(session(rev, &format!("{mark}{rev}")));
        saver.save(SaveJob { session, framework: Arc::clone(&framework), target: place.clone() });
        loop {
            match events.recv_timeout(PATIENCE).unwrap() {
                SaveEvent::Conflict { copy: beside, .. } => {
                    place = beside;
                    conflicts += 1;
                }
                SaveEvent::Saved { .. } => break,
                _ => {}
            }
        }
    }
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    (place, conflicts)
}

#[test]
#[ignore = "the second process of the test below"]
fn the_other_one_saves_on() {
    let (place, conflicts) = save_on(&folder(), "b", 8);
    println!("last version: {} {conflicts}", place.file_name().unwrap().to_str().unwrap());
}

#[test]
fn two_programs_without_a_lock_end_up_in_two_files_with_the_last_version_of_each() {
    let folder = quick_folder();
    let (_, file) = home_in(folder.path());
    save_atomic(&RealFiles, &file, &bytes_of(&session(0, ""))).unwrap();
    let other = child("store::processes::the_other_one_saves_on", folder.path());
    let other = std::thread::spawn(move || run(other));
    let (place, conflicts) = save_on(folder.path(), "a", 8);
    let said = other.join().unwrap();
    let words: Vec<&str> =
        said.split("last version: ").nth(1).unwrap().lines().next().unwrap().rsplitn(2, ' ').collect();
    let (its_conflicts, its_place) = (words[0].parse::<usize>().unwrap(), file.with_file_name(words[1]));
    assert_ne!(place, its_place);
    assert!(conflicts + its_conflicts >= 1);
    assert_eq!(open(&place).unwrap().session.about.purpose, "a8");
    assert_eq!(open(&its_place).unwrap().session.about.purpose, "b8");
}

/// Adds its mark so many times without a lock, as fast as it can, each time to what it has just read; tries again when
/// somebody else was quicker.
fn race(folder: &Path, mark: &str, times: usize) -> usize {
    let (_, file) = home_in(folder);
    let (mut done, mut noticed) = (0, 0);
    while done < times {
        let bytes = fs::read(&file).unwrap();
        let mut session = plenary::store::decode(&bytes, "x").unwrap().session;
        session.rev += 1;
        session.about.purpose.push_str(mark);
        match save_expected(&RealFiles, &file, &bytes_of(&session), &mut ExpectedContents::of(&bytes)) {
            Ok(_) => done += 1,
            Err(SaveError::Changed(_)) => noticed += 1,
            Err(error) => panic!("{error}"),
        }
    }
    noticed
}

#[test]
#[ignore = "the second process of the test below"]
fn the_other_one_races() {
    println!("noticed {}", race(&folder(), "b", 500));
}

#[test]
fn a_thousand_saves_in_a_race_without_a_lock_lose_next_to_nothing_unnoticed() {
    let folder = quick_folder();
    let (_, file) = home_in(folder.path());
    save_atomic(&RealFiles, &file, &bytes_of(&session(0, ""))).unwrap();
    let other = child("store::processes::the_other_one_races", folder.path());
    let other = std::thread::spawn(move || run(other));
    let noticed = race(folder.path(), "a", 500);
    other.join().unwrap();
    let stand = open(&file).unwrap().session.about.purpose.len();
    // Measured: 995 to 998, with 360 to 610 collisions noticed. The rest fell into the window from the last look to
    // the rename, which only a lock closes. A room saves four times a second at most, and goes to a file of its own
    // after the first collision that is noticed. More than a thousand stand where somebody else built on a version
    // before it was read back: it is not called saved then, and its mark is added once more.
    assert!(
        noticed > 0 && (900..=1000 + noticed).contains(&stand),
        "{stand} of 1000 stand, {noticed} collisions noticed"
    );
}

/// One save over version 1, while somebody else writes their version before its n-th call. Gives whether the
/// other's version is somewhere, and whether the save noticed.
fn interfered(
    n: usize,
    save: impl Fn(&Watched, &Path, &mut ExpectedContents) -> Result<(), SaveError>,
) -> (bool, bool) {
    let folder = quick_folder();
    let (_, file) = home_in(folder.path());
    let (ours, theirs) = (bytes_of(&session(1, "first")), bytes_of(&session(1, "their")));
    assert_eq!(ours.len(), theirs.len());
    fs::write(&file, &ours).unwrap();
    let modified = fs::metadata(&file).unwrap().modified().unwrap();
    let place = file.clone();
    let watched = Watched::hooked(move |number, _| {
        if number == n {
            // As a cloud drive does it: another file of the same size and time.
            let other = place.with_extension("cloud");
            fs::write(&other, &theirs).unwrap();
            fs::File::options().write(true).open(&other).unwrap().set_modified(modified).unwrap();
            fs::rename(&other, &place).unwrap();
        }
        Ok(())
    });
    let saved = save(&watched, &file, &mut ExpectedContents::of(&ours));
    let stands = open(&file).unwrap().session.about.purpose == "their";
    (stands, saved.is_err())
}

fn second() -> Vec<u8> {
    bytes_of(&session(2, "second"))
}

#[test]
fn somebody_elses_write_is_noticed_before_every_call_but_the_rename() {
    let counting = Watched::new();
    let folder = quick_folder();
    let (_, file) = home_in(folder.path());
    let ours = bytes_of(&session(1, "first"));
    fs::write(&file, &ours).unwrap();
    save_expected(&counting, &file, &second(), &mut ExpectedContents::of(&ours)).unwrap();
    let calls = counting.calls();
    let rename = calls.iter().position(|call| matches!(call, Call::Rename(..))).unwrap();
    assert!(matches!(calls[rename - 1], Call::Read(_)), "the file is read as the last thing before");
    for (n, call) in calls.iter().enumerate() {
        let (stands, noticed) =
            interfered(n, |files, file, known| save_expected(files, file, &second(), known).map(drop));
        // The window that the documentation states: after the last look, before the rename.
        assert_eq!((stands, noticed), if n == rename { (false, false) } else { (true, true) }, "{call:?}");
    }
}

#[test]
fn looking_at_size_and_time_alone_would_not_notice() {
    let stamp = |file: &Path| fs::metadata(file).map(|data| (data.len(), data.modified().unwrap())).unwrap();
    let by_size_and_time = |files: &Watched, file: &Path, _: &mut ExpectedContents| {
        let known = stamp(file);
        files.look(file).unwrap();
        if stamp(file) == known { save_atomic(files, file, &second()) } else { Err(SaveError::Changed(file.into())) }
    };
    let (stands, noticed) = interfered(0, by_size_and_time);
    assert!(!stands && !noticed);
}

#[test]
#[ignore = "the second process of the test below"]
fn the_other_one_holds_the_lock_for_ever() {
    let (home, file) = home_in(&folder());
    let _lock = held(Lock::take(&RealFiles, &home, &file, moment(0))).unwrap();
    println!("held");
    loop {
        std::thread::park();
    }
}

/// Ends the process whatever happens to the test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_lock_says_who_holds_it_and_ends_with_a_killed_process() {
    let folder = quick_folder();
    let (home, file) = home_in(folder.path());
    let mut other =
        Killed(child("store::processes::the_other_one_holds_the_lock_for_ever", folder.path()).spawn().unwrap());
    let mut lines = BufReader::new(other.0.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().ends_with("held")));
    let Taken::Busy { holder } = Lock::take(&RealFiles, &home, &file, moment(0)) else { panic!("it is held") };
    let process = format!("process {}", other.0.id());
    assert!(holder.starts_with(&process) && holder.ends_with("since 2026-03-12 09:30 UTC"), "{holder}");
    drop(other);
    assert!(held(Lock::take(&RealFiles, &home, &file, moment(0))).is_some());
}

#[test]
fn a_session_is_locked_whichever_way_leads_to_it_and_no_other_with_it() {
    let folder = quick_folder();
    let (home, file) = home_in(folder.path());
    let take = |path: &Path| held(Lock::take(&RealFiles, &home, path, moment(0)));
    fs::write(&file, "").unwrap();
    let lock = take(&file).unwrap();
    assert!(take(&file).is_none());
    assert!(take(&home.sessions_folder().join("..").join("sessions").join("glenside.ron")).is_none());
    #[cfg(unix)]
    {
        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(take(&link).is_none());
    }
    assert!(take(&file.with_file_name("other.ron")).is_some());
    assert_eq!(fs::read(&file).unwrap(), b"", "the session's own file is not touched");
    drop(lock);
    assert!(take(&file).is_some());
}

#[test]
fn where_there_are_no_locks_the_session_is_given_with_a_warning() {
    let folder = quick_folder();
    let (home, file) = home_in(folder.path());
    let without = Watched::hooked(|_, call| match call {
        Call::Lock(_) => Err(std::io::ErrorKind::Unsupported.into()),
        _ => Ok(()),
    });
    for _ in 0..2 {
        let lock = held(Lock::take(&without, &home, &file, moment(0))).unwrap();
        let warning = lock.warning().unwrap();
        assert!(warning.starts_with("Plenary cannot tell whether this session is open in another window"), "{warning}");
    }
}
