//! A session that gets its name after its first save: the first file goes once the other holds all of it, never before,
//! and never where it holds anything else.

use super::scene::{Scene, finish, is_saved, next};
use crate::support::files::{Call, Watched};
use crate::support::sessions::{job, text_of, version};
use plenary::session::Session;
use plenary::store::{FileSystem, RealFiles, SaveEvent, open, reserve_path};
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// Saves a first version under the first name, lets something happen to that file, and renames.
fn renamed(files: impl FileSystem + Send + Sync + 'static, meanwhile: impl FnOnce(&PathBuf)) -> (Scene, PathBuf) {
    let scene = Scene::new();
    let first = scene.inside.with_file_name("2026-03-12-partnership.ron");
    let (saver, events) = scene.start(files);
    saver.save(job(&first, 1));
    next(&events, is_saved(1));
    meanwhile(&first);
    reserve_path(&RealFiles, &scene.inside).unwrap();
    saver.rename(&first, &scene.inside);
    saver.save(job(&scene.inside, 2));
    next(&events, |event| matches!(event, SaveEvent::Saved { target, rev: 2, .. } if *target == scene.inside));
    finish(saver);
    assert_eq!(open(&scene.inside).unwrap().session, version(2));
    (scene, first)
}

#[test]
fn the_first_file_is_gone_before_the_other_is_called_saved() {
    let (scene, first) = renamed(RealFiles, |_| {});
    assert!(!first.exists());
    assert_eq!(fs::read_dir(scene.home.sessions_folder()).unwrap().count(), 1);
    assert!(scene.copies().is_empty());
}

#[test]
fn a_first_file_that_only_held_the_name_goes_too() {
    let scene = Scene::new();
    let first = scene.inside.with_file_name("2026-03-12-partnership.ron");
    let (saver, events) = scene.start(RealFiles);
    // The thread is busy with another one, so that the first file is never written.
    saver.save(job(&scene.inside.with_file_name("other.ron"), 1));
    reserve_path(&RealFiles, &first).unwrap();
    saver.save(job(&first, 1));
    reserve_path(&RealFiles, &scene.inside).unwrap();
    saver.rename(&first, &scene.inside);
    next(&events, |event| matches!(event, SaveEvent::Saved { target, .. } if *target == scene.inside));
    assert!(!first.exists());
    finish(saver);
}

#[test]
fn a_first_file_that_holds_anything_else_stays() {
    let other = Session { id: "ffffffffffffffff".into(), ..version(1) };
    for theirs in [text_of(&version(9)), text_of(&other), "a letter".to_owned(), text_of(&version(1)).replace(')', "")]
    {
        let (_scene, first) = renamed(RealFiles, |first| fs::write(first, &theirs).unwrap());
        assert_eq!(fs::read_to_string(&first).unwrap(), theirs);
    }
    let (_scene, first) = renamed(RealFiles, |first| fs::remove_file(first).unwrap());
    assert!(!first.exists());
}

#[test]
fn while_the_other_cannot_be_written_the_first_file_stays() {
    let scene = Scene::new();
    let first = scene.inside.with_file_name("2026-03-12-partnership.ron");
    let refuses = Arc::new(AtomicBool::new(false));
    let (asked, seen) = (Arc::clone(&refuses), Arc::new(Mutex::new(Vec::new())));
    let told = Arc::clone(&seen);
    let watched = Watched::hooked(move |_, call| {
        if let Call::Remove(path) = call {
            told.lock().unwrap().push(path.clone());
        }
        let is_new = matches!(call, Call::Create(_));
        if asked.load(Ordering::SeqCst) && is_new { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    });
    let (saver, events) = scene.start(watched);
    saver.save(job(&first, 1));
    next(&events, is_saved(1));
    reserve_path(&RealFiles, &scene.inside).unwrap();
    refuses.store(true, Ordering::SeqCst);
    saver.rename(&first, &scene.inside);
    next(&events, |event| matches!(event, SaveEvent::Failed { target, .. } if *target == scene.inside));
    assert_eq!(open(&first).unwrap().session, version(1), "nothing is lost meanwhile");
    assert!(!seen.lock().unwrap().contains(&first));
    refuses.store(false, Ordering::SeqCst);
    next(&events, |event| matches!(event, SaveEvent::Saved { target, .. } if *target == scene.inside));
    assert!(!first.exists() && scene.inside.exists());
    finish(saver);
}
