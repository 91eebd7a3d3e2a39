//! Sessions that were read for something else than opening them: to look at, to compare, to follow up, to merge.
//!
//! They are read outside, all of them or none; what then becomes of them is in the screens' own files.

use super::page::Next;
use super::{Compare, Cx, Slides, Trending, Workshop, follow_up, tables, walk};
use crate::session::Session;
use crate::words;
use std::path::PathBuf;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To look at one without changing it.
    Look,
    Compare,
    /// To begin a session that follows it up.
    FollowUp,
    /// To lay the sessions of one partnership side by side.
    Trend,
    /// To merge breakout tables into one session.
    Merge,
    /// The same, after those that do not say that they are tables were marked as such in their files. What could not be
    /// is among the problems, and stops nothing as long as the sessions were read.
    MarkAndMerge,
}

#[derive(Clone, Debug)]
pub struct Read {
    pub purpose: Purpose,
    /// The sessions with their files, in the order in which they were asked for.
    pub sessions: Vec<(PathBuf, Session)>,
    /// Files that could not be read: why, a sentence for each.
    pub problems: Vec<String>,
    /// 16 random hexadecimal digits, for a session that is made of them.
    pub id: String,
}

/// Takes in what was read for the list that is on screen.
pub(super) fn take(cx: &mut Cx, read: Read) -> Next {
    let Read { purpose, sessions, problems, id } = read;
    if purpose == Purpose::Trend {
        return Trending::show(cx, sessions.into_iter().map(|(_, session)| session).collect(), &problems);
    }
    if purpose == Purpose::MarkAndMerge && !sessions.is_empty() {
        let next = tables::merge(cx, &sessions, id, Next::Stay);
        cx.notice = cx.notice.take().map(|notice| [&[notice], &problems[..]].concat().join(" "));
        return next;
    }
    if let Some(problem) = problems.into_iter().next() {
        return cx.refuse(problem);
    }
    if purpose == Purpose::Merge {
        return tables::merge_or_ask(cx, sessions, id);
    }
    let mut sessions = sessions.into_iter();
    match (purpose, sessions.next(), sessions.next()) {
        (Purpose::Look, Some((file, session)), _) => look_at(cx, session, file),
        (Purpose::FollowUp, Some((_, earlier)), _) => follow_up::begin(cx, &earlier, id),
        (Purpose::Compare, Some((_, one)), Some((_, other))) => Compare::of(one, other).show(cx),
        _ => Next::Stay,
    }
}

/// Shows a session from its first slide on; nothing of it can be changed.
fn look_at(cx: &mut Cx, session: Session, file: PathBuf) -> Next {
    let mut workshop = Workshop::read(session, file, cx.now.timestamp());
    workshop.read_only = Some(words::LOOKED_AT.to_owned());
    cx.workshop = Some(workshop);
    cx.say(words::LOOKED_AT);
    walk::resume(cx);
    Slides::show(cx)
}
