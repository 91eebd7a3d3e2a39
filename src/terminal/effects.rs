//! Doing what the app asks for. Each answer goes back as a message; opening and keeping have files of their own.
//!
//! Nothing here waits for a disk on account of a save, and nothing decides what a screen shows.

use super::clerk::{Chore, Clerk};
use super::event::Event;
use super::farewell::Farewell;
use super::keeping::{FileName, folder_of};
use super::listing::listed;
use super::opening::Wish;
use super::reading::Reader;
use crate::app::{App, Effect, Msg};
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{self, Entry, Home, Limits, Lock, Warning};
use jiff::Zoned;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// What effects need.
pub(super) struct Hands {
    pub(super) home: Home,
    pub(super) farewell: Arc<Farewell>,
    pub(super) events: Sender<Event>,
    clerk: Clerk,
    pub(super) reader: Reader,
    /// The sessions that no other program may change meanwhile.
    pub(super) locks: BTreeMap<PathBuf, Lock>,
    /// Files that the saver was given in this run.
    pub(super) touched: BTreeSet<PathBuf>,
    /// Snapshots that are not known to be on disk yet: opening one of these files must not read an older version.
    pub(super) unsaved: BTreeMap<PathBuf, Arc<Session>>,
    /// The file of a new session whose name is just being found: not called saved meanwhile.
    pub(super) naming: Option<PathBuf>,
    /// New sessions for whose files a name is being taken, as they stand.
    pub(super) nameless: BTreeMap<String, Arc<Session>>,
    /// The names that were taken.
    pub(super) names: (Sender<FileName>, Receiver<FileName>),
    /// The session that is to be shown as soon as it is read.
    pub(super) wish: Option<Wish>,
    /// The files that are being read to be shown, each with the number of the wish.
    pub(super) reading: BTreeMap<PathBuf, u64>,
    /// Wishes there were.
    pub(super) wishes: u64,
    /// Whether it is still being found out which session was open last.
    looks_for_last: bool,
    /// Whether a frame was drawn.
    has_begun: bool,
    /// The file that is remembered as the last one.
    remembered: Option<PathBuf>,
    /// Set, it lets the report that is being written end early.
    pub(super) stop_export: Arc<AtomicBool>,
    /// What was asked for last whose answer comes as an event; whoever reads lines waits for it.
    pub(super) awaited: Option<Awaited>,
}

/// Something whose answer comes as an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaited {
    /// The list of a folder, to its end.
    List,
    /// Sessions that are read.
    Sessions,
    /// Whether a folder is there.
    Folder,
    /// Whether a file can be taken.
    File,
    /// A report.
    Report,
    /// What would go with a session, or that it is gone.
    Deletion,
    /// A session that is to be shown.
    Opening,
    /// The name of a new session's file.
    Name,
    /// The earlier versions of a session.
    Versions,
    /// The session that was open last.
    Last,
}

/// The app wishes to close.
#[derive(Debug)]
pub(super) struct Quit;

impl Hands {
    pub(super) fn new(home: Home, farewell: Arc<Farewell>, events: &Sender<Event>) -> io::Result<Self> {
        let clerk = Clerk::start(home.clone(), events.clone())?;
        let reader = Reader::start(home.clone(), events.clone())?;
        Ok(Self {
            home,
            farewell,
            events: events.clone(),
            clerk,
            reader,
            locks: BTreeMap::new(),
            touched: BTreeSet::new(),
            unsaved: BTreeMap::new(),
            naming: None,
            nameless: BTreeMap::new(),
            names: channel(),
            wish: None,
            reading: BTreeMap::new(),
            wishes: 0,
            looks_for_last: false,
            has_begun: false,
            remembered: None,
            stop_export: Arc::default(),
            awaited: None,
        })
    }

    /// Lets the app take a message in, and does what it asks for then, in order.
    pub(super) fn tell(&mut self, app: &mut App, msg: Msg) -> ControlFlow<Quit> {
        for effect in app.update(msg, Zoned::now()) {
            self.perform(app, effect)?;
        }
        ControlFlow::Continue(())
    }

    pub(super) fn perform(&mut self, app: &mut App, effect: Effect) -> ControlFlow<Quit> {
        self.awaited = awaited_by(&effect).or(self.awaited);
        match effect {
            Effect::Save => self.save(app),
            Effect::Name => self.name(app),
            Effect::Begin => {
                self.wish = None;
                match store::new_id() {
                    Ok(id) => self.tell(app, Msg::Begun { id }),
                    Err(error) => self.fail(app, &error),
                }
            }
            Effect::Open(path) => self.open(app, path),
            Effect::OpenDemo => self.open_demo(app),
            Effect::Find { folder, reading } => {
                self.reader.find(&self.home, folder, reading);
                ControlFlow::Continue(())
            }
            Effect::Preview(file) => {
                self.preview(file, &app.cx.framework);
                ControlFlow::Continue(())
            }
            Effect::Read { files, purpose } => {
                self.read(files, purpose, &app.cx.framework);
                ControlFlow::Continue(())
            }
            Effect::LookInto(typed) => {
                self.reader.look_into(&self.home, typed);
                ControlFlow::Continue(())
            }
            Effect::FindVersions(file) => {
                self.find_versions(file);
                ControlFlow::Continue(())
            }
            Effect::Restore { file, version } => self.restore(app, file, version),
            Effect::LookBeforeDeleting(file) => {
                self.look_before_deleting(file);
                ControlFlow::Continue(())
            }
            Effect::Delete(deletion) => {
                self.delete(*deletion, app.cx.now.timestamp());
                ControlFlow::Continue(())
            }
            Effect::SaveAs(typed) => self.save_as(app, &typed),
            Effect::Export(order) => self.export(app, order),
            Effect::StopExport => {
                self.stop_export();
                ControlFlow::Continue(())
            }
            Effect::Remember(theme) => {
                self.clerk.take(Chore::Theme(theme.slug()));
                ControlFlow::Continue(())
            }
            Effect::Learn(clicker) => {
                self.clerk.take(Chore::Clicker(clicker.names()));
                ControlFlow::Continue(())
            }
            Effect::Mouse(on) => match self.farewell.door.set_mouse(on) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => self.fail(app, &format!("The mouse could not be switched: {error}")),
            },
            Effect::Quit => ControlFlow::Break(Quit),
        }
    }

    pub(super) fn fail(&mut self, app: &mut App, sentence: &impl ToString) -> ControlFlow<Quit> {
        self.tell(app, Msg::Failed(sentence.to_string()))
    }

    /// Notes what the folder of a file cannot promise; gives it as sentences.
    pub(super) fn limited(&self, file: &Path, limits: Limits) -> String {
        let folder = folder_of(file);
        self.clerk.take(Chore::Note(folder.to_owned(), limits));
        limits.in_words(folder)
    }

    pub(super) fn remember(&mut self, file: &Path) {
        if !self.remembers(file) {
            self.remembered = Some(file.to_owned());
            self.clerk.take(Chore::Last(file.to_owned()));
            self.clerk.take(Chore::SweepIn(folder_of(file).to_owned()));
        }
    }

    pub(super) fn remembers(&self, file: &Path) -> bool {
        self.remembered.as_deref() == Some(file)
    }

    /// Finds out, beside what is shown first, which session was open last: it may be on a share.
    pub(super) fn find_last(&mut self) {
        let home = self.home.clone();
        self.looks_for_last = true;
        self.aside(
            "last session",
            Some(Awaited::Last),
            move || Ok(store::last_session(&home).map(|path| listed(Entry::of(path)))),
            |hands, app, last| {
                hands.looks_for_last = false;
                app.found_last(last.unwrap_or(None), hands.has_begun);
                ControlFlow::Continue(())
            },
        );
    }

    /// Whether all that is to be shown first is there.
    pub(super) fn is_ready(&self) -> bool {
        self.wish.is_none() && !self.looks_for_last
    }

    /// Starts what need not be done before the first frame.
    pub(super) fn begin(&mut self) {
        self.has_begun = true;
        self.clerk.take(Chore::Sweep);
    }

    /// Lets the small things on the side be done, for a moment.
    pub(super) fn finish(self) {
        self.clerk.finish(Duration::from_millis(500));
    }
}

/// What an effect is answered by as an event, if it is.
fn awaited_by(effect: &Effect) -> Option<Awaited> {
    match effect {
        Effect::Find { .. } => Some(Awaited::List),
        Effect::Read { .. } => Some(Awaited::Sessions),
        Effect::LookInto(_) => Some(Awaited::Folder),
        Effect::SaveAs(_) | Effect::Name => Some(Awaited::File),
        Effect::Export(_) => Some(Awaited::Report),
        Effect::LookBeforeDeleting(_) | Effect::Delete(_) => Some(Awaited::Deletion),
        _ => None,
    }
}

/// Whether a session was held with this framework.
///
/// # Errors
/// A sentence that names both, and says how to give the other.
pub fn fits(session: &Session, framework: &Framework) -> Result<(), String> {
    let used = &session.framework;
    if used.id == framework.id {
        return Ok(());
    }
    Err(format!(
        "This session was held with the framework \"{}\" ({}), and Plenary is using \"{}\" ({}); start Plenary with \
         --framework FILE, where FILE is the framework \"{}\".",
        used.title, used.id, framework.title, framework.id, used.id
    ))
}

/// Everything that was noticed in a file, as one text; `None` where there is nothing.
#[must_use]
pub fn in_one(warnings: &[Warning]) -> Option<String> {
    let (first, others) = warnings.split_first()?;
    Some(match others.len() {
        0 => first.to_string(),
        1 => format!("{first} {}", others[0]),
        more => format!("{first} And {more} more things; \"plenary check FILE\" names them all."),
    })
}
