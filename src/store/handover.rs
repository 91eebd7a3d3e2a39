//! What a first window hands to windows on the wall, and what these say of themselves: small files in a folder of this
//! laptop, each written by one program, never brought to the disk, and taken away at the end.
//!
//! ```text
//! ID.desk        locked as long as the first window lives
//! ID.json        what it hands over
//! ID-WALL.wall   locked as long as that window on the wall lives
//! ID-WALL.json   what that window says of itself
//! ```
//!
//! What is said is written again and again in the same place, which spares making and renaming a file at each key; its
//! checksum stands before it, so that whoever reads it has it whole or not at all.
//!
//! What a killed program left is known by its lock, which the system frees, and is taken away by whoever looks next.
//! Nothing here may be a session's file, and nothing is worth a wait for the disk.

use super::files::{FileSystem, Held, NewFile, list, make_folders};
use super::id::{is_id, new_id};
use super::{Home, StoreError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More than this is not read, in bytes: a page of the longest notes takes less.
const LARGEST: usize = 1024 * 1024;

/// How often it is read again what was about to be written: that takes less than a reading.
const READINGS: usize = 3;

/// How long a checksum and its line's end are, in bytes.
const CHECKSUM: usize = 9;

/// Names that are tried for a lock.
const NAMES: usize = 9;

type Files = Arc<dyn FileSystem + Send + Sync>;

/// The files of one window, whose lock it holds.
struct Own {
    files: Files,
    lock: PathBuf,
    said: PathBuf,
    /// What was said last; nothing while that is not sure.
    last: Option<Vec<u8>>,
    /// What is said, once something is, and its size.
    file: Option<Box<dyn NewFile>>,
    size: usize,
    /// Given back before the files are taken away: Windows removes no locked one.
    held: Option<Box<dyn Held>>,
}

impl Own {
    /// A name that nobody else has, in the folder. Whoever looks for dead windows may hold a new lock for a moment:
    /// then it is dead, and another name is taken.
    fn new(files: &Files, folder: &Path, before: &str, ending: &str) -> Result<(Self, String), StoreError> {
        let failed = |error| StoreError::io("Making", folder)(error);
        make_folders(&**files, folder).map_err(failed)?;
        for _ in 0..NAMES {
            let id = new_id()?;
            let lock = folder.join(format!("{before}{id}.{ending}"));
            let held = files.lock(&lock).map_err(failed)?;
            // Whoever looked may have taken the new name away between its making and its locking.
            if let Some(held) = held.filter(|_| matches!(files.look(&lock), Ok(super::Standing::File { .. }))) {
                let (files, said) = (Arc::clone(files), lock.with_extension("json"));
                return Ok((Self { files, said, lock, last: None, file: None, size: 0, held: Some(held) }, id));
            }
        }
        Err(failed(io::ErrorKind::WouldBlock.into()))
    }

    /// Says something new, in the place of what was said before; the same again is not written.
    fn say(&mut self, said: &[u8]) -> io::Result<()> {
        if self.last.as_deref() == Some(said) {
            return Ok(());
        }
        self.last = None;
        let mut bytes = format!("{:08x}\n", crc32fast::hash(said)).into_bytes();
        bytes.extend(said);
        // Nothing of what was longer stays behind it.
        bytes.resize(bytes.len().max(self.size), b' ');
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(self.files.create(&self.said)?),
        };
        self.size = bytes.len();
        file.rewind().and_then(|()| file.write_all(&bytes)).and_then(|()| file.flush())?;
        self.last = Some(said.to_owned());
        Ok(())
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        self.file = None;
        let _ = self.files.remove(&self.said);
        self.held = None;
        let _ = self.files.remove(&self.lock);
    }
}

/// The first window's side.
pub struct Desk {
    own: Own,
    id: String,
    folder: PathBuf,
}

/// The side of a window on the wall.
pub struct Wall {
    own: Own,
    desk: PathBuf,
}

/// A first window that lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDesk {
    /// By which a window on the wall finds it.
    pub id: String,
    /// What it hands over just now.
    pub handed: Vec<u8>,
}

/// A window on the wall that lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWall {
    /// By which the first window knows it.
    pub name: String,
    /// What it says of itself.
    pub said: Vec<u8>,
}

impl Desk {
    /// Begins to hand over, and takes away what killed programs left.
    pub fn open(files: &Files, home: &Home) -> Result<Self, StoreError> {
        let folder = home.walls_folder();
        desks(&**files, home);
        let (own, id) = Own::new(files, &folder, "", "desk")?;
        Ok(Self { own, id, folder })
    }

    /// Hands something over, in the place of what was handed over before.
    pub fn hand_over(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.own.say(bytes)
    }

    /// The windows on the wall that follow this one; those that ended are swept.
    pub fn walls(&self) -> io::Result<Vec<OpenWall>> {
        let files = &*self.own.files;
        let mine = format!("{}-", self.id);
        let mut locks = list(files, &self.folder)?;
        locks.retain(|path| is_lock(path, &mine, "wall"));
        locks.sort();
        let alive = locks.into_iter().filter(|lock| lives(files, lock));
        let wall = |lock: PathBuf| {
            let name = lock.file_stem()?.to_str()?.to_owned();
            Some(OpenWall { name, said: said(files, &lock)? })
        };
        Ok(alive.filter_map(wall).collect())
    }

    /// What one of them says of itself just now; nothing where it has ended, or is about to say something new.
    pub fn said(&self, wall: &str) -> Option<Vec<u8>> {
        said(&*self.own.files, &self.folder.join(wall))
    }
}

impl Wall {
    /// Follows a first window.
    pub fn follow(files: &Files, home: &Home, desk: &str) -> Result<Self, StoreError> {
        let folder = home.walls_folder();
        let (own, _) = Own::new(files, &folder, &format!("{desk}-"), "wall")?;
        Ok(Self { own, desk: folder.join(format!("{desk}.desk")) })
    }

    /// What is handed over just now; nothing while it is being written, and once the first window has ended.
    pub fn look(&self) -> Option<Vec<u8>> {
        said(&*self.own.files, &self.desk)
    }

    /// Whether the first window lives; one that was killed leaves its file behind.
    pub fn is_followed(&self) -> bool {
        lives(&*self.own.files, &self.desk)
    }

    /// Says something of this window.
    pub fn say(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.own.say(bytes)
    }
}

/// The first windows that live, by their ids. What those left that do not is taken away.
pub fn desks(files: &dyn FileSystem, home: &Home) -> Vec<OpenDesk> {
    let mut locks = list(files, &home.walls_folder()).unwrap_or_default();
    locks.sort();
    let dead_walls = locks.iter().filter(|path| is_lock(path, "", "wall"));
    dead_walls.for_each(|lock| {
        lives(files, lock);
    });
    let desks = locks.iter().filter(|path| is_lock(path, "", "desk") && lives(files, path));
    let open = |lock: &PathBuf| {
        let id = lock.file_stem()?.to_str()?.to_owned();
        Some(OpenDesk { id, handed: said(files, lock)? })
    };
    desks.filter_map(open).collect()
}

/// Whether a path is a lock of one of these windows.
fn is_lock(path: &Path, before: &str, ending: &str) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let ids = stem.is_some_and(|stem| stem.split('-').all(is_id) && stem.starts_with(before));
    ids && path.extension().is_some_and(|found| found == ending)
}

/// Whether somebody holds a lock; where nobody does, it and what was said are taken away. A place without locks has
/// nobody.
fn lives(files: &dyn FileSystem, lock: &Path) -> bool {
    if !matches!(files.look(lock), Ok(super::Standing::File { .. })) {
        return false;
    }
    match files.lock(lock) {
        Ok(None) => true,
        Ok(Some(held)) => {
            let _ = files.remove(&lock.with_extension("json"));
            // While it is held nobody can take it for a new window's; where a locked file stays, afterwards.
            let is_gone = files.remove(lock).is_ok();
            drop(held);
            if !is_gone {
                let _ = files.remove(lock);
            }
            false
        }
        Err(_) => false,
    }
}

/// What is said beside a lock, if it stands there whole.
fn said(files: &dyn FileSystem, lock: &Path) -> Option<Vec<u8>> {
    let said = lock.with_extension("json");
    (0..READINGS).find_map(|_| whole(&files.read(&said, LARGEST).ok()?))
}

/// What was said in these bytes, if the checksum before it is its own.
fn whole(bytes: &[u8]) -> Option<Vec<u8>> {
    let (checksum, said) = bytes.split_at_checked(CHECKSUM)?;
    let said = said.trim_ascii_end();
    (checksum == format!("{:08x}\n", crc32fast::hash(said)).as_bytes()).then(|| said.to_owned())
}
