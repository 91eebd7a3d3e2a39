//! What goes when a session is deleted, and what stays and why: found out before anybody is asked.
//!
//! It only looks. What belongs to another file of the same session stays, and so does whatever holds more than the
//! session that goes; where that cannot be seen, it stays as well.

mod looking;

use super::backup::Name;
use super::codec::{LARGEST, decode};
use super::files::{FileSystem, Standing};
use super::load::read_start;
use super::rescue::Source;
use super::stamp::Known;
use super::whose::{Unseen, identity, ids_of};
use super::{Home, OpenError, in_words, recovery};
use looking::Looking;
use std::path::{Path, PathBuf};

/// Why nothing was deleted.
#[derive(Debug, thiserror::Error)]
pub enum DeleteError {
    /// There is nothing of that name.
    #[error("{} is no session file: nothing is there; \"plenary list\" shows the sessions.", .0.display())]
    Nothing(PathBuf),
    /// A link: taking it away would leave the session.
    #[error("{} is only a link; the session itself is {}. Nothing was deleted: delete the session by that name.", .link.display(), .session.display())]
    Link {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        session: PathBuf,
    },
    /// Not a session, or not to be seen as one.
    #[error(
        "Nothing was deleted, because only a session is deleted here. {0} If it never was one, delete it like any other file; if it was, restore it first."
    )]
    NotASession(OpenError),
    /// Something could not be looked at.
    #[error("Nothing was deleted: what belongs to the session cannot be seen, because {} could not be read ({reason}).", .place.display())]
    Unseen {
        /// What.
        place: PathBuf,
        /// What the system said, in words.
        reason: String,
    },
    /// It is not what was asked about.
    #[error("{} was changed meanwhile, so nothing was deleted; ask again to see what goes now.", .0.display())]
    Changed(PathBuf),
}

impl From<Unseen> for DeleteError {
    fn from(Unseen { place, error }: Unseen) -> Self {
        Self::Unseen { place, reason: in_words(&error) }
    }
}

/// A session that may be deleted: what goes and what stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// The session's file.
    pub file: PathBuf,
    /// The session's count of changes; `None` where it is damaged or newer, and so goes alone.
    pub rev: Option<u64>,
    /// The copies that go with it.
    pub goes: Vec<(Source, PathBuf)>,
    /// What has to do with it and stays, each with the reason.
    pub stays: Vec<(PathBuf, String)>,
    /// Notes about it, and the folder of its backups if nothing stays there.
    pub(super) traces: Vec<PathBuf>,
    pub(super) backups: Option<PathBuf>,
    /// Backups that are another file's as well, and its fingerprint.
    pub(super) handed_over: Vec<(Name, String)>,
    /// The file as it was looked at.
    pub(super) known: Known,
}

/// Finds out what would go with a session.
///
/// # Errors
/// When it is no session, or that cannot be seen.
pub fn deletion(files: &dyn FileSystem, home: &Home, file: &Path) -> Result<Deletion, DeleteError> {
    let unseen = Unseen::at(file);
    match files.look(file).map_err(&unseen)? {
        Standing::Nothing => return Err(DeleteError::Nothing(file.to_owned())),
        Standing::Link => {
            let session = files.resolve(file).map_err(unseen)?;
            return Err(DeleteError::Link { link: file.to_owned(), session });
        }
        Standing::File { .. } | Standing::Other(_) => {}
    }
    let bytes = read_start(files, file, LARGEST + 1).map_err(DeleteError::NotASession)?;
    let plan = Deletion {
        file: file.to_owned(),
        rev: None,
        goes: Vec::new(),
        stays: Vec::new(),
        traces: Vec::new(),
        backups: None,
        handed_over: Vec::new(),
        known: Known::of(&bytes),
    };
    match decode(&bytes, &file.display().to_string()) {
        Ok(loaded) => Looking::at(files, home, plan, &loaded.session)?.all(),
        // Its document still says that it is a session.
        Err(_) if identity(&bytes).is_some() => alone(files, home, plan),
        Err(reason) => Err(DeleteError::NotASession(reason)),
    }
}

/// A session that cannot be read goes alone: whether its copies hold more cannot be seen.
fn alone(files: &dyn FileSystem, home: &Home, mut plan: Deletion) -> Result<Deletion, DeleteError> {
    for id in ids_of(files, home, &plan.file).map_err(Unseen::at(&plan.file))? {
        let backups = home.backups_folder().join(&id);
        let copies = recovery::copies_of_file(files, home, &id, &plan.file).into_iter();
        let there = |path: &PathBuf| !matches!(files.look(path), Ok(Standing::Nothing));
        plan.stays.extend(copies.chain([backups]).filter(there).map(|path| {
            let why = "the session cannot be read, so whether it holds more cannot be seen; \"plenary restore FILE\" \
                       puts the newest version in the file's place, and with that it can be deleted";
            (path, why.to_owned())
        }));
    }
    Ok(plan)
}
