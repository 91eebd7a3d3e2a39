//! Files that are handed out, and new ones: for this account only, whole or not at all. Until one is whole nothing has
//! its name, so a program that is killed leaves none.
//!
//! Sessions that are saved again and again are the business of `atomic`.

use super::SaveError;
use super::atomic::{place_of, written_beside};
use super::files::{FileSystem, Standing, unless_refused};
use super::temporary::Temporary;
use std::io;
use std::path::Path;

/// Makes a file where nothing stands, 0600.
pub fn save_new(files: &dyn FileSystem, target: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let failed = |doing| move |source| SaveError::Step { target: target.to_owned(), doing, source };
    if files.look(target).map_err(failed("looking what is there"))? != Standing::Nothing {
        return Err(SaveError::Exists(target.to_owned()));
    }
    write(files, target, target, bytes, |temporary| {
        temporary.put_where_nothing_stands(target).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => SaveError::Exists(target.to_owned()),
            _ => failed("putting it in its place")(error),
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
    write(files, target, &place, bytes, |temporary| {
        may(&place)?;
        temporary.put_in_place(&place, bytes).map_err(|source| SaveError::Step {
            target: target.to_owned(),
            doing: "putting it in its place",
            source,
        })
    })
}

/// Writes the bytes under another name in the same folder, brings them to the disk, and gives them their name.
fn write(
    files: &dyn FileSystem,
    target: &Path,
    place: &Path,
    bytes: &[u8],
    rename: impl FnOnce(&mut Temporary<'_>) -> Result<(), SaveError>,
) -> Result<(), SaveError> {
    let (mut temporary, _) = written_beside(files, target, place, bytes, 0, None)?;
    rename(&mut temporary)?;
    let settled = unless_refused(files.sync_name(place));
    settled.map(drop).map_err(|source| SaveError::Folder { target: target.to_owned(), source })
}
