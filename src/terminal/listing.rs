//! What the start page and the list of sessions show of a file, and the thread that reads the session in sight.

use super::event::Event;
use super::loading::lock_holder;
use crate::app::{Kind, Listed, Msg, Preview, Version};
use crate::framework::Framework;
use crate::session::{Session, Status};
use crate::store::{self, Candidate, Entry, Head, Home, Lock, RealFiles, Source};
use crate::words;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::{io, thread};

/// A file with what its first line says, or why it says nothing.
pub(super) fn listed(entry: Entry) -> Listed {
    let date = entry.date();
    match entry.head {
        Ok(head) => Listed { date, ..of_head(entry.path, &head) },
        Err(problem) => Listed { date, problem: Some(problem), kind: Kind::Unreadable, ..blank(entry.path) },
    }
}

/// The open session, as the list would show it.
pub(super) fn of_session(session: &Session, framework: &Framework, path: &Path, now: Timestamp) -> Listed {
    of_head(path.to_owned(), &Head::of(session, framework, now))
}

fn of_head(path: PathBuf, head: &Head) -> Listed {
    Listed {
        partnership: head.partnership.clone(),
        table: head.table.clone(),
        date: head.date,
        done: usize::from(head.done),
        of: usize::from(head.of),
        not_agreed: usize::from(head.not_agreed),
        people: head.people,
        open_actions: usize::from(head.open_actions),
        kind: kind(head),
        ..blank(path)
    }
}

/// An earlier version, as the list of them shows it.
pub(super) fn version(candidate: Candidate) -> Version {
    let kind = kind_in_words(&candidate);
    let Candidate { version, .. } = candidate;
    Version {
        path: version.path,
        kind,
        saved: version.saved,
        done: usize::from(version.done),
        of: usize::from(version.of),
        size: version.size,
    }
}

/// What kind of copy an earlier version is, or that it is one of another file, in two or three words.
pub(crate) fn kind_in_words(candidate: &Candidate) -> &'static str {
    if candidate.elsewhere { "another file's" } else { source_in_words(candidate.source) }
}

/// What kind of copy a version is, in two or three words.
pub(crate) fn source_in_words(source: Source) -> &'static str {
    match source {
        Source::Recovery => "recovery copy",
        Source::Backup => "backup",
        Source::Conflict => "saved beside",
        Source::BrokenOff => "broken-off save",
        Source::LastResort => "last-resort copy",
    }
}

pub(crate) fn status(head: &Head) -> &'static str {
    kind(head).words()
}

fn kind(head: &Head) -> Kind {
    match (head.demo, head.status) {
        (true, _) => Kind::Demo,
        (false, Status::InProgress) => Kind::InProgress,
        (false, Status::Finished) => Kind::Finished,
    }
}

fn blank(file: PathBuf) -> Listed {
    Listed {
        name: file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned(),
        file,
        ..Listed::default()
    }
}

pub(super) struct PreviewRequest {
    pub(super) file: PathBuf,
    pub(super) framework: Arc<Framework>,
    /// The session itself, where its file is not up to date yet.
    pub(super) known: Option<Arc<Session>>,
    /// Whether this program has it open.
    pub(super) ours: bool,
}

/// Starts the thread; each session sent to what comes back is read, unless another comes before its turn.
pub(super) fn start(home: Home, events: Sender<Event>) -> io::Result<Sender<PreviewRequest>> {
    let (wanted, received) = channel();
    let work = move || {
        while let Some(wanted) = latest(&received) {
            let preview = Msg::Previewed(Box::new(preview(&home, wanted)));
            if events.send(Event::Told(Box::new(preview))).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("previews".into()).spawn(work)?;
    Ok(wanted)
}

/// The session that was asked for last; those before it are no longer in sight.
fn latest(received: &Receiver<PreviewRequest>) -> Option<PreviewRequest> {
    let first = received.recv().ok()?;
    Some(received.try_iter().last().unwrap_or(first))
}

fn preview(home: &Home, wanted: PreviewRequest) -> Preview {
    let PreviewRequest { file, framework, known, ours } = wanted;
    let holder = if ours { None } else { Lock::holder(&RealFiles, home, &file) };
    Preview {
        session: read(&file, known.as_deref(), &framework).map(Box::new),
        holder: holder.map(|holder| words::open_elsewhere(&lock_holder(&holder))),
        file,
    }
}

/// The session in a file, or as this program holds it where the file is not up to date yet.
pub(super) fn read(file: &Path, known: Option<&Session>, framework: &Framework) -> Result<Session, String> {
    let session = match known {
        Some(session) => session.clone(),
        None => store::open(file).map_err(|error| error.to_string())?.session,
    };
    session.check_framework(framework)?;
    Ok(session)
}
