//! The thread that waits for keys, pastes, clicks and new window sizes, and passes them on.
//!
//! It decides nothing about screens. Where a terminal garbles what was typed, it is put right here.

use super::event::{Cause, Event};
use super::keys::keys;
use crate::app::Key;
use crossterm::event::{Event as Raw, MouseButton, MouseEventKind};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

/// Starts the thread, with what waits for the next event of the terminal.
///
/// # Errors
/// When the system gives none.
pub(super) fn start(events: Sender<Event>, read: impl FnMut() -> io::Result<Raw> + Send + 'static) -> io::Result<()> {
    let listen = move || {
        // A panic here must end the program in good order, not leave it deaf.
        let ended = catch_unwind(AssertUnwindSafe(|| listen(&events, read)));
        let _ = events.send(Event::End(ended.map_or(Cause::Fault, |()| Cause::Deaf)));
    };
    thread::Builder::new().name("keys".into()).spawn(listen).map(drop)
}

fn listen(events: &Sender<Event>, mut read: impl FnMut() -> io::Result<Raw>) {
    let mut mending = Mending::default();
    while let Ok(first) = read() {
        let mut burst = Burst::default();
        pass_on(first, &mut mending, |event| burst.take(event));
        // Only Windows needs more than one at a time, and only its reader can be asked.
        while cfg!(windows) && burst.may_grow() && crossterm::event::poll(Duration::ZERO).unwrap_or(false) {
            match read() {
                Ok(next) => pass_on(next, &mut mending, |event| burst.take(event)),
                Err(_) => return,
            }
        }
        for event in burst.events() {
            if events.send(event).is_err() {
                return;
            }
        }
    }
}

/// Turns what the terminal says into what the program understands.
fn pass_on(raw: Raw, mending: &mut Mending, mut take: impl FnMut(Event)) {
    match raw {
        Raw::Key(key) => {
            for key in keys(&key).into_iter().flatten() {
                mending.take(key, Instant::now(), |key| take(Event::Key(key)));
            }
        }
        Raw::Paste(text) => take(Event::Paste(text)),
        Raw::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => take(Event::Press(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => take(Event::Wheel(true)),
            MouseEventKind::ScrollUp => take(Event::Wheel(false)),
            _ => {}
        },
        Raw::Resize(..) => take(Event::Resized),
        Raw::FocusGained | Raw::FocusLost => {}
    }
}

/// Nobody types two keys within so short a time.
const AT_ONCE: Duration = Duration::from_millis(20);

/// Puts together again what crossterm takes apart: Esc and, at the same moment, a key that is itself an escape
/// sequence. `ESC ESC [ 6 ~` comes out of it as Esc, `[`, `6`, `~`; it was Esc and Page Down.
#[derive(Debug, Default)]
struct Mending {
    /// When the last key came.
    last: Option<(Key, Instant)>,
    /// The characters after Esc, from `[` on.
    held: String,
}

impl Mending {
    fn take(&mut self, key: Key, now: Instant, mut pass: impl FnMut(Key)) {
        let before = self.last.replace((key, now));
        let at_once = before.is_some_and(|(_, then)| now.saturating_duration_since(then) < AT_ONCE);
        let after_esc = before.is_some_and(|(last, _)| last == Key::Esc);
        match key {
            Key::Char('[') if at_once && after_esc => self.held.push('['),
            Key::Char(letter) if !self.held.is_empty() && at_once && self.held.len() < 8 => {
                self.held.push(letter);
                if let Some(key) = sequence(&self.held) {
                    self.held.clear();
                    pass(key);
                } else if !letter.is_ascii_digit() && letter != ';' {
                    self.let_go(pass);
                }
            }
            _ => {
                self.let_go(&mut pass);
                pass(key);
            }
        }
    }

    /// It was no sequence: what was held back is what was typed.
    fn let_go(&mut self, pass: impl FnMut(Key)) {
        std::mem::take(&mut self.held).chars().map(Key::Char).for_each(pass);
    }
}

/// The key of a sequence without its Esc.
fn sequence(text: &str) -> Option<Key> {
    Some(match text {
        "[A" => Key::Up,
        "[B" => Key::Down,
        "[C" => Key::Right,
        "[D" => Key::Left,
        "[H" | "[1~" | "[7~" => Key::Home,
        "[F" | "[4~" | "[8~" => Key::End,
        "[Z" => Key::BackTab,
        "[3~" => Key::Delete,
        "[5~" => Key::PageUp,
        "[6~" => Key::PageDown,
        "[15~" => Key::F(5),
        "[19~" => Key::F(8),
        _ => return None,
    })
}

/// Keys that were already waiting when the first was read.
///
/// Windows terminals paste by typing: all of the text stands in the queue at once. People do not: even held keys
/// come one by one, this thread reads each within microseconds, and a held key is the same key. So a run of
/// [`LEAST`] or more characters and line ends, of which [`DIFFERENT`] or more differ, is a paste and never
/// commands. Shorter pastes stay keys: a run that short can be told from fast typing over a slow remote
/// connection by nobody, and every command they could give is undone with U. Elsewhere terminals put pasted text
/// in brackets, and runs are left alone, so that scripts can type.
#[derive(Debug, Default)]
struct Burst {
    run: Vec<Key>,
    done: Vec<Event>,
}

/// The shortest paste by typing.
const LEAST: usize = 6;

/// How many different characters it has at least.
const DIFFERENT: usize = 4;

/// A longer run is passed on in parts.
const MOST: usize = 64 * 1024;

impl Burst {
    fn take(&mut self, event: Event) {
        match event {
            Event::Key(key @ (Key::Char(_) | Key::Enter | Key::Tab)) => self.run.push(key),
            event => {
                self.end_run();
                self.done.push(event);
            }
        }
    }

    /// Whether what follows at once may belong to it.
    fn may_grow(&self) -> bool {
        self.run.len() < MOST && self.done.len() < MOST
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
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

fn text(key: Key) -> Option<char> {
    match key {
        Key::Char(letter) => Some(letter),
        Key::Enter => Some('\n'),
        Key::Tab => Some('\t'),
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
        let mut burst = Burst::default();
        for key in [Key::Char('4'), Key::PageDown, Key::Char('3'), Key::PageDown] {
            burst.take(Event::Key(key));
        }
        let events = burst.events();
        assert_eq!(events.len(), 4);
        assert!(events.iter().all(|event| matches!(event, Event::Key(_))), "{events:?}");

        let mut burst = Burst::default();
        burst.take(Event::Key(Key::PageDown));
        for key in run("pasted text") {
            burst.take(Event::Key(key));
        }
        burst.take(Event::Key(Key::PageDown));
        let events = burst.events();
        assert!(matches!(&events[1], Event::Paste(text) if text == "pasted text"), "{events:?}");
        assert_eq!(events.len(), 3);
    }

    fn mended(keys: &[(Key, u64)]) -> Vec<Key> {
        let (mut mending, mut passed) = (Mending::default(), Vec::new());
        let mut now = Instant::now();
        for (key, milliseconds) in keys {
            now += Duration::from_millis(*milliseconds);
            mending.take(*key, now, |key| passed.push(key));
        }
        passed
    }

    #[test]
    fn esc_and_a_sequence_at_once_are_two_keys() {
        let [esc, bracket, six, tilde, n] = [Key::Esc, Key::Char('['), Key::Char('6'), Key::Char('~'), Key::Char('n')];
        assert_eq!(mended(&[(esc, 0), (bracket, 0), (six, 0), (tilde, 0)]), [esc, Key::PageDown]);
        assert_eq!(mended(&[(esc, 0), (bracket, 0), (Key::Char('A'), 0), (n, 0)]), [esc, Key::Up, n]);
        // Typed by a person, and sequences that mean nothing, stay what was typed.
        assert_eq!(mended(&[(esc, 0), (bracket, 90), (six, 90)]), [esc, bracket, six]);
        assert_eq!(mended(&[(esc, 0), (bracket, 0), (n, 0)]), [esc, bracket, n]);
        assert_eq!(mended(&[(esc, 0), (bracket, 0), (six, 90), (n, 90)]), [esc, bracket, six, n]);
        assert_eq!(mended(&[(n, 0), (bracket, 0), (six, 0)]), [n, bracket, six]);
    }
}
