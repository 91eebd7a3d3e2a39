//! Reading a session to go on with it, by a thread: its lock, an earlier version in its place, the session itself.
//!
//! It shows nothing, and writes only where a version is restored.

use super::error::Refusal;
use super::shutdown::Files;
use crate::framework::Framework;
use crate::store::{self, BeforeSaving, Home, Loaded, Lock, NOTED_AT, OpenError, Opened, Taken};
use crate::words;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::DateTime};
use std::fs::canonicalize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) struct LoadRequest {
    pub(super) file: PathBuf,
    /// The earlier version that is put in its place first.
    pub(super) version: Option<PathBuf>,
    /// The files whose locks this program holds, and this file's own where a version is put in its place.
    pub(super) held: Vec<PathBuf>,
    pub(super) lock: Option<Lock>,
    pub(super) files: Files,
    pub(super) home: Home,
    pub(super) framework: Arc<Framework>,
    pub(super) now: Timestamp,
}

pub(super) enum LoadOutcome {
    /// It is open here under another spelling of its path.
    As(PathBuf),
    /// To go on with it.
    ToEdit {
        opened: Box<Opened>,
        before: Option<BeforeSaving>,
        /// What there is to say of its lock.
        warning: Option<String>,
        /// What was done first, as a sentence.
        done: Option<&'static str>,
    },
    /// Only to be looked at, and why.
    ToLook(Box<Loaded>, String),
}

impl LoadRequest {
    /// Reads it; gives its lock back, or the one that was taken for it.
    pub(super) fn load(mut self) -> (Option<Lock>, Result<LoadOutcome, String>) {
        if let Some(held) = known_as(&self.file, self.held.iter()) {
            return (self.lock, Ok(LoadOutcome::As(held)));
        }
        if !self.held.contains(&self.file) {
            match Lock::take(&*self.files, &self.home, &self.file, self.now) {
                Taken::Held(lock) => self.lock = Some(lock),
                Taken::Busy { holder } => return (None, self.look(&Refusal::OpenElsewhere(lock_holder(&holder)))),
            }
        }
        let loaded = self.restore().and_then(|done| self.read(done));
        (self.lock, loaded)
    }

    /// Reads what another program has open.
    fn look(&self, reason: &Refusal) -> Result<LoadOutcome, String> {
        if self.version.is_some() {
            return Err(format!("Not restored: {reason}"));
        }
        let loaded = store::open(&self.file).map_err(|error| error.to_string())?;
        loaded.session.check_framework(&self.framework)?;
        Ok(LoadOutcome::ToLook(Box::new(loaded), format!("Read only: {reason}")))
    }

    /// Puts the earlier version in its place, where one is asked for.
    fn restore(&self) -> Result<Option<&'static str>, String> {
        let Some(version) = &self.version else { return Ok(None) };
        let lock = self.lock.as_ref().ok_or(Refusal::NotLocked)?;
        let restored = store::restore(&*self.files, &self.home, lock, version, self.now);
        Ok(Some(match restored.map_err(|error| error.to_string())?.kept {
            Some(_) => words::RESTORED_AND_KEPT,
            None => "Restored.",
        }))
    }

    fn read(&self, done: Option<&'static str>) -> Result<LoadOutcome, String> {
        let Self { files, home, file, .. } = self;
        let read = store::read_to_edit(&**files, home, file);
        let (opened, before) = read.map_err(|error| and_what_to_do(&**files, home, file, error))?;
        opened.session.check_framework(&self.framework)?;
        let warning = self.lock.as_ref().and_then(Lock::warning).map(str::to_owned);
        Ok(LoadOutcome::ToEdit { opened: Box::new(opened), before, warning, done })
    }
}

/// The spelling under which a file is held, where that is another one.
fn known_as<'held>(file: &Path, mut held: impl Iterator<Item = &'held PathBuf> + Clone) -> Option<PathBuf> {
    if held.clone().any(|held| held == file) {
        return None;
    }
    let place = canonicalize(file).ok()?;
    held.find(|held| canonicalize(held).is_ok_and(|held| held == place)).cloned()
}

/// What went wrong, after the next step where there is one: a small window cuts the end.
fn and_what_to_do(files: &dyn store::FileSystem, home: &Home, file: &Path, error: OpenError) -> String {
    if store::rescue(files, home, file).is_empty() {
        return error.to_string();
    }
    Refusal::CanBeRestored(error).into()
}

/// ` since 14:02 (process 123)`, from what the holder noted: `process 123, since 2026-03-12 14:02 UTC`.
pub(super) fn lock_holder(holder: &str) -> String {
    let noted = holder.split_once(", since ").and_then(|(who, when)| {
        let at: DateTime = DateTime::strptime(NOTED_AT, when.strip_suffix(" UTC")?).ok()?;
        let at = at.to_zoned(TimeZone::UTC).ok()?.with_time_zone(TimeZone::system());
        Some(format!(" since {} ({who})", at.strftime("%H:%M")))
    });
    noted.unwrap_or_else(|| if holder.is_empty() { String::new() } else { format!(" ({holder})") })
}

#[cfg(test)]
mod tests {
    use super::lock_holder;

    #[test]
    fn the_holder_is_named_as_far_as_it_is_known() {
        assert_eq!(lock_holder(""), "");
        assert_eq!(lock_holder("somebody"), " (somebody)");
        let known = lock_holder("process 123 on LAPTOP, since 2026-03-12 14:02 UTC");
        assert!(known.starts_with(" since ") && known.ends_with(" (process 123 on LAPTOP)"), "{known}");
    }
}
