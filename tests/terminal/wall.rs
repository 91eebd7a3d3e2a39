//! The room's own window, as a second program: it follows, it goes on without the first, and the first without it.

use super::window::Window;
use super::{at_work, closes, home};
use rustix::process::Signal;
use std::path::{Path, PathBuf};

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
fn either_may_be_killed_and_the_other_goes_on() {
    let home = home();
    let mut desk = at_work(home.path());
    let (mut one, mut other) = (wall(home.path()), wall(home.path()));
    desk.shows(&["wall: 80x24, 80x24"]);
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

#[test]
fn without_an_open_session_the_wall_says_what_to_do() {
    let home = home();
    let mut wall = wall(home.path());
    wall.shows(&["No session is open on this computer"]);
    assert_eq!(wall.ends().0, 1);
}
