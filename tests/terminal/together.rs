//! Two windows on one session, a file changed by others, a disk that refuses, earlier versions, deleting: what the
//! facilitator sees and what is on the disk then.

use super::window::Window;
use super::{at_work, closes, file, home, rating, saved};
use plenary::framework::Framework;
use plenary::store::{self, RealFiles};
use std::fs;
use std::path::{Path, PathBuf};

fn opened(home: &Path, path: &Path) -> Window {
    Window::open(home, &["open", path.to_str().unwrap()])
}

/// The files in a folder, sorted.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).map(|entries| entries.map(|entry| entry.unwrap().path()).collect());
    let mut paths: Vec<PathBuf> = entries.unwrap_or_default();
    paths.sort();
    paths
}

/// Changes the file as somebody else might, on another computer.
fn changed_by_another(path: &Path) -> Vec<u8> {
    let mut session = store::open(path).unwrap().session;
    session.about.venue = "Elsewhere".into();
    session.rev += 40;
    let framework = Framework::built_in().unwrap();
    store::save(&RealFiles, path, &session, &framework, jiff::Timestamp::now()).unwrap();
    fs::read(path).unwrap()
}

#[test]
fn a_second_window_may_look_and_not_touch() {
    let home = home();
    let mut first = at_work(home.path());
    let path = file(home.path());
    let mut second = opened(home.path(), &path);
    let holder = format!("(process {}", first.process());
    second.shows(&["READ ONLY", "Read only: open in another Plenary since ", &holder, "4 MOSTLY"]);
    second.keys("5").shows(&["READ ONLY", "4 MOSTLY"]).keys("PgDn 3").shows(&["I2"]).keys("N").types("x");
    first.keys("2").shows(&["2 PATCHY", "Saved "]);
    closes(&mut first);
    closes(&mut second);
    let session = saved(home.path());
    assert_eq!((rating(&session, "I1"), rating(&session, "I2")), (Some(2), None));
    // The first is gone, however it went, and so is its lock.
    opened(home.path(), &path).shows(&["2 PATCHY", "Saved "]).keys("1").shows(&["1 NOT YET", "Saved "]);
    opened(home.path(), &path).shows(&["1 NOT YET", "Saved "]);
}

#[test]
fn a_file_that_somebody_else_changed_is_left_and_the_work_goes_on_beside_it() {
    let home = home();
    let mut window = at_work(home.path());
    let path = file(home.path());
    let theirs = changed_by_another(&path);
    window.keys("5").shows(&["SAVED BESIDE: ", "was changed outside Plenary", "5 FIRMLY"]);
    window.keys("PgDn 3").shows(&["3 GROWING", "SAVED BESIDE: "]);
    closes(&mut window);
    assert_eq!(fs::read(&path).unwrap(), theirs);
    let beside: Vec<PathBuf> = inside(&home.path().join("sessions")).into_iter().filter(|one| *one != path).collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
    assert!(beside[0].to_str().unwrap().contains(" (conflict "), "{beside:?}");
    let session = store::open(&beside[0]).unwrap().session;
    assert_eq!((rating(&session, "I1"), rating(&session, "I2")), (Some(5), Some(3)));
    // The next start carries on with the one that was worked on.
    Window::open(home.path(), &[]).shows(&["Glenside CPP"]).keys("Enter").shows(&["I2", "3 GROWING"]);
}

#[test]
fn what_cannot_be_saved_in_its_place_can_be_saved_elsewhere() {
    let home = home();
    let mut window = at_work(home.path());
    let (folder, away) = (home.path().join("sessions"), home.path().join("away"));
    fs::rename(&folder, &away).unwrap();
    fs::write(&folder, "in the way").unwrap();
    window.keys("1").shows(&["NOT SAVED: ", "a copy is safe", "Ctrl+S saves elsewhere"]);
    window.keys("Ctrl+Q").shows(&["NOT EVERYTHING IS SAVED YET.", "A copy is safe", "Enter  stay"]).keys("Enter");
    fs::write(home.path().join("taken.ron"), "somebody's").unwrap();
    let clear = "Backspace ".repeat(300);
    for (name, answer) in [("taken.ron", "already"), ("none/there.ron", "cannot")] {
        window.keys("Ctrl+S").shows(&["Save this session elsewhere"]).keys(&clear);
        window.types(home.path().join(name).to_str().unwrap()).keys("Enter");
        window.shows(&[if answer == "already" { answer } else { "there.ron" }]).keys("Esc").shows(&["1 NOT YET"]);
    }
    let place = home.path().join("stick");
    fs::create_dir(&place).unwrap();
    window.keys("Ctrl+S").shows(&["Save this session elsewhere"]).keys(&clear);
    window.types(place.to_str().unwrap()).keys("Enter").shows(&["Saved ", "1 NOT YET"]);
    window.keys("3").shows(&["3 GROWING", "Saved "]);
    closes(&mut window);
    assert_eq!(fs::read_to_string(home.path().join("taken.ron")).unwrap(), "somebody's");
    let kept = inside(&place);
    assert_eq!(rating(&store::open(&kept[0]).unwrap().session, "I1"), Some(3));
}

#[test]
fn a_session_from_a_stick_has_a_copy_here_while_it_is_open() {
    let (home, stick) = (home(), home());
    closes(&mut at_work(home.path()));
    let path = stick.path().join("glenside.ron");
    fs::rename(file(home.path()), &path).unwrap();
    let recovery = home.path().join("state/recovery");
    let mut window = opened(home.path(), &path);
    window.shows(&["4 MOSTLY"]).keys("5").shows(&["5 FIRMLY", "Saved "]);
    let copies = inside(&recovery);
    assert_eq!(copies.len(), 1, "{copies:?}");
    assert_eq!(rating(&store::open(&copies[0]).unwrap().session, "I1"), Some(5));
    // The stick is pulled out in the middle of the workshop: the work goes on here, and goes back when it is there.
    let away = home.path().join("pulled");
    fs::rename(stick.path(), &away).unwrap();
    window.keys("2").shows(&["NOT SAVED: ", "a copy is safe", "2 PATCHY"]);
    fs::rename(&away, stick.path()).unwrap();
    window.keys("1").shows(&["1 NOT YET", "Saved "]);
    closes(&mut window);
    assert_eq!(rating(&store::open(&path).unwrap().session, "I1"), Some(1));
    assert_eq!(inside(&recovery), Vec::<PathBuf>::new());
}

#[test]
fn an_earlier_version_is_brought_back_in_the_program() {
    let home = home();
    closes(&mut at_work(home.path()));
    let path = file(home.path());
    let mut window = opened(home.path(), &path);
    window.shows(&["4 MOSTLY"]).keys("2").shows(&["2 PATCHY", "Saved "]);
    closes(&mut window);
    let mut window = Window::open(home.path(), &[]);
    window
        .shows(&["New session"])
        .keys("O")
        .shows(&["SAVED SESSIONS", "►"])
        .keys("R")
        .shows(&["EARLIER VERSIONS", "backup"]);
    // The newest is what the file holds; the one below is from before.
    window.keys("Down Enter").shows(&["Restore this version?", "Enter  leave it"]).keys("Y");
    window.shows(&["4 MOSTLY", "Restored. The version before is kept"]).keys("3").shows(&["3 GROWING", "Saved "]);
    closes(&mut window);
    assert_eq!(rating(&saved(home.path()), "I1"), Some(3));
}

#[test]
fn a_damaged_session_says_what_there_is_instead_and_is_restored() {
    let home = home();
    closes(&mut at_work(home.path()));
    let path = file(home.path());
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() * 2 / 3]).unwrap();
    let mut window = Window::open(home.path(), &[]);
    window
        .shows(&["New session"])
        .keys("O")
        .shows(&["SAVED SESSIONS", "►"])
        .keys("Enter")
        .shows(&["it can be restored: R on the list"]);
    window.keys("R").shows(&["EARLIER VERSIONS"]).keys("Enter").shows(&["Restore this version?"]).keys("Y");
    window.shows(&["4 MOSTLY", "Restored."]);
    closes(&mut window);
    assert_eq!(rating(&saved(home.path()), "I1"), Some(4));
}

#[test]
fn a_session_is_deleted_with_all_its_copies_in_the_program() {
    let home = home();
    closes(&mut at_work(home.path()));
    let mut window = Window::open(home.path(), &[]);
    window
        .shows(&["Glenside CPP"])
        .keys("O")
        .shows(&["SAVED SESSIONS", "►"])
        .keys("Del")
        .shows(&["Delete this session?"]);
    window.keys("Enter").shows(&["SAVED SESSIONS", "►", "Enter open"]);
    assert!(file(home.path()).exists());
    window
        .keys("Del")
        .shows(&["Delete this session?"])
        .keys("Y")
        .shows(&["Deleted: ", "There are no saved sessions yet"]);
    closes(&mut window);
    assert_eq!(inside(&home.path().join("sessions")), Vec::<PathBuf>::new());
    assert_eq!(inside(&home.path().join("state/backups")), Vec::<PathBuf>::new());
}
