//! Handing the open session to the saver, hearing how that went, and saving elsewhere.
//!
//! Nothing here waits for a disk.

use super::effects::{Awaited, Hands, Quit};
use super::event::Event;
use super::listing::of_session;
use crate::app::{App, Msg};
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{self, FileSystem, Home, Lock, RealFiles, SaveEvent, SaveJob, Taken, reserve_path, typed_path};
use jiff::Timestamp;
use std::ffi::OsStr;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

/// How long the end waits for the first name of a new session's file: without one what was said has no place yet.
const LONGEST_NAMING: Duration = Duration::from_secs(1);

/// How long it waits for the name that a whole partnership's name makes: the first one does as well.
const LONGEST_RENAMING: Duration = Duration::from_millis(500);

/// The name of a new session's file, which was taken.
#[derive(Debug)]
pub(super) struct FileName {
    /// The session's id.
    id: String,
    pub(super) file: PathBuf,
    pub(super) lock: Option<Lock>,
}

/// A file that was taken for a session that is to be saved there from now on.
#[derive(Debug)]
pub(super) struct Claimed {
    from: PathBuf,
    to: PathBuf,
    /// Its lock, or why it was not taken.
    result: Result<Lock, String>,
    /// Whether it is the name that a new session waits for, and so takes the place of its first file.
    names: bool,
}

impl Hands {
    /// Hands a snapshot of the open session to the saver; never of one that may only be looked at.
    pub(super) fn save(&mut self, app: &mut App) -> ControlFlow<Quit> {
        let Some(workshop) = &app.cx.workshop else { return ControlFlow::Continue(()) };
        if workshop.read_only.is_some() {
            return ControlFlow::Continue(());
        }
        let session = Arc::new(workshop.session.clone());
        if let Some(file) = workshop.file.clone() {
            self.keep(&app.cx.framework, session, file);
        } else {
            // A name of which half is typed makes no name for a file.
            let named = if app.is_naming() { nameless(&session) } else { Arc::clone(&session) };
            self.name_file(session, named, app.cx.now.timestamp());
        }
        ControlFlow::Continue(())
    }

    /// Has a name taken for a new session's file. What is said meanwhile waits here, and goes there with it.
    fn name_file(&mut self, session: Arc<Session>, named: Arc<Session>, now: Timestamp) {
        let id = session.id.clone();
        if self.nameless.insert(id.clone(), session).is_some() {
            return;
        }
        let (files, home, names) = (self.farewell.files(), self.home.clone(), self.names.0.clone());
        let work = move || {
            let _ = names.send(FileName::take(&*files, &home, &named, now));
            Ok(())
        };
        self.aside("naming", Some(Awaited::Name), work, move |hands, app, taken| {
            if taken.is_err() {
                return hands.keep_under_its_id(app, &id);
            }
            while let Ok(name) = hands.names.1.try_recv() {
                hands.named(app, name)?;
            }
            ControlFlow::Continue(())
        });
    }

    /// Keeps a new session in the file whose name was taken for it.
    fn named(&mut self, app: &mut App, name: FileName) -> ControlFlow<Quit> {
        let FileName { id, file, lock } = name;
        let Some(session) = self.nameless.remove(&id) else { return ControlFlow::Continue(()) };
        self.locks.extend(lock.map(|lock| (file.clone(), lock)));
        self.keep_in(app, session, file)
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
        let Some(session) = self.nameless.remove(id) else { return ControlFlow::Continue(()) };
        let file = self.home.sessions_folder().join(format!("{id}.ron"));
        self.keep_in(app, session, file)
    }

    pub(super) fn keep(&mut self, framework: &Arc<Framework>, session: Arc<Session>, target: PathBuf) {
        self.remember(&target);
        self.touched.insert(target.clone());
        self.unsaved.insert(target.clone(), Arc::clone(&session));
        self.farewell.save(SaveJob { session, framework: Arc::clone(framework), target });
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
                let sentence = conflict(&target, &beside);
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
        let (files, home, file) = (self.farewell.files(), self.home.clone(), file.to_owned());
        let take = {
            let file = file.clone();
            move || Ok(Lock::take(&*files, &home, &file, now))
        };
        self.aside("lock", None, take, move |hands, app, taken| {
            let is_open = app.cx.workshop.as_ref().is_some_and(|workshop| workshop.file.as_ref() == Some(&file));
            if let Ok(Taken::Held(lock)) = taken
                && (is_open || hands.unsaved.contains_key(&file))
            {
                hands.locks.insert(file, lock);
            }
            ControlFlow::Continue(())
        });
    }

    /// Finds out, in a thread of its own, whether the open session can be saved in another file.
    pub(super) fn save_as(&mut self, app: &mut App, typed: &str) -> ControlFlow<Quit> {
        let Some(from) = app.cx.workshop.as_ref().and_then(|workshop| workshop.file.clone()) else {
            self.awaited = None;
            return self.tell(app, Msg::NotMoved("This session has no file yet.".into()));
        };
        let (home, events, now) = (self.home.clone(), self.events.clone(), app.cx.now.timestamp());
        let typed = typed.to_owned();
        let look = move || {
            let (to, result) = match typed_path(OsStr::new(&typed)) {
                Ok(path) => {
                    let to = elsewhere(&path, &from);
                    let result = take(&home, &to, now);
                    (to, result)
                }
                Err(error) => (PathBuf::new(), Err(format!("{error}."))),
            };
            let _ = events.send(Event::Claimed(Box::new(Claimed { from, to, result, names: false })));
        };
        match thread::Builder::new().name("save as".into()).spawn(look) {
            Ok(_) => ControlFlow::Continue(()),
            Err(error) => {
                self.awaited = None;
                self.tell(app, Msg::NotMoved(error.to_string()))
            }
        }
    }

    /// Takes, in a thread of its own, the name for the file of a new session that its partnership's name makes.
    pub(super) fn name(&mut self, app: &App) -> ControlFlow<Quit> {
        let workshop = app.cx.workshop.as_ref();
        // Only what has its place by its name: not what was saved elsewhere.
        let is_here = |file: &PathBuf| file.parent() == Some(&self.home.sessions_folder());
        let file = workshop.and_then(|workshop| workshop.file.clone()).filter(is_here);
        let (Some(workshop), Some(from), None) = (workshop, file, &self.naming) else {
            self.awaited = None;
            return ControlFlow::Continue(());
        };
        let (home, events, now) = (self.home.clone(), self.events.clone(), app.cx.now.timestamp());
        let session = workshop.session.clone();
        self.naming = Some(from.clone());
        let look = move || {
            let to = home.new_session_file(&session);
            let result = if to == from { Err(String::new()) } else { take(&home, &to, now) };
            let _ = events.send(Event::Claimed(Box::new(Claimed { from, to, result, names: true })));
        };
        if thread::Builder::new().name("naming".into()).spawn(look).is_err() {
            (self.naming, self.awaited) = (None, None);
        }
        ControlFlow::Continue(())
    }

    /// Moves the open session to the file that was taken for it.
    pub(super) fn claimed(&mut self, app: &mut App, claimed: Claimed) -> ControlFlow<Quit> {
        let Claimed { from, to, result, names } = claimed;
        let file = app.cx.workshop.as_ref().and_then(|workshop| workshop.file.as_ref());
        if names {
            self.naming = None;
        }
        match result {
            // The first name does as well: it stays, and can be called saved again.
            Err(_) if names => self.save(app),
            Err(reason) => self.tell(app, Msg::NotMoved(reason)),
            Ok(lock) if names => {
                let is_open = file == Some(&from);
                self.locks.insert(to.clone(), lock);
                self.locks.remove(&from);
                if let Some(session) = self.unsaved.remove(&from) {
                    self.unsaved.insert(to.clone(), session);
                }
                self.farewell.rename(&from, &to);
                if is_open {
                    self.tell(app, Msg::Named(to))?;
                    return self.save(app);
                }
                // Another session was opened meanwhile; this one has its name all the same.
                if self.remembers(&from) {
                    self.remember(&to);
                }
                if let Some(last) = app.cx.home.last.as_mut().filter(|last| last.file == from) {
                    last.file = to;
                }
                ControlFlow::Continue(())
            }
            // Another session was opened meanwhile.
            Ok(_) if file != Some(&from) => ControlFlow::Continue(()),
            Ok(lock) => {
                self.locks.insert(to.clone(), lock);
                self.unsaved.remove(&from);
                self.farewell.move_to(&from, &to);
                self.tell(app, Msg::Moved(to))?;
                self.save(app)
            }
        }
    }

    /// Waits a moment for a name that is just being taken, as the program ends: else an empty file of that name stays.
    pub(super) fn settle_name(&mut self, app: &mut App, events: &Receiver<Event>) {
        let end = Instant::now() + LONGEST_RENAMING;
        while self.naming.is_some() {
            match events.recv_timeout(end.saturating_duration_since(Instant::now())) {
                // A wish to close cannot come of this, and would change nothing.
                Ok(Event::Claimed(claimed)) => {
                    let _ = self.claimed(app, *claimed);
                }
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    /// Hands over what is not yet on its way, as the program ends. A disk that gives no name is not waited for.
    pub(super) fn save_last(&mut self, app: &mut App) {
        if app.cx.workshop.as_ref().is_some_and(|workshop| !workshop.is_safe()) {
            // A wish to close cannot come of this, and would change nothing.
            let _ = self.save(app);
        }
        let until = Instant::now() + LONGEST_NAMING;
        while !self.nameless.is_empty() {
            match self.names.1.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(name) => drop(self.named(app, name)),
                Err(_) => break,
            }
        }
        for id in self.nameless.keys().cloned().collect::<Vec<_>>() {
            let _ = self.keep_under_its_id(app, &id);
        }
    }
}

impl FileName {
    /// Takes a name with an empty file, so that two programs never take the same, and its lock. Where that does not
    /// work the name stands all the same: the saver will say why, and try again.
    pub(super) fn take(files: &dyn FileSystem, home: &Home, session: &Session, now: Timestamp) -> Self {
        let file = store::reserve_new(files, home, session).unwrap_or_else(|_| home.new_session_file(session));
        // Its name is its own since a moment: nobody can have taken the lock.
        let lock = match Lock::take(files, home, &file, now) {
            Taken::Held(lock) => Some(lock),
            Taken::Busy { .. } => None,
        };
        Self { id: session.id.clone(), file, lock }
    }
}

/// A session whose partnership has no name yet.
fn nameless(session: &Session) -> Arc<Session> {
    let mut session = session.clone();
    session.about.partnership.clear();
    Arc::new(session)
}

/// The folder of a file.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(file)
}

fn conflict(target: &Path, beside: &Path) -> String {
    let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    format!(
        "{} was changed outside Plenary and is left as it is; your work goes on in {}, beside it.",
        name(target),
        name(beside)
    )
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

fn take(home: &Home, to: &Path, now: Timestamp) -> Result<Lock, String> {
    reserve_path(&RealFiles, to).map_err(|error| error.to_string())?;
    match Lock::take(&RealFiles, home, to, now) {
        Taken::Held(lock) => Ok(lock),
        Taken::Busy { .. } => Err("That file is open in another Plenary; write another name.".into()),
    }
}
