//! Opening sessions, and what the list of saved sessions does with them: earlier versions, and restoring one.
//!
//! A session that another program has open, or that a newer Plenary wrote, is only shown: nothing of it ever goes to
//! the saver.

use super::effects::{Hands, Quit, fits, in_one};
use super::listing::{of_session, version};
use crate::app::{App, Msg, Saving};
use crate::session::Session;
use crate::store::{self, Lock, Opened, RealFiles, Restored, Taken};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::DateTime};
use std::fs::canonicalize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Hands {
    /// Opens a session file to go on with it, or to look at it.
    pub(super) fn open(&mut self, app: &mut App, file: PathBuf) -> ControlFlow<Quit> {
        let file = self.known_as(file);
        if let Some(session) = self.unsaved.get(&file).map(Arc::clone) {
            return self.show_unsaved(app, &session, file);
        }
        let warning = match self.hold(&file, app.now.timestamp()) {
            Ok(warning) => warning,
            Err(holder) => return self.open_to_look(app, file, format!("Read only: {holder}")),
        };
        let opened = store::open_to_edit(&RealFiles, &self.home, &file, app.now.timestamp());
        let opened = opened.map_err(|error| self.and_what_to_do(&file, error.to_string()));
        match opened.and_then(|opened| fits(&opened.session, &app.framework).map(|()| opened)) {
            Ok(opened) => self.show_opened(app, opened, file, warning),
            Err(sentence) => {
                self.locks.remove(&file);
                self.fail(app, &sentence)
            }
        }
    }

    fn show_opened(
        &mut self,
        app: &mut App,
        opened: Opened,
        file: PathBuf,
        warning: Option<String>,
    ) -> ControlFlow<Quit> {
        let noticed = in_one(&opened.warnings).into_iter().chain(opened.found.clone()).chain(warning);
        let noticed = Some(noticed.collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty());
        if let Some(reason) = opened.read_only {
            self.locks.remove(&file);
            return self.show(app, opened.session, file, noticed, Some(format!("Read only: {reason}")));
        }
        self.farewell.opened(&file, &opened);
        self.touched.insert(file.clone());
        self.locks.retain(|held, _| *held == file || self.unsaved.contains_key(held));
        self.show(app, opened.session, file, noticed, None)?;
        if !opened.unsaved {
            return ControlFlow::Continue(());
        }
        not_yet_saved(app);
        self.save(app)
    }

    fn open_to_look(&mut self, app: &mut App, file: PathBuf, reason: String) -> ControlFlow<Quit> {
        let loaded = store::open(&file).map_err(|error| error.to_string());
        match loaded.and_then(|loaded| fits(&loaded.session, &app.framework).map(|()| loaded)) {
            Ok(loaded) => {
                let warning = in_one(&loaded.warnings);
                self.show(app, loaded.session, file, warning, Some(reason))
            }
            Err(sentence) => self.fail(app, &sentence),
        }
    }

    /// Shows a session that was read.
    fn show(
        &mut self,
        app: &mut App,
        session: Session,
        file: PathBuf,
        warning: Option<String>,
        read_only: Option<String>,
    ) -> ControlFlow<Quit> {
        if read_only.is_none() {
            self.remember(&file);
        }
        app.home.last = Some(of_session(&session, &app.framework, &file, app.now.timestamp()));
        self.tell(app, Msg::Opened { session: Box::new(session), file, warning, read_only })
    }

    /// Shows a session whose save is still on its way: opened, but not to be called saved.
    pub(super) fn show_unsaved(&mut self, app: &mut App, session: &Session, file: PathBuf) -> ControlFlow<Quit> {
        self.show(app, session.clone(), file, None, None)?;
        not_yet_saved(app);
        ControlFlow::Continue(())
    }

    /// Takes the lock of a session, unless it is held already. Gives a sentence where there are no locks.
    ///
    /// # Errors
    /// Who holds it, as a sentence.
    pub(super) fn hold(&mut self, file: &Path, now: Timestamp) -> Result<Option<String>, String> {
        if self.locks.contains_key(file) {
            return Ok(None);
        }
        match Lock::take(&RealFiles, &self.home, file, now) {
            Taken::Held(lock) => {
                let warning = lock.warning().map(str::to_owned);
                self.locks.insert(file.to_owned(), lock);
                Ok(warning)
            }
            Taken::Busy { holder } => Err(format!(
                "open in another Plenary{}. Close it there, then open it here again to change it.",
                since(&holder)
            )),
        }
    }

    /// A file that is held under another spelling of its path is this one.
    fn known_as(&self, file: PathBuf) -> PathBuf {
        let is_same = |held: &&PathBuf| **held != file && canonicalize(held).ok() == canonicalize(&file).ok();
        let held = || self.locks.keys().filter(|held| held.exists()).find(is_same).cloned();
        if self.locks.contains_key(&file) { file } else { held().unwrap_or(file) }
    }

    /// What went wrong, after the next step where there is one: a small window cuts the end.
    fn and_what_to_do(&self, file: &Path, sentence: String) -> String {
        if store::rescue(&RealFiles, &self.home, file).is_empty() {
            return sentence;
        }
        format!("This cannot be opened, but it can be restored: R on the list of saved sessions. {sentence}")
    }

    /// Looks for earlier versions.
    pub(super) fn find_versions(&mut self, app: &mut App, file: &Path) -> ControlFlow<Quit> {
        let found = store::rescue(&RealFiles, &self.home, file).into_iter().map(version).collect();
        self.tell(app, Msg::FoundVersions(found))
    }

    /// Puts an earlier version in a session's place, and opens it.
    pub(super) fn restore(&mut self, app: &mut App, file: &Path, version: &Path) -> ControlFlow<Quit> {
        let file = self.known_as(file.to_owned());
        match self.restored(&file, version, app.now.timestamp()) {
            Ok(restored) => {
                self.open(app, file)?;
                let kept =
                    if restored.kept.is_some() { " The version before is kept among the earlier ones." } else { "" };
                self.tell(app, Msg::Done(format!("Restored.{kept}")))
            }
            Err(sentence) => self.fail(app, &sentence),
        }
    }

    fn restored(&mut self, file: &Path, version: &Path, now: Timestamp) -> Result<Restored, String> {
        if self.unsaved.contains_key(file) {
            return Err("This session is not saved yet; restore when its heading says \"Saved\" again.".into());
        }
        self.hold(file, now).map_err(|holder| format!("Not restored: {holder}"))?;
        let lock = self.locks.get(file).ok_or("The session could not be locked.")?;
        store::restore(&RealFiles, &self.home, lock, version, now).map_err(|error| error.to_string())
    }
}

/// The session was opened, but its file holds another version yet: not to be called saved.
fn not_yet_saved(app: &mut App) {
    if let Some(workshop) = &mut app.workshop {
        workshop.saving = Saving::NotYet;
    }
}

/// ` since 14:02 (process 123)`, from what the holder noted: `process 123, since 2026-03-12 14:02 UTC`.
pub(super) fn since(holder: &str) -> String {
    let noted = holder.split_once(", since ").and_then(|(who, when)| {
        let at: DateTime = DateTime::strptime("%Y-%m-%d %H:%M UTC", when).ok()?;
        let at = at.to_zoned(TimeZone::UTC).ok()?.with_time_zone(TimeZone::system());
        Some(format!(" since {} ({who})", at.strftime("%H:%M")))
    });
    noted.unwrap_or_else(|| if holder.is_empty() { String::new() } else { format!(" ({holder})") })
}

#[cfg(test)]
mod tests {
    use super::since;

    #[test]
    fn the_holder_is_named_as_far_as_it_is_known() {
        assert_eq!(since(""), "");
        assert_eq!(since("somebody"), " (somebody)");
        let known = since("process 123 on LAPTOP, since 2026-03-12 14:02 UTC");
        assert!(known.starts_with(" since ") && known.ends_with(" (process 123 on LAPTOP)"), "{known}");
    }
}
