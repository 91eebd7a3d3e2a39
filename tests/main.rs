//! All integration tests in one binary: one link, one support module.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod act;
mod action_screens;
mod agreement;
mod analysis;
mod architecture;
mod asked_screens;
mod clean;
mod cli;
mod cli_actions;
mod cli_ballots;
mod cli_compare;
mod cli_follow_up;
mod cli_many;
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
mod merge;
mod monkey;
mod plain;
mod portfolio;
#[cfg(unix)]
mod pty;
mod report;
mod report_screens;
mod risks;
mod samples;
mod scale;
mod screens;
mod screenshots;
mod store;
mod support;
mod trend;
mod undo;
mod vote_screens;
mod votes;
