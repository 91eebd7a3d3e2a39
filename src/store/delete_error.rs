//! Why a session was not deleted, why a part of it stays, and what no deletion reaches.
//!
//! It looks at no file.

use super::OpenError;
use std::path::PathBuf;

/// What no program on this computer can take away; to be shown whenever a session is deleted.
pub const BEYOND: &str = "Exports, e-mails, printouts, copies that people made, and the earlier versions and waste bins \
     of cloud drives and file servers are not reached by this; nor can a disk be made to forget what it once held.";

#[derive(Debug, thiserror::Error)]
pub enum DeleteError {
    #[error("{} is no session file: nothing is there; \"plenary list\" shows the sessions.", .0.display())]
    Nothing(PathBuf),
    #[error("{} is only a link; the session itself is {}. Nothing was deleted: delete the session by that name.", .link.display(), .session.display())]
    Link { link: PathBuf, session: PathBuf },
    #[error(
        "Nothing was deleted, because only a session is deleted here. {0} If it never was one, delete it like any other file; if it was, restore it first."
    )]
    NotASession(OpenError),
    #[error("Nothing was deleted: what belongs to the session cannot be seen, because {} could not be read ({reason}).", .place.display())]
    Unseen { place: PathBuf, reason: String },
    #[error("{} was changed meanwhile, so nothing was deleted; ask again to see what goes now.", .0.display())]
    Changed(PathBuf),
}

/// Why something that has to do with a session stays as that is deleted.
#[derive(Debug, thiserror::Error)]
pub(super) enum Stays {
    #[error(
        "the session cannot be read, so whether it holds more cannot be seen; \"plenary restore FILE\" puts the newest version in the file's place, and with that it can be deleted"
    )]
    Unreadable,
    #[error("{OTHER_FILE}")]
    OtherFile,
    #[error("this session was opened there too, and that cannot be seen now")]
    Away,
    #[error("it holds another session")]
    OtherSession,
    #[error("{}, which are also those of {}", versions(*.many), whose(.files))]
    VersionsOf { many: usize, files: Vec<String> },
    #[error("it may be a copy of {}", whose(.0))]
    CopyOf(Vec<String>),
    #[error("what it holds cannot be seen: {0}")]
    Unseen(OpenError),
    #[error("whose it is cannot be seen")]
    Nobodys,
    #[error("it holds other work than what is deleted")]
    OtherWork,
    #[error("it holds more (change {rev}) than what is deleted (change {than})")]
    More { rev: u64, than: u64 },
    #[error("it is kept until its copies can be deleted; delete it again then")]
    CopiesStay,
}

const OTHER_FILE: &str = "another file of this session";

fn whose(files: &[String]) -> String {
    if files.is_empty() { OTHER_FILE.to_owned() } else { files.join(", ") }
}

fn versions(many: usize) -> String {
    if many == 1 { "1 earlier version".to_owned() } else { format!("{many} earlier versions") }
}
