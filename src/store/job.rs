//! What goes to the saving threads and comes back from them: a session to be saved, and how that went.

use super::error::safe_in;
use super::files::FolderId;
use super::limits::Limits;
use crate::framework::Framework;
use crate::session::Session;
use jiff::Timestamp;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The least time between the starts of two saves of one file, and so the longest that a change waits
/// for its save to start while the disk answers.
pub const PACE: Duration = Duration::from_millis(250);

/// How often things are done that need not be done at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intervals {
    /// The time between attempts while saving fails.
    pub retry: Duration,
    /// The time between backups of a session that changes.
    pub backups: Duration,
}

impl Default for Intervals {
    fn default() -> Self {
        Self { retry: Duration::from_secs(5), backups: Duration::from_mins(10) }
    }
}

/// A snapshot to be saved.
#[derive(Clone, Debug)]
pub struct SaveJob {
    pub session: Arc<Session>,
    /// The framework it is held with, for the counts in the first line.
    pub framework: Arc<Framework>,
    pub target: PathBuf,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveEvent {
    /// On the disk, and safe from a power cut.
    Saved { target: PathBuf, rev: u64, at: Timestamp },
    /// Not saved; the next attempt is after [`Intervals::retry`], with the newest snapshot.
    Failed {
        target: PathBuf,
        rev: u64,
        reason: String,
        /// Where this version, or a later one, is safe all the same.
        recovery: Option<PathBuf>,
    },
    /// Somebody else has changed the file, which is left as it is. This version is saved beside it, and that is the
    /// session's file from now on: all later events call it so, beginning with the [`SaveEvent::Saved`] that
    /// follows, and snapshots may be handed over under either name. Said once.
    Conflict {
        target: PathBuf,
        /// Where the session is saved from now on.
        copy: PathBuf,
        rev: u64,
        at: Timestamp,
    },
    /// In the recovery copy, and there safe from a power cut.
    RecoveryCopy { target: PathBuf, copy: PathBuf, rev: u64, at: Timestamp },
    /// Saved, in a place that could not do all that was asked of it. Said once for each folder.
    Limited { target: PathBuf, limits: Limits },
    /// A recovery copy or a backup could not be written, which holds up nothing. Said once, until it works again.
    NoCopy { target: PathBuf, reason: String },
}

/// A snapshot that is not on the disk as the program ends.
#[derive(Clone, Debug)]
pub struct Unsaved {
    pub job: SaveJob,
    /// Why, as a sentence.
    pub reason: String,
    /// The recovery copy that holds it, if one does.
    pub recovery: Option<PathBuf>,
    /// The folder in which its file was, if that is known.
    pub folder: Option<FolderId>,
}

impl fmt::Display for Unsaved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.reason)?;
        formatter.write_str(&self.recovery.as_deref().map(safe_in).unwrap_or_default())
    }
}

/// Everything that is not saved as the program ends; one sentence a line.
#[derive(Clone, Debug)]
pub struct NotSaved(pub Vec<Unsaved>);

impl fmt::Display for NotSaved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        formatter.write_str(&lines.join("\n"))
    }
}
