//! Replacing a file so that at every moment, and after every power cut, one version is there whole.
//!
//! It must never write into the file that it replaces.
//!
//! The order is the point: new file in the same folder, write, sync it, rename over the old one,
//! sync the folder. Without the first sync the name may reach the disk before the bytes; without the
//! second, work that was called saved may be gone after a power cut. Where a place refuses to sync, or to keep owner
//! and permissions, the work is saved all the same, and [`Limits`] say so.
//!
//! Where it matters what is replaced ([`save_expected`]), the old file is read as the last thing before the
//! rename, and the new one as the last thing of all. What stays is a window from that read to the rename, some
//! ten microseconds on a disk and a few round trips on a share, in which a program that takes no part in
//! Plenary's locks can put a version there that is then replaced; no portable call compares and renames at once.
//!
//! The folder is known, not only its path: an empty one that stays where a stick was pulled is no place to save in.
//!
//! New files and exports are for this account only. Until one is whole nothing has its name, so a program that is killed
//! leaves none.

use super::error::{A_LINK_TO_A_LINK, step};
use super::expected::ExpectedContents;
use super::files::{Access, FileSystem, FolderId, Standing, folder_of, patiently, unless_refused};
use super::head::head_of;
use super::limits::{self, Limits};
use super::temporary::Temporary;
use super::{LARGEST, SaveError};
use std::io;
use std::path::{Path, PathBuf};

/// Replaces a file with these bytes, or makes it. When this returns without error they are on the disk.
///
/// A link is followed and kept. An existing file keeps its permission bits; a new one is 0600.
/// On failure the temporary file is taken away, and it is never written or synced a second time.
pub fn save_atomic(files: &dyn FileSystem, target: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    replace(files, target, bytes, None).map(drop)
}

/// [`save_atomic`], but only over what is known: a file that somebody else changed is left, and so is told if
/// somebody replaced the new version before it could be read back. Says what the place could not do for it.
///
/// The bytes are compared, each time: a time and a size can be equal for different bytes, and reading costs far
/// less than the two syncs of a save. A folder that is not the one it was is [`SaveError::Away`].
pub fn save_expected(
    files: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    expected: &mut ExpectedContents,
) -> Result<Limits, SaveError> {
    let result = replace(files, target, bytes, Some(expected)).and_then(|replaced| {
        match what_stands(files, target, &replaced.place, step::READ_BACK) {
            // Only in the folder that it was written to do these bytes stand under this name.
            Ok(Some(found)) if found == bytes => Ok(replaced),
            found => {
                stay(files, target, &replaced.place, replaced.folder)?;
                found.and(Err(SaveError::Changed(target.to_owned())))
            }
        }
    });
    match &result {
        Ok(replaced) => *expected = ExpectedContents::of(bytes).in_folder(Some(replaced.folder)),
        Err(SaveError::Changed(_) | SaveError::Away { .. }) => {}
        Err(_) => expected.may_be(bytes),
    }
    result.map(|replaced| replaced.limits)
}

struct Replaced {
    /// Where it is, links followed.
    place: PathBuf,
    folder: FolderId,
    limits: Limits,
}

/// The whole order; what is known is compared as late as can be.
fn replace(
    files: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    expected: Option<&ExpectedContents>,
) -> Result<Replaced, SaveError> {
    let step = |doing| SaveError::step(target, doing);
    let (place, access) = place_of(files, target)?;
    let folder = arrive(files, target, &place, bytes, expected)?;
    let replaces = expected.map_or(0, ExpectedContents::checksum);
    let (mut temporary, mut limits) = written_beside(files, target, &place, bytes, replaces, access)?;
    // A stick may have been pulled on the way, and the path may lead to what is below it.
    stay(files, target, &place, folder)?;
    if let Some(expected) = expected {
        match what_stands(files, target, &place, step::LOOK)? {
            Some(found) if found != bytes && !expected.accepts(&found) => {
                return Err(SaveError::Changed(target.to_owned()));
            }
            _ => {}
        }
    }
    temporary.put_in_place(&place, bytes).map_err(step(step::PUT_IN_PLACE))?;
    limits.unconfirmed |= !unless_refused(files.sync_name(&place)).map_err(SaveError::folder(target))?;
    if expected.is_none() {
        stay(files, target, &place, folder)?;
    }
    Ok(Replaced { place, folder, limits })
}

/// Makes a file where nothing stands, 0600.
pub fn save_new(files: &dyn FileSystem, target: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    if files.look(target).map_err(SaveError::step(target, step::LOOK))? != Standing::Nothing {
        return Err(SaveError::Exists(target.to_owned()));
    }
    write_new(files, target, target, bytes, |temporary| {
        temporary.put_where_nothing_stands(target).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => SaveError::Exists(target.to_owned()),
            _ => SaveError::step(target, step::PUT_IN_PLACE)(error),
        })
    })
}

/// Makes a file, or puts it in the place of another, 0600 whatever stood there. A link is followed and kept. `may` is
/// asked as late as can be whether that may be replaced.
pub(super) fn save_over(
    files: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    may: impl FnOnce(&Path) -> Result<(), SaveError>,
) -> Result<(), SaveError> {
    let (place, _) = place_of(files, target)?;
    write_new(files, target, &place, bytes, |temporary| {
        may(&place)?;
        temporary.put_in_place(&place, bytes).map_err(SaveError::step(target, step::PUT_IN_PLACE))
    })
}

/// Writes the bytes under another name in the same folder, brings them to the disk, and gives them their name.
fn write_new(
    files: &dyn FileSystem,
    target: &Path,
    place: &Path,
    bytes: &[u8],
    rename: impl FnOnce(&mut Temporary<'_>) -> Result<(), SaveError>,
) -> Result<(), SaveError> {
    let (mut temporary, _) = written_beside(files, target, place, bytes, 0, None)?;
    rename(&mut temporary)?;
    unless_refused(files.sync_name(place)).map(drop).map_err(SaveError::folder(target))
}

/// The bytes under another name in the folder of their place, on the disk as far as that confirms it.
fn written_beside<'files>(
    files: &'files dyn FileSystem,
    target: &Path,
    place: &Path,
    bytes: &[u8],
    replaces: u32,
    replaced: Option<Access>,
) -> Result<(Temporary<'files>, Limits), SaveError> {
    let step = |doing| SaveError::step(target, doing);
    let (temporary, mut file) =
        patiently(files, || Temporary::beside(files, place, replaces)).map_err(step(step::MAKE_FILE))?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(step(step::WRITE))?;
    // Before the sync, which then covers it; after the bytes, because another owner's file could not be written.
    let mut limits = limits::keep(files, &mut *file, replaced.map(|access| (place, access)));
    limits.unconfirmed = !unless_refused(file.sync()).map_err(step(step::SYNC))?;
    // Here the file is closed: Windows renames no open one.
    Ok((temporary, limits))
}

/// That the path still leads to the same folder.
fn stay(files: &dyn FileSystem, target: &Path, place: &Path, folder: FolderId) -> Result<(), SaveError> {
    let now = folder_now(files, target, place)?;
    if is_same(files, place, folder, now) { Ok(()) } else { Err(away(target, place)) }
}

/// Whether a folder is the one that it was. Some mounted places make up a number for each look; there the device alone
/// tells, and two more looks tell such a place from one that was pulled between two of them.
fn is_same(files: &dyn FileSystem, place: &Path, was: FolderId, now: FolderId) -> bool {
    let look = || files.identify(folder_of(place)).ok().filter(|id| id.device == was.device);
    let changes = || look().zip(look()).is_some_and(|(one, other)| now != one && one != other);
    now == was || now.device == was.device && changes()
}

/// The folder to save in, if it is the one in which the file was. A share or stick that is connected again may have
/// another number, and is known by the file.
fn arrive(
    files: &dyn FileSystem,
    target: &Path,
    place: &Path,
    bytes: &[u8],
    expected: Option<&ExpectedContents>,
) -> Result<FolderId, SaveError> {
    let folder = folder_now(files, target, place)?;
    let is_other =
        |expected: &&ExpectedContents| expected.folder().is_some_and(|was| !is_same(files, place, was, folder));
    let Some(expected) = expected.filter(is_other) else {
        return Ok(folder);
    };
    let id = |bytes: &[u8]| head_of(bytes, "").ok().map(|head| head.id);
    // One that cannot be read is somebody's damaged version, and will not be written over.
    let is_it = |found: &[u8]| expected.accepts(found) || id(found).is_none_or(|found| Some(found) == id(bytes));
    match what_stands(files, target, place, step::LOOK)? {
        Some(found) if !found.is_empty() && is_it(&found) => Ok(folder),
        _ => Err(away(target, place)),
    }
}

fn folder_now(files: &dyn FileSystem, target: &Path, place: &Path) -> Result<FolderId, SaveError> {
    patiently(files, || files.identify(folder_of(place))).map_err(SaveError::step(target, step::FIND_FOLDER))
}

fn away(target: &Path, place: &Path) -> SaveError {
    SaveError::Away { target: target.to_owned(), folder: folder_of(place).to_owned() }
}

fn what_stands(
    files: &dyn FileSystem,
    target: &Path,
    place: &Path,
    doing: &'static str,
) -> Result<Option<Vec<u8>>, SaveError> {
    match patiently(files, || files.read(place, LARGEST + 1)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        result => result.map(Some).map_err(SaveError::step(target, doing)),
    }
}

/// The file to replace, with links followed, and whose it is.
fn place_of(files: &dyn FileSystem, target: &Path) -> Result<(PathBuf, Option<Access>), SaveError> {
    let looking = SaveError::step(target, step::LOOK);
    let mut place = target.to_owned();
    let mut standing = files.look(&place).map_err(&looking)?;
    if standing == Standing::Link {
        place = files.resolve(target).map_err(&looking)?;
        standing = files.look(&place).map_err(&looking)?;
    }
    match standing {
        Standing::Nothing => Ok((place, None)),
        Standing::File { read_only: true, .. } => Err(SaveError::ReadOnly(target.to_owned())),
        Standing::File { access, .. } => Ok((place, access)),
        Standing::Link => Err(SaveError::NotAFile { target: target.to_owned(), what: A_LINK_TO_A_LINK }),
        Standing::Other(what) => Err(SaveError::NotAFile { target: target.to_owned(), what }),
    }
}
