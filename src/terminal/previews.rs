//! The thread that reads the session in sight on the list: only the one that was asked for last.

use super::event::Event;
use super::loading::lock_holder;
use crate::app::{Msg, Preview};
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{self, Home, Lock, RealFiles};
use crate::words;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

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
