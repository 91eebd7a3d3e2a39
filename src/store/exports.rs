//! Exports: what such files are called, where the program puts them, that none is written over unasked and
//! none ever takes the place of a session.
//!
//! It knows nothing of what is in them. Files from outside are only read.

use super::atomic::{save_new, save_over};
use super::codec::LARGEST;
use super::error::doing;
use super::files::{FileSystem, Standing};
use super::home::{dated_stem, namesakes};
use super::identity::was_session;
use super::sweep::sweep_beside;
use super::{ExportError, Home, Lock, OutsideError, SaveError, StoreError};
use crate::session::Session;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What an export of a session is called, without its ending: `2026-03-12-glenside-cpp-report`.
pub(crate) fn export_stem(session: &Session, kind: &str) -> String {
    format!("{}-{kind}", dated_stem(session))
}

impl Home {
    /// Where the program puts exports, unless somebody says where.
    pub fn reports_folder(&self) -> PathBuf {
        self.root.join("reports")
    }

    /// Makes a folder for exports if it is not there, for this account only; in the home only while that is there.
    pub fn make_export_folder(&self, folder: &Path) -> Result<(), StoreError> {
        if folder.starts_with(&self.root) {
            return self.made(folder.to_owned()).map(drop);
        }
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(StoreError::io(doing::MAKING_FOLDER, folder))
    }
}

/// A name in a folder that nothing has yet: `stem.html`, else `stem-2.html` and so on.
pub(crate) fn free_export(files: &dyn FileSystem, folder: &Path, stem: &str, extension: &str) -> PathBuf {
    let is_free = |path: &PathBuf| matches!(files.look(path), Ok(Standing::Nothing));
    let first = folder.join(format!("{stem}.{extension}"));
    namesakes(folder, stem, extension).find(is_free).unwrap_or(first)
}

/// Whether something stands at a place for an export that may be replaced when somebody says so.
/// A session that stands there, in whatever state, or belongs there is an error.
pub fn is_replaced(files: &dyn FileSystem, home: &Home, path: &Path) -> Result<bool, ExportError> {
    if Lock::holder(files, home, path).is_some() {
        return Err(ExportError::Open(path.to_owned()));
    }
    // Where that cannot be seen, writing will say why.
    match files.look(path).unwrap_or(Standing::Nothing) {
        Standing::Nothing => Ok(false),
        Standing::Other(_) => Ok(true),
        Standing::File { .. } | Standing::Link => refuse_session(files, path).map(|()| true),
    }
}

fn refuse_session(files: &dyn FileSystem, path: &Path) -> Result<(), ExportError> {
    match files.read(path, LARGEST + 1) {
        Ok(bytes) if was_session(&bytes) => Err(ExportError::Session(path.to_owned())),
        _ => Ok(()),
    }
}

/// Writes an export for this account only, whole or not at all; over something that is there only when told so, and
/// over a session never.
pub fn write_export(
    files: &dyn FileSystem,
    home: &Home,
    path: &Path,
    bytes: &[u8],
    over: bool,
) -> Result<(), ExportError> {
    let written = match (is_replaced(files, home, path)?, over) {
        (false, _) => save_new(files, path, bytes),
        (true, false) => return Err(ExportError::There(path.to_owned())),
        (true, true) => {
            let may = |place: &Path| refuse_session(files, place).map_err(|_| SaveError::Exists(path.to_owned()));
            save_over(files, path, bytes, may)
        }
    };
    sweep_beside(files, path);
    written.map_err(|error| match error {
        SaveError::Exists(path) => ExportError::There(path),
        error => ExportError::Save(error),
    })
}

/// A file from outside, a framework, ballots or a plan; none that is larger than any Plenary reads.
pub(crate) fn read_outside(file: &Path) -> Result<Vec<u8>, OutsideError> {
    let unreadable = |error| OutsideError::Unreadable { file: file.to_owned(), error };
    // A pipe would be waited for without end.
    if !fs::metadata(file).map_err(unreadable)?.is_file() {
        return Err(OutsideError::NoFile(file.to_owned()));
    }
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    fs::File::open(file).map_err(unreadable)?.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LARGEST { Err(OutsideError::TooLarge(file.to_owned())) } else { Ok(bytes) }
}

/// The files of a folder whose names end so, by name. What Excel keeps beside a workbook that is open is none.
pub(crate) fn files_ending(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, OutsideError> {
    let failed = |error| OutsideError::UnreadableFolder { folder: folder.to_owned(), error };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ends = path.extension().is_some_and(|ending| endings.iter().any(|one| ending.eq_ignore_ascii_case(one)));
        if ends && !name.starts_with("~$") && !name.starts_with('.') {
            paths.push(path);
        }
    }
    paths.sort_unstable();
    Ok(paths)
}
