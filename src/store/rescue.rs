//! Which earlier versions of a session there are: backups, recovery copies, saves beside it.
//!
//! It only looks. What it lists is listed by its first line; `restore` reads the whole before it uses it.

use super::backup::{ids_of_path, names};
use super::codec::decode;
use super::conflict::copies_of;
use super::files::{FileSystem, Standing};
use super::head::{Head, head_of};
use super::load::read_start;
use super::sense::is_id;
use super::temporary::{Origin, temporaries};
use super::{Home, LARGEST, recovery};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

/// More than this of a damaged file is not searched for its id, in bytes.
const SEARCHED: usize = 64 * 1024;

/// An earlier version of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// Its count of changes.
    pub rev: u64,
    /// When it was saved, by the clock of the machine that saved it.
    pub saved: Timestamp,
    /// Features whose decisions had all been taken.
    pub done: u16,
    /// Features that the framework asked about.
    pub of: u16,
    /// Its length in bytes.
    pub size: u64,
}

/// What kind of copy a version was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The recovery copy: what was last done while the file was far away or could not be written.
    Recovery,
    /// A backup.
    Backup,
    /// A version that was saved beside the file because somebody had changed that.
    Conflict,
    /// A save that was broken off.
    BrokenOff,
}

/// A version that a session can be restored from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What kind of copy it is.
    pub source: Source,
    /// The version.
    pub version: Backup,
}

/// The backups of a session, the newest first. Copies of damaged files are not among them.
#[must_use]
pub fn backups(files: &dyn FileSystem, home: &Home, id: &str) -> Vec<Backup> {
    if !is_id(id) {
        return Vec::new();
    }
    let names = names(files, &home.backups_folder().join(id)).unwrap_or_default();
    let healthy = names.into_iter().filter(|name| !name.damaged);
    healthy.filter_map(|name| version(files, &name.path)).map(|(_, version)| version).collect()
}

/// Everything that the session in a file can be restored from, the newest first: for a file that is damaged, gone,
/// or simply not what it was. Each was read whole and is sound.
#[must_use]
pub fn rescue(files: &dyn FileSystem, home: &Home, file: &Path) -> Vec<Candidate> {
    let mut ids = ids_of(files, home, file).unwrap_or_default();
    let broken_off = temporaries(files, file).unwrap_or_default();
    if ids.is_empty() {
        // A file that was never whole, and a save of its own.
        let own = broken_off.iter().filter(|(_, origin)| matches!(origin, Origin::Known { .. }));
        ids.extend(own.filter_map(|(path, _)| super::head::head_in(files, path).ok()).map(|head| head.id));
    }
    let mut found = Vec::new();
    for id in &ids {
        let copies = recovery::copies(files, home, id, file).unwrap_or_default();
        found.extend(copies.into_iter().map(|path| (Source::Recovery, path)));
        found.extend(backups(files, home, id).into_iter().map(|backup| (Source::Backup, backup.path)));
    }
    found.extend(copies_of(files, file).unwrap_or_default().into_iter().map(|path| (Source::Conflict, path)));
    found.extend(broken_off.into_iter().map(|(path, _)| (Source::BrokenOff, path)));
    let mut candidates: Vec<Candidate> = found
        .into_iter()
        .filter_map(|(source, path)| sound(files, &path, &ids).map(|version| Candidate { source, version }))
        .collect();
    candidates.sort_by_key(|candidate| (Reverse(candidate.version.rev), candidate.source));
    candidates
}

fn sound(files: &dyn FileSystem, path: &Path, ids: &[String]) -> Option<Backup> {
    let (_, version) = version(files, path)?;
    let loaded = decode(&read_start(files, path, LARGEST + 1).ok()?, "The copy").ok()?;
    ids.contains(&loaded.session.id).then_some(Backup { rev: loaded.session.rev, ..version })
}

/// A version by its first line.
fn version(files: &dyn FileSystem, path: &Path) -> Option<(Head, Backup)> {
    let Ok(Standing::File { size, .. }) = files.look(path) else { return None };
    let head = super::head::head_in(files, path).ok()?;
    let version =
        Backup { path: path.to_owned(), rev: head.rev, saved: head.saved, done: head.done, of: head.of, size };
    Some((head, version))
}

/// The ids under which copies of the session in a file are kept. What the file says of itself comes first, in its
/// first line or, where that is damaged, in its text; then what was noted when it was last opened.
///
/// # Errors
/// When the file or the notes cannot be read. What can be read and is damaged is no error, nor is a file that is gone.
pub(super) fn ids_of(files: &dyn FileSystem, home: &Home, file: &Path) -> io::Result<Vec<String>> {
    let start = match files.look(file)? {
        Standing::Nothing => Vec::new(),
        _ => files.read(file, SEARCHED)?,
    };
    let in_head = head_of(&start, "").ok().map(|head| head.id).filter(|id| is_id(id));
    let mut ids: Vec<String> = in_head.or_else(|| id_in(&String::from_utf8_lossy(&start))).into_iter().collect();
    if ids.is_empty() {
        ids.extend(ids_of_path(files, home, file)?);
        ids.extend(recovery::ids_of_path(files, home, file)?);
        ids.sort();
        ids.dedup();
    }
    Ok(ids)
}

/// The first id in a text, as Plenary writes it.
fn id_in(text: &str) -> Option<String> {
    let ids = text.split("id: \"").skip(1).filter_map(|rest| rest.split('"').next());
    ids.map(str::to_owned).find(|id| is_id(id))
}
