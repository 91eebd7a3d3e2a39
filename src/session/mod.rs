//! What was said: one workshop, as it is kept in one file.
//!
//! Pure data and the changes it allows. Each change is a method that may refuse with a reason and
//! gives back what undoes it. No screen, no file and no clock: times are passed in.

mod action;
mod answer;
mod ballots;
mod card_up;
mod change;
mod conditions;
mod count_line;
mod counted;
mod counting;
mod counts;
mod difference;
mod dissent;
mod draft;
mod error;
mod follow_up;
mod history;
mod import;
mod merge;
mod poll;
mod public;
mod register;
mod round;
mod sector;
mod shared;
mod size;
mod vote;
mod vote_error;

use crate::framework::{Framework, Id, Step};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use action::{Action, ActionEvent, ActionStatus, Logged, StatusTurn};
pub(crate) use answer::with_reservations;
pub use answer::{Agreement, Answer, Decided, Decision, Range, Recorded};
pub use ballots::{Ballots, CastCount, TakesVotes, Vote};
pub use card_up::CardUp;
pub use change::Changed;
pub use conditions::{AssumptionAnswer, Bearing, Concern, InfluenceAnswer, RiskAnswer, RiskStatus, Verdict};
pub use count_line::read_counts;
pub(crate) use counted::MOST_DIVES;
pub use counted::{MOST_SECONDS, plausible_count};
pub use counting::{CountedBy, Way};
pub use counts::{Counts, Counts5, Stance, StanceCounts};
pub use dissent::Dissent;
pub use draft::{Draft, Form};
pub(crate) use error::OtherFramework;
pub use error::{ImportRefusal, MergeRefusal, OneRatingTwice, PeopleError, Refusal, TooLarge};
pub use follow_up::Earlier;
pub use history::{Edit, History, Part, UndoStep};
pub use import::{Comment, Fingerprint, Import, Sums};
pub use merge::{Merged, Source, Table, merge};
pub(crate) use poll::{Poll, Shown};
pub(crate) use register::MOST_PEOPLE;
pub use register::{Group, Move, Presence, Register};
pub(crate) use round::MOST_ROUNDS;
pub use round::{Published, Revealed, Round, Tally, Voters};
pub use sector::{MOST_SECTORS, SECTORS, Sector, SectorError, UNSORTED};
pub use shared::Shared;
pub(crate) use shared::is_title;
pub(crate) use size::escaped_len;
pub use size::{LARGEST, LONGEST_TEXT, MOST, MOST_WITH_TEXT, encoded_len, style};
pub use vote::Subject;
pub use vote_error::{BallotError, CountError};

/// The format of session files that this program writes. Older ones are migrated, newer ones are refused.
///
/// 1: the walk through the chain. 2: votes, dissent, the register's lines, and all that follows the chain.
/// 3: votes on assumptions. 4: what is half typed, breakout tables that say so, imports, cards and the day as it went; its
/// fields are those of its frozen file (`tests/store/shape.rs`).
pub const FORMAT: u32 = 4;

/// One workshop of one partnership.
///
/// The order of the fields is the order in the file; `format` stays first for ever, because it is
/// what a later program reads before it reads anything else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// [`FORMAT`] when written.
    pub format: u32,
    /// 16 hexadecimal digits, random: two laptops never give the same.
    pub id: String,
    /// Counts every change, by [`Session::count_change`]; versions of a file are ordered by this, never by a clock.
    #[serde(default)]
    pub rev: u64,
    pub framework: FrameworkUsed,
    #[serde(default)]
    pub status: Status,
    /// A sample session, to try things on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub demo: bool,
    pub created: Timestamp,
    #[serde(default)]
    pub about: About,
    /// Who is in the room, without names.
    #[serde(default)]
    pub register: Register,
    #[serde(default)]
    pub place: Place,
    /// What was said on each feature, by id. Features of another framework version are kept as they are.
    #[serde(default)]
    pub answers: BTreeMap<Id, Answer>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub assumptions: BTreeMap<Id, AssumptionAnswer>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub influences: BTreeMap<Id, InfluenceAnswer>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub risks: BTreeMap<Id, RiskAnswer>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub dots: BTreeMap<Id, u16>,
    /// What the room will do, in its order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub actions: Vec<Action>,
    /// The day on which the room looks again.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review: Option<Date>,
    #[serde(default)]
    pub seconds: BTreeMap<Id, u32>,
    /// When the room came to each stage and section, on the day on which it was there last, by id. The earliest is the
    /// start of the workshop.
    #[serde(default, skip_serializing_if = "is_default")]
    pub begun: BTreeMap<Id, Timestamp>,
    /// The items that had a deep dive, in the order in which it was called.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deep_dives: Vec<Id>,
    /// The cards that were held up: when, and on which item. Who held one up is never kept.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cards_up: Vec<CardUp>,
    /// The time of day at which the room wants to finish.
    #[serde(default, skip_serializing_if = "is_default")]
    pub finish: Option<Time>,
    /// The breakout tables that were merged into this session, by id; none in most.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tables: Vec<Table>,
    /// What the earlier session said, if this one follows it up.
    #[serde(default, skip_serializing_if = "is_default")]
    pub earlier: Option<Box<Earlier>>,
    /// What is half typed, form by form. It is no part of the record, and nothing tells it but the form itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub drafts: BTreeMap<Form, Draft>,
    /// What came in from outside the room, import by import: sums, hidden until the room has spoken of an item.
    #[serde(default, skip_serializing_if = "is_default")]
    pub imports: Vec<Import>,
    /// Whether it is a check-in between two workshops: its actions are looked at, and nothing is rated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub check_in: bool,
    /// Where a vote is open. Its votes are never kept; this lets the next start say that they were not.
    #[serde(default, skip_serializing_if = "is_default")]
    pub open_vote: Option<Step>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FrameworkUsed {
    pub id: String,
    pub version: u32,
    /// The framework's title, so that a person can find the file.
    pub title: String,
}

/// Whether the workshop goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Being held, or to be carried on with.
    #[default]
    InProgress,
    Finished,
}

impl Status {
    pub fn key(self) -> &'static str {
        match self {
            Self::InProgress => "in_progress",
            Self::Finished => "finished",
        }
    }
}

/// What the set-up page asks; everything can be left for later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    pub partnership: String,
    pub date: Option<Date>,
    /// Why the room has come together.
    pub purpose: String,
    pub venue: String,
    /// Who leads it; may stay empty.
    pub facilitator: String,
    /// The breakout table that held this session, such as "Blue"; empty where the whole room did.
    #[serde(skip_serializing_if = "is_default")]
    pub table: String,
}

/// Where the room is, so that opening the file again resumes on the same item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    #[default]
    Setup,
    Walk(Step),
    Slides,
}

impl Session {
    /// A new session with nothing said yet. `id` is 16 random hexadecimal digits.
    pub fn new(framework: &Framework, id: String, created: Timestamp) -> Self {
        let framework =
            FrameworkUsed { id: framework.id.clone(), version: framework.version, title: framework.title.clone() };
        Self { format: FORMAT, id, framework, created, ..Self::default() }
    }

    /// Whether it was held with this framework.
    pub(crate) fn check_framework(&self, framework: &Framework) -> Result<(), OtherFramework> {
        let used = &self.framework;
        if used.id == framework.id {
            return Ok(());
        }
        Err(OtherFramework {
            held_with: used.title.clone(),
            held_with_id: used.id.clone(),
            in_use: framework.title.clone(),
            in_use_id: framework.id.clone(),
        })
    }

    /// What was said on a feature; a blank answer where nothing was.
    pub fn answer(&self, feature: &Id) -> &Answer {
        self.answers.get(feature).unwrap_or(Answer::BLANK)
    }

    pub fn decision_at(&self, step: &Step) -> &Decision {
        step.feature().map_or(Decision::NONE, |id| self.answer(id).decided.at(step.level()))
    }

    /// The partnership's name, or words that say it is missing.
    pub fn title(&self) -> &str {
        if self.about.partnership.trim().is_empty() { tr!("Unnamed partnership") } else { &self.about.partnership }
    }

    /// The partnership's name with the table's, where it says that it is one: `Glenside CPP, table Blue`.
    pub fn described(&self) -> String {
        self.table().map_or(self.title().to_owned(), |table| {
            tr!("{partnership}, table {table}", partnership = self.title(), table)
        })
    }

    /// The features that are parked to come back to, in the framework's order.
    pub fn parked<'all>(&'all self, framework: &'all Framework) -> impl Iterator<Item = &'all Id> {
        framework.features().map(|(_, _, feature)| &feature.id).filter(|id| self.answer(id).parked)
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The entries under the ids that are wanted, each as a copy holds it.
fn copied<T>(all: &BTreeMap<Id, T>, wanted: impl Fn(&Id) -> bool, copy: impl Fn(&T) -> T) -> BTreeMap<Id, T> {
    all.iter().filter(|(id, _)| wanted(id)).map(|(id, one)| (id.clone(), copy(one))).collect()
}
