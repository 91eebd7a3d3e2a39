//! What deleting a session would take and what would stay, as it is told before anybody is asked.
//!
//! It was told; it looks nowhere itself.

use super::page::Next;
use super::{Ask, Cx, Overlay};
use std::path::{Path, PathBuf};

/// A session that may be deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deletion {
    /// The session's file.
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
        let counted = |(kind, count): (&str, usize)| match count {
            1 => format!("1 {kind}"),
            many => format!("{many} {}", plural(kind)),
        };
        let own = kinds.into_iter().map(counted).collect::<Vec<_>>().join(" and ");
        let own = if own.is_empty() { None } else { Some(format!("{own} in Plenary's own folder")) };
        let elsewhere = elsewhere.into_iter().map(|(kind, path)| format!("{kind} {}", path.display()));
        let words: Vec<String> = elsewhere.chain(own).collect();
        if words.is_empty() { "no copies".into() } else { words.join(", ") }
    }

    /// What stays, each with the reason; empty where nothing does.
    pub(crate) fn staying(&self) -> String {
        let words = |(path, why): &(PathBuf, String)| match (self.keeps(path), path.extension()) {
            (false, _) => format!("{}: {why}", name(path)),
            (true, Some(_)) => format!("a copy in Plenary's own folder: {why}"),
            (true, None) => why.clone(),
        };
        self.stays.iter().map(words).collect::<Vec<_>>().join("; ")
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

/// A copy, a save or a backup, of which there are several.
fn plural(kind: &str) -> String {
    kind.strip_suffix("copy").map_or_else(|| format!("{kind}s"), |start| format!("{start}copies"))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
