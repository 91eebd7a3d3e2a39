//! One row of the table of plain commands: where it can be written, in which words, and what it asks for.
//!
//! Letters are not repeated here: they are those of the key table, found by the command that a row stands for.

use crate::app::Choice;
use crate::app::keymap::{BINDINGS, Binding, Command, Context};
use crate::app::{App, Key};
use crate::session::ActionStatus;

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where.
    pub at: Context,
    /// The words, any of which will do; an empty one is an empty line, [`NUMBER`] is a number.
    pub words: &'static [&'static str],
    /// What may follow the word, as help calls it; empty where nothing may.
    pub takes: &'static str,
    /// What it does.
    pub does: Does,
    /// A line for help and the README.
    pub help: &'static str,
}

/// Stands for a number among the words of a row.
pub const NUMBER: &str = "#";

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Asks for a command.
    Command(Command),
    /// Asks for a command with the digit that was written.
    Digit(Command),
    /// Marks the line whose number was written, then asks for a command.
    Line(Command),
    /// The same; without a number it is about the line that is marked already.
    AnyLine(Command),
    /// Opens a text; what follows the word is added there, and the text is closed.
    Write(Command),
    /// Opens a line to type; what follows the word is put there, then the second command is asked for.
    Fill(Command, Command),
    /// Empties the text that is being written.
    Empty,
    /// Chooses the line of the start page whose number was written.
    Pick,
    /// Chooses this line of the start page.
    Choose(Choice),
    /// Opens a vote; what follows is a line of counts.
    Vote,
    /// The room does not agree; what follows is the lowest and the highest rating.
    NotAgreed,
    /// How good the evidence is; what follows is how good, or else the next degree.
    Evidence,
    /// Opens the minority statements; what follows is a new one.
    Dissent,
    /// Ends a statement, or the naming of who made it.
    EndStatement,
    /// Adds a line to the log of an action.
    Log,
    /// Says how far an action is.
    Status(ActionStatus),
    /// Takes counts or votes in.
    Counts,
    /// Says how many dots an item got.
    Dots,
    /// Changes a line of the report's choices.
    Toggle(Option<usize>),
    /// Goes to an item.
    GoTo,
    /// Says all that is kept on an item.
    Details,
    /// Says how every item stands.
    Items,
    /// Says what is asked of the item in sight.
    Guidance,
    /// Says what Plenary is.
    About,
    /// Says what can be done.
    Help,
    /// Says once more what is in sight.
    Again,
}

impl Does {
    /// The command of the key table that it stands for.
    #[must_use]
    pub fn command(self) -> Option<Command> {
        Some(match self {
            Self::Command(one)
            | Self::Digit(one)
            | Self::Line(one)
            | Self::AnyLine(one)
            | Self::Write(one)
            | Self::Fill(one, _) => one,
            Self::Vote => Command::Vote,
            Self::NotAgreed => Command::NotAgreed,
            Self::Evidence => Command::Evidence,
            Self::Dissent => Command::Dissent,
            Self::Log => Command::Log,
            Self::Guidance => Command::Guidance,
            Self::About => Command::About,
            Self::Help => Command::Help,
            Self::EndStatement => Command::Dismiss,
            Self::Empty
            | Self::Pick
            | Self::Choose(_)
            | Self::Status(_)
            | Self::Counts
            | Self::Dots
            | Self::Toggle(_)
            | Self::GoTo
            | Self::Details
            | Self::Items
            | Self::Again => return None,
        })
    }
}

impl Row {
    /// The binding in the key table that asks for the same.
    #[must_use]
    pub fn binding(&self) -> Option<&'static Binding> {
        let command = self.does.command()?;
        BINDINGS.iter().find(|binding| binding.context == self.at && binding.command == command)
    }

    /// What can be written for it, as help names it: `Enter`, `1-5`, letters and words; where a text is being written,
    /// only words that begin with a full stop.
    #[must_use]
    pub fn names(&self, text: bool) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        if !text && self.words.contains(&"") {
            names.push("Enter".into());
        }
        if !text {
            names.extend(self.binding().map_or(Vec::new(), |binding| letters(binding, self.does)));
        }
        // Where nothing is being written a word needs no full stop before it.
        for word in self.words.iter().filter(|word| !word.is_empty() && word.starts_with('.') == text) {
            let word = if *word == NUMBER { "a number" } else { *word };
            if !names.iter().any(|name| name == word) {
                names.push(word.to_owned());
            }
        }
        names
    }

    /// Whether it makes sense just now.
    #[must_use]
    pub fn is_offered(&self, app: &App) -> bool {
        self.does.command().is_none_or(|command| app.offers(command))
    }
}

/// The letters and digits of a binding, as they are written in a line.
fn letters(binding: &Binding, does: Does) -> Vec<String> {
    if let Does::Digit(_) = does {
        return vec![binding.name.to_owned()];
    }
    let letter = |key: &Key| match key {
        // A full stop ends what is being written, and a blank is nothing in a line.
        Key::Char(letter) if *letter != '.' && *letter != ' ' => Some(letter.to_string()),
        _ => None,
    };
    binding.keys.iter().filter_map(letter).collect()
}
