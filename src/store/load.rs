//! Opening one session file, and listing a folder of them.
//!
//! It only reads: whatever it finds, no file is changed, moved or made.

use super::codec::{LARGEST, Loaded, decode};
use super::head::{Head, read_head};
use super::{FileSystem, OpenError, RealFiles, Standing, StoreError, in_words};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Reads a session file, for those who only look at it; [`super::open_to_edit`] is for those who go on with it.
///
/// # Errors
/// A sentence to show: not a file, damaged, newer, foreign ... The file is as it was.
pub fn open(path: &Path) -> Result<Loaded, OpenError> {
    decode(&read_start(&RealFiles, path, LARGEST + 1)?, &path.display().to_string())
}

/// The first bytes of a regular file, or of what a link leads to. Anything else is refused before it is opened:
/// opening a pipe would wait for its other end for ever.
pub(super) fn read_start(files: &dyn FileSystem, path: &Path, most: usize) -> Result<Vec<u8>, OpenError> {
    let failed = |error: io::Error| unreadable(path, &error);
    let mut standing = files.look(path).map_err(failed)?;
    if standing == Standing::Link {
        let place = files.resolve(path).map_err(failed)?;
        standing = files.look(&place).map_err(failed)?;
    }
    match standing {
        Standing::Nothing => Err(failed(io::ErrorKind::NotFound.into())),
        Standing::Other(what) => Err(OpenError::NotAFile { name: path.display().to_string(), what }),
        Standing::File { .. } | Standing::Link => files.read(path, most).map_err(failed),
    }
}

pub(super) fn unreadable(path: &Path, error: &io::Error) -> OpenError {
    OpenError::Unreadable { name: path.display().to_string(), reason: in_words(error) }
}

/// One file of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// Its first line, or why there is none, as a sentence.
    pub head: Result<Head, String>,
}

impl Entry {
    /// Reads the entry of one file.
    #[must_use]
    pub fn of(path: PathBuf) -> Self {
        let head = read_head(&path);
        Self { path, head }
    }

    /// The day of the workshop, or the day that the file's name begins with.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        let named = || self.path.file_name()?.to_str()?.get(..10)?.parse().ok();
        self.head.as_ref().ok().and_then(|head| head.date).or_else(named)
    }
}

/// Every `.ron` file of a folder, the newest day first, then by name; those without a day last.
/// Files that cannot be read are listed with the reason. A folder that is not there is empty.
///
/// # Errors
/// When the folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<Entry>, StoreError> {
    let failed = || StoreError::io("Reading the folder", folder);
    let files = match fs::read_dir(folder) {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed()(error)),
    };
    let mut entries = Vec::new();
    for file in files {
        let path = file.map_err(|error| failed()(error))?.path();
        let is_ron = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        if is_ron {
            entries.push(Entry::of(path));
        }
    }
    entries.sort_by_cached_key(|entry| (Reverse(entry.date()), entry.path.clone()));
    Ok(entries)
}
