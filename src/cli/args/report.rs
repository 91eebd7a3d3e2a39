//! What a report is made of, and as what.

use super::values::{date, format, one_line, path};
use crate::report::Format;
use clap::Args;
use jiff::civil::Date;
use std::path::PathBuf;

/// The arguments of `plenary report`.
#[expect(clippy::struct_excessive_bools, reason = "each is one flag of the command line")]
#[derive(Debug, Args)]
pub(in crate::cli) struct Report {
    /// The session file
    #[arg(value_parser = path())]
    pub(in crate::cli) file: PathBuf,
    /// As what: html, docx, xlsx, md, csv or json, or svg for the map as a picture; several after each other or with commas. Html if not given
    #[arg(short, long = "format", value_name = "FORMAT", value_delimiter = ',', value_parser = format)]
    pub(in crate::cli) formats: Vec<Format>,
    /// Where to: a file for one format, or a folder; this folder if not given
    #[arg(value_parser = path(), short, long, value_name = "OUT")]
    pub(in crate::cli) out: Option<PathBuf>,
    /// Show who can be named: the facilitator, those who asked to be named with a minority statement, the
    /// organisations and roles on the register
    #[arg(long)]
    pub(in crate::cli) with_names: bool,
    /// Only what a meeting reads: cover, heat map and action plan, on four pages, or some more where there are many actions
    #[arg(long)]
    pub(in crate::cli) short: bool,
    /// Print large: 16 points
    #[arg(long)]
    pub(in crate::cli) large_print: bool,
    /// The board or committee that it goes to; kept for next time, as are --author and --contact
    #[arg(long, value_name = "TEXT", value_parser = one_line)]
    pub(in crate::cli) to: Option<String>,
    /// The day on which they meet, for example 2026-03-12
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) meeting: Option<Date>,
    /// Its number on their agenda
    #[arg(long, value_name = "TEXT", value_parser = one_line)]
    pub(in crate::cli) item: Option<String>,
    /// The role of whoever puts it forward
    #[arg(long, value_name = "ROLE", value_parser = one_line)]
    pub(in crate::cli) author: Option<String>,
    /// Where questions go
    #[arg(long, value_name = "TEXT", value_parser = one_line)]
    pub(in crate::cli) contact: Option<String>,
    /// Say what changed since this earlier session, instead: html, docx, md or json
    #[arg(value_parser = path(), long, value_name = "EARLIER")]
    pub(in crate::cli) compared_with: Option<PathBuf>,
    /// Replace what is there already
    #[arg(long)]
    pub(in crate::cli) force: bool,
}
