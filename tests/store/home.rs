//! Where everything is kept, and what files are called.

use crate::support::sessions::{moment, new_session, small_framework};
use jiff::civil::date;
use plenary::store::{Head, Home, RealFiles, create, new_id, open, slug, write_export};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn home() -> (TempDir, Home) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::find(Some(&folder.path().join("plenary"))).unwrap();
    (folder, home)
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

#[test]
fn everything_is_under_the_folder_that_was_chosen() {
    let (folder, home) = home();
    let root = folder.path().join("plenary");
    assert_eq!(home, Home::at(root.clone(), true));
    assert_eq!(home.sessions_folder(), root.join("sessions"));
    assert_eq!(home.state_folder(), root.join("state"));
    assert_eq!(home.settings_file(), root.join("settings.ron"));
    assert!(!root.exists(), "looking makes nothing");
}

#[test]
fn a_relative_choice_is_made_absolute_and_no_choice_is_the_platforms() {
    let relative = Home::find(Some(Path::new("stick/plenary"))).unwrap();
    assert_eq!(relative.root, std::env::current_dir().unwrap().join("stick/plenary"));
    if let Ok(platform) = Home::find(None) {
        assert!(platform.root.is_absolute() && !platform.chosen);
        assert_eq!(Home::find(Some(Path::new(""))).unwrap(), platform);
    }
}

#[test]
fn a_file_is_not_a_home() {
    let (folder, _) = home();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(Home::find(Some(&file)).unwrap_err().to_string().contains("is a file, not a folder; choose a folder"));
}

#[test]
fn a_session_is_named_after_its_day_and_its_partnership() {
    let (_folder, home) = home();
    let mut session = new_session("0123456789abcdef");
    assert_eq!(name(&home.new_session_file(&session)), "2026-03-12-glenside-cpp.ron");
    session.about.date = Some(date(-44, 3, 15));
    session.about.partnership = "../../Ünïcode & Söhne: CON".into();
    assert_eq!(name(&home.new_session_file(&session)), "0000-03-15-ncode-shne-con.ron");
    session.about.date = None;
    session.about.partnership.clear();
    let created = session.created.to_zoned(jiff::tz::TimeZone::system()).date();
    assert_eq!(name(&home.new_session_file(&session)), format!("{created}-partnership.ron"));
    assert!(!home.root.exists(), "naming makes nothing");
}

#[test]
fn namesakes_get_numbers_and_a_session_finds_its_own_file_again() {
    let (_folder, home) = home();
    let make = |id: &str| create(&RealFiles, &home, &new_session(id), &small_framework(), moment(0)).unwrap();
    let first = make("0000000000000001");
    let second = make("0000000000000002");
    let third = make("0000000000000003");
    assert_eq!(
        [name(&first), name(&second), name(&third)],
        ["2026-03-12-glenside-cpp.ron", "2026-03-12-glenside-cpp-2.ron", "2026-03-12-glenside-cpp-3.ron"]
    );
    assert_eq!(home.new_session_file(&new_session("0000000000000002")), second);
    assert_eq!(open(&third).unwrap().session, new_session("0000000000000003"));
    // Whatever stands there, even what cannot be read, is not taken over.
    fs::write(&second, "").unwrap();
    assert_eq!(name(&make("0000000000000002")), "2026-03-12-glenside-cpp-4.ron");
}

#[test]
fn many_that_begin_at_once_each_get_a_file() {
    let (_folder, home) = home();
    let made: Vec<PathBuf> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|number| {
                let home = &home;
                scope.spawn(move || {
                    let session = new_session(&format!("{number:016x}"));
                    create(&RealFiles, home, &session, &small_framework(), moment(0)).unwrap()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for (number, path) in made.iter().enumerate() {
        assert_eq!(open(path).unwrap().session.id, format!("{number:016x}"));
    }
}

#[test]
fn a_new_session_that_cannot_be_written_leaves_nothing_behind() {
    use crate::support::files::{Call, Watched};
    let (_folder, home) = home();
    let full = Watched::hooked(|_, call| match call {
        Call::Write(_) => Err(std::io::ErrorKind::StorageFull.into()),
        _ => Ok(()),
    });
    let error = create(&full, &home, &new_session("0123456789abcdef"), &small_framework(), moment(0)).unwrap_err();
    assert!(error.to_string().contains("the disk is full"), "{error}");
    assert_eq!(fs::read_dir(home.sessions_folder()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn folders_and_files_are_for_this_account_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, home) = home();
    let file = create(&RealFiles, &home, &new_session("0123456789abcdef"), &small_framework(), moment(0)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!([mode(&home.root), mode(&home.sessions_folder()), mode(&file)], [0o700, 0o700, 0o600]);
    let paper = home.reports_folder().join("report.html");
    home.make_export_folder(&home.reports_folder()).unwrap();
    write_export(&RealFiles, &home, &paper, b"a paper", false).unwrap();
    assert_eq!([mode(&home.reports_folder()), mode(&paper)], [0o700, 0o600]);
}

#[test]
fn device_names_are_not_used_as_slugs() {
    for (text, expected) in [
        ("CON", "partnership"),
        ("com1", "partnership"),
        ("LPT9", "partnership"),
        ("com10", "com10"),
        ("Community", "community"),
        ("健康", "partnership"),
        ("  --Health_&_Care--  ", "health_-_care"),
        ("A/B\\C..D", "a-b-c-d"),
    ] {
        assert_eq!(slug(text), expected);
    }
}

#[test]
fn ids_are_sixteen_digits_and_differ() {
    let ids: std::collections::BTreeSet<String> = (0..1000).map(|_| new_id().unwrap()).collect();
    assert_eq!(ids.len(), 1000);
    assert!(ids.iter().all(|id| id.len() == 16 && id.bytes().all(|byte| b"0123456789abcdef".contains(&byte))));
    assert_eq!(Head::of(&new_session(ids.first().unwrap()), &small_framework(), moment(0)).id, *ids.first().unwrap());
}

proptest! {
    #![proptest_config(crate::support::cases(2000))]

    #[test]
    fn every_name_gives_a_slug_that_every_system_takes(text in ".{0,120}") {
        let slug = slug(&text);
        prop_assert!((1..=64).contains(&slug.len()));
        prop_assert!(slug.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-')));
    }
}
