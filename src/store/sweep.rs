//! Taking away what killed programs left half-written, wherever Plenary writes.
//!
//! Only age counts, by an hour: the process id in a name keeps two programs apart but proves nothing, because another
//! machine, or a container on the same share, may be using the same number right now. What a leftover holds was never
//! called saved; one that holds more than its file stays until that file is opened, which takes it up or offers it.
//! Should a program sleep for longer in the middle of a save and find its file gone, its rename fails, the old version
//! stands and it saves again.

use super::codec::{LARGEST, decode};
use super::error::doing;
use super::files::{FileSystem, Standing, is_ron, list, read_start};
use super::head::{head_in, head_of};
use super::identity::identity_in;
use super::temporary::{TemporaryName, is_number, name_hash, parse_name};
use super::{Home, StoreError};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A save takes moments, on a bad network drive a minute; nothing this old is still being written.
const STALE: Duration = Duration::from_hours(1);

/// How the name of a folder begins in which tables are being written; a process id follows, and perhaps a count.
pub(crate) const TABLES: &str = ".plenary-tables-";

/// Takes away the temporary files, and folders of tables, that killed programs left in a folder; says how many.
/// A folder that is not there has no leftovers.
pub fn sweep(files: &dyn FileSystem, folder: &Path) -> Result<usize, StoreError> {
    let inside = list(files, folder).map_err(StoreError::io(doing::READING_FOLDER, folder))?;
    let now = SystemTime::now();
    let mut swept = 0;
    for path in &inside {
        if is_tables(path) {
            swept += usize::from(is_stale(files, path, now) && remove_tables(files, path, now));
        } else if let Some(origin) = parse_name(path) {
            let is_left = is_stale(files, path, now)
                && matches!(files.look(path), Ok(Standing::File { .. }))
                && !holds_more(files, path, &origin, &inside);
            swept += usize::from(is_left && files.remove(path).is_ok());
        }
    }
    Ok(swept)
}

/// [`sweep`] in every folder that Plenary saves to by itself.
/// All are swept, and the first that cannot be read is the error.
pub fn sweep_home(files: &dyn FileSystem, home: &Home) -> Result<usize, StoreError> {
    let of_sessions = list(files, &home.backups_folder()).unwrap_or_default();
    let own =
        [home.root.clone(), home.sessions_folder(), home.state_folder(), home.recovery_folder(), home.reports_folder()];
    let swept: Vec<_> = own.into_iter().chain(of_sessions).map(|folder| sweep(files, &folder)).collect();
    swept.into_iter().sum()
}

/// [`sweep`] in the folder of a file, for whoever has just written it: that something is left there is no failure.
pub(super) fn sweep_beside(files: &dyn FileSystem, file: &Path) {
    let _ = sweep(files, super::files::folder_of(file));
}

fn is_stale(files: &dyn FileSystem, path: &Path, now: SystemTime) -> bool {
    let age = files.modified(path).ok().and_then(|at| now.duration_since(at).ok());
    age.is_some_and(|age| age > STALE)
}

/// Whether a leftover holds a whole session, and a file that it may belong to holds an earlier version or none.
fn holds_more(files: &dyn FileSystem, leftover: &Path, origin: &TemporaryName, inside: &[PathBuf]) -> bool {
    // What cannot be read just now is looked at another day.
    let Ok(bytes) = read_start(files, leftover, LARGEST + 1) else { return true };
    let Ok(head) = head_of(&bytes, "") else { return false };
    // Of a file that is damaged it may be all there is, unless that can still be seen to be another session.
    let may_be_all = |file: &PathBuf| identity_in(files, file).ok().flatten().is_none_or(|its| its.id == head.id);
    let is_behind = |file: &PathBuf| match head_in(files, file) {
        Ok(its) => its.id == head.id && its.rev < head.rev,
        Err(_) => matches!(origin, TemporaryName::Known { .. }) || may_be_all(file),
    };
    let may_be_its = |file: &&PathBuf| match origin {
        TemporaryName::Known { whose, .. } => name_hash(file) == *whose,
        TemporaryName::Unknown => is_ron(file),
    };
    let is_whole = || decode(&bytes, "").is_ok_and(|loaded| loaded.is_whole());
    inside.iter().filter(may_be_its).any(is_behind) && is_whole()
}

fn is_tables(path: &Path) -> bool {
    let process = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(TABLES));
    process.is_some_and(|process| process.splitn(2, '-').all(is_number))
}

/// Takes a folder of tables away with the files in it, unless one of them is still being written.
fn remove_tables(files: &dyn FileSystem, folder: &Path, now: SystemTime) -> bool {
    let Ok(Standing::Other("a folder")) = files.look(folder) else { return false };
    let Ok(inside) = list(files, folder) else { return false };
    let are_left = inside.iter().all(|path| is_stale(files, path, now));
    are_left && inside.iter().all(|path| files.remove(path).is_ok()) && files.remove_folder(folder).is_ok()
}
