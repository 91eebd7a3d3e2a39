//! Giving the new version of a file the owner, group, permissions and access list of the one it replaces; and what a
//! place cannot promise.
//!
//! None of this ever decides whether a save is made: what cannot be kept is left, and told. But the new file is never
//! opened wider than the old one was.

use super::error::{NO_OWNER, NO_PERMISSIONS, UNCONFIRMED};
use super::files::{Access, FileSystem, NewFile};
use serde::{Deserialize, Serialize};
use std::path::Path;

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
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// What is in these and not in others.
    pub(super) fn beyond(self, known: Self) -> Self {
        Self {
            unconfirmed: self.unconfirmed && !known.unconfirmed,
            permissions: self.permissions && !known.permissions,
            owner: self.owner && !known.owner,
        }
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            unconfirmed: self.unconfirmed || other.unconfirmed,
            permissions: self.permissions || other.permissions,
            owner: self.owner || other.owner,
        }
    }

    /// Sentences about a folder; none where there is nothing to say.
    pub fn in_words(self, folder: &Path) -> String {
        let said = [(self.unconfirmed, UNCONFIRMED), (self.permissions, NO_PERMISSIONS), (self.owner, NO_OWNER)];
        let said: Vec<&str> = said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, sentence)| sentence).collect();
        if said.is_empty() { String::new() } else { format!("{} {}", folder.display(), said.join(" It ")) }
    }
}

const NEW: u32 = 0o600;

/// Does so, for a new file that was made 0600; says what could not be kept.
pub(super) fn keep(files: &dyn FileSystem, file: &mut dyn NewFile, replaced: Option<(&Path, Access)>) -> Limits {
    let mut limits = Limits::default();
    let made = match file.access() {
        Ok(Some(made)) => made,
        Ok(None) => return limits,
        Err(_) => {
            limits.permissions = replaced.is_some();
            return limits;
        }
    };
    // Places that know no permissions show the same ones for every file.
    limits.permissions = made.mode & !NEW != 0;
    let was = replaced.map_or(Access { mode: NEW, ..made }, |(_, was)| was);
    let owned = keep_owner(file, made, was);
    limits.owner = (owned.owner, owned.group) != (was.owner, was.group);
    let (listed, relisted) = replaced.map_or((true, false), |(path, _)| keep_list(files, file, path));
    let mode = if owned.group == was.group && listed { was.mode } else { without_group(was.mode) };
    // A place may say that it has set them and not have done so.
    let as_now = |file: &dyn NewFile| file.access().ok().flatten().unwrap_or(made).mode;
    let mut now = if relisted { as_now(file) } else { owned.mode };
    if now != mode {
        let _ = file.set_mode(mode);
        now = as_now(file);
    }
    limits.permissions |= !listed || now != mode;
    limits
}

/// Owner and group, or the group alone, which an account may give where it is a member.
fn keep_owner(file: &mut dyn NewFile, made: Access, was: Access) -> Access {
    if (made.owner, made.group) == (was.owner, was.group) {
        return made;
    }
    if file.set_owner(Some(was.owner), Some(was.group)).is_err() && made.group != was.group {
        let _ = file.set_owner(None, Some(was.group));
    }
    file.access().ok().flatten().unwrap_or(made)
}

/// Whether the new file has the old one's access list, or none as that had none; and whether it was given one, which
/// may change its permissions.
fn keep_list(files: &dyn FileSystem, file: &mut dyn NewFile, replaced: &Path) -> (bool, bool) {
    match (files.access_list(replaced), file.access_list()) {
        (Ok(was), Ok(now)) if was == now => (true, false),
        (Ok(was), Ok(_)) => (file.set_access_list(was.as_deref()).is_ok(), true),
        _ => (false, false),
    }
}

/// For nobody in another group than before; and who was kept out as a member of the old group is so still.
fn without_group(mode: u32) -> u32 {
    (mode & 0o700) | (mode & 0o007 & (mode >> 3))
}
