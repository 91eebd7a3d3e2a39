//! Backups, restoring and rescuing: earlier versions are there when they are wanted.

use super::scene::{PATIENCE, Scene};
use crate::support::sessions::{ID, job, moment, newer, text_of, version};
use jiff::{SignedDuration, Timestamp};
use plenary::session::FORMAT;
use plenary::store::{
    Intervals, RealFiles, Restored, SaveEvent, Saver, Source, StoreError, backups, open, open_to_edit, rescue, restore,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

impl Scene {
    /// Opens the file as it is with this version, at this time.
    fn open(&self, rev: u64, at: Timestamp) {
        fs::write(&self.inside, text_of(&version(rev))).unwrap();
        open_to_edit(&RealFiles, &self.home, &self.inside, at).unwrap();
    }

    fn revs(&self) -> Vec<u64> {
        backups(&RealFiles, &self.home, ID).iter().map(|backup| backup.rev).collect()
    }

    fn restore(&self, backup: &Path) -> Result<Restored, StoreError> {
        restore(&RealFiles, &self.home, &self.lock(&self.inside), backup, moment(999))
    }

    fn folder_of_backups(&self) -> PathBuf {
        self.home.backups_folder().join(ID)
    }
}

fn day(number: i64) -> Timestamp {
    moment(number * 24 * 60 * 60)
}

#[test]
fn a_backup_says_what_it_holds_and_is_skipped_when_equal() {
    let scene = Scene::new();
    scene.open(1, moment(0));
    scene.open(1, moment(60));
    let found = backups(&RealFiles, &scene.home, ID);
    assert_eq!(found.len(), 1);
    let backup = &found[0];
    assert_eq!((backup.rev, backup.saved, backup.done, backup.of), (1, moment(0), 0, 5));
    assert_eq!(backup.size, fs::metadata(&backup.path).unwrap().len());
    let name = backup.path.file_name().unwrap().to_str().unwrap();
    let (time, origin) = name.rsplit_once('-').unwrap();
    assert_eq!((time, origin.len()), ("0000000001-20260312T093000Z", "0123456789abcdef.ron".len()), "whose it is");
    assert_eq!(open(&backup.path).unwrap().session, version(1));
    // Another version of the same second and count is another version.
    fs::write(&scene.inside, text_of(&version(1)).replacen("change 1", "CHANGE 1", 2)).unwrap();
    open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(0)).unwrap();
    assert_eq!(scene.revs(), [1, 1]);
}

#[test]
fn the_newest_twenty_stay_and_the_last_of_each_of_thirty_days() {
    let scene = Scene::new();
    let mut rev = 0;
    for number in 0..50 {
        for second in 0..3 {
            rev += 1;
            scene.open(rev, day(number) + SignedDuration::from_secs(second * 60));
        }
    }
    let expected: Vec<u64> = {
        let newest = (131..=150).rev();
        let days = (20..50).rev().map(|number| (number + 1) * 3);
        let mut all: BTreeSet<u64> = newest.collect();
        all.extend(days);
        all.into_iter().rev().collect()
    };
    assert_eq!(scene.revs(), expected);
}

#[test]
fn clocks_that_jump_neither_reorder_versions_nor_throw_them_away() {
    let times = [
        day(0),
        day(4000),
        day(-4000),
        Timestamp::MAX,
        Timestamp::MIN,
        Timestamp::UNIX_EPOCH,
        day(1),
        day(1) - SignedDuration::from_secs(1),
    ];
    let scene = Scene::new();
    for rev in 1..=200_u64 {
        let at = times[usize::try_from(rev).unwrap() % times.len()];
        scene.open(rev, at);
        let revs = scene.revs();
        assert!(revs.is_sorted_by(|one, other| one > other), "{revs:?}");
        let newest: Vec<u64> = (rev.saturating_sub(19).max(1)..=rev).rev().collect();
        assert_eq!(revs[..newest.len()], newest, "at {at}");
        assert!(revs.len() <= 70, "{}", revs.len());
        assert_eq!(open_to_edit(&RealFiles, &scene.home, &scene.inside, at).unwrap().session.rev, rev);
    }
}

#[test]
fn a_clock_that_only_goes_back_lets_the_newest_stay() {
    let scene = Scene::new();
    for rev in 1..=60_i64 {
        scene.open(u64::try_from(rev).unwrap(), day(1000 - rev));
    }
    assert_eq!(scene.revs()[..20], (41..=60).rev().collect::<Vec<u64>>());
}

#[test]
fn a_copy_of_the_file_that_lags_behind_keeps_its_newest() {
    let scene = Scene::new();
    for number in 0..40 {
        scene.open(500 + u64::try_from(number).unwrap(), moment(number * 120));
        scene.open(100 + u64::try_from(number).unwrap(), moment(number * 120 + 60));
    }
    let revs = scene.revs();
    assert!(revs.contains(&539) && revs.contains(&139) && revs.contains(&131), "{revs:?}");
}

#[test]
fn while_a_session_changes_it_is_backed_up_every_so_often_and_at_the_end() {
    let scene = Scene::new();
    let run = |every: Duration| {
        let (sender, events) = channel();
        let report = move |event| drop(sender.send(event));
        let intervals = Intervals { backups: every, ..Intervals::default() };
        let saver = Saver::start(Arc::new(RealFiles), &scene.home, intervals, report).unwrap();
        let known = fs::read(&scene.inside).is_ok();
        if known {
            saver.opened(&scene.inside, &open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(0)).unwrap());
        }
        let first = scene.revs().first().copied().unwrap_or_default();
        for rev in first + 1..=first + 3 {
            saver.save(job(&scene.inside, rev));
            while !matches!(events.recv_timeout(PATIENCE).unwrap(), SaveEvent::Saved { .. }) {}
        }
        saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    };
    run(Duration::from_mins(10));
    assert_eq!(scene.revs(), [3], "three changes within ten minutes: only the one at the end");
    run(Duration::ZERO);
    assert_eq!(scene.revs(), [6, 5, 4, 3]);
    run(Duration::MAX.min(Duration::from_hours(1)));
    assert_eq!(scene.revs(), [9, 6, 5, 4, 3]);
    // Nothing was changed: nothing is made.
    let saver = Saver::start(Arc::new(RealFiles), &scene.home, Intervals::default(), |_| {}).unwrap();
    saver.opened(&scene.inside, &open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(0)).unwrap());
    saver.finish(PATIENCE).map_err(|left| left.to_string()).unwrap();
    assert_eq!(scene.revs(), [9, 6, 5, 4, 3]);
}

#[test]
fn restoring_makes_the_earlier_version_the_newest_and_keeps_the_present_one() {
    let scene = Scene::new();
    for rev in 1..=3 {
        scene.open(rev, moment(i64::try_from(rev).unwrap()));
    }
    fs::write(&scene.inside, text_of(&version(5))).unwrap();
    let second = backups(&RealFiles, &scene.home, ID)[1].clone();
    let restored = scene.restore(&second.path).unwrap();
    assert_eq!((restored.session.rev, restored.session.about.purpose.as_str()), (6, "change 2"));
    assert_eq!(open(&scene.inside).unwrap().session, restored.session);
    assert_eq!(open(&restored.kept.unwrap()).unwrap().session, version(5));
    let opened = open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(2000)).unwrap();
    assert_eq!((opened.session, opened.found), (restored.session, vec![]));
    assert_eq!(opened.expected, restored.expected);
    let head = plenary::store::read_head(&scene.inside).unwrap();
    assert_eq!((head.rev, head.of, head.saved), (6, 5, moment(999)), "the counts are those of the version");
}

#[test]
fn a_damaged_or_missing_file_is_restored_with_what_was_noted_about_it() {
    let scene = Scene::new();
    scene.open(1, moment(1));
    scene.open(2, moment(2));
    let zeros = vec![0; 4096];
    let torn = text_of(&version(2)).replacen("  rev: 2,", "  rev 2", 1);
    let without_head = torn.split_once('\n').unwrap().1.to_owned();
    for (damage, rev) in [(torn.as_bytes(), 3), (without_head.as_bytes(), 4), (&zeros[..], 5), (b"", 6)] {
        fs::write(&scene.inside, damage).unwrap();
        let error = open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(10)).unwrap_err();
        assert!(error.to_string().contains("left the file as it is"), "{error}");
        assert_eq!(fs::read(&scene.inside).unwrap(), damage);
        let candidates = rescue(&RealFiles, &scene.home, &scene.inside);
        assert_eq!(candidates[0].source, Source::Backup);
        let restored = scene.restore(&candidates[0].version.path).unwrap();
        assert_eq!(restored.session.rev, rev);
        match restored.kept {
            None => assert!(damage.is_empty()),
            Some(kept) => {
                assert!(kept.to_str().unwrap().ends_with("-damaged.ron"));
                assert_eq!(fs::read(kept).unwrap(), damage);
            }
        }
        open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(20)).unwrap();
    }
    fs::remove_file(&scene.inside).unwrap();
    let candidates = rescue(&RealFiles, &scene.home, &scene.inside);
    let restored = scene.restore(&candidates[0].version.path).unwrap();
    assert_eq!((restored.session.rev, restored.kept), (7, None));
    assert!(scene.revs().iter().all(|rev| *rev <= 6), "damaged versions are not offered");
}

#[test]
fn what_is_not_sound_or_not_its_own_is_not_restored() {
    let scene = Scene::new();
    scene.open(3, moment(0));
    let before = fs::read(&scene.inside).unwrap();
    let elsewhere = scene.folder.path().join("other.ron");
    let mut other = version(9);
    other.id = "ffffffffffffffff".into();
    fs::write(&elsewhere, text_of(&other)).unwrap();
    let error = scene.restore(&elsewhere).unwrap_err();
    assert!(error.to_string().contains("is a version of another session than"), "{error}");
    fs::write(&elsewhere, &before[..before.len() / 2]).unwrap();
    assert!(matches!(scene.restore(&elsewhere), Err(StoreError::Open(_))));
    assert_eq!(fs::read(&scene.inside).unwrap(), before);
    let newer = newer(&text_of(&version(3)), FORMAT + 1);
    fs::write(&scene.inside, &newer).unwrap();
    let backup = backups(&RealFiles, &scene.home, ID)[0].path.clone();
    assert!(
        scene.restore(&backup).unwrap_err().to_string().contains(&format!("a newer Plenary (format {}", FORMAT + 1))
    );
    assert_eq!(fs::read_to_string(&scene.inside).unwrap(), newer, "a newer file is never written over");
}

#[test]
fn copies_of_damaged_files_do_not_pile_up() {
    let scene = Scene::new();
    scene.open(1, moment(1));
    let backup = backups(&RealFiles, &scene.home, ID)[0].path.clone();
    for number in 0..9 {
        fs::write(&scene.inside, format!("(damaged {number}")).unwrap();
        restore(&RealFiles, &scene.home, &scene.lock(&scene.inside), &backup, moment(number)).unwrap();
    }
    let damaged = fs::read_dir(scene.folder_of_backups()).unwrap();
    let damaged = damaged.filter(|entry| entry.as_ref().unwrap().path().to_str().unwrap().ends_with("-damaged.ron"));
    assert_eq!(damaged.count(), 5);
    assert_eq!(scene.revs(), [1]);
}

#[test]
fn a_backup_with_a_damaged_first_line_or_text_is_not_offered_as_sound() {
    let scene = Scene::new();
    for rev in 1..=3 {
        scene.open(rev, moment(i64::try_from(rev).unwrap()));
    }
    let found = backups(&RealFiles, &scene.home, ID);
    fs::write(&found[0].path, "(").unwrap();
    let torn = &text_of(&version(2))[..text_of(&version(2)).len() / 2];
    fs::write(&found[1].path, torn).unwrap();
    assert_eq!(scene.revs(), [2, 1], "by first lines");
    let offered: Vec<u64> =
        rescue(&RealFiles, &scene.home, &scene.inside).iter().map(|found| found.version.rev).collect();
    assert_eq!(offered, [1], "read whole");
}

#[test]
fn backups_of_no_proper_id_are_none() {
    let scene = Scene::new();
    for id in ["", "..", "../../etc", "0123456789ABCDEF"] {
        assert_eq!(backups(&RealFiles, &scene.home, id), []);
    }
}

proptest! {
    #![proptest_config(crate::support::cases(40))]

    /// However versions and times come, the newest twenty of all that were there stay, and never too many.
    #[test]
    fn the_newest_always_stay(steps in prop::collection::vec((0_i64..40, 0_u64..3), 1..60)) {
        let scene = Scene::new();
        let mut rev = 1;
        for (number, more) in steps {
            rev += more;
            scene.open(rev, day(number));
        }
        let revs = scene.revs();
        prop_assert_eq!(revs[0], rev);
        prop_assert!(revs.len() <= 70);
    }
}
