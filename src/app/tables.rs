//! Merging the sessions of breakout tables into one, after one question; after two where some do not say they are tables.
//!
//! How answers are merged is the session's business; the tables' own files are left as they are.

use super::page::Next;
use super::{Ask, Cx, Overlay, Saving, Workshop, walk};
use crate::analysis::merge_tables;
use crate::session::{Session, Source};
use crate::words;
use std::path::{Path, PathBuf};

/// Merges what was read, unless it must be asked first whether a paper has gone out.
pub(super) fn merge_or_ask(cx: &mut Cx, tables: Vec<(PathBuf, Session)>, id: String) -> Next {
    let silent = tables.iter().filter(|(_, session)| session.table().is_none());
    let names: Vec<String> = silent.map(|(file, session)| name_of(file, session)).collect();
    // What cannot be merged says so, and nothing is asked.
    let can = || {
        let sources: Vec<Source<'_>> = tables.iter().map(|(_, session)| Source { name: "", session }).collect();
        merge_tables(&sources, id.clone(), cx.now.timestamp()).is_ok_and(|merged| merged.session.has_room().is_ok())
    };
    if names.is_empty() || !can() {
        return merge(cx, &tables, id, Next::Stay);
    }
    Next::Open(Overlay::Ask(Box::new(Ask::Papers { tables, id, names })))
}

/// Opens the session of all tables, which is kept at once; what comes of it if they cannot be merged is `refused`.
pub(super) fn merge(cx: &mut Cx, tables: &[(PathBuf, Session)], id: String, refused: Next) -> Next {
    let names: Vec<String> = tables.iter().map(|(file, session)| name_of(file, session)).collect();
    let sources: Vec<Source<'_>> =
        names.iter().zip(tables).map(|(name, (_, session))| Source { name, session }).collect();
    let merged = match merge_tables(&sources, id, cx.now.timestamp()) {
        Ok(merged) => merged,
        Err(refusal) => {
            cx.refuse(refusal.to_string());
            return refused;
        }
    };
    let mut session = merged.session;
    if let Err(error) = session.has_room() {
        cx.refuse(words::cannot_be_merged(error));
        return refused;
    }
    session.rev = session.rev.max(1);
    cx.workshop = Some(Workshop::new(session, None, Saving::NotYet));
    cx.save();
    let next = walk::resume(cx);
    cx.say(words::merged(&names, merged.to_settle.len(), &merged.already));
    next
}

/// A table is called as it says, or as its file is.
fn name_of(file: &Path, session: &Session) -> String {
    if let Some(name) = session.table() {
        return name.to_owned();
    }
    file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}
