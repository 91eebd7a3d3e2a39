//! Clickers: the keys that a presenter's remote sends, those it was taught, and repeats that nobody meant.
//!
//! A remote is a keyboard of five keys, and what they do is the key table's business. Here a learned key becomes one
//! of them, and a button that bounces counts once.

use super::key::{Button, Key};
use super::keymap::{self, Context};
use jiff::{SignedDuration, Timestamp};

/// The same key of a clicker again within so short a time is a button that bounced or is held down.
const BOUNCE: SignedDuration = SignedDuration::from_millis(150);

/// The keys that were learned, at most one a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clicker {
    pub next: Option<Key>,
    pub back: Option<Key>,
    pub blank: Option<Key>,
}

impl Clicker {
    /// The clicker whose keys have these names, as [`Clicker::names`] gives them; what is no such key is left out.
    pub fn named(names: [Option<&str>; 3]) -> Self {
        let mut clicker = Self::default();
        for (button, name) in Button::ALL.into_iter().zip(names) {
            if let Some(key) = name.and_then(Key::named).filter(|key| may_be_learned(*key)) {
                clicker.learn(key, button);
            }
        }
        clicker
    }

    /// The names of its keys: next, back, blank.
    pub fn names(&self) -> [Option<String>; 3] {
        [self.next, self.back, self.blank].map(|key| key.map(|key| key.to_string()))
    }

    /// The button that a key was taught to be.
    pub(crate) fn button(&self, key: Key) -> Option<Button> {
        let keys = [self.next, self.back, self.blank];
        let found = keys.into_iter().position(|learned| learned == Some(key.folded()))?;
        Button::ALL.get(found).copied()
    }

    /// Teaches it a key for a button; a key has one button, and a button one key.
    pub(crate) fn learn(&mut self, key: Key, button: Button) {
        let key = key.folded();
        for learned in [&mut self.next, &mut self.back, &mut self.blank] {
            if *learned == Some(key) {
                *learned = None;
            }
        }
        match button {
            Button::Next => self.next = Some(key),
            Button::Back => self.back = Some(key),
            Button::Blank => self.blank = Some(key),
        }
    }

    /// Whether it was taught nothing.
    pub fn is_untaught(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether a clicker may be taught a key. Never one that records, commits, closes or is on every remote already, nor a
/// letter that is a command somewhere.
pub fn may_be_learned(key: Key) -> bool {
    match key.folded() {
        Key::Char(letter) => !keymap::is_bound(key) && !letter.is_ascii_digit() && !letter.is_whitespace(),
        Key::F(number) => !matches!(number, 1 | 2 | 5 | 8),
        Key::Up | Key::Down | Key::Left | Key::Right | Key::Home | Key::End | Key::Tab | Key::BackTab => true,
        _ => false,
    }
}

/// The key of a clicker that was pressed last, and when.
#[derive(Debug, Default)]
pub(super) struct LastButton(Option<(Key, Timestamp)>);

impl LastButton {
    /// The key that a press stands for; `None` where a clicker's button has only bounced.
    pub(super) fn pressed(&mut self, clicker: &Clicker, contexts: &[Context], key: Key, now: Timestamp) -> Option<Key> {
        // On a blank screen any key returns, and nothing is typed.
        let typing = !contexts.is_empty() && !contexts.contains(&Context::Letters);
        let sent = key.folded();
        let key = if typing { key } else { clicker.button(key).map_or(key, Button::key) };
        // Only keys of a clicker are remembered: others may be somebody's vote.
        let button = is_on_clickers(key, typing).then_some((sent, now));
        let before = std::mem::replace(&mut self.0, button);
        let again = before.is_some_and(|(last, then)| {
            let passed = now.duration_since(then);
            button.is_some() && last == sent && !passed.is_negative() && passed < BOUNCE
        });
        (!again).then_some(key)
    }
}

/// Whether remotes send a key. Where text is typed a letter is a letter, however fast it comes.
fn is_on_clickers(key: Key, typing: bool) -> bool {
    match key.folded() {
        Key::PageDown | Key::PageUp | Key::F(5) | Key::Esc => true,
        Key::Char('.' | 'b') => !typing,
        _ => false,
    }
}
