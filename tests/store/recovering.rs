//! Recovery copies and the last resort: the work goes on somewhere, and is found again.

use super::scene::{PATIENCE, Scene, finish, hanging, is_kept, is_saved, next};
use crate::support::files::{Call, Watched};
use crate::support::sessions::{ID, bytes, job, moment, text_of, version};
use plenary::store::{FileSystem, RealFiles, SaveEvent, Source, backups, last_resort, open, rescue, save_atomic};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

#[test]
fn a_share_that_hangs_holds_up_neither_the_caller_nor_the_copy_nor_other_sessions() {
    let scene = Scene::new();
    let (watched, release) = hanging(scene.outside.parent().unwrap().to_owned());
    let (saver, events) = scene.start(watched);
    saver.save(job(&scene.outside, 1));
    next(&events, is_kept(1));
    saver.save(job(&scene.outside, 2));
    saver.save(job(&scene.inside, 9));
    let (mut kept, mut saved) = (false, false);
    while !(kept && saved) {
        match events.recv_timeout(PATIENCE).unwrap() {
            SaveEvent::RecoveryCopy { rev: 2, target, copy, .. } => {
                assert_eq!(target, scene.outside);
                assert_eq!(open(&copy).unwrap().session, version(2));
                kept = true;
            }
            SaveEvent::Saved { rev: 9, .. } => saved = true,
            other => panic!("{other:?}"),
        }
    }
    let left = saver.finish(Duration::from_millis(300)).unwrap_err();
    let sentence = left.to_string();
    assert!(
        sentence.contains("is not saved yet: the disk does not answer. It is safe in the recovery copy"),
        "{sentence}"
    );
    assert_eq!(left.0[0].job.session.rev, 2);
    drop(release);
    // The thread that was stuck goes on, as long as the process lives.
    next(&events, is_saved(2));
}

#[test]
fn handing_over_returns_at_once_while_a_sync_takes_five_seconds() {
    let scene = Scene::new();
    let (release, gate) = channel::<()>();
    let gate = Mutex::new(gate);
    let (arrive, arrived) = channel();
    let watched = Watched::hooked(move |_, call| {
        if matches!(call, Call::Sync(_)) {
            let _ = arrive.send(());
            // No clock: the sync takes until the test has done what it has to do.
            let _ = gate.lock().unwrap().recv();
        }
        Ok(())
    });
    let (saver, events) = scene.start(watched.clone());
    saver.save(job(&scene.inside, 1));
    arrived.recv_timeout(PATIENCE).unwrap();
    let calls = watched.calls().len();
    let mut longest = Duration::ZERO;
    for rev in 2..=5000 {
        let job = job(&scene.inside, rev);
        let began = Instant::now();
        saver.save(job);
        longest = longest.max(began.elapsed());
    }
    assert_eq!(watched.calls().len(), calls, "nothing was asked of the disk meanwhile");
    assert!(longest < Duration::from_secs(1), "{longest:?}");
    drop(release);
    next(&events, is_saved(1));
    next(&events, is_saved(5000));
    finish(saver);
}

#[test]
fn a_session_outside_is_kept_until_it_is_closed_in_good_order() {
    let scene = Scene::new();
    let (saver, events) = scene.start(RealFiles);
    saver.save(job(&scene.outside, 1));
    next(&events, is_kept(1));
    assert_eq!(scene.copies().len(), 1);
    finish(saver);
    assert_eq!(scene.copies(), Vec::<PathBuf>::new());
    let (saver, events) = scene.start(RealFiles);
    saver.save(job(&scene.inside, 1));
    next(&events, is_saved(1));
    finish(saver);
    assert!(events.iter().all(|event| !matches!(event, SaveEvent::RecoveryCopy { .. })), "one inside needs no copy");
}

#[test]
fn what_cannot_be_saved_is_kept_at_once_and_from_then_on() {
    let scene = Scene::new();
    let is_full = Arc::new(AtomicBool::new(true));
    let (its, file) = (Arc::clone(&is_full), scene.home.sessions_folder());
    let (saver, events) = scene.start(Watched::hooked(move |_, call| match call {
        Call::Write(path) if path.starts_with(&file) && its.load(Ordering::Relaxed) => {
            Err(io::ErrorKind::StorageFull.into())
        }
        _ => Ok(()),
    }));
    saver.save(job(&scene.inside, 1));
    let failed = next(&events, |event| matches!(event, SaveEvent::Failed { .. }));
    let SaveEvent::Failed { rev: 1, recovery: Some(copy), reason, .. } = failed else { panic!("{failed:?}") };
    assert!(reason.contains("the disk is full"), "{reason}");
    assert_eq!(open(&copy).unwrap().session, version(1));
    saver.save(job(&scene.inside, 2));
    next(&events, is_kept(2));
    is_full.store(false, Ordering::Relaxed);
    next(&events, is_saved(2));
    finish(saver);
    assert_eq!(open(&scene.inside).unwrap().session, version(2));
    assert_eq!(scene.copies(), Vec::<PathBuf>::new());
}

#[test]
fn at_the_end_what_is_not_saved_is_in_the_copy_that_is_named() {
    let scene = Scene::new();
    fs::remove_dir(scene.outside.parent().unwrap()).unwrap();
    for file in [&scene.outside, &scene.home.sessions_folder().join("gone").join("x.ron")] {
        let (saver, _events) = scene.start(RealFiles);
        saver.save(job(file, 3));
        let left = saver.finish(PATIENCE).unwrap_err();
        let copy = left.0[0].recovery.clone().unwrap();
        assert!(left.to_string().ends_with(&format!("It is safe in the recovery copy {}.", copy.display())), "{left}");
        assert_eq!(open(&copy).unwrap().session, version(3));
    }
}

#[test]
fn a_newer_recovery_copy_is_taken_up_and_the_files_version_kept() {
    let scene = Scene::new();
    fs::write(&scene.outside, bytes(5)).unwrap();
    let (watched, release) = hanging(scene.outside.parent().unwrap().to_owned());
    let (saver, events) = scene.start(watched);
    saver.save(job(&scene.outside, 8));
    next(&events, is_kept(8));
    // As after kill -9: the thread that is stuck never comes to it.
    std::mem::forget((saver, release));
    let opened = scene.opened(&scene.outside);
    assert_eq!(opened.session, version(8));
    assert!(opened.unsaved);
    assert_eq!(
        opened.found,
        ["A newer version of this session was found in its recovery copy and is open now (change 8; the file held \
          change 5, which is kept among the backups)."]
    );
    assert_eq!(open(&scene.outside).unwrap().session, version(5), "opening changes no file");
    assert_eq!(backups(&RealFiles, &scene.home, ID)[0].rev, 5);
    let (saver, events) = scene.start(RealFiles);
    saver.opened(&scene.outside, &opened);
    saver.save(job(&scene.outside, 8));
    next(&events, is_saved(8));
    finish(saver);
    assert_eq!(open(&scene.outside).unwrap().session, version(8));
    assert_eq!(scene.copies(), Vec::<PathBuf>::new());
    assert_eq!(scene.opened(&scene.outside).found, Vec::<String>::new());
}

/// Leaves a recovery copy of this version for a file that cannot be saved.
fn leave_copy(scene: &Scene, file: &Path, rev: u64) -> PathBuf {
    let folder = file.parent().unwrap().to_owned();
    let (saver, _events) = scene.start(Watched::hooked(move |_, call| match call {
        Call::Create(path) if path.starts_with(&folder) => Err(io::ErrorKind::StorageFull.into()),
        _ => Ok(()),
    }));
    saver.save(job(file, rev));
    saver.finish(PATIENCE).unwrap_err().0[0].recovery.clone().unwrap()
}

#[test]
fn an_older_or_different_recovery_copy_goes_among_the_backups() {
    let scene = Scene::new();
    let copy = leave_copy(&scene, &scene.outside, 4);
    let mut different = version(6);
    different.about.venue = "another branch".into();
    fs::write(&scene.outside, text_of(&different)).unwrap();
    let opened = scene.opened(&scene.outside);
    assert_eq!(opened.session, different);
    assert!(!opened.unsaved);
    assert_eq!(
        opened.found,
        ["Another version of this session (change 4) was in its recovery copy; it is kept among the backups."]
    );
    assert!(!copy.exists());
    let revs: Vec<u64> = backups(&RealFiles, &scene.home, ID).iter().map(|backup| backup.rev).collect();
    assert_eq!(revs, [6, 4], "one backup made at the end of the first run is the same as the copy");
}

#[test]
fn a_copy_of_the_file_is_not_given_the_other_ones_work() {
    let scene = Scene::new();
    leave_copy(&scene, &scene.outside, 9);
    fs::write(&scene.outside, bytes(2)).unwrap();
    let copied = scene.outside.with_file_name("copy.ron");
    fs::write(&copied, bytes(2)).unwrap();
    let opened = scene.opened(&copied);
    assert_eq!((opened.session.rev, opened.unsaved), (2, false));
    assert!(
        opened.found[0]
            .contains("There is a recovery copy of this session from another place with newer work (change 9)")
    );
    let found = rescue(&RealFiles, &scene.home, &copied);
    let first_and_other: Vec<_> =
        found.iter().map(|found| (found.source, found.version.rev, found.elsewhere)).collect();
    assert_eq!(
        first_and_other,
        [(Source::Backup, 2, false), (Source::Recovery, 9, true), (Source::Backup, 9, true)],
        "its own first, then the other one's"
    );
    assert_eq!(scene.opened(&scene.outside).session.rev, 9);
}

#[test]
fn the_last_resort_takes_the_first_place_that_answers() {
    let scene = Scene::new();
    let put = |files: Watched, patience| {
        let files: Arc<dyn FileSystem + Send + Sync> = Arc::new(files);
        last_resort(&files, &scene.home, &job(&scene.outside, 4), None, moment(0), patience)
    };
    assert_eq!(put(Watched::new(), PATIENCE).unwrap(), scene.outside, "nothing stood there");
    save_atomic(&RealFiles, &scene.outside, b"theirs").unwrap();
    let path = put(Watched::new(), PATIENCE).unwrap();
    assert!(path.starts_with(scene.home.recovery_folder()));
    assert_eq!(open(&path).unwrap().session, version(4));
    assert_eq!(put(Watched::new(), PATIENCE).unwrap(), path, "there it is already");
    fs::write(&path, "something else").unwrap();
    let again = put(Watched::new(), PATIENCE).unwrap();
    assert_eq!((again != path, fs::read(&path).unwrap()), (true, b"something else".to_vec()));
    let (hangs, _release) = hanging(scene.folder.path().to_owned());
    let path = put(hangs, Duration::from_millis(50)).unwrap();
    assert!(path.starts_with(std::env::temp_dir()), "{}", path.display());
    fs::remove_file(path).unwrap();
    let nowhere = Watched::hooked(|_, call| match call {
        Call::Create(_) => Err(io::ErrorKind::StorageFull.into()),
        _ => Ok(()),
    });
    let reasons = put(nowhere, PATIENCE).unwrap_err();
    assert!(
        reasons.lines().count() >= 3 && reasons.lines().all(|line| line.contains("was not saved: the disk is full"))
    );
    assert_eq!(fs::read(&scene.outside).unwrap(), b"theirs");
}
