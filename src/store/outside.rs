//! Files from outside: frameworks, ballots, plans. They are only read, and none that is larger than any Plenary reads.

use super::{LARGEST, OutsideError};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

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
