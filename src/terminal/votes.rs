//! Files of votes for an import: those that were named, and those of the folders that were.

use super::effect_runner::EffectRunner;
use crate::app::{App, Msg};
use crate::import::{ENDINGS, Incoming, Mapping, ReadError, Source};
use crate::store::{self, typed_path};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::Arc;

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

impl EffectRunner {
    /// Reads what was typed as a file of votes, or a folder of them, for the open session.
    pub(super) fn read_votes(&mut self, app: &App, typed: String) {
        let Some(session) = app.cx.workshop.as_ref().map(|workshop| workshop.session.clone()) else { return };
        let (framework, now) = (Arc::clone(&app.cx.framework), app.cx.now.timestamp());
        let read = move || {
            let path = typed_path(OsStr::new(&typed)).map_err(|error| format!("{error}."))?;
            let sources = votes_in(&[path])?;
            let incoming = Incoming::read(&sources, (&session, &framework), &Mapping::default(), now);
            incoming.map(Box::new).map_err(|(file, problem)| format!("{}: {problem}", file.display()))
        };
        self.ask("votes", read, |runner, app, votes| runner.tell(app, Msg::Votes(votes)));
    }
}
