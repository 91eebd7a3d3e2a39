//! What a session means: states, links, where to act, comparisons, and what may be told of votes.

mod act;
mod agreement;
mod compare;
mod disclosure;
mod groups;
mod heard;
mod portfolio;
mod risks;
mod states;
pub(crate) mod subtraction;
mod trend;
