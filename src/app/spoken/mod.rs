//! What is said in a line: read against what is on screen, and turned into the messages that keys would send.
//!
//! What cannot be meant changes nothing, and nothing that was typed is repeated: on a shared screen it may be somebody's
//! vote.

mod dictated;
mod doubt;
mod error;
mod expected;
mod fields;
mod help;
mod input;
mod lines;
mod lookup;
mod meant;
mod perform;

use super::keymap::{self, Command, Context};
use super::{App, Key, Msg, Note, NoteKind, Overlay};
use crate::framework::Id;
use crate::words;
use error::NotTaken;

pub use doubt::{doubt, end_of_text, is_private_line, left_open};
pub(super) use help::instead;
pub use help::{choices_in_short, help_in_lines, help_in_short, help_on};
pub use input::TextInput;
pub(super) use input::take_input;
pub use meant::{SpokenAnswer, meant, two_things};

/// What a line comes to.
#[derive(Debug)]
pub enum Parsed {
    Messages(Vec<Msg>),
    /// Something to tell; the app hears nothing.
    Tell(Telling),
    /// A sentence to say; the app hears nothing.
    Say(String),
    /// Why the line is not taken, as a sentence; the app hears nothing.
    Refused(String),
    /// A message that a line only set off: why what it says is not taken.
    Lost(Msg, &'static str),
}

/// What a line asks to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Telling {
    Again,
    /// What can be written here, in short.
    Help,
    /// All that can be written here.
    HelpAll,
    /// What a word does, here or elsewhere.
    HelpOn(String),
    PrivateNote(Id),
    Details(Id),
    Items,
    /// What is asked of the item in sight.
    Guidance,
    About,
}

/// Whether a line was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was understood, and what it asks for was done.
    Taken,
    /// It was not: why, as a sentence.
    Refused(String),
}

impl Outcome {
    /// Whether a further message of the same line may be taken in: after a refusal only what closes what it opened.
    pub fn lets(&self, msg: &Msg) -> bool {
        *self == Self::Taken || matches!(msg, Msg::Command(Command::Dismiss))
    }

    /// The first refusal of two.
    pub fn and(self, next: Self) -> Self {
        if self == Self::Taken { next } else { self }
    }
}

impl Parsed {
    fn say(sentence: impl Into<String>) -> Self {
        Self::Say(sentence.into())
    }

    fn refuse(reason: &NotTaken) -> Self {
        Self::Refused(reason.to_string())
    }

    fn command(command: Command) -> Self {
        Self::Messages(vec![Msg::Command(command)])
    }

    fn nothing() -> Self {
        Self::Messages(Vec::new())
    }
}

/// A text for the place where one is being written.
fn text(text: impl Into<String>) -> Msg {
    Msg::Input(TextInput::Text(text.into()))
}

fn key(letter: char) -> Msg {
    Msg::Key(Key::Char(letter))
}

impl App {
    pub fn parse_line(&self, line: &str) -> Parsed {
        let line = line.trim();
        if let Some(Overlay::Blank(_)) = self.overlays.last() {
            // A person has come back from a pause; what a script wrote there would be lost.
            return match line {
                "" => Parsed::Messages(vec![Msg::Key(Key::Enter)]),
                _ => Parsed::Lost(Msg::Key(Key::Enter), words::ONLY_ENDED_PAUSE),
            };
        }
        let contexts = self.contexts();
        if let Some((row, rest)) = lookup::find(&contexts, line) {
            let does_nothing = line.is_empty() && !self.is_enabled(row.command);
            return if does_nothing { Parsed::say(words::EMPTY_LINE) } else { perform::perform(self, row, line, rest) };
        }
        if contexts.first().is_some_and(|context| keymap::is_text(*context)) {
            return fields::written(self, line);
        }
        if line == "." {
            return match lookup::closing(&contexts).filter(|_| !self.overlays.is_empty()) {
                Some(row) => perform::perform(self, row, line, ""),
                None => Parsed::say(words::NOTHING_TO_END),
            };
        }
        self.parse_other(&contexts, line)
    }

    /// A line that begins with no word of the table: an id, counts, a vote, an action in the room's own words.
    fn parse_other(&self, contexts: &[Context], line: &str) -> Parsed {
        match contexts.first() {
            Some(Context::Vote) => return fields::vote(self, line),
            Some(Context::Dots) => return perform::dots(self, line),
            Some(Context::ActionStart) if line.is_empty() => {
                return Parsed::say(words::WRITE_STARTER);
            }
            Some(Context::ActionStart) => {
                return Parsed::Messages(vec![text(line), Msg::Command(Command::NextField)]);
            }
            _ => {}
        }
        match self.item_named(line).filter(|_| contexts.contains(&Context::Session)) {
            Some(id) => perform::go_to(self, id),
            None if line.is_empty() => Parsed::say(words::EMPTY_LINE),
            None => Parsed::refuse(&NotTaken::Unknown(help::instead(self, line))),
        }
    }

    pub(crate) fn private_note(&self, id: &Id) -> Option<String> {
        let note = Note::new(self.cx.framework.item(id)?, NoteKind::Private, self.cx.session()?).text();
        Some(note).filter(|note| !note.trim().is_empty())
    }

    /// The item with this id, in either case.
    fn item_named(&self, text: &str) -> Option<Id> {
        let text = text.replace(char::is_whitespace, "");
        let ids = self.cx.framework.items().map(|item| item.id());
        ids.into_iter().find(|id| id.as_str().eq_ignore_ascii_case(&text)).cloned()
    }
}
