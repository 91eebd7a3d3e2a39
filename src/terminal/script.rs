//! What a script is told as it ends: at which line it stopped and why, what it left undone, where its work is.
//!
//! Nobody is there to be asked again, so the first line that is not taken is the last one that is heard.

use super::error::{Error, NOTHING_MORE, Refusal, RefusedLine};
use super::event::Line;
use super::print::{clean_line, clean_path};
use crate::app::{self, App, Outcome, Workshop};
use crate::clean::sanitise_line;
use crate::words;
use std::io::{self, IsTerminal, Write};

/// Letters of a line that are repeated.
const MOST_REPEATED: usize = 200;

/// Who writes the lines, and which of them was heard last.
#[derive(Debug, Default)]
pub(super) struct Script {
    /// Whether nobody is there to be asked again: the first line that is not taken ends the program.
    pub(super) unattended: bool,
    /// Whether a session was asked for with which no line has been said yet.
    pub(super) opens: bool,
    /// The line that was heard last, as it is told if it was not taken.
    pub(super) at: RefusedLine,
}

pub(super) fn print_farewell(out: &mut impl Write, workshop: Option<&Workshop>) -> Result<(), Error> {
    let file = workshop.and_then(|workshop| workshop.file.as_deref());
    if let (Some(file), true, false) =
        (file, workshop.is_some_and(|one| one.beside.is_some()), io::stdin().is_terminal())
    {
        return Err(Error::Beside(file.to_owned()));
    }
    let lost = workshop.and_then(Workshop::unkept_vote).map(|vote| clean_line(&vote.not_kept()));
    let kept = file.map(clean_path);
    // Nobody may be listening any more.
    let _ = writeln!(out, "{}", words::closed(lost.as_deref(), kept.as_deref()));
    Ok(())
}

impl Script {
    /// Keeps what is to be told of a line if it is not taken.
    pub(super) fn remember(&mut self, app: &App, line: &Line) {
        self.opens = false;
        if self.unattended {
            let text = line.text.as_ref().ok().filter(|text| !app::is_private_line(app, text));
            let choices = sanitise_line(&app::choices_in_short(app)).into();
            let text = text.map(|text| text.chars().take(MOST_REPEATED).collect());
            self.at = RefusedLine { number: line.number, text, choices, ..RefusedLine::default() };
        }
    }

    /// A person is asked again; a script ends at the first line that is not taken. Lines that were meant for a session
    /// that does not open must reach no other page, whoever writes them.
    pub(super) fn judge(&mut self, outcome: Outcome) -> Result<(), Error> {
        match outcome {
            Outcome::Refused(reason) if self.opens => Err(Error::NotOpened(reason)),
            Outcome::Refused(reason) if self.unattended && self.at.number > 0 => Err(self.refused(reason)),
            Outcome::Taken | Outcome::Refused(_) => Ok(()),
        }
    }

    /// No line comes after the last one.
    pub(super) fn ends(&mut self) {
        self.opens = false;
        (self.at.is_end, self.at.text) = (true, None);
    }

    /// The last line leaves something open.
    pub(super) fn left_open(&mut self, what: String) -> Error {
        self.at.is_end = true;
        self.refused(what)
    }

    pub(super) fn came_after_the_end(&mut self) -> Error {
        self.at.choices = NOTHING_MORE.into();
        self.refused(Refusal::AfterTheEnd.into())
    }

    fn refused(&mut self, reason: String) -> Error {
        Error::Refused(Box::new(RefusedLine { reason, ..std::mem::take(&mut self.at) }))
    }
}
