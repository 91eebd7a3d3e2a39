//! What is handed out: what such files are called, where the program puts them, and that none is written over unasked.
//!
//! It knows nothing of what is in them.

use super::atomic::save_atomic;
use super::files::{FileSystem, Standing};
use super::home::make_folder;
use super::sweep::sweep_beside;
use super::{Home, SaveError, StoreError, slug};
use crate::session::Session;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

/// More papers of one name than this are not looked for.
const MOST_NAMESAKES: u32 = 999;

/// Why a paper was not written.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// There is something of that name.
    #[error("{} is there already, and nothing was written; choose another name, or say that it may be replaced", .0.display())]
    There(PathBuf),
    /// It could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What a paper made from a session is called, without its ending: `2026-03-12-glenside-cpp-report`.
#[must_use]
pub fn paper_stem(session: &Session, kind: &str) -> String {
    let created = || session.created.to_zoned(TimeZone::system()).date();
    let date = session.about.date.unwrap_or_else(created);
    let (year, month, day) = (date.year().max(0), date.month(), date.day());
    format!("{year:04}-{month:02}-{day:02}-{}-{kind}", slug(&session.about.partnership))
}

impl Home {
    /// Where the program puts papers, unless somebody says where.
    #[must_use]
    pub fn papers_folder(&self) -> PathBuf {
        self.root.join("reports")
    }

    /// [`make_papers_folder`], but in the home only while that is there.
    ///
    /// # Errors
    /// When that does not work.
    pub fn make_papers_folder(&self, folder: &Path) -> Result<(), StoreError> {
        if folder.starts_with(&self.root) { self.made(folder.to_owned()).map(drop) } else { make_papers_folder(folder) }
    }
}

/// Makes a folder for papers if it is not there, for this account only.
///
/// # Errors
/// When that does not work.
pub fn make_papers_folder(folder: &Path) -> Result<(), StoreError> {
    make_folder(folder.to_owned()).map(drop)
}

/// A name in a folder that nothing has yet: `stem.html`, else `stem-2.html` and so on.
#[must_use]
pub fn free_paper(files: &dyn FileSystem, folder: &Path, stem: &str, extension: &str) -> PathBuf {
    let is_free = |path: &PathBuf| matches!(files.look(path), Ok(Standing::Nothing));
    let first = folder.join(format!("{stem}.{extension}"));
    let numbered = (2..=MOST_NAMESAKES).map(|number| folder.join(format!("{stem}-{number}.{extension}")));
    std::iter::once(first.clone()).chain(numbered).find(is_free).unwrap_or(first)
}

/// Writes a paper whole or not at all; over something that is there only when told so.
///
/// # Errors
/// When there is something of that name, or it could not be written.
pub fn hand_out(files: &dyn FileSystem, path: &Path, bytes: &[u8], over: bool) -> Result<(), PaperError> {
    let standing = files.look(path);
    if !over && !matches!(standing, Ok(Standing::Nothing) | Err(_)) {
        return Err(PaperError::There(path.to_owned()));
    }
    save_atomic(files, path, bytes)?;
    sweep_beside(files, path);
    Ok(())
}
