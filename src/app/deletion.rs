//! What deleting a session would take and what would stay, as it is told before anybody is asked.
//!
//! It was told; it looks nowhere itself.

use super::page::Next;
use super::{Ask, Cx, Overlay};
use crate::words;
use std::path::{Path, PathBuf};

/// A session that may be deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deletion {
    pub file: PathBuf,
    /// Its count of changes; `None` where it cannot be read, and so goes alone.
    pub rev: Option<u64>,
    /// The copies that go with it, each with its kind in two or three words.
    pub goes: Vec<(&'static str, PathBuf)>,
    /// What has to do with it and stays, each with the reason.
    pub stays: Vec<(PathBuf, String)>,
    /// The folder in which Plenary keeps copies: what is there need not be named by its long path.
    pub state: PathBuf,
}

impl Deletion {
    /// The file, then its folder.
    pub(crate) fn place(&self) -> String {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        format!("{} in {}", name(&self.file), folder.display())
    }

    /// The copies in words: `1 recovery copy and 12 backups in Plenary's own folder`; those elsewhere by their paths.
    pub(crate) fn copies(&self) -> String {
        let (own, elsewhere): (Vec<_>, Vec<_>) = self.goes.iter().partition(|(_, path)| self.keeps(path));
        let mut kinds: Vec<(&str, usize)> = Vec::new();
        for (kind, _) in own {
            match kinds.iter_mut().find(|(other, _)| other == kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((kind, 1)),
            }
        }
        let own = (!kinds.is_empty()).then(|| words::in_own_folder(&kinds));
        let elsewhere = elsewhere.into_iter().map(|(kind, path)| format!("{kind} {}", path.display()));
        let all: Vec<String> = elsewhere.chain(own).collect();
        if all.is_empty() { "no copies".into() } else { all.join(", ") }
    }

    /// What stays, each with the reason; empty where nothing does.
    pub(crate) fn staying(&self) -> String {
        let reason = |(path, why): &(PathBuf, String)| match (self.keeps(path), path.extension()) {
            (false, _) => format!("{}: {why}", name(path)),
            (true, Some(_)) => words::copy_stays(why),
            (true, None) => why.clone(),
        };
        self.stays.iter().map(reason).collect::<Vec<_>>().join("; ")
    }

    /// Asks whether to delete the session, if it still is the marked one.
    pub(super) fn ask(self, cx: &Cx) -> Next {
        match cx.list.named() {
            Some((file, title)) if file == self.file => {
                Next::Open(Overlay::Ask(Box::new(Ask::Delete { deletion: self, title })))
            }
            _ => Next::Stay,
        }
    }

    fn keeps(&self, path: &Path) -> bool {
        !self.state.as_os_str().is_empty() && path.starts_with(&self.state)
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
