//! A home with a sessions folder and a share beside it, a saver at work, and what it reports.

use crate::support::files::{Call, Watched, quick_folder};
use crate::support::sessions::moment;
use plenary::store::{FileSystem, Home, Intervals, Lock, Opened, RealFiles, SaveEvent, Saver, Taken, open_to_edit};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

/// Longer than anything here takes; a test that runs into it fails.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// A home, a file in its sessions folder and one on a share.
pub(super) struct Scene {
    pub(super) folder: TempDir,
    pub(super) home: Home,
    pub(super) inside: PathBuf,
    pub(super) outside: PathBuf,
}

impl Scene {
    pub(super) fn new() -> Self {
        let folder = quick_folder();
        let home = Home::at(folder.path().join("home"), true);
        let inside = home.make_sessions_folder().unwrap().join("glenside.ron");
        let share = folder.path().join("share");
        fs::create_dir(&share).unwrap();
        Self { home, inside, outside: share.join("glenside.ron"), folder }
    }

    pub(super) fn start(&self, files: impl FileSystem + Send + Sync + 'static) -> (Saver, Receiver<SaveEvent>) {
        let (sender, events) = channel();
        let report = move |event| drop(sender.send(event));
        let intervals = Intervals { retry: Duration::from_millis(20), ..Intervals::default() };
        (Saver::start(Arc::new(files), &self.home, intervals, report).unwrap(), events)
    }

    pub(super) fn opened(&self, file: &Path) -> Opened {
        open_to_edit(&RealFiles, &self.home, file, moment(60)).unwrap()
    }

    pub(super) fn lock(&self, file: &Path) -> Lock {
        lock(&RealFiles, &self.home, file)
    }

    /// Every file there is, in the home and beside it.
    pub(super) fn all(&self) -> BTreeSet<PathBuf> {
        let mut found = BTreeSet::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if fs::symlink_metadata(&path).unwrap().is_file() {
                    found.insert(path);
                }
            }
        }
        found
    }

    pub(super) fn copies(&self) -> Vec<PathBuf> {
        fs::read_dir(self.home.recovery_folder())
            .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
            .unwrap_or_default()
    }
}

pub(super) fn lock(files: &dyn FileSystem, home: &Home, file: &Path) -> Lock {
    match Lock::take(files, home, file, moment(0)) {
        Taken::Held(lock) => lock,
        Taken::Busy { holder } => panic!("{holder}"),
    }
}

pub(super) fn next(events: &Receiver<SaveEvent>, is_it: impl Fn(&SaveEvent) -> bool) -> SaveEvent {
    loop {
        let event = events.recv_timeout(PATIENCE).unwrap();
        if is_it(&event) {
            return event;
        }
    }
}

pub(super) fn is_saved(version: u64) -> impl Fn(&SaveEvent) -> bool {
    move |event| matches!(event, SaveEvent::Saved { rev, .. } if *rev == version)
}

pub(super) fn is_kept(version: u64) -> impl Fn(&SaveEvent) -> bool {
    move |event| matches!(event, SaveEvent::RecoveryCopy { rev, .. } if *rev == version)
}

pub(super) fn finish(saver: Saver) {
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
}

/// Files on which every call below a folder hangs until the sender is dropped.
pub(super) fn hanging(folder: PathBuf) -> (Watched, Sender<()>) {
    let (release, gate) = channel::<()>();
    let gate = Mutex::new(gate);
    let watched = Watched::hooked(move |_, call| {
        let (Call::Look(path) | Call::Create(path) | Call::Sync(path) | Call::Read(path)) = call else { return Ok(()) };
        if path.starts_with(&folder) {
            let _ = gate.lock().unwrap().recv();
        }
        Ok(())
    });
    (watched, release)
}
