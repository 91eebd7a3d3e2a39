//! The file of a new session: a first name as soon as something is said, another when its partnership has its name.
//!
//! What is said meanwhile waits here, and goes there with it.

use super::effect_runner::{EffectRunner, Quit};
use super::reserved_file::ReservedFile;
use crate::app::{App, Msg};
use crate::session::Session;
use jiff::Timestamp;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long the end waits for the first name of a new session's file: without one what was said has no place yet.
const LONGEST_NAMING: Duration = Duration::from_secs(1);

/// How long it waits for the name that a whole partnership's name makes: the first one does as well.
const LONGEST_RENAMING: Duration = Duration::from_millis(500);

impl EffectRunner {
    pub(super) fn name_first(&mut self, app: &App, session: Arc<Session>) {
        let id = session.id.clone();
        // A name of which half is typed makes no name for a file.
        let named = if app.is_naming() { unnamed(&session) } else { Arc::clone(&session) };
        if self.unnamed.insert(id.clone(), session).is_none() {
            self.take_name(app.cx.now.timestamp(), named, None, move |runner, app| runner.keep_under_its_id(app, &id));
        }
    }

    /// Takes the name for the file of a new session that its partnership's name makes.
    pub(super) fn name(&mut self, app: &App) {
        let workshop = app.cx.workshop.as_ref();
        // Only what has its place by its name: not what was saved elsewhere.
        let is_here = |file: &PathBuf| file.parent() == Some(&self.home.sessions_folder());
        let file = workshop.and_then(|workshop| workshop.file.clone()).filter(is_here);
        let (Some(workshop), Some(from), None) = (workshop, file, &self.naming) else { return };
        self.naming = Some(from.clone());
        let session = Arc::new(workshop.session.clone());
        self.take_name(app.cx.now.timestamp(), session, Some(from), |runner, app| {
            runner.naming = None;
            runner.save(app)
        });
    }

    /// Takes a name beside the loop. Names come by a way of their own: the end of the program waits for nothing else.
    fn take_name(
        &mut self,
        now: Timestamp,
        session: Arc<Session>,
        from: Option<PathBuf>,
        without: impl FnOnce(&mut Self, &mut App) -> ControlFlow<Quit> + Send + 'static,
    ) {
        let (files, home, names) = (self.shutdown.files(), self.home.clone(), self.names.0.clone());
        let work = move || {
            let _ = names.send(match from {
                None => ReservedFile::first(&*files, &home, &session, now),
                Some(from) => ReservedFile::next(&*files, &home, &session, from, now),
            });
            Ok(())
        };
        self.ask("naming", work, |runner, app, taken| {
            if taken.is_err() {
                return without(runner, app);
            }
            while let Ok(reserved) = runner.names.1.try_recv() {
                runner.named(app, reserved)?;
            }
            ControlFlow::Continue(())
        });
    }

    fn named(&mut self, app: &mut App, reserved: ReservedFile) -> ControlFlow<Quit> {
        let ReservedFile { id, from, file, lock } = reserved;
        let Some(from) = from else {
            let Some(session) = self.unnamed.remove(&id) else { return ControlFlow::Continue(()) };
            self.locks.extend(lock.map(|lock| (file.clone(), lock)));
            return self.keep_in(app, session, file);
        };
        self.naming = None;
        // The first name does as well: it stays, and can be called saved again.
        let Some(lock) = lock else { return self.save(app) };
        self.locks.insert(file.clone(), lock);
        self.locks.remove(&from);
        if let Some(session) = self.unsaved.remove(&from) {
            self.unsaved.insert(file.clone(), session);
        }
        self.shutdown.with_saver(|saver| saver.rename(&from, &file));
        if app.cx.workshop.as_ref().is_some_and(|workshop| workshop.file.as_ref() == Some(&from)) {
            self.tell(app, Msg::Named(file))?;
            return self.save(app);
        }
        // Another session was opened meanwhile; this one has its name all the same.
        if self.remembers(&from) {
            self.remember(&file);
        }
        if let Some(last) = app.cx.home.last.as_mut().filter(|last| last.file == from) {
            last.file = file;
        }
        ControlFlow::Continue(())
    }

    fn keep_in(&mut self, app: &mut App, session: Arc<Session>, file: PathBuf) -> ControlFlow<Quit> {
        let is_open = app.cx.workshop.as_ref().is_some_and(|workshop| workshop.session.id == session.id);
        if is_open {
            self.tell(app, Msg::Named(file))?;
            return self.save(app);
        }
        // Another session was opened meanwhile.
        self.keep(&app.cx.framework, session, file);
        ControlFlow::Continue(())
    }

    /// Where no name can be had, a session's id makes one that nobody else has.
    fn keep_under_its_id(&mut self, app: &mut App, id: &str) -> ControlFlow<Quit> {
        let Some(session) = self.unnamed.remove(id) else { return ControlFlow::Continue(()) };
        let file = self.home.sessions_folder().join(format!("{id}.ron"));
        self.keep_in(app, session, file)
    }

    /// Hands over what is not yet on its way, as the program ends. A disk that gives no name is not waited for; a name
    /// that is just being taken is, for a moment: else an empty file of that name stays.
    pub(super) fn save_last(&mut self, app: &mut App) {
        self.wait_for_names(app, LONGEST_RENAMING, |runner| runner.naming.is_some());
        if app.cx.workshop.as_ref().is_some_and(|workshop| !workshop.is_safe()) {
            // Asking to close cannot come of this, and would change nothing.
            let _ = self.save(app);
        }
        self.wait_for_names(app, LONGEST_NAMING, |runner| !runner.unnamed.is_empty());
        for id in self.unnamed.keys().cloned().collect::<Vec<_>>() {
            let _ = self.keep_under_its_id(app, &id);
        }
    }

    fn wait_for_names(&mut self, app: &mut App, longest: Duration, are_due: impl Fn(&Self) -> bool) {
        let until = Instant::now() + longest;
        while are_due(self)
            && let Ok(reserved) = self.names.1.recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            let _ = self.named(app, reserved);
        }
    }
}

/// A session whose partnership has no name yet.
fn unnamed(session: &Session) -> Arc<Session> {
    let mut session = session.clone();
    session.about.partnership.clear();
    Arc::new(session)
}
