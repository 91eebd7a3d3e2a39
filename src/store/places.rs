//! Where the copies of a session are kept, and how a path becomes a part of a file name.
//!
//! Nothing here touches a disk: a share that hangs must not hold up whoever asks.

use super::Home;
use std::path::{Path, PathBuf};

impl Home {
    /// Where recovery copies are kept.
    #[must_use]
    pub fn recovery_folder(&self) -> PathBuf {
        self.state_folder().join("recovery")
    }

    /// Where the backups of all sessions are kept, a folder for each id.
    #[must_use]
    pub fn backups_folder(&self) -> PathBuf {
        self.state_folder().join("backups")
    }

    /// Where locks are kept.
    #[must_use]
    pub fn locks_folder(&self) -> PathBuf {
        self.state_folder().join("locks")
    }

    /// Whether a path is in the sessions folder, by its spelling alone.
    #[must_use]
    pub fn holds(&self, path: &Path) -> bool {
        absolute(path).starts_with(self.sessions_folder())
    }

    /// The recovery copy of the session in a file. The file's path is in the name as well as the id: copies of
    /// a file have one id, and the work on one must never come up in another by itself.
    pub(super) fn recovery_file(&self, id: &str, path: &Path) -> PathBuf {
        self.recovery_folder().join(recovery_name(id, path))
    }

    /// The recovery copy while the home cannot take it: these are tried in turn.
    pub(super) fn refuge_files(&self, id: &str, path: &Path) -> Vec<PathBuf> {
        let name = recovery_name(id, path);
        self.refuges().iter().map(|(folder, begin)| folder.join(format!("{begin}{name}"))).collect()
    }
}

fn recovery_name(id: &str, path: &Path) -> String {
    format!("{id}-{}.ron", path_hash(path))
}

/// A path as 16 hexadecimal digits, by its spelling.
pub(super) fn path_hash(path: &Path) -> String {
    hash(absolute(path).as_os_str().as_encoded_bytes())
}

/// Bytes as 16 hexadecimal digits (FNV-1a, the same in every version of the program).
pub(super) fn hash(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
