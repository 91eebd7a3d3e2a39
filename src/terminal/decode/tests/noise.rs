//! The law of the gate: whatever a terminal sends, nothing is recorded but what was pressed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::app::{App, Effect, Home, Msg};
use crate::framework::Framework;
use jiff::Zoned;
use std::sync::Arc;

/// Numbers as good as random, the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn one_of<'all, T: ?Sized>(&mut self, all: &[&'all T]) -> &'all T {
        all[self.below(all.len())]
    }

    fn some(&mut self, most: usize, mut part: impl FnMut(&mut Self) -> Vec<u8>) -> Vec<u8> {
        (0..self.below(most)).flat_map(|_| part(self)).collect()
    }

    fn byte(&mut self, from: u8, to: u8) -> Vec<u8> {
        vec![from + u8::try_from(self.below(usize::from(to - from) + 1)).unwrap()]
    }
}

/// What nobody pressed; and whether it comes to an end by itself.
fn noise(dice: &mut Dice) -> (Vec<u8>, bool) {
    let letters: [&str; 8] = ["é", "4", "n", "Ü", "東", "2", ";", "y"];
    let number = |dice: &mut Dice| format!("{};", dice.below(300)).into_bytes();
    let text = |dice: &mut Dice| match dice.below(3) {
        0 => dice.one_of(&letters).as_bytes().to_vec(),
        1 => dice.byte(b' ', b'~'),
        _ => number(dice),
    };
    match dice.below(8) {
        0 | 1 => {
            let begin: &[u8] = dice.one_of(&[
                &b"\x1b]"[..],
                b"\x1bP",
                b"\x1b_",
                b"\x1b^",
                b"\x1bX",
                b"\x9d",
                b"\x90",
                b"\x9f",
                b"\xc2\x9d",
            ]);
            let end: &[u8] = dice.one_of(&[&b"\x1b\\"[..], b"\x07", b"\x9c", b"\xc2\x9c\x07", b""]);
            ([begin, &dice.some(40, text), end].concat(), !end.is_empty())
        }
        2 => {
            let begin: &[u8] = dice.one_of(&[&b"\x1b["[..], b"\x9b", b"\xc2\x9b"]);
            let private = dice.byte(b'<', b'?');
            let (parameters, sign) = (dice.some(6, number), dice.some(2, |dice| dice.byte(b' ', b'/')));
            // With "<" and an M it would be a click.
            let last = loop {
                let last = dice.byte(b'@', b'~');
                if !(private == b"<" && last == b"M") {
                    break last;
                }
            };
            ([begin, &private, &parameters, &sign, &last].concat(), true)
        }
        3 => {
            // Reports without a private sign, and sequences that mean nothing.
            let last: &str = dice.one_of(&["n", "c", "R", "t", "x", "$y", "&w", "z", "'|", "*{", "m", "q", "l", "h"]);
            ([&b"\x1b["[..], &dice.some(6, number), last.as_bytes()].concat(), true)
        }
        4 if dice.below(2) == 0 => (dice.some(4, |dice| dice.byte(0xa0, 0xbf)), false),
        4 => (dice.byte(0xc0, 0xff), false),
        5 => {
            let signs = *b"\r\t\x7f\x08\x1a\x01 4123nymuvbq0.,<{~\\";
            let sign = vec![signs[dice.below(signs.len())]];
            let letter = dice.one_of(&letters[..1]).as_bytes().to_vec();
            ([&b"\x1b"[..], if dice.below(4) == 0 { &letter } else { &sign }].concat(), false)
        }
        6 => {
            let begin: &[u8] = dice.one_of(&[
                &b"\x1b["[..],
                b"\x1b[?1",
                b"\x1b[<0;4",
                b"\x1b[[",
                b"\x1b[M4",
                b"\x1bO",
                b"\x1bO4",
                b"\x1b(",
                b"\xe2\x82",
                b"\x9b4;",
            ]);
            (begin.to_vec(), false)
        }
        _ => (dice.one_of(&[&b"\x1b[I"[..], b"\x1b[O", b"\x00", b"\x85", b"\x1b[201~", b"\x1b[2~"]).to_vec(), true),
    }
}

/// A workshop at its first feature.
fn workshop(now: &Zoned) -> App {
    let framework = Arc::new(Framework::built_in().unwrap());
    let mut app = App::new(framework, now.clone(), Home::default());
    for key in [Key::Char('n'), Key::Char('G'), Key::PageDown, Key::Char('s'), Key::PageDown] {
        press(&mut app, key);
    }
    app
}

/// Presses a key, and one that means nothing: letters at once would be a sentence.
fn press(app: &mut App, key: Key) {
    tell(app, Msg::Key(key));
    tell(app, Msg::Key(Key::F(12)));
}

fn tell(app: &mut App, msg: Msg) {
    let now = app.cx.now.clone();
    if app.update(msg, now.clone()).contains(&Effect::Begin) {
        app.update(Msg::Begun { id: "0123456789abcdef".into() }, now);
    }
}

#[test]
fn twenty_thousand_times_nothing_is_recorded_but_what_was_pressed() {
    let keys: [(&[u8], Key); 14] = [
        (b"4", Key::Char('4')),
        (b"2", Key::Char('2')),
        (b"\x1b[6~", Key::PageDown),
        (b"\x1b[5~", Key::PageUp),
        (b"n", Key::Char('n')),
        (b"\x1b", Key::Esc),
        (b"\r", Key::Enter),
        ("é".as_bytes(), Key::Char('é')),
        (b"\x1b[A", Key::Up),
        (b"\x1bOB", Key::Down),
        (b"\x08", Key::Backspace),
        (b"\x1b[3~", Key::Delete),
        (b"v", Key::Char('v')),
        (b"\x1b[15~", Key::F(5)),
    ];
    let (mut dice, mut typist) = (Dice(20_261_127), Typist::default());
    let now = Zoned::now();
    let (mut app, mut reference) = (workshop(&now), workshop(&now));
    let (mut finished, mut changes) = (0, 0);
    for round in 0..20_000 {
        let (bytes, ends) = noise(&mut dice);
        let middle = dice.below(bytes.len() + 1);
        typist.sends(&bytes[..middle]).waits(5).sends(&bytes[middle..]);
        let what = format!("round {round}, {:?}", String::from_utf8_lossy(&bytes));
        assert_eq!(typist.heard(), [""; 0], "{what}");
        if dice.below(4) == 0 {
            typist.sends(b"\x11");
            assert_eq!(typist.heard(), ["Ctrl+Q"], "{what}");
        }
        // What has no end is given up soon; after what has one, the next key may come at once.
        typist.waits(if ends { 1 } else { 100 });
        finished += u32::from(ends);
        assert_eq!(typist.heard(), [""; 0], "{what}");
        let (pressed, key) = keys[dice.below(keys.len())];
        typist.sends(pressed).waits(30);
        for event in std::mem::take(&mut typist.events) {
            if let Event::Key(key) = event {
                press(&mut app, key);
            }
        }
        press(&mut reference, key);
        let (record, expected) = (app.cx.workshop.as_ref().unwrap(), reference.cx.workshop.as_ref().unwrap());
        assert!(record.session == expected.session, "{what}, then {key}");
        changes += record.session.rev.saturating_sub(changes);
    }
    assert!(finished > 5_000 && changes > 1_000, "{finished} ended by themselves, {changes} changes");
}
