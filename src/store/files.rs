//! The few calls on files that keeping sessions needs, as a trait: the seam at which every fault can be injected.
//!
//! It must stay this small, and what order the calls come in is the business of those who make them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// A regular file.
    File {
        /// Its permission bits, `0o600` for example; `None` where the system has none.
        mode: Option<u32>,
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

/// A file that is being written for the first time.
pub trait NewFile: Write {
    /// Brings what was written to the disk itself, past every cache. After it failed once, the
    /// same file must not be synced again: the system may have dropped what it could not write
    /// and would then report success.
    ///
    /// # Errors
    /// What the system said.
    fn sync(&mut self) -> io::Result<()>;
}

/// A lock that the system holds for this process; dropping it, and the end of the process however it comes, frees it.
pub trait Held: std::fmt::Debug + Send + Sync {}

/// The file system, as far as keeping sessions needs it.
pub trait FileSystem {
    /// What stands at a path; a link is not followed.
    ///
    /// # Errors
    /// What the system said.
    fn look(&self, path: &Path) -> io::Result<Standing>;

    /// Where a link leads in the end.
    ///
    /// # Errors
    /// When it leads nowhere or in a circle.
    fn resolve(&self, link: &Path) -> io::Result<PathBuf>;

    /// The first bytes of a regular file, at most so many; a link is followed, and nothing else is ever opened.
    ///
    /// # Errors
    /// What the system said.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;

    /// What is in a folder, in no order.
    ///
    /// # Errors
    /// What the system said; also that the folder is not there.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Makes one folder, 0700; those above it must be there.
    ///
    /// # Errors
    /// Above all [`io::ErrorKind::AlreadyExists`].
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Makes a file that was not there, with these permission bits (0600 where there are none).
    ///
    /// # Errors
    /// Above all [`io::ErrorKind::AlreadyExists`].
    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<Box<dyn NewFile>>;

    /// Puts a file in the place of another, or where none was, in one step.
    ///
    /// # Errors
    /// What the system said.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Brings the names in a folder to the disk itself.
    ///
    /// # Errors
    /// What the system said; not that the system has no such call.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    /// What the system said.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Takes an empty folder away.
    ///
    /// # Errors
    /// What the system said; also that something is in it.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;

    /// Locks a file of Plenary's own, and makes it if it is not there; `None` when another holds it.
    ///
    /// # Errors
    /// What the system said; also that it has no locks there.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>>;

    /// Whether an error is likely to pass within a moment: a virus scanner or a cloud drive
    /// that has just opened the file.
    fn will_pass(&self, error: &io::Error) -> bool;

    /// Lets some time go by before the next attempt.
    fn pause(&self, time: Duration);
}

/// Makes a folder and those above it that are not there, each durable before the next: a synced file in a folder
/// whose own name is not on the disk would be gone after a power cut.
///
/// # Errors
/// What the system said.
pub(super) fn make_folders(files: &dyn FileSystem, folder: &Path) -> io::Result<()> {
    if !matches!(files.look(folder)?, Standing::Nothing) {
        return Ok(());
    }
    let above = super::atomic::folder_of(folder);
    if above != folder {
        make_folders(files, above)?;
    }
    match files.make_folder(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        result => result.and_then(|()| files.sync_folder(above)),
    }
}

/// What is in a folder; one that is not there is empty.
///
/// # Errors
/// What the system said.
pub(super) fn list(files: &dyn FileSystem, folder: &Path) -> io::Result<Vec<PathBuf>> {
    match files.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        listed => listed,
    }
}
