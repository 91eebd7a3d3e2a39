//! Opening a session to go on with it: the newest of what is there, and nothing that is older thrown away.
//!
//! It never writes to the session's own file; the only thing it writes is backups, and that can wait until the session
//! is in sight.

use super::backup::{Version, back_up};
use super::codec::{LARGEST, Loaded, decode, decode_newer};
use super::expected::ExpectedContents;
use super::files::{FileSystem, folder_of, read_start};
use super::open_error::{Noticed, OpenError, Warning};
use super::recovery::{copies, copies_of_file, own_copies};
use super::temporary::{TemporaryName, temporaries};
use super::{Home, StoreError};
use crate::session::{MOST, Session, encoded_len};
use jiff::Timestamp;
use std::cmp::Reverse;
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
    pub expected: ExpectedContents,
    pub recovery: Option<RecoveryCopy>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCopy {
    pub path: PathBuf,
    pub rev: u64,
    /// What stands in it and may be written over.
    pub expected: ExpectedContents,
}

/// A version of the session that stands elsewhere than in its file.
struct Other {
    path: PathBuf,
    bytes: Vec<u8>,
    loaded: Loaded,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// In the file's recovery copy, or beside that.
    Recovery,
    /// In a save of this file, as it stands now, that was broken off.
    BrokenOff,
    /// In a broken-off save of which it cannot be said that it is one of this file as it stands now.
    Doubtful,
}

/// What must be among the backups before anything is written over it: the file as it stands, and versions of the
/// session in recovery copies.
#[derive(Debug)]
pub(crate) struct BeforeSaving {
    path: PathBuf,
    id: String,
    held: u64,
    bytes: Vec<u8>,
    copies: Vec<FoundCopy>,
}

#[derive(Debug)]
struct FoundCopy {
    path: PathBuf,
    rev: u64,
    bytes: Vec<u8>,
    wins: bool,
    is_doubtful: bool,
}

/// Opens a session file to go on with it. The highest version of the file, its recovery copy, and a save that was
/// broken off wins; every other is kept as a backup, and so is the file as it stands.
/// Where none can be opened [`super::rescue`] says what there is instead.
pub fn open_to_edit(files: &dyn FileSystem, home: &Home, path: &Path, now: Timestamp) -> Result<Opened, OpenError> {
    let (mut opened, before) = read_to_edit(files, home, path)?;
    if let Some(before) = before {
        let found = before.back_up(files, home, &mut opened, now);
        opened.found.extend(found);
    }
    Ok(opened)
}

/// The first half of [`open_to_edit`]: it only reads, so that the session can be shown. What it found must be backed
/// up before the first save; there is nothing to back up where the session can only be looked at.
pub(crate) fn read_to_edit(
    files: &dyn FileSystem,
    home: &Home,
    path: &Path,
) -> Result<(Opened, Option<BeforeSaving>), OpenError> {
    let name = path.display().to_string();
    // Before the file is read: what is read is in this folder.
    let folder = files.identify(folder_of(&files.resolve(path).unwrap_or_else(|_| path.to_owned()))).ok();
    let bytes = read_start(files, path, LARGEST + 1)?;
    let loaded = match decode(&bytes, &name) {
        Err(OpenError::Newer { found, .. }) => return Ok((only_to_look_at(decode_newer(&bytes, &name)?, found), None)),
        loaded => loaded?,
    };
    let mut others = others(files, home, path, &loaded.session, &bytes);
    others.sort_by_key(|other| Reverse(other.loaded.session.rev));
    let own = own_copies(home, &loaded.session.id, path);
    // The one that is gone on with; what is in the others goes among the backups.
    let own = others.iter().map(|other| &other.path).find(|path| own.contains(path)).cloned();
    let is_own = |path: &Path| own.as_deref() == Some(path);
    let mut opened = Opened {
        expected: ExpectedContents::of(&bytes).in_folder(folder),
        recovery: others.iter().find(|other| is_own(&other.path)).map(|other| RecoveryCopy {
            path: other.path.clone(),
            rev: other.loaded.session.rev,
            expected: ExpectedContents::of(&other.bytes),
        }),
        ..Opened::of(loaded)
    };
    let (id, held) = (opened.session.id.clone(), opened.session.rev);
    let winner = others.iter().position(|other| other.kind != Kind::Doubtful && other.loaded.session.rev > held);
    let mut copies = Vec::new();
    for (place, other) in others.iter().enumerate().filter(|(_, other)| other.kind != Kind::BrokenOff) {
        let (wins, is_doubtful) = (winner == Some(place), other.kind == Kind::Doubtful);
        if is_doubtful || !is_own(&other.path) || !wins && other.loaded.session != opened.session {
            let (rev, bytes) = (other.loaded.session.rev, other.bytes.clone());
            copies.push(FoundCopy { path: other.path.clone(), rev, bytes, wins, is_doubtful });
        }
    }
    if let Some(winner) = winner {
        opened.carry_on_with(others.swap_remove(winner), held);
    }
    opened.found.extend(elsewhere(files, home, path, &opened.session));
    // Only what others wrote tighter than Plenary does grows in being written; looking costs as much as saving.
    if bytes.len() > LARGEST / 32 && encoded_len(&opened.session) > MOST {
        opened.read_only = Some(Noticed::TooLarge.to_string());
    }
    Ok((opened, Some(BeforeSaving { path: path.to_owned(), id, held, bytes, copies })))
}

impl BeforeSaving {
    /// The second half of [`open_to_edit`]; gives what the facilitator should know of it, as sentences.
    pub(crate) fn back_up(
        self,
        files: &dyn FileSystem,
        home: &Home,
        opened: &mut Opened,
        now: Timestamp,
    ) -> Vec<String> {
        let Self { path, id, held, bytes, copies } = self;
        let keep =
            |rev, bytes: &[u8]| back_up(files, home, Version { id: &id, file: &path, rev, bytes, damaged: false }, now);
        let mut found = Vec::new();
        if let Err(error) = keep(held, &bytes) {
            found.push(opened.without_backup(error));
        }
        for copy in copies {
            if copy.is_doubtful {
                let kept = keep(copy.rev, &copy.bytes).is_ok();
                found.push(Noticed::OtherWork { rev: copy.rev, kept }.to_string());
                continue;
            }
            match keep(copy.rev, &copy.bytes) {
                Ok(_) => {
                    // It is on the disk among the backups; if it cannot be taken away here it is found again.
                    let _ = files.remove(&copy.path);
                    opened.recovery = opened.recovery.take().filter(|own| own.path != copy.path);
                    if !copy.wins {
                        found.push(Noticed::AnotherVersion { rev: copy.rev }.to_string());
                    }
                }
                Err(error) => {
                    found.push(Noticed::CopyStays(error).to_string());
                    opened.recovery =
                        opened.recovery.take().map(|own| RecoveryCopy { expected: ExpectedContents::nothing(), ..own });
                }
            }
        }
        found
    }
}

impl Opened {
    /// What was read, of whose file nothing is known.
    fn of(Loaded { session, warnings }: Loaded) -> Self {
        let (found, expected) = (Vec::new(), ExpectedContents::nothing());
        Self { session, warnings, found, unsaved: false, read_only: None, expected, recovery: None }
    }

    /// The file could not be backed up. What was last written by Plenary it may write over all the same; what
    /// others put into it would be lost, so that the session will be saved beside it.
    fn without_backup(&mut self, error: StoreError) -> String {
        let would_lose = self.warnings.iter().any(Warning::is_lost_by_saving);
        if would_lose {
            self.expected = ExpectedContents::nothing();
            return Noticed::NoBackupOfChanges(error).to_string();
        }
        Noticed::NoBackup(error).to_string()
    }

    fn carry_on_with(&mut self, other: Other, held: u64) {
        let rev = other.loaded.session.rev;
        let newer = if other.kind == Kind::Recovery {
            Noticed::NewerInRecovery { rev, held }
        } else {
            Noticed::NewerInBrokenOff { rev, held }
        };
        self.found.insert(0, newer.to_string());
        self.session = other.loaded.session;
        self.warnings.extend(other.loaded.warnings);
        self.unsaved = true;
    }
}

/// A file of a later format.
fn only_to_look_at(loaded: Loaded, found: u32) -> Opened {
    Opened { read_only: Some(Noticed::Newer { found }.to_string()), ..Opened::of(loaded) }
}

/// The same session in the file's recovery copy and in saves beside it that were broken off.
fn others(files: &dyn FileSystem, home: &Home, path: &Path, session: &Session, held: &[u8]) -> Vec<Other> {
    let read = |(path, kind): (PathBuf, Kind)| {
        let bytes = read_start(files, &path, LARGEST + 1).ok()?;
        let loaded = decode(&bytes, "The copy").ok()?;
        let is_newer = kind == Kind::Recovery || (loaded.is_whole() && loaded.session.rev > session.rev);
        (loaded.session.id == session.id && is_newer).then_some(Other { path, bytes, loaded, kind })
    };
    let checksum = crc32fast::hash(held);
    let kind = |origin: &TemporaryName| match origin {
        TemporaryName::Known { replaces, .. } if *replaces == checksum => Kind::BrokenOff,
        TemporaryName::Known { .. } | TemporaryName::Unknown => Kind::Doubtful,
    };
    let recovery = copies_of_file(files, home, &session.id, path).into_iter().map(|path| (path, Kind::Recovery));
    let broken_off = temporaries(files, path).unwrap_or_default().into_iter();
    let broken_off = broken_off.map(|(path, origin)| (path, kind(&origin)));
    recovery.chain(broken_off).filter_map(read).collect()
}

/// Says where newer work on the same session lies that belongs to another path: a stick with another letter, or a
/// copy of the file. Only people know which, so nothing is done about it.
fn elsewhere(files: &dyn FileSystem, home: &Home, path: &Path, session: &Session) -> Option<String> {
    let own = copies_of_file(files, home, &session.id, path);
    let others = copies(files, home, &session.id, path).ok()?.into_iter().filter(|copy| !own.contains(copy));
    let heads = others.filter_map(|copy| super::head::head_in(files, &copy).ok());
    let newest = heads.map(|head| head.rev).max().filter(|rev| *rev > session.rev)?;
    Some(Noticed::NewerElsewhere { newest }.to_string())
}
