//! Replacing a file: whatever fails, and whenever, one version stands there whole.

use crate::support::files::{Call, Watched, at_risk};
use plenary::store::{FileSystem, Home, RealFiles, SaveError, is_temporary, save_atomic, sweep, sweep_home};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

const OLD: &[u8] = b"the old version, complete";
const NEW: &[u8] = b"the new version, complete and longer";

fn folder_with_old() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("session.ron");
    fs::write(&file, OLD).unwrap();
    (folder, file)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// How the calls of one save go when nothing fails.
fn calls_of_a_save() -> usize {
    let (_folder, file) = folder_with_old();
    let watched = Watched::new();
    save_atomic(&watched, &file, NEW).unwrap();
    watched.calls().len()
}

/// What a program does that does not know better: the old version goes first.
fn in_place(files: &dyn FileSystem, target: &Path, bytes: &[u8]) -> io::Result<()> {
    files.remove(target)?;
    let mut file = files.create(target)?;
    file.write_all(bytes)?;
    file.sync()?;
    files.sync_folder(target.parent().unwrap())
}

/// The usual half measure: complete, but the folder is not synced.
fn without_folder_sync(files: &dyn FileSystem, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = target.with_extension("new");
    let mut file = files.create(&temporary)?;
    file.write_all(bytes)?;
    file.sync()?;
    files.rename(&temporary, target)
}

/// The other one: the name may reach the disk before the bytes.
fn without_file_sync(files: &dyn FileSystem, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = target.with_extension("new");
    files.create(&temporary)?.write_all(bytes)?;
    files.rename(&temporary, target)?;
    files.sync_folder(target.parent().unwrap())
}

#[test]
fn a_save_replaces_the_file_and_leaves_nothing_beside_it() {
    let (folder, file) = folder_with_old();
    save_atomic(&RealFiles, &file, NEW).unwrap();
    assert_eq!(fs::read(&file).unwrap(), NEW);
    assert_eq!(names(folder.path()), ["session.ron"]);
}

#[test]
fn after_a_save_a_power_cut_can_take_nothing() {
    let (_folder, file) = folder_with_old();
    let watched = Watched::new();
    save_atomic(&watched, &file, NEW).unwrap();
    assert_eq!(at_risk(&watched.calls()), Vec::<String>::new());
    let mut kinds: Vec<&str> = watched
        .calls()
        .iter()
        .map(|call| match call {
            Call::Look(_) => "look",
            Call::Create(path) if is_temporary(path.file_name().unwrap().to_str().unwrap()) => "create temporary",
            Call::Write(_) => "write",
            Call::Sync(_) => "sync",
            Call::Rename(_, to) if *to == file => "rename over",
            Call::SyncFolder(_) => "sync folder",
            Call::Identify(_) => "which folder",
            Call::Access(_) | Call::SetMode(_) => "owner and permissions",
            _ => "something else",
        })
        .collect();
    kinds.dedup();
    assert_eq!(
        kinds,
        [
            "look",
            "which folder",
            "create temporary",
            "write",
            "owner and permissions",
            "sync",
            "which folder",
            "rename over",
            "sync folder",
            "which folder"
        ]
    );
}

#[test]
fn the_law_notices_each_missing_sync() {
    for (careless, fault) in [
        (without_folder_sync as fn(&dyn FileSystem, &Path, &[u8]) -> io::Result<()>, "name of"),
        (without_file_sync, "may be empty"),
    ] {
        let (_folder, file) = folder_with_old();
        let watched = Watched::new();
        careless(&watched, &file, NEW).unwrap();
        assert_eq!(fs::read(&file).unwrap(), NEW, "without a power cut nobody sees a difference");
        assert!(at_risk(&watched.calls())[0].contains(fault));
    }
}

/// Errors as disks, networks and other programs give them.
fn errors() -> Vec<io::Error> {
    use io::ErrorKind as Kind;
    let kinds = [
        Kind::StorageFull,
        Kind::PermissionDenied,
        Kind::ReadOnlyFilesystem,
        Kind::Interrupted,
        Kind::NotFound,
        Kind::WriteZero,
        Kind::TimedOut,
        Kind::Other,
    ];
    let codes = [5, 28, 32, 33];
    kinds.into_iter().map(io::Error::from).chain(codes.into_iter().map(io::Error::from_raw_os_error)).collect()
}

/// Saves while the n-th call fails with the e-th error, once or from then on.
fn save_with_fault(
    n: usize,
    e: usize,
    for_ever: bool,
    save: impl FnOnce(&Watched, &Path) -> bool,
) -> (bool, Vec<u8>, Vec<String>) {
    let (folder, file) = folder_with_old();
    let watched =
        Watched::hooked(
            move |number, _| {
                if number == n || (for_ever && number > n) { Err(errors().swap_remove(e)) } else { Ok(()) }
            },
        );
    let saved = save(&watched, &file);
    let left = names(folder.path()).into_iter().filter(|name| name != "session.ron").collect();
    (saved, fs::read(&file).unwrap_or_default(), left)
}

#[test]
fn whichever_call_fails_one_version_stands_whole() {
    for n in 0..calls_of_a_save() {
        for e in 0..errors().len() {
            for for_ever in [false, true] {
                // A call that is interrupted is repeated by the standard library; nothing interrupts for ever.
                if for_ever && errors()[e].kind() == io::ErrorKind::Interrupted {
                    continue;
                }
                let (saved, content, left) =
                    save_with_fault(n, e, for_ever, |files, file| save_atomic(files, file, NEW).is_ok());
                let case = format!("call {n}, error {:?}, for ever: {for_ever}", errors()[e]);
                assert!(content == NEW || (content == OLD && !saved), "{case}");
                assert!(left.iter().all(|name| is_temporary(name)), "{case}: {left:?}");
                assert!(for_ever || left.is_empty(), "{case}: {left:?} is left although it could be removed");
            }
        }
    }
}

#[test]
fn an_in_place_writer_is_caught_by_the_same_faults() {
    let mut torn = 0;
    for n in 0..5 {
        let (saved, content, _) = save_with_fault(n, 0, true, |files, file| in_place(files, file, NEW).is_ok());
        torn += usize::from(!saved && content != OLD && content != NEW);
    }
    assert_eq!(torn, 2, "one fault leaves no file, one leaves half of it");
}

#[test]
fn a_file_whose_sync_failed_is_never_touched_again() {
    let (_folder, file) = folder_with_old();
    let watched = Watched::hooked(|_, call| match call {
        Call::Sync(_) => Err(io::Error::from(io::ErrorKind::StorageFull)),
        _ => Ok(()),
    });
    for _ in 0..2 {
        save_atomic(&watched, &file, NEW).unwrap_err();
    }
    let synced: Vec<PathBuf> = watched
        .calls()
        .into_iter()
        .filter_map(|call| if let Call::Sync(path) = call { Some(path) } else { None })
        .collect();
    assert_eq!(synced.len(), 2);
    assert_ne!(synced[0], synced[1]);
    let error = save_atomic(&watched, &file, NEW).unwrap_err().to_string();
    assert!(
        error.ends_with(
            "session.ron was not saved: the disk is full; free some space on it (while waiting for the disk)"
        )
    );
}

#[test]
fn a_virus_scanner_is_waited_for_two_and_a_half_seconds() {
    let (_folder, file) = folder_with_old();
    let busy_until = |passes: usize| {
        let tries = std::sync::atomic::AtomicUsize::new(0);
        Watched::hooked(move |_, call| match call {
            Call::Rename(..) if tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) < passes => {
                Err(io::Error::from_raw_os_error(32))
            }
            _ => Ok(()),
        })
    };
    let waited = |watched: &Watched| -> Duration {
        watched.calls().iter().map(|call| if let Call::Pause(time) = call { *time } else { Duration::ZERO }).sum()
    };
    let three_times = busy_until(3);
    save_atomic(&three_times, &file, NEW).unwrap();
    assert_eq!(waited(&three_times), Duration::from_millis(140));
    let always = busy_until(usize::MAX);
    save_atomic(&always, &file, OLD).unwrap_err();
    assert_eq!(waited(&always), Duration::from_millis(2500));
    assert_eq!(fs::read(&file).unwrap(), NEW);
}

#[test]
fn what_is_not_a_file_is_refused_and_left() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("session.ron");
    fs::create_dir(&target).unwrap();
    let error = save_atomic(&RealFiles, &target, NEW).unwrap_err();
    assert!(matches!(error, SaveError::NotAFile { what: "a folder", .. }));
    assert!(target.is_dir());
    assert_eq!(names(folder.path()), ["session.ron"]);
}

#[test]
fn a_file_that_somebody_marked_read_only_is_left() {
    let (_folder, file) = folder_with_old();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    assert!(matches!(save_atomic(&RealFiles, &file, NEW).unwrap_err(), SaveError::ReadOnly(_)));
    assert_eq!(fs::read(&file).unwrap(), OLD);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_what_it_leads_to_is_saved() {
    let (folder, file) = folder_with_old();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link.ron");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    save_atomic(&RealFiles, &link, NEW).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&file).unwrap(), NEW);
    assert_eq!((names(folder.path()).len(), names(elsewhere.path()).len()), (1, 1));

    fs::remove_file(&file).unwrap();
    let error = save_atomic(&RealFiles, &link, NEW).unwrap_err().to_string();
    assert!(error.contains("link.ron was not saved: it is not there"), "{error}");
}

#[cfg(unix)]
#[test]
fn files_are_for_this_account_only_and_an_existing_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, file) = folder_with_old();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let fresh = folder.path().join("fresh.ron");
    save_atomic(&RealFiles, &fresh, NEW).unwrap();
    assert_eq!(mode(&fresh), 0o600);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();
    save_atomic(&RealFiles, &file, NEW).unwrap();
    assert_eq!(mode(&file), 0o664);
}

#[test]
fn a_file_name_as_long_as_names_can_be_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(format!("{}.ron", "n".repeat(251)));
    save_atomic(&RealFiles, &file, NEW).unwrap();
    assert_eq!(fs::read(&file).unwrap(), NEW);
}

#[test]
fn leftovers_are_swept_when_they_are_old_and_ours_and_not_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, hours: u64| {
        let path = folder.path().join(name);
        let file = File::create(&path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(hours * 3600)).unwrap();
    };
    let own = format!(".plenary-{}-0.tmp", std::process::id());
    put(".plenary-1-7.tmp", 2);
    put(".plenary-999999999-12.tmp", 48);
    put(".plenary-1-8.tmp", 0);
    put(&own, 0);
    for other in ["session.ron", ".plenary-a-1.tmp", ".plenary-1.tmp", "plenary-1-2.tmp", ".plenary-1-2.tmp.ron"] {
        put(other, 48);
    }
    assert_eq!(sweep(&RealFiles, folder.path()).unwrap(), 2);
    let left = names(folder.path());
    assert_eq!(left.len(), 7);
    assert!(left.contains(&own) && left.contains(&".plenary-1-8.tmp".to_owned()), "one is being written right now");
    assert_eq!(sweep(&RealFiles, &folder.path().join("not there")).unwrap(), 0);
}

#[test]
fn leftovers_are_swept_wherever_plenary_saves() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::find(Some(folder.path())).unwrap();
    let folders = [
        home.root.clone(),
        home.sessions_folder(),
        home.recovery_folder(),
        home.backups_folder().join("0123456789abcdef"),
    ];
    for folder in &folders {
        fs::create_dir_all(folder).unwrap();
        let file = File::create(folder.join(".plenary-1-7.tmp")).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(2)).unwrap();
    }
    assert_eq!(sweep_home(&RealFiles, &home).unwrap(), folders.len());
}
