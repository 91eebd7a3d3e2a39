//! Earlier versions of a session, kept in the state folder: writing one, and which ones stay.
//!
//! No clock and no schedule: the time is passed in, and only names a version. What is kept depends on the versions
//! themselves, so a clock that jumps can neither throw versions away nor hoard them.

use super::atomic::save_expected;
use super::error::doing;
use super::expected::ExpectedContents;
use super::files::{FileSystem, folder_of, list};
use super::home::path_hash;
use super::id::is_id;
use super::identity::note;
use super::{Home, LARGEST, StoreError};
use crate::session::plausible_count;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// The newest versions that are kept, by their count of changes and by their time.
pub(super) const NEWEST: usize = 20;

/// The latest days of which the last version is kept.
pub(super) const DAYS: usize = 30;

/// Copies of damaged files that are kept.
pub(super) const DAMAGED: usize = 5;

const ENDING: &str = ".ron";
const DAMAGED_ENDING: &str = "-damaged.ron";

/// What the name of a backup says: `0000000041-20260312T103000Z-0123456789abcdef.ron`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) path: PathBuf,
    pub(super) rev: u64,
    /// `20260312T103000Z`, perhaps with `-2` for another version of the same second.
    pub(super) time: String,
    /// The hash of the path of the file that it is a version of; `None` in backups that Plenary made before it noted this.
    pub(super) origin: Option<String>,
    pub(super) damaged: bool,
}

impl Name {
    /// Makes it a version of another file, unless that has the same already.
    pub(super) fn hand_over(&self, files: &dyn FileSystem, origin: &str) -> io::Result<()> {
        let read = |path: &Path| files.read(path, LARGEST + 1);
        let folder = folder_of(&self.path);
        for to in free_names(self.rev, &self.time, origin, self.damaged).map(|name| folder.join(name)) {
            match files.rename_new(&self.path, &to) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                Err(_) if read(&to)? != read(&self.path)? => {}
                Err(_) => {
                    files.remove(&self.path)?;
                    return files.sync_folder(folder);
                }
                Ok(()) => return files.sync_folder(folder),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    fn of(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let healthy = || name.strip_suffix(ENDING).map(|stem| (stem, false));
        let (stem, damaged) = name.strip_suffix(DAMAGED_ENDING).map(|stem| (stem, true)).or_else(healthy)?;
        let (rev, time) = stem.split_once('-')?;
        let (time, origin) = match time.rsplit_once('-').filter(|(_, origin)| is_id(origin)) {
            Some((time, origin)) => (time, Some(origin.to_owned())),
            None => (time, None),
        };
        let (rev, time) = (plausible_count(rev.parse().ok()?), time.to_owned());
        Some(Self { path, rev, time, origin, damaged })
    }

    fn by_rev(&self) -> (u64, &str) {
        (self.rev, &self.time)
    }

    fn by_time(&self) -> (u64, &str) {
        (0, &self.time)
    }

    fn day(&self) -> &str {
        self.time.split('T').next().unwrap_or_default()
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Version<'call> {
    pub(super) id: &'call str,
    pub(super) file: &'call Path,
    pub(super) rev: u64,
    pub(super) bytes: &'call [u8],
    /// Whether it cannot be read as a session.
    pub(super) damaged: bool,
}

/// Keeps a version, unless the same is there, and then lets go of those that are no longer to be kept. Gives the
/// path of the one that holds it. That too many are kept is no error.
pub(super) fn back_up(
    files: &dyn FileSystem,
    home: &Home,
    version: Version<'_>,
    at: Timestamp,
) -> Result<PathBuf, StoreError> {
    if !is_id(version.id) {
        return Err(StoreError::Damage(version.file.to_owned()));
    }
    let folder = home.backups_folder().join(version.id);
    home.make_folders(files, &folder).map_err(StoreError::io(doing::MAKING_FOLDER, &folder))?;
    note(files, home, &folder, version.file);
    let failed = || StoreError::io(doing::READING_FOLDER, &folder);
    let mut names = names(files, &folder).map_err(|error| failed()(error))?;
    // Copies of a file have one id, and each has versions of its own: deleting one must not take the others'.
    let origin = path_hash(version.file);
    names.retain(|name| name.origin.as_ref().is_none_or(|of| *of == origin));
    let same = |name: &&Name| {
        (name.rev, name.damaged) == (version.rev, version.damaged)
            && name.origin.is_some()
            && is_same(files, &name.path, version)
    };
    if let Some(there) = names.iter().find(same) {
        return Ok(there.path.clone());
    }
    let path = write(files, &folder, version, &origin, at)?;
    // Only now, and never the new one: it is on the disk.
    for name in superfluous(&names) {
        // What cannot be taken away stays; the next backup tries again.
        let _ = files.remove(&name.path);
    }
    Ok(path)
}

/// Two files of one version are the same when they differ only in the line above and the line below the session; of
/// what cannot be read nobody knows what matters.
fn is_same(files: &dyn FileSystem, path: &Path, version: Version<'_>) -> bool {
    let Version { bytes, damaged, .. } = version;
    let session = |bytes: &[u8]| -> Vec<u8> {
        let text = String::from_utf8_lossy(bytes);
        let is_session = |line: &&str| !line.starts_with("// ");
        text.split_inclusive('\n').filter(is_session).collect::<String>().into_bytes()
    };
    files.read(path, LARGEST + 1).is_ok_and(|there| there == bytes || (!damaged && session(&there) == session(bytes)))
}

fn write(
    files: &dyn FileSystem,
    folder: &Path,
    version: Version<'_>,
    origin: &str,
    at: Timestamp,
) -> Result<PathBuf, StoreError> {
    // Years below zero would read as another name; no clock means them.
    let time = at.max(Timestamp::UNIX_EPOCH).strftime("%Y%m%dT%H%M%SZ").to_string();
    for path in free_names(version.rev, &time, origin, version.damaged).map(|name| folder.join(name)) {
        match save_expected(files, &path, version.bytes, &mut ExpectedContents::nothing()) {
            Err(super::SaveError::Changed(_)) => {}
            result => return Ok(result.map(|_| path)?),
        }
    }
    Err(StoreError::io(doing::NAMING_IN, folder)(io::Error::from(io::ErrorKind::AlreadyExists)))
}

/// The names that a version may get, in order: other versions of the same second may have the first.
fn free_names(rev: u64, time: &str, origin: &str, damaged: bool) -> impl Iterator<Item = String> {
    let ending = if damaged { DAMAGED_ENDING } else { ENDING };
    (1..=99).map(move |number| {
        let again = if number == 1 { String::new() } else { format!("-{number}") };
        format!("{rev:010}-{time}{again}-{origin}{ending}")
    })
}

/// Those that need not be kept besides one that is newer than they all: it takes one place of each kind.
///
/// By the count of changes and by time: an older version that was put back and changed less must not lose its newest
/// to those from before.
pub(super) fn superfluous(names: &[Name]) -> Vec<&Name> {
    let newest = |of: Vec<&Name>, by: fn(&Name) -> (u64, &str), most: usize| -> Vec<PathBuf> {
        let mut names = of;
        names.sort_by_key(|name| Reverse(by(name)));
        names.into_iter().take(most).map(|name| name.path.clone()).collect()
    };
    let (damaged, healthy): (Vec<&Name>, Vec<&Name>) = names.iter().partition(|name| name.damaged);
    let mut days: BTreeMap<&str, &Name> = BTreeMap::new();
    for name in &healthy {
        let last = days.entry(name.day()).or_insert(name);
        *last = if (name.rev, &name.time) > (last.rev, &last.time) { name } else { last };
    }
    let kept: BTreeSet<PathBuf> = [
        newest(healthy.clone(), Name::by_rev, NEWEST - 1),
        newest(healthy, Name::by_time, NEWEST - 1),
        newest(days.into_values().collect(), Name::by_time, DAYS),
        newest(damaged, Name::by_time, DAMAGED - 1),
    ]
    .into_iter()
    .flatten()
    .collect();
    names.iter().filter(|name| !kept.contains(&name.path)).collect()
}

/// The backups in a session's folder, the newest first.
pub(super) fn names(files: &dyn FileSystem, folder: &Path) -> io::Result<Vec<Name>> {
    let mut names: Vec<Name> = list(files, folder)?.into_iter().filter_map(Name::of).collect();
    names.sort_by(|one, other| (other.rev, &other.time).cmp(&(one.rev, &one.time)));
    Ok(names)
}
