//! Plenary walks a partnership through its results chain, keeps what the room agrees, and ends in a heat map.
//!
//! This page is the plan of the house. The rooms stand in the order in which a workshop happens, and each may
//! only know the ones before it:
//!
//! | room | what it holds | what it must not know |
//! |---|---|---|
//! | [`framework`] | what is asked: stages, features, scales, conditions, links, agenda | sessions, screens, files |
//! | [`session`] | what was said: decisions, notes, the register, assumptions, risks, dots, actions; each change a method that may refuse; undo | screens, files, the clock |
//! | [`analysis`] | what it means: states, stage strips, the heat map, links, risks, where to act | screens, files, the clock |
//! | `words` | saying it: every fact in words, once, for screens, lines and papers | screens, files, the clock; where its words stand |
//! | [`store`] | keeping it: the only room that touches files | screens, keys |
//! | [`report`] | handing it over: what a framework and a session become on paper | screens, files, the clock |
//! | [`app`] | state and update: the key table, one file per screen | drawing, files, the clock |
//! | [`view`] | what a page says, as data: titles, lines, fields, tones | colours, sizes, files, the clock; it changes nothing |
//! | [`ui`] | the state on screen: one file per screen, with the same name | files, the clock; it changes nothing |
//! | [`plain`] | the same state in words, for a conversation in lines: what is in sight, what a line means | screens, files, the clock; it changes nothing |
//! | `terminal` | the shell: the terminal, its threads, the loop, performing effects | what a key means |
//! | [`cli`] | the command line | |
//!
//! Two stand beside them all: [`clean`], text that may reach a terminal, whoever wrote it; and [`encoding`], bytes
//! from outside that are to be text.
//!
//! # The loop
//!
//! ```text
//! input thread:  key, paste, click, resize ┐
//! signal thread: terminate, hang up        ├─ channel ─►  draw(&app)
//! saver thread:  saved, failed             ┘              receive (at most until the next minute)
//!                                                         for effect in app.update(msg, now) { perform(effect) }
//! ```
//!
//! Without a screen the same loop hears lines and tells what is new: see [`plain`].
//!
//! [`app::App::update`] is pure: a message and the time go in, effects come out. So whole workshops run in tests
//! without terminal, disk or clock, through the same update and the same draw as in the room.
//!
//! # The rules of the house
//!
//! - Bad states cannot be written down: a rating is 1 to 5 by type, a range has two different ends, a screen is an
//!   enum and a new one does not compile until every place handles it.
//! - One table of keys ([`app::keymap`]) drives dispatch, footer, help page and the README's list.
//! - "Saved" on screen means: on disk, synced, and read back. The saver works on snapshots, in a thread of its own.
//! - No overall score, no ranking, no mean is computed anywhere: counts per state and medians only.
//! - What a file got wrong is said with file, line and column, and the file is left alone.

pub mod analysis;
pub mod app;
pub mod clean;
pub mod cli;
pub mod encoding;
pub mod framework;
pub mod plain;
pub mod report;
pub mod session;
pub mod store;
mod terminal;
pub mod ui;
pub mod view;
mod words;
