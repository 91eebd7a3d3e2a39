//! Opening sessions, and what the list of saved sessions does with them: earlier versions, and restoring one.
//!
//! Disks are asked in threads; what is no longer wished for when they answer is let go. A session that another program
//! has open, or that a newer Plenary wrote, is only shown: nothing of it ever goes to the saver.

use super::demo::samples;
use super::effect_runner::{EffectRunner, PendingOpen, Quit};
use super::error::Refusal;
use super::listing::{of_session, version};
use super::loading::{LoadOutcome, LoadRequest};
use super::reserved_file::ReservedFile;
use crate::app::{App, Msg, Saving};
use crate::session::Session;
use crate::store::{self, BeforeSaving, Opened, Warning};
use crate::words;
use std::mem::discriminant;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl EffectRunner {
    pub(super) fn open(&mut self, app: &mut App, file: PathBuf) -> ControlFlow<Quit> {
        self.load(app, file, None)
    }

    pub(super) fn restore(&mut self, app: &mut App, file: PathBuf, version: PathBuf) -> ControlFlow<Quit> {
        self.load(app, file, Some(version))
    }

    fn load(&mut self, app: &mut App, file: PathBuf, version: Option<PathBuf>) -> ControlFlow<Quit> {
        match (self.unsaved.get(&file).map(Arc::clone), &version) {
            (Some(_), Some(_)) => {
                return self.fail(app, &Refusal::NotSavedYet);
            }
            (Some(session), None) => return self.show_unsaved(app, &session, file),
            (None, Some(_)) if self.reading.contains_key(&file) => {
                return self.fail(app, &Refusal::BeingRead);
            }
            (None, _) => {}
        }
        let number = self.open_next(app, &name_of(&file));
        // Asked for again while its disk has not answered yet, it is shown when that does.
        if self.reading.insert(file.clone(), number).is_some() {
            return ControlFlow::Continue(());
        }
        let held = self.locks.keys().cloned().collect();
        let lock = version.as_ref().and_then(|_| self.locks.remove(&file));
        let was_held = lock.is_some();
        let wanted = LoadRequest {
            file: file.clone(),
            version: version.clone(),
            held,
            lock,
            files: self.shutdown.files(),
            home: self.home.clone(),
            framework: Arc::clone(&app.cx.framework),
            now: app.cx.now.timestamp(),
        };
        let work = move || Ok(wanted.load());
        self.ask("opening", work, move |runner, app, outcome| {
            let (lock, loaded) = outcome.unwrap_or_else(|fault| (None, Err(fault)));
            let number = runner.reading.remove(&file);
            let is_wanted = runner.is_wanted(app, number);
            // What is not shown after all is free again.
            if was_held || is_wanted && matches!(loaded, Ok(LoadOutcome::ToEdit { .. })) {
                runner.locks.extend(lock.map(|lock| (file.clone(), lock)));
            }
            if !is_wanted {
                return match loaded {
                    Ok(LoadOutcome::ToEdit { done: Some(done), .. }) => runner.tell(app, Msg::Done(done.to_owned())),
                    _ => ControlFlow::Continue(()),
                };
            }
            runner.loaded(app, file, version, loaded)
        });
        ControlFlow::Continue(())
    }

    /// From now on this is what is to be shown next.
    fn open_next(&mut self, app: &App, name: &str) -> u64 {
        self.open_requests += 1;
        self.pending_open =
            Some(PendingOpen { number: self.open_requests, name: name.to_owned(), from: discriminant(&app.screen) });
        self.open_requests
    }

    /// Whether what a thread has read is still to be shown; it is then no longer awaited. Nobody is taken away from
    /// where they went meanwhile.
    fn is_wanted(&mut self, app: &mut App, number: Option<u64>) -> bool {
        let Some(pending) = self.pending_open.take_if(|pending| Some(pending.number) == number) else { return false };
        let stays = pending.from == discriminant(&app.screen);
        if !stays {
            app.cx.notice = Some(words::not_opened(&pending.name));
        }
        stays
    }

    /// What is being opened, for people to read.
    pub(super) fn opening(&self) -> Option<&str> {
        self.pending_open.as_ref().map(|pending| pending.name.as_str())
    }

    fn loaded(
        &mut self,
        app: &mut App,
        file: PathBuf,
        version: Option<PathBuf>,
        loaded: Result<LoadOutcome, String>,
    ) -> ControlFlow<Quit> {
        // What was said in it since it was read counts.
        if let Some(session) = self.unsaved.get(&file).map(Arc::clone) {
            return self.show_unsaved(app, &session, file);
        }
        match loaded {
            Err(sentence) => self.fail(app, &sentence),
            Ok(LoadOutcome::As(held)) => self.load(app, held, version),
            Ok(LoadOutcome::ToLook(loaded, reason)) => {
                let warning = join_warnings(&loaded.warnings);
                self.show(app, loaded.session, file, warning, Some(reason))
            }
            Ok(LoadOutcome::ToEdit { opened, before, warning, done }) => {
                if let Some(workshop) = &app.cx.workshop
                    && workshop.file.as_ref() == Some(&file)
                    && workshop.session.rev > opened.session.rev
                {
                    let session = workshop.session.clone();
                    return self.show(app, session, file, None, None);
                }
                self.show_opened(app, *opened, before, file, warning)?;
                done.map_or(ControlFlow::Continue(()), |done| self.tell(app, Msg::Done(done.to_owned())))
            }
        }
    }

    /// Makes a copy of both sample sessions and shows the newer.
    pub(super) fn open_demo(&mut self, app: &App) {
        let number = self.open_next(app, words::SAMPLE_SESSION);
        let (files, home, now) = (self.shutdown.files(), self.home.clone(), app.cx.now.timestamp());
        let framework = Arc::clone(&app.cx.framework);
        let work = move || {
            let sessions = samples().map_err(|error| error.to_string())?;
            sessions.first().map_or(Ok(()), |session| session.check_framework(&framework))?;
            let named = |session: Session| (ReservedFile::first(&*files, &home, &session, now), Arc::new(session));
            Ok(sessions.into_iter().map(named).collect::<Vec<_>>())
        };
        self.ask("samples", work, move |runner, app, made| {
            let is_wanted = runner.is_wanted(app, Some(number));
            let made = match made {
                Ok(made) => made,
                Err(sentence) => return runner.fail(app, &sentence),
            };
            let mut newest = None;
            for (ReservedFile { file, lock, .. }, session) in made {
                runner.locks.extend(lock.map(|lock| (file.clone(), lock)));
                runner.keep(&app.cx.framework, Arc::clone(&session), file.clone());
                newest = Some((session, file));
            }
            match newest.filter(|_| is_wanted) {
                Some((session, file)) => runner.show_unsaved(app, &session, file),
                None => ControlFlow::Continue(()),
            }
        });
    }

    fn show_opened(
        &mut self,
        app: &mut App,
        opened: Opened,
        before: Option<BeforeSaving>,
        file: PathBuf,
        warning: Option<String>,
    ) -> ControlFlow<Quit> {
        let noticed = join_warnings(&opened.warnings).into_iter().chain(opened.found.clone()).chain(warning);
        let noticed = Some(noticed.collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty());
        let (Some(before), None) = (before, &opened.read_only) else {
            self.locks.remove(&file);
            let reason = opened.read_only.map(|reason| format!("Read only: {reason}"));
            return self.show(app, opened.session, file, noticed, reason);
        };
        self.touched.insert(file.clone());
        self.locks.retain(|held, _| *held == file || self.unsaved.contains_key(held));
        let session = opened.session.clone();
        let unsaved = opened.unsaved;
        self.back_up_before_saving(app, opened, before, &file);
        self.show(app, session, file, noticed, None)?;
        if !unsaved {
            return ControlFlow::Continue(());
        }
        not_yet_saved(app);
        self.save(app)
    }

    /// Backs up what stood in a file that is shown already. Nothing is written to it before that is done.
    fn back_up_before_saving(&mut self, app: &App, mut opened: Opened, before: BeforeSaving, file: &Path) {
        let held_back = self.shutdown.with_saver(|saver| saver.hold_back(file));
        let (files, home, now) = (self.shutdown.files(), self.home.clone(), app.cx.now.timestamp());
        let work = move || {
            let found = before.back_up(&*files, &home, &mut opened, now);
            if let Some(held_back) = held_back {
                held_back.opened(&opened);
            }
            Ok(found)
        };
        self.ask("backup", work, |runner, app, found| {
            let found = found.unwrap_or_else(|fault| vec![fault]);
            if found.is_empty() {
                return ControlFlow::Continue(());
            }
            // After what was said as it was opened, where that still stands there.
            let said: Vec<String> = app.cx.notice.take().into_iter().chain(found).collect();
            runner.tell(app, Msg::Done(said.join(" ")))
        });
    }

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
        app.cx.home.last = Some(of_session(&session, &app.cx.framework, &file, app.cx.now.timestamp()));
        self.tell(app, Msg::Opened { session: Box::new(session), file, warning, read_only })
    }

    /// Shows a session whose save is still on its way: opened, but not to be called saved.
    pub(super) fn show_unsaved(&mut self, app: &mut App, session: &Session, file: PathBuf) -> ControlFlow<Quit> {
        self.show(app, session.clone(), file, None, None)?;
        not_yet_saved(app);
        ControlFlow::Continue(())
    }

    pub(super) fn find_versions(&mut self, file: PathBuf) {
        let (files, home) = (self.shutdown.files(), self.home.clone());
        let asked = file.clone();
        let look = move || Ok(store::rescue(&*files, &home, &file).into_iter().map(version).collect());
        self.ask("versions", look, move |runner, app, found| {
            // Never those of another session than the one that is marked.
            let is_marked = app.cx.list.marked().is_some_and(|marked| marked.file == asked);
            match found {
                Ok(found) if is_marked && app.overlays.is_empty() => runner.tell(app, Msg::FoundVersions(found)),
                Ok(_) => ControlFlow::Continue(()),
                Err(sentence) => runner.fail(app, &sentence),
            }
        });
    }
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// The session was opened, but its file holds another version yet: not to be called saved.
fn not_yet_saved(app: &mut App) {
    if let Some(workshop) = &mut app.cx.workshop {
        workshop.saving = Saving::NotYet;
    }
}

/// Everything that was noticed in a file, as one text; `None` where there is nothing.
fn join_warnings(warnings: &[Warning]) -> Option<String> {
    let (first, others) = warnings.split_first()?;
    Some(match others.len() {
        0 => first.to_string(),
        1 => format!("{first} {}", others[0]),
        more => words::and_more(first, more),
    })
}
