//! `plenary where`: the folders and files in which everything is kept, and what was noticed that a place cannot promise.
//!
//! It makes none of them.

use super::error::Failure;
use super::print;
use crate::store::{Home, RealFiles, last_session, noted_limits};
use crate::terminal::{clean_line, clean_path};
use crate::words;
use jiff::tz::TimeZone;
use std::path::Path;

pub(super) fn places(home: &Home) -> Result<(), Failure> {
    let last = last_session(home);
    let (sessions, state, settings) = (home.sessions_folder(), home.state_folder(), home.settings_file());
    let mut places: Vec<(&str, &Path)> =
        vec![("Home", &home.root), ("Sessions", &sessions), ("State", &state), ("Settings", &settings)];
    places.extend(last.as_deref().map(|last| ("Last session", last)));
    let limits = noted_limits(&RealFiles, home);
    print(|out| {
        places.iter().try_for_each(|(name, path)| {
            let absent = if path.exists() { "" } else { words::NOT_MADE_YET };
            writeln!(out, "{}", format!("{name:<12}  {}  {absent}", clean_path(path)).trim_end())
        })?;
        limits.iter().try_for_each(|noted| {
            let noticed = words::date(noted.noticed.to_zoned(TimeZone::system()));
            let sentences = clean_line(&noted.limits.in_words(&noted.folder));
            writeln!(out, "{:<12}  {sentences} (noticed {noticed})", "Limits")
        })
    })
}
