//! What the user chose and which session was last: kept, and never in the way.

use crate::support::files::{Watched, at_risk};
use crate::support::sessions::{moment, new_session, small_framework};
use plenary::store::{Home, RealFiles, Settings, create, last_session, remember_last};
use std::fs;
use tempfile::TempDir;

fn home() -> (TempDir, Home) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::find(Some(&folder.path().join("plenary"))).unwrap();
    (folder, home)
}

fn dusk() -> Settings {
    Settings { theme: Some("dusk".into()), ..Settings::default() }
}

#[test]
fn no_file_is_no_choices_and_no_warning() {
    let (_folder, home) = home();
    assert_eq!(Settings::read(&home), (Settings::default(), None));
    assert!(!home.root.exists());
}

#[test]
fn only_what_was_chosen_is_written_and_safely() {
    let (_folder, home) = home();
    let watched = Watched::new();
    dusk().write(&watched, &home).unwrap();
    assert_eq!(fs::read_to_string(home.settings_file()).unwrap(), "(\n  theme: Some(\"dusk\"),\n)\n");
    assert_eq!(at_risk(&watched.calls()), Vec::<String>::new());
    assert_eq!(Settings::read(&home), (dusk(), None));
    Settings::default().write(&RealFiles, &home).unwrap();
    assert!(!fs::read_to_string(home.settings_file()).unwrap().contains("theme"));
}

#[test]
fn the_keys_that_a_clicker_was_taught_stand_beside_the_theme() {
    let (_folder, home) = home();
    let taught = Settings { clicker_next: Some("Right".into()), clicker_blank: Some("F9".into()), ..dusk() };
    taught.write(&RealFiles, &home).unwrap();
    let text = "(\n  theme: Some(\"dusk\"),\n  clicker_next: Some(\"Right\"),\n  clicker_blank: Some(\"F9\"),\n)\n";
    assert_eq!(fs::read_to_string(home.settings_file()).unwrap(), text, "nothing that was not chosen");
    assert_eq!(Settings::read(&home), (taught, None));
}

#[test]
fn a_file_written_by_hand_may_be_short() {
    let (_folder, home) = home();
    fs::create_dir(&home.root).unwrap();
    fs::write(home.settings_file(), "\u{feff}(theme: \"dusk\")").unwrap();
    assert_eq!(Settings::read(&home), (dusk(), None));
}

#[test]
fn what_this_program_would_lose_is_named_and_not_written_over() {
    let (_folder, home) = home();
    fs::create_dir(&home.root).unwrap();
    for (text, words) in [
        ("(theme: 3)", "line 1, column 8: text in quotes is expected here. Plenary has left the file as it is."),
        ("(theme: \"dusk\", sound: true)", "hold what this Plenary does not know: sound."),
        ("", "are not used: "),
    ] {
        fs::write(home.settings_file(), text).unwrap();
        let (_, warning) = Settings::read(&home);
        assert!(warning.as_deref().unwrap().contains(words), "{warning:?}");
        let error = dusk().write(&RealFiles, &home).unwrap_err().to_string();
        assert!(error.starts_with("The choice holds until Plenary ends but was not kept: "), "{error}");
        assert_eq!(fs::read_to_string(home.settings_file()).unwrap(), text);
    }
}

#[test]
fn the_last_session_is_found_again_when_the_stick_is_at_another_place() {
    let (folder, home) = home();
    assert_eq!(last_session(&home), None);
    let file = create(&RealFiles, &home, &new_session("0123456789abcdef"), &small_framework(), moment(0)).unwrap();
    remember_last(&RealFiles, &home, &file).unwrap();
    assert_eq!(last_session(&home), Some(file.clone()));

    let elsewhere = folder.path().join("another letter");
    fs::rename(&home.root, &elsewhere).unwrap();
    let moved = Home::find(Some(&elsewhere)).unwrap();
    assert_eq!(last_session(&moved), Some(moved.sessions_folder().join(file.file_name().unwrap())));
    fs::remove_file(last_session(&moved).unwrap()).unwrap();
    assert_eq!(last_session(&moved), None, "a session that is gone is not offered");
}

#[test]
fn a_session_outside_the_sessions_folder_is_remembered_by_its_whole_path() {
    let (folder, home) = home();
    let file = folder.path().join("on a share.ron");
    fs::write(&file, "").unwrap();
    remember_last(&RealFiles, &home, &file).unwrap();
    assert_eq!(last_session(&home), Some(file));
}

#[test]
fn a_state_file_never_leads_out_of_the_sessions_folder_by_the_way_inside() {
    let (folder, home) = home();
    home.make_sessions_folder().unwrap();
    let state = home.make_state_folder().unwrap();
    fs::write(folder.path().join("secret.ron"), "").unwrap();
    for inside in [r#"Inside(["..", "..", "secret.ron"])"#, r#"Inside(["../../secret.ron"])"#, "Inside([])", "(", ""] {
        fs::write(state.join("last-session.ron"), inside).unwrap();
        assert_eq!(last_session(&home), None, "{inside}");
    }
}
