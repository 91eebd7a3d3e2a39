//! What a terminal sends that nobody pressed, and what terminals of all ages send for keys: in the real program.

use super::window::Window;
use super::{at_work, home, rating, saved};

/// Replies, reports, broken sequences and bytes of another encoding; each has come to its end, or is given up soon.
const NOISE: [&[u8]; 36] = [
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b]10;rgb:dcdc/dfdf/e4e4\x07",
    b"\x1b]52;c;NDIyNDI=\x1b\\",
    b"\x9d4;1;rgb:2222/3333/1111\x9c",
    b"\x1b[>41;330;0c",
    b"\x1b[?62;1;2;4c",
    b"\x1bP!|7E565445\x1b\\",
    b"\x1bP>|term 1.2\x1b\\",
    b"\x1bP1$r2;1m\x1b\\",
    b"\x1b_Gi=1;OK 1\x1b\\",
    b"\x1b^1 2 3\x1b\\",
    b"\x1bX1 2 3\x1b\\",
    b"\x1b[?997;1n",
    b"\x1b[?2026;2$y",
    b"\x1b[12;2$y",
    b"\x1b[12;34R",
    b"\x1b[?1u",
    b"\x1b[4;480;640t",
    b"\x1b[1;2;3z",
    b"\x1b1",
    b"\x1b2",
    b"\x1bn",
    b"\x1b\r",
    b"\x1b\x7f",
    "\x1bé".as_bytes(),
    b"\xb1",
    b"\xe9",
    b"\xff",
    b"\x85",
    b"\xf0\x9f",
    b"\x9b?1;2y",
    // Without an end.
    b"\x1b[1;2",
    b"\x1b]2;1 2",
    b"\x1bP1",
    b"\x1b[<0;20",
    b"\x1bO",
];

#[test]
fn what_nobody_pressed_changes_nothing_and_the_keys_live() {
    let home = home();
    let mut window = at_work(home.path());
    for (round, noise) in NOISE.iter().enumerate() {
        // A key that is a sequence of its own is heard whatever it follows: F12 means nothing here.
        window.says(noise).types("\x1b[24~");
        let (key, name) = if round % 2 == 0 { ("5", "5 FIRMLY") } else { ("4", "4 MOSTLY") };
        window.types(key).shows(&[name, "Saved "]);
        // Closing is asked for at once.
        window.says(noise).types("\x11").shows(&["Everything is saved.", "stay"]);
        std::thread::sleep(std::time::Duration::from_millis(150));
        window.types("\r").shows(&[name]);
        let session = saved(home.path());
        assert_eq!((rating(&session, "I1"), session.answers.len()), (key.parse().ok(), 1), "{noise:?}");
        assert_eq!(session.answer(&"I1".into()).history.len(), round + 2, "{noise:?}");
    }
    window.keys("Ctrl+C").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(window.left_behind(), "");
}

#[test]
fn a_reply_that_comes_in_parts_records_nothing_and_closes_nothing() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("N").shows(&["Esc keep"]).types("abc").shows(&["abc"]);
    let parts: [&[&[u8]]; 6] = [
        &[b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b", b"\\"],
        &[b"\x1b]11;rgb:1e1e", b"/1e1e/1e4e\x1b\\"],
        &[b"\x1bP>|term 1", b".2 4\x1b", b"\\"],
        &[b"\x1b[?62", b";4c"],
        &[b"\x1bPtmux;\x1b\x1b]11;rgb:1/2/3\x07\x1b\\"],
        &[b"\x1bN4"],
    ];
    for parts in parts {
        for part in parts {
            window.says(part);
            // Longer than the rest of a sequence is waited for.
            std::thread::sleep(std::time::Duration::from_millis(150));
        }
        window.types("d").shows(&["d"]);
    }
    window.keys("Esc").shows(&["4 MOSTLY", "Saved "]);
    let session = saved(home.path());
    assert_eq!(session.answer(&"I1".into()).note, "abcdddddd");
    assert_eq!((rating(&session, "I1"), session.answers.len()), (Some(4), 1));
}

#[test]
fn a_paste_without_an_end_is_kept_and_the_keys_live() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("N").shows(&["Esc keep"]).types("\x1b[200~half a paste").shows(&["half a paste"]);
    window.types(", and more").shows(&["half a paste, and more"]);
    window.keys("Esc").shows(&["4 MOSTLY", "Saved "]).keys("2").shows(&["2 PATCHY", "Saved "]);
    let session = saved(home.path());
    assert_eq!(session.answer(&"I1".into()).note, "half a paste, and more");
    assert_eq!(rating(&session, "I1"), Some(2));
    // Where nothing is typed it is nothing.
    window.types("\x1b[200~1 3 5 n").keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(rating(&saved(home.path()), "I1"), Some(2));
}

#[test]
fn control_h_deletes_a_letter_and_alt_with_backspace_none() {
    let home = home();
    let mut window = at_work(home.path());
    window.keys("N").shows(&["Esc keep"]).types("abc\x08\x08|").shows(&["a|"]).says(b"\x1b\x7f").says(b"\x1b\x08");
    window.types("\x1b[24~!").shows(&["a|!"]).keys("Esc").shows(&["4 MOSTLY", "Saved "]);
    assert_eq!(saved(home.path()).answer(&"I1".into()).note, "a|!");
    // Nor anything anywhere else.
    window.types("\x08").types("2").shows(&["2 PATCHY", "Saved "]);
}

#[test]
fn a_locale_without_utf_8_gets_ascii_by_itself() {
    for (variable, value) in [("LC_ALL", "C"), ("LC_CTYPE", "en_GB.ISO-8859-1"), ("LANG", "POSIX")] {
        let home = home();
        let mut window = Window::with(home.path(), &["demo"], &[(variable, value)]);
        window.shows(&["Riverside", "Saved "]).keys("F5").shows(&["STRENGTHS AND RISKS"]);
        window.keys("F1").shows(&["Ctrl+Q"]);
        let output = window.output();
        assert!(output.len() > 1_000 && output.is_ascii(), "{variable}={value}");
    }
    let home = home();
    let mut window = Window::with(home.path(), &["demo", "--ascii=no"], &[("LC_ALL", "C")]);
    window.shows(&["Riverside", "Saved "]);
    assert!(!window.output().is_ascii());
}

#[test]
fn a_terminal_of_sixteen_colours_is_sent_their_own_codes() {
    let home = home();
    let mut window = Window::with(home.path(), &["demo"], &[("TERM", "linux")]);
    window.shows(&["Riverside", "Saved "]).keys("F5").shows(&["STRENGTHS AND RISKS"]);
    let output = String::from_utf8_lossy(&window.output()).into_owned();
    assert!(!output.contains("8;5;"), "{output:?}");
    assert!(output.contains("\x1b[3") || output.contains(";3"), "{output:?}");
}
