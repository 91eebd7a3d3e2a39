//! `plenary where` and `--home`: where everything is kept, and who may read it.

use super::Computer;
use plenary::store;
use std::fs;
use std::path::Path;

#[test]
fn where_says_where_everything_is_and_makes_nothing() {
    let computer = Computer::new();
    let places = computer.prints(&["where"]);
    for part in ["sessions", "state", "settings.ron"] {
        assert!(places.contains(computer.home().join(part).to_str().unwrap()), "{places}");
    }
    assert_eq!(fs::read_dir(computer.home()).unwrap().count(), 0);
}

#[test]
fn where_tells_what_was_noticed_of_a_place() {
    let computer = Computer::new();
    let noted = store::NotedLimits {
        folder: "/media/share/team".into(),
        limits: store::Limits { unconfirmed: true, ..store::Limits::default() },
        noticed: "2026-03-12T14:32:00Z".parse().unwrap(),
    };
    let home = store::Home::at(computer.home().to_owned(), true);
    store::note_limits(&store::RealFiles, &home, noted).unwrap();
    let places = computer.prints(&["where"]);
    assert_eq!(
        places.lines().last().unwrap(),
        "Limits        /media/share/team does not confirm writes: the work is saved there, but a power cut could take \
         the last of it. (noticed 12 March 2026)"
    );
}

#[test]
fn home_may_be_chosen_by_option_or_variable_and_the_option_wins() {
    let computer = Computer::new();
    let stick = computer.home().join("stick");
    let file = computer.new_session(&["--home", stick.to_str().unwrap(), "--partnership", "Glenside"]);
    assert!(file.starts_with(stick.join("sessions")), "{}", file.display());
    let sentence = computer.refuses(&["list", "--home", &computer.file("taken", "")]);
    assert!(sentence.contains("a file, not a folder"), "{sentence}");
}

#[test]
#[cfg(unix)]
fn only_this_account_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let computer = Computer::new();
    let stick = computer.home().join("stick");
    let file = computer.new_session(&["--home", stick.to_str().unwrap()]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&stick), mode(&stick.join("sessions")), mode(&file)), (0o700, 0o700, 0o600));
}
