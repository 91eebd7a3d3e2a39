//! `plenary portfolio`: many partnerships together, as text or JSON.
//!
//! Counts of sessions by item, never by partnership: no partnership is named, compared or ranked.

use super::args::Shard;
use super::error::Failure;
use super::sessions;
use super::{absolute, print, print_text};
use crate::analysis::{Added, Portfolio};
use crate::framework::Framework;
use crate::report::{Format, LeftOut, PortfolioReport};
use crate::store::{Home, RealFiles, write_export};
use crate::terminal::clean_path;
use std::path::Path;

pub(super) fn portfolio(
    home: &Home,
    folder: &Path,
    framework: &Framework,
    json: bool,
    report: Option<(&Path, bool)>,
) -> Result<(), Failure> {
    let mut portfolio = Portfolio::of(framework);
    let mut left_out = LeftOut::default();
    let taken = sessions::each(
        folder,
        Shard::WHOLE,
        |session| session,
        |session| {
            match portfolio.add(&session) {
                Added::Counted => {}
                Added::OtherFramework => left_out.other_framework += 1,
                Added::Demo => left_out.demo += 1,
                Added::NothingSaid => left_out.nothing_said += 1,
            }
            Ok(())
        },
    )?;
    taken.tell_what_was_left_out();
    left_out.unreadable = taken.unreadable;
    left_out.other_versions = taken.versions;
    left_out.tables_of_merged = taken.tables;
    let told = portfolio.told();
    let portfolio = PortfolioReport::of(framework, &told, left_out);
    match report {
        Some((out, large)) => written(home, &portfolio.large_print(large), out),
        None => print_text(&if json { portfolio.json() } else { portfolio.text() }),
    }
}

/// Writes the portfolio as a report, by the ending of its name. What is there already is left.
fn written(home: &Home, portfolio: &PortfolioReport<'_>, out: &Path) -> Result<(), Failure> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = Format::from_extension(&ending).and_then(|format| portfolio.write(format).ok());
    let Some(bytes) = bytes else {
        return Err(Failure::PortfolioEnding(out.to_owned()));
    };
    let out = absolute(out)?;
    write_export(&RealFiles, home, &out, &bytes, false)?;
    print(|to| writeln!(to, "{}", clean_path(&out)))
}
