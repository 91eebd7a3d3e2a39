//! The workshop in lines: what is written, what is said, and that it is the same workshop as the one by keys.
//!
//! The laws of the table come first; then stories, and the real program with pipes.

mod acting;
mod deciding;
mod dictated_lines;
mod finding;
mod hostile;
mod limits;
mod monkey;
pub(crate) mod program;
mod refused;
mod same;
mod script;
mod secrecy;
mod table;
mod transcript;
mod whole;
mod wrong_lines;
