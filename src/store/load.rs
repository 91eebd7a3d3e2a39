//! Opening one session file, and listing a folder of them.
//!
//! It only reads: whatever it finds, no file is changed, moved or made.

use super::codec::{LARGEST, Loaded, decode, decode_here};
use super::error::{A_FAULT_IN_READING, doing};
use super::files::{self, FileSystem, is_ron, read_start};
use super::head::{Head, head_in};
use super::{OpenError, RealFiles, StoreError};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Reads a session file, for those who only look at it; [`super::open_to_edit`] is for those who go on with it.
pub fn open(path: &Path) -> Result<Loaded, OpenError> {
    decode(&read_start(&RealFiles, path, LARGEST + 1)?, &path.display().to_string())
}

/// [`open`] for a reader of [`super::in_order`], which has the stack for it. A fault is that file's alone.
pub(crate) fn open_here(path: &Path) -> Result<Loaded, OpenError> {
    let (bytes, name) = (read_start(&RealFiles, path, LARGEST + 1)?, path.display().to_string());
    let read = catch_unwind(AssertUnwindSafe(|| decode_here(&bytes, &name)));
    read.unwrap_or_else(|_| Err(OpenError::Unreadable { name, reason: A_FAULT_IN_READING.into() }))
}

/// One file of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub path: PathBuf,
    /// Its first line, or why there is none, as a sentence.
    pub head: Result<Head, String>,
}

impl Entry {
    pub fn of(path: PathBuf) -> Self {
        Self::read(&RealFiles, path)
    }

    fn read(files: &dyn FileSystem, path: PathBuf) -> Self {
        let head = head_in(files, &path);
        Self { path, head }
    }

    /// The day of the workshop, or the day that the file's name begins with.
    pub fn date(&self) -> Option<Date> {
        let named = || self.path.file_name()?.to_str()?.get(..10)?.parse().ok();
        self.head.as_ref().ok().and_then(|head| head.date).or_else(named)
    }
}

/// Every `.ron` file of a folder, the newest day first, then by name; those without a day last.
/// Files that cannot be read are listed with the reason. A folder that is not there is empty.
pub fn list(folder: &Path) -> Result<Vec<Entry>, StoreError> {
    let mut entries: Vec<Entry> = session_files(&RealFiles, folder)?.into_iter().rev().map(Entry::of).collect();
    // Those of one day stay as they are: by name.
    entries.sort_by_key(|entry| Reverse(entry.date()));
    Ok(entries)
}

/// The `.ron` files of a folder by name, the last first: names begin with the day, so the newest come first without
/// a file being read. A folder that is not there is empty.
fn session_files(files: &dyn FileSystem, folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let found = files::list(files, folder).map_err(StoreError::io(doing::READING_FOLDER, folder))?;
    let mut found: Vec<PathBuf> = found.into_iter().filter(|path| is_ron(path)).collect();
    // In one folder the bytes tell, at a tenth of what comparing paths part by part costs.
    found.sort_unstable_by(|one, other| other.as_os_str().as_encoded_bytes().cmp(one.as_os_str().as_encoded_bytes()));
    Ok(found)
}

/// Files in the first batch of a long list: what a screen can show.
pub const FIRST_BATCH: usize = 64;

/// The most files in a batch. Each has twice as many as the one before: whoever takes them sorts all that came so far,
/// which would cost most of the time where they came in many small ones.
pub const LARGEST_BATCH: usize = 8192;

/// Some of the files of a folder.
#[derive(Debug)]
pub struct Batch {
    pub entries: Vec<Entry>,
    /// How many were read by now, these among them.
    pub read: usize,
    /// How many there are.
    pub of: usize,
}

/// [`list`] in batches, so that a long list is on screen while most of it is still being read: at most 4 KiB of each
/// file, the newest names first, until all are read or `take` breaks off. There is always one batch, if an empty one.
pub fn list_in_batches(
    files: &dyn FileSystem,
    folder: &Path,
    mut take: impl FnMut(Batch) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let found = session_files(files, folder)?;
    let of = found.len();
    let (mut found, mut read, mut size) = (found.into_iter(), 0, FIRST_BATCH);
    loop {
        let entries: Vec<Entry> = found.by_ref().take(size).map(|path| Entry::read(files, path)).collect();
        read += entries.len();
        size = (2 * size).min(LARGEST_BATCH);
        if take(Batch { entries, read, of }).is_break() || read == of {
            return Ok(());
        }
    }
}
