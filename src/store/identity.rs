//! Which session a file holds: by its document alone, never by its first line or by what a text mentions; and from
//! which files a session was opened, noted beside its backups, by which one that is damaged beyond its id is found.
//!
//! It only looks.

use super::atomic::save_atomic;
use super::codec::CHECKSUM;
use super::conflict::stem;
use super::files::{FileSystem, Standing, folder_of, is_ron, list, read_start};
use super::head::{MARK, head_of};
use super::home::path_hash;
use super::id::{is_id, proper_id};
use super::ron::{Identity, identity_of, number_of};
use super::{Home, OpenError, recovery};
use crate::encoding::BOM;
use crate::session::plausible_count;
use std::io;
use std::path::{Path, PathBuf};

/// No more than this is read of a file to see whose it is, in bytes.
const SEARCHED: usize = 16 * 1024;

/// A place that could not be looked at.
#[derive(Debug)]
pub(super) struct Unseen {
    pub(super) place: PathBuf,
    pub(super) error: io::Error,
}

impl Unseen {
    /// For `map_err`.
    pub(super) fn at(place: &Path) -> impl Fn(io::Error) -> Self {
        let place = place.to_owned();
        move |error| Self { place: place.clone(), error }
    }
}

/// Which session the document in these bytes is of, with the id that it gets when it is read.
pub(super) fn identity(bytes: &[u8]) -> Option<Identity> {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let found = identity_of(&String::from_utf8_lossy(bytes))?;
    Some(Identity { id: proper_id(&found.id), rev: found.rev.map(plausible_count) })
}

/// [`identity`] of a file, links followed.
pub(super) fn identity_in(files: &dyn FileSystem, path: &Path) -> Result<Option<Identity>, OpenError> {
    Ok(identity(&read_start(files, path, SEARCHED)?))
}

/// The ids under which copies of the session in a file are kept: what its document says; where that says nothing,
/// what was noted when it was last opened; and only where nothing was noted, its first line. So this says what may be
/// offered, not what may be taken away. What can be read and is damaged is no error, nor is a file that is gone.
pub(super) fn ids_of(files: &dyn FileSystem, home: &Home, file: &Path) -> io::Result<Vec<String>> {
    let start = match files.look(file)? {
        Standing::Nothing => Vec::new(),
        _ => files.read(file, SEARCHED)?,
    };
    if let Some(found) = identity(&start) {
        return Ok(vec![found.id]);
    }
    let mut ids = ids_of_path(files, home, file)?;
    ids.extend(recovery::ids_of_path(files, home, file)?);
    ids.sort();
    ids.dedup();
    if ids.is_empty() {
        ids.extend(head_of(&start, "").ok().map(|head| head.id).filter(|id| is_id(id)));
    }
    Ok(ids)
}

/// Whether these bytes are a session or were one: sound, damaged at either end, of a later format, or saved in
/// another encoding. For those who must not put anything in its place, so it is better said once too often.
pub(super) fn was_session(bytes: &[u8]) -> bool {
    // UTF-16 and zeroed blocks hold the same letters among zeros.
    let letters: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&letters);
    let text = text.trim_start_matches(|letter: char| !letter.is_ascii() || letter.is_ascii_whitespace());
    text.starts_with(MARK) || text.lines().any(|line| line.starts_with(CHECKSUM)) || number_of(text, "format").is_some()
}

/// Whether two paths lead to the same file: as they are written, or where links lead in the end.
pub(super) fn is_same_file(files: &dyn FileSystem, one: &Path, other: &Path) -> bool {
    one == other || matches!((files.resolve(one), files.resolve(other)), (Ok(one), Ok(other)) if one == other)
}

/// The other files in this file's folder and in the sessions folder that hold the same session: copies of a cloud
/// drive, of people, and versions that were saved beside it. Each with its count of changes.
pub(super) fn namesakes(
    files: &dyn FileSystem,
    home: &Home,
    file: &Path,
    id: &str,
) -> Result<Vec<(PathBuf, Option<u64>)>, Unseen> {
    let stem = stem(file);
    let may_be = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        path != file && (is_ron(path) || name.contains(&stem))
    };
    let (beside, own) = (folder_of(file).to_owned(), home.sessions_folder());
    let folders = if is_same_file(files, &beside, &own) { vec![beside] } else { vec![beside, own] };
    let mut found = Vec::new();
    for folder in folders {
        let inside = super::files::list(files, &folder).map_err(Unseen::at(&folder))?;
        for path in inside.into_iter().filter(may_be) {
            let is_same = || is_same_file(files, &path, file);
            match identity_in(files, &path) {
                Ok(Some(found_there)) if found_there.id == id && !is_same() => found.push((path, found_there.rev)),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

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
