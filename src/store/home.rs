//! Which folder everything is kept under, how session files are named, and where copies of a session are kept.
//!
//! Finding and naming must not make anything: folders come into being when something is first written. Where copies are
//! is told without touching a disk: a share that hangs must not hold up whoever asks.

use super::error::doing;
use super::files::{FileSystem, FolderId, Standing, make_folders};
use super::{RealFiles, StoreError, read_head};
use crate::session::Session;
use directories::ProjectDirs;
use jiff::tz::TimeZone;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The longest part of a file name that is made from a partnership's name.
const LONGEST_SLUG: usize = 64;

/// What a file is called when the partnership's name gives nothing to use.
const NAMELESS: &str = "partnership";

/// More files of one name than this are not looked for; a session then gets its id instead of a number.
const MOST_NAMESAKES: u32 = 999;

/// The folder under which Plenary keeps everything. Choosing it is also the portable mode: a folder on
/// a stick holds the sessions, the settings and what else Plenary remembers.
#[derive(Clone, Debug)]
pub struct Home {
    /// The folder itself, an absolute path.
    pub root: PathBuf,
    /// Whether somebody chose it, rather than the system.
    pub chosen: bool,
    /// Folders outside of it that take a recovery copy while it cannot, with how its name begins there.
    refuges: Vec<(PathBuf, &'static str)>,
    /// A folder of this laptop that no other computer shares, where the home may be one that does.
    local: Option<PathBuf>,
    /// Which folder it was when it was first seen.
    seen: Arc<OnceLock<FolderId>>,
}

impl PartialEq for Home {
    fn eq(&self, other: &Self) -> bool {
        (&self.root, self.chosen) == (&other.root, other.chosen)
    }
}

impl Eq for Home {}

impl Home {
    /// The folder that was chosen (by `--home DIR`, else by `PLENARY_HOME`, both read by the caller), or
    /// the platform's folder for a program's local data. An empty choice is none. Makes nothing.
    pub fn find(chosen: Option<&Path>) -> Result<Self, StoreError> {
        let chosen = chosen.filter(|path| !path.as_os_str().is_empty());
        let root = match chosen {
            Some(path) => std::path::absolute(path).map_err(StoreError::io(doing::FINDING, path))?,
            None => ProjectDirs::from("", "", "Plenary").ok_or(StoreError::NoHome)?.data_local_dir().to_owned(),
        };
        if root.is_file() {
            return Err(StoreError::NotAFolder(root));
        }
        let mut home = Self::at(root, chosen.is_some());
        let own = ProjectDirs::from("", "", "Plenary").map(|dirs| dirs.data_local_dir().join("state").join("recovery"));
        home.local = local_folder();
        home.refuges.extend(own.filter(|own| !own.starts_with(&home.root)).map(|own| (own, "")));
        home.refuges.push((std::env::temp_dir(), "plenary-"));
        home.see(&RealFiles);
        Ok(home)
    }

    /// The home at a path, with nothing outside of it.
    pub fn at(root: PathBuf, chosen: bool) -> Self {
        Self { root, chosen, refuges: Vec::new(), local: None, seen: Arc::default() }
    }

    /// The same, with a folder outside of it for recovery copies while it cannot take them.
    pub fn with_refuge(mut self, folder: PathBuf) -> Self {
        self.refuges.push((folder, ""));
        self
    }

    /// Where recovery copies are while the home cannot take them, as one on a stick that is pulled: folders outside of
    /// it, and the names that copies have there begin with.
    pub(super) fn refuges(&self) -> &[(PathBuf, &'static str)] {
        &self.refuges
    }

    /// Notes which folder it is, once it is there.
    pub(super) fn see(&self, files: &dyn FileSystem) {
        if self.seen.get().is_none()
            && let Ok(folder) = files.identify(&self.root)
        {
            // Another thread has seen the same.
            let _ = self.seen.set(folder);
        }
    }

    /// Whether the home was there and is not there any more: a stick was pulled, a share is not connected. An empty
    /// folder that stays in its place is another one; a share that is back may have another number, and holds sessions.
    pub(super) fn is_gone(&self, files: &dyn FileSystem) -> bool {
        let Some(was) = self.seen.get() else { return false };
        let is_ours =
            || matches!(files.look(&self.sessions_folder()), Ok(Standing::Other("a folder") | Standing::Link));
        match files.identify(&self.root) {
            Ok(now) => now != *was && !is_ours(),
            Err(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        }
    }

    /// Makes a folder of the home and those above it that are not there, for this account only. A home that is gone is
    /// not made anew: what is written there would lie below the stick when that is back.
    pub(super) fn make_folders(&self, files: &dyn FileSystem, folder: &Path) -> io::Result<()> {
        if self.is_gone(files) {
            return Err(io::ErrorKind::NotFound.into());
        }
        make_folders(files, folder)?;
        self.see(files);
        Ok(())
    }

    pub(super) fn made(&self, folder: PathBuf) -> Result<PathBuf, StoreError> {
        self.make_folders(&RealFiles, &folder).map_err(StoreError::io(doing::MAKING_FOLDER, &folder))?;
        Ok(folder)
    }

    /// Makes the sessions folder where it was taken away and nothing else was; whether it is there now. A folder on a
    /// device of its own is not made: it is away.
    pub(super) fn remake_sessions_folder(&self, files: &dyn FileSystem, was: Option<FolderId>) -> bool {
        let folder = self.sessions_folder();
        let is_missing = matches!(files.look(&folder), Ok(Standing::Nothing));
        let is_of_home = was.is_none_or(|was| self.seen.get().is_some_and(|home| home.device == was.device));
        is_missing && is_of_home && self.make_folders(files, &folder).is_ok()
    }

    pub fn sessions_folder(&self) -> PathBuf {
        self.root.join("sessions")
    }

    /// Where Plenary keeps what it needs to know about sessions, wherever those are.
    pub fn state_folder(&self) -> PathBuf {
        self.root.join("state")
    }

    /// Where the user's choices are kept.
    pub fn settings_file(&self) -> PathBuf {
        self.root.join("settings.ron")
    }

    /// The file for a session that has none yet: `2026-03-12-glenside-cpp.ron`, with the day of the
    /// workshop or else of its creation. A name that another session has taken gets `-2`, `-3` and so on; a
    /// file that already holds this session is found again. Makes nothing; see [`super::create`].
    pub fn new_session_file(&self, session: &Session) -> PathBuf {
        let folder = self.sessions_folder();
        let stem = dated_stem(session);
        namesakes(&folder, &stem, "ron")
            .find(|path| is_free_for(path, session))
            .unwrap_or_else(|| folder.join(format!("{stem}-{}.ron", slug(&session.id))))
    }

    pub fn recovery_folder(&self) -> PathBuf {
        self.state_folder().join("recovery")
    }

    /// Where the backups of all sessions are kept, a folder for each id.
    pub fn backups_folder(&self) -> PathBuf {
        self.state_folder().join("backups")
    }

    pub(super) fn locks_folder(&self) -> PathBuf {
        self.state_folder().join("locks")
    }

    /// Where windows of this laptop find each other.
    pub(super) fn walls_folder(&self) -> PathBuf {
        self.local.clone().unwrap_or_else(|| self.state_folder()).join("walls")
    }

    /// Whether a path is in the sessions folder, by its spelling alone.
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
        self.refuges.iter().map(|(folder, begin)| folder.join(format!("{begin}{name}"))).collect()
    }

    /// Makes the sessions folder if it is not there, for this account only.
    pub fn make_sessions_folder(&self) -> Result<PathBuf, StoreError> {
        self.made(self.sessions_folder())
    }

    /// Makes the state folder if it is not there, for this account only.
    pub fn make_state_folder(&self) -> Result<PathBuf, StoreError> {
        self.made(self.state_folder())
    }
}

/// Where this account's programs keep what only this laptop needs, the shortest-lived first.
fn local_folder() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "Plenary")?;
    Some(dirs.runtime_dir().map_or_else(|| dirs.data_local_dir().join("state"), Path::to_owned))
}

/// The day of the workshop, or else of the session's creation, and the partnership: `2026-03-12-glenside-cpp`.
pub(super) fn dated_stem(session: &Session) -> String {
    let created = || session.created.to_zoned(TimeZone::system()).date();
    let date = session.about.date.unwrap_or_else(created);
    let (year, month, day) = (date.year().max(0), date.month(), date.day());
    format!("{year:04}-{month:02}-{day:02}-{}", slug(&session.about.partnership))
}

/// The names to be tried in a folder, in order: `stem.html`, `stem-2.html` and so on.
pub(super) fn namesakes(folder: &Path, stem: &str, extension: &str) -> impl Iterator<Item = PathBuf> {
    let name =
        move |number| if number == 1 { format!("{stem}.{extension}") } else { format!("{stem}-{number}.{extension}") };
    (1..=MOST_NAMESAKES).map(name).map(|name| folder.join(name))
}

/// Whether nothing stands at a path, or this very session does.
fn is_free_for(path: &Path, session: &Session) -> bool {
    let nothing = fs::symlink_metadata(path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
    nothing || read_head(path).is_ok_and(|head| head.id == session.id)
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

/// A part of a file name that every system takes: 1 to 64 of `a-z`, `0-9`, `_` and `-`.
///
/// Letters outside ASCII are dropped and never transliterated: a guess at somebody's name is worse
/// than a gap. Everything else becomes a hyphen. Names that Windows keeps for devices are not used.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().filter(|letter| letter.is_ascii() || !letter.is_alphanumeric()) {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(LONGEST_SLUG);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() || is_reserved(slug) { NAMELESS.to_owned() } else { slug.to_owned() }
}

/// The names of DOS devices, which Windows still refuses as file names.
fn is_reserved(name: &str) -> bool {
    let numbered =
        |device| name.strip_prefix(device).is_some_and(|rest: &str| matches!(rest.as_bytes(), [b'0'..=b'9']));
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}
