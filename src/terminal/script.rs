//! What a script is told as it ends: at which line it stopped and why, what it left undone, where its work is.
//!
//! Nobody is there to be asked again, so the first line that is not taken is the last one that is heard.

use super::effects::Quit;
use super::event::Event;
use super::lines::Line;
use super::plain_shell::PlainShell;
use super::shell::{End, take};
use super::trouble::{RefusedLine, Trouble};
use super::writer::FrameSink;
use super::{clean_line, clean_path};
use crate::app::{Voting, Workshop};
use crate::plain::{Outcome, Plain};
use crate::ui::Hits;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::Duration;

/// How long the end waits for a line that stands behind the last one that was heard. What a file or a pipe holds is
/// there at once, and a pipe that stays open says nothing.
const LEFT_OVER: Duration = Duration::from_millis(200);

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

/// The last sentence, once everything is on the disk.
///
/// # Errors
/// When a script's session is on the disk, but not in the file that the script was written for.
pub(super) fn say_farewell(out: &mut impl Write, workshop: Option<&Workshop>) -> Result<(), Trouble> {
    let file = workshop.and_then(|workshop| workshop.file.as_deref());
    if let (Some(file), true, false) =
        (file, workshop.is_some_and(|one| one.beside.is_some()), io::stdin().is_terminal())
    {
        return Err(Trouble::Beside(file.to_owned()));
    }
    let kept = file.map_or(String::new(), |file| format!(" in {}", clean_path(file)));
    // Nobody may be listening any more.
    let _ = match workshop.and_then(Workshop::unkept_vote).map(Voting::not_kept) {
        None => writeln!(out, "Everything is saved{kept}. Plenary is closed."),
        Some(lost) => writeln!(out, "{} All else is saved{kept}. Plenary is closed.", clean_line(&lost)),
    };
    Ok(())
}

impl<Out: FrameSink> PlainShell<'_, Out> {
    /// Keeps what is to be told of a line if it is not taken.
    pub(super) fn remember(&mut self, line: &Line) {
        self.lines.opens = false;
        if self.lines.unattended {
            let text = line.text.as_ref().ok().filter(|text| !Plain::is_private(self.app, text));
            let choices = Plain::choices(self.app).into();
            let text = text.map(|text| text.chars().take(MOST_REPEATED).collect());
            self.lines.at = RefusedLine { number: line.number, text, choices, ..RefusedLine::default() };
        }
    }

    /// A person is asked again; a script ends at the first line that is not taken. Lines that were meant for a session
    /// that does not open must reach no other page, whoever writes them.
    pub(super) fn judge(&mut self, outcome: Outcome) -> Result<(), Trouble> {
        match outcome {
            Outcome::Refused(reason) if self.lines.opens => Err(Trouble::NotOpened(reason)),
            Outcome::Refused(reason) if self.lines.unattended && self.lines.at.number > 0 => {
                self.tell()?;
                let choices = std::mem::take(&mut self.lines.at.choices);
                Err(self.refused(reason, choices))
            }
            Outcome::Taken | Outcome::Refused(_) => Ok(()),
        }
    }

    fn refused(&mut self, reason: String, choices: String) -> Trouble {
        Trouble::Refused(Box::new(RefusedLine { reason, choices, ..std::mem::take(&mut self.lines.at) }))
    }

    /// The lines end: what is being written is kept, as a full stop keeps it. A script that leaves something undone
    /// was not taken whole.
    pub(super) fn no_more_lines(&mut self) -> Result<End, Trouble> {
        let mut outcome = Outcome::Taken;
        if let Some(close) = Plain::close(self.app) {
            if let ControlFlow::Break(Quit) = self.hands.tell(self.app, close) {
                return Ok(End::Quit);
            }
            outcome = self.plain.overhear(self.app);
        }
        self.lines.opens = false;
        let left = self.app.left_open().map_or(Outcome::Taken, Outcome::Refused);
        self.lines.at = RefusedLine { is_end: true, text: None, ..std::mem::take(&mut self.lines.at) };
        self.judge(outcome.and(left)).map(|()| End::Quit)
    }

    /// The program closes because a line asked for that; what a script still says behind it is not taken.
    pub(super) fn nothing_after(&mut self) -> Result<End, Trouble> {
        if let Some(left) = self.app.left_open().filter(|_| self.lines.unattended) {
            self.lines.at.is_end = true;
            let choices = std::mem::take(&mut self.lines.at.choices);
            return Err(self.refused(left, choices));
        }
        while self.lines.unattended && self.want.send(()).is_ok() {
            match self.events.recv_timeout(LEFT_OVER) {
                Ok(Event::Line(line)) if line.text.as_ref().is_ok_and(|text| text.trim().is_empty()) => {}
                Ok(Event::Line(line)) => {
                    self.remember(&line);
                    let reason = "It comes after the line that closed Plenary.".into();
                    let choices = "nothing, since the program was closed".into();
                    return Err(self.refused(reason, choices));
                }
                Ok(Event::NoMoreLines | Event::End(_)) | Err(_) => break,
                // A wish to close is no news.
                Ok(event) => drop(take(self.app, self.hands, &Hits::default(), event)),
            }
        }
        Ok(End::Quit)
    }
}
