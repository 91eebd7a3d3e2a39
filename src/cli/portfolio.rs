//! `plenary portfolio`: many partnerships together, as text or JSON.
//!
//! Counts of sessions by item, never by partnership: no partnership is named, compared or ranked.

mod json;
mod text;

use super::failure::Failure;
use super::survey;
use super::{absolute, print, print_json};
use crate::analysis::{Added, Portfolio, PortfolioTold};
use crate::framework::Framework;
use crate::report::{Format, Many};
use crate::store::{Home, RealFiles, write_export};
use crate::terminal::clean_path;
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
pub(super) fn portfolio(
    home: &Home,
    folder: &Path,
    framework: &Framework,
    json: bool,
    report: Option<&Path>,
) -> Result<(), Failure> {
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
    if let Some(out) = report {
        return written(home, framework, &told, out);
    }
    if !json {
        return print(|out| text::write(out, &told, &left_out));
    }
    print_json(&json::shown(&told, &left_out))
}

/// Writes the portfolio as a report, by the ending of its name. What is there already is left.
fn written(home: &Home, framework: &Framework, told: &PortfolioTold<'_>, out: &Path) -> Result<(), Failure> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = Format::from_extension(&ending).and_then(|format| Many::of(framework, told).write(format));
    let Some(bytes) = bytes else {
        return Err(Failure::new(format!("{} must end in .html or .csv, which say what it is.", out.display())));
    };
    let out = absolute(out)?;
    write_export(&RealFiles, home, &out, &bytes, false)?;
    print(|to| writeln!(to, "{}", clean_path(&out)))
}
