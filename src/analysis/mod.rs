//! What it means: the state of each feature and stage, links and risks, where to act, and the lists the slides show.
//!
//! Pure functions of a framework and a session. No totals, no means, no scores: the source says that
//! people see partnerships differently, so counts per state and medians are all there is. What leaves the room of
//! its votes passes [`disclosed`].

mod absent;
mod act;
mod agreement;
mod compare;
mod conversation;
mod disclosure;
mod item_status;
mod links;
mod loose_ends;
mod map;
mod perspective;
mod portfolio;
mod priorities;
mod reading;
mod risks;
mod stage;
mod state;
mod survey;
mod trend;
mod voice;

pub use absent::{AbsentVoice, absent_voices};
pub use act::{Ground, Offer, ToAct, ToProtect, failed_gates, starters, to_protect, where_to_act};
pub(crate) use act::{TOP_TO_ACT, TOP_TO_PROTECT};
pub(crate) use agreement::LEAST_VOTES;
pub use agreement::{
    First, Movement, Word, agreement, compare_closeness, consensus, consensus_of, median, movement, quartile_range,
    who_speaks_first,
};
pub use compare::{
    ActionSince, Caution, Comparison, FeatureChange, GroupChange, Incomparable, ItemChange, LevelChange, LinkChange,
    RoomChange, ThenNow, Turn, TurnKind, Unmatched, VotesChange, compare, earlier_first,
};
pub use conversation::{Conversation, as_seen_by, conversations, voices};
pub use disclosure::{
    Compared, Disclosed, DisclosedGroup, DisclosedRound, Says, ShownStances, SilentGroup, VisibleCounts, Withheld,
    disclosed, disclosed_stances, merge_tables, share, silent_groups,
};
pub(crate) use disclosure::{LEAST_SHOWN, silent_on_assumption};
pub use item_status::{Category, ItemStatus};
pub use links::{Leap, LinkReading, LinkReason, LinkState, links};
pub(crate) use loose_ends::{LooseEnd, Written, is_open, loose_ends, next_open};
pub use loose_ends::{open_in, progress_of};
pub use map::{HeatMap, Progress, RatedItem, Row};
pub use perspective::{Audience, Gap, Perspective, perspectives, widest_gap};
pub(crate) use portfolio::LEAST_PARTNERSHIPS;
pub use portfolio::{Added, ItemTold, Often, Part, Period, Portfolio, PortfolioTold, YearTold};
pub(crate) use priorities::DOTS_EACH;
pub use priorities::{Priority, TooManyDots, priorities, too_many_dots};
pub use reading::{follow_up, reading};
pub(crate) use risks::{IMPACT, LIKELIHOOD};
pub use risks::{Prompt, RiskReading, RiskStand, Signal, prompted};
pub use stage::{Counts, Median, StageSummary};
pub use state::{FeatureState, Half, State, read};
pub use survey::{Before, before};
pub use trend::{Trend, TrendLine, day_of, is_same_partnership, partnership_key, trend};
pub use voice::{By, Voice};
