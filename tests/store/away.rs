//! Sticks that are pulled and shares that go, and leave an empty folder behind: that is no place to save in. When they
//! are back the work goes there by itself.

use super::scene::{PATIENCE, Scene, finish, is_kept, is_saved, next};
use crate::support::disk::{Disk, Tree};
use crate::support::files::Watched;
use crate::support::sessions::{bytes, job, moment, text_of, version};
use plenary::store::{
    ExpectedContents, FileSystem, Home, Intervals, RealFiles, SaveError, SaveEvent, Saver, Standing, create,
    last_resort, open, open_to_edit, save_atomic, save_expected,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

fn home() -> Home {
    Home::at("/stick/plenary".into(), true).with_refuge("/account/recovery".into())
}

fn inside() -> PathBuf {
    home().sessions_folder().join("glenside.ron")
}

fn outside() -> PathBuf {
    "/share/team/glenside.ron".into()
}

/// A home on a stick and a file on a share, both of version 5.
fn disk() -> Disk {
    Disk::with(&[(inside(), Some(bytes(5))), (outside(), Some(bytes(5)))].into_iter().collect::<Tree>())
}

fn start(disk: &Disk, home: &Home) -> (Saver, Receiver<SaveEvent>) {
    let (sender, events) = channel();
    let report = move |event| drop(sender.send(event));
    let intervals = Intervals { retry: Duration::from_millis(20), ..Intervals::default() };
    (Saver::start(Arc::new(disk.clone()), home, intervals, report).unwrap(), events)
}

/// Opens a file and saves its version 6.
fn at_work(disk: &Disk, home: &Home, file: &Path) -> (Saver, Receiver<SaveEvent>) {
    let (saver, events) = start(disk, home);
    saver.opened(file, &open_to_edit(disk, home, file, moment(0)).unwrap());
    saver.save(job(file, 6));
    next(&events, is_saved(6));
    (saver, events)
}

fn reason_of_failure(events: &Receiver<SaveEvent>) -> (String, Option<PathBuf>) {
    match next(events, |event| matches!(event, SaveEvent::Failed { .. })) {
        SaveEvent::Failed { reason, recovery, .. } => (reason, recovery),
        other => panic!("{other:?}"),
    }
}

fn is_empty(disk: &Disk, folder: &str) -> bool {
    disk.list(Path::new(folder)).unwrap().is_empty()
}

fn read(disk: &Disk, file: &Path) -> Vec<u8> {
    disk.read(file, usize::MAX).unwrap()
}

/// The session in a file on the paper disk.
fn session_in(disk: &Disk, file: &Path) -> plenary::session::Session {
    plenary::store::decode(&read(disk, file), "it").unwrap().session
}

#[test]
fn a_share_that_leaves_an_empty_folder_is_no_place_and_gets_the_work_when_it_is_back() {
    for (mount, renumbered) in [("/share", false), ("/share", true), ("/share/team", false), ("/share/team", true)] {
        let (disk, home) = (disk(), home());
        let (saver, events) = at_work(&disk, &home, &outside());
        disk.pull(Path::new(mount));
        saver.save(job(&outside(), 7));
        let (reason, _) = reason_of_failure(&events);
        assert!(reason.contains("connect"), "{reason}");
        // Again and again.
        reason_of_failure(&events);
        assert!(is_empty(&disk, mount), "nothing is made below the share");
        disk.put_back(Path::new(mount), renumbered);
        next(&events, is_saved(7));
        assert_eq!(session_in(&disk, &outside()), version(7));
        finish(saver);
        assert!(disk.list(&home.recovery_folder()).unwrap().is_empty(), "it is where it belongs");
    }
}

#[test]
fn at_the_end_the_work_of_a_share_that_stays_away_is_in_its_recovery_copy() {
    let (disk, home) = (disk(), home());
    let (saver, _events) = at_work(&disk, &home, &outside());
    disk.pull(Path::new("/share/team"));
    saver.save(job(&outside(), 7));
    let left = saver.finish(PATIENCE).unwrap_err();
    assert!(left.to_string().contains("/share/team is not the folder it was in"), "{left}");
    let copy = left.0[0].recovery.clone().unwrap();
    assert_eq!(session_in(&disk, &copy), version(7));
    let files: Arc<dyn FileSystem + Send + Sync> = Arc::new(disk.clone());
    let unsaved = &left.0[0];
    let place = last_resort(&files, &home, &unsaved.job, unsaved.folder, moment(0), PATIENCE).unwrap();
    assert!(place.starts_with(home.recovery_folder()), "{}", place.display());
    assert!(is_empty(&disk, "/share/team"));
    disk.put_back(Path::new("/share/team"), true);
    let opened = open_to_edit(&disk, &home, &outside(), moment(60)).unwrap();
    assert_eq!((opened.session, opened.unsaved), (version(7), true));
}

#[test]
fn a_home_on_a_stick_is_not_made_anew_and_the_work_waits_outside_of_it() {
    for (mount, renumbered) in [("/stick", true), ("/stick", false), ("/stick/plenary", true)] {
        let (disk, home) = (disk(), home());
        let (saver, events) = at_work(&disk, &home, &inside());
        disk.pull(Path::new(mount));
        saver.save(job(&inside(), 7));
        let (_, recovery) = reason_of_failure(&events);
        let copy = recovery.unwrap();
        assert!(copy.starts_with("/account/recovery"), "{}", copy.display());
        assert_eq!(session_in(&disk, &copy), version(7));
        let left = saver.finish(PATIENCE).unwrap_err();
        assert_eq!(left.0[0].recovery.as_ref(), Some(&copy));
        assert!(is_empty(&disk, mount), "no folder is made below the stick");

        disk.put_back(Path::new(mount), renumbered);
        let opened = open_to_edit(&disk, &home, &inside(), moment(60)).unwrap();
        assert_eq!((&opened.session, opened.unsaved), (&version(7), true));
        assert!(opened.found[0].contains("was found in its recovery copy"), "{:?}", opened.found);
        let (saver, events) = start(&disk, &home);
        saver.opened(&inside(), &opened);
        saver.save(job(&inside(), 7));
        next(&events, is_saved(7));
        finish(saver);
        assert_eq!(session_in(&disk, &inside()), version(7));
        assert_eq!(disk.look(&copy).unwrap(), Standing::Nothing, "nothing is left on this computer");
    }
}

#[test]
fn a_stick_that_is_back_while_the_program_runs_gets_the_work_and_takes_the_copy_away() {
    let (disk, home) = (disk(), home());
    let (saver, events) = at_work(&disk, &home, &inside());
    disk.pull(Path::new("/stick"));
    saver.save(job(&inside(), 7));
    let copy = reason_of_failure(&events).1.unwrap();
    disk.put_back(Path::new("/stick"), true);
    next(&events, is_saved(7));
    finish(saver);
    assert_eq!(session_in(&disk, &inside()), version(7));
    assert_eq!(disk.look(&copy).unwrap(), Standing::Nothing);
}

#[test]
fn a_share_that_is_back_with_a_colleagues_version_keeps_it() {
    let (disk, home) = (disk(), home());
    let (saver, events) = at_work(&disk, &home, &outside());
    disk.pull(Path::new("/share/team"));
    saver.save(job(&outside(), 7));
    reason_of_failure(&events);
    let mut theirs = version(7);
    theirs.about.venue = "the colleague's".into();
    let theirs = text_of(&theirs).into_bytes();
    disk.put_back(Path::new("/share/team"), true);
    disk.put(&outside(), &theirs);
    // Whether a retry came between or not, neither version is lost.
    finish(saver);
    let beside = Path::new("/share/team").join("glenside (conflict 7).ron");
    let is_beside = disk.look(&beside).unwrap() != Standing::Nothing;
    assert!(!is_beside || read(&disk, &outside()) == theirs);
    assert_eq!(session_in(&disk, &if is_beside { beside } else { outside() }).about.purpose, "change 7");
}

#[test]
fn another_stick_with_a_file_of_that_name_is_not_the_place() {
    let (disk, home) = (disk(), home());
    let (saver, events) = at_work(&disk, &home, &outside());
    disk.pull(Path::new("/share/team"));
    let mut other = version(3);
    other.id = "ffffffffffffffff".into();
    let other = text_of(&other).into_bytes();
    disk.put(&outside(), &other);
    saver.save(job(&outside(), 7));
    reason_of_failure(&events);
    saver.finish(PATIENCE).unwrap_err();
    assert_eq!(read(&disk, &outside()), other);
    assert_eq!(disk.list(Path::new("/share/team")).unwrap(), [outside()]);
}

#[test]
fn a_writer_that_knows_only_the_path_saves_below_the_stick() {
    let disk = disk();
    disk.pull(Path::new("/share/team"));
    save_atomic(&disk, &outside(), &bytes(7)).unwrap();
    disk.put_back(Path::new("/share/team"), true);
    assert_eq!(session_in(&disk, &outside()), version(5), "and nobody is told");
}

/// Puts an empty folder in the place of another, as a stick that is pulled leaves its own; gives where that is now.
fn pull(folder: &Path) -> PathBuf {
    let away = folder.with_extension("away");
    fs::rename(folder, &away).unwrap();
    fs::create_dir(folder).unwrap();
    away
}

#[test]
fn whenever_the_stick_is_pulled_nothing_is_written_below_it_and_called_saved() {
    let save = |files: &Watched, scene: &Scene| {
        let folder = RealFiles.identify(scene.outside.parent().unwrap()).ok();
        save_expected(files, &scene.outside, &bytes(6), &mut ExpectedContents::of(&bytes(5)).in_folder(folder))
    };
    let make = || {
        let scene = Scene::new();
        fs::write(&scene.outside, bytes(5)).unwrap();
        scene
    };
    let counting = Watched::new();
    save(&counting, &make()).unwrap();
    for n in 0..counting.calls().len() {
        let scene = make();
        let share = scene.outside.parent().unwrap().to_owned();
        let its = share.clone();
        let saved = save(
            &Watched::hooked(move |number, _| {
                if number == n {
                    pull(&its);
                }
                Ok(())
            }),
            &scene,
        );
        let on_stick = fs::read(share.with_extension("away").join("glenside.ron")).unwrap();
        assert!(on_stick == bytes(5) || on_stick == bytes(6), "call {n}");
        assert!(saved.is_err() || on_stick == bytes(6), "call {n}: called saved");
        assert_eq!(fs::read_dir(&share).unwrap().count(), 0, "call {n}: something is below the stick");
    }
}

#[test]
fn a_home_that_is_gone_is_not_made_anew_by_anything() {
    let scene = Scene::new();
    let session = version(1);
    let make = || create(&RealFiles, &scene.home, &session, &crate::support::sessions::small_framework(), moment(0));
    make().unwrap();
    let away = pull(&scene.home.root);
    make().unwrap_err();
    scene.home.make_sessions_folder().unwrap_err();
    scene.home.make_state_folder().unwrap_err();
    scene.home.make_export_folder(&scene.home.reports_folder()).unwrap_err();
    plenary::store::Settings::default().write(&RealFiles, &scene.home).unwrap_err();
    plenary::store::remember_last(&RealFiles, &scene.home, &scene.inside).unwrap_err();
    assert!(matches!(
        plenary::store::Lock::take(&RealFiles, &scene.home, &scene.inside, moment(0)),
        plenary::store::Taken::Held(lock) if lock.warning().is_some()
    ));
    assert_eq!(fs::read_dir(&scene.home.root).unwrap().count(), 0);
    fs::remove_dir(&scene.home.root).unwrap();
    make().unwrap_err();
    assert!(!scene.home.root.exists());
    fs::rename(away, &scene.home.root).unwrap();
    scene.home.make_state_folder().unwrap();
}

#[test]
fn a_sessions_folder_that_was_taken_away_is_made_again_while_the_home_is_there() {
    let scene = Scene::new();
    fs::write(&scene.inside, bytes(5)).unwrap();
    let (saver, events) = scene.start(RealFiles);
    saver.opened(&scene.inside, &scene.opened(&scene.inside));
    fs::remove_dir_all(scene.home.sessions_folder()).unwrap();
    saver.save(job(&scene.inside, 6));
    next(&events, |event| matches!(event, SaveEvent::Failed { .. }));
    next(&events, is_saved(6));
    finish(saver);
    assert_eq!(open(&scene.inside).unwrap().session, version(6));
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.path().join("stick"), &link).unwrap();
    for home in [link.clone(), link.join("plenary")] {
        let home = Home::find(Some(&home)).unwrap();
        let made = create(&RealFiles, &home, &version(1), &crate::support::sessions::small_framework(), moment(0));
        let error = made.unwrap_err().to_string();
        assert!(error.contains("it is not there; if it is on a stick or a network drive"), "{error}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let error = save_expected(&RealFiles, &link, &bytes(1), &mut ExpectedContents::nothing()).unwrap_err();
    assert!(matches!(error, SaveError::Step { .. }), "{error}");
}

#[test]
fn a_power_cut_while_the_stick_is_away_takes_nothing_that_was_kept() {
    let (disk, home) = (disk(), home());
    let (saver, events) = at_work(&disk, &home, &inside());
    disk.pull(Path::new("/stick"));
    disk.watch();
    for rev in 7..=8 {
        saver.save(job(&inside(), rev));
        next(&events, is_kept(rev));
        disk.promise(rev);
    }
    saver.finish(PATIENCE).unwrap_err();
    let (mut states, mut bad) = (0, 0);
    for when in disk.moments() {
        for mut tree in when.after_power_cut() {
            // The stick is put back before the session is opened again.
            tree.insert(inside(), Some(bytes(6)));
            let opened = open_to_edit(&Disk::with(&tree), &self::home(), &inside(), moment(60)).unwrap();
            states += 1;
            bad += usize::from(opened.session != version(opened.session.rev) || opened.session.rev < when.promised);
        }
    }
    assert!(states > 20 && bad == 0, "{bad} of {states}");
}

/// Some mounted places make up a number for each look at a folder.
#[test]
fn a_place_whose_folders_have_another_number_at_each_look_is_saved_to() {
    let scene = Scene::new();
    let files = Watched::restless();
    let folder = scene.outside.parent().unwrap();
    let seen = || files.identify(folder).unwrap();
    assert_ne!(seen(), seen());
    fs::write(&scene.outside, "").unwrap();
    let mut known = ExpectedContents::nothing().in_folder(Some(seen()));
    for rev in 5..8 {
        save_expected(&files, &scene.outside, &bytes(rev), &mut known).unwrap();
        assert_eq!(fs::read(&scene.outside).unwrap(), bytes(rev));
    }
    save_atomic(&files, &scene.outside, &bytes(8)).unwrap();
    assert_eq!(fs::read(&scene.outside).unwrap(), bytes(8));
}
