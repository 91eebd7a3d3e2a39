//! What the user chose, which session was last, and what places cannot promise: three small files of Plenary's own.
//!
//! Only what was chosen is written, never a default; and none of them is ever needed to open a session.

use super::atomic::save_atomic;
use super::error::{doing, settings_not_used, settings_unknown};
use super::files::FileSystem;
use super::limits::Limits;
use super::open_error::ron_in_words;
use super::{Home, RealFiles, SaveError, StoreError};
use crate::document::{self, options};
use crate::encoding;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Component, Path, PathBuf};

/// More than this is not read of any of these files, in bytes.
const LARGEST: usize = 64 * 1024;

/// The file in the state folder that names the last session.
const LAST: &str = "last-session.ron";

/// What the user chose; `None` where nothing was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The name of the theme: `dusk`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Whether the program is shown in lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plain: Option<bool>,
    /// Whether the statements are always shown in plain words too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plain_words: Option<bool>,
    /// The name of the key that a clicker sends for "next": `Right`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clicker_next: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clicker_back: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clicker_blank: Option<String>,
    /// The board or committee that papers go to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper_to: Option<String>,
    /// The role of whoever puts papers forward.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper_author: Option<String>,
    /// Where questions on papers go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper_contact: Option<String>,
}

impl Settings {
    /// The settings, and a sentence if the file could not be used as it stands. A missing file is no
    /// choices; a broken one too, and is left as it is.
    pub fn read(home: &Home) -> (Self, Option<String>) {
        let file = home.settings_file();
        let broken = |reason: &str| Some(settings_not_used(&file, reason));
        let text = match read_small(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (Self::default(), None),
            Err(error) => return (Self::default(), broken(&super::in_words(&error))),
        };
        let mut unknown = Vec::new();
        match read_ron(&text, &mut unknown) {
            Err(error) => (Self::default(), broken(&error)),
            Ok(settings) if unknown.is_empty() => (settings, None),
            Ok(settings) => (settings, Some(settings_unknown(&file, &unknown))),
        }
    }

    pub fn write(&self, files: &dyn FileSystem, home: &Home) -> Result<(), StoreError> {
        if let (_, Some(trouble)) = Self::read(home) {
            return Err(StoreError::Settings(trouble));
        }
        home.made(home.root.clone())?;
        write_ron(files, &home.settings_file(), self)
    }
}

/// The last session, by a way that still holds when a stick gets another drive letter.
#[derive(Serialize, Deserialize)]
enum Last {
    /// The parts of its path below the sessions folder.
    Inside(Vec<String>),
    Elsewhere(String),
}

/// The session that was last open, if it is still there.
pub fn last_session(home: &Home) -> Option<PathBuf> {
    let text = read_small(&home.state_folder().join(LAST)).ok()?;
    let path = match options().from_str(&text).ok()? {
        Last::Inside(parts) => {
            let below: PathBuf = parts.iter().collect();
            // Never out of the folder, whatever the file says.
            let stays = below.components().all(|part| matches!(part, Component::Normal(_)));
            stays.then(|| home.sessions_folder().join(below))?
        }
        Last::Elsewhere(path) => PathBuf::from(path),
    };
    path.is_file().then_some(path)
}

pub fn remember_last(files: &dyn FileSystem, home: &Home, path: &Path) -> Result<(), StoreError> {
    let path = std::path::absolute(path).map_err(StoreError::io(doing::FINDING, path))?;
    let text = |part: &std::ffi::OsStr| part.to_str().map(str::to_owned).ok_or_else(|| StoreError::Name(path.clone()));
    let last = match path.strip_prefix(home.sessions_folder()) {
        Ok(below) => Last::Inside(below.iter().map(text).collect::<Result<_, _>>()?),
        Err(_) => Last::Elsewhere(text(path.as_os_str())?),
    };
    let folder = home.make_state_folder()?;
    write_ron(files, &folder.join(LAST), &last)
}

/// The file that remembers the last session, if it remembers this one.
pub(super) fn forget_last(home: &Home, path: &Path) -> Option<PathBuf> {
    (last_session(home)? == std::path::absolute(path).ok()?).then(|| home.state_folder().join(LAST))
}

/// More places are not remembered: the oldest goes.
const MOST: usize = 20;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedLimits {
    pub folder: PathBuf,
    /// What it did not do.
    pub limits: Limits,
    pub noticed: Timestamp,
}

/// What was noticed in earlier runs; nothing where that cannot be read.
pub fn noted_limits(files: &dyn FileSystem, home: &Home) -> Vec<NotedLimits> {
    let bytes = files.read(&limits_file(home), LARGEST).unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    options().from_str(&text).unwrap_or_default()
}

/// Notes what was noticed, in the place of what was noted before for this folder.
pub fn note_limits(files: &dyn FileSystem, home: &Home, noticed: NotedLimits) -> Result<(), StoreError> {
    let mut noted = noted_limits(files, home);
    noted.retain(|other| other.folder != noticed.folder);
    noted.insert(0, noticed);
    noted.truncate(MOST);
    home.make_state_folder()?;
    write_ron(files, &limits_file(home), &noted)
}

fn limits_file(home: &Home) -> PathBuf {
    home.state_folder().join("limits.ron")
}

fn read_small(path: &Path) -> io::Result<String> {
    let bytes = RealFiles.read(path, LARGEST)?;
    let (text, _) = encoding::decode(&bytes).map_err(io::Error::other)?;
    Ok(text.into_owned())
}

fn read_ron(text: &str, unknown: &mut Vec<String>) -> Result<Settings, String> {
    let place = |error: ron::error::SpannedError| {
        let start = error.span.start;
        format!("line {}, column {}: {}", start.line, start.col, ron_in_words(&error.code))
    };
    document::read(text, usize::MAX, unknown).map_err(place)
}

pub(super) fn write_ron(files: &dyn FileSystem, path: &Path, value: &impl Serialize) -> Result<(), StoreError> {
    let style = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
    let mut text = String::new();
    document::write(value, style, &mut text).map_err(|error| SaveError::Text(error.to_string()))?;
    text.push('\n');
    Ok(save_atomic(files, path, text.as_bytes())?)
}
