//! The real program, killed while somebody types in any form: what its screen called "Saved" is in the file, and in the
//! form when the session is opened again.

use super::home;
use super::window::Window;
use crate::support::acting::resolved;
use crate::support::child::is_long;
use crate::support::dice::Dice;
use plenary::framework::{Framework, Step};
use plenary::session::{Place, Session};
use plenary::store::{self, Home, RealFiles};
use rustix::process::Signal;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Every form that keeps something half typed: whether it is on the set-up page, the keys from there or from P3, and
/// what shows that it is open.
const FORMS: [(bool, &str, &str); 21] = [
    (true, "", "SET-UP"),
    (true, "Down", "SET-UP"),
    (true, "Down Down", "SET-UP"),
    (true, "Down Down Down", "SET-UP"),
    (true, "Down Down Down Down", "SET-UP"),
    (true, "Down Down Down Down Down", "SET-UP"),
    (false, "G N", "Organisation"),
    (false, "G N Enter", "Organisation"),
    (false, "G N Enter Enter Enter", "Organisation"),
    (false, "G N Enter Enter Enter Enter", "Organisation"),
    (false, "M A N Enter", "New action"),
    (false, "M A N Enter Enter", "New action"),
    (false, "M A N Enter Enter Enter", "New action"),
    (false, "M A N Enter Enter Enter Enter", "New action"),
    (false, "M A Enter Enter Enter", "By when"),
    (false, "M A Enter Enter Enter Enter Enter Enter", "By when"),
    (false, "M A L", "what became of it"),
    (false, "M A R", "When the room looks again"),
    (false, "X Enter Enter", "Not agreed"),
    (false, "X Enter Enter Enter", "Not agreed"),
    (false, "D Tab", "statement"),
];

/// A session of its own under a home.
fn session(home: &Path, number: u64, at_set_up: bool) -> PathBuf {
    let place = if at_set_up { Place::Setup } else { Place::Walk(Step::Feature("P3".into())) };
    let session = Session { id: format!("{number:016x}"), place, ..resolved() };
    let framework = Framework::built_in().unwrap();
    let home = Home::at(home.to_owned(), true);
    store::create(&RealFiles, &home, &session, &framework, jiff::Timestamp::UNIX_EPOCH).unwrap()
}

/// The longest part of the word that stands on the screen.
fn seen<'word>(screen: &str, word: &'word str) -> &'word str {
    let lengths = (2..=word.len()).rev();
    lengths.map(|length| &word[..length]).find(|part| screen.contains(part)).unwrap_or("")
}

fn is_acknowledged(screen: &str) -> bool {
    screen.lines().next().is_some_and(|heading| heading.contains("Saved "))
}

#[test]
fn killed_in_any_field_of_any_form_it_has_kept_what_its_screen_called_saved() {
    let home = home();
    let mut dice = Dice(20_261_127);
    let kills = if is_long() { 300 } else { 25 };
    let (mut acknowledged, mut letters) = (0, 0);
    for kill in 0..kills {
        let (at_set_up, keys, open) = FORMS[usize::try_from(dice.below(21)).unwrap()];
        let path = session(home.path(), kill + 1, at_set_up);
        let mut window = Window::open(home.path(), &["open", path.to_str().unwrap()]);
        window.resize(120, 36).shows(&[if at_set_up { "SET-UP" } else { "P3" }, "Saved "]);
        for key in keys.split_whitespace() {
            window.keys(key);
        }
        window.shows(&[open]);
        let word = format!("zq{}x{kill}y", dice.below(1 << 30));
        // The field of a number shows no more than five.
        let most = if keys == "G N" || keys.matches("Down").count() == 5 { 3 } else { 8 };
        let typed = usize::try_from(3 + dice.below(most)).unwrap().min(word.len());
        for letter in word[..typed].chars() {
            window.types(&letter.to_string());
            std::thread::sleep(Duration::from_millis(dice.below(60)));
        }
        // Half of them wait until all is called saved, the others are killed in the middle of it.
        if dice.below(2) == 0 {
            window.shows(&[&word[..typed], "Saved "]);
        } else {
            std::thread::sleep(Duration::from_millis(dice.below(300)));
        }
        window.is_killed();
        let screen = window.screen();
        let (seen, file) = (seen(&screen, &word), fs::read_to_string(&path).unwrap());
        if is_acknowledged(&screen) && !seen.is_empty() {
            acknowledged += 1;
            letters += seen.len();
            assert!(file.contains(seen), "kill {kill}, {keys}: {seen} was called saved:\n{screen}\n{file}");
            let mut again = Window::open(home.path(), &["open", path.to_str().unwrap()]);
            again.resize(120, 36).shows(&[open, seen]).keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
            assert_eq!(again.ends().0, 0, "kill {kill}");
        }
        // In the list of half a thousand every start would be slow.
        fs::remove_file(&path).unwrap();
    }
    assert!(acknowledged > kills / 3, "only {acknowledged} of {kills} screens called anything saved");
    println!("{kills} kills, {acknowledged} with something acknowledged, {letters} letters, none lost");
}

#[test]
fn every_signal_and_closing_keep_what_is_half_typed() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let home = home();
        let path = session(home.path(), 7, false);
        let mut window = Window::open(home.path(), &["open", path.to_str().unwrap()]);
        window
            .shows(&["P3", "Saved "])
            .keys("M A L")
            .shows(&["what became of it"])
            .types("half a lin")
            .shows(&["half a lin"]);
        window.signal(signal);
        window.ends();
        assert!(fs::read_to_string(&path).unwrap().contains("half a lin"), "{signal:?}");
    }
    let home = home();
    let path = session(home.path(), 7, false);
    let mut window = Window::open(home.path(), &["open", path.to_str().unwrap()]);
    window.shows(&["P3", "Saved "]).keys("X Enter Enter").types("never me").keys("Ctrl+Q");
    window.shows(&["Everything is saved."]).keys("Y").ends();
    let mut again = Window::open(home.path(), &["open", path.to_str().unwrap()]);
    again.shows(&["never me", "Half typed when Plenary ended"]);
}

#[test]
fn a_name_is_kept_from_its_first_letter_and_names_the_file_once_it_is_whole() {
    let home = home();
    let names = || {
        let entries = fs::read_dir(home.path().join("sessions")).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    };
    let mut window = Window::open(home.path(), &[]);
    window.shows(&["New session"]).keys("N").shows(&["Partnership"]).types("Glens").shows(&["Glens", "Saved "]);
    window.is_killed();
    assert!(names()[0].ends_with("-partnership.ron") && names().len() == 1, "{:?}", names());
    let mut window = Window::open(home.path(), &[]);
    window.shows(&["Carry on: Glens"]).keys("Enter").shows(&["SET-UP", "Glens"]).types("ide CPP").shows(&["Saved "]);
    window.keys("Tab Tab").types("why").shows(&["why", "Saved "]).keys("PgDn").shows(&["BEFORE THE CHAIN", "Saved "]);
    window.keys("S").shows(&["STAGE 1 OF 7", "Saved "]).keys("PgDn 4").shows(&["4 MOSTLY", "Saved "]);
    assert!(names()[0].ends_with("-glenside-cpp.ron") && names().len() == 1, "{:?}", names());
    window.is_killed();
    let mut window = Window::open(home.path(), &[]);
    window.shows(&["Carry on: Glenside CPP"]).keys("Enter").shows(&["4 MOSTLY", "Saved "]);
    // A second one of that name never takes the place of the first.
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y").ends();
    let first = fs::read(home.path().join("sessions").join(&names()[0])).unwrap();
    let mut window = Window::open(home.path(), &[]);
    window.shows(&["New session"]).keys("N").shows(&["Partnership"]).types("Glenside CPP").shows(&["Saved "]);
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y").ends();
    assert_eq!(names().len(), 2, "{:?}", names());
    assert!(names().iter().any(|name| name.ends_with("-glenside-cpp-2.ron")), "{:?}", names());
    assert!(names().iter().any(|name| fs::read(home.path().join("sessions").join(name)).unwrap() == first));
}

#[test]
fn an_open_vote_that_a_signal_ends_is_said_to_be_lost() {
    let home = home();
    let path = session(home.path(), 7, false);
    let mut window = Window::open(home.path(), &["open", path.to_str().unwrap()]);
    window.shows(&["P3", "Saved "]).keys("V K").shows(&["in"]).types("4").shows(&["vote not kept"]);
    window.signal(Signal::TERM);
    window.ends();
    window.full_screen(false).shows(&["is not kept: 1 vote."]);
    let left = window.screen();
    assert!(left.contains("The open vote on P3") && left.contains("is not kept: 1 vote."), "{left}");
    assert!(!left.contains("Everything is saved"), "{left}");
    let mut window = Window::open(home.path(), &["open", path.to_str().unwrap()]);
    window.shows(&["A vote on P3", "was open and was not kept"]);
}
