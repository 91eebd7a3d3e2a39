//! `plenary backups` and `plenary restore`: earlier versions, and putting one back.

use super::Computer;
use plenary::store;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A session that was changed and saved three times, with a backup of each version.
pub(super) fn with_backups(computer: &Computer) -> PathBuf {
    let file = computer.new_session(&["--partnership", "Glenside CPP", "--date", "2026-03-12"]);
    let home = store::Home::find(Some(computer.home())).unwrap();
    for (day, venue) in [(10, "Town hall"), (11, "Library"), (12, "School")] {
        let now = format!("2026-03-{day}T14:32:00Z").parse().unwrap();
        let mut opened = store::open_to_edit(&store::RealFiles, &home, &file, now).unwrap();
        opened.session.about.venue = venue.into();
        opened.session.rev += 1;
        let framework = plenary::framework::Framework::built_in().unwrap();
        store::save(&store::RealFiles, &file, &opened.session, &framework, now).unwrap();
    }
    file
}

#[test]
fn backups_lists_earlier_versions_the_newest_first() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let list = computer.prints(&["backups", name]);
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.len(), 3, "{list}");
    assert!(lines[0].starts_with("  1  2026-03-11 14:32   0 of 36  backup           /"), "{list}");
    let json = computer.json(&["backups", name, "--json"]);
    assert_eq!((&json[1]["number"], &json[1]["kind"]), (&Value::from(2), &Value::from("backup")));
    let none = computer.home().join("none.ron");
    assert!(computer.prints(&["backups", none.to_str().unwrap()]).starts_with("No earlier versions of /"));
}

#[test]
fn restore_brings_an_earlier_version_back_and_keeps_the_present_one() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let venue = || store::open(&file).unwrap().session.about.venue;
    assert_eq!(venue(), "School");
    let said = computer.prints(&["restore", name]);
    assert!(
        said.contains("is now the version of 2026-03-11 14:32 (0 of 36).\nThe version before is kept: /"),
        "{said}"
    );
    assert_eq!(venue(), "Library");
    // Back again, by its number, and by its file.
    computer.prints(&["restore", name, "1"]);
    assert_eq!(venue(), "School");
    let path = computer.json(&["backups", name, "--json"])[0]["file"].as_str().unwrap().to_owned();
    computer.prints(&["restore", name, &path]);
    for (version, words) in
        [("9", "no such earlier version"), ("0", "no such earlier version"), ("none.ron", "none.ron")]
    {
        assert!(computer.refuses(&["restore", name, version]).contains(words), "{version}");
    }
}

#[test]
fn a_damaged_or_lost_file_says_that_there_are_earlier_versions_and_is_restored() {
    for damage in ["cut short", "gone"] {
        let computer = Computer::new();
        let file = with_backups(&computer);
        let name = file.to_str().unwrap();
        let whole = fs::read(&file).unwrap();
        if damage == "gone" {
            fs::remove_file(&file).unwrap();
        } else {
            fs::write(&file, &whole[..whole.len() / 2]).unwrap();
        }
        assert_eq!(computer.prints(&["backups", name]).lines().count(), 3, "{damage}");
        computer.prints(&["restore", name, "newest"]);
        assert_eq!(store::open(&file).unwrap().session.about.venue, "Library", "{damage}");
    }
}

#[test]
fn what_another_program_has_open_is_neither_restored_nor_deleted() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let home = store::Home::find(Some(computer.home())).unwrap();
    let taken = store::Lock::take(&store::RealFiles, &home, &file, jiff::Timestamp::now());
    assert!(matches!(taken, store::Taken::Held(_)));
    for command in [&["restore", name][..], &["delete", name, "--yes"]] {
        let sentence = computer.refuses(command);
        assert!(sentence.contains("is open in another Plenary (process ") && sentence.contains("close it there first"));
    }
    drop(taken);
    computer.prints(&["restore", name]);
}
