//! The program is replaced, and its folder stays: what an earlier one wrote opens, is followed up, compared and put
//! back, and what a later one wrote is left as it is.

use super::Computer;
use crate::support::sessions::newer;
use plenary::framework::Framework;
use plenary::session::FORMAT;
use plenary::store::{self, Home, RealFiles, Settings};
use std::fs;
use std::path::{Path, PathBuf};

const FORMAT_2: &str = include_str!("../fixtures/session-v2.ron");
const FORMAT_3: &str = include_str!("../fixtures/session-v3.ron");
const FORMAT_4: &str = include_str!("../fixtures/session-v4.ron");

/// As a program that wrote format 3 left its folder: a session, an earlier version of it, and what was chosen.
fn folder_of_format_3(computer: &Computer) -> (Home, PathBuf) {
    let root = computer.home();
    let file = root.join("sessions/2026-05-20-riverside.ron");
    let write = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(&file, FORMAT_3);
    write(&root.join("state/backups/b27e60894fd1c35a/0000000200-20260301T091500Z.ron"), FORMAT_2);
    write(&root.join("state/last-session.ron"), "Inside([\n  \"2026-05-20-riverside.ron\",\n])\n");
    write(&root.join("settings.ron"), "(\n  theme: Some(\"dusk\"),\n  clicker_next: Some(\"Right\"),\n)\n");
    (Home::find(Some(root)).unwrap(), file)
}

#[test]
fn what_the_program_before_wrote_opens_and_goes_on() {
    let computer = Computer::new();
    let (home, file) = folder_of_format_3(&computer);
    let name = file.to_str().unwrap();

    let settings = Settings { theme: Some("dusk".into()), clicker_next: Some("Right".into()), ..Settings::default() };
    assert_eq!(Settings::read(&home), (settings, None));
    assert_eq!(store::last_session(&home), Some(file.clone()));
    assert!(computer.prints(&["list"]).contains("Riverside Partnership"));
    assert!(computer.prints(&["show", name]).contains("Riverside Partnership"));
    let later = computer.file("later.ron", FORMAT_4);
    assert!(computer.prints(&["compare", name, &later]).contains("Riverside Partnership"));
    let followed_up = computer.new_session(&["--from", name, "--date", "2027-05-19"]);
    let earlier = store::open(&followed_up).unwrap().session.earlier.unwrap();
    assert_eq!((earlier.id.as_str(), earlier.date), ("b27e60894fd1c35a", Some("2026-05-20".parse().unwrap())));
    assert_eq!(fs::read_to_string(&file).unwrap(), FORMAT_3, "looking at it changes nothing");

    // The first change writes the present format, and what was there is kept to the byte.
    let now = "2026-11-30T09:00:00Z".parse().unwrap();
    let mut opened = store::open_to_edit(&RealFiles, &home, &file, now).unwrap();
    assert_eq!((opened.read_only.as_deref(), opened.warnings.as_slice()), (None, &[][..]));
    opened.session.about.venue = "Town hall".into();
    opened.session.rev += 1;
    store::save(&RealFiles, &file, &opened.session, &Framework::built_in().unwrap(), now).unwrap();
    assert!(fs::read_to_string(&file).unwrap().contains(&format!("\n  format: {FORMAT},")));
    let versions = computer.json(&["backups", name, "--json"]);
    let files = versions.as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap().to_owned());
    let mut versions: Vec<(String, String)> = files.map(|file| (fs::read_to_string(&file).unwrap(), file)).collect();
    versions.sort();
    assert_eq!(versions.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), [FORMAT_2, FORMAT_3]);

    // The oldest comes back.
    computer.prints(&["restore", name, &versions[0].1]);
    let venue = || store::open(&file).unwrap().session.about.venue;
    assert_eq!(venue(), store::decode(FORMAT_2.as_bytes(), "2").unwrap().session.about.venue);
    let versions = computer.prints(&["backups", name]);
    assert_eq!(versions.lines().count(), 3, "what was in its place is kept too: {versions}");
}

#[test]
fn what_a_later_program_wrote_is_read_at_most_and_left_as_it_is() {
    let computer = Computer::new();
    let (_, file) = folder_of_format_3(&computer);
    let later = newer(FORMAT_4, FORMAT + 1);
    fs::write(&file, &later).unwrap();
    let name = file.to_str().unwrap();
    let reason = format!("was written by a newer Plenary (format {}, this program reads up to {FORMAT})", FORMAT + 1);
    let new = ["new", "--no-open", "--from", name];
    let remind = ["remind", name];
    for arguments in [&["show", name][..], &["report", name], &["compare", name, name], &new, &remind] {
        let sentence = computer.refuses(arguments);
        assert!(
            sentence.contains(&reason) && sentence.contains("bring this one up to date"),
            "{arguments:?}: {sentence}"
        );
    }
    assert!(computer.prints(&["list"]).contains(&reason));
    let read = computer.command(&["--plain", "open", name]).output().unwrap();
    let read = String::from_utf8(read.stdout).unwrap();
    assert!(read.starts_with("Read only: ") && read.contains("cannot be changed here"), "{read}");
    assert_eq!(fs::read_to_string(&file).unwrap(), later);
}
