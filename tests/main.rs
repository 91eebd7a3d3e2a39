//! All integration tests in one binary: one link, one support module.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod analysis;
mod app;
mod clean;
mod cli;
mod framework;
mod plain;
mod project;
mod report;
mod session;
mod store;
mod support;
#[cfg(unix)]
mod terminal;
mod ui;
