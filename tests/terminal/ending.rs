//! Ends that nobody asked Plenary about, a terminal that takes nothing more (T11), stops; and what it does while nothing
//! happens.

use super::window::Window;
use super::{at_work, file, home, rating, saved};
use crate::support::child::is_long;
use rustix::process::Signal;
use std::time::{Duration, Instant};

/// Lets the terminal take nothing more, with a change that only just came.
fn stuck(window: &mut Window) {
    window.keys("3").shows(&["3 GROWING", "Saved "]);
    window.stalls("2");
    fill(window);
    // Nobody sees what becomes of this.
    window.keys("5");
}

/// Has more drawn than a terminal takes that nobody reads.
fn fill(window: &mut Window) {
    // Each change of size is a whole frame that nobody reads.
    for round in 0..40 {
        window.resize(if round % 2 == 0 { 120 } else { 80 }, 30);
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until the file says so.
fn until_saved(home: &std::path::Path, what: &str, is_so: impl Fn(&plenary::session::Session) -> bool) {
    let begun = Instant::now();
    while !is_so(&saved(home)) {
        assert!(begun.elapsed() < Duration::from_secs(10), "waited for {what} in vain");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_signal_ends_a_program_whose_terminal_takes_nothing() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let home = home();
        let mut window = at_work(home.path());
        stuck(&mut window);
        until_saved(home.path(), "the last key", |session| rating(session, "I1") == Some(5));
        window.signal(signal);
        let (ended, took) = window.ends();
        assert_eq!(ended, code);
        assert!(took < Duration::from_secs(3), "{signal:?} took {took:?}");
        assert!(window.line_is_as_before(), "{signal:?}");
        // What the system held back is thrown away, so that the terminal hears the last of it.
        assert_eq!(window.looks_again().left_behind(), "", "{signal:?}");
    }
}

#[test]
fn a_window_that_closes_while_it_takes_nothing_ends_the_program() {
    let home = home();
    let mut window = at_work(home.path());
    stuck(&mut window);
    until_saved(home.path(), "the last key", |session| rating(session, "I1") == Some(5));
    window.vanishes();
    let (code, took) = window.ends();
    assert_eq!(code, 129);
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(rating(&saved(home.path()), "I1"), Some(5));
}

#[test]
fn a_terminal_that_takes_nothing_keeps_nobody_from_working() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("N").shows(&["Esc keep"]).types("First. ").shows(&["First."]);
    window.stalls("S");
    fill(&mut window);
    let said = "aid with nobody looking. ".repeat(if is_long() { 400 } else { 40 });
    let before = resident(window.process());
    for word in said.split_inclusive(' ') {
        window.types(word);
        std::thread::sleep(Duration::from_millis(1));
    }
    let whole = format!("First. S{said}");
    until_saved(home.path(), "the note", |session| session.answer(&"I1".into()).note == whole);
    let grown = resident(window.process()).saturating_sub(before);
    assert!(grown < 16 * 1024, "{grown} KiB more");
    // When somebody looks again, the newest state is what there is to see, and the work goes on.
    window.looks_again().keys("Esc").shows(&["4 MOSTLY", "Saved "]).keys("2").shows(&["2 PATCHY", "Saved "]);
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(window.left_behind(), "");
}

#[test]
fn closing_works_in_a_terminal_that_takes_nothing() {
    let home = home();
    let mut window = at_work(home.path());
    stuck(&mut window);
    window.keys("Ctrl+Q Y");
    let (code, took) = window.ends();
    assert_eq!(code, 0);
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(rating(&saved(home.path()), "I1"), Some(5));
    assert_eq!(window.looks_again().left_behind(), "");
}

#[test]
fn lines_go_on_in_a_terminal_that_takes_nothing() {
    let home = home();
    let mut window = Window::with(home.path(), &["--plain", "new", "--partnership", "Glenside"], &[]);
    window.shows(&["Partnership (now Glenside) >"]).types(".\n").shows(&["Gate >"]);
    window.types("skip\n\n").shows(&["I1 >"]).types("4\n").shows(&["Group rating: 4 Mostly, agreed."]);
    window.stalls("help\n");
    // More than the terminal takes.
    for _ in 0..40 {
        window.types("help\n");
        std::thread::sleep(Duration::from_millis(5));
    }
    window.types("3\n");
    until_saved(home.path(), "the last line", |session| rating(session, "I1") == Some(3));
    window.signal(Signal::TERM);
    let (code, took) = window.ends();
    assert_eq!(code, 143);
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(rating(&saved(home.path()), "I1"), Some(3));
}

#[test]
fn a_program_that_is_stopped_gives_the_terminal_back_for_that_time() {
    let home = home();
    let mut window = at_work(home.path());
    for rating in ["5 FIRMLY", "2 PATCHY"] {
        window.signal(Signal::TSTP).stopped();
        assert_eq!(window.left_behind(), "");
        window.output();
        window.signal(Signal::CONT).full_screen(true).sends("\u{1b}[2J").sends("\u{1b}[?2004h").shows(&["I1"]);
        window.keys(&rating[..1]).shows(&[rating, "Saved "]);
    }
    window.signal(Signal::TSTP).full_screen(false).stopped();
    // Whoever ends it while it is stopped has it back in order, too.
    window.signal(Signal::TERM).signal(Signal::CONT);
    assert_eq!(window.ends().0, 143);
    assert_eq!(window.left_behind(), "");
    assert_eq!(rating(&saved(home.path()), "I1"), Some(2));
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_may_not_grow_is_said_and_ends_nothing() {
    let home = home();
    at_work(home.path()).keys("Ctrl+Q").shows(&["saved"]).keys("Y").ends();
    let path = file(home.path());
    let mut window = Window::after(home.path(), "ulimit -f 12", &["open", path.to_str().unwrap()]);
    window.shows(&["4 MOSTLY"]).keys("N").shows(&["Esc keep"]).pastes(&"what was said ".repeat(600));
    window.keys("Esc").shows(&["NOT SAVED"]);
    window.signal(Signal::TERM);
    assert_eq!(window.ends().0, 143);
    assert_eq!(window.left_behind(), "");
}

#[test]
fn closing_with_something_unsaved_tells_where_it_is_and_fails() {
    let home = home();
    let mut window = at_work(home.path());
    let path = file(home.path());
    // Neither the session's folder nor the folder for copies takes anything: the copy goes outside of the home.
    let state = home.path().join("state/recovery");
    std::fs::create_dir_all(state.parent().unwrap()).unwrap();
    let _ = std::fs::remove_dir_all(&state);
    std::fs::write(&state, "in the way").unwrap();
    std::fs::rename(home.path().join("sessions"), home.path().join("away")).unwrap();
    std::fs::write(home.path().join("sessions"), "in the way").unwrap();
    window.keys("1").shows(&["NOT SAVED: ", "Ctrl+S saves elsewhere"]);
    window.keys("Ctrl+Q").shows(&["NOT EVERYTHING IS SAVED YET."]).keys("Y");
    assert_eq!(window.ends().0, 1);
    assert_eq!(window.left_behind(), "");
    window.shows(&["NOT SAVED: ", "It is safe in the recovery copy"]);
    let printed = window.screen().replace('\n', "");
    let kept = printed.split("recovery copy ").nth(1).unwrap().split(". Plenary").next().unwrap().to_owned();
    assert_eq!(rating(&plenary::store::open(kept.as_ref()).unwrap().session, "I1"), Some(1), "{kept}");
    std::fs::remove_file(kept).unwrap();
    assert!(!path.exists());
}

/// Memory in use, in KiB; nothing where the system does not say.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse().ok()).unwrap_or(0)
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
