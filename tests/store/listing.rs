//! Listing a long folder: in bounded steps, the newest first, and stopping when nobody waits any more.
//!
//! Counts, not times: how many files are touched before the first batch, how often each one, and how much of it.

use crate::support::files::{Call, Watched, quick_folder};
use crate::support::sessions::{moment, new_session, small_framework, text_of};
use plenary::framework::Id;
use plenary::session::{Action, ActionStatus};
use plenary::store::{Batch, FIRST_BATCH, Head, Home, LARGEST_BATCH, Lock, RealFiles, list, list_in_batches};
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// A folder of so many sessions, a day each.
fn folder_of(count: usize) -> tempfile::TempDir {
    let folder = quick_folder();
    let text = text_of(&new_session("0123456789abcdef"));
    for number in 0..count {
        let (year, month, day) = (2000 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
        let name = format!("{year:04}-{month:02}-{day:02}-glenside-cpp.ron");
        fs::write(folder.path().join(name), &text).unwrap();
    }
    folder
}

fn batches(files: &Watched, folder: &Path, most: usize) -> Vec<(Vec<PathBuf>, usize, usize, usize)> {
    let mut taken = Vec::new();
    let take = |batch: Batch| {
        let reads = files.calls().iter().filter(|call| matches!(call, Call::Read(_))).count();
        taken.push((batch.entries.into_iter().map(|entry| entry.path).collect(), batch.read, batch.of, reads));
        if taken.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    list_in_batches(files, folder, take).unwrap();
    taken
}

#[test]
fn ten_thousand_sessions_are_listed_in_bounded_steps() {
    const COUNT: usize = 10_000;
    let folder = folder_of(COUNT);
    let files = Watched::new();
    let taken = batches(&files, folder.path(), usize::MAX);

    // 64, 128 ... 4096, and what is left: who sorts them after each batch sorts few times.
    assert_eq!(taken.len(), 8);
    let mut before = 0;
    for (entries, read, of, reads) in &taken {
        assert!(entries.len() <= LARGEST_BATCH && entries.len() <= FIRST_BATCH + before);
        assert_eq!((*of, *read - before), (COUNT, entries.len()));
        assert_eq!(*reads, *read, "a batch is handed over as soon as its files are read, and before any other");
        before = *read;
    }
    assert_eq!(taken[0].3, FIRST_BATCH, "the first screen waits for so many files and no more");
    let newest: &PathBuf = &taken[0].0[0];
    assert_eq!(newest.file_name().unwrap(), "2029-10-04-glenside-cpp.ron", "the newest come first");

    let calls = files.calls();
    let lists = calls.iter().filter(|call| matches!(call, Call::List(_))).count();
    let reads: Vec<&PathBuf> =
        calls.iter().filter_map(|call| if let Call::Read(path) = call { Some(path) } else { None }).collect();
    let distinct: BTreeSet<&PathBuf> = reads.iter().copied().collect();
    assert_eq!((lists, reads.len(), distinct.len()), (1, COUNT, COUNT), "each file is read once");
    assert_eq!(calls.len(), COUNT + 1, "nothing else is asked of the disk, and nothing is written");
}

#[test]
fn a_reading_that_nobody_waits_for_stops_after_its_batch() {
    let folder = folder_of(1000);
    let files = Watched::new();
    let taken = batches(&files, folder.path(), 2);
    assert_eq!(taken.last().unwrap().3, 3 * FIRST_BATCH);
    let reads = files.calls().iter().filter(|call| matches!(call, Call::Read(_))).count();
    assert_eq!(reads, 3 * FIRST_BATCH, "nothing was read after it");
}

#[test]
fn an_empty_folder_and_one_that_is_not_there_are_one_empty_batch() {
    let folder = quick_folder();
    for path in [folder.path().to_owned(), folder.path().join("sessions")] {
        let taken = batches(&Watched::new(), &path, usize::MAX);
        assert_eq!(taken, [(vec![], 0, 0, 0)]);
    }
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let error = list_in_batches(&RealFiles, &file, |_| ControlFlow::Continue(())).unwrap_err();
    assert!(error.to_string().contains("Reading the folder"), "{error}");
}

#[test]
fn batches_hold_what_the_whole_list_holds_and_say_the_same_of_each_file() {
    let folder = folder_of(400);
    fs::write(folder.path().join("2099-01-01-broken.ron"), "(").unwrap();
    fs::write(folder.path().join("2099-01-02-newer.ron"), "// (plenary: 7)\n(format: 7)").unwrap();
    let mut found = Vec::new();
    let take = |batch: Batch| {
        found.extend(batch.entries);
        ControlFlow::Continue(())
    };
    list_in_batches(&RealFiles, folder.path(), take).unwrap();
    let mut whole = list(folder.path()).unwrap();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    whole.sort_by(|one, other| one.path.cmp(&other.path));
    assert_eq!(found, whole);
    assert_eq!(found.iter().filter(|entry| entry.head.is_err()).count(), 2);
}

#[test]
fn the_first_line_counts_open_actions() {
    let mut session = new_session("0123456789abcdef");
    assert_eq!(Head::of(&session, &small_framework(), moment(0)).open_actions, 0);
    for status in [ActionStatus::NotStarted, ActionStatus::UnderWay, ActionStatus::Done, ActionStatus::Dropped] {
        let number = session.next_action_number();
        session.add_action("Agree shared measures", vec![Id::from("A3")], moment(0)).unwrap();
        let action: &mut Action = session.actions.last_mut().unwrap();
        assert_eq!(action.number, number);
        action.status = status;
    }
    assert_eq!(Head::of(&session, &small_framework(), moment(0)).open_actions, 2);
}

#[test]
fn who_has_a_session_open_is_found_without_making_anything() {
    let folder = quick_folder();
    let home = Home::find(Some(folder.path())).unwrap();
    let file = folder.path().join("a.ron");
    fs::write(&file, text_of(&new_session("0123456789abcdef"))).unwrap();
    assert_eq!(Lock::holder(&RealFiles, &home, &file), None);
    assert!(!home.state_folder().exists(), "asking makes no folder");
    let taken = Lock::take(&RealFiles, &home, &file, moment(0));
    let holder = Lock::holder(&RealFiles, &home, &file).expect("it is held");
    assert!(holder.contains(&format!("process {}", std::process::id())), "{holder}");
    drop(taken);
    assert_eq!(Lock::holder(&RealFiles, &home, &file), None);
    let again = Lock::take(&RealFiles, &home, &file, moment(0));
    assert!(matches!(again, plenary::store::Taken::Held(_)), "asking keeps no lock");
}
