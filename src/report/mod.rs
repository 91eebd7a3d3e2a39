//! Handing it over: what a framework and a session become on paper.
//!
//! Pure: text out, nothing written and nothing printed. So far ballots and sector cards.

mod ballots;
mod cards;
mod page;

pub use ballots::{ballots, csv_header};
pub use cards::cards;
