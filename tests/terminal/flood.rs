//! More than anybody types: a paste of a megabyte, a storm of sizes, a window without cells (T12). And in all that
//! comes out, no sequence that is not Plenary's own.

use super::window::Window;
use super::{at_work, home, rating, saved};
use crate::support::child::is_long;

/// The sequences that Plenary sends besides colours and places.
const OURS: [&str; 13] = [
    "[?1049h", "[?1049l", "[?2004h", "[?2004l", "[?1000h", "[?1000l", "[?1006h", "[?1006l", "[?25h", "[?25l", "[0m",
    "[2J", "[m",
];

/// The first thing in an output that is not Plenary's own.
fn foreign(output: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(output) {
        Ok(text) => text,
        // The end may stand in the middle of a letter.
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&output[..error.valid_up_to()]).unwrap(),
        Err(error) => return Some(format!("no UTF-8: {error}")),
    };
    let mut parts = text.split('\u{1b}');
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let numbers = part.strip_prefix('[').map(|rest| {
            rest.split(|letter: char| !letter.is_ascii_digit() && letter != ';').next().unwrap_or_default().len()
        });
        let known = OURS.iter().find(|ours| part.starts_with(**ours)).map(|ours| ours.len());
        let placed = numbers.filter(|length| part[1 + length..].starts_with(['m', 'H', 'G'])).map(|length| length + 2);
        match known.or(placed) {
            Some(length) => bare.push_str(&part[length..]),
            None => return Some(format!("ESC {:?}", part.chars().take(20).collect::<String>())),
        }
    }
    // Before and after the program has the screen, its line ends are the terminal's.
    let control = |letter: &char| plenary::clean::is_unsafe(*letter) && !matches!(letter, '\r' | '\n');
    bare.chars().find(control).map(|letter| format!("{letter:?}"))
}

#[test]
fn what_is_foreign_is_found() {
    assert_eq!(foreign("\u{1b}[?1049h\u{1b}[3;4H\u{1b}[0;1;38;5;233mSaved ■\u{1b}[2J\u{1b}[7G".as_bytes()), None);
    for text in [
        "\u{1b}]0;title\u{7}",
        "\u{1b}[5n then more text",
        "a\u{7}",
        "\u{9b}2J",
        "a\u{202e}b",
        "\u{1b}c and so on ....",
    ] {
        assert!(foreign(text.as_bytes()).is_some(), "{text:?}");
    }
}

#[test]
fn a_paste_of_a_megabyte_is_refused_and_one_that_fits_is_a_long_note_and_nothing_else() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("N").shows(&["Esc keep"]);
    let hostile = "Ctrl+Q Y \u{1b}]0;title\u{7}\u{1b}[31m\u{9b}2J\u{202e}wog\u{200b}\u{e0041} 1 2 3 q\r\n";
    window.pastes(&hostile.repeat(1024 * 1024 / hostile.len())).shows(&["letters, and 65,536 fit here"]);
    window.pastes(&format!("first {}", hostile.repeat(60_000 / hostile.len())));
    window.types(" ").keys("Home").keys("Esc").shows(&["4 MOSTLY", "Saved "]).keys("5").shows(&["5 FIRMLY", "Saved "]);
    let session = saved(home.path());
    let note = &session.answer(&"I1".into()).note;
    assert!(note.starts_with("first Ctrl+Q Y  ]0;title  [31m 2Jwog 1 2 3 q\n"), "{note:.80}");
    assert!((40_000..=65_536).contains(&note.len()), "{} bytes", note.len());
    assert_eq!((rating(&session, "I1"), session.answers.len()), (Some(5), 1));
    // Seen on every screen that shows it.
    window
        .keys("N")
        .shows(&["Esc keep"])
        .keys("Esc")
        .keys("F5")
        .shows(&["STRENGTHS AND RISKS"])
        .keys("Enter")
        .shows(&["Counts as"]);
    window.keys("Esc").shows(&["STRENGTHS AND RISKS"]);
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(window.left_behind(), "");
    assert_eq!(foreign(&window.output()), None);
}

/// Sizes one after the other, as somebody tugs at the window's corner.
fn storm(window: &mut Window, sizes: u16) {
    for round in 0..sizes {
        let (columns, rows) = (1 + (round % 200) * 37 % 200, 1 + (round % 70) * 23 % 70);
        window.resize(columns, rows);
        if round % 16 == 0 {
            window.keys(if round % 32 == 0 { "2" } else { "4" });
            window.resize_to_nothing();
        }
    }
}

#[test]
fn a_storm_of_sizes_loses_nothing() {
    let home = home();
    let mut window = at_work(home.path());
    storm(&mut window, if is_long() { 2_000 } else { 50 });
    window.resize(80, 24).shows(&["I1", "Saved "]).keys("3").shows(&["3 GROWING", "Saved "]);
    assert_eq!(rating(&saved(home.path()), "I1"), Some(3));
    window.keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(window.left_behind(), "");
    assert_eq!(foreign(&window.output()), None);
}

#[test]
fn a_window_without_cells_is_waited_out() {
    let home = home();
    let mut window = at_work(home.path());
    window.resize_to_nothing().keys("2");
    window.resize(80, 24).shows(&["2 PATCHY", "Saved "]);
    assert_eq!(rating(&saved(home.path()), "I1"), Some(2));
}
