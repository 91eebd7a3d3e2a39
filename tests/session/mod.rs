//! The session: each change and its way back, votes, and tables merged into one.

mod laws;
mod merge;
mod undo;
mod votes;
