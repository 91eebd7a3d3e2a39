//! The one question before something large: restoring, deleting, finishing, reopening. The safe answer comes first.
//!
//! It does neither itself.

use super::keymap::Command;
use super::{App, Deletion, Effect, Overlay, Purpose, Version};
use crate::analysis::SilentGroup;
use crate::session::Session;
use std::path::PathBuf;

/// What is asked about.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Whether to put an earlier version in the place of a session's file.
    Restore {
        /// The session's file.
        file: PathBuf,
        /// What the session is called.
        title: String,
        /// The version.
        version: Version,
    },
    /// Whether to delete a session with the copies that are its own.
    Delete {
        /// What goes and what stays.
        deletion: Deletion,
        /// What the session is called.
        title: String,
    },
    /// Whether to merge breakout tables into a new session.
    Merge {
        /// The tables' files.
        files: Vec<PathBuf>,
    },
    /// Whether a paper of sessions that do not say they are tables has gone out, before they are merged.
    Papers {
        /// All that are merged, as they were read.
        tables: Vec<(PathBuf, Session)>,
        /// The id of the merged session.
        id: String,
        /// What those are called that do not say so.
        names: Vec<String>,
    },
    /// Whether it may be told where a group of three or four stands, the first of these.
    Hear {
        /// The groups that are still to be asked.
        groups: Vec<SilentGroup>,
    },
    /// Whether to finish the open session.
    Finish {
        /// What the session is called.
        title: String,
    },
    /// Whether to reopen it.
    Reopen {
        /// What the session is called.
        title: String,
    },
}

impl App {
    pub(super) fn ask_command(&mut self, command: Command) -> Vec<Effect> {
        match (self.overlays.pop(), command) {
            (Some(Overlay::Ask(ask)), Command::Confirm) => match *ask {
                Ask::Restore { file, version, .. } => vec![Effect::Restore { file, version: version.path }],
                Ask::Delete { deletion, .. } => vec![Effect::Delete(Box::new(deletion))],
                Ask::Merge { files } => vec![Effect::Read { files, purpose: Purpose::Merge }],
                Ask::Papers { tables, .. } => {
                    let files = tables.into_iter().map(|(file, _)| file).collect();
                    vec![Effect::Read { files, purpose: Purpose::MarkAndMerge }]
                }
                Ask::Hear { groups } => self.hear(groups, true),
                Ask::Finish { .. } => self.cx.finish(),
                Ask::Reopen { .. } => self.cx.reopen(),
            },
            // No is an answer to these: that tables are merged is settled, only how they are is asked.
            (Some(Overlay::Ask(ask)), _) => match *ask {
                Ask::Papers { tables, id, .. } => self.merge_tables(&tables, id),
                Ask::Hear { groups } => self.hear(groups, false),
                _ => vec![],
            },
            _ => vec![],
        }
    }
}
