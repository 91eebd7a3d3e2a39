//! Opening a session to go on with it: the newest of what is there, and nothing that is older thrown away.
//!
//! It never writes to the session's own file; the only thing it writes is backups.

use super::atomic::{folder_of, is_temporary};
use super::backup::{Version, back_up};
use super::codec::{LARGEST, Loaded, decode, decode_newer};
use super::files::{FileSystem, list};
use super::load::read_start;
use super::recovery::{copies, copies_of_file};
use super::stamp::Known;
use super::trouble::{OpenError, Warning};
use super::{Home, StoreError};
use crate::session::{MOST, Session, encoded_len};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

/// A session to go on with.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The session: the newest version that was found.
    pub session: Session,
    /// What was noticed in the file it was read from.
    pub warnings: Vec<Warning>,
    /// What else the facilitator should know: sentences.
    pub found: Vec<String>,
    /// Whether the file holds another version than [`Opened::session`]: it is to be saved at once.
    pub unsaved: bool,
    /// Why the session can only be looked at, if so.
    pub read_only: Option<String>,
    /// What stands in the file and may be written over.
    pub known: Known,
    /// The recovery copy that was found for this file.
    pub recovery: Option<RecoveryCopy>,
}

/// A recovery copy as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCopy {
    /// Where it is.
    pub path: PathBuf,
    /// Its version.
    pub rev: u64,
    /// What stands in it and may be written over.
    pub known: Known,
}

/// A version of the session that stands elsewhere than in its file.
struct Other {
    path: PathBuf,
    bytes: Vec<u8>,
    loaded: Loaded,
    is_recovery: bool,
}

/// Why a session that can be read cannot be changed: written as Plenary writes, it could not be opened again.
const TOO_LARGE: &str = "This session is too large to be saved by Plenary (8 MiB), so it can only be looked at; shorten \
                         its longest notes in a text editor first.";

/// Opens a session file to go on with it. The highest version of the file, its recovery copy, and a save that was
/// broken off wins; every other is kept as a backup, and so is the file as it stands.
///
/// # Errors
/// A sentence to show; the file is as it was. [`super::rescue`] then says what there is instead.
pub fn open_to_edit(files: &dyn FileSystem, home: &Home, path: &Path, now: Timestamp) -> Result<Opened, OpenError> {
    let name = path.display().to_string();
    let bytes = read_start(files, path, LARGEST + 1)?;
    let loaded = match decode(&bytes, &name) {
        Err(OpenError::Newer { found, .. }) => return Ok(only_to_look_at(decode_newer(&bytes, &name)?, found)),
        loaded => loaded?,
    };
    let mut others = others(files, home, path, &loaded.session);
    others.sort_by_key(|other| Reverse(other.loaded.session.rev));
    let own = home.recovery_file(&loaded.session.id, path);
    let mut opened = Opened {
        known: Known::of(&bytes),
        recovery: others.iter().find(|other| other.path == own).map(|other| RecoveryCopy {
            path: other.path.clone(),
            rev: other.loaded.session.rev,
            known: Known::of(&other.bytes),
        }),
        found: Vec::new(),
        unsaved: false,
        read_only: None,
        session: loaded.session,
        warnings: loaded.warnings,
    };
    let (id, held) = (opened.session.id.clone(), opened.session.rev);
    let keep =
        |rev, bytes: &[u8]| back_up(files, home, Version { id: &id, file: path, rev, bytes, damaged: false }, now);
    if let Err(error) = keep(held, &bytes) {
        opened.without_backup(&error);
    }
    let winner = others.iter().position(|other| other.loaded.session.rev > held);
    for (place, other) in others.iter().enumerate().filter(|(_, other)| other.is_recovery) {
        let wins = winner == Some(place);
        if other.path == own && (wins || other.loaded.session == opened.session) {
            continue;
        }
        let rev = other.loaded.session.rev;
        match keep(rev, &other.bytes) {
            Ok(_) => {
                // It is on the disk among the backups; if it cannot be taken away here it is found again.
                let _ = files.remove(&other.path);
                opened.recovery = opened.recovery.filter(|copy| copy.path != other.path);
                if !wins {
                    opened.found.push(format!(
                        "Another version of this session (change {rev}) was in its recovery copy; it is kept among \
                         the backups."
                    ));
                }
            }
            Err(error) => {
                opened.found.push(format!("A recovery copy was not kept as a backup and stays where it is: {error}"));
                opened.recovery = opened.recovery.map(|copy| RecoveryCopy { known: Known::nothing(), ..copy });
            }
        }
    }
    if let Some(winner) = winner {
        opened.carry_on_with(others.swap_remove(winner), held);
    }
    opened.found.extend(elsewhere(files, home, path, &opened.session));
    // Only what others wrote tighter than Plenary does grows in being written; looking costs as much as saving.
    if bytes.len() > LARGEST / 32 && encoded_len(&opened.session) > MOST {
        opened.read_only = Some(TOO_LARGE.to_owned());
    }
    Ok(opened)
}

impl Opened {
    /// The file could not be backed up. What was last written by Plenary it may write over all the same; what
    /// others put into it would be lost, so that the session will be saved beside it.
    fn without_backup(&mut self, error: &StoreError) {
        let would_lose = self.warnings.iter().any(Warning::is_lost_by_saving);
        let what = if would_lose {
            self.known = Known::nothing();
            "No backup could be made of this file as it was changed outside Plenary, so changes will be saved beside it"
        } else {
            "No backup could be made of this file as it was opened"
        };
        self.found.push(format!("{what}: {error}"));
    }

    fn carry_on_with(&mut self, other: Other, held: u64) {
        let rev = other.loaded.session.rev;
        let from = if other.is_recovery { "its recovery copy" } else { "a save that was broken off" };
        self.found.insert(
            0,
            format!(
                "A newer version of this session was found in {from} and is open now (change {rev}; the file held \
                 change {held}, which is kept among the backups)."
            ),
        );
        self.session = other.loaded.session;
        self.warnings.extend(other.loaded.warnings);
        self.unsaved = true;
    }
}

/// A file of a later format.
fn only_to_look_at(loaded: Loaded, found: u32) -> Opened {
    Opened {
        session: loaded.session,
        warnings: loaded.warnings,
        found: Vec::new(),
        unsaved: false,
        read_only: Some(format!(
            "This file was written by a newer Plenary (format {found}). It is shown as far as this Plenary understands \
             it, and cannot be changed here; open it with that Plenary, or bring this one up to date."
        )),
        known: Known::nothing(),
        recovery: None,
    }
}

/// The same session in the file's recovery copy and in saves beside it that were broken off.
fn others(files: &dyn FileSystem, home: &Home, path: &Path, session: &Session) -> Vec<Other> {
    let read = |path: PathBuf, is_recovery| {
        let bytes = read_start(files, &path, LARGEST + 1).ok()?;
        let loaded = decode(&bytes, "The copy").ok()?;
        let is_whole = is_recovery || loaded.warnings.iter().all(|warning| !warning.is_lost_by_saving());
        let is_ours = loaded.session.id == session.id && is_whole;
        is_ours.then_some(Other { path, bytes, loaded, is_recovery })
    };
    let recovery = copies_of_file(files, home, &session.id, path).into_iter().map(|path| (path, true));
    let is_newer = |other: &Other| other.is_recovery || other.loaded.session.rev > session.rev;
    let all = recovery.chain(temporaries(files, path).unwrap_or_default().into_iter().map(|path| (path, false)));
    all.filter_map(|(path, is_recovery)| read(path, is_recovery)).filter(is_newer).collect()
}

/// Saves into this folder that were broken off, or are going on right now: they are read and left.
///
/// # Errors
/// When the folder cannot be read.
pub(super) fn temporaries(files: &dyn FileSystem, path: &Path) -> io::Result<Vec<PathBuf>> {
    let is_one = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(is_temporary);
    Ok(list(files, folder_of(path))?.into_iter().filter(is_one).collect())
}

/// Says where newer work on the same session lies that belongs to another path: a stick with another letter, or a
/// copy of the file. Only people know which, so nothing is done about it.
fn elsewhere(files: &dyn FileSystem, home: &Home, path: &Path, session: &Session) -> Option<String> {
    let own = copies_of_file(files, home, &session.id, path);
    let others = copies(files, home, &session.id, path).ok()?.into_iter().filter(|copy| !own.contains(copy));
    let heads = others.filter_map(|copy| super::head::head_in(files, &copy).ok());
    let newest = heads.map(|head| head.rev).max().filter(|rev| *rev > session.rev)?;
    Some(format!(
        "There is a recovery copy of this session from another place with newer work (change {newest}); it can be \
         restored like a backup."
    ))
}
