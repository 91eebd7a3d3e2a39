//! Disks that are really full or read-only (T4), and masks that would give files away: each in a process of its own,
//! because these things are set for a whole process.
#![cfg(unix)]

use super::scene::PATIENCE;
use crate::support::child::{child_in_shell, folder, run};
use crate::support::sessions::{moment, new_session, small_framework};
use plenary::session::Session;
use plenary::store::{
    ExpectedContents, Home, Intervals, Lock, RealFiles, SaveEvent, SaveJob, Saver, Taken, backups, create, encode,
    last_resort, open, open_to_edit, read_head, remember_last, rescue, restore, save, save_expected,
};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::channel;

fn session(rev: u64, note: usize) -> Session {
    let mut session = new_session("0123456789abcdef");
    session.rev = rev;
    session.about.purpose = "x".repeat(note);
    session
}

fn job(target: &Path, rev: u64, note: usize) -> SaveJob {
    let session = Arc::new(session(rev, note));
    SaveJob { session, framework: Arc::new(small_framework()), target: target.to_owned() }
}

/// Saves a small session, then one that the disk does not take, then a small one again.
fn fill(home: &Home, file: &Path, reason: &str) {
    let (sender, events) = channel();
    let report = move |event| drop(sender.send(event));
    let saver = Saver::start(Arc::new(RealFiles), home, Intervals::default(), report).unwrap();
    let next = || loop {
        match events.recv_timeout(PATIENCE).unwrap() {
            SaveEvent::RecoveryCopy { .. } | SaveEvent::NoCopy { .. } => {}
            event => return event,
        }
    };
    saver.save(job(file, 1, 10));
    assert!(matches!(next(), SaveEvent::Saved { rev: 1, .. }));
    saver.save(job(file, 2, 500_000));
    let SaveEvent::Failed { rev: 2, reason: found, recovery, .. } = next() else { panic!("the disk is full") };
    assert!(found.contains(reason), "{found}");
    assert_eq!(recovery, None, "it is the same disk");
    assert_eq!(open(file).unwrap().session, session(1, 10));
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing half is left");
    let left = saver.finish(PATIENCE).unwrap_err();
    assert!(left.to_string().contains(reason), "{left}");
    let saver = Saver::start(Arc::new(RealFiles), home, Intervals::default(), |_| {}).unwrap();
    saver.opened(file, &open_to_edit(&RealFiles, home, file, moment(0)).unwrap());
    saver.save(job(file, 3, 20));
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    assert_eq!(open(file).unwrap().session, session(3, 20));
}

fn home_in(folder: &Path) -> (Home, PathBuf) {
    let home = Home::at(folder.to_owned(), true);
    let file = home.make_sessions_folder().unwrap().join("glenside.ron");
    (home, file)
}

#[test]
#[ignore = "the process of the test below"]
fn in_a_process_that_may_write_no_large_files() {
    let (home, file) = home_in(&folder());
    fill(&home, &file, "the disk takes no file of this size");
}

#[test]
fn a_file_that_the_system_cuts_off_is_a_failed_save() {
    let folder = tempfile::tempdir().unwrap();
    let line = "trap '' XFSZ; ulimit -f 64; exec \"$@\"";
    run(child_in_shell(line, "store::real_disks::in_a_process_that_may_write_no_large_files", folder.path()));
}

#[test]
#[ignore = "the process of the test below"]
fn on_a_disk_of_its_own() {
    let folder = folder();
    let (home, file) = home_in(&folder);
    fill(&home, &file, "the disk is full; free some space on it");
    let mount = |options: &str| {
        let status = Command::new("mount").args(["-o", options]).arg(&folder).status().unwrap();
        assert!(status.success());
    };
    mount("remount,ro");
    let before = fs::read(&file).unwrap();
    let mut known = ExpectedContents::of(&before);
    let error = save_expected(&RealFiles, &file, b"new", &mut known).unwrap_err().to_string();
    assert!(error.contains("the disk can only be read; choose another folder"), "{error}");
    assert_eq!(fs::read(&file).unwrap(), before);
    let opened = open_to_edit(&RealFiles, &home, &file, moment(60)).unwrap();
    assert_eq!(opened.session, session(3, 20), "it can be opened all the same");
    // With home and file on that disk, the folder for temporary files is what is left.
    let files: Arc<dyn plenary::store::FileSystem + Send + Sync> = Arc::new(RealFiles);
    let path = last_resort(&files, &home, &job(&file, 4, 1), None, moment(0), PATIENCE).unwrap();
    assert!(path.starts_with(std::env::temp_dir()), "{}", path.display());
    assert_eq!(open(&path).unwrap().session, session(4, 1));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    fs::remove_file(path).unwrap();
    mount("remount,rw");
    save_expected(&RealFiles, &file, b"new", &mut known).unwrap();
}

#[test]
fn a_disk_that_is_full_or_read_only_is_named_and_the_old_version_stands() {
    let folder = tempfile::tempdir().unwrap();
    let line = "mount -t tmpfs -o size=256k tmpfs \"$PLENARY_TEST_FOLDER\" && exec \"$@\"";
    let unshared = "exec unshare -rm sh -c \"$0\" sh \"$@\"";
    let allowed = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "tmpfs"]).arg(folder.path()).output();
    if !allowed.is_ok_and(|output| output.status.success()) {
        println!("skipped: this system lets nobody mount a disk of their own");
        return;
    }
    let mut command = child_in_shell(unshared, "store::real_disks::on_a_disk_of_its_own", folder.path());
    // The line for the inner shell goes where the outer one finds it as $0.
    let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
    let mut outer = Command::new("sh");
    outer.arg("-c").arg(&arguments[1]).arg(line).args(&arguments[3..]);
    for (name, value) in command.get_envs() {
        outer.env(name, value.unwrap());
    }
    command = outer;
    run(command);
}

/// Everything under a folder that somebody else could read or enter.
fn open_to_others(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if fs::symlink_metadata(&path).unwrap().permissions().mode() & 0o077 != 0 {
            found.push(path.clone());
        }
        if path.is_dir() {
            open_to_others(&path, found);
        }
    }
}

#[test]
#[ignore = "the process of the tests below"]
fn under_another_mask() {
    let folder = folder();
    let home = Home::at(folder.join("home"), true);
    let files: Arc<dyn plenary::store::FileSystem + Send + Sync> = Arc::new(RealFiles);
    let first = create(&RealFiles, &home, &session(1, 10), &small_framework(), moment(0)).unwrap();
    let Taken::Held(lock) = Lock::take(&RealFiles, &home, &first, moment(0)) else { panic!() };
    let opened = open_to_edit(&RealFiles, &home, &first, moment(0)).unwrap();
    remember_last(&RealFiles, &home, &first).unwrap();
    let outside = folder.join("outside.ron");
    let saver = Saver::start(Arc::clone(&files), &home, Intervals::default(), |_| {}).unwrap();
    saver.opened(&first, &opened);
    saver.save(job(&first, 2, 10));
    saver.save(job(&outside, 7, 10));
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    let backup = backups(&RealFiles, &home, &opened.session.id).pop().unwrap();
    restore(&RealFiles, &home, &lock, &backup.path, moment(60)).unwrap();
    // Something stands where it should go, so the last resort is the recovery folder.
    let path = last_resort(&files, &home, &job(&first, 9, 10), None, moment(0), PATIENCE).unwrap();
    assert!(path.starts_with(home.recovery_folder()), "{}", path.display());
    let mut open = Vec::new();
    open_to_others(&folder, &mut open);
    assert_eq!(open, Vec::<PathBuf>::new());
    let made = ["sessions", "state/backups/0123456789abcdef", "state/recovery", "state/locks"];
    assert!(made.iter().all(|made| home.root.join(made).is_dir()));
    // The control: what a program makes that does not care.
    fs::write(folder.join("careless"), "").unwrap();
    println!("careless: {:o}", fs::metadata(folder.join("careless")).unwrap().permissions().mode() & 0o777);
}

#[test]
fn whatever_the_mask_files_are_for_this_account_only() {
    for (mask, careless) in [("000", "careless: 666"), ("077", "careless: 600")] {
        let folder = tempfile::tempdir().unwrap();
        let line = format!("umask {mask}; exec \"$@\"");
        let said = run(child_in_shell(&line, "store::real_disks::under_another_mask", folder.path()));
        assert!(said.contains(careless), "{said}");
    }
}

#[test]
fn a_folder_that_is_a_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"), true);
    fs::create_dir(&home.root).unwrap();
    // Root ignores permissions, so that a file stands where the folders should be.
    fs::write(home.state_folder(), "").unwrap();
    let file = home.make_sessions_folder().unwrap().join("glenside.ron");
    save(&RealFiles, &file, &session(1, 1), &small_framework(), moment(0)).unwrap();
    let opened = open_to_edit(&RealFiles, &home, &file, moment(0)).unwrap();
    assert!(
        opened.found[0].starts_with("No backup could be made of this file as it was opened: "),
        "{:?}",
        opened.found
    );
    assert!(opened.found[0].contains("a part of the path is a file, not a folder"), "{:?}", opened.found);
    let Taken::Held(lock) = Lock::take(&RealFiles, &home, &file, moment(0)) else { panic!() };
    assert!(lock.warning().is_some());
    let (sender, events) = channel();
    let saver = Saver::start(Arc::new(RealFiles), &home, Intervals::default(), move |event| drop(sender.send(event)));
    let saver = saver.unwrap();
    saver.opened(&file, &opened);
    saver.save(job(&file, 2, 2));
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    let events: Vec<SaveEvent> = events.iter().collect();
    assert!(matches!(events[0], SaveEvent::Saved { rev: 2, .. }), "{events:?}");
    assert!(matches!(&events[1], SaveEvent::NoCopy { reason, .. } if reason.starts_with("No backup could be written")));
    assert_eq!(read_head(&file).unwrap().rev, 2);
    assert_eq!(rescue(&RealFiles, &home, &file), []);
    assert!(encode(&session(1, 1), &read_head(&file).unwrap()).is_ok());
}
