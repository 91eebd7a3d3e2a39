//! The file beside its target that a save first writes: its name says whose it is and what it is to replace.
//!
//! A save that was broken off leaves one behind. It may only ever go on in the file that it was written for, and only
//! if that still holds what it was to replace: copies of a session, conflict copies and the files of colleagues have
//! the same id, and lie in the same folder.

use super::files::{FileSystem, NewFile, Standing, folder_of, list, patiently};
use super::home::hash;
use super::id::is_id;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// How the names of temporary files begin and end; between stand the target, what it held, the process and a count.
const BEGIN: &str = ".plenary-";
const END: &str = ".tmp";

const NAMES: u32 = 100;

/// A new file beside its target, taken away again unless it was put in its place.
pub(super) struct Temporary<'files> {
    files: &'files dyn FileSystem,
    /// Where it is; `None` once it is in its place.
    path: Option<PathBuf>,
}

impl<'files> Temporary<'files> {
    /// A new file in the same folder, so that the rename stays within one file system. Its name does not contain the
    /// target's, which may already be as long as a name can be.
    pub(super) fn beside(
        files: &'files dyn FileSystem,
        target: &Path,
        replaces: u32,
    ) -> io::Result<(Self, Box<dyn NewFile>)> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        static PROCESS: LazyLock<u32> = LazyLock::new(std::process::id);
        let (whose, process) = (name_hash(target), *PROCESS);
        let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
        for _ in 0..NAMES {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = folder_of(target).join(format!("{BEGIN}{whose}-{replaces:08x}-{process}-{count}{END}"));
            match files.create(&path) {
                Ok(file) => return Ok((Self { files, path: Some(path) }, file)),
                // Left by an earlier process with our number, or made by one on another machine.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
                Err(error) => return Err(error),
            }
        }
        Err(last)
    }

    /// Puts it in its place. On some shares the answer to a rename is lost and asked for again, and then says that
    /// there is no such file: it is looked whether these bytes stand there.
    pub(super) fn put_in_place(&mut self, target: &Path, bytes: &[u8]) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        let renamed = patiently(self.files, || self.files.rename(path, target));
        let happened = || {
            matches!(self.files.look(path), Ok(Standing::Nothing))
                && self.files.read(target, bytes.len() + 1).is_ok_and(|found| found == bytes)
        };
        match renamed {
            Err(error) if error.kind() != io::ErrorKind::NotFound || !happened() => return Err(error),
            _ => self.path = None,
        }
        Ok(())
    }

    /// Gives it its name where nothing has that.
    pub(super) fn put_where_nothing_stands(&mut self, target: &Path) -> io::Result<()> {
        if let Some(path) = &self.path {
            patiently(self.files, || self.files.rename_new(path, target))?;
            self.path = None;
        }
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // If this fails too, `sweep` finds it another day; the reason worth telling is the first.
            let _ = self.files.remove(path);
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TemporaryName {
    /// The target, as [`name_hash`], and the checksum of what it held.
    Known { whose: String, replaces: u32 },
    /// One of an earlier Plenary, whose names did not say.
    Unknown,
}

/// Reads the name of a temporary file; `None` where it is none.
pub(super) fn parse_name(path: &Path) -> Option<TemporaryName> {
    let name = path.file_name()?.to_str()?.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let parts: Vec<&str> = name.split('-').collect();
    match parts[..] {
        [process, count] => (is_number(process) && is_number(count)).then_some(TemporaryName::Unknown),
        [whose, replaces, process, count] => {
            let is_ours = is_id(whose) && replaces.len() == 8 && is_number(process) && is_number(count);
            let replaces = u32::from_str_radix(replaces, 16).ok()?;
            is_ours.then(|| TemporaryName::Known { whose: whose.to_owned(), replaces })
        }
        _ => None,
    }
}

pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a file name is one that a save gives to its temporary files.
pub fn is_temporary(name: &str) -> bool {
    parse_name(Path::new(name)).is_some()
}

/// A file's own name as 16 hexadecimal digits. Its folder is not in it: a stick has another letter on another machine.
pub(super) fn name_hash(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    // There one file has many spellings.
    if cfg!(any(windows, target_vendor = "apple")) {
        return hash(name.to_string_lossy().to_lowercase().as_bytes());
    }
    hash(name.as_encoded_bytes())
}

/// The saves of a file that were broken off, or are going on right now, and those in its folder of which nobody can
/// tell: they are read and left.
pub(super) fn temporaries(files: &dyn FileSystem, file: &Path) -> io::Result<Vec<(PathBuf, TemporaryName)>> {
    let place = match files.look(file) {
        Ok(Standing::Link) => files.resolve(file).unwrap_or_else(|_| file.to_owned()),
        _ => file.to_owned(),
    };
    let own = name_hash(&place);
    let in_folder = list(files, folder_of(&place))?.into_iter();
    let named = in_folder.filter_map(|path| parse_name(&path).map(|origin| (path, origin)));
    Ok(named.filter(|(_, origin)| !matches!(origin, TemporaryName::Known { whose, .. } if *whose != own)).collect())
}
