//! The one question before something large: restoring, deleting, finishing, reopening. The safe answer comes first.
//!
//! It does neither itself.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Deletion, Effect, PathForm, Purpose, Version, tables};
use crate::analysis::SilentGroup;
use crate::session::{BallotError, Session};
use std::mem::take;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Whether to put an earlier version in the place of a session's file.
    Restore { file: PathBuf, title: String, version: Version },
    /// Whether to delete a session with the copies that are its own.
    Delete { deletion: Deletion, title: String },
    /// Whether to merge breakout tables into a new session.
    Merge {
        files: Vec<PathBuf>,
        names: Vec<String>,
        /// What tells them apart that should not, as a sentence.
        warning: Option<String>,
    },
    /// Whether a paper of sessions that do not say they are tables has gone out, before they are merged.
    Papers {
        tables: Vec<(PathBuf, Session)>,
        /// The id of the merged session.
        id: String,
        /// What those are called that do not say so.
        names: Vec<String>,
    },
    /// Whether it may be told where a group of three or four stands, the first of these.
    Hear { groups: Vec<SilentGroup> },
    /// Whether more votes count than people are present: in which group, and how many that would be.
    More { group: String, more: BallotError },
    /// Whether to finish the open session.
    Finish { title: String },
    /// Whether to reopen it, and the command that is carried out then.
    Reopen { title: String, then: Option<Command> },
    /// Whether to go on with a copy of a session that can only be looked at.
    Copy { reason: String },
}

impl Page for Ask {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Ask, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let yes = command == Command::Confirm;
        match self {
            Self::Hear { groups } => return cx.hear(take(groups), yes),
            Self::More { .. } => cx.count_more(yes),
            // No is an answer to this: that tables are merged is settled, only how they are is asked.
            Self::Papers { tables, id, .. } if !yes => return tables::merge(cx, tables, take(id), Next::Close),
            _ if !yes => {}
            Self::Restore { file, version, .. } => {
                cx.ask(Effect::Restore { file: take(file), version: take(&mut version.path) });
            }
            Self::Delete { deletion, .. } => {
                cx.ask(Effect::Delete(Box::new(take(deletion))));
            }
            Self::Merge { files, .. } => {
                cx.ask(Effect::Read { files: take(files), purpose: Purpose::Merge });
            }
            Self::Papers { tables, .. } => {
                let files = take(tables).into_iter().map(|(file, _)| file).collect();
                cx.ask(Effect::Read { files, purpose: Purpose::MarkAndMerge });
            }
            Self::Finish { .. } => cx.finish(),
            Self::Reopen { then, .. } => {
                cx.reopen();
                return then.map_or(Next::Close, Next::Pass);
            }
            Self::Copy { .. } => return PathForm::save_as(cx).in_place(),
        }
        Next::Close
    }
}
