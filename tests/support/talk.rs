//! A workshop in lines in a test: what is written goes in, sentences come out, through the same app as everywhere.
//!
//! Files are played by the room, as in tests by keys; nothing is drawn.

use super::full::full;
use super::room::Room;
use plenary::app::{Outcome, Shown};
use plenary::framework::Step;
use plenary::plain::Plain;
use plenary::session::{Place, Session, Status};
use plenary::view;

/// A conversation with the program.
pub(crate) struct Talk {
    pub(crate) room: Room,
    plain: Plain,
    /// All that was said and written, as it would stand in a terminal.
    pub(crate) transcript: String,
    /// What the last line was answered with.
    answer: String,
    /// Whether it was taken.
    pub(crate) outcome: Outcome,
}

impl Talk {
    /// At the start page.
    pub(crate) fn new() -> Self {
        Self::of(Room::new(80, 24))
    }

    /// With a session as a file would give it.
    pub(crate) fn opened(session: Session) -> Self {
        Self::of(Room::opened(session, 80, 24))
    }

    /// In a session in which everything was said, at its first item, to go on with.
    pub(crate) fn full() -> Self {
        let place = Place::Walk(Step::Feature("I1".into()));
        Self::opened(Session { status: Status::InProgress, place, ..full() })
    }

    /// In a session that was just begun, the gate left out, at its first item.
    pub(crate) fn begun() -> Self {
        let mut talk = Self::new();
        talk.writes("new\nGlenside CPP\n.\nskip\n\n");
        talk
    }

    /// Wherever a room is.
    pub(crate) fn of(mut room: Room) -> Self {
        room.has_window = false;
        room.app.cx.shown = Shown::Lines;
        let mut plain = Plain::default();
        plain.take_notice(room.app.take_notice());
        let mut talk = Self { room, plain, transcript: String::new(), answer: String::new(), outcome: Outcome::Taken };
        talk.tells();
        talk
    }

    /// Writes a line.
    pub(crate) fn line(&mut self, line: &str) -> &mut Self {
        self.transcript.push_str(line);
        self.transcript.push('\n');
        let answer = view::answer(&self.room.app, line, self.plain.is_meant(line));
        let (msgs, understood) = self.plain.hear(line, answer);
        let mut done = Outcome::Taken;
        for msg in msgs {
            if done.lets(&msg) {
                self.room.send(msg);
                done = done.and(self.plain.take_notice(self.room.app.take_notice()));
            }
        }
        self.outcome = understood.and(done);
        self.tells();
        self
    }

    /// Writes lines; a line end after the last is none of its own.
    pub(crate) fn writes(&mut self, lines: &str) -> &mut Self {
        for line in lines.strip_suffix('\n').unwrap_or(lines).split('\n') {
            self.line(line);
        }
        self
    }

    /// Takes in something that happened outside.
    pub(crate) fn send(&mut self, msg: plenary::app::Msg) -> &mut Self {
        self.room.send(msg);
        self.outcome = self.plain.take_notice(self.room.app.take_notice());
        self.transcript.push('\n');
        self.tells();
        self
    }

    fn tells(&mut self) {
        let said: Vec<String> = self.plain.tell(&view::spoken(&self.room.app)).into_iter().map(String::from).collect();
        self.answer = said.join("\n");
        for line in &said {
            self.transcript.push_str(line);
            self.transcript.push('\n');
        }
        self.transcript.push_str(&self.plain.prompt());
    }

    /// What the last line was answered with.
    pub(crate) fn answer(&self) -> &str {
        &self.answer
    }

    /// What is asked for now.
    pub(crate) fn prompt(&self) -> String {
        self.plain.prompt().into()
    }

    /// Asserts that the last line was answered with a text.
    #[track_caller]
    pub(crate) fn says(&mut self, text: &str) -> &mut Self {
        assert!(self.answer.contains(text), "\"{text}\" was not said, but\n{}", self.answer);
        self
    }

    /// Asserts that it was not.
    #[track_caller]
    pub(crate) fn is_silent_on(&mut self, text: &str) -> &mut Self {
        assert!(!self.answer.contains(text), "\"{text}\" was said:\n{}", self.answer);
        self
    }

    /// Asserts what is asked for now.
    #[track_caller]
    pub(crate) fn asks(&mut self, prompt: &str) -> &mut Self {
        assert_eq!(self.prompt(), format!("{prompt} > "), "after\n{}", self.answer);
        self
    }

    pub(crate) fn session(&self) -> &Session {
        self.room.session()
    }
}
