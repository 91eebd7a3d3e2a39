//! `plenary portfolio`: many partnerships together, as text or JSON.
//!
//! Counts of sessions by item, never by partnership: no partnership is named, compared or ranked.

mod json;
mod text;

use super::failure::Failure;
use super::print;
use super::survey;
use crate::analysis::{Added, Portfolio};
use crate::framework::Framework;
use crate::terminal::clean_json;
use std::io;
use std::path::Path;

/// What was not counted, by its reason.
#[derive(Debug, Default)]
struct LeftOut {
    other_framework: usize,
    demo: usize,
    nothing_said: usize,
    unreadable: usize,
    versions: usize,
    tables: usize,
}

/// Prints the portfolio of a folder.
pub(super) fn portfolio(folder: &Path, framework: &Framework, json: bool) -> Result<(), Failure> {
    let mut portfolio = Portfolio::of(framework);
    let mut left_out = LeftOut::default();
    let survey = survey::each(folder, |session| {
        match portfolio.add(session) {
            Added::Counted => {}
            Added::OtherFramework => left_out.other_framework += 1,
            Added::Demo => left_out.demo += 1,
            Added::NothingSaid => left_out.nothing_said += 1,
        }
        Ok(())
    })?;
    survey.tell_what_was_left_out();
    left_out.unreadable = survey.unreadable;
    left_out.versions = survey.versions;
    left_out.tables = survey.tables;
    let told = portfolio.told();
    if !json {
        return print(|out| text::write(out, &told, &left_out));
    }
    let text = serde_json::to_string_pretty(&json::shown(&told, &left_out)).map_err(io::Error::other)?;
    print(|out| writeln!(out, "{}", clean_json(&text)))
}
