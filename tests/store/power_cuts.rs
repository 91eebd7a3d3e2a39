//! Every state in which a power cut can leave the disk, at every step of everything that writes (T2), and what a
//! person then finds on opening. Each story has a careless twin that must be caught.

use super::scene::{PATIENCE, lock};
use crate::support::disk::{Disk, Moment, Tree};
use crate::support::sessions::{ID, bytes, job, moment, text_of, version};
use plenary::store::{
    ExpectedContents, FileSystem, Home, Intervals, NotSaved, SaveEvent, Saver, Source, backups, decode, open_to_edit,
    rescue, restore, save_atomic, save_expected,
};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

fn home() -> Home {
    Home::at("/home/plenary".into(), true)
}

fn inside() -> PathBuf {
    home().sessions_folder().join("glenside.ron")
}

fn outside() -> PathBuf {
    "/share/glenside.ron".into()
}

fn disk_with(files: &[(PathBuf, Vec<u8>)]) -> Disk {
    let folders = [home().sessions_folder(), "/share".into()].map(|folder| (folder, None));
    let files = files.iter().map(|(path, bytes)| (path.clone(), Some(bytes.clone())));
    let disk = Disk::with(&folders.into_iter().chain(files).collect::<Tree>());
    disk.watch();
    disk
}

/// Counts the states that can follow a power cut, and those in which `is_well` does not hold.
fn count(disk: &Disk, is_well: impl Fn(&Disk, &Tree, &Moment) -> bool) -> (usize, usize) {
    let (mut states, mut bad) = (0, 0);
    let mut seen = BTreeSet::new();
    for moment in disk.moments() {
        for tree in moment.after_power_cut() {
            if seen.insert((moment.promised, tree.clone())) {
                states += 1;
                bad += usize::from(!is_well(&Disk::with(&tree), &tree, &moment));
            }
        }
    }
    assert!(states > 5, "only {states} states were looked at");
    (states, bad)
}

/// What opening gives: the version, if it is one that was handed over, whole.
fn opened(disk: &Disk, file: &Path) -> Option<u64> {
    let opened = open_to_edit(disk, &home(), file, moment(60)).ok()?;
    (opened.session == version(opened.session.rev)).then_some(opened.session.rev)
}

fn file_in(tree: &Tree, path: &Path) -> Option<Vec<u8>> {
    tree.get(path).cloned().flatten()
}

type Writer = fn(&Disk, &Path, &[u8]) -> io::Result<()>;

fn three_saves(mut write: impl FnMut(&Disk, &Path, &[u8])) -> (usize, usize) {
    let disk = disk_with(&[]);
    for rev in 1..=3 {
        write(&disk, &inside(), &bytes(rev));
        disk.promise(rev);
    }
    count(&disk, |disk, _, moment| moment.promised == 0 || opened(disk, &inside()) >= Some(moment.promised))
}

/// What a program does that does not know better: the old version goes first.
fn in_place(disk: &Disk, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let _ = disk.remove(target);
    let mut file = disk.create(target)?;
    file.write_all(bytes)?;
    file.sync()?;
    disk.sync_folder(target.parent().unwrap())
}

fn half_way(disk: &Disk, target: &Path, bytes: &[u8], sync_file: bool, sync_folder: bool) -> io::Result<()> {
    let temporary = target.with_extension("new");
    let mut file = disk.create(&temporary)?;
    file.write_all(bytes)?;
    if sync_file {
        file.sync()?;
    }
    disk.rename(&temporary, target)?;
    if sync_folder { disk.sync_folder(target.parent().unwrap()) } else { Ok(()) }
}

#[test]
fn a_power_cut_during_three_saves_takes_nothing_that_was_called_saved() {
    let mut known = ExpectedContents::nothing();
    let careful = three_saves(|disk, file, bytes| {
        save_expected(disk, file, bytes, &mut known).unwrap();
    });
    assert!(careful.0 >= 15 && careful.1 == 0, "{careful:?}");
    assert_eq!(three_saves(|disk, file, bytes| save_atomic(disk, file, bytes).unwrap()).1, 0);
}

#[test]
fn careless_writers_are_caught() {
    let without_file_sync: Writer = |disk, file, bytes| half_way(disk, file, bytes, false, true);
    let without_folder_sync: Writer = |disk, file, bytes| half_way(disk, file, bytes, true, false);
    let without_any: Writer = |disk, file, bytes| half_way(disk, file, bytes, false, false);
    for careless in [in_place, without_file_sync, without_folder_sync, without_any] {
        let (states, bad) = three_saves(|disk, file, bytes| careless(disk, file, bytes).unwrap());
        assert!(bad > 0, "none of {states} states was found to be bad");
    }
}

/// A saver on the disk that promises what it reports.
fn saver(disk: &Disk) -> (Saver, Receiver<SaveEvent>) {
    saver_that_promises(disk, |event| match event {
        SaveEvent::Saved { rev, .. } | SaveEvent::RecoveryCopy { rev, .. } => Some(*rev),
        _ => None,
    })
}

fn saver_that_promises(disk: &Disk, what: fn(&SaveEvent) -> Option<u64>) -> (Saver, Receiver<SaveEvent>) {
    let (sender, events) = channel();
    let its_disk = disk.clone();
    let report = move |event: SaveEvent| {
        if let Some(rev) = what(&event) {
            its_disk.promise(rev);
        }
        let _ = sender.send(event);
    };
    (Saver::start(Arc::new(disk.clone()), &home(), Intervals::default(), report).unwrap(), events)
}

/// Waits until this version is reported both as saved and as kept.
fn until_both(events: &Receiver<SaveEvent>, version: u64) {
    let (mut saved, mut kept) = (false, false);
    while !(saved && kept) {
        match events.recv_timeout(PATIENCE).unwrap() {
            SaveEvent::Saved { rev, .. } => saved |= rev == version,
            SaveEvent::RecoveryCopy { rev, .. } => kept |= rev == version,
            other => panic!("{other:?}"),
        }
    }
}

fn work_on_a_share(what: fn(&SaveEvent) -> Option<u64>) -> Disk {
    let disk = disk_with(&[]);
    let (saver, events) = saver_that_promises(&disk, what);
    for rev in 1..=2 {
        saver.save(job(&outside(), rev));
        until_both(&events, rev);
    }
    saver.finish(PATIENCE).map_err(|left: NotSaved| left.to_string()).unwrap();
    disk
}

fn rescued(disk: &Disk) -> Option<u64> {
    rescue(disk, &home(), &outside()).first().map(|first| first.version.rev)
}

#[test]
fn a_power_cut_takes_nothing_of_a_session_on_a_share() {
    let disk = work_on_a_share(|event| match event {
        SaveEvent::Saved { rev, .. } | SaveEvent::RecoveryCopy { rev, .. } => Some(*rev),
        _ => None,
    });
    let (states, bad) = count(&disk, |disk, _, moment| {
        // What was kept first is in the recovery copy while the file may not be there at all.
        moment.promised == 0 || opened(disk, &outside()).or_else(|| rescued(disk)) >= Some(moment.promised)
    });
    assert!(states > 30 && bad == 0, "{bad} of {states}");
}

#[test]
fn a_share_that_goes_for_ever_takes_nothing_that_was_kept() {
    let without_share = |tree: &Tree| -> Tree {
        let here = tree.iter().filter(|(path, _)| !path.starts_with("/share"));
        here.map(|(path, it)| (path.clone(), it.clone())).collect()
    };
    let is_well = |_: &Disk, tree: &Tree, moment: &Moment| {
        moment.promised == 0 || rescued(&Disk::with(&without_share(tree))) >= Some(moment.promised)
    };
    let kept = work_on_a_share(|event| if let SaveEvent::RecoveryCopy { rev, .. } = event { Some(*rev) } else { None });
    let (states, bad) = count(&kept, is_well);
    assert!(states > 30 && bad == 0, "{bad} of {states}");

    // The control: no recovery copy.
    let disk = disk_with(&[]);
    save_atomic(&disk, &outside(), &bytes(1)).unwrap();
    disk.promise(1);
    save_atomic(&disk, &outside(), &bytes(2)).unwrap();
    assert!(count(&disk, is_well).1 > 0);
}

/// A session with so many backups of one day.
fn with_backups(number: u64) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = home().backups_folder().join(ID);
    let name = |rev: u64| folder.join(format!("{rev:010}-20260312T10{rev:02}00Z.ron"));
    let mut files: Vec<_> = (1..=number).map(|rev| (name(rev), bytes(rev))).collect();
    files.push((inside(), bytes(number + 1)));
    files
}

fn whole_backups(disk: &Disk) -> Vec<u64> {
    let found = rescue(disk, &home(), &inside());
    let backups = found.into_iter().filter(|candidate| candidate.source == Source::Backup);
    backups.map(|candidate| candidate.version.rev).collect()
}

#[test]
fn a_power_cut_during_a_backup_leaves_the_last_twenty_and_no_torn_one() {
    let disk = disk_with(&with_backups(22));
    open_to_edit(&disk, &home(), &inside(), moment(60)).unwrap();
    disk.promise(23);
    assert_eq!(whole_backups(&disk).len(), 20, "the day's last is among the newest");
    let (states, bad) = count(&disk, |disk, _, moment| {
        let whole = whole_backups(disk);
        let newest = if moment.promised == 0 { 22 } else { 23 };
        let listed = backups(disk, &home(), ID).len();
        whole.len() >= 20 && listed == whole.len() && whole[0] >= newest && opened(disk, &inside()) == Some(23)
    });
    assert!(states > 20 && bad == 0, "{bad} of {states}");
}

#[test]
fn a_backup_that_lets_go_of_old_ones_first_is_caught() {
    let disk = disk_with(&with_backups(20));
    let folder = home().backups_folder().join(ID);
    let oldest = folder.join("0000000001-20260312T100100Z.ron");
    disk.remove(&oldest).unwrap();
    save_atomic(&disk, &folder.join("0000000021-20260312T110000Z.ron"), &bytes(21)).unwrap();
    let (_, bad) = count(&disk, |disk, _, _| whole_backups(disk).len() >= 20);
    assert!(bad > 0);
}

#[test]
fn a_power_cut_during_a_restore_leaves_both_versions() {
    let disk = disk_with(&with_backups(4));
    let backup = home().backups_folder().join(ID).join("0000000002-20260312T100200Z.ron");
    let lock = lock(&disk, &home(), &inside());
    let restored = restore(&disk, &home(), &lock, &backup, moment(60)).unwrap();
    disk.promise(restored.session.rev);
    assert_eq!((restored.session.rev, restored.session.about.purpose.as_str()), (6, "change 2"));
    let is_well = |disk: &Disk, _: &Tree, moment: &Moment| {
        let Ok(opened) = open_to_edit(disk, &home(), &inside(), moment_later()) else { return false };
        let before = opened.session == version(5);
        let after = opened.session.rev == 6 && opened.session.about.purpose == "change 2";
        let kept = whole_backups(disk).contains(&5);
        (before && moment.promised == 0) || (after && kept)
    };
    let (states, bad) = count(&disk, is_well);
    assert!(states > 10 && bad == 0, "{bad} of {states}");

    // The control: putting the old version in the file's place without keeping the present one.
    let disk = disk_with(&with_backups(4));
    save_atomic(&disk, &inside(), &bytes(2)).unwrap();
    disk.promise(6);
    assert!(count(&disk, is_well).1 > 0);
}

fn moment_later() -> jiff::Timestamp {
    moment(120)
}

#[test]
fn a_power_cut_during_a_conflict_leaves_both_sides() {
    let mut foreign = version(9);
    foreign.about.venue = "somebody else's".into();
    let foreign = text_of(&foreign).into_bytes();
    let disk = disk_with(&[(inside(), bytes(6))]);
    let opened = open_to_edit(&disk, &home(), &inside(), moment(0)).unwrap();
    let (saver, events) = saver(&disk);
    saver.opened(&inside(), &opened);
    disk.put(&inside(), &foreign);
    disk.promise(0);
    saver.save(job(&inside(), 7));
    let SaveEvent::Conflict { copy: beside, rev: 7, .. } = events.recv_timeout(PATIENCE).unwrap() else { panic!() };
    assert!(
        matches!(events.recv_timeout(PATIENCE).unwrap(), SaveEvent::Saved { target, rev: 7, .. } if target == beside)
    );
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    let is_well = |disk: &Disk, tree: &Tree, moment: &Moment| {
        let theirs = file_in(tree, &inside());
        let ours = file_in(tree, &beside).and_then(|bytes| decode(&bytes, "x").ok());
        let theirs = theirs.is_some_and(|theirs| theirs == foreign || theirs == bytes(6));
        theirs
            && disk.look(&inside()).is_ok()
            && (moment.promised < 7 || ours.is_some_and(|it| it.session == version(7)))
    };
    let (states, bad) = count(&disk, is_well);
    assert!(states > 10 && bad == 0, "{bad} of {states}");

    // The control: a writer that does not look.
    let disk = disk_with(&[(inside(), foreign.clone())]);
    save_atomic(&disk, &inside(), &bytes(7)).unwrap();
    assert!(count(&disk, is_well).1 > 0);
}

#[test]
fn a_power_cut_while_a_recovery_copy_is_taken_up_leaves_the_work() {
    let copy = |disk: &Disk| {
        let (saver, events) = saver(disk);
        saver.save(job(&outside(), 7));
        until_both(&events, 7);
        std::mem::forget(saver);
    };
    // The file holds less than its recovery copy: the share was away.
    let disk = disk_with(&[]);
    copy(&disk);
    disk.put(&outside(), &bytes(5));
    disk.promise(7);
    let since = disk.moments().len() - 1;
    let opened_now = open_to_edit(&disk, &home(), &outside(), moment(60)).unwrap();
    assert!(opened_now.unsaved && opened_now.session == version(7), "{:?}", opened_now.found);
    let (saver, events) = saver(&disk);
    saver.opened(&outside(), &opened_now);
    saver.save(job(&outside(), 7));
    until_both(&events, 7);
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    let names = disk.list(&home().recovery_folder()).unwrap();
    assert_eq!(names, Vec::<PathBuf>::new(), "after a clean end there is no recovery copy");
    let (mut states, mut bad) = (0, 0);
    for moment in &disk.moments()[since..] {
        for tree in moment.after_power_cut() {
            states += 1;
            let disk = Disk::with(&tree);
            bad += usize::from(opened(&disk, &outside()) != Some(7));
        }
    }
    assert!(states > 20 && bad == 0, "{bad} of {states}");
}
