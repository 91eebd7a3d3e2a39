//! The few calls on files that keeping sessions needs, as a trait: the seam at which every fault can be injected.
//!
//! It must stay this small, and what order the calls come in is the business of those who make them.

use super::error::in_words;
use super::open_error::OpenError;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The waits between attempts while something else holds a file: 2.5 s in all.
pub(super) const WAITS: [u64; 7] = [20, 40, 80, 160, 320, 640, 1240];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Nothing,
    /// A regular file.
    File {
        /// Whose it is and who may use it; `None` where the system has no such numbers.
        access: Option<Access>,
        /// Whether somebody marked it as not to be written.
        read_only: bool,
        /// Its length in bytes.
        size: u64,
    },
    /// A symbolic link.
    Link,
    /// Anything else, in words: `a folder`.
    Other(&'static str),
}

/// Whose a file is, and who may use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// The permission bits, `0o600` for example.
    pub mode: u32,
    /// The number of the account it belongs to.
    pub owner: u32,
    pub group: u32,
}

/// Which folder one is, whatever path leads to it: an empty folder that is left where a stick was is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderId {
    /// The device it is on; a stick that is connected again may get another. Zero where the system does not say.
    pub device: u64,
    /// Its number there. Zero where the system does not say; some places say another one at each look.
    pub number: u64,
}

/// A file that is being written for the first time.
pub trait NewFile: Write {
    /// Whose it is and who may use it; `None` where the system has no such numbers.
    fn access(&self) -> io::Result<Option<Access>>;

    /// Gives it to another account or group; `None` leaves that as it is.
    /// Few accounts may do that, and many places have no owners.
    fn set_owner(&mut self, owner: Option<u32>, group: Option<u32>) -> io::Result<()>;

    fn set_mode(&mut self, mode: u32) -> io::Result<()>;

    /// Its access list, as the system's own bytes; `None` where there is none.
    fn access_list(&self) -> io::Result<Option<Vec<u8>>>;

    /// Gives it an access list, or takes away the one that it got from its folder.
    fn set_access_list(&mut self, list: Option<&[u8]>) -> io::Result<()>;

    /// Goes back to its beginning: what is written next stands in the place of what was.
    fn rewind(&mut self) -> io::Result<()>;

    /// Brings what was written to the disk itself, past every cache. After it failed once, the
    /// same file must not be synced again: the system may have dropped what it could not write
    /// and would then report success.
    fn sync(&mut self) -> io::Result<()>;
}

/// A lock that the system holds for this process; dropping it, and the end of the process however it comes, frees it.
pub trait Held: std::fmt::Debug + Send + Sync {}

/// The file system, as far as keeping sessions needs it.
pub trait FileSystem {
    /// What stands at a path; a link is not followed.
    fn look(&self, path: &Path) -> io::Result<Standing>;

    /// Where a link leads in the end.
    fn resolve(&self, link: &Path) -> io::Result<PathBuf>;

    /// The first bytes of a regular file, at most so many; a link is followed, and nothing else is ever opened.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;

    /// What is in a folder, in no order. A folder that is not there is an error.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Makes one folder, 0700; those above it must be there.
    /// What stands there already is [`io::ErrorKind::AlreadyExists`].
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Which folder stands at a path; a link is followed.
    fn identify(&self, folder: &Path) -> io::Result<FolderId>;

    /// When what stands at a path was last written to, by the clock of its disk; a link is not followed.
    fn modified(&self, path: &Path) -> io::Result<SystemTime>;

    /// The access list of a file, as [`NewFile::access_list`].
    fn access_list(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;

    /// Makes a file that was not there, 0600 where the place knows such a thing.
    /// What stands there already is [`io::ErrorKind::AlreadyExists`].
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;

    /// Puts a file in the place of another, or where none was, in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Puts a file where nothing stands, in one step where the system can: of two programs that do so at the same
    /// moment, one is told. What stands there already is [`io::ErrorKind::AlreadyExists`].
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        match self.look(to)? {
            Standing::Nothing => self.rename(from, to),
            _ => Err(io::ErrorKind::AlreadyExists.into()),
        }
    }

    /// Brings the names in a folder to the disk itself. A system that has no such call has nothing to say.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Brings the name of a file that was just put in its place to the disk itself.
    fn sync_name(&self, file: &Path) -> io::Result<()>;

    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Takes an empty folder away.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;

    /// Locks a file of Plenary's own, and makes it if it is not there; `None` when another holds it.
    /// A place that has no locks is an error.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>>;

    /// Whether an error is likely to pass within a moment: a virus scanner or a cloud drive
    /// that has just opened the file.
    fn will_pass(&self, error: &io::Error) -> bool;

    /// Lets some time go by before the next attempt.
    fn pause(&self, time: Duration);
}

/// Makes a folder and those above it that are not there, each durable before the next: a synced file in a folder
/// whose own name is not on the disk would be gone after a power cut.
pub(super) fn make_folders(files: &dyn FileSystem, folder: &Path) -> io::Result<()> {
    if !matches!(files.look(folder)?, Standing::Nothing) {
        return Ok(());
    }
    let above = folder_of(folder);
    if above != folder {
        make_folders(files, above)?;
    }
    match files.make_folder(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        result => result.and_then(|()| unless_refused(files.sync_folder(above)).map(drop)),
    }
}

/// Whether something was done that a place may refuse to do; what fails otherwise fails.
pub(super) fn unless_refused(result: io::Result<()>) -> io::Result<bool> {
    match result {
        Err(error) if is_refusal(&error) => Ok(false),
        result => result.map(|()| true),
    }
}

/// Whether an error says that a place does not do such a thing, rather than that it failed: what is asked for only to
/// make a save better must then not keep it from being made.
pub(super) fn is_refusal(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    // ENOTSUP of macOS, which has two numbers for it; ERROR_INVALID_FUNCTION and ERROR_NOT_SUPPORTED of Windows.
    let numbers: &[i32] = if cfg!(target_vendor = "apple") {
        &[45]
    } else if cfg!(windows) {
        &[1, 50]
    } else {
        &[]
    };
    matches!(error.kind(), Kind::PermissionDenied | Kind::InvalidInput | Kind::Unsupported)
        || error.raw_os_error().is_some_and(|number| numbers.contains(&number))
}

/// Tries again for a while as long as the error is one that passes.
pub(super) fn patiently<T>(files: &dyn FileSystem, mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in WAITS {
        match attempt() {
            Err(error) if files.will_pass(&error) => files.pause(Duration::from_millis(wait)),
            result => return result,
        }
    }
    attempt()
}

/// What is in a folder; one that is not there is empty.
pub(super) fn list(files: &dyn FileSystem, folder: &Path) -> io::Result<Vec<PathBuf>> {
    match files.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        listed => listed,
    }
}

/// The folder of a file, also where its path is only a name.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

pub(super) fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// The first bytes of a regular file, or of what a link leads to. Anything else is refused before it is opened: opening
/// a pipe would wait for its other end for ever. What stands there is only looked at where it could not be read.
pub(super) fn read_start(files: &dyn FileSystem, path: &Path, most: usize) -> Result<Vec<u8>, OpenError> {
    files.read(path, most).map_err(|error| {
        let place = files.resolve(path).unwrap_or_else(|_| path.to_owned());
        match files.look(&place) {
            Ok(Standing::Other(what)) => OpenError::NotAFile { name: path.display().to_string(), what },
            _ => OpenError::Unreadable { name: path.display().to_string(), reason: in_words(&error) },
        }
    })
}
