//! The files that a session was opened from, noted beside its backups: by them a file that is damaged beyond its id is
//! found again, and a backup is known to be the one or the other file's.

use super::Home;
use super::atomic::save_atomic;
use super::files::{FileSystem, Standing, list};
use super::home::path_hash;
use super::id::is_id;
use std::io;
use std::path::{Path, PathBuf};

/// The ending of the notes; before it stands the hash of the path.
const ENDING: &str = ".path";

/// More of a note is not read, in bytes.
const LONGEST: usize = 64 * 1024;

/// A file that a session was opened from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// The hash of its path, which the names of its backups hold.
    pub(super) path_hash: String,
    /// Its path; `None` in notes that Plenary made before it noted paths, or where the path is no Unicode text.
    pub(super) path: Option<PathBuf>,
    pub(super) note: PathBuf,
}

/// Notes in a session's folder of backups that it was opened from this file. A note that cannot be made is missed
/// when the file is damaged, or deleted while it has copies; then more is kept than need be.
pub(super) fn note(files: &dyn FileSystem, home: &Home, folder: &Path, file: &Path) {
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    // A home on a stick gets other drive letters.
    let path = path.strip_prefix(&home.root).unwrap_or(&path);
    let (note, text) = (folder.join(name_for(file)), path.to_str().unwrap_or_default());
    if files.read(&note, LONGEST).ok().as_deref() != Some(text.as_bytes()) {
        let _ = save_atomic(files, &note, text.as_bytes());
    }
}

fn name_for(file: &Path) -> String {
    format!("{}{ENDING}", path_hash(file))
}

/// The files that were noted in a session's folder of backups.
pub(super) fn origins(files: &dyn FileSystem, home: &Home, folder: &Path) -> io::Result<Vec<Origin>> {
    let origin = |note: PathBuf| {
        let path_hash =
            note.file_name()?.to_str()?.strip_suffix(ENDING).filter(|path_hash| is_id(path_hash))?.to_owned();
        let text = files.read(&note, LONGEST).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let path = text.filter(|text| !text.is_empty()).map(|text| home.root.join(text));
        Some(Origin { path_hash, path, note })
    };
    let mut found: Vec<Origin> = list(files, folder)?.into_iter().filter_map(origin).collect();
    found.sort_by(|one, other| one.note.cmp(&other.note));
    Ok(found)
}

/// The ids of the sessions that were opened from this path.
pub(super) fn ids_of_path(files: &dyn FileSystem, home: &Home, file: &Path) -> io::Result<Vec<String>> {
    let note = name_for(file);
    let mut ids = Vec::new();
    for folder in list(files, &home.backups_folder())? {
        if files.look(&folder.join(&note))? != Standing::Nothing {
            ids.extend(folder.file_name().and_then(|name| name.to_str()).filter(|name| is_id(name)).map(str::to_owned));
        }
    }
    ids.sort();
    Ok(ids)
}
