//! Replacing a file so that at every moment, and after every power cut, one version is there whole.
//!
//! It must not know what it writes, and must never write into the file that it replaces.
//!
//! The order is the point: new file in the same folder, write, sync it, rename over the old one,
//! sync the folder. Without the first sync the name may reach the disk before the bytes; without the
//! second, work that was called saved may be gone after a power cut.
//!
//! Where it matters what is replaced ([`save_known`]), the old file is read as the last thing before the
//! rename, and the new one as the last thing of all. What stays is a window from that read to the rename, some
//! ten microseconds on a disk and a few round trips on a share, in which a program that takes no part in
//! Plenary's locks can put a version there that is then replaced; no portable call compares and renames at once.

use super::files::{FileSystem, Standing};
use super::stamp::Known;
use super::{Home, LARGEST, SaveError, StoreError};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// How the names of temporary files begin and end. The process id and a count stand between.
const BEGIN: &str = ".plenary-";
const END: &str = ".tmp";

/// The waits between attempts while something else holds the file: 2.5 s in all.
const WAITS: [u64; 7] = [20, 40, 80, 160, 320, 640, 1240];

/// Names tried for the temporary file before giving up.
const NAMES: u32 = 100;

/// A save takes moments, on a bad network drive a minute; nothing this old is still being written.
const STALE: Duration = Duration::from_hours(1);

/// Replaces a file with these bytes, or makes it. When this returns without error they are on the disk.
///
/// A link is followed and kept. An existing file keeps its permission bits; a new one is 0600.
/// On failure the temporary file is taken away, and it is never written or synced a second time.
///
/// # Errors
/// When a step fails, or what stands there is not a file or not to be written.
pub fn save_atomic(files: &dyn FileSystem, target: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    replace(files, target, bytes, |_| Ok(())).map(drop)
}

/// [`save_atomic`], but only over what is known: a file that somebody else changed is left, and so is told if
/// somebody replaced the new version before it could be read back.
///
/// The bytes are compared, each time: a time and a size can be equal for different bytes, and reading costs far
/// less than the two syncs of a save.
///
/// # Errors
/// [`SaveError::Changed`], and whatever else can go wrong.
pub fn save_known(files: &dyn FileSystem, target: &Path, bytes: &[u8], known: &mut Known) -> Result<(), SaveError> {
    let what_stands = |place: &Path, doing| match patiently(files, || files.read(place, LARGEST + 1)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        result => result.map(Some).map_err(|source| SaveError::Step { target: target.to_owned(), doing, source }),
    };
    let result = replace(files, target, bytes, |place| match what_stands(place, "looking what is there")? {
        Some(found) if found != bytes && !known.accepts(&found) => Err(SaveError::Changed(target.to_owned())),
        _ => Ok(()),
    });
    let result = result.and_then(|place| match what_stands(&place, "reading it back")? {
        Some(found) if found == bytes => Ok(()),
        _ => Err(SaveError::Changed(target.to_owned())),
    });
    match &result {
        Ok(()) => *known = Known::of(bytes),
        Err(SaveError::Changed(_)) => {}
        Err(_) => known.may_be(bytes),
    }
    result
}

/// The whole order; `may` is asked as late as can be whether the file may be replaced. Gives the place, links followed.
fn replace(
    files: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    may: impl FnOnce(&Path) -> Result<(), SaveError>,
) -> Result<PathBuf, SaveError> {
    let step = |doing| move |source| SaveError::Step { target: target.to_owned(), doing, source };
    let (place, mode) = place_of(files, target)?;
    let folder = folder_of(&place);
    let (temporary, mut file) =
        patiently(files, || create_beside(files, folder, mode)).map_err(step("making a new file beside it"))?;
    let written = file.write_all(bytes).and_then(|()| file.flush()).map_err(step("writing"));
    let written = written.and_then(|()| file.sync().map_err(step("waiting for the disk")));
    // Windows renames no open file.
    drop(file);
    let renamed = written.and_then(|()| may(&place)).and_then(|()| {
        patiently(files, || files.rename(&temporary, &place)).map_err(step("putting the new version in its place"))
    });
    if let Err(error) = renamed {
        // If this fails too, `sweep` finds it another day; the reason worth telling is the first.
        let _ = files.remove(&temporary);
        return Err(error);
    }
    files.sync_folder(folder).map_err(|source| SaveError::Folder { target: target.to_owned(), source })?;
    Ok(place)
}

/// The file to replace, with links followed, and the permission bits to keep.
fn place_of(files: &dyn FileSystem, target: &Path) -> Result<(PathBuf, Option<u32>), SaveError> {
    let looking = |source| SaveError::Step { target: target.to_owned(), doing: "looking what is there", source };
    let mut place = target.to_owned();
    let mut standing = files.look(&place).map_err(looking)?;
    if standing == Standing::Link {
        place = files.resolve(target).map_err(looking)?;
        standing = files.look(&place).map_err(looking)?;
    }
    match standing {
        Standing::Nothing => Ok((place, None)),
        Standing::File { read_only: true, .. } => Err(SaveError::ReadOnly(target.to_owned())),
        Standing::File { mode, .. } => Ok((place, mode)),
        Standing::Link => Err(SaveError::NotAFile { target: target.to_owned(), what: "a link to a link" }),
        Standing::Other(what) => Err(SaveError::NotAFile { target: target.to_owned(), what }),
    }
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new file in the same folder, so that the rename stays within one file system. Its name does not
/// contain the target's, which may already be as long as a name can be.
fn create_beside(
    files: &dyn FileSystem,
    folder: &Path,
    mode: Option<u32>,
) -> io::Result<(PathBuf, Box<dyn super::files::NewFile>)> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for _ in 0..NAMES {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{BEGIN}{}-{count}{END}", std::process::id()));
        match files.create(&path, mode) {
            Ok(file) => return Ok((path, file)),
            // Left by an earlier process with our number, or made by one on another machine.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Tries again for a while as long as the error is one that passes.
fn patiently<T>(files: &dyn FileSystem, mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in WAITS {
        match attempt() {
            Err(error) if files.will_pass(&error) => files.pause(Duration::from_millis(wait)),
            result => return result,
        }
    }
    attempt()
}

/// Whether a file name is one that [`save_atomic`] gives to its temporary files.
#[must_use]
pub fn is_temporary(name: &str) -> bool {
    let numbers =
        name.strip_prefix(BEGIN).and_then(|name| name.strip_suffix(END)).and_then(|name| name.split_once('-'));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(process, count)| all_digits(process) && all_digits(count))
}

/// Takes away the temporary files that a killed program left in a folder, and says how many.
///
/// Only age counts, by an hour: the process id in the name keeps two programs apart but proves
/// nothing, because another machine, or a container on the same share, may be using the same number
/// right now. A temporary file never holds anything that was called saved, so a leftover may lie for an
/// hour; and should a program sleep for longer in the middle of a save and find its file gone, its
/// rename fails, the old version stands and it saves again.
///
/// # Errors
/// When the folder cannot be read; a folder that is not there has no leftovers.
pub fn sweep(folder: &Path) -> Result<usize, StoreError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(StoreError::io("Reading the folder", folder)(error)),
    };
    let now = SystemTime::now();
    let stale = |entry: &fs::DirEntry| {
        let data = entry.metadata().ok().filter(fs::Metadata::is_file);
        let age = data.and_then(|data| data.modified().ok()).and_then(|at| now.duration_since(at).ok());
        entry.file_name().to_str().is_some_and(is_temporary) && age.is_some_and(|age| age > STALE)
    };
    Ok(entries.filter_map(Result::ok).filter(stale).filter(|entry| fs::remove_file(entry.path()).is_ok()).count())
}

/// [`sweep`] in every folder that Plenary saves to by itself.
///
/// # Errors
/// The first folder that cannot be read; the others are swept all the same.
pub fn sweep_home(home: &Home) -> Result<usize, StoreError> {
    let of_sessions = fs::read_dir(home.backups_folder()).into_iter().flatten().filter_map(Result::ok);
    let own = [home.root.clone(), home.sessions_folder(), home.state_folder(), home.recovery_folder()];
    let folders = own.into_iter().chain(of_sessions.map(|entry| entry.path()));
    let swept: Vec<_> = folders.map(|folder| sweep(&folder)).collect();
    swept.into_iter().sum()
}
