//! What the bytes of terminals become: keys of every terminal, and nothing of what nobody pressed.

mod noise;
mod unfinished;

use super::*;

/// Somebody at a terminal: bytes with pauses between them.
#[derive(Default)]
struct Typist {
    decoder: Decoder,
    now: Option<Instant>,
    events: Vec<Event>,
}

impl Typist {
    fn sends(&mut self, bytes: &[u8]) -> &mut Self {
        let now = *self.now.get_or_insert_with(Instant::now);
        self.decoder.feed(bytes, now, &mut |event| self.events.push(event));
        self
    }

    /// Time passes as in the program: what is waited for is given up when its time has come.
    fn waits(&mut self, milliseconds: u64) -> &mut Self {
        let now = self.now.get_or_insert_with(Instant::now);
        *now += Duration::from_millis(milliseconds);
        if self.decoder.deadline().is_some_and(|deadline| deadline <= *now) {
            self.decoder.give_up(&mut |event| self.events.push(event));
        }
        self
    }

    fn heard(&mut self) -> Vec<String> {
        std::mem::take(&mut self.events).iter().map(words).collect()
    }
}

fn words(event: &Event) -> String {
    match event {
        Event::Key(key) => key.to_string(),
        Event::Paste(text) => format!("paste {text:?}"),
        other => format!("{other:?}"),
    }
}

/// What bytes become that come at once, and then a long silence.
fn heard(bytes: &[u8]) -> Vec<String> {
    Typist::default().sends(bytes).waits(10_000).heard()
}

#[test]
fn every_key_of_every_terminal_is_heard() {
    let cases: &[(&str, &str)] = &[
        ("4", "4"),
        ("n?Z ", "N ? Z Space"),
        ("\r\t\x7f\x08", "Enter Tab Backspace Backspace"),
        ("\x03\x11\x13\x1a", "Ctrl+C Ctrl+Q Ctrl+S Ctrl+Z"),
        ("\x1b", "Esc"),
        // xterm, with and without modifiers, and in the mode of applications.
        ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z", "Up Down Right Left Home End Shift+Tab"),
        ("\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF", "Up Down Right Left Home End"),
        ("\x1b[1;5A\x1b[1;2H\x1b[1;3D\x1b[1;6F\x1b[1;2Z", "Up Home Left End Shift+Tab"),
        ("\x1b[3~\x1b[5~\x1b[6~\x1b[2~", "Del PgUp PgDn"),
        ("\x1b[3;5~\x1b[5;2~\x1b[6;3~", "Del PgUp PgDn"),
        ("\x1bOP\x1bOQ\x1bOR\x1bOS\x1b[15~\x1b[17~\x1b[18~\x1b[19~", "F1 F2 F3 F4 F5 F6 F7 F8"),
        ("\x1b[20~\x1b[21~\x1b[23~\x1b[24~\x1b[25~", "F9 F10 F11 F12"),
        ("\x1b[1;2P\x1b[1;5S\x1b[15;2~\x1bO1;2P\x1bO5Q", "F1 F4 F5 F1 F2"),
        // rxvt, PuTTY, tmux, screen.
        ("\x1b[7~\x1b[8~\x1b[1~\x1b[4~", "Home End Home End"),
        ("\x1b[11~\x1b[12~\x1b[13~\x1b[14~", "F1 F2 F3 F4"),
        ("\x1bOa\x1bOb\x1b[5^\x1b[6@", "Up Down PgUp PgDn"),
        ("\x1b[5$", "PgUp"),
        // The Linux console.
        ("\x1b[[A\x1b[[B\x1b[[E", "F1 F2 F5"),
        // Esc and a key at once; rxvt's Alt and a key.
        ("\x1b\x1b[6~", "Esc PgDn"),
        ("\x1b\x1bOA", "Esc Up"),
        // The kitty protocol and xterm's other keys, left on by another program.
        ("\x1b[52u\x1b[113;5u\x1b[97;2u\x1b[27u\x1b[13u", "4 Ctrl+Q A Esc Enter"),
        ("\x1b[47:63;2u\x1b[9;2u\x1b[127u\x1b[104;5u\x1b[57403u\x1b[57422u", "? Shift+Tab Backspace Backspace 4 PgDn"),
        ("\x1b[27;5;113~\x1b[1;1:1A\x1b[1;1:2A\x1b[1;1:3A\x1b[52;1:3u", "Ctrl+Q Up Up"),
        // Eight bits.
        ("\u{9b}6~\u{8f}P", "PgDn F1"),
        // What people write.
        ("é東👍", "É 東 👍"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(heard(bytes.as_bytes()).join(" ").to_uppercase(), expected.to_uppercase(), "{bytes:?}");
        // However the system cuts it up.
        let mut typist = Typist::default();
        for byte in bytes.as_bytes() {
            typist.sends(&[*byte]).waits(5);
        }
        assert_eq!(typist.waits(10_000).heard().join(" ").to_uppercase(), expected.to_uppercase(), "{bytes:?}");
    }
    assert_eq!(heard(b"\x9b6~\x8fP"), ["PgDn", "F1"]);
}

#[test]
fn clicks_and_the_wheel_are_heard() {
    let cases: &[(&[u8], &[&str])] = &[
        (b"\x1b[<0;20;12M\x1b[<0;20;12m", &["Press(19, 11)"]),
        (b"\x1b[<64;1;1M\x1b[<65;300;99M", &["Wheel(false)", "Wheel(true)"]),
        (b"\x1b[<4;2;2M", &["Press(1, 1)"]),
        (b"\x1b[<2;2;2M\x1b[<32;2;2M\x1b[<1;2;2M\x1b[<66;2;2M", &[]),
        (b"\x1b[M !!\x1b[M#!!\x1b[M`!!", &["Press(0, 0)", "Wheel(false)"]),
        (b"\x1b[M \xf0\xe1", &["Press(207, 192)"]),
        (b"\x1b[32;5;6M\x1b[35;5;6M", &["Press(4, 5)"]),
        (b"\x1b[I\x1b[O", &[]),
    ];
    for (bytes, expected) in cases {
        assert_eq!(heard(bytes), *expected, "{bytes:?}");
    }
}

#[test]
fn what_a_terminal_says_to_others_is_nothing_and_the_next_key_is_heard_at_once() {
    let replies: &[&[u8]] = &[
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        b"\x1b]10;rgb:dcdc/dfdf/e4e4\x07",
        b"\x1b]4;1;rgb:cccc/2424/1d1d\x1b\\",
        b"\x1b]52;c;NDQ0NDQ0\x1b\\",
        "\x1b]lüber Ü 4 4 2\x1b\\".as_bytes(),
        b"\x9d11;rgb:4444/4444/4444\x9c",
        b"\x1bP>|term 1.2\x1b\\",
        b"\x1bP1+r544e=787465726d\x1b\\",
        b"\x1bP1$r0;4;2m\x1b\\",
        b"\x90>|term 4\x9c",
        b"\x1b_Gi=31;OK 4\x1b\\",
        b"\x1b^4 4\x1b\\",
        b"\x1bX4 n\x1b\\",
        b"\x1b[?62;1;4c",
        b"\x1b[>41;330;0c",
        b"\x1b[=1;2c",
        b"\x1b[?997;1n",
        b"\x1b[0n",
        b"\x1b[24;80R",
        b"\x1b[?1;4R",
        b"\x1b[?2026;2$y",
        b"\x1b[4;2$y",
        b"\x1b[?1u",
        b"\x1b[8;24;80t",
        b"\x1b[2;1;1;112;112;1;0x",
        b"\x1b[1;4;4;4&w",
        b"\x1b[>4;1m",
        b"\x1b[4z",
        b"\x1b[4;4;4~",
        b"\x1b[99~",
        b"\x1b[201~",
        b"\x1b[1;2;3;4;5;6A",
        // Alt and a character, of one byte and more, and what begins no sequence.
        b"\x1b4",
        b"\x1bn",
        b"\x1b\r",
        b"\x1b\x7f",
        b"\x1b\x08",
        b"\x1b\t",
        b"\x1b\x1a",
        "\x1bé".as_bytes(),
        b"\x1b\\",
        b"\x1b(4",
        // Bytes of another encoding, and broken ones.
        b"\xe9",
        b"\xb4",
        b"\xff\xfe",
        b"\xc3",
        b"\xe2\x82",
        b"\xf0\x9f\x91",
        b"\xc0\xb4",
        b"\xed\xa0\x80",
        b"\x80\x81\x85\x99",
        b"\x00\x1c\x1d\x1e\x1f",
    ];
    for reply in replies {
        assert_eq!(heard(reply), [""; 0], "{}", String::from_utf8_lossy(reply));
        assert_eq!(heard(&[reply, &b"\x11"[..]].concat()), ["Ctrl+Q"], "{}", String::from_utf8_lossy(reply));
        let then = Typist::default().sends(reply).waits(20).sends(b"2").heard();
        assert_eq!(then, ["2"], "{}", String::from_utf8_lossy(reply));
    }
}

#[test]
fn what_has_lost_its_end_is_given_up_soon_and_nothing_of_it_is_typed() {
    let broken: &[&[u8]] = &[
        b"\x1b]11;rgb:1e1e",
        b"\x1bP>|term 4",
        b"\x1b_4",
        b"\x1b^4",
        b"\x1bX4",
        b"\x9d4",
        b"\x1b[",
        b"\x1b[4",
        b"\x1b[?997;1",
        b"\x1b[<0;4",
        b"\x1b[[",
        b"\x1b[M44",
        b"\x1bO",
        b"\x1bO4",
        b"\x1b(",
        b"\xe2\x82",
    ];
    for reply in broken {
        let mut typist = Typist::default();
        assert_eq!(typist.sends(reply).waits(100).sends(b"2").heard(), ["2"], "{reply:?}");
        // The ways out do not even wait for that; whatever else comes at once is part of it.
        assert_eq!(typist.sends(reply).sends(b"\x11").heard(), ["Ctrl+Q"], "{reply:?}");
        assert_eq!(typist.waits(100).sends(reply).waits(99).sends(b"\x03").heard(), ["Ctrl+C"], "{reply:?}");
        // A key that is a sequence begins anew.
        assert_eq!(typist.waits(100).sends(reply).sends(b"\x1b[6~").heard(), ["PgDn"], "{reply:?}");
    }
    // However long it is.
    let endless = [b"\x1b[?".to_vec(), b"44;".repeat(10_000)].concat();
    assert_eq!(Typist::default().sends(&endless).waits(100).sends(b"2").heard(), ["2"]);
    let clipboard = [b"\x1b]52;c;".to_vec(), b"NDQ0".repeat(50_000)].concat();
    // That one may pause in the midst of it.
    assert_eq!(Typist::default().sends(&clipboard).waits(300).sends(b"NDQ0\x07").waits(1).sends(b"2").heard(), ["2"]);
}

#[test]
fn esc_alone_is_a_key_and_so_is_what_is_typed_after_it() {
    assert_eq!(Typist::default().sends(b"\x1b").waits(30).heard(), ["Esc"]);
    assert_eq!(Typist::default().sends(b"\x1b").waits(31).sends(b"4").heard(), ["Esc", "4"]);
    assert_eq!(Typist::default().sends(b"\x1b").waits(31).sends(b"[").waits(90).sends(b"6").heard(), ["Esc", "[", "6"]);
    assert_eq!(Typist::default().sends(b"\x1b").waits(5).sends(b"[6~").heard(), ["PgDn"]);
    assert_eq!(Typist::default().sends(b"\x1b\x1b").waits(30).heard(), ["Esc", "Esc"]);
    assert_eq!(Typist::default().sends(b"\x1b\x11").heard(), ["Ctrl+Q"]);
}

#[test]
fn a_paste_is_text_whatever_is_in_it() {
    assert_eq!(heard(b"\x1b[200~1 2 3 q\r\n\x1b[201~"), [r#"paste "1 2 3 q\r\n""#]);
    assert_eq!(
        heard(b"\x1b[200~a\x1b[31mb\x1b[200~\x11y\x1b]0;x\x07\x1b[201~4"),
        [r#"paste "a\u{1b}[31mb\u{1b}[200~\u{11}y\u{1b}]0;x\u{7}""#, "4"]
    );
    assert_eq!(heard(b"\x1b[200~\x1b[201~"), [""; 0]);
    // Over a slow line: in pieces, cut within a letter and within the end.
    let mut typist = Typist::default();
    for piece in ["\x1b[20", "0~caf"].map(str::as_bytes).into_iter().chain([&b"\xc3"[..], b"\xa9 4", b"\x1b[2", b"01~"])
    {
        typist.sends(piece).waits(90);
    }
    assert_eq!(typist.heard(), [r#"paste "café 4""#]);
}

#[test]
fn a_paste_of_a_terminal_without_utf_8_is_read_as_it_was_meant() {
    assert_eq!(heard(b"\x1b[200~caf\xe9 \x93so\x94\x1b[201~4"), ["paste \"café \u{201c}so\u{201d}\"", "4"]);
    assert_eq!(heard("\x1b[200~café \u{201c}so\u{201d}\x1b[201~".as_bytes()), ["paste \"café \u{201c}so\u{201d}\""]);
}

#[test]
fn a_paste_that_lost_its_end_is_kept_and_the_keys_live() {
    let mut typist = Typist::default();
    typist.sends(b"\x1b[200~half a paste").waits(499);
    assert_eq!(typist.heard(), [""; 0]);
    assert_eq!(typist.waits(1).heard(), [r#"paste "half a paste""#]);
    assert_eq!(typist.sends(b"x").sends(b"\x1b").waits(300).sends(b"\x03").heard(), ["X", "Esc", "Ctrl+C"]);
    // Whoever wants to leave is heard at once, or when it has lost its end.
    let mut typist = Typist::default();
    assert_eq!(typist.sends(b"\x1b[200~half").waits(10).sends(b"\x11").heard(), [r#"paste "half""#, "Ctrl+Q"]);
    let mut typist = Typist::default();
    typist.sends(b"\x1b[200~half\x11y").waits(500);
    assert_eq!(typist.heard(), [r#"paste "half""#, "Ctrl+Q", r#"paste "y""#]);
}

#[test]
fn a_paste_that_was_only_slow_stays_text() {
    // The line stalls for two seconds: what comes then in bulk, or with the end, is no command.
    let mut typist = Typist::default();
    typist.sends(b"\x1b[200~caf\xc3").waits(2_000).sends(b"\xa9 1 2 3 4 5 and so on").waits(2_000);
    typist.sends(b"4\x1b[201~").waits(10).sends(b"2");
    assert_eq!(typist.heard(), [r#"paste "caf""#, r#"paste "é 1 2 3 4 5 and so on""#, r#"paste "4""#, "2"]);
    // Keys in between are keys, and after ten seconds everything is.
    let mut typist = Typist::default();
    typist.sends(b"\x1b[200~half").waits(600).sends(b"4").sends(b"\x1b[6~").waits(10_000);
    typist.sends(b"1234512345123451234512345");
    assert_eq!(typist.heard().len(), 3 + 25);
}

#[test]
fn no_paste_is_too_long() {
    let mut typist = Typist::default();
    typist.sends(b"\x1b[200~");
    let line = "what the room said, é, at length\n".repeat(1_000);
    for _ in 0..400 {
        typist.sends(line.as_bytes());
        assert!(typist.decoder.paste.bytes.len() <= paste::LONGEST);
    }
    typist.sends(b"\x1b[201~");
    let pasted = |event: &Event| if let Event::Paste(text) = event { text.len() } else { 0 };
    assert_eq!(typist.events.iter().map(pasted).sum::<usize>(), 400 * line.len());
    assert_eq!(typist.events.len(), 2);
}
