//! The real program in a real terminal: starting, working, resizing, and every way of ending.

mod ending;
mod flood;
mod gate;
mod half_typed;
mod importing;
mod killing;
mod together;
mod wall;
pub(crate) mod window;

use plenary::session::Session;
use plenary::store;
use rustix::process::Signal;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use window::Window;

fn home() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The only session under a home.
fn file(home: &Path) -> PathBuf {
    let mut files = fs::read_dir(home.join("sessions")).unwrap().map(|entry| entry.unwrap().path());
    let file = files.find(|path| path.extension().is_some_and(|ending| ending == "ron")).expect("a session");
    assert_eq!(files.filter(|path| path.extension().is_some_and(|ending| ending == "ron")).count(), 0);
    file
}

fn saved(home: &Path) -> Session {
    store::open(&file(home)).unwrap().session
}

fn rating(session: &Session, feature: &str) -> Option<u8> {
    session.answer(&feature.into()).decided.at(None).rating().map(Into::into)
}

/// A window in which the room has agreed on a 4 for the first feature.
fn at_work(home: &Path) -> Window {
    let mut window = Window::open(home, &[]);
    window.shows(&["New session"]).keys("N").shows(&["Partnership"]);
    window.types("Glenside CPP").shows(&["Glenside CPP"]);
    window.keys("PgDn").shows(&["BEFORE THE CHAIN"]).keys("S").shows(&["STAGE 1 OF 7"]).keys("PgDn").shows(&["I1"]);
    window.keys("4").shows(&["4 MOSTLY", "Saved "]);
    window
}

fn closes(window: &mut Window) {
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(window.left_behind(), "");
}

#[test]
fn what_the_screen_calls_saved_is_on_disk() {
    let home = home();
    let mut window = at_work(home.path());
    assert_eq!(rating(&saved(home.path()), "I1"), Some(4));
    window.keys("2").shows(&["2 PATCHY", "Saved "]);
    assert_eq!(rating(&saved(home.path()), "I1"), Some(2));
    window.keys("PgDn 5").shows(&["5 FIRMLY", "Saved "]);
    let session = saved(home.path());
    assert_eq!((rating(&session, "I1"), rating(&session, "I2")), (Some(2), Some(5)));
    assert_eq!(session.about.partnership, "Glenside CPP");
}

#[test]
fn keys_typed_ahead_are_commands_in_their_order() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("PgDn 3 PgDn 2 PgDn 1 PgDn 5").shows(&["I5", "5 FIRMLY", "Saved "]);
    let session = saved(home.path());
    let ratings = ["I1", "I2", "I3", "I4", "I5"].map(|feature| rating(&session, feature));
    assert_eq!(ratings, [4, 3, 2, 1, 5].map(Some));
}

#[test]
fn a_key_that_a_clicker_was_taught_is_remembered_the_next_time() {
    let home = home();
    let mut window = Window::open(home.path(), &[]);
    window.shows(&["First time here?"]).keys("F2").shows(&["ROOM CHECK"]).keys("Right").shows(&["Right arrived"]);
    window.keys("1").shows(&["Learned: next is Right."]).keys("Esc").shows(&["New session"]);
    window.keys("Ctrl+Q").shows(&["Close"]).keys("Y");
    assert_eq!(window.ends().0, 0);
    let settings = fs::read_to_string(home.path().join("settings.ron")).unwrap();
    assert_eq!(settings, "(\n  clicker_next: Some(\"Right\"),\n)\n", "nothing that was not chosen");
    let mut window = at_work(home.path());
    assert!(!window.screen().contains("First time here?"));
    window.keys("Right").shows(&["I2"]).keys("3").shows(&["3 GROWING", "Saved "]);
    assert_eq!(rating(&saved(home.path()), "I2"), Some(3));
}

#[test]
fn a_button_that_bounces_counts_once() {
    let home = home();
    let mut window = at_work(home.path());
    window.types("\x1b[6~\x1b[6~\x1b[6~").shows(&["I2"]).keys("3").shows(&["3 GROWING", "Saved "]);
    assert_eq!(rating(&saved(home.path()), "I2"), Some(3));
}

#[test]
fn an_open_vote_is_in_no_file_and_no_show_tells_it() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("V").shows(&["Whole room"]).keys("K").shows(&["in"]).types("501234").shows(&["6 in"]);
    // Something else is saved meanwhile, and again at the end.
    window.keys("Esc").shows(&["4 MOSTLY"]).keys("2").shows(&["2 PATCHY", "Saved "]);
    let told = |home: &Path| {
        let shown = std::process::Command::new(env!("CARGO_BIN_EXE_plenary"))
            .args(["show", "--json", file(home).to_str().unwrap()])
            .env("PLENARY_HOME", home)
            .output()
            .unwrap();
        let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
        let item = shown["features"].as_array().unwrap()[0].clone();
        (item["votes"].as_array().unwrap().len(), item["median"].as_f64(), item["agreement"].clone())
    };
    assert_eq!(told(home.path()), (0, None, serde_json::Value::Null));
    assert_eq!(files_that_tell_of_votes(home.path()), Vec::<PathBuf>::new());
    window.keys("R").shows(&["5 votes", "Saved "]);
    assert_eq!(told(home.path()).0, 1, "a vote that is revealed is told");
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_ne!(files_that_tell_of_votes(home.path()), Vec::<PathBuf>::new());
}

/// Sessions, backups, recovery copies: whatever lies under a home and holds a round.
fn files_that_tell_of_votes(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                return files_that_tell_of_votes(&path);
            }
            let tells = ["rounds", "tallies", "counts"];
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).into_owned();
            tells.iter().any(|word| text.contains(word)).then_some(path).into_iter().collect()
        })
        .collect()
}

/// Terminals do not agree on how wide these are; what stands behind them on the row must stand where it was drawn.
#[test]
fn signs_made_of_several_characters_move_nothing_that_stands_behind_them() {
    let home = home();
    let mut window = at_work(home.path());
    let lines = ["family 👨‍👩‍👧 A", "flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 B", "joined نمی‌خواهم C", "ক‍্ষ D", "❤️‍🔥 👍🏽 E", "東京 F"];
    window.keys("N").shows(&["Everyone may read it"]);
    window.types(&format!("\x1b[200~{}\x1b[201~", lines.join("\r"))).shows(&["A", "F"]);
    for (keys, typed) in [("Up", "Q"), ("Up Home", "R"), ("Up End", "S"), ("Up Up", "T"), ("Backspace", "U")] {
        window.keys(keys).types(typed).shows(&[typed]).stands_in_line("║", 10);
    }
    window.keys("Esc").shows(&["Note  family 👨"]);
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(saved(home.path()).answer(&"I1".into()).note.lines().count(), 6);
}

#[test]
fn a_window_of_any_size_keeps_the_work() {
    let home = home();
    let mut window = at_work(home.path());
    for (columns, rows) in [(60, 17), (120, 36), (63, 24), (40, 12)] {
        window.resize(columns, rows).shows(&["I1", "Saved "]);
    }
    window.resize(20, 5).shows(&["too small"]);
    // Keys still count where nothing can be shown.
    window.keys("2");
    window.resize(80, 24).shows(&["2 PATCHY", "Saved "]);
    assert_eq!(rating(&saved(home.path()), "I1"), Some(2));
}

#[test]
fn closing_asks_once_and_gives_the_terminal_back() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("q").shows(&["Ctrl+Q closes"]);
    window.keys("Ctrl+Q").shows(&["Everything is saved.", "stay"]).keys("Enter").shows(&["4 MOSTLY"]);
    window.keys("Ctrl+C").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(window.left_behind(), "");
}

#[test]
fn closing_in_the_middle_of_a_name_keeps_what_was_typed() {
    let home = home();
    let mut window = Window::open(home.path(), &[]);
    window.shows(&["New session"]).keys("N").shows(&["Partnership"]).types("Glen").shows(&["Glen"]);
    window.keys("Ctrl+Q").shows(&["close"]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(saved(home.path()).about.partnership, "Glen");
}

#[test]
fn every_signal_that_would_end_it_saves_and_gives_the_terminal_back() {
    let signals = [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::ALARM, 142),
        (Signal::PIPE, 141),
        (Signal::ABORT, 134),
        (Signal::TRAP, 133),
        #[cfg(target_os = "linux")]
        (Signal::USR1, 138),
        #[cfg(target_os = "linux")]
        (Signal::USR2, 140),
        #[cfg(target_os = "linux")]
        (Signal::IO, 157),
        #[cfg(target_os = "linux")]
        (Signal::SYS, 159),
        #[cfg(target_os = "linux")]
        (Signal::BUS, 135),
        #[cfg(target_os = "linux")]
        (Signal::POWER, 158),
        #[cfg(target_os = "linux")]
        (Signal::STKFLT, 144),
        (Signal::XCPU, 152),
        (Signal::XFSZ, 153),
        (Signal::VTALARM, 154),
        (Signal::PROF, 155),
    ];
    let check = |(signal, code): (Signal, u32)| {
        let home = home();
        let mut window = at_work(home.path());
        // Half a note, and the signal right behind it.
        window.keys("N").shows(&["Esc keep"]).types("Half a not").shows(&["Half a not"]).signal(signal);
        let (ended, took) = window.ends();
        assert_eq!(ended, code, "{signal:?}");
        assert!(took < Duration::from_secs(3), "{signal:?} took {took:?}");
        assert_eq!(window.left_behind(), "", "{signal:?}");
        assert_eq!(saved(home.path()).answer(&"I1".into()).note, "Half a not");
    };
    std::thread::scope(|scope| {
        for some in signals.chunks(signals.len().div_ceil(4)) {
            scope.spawn(move || some.iter().copied().for_each(check));
        }
    });
}

#[test]
fn opening_again_resumes_on_the_same_item() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("PgDn PgDn 3").shows(&["I3", "3 GROWING", "Saved "]);
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    let path = file(home.path());
    Window::open(home.path(), &["open", path.to_str().unwrap()]).shows(&["I3", "3 GROWING", "Glenside CPP"]);
    // From the start page too: the last session stands first.
    Window::open(home.path(), &[]).shows(&["Glenside CPP"]).keys("Enter").shows(&["I3", "3 GROWING"]);
}

#[test]
fn a_closed_window_ends_the_program() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("3").shows(&["3 GROWING", "Saved "]).close("M");
    let (code, took) = window.ends();
    assert_eq!(code, 129);
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(rating(&saved(home.path()), "I1"), Some(3));
}

#[test]
fn a_closed_window_ends_the_program_without_a_signal_too() {
    let home = home();
    at_work(home.path()).keys("Ctrl+Q").shows(&["saved"]).keys("Y").ends();
    let path = file(home.path());
    let mut window = Window::below_shell(home.path(), &["open", path.to_str().unwrap()]);
    window.shows(&["4 MOSTLY"]).keys("5").shows(&["5 FIRMLY", "Saved "]).close("M");
    let (code, took) = window.ends();
    assert_eq!(code, 129);
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(rating(&saved(home.path()), "I1"), Some(5));
}

#[test]
fn a_hundred_waiting_keys_are_drawn_a_few_times_not_a_hundred() {
    let home = home();
    let mut window = at_work(home.path());
    window.output();
    window.keys("1").shows(&["1 NOT YET", "Saved "]);
    let one = window.output().len();
    window.keys(&"3 4 ".repeat(50)).keys("5").shows(&["5 FIRMLY", "Saved "]);
    let hundred = window.output().len();
    assert!(hundred < 25 * one, "one key took {one} bytes, a hundred at once {hundred}");
    // Each of them counted all the same.
    assert_eq!(saved(home.path()).answer(&"I1".into()).history.len(), 103);
}

#[test]
fn pasted_text_is_text_and_never_commands() {
    let home = home();
    let mut window = at_work(home.path());
    window.pastes("1 2 3 x q u Y\r\n").keys("PgDn").shows(&["I2"]).keys("PgUp").shows(&["4 MOSTLY"]);
    window.keys("N").shows(&["Esc keep"]).pastes("first line\nsecond \u{1b}[31mline").shows(&["second"]);
    window.keys("Esc").shows(&["4 MOSTLY", "Saved "]);
    let note = saved(home.path()).answer(&"I1".into()).note.clone();
    assert!(note.starts_with("first line\nsecond "), "{note:?}");
    assert!(!note.contains('\u{1b}'), "{note:?}");
}

#[test]
fn after_a_stop_the_screen_comes_back_whole() {
    let home = home();
    let mut window = at_work(home.path());
    window.output();
    window.signal(Signal::STOP).signal(Signal::CONT);
    // The terminal is taken over again, and everything drawn anew.
    window.sends("\u{1b}[?1049h").sends("\u{1b}[2J").shows(&["4 MOSTLY"]).keys("5").shows(&["5 FIRMLY", "Saved "]);
}

#[test]
fn without_colour_no_colour_is_sent() {
    let home = home();
    let mut window = Window::with(home.path(), &[], &[("NO_COLOR", "1")]);
    window.shows(&["New session"]).keys("Down").keys("Ctrl+Q").shows(&["stay"]);
    let output = String::from_utf8_lossy(&window.output()).into_owned();
    for sequence in output.split("\u{1b}[").skip(1) {
        let numbers = sequence.split('m').next().unwrap_or_default();
        let style = numbers.chars().all(|letter| letter.is_ascii_digit() || letter == ';');
        let colour = |number: &str| matches!(number.parse(), Ok(30_u32..=38 | 40..=48 | 90..));
        assert!(!style || !sequence.contains('m') || !numbers.split(';').any(colour), "{sequence:?}");
    }
}

#[test]
fn what_cannot_be_saved_is_said_until_the_end() {
    let home = home();
    let mut window = at_work(home.path());
    // Root may write anywhere, so the folder goes and a file takes its place.
    let (folder, away) = (home.path().join("sessions"), home.path().join("away"));
    fs::rename(&folder, &away).unwrap();
    fs::write(&folder, "in the way").unwrap();
    window.keys("1").shows(&["NOT SAVED"]);
    window.keys("Ctrl+Q").shows(&["close"]).keys("Y");
    assert_eq!(window.ends().0, 1);
    assert_eq!(window.left_behind(), "");
    window.shows(&["NOT SAVED: "]);
    // And the work is not lost: it was kept in the recovery copy, and goes on from there.
    fs::remove_file(&folder).unwrap();
    fs::rename(&away, &folder).unwrap();
    let mut window = Window::open(home.path(), &[]);
    window
        .shows(&["Glenside CPP"])
        .keys("Enter")
        .shows(&["1 NOT YET", "recovery copy"])
        .keys("5")
        .shows(&["5 FIRMLY", "Saved "]);
}

#[test]
fn the_sample_session_is_a_copy_each_time() {
    let home = home();
    for copies in [2, 4] {
        let mut window = Window::open(home.path(), &["demo"]);
        window.shows(&["Riverside", "Saved "]).keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
        assert_eq!(window.ends().0, 0);
        let entries = store::list(&home.path().join("sessions")).unwrap();
        let mut ids: Vec<String> = entries.iter().map(|entry| entry.head.clone().unwrap().id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((entries.len(), ids.len()), (copies, copies));
    }
}
