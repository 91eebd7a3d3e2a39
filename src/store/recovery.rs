//! Recovery copies: the newest state of a session in the state folder, while its own file is far away or cannot be
//! written.
//!
//! One is never the place that a session is opened from by itself; it is found when that place is.

use super::Home;
use super::conflict::copies_of;
use super::files::{FileSystem, list};
use super::home::path_hash;
use super::id::is_id;
use std::io;
use std::path::{Path, PathBuf};

/// The recovery copies of a session, with those that were written beside one; `file` says whose come first.
pub(super) fn copies(files: &dyn FileSystem, home: &Home, id: &str, file: &Path) -> io::Result<Vec<PathBuf>> {
    let own = home.recovery_file(id, file);
    let mut found: Vec<PathBuf> = copies_by_file(files, home, id)?.into_iter().map(|(path, _)| path).collect();
    found.sort_by_key(|path| (*path != own, path.clone()));
    Ok(found)
}

/// The recovery copy of a file, and those from when the home was away.
pub(super) fn own_copies(home: &Home, id: &str, file: &Path) -> Vec<PathBuf> {
    [home.recovery_file(id, file)].into_iter().chain(home.refuge_files(id, file)).collect()
}

/// The recovery copy of this very file, those from when the home was away, and those beside them.
pub(super) fn copies_of_file(files: &dyn FileSystem, home: &Home, id: &str, file: &Path) -> Vec<PathBuf> {
    let own = own_copies(home, id, file);
    let beside: Vec<PathBuf> = own.iter().flat_map(|own| copies_of(files, own).unwrap_or_default()).collect();
    own.into_iter().chain(beside).collect()
}

/// The recovery copies of a session, each with the hash of the path of the file that it is a version of.
pub(super) fn copies_by_file(files: &dyn FileSystem, home: &Home, id: &str) -> io::Result<Vec<(PathBuf, String)>> {
    let whose = |path: PathBuf| id_of(&path).filter(|(of, _)| of == id).map(|(_, path_hash)| (path, path_hash));
    // Where somebody else keeps temporary files nobody looks for all of them.
    let refuges = home.refuges().iter().filter(|(_, begin)| begin.is_empty());
    let away = refuges.flat_map(|(folder, _)| list(files, folder).unwrap_or_default());
    let mut found: Vec<_> = list(files, &home.recovery_folder())?.into_iter().chain(away).filter_map(whose).collect();
    found.sort();
    Ok(found)
}

/// The ids of the sessions of which there are recovery copies for this path.
pub(super) fn ids_of_path(files: &dyn FileSystem, home: &Home, file: &Path) -> io::Result<Vec<String>> {
    let path_hash = path_hash(file);
    let copies = list(files, &home.recovery_folder())?;
    Ok(copies.iter().filter_map(|path| id_of(path)).filter(|(_, of)| *of == path_hash).map(|(id, _)| id).collect())
}

/// The id and the path's hash in the name of a recovery copy.
fn id_of(path: &Path) -> Option<(String, String)> {
    let (id, rest) = path.file_name()?.to_str()?.split_once('-')?;
    let path_hash = rest.strip_suffix(".ron")?.get(..16)?;
    (is_id(id) && is_id(path_hash)).then(|| (id.to_owned(), path_hash.to_owned()))
}
