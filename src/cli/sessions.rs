//! Every session of a folder, one at a time: in memory there is never more than one of them.
//!
//! A file that cannot be read is named and counted and stops nothing. A session counts once: of two files of one
//! session the later version, and of a merged session not its tables as well.

use super::args::Shard;
use super::error::Failure;
use crate::session::Session;
use crate::store;
use crate::terminal::print_error;
use crate::words;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How many files there were, and what became of them.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    /// Sessions that were taken.
    pub(super) taken: usize,
    /// Files that could not be read.
    pub(super) unreadable: usize,
    /// Files that hold an earlier version of a session that was taken.
    pub(super) versions: usize,
    /// Tables whose merged session was taken.
    pub(super) tables: usize,
}

/// Which file speaks for each session: by its first line, which costs little. What it says is checked when the
/// session itself is read.
struct Plan {
    /// The files of the shard, with their places in the folder.
    files: Vec<(usize, PathBuf)>,
    /// All files of the folder.
    all: Vec<PathBuf>,
    /// The later version of each session: its count of changes, and the place of its file.
    latest: BTreeMap<String, (u64, usize)>,
    /// The tables inside of merged sessions, with the place of the file that holds them.
    held: BTreeMap<String, usize>,
}

/// Takes every session of a shard of a folder in the order of the file names.
pub(super) fn each(
    folder: &Path,
    shard: Shard,
    mut take: impl FnMut(&Session) -> Result<(), Failure>,
) -> Result<Sessions, Failure> {
    let plan = plan(folder, shard)?;
    let mut sessions = Sessions::default();
    for (place, file) in &plan.files {
        let session = match store::open(file) {
            Ok(loaded) => loaded.session,
            Err(error) => {
                sessions.unreadable += 1;
                print_error(&error.to_string());
                continue;
            }
        };
        let other = |place: &usize| plan.all.get(*place).map_or(String::new(), |file| file.display().to_string());
        let name = file.display().to_string();
        match (plan.latest.get(&session.id), plan.held.get(&session.id)) {
            (Some((_, latest)), _) if latest != place => {
                sessions.versions += 1;
                print_error(&words::version_left_out(&name, &other(latest)));
            }
            (_, Some(merged)) => {
                sessions.tables += 1;
                print_error(&words::table_left_out(&name, &other(merged)));
            }
            _ => {
                sessions.taken += 1;
                take(&session)?;
            }
        }
    }
    Ok(sessions)
}

fn plan(folder: &Path, shard: Shard) -> Result<Plan, Failure> {
    let all = store::files_ending(folder, &["ron"])?;
    let mut plan = Plan { files: Vec::new(), all, latest: BTreeMap::new(), held: BTreeMap::new() };
    for (place, file) in plan.all.iter().enumerate() {
        let head = store::read_head(file);
        let name = || file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if shard.takes(&head.as_ref().map_or_else(|_| name(), |head| head.id.clone())) {
            plan.files.push((place, file.clone()));
        }
        // What has no first line is left to be read, and then to be refused or taken as it comes.
        let Ok(head) = head else { continue };
        let latest = plan.latest.entry(head.id).or_insert((head.rev, place));
        if head.rev > latest.0 {
            *latest = (head.rev, place);
        }
        if head.tables > 0 {
            let tables = store::open(file).map(|loaded| loaded.session.tables).unwrap_or_default();
            plan.held.extend(tables.into_iter().map(|table| (table.id, place)));
        }
    }
    Ok(plan)
}

impl Sessions {
    /// Says on the error stream what became of the files, if there is anything to say.
    pub(super) fn tell_what_was_left_out(&self) {
        let left_out = words::left_out(&[
            (self.unreadable, words::UNREADABLE),
            (self.versions, words::OTHER_VERSIONS),
            (self.tables, words::TABLES_OF_MERGED),
        ]);
        if !left_out.is_empty() {
            print_error(&words::sessions_taken(self.taken, &left_out));
        }
    }
}
