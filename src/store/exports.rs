//! Exports: what such files are called, where the program puts them, that none is written over unasked and
//! none ever takes the place of a session.
//!
//! It knows nothing of what is in them.

use super::atomic::{save_new, save_over};
use super::codec::LARGEST;
use super::error::doing;
use super::files::{FileSystem, Standing};
use super::home::{dated_stem, namesakes};
use super::identity::was_session;
use super::sweep::sweep_beside;
use super::{ExportError, Home, Lock, SaveError, StoreError};
use crate::session::Session;
use std::fs;
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
