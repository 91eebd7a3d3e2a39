//! What the places where work is saved cannot promise: said once, and noted for `plenary where`.
//!
//! It never keeps a save from being made; that is decided where the save is.

use super::files::FileSystem;
use super::{Home, StoreError, codec};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// More places are not remembered: the oldest goes.
const MOST: usize = 20;

/// What a place did not do for a file that is saved there all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// It does not say when bytes or names are on its disk.
    pub unconfirmed: bool,
    /// It does not keep the permissions that a file is given.
    pub permissions: bool,
    /// It did not let the new version belong to the owner and group of the one before.
    pub owner: bool,
}

impl Limits {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// What is in these and not in others.
    #[must_use]
    pub fn beyond(self, known: Self) -> Self {
        Self {
            unconfirmed: self.unconfirmed && !known.unconfirmed,
            permissions: self.permissions && !known.permissions,
            owner: self.owner && !known.owner,
        }
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            unconfirmed: self.unconfirmed || other.unconfirmed,
            permissions: self.permissions || other.permissions,
            owner: self.owner || other.owner,
        }
    }

    /// Sentences about a folder; none where there is nothing to say.
    #[must_use]
    pub fn in_words(self, folder: &Path) -> String {
        let said = [
            (
                self.unconfirmed,
                "does not confirm writes: the work is saved there, but a power cut could take the last of it.",
            ),
            (
                self.permissions,
                "keeps no permissions: who may read what is saved there is decided by that place alone.",
            ),
            (
                self.owner,
                "does not let a saved file keep its owner or group: it belongs to your account now, and others may not be able to open it.",
            ),
        ];
        let said: Vec<&str> = said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, sentence)| sentence).collect();
        if said.is_empty() { String::new() } else { format!("{} {}", folder.display(), said.join(" It ")) }
    }
}

/// A place and what was noticed there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedLimits {
    /// The folder.
    pub folder: PathBuf,
    /// What it did not do.
    pub limits: Limits,
    /// When that was last noticed.
    pub noticed: Timestamp,
}

/// What was noticed in earlier runs; nothing where that cannot be read.
#[must_use]
pub fn noted_limits(files: &dyn FileSystem, home: &Home) -> Vec<NotedLimits> {
    let bytes = files.read(&file(home), 64 * 1024).unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    codec::options().from_str(&text).unwrap_or_default()
}

/// Notes what was noticed, in the place of what was noted before for this folder.
///
/// # Errors
/// When it cannot be written; nothing else depends on it.
pub fn note_limits(files: &dyn FileSystem, home: &Home, noticed: NotedLimits) -> Result<(), StoreError> {
    let mut noted = noted_limits(files, home);
    noted.retain(|other| other.folder != noticed.folder);
    noted.insert(0, noticed);
    noted.truncate(MOST);
    home.make_state_folder()?;
    super::settings::write_ron(files, &file(home), &noted)
}

fn file(home: &Home) -> PathBuf {
    home.state_folder().join("limits.ron")
}
