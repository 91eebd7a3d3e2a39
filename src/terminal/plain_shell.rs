//! The shell without a screen: a line in, the app's answer in whole lines out, then the next prompt.
//!
//! It only ever appends: no cursor is moved, no colour is set, nothing is written twice. What is said and what a line
//! means is decided elsewhere.

use super::First;
use super::Trouble;
use super::effects::{Awaited, Hands, Quit};
use super::event::{Cause, Event};
use super::lines::{self, Line};
use super::print::is_shown;
use super::script::Script;
use super::shell::{End, shows_time, take, until_next_minute};
use super::writer::FrameSink;
use crate::app::{App, Msg};
use crate::clean::Clean;
use crate::plain::{Outcome, Plain};
use crate::ui::Hits;
use jiff::Zoned;
use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
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

/// The loop and what it holds.
pub(super) struct PlainShell<'run, Out> {
    pub(super) app: &'run mut App,
    pub(super) hands: &'run mut Hands,
    pub(super) events: &'run Receiver<Event>,
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
    /// Who writes the lines.
    pub(super) lines: Script,
}

/// Runs the program in lines on the standard input and output.
pub(super) fn run(
    app: &mut App,
    hands: &mut Hands,
    events: &Receiver<Event>,
    sender: Sender<Event>,
    first: First,
) -> Result<End, Trouble> {
    let want = lines::start(sender, || io::stdin().lock()).map_err(|error| Trouble::Start(error.to_string()))?;
    let out = hands.farewell.door.writer.clone();
    let (typed, shown) = (io::stdin().is_terminal(), is_shown());
    let width = if shown { columns } else { || None };
    let (echoes, plain) = (typed && shown, Plain::default());
    let lines = Script { unattended: !typed, ..Script::default() };
    PlainShell { app, hands, events, want, out, echoes, width, plain, prompted: false, lines }.run(first)
}

/// The width of the terminal, where lines may be broken to fit it. Asking sends nothing to the terminal.
fn columns() -> Option<u16> {
    crossterm::terminal::size().ok().map(|(columns, _)| columns).filter(|columns| *columns >= NARROWEST)
}

impl<Out: FrameSink> PlainShell<'_, Out> {
    pub(super) fn run(mut self, first: First) -> Result<End, Trouble> {
        let ended = self.converse(first);
        // Whatever comes next begins on a line of its own; whoever ends a program by a key should hear that it heard.
        let last = match (&ended, self.prompted) {
            (Ok(End::Asked(Cause::Signal(_))), _) => "\nClosing; everything that was said is saved first.\n",
            (_, true) => "\n",
            (_, false) => "",
        };
        // Nobody may be listening any more.
        let _ = self.out.write_all(last.as_bytes()).and_then(|()| self.out.flush());
        ended
    }

    fn converse(&mut self, first: First) -> Result<End, Trouble> {
        self.plain.overhear(self.app);
        self.lines.opens = !matches!(first, First::StartPage);
        self.hands.find_last();
        let shown = match first {
            First::StartPage => ControlFlow::Continue(()),
            First::Session(file) => self.hands.open(self.app, file),
            First::Demo => self.hands.open_demo(self.app),
        };
        if shown.is_break() {
            return Ok(End::Quit);
        }
        let opened = self.plain.overhear(self.app);
        self.judge(opened)?;
        self.hands.begin();
        let mut waits_since = Instant::now();
        loop {
            // What is half done is not told, and no line is taken in before it is.
            let waits = self.hands.awaited.is_some() && waits_since.elapsed() < LONGEST_WAIT;
            // Nor while what was said before is not read; what happened is told then.
            let is_read = self.out.has_room(MOST_UNREAD);
            if !waits && is_read {
                if self.hands.awaited.take().is_some() {
                    self.judge(Outcome::Refused("What it asks for did not come within half a minute.".into()))?;
                }
                self.tell()?;
                self.prompt()?;
                waits_since = Instant::now();
            }
            match self.wait(waits) {
                None => {}
                // If it is not so because writing failed, this fails, too.
                Some(Event::Drawn) => self.out.flush()?,
                Some(Event::Continued) => self.prompt_again()?,
                Some(Event::NoMoreLines) => return self.no_more_lines(),
                Some(Event::End(cause)) => return Ok(End::Asked(cause)),
                Some(Event::Line(line)) => {
                    self.heard()?;
                    match self.line(line) {
                        ControlFlow::Break(Quit) => return self.nothing_after(),
                        ControlFlow::Continue(outcome) => self.judge(outcome)?,
                    }
                }
                Some(event) => {
                    let answers = self.hands.awaited.is_some_and(|awaited| answers(awaited, &event));
                    if answers {
                        self.hands.awaited = None;
                    }
                    if let ControlFlow::Break(Quit) = take(self.app, self.hands, &Hits::default(), event) {
                        return Ok(End::Quit);
                    }
                    // What else fails meanwhile is no line's fault.
                    let outcome = self.plain.overhear(self.app);
                    if answers {
                        self.judge(outcome)?;
                    }
                }
            }
        }
    }

    /// The next event; none when a minute has passed on a clock that is counted, and then the app knows.
    fn wait(&mut self, waits: bool) -> Option<Event> {
        let minute = shows_time(self.app).then(|| until_next_minute(&Zoned::now()));
        let patience = match (minute, waits) {
            (minute, true) => minute.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT),
            (Some(minute), false) => minute,
            (None, false) => return Some(self.events.recv().unwrap_or(Event::End(Cause::Deaf))),
        };
        match self.events.recv_timeout(patience) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Disconnected) => Some(Event::End(Cause::Deaf)),
            Err(RecvTimeoutError::Timeout) => {
                // A tick asks for nothing outside.
                let _ = self.hands.tell(self.app, Msg::Tick);
                None
            }
        }
    }

    /// Takes a line in, message by message; whether it was taken.
    fn line(&mut self, line: Line) -> ControlFlow<Quit, Outcome> {
        self.remember(&line);
        if let Some(encoding) = line.guessed {
            let sentence =
                format!("Line {} is not UTF-8: it is read as {encoding}, and so is what follows", line.number);
            self.hands.tell(self.app, Msg::Done(sentence))?;
            self.plain.overhear(self.app);
        }
        let (msgs, understood) = match line.text {
            Ok(line) => self.plain.hear(self.app, &line),
            Err(problem) => (vec![Msg::Failed(problem)], Outcome::Taken),
        };
        let mut done = Outcome::Taken;
        for msg in msgs {
            if done.lets(&msg) {
                self.hands.tell(self.app, msg)?;
                done = done.and(self.plain.overhear(self.app));
            }
        }
        ControlFlow::Continue(understood.and(done))
    }

    /// A line was read: where nobody echoes its end, the answer needs a line of its own.
    fn heard(&mut self) -> Result<(), Trouble> {
        if self.prompted && !self.echoes {
            self.out.write_all(b"\n")?;
        }
        self.prompted = false;
        Ok(())
    }

    /// Says what is new; under a prompt that stands there it begins on a new line, and the prompt comes again.
    pub(super) fn tell(&mut self) -> Result<(), Trouble> {
        let lines = self.plain.tell(self.app);
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
    fn prompt_again(&mut self) -> Result<(), Trouble> {
        if self.prompted {
            write!(self.out, "{}", self.plain.prompt())?;
            self.out.flush()?;
        }
        Ok(())
    }

    fn write(&mut self, line: &Clean) -> Result<(), Trouble> {
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

    fn prompt(&mut self) -> Result<(), Trouble> {
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
}

/// Whether an event is the answer to what was asked for.
fn answers(awaited: Awaited, event: &Event) -> bool {
    match (awaited, event) {
        (Awaited::File, Event::Claimed(_)) => true,
        (_, Event::Then(then)) => then.answers == Some(awaited),
        (_, Event::Told(msg)) => match (awaited, msg.as_ref()) {
            (Awaited::List, Msg::Found(found)) => !found.progress.goes_on(),
            (_, Msg::Failed(_))
            | (Awaited::List | Awaited::Folder, Msg::NoSuchFolder(_))
            | (Awaited::Sessions, Msg::Read(_))
            | (Awaited::Folder, Msg::FolderIs(_))
            | (Awaited::Report, Msg::Exported(_))
            | (Awaited::Deletion, Msg::MayDelete(_) | Msg::Done(_)) => true,
            _ => false,
        },
        _ => false,
    }
}
