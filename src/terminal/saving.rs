//! Handing the open session to the saver, hearing how that went, and saving elsewhere.

use super::effect_runner::{EffectRunner, Quit};
use super::error::Refusal;
use super::listing::of_session;
use super::reserved_file::reserve;
use crate::app::{App, Msg};
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{Lock, SaveEvent, SaveJob, Taken, typed_path};
use crate::words;
use jiff::Timestamp;
use std::ffi::OsStr;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl EffectRunner {
    /// Hands a snapshot of the open session to the saver; never of one that may only be looked at.
    pub(super) fn save(&mut self, app: &mut App) -> ControlFlow<Quit> {
        let Some(workshop) = &app.cx.workshop else { return ControlFlow::Continue(()) };
        if workshop.read_only.is_some() {
            return ControlFlow::Continue(());
        }
        let session = Arc::new(workshop.session.clone());
        match workshop.file.clone() {
            Some(file) => self.keep(&app.cx.framework, session, file),
            None => self.name_first(app, session),
        }
        ControlFlow::Continue(())
    }

    pub(super) fn keep(&mut self, framework: &Arc<Framework>, session: Arc<Session>, target: PathBuf) {
        self.remember(&target);
        self.touched.insert(target.clone());
        self.unsaved.insert(target.clone(), Arc::clone(&session));
        let job = SaveJob { session, framework: Arc::clone(framework), target };
        self.shutdown.with_saver(|saver| saver.save(job));
    }

    /// Passes on how a save went; one of another session than the open one is only told if it failed.
    pub(super) fn saved(&mut self, app: &mut App, event: SaveEvent) -> ControlFlow<Quit> {
        let is_open =
            |target: &Path| app.cx.workshop.as_ref().is_some_and(|workshop| workshop.file.as_deref() == Some(target));
        match event {
            SaveEvent::Saved { target, rev, at } => {
                if self.unsaved.get(&target).is_some_and(|session| session.rev <= rev) {
                    self.unsaved.remove(&target);
                }
                if !is_open(&target) || self.naming.as_ref() == Some(&target) {
                    return ControlFlow::Continue(());
                }
                if let Some(workshop) = &app.cx.workshop {
                    app.cx.home.last = Some(of_session(&workshop.session, &app.cx.framework, &target, at));
                }
                self.tell(app, Msg::Saved { rev, at })
            }
            SaveEvent::Conflict { target, copy: beside, .. } => {
                if let Some(session) = self.unsaved.remove(&target) {
                    self.unsaved.insert(beside.clone(), session);
                }
                self.lock(&beside, app.cx.now.timestamp());
                let sentence = words::went_beside(&target, &beside);
                if !is_open(&target) {
                    return self.fail(app, &sentence);
                }
                self.remember(&beside);
                self.tell(app, Msg::Beside { file: beside, sentence })
            }
            SaveEvent::RecoveryCopy { target, copy, rev, .. } if is_open(&target) => {
                self.tell(app, Msg::Kept { copy, rev })
            }
            SaveEvent::RecoveryCopy { .. } => ControlFlow::Continue(()),
            SaveEvent::NoCopy { reason, .. } => self.fail(app, &reason),
            SaveEvent::Limited { target, limits } => {
                let sentences = self.limited(&target, limits);
                self.tell(app, Msg::Done(sentences))
            }
            SaveEvent::Failed { target, rev, reason, recovery } => {
                if !is_open(&target) {
                    return self.fail(app, &reason);
                }
                if let Some(copy) = recovery {
                    self.tell(app, Msg::Kept { copy, rev })?;
                }
                self.tell(app, Msg::SaveFailed { reason })
            }
        }
    }

    /// Takes the lock of a file that is this program's own since a moment.
    fn lock(&mut self, file: &Path, now: Timestamp) {
        let (files, home, file) = (self.shutdown.files(), self.home.clone(), file.to_owned());
        let take = {
            let file = file.clone();
            move || Ok(Lock::take(&*files, &home, &file, now))
        };
        self.in_background("lock", take, move |runner, app, taken| {
            if let Ok(Taken::Held(lock)) = taken
                && (file_of(app) == Some(&file) || runner.unsaved.contains_key(&file))
            {
                runner.locks.insert(file, lock);
            }
            ControlFlow::Continue(())
        });
    }

    /// Saves the open session in another file from now on, if that can be had.
    pub(super) fn save_as(&mut self, app: &mut App, typed: String) -> ControlFlow<Quit> {
        let Some(from) = file_of(app).map(Path::to_owned) else {
            return self.tell(app, Msg::NotMoved(Refusal::NoFile.into()));
        };
        let (files, home, now, old) = (self.shutdown.files(), self.home.clone(), app.cx.now.timestamp(), from.clone());
        let take = move || {
            let path = typed_path(OsStr::new(&typed)).map_err(|error| format!("{error}."))?;
            let to = elsewhere(&path, &old);
            reserve(&*files, &home, &to, now).map(|lock| (to, lock))
        };
        self.ask("save as", take, move |runner, app, taken| match taken {
            Err(reason) => runner.tell(app, Msg::NotMoved(reason)),
            // Another session was opened meanwhile.
            Ok(_) if file_of(app) != Some(&from) => ControlFlow::Continue(()),
            Ok((to, lock)) => {
                runner.locks.insert(to.clone(), lock);
                runner.unsaved.remove(&from);
                runner.shutdown.with_saver(|saver| saver.move_to(&from, &to));
                runner.tell(app, Msg::Moved(to))?;
                runner.save(app)
            }
        });
        ControlFlow::Continue(())
    }
}

pub(super) fn file_of(app: &App) -> Option<&Path> {
    app.cx.workshop.as_ref().and_then(|workshop| workshop.file.as_deref())
}

/// The file that was meant: in a folder it gets the name it had.
fn elsewhere(typed: &Path, from: &Path) -> PathBuf {
    let mut to = std::path::absolute(typed).unwrap_or_else(|_| typed.to_owned());
    if to.is_dir() {
        to.push(from.file_name().unwrap_or_else(|| "plenary.ron".as_ref()));
    } else if to.extension().is_none() {
        to.set_extension("ron");
    }
    to
}
