//! The thread for small things that touch the disk and that nobody waits for.
//!
//! It never touches a session: those are the saver's.

use super::error::Refusal;
use super::event::Event;
use crate::app::Msg;
use crate::store::{
    Home, Limits, NotedLimits, RealFiles, Settings, StoreError, note_limits, remember_last, sweep, sweep_home,
};
use jiff::Timestamp;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
pub(super) enum SettingsTask {
    Last(PathBuf),
    Theme(&'static str),
    /// Whether to begin in lines from now on.
    Plain(bool),
    /// Keep whether the statements are always shown in plain words too.
    PlainWords(bool),
    /// Keep the keys that a clicker was taught: next, back, blank.
    Clicker([Option<String>; 3]),
    Note(PathBuf, Limits),
    /// Take away what killed programs left half-written in all of Plenary's own folders.
    Sweep,
    /// The same in another folder.
    SweepIn(PathBuf),
}

#[derive(Debug)]
pub(super) struct SettingsWriter {
    tasks: Sender<SettingsTask>,
    ended: Receiver<()>,
}

impl SettingsWriter {
    /// Starts the thread; what fails is told to the app.
    pub(super) fn start(home: Home, events: Sender<Event>) -> io::Result<Self> {
        let (tasks, received) = channel();
        let (end, ended) = channel();
        let work = move || {
            for task in received {
                let outcome = catch_unwind(AssertUnwindSafe(|| perform(&home, task, &end)));
                let fault = Refusal::Fault.to_string();
                if let Err(sentence) = outcome.unwrap_or(Err(fault)) {
                    let _ = events.send(Event::Told(Box::new(Msg::Failed(sentence))));
                }
            }
            drop(end);
        };
        thread::Builder::new().name("settings".into()).spawn(work)?;
        Ok(Self { tasks, ended })
    }

    pub(super) fn take(&self, task: SettingsTask) {
        // Without its thread there is nobody to do it, and nothing that is said depends on it.
        let _ = self.tasks.send(task);
    }

    /// Lets the thread do what was handed over, and waits for it at most so long.
    pub(super) fn finish(self, patience: Duration) {
        drop(self.tasks);
        let _ = self.ended.recv_timeout(patience);
    }
}

/// Sweeps in a thread of its own: a share that hangs holds up nothing else. That it could not be read is for those to
/// say who need it.
fn sweep_aside(folder: PathBuf, end: Sender<()>) {
    let work = move || {
        let _ = sweep(&RealFiles, &folder);
        drop(end);
    };
    // Without the thread the leftovers stay.
    let _ = thread::Builder::new().name("sweep".into()).spawn(work);
}

/// Changes one of the settings as they stand in the file.
fn keep(home: &Home, change: impl FnOnce(&mut Settings)) -> Result<(), StoreError> {
    let (mut settings, _) = Settings::read(home);
    change(&mut settings);
    settings.write(&RealFiles, home)
}

fn perform(home: &Home, task: SettingsTask, end: &Sender<()>) -> Result<(), String> {
    let done = match task {
        SettingsTask::Last(path) => remember_last(&RealFiles, home, &path),
        SettingsTask::Theme(name) => keep(home, |settings| settings.theme = Some(name.to_owned())),
        SettingsTask::Plain(plain) => keep(home, |settings| settings.plain = plain.then_some(true)),
        SettingsTask::PlainWords(always) => keep(home, |settings| settings.plain_words = Some(always)),
        SettingsTask::Clicker(names) => keep(home, |settings| {
            [settings.clicker_next, settings.clicker_back, settings.clicker_blank] = names;
        }),
        SettingsTask::Note(folder, limits) => {
            note_limits(&RealFiles, home, NotedLimits { folder, limits, noticed: Timestamp::now() })
        }
        SettingsTask::Sweep => sweep_home(&RealFiles, home).map(drop),
        SettingsTask::SweepIn(folder) => {
            sweep_aside(folder, end.clone());
            Ok(())
        }
    };
    done.map_err(|error| error.to_string())
}
