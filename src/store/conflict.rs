//! Where a version goes when somebody else has changed its file: beside it, as `NAME (conflict REV).ron`.
//!
//! It never touches the file that was changed, and takes no name that is taken.

use super::atomic::save_expected;
use super::error::step;
use super::expected::ExpectedContents;
use super::files::{FileSystem, Standing, folder_of, list};
use super::{Limits, SaveError};
use std::io;
use std::path::{Path, PathBuf};

const NAMES: u32 = 99;

/// A longer name is cut at this many bytes, so that the addition always fits.
const LONGEST_STEM: usize = 200;

const MARK: &str = " (conflict ";

/// Writes a version beside its file and gives the path and what is known of it.
pub(super) fn save_conflict_copy(
    files: &dyn FileSystem,
    target: &Path,
    rev: u64,
    bytes: &[u8],
) -> Result<(PathBuf, ExpectedContents, Limits), SaveError> {
    let looking = SaveError::step(target, step::FIND_NAME);
    for number in 1..=NAMES {
        let path = conflict_name(target, rev, number);
        if files.look(&path).map_err(&looking)? != Standing::Nothing {
            continue;
        }
        let mut expected = ExpectedContents::nothing();
        match save_expected(files, &path, bytes, &mut expected) {
            // Somebody was quicker.
            Err(SaveError::Changed(_)) => {}
            result => return result.map(|limits| (path, expected, limits)),
        }
    }
    Err(looking(io::Error::from(io::ErrorKind::AlreadyExists)))
}

/// `glenside (conflict 41).ron`, from the second try on `glenside (conflict 41-2).ron`.
fn conflict_name(target: &Path, rev: u64, number: u32) -> PathBuf {
    let again = if number == 1 { String::new() } else { format!("-{number}") };
    folder_of(target).join(format!("{}{MARK}{rev}{again}).ron", cut(original(&stem(target)))))
}

pub(super) fn stem(target: &Path) -> String {
    target.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name before it had an addition: a conflict about a conflict copy is one about the same session.
pub(super) fn original(stem: &str) -> &str {
    addition(stem).map_or(stem, |(original, _)| original)
}

fn addition(stem: &str) -> Option<(&str, &str)> {
    let (original, numbers) = stem.strip_suffix(')')?.rsplit_once(MARK)?;
    let digits = !numbers.is_empty() && numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    digits.then_some((original, numbers))
}

fn cut(stem: &str) -> &str {
    &stem[..stem.floor_char_boundary(LONGEST_STEM)]
}

pub(super) fn copies_of(files: &dyn FileSystem, target: &Path) -> io::Result<Vec<PathBuf>> {
    let whole = stem(target);
    let is_copy = |path: &PathBuf| {
        let is_ron = path.extension().is_some_and(|ending| ending == "ron");
        is_ron && addition(&stem(path)).is_some_and(|(original, _)| original == cut(&whole))
    };
    let mut copies: Vec<PathBuf> = list(files, folder_of(target))?.into_iter().filter(is_copy).collect();
    copies.sort();
    Ok(copies)
}
