//! What was found beside a session as it was opened, and why it can only be looked at.
//!
//! It looks at no file.

use super::StoreError;

#[derive(Debug, thiserror::Error)]
pub(super) enum Noticed {
    #[error(
        "This session is too large to be saved by Plenary (8 MiB), so it can only be looked at; shorten its longest notes in a text editor first."
    )]
    TooLarge,
    #[error(
        "This file was written by a newer Plenary (format {found}). It is shown as far as this Plenary understands it, and cannot be changed here; open it with that Plenary, or bring this one up to date."
    )]
    Newer { found: u32 },
    #[error("Another version of this session (change {rev}) was in its recovery copy; it is kept among the backups.")]
    AnotherVersion { rev: u64 },
    #[error("A recovery copy was not kept as a backup and stays where it is: {0}")]
    CopyStays(StoreError),
    #[error(
        "No backup could be made of this file as it was changed outside Plenary, so changes will be saved beside it: {0}"
    )]
    NoBackupOfChanges(StoreError),
    #[error("No backup could be made of this file as it was opened: {0}")]
    NoBackup(StoreError),
    #[error("{}", newer("its recovery copy", *.rev, *.held))]
    NewerInRecovery { rev: u64, held: u64 },
    #[error("{}", newer("a save that was broken off", *.rev, *.held))]
    NewerInBrokenOff { rev: u64, held: u64 },
    #[error(
        "There is a recovery copy of this session from another place with newer work (change {newest}); it can be restored like a backup."
    )]
    NewerElsewhere { newest: u64 },
    /// Which may be somebody else's.
    #[error(
        "Beside this file there is a save that was broken off, with other work on this session (change {rev}). It was not made over what the file holds now, so it is not taken up; {} and can be restored like one.",
        if *.kept { "it is kept among the backups" } else { "it stays where it is" }
    )]
    OtherWork { rev: u64, kept: bool },
}

fn newer(place: &str, rev: u64, held: u64) -> String {
    format!(
        "A newer version of this session was found in {place} and is open now (change {rev}; the file held change {held}, \
         which is kept among the backups)."
    )
}
