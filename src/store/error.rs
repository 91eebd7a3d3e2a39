//! Why something could not be kept or found, as sentences with a next step.
//!
//! It words what the system said and decides nothing; what is wrong with a file's text is in `trouble`.

use super::OpenError;
use crate::clean::sanitise_line;
use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};

/// Why a session could not be saved. The previous version stands untouched in every case but
/// [`SaveError::Folder`], where the new one stands in its place but may not survive a power cut.
#[derive(Debug, thiserror::Error)]
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

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("{} is there already, and nothing was written; choose another name, or say that it may be replaced", .0.display())]
    There(PathBuf),
    #[error("{} is a session, and no paper takes its place; nothing was written. Choose another name.", .0.display())]
    Session(PathBuf),
    #[error("{} is a session that is open in another Plenary; nothing was written. Choose another name.", .0.display())]
    Open(PathBuf),
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Why a file or a folder from outside could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutsideError {
    #[error("{file} could not be read: {}.", in_words(.error))]
    Unreadable { file: PathBuf, error: io::Error },
    #[error("The folder {folder} could not be read: {}.", in_words(.error))]
    UnreadableFolder { folder: PathBuf, error: io::Error },
    #[error("{0} is not a file; give the path of a text file.")]
    NoFile(PathBuf),
    #[error("{0} is larger than 8 MiB; check that it is the file you meant.")]
    TooLarge(PathBuf),
}

/// Why a session was not changed; it is as it was.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotAltered {
    #[error("it is open in another window; close it there first")]
    Open,
    #[error("{0}")]
    ReadOnly(String),
    #[error(transparent)]
    Unreadable(#[from] OpenError),
    #[error(transparent)]
    Unsaved(#[from] SaveError),
}

/// Why no path can be meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TypedPathError {
    #[error("The path {} has control characters in it; nothing was made. Write it without them", sanitise_line(.0).as_str())]
    Control(String),
    #[error("The path {0} has a sign in it that could not be read; write it anew, or choose a path without that sign")]
    Lost(String),
    /// `~name` of somebody else, which only shells know.
    #[error("Plenary does not know where {0} is; write the whole path of that folder")]
    SomebodyElse(String),
    #[error("{0} is on another computer; connect it as a folder and write that folder's path")]
    OtherComputer(String),
    /// `~` on an account without a home.
    #[error("This account has no home folder for ~ to stand for; write the whole path")]
    NoHome,
}

/// Why a folder or one of Plenary's own small files could not be used.
#[derive(Debug, thiserror::Error)]
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

/// What was being done as a save failed.
pub(super) mod step {
    pub(in crate::store) const LOOK: &str = "looking what is there";
    pub(in crate::store) const FIND_FOLDER: &str = "looking for its folder";
    pub(in crate::store) const FIND_NAME: &str = "looking for a free name";
    pub(in crate::store) const MAKE_FOLDER: &str = "making its folder";
    pub(in crate::store) const MAKE_FILE: &str = "making a new file beside it";
    pub(in crate::store) const WRITE: &str = "writing";
    pub(in crate::store) const SYNC: &str = "waiting for the disk";
    pub(in crate::store) const PUT_IN_PLACE: &str = "putting it in its place";
    pub(in crate::store) const READ_BACK: &str = "reading it back";
}

/// What did not work, before the path that it did not work on.
pub(super) mod doing {
    pub(in crate::store) const FINDING: &str = "Finding";
    pub(in crate::store) const FINDING_NEWEST: &str = "Looking for the newest version of";
    pub(in crate::store) const READING: &str = "Reading";
    pub(in crate::store) const READING_FOLDER: &str = "Reading the folder";
    pub(in crate::store) const MAKING_FOLDER: &str = "Making the folder";
    pub(in crate::store) const MAKING_FILE: &str = "Making the file";
    pub(in crate::store) const NAMING_IN: &str = "Finding a name in";
}

/// Part of the reason in a [`SaveError`] or an [`OpenError`].
pub(super) const A_FAULT_IN_READING: &str = "reading it went wrong inside Plenary; please report this";
pub(super) const A_FAULT_IN_SAVING: &str = "saving went wrong inside Plenary";
pub(super) const A_VALUE_CHANGED: &str = "a value changed";
pub(super) const A_LINK_TO_A_LINK: &str = "a link to a link";
pub(super) const A_PIPE: &str = "a pipe or a device";
pub(super) const NO_ANSWER: &str = "it does not answer";

/// That a place of the last resort did not take the work.
pub(super) fn not_written(place: &Path, reason: &str) -> String {
    format!("{} was not written: {reason}.", place.display())
}

pub(super) fn not_saved_yet(target: &Path) -> String {
    format!("{} is not saved yet: the disk does not answer.", target.display())
}

pub(super) fn no_copy(error: &impl Display) -> String {
    format!("No recovery copy could be written: {error}")
}

pub(super) fn no_backup(error: &impl Display) -> String {
    format!("No backup could be written: {error}")
}

pub(super) fn not_locked(lock: &Path, error: &io::Error) -> String {
    format!(
        "Plenary cannot tell whether this session is open in another window: {} could not be locked ({}). Open it only \
         once.",
        lock.display(),
        in_words(error)
    )
}

/// Why the settings are as they are.
pub(super) fn settings_not_used(file: &Path, reason: &str) -> String {
    format!("The settings in {} are not used: {reason}. Plenary has left the file as it is.", file.display())
}

pub(super) fn settings_unknown(file: &Path, names: &[String]) -> String {
    format!("The settings in {} hold what this Plenary does not know: {}.", file.display(), names.join(", "))
}

/// What a place does not do, after its path.
pub(super) const UNCONFIRMED: &str =
    "does not confirm writes: the work is saved there, but a power cut could take the last of it.";
pub(super) const NO_PERMISSIONS: &str =
    "keeps no permissions: who may read what is saved there is decided by that place alone.";
pub(super) const NO_OWNER: &str = "does not let a saved file keep its owner or group: it belongs to your account now, \
                                   and others may not be able to open it.";

pub(super) fn safe_in(copy: &Path) -> String {
    format!(" It is safe in the recovery copy {}.", copy.display())
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
