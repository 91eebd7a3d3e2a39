//! `plenary where`: the folders and files in which everything is kept.
//!
//! It makes none of them.

use super::failure::Failure;
use super::print;
use crate::store::{Home, last_session};
use crate::terminal::clean_path;
use std::path::Path;

/// Prints them.
pub(super) fn places(home: &Home) -> Result<(), Failure> {
    let last = last_session(home);
    let (sessions, state, settings) = (home.sessions_folder(), home.state_folder(), home.settings_file());
    let mut places: Vec<(&str, &Path)> =
        vec![("Home", &home.root), ("Sessions", &sessions), ("State", &state), ("Settings", &settings)];
    places.extend(last.as_deref().map(|last| ("Last session", last)));
    print(|out| {
        places.iter().try_for_each(|(name, path)| {
            let absent = if path.exists() { "" } else { "  (not made yet)" };
            writeln!(out, "{name:<12}  {}{absent}", clean_path(path))
        })
    })
}
