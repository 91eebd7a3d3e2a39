//! The room's own window, as a second program: it follows, it goes on without the first, and the first without it.

use super::window::Window;
use super::{at_work, closes, home};
use crate::support::child::is_long;
use crate::support::dice::Dice;
use rustix::process::Signal;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn wall(home: &Path) -> Window {
    Window::open(home, &["wall"])
}

/// What windows of this laptop have handed to each other and not taken away.
fn left(home: &Path) -> Vec<PathBuf> {
    let folder = home.join(".local/share/plenary/state/walls");
    std::fs::read_dir(folder).map(|all| all.map(|one| one.unwrap().path()).collect()).unwrap_or_default()
}

#[test]
fn the_wall_follows_the_session_and_nothing_is_left_at_the_end() {
    let home = home();
    let mut desk = at_work(home.path());
    let mut wall = wall(home.path());
    desk.shows(&["The wall follows (80x24)"]);
    wall.shows(&["I1"]);
    desk.keys("4").shows(&["Saved "]);
    wall.shows(&["4 MOSTLY"]).resize(60, 17).shows(&["4 MOSTLY"]);
    desk.shows(&["wall: 60x17"]);
    // A clicker in the room's window turns the page; any other key there does nothing.
    wall.keys("2 PgDn").shows(&["I2"]);
    desk.shows(&["I2"]);
    wall.keys("Q");
    assert_eq!(wall.ends().0, 0);
    assert_eq!(wall.left_behind(), "");
    desk.shows(&["No wall follows any more"]);
    closes(&mut desk);
    assert_eq!(left(home.path()), [""; 0].map(PathBuf::from));
}

#[test]
fn both_windows_may_be_opened_at_once() {
    let home = home();
    let mut wall = wall(home.path());
    let mut desk = Window::open(home.path(), &["demo"]);
    wall.shows(&["P3", "Regular opportunities for joint working"]);
    desk.shows(&["wall: 80x24"]);
    wall.keys("Q");
    assert_eq!(wall.ends().0, 0);
}

#[test]
fn either_may_be_killed_and_the_other_goes_on() {
    let home = home();
    let mut desk = at_work(home.path());
    let (mut one, mut other) = (wall(home.path()), wall(home.path()));
    desk.shows(&["2 walls"]);
    one.shows(&["I1"]);
    one.signal(Signal::KILL).ends();
    desk.shows(&["wall: 80x24"]).keys("4 PgDn").shows(&["I2"]);
    other.shows(&["I2"]);
    desk.signal(Signal::KILL).ends();
    other.shows(&["I2"]);
    // The session is open again, and the wall finds it.
    let mut again = Window::open(home.path(), &["open", super::file(home.path()).to_str().unwrap()]);
    again.shows(&["wall: 80x24"]).keys("PgDn").shows(&["I3"]);
    other.shows(&["I3"]);
    other.signal(Signal::TERM).ends();
    closes(&mut again);
    assert_eq!(left(home.path()), [""; 0].map(PathBuf::from));
}

/// The session's window, for which whoever was killed left nothing in the way.
fn opened(home: &Path, dice: &mut Dice) -> Window {
    let path = super::file(home);
    let open = || Window::open(home, &["open", path.to_str().unwrap()]);
    killed_soon(open(), dice);
    let mut desk = open();
    desk.shows(&["I1", "Saved "]);
    desk
}

/// Killed before it has shown anything, or soon after.
fn killed_soon(mut window: Window, dice: &mut Dice) {
    std::thread::sleep(Duration::from_millis(dice.below(80)));
    window.is_killed();
}

/// Rates, lets that be saved, and rates on until somebody is killed.
fn works(desk: &mut Window, dice: &mut Dice) {
    desk.keys("2").shows(&["►2 Patchy", "Saved "]);
    for _ in 0..dice.below(12) {
        desk.keys(["3", "4", "5"][usize::try_from(dice.below(3)).unwrap()]);
        std::thread::sleep(Duration::from_millis(dice.below(30)));
    }
}

#[test]
fn killed_at_any_moment_either_leaves_the_other_at_work_and_nothing_behind() {
    let home = home();
    let mut dice = Dice(20_261_128);
    let (mut desk, mut wall) = (at_work(home.path()), self::wall(home.path()));
    for kill in 0..if is_long() { 100 } else { 4 } {
        wall.shows(&["I1"]);
        desk.shows(&["wall: 80x24"]);
        works(&mut desk, &mut dice);
        if kill % 2 == 0 {
            wall.is_killed();
            desk.keys("1").shows(&["Saved "]);
            killed_soon(self::wall(home.path()), &mut dice);
            wall = self::wall(home.path());
            wall.shows(&["1 NOT YET"]);
        } else {
            desk.is_killed();
            let kept = super::rating(&super::saved(home.path()), "I1");
            assert!(matches!(kept, Some(2..=5)), "kill {kill}: {kept:?}");
            // What the dead one left is known as such.
            let mut late = self::wall(home.path());
            late.shows(&["No session is open on this computer"]);
            assert_eq!((late.ends().0, late.left_behind().as_str()), (1, ""));
            desk = opened(home.path(), &mut dice);
        }
        desk.shows(&["wall: 80x24"]).keys("4").shows(&["►4 Mostly", "Saved "]);
        wall.shows(&["4 MOSTLY"]);
        only_theirs_is_left(home.path());
    }
    closes_both(desk, wall);
    assert_eq!(left(home.path()), [""; 0].map(PathBuf::from));
}

/// Waits until only the files of one desk and one wall that live are left: one may just be written.
fn only_theirs_is_left(home: &Path) {
    let end = Instant::now() + Duration::from_secs(5);
    loop {
        let ending = |path: PathBuf| path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let mut kinds: Vec<String> = left(home).into_iter().map(ending).collect();
        kinds.sort();
        if kinds == ["desk", "json", "json", "wall"] {
            return;
        }
        assert!(Instant::now() < end, "{kinds:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_is_handed_over_is_for_this_account_only_and_a_wall_writes_nothing_while_nothing_changes() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    let mut desk = at_work(home.path());
    let mut wall = wall(home.path());
    wall.shows(&["4 MOSTLY"]);
    desk.shows(&["wall: 80x24"]);
    let paths = left(home.path());
    assert!(paths.len() >= 4, "{paths:?}");
    for path in paths {
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
    wall.output();
    // A clicker's key that changes nothing here is the wait: the desk has heard it, the wall has nothing to draw.
    wall.keys("Esc");
    desk.keys("F1").shows(&["HELP"]);
    assert_eq!(String::from_utf8_lossy(&wall.output()), "");
    closes_both(desk, wall);
}

fn closes_both(mut desk: Window, mut wall: Window) {
    wall.keys("Q");
    assert_eq!((wall.ends().0, wall.left_behind().as_str()), (0, ""));
    desk.keys("Esc");
    closes(&mut desk);
}

#[test]
fn a_wall_may_be_resized_again_and_again() {
    let home = home();
    let mut desk = at_work(home.path());
    let mut wall = wall(home.path());
    wall.shows(&["4 MOSTLY"]);
    for step in 0..resizes() {
        wall.resize(40 + step % 90, 12 + step % 30);
    }
    wall.resize(60, 17).shows(&["4 MOSTLY"]);
    desk.shows(&["wall: 60x17"]).keys("PgDn").shows(&["I2"]);
    wall.shows(&["I2"]);
    closes_both(desk, wall);
}

/// More where that is asked for.
fn resizes() -> u16 {
    if is_long() { 2_000 } else { 100 }
}

#[test]
fn ten_walls_follow_one_desk() {
    let home = home();
    let mut desk = at_work(home.path());
    let mut walls: Vec<Window> = (0..10).map(|_| wall(home.path())).collect();
    for wall in &mut walls {
        wall.shows(&["4 MOSTLY"]);
    }
    desk.keys("PgDn 2").shows(&["Saved "]);
    for wall in &mut walls {
        wall.shows(&["2 PATCHY"]).keys("Q");
        assert_eq!(wall.ends().0, 0);
    }
    desk.shows(&["No wall follows any more"]);
    closes(&mut desk);
}

#[test]
fn a_desk_in_lines_has_a_wall_too() {
    let home = home();
    let mut desk = Window::open(home.path(), &["--plain", "demo"]);
    desk.shows(&["P3"]);
    let mut wall = wall(home.path());
    desk.shows(&["The wall follows (80x24)"]);
    wall.shows(&["Regular opportunities for joint working"]);
    desk.types("2\r");
    wall.shows(&["2 PATCHY"]);
    desk.types("next\r");
    wall.shows(&["P4"]).keys("Q");
    assert_eq!(wall.ends().0, 0);
    desk.types("quit\r").types("yes\r");
    assert_eq!(desk.ends().0, 0);
}

#[test]
fn without_an_open_session_the_wall_says_what_to_do() {
    let home = home();
    let mut wall = wall(home.path());
    wall.shows(&["No session is open on this computer"]);
    assert_eq!(wall.ends().0, 1);
}
