//! What the room and the committee read.

mod act;
mod action;
mod answer;
mod change;
mod condition;
mod item;
mod link;
mod missing;
mod page;
pub(crate) mod paper;
mod reason;
mod section;
mod survey;
mod text;
mod time;
mod vote;

pub(crate) use act::*;
pub(crate) use action::*;
pub(crate) use answer::*;
pub(crate) use change::*;
pub(crate) use condition::*;
pub(crate) use item::*;
pub(crate) use link::*;
pub(crate) use missing::*;
pub(crate) use page::*;
pub(crate) use reason::*;
pub(crate) use section::*;
pub(crate) use survey::*;
pub(crate) use text::*;
pub(crate) use time::*;
pub(crate) use vote::*;
