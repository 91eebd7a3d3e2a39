//! Doing what the app asks for. What takes a disk is a background task, and each answer goes back as a message.
//!
//! Nothing here waits for a disk, and nothing decides what a screen shows.

use super::error::Refusal;
use super::event::Event;
use super::listing::{self, PreviewRequest, listed};
use super::reserved_file::ReservedFile;
use super::settings_writer::{SettingsTask, SettingsWriter};
use super::shutdown::Shutdown;
use super::walls::Walls;
use crate::app::{App, Effect, Msg, Screen};
use crate::session::Session;
use crate::store::{self, Entry, Home, Limits, Lock};
use jiff::Zoned;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::Discriminant;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use std::{io, thread};

pub(super) struct EffectRunner {
    pub(super) home: Home,
    pub(super) walls: Walls,
    pub(super) shutdown: Arc<Shutdown>,
    pub(super) events: Sender<Event>,
    settings: SettingsWriter,
    previews: Sender<PreviewRequest>,
    /// The background tasks that were begun, and what follows from those that are done.
    tasks: u64,
    completed: (Sender<Completion>, Receiver<Completion>),
    /// The tasks whose answers were asked for; whoever reads lines waits for them.
    pub(super) awaited: BTreeSet<u64>,
    /// The sessions that no other program may change meanwhile.
    pub(super) locks: BTreeMap<PathBuf, Lock>,
    /// Files that the saver was given in this run.
    pub(super) touched: BTreeSet<PathBuf>,
    /// Snapshots that are not known to be on disk yet: opening one of these files must not read an older version.
    pub(super) unsaved: BTreeMap<PathBuf, Arc<Session>>,
    /// The file of a new session whose name is just being found: not called saved meanwhile.
    pub(super) naming: Option<PathBuf>,
    /// New sessions for whose files a name is being taken, as they stand.
    pub(super) unnamed: BTreeMap<String, Arc<Session>>,
    pub(super) names: (Sender<ReservedFile>, Receiver<ReservedFile>),
    /// The session that is to be shown as soon as it is read.
    pub(super) pending_open: Option<PendingOpen>,
    /// The files that are being read to be shown, each with the number of the request.
    pub(super) reading: BTreeMap<PathBuf, u64>,
    pub(super) open_requests: u64,
    /// The reading of a folder that still counts.
    pub(super) listing: Arc<AtomicU64>,
    /// Whether it is still being found out which session was open last.
    looks_for_last: bool,
    has_begun: bool,
    remembered: Option<PathBuf>,
    /// Set, it lets the report that is being written end early.
    pub(super) stop_export: Arc<AtomicBool>,
}

/// A session that is to be shown as soon as it is read.
#[derive(Debug)]
pub(super) struct PendingOpen {
    pub(super) number: u64,
    /// What is being opened, for people to read.
    pub(super) name: String,
    /// Where it was asked for: who has left that place goes on elsewhere.
    pub(super) from: Discriminant<Screen>,
}

/// What follows on the loop once a background task is done.
struct Completion {
    task: u64,
    follow: Box<Follow>,
}

type Follow = dyn FnOnce(&mut EffectRunner, &mut App) -> ControlFlow<Quit> + Send;

#[derive(Debug)]
pub(super) struct Quit;

impl EffectRunner {
    pub(super) fn new(home: Home, shutdown: Arc<Shutdown>, events: &Sender<Event>) -> io::Result<Self> {
        let settings = SettingsWriter::start(home.clone(), events.clone())?;
        let previews = listing::start(home.clone(), events.clone())?;
        Ok(Self {
            home,
            walls: Walls::default(),
            shutdown,
            events: events.clone(),
            settings,
            previews,
            tasks: 0,
            completed: channel(),
            awaited: BTreeSet::new(),
            locks: BTreeMap::new(),
            touched: BTreeSet::new(),
            unsaved: BTreeMap::new(),
            naming: None,
            unnamed: BTreeMap::new(),
            names: channel(),
            pending_open: None,
            reading: BTreeMap::new(),
            open_requests: 0,
            listing: Arc::default(),
            looks_for_last: false,
            has_begun: false,
            remembered: None,
            stop_export: Arc::default(),
        })
    }

    /// Lets the app take a message in, and does what it asks for then, in order.
    pub(super) fn tell(&mut self, app: &mut App, msg: Msg) -> ControlFlow<Quit> {
        for effect in app.update(msg, Zoned::now()) {
            self.perform(app, effect)?;
        }
        ControlFlow::Continue(())
    }

    fn perform(&mut self, app: &mut App, effect: Effect) -> ControlFlow<Quit> {
        match effect {
            Effect::Save => return self.save(app),
            Effect::Name => self.name(app),
            Effect::Begin => {
                self.pending_open = None;
                return match store::new_id() {
                    Ok(id) => self.tell(app, Msg::Begun { id }),
                    Err(error) => self.fail(app, &error),
                };
            }
            Effect::Open(path) => return self.open(app, path),
            Effect::OpenDemo => self.open_demo(app),
            Effect::Find { folder, reading } => self.find(folder, reading),
            Effect::Preview(file) => {
                let known = self.unsaved.get(&file).map(Arc::clone);
                let ours = self.locks.contains_key(&file);
                // Without its thread nothing is shown of it; the list still opens it.
                let _ =
                    self.previews.send(PreviewRequest { file, framework: Arc::clone(&app.cx.framework), known, ours });
            }
            Effect::Read { files, purpose } => self.read(files, purpose, &app.cx.framework),
            Effect::LookInto(typed) => self.look_into(typed),
            Effect::ReadVotes(typed) => self.read_votes(app, typed),
            Effect::FindVersions(file) => self.find_versions(file),
            Effect::Restore { file, version } => return self.restore(app, file, version),
            Effect::LookBeforeDeleting(file) => self.look_before_deleting(file),
            Effect::Delete(deletion) => self.delete(*deletion, app.cx.now.timestamp()),
            Effect::SaveAs(typed) => return self.save_as(app, typed),
            Effect::Export(order) => self.export(app, order),
            Effect::StopExport => self.stop_export(),
            Effect::Remember(theme) => self.settings.take(SettingsTask::Theme(theme.key())),
            Effect::RememberPlain(plain) => self.settings.take(SettingsTask::Plain(plain)),
            Effect::RememberPlainWords(always) => self.settings.take(SettingsTask::PlainWords(always)),
            Effect::Learn(clicker) => self.settings.take(SettingsTask::Clicker(clicker.names())),
            Effect::Mouse(on) => {
                if let Err(error) = self.shutdown.guard.set_mouse(on) {
                    return self.fail(app, &Refusal::Mouse(error));
                }
            }
            Effect::Quit => return ControlFlow::Break(Quit),
        }
        ControlFlow::Continue(())
    }

    pub(super) fn fail(&mut self, app: &mut App, sentence: &impl ToString) -> ControlFlow<Quit> {
        self.tell(app, Msg::Failed(sentence.to_string()))
    }

    /// Does something in a thread of its own, so that no key waits for a disk, then goes on on the loop with what came
    /// of it: a fault of the program's own comes as a sentence like every other failure. Whoever reads lines waits.
    pub(super) fn ask<T: Send + 'static>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, String> + Send + 'static,
        then: impl FnOnce(&mut Self, &mut App, Result<T, String>) -> ControlFlow<Quit> + Send + 'static,
    ) {
        self.in_background(name, work, then);
        self.awaited.insert(self.tasks);
    }

    /// The same, and nobody waits.
    pub(super) fn in_background<T: Send + 'static>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, String> + Send + 'static,
        then: impl FnOnce(&mut Self, &mut App, Result<T, String>) -> ControlFlow<Quit> + Send + 'static,
    ) {
        self.tasks += 1;
        let (task, completed, events) = (self.tasks, self.completed.0.clone(), self.events.clone());
        let run = move || {
            let fault = || Err(Refusal::Fault.to_string());
            let outcome = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| fault());
            let follow = Box::new(|runner: &mut Self, app: &mut App| then(runner, app, outcome));
            let _ = completed.send(Completion { task, follow });
            let _ = events.send(Event::Completed);
        };
        let run = Arc::new(Mutex::new(Some(run)));
        let taken = Arc::clone(&run);
        let take = move || taken.lock().unwrap_or_else(PoisonError::into_inner).take();
        let started = thread::Builder::new().name(name.into()).spawn(move || take().map(|run| run()));
        if started.is_err()
            && let Some(run) = run.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            // A system that gives no thread: late is better than never.
            run();
        }
    }

    /// Goes on after a task that is done; whether that was the one whose answer was awaited.
    pub(super) fn complete(&mut self, app: &mut App) -> ControlFlow<Quit, bool> {
        // There are at least as many of them as events that say so.
        let Ok(Completion { task, follow }) = self.completed.1.try_recv() else { return ControlFlow::Continue(false) };
        let is_awaited = self.awaited.remove(&task);
        follow(self, app)?;
        ControlFlow::Continue(is_awaited)
    }

    /// Notes what the folder of a file cannot promise; gives it as sentences.
    pub(super) fn limited(&self, file: &Path, limits: Limits) -> String {
        let folder = folder_of(file);
        self.settings.take(SettingsTask::Note(folder.to_owned(), limits));
        limits.in_words(folder)
    }

    pub(super) fn remember(&mut self, file: &Path) {
        if !self.remembers(file) {
            self.remembered = Some(file.to_owned());
            self.settings.take(SettingsTask::Last(file.to_owned()));
            self.settings.take(SettingsTask::SweepIn(folder_of(file).to_owned()));
        }
    }

    pub(super) fn remembers(&self, file: &Path) -> bool {
        self.remembered.as_deref() == Some(file)
    }

    /// Finds out, beside what is shown first, which session was open last: it may be on a share.
    pub(super) fn find_last(&mut self) {
        let home = self.home.clone();
        self.looks_for_last = true;
        let find = move || Ok(store::last_session(&home).map(|path| listed(Entry::of(path))));
        self.ask("last session", find, |runner, app, last| {
            runner.looks_for_last = false;
            app.found_last(last.unwrap_or(None), runner.has_begun);
            ControlFlow::Continue(())
        });
    }

    /// Whether all that is to be shown first is there.
    pub(super) fn is_ready(&self) -> bool {
        self.pending_open.is_none() && !self.looks_for_last
    }

    /// Starts what need not be done before the first frame.
    pub(super) fn begin(&mut self) {
        self.has_begun = true;
        self.walls.begin(&self.shutdown.files(), &self.home, &self.events);
        self.settings.take(SettingsTask::Sweep);
    }

    /// Lets the small things on the side be done, for a moment.
    pub(super) fn finish(self) {
        self.walls.finish(Duration::from_millis(500));
        self.settings.finish(Duration::from_millis(500));
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(file)
}
