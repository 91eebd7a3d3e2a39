//! What a first window hands to windows on the wall, and what these say of themselves: small files in a folder of this
//! laptop, each written by one program, replaced whole, never brought to the disk, and taken away at the end.
//!
//! ```text
//! ID.desk        locked as long as the first window lives
//! ID.json        what it hands over
//! ID-WALL.wall   locked as long as that window on the wall lives
//! ID-WALL.json   what that window says of itself
//! ```
//!
//! What a killed program left is known by its lock, which the system frees, and is taken away by whoever looks next.
//! Nothing here may be a session's file, and nothing is worth a wait for the disk.

use super::files::{FileSystem, Held, list, make_folders};
use super::id::{is_id, new_id};
use super::temporary::{Temporary, TemporaryName, temporaries};
use super::{Home, StoreError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// More than this is not read, in bytes: a page of the longest notes takes less.
const LARGEST: usize = 1024 * 1024;

/// Names that are tried for a lock.
const NAMES: usize = 9;

type Files = Arc<dyn FileSystem + Send + Sync>;

/// The files of one window, whose lock it holds.
struct Own {
    files: Files,
    lock: PathBuf,
    said: PathBuf,
    last: Vec<u8>,
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
                return Ok((Self { files, said, lock, last: Vec::new(), held: Some(held) }, id));
            }
        }
        Err(failed(io::ErrorKind::WouldBlock.into()))
    }

    /// Says something new, whole or not at all; the same again is not written.
    fn say(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.last == bytes {
            return Ok(());
        }
        let (mut temporary, mut file) = Temporary::beside(&*self.files, &self.said, 0)?;
        file.write_all(bytes).and_then(|()| file.flush())?;
        drop(file);
        temporary.put_in_place(&self.said, bytes)?;
        bytes.clone_into(&mut self.last);
        Ok(())
    }
}

impl Drop for Own {
    fn drop(&mut self) {
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
    /// When it last said something of itself, and what.
    pub at: Option<SystemTime>,
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
            // What is said while it is read has another time then.
            let at = self.said_at(&name);
            Some(OpenWall { name, at, said: said(files, &lock)? })
        };
        Ok(alive.filter_map(wall).collect())
    }

    /// When one of them last said something; nothing where it has ended.
    pub fn said_at(&self, wall: &str) -> Option<SystemTime> {
        self.own.files.modified(&self.folder.join(format!("{wall}.json"))).ok()
    }
}

impl Wall {
    /// Follows a first window.
    pub fn follow(files: &Files, home: &Home, desk: &str) -> Result<Self, StoreError> {
        let folder = home.walls_folder();
        let (own, _) = Own::new(files, &folder, &format!("{desk}-"), "wall")?;
        Ok(Self { own, desk: folder.join(format!("{desk}.desk")) })
    }

    /// What is handed over just now; `None` once the first window has ended.
    pub fn look(&self) -> io::Result<Option<Vec<u8>>> {
        match self.own.files.read(&self.desk.with_extension("json"), LARGEST) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
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
            let said = lock.with_extension("json");
            let _ = files.remove(&said);
            // What it was about to say when it was killed.
            let half = temporaries(files, &said).unwrap_or_default();
            half.iter().filter(|(_, name)| *name != TemporaryName::Unknown).for_each(|(path, _)| {
                let _ = files.remove(path);
            });
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

fn said(files: &dyn FileSystem, lock: &Path) -> Option<Vec<u8>> {
    files.read(&lock.with_extension("json"), LARGEST).ok()
}
