//! Reading for those who only look: the folders of the list, sessions for something else than opening them, and
//! files of votes.
//!
//! It writes only to mark a table, and what is no longer wanted by the time its turn comes is left out.

use super::effect_runner::EffectRunner;
use super::error::Refusal;
use super::event::Event;
use super::listing::{listed, read};
use crate::app::{App, Found, Msg, Purpose, Read, Reading};
use crate::framework::Framework;
use crate::import::{ENDINGS, Incoming, Mapping, ReadError, Source};
use crate::session::Session;
use crate::store::{self, Batch, Home, RealFiles, TypedPathError, typed_path};
use jiff::Timestamp;
use std::ffi::OsStr;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl EffectRunner {
    /// Lists a folder, batch by batch, until it is done or another reading is asked for.
    pub(super) fn find(&mut self, folder: Option<PathBuf>, reading: u64) {
        self.listing.store(reading, Ordering::Relaxed);
        let (listing, events) = (Arc::clone(&self.listing), self.events.clone());
        let folder = folder.unwrap_or_else(|| self.home.sessions_folder());
        let list = move || {
            let take = |batch: Batch| {
                let is_wanted = listing.load(Ordering::Relaxed) == reading;
                if is_wanted && events.send(Event::Told(Box::new(Msg::Found(found(batch, reading))))).is_ok() {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            };
            store::list_in_batches(&RealFiles, &folder, take).map_err(|error| error.to_string())
        };
        self.ask("list", list, |runner, app, listed| match listed {
            Ok(()) => ControlFlow::Continue(()),
            Err(problem) => runner.tell(app, Msg::NoSuchFolder(problem)),
        });
    }

    /// Finds out whether what was typed is a folder; nothing typed is Plenary's own.
    pub(super) fn look_into(&mut self, typed: String) {
        let own = self.home.sessions_folder();
        let look = move || match folder_typed(&typed).map_err(|error| format!("{error}."))? {
            folder if folder.as_ref().is_none_or(|folder| *folder == own && own.is_dir()) => Ok(None),
            Some(folder) if !folder.is_dir() => Err(Refusal::NoFolder(folder).into()),
            folder => Ok(folder),
        };
        self.ask("folder", look, |runner, app, folder| {
            runner.tell(app, folder.map_or_else(Msg::NoSuchFolder, Msg::FolderIs))
        });
    }

    pub(super) fn read(&mut self, files: Vec<PathBuf>, purpose: Purpose, framework: &Arc<Framework>) {
        let known: Vec<_> = files.iter().map(|file| self.unsaved.get(file).map(Arc::clone)).collect();
        let (framework, home) = (Arc::clone(framework), self.home.clone());
        let read_all = move || {
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
            Ok(Box::new(answer))
        };
        self.ask("sessions", read_all, |runner, app, read| runner.tell(app, read.map_or_else(Msg::Failed, Msg::Read)));
    }

    /// Reads what was typed as a file of votes, or a folder of them, for the open session.
    pub(super) fn read_votes(&mut self, app: &App, typed: String) {
        let Some(session) = app.cx.workshop.as_ref().map(|workshop| workshop.session.clone()) else { return };
        let (framework, now) = (Arc::clone(&app.cx.framework), app.cx.now.timestamp());
        let read = move || {
            let path = typed_path(OsStr::new(&typed)).map_err(|error| format!("{error}."))?;
            let sources = votes_in(&[path])?;
            let incoming = Incoming::read(&sources, (&session, &framework), (&Mapping::default(), &[]), now);
            incoming.map(Box::new).map_err(|(file, problem)| format!("{}: {problem}", file.display()))
        };
        self.ask("votes", read, |runner, app, votes| runner.tell(app, Msg::Votes(votes)));
    }
}

/// The session marked as a table in its file, called as the file is; or as it was, and why.
fn marked(home: &Home, framework: &Framework, file: &Path, session: Session) -> (Session, Option<String>) {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mark = |session: &mut Session| session.about.table.clone_from(&name);
    match store::alter(&RealFiles, home, framework, file, Timestamp::now(), mark) {
        Ok(session) => (session, None),
        Err(why) => (session, Some(Refusal::NotMarked { name, why }.into())),
    }
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

/// What is in them, or why they cannot be read, as a sentence.
pub(crate) fn votes_in(named: &[PathBuf]) -> Result<Vec<Source>, String> {
    let mut paths = Vec::new();
    for path in named {
        if !path.is_dir() {
            paths.push(path.clone());
            continue;
        }
        let mut inside = store::files_ending(path, ENDINGS).map_err(|error| error.to_string())?;
        inside.retain(|path| path.is_file());
        if inside.is_empty() {
            return Err(ReadError::EmptyFolder(path.clone()).to_string());
        }
        paths.extend(inside);
    }
    let source = |path: PathBuf| Ok(Source { bytes: store::read_outside(&path)?, path });
    paths.into_iter().map(source).collect::<Result<_, _>>().map_err(|error: store::OutsideError| error.to_string())
}
