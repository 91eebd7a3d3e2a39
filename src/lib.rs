//! Plenary walks a partnership through its results chain, keeps what the room agrees, and ends in a heat map.
//!
//! # The modules
//!
//! Each uses only those to its left; `tests/project/architecture` holds that, and that no files use each other in a
//! circle.
//!
//! ```text
//! framework ◄─ session ◄─ analysis ◄─ words ◄─┬─ report, import ◄──────────┬─ terminal ◄─ cli
//!                 ▲                           └─ app ◄─ view ◄─┬─ ui ◄─────┤
//!                 │                                            └─ plain ◄──┤
//!                 └─────────── store ◄─────────────────────────────────────┘
//! ```
//!
//! | module | what it holds | what it must not know |
//! |---|---|---|
//! | [`framework`] | what is asked: stages, features, scales, conditions, links, agenda | sessions, screens, files |
//! | [`session`] | what was said: decisions, notes, the register, assumptions, risks, dots, actions; each change a method that may refuse; undo | screens, files, the clock |
//! | [`analysis`] | what it means: states, stage strips, the heat map, links, risks, where to act | screens, files, the clock |
//! | `words` | saying it: every fact in words, once, for screens, lines and papers | screens, files, the clock; where its words stand |
//! | [`store`] | keeping it: the only module that touches the files of sessions | screens, keys |
//! | [`report`] | handing it over: what a framework and a session become on paper | screens, files, the clock |
//! | [`import`] | taking in: surveys and ballots from outside, read, shown and counted | screens, files, the clock |
//! | [`app`] | state and update: the key table, one file per page | drawing, files, the clock |
//! | [`view`] | what a page says, as data: titles, lines, fields, tones | colours, sizes, files, the clock; it changes nothing |
//! | [`ui`] | a view on the screen: lists, forms, reading, and what is a picture | files, the clock; it changes nothing |
//! | [`plain`] | a view in lines, read out as a conversation | screens, files, the clock; it changes nothing |
//! | `terminal` | the terminal, its threads, the loop, performing effects | what a key means |
//! | [`cli`] | the command line | |
//!
//! Four stand beside them all: [`catalogue`], what is said in the room's language; [`clean`], text that may reach a
//! terminal, whoever wrote it; [`encoding`], bytes from outside that are to be text; and `document`, RON that is read and
//! written.
//!
//! # The threads
//!
//! ```text
//! input, console     keys, pastes, clicks      ┐
//! line_reader        lines, without a screen   │
//! signals, watch     ends, stops, sizes        │                      the main thread
//! saver (store)      saved, failed             ├─ Event ─►  EventLoop: App::update, then a frame or lines
//! terminal_writer    has taken the last frame  │                │ effects                   │ bytes
//! previews           the session in sight      │                ▼                           ▼
//! settings_writer    failed                    │           EffectRunner              terminal_writer ─► terminal
//! walls              windows that follow       │
//! background tasks   progress, completed       ┘                └─► saver, previews, settings_writer, background tasks
//! ```
//!
//! [`app::App::update`] is pure: a message and the time go in, effects come out. So whole workshops run in tests
//! without terminal, disk or clock, through the same update and the same draw as in the room. Without a screen the same
//! loop hears lines and tells what is new: see [`plain`].
//!
//! # The rules
//!
//! - Bad states cannot be written down: a rating is 1 to 5 by type, a range has two different ends, a screen is an
//!   enum and a new one does not compile until every place handles it.
//! - One table of keys ([`app::keymap`]) drives dispatch, footer, spoken words, help, the man page and the manual's lists.
//! - A page shows what its view says, on the screen and in lines; a sentence stands in `words`, in `view` or in the table.
//! - "Saved" on screen means: on disk, synced, and read back. The saver works on snapshots, in a thread of its own.
//! - No overall score, no ranking, no mean is computed anywhere: counts per state and medians only.
//! - What a file got wrong is said with file, line and column, and the file is left alone.
//!
//! # Where to put a new line
//!
//! | what is new | files |
//! |---|---|
//! | a colour theme | `app/themes.rs` |
//! | a key on the rating page | a row in `app/keymap/table/walk.rs`, its name in `app/keymap/command.rs`, what it does in `app/rate.rs` |
//! | a page or overlay | `app/NAME.rs` with its state and keys, its variant in `app/mod.rs`, `view/NAME.rs` with what it says, its line in `view/mod.rs`; the key that opens it is a key as above; where lines are chosen by their number in `--plain`, how many there are in `app/spoken/lines.rs` |
//! | a fact in words | `words/shared`, as a message of the catalogue (`tr!`), or `words/facilitator` where only the facilitator may read it |
//! | a field of an action | `session/action.rs`, also for what a copy that is handed on keeps of it, `session/difference.rs` for undo, `app/actions/form.rs` where it is typed, `view/actions.rs` where it is read, on the screen and in lines, `report/model/plan.rs` for the report and its JSON; `report/columns.rs` for CSV and workbook, `report/compose/plan.rs` for the other papers |
//! | a column on paper | the fact in `report/model`; a line in `report/columns.rs` for CSV and workbook; `report/compose` for Word, HTML and Markdown; for `plenary tables` `words/shared/paper/columns.rs` and `cli/tables/write.rs` |
//! | a saved field | its type in `session`, with `#[serde(default)]`; where undo tells it, `session/difference.rs` |
//!
//! # How a translation would start
//!
//! 1. The framework: copy `content/effective-partnerships.ron`, as its head says. Everything that is asked, the plain
//!    words included, is in it; `plenary check FILE` holds the limits. It carries its own `language`, and may be used alone.
//! 2. What the room and the committee read: copy `content/words/template.ron` and fill it in. It is written from the
//!    source and always holds every message, by the file that says it. English is the key, as in gettext; what is left
//!    empty is said in English, so a half-filled file can be tried. Names in braces, `{dots}`, stay as they are and may
//!    change places. Where few letters have room a note says how many. A message with a number has a form for each CLDR
//!    category that the language has, and `plurals` says which number takes which. Months stand above the messages.
//! 3. [`catalogue::Pack::parse`] reads the file and refuses one that fills in something else. [`catalogue::install`] says
//!    it in one thread. Today only tests do: `tests/support/pseudo.rs` makes a language of accents, two fifths longer, and
//!    `no_page_of_the_wall_...` and `no_paper_...` hold that no other word is left on the wall, in reports and on printed pages. What has no
//!    room yet, or stands outside the catalogue, shows there first.
//! 4. A new sentence is `tr!("...")`, `tr_n!(many, "{count} dot", "{count} dots")` or, as a constant, a
//!    `Message("...")`; then `PLENARY_UPDATE=1 cargo test --test plenary catalogue` writes the template anew.
//! 5. `words/facilitator`, the key table and the command line are read by one person, and come last. CSV headings, JSON and
//!    the tables are for programs, and stay as they are in every language.
//! 6. A paper says the language of its words (`lang` in HTML, `w:lang` in Word), and that of the statements on the
//!    statements where it is another one. Still to do before a first language: the program reads no pack.
//!
//! No language is shipped that no native speaker has read.
//!
//! # The tests
//!
//! `tests` has a folder for each module; `cargo test --test plenary store::` runs one part, any word runs the tests that
//! have it in their names. See README for how long all take.
//!
//! # Contributing
//!
//! - **Build**: `cargo build` with the compiler that `rust-version` in `Cargo.toml` names; nothing else is needed.
//! - **Test**: first the part that you touch (above), then `cargo clippy --all-targets`, at the end `bash .ci/run`, which
//!   is all that must hold and installs what it needs on Debian. A fault gets its test first. `cargo insta review`, or your
//!   editor, accepts a changed screen; `PLENARY_UPDATE=1 cargo test --test plenary project::` redraws pictures and samples.
//!   A case that broke a law once stays in `tests/regressions`.
//! - **Where a line goes**: the table above. What a person notices is one line in `CHANGELOG.md`, under Unreleased.
//! - **A new crate** earns a comment in `Cargo.toml`; `deny.toml` is the one list of what may not come in.
//! - **A commit** is green. Its subject says what in at most 60 letters, its body why, wherever that is not plain.
//! - **A release** is made by `bash .ci/release`, which says in its head what it makes and what it cannot.
//!
//! What you hand in is under both licences of this program, MIT and Apache-2.0.

#[macro_use]
pub mod catalogue;

pub mod analysis;
pub mod app;
pub mod clean;
pub mod cli;
mod document;
pub mod encoding;
pub mod framework;
pub mod import;
pub mod manual;
pub mod plain;
pub mod report;
pub mod session;
pub mod store;
mod terminal;
pub mod ui;
pub mod view;
mod words;
