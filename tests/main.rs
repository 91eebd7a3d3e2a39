//! All integration tests in one binary: one link, one support module.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod act;
mod agreement;
mod analysis;
mod architecture;
mod clean;
mod cli;
mod cli_actions;
mod cli_ballots;
mod cli_compare;
mod cli_report;
mod cli_votes;
mod compare;
mod content;
mod contrast;
mod disclosure;
mod exports;
mod flows;
mod grid_screens;
mod groups;
mod keys;
mod laws;
mod list_screens;
mod monkey;
#[cfg(unix)]
mod pty;
mod report;
mod report_screens;
mod risks;
mod samples;
mod screens;
mod screenshots;
mod store;
mod support;
mod undo;
mod vote_screens;
mod votes;
