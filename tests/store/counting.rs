//! A session that opens can be saved, whatever its numbers are: what the reader takes, the program may write.

use super::scene::{Scene, finish, is_kept, is_saved, next};
use crate::support::deeds;
use crate::support::sessions::{ID, job_of, moment, new_session, sessions, small_framework, text_of};
use plenary::framework::Framework;
use plenary::session::{MOST_SECONDS, Session, plausible_count};
use plenary::store::{
    Lock, RealFiles, SaveEvent, Taken, backups, decode, open, open_to_edit, read_head, restore, save, save_atomic,
};
use proptest::prelude::*;
use std::fs;
use std::sync::OnceLock;

/// Counts of changes that a hand may write into a file: at every limit that there is or could be.
const COUNTS: [u64; 12] = [
    0,
    1,
    (1 << 32) - 1,
    1 << 32,
    (1 << 53) - 1,
    1 << 53,
    (1 << 53) + 1,
    (1 << 62) - 1,
    1 << 62,
    (1 << 62) + 1,
    u64::MAX - 1,
    u64::MAX,
];

/// A session of this count with a note.
fn noted(rev: u64, note: &str) -> Session {
    let mut session = Session { rev, ..new_session(ID) };
    session.answers.entry("I1".into()).or_default().note = note.into();
    session
}

#[test]
fn whatever_its_count_of_changes_a_session_goes_on_and_later_versions_stay_the_later() {
    for rev in COUNTS {
        let scene = Scene::new();
        save_atomic(&RealFiles, &scene.inside, text_of(&noted(rev, "as it was")).as_bytes()).unwrap();
        // Three sittings, each of which changes something.
        for sitting in 1..=3 {
            let opened = scene.opened(&scene.inside);
            let (saver, events) = scene.start(RealFiles);
            saver.opened(&scene.inside, &opened);
            let mut session = opened.session;
            session.answers.entry("I1".into()).or_default().note = format!("sitting {sitting}");
            let before = session.rev;
            session.count_change();
            assert!(session.rev > before, "a count of {rev}");
            saver.save(job_of(&scene.inside, session.clone()));
            next(&events, is_saved(session.rev));
            finish(saver);
            let there = open(&scene.inside).unwrap().session;
            assert_eq!(there.answer(&"I1".into()).note, format!("sitting {sitting}"), "a count of {rev}");
            assert_eq!(there.rev, plausible_count(session.rev));
            assert_eq!(read_head(&scene.inside).unwrap().rev, there.rev, "the first line counts like the document");
        }
        assert!(!backups(&RealFiles, &scene.home, ID).is_empty());
    }
}

#[test]
fn work_in_a_recovery_copy_is_newer_than_a_file_whose_count_cannot_be_meant() {
    for rev in [1 << 53, (1 << 62) + 1, u64::MAX] {
        let scene = Scene::new();
        let old = text_of(&noted(rev, "in the file"));
        save_atomic(&RealFiles, &scene.outside, old.as_bytes()).unwrap();
        let opened = scene.opened(&scene.outside);
        let (saver, events) = scene.start(RealFiles);
        saver.opened(&scene.outside, &opened);
        let mut session = opened.session;
        session.count_change();
        session.answers.entry("I1".into()).or_default().note = "only in the copy".into();
        saver.save(job_of(&scene.outside, session.clone()));
        let SaveEvent::RecoveryCopy { copy, .. } = next(&events, is_kept(session.rev)) else { unreachable!() };
        let kept = fs::read(&copy).unwrap();
        finish(saver);
        // The copy was written and the file was not, as when a share hangs.
        fs::write(&copy, kept).unwrap();
        fs::write(&scene.outside, &old).unwrap();
        let opened = scene.opened(&scene.outside);
        assert_eq!(opened.session.answer(&"I1".into()).note, "only in the copy", "a count of {rev}");
        assert!(opened.unsaved);
    }
}

#[test]
fn a_version_is_restored_above_one_whose_count_cannot_be_meant() {
    let scene = Scene::new();
    save_atomic(&RealFiles, &scene.inside, text_of(&noted(7, "good")).as_bytes()).unwrap();
    scene.opened(&scene.inside);
    let good = backups(&RealFiles, &scene.home, ID)[0].path.clone();
    save_atomic(&RealFiles, &scene.inside, text_of(&noted(u64::MAX, "bad")).as_bytes()).unwrap();
    scene.opened(&scene.inside);
    let Taken::Held(lock) = Lock::take(&RealFiles, &scene.home, &scene.inside, moment(0)) else { panic!("locked") };
    let restored = restore(&RealFiles, &scene.home, &lock, &good, moment(1)).unwrap().session;
    let opened = scene.opened(&scene.inside);
    assert_eq!(opened.session, restored);
    assert_eq!(opened.session.answer(&"I1".into()).note, "good");
    assert_eq!(opened.found, Vec::<String>::new());
}

#[test]
fn a_stage_on_which_a_week_was_spent_takes_no_more_and_the_session_can_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = new_session(ID);
    session.spend("inputs".into(), MOST_SECONDS - 1);
    session.spend("inputs".into(), 5);
    session.spend("inputs".into(), u32::MAX);
    assert_eq!(session.seconds[&"inputs".into()], MOST_SECONDS);
    let file = folder.path().join("session.ron");
    save(&RealFiles, &file, &session, &small_framework(), moment(0)).unwrap();
    assert_eq!(open(&file).unwrap().session, session);
}

#[test]
fn the_action_after_the_last_number_there_is_takes_the_place_of_no_other() {
    let mut session = new_session(ID);
    session.add_action("first", vec![], moment(0)).unwrap();
    session.actions[0].number = u32::MAX;
    session.add_action("second", vec![], moment(0)).unwrap();
    session.add_action("third", vec![], moment(0)).unwrap();
    let told: Vec<(u32, &str)> = session.actions.iter().map(|one| (one.number, one.what.as_str())).collect();
    assert_eq!(told, [(u32::MAX, "first"), (1, "second"), (2, "third")]);
}

fn framework() -> &'static Framework {
    static FRAMEWORK: OnceLock<Framework> = OnceLock::new();
    FRAMEWORK.get_or_init(deeds::framework)
}

proptest! {
    #![proptest_config(crate::support::cases(300))]

    #[test]
    fn a_session_that_decodes_can_be_changed_saved_and_read_as_it_was(
        mut session in sessions(),
        rev in prop_oneof![any::<u64>(), prop::sample::select(&COUNTS[..])],
        people in any::<u16>(),
        seconds in any::<u32>(),
        id in prop_oneof![3 => "[0-9a-f]{16}", 1 => ".{0,20}"],
        all in prop::collection::vec((deeds::deed(), any::<u32>()), 0..12),
    ) {
        session.rev = rev;
        session.id = id;
        if let Some(group) = session.register.groups.first_mut() {
            group.people = people;
        }
        session.seconds.insert("inputs".into(), seconds);
        let mut session = decode(text_of(&session).as_bytes(), "x").unwrap().session;
        for (second, (deed, passed)) in (0..).zip(&all) {
            if matches!(deed.apply(framework(), &mut session, second), Ok(Some(_))) {
                session.count_change();
            }
            session.spend("inputs".into(), *passed);
        }
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("session.ron");
        save(&RealFiles, &file, &session, framework(), moment(0)).unwrap();
        let again = open_to_edit(&RealFiles, &plenary::store::Home::find(Some(folder.path())).unwrap(), &file, moment(1)).unwrap();
        session.rev = plausible_count(session.rev);
        prop_assert_eq!(again.session, session);
    }
}
