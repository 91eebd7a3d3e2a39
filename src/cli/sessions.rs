//! Every session of a folder, read by all cores: in memory there are a few for each of them, however many the folder has.
//!
//! A file that cannot be read is named and counted and stops nothing. A session counts once: of two files of one
//! session the later version, and of a merged session not its tables as well.

use super::args::Shard;
use super::error::Failure;
use crate::session::Session;
use crate::store::{self, OpenError};
use crate::terminal::print_error;
use crate::words;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// How many files there were, and what became of them.
#[derive(Debug, Default)]
pub(super) struct Sessions {
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
    /// All files of the folder.
    all: Vec<PathBuf>,
    /// The places of those in the shard.
    shard: Vec<usize>,
    /// The later version of each session: its count of changes, and the place of its file.
    latest: BTreeMap<String, (u64, usize)>,
    /// The tables inside of merged sessions, with the place of the file that holds them.
    held: BTreeMap<String, usize>,
}

/// What became of one file.
enum Read<T> {
    Taken(T),
    Unreadable(OpenError),
    /// The later version is at this place.
    Version(usize),
    /// The merged session is at this place.
    Table(usize),
}

/// Makes something of every session of a shard of a folder, on all cores, and takes it in the order of the file names.
pub(super) fn each<T: Send + 'static>(
    folder: &Path,
    shard: Shard,
    make: impl Fn(Session) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), Failure>,
) -> Result<Sessions, Failure> {
    let plan = plan(folder, shard)?;
    let (mut sessions, mut places, mut taken) = (Sessions::default(), plan.shard.iter(), Ok(()));
    let name = |place: usize| plan.all.get(place).map_or(String::new(), |file| file.display().to_string());
    let read = |number: usize| plan.read(plan.shard[number], &make);
    store::in_order(plan.shard.len(), read, |read| {
        let place = places.next().copied().unwrap_or_default();
        match read {
            Read::Unreadable(error) => {
                sessions.unreadable += 1;
                print_error(&error.to_string());
            }
            Read::Version(latest) => {
                sessions.versions += 1;
                print_error(&words::version_left_out(&name(place), &name(latest)));
            }
            Read::Table(merged) => {
                sessions.tables += 1;
                print_error(&words::table_left_out(&name(place), &name(merged)));
            }
            Read::Taken(made) => {
                sessions.taken += 1;
                taken = take(made);
            }
        }
        if taken.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    taken.map(|()| sessions)
}

fn plan(folder: &Path, shard: Shard) -> Result<Plan, Failure> {
    let all = store::files_ending(folder, &["ron"])?;
    let mut plan = Plan { all: Vec::new(), shard: Vec::new(), latest: BTreeMap::new(), held: BTreeMap::new() };
    let read = |place: usize| {
        let head = store::read_head(&all[place]);
        let tables = head.as_ref().is_ok_and(|head| head.tables > 0).then(|| store::open_here(&all[place]).ok());
        (place, head.map(|head| (head.id, head.rev)), tables.flatten().map(|loaded| loaded.session.tables))
    };
    store::in_order(all.len(), read, |(place, head, tables)| {
        let name = || all[place].file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if shard.takes(&head.as_ref().map_or_else(|_| name(), |(id, _)| id.clone())) {
            plan.shard.push(place);
        }
        // What has no first line is left to be read, and then to be refused or taken as it comes.
        if let Ok((id, rev)) = head {
            let latest = plan.latest.entry(id).or_insert((rev, place));
            if rev > latest.0 {
                *latest = (rev, place);
            }
        }
        plan.held.extend(tables.into_iter().flatten().map(|table| (table.id, place)));
        ControlFlow::Continue(())
    })?;
    Ok(Plan { all, ..plan })
}

impl Plan {
    /// Reads the file at a place, and makes something of its session unless another one speaks for that.
    fn read<T>(&self, place: usize, make: impl FnOnce(Session) -> T) -> Read<T> {
        let session = match store::open_here(&self.all[place]) {
            Ok(loaded) => loaded.session,
            Err(error) => return Read::Unreadable(error),
        };
        match (self.latest.get(&session.id), self.held.get(&session.id)) {
            (Some((_, latest)), _) if *latest != place => Read::Version(*latest),
            (_, Some(merged)) => Read::Table(*merged),
            _ => Read::Taken(make(session)),
        }
    }
}

impl Sessions {
    /// Says on the error stream what became of the files, if there is anything to say.
    pub(super) fn tell_what_was_left_out(&self) {
        let left_out = words::left_out(&[
            (self.unreadable, words::unreadable),
            (self.versions, words::other_versions),
            (self.tables, words::tables_of_merged),
        ]);
        if !left_out.is_empty() {
            print_error(&words::sessions_taken(self.taken, &left_out));
        }
    }
}
