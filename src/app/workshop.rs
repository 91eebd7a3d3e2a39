//! The open session: what was said, what can be undone, how safe it is, and the stage's clock.
//!
//! It decides nothing about screens.

use super::Voting;
use super::limits::Size;
use super::vote::VoteState;
use crate::framework::Id;
use crate::session::{About, Edit, History, Part, Place, Register, Session};
use jiff::{SignedDuration, Timestamp};
use std::path::{Path, PathBuf};

/// A session that is open in the program.
#[derive(Debug)]
pub struct Workshop {
    pub session: Session,
    pub(crate) history: History,
    /// Its file; `None` until it is first saved.
    pub file: Option<PathBuf>,
    pub saving: Saving,
    /// Why it can only be looked at, as a sentence, if so.
    pub(crate) read_only: Option<String>,
    /// The name of the file beside its own in which it is saved, since somebody else changed its own.
    pub(crate) beside: Option<String>,
    /// A recovery copy, and the revision that is safe there.
    pub(crate) copy: Option<(PathBuf, u64)>,
    /// The vote that is open. It is no part of the session until it is revealed.
    pub vote: Option<Voting>,
    /// Whether something half typed was dropped since drafts were last kept.
    pub(super) draft_dropped: bool,
    /// Whether the file has its first name yet, which says nothing of the partnership.
    pub(super) provisional: bool,
    pub(super) size: Size,
    /// The stage whose time runs, and since when.
    running: Option<(Id, Timestamp)>,
    /// The item that has a deep dive just now, and since when.
    dive: Option<(Id, Timestamp)>,
}

/// How safe the open session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    NotYet,
    /// Safe on disk up to a revision.
    Saved {
        rev: u64,
        at: Timestamp,
    },
    Failed {
        reason: String,
    },
}

/// A longer gap between two ticks is a laptop that slept, not a stage that took long.
const SLEPT: SignedDuration = SignedDuration::from_mins(5);

/// How long a deep dive takes.
const DIVE: SignedDuration = SignedDuration::from_mins(5);

impl Workshop {
    pub fn new(session: Session, file: Option<PathBuf>, saving: Saving) -> Self {
        let history = History::default();
        Self {
            session,
            history,
            file,
            saving,
            read_only: None,
            beside: None,
            copy: None,
            vote: None,
            draft_dropped: false,
            provisional: false,
            size: Size::default(),
            running: None,
            dive: None,
        }
    }

    pub(super) fn read(session: Session, file: PathBuf, now: Timestamp) -> Self {
        let saving = Saving::Saved { rev: session.rev, at: now };
        Self::new(session, Some(file), saving)
    }

    /// What of it the room may see while it votes on an item, or on none: the session's public copy and its clocks, no
    /// vote that is open, and no file.
    pub(super) fn public(&self, voted_on: Option<&Id>) -> Self {
        let (running, dive) = (self.running.clone(), self.dive.clone());
        Self { running, dive, ..Self::new(self.session.public(voted_on), None, Saving::NotYet) }
    }

    /// The votes that are in and are kept nowhere, if a vote is open.
    pub(crate) fn unkept_vote(&self) -> Option<&Voting> {
        self.vote.as_ref().filter(|vote| !vote.is_empty())
    }

    /// A session whose set-up was broken off may have its first file name still.
    pub(super) fn find_provisional(&mut self) {
        let stem = self.file.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let is_first = stem.is_some_and(|stem| stem.ends_with("-partnership"));
        self.provisional = is_first && self.session.place == Place::Setup && self.read_only.is_none();
    }

    /// Where all that was said is safe besides the file, if it is.
    pub fn copy(&self) -> Option<&Path> {
        self.copy.as_ref().filter(|(_, rev)| *rev >= self.session.rev).map(|(copy, _)| copy.as_path())
    }

    /// Whether all that was said is safe on disk; what can only be looked at always is.
    pub fn is_safe(&self) -> bool {
        match self.saving {
            _ if self.read_only.is_some() => true,
            Saving::NotYet => self.session.rev == 0,
            Saving::Saved { rev, .. } => rev >= self.session.rev,
            Saving::Failed { .. } => false,
        }
    }

    /// Books the time that has passed on the stage whose clock runs, then lets the clock of `stage` run.
    pub(crate) fn run_clock(&mut self, stage: Option<Id>, now: Timestamp) {
        if let Some((id, since)) = self.running.take() {
            let passed = now.duration_since(since);
            if passed < SLEPT && passed.is_positive() {
                self.session.spend(id, u32::try_from(passed.as_secs()).unwrap_or(0));
            }
        }
        self.running = stage.map(|id| (id, now));
    }

    /// Whole minutes spent on a stage so far.
    pub(crate) fn minutes_on(&self, stage: &Id, now: Timestamp) -> u32 {
        let booked = self.session.seconds.get(stage).copied().unwrap_or(0);
        let running = match &self.running {
            Some((id, since)) if id == stage => now.duration_since(*since),
            _ => SignedDuration::ZERO,
        };
        let running = if running < SLEPT { u32::try_from(running.as_secs()).unwrap_or(0) } else { 0 };
        booked.saturating_add(running) / 60
    }
}

/// What was said at a moment, with all that takes it back.
#[derive(Clone, Debug)]
pub(super) struct Said {
    session: Session,
    history: History,
    vote: Option<VoteState>,
    draft_dropped: bool,
    size: Size,
    running: Option<(Id, Timestamp)>,
    dive: Option<(Id, Timestamp)>,
}

impl Workshop {
    pub(super) fn said(&self) -> Said {
        let Self { session, history, draft_dropped, size, running, dive, .. } = self;
        let vote = self.vote.as_ref().map(Voting::state);
        let (session, history) = (session.clone(), history.clone());
        let (running, dive) = (running.clone(), dive.clone());
        Said { session, history, vote, draft_dropped: *draft_dropped, size: *size, running, dive }
    }

    /// Puts what was said back as it was; where it is safe stays known. Whether anything differs; nothing does in
    /// another session.
    pub(super) fn take_back(&mut self, said: Said) -> bool {
        let Said { session, history, vote, draft_dropped, size, running, dive } = said;
        if session.id != self.session.id {
            return false;
        }
        let session = Session { rev: self.session.rev, ..session };
        let differs = session != self.session;
        (self.session, self.history, self.size) = (session, history, size);
        (self.draft_dropped, self.running, self.dive) = (draft_dropped, running, dive);
        match (&mut self.vote, vote) {
            (Some(vote), Some(state)) => vote.take_back(state, &self.session.register),
            (vote, None) => *vote = None,
            (None, Some(_)) => {}
        }
        if differs {
            self.session.count_change();
        }
        differs
    }
}

impl Workshop {
    pub(super) fn begin_dive(&mut self, feature: Id, now: Timestamp) {
        self.dive = Some((feature, now));
    }

    pub(super) fn end_dive(&mut self) {
        self.dive = None;
    }

    /// Minutes left of the deep dive on an item, a begun one counted whole; 0 when its time is up, `None` where none
    /// runs. It waits to be ended by the room.
    pub(crate) fn dive_left(&self, feature: &Id, now: Timestamp) -> Option<u32> {
        let (_, since) = self.dive.as_ref().filter(|(id, _)| id == feature)?;
        let left = DIVE.saturating_sub(now.duration_since(*since).max(SignedDuration::ZERO));
        Some(u32::try_from(left.as_secs()).unwrap_or(0).div_ceil(60))
    }
}

impl Workshop {
    /// Makes all that was typed on the set-up page one step to undo, if it differs from what stood there before.
    pub(super) fn record_replaced(&mut self, about: About, register: Register) {
        if about != self.session.about || register != self.session.register {
            let before = Part::Setup(Box::new((about, register)));
            self.history.record(Edit { sentence: "set-up".into(), before }, &self.session);
        }
    }
}
