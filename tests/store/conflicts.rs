//! Files that somebody else changed, files of a later format, and "Save as": nobody's version is written over.

use super::scene::{Scene, finish, hanging, is_saved, next};
use crate::support::files::{Call, Watched};
use crate::support::sessions::{ID, bytes, job, moment, newer, text_of, version};
use plenary::session::FORMAT;
use plenary::store::{RealFiles, SaveError, SaveEvent, Warning, backups, open, open_to_edit, reserve_path};
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;

#[test]
fn a_conflict_is_said_once_and_both_versions_stand() {
    let scene = Scene::new();
    for file in [&scene.inside, &scene.outside] {
        fs::write(file, bytes(5)).unwrap();
        let (saver, events) = scene.start(RealFiles);
        saver.opened(file, &scene.opened(file));
        saver.save(job(file, 6));
        next(&events, is_saved(6));
        let mut theirs = version(7);
        theirs.about.venue = "somebody else's".into();
        let theirs = text_of(&theirs);
        fs::write(file, &theirs).unwrap();
        saver.save(job(file, 7));
        let event = next(&events, |event| !matches!(event, SaveEvent::RecoveryCopy { .. }));
        let SaveEvent::Conflict { target, copy: beside, rev: 7, .. } = event else { panic!("{event:?}") };
        assert_eq!((&target, beside.as_path()), (file, file.with_file_name("glenside (conflict 7).ron").as_path()));
        let event = next(&events, is_saved(7));
        assert!(matches!(event, SaveEvent::Saved { target, .. } if target == beside));
        // Under the old name or the new one, it is the same session.
        saver.save(job(file, 8));
        next(&events, is_saved(8));
        saver.save(job(&beside, 9));
        next(&events, is_saved(9));
        finish(saver);
        assert_eq!(fs::read_to_string(file).unwrap(), theirs);
        assert_eq!(open(&beside).unwrap().session, version(9));
        assert!(events.iter().all(|event| !matches!(event, SaveEvent::Conflict { .. })));
        assert_eq!(scene.copies(), Vec::<PathBuf>::new());
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 2);
    }
}

#[test]
fn a_conflict_about_a_conflict_copy_gets_a_name_of_the_session() {
    let scene = Scene::new();
    let (saver, events) = scene.start(RealFiles);
    fs::write(&scene.inside, "theirs").unwrap();
    fs::write(scene.inside.with_file_name("glenside (conflict 1).ron"), "an earlier one").unwrap();
    let mut place = scene.inside.clone();
    let mut names = Vec::new();
    for rev in 1..=3 {
        saver.save(job(&place, rev));
        let event = next(&events, |event| matches!(event, SaveEvent::Conflict { .. }));
        let SaveEvent::Conflict { copy: beside, .. } = event else { panic!() };
        names.push(beside.file_name().unwrap().to_str().unwrap().to_owned());
        next(&events, is_saved(rev));
        place = beside;
        fs::write(&place, "theirs again").unwrap();
    }
    assert_eq!(names, ["glenside (conflict 1-2).ron", "glenside (conflict 2).ron", "glenside (conflict 3).ron"]);
    finish(saver);
}

#[test]
fn a_file_that_is_gone_is_written_again() {
    let scene = Scene::new();
    fs::write(&scene.inside, bytes(5)).unwrap();
    let (saver, events) = scene.start(RealFiles);
    saver.opened(&scene.inside, &scene.opened(&scene.inside));
    fs::remove_file(&scene.inside).unwrap();
    saver.save(job(&scene.inside, 6));
    next(&events, |event| matches!(event, SaveEvent::Saved { target, .. } if *target == scene.inside));
    finish(saver);
}

#[test]
fn our_own_version_is_never_taken_for_somebody_elses_after_a_failure() {
    let scene = Scene::new();
    let times = Mutex::new(0);
    let sessions = scene.home.sessions_folder();
    let (saver, events) = scene.start(Watched::hooked(move |_, call| {
        // The rename has happened, and the folder does not confirm it.
        if *call == Call::SyncFolder(sessions.clone()) {
            let mut times = times.lock().unwrap();
            *times += 1;
            if *times <= 2 {
                return Err(io::Error::from_raw_os_error(5));
            }
        }
        Ok(())
    }));
    saver.save(job(&scene.inside, 1));
    next(&events, |event| matches!(event, SaveEvent::Failed { .. }));
    saver.save(job(&scene.inside, 2));
    next(&events, is_saved(2));
    finish(saver);
    assert_eq!(open(&scene.inside).unwrap().session, version(2));
    assert_eq!(fs::read_dir(scene.inside.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_file_that_others_changed_is_backed_up_before_it_is_written_over_or_else_not() {
    for can_back_up in [true, false] {
        let scene = Scene::new();
        let edited = text_of(&version(5)).replacen("  rev: 5,", "  rev: 5,\n  colour: \"blue\",", 1);
        fs::write(&scene.inside, &edited).unwrap();
        if !can_back_up {
            fs::write(scene.home.state_folder(), "in the way").unwrap();
        }
        let opened = scene.opened(&scene.inside);
        assert!(opened.warnings.contains(&Warning::ChangedOutside));
        let (saver, events) = scene.start(RealFiles);
        saver.opened(&scene.inside, &opened);
        saver.save(job(&scene.inside, 6));
        next(&events, is_saved(6));
        finish(saver);
        if can_back_up {
            let kept = backups(&RealFiles, &scene.home, ID).into_iter().find(|backup| backup.rev == 5).unwrap();
            assert_eq!(fs::read_to_string(kept.path).unwrap(), edited, "byte for byte");
            assert_eq!(open(&scene.inside).unwrap().session, version(6));
        } else {
            assert!(opened.found[0].contains("so changes will be saved beside it"), "{:?}", opened.found);
            assert_eq!(fs::read_to_string(&scene.inside).unwrap(), edited);
        }
    }
}

#[test]
fn save_as_goes_on_in_another_file_and_refuses_one_that_is_there() {
    let scene = Scene::new();
    let (saver, events) = scene.start(RealFiles);
    saver.save(job(&scene.outside, 1));
    next(&events, is_saved(1));
    fs::write(&scene.inside, "").unwrap();
    let error = reserve_path(&RealFiles, &scene.inside).unwrap_err();
    assert!(matches!(error, SaveError::Exists(_)) && error.to_string().ends_with("choose another name."), "{error}");
    fs::remove_file(&scene.inside).unwrap();
    reserve_path(&RealFiles, &scene.inside).unwrap();
    saver.move_to(&scene.outside, &scene.inside);
    next(&events, |event| matches!(event, SaveEvent::Saved { target, .. } if *target == scene.inside));
    saver.save(job(&scene.inside, 2));
    next(&events, is_saved(2));
    finish(saver);
    assert_eq!(open(&scene.outside).unwrap().session, version(1), "the old file stays");
    assert_eq!(open(&scene.inside).unwrap().session, version(2));
    assert_eq!(scene.copies(), Vec::<PathBuf>::new());
}

#[test]
fn save_as_while_the_copy_is_being_written_leaves_no_copy_behind() {
    let scene = Scene::new();
    let (watched, release) = hanging(scene.home.recovery_folder());
    let (saver, events) = scene.start(watched);
    saver.save(job(&scene.outside, 1));
    next(&events, is_saved(1));
    reserve_path(&RealFiles, &scene.inside).unwrap();
    saver.move_to(&scene.outside, &scene.inside);
    drop(release);
    next(&events, |event| matches!(event, SaveEvent::Saved { target, .. } if *target == scene.inside));
    finish(saver);
    assert_eq!(scene.copies(), Vec::<PathBuf>::new());
}

#[test]
fn a_newer_format_is_shown_as_far_as_it_is_understood_and_never_written() {
    let scene = Scene::new();
    let newer = newer(&text_of(&version(5)), FORMAT + 1).replacen("  rev: 5,", "  rev: 5,\n  ballots: [1, 2],", 1);
    fs::write(&scene.inside, &newer).unwrap();
    let opened = scene.opened(&scene.inside);
    assert_eq!(opened.session.about, version(5).about);
    let reason = format!("This file was written by a newer Plenary (format {}).", FORMAT + 1);
    assert!(opened.read_only.as_deref().unwrap().starts_with(&reason));
    assert!(opened.warnings.iter().any(|warning| warning.to_string().contains("\"ballots\"")));
    // Should anybody hand it over all the same, it goes beside.
    let (saver, events) = scene.start(RealFiles);
    saver.opened(&scene.inside, &opened);
    saver.save(job(&scene.inside, 6));
    next(&events, |event| matches!(event, SaveEvent::Conflict { .. }));
    finish(saver);
    assert_eq!(fs::read_to_string(&scene.inside).unwrap(), newer);
    let unknown = newer.replacen("\n  status: InProgress", "\n  status: Paused", 1);
    fs::write(&scene.inside, unknown).unwrap();
    let error = open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(0)).unwrap_err();
    let reason = format!("written by a newer Plenary (format {}, this program reads up to {FORMAT})", FORMAT + 1);
    assert!(error.to_string().contains(&reason), "{error}");
}
