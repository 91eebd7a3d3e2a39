//! Reading for those who only look: the folders of the list, and the sessions it shows. No key ever waits for it.
//!
//! Nothing here writes, and what is no longer wanted by the time its turn comes is left out.

use super::effects::{Hands, fits};
use super::event::Event;
use super::listing::listed;
use super::opening::since;
use crate::app::{Found, Msg, Preview, Purpose, Read, Reading};
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{self, Batch, Home, Lock, RealFiles, TypedPathError, typed_path};
use jiff::Timestamp;
use std::ffi::OsStr;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// A session to read.
struct Wanted {
    file: PathBuf,
    framework: Arc<Framework>,
    /// The session itself, where its file is not up to date yet.
    known: Option<Arc<Session>>,
    /// Whether this program has it open.
    ours: bool,
}

/// The threads that read, from the side of those who ask.
#[derive(Debug)]
pub(super) struct Reader {
    wanted: Sender<Wanted>,
    events: Sender<Event>,
    /// The reading of a folder that still counts.
    current: Arc<AtomicU64>,
}

impl Reader {
    /// Starts the thread for single sessions.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn start(home: Home, events: Sender<Event>) -> io::Result<Self> {
        let (wanted, received) = channel();
        let told = events.clone();
        thread::Builder::new().name("previews".into()).spawn(move || {
            while let Some(wanted) = latest(&received) {
                let preview = Msg::Previewed(Box::new(preview(&home, wanted)));
                if told.send(Event::Told(Box::new(preview))).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { wanted, events, current: Arc::default() })
    }

    /// Lists a folder in a thread of its own, batch by batch, until it is done or another reading is asked for.
    pub(super) fn find(&self, home: &Home, folder: Option<PathBuf>, reading: u64) {
        self.current.store(reading, Ordering::Relaxed);
        let (current, events) = (Arc::clone(&self.current), self.events.clone());
        let folder = folder.unwrap_or_else(|| home.sessions_folder());
        let tell = move |msg| events.send(Event::Told(Box::new(msg))).is_ok();
        self.beside(move || {
            let take = |batch: Batch| {
                let wanted = current.load(Ordering::Relaxed) == reading;
                if wanted && tell(Msg::Found(found(batch, reading))) {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            };
            if let Err(error) = store::list_in_batches(&RealFiles, &folder, take) {
                tell(Msg::NoSuchFolder(error.to_string()));
            }
        });
    }

    /// Finds out whether what was typed is a folder; nothing typed is Plenary's own.
    pub(super) fn look_into(&self, home: &Home, typed: String) {
        let (events, own) = (self.events.clone(), home.sessions_folder());
        self.beside(move || {
            let msg = match folder_typed(&typed) {
                Err(error) => Msg::NoSuchFolder(format!("{error}.")),
                Ok(folder) if folder.as_ref().is_none_or(|folder| *folder == own && own.is_dir()) => {
                    Msg::FolderIs(None)
                }
                Ok(Some(folder)) if !folder.is_dir() => {
                    Msg::NoSuchFolder(format!("There is no folder {}; look at its spelling.", folder.display()))
                }
                Ok(folder) => Msg::FolderIs(folder),
            };
            let _ = events.send(Event::Told(Box::new(msg)));
        });
    }

    /// Finds something out, or does it, in a thread of its own; what it gives is told.
    pub(super) fn beside_with(&self, work: impl FnOnce() -> Vec<Event> + Send + 'static) {
        let events = self.events.clone();
        self.beside(move || {
            for event in work() {
                let _ = events.send(event);
            }
        });
    }

    /// Does something in a thread of its own. A folder on a share may hang, so nobody may wait behind it.
    fn beside(&self, work: impl FnOnce() + Send + 'static) {
        if let Err(error) = thread::Builder::new().name("reading".into()).spawn(work) {
            let _ = self.events.send(Event::Told(Box::new(Msg::Failed(error.to_string()))));
        }
    }
}

impl Hands {
    /// Reads a session to show what it says.
    pub(super) fn preview(&self, file: PathBuf, framework: &Arc<Framework>) {
        let known = self.unsaved.get(&file).map(Arc::clone);
        let ours = self.locks.contains_key(&file);
        // Without its thread nothing is shown of it; the list still opens it.
        let _ = self.reader.wanted.send(Wanted { file, framework: Arc::clone(framework), known, ours });
    }
}

impl Hands {
    /// Reads sessions for something else than opening them, in a thread of its own.
    pub(super) fn read(&self, files: Vec<PathBuf>, purpose: Purpose, framework: &Arc<Framework>) {
        let known: Vec<_> = files.iter().map(|file| self.unsaved.get(file).map(Arc::clone)).collect();
        let (framework, events, home) = (Arc::clone(framework), self.events.clone(), self.home.clone());
        self.reader.beside(move || {
            let mut answer = Read { purpose, sessions: Vec::new(), problems: Vec::new(), id: String::new() };
            match store::new_id() {
                Ok(id) => answer.id = id,
                Err(error) => answer.problems.push(error.to_string()),
            }
            for (file, known) in files.into_iter().zip(known) {
                match read(&file, known.as_deref(), &framework) {
                    Ok(session) if purpose == Purpose::MarkAndMerge && session.table().is_none() => {
                        let (session, problem) = marked(&home, &framework, &file, session);
                        answer.problems.extend(problem);
                        answer.sessions.push((file, session));
                    }
                    Ok(session) => answer.sessions.push((file, session)),
                    Err(problem) if purpose == Purpose::MarkAndMerge => {
                        // Without one of them the others are not what was to be merged.
                        (answer.sessions, answer.problems) = (Vec::new(), vec![problem]);
                        break;
                    }
                    Err(problem) => answer.problems.push(problem),
                }
            }
            let _ = events.send(Event::Told(Box::new(Msg::Read(Box::new(answer)))));
        });
    }
}

/// The session marked as a table in its file, called as the file is; or as it was, and why.
fn marked(home: &Home, framework: &Framework, file: &Path, session: Session) -> (Session, Option<String>) {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mark = |session: &mut Session| session.about.table.clone_from(&name);
    match store::alter(&RealFiles, home, framework, file, Timestamp::now(), mark) {
        Ok(session) => (session, None),
        Err(why) => (
            session,
            Some(format!("{name} is not marked as a table, so fewer of its votes are told than could be: {why}.")),
        ),
    }
}

/// The session that was asked for last; those before it are no longer in sight.
fn latest(received: &Receiver<Wanted>) -> Option<Wanted> {
    let first = received.recv().ok()?;
    Some(received.try_iter().last().unwrap_or(first))
}

fn preview(home: &Home, wanted: Wanted) -> Preview {
    let Wanted { file, framework, known, ours } = wanted;
    let holder = if ours { None } else { Lock::holder(&RealFiles, home, &file) };
    Preview {
        session: read(&file, known.as_deref(), &framework).map(Box::new),
        holder: holder.map(|holder| format!("Open in another Plenary{}.", since(&holder))),
        file,
    }
}

/// The session in a file, or as this program holds it where the file is not up to date yet.
fn read(file: &Path, known: Option<&Session>, framework: &Framework) -> Result<Session, String> {
    let session = match known {
        Some(session) => session.clone(),
        None => store::open(file).map_err(|error| error.to_string())?.session,
    };
    fits(&session, framework).map(|()| session)
}

fn found(batch: Batch, number: u64) -> Found {
    let progress = Reading { number, read: batch.read, of: Some(batch.of) };
    Found { progress, entries: batch.entries.into_iter().map(listed).collect() }
}

/// The folder that was typed; nothing typed is none.
fn folder_typed(typed: &str) -> Result<Option<PathBuf>, TypedPathError> {
    let path = typed_path(OsStr::new(typed))?;
    Ok((!path.as_os_str().is_empty()).then(|| std::path::absolute(&path).unwrap_or(path)))
}
