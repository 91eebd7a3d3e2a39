//! The saver: it never makes anybody wait, writes the newest, and says so only when it is true.
//!
//! These stories wait on channels. The one that checks the pace asserts only that saves are not too
//! close together, which no slow machine can make untrue.

use super::scene::PATIENCE;
use crate::support::files::{Call, Watched, at_risk};
use crate::support::sessions::{moment, new_session, small_framework};
use plenary::store::{FileSystem, Home, Intervals, PACE, RealFiles, SaveEvent, SaveJob, Saver, open};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than anything here takes; a test that runs into it fails.
/// A saver whose home has this file in its sessions folder. Backups and copies are other stories' matter.
fn start(files: impl FileSystem + Send + Sync + 'static, file: &Path) -> (Saver, Receiver<SaveEvent>) {
    let (sender, events) = channel();
    // A story that has heard enough hangs up.
    let report = move |event| {
        if !matches!(event, SaveEvent::RecoveryCopy { .. } | SaveEvent::NoCopy { .. }) {
            drop(sender.send(event));
        }
    };
    let home = home_of(file);
    // It is there from the beginning, and has been seen.
    let _ = home.make_sessions_folder();
    (Saver::start(Arc::new(files), &home, Intervals::default(), report).unwrap(), events)
}

fn home_of(file: &Path) -> Home {
    Home::at(file.parent().unwrap().parent().unwrap().to_owned(), true)
}

fn folder_and_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let sessions = folder.path().join("sessions");
    fs::create_dir(&sessions).unwrap();
    (folder, sessions.join("session.ron"))
}

/// The session after so many changes.
fn job(target: &Path, rev: u64) -> SaveJob {
    let mut session = new_session("0123456789abcdef");
    session.rev = rev;
    session.about.purpose = format!("change {rev}");
    SaveJob { session: Arc::new(session), framework: Arc::new(small_framework()), target: target.to_owned() }
}

fn rev_of(event: &SaveEvent) -> u64 {
    match event {
        SaveEvent::Saved { rev, .. } | SaveEvent::Failed { rev, .. } => *rev,
        other => panic!("{other:?}"),
    }
}

fn next(events: &Receiver<SaveEvent>) -> SaveEvent {
    events.recv_timeout(PATIENCE).unwrap()
}

fn saved(events: &Receiver<SaveEvent>) -> u64 {
    match next(events) {
        SaveEvent::Saved { rev, .. } => rev,
        other => panic!("not saved: {other:?}"),
    }
}

/// Files that stop at the first new file until something, or nothing more, comes from the given end of the
/// channel: an error lets that call fail.
fn held() -> (Watched, Sender<io::Error>, Receiver<()>) {
    let (release, gate) = channel();
    let (arrive, arrived) = channel::<()>();
    let gate = Mutex::new(gate);
    let first = AtomicUsize::new(0);
    let watched = Watched::hooked(move |_, call| {
        if matches!(call, Call::Create(_)) && first.fetch_add(1, Ordering::Relaxed) == 0 {
            arrive.send(()).unwrap();
            if let Ok(error) = gate.lock().unwrap().recv() {
                return Err(error);
            }
        }
        Ok(())
    });
    (watched, release, arrived)
}

fn renames(watched: &Watched, file: &Path) -> usize {
    watched.calls().iter().filter(|call| matches!(call, Call::Rename(_, to) if to == file)).count()
}

#[test]
fn what_is_reported_as_saved_can_be_opened_and_survives_a_power_cut() {
    let (_folder, file) = folder_and_file();
    let watched = Watched::new();
    let (saver, events) = start(watched.clone(), &file);
    saver.save(job(&file, 7));
    assert!(matches!(next(&events), SaveEvent::Saved { target, rev: 7, .. } if target == file));
    assert_eq!(open(&file).unwrap().session, *job(&file, 7).session);
    assert_eq!(at_risk(&watched.calls()), Vec::<String>::new());
    saver.finish(PATIENCE).unwrap();
}

/// Each call of the seam is one of the system, but for reading (look, open, read, close) and syncing a folder (open,
/// sync, close); and what is written is closed.
#[test]
fn a_change_takes_no_more_calls_than_its_promise() {
    let (_folder, file) = folder_and_file();
    let watched = Watched::new();
    let (saver, events) = start(watched.clone(), &file);
    saver.save(job(&file, 1));
    assert_eq!(saved(&events), 1);
    let first = watched.calls().len();
    saver.save(job(&file, 2));
    assert_eq!(saved(&events), 2);
    saver.finish(PATIENCE).unwrap();
    // At the end it is backed up, which is no part of this.
    let mut calls = watched.calls().split_off(first);
    let renamed = calls.iter().position(|call| matches!(call, Call::Rename(_, to) if *to == file)).unwrap();
    calls.truncate(renamed + 3);
    let of_system = |call: &Call| match call {
        Call::Read(_) => 4,
        Call::SyncFolder(_) => 3,
        Call::Create(_) => 2,
        _ => 1,
    };
    assert_eq!(calls.iter().filter(|call| matches!(call, Call::Sync(_))).count(), 1);
    assert!(matches!(calls.last(), Some(Call::Read(path)) if *path == file), "read back: {calls:?}");
    assert!(calls.iter().map(of_system).sum::<usize>() <= 22, "{calls:#?}");
}

#[test]
fn while_the_disk_is_slow_only_the_newest_snapshot_waits() {
    let (_folder, file) = folder_and_file();
    let (watched, release, arrived) = held();
    let (saver, events) = start(watched.clone(), &file);
    saver.save(job(&file, 1));
    arrived.recv_timeout(PATIENCE).unwrap();
    for rev in 2..=500 {
        saver.save(job(&file, rev));
    }
    drop(release);
    assert_eq!((saved(&events), saved(&events)), (1, 500));
    saver.finish(PATIENCE).unwrap();
    assert_eq!(renames(&watched, &file), 2, "the 498 between were never written");
    assert_eq!(open(&file).unwrap().session.rev, 500);
}

#[test]
fn a_snapshot_that_failed_never_comes_back_over_a_newer_one() {
    let (_folder, file) = folder_and_file();
    let (watched, release, arrived) = held();
    let (saver, events) = start(watched, &file);
    saver.save(job(&file, 1));
    arrived.recv_timeout(PATIENCE).unwrap();
    saver.save(job(&file, 2));
    release.send(io::ErrorKind::StorageFull.into()).unwrap();
    assert!(matches!(next(&events), SaveEvent::Failed { rev: 1, .. }));
    saver.finish(PATIENCE).unwrap();
    assert_eq!(saved(&events), 2);
    assert_eq!(open(&file).unwrap().session.rev, 2);
}

#[test]
fn changes_that_keep_coming_are_written_at_most_four_times_a_second() {
    let (_folder, file) = folder_and_file();
    let began = Instant::now();
    let (saver, events) = start(RealFiles, &file);
    let mut rev = 0;
    let mut reported = Vec::new();
    while reported.len() < 5 {
        rev += 1;
        saver.save(job(&file, rev));
        reported.extend(events.recv_timeout(Duration::from_millis(1)).ok().map(|event| rev_of(&event)));
    }
    assert!(began.elapsed() >= PACE * 4, "five saves in {:?}", began.elapsed());
    assert!(reported.is_sorted() && rev > 5, "{rev} changes, of which {reported:?} were written");
    saver.finish(PATIENCE).unwrap();
    assert_eq!(open(&file).unwrap().session.rev, rev);
}

#[test]
fn finishing_writes_what_waits_without_waiting_for_its_turn() {
    let (_folder, file) = folder_and_file();
    let (saver, events) = start(RealFiles, &file);
    saver.save(job(&file, 1));
    assert_eq!(saved(&events), 1);
    saver.save(job(&file, 2));
    saver.finish(PATIENCE).unwrap();
    assert_eq!(open(&file).unwrap().session.rev, 2);
    assert_eq!(saved(&events), 2);
    assert!(events.recv().is_err(), "the thread is gone");
}

#[test]
fn a_saver_that_is_only_dropped_still_writes() {
    let (_folder, file) = folder_and_file();
    let (saver, events) = start(RealFiles, &file);
    saver.save(job(&file, 1));
    assert_eq!(saved(&events), 1);
    saver.save(job(&file, 2));
    drop(saver);
    assert_eq!(saved(&events), 2);
    assert!(events.recv().is_err());
}

#[test]
fn finishing_waits_no_longer_than_it_is_told_for_a_disk_that_hangs() {
    let (_folder, file) = folder_and_file();
    let (watched, release, arrived) = held();
    let (saver, events) = start(watched, &file);
    saver.save(job(&file, 1));
    arrived.recv_timeout(PATIENCE).unwrap();
    let reason = saver.finish(Duration::from_millis(20)).unwrap_err().to_string();
    assert!(reason.ends_with("session.ron is not saved yet: the disk does not answer."), "{reason}");
    drop(release);
    assert_eq!(saved(&events), 1, "when the disk answers after all, it is saved after all");
}

#[test]
fn finishing_says_what_could_not_be_saved_and_why() {
    let (folder, file) = folder_and_file();
    let (saver, events) = start(RealFiles, &file);
    fs::remove_dir_all(folder.path()).unwrap();
    saver.save(job(&file, 3));
    let reason = saver.finish(PATIENCE).unwrap_err().to_string();
    assert!(reason.contains("session.ron was not saved: it is not there; if it is on a stick"), "{reason}");
    assert!(matches!(next(&events), SaveEvent::Failed { rev: 3, .. }));
}

#[test]
fn when_the_stick_is_back_the_newest_snapshot_is_saved_by_itself() {
    let (folder, file) = folder_and_file();
    let sessions = folder.path().join("sessions");
    fs::remove_dir(&sessions).unwrap();
    // A file stands in the folder's place: not even root can write a session there.
    fs::write(&sessions, "").unwrap();
    let (saver, events) = start(RealFiles, &file);
    saver.save(job(&file, 1));
    let SaveEvent::Failed { target, rev: 1, reason, recovery } = next(&events) else { panic!("it cannot be saved") };
    assert_eq!(target, file);
    assert!(reason.contains("a part of the path is a file, not a folder"), "{reason}");
    saver.save(job(&file, 2));
    saver.save(job(&file, 3));
    assert_eq!(open(&recovery.unwrap()).unwrap().session.rev, 1, "it is safe all the same");
    fs::remove_file(&sessions).unwrap();
    fs::create_dir(&sessions).unwrap();
    assert_eq!(saved(&events), 3);
    assert_eq!(open(&file).unwrap().session.rev, 3);
    saver.finish(PATIENCE).unwrap();
}

#[test]
fn one_file_that_cannot_be_saved_does_not_keep_another_waiting() {
    let (folder, file) = folder_and_file();
    let (saver, events) = start(RealFiles, &file);
    saver.save(job(&folder.path().join("sessions").join("gone").join("x.ron"), 1));
    saver.save(job(&file, 2));
    let (mut revs, mut failed) = (Vec::new(), 0);
    for _ in 0..2 {
        let event = next(&events);
        failed += usize::from(matches!(event, SaveEvent::Failed { .. }));
        revs.push(rev_of(&event));
    }
    revs.sort_unstable();
    assert_eq!((revs, failed), (vec![1, 2], 1));
    assert!(saver.finish(PATIENCE).unwrap_err().to_string().contains("x.ron was not saved"));
}

/// Unwinds without the message that a panic prints.
fn panic_quietly() -> ! {
    std::panic::resume_unwind(Box::new("injected"))
}

#[test]
fn a_panic_while_saving_is_a_failed_save_and_not_the_end_of_saving() {
    let (_folder, file) = folder_and_file();
    let times = AtomicUsize::new(0);
    let watched = Watched::hooked(move |_, call| {
        if matches!(call, Call::Sync(_)) && times.fetch_add(1, Ordering::Relaxed) == 0 {
            panic_quietly();
        }
        Ok(())
    });
    let (saver, events) = start(watched, &file);
    saver.save(job(&file, 1));
    assert!(matches!(next(&events), SaveEvent::Failed { rev: 1, .. }));
    saver.save(job(&file, 2));
    saver.finish(PATIENCE).unwrap();
    assert_eq!(open(&file).unwrap().session.rev, 2);
}

#[test]
fn a_panic_in_the_listener_does_not_stop_saving() {
    let (_folder, file) = folder_and_file();
    let saver = Saver::start(Arc::new(RealFiles), &home_of(&file), Intervals::default(), |_| panic_quietly()).unwrap();
    saver.save(job(&file, 1));
    saver.save(job(&file, 2));
    saver.finish(PATIENCE).unwrap();
    assert_eq!(open(&file).unwrap().session.rev, 2);
}

#[test]
fn a_session_that_would_not_read_back_the_same_replaces_nothing() {
    let (_folder, file) = folder_and_file();
    let (saver, events) = start(RealFiles, &file);
    saver.save(job(&file, 1));
    assert_eq!(saved(&events), 1);
    let mut impossible = job(&file, 2);
    Arc::make_mut(&mut impossible.session).seconds.insert("inputs".into(), u32::MAX);
    saver.save(impossible);
    let SaveEvent::Failed { rev: 2, reason, .. } = next(&events) else { panic!("it must not be saved") };
    assert!(reason.contains("did not read back as it was written"), "{reason}");
    assert_eq!(open(&file).unwrap().session.rev, 1);
}

#[test]
fn at_the_moment_of_the_report_the_file_is_there_whole_each_time() {
    let (_folder, file) = folder_and_file();
    let (sender, checked) = channel();
    let report = move |event| {
        if let SaveEvent::Saved { target, rev, at } = event {
            let loaded = open(&target).unwrap();
            assert!(at >= moment(0));
            sender.send(loaded.session.rev == rev && loaded.warnings.is_empty()).unwrap();
        }
    };
    let saver = Saver::start(Arc::new(RealFiles), &home_of(&file), Intervals::default(), report).unwrap();
    for rev in 1..=3 {
        saver.save(job(&file, rev));
        assert!(checked.recv_timeout(PATIENCE).unwrap());
    }
    saver.finish(PATIENCE).unwrap();
}

#[test]
fn a_full_disk_is_named_and_the_old_version_stands() {
    let (_folder, file) = folder_and_file();
    let full = Arc::new(AtomicUsize::new(0));
    let is_full = Arc::clone(&full);
    let watched = Watched::hooked(move |_, call| match call {
        Call::Write(_) if is_full.load(Ordering::Relaxed) == 1 => Err(io::Error::from(io::ErrorKind::StorageFull)),
        _ => Ok(()),
    });
    let (saver, events) = start(watched, &file);
    saver.save(job(&file, 1));
    assert_eq!(saved(&events), 1);
    full.store(1, Ordering::Relaxed);
    saver.save(job(&file, 2));
    let SaveEvent::Failed { reason, .. } = next(&events) else { panic!("the disk is full") };
    assert!(reason.contains("the disk is full; free some space on it"), "{reason}");
    assert_eq!(open(&file).unwrap().session.rev, 1);
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "no half file is left");
    full.store(0, Ordering::Relaxed);
    // The next attempt would be in five seconds; finishing makes it now.
    saver.finish(Intervals::default().retry / 2).unwrap();
    assert_eq!(open(&file).unwrap().session.rev, 2);
}
