//! Ends that nobody asked Plenary about, with the screen stuck as well (T11); and what it does while nothing happens.

use super::window::Window;
use super::{at_work, file, home, rating, saved};
use rustix::process::Signal;
use std::time::{Duration, Instant};

/// The loop is given so long before it counts as stuck; an end that comes sooner did not meet a stuck screen.
const STUCK: Duration = Duration::from_millis(900);

/// Lets the program be stuck in a write, with a change that only just came.
fn stuck(window: &mut Window) {
    window.keys("3").shows(&["3 GROWING", "Saved "]);
    window.stalls("2");
    // Each change of size is a whole frame that nobody reads.
    for round in 0..40 {
        window.resize(if round % 2 == 0 { 120 } else { 80 }, 30);
        std::thread::sleep(Duration::from_millis(5));
    }
    // Nobody sees what becomes of this; it counts all the same if it is read.
    window.keys("5");
}

#[test]
fn a_signal_ends_a_program_that_is_stuck_in_its_screen() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let home = home();
        let mut window = at_work(home.path());
        stuck(&mut window);
        window.signal(signal);
        let (ended, took) = window.ends();
        assert_eq!(ended, code);
        assert!(took > STUCK, "it was not stuck: {signal:?} took {took:?}");
        assert!(took < Duration::from_secs(3), "{signal:?} took {took:?}");
        assert!(window.line_is_as_before(), "{signal:?}");
        assert_eq!(rating(&saved(home.path()), "I1"), Some(2));
    }
}

#[test]
fn a_window_that_closes_while_the_screen_is_stuck_ends_the_program() {
    let home = home();
    let mut window = at_work(home.path());
    stuck(&mut window);
    window.vanishes();
    let (code, took) = window.ends();
    assert_eq!(code, 129);
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(rating(&saved(home.path()), "I1"), Some(2));
}

#[test]
fn closing_with_something_unsaved_tells_where_it_is_and_fails() {
    let home = home();
    let mut window = at_work(home.path());
    let path = file(home.path());
    // Neither the session's folder nor the folder for copies takes anything.
    let state = home.path().join("state/recovery");
    std::fs::create_dir_all(state.parent().unwrap()).unwrap();
    let _ = std::fs::remove_dir_all(&state);
    std::fs::write(&state, "in the way").unwrap();
    std::fs::rename(home.path().join("sessions"), home.path().join("away")).unwrap();
    std::fs::write(home.path().join("sessions"), "in the way").unwrap();
    window.keys("1").shows(&["NOT SAVED: ", "Ctrl+S saves elsewhere"]);
    window.keys("Ctrl+Q").shows(&["NOT EVERYTHING IS SAVED YET.", "keeps a copy and says where"]).keys("Y");
    assert_eq!(window.ends().0, 1);
    assert_eq!(window.left_behind(), "");
    window.shows(&["NOT SAVED: ", "The session is kept in"]);
    let printed = window.screen().replace('\n', "");
    let kept = printed.split("is kept in ").nth(1).unwrap().split(" instead").next().unwrap().to_owned();
    assert_eq!(rating(&plenary::store::open(kept.as_ref()).unwrap().session, "I1"), Some(1), "{kept}");
    std::fs::remove_file(kept).unwrap();
    assert!(!path.exists());
}

/// Processor time used so far, in hundredths of a second.
#[cfg(target_os = "linux")]
fn used(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_is_burnt_while_nothing_happens() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("3").shows(&["3 GROWING", "Saved "]);
    let (before, begun) = (used(window.process()), Instant::now());
    // Nothing to wait for: that nothing happens is the point.
    std::thread::sleep(Duration::from_millis(1500));
    let spent = used(window.process()) - before;
    assert!(spent <= 2, "{spent} hundredths of a second in {:?}", begun.elapsed());
}
