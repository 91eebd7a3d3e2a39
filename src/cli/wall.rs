//! `plenary wall`: the room's own window, which follows the session that is open in another.

use super::args::Options;
use super::error::Failure;
use super::{absolute, appearance, home};
use crate::store::{self, Settings};
use crate::terminal::{self, FirstWindow};
use crate::words::commas;
use std::path::Path;
use std::time::{Duration, Instant};

/// So long a first window may still be starting, as where one command file starts both.
const STARTING: Duration = Duration::from_secs(1);

/// How often it is looked for meanwhile.
const LOOKS: Duration = Duration::from_millis(50);

pub(super) fn wall(options: &Options, file: Option<&Path>) -> Result<(), Failure> {
    let home = home(options)?;
    let (settings, _) = Settings::read(&home);
    let appearance = appearance(options, &settings);
    terminal::ready(appearance, false)?;
    let file = file.map(absolute).transpose()?;
    let begun = Instant::now();
    let window = loop {
        let windows = terminal::first_windows(&home);
        let window = match &file {
            Some(file) => chosen(file, windows),
            None => only(windows),
        };
        match window {
            Err(Failure::NothingOpen | Failure::NotOpen(_)) if begun.elapsed() < STARTING => std::thread::sleep(LOOKS),
            found => break found?,
        }
    };
    Ok(terminal::follow(home, window, appearance)?)
}

/// The window in which the session of a file is open.
fn chosen(file: &Path, windows: Vec<FirstWindow>) -> Result<FirstWindow, Failure> {
    let head = store::read_head(file).map_err(Failure::Said)?;
    let found = windows.into_iter().find(|window| window.session == head.id);
    found.ok_or_else(|| Failure::NotOpen(file.to_owned()))
}

fn only(mut windows: Vec<FirstWindow>) -> Result<FirstWindow, Failure> {
    match (windows.pop(), windows.as_slice()) {
        (Some(window), []) => Ok(window),
        (Some(last), others) => {
            let titles = others.iter().chain([&last]).map(|window| window.title.as_str());
            Err(Failure::SeveralOpen(commas(titles)))
        }
        (None, _) => Err(Failure::NothingOpen),
    }
}
