//! Which earlier versions of a session there are: backups, recovery copies, saves beside it.
//!
//! It only looks. What it lists is listed by its first line; `restore` reads the whole before it uses it.

use super::backup::names;
use super::codec::decode;
use super::conflict::copies_of;
use super::files::{FileSystem, Standing, read_start};
use super::home::path_hash;
use super::id::is_id;
use super::identity::{Origin, identity_in, ids_of, is_same_file, origins};
use super::temporary::{TemporaryName, temporaries};
use super::{Home, LARGEST, last_resort, recovery};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::path::{Path, PathBuf};

/// An earlier version of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
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
    Backup,
    /// A version that was saved beside the file because somebody had changed that.
    Conflict,
    BrokenOff,
    /// What was written in the folder for temporary files, or the home folder, as the program ended and nothing else
    /// worked.
    LastResort,
}

/// A version that a session can be restored from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub source: Source,
    pub version: Backup,
    /// Whether it is one of another file of the session, which is there as well: a copy that was worked on, say.
    pub elsewhere: bool,
}

/// The backups of a session, the newest first. Copies of damaged files are not among them.
pub fn backups(files: &dyn FileSystem, home: &Home, id: &str) -> Vec<Backup> {
    if !is_id(id) {
        return Vec::new();
    }
    let names = names(files, &home.backups_folder().join(id)).unwrap_or_default();
    let healthy = names.into_iter().filter(|name| !name.damaged);
    healthy.filter_map(|name| version(files, &name.path)).collect()
}

/// Everything that the session in a file can be restored from, its own versions first, then those of other files of
/// the session, the newest of each first: for a file that is damaged, gone, or simply not what it was. Each was read
/// whole and is sound.
pub fn rescue(files: &dyn FileSystem, home: &Home, file: &Path) -> Vec<Candidate> {
    let mut ids = ids_of(files, home, file).unwrap_or_default();
    let broken_off = temporaries(files, file).unwrap_or_default();
    if ids.is_empty() {
        // A file that was never whole, and a save of its own.
        let own = broken_off.iter().filter(|(_, origin)| matches!(origin, TemporaryName::Known { .. }));
        ids.extend(own.filter_map(|(path, _)| identity_in(files, path).ok().flatten()).map(|found| found.id));
    }
    let mut found: Vec<(Source, PathBuf, Option<String>)> = Vec::new();
    let mut elsewhere = Vec::new();
    for id in &ids {
        let folder = home.backups_folder().join(id);
        elsewhere.extend(others_there(files, home, &folder, file));
        let copies = recovery::copies_by_file(files, home, id).unwrap_or_default();
        found.extend(copies.into_iter().map(|(path, path_hash)| (Source::Recovery, path, Some(path_hash))));
        let names = names(files, &folder).unwrap_or_default().into_iter().filter(|name| !name.damaged);
        found.extend(names.map(|name| (Source::Backup, name.path, name.origin)));
        let copies = last_resort::copies(files, id).unwrap_or_default();
        found.extend(copies.into_iter().map(|(path, path_hash)| (Source::LastResort, path, path_hash)));
    }
    let beside = copies_of(files, file).unwrap_or_default().into_iter().map(|path| (Source::Conflict, path, None));
    found.extend(beside.chain(broken_off.into_iter().map(|(path, _)| (Source::BrokenOff, path, None))));
    let candidate = |(source, path, path_hash): (Source, PathBuf, Option<String>)| {
        let elsewhere = path_hash.is_some_and(|path_hash| elsewhere.contains(&path_hash));
        sound(files, &path, &ids).map(|version| Candidate { source, version, elsewhere })
    };
    let mut candidates: Vec<Candidate> = found.into_iter().filter_map(candidate).collect();
    let order =
        |found: &Candidate| (found.elsewhere, Reverse(found.version.rev), found.source, found.version.path.clone());
    candidates.sort_by_cached_key(order);
    candidates
}

/// The fingerprints of the other files that a session was opened from and that are there.
fn others_there(files: &dyn FileSystem, home: &Home, folder: &Path, file: &Path) -> Vec<String> {
    let own = path_hash(file);
    let is_there = |origin: &Origin| {
        let there = |path: &PathBuf| {
            !matches!(files.look(path), Ok(Standing::Nothing) | Err(_)) && !is_same_file(files, path, file)
        };
        origin.path_hash != own && origin.path.as_ref().is_some_and(there)
    };
    let origins = origins(files, home, folder).unwrap_or_default().into_iter();
    origins.filter(is_there).map(|origin| origin.path_hash).collect()
}

fn sound(files: &dyn FileSystem, path: &Path, ids: &[String]) -> Option<Backup> {
    let version = version(files, path)?;
    let loaded = decode(&read_start(files, path, LARGEST + 1).ok()?, "The copy").ok()?;
    ids.contains(&loaded.session.id).then_some(Backup { rev: loaded.session.rev, ..version })
}

fn version(files: &dyn FileSystem, path: &Path) -> Option<Backup> {
    let Ok(Standing::File { size, .. }) = files.look(path) else { return None };
    let head = super::head::head_in(files, path).ok()?;
    Some(Backup { path: path.to_owned(), rev: head.rev, saved: head.saved, done: head.done, of: head.of, size })
}
