//! The thread that waits for the records of a Windows console: keys, clicks and new window sizes.
//!
//! It decides nothing about screens. A console pastes by typing, and that is put right here.

use super::decode::Decoder;
use super::event::Event;
#[cfg(windows)]
use super::{
    event::{Cause, spawn},
    keys::key,
};
use crate::app::Key;
use std::time::Instant;
#[cfg(windows)]
use {
    crossterm::event::{Event as Raw, MouseButton, MouseEventKind, poll, read},
    std::io,
    std::sync::mpsc::Sender,
    std::time::Duration,
};

#[cfg(windows)]
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    spawn("keys", events, |events| {
        listen(events);
        Some(Cause::InputClosed)
    })
}

#[cfg(windows)]
fn listen(events: &Sender<Event>) {
    while let Ok(first) = read() {
        let mut detector = PasteDetector::default();
        event(first).into_iter().for_each(|event| detector.take(event));
        while detector.may_grow() && poll(Duration::ZERO).unwrap_or(false) {
            match read() {
                Ok(next) => event(next).into_iter().for_each(|event| detector.take(event)),
                Err(_) => return,
            }
        }
        for event in detector.events() {
            if events.send(event).is_err() {
                return;
            }
        }
    }
}

/// Turns what the console says into what the program understands.
#[cfg(windows)]
fn event(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(pressed) => key(&pressed).map(Event::Key),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Event::Press(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => Some(Event::Wheel(true)),
            MouseEventKind::ScrollUp => Some(Event::Wheel(false)),
            _ => None,
        },
        Raw::Resize(..) => Some(Event::Resized),
        Raw::FocusGained | Raw::FocusLost => None,
    }
}

/// Keys that were already waiting when the first was read.
///
/// Windows terminals paste by typing: all of the text stands in the queue at once. People do not: even held keys
/// come one by one, this thread reads each within microseconds, and a held key is the same key. So a run of
/// [`LEAST`] or more characters and line ends, of which [`DIFFERENT`] or more differ, is a paste and never
/// commands. Shorter pastes stay keys: a run that short can be told from fast typing over a slow remote
/// connection by nobody, and every command they could give is undone with U. Elsewhere terminals put pasted text
/// in brackets, and runs are left alone, so that scripts can type.
///
/// A reply of the terminal that nobody here asked for stands in the queue in the same way, after an Esc.
#[derive(Debug, Default)]
struct PasteDetector {
    run: Vec<Key>,
    done: Vec<Event>,
}

/// The shortest paste by typing.
const LEAST: usize = 6;

/// How many different characters it has at least.
const DIFFERENT: usize = 4;

/// A longer run is passed on in parts.
#[cfg(windows)]
const MOST: usize = 64 * 1024;

impl PasteDetector {
    fn take(&mut self, event: Event) {
        match event {
            Event::Key(key @ (Key::Char(_) | Key::Enter | Key::Tab)) => self.run.push(key),
            Event::Key(Key::Esc) => {
                self.end_run();
                self.run.push(Key::Esc);
            }
            event => {
                self.end_run();
                self.done.push(event);
            }
        }
    }

    /// Whether what follows at once may belong to it.
    #[cfg(windows)]
    fn may_grow(&self) -> bool {
        self.run.len() < MOST && self.done.len() < MOST
    }

    fn end_run(&mut self) {
        let mut run = std::mem::take(&mut self.run);
        if is_reply(&run) {
            let bytes: String = run.into_iter().filter_map(text).collect();
            let mut decoder = Decoder::default();
            let mut take = |event| self.done.push(event);
            decoder.feed(bytes.as_bytes(), Instant::now(), &mut take);
            return decoder.give_up(&mut take);
        }
        if run.first() == Some(&Key::Esc) {
            self.done.push(Event::Key(run.remove(0)));
        }
        if is_paste(&run) {
            self.done.push(Event::Paste(run.into_iter().filter_map(text).collect()));
        } else {
            self.done.extend(run.into_iter().map(Event::Key));
        }
    }

    fn events(mut self) -> Vec<Event> {
        self.end_run();
        self.done
    }
}

fn is_paste(run: &[Key]) -> bool {
    let different = run.iter().enumerate().filter(|(place, key)| !run[..*place].contains(key)).take(DIFFERENT).count();
    run.len() >= LEAST && different == DIFFERENT
}

/// Whether a run is a sequence: Esc, a letter that begins one, and something after it, all at once.
fn is_reply(run: &[Key]) -> bool {
    matches!(run, [Key::Esc, Key::Char('[' | 'O' | ']' | 'P' | 'X' | '^' | '_'), _, ..])
}

fn text(key: Key) -> Option<char> {
    match key {
        Key::Char(letter) => Some(letter),
        Key::Enter => Some('\n'),
        Key::Tab => Some('\t'),
        Key::Esc => Some('\u{1b}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> Vec<Key> {
        text.chars().map(|letter| if letter == '\n' { Key::Enter } else { Key::Char(letter) }).collect()
    }

    #[test]
    fn a_burst_of_different_keys_is_a_paste_and_never_commands() {
        let cases = [
            ("a sentence", "We do not agree on this.", true),
            ("two lines", "notes\nmore", true),
            ("a short name", "Glenside", true),
            ("ratings typed ahead", "43", false),
            ("five letters", "abcde", false),
            ("a held key", "44444444444444444444", false),
            ("two keys in turn", "3 3 3 3 3 3 3 ", false),
            ("nothing", "", false),
        ];
        for (name, text, paste) in cases {
            assert_eq!(is_paste(&run(text)), paste, "{name}");
        }
    }

    #[test]
    fn what_is_not_a_character_ends_a_run() {
        let mut detector = PasteDetector::default();
        for key in [Key::Char('4'), Key::PageDown, Key::Char('3'), Key::PageDown] {
            detector.take(Event::Key(key));
        }
        let events = detector.events();
        assert_eq!(events.len(), 4);
        assert!(events.iter().all(|event| matches!(event, Event::Key(_))), "{events:?}");

        let mut detector = PasteDetector::default();
        detector.take(Event::Key(Key::PageDown));
        for key in run("pasted text") {
            detector.take(Event::Key(key));
        }
        detector.take(Event::Key(Key::PageDown));
        let events = detector.events();
        assert!(matches!(&events[1], Event::Paste(text) if text == "pasted text"), "{events:?}");
        assert_eq!(events.len(), 3);
    }

    #[test]
    fn a_reply_that_arrives_as_keys_is_nothing() {
        for reply in ["[?997;1n", "]11;rgb:1e1e/1e1e/1e1e", "P>|term 1.2", "[>41;330;0c", "[4;1R"] {
            let mut detector = PasteDetector::default();
            for key in [vec![Key::Esc], run(reply)].concat() {
                detector.take(Event::Key(key));
            }
            let events = detector.events();
            assert!(events.is_empty(), "{reply}: {events:?}");
        }
        // Esc and a key at once, over a slow remote connection.
        let mut detector = PasteDetector::default();
        detector.take(Event::Key(Key::Esc));
        detector.take(Event::Key(Key::Char('4')));
        let keys = detector.events();
        assert!(matches!(keys[..], [Event::Key(Key::Esc), Event::Key(Key::Char('4'))]), "{keys:?}");
        // Esc, and then a paste.
        let mut detector = PasteDetector::default();
        for key in [vec![Key::Esc], run("pasted text")].concat() {
            detector.take(Event::Key(key));
        }
        let events = detector.events();
        assert!(
            matches!(&events[..], [Event::Key(Key::Esc), Event::Paste(text)] if text == "pasted text"),
            "{events:?}"
        );
    }
}
