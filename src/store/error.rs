//! Why something could not be kept or found, as sentences with a next step.
//!
//! It words what the system said and decides nothing; what is wrong with a file's text is in `trouble`.

use super::OpenError;
use std::io;
use std::path::{Path, PathBuf};

/// Why a session could not be saved. The previous version stands untouched in every case but
/// [`SaveError::Folder`], where the new one stands in its place but may not survive a power cut.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each variant says by its own sentence what it is")]
pub enum SaveError {
    #[error("The session could not be turned into text ({0}); what is on disk was left as it was. Please report this.")]
    Text(String),
    #[error(
        "The session has grown to {size} bytes and a file may hold {most}; what is on disk was left as it was. Shorten the longest notes."
    )]
    TooLarge { size: usize, most: usize },
    #[error(
        "The session did not read back as it was written ({0}); what is on disk was left as it was. Please report this."
    )]
    NotTheSame(String),
    #[error("{} is {what}, not a file; it was left as it was. Save the session under another name.", .target.display())]
    NotAFile { target: PathBuf, what: &'static str },
    #[error("{} is marked as read-only; it was left as it was. Take the mark away, or save the session under another name.", .0.display())]
    ReadOnly(PathBuf),
    #[error("{} was changed outside Plenary since it was last saved; it was left as it is. Save the session under another name.", .0.display())]
    Changed(PathBuf),
    #[error("{} was not saved: {} is not the folder it was in; if that is on a stick or a network drive, connect it again, and the work goes there by itself.", .target.display(), .folder.display())]
    Away { target: PathBuf, folder: PathBuf },
    #[error("{} is there already and was left as it is; choose another name.", .0.display())]
    Exists(PathBuf),
    #[error("{} was not saved: {} (while {doing})", .target.display(), in_words(.source))]
    Step { target: PathBuf, doing: &'static str, source: io::Error },
    #[error("{} is written, but the disk did not confirm it: {}", .target.display(), in_words(.source))]
    Folder { target: PathBuf, source: io::Error },
}

/// Why a folder or one of Plenary's own small files could not be used.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each variant says by its own sentence what it is")]
pub enum StoreError {
    #[error("This computer names no folder for program data; start Plenary with --home DIR or set PLENARY_HOME")]
    NoHome,
    #[error("{} is a file, not a folder; choose a folder with --home DIR or PLENARY_HOME", .0.display())]
    NotAFolder(PathBuf),
    #[error("{doing} {} did not work: {}", .path.display(), in_words(.source))]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("{} has no id that its backups could be kept under; save the session under another name", .0.display())]
    Damage(PathBuf),
    #[error("{} is a version of another session than {}; both were left as they are. Choose one of its own versions.", .backup.display(), .file.display())]
    OtherSession { file: PathBuf, backup: PathBuf },
    #[error("The choice holds until Plenary ends but was not kept: {0} Correct or delete the file, then choose again")]
    Settings(String),
    #[error("{} has a name that is not Unicode text, so it is not remembered; rename it", .0.display())]
    Name(PathBuf),
    #[error("The system gave no random numbers for the session's id ({0}); start Plenary again")]
    Random(String),
    #[error("The system could not start the thread that saves ({0}); close other programs and start Plenary again")]
    Thread(io::Error),
}

impl SaveError {
    /// For `map_err`: what was being done.
    pub(super) fn step(target: &Path, doing: &'static str) -> impl Fn(io::Error) -> Self + use<> {
        let target = target.to_owned();
        move |source| Self::Step { target: target.clone(), doing, source }
    }

    pub(super) fn folder(target: &Path) -> impl Fn(io::Error) -> Self + use<> {
        let target = target.to_owned();
        move |source| Self::Folder { target: target.clone(), source }
    }
}

impl StoreError {
    /// For `map_err`: what was tried, and on what.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { doing, path, source }
    }
}

/// What the system said, in the words of the person in front of it, with what to do.
pub fn in_words(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let words = match error.kind() {
        Kind::StorageFull => "the disk is full; free some space on it",
        Kind::QuotaExceeded => "your share of the disk is used up; free some space on it",
        Kind::FileTooLarge => "the disk takes no file of this size; save in another folder",
        Kind::PermissionDenied => "your account may not do that there; choose another folder",
        Kind::ReadOnlyFilesystem => "the disk can only be read; choose another folder",
        Kind::NotFound => "it is not there; if it is on a stick or a network drive, connect that again",
        Kind::NotADirectory => "a part of the path is a file, not a folder; choose another folder",
        Kind::ResourceBusy => "another program is holding it; close that program",
        Kind::TimedOut | Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::StaleNetworkFileHandle => {
            "the network drive does not answer; connect it again"
        }
        _ => return plain(error),
    };
    words.to_owned()
}

/// The system's own words without its number: `Input/output error (os error 5)` loses the bracket.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
