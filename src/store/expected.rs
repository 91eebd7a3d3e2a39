//! What this program last read or wrote of a file, so that a change by anybody else is noticed before it is lost.
//!
//! It holds no bytes and asks no clock: a sync client, a copy that keeps times, a stick formatted with FAT (two
//! seconds) and two saves in one tick all leave the time of a changed file as it was.

use super::files::FolderId;

/// A fingerprint of a file's bytes: their number and their CRC-32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fingerprint {
    size: usize,
    checksum: u32,
}

impl Fingerprint {
    fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len(), checksum: crc32fast::hash(bytes) }
    }
}

/// What may stand in a file for this program to write over it; anything else is somebody's work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedContents {
    fingerprints: Vec<Fingerprint>,
    /// The folder in which it was; `None` while that is not known, and any folder will do.
    folder: Option<FolderId>,
}

impl ExpectedContents {
    /// Nothing is known: only a file that is not there, or empty, may be written.
    pub fn nothing() -> Self {
        Self::default()
    }

    pub fn of(bytes: &[u8]) -> Self {
        Self { fingerprints: vec![Fingerprint::of(bytes)], folder: None }
    }

    /// The same, in this folder and no other.
    pub fn in_folder(self, folder: Option<FolderId>) -> Self {
        Self { folder, ..self }
    }

    pub fn folder(&self) -> Option<FolderId> {
        self.folder
    }

    /// The checksum of what stands there, as far as that is known; that of no bytes where it is not.
    pub(super) fn checksum(&self) -> u32 {
        self.fingerprints.first().map_or(0, |one| one.checksum)
    }

    /// Whether a file with these bytes may be written over. An empty one may: a name is taken with an empty file.
    pub(super) fn accepts(&self, bytes: &[u8]) -> bool {
        bytes.is_empty() || self.fingerprints.contains(&Fingerprint::of(bytes))
    }

    /// What another look at the same file found.
    pub(super) fn join(&mut self, other: &Self) {
        let new: Vec<Fingerprint> =
            other.fingerprints.iter().filter(|one| !self.fingerprints.contains(one)).copied().collect();
        self.fingerprints.extend(new);
        self.folder = other.folder.or(self.folder);
    }

    /// These bytes may stand there now, or the earlier ones: a failed save does not say how far it came.
    pub(super) fn may_be(&mut self, bytes: &[u8]) {
        let fingerprint = Fingerprint::of(bytes);
        if !self.fingerprints.contains(&fingerprint) {
            self.fingerprints.push(fingerprint);
        }
    }
}
