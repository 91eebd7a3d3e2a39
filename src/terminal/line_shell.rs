//! The loop without a screen: a line in, the app's answer in whole lines out, then the next prompt.
//!
//! It only ever appends: no cursor is moved, no colour is set, nothing is written twice. What is said and what a line
//! means is decided elsewhere.

use super::effect_runner::Quit;
use super::error::{Error, Refusal};
use super::event::{Cause, Event, Line};
use super::event_loop::{End, EventLoop};
use super::launch::First;
use super::line_reader;
use super::print::is_shown;
use super::script::Script;
use super::terminal_writer::FrameSink;
use super::walls::pages_on_walls;
use crate::app::{self, Msg, Outcome};
use crate::clean::Clean;
use crate::plain::Plain;
use crate::ui::Hits;
use crate::view;
use crate::words;
use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};
use textwrap::{WordSeparator, WordSplitter};

/// Lines are never broken later than here, so that an eye finds the next one.
const WIDEST: u16 = 100;

/// A narrower terminal is none that has said its size.
const NARROWEST: u16 = 20;

/// What may wait to be read before no more is said, and no further line is taken in.
const MOST_UNREAD: usize = 1024 * 1024;

/// How long a line waits for what the one before it asked for: a share may never answer.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How long the end waits for a line that stands behind the last one that was heard. What a file or a pipe holds is
/// there at once, and a pipe that stays open says nothing.
const LEFT_OVER: Duration = Duration::from_millis(200);

pub(super) struct LineShell<'run, Out> {
    pub(super) inner: EventLoop<'run>,
    /// Asks for one line.
    pub(super) want: Sender<()>,
    pub(super) out: Out,
    /// Whether the line ends that are typed stand in the output already.
    pub(super) echoes: bool,
    /// Columns of the terminal just now, where they are known.
    pub(super) width: fn() -> Option<u16>,
    pub(super) plain: Plain,
    /// Whether a prompt stands there and a line is asked for.
    pub(super) prompted: bool,
    pub(super) script: Script,
}

pub(super) fn run(inner: EventLoop<'_>, sender: Sender<Event>, first: First) -> Result<End, Error> {
    let want = line_reader::start(sender, || io::stdin().lock()).map_err(|error| Error::start(&error))?;
    let out = inner.runner.shutdown.guard.writer.clone();
    let (typed, shown) = (io::stdin().is_terminal(), is_shown());
    let width = if shown { columns } else { || None };
    let (echoes, plain) = (typed && shown, Plain::default());
    let script = Script { unattended: !typed, ..Script::default() };
    LineShell { inner, want, out, echoes, width, plain, prompted: false, script }.run(first)
}

/// The width of the terminal, where lines may be broken to fit it. Asking sends nothing to the terminal.
fn columns() -> Option<u16> {
    crossterm::terminal::size().ok().map(|(columns, _)| columns).filter(|columns| *columns >= NARROWEST)
}

impl<Out: FrameSink> LineShell<'_, Out> {
    pub(super) fn run(mut self, first: First) -> Result<End, Error> {
        let ended = self.converse(first);
        // Whatever comes next begins on a line of its own; whoever ends a program by a key should hear that it heard.
        let last = match (&ended, self.prompted) {
            (Ok(End::Asked(Cause::Signal(_))), _) => words::CLOSING,
            (_, true) => "\n",
            (_, false) => "",
        };
        // Nobody may be listening any more.
        let _ = self.out.write_all(last.as_bytes()).and_then(|()| self.out.flush());
        ended
    }

    fn converse(&mut self, first: First) -> Result<End, Error> {
        self.plain.take_notice(self.inner.app.take_notice());
        self.script.opens = !matches!(first, First::StartPage);
        if self.inner.start(first).is_break() {
            return Ok(End::Quit);
        }
        let opened = self.plain.take_notice(self.inner.app.take_notice());
        self.judge(opened)?;
        self.inner.runner.begin();
        let mut waits_since = Instant::now();
        loop {
            // What is half done is not told, and no line is taken in before it is.
            let waits = !self.inner.runner.awaited.is_empty() && waits_since.elapsed() < LONGEST_WAIT;
            // Nor while what was said before is not read; what happened is told then.
            let is_read = self.out.has_room(MOST_UNREAD);
            if !waits && is_read {
                if !std::mem::take(&mut self.inner.runner.awaited).is_empty() {
                    self.judge(Outcome::Refused(Refusal::NoAnswer.into()))?;
                }
                self.tell()?;
                let pages = if self.inner.app.is_paged() { pages_on_walls(self.inner.app) } else { Vec::new() };
                self.inner.app.see(&pages);
                self.inner.runner.walls.hand_over(self.inner.app);
                self.prompt()?;
                waits_since = Instant::now();
            }
            match self.inner.wait(waits.then_some(LONGEST_WAIT)) {
                None => {}
                // If it is not so because writing failed, this fails, too.
                Some(Event::Drawn) => self.out.flush()?,
                Some(Event::Continued) => self.prompt_again()?,
                Some(Event::Eof) => return self.end_of_lines(),
                Some(Event::End(cause)) => return Ok(End::Asked(cause)),
                Some(Event::Line(line)) => {
                    self.heard()?;
                    match self.line(line) {
                        ControlFlow::Break(Quit) => return self.nothing_after(),
                        ControlFlow::Continue(outcome) => self.judge(outcome)?,
                    }
                }
                Some(event) => {
                    let taken = self.inner.take(&Hits::default(), event);
                    let ControlFlow::Continue(is_answer) = taken else { return Ok(End::Quit) };
                    // What else fails meanwhile is no line's fault.
                    let outcome = self.plain.take_notice(self.inner.app.take_notice());
                    if is_answer {
                        self.judge(outcome)?;
                    }
                }
            }
        }
    }

    /// Takes a line in, message by message; whether it was taken.
    fn line(&mut self, line: Line) -> ControlFlow<Quit, Outcome> {
        self.script.remember(self.inner.app, &line);
        if let Some(encoding) = line.guessed {
            let sentence = words::line_is_read_as(line.number, &encoding);
            self.inner.runner.tell(self.inner.app, Msg::Done(sentence))?;
            self.plain.take_notice(self.inner.app.take_notice());
        }
        let (msgs, understood) = match line.text {
            Ok(line) => {
                let answer = view::answer(self.inner.app, &line, self.plain.is_meant(&line));
                self.plain.hear(&line, answer)
            }
            Err(problem) => (vec![Msg::Failed(problem)], Outcome::Taken),
        };
        let mut done = Outcome::Taken;
        for msg in msgs {
            if done.lets(&msg) {
                self.inner.runner.tell(self.inner.app, msg)?;
                done = done.and(self.plain.take_notice(self.inner.app.take_notice()));
            }
        }
        ControlFlow::Continue(understood.and(done))
    }

    /// A line was read: where nobody echoes its end, the answer needs a line of its own.
    fn heard(&mut self) -> Result<(), Error> {
        if self.prompted && !self.echoes {
            self.out.write_all(b"\n")?;
        }
        self.prompted = false;
        Ok(())
    }

    /// Says what is new; under a prompt that stands there it begins on a new line, and the prompt comes again.
    fn tell(&mut self) -> Result<(), Error> {
        let lines = self.plain.tell(&view::spoken(self.inner.app));
        if lines.is_empty() {
            return Ok(());
        }
        if self.prompted {
            self.out.write_all(b"\n")?;
        }
        for line in &lines {
            self.write(line)?;
        }
        self.prompt_again()
    }

    /// What stood there before something came between, or before the program was stopped.
    fn prompt_again(&mut self) -> Result<(), Error> {
        if self.prompted {
            write!(self.out, "{}", self.plain.prompt())?;
            self.out.flush()?;
        }
        Ok(())
    }

    fn write(&mut self, line: &Clean) -> Result<(), Error> {
        let Some(width) = (self.width)() else {
            return Ok(writeln!(self.out, "{line}")?);
        };
        // At blanks only: a path or a word with a hyphen is copied and read aloud whole.
        let options = textwrap::Options::new(usize::from(width.min(WIDEST))).break_words(false);
        let options = options.word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation);
        for part in textwrap::wrap(line, options) {
            writeln!(self.out, "{part}")?;
        }
        Ok(())
    }

    fn prompt(&mut self) -> Result<(), Error> {
        if self.prompted {
            return Ok(());
        }
        write!(self.out, "{}", self.plain.prompt())?;
        self.out.flush()?;
        self.prompted = true;
        // Without its thread no line can come; it has said why.
        let _ = self.want.send(());
        Ok(())
    }

    /// What came of something that was asked for; a script ends at the first line that is not taken.
    fn judge(&mut self, outcome: Outcome) -> Result<(), Error> {
        let judged = self.script.judge(outcome);
        if matches!(judged, Err(Error::Refused(_))) {
            self.tell()?;
        }
        judged
    }

    /// The lines end: what is being written is kept, as a full stop keeps it. A script that leaves something undone
    /// was not taken whole.
    fn end_of_lines(&mut self) -> Result<End, Error> {
        let mut outcome = Outcome::Taken;
        if let Some(close) = app::end_of_text(self.inner.app) {
            if let ControlFlow::Break(Quit) = self.inner.runner.tell(self.inner.app, close) {
                return Ok(End::Quit);
            }
            outcome = self.plain.take_notice(self.inner.app.take_notice());
        }
        let left = app::left_open(self.inner.app).map_or(Outcome::Taken, Outcome::Refused);
        self.script.ends();
        self.judge(outcome.and(left)).map(|()| End::Quit)
    }

    /// The program closes because a line asked for that; what a script still says behind it is not taken.
    fn nothing_after(&mut self) -> Result<End, Error> {
        if !self.script.unattended {
            return Ok(End::Quit);
        }
        if let Some(left) = app::left_open(self.inner.app) {
            return Err(self.script.left_open(left));
        }
        while self.want.send(()).is_ok() {
            match self.inner.events.recv_timeout(LEFT_OVER) {
                Ok(Event::Line(line)) if line.text.as_ref().is_ok_and(|text| text.trim().is_empty()) => {}
                Ok(Event::Line(line)) => {
                    self.script.remember(self.inner.app, &line);
                    return Err(self.script.came_after_the_end());
                }
                Ok(Event::Eof | Event::End(_)) | Err(_) => break,
                // Asking to close is no news.
                Ok(event) => drop(self.inner.take(&Hits::default(), event)),
            }
        }
        Ok(End::Quit)
    }
}
