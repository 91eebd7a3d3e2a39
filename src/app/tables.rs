//! Merging the sessions of breakout tables into one, after one question; after two where some do not say they are tables.
//!
//! How answers are merged is the session's business; the tables' own files are left as they are.

use super::{App, Ask, Effect, Overlay, Saving, Workshop};
use crate::analysis::merge_tables;
use crate::session::{Session, Source};
use std::path::{Path, PathBuf};

impl App {
    /// Asks whether to merge the sessions that were chosen with Space.
    pub(super) fn ask_whether_to_merge(&mut self) -> Vec<Effect> {
        let files = self.cx.list.chosen.clone();
        if files.len() < 2 {
            return self.cx.refuse("Mark the sessions of two tables or more with Space, then G merges them.");
        }
        self.open(Overlay::Ask(Box::new(Ask::Merge { files })))
    }

    /// Merges what was read, unless it must be asked first whether a paper has gone out.
    pub(super) fn merge_or_ask(&mut self, tables: Vec<(PathBuf, Session)>, id: String) -> Vec<Effect> {
        let silent = tables.iter().filter(|(_, session)| session.table().is_none());
        let names: Vec<String> = silent.map(|(file, session)| name_of(file, session)).collect();
        // What cannot be merged says so, and nothing is asked.
        let can = || {
            let sources: Vec<Source<'_>> = tables.iter().map(|(_, session)| Source { name: "", session }).collect();
            merge_tables(&sources, id.clone(), self.cx.now.timestamp())
                .is_ok_and(|merged| merged.session.has_room().is_ok())
        };
        if names.is_empty() || !can() {
            return self.merge_tables(&tables, id);
        }
        self.open(Overlay::Ask(Box::new(Ask::Papers { tables, id, names })))
    }

    /// Opens the session of all tables, which is kept at once.
    pub(super) fn merge_tables(&mut self, tables: &[(PathBuf, Session)], id: String) -> Vec<Effect> {
        let names: Vec<String> = tables.iter().map(|(file, session)| name_of(file, session)).collect();
        let sources: Vec<Source<'_>> =
            names.iter().zip(tables).map(|(name, (_, session))| Source { name, session }).collect();
        let merged = match merge_tables(&sources, id, self.cx.now.timestamp()) {
            Ok(merged) => merged,
            Err(refusal) => return self.cx.refuse(refusal.to_string()),
        };
        let settle = match merged.to_settle.len() {
            0 => "The tables agree on everything they answered.".to_owned(),
            1 => "On 1 item they differ: settle it in the room.".to_owned(),
            many => format!("On {many} items they differ: settle them in the room."),
        };
        let mut session = merged.session;
        if let Err(error) = session.has_room() {
            return self.cx.refuse(format!("These sessions cannot be merged. {error}."));
        }
        session.rev = session.rev.max(1);
        self.overlays.clear();
        self.cx.workshop = Some(Workshop::new(session, None, Saving::NotYet));
        let mut effects = vec![Effect::Save];
        effects.extend(self.resume());
        let already = if merged.already.is_empty() {
            String::new()
        } else {
            format!(" Already in it: {}.", merged.already.join(", "))
        };
        self.cx.notice = Some(format!("Merged from {} sessions. {settle}{already}", tables.len()));
        effects
    }
}

/// A table is called as it says, or as its file is.
fn name_of(file: &Path, session: &Session) -> String {
    if let Some(name) = session.table() {
        return name.to_owned();
    }
    file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}
