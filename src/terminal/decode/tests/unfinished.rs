//! Replies that come in parts: over a slow line more time lies between two of them than is waited for.

use super::{Typist, heard};

/// What comes of parts with a pause between them, and of a key a little later.
fn in_parts(parts: &[&[u8]], pause: u64) -> Vec<String> {
    let mut typist = Typist::default();
    for part in parts {
        typist.sends(part).waits(pause);
    }
    typist.waits(100).sends(b"2").heard()
}

#[test]
fn an_end_that_comes_in_two_halves_is_no_esc() {
    for reply in [&b"\x1b]11;rgb:4444/4444/4444\x1b"[..], b"\x1bP>|term 4\x1b", b"\x1b_Gi=1;OK\x1b", b"\x9d4\x1b"] {
        for pause in [0, 5, 31, 60, 99, 150, 400, 900] {
            assert_eq!(in_parts(&[reply, b"\\"], pause), ["2"], "{reply:?} after {pause} ms");
        }
        // The other half never comes.
        assert_eq!(in_parts(&[reply], 2_000), ["2"]);
        // A sequence of its own goes on as one.
        assert_eq!(in_parts(&[reply, b"[6~"], 20), ["PgDn", "2"]);
    }
}

#[test]
fn a_reply_within_a_reply_is_no_esc() {
    // As a multiplexer is asked to pass it on: each Esc is doubled.
    assert_eq!(heard(b"\x1bPtmux;\x1b\x1b]11;rgb:1/2/3\x07\x1b\\"), [""; 0]);
    assert_eq!(heard(b"\x1bPtmux;\x1b\x1b]11;rgb:1/2/3\x1b\x1b\\\x1b\\2"), ["2"]);
    assert_eq!(heard(b"\x1bP4\x1b\x1b\x1b\x11"), ["Ctrl+Q"]);
}

#[test]
fn what_a_reply_says_late_is_still_the_reply() {
    for pause in [50, 120, 400, 900] {
        for (parts, begun) in [
            (&[&b"\x1b]11;rgb:1e1e"[..], b"/1e1e/1e4e\x1b\\"][..], false),
            (&[b"\x1b]11;rgb:1e1e/4", b"4\x07"], false),
            (&[b"\x1b]11;rgb:1e1e/4", b"4\x1b", b"\\"], false),
            (&[b"\x1bP>|term 1", b".2 4\x1b\\"], false),
            (&[b"\x1bP>|term 1", b".2 4\x1b\\\x1b[?62;4c"], false),
            (&[b"\x1b[?62", b";4c"], false),
            (&[b"\x1b[", b"?62;4c"], false),
            (&[b"\x1b[?2026;2", b"$y"], false),
            (&[b"\x1b[<0;4", b";4m\x1b[<35;4;4m"], false),
            // That Esc was a key for as long as nothing followed it; what follows is none.
            (&[b"\x1b", b"]11;rgb:1e1e/1e1e/1e4e\x1b\\"], true),
            (&[b"\x1b", b"]11;rgb:1e1e", b"/1e1e/1e4e\x1b\\"], true),
            (&[b"\x1b", b"P>|term 1.2 4\x1b\\"], true),
            (&[b"\x1b", b"_Gi=4;OK\x1b\\"], true),
            (&[b"\x1b", b"[?62;4c"], true),
        ] {
            let heard = in_parts(parts, pause);
            let expected: &[&str] = if begun { &["Esc", "2"] } else { &["2"] };
            // What came in time is all of it.
            assert!(heard == expected || heard == ["2"], "{parts:?} after {pause} ms: {heard:?}");
        }
    }
    assert_eq!(in_parts(&[b"\x1b", b"[A"], 50), ["Esc", "Up", "2"]);
    assert_eq!(in_parts(&[b"\x1b[20", b"0~1 2 3\x1b[201~"], 150), ["paste \"1 2 3\"", "2"]);
    assert_eq!(in_parts(&[b"\x1b", b"[200~1 2 3\x1b[201~"], 50), ["Esc", "paste \"1 2 3\"", "2"]);
}

#[test]
fn what_is_typed_after_a_broken_reply_is_typed() {
    let typed = |begun: &[u8], text: &str| {
        let text: Vec<u8> = text.bytes().collect();
        Typist::default().sends(begun).waits(120).sends(&text).waits(200).heard().concat().replace("Space", " ")
    };
    for begun in [&b"\x1b]11;rgb:1e1e"[..], b"\x1bP4", b"\x1b[?62;4", b"\x1b["] {
        for text in ["4", "44", "n", "still here, 4", "/etc", "\\", "P3", "x24"] {
            assert_eq!(typed(begun, text).to_lowercase(), text.to_lowercase(), "{begun:?}");
        }
    }
    for text in ["4", "44", "n", "Private", "Xavier", "[", "]", "[sic]", "_4", "P3", "\\"] {
        assert_eq!(typed(b"\x1b", text).to_lowercase(), format!("Esc{text}").to_lowercase());
    }
    // Nor is anything waited for a second later.
    for (begun, text) in [(&b"\x1b[?62"[..], ";4c"), (b"\x1b]4", "4\x07"), (b"\x1b", "[4A")] {
        let heard = Typist::default().sends(begun).waits(1_200).sends(text.as_bytes()).heard();
        assert!(heard.iter().any(|key| key == "4"), "{begun:?} {heard:?}");
    }
}

#[test]
fn a_character_of_another_set_is_none() {
    // SS2 takes one character with it, as SS3 does.
    assert_eq!(heard(b"\x1bN4\x8e4\xc2\x8e4"), [""; 0]);
    assert_eq!(in_parts(&[b"\x1bN"], 100), ["2"]);
}
