//! What pages read and change while it lies apart from them: the framework, the open session, and the program's own state.

use super::page::Next;
use super::rehearsal::Rehearsal;
use super::{Clicker, Colours, Effect, List, Listed, PageStart, ThemeName, Walls, Workshop};
use crate::framework::Framework;
use crate::session::Session;
use crate::words;
use jiff::{Timestamp, Zoned};
use std::path::PathBuf;
use std::sync::Arc;

/// What pages read and change.
#[expect(clippy::struct_excessive_bools, reason = "each is one switch of the room")]
#[derive(Debug)]
pub struct Cx {
    pub framework: Arc<Framework>,
    /// The time of the last message, in the laptop's time zone.
    pub now: Zoned,
    pub workshop: Option<Workshop>,
    /// A sentence for the room, until the next key.
    pub notice: Option<String>,
    /// Why what was said last was not taken, as a sentence, where it was not; whoever reads lines takes it away.
    pub(crate) refusal: Option<String>,
    /// When votes were revealed last.
    pub(super) revealed: Option<Timestamp>,
    pub theme: ThemeName,
    /// What the terminal can show.
    pub colours: Colours,
    pub(crate) mouse: bool,
    pub(crate) timer: bool,
    /// Whether the statement of an item is shown in plain words too.
    pub plain_words: bool,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
    pub shown: Shown,
    pub clicker: Clicker,
    /// The width of the picture and the distance of the back row, as typed in this run.
    pub(super) measured: (String, String),
    /// What the start page knows of earlier sessions.
    pub home: Home,
    /// The list of saved sessions, kept while something else is on screen.
    pub list: List,
    /// A folder of the user's own, for a session that must be saved elsewhere.
    pub elsewhere: PathBuf,
    /// The folders into which a report can go, the likeliest first.
    pub paper_folders: Vec<PathBuf>,
    pub walls: Walls,
    /// The first line on each page of the slide in sight, where it is drawn; a clicker turns them before the slide.
    pub(super) pages: Vec<PageStart>,
    pub(crate) rehearsal: Option<Rehearsal>,
    /// What is to be done outside for this message.
    pub(super) effects: Vec<Effect>,
}

/// How the program is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Screen,
    /// Told in lines, one after the other.
    Lines,
}

/// What the start page shows of the folder of sessions.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// The folder, for people to read.
    pub folder: String,
    pub last: Option<Listed>,
    /// Whether nothing was chosen yet on this laptop: the start page then offers the room check.
    pub first_run: bool,
}

impl Cx {
    pub(super) fn new(framework: Arc<Framework>, now: Zoned, home: Home) -> Self {
        Self {
            framework,
            now,
            workshop: None,
            notice: None,
            refusal: None,
            revealed: None,
            theme: ThemeName::default(),
            colours: Colours::Indexed256,
            mouse: true,
            timer: true,
            plain_words: false,
            ascii: false,
            shown: Shown::Screen,
            clicker: Clicker::default(),
            measured: Default::default(),
            home,
            list: List::default(),
            elsewhere: PathBuf::new(),
            paper_folders: Vec::new(),
            walls: Walls::default(),
            pages: Vec::new(),
            rehearsal: None,
            effects: Vec::new(),
        }
    }

    /// Asks for something to be done outside. To save is asked for once: what is saved is what stands at the end.
    pub(super) fn ask(&mut self, effect: Effect) -> Next {
        if effect != Effect::Save || !self.effects.contains(&Effect::Save) {
            self.effects.push(effect);
        }
        Next::Stay
    }

    pub(super) fn save(&mut self) {
        self.ask(Effect::Save);
    }

    /// Says something to the room, until the next key.
    pub(super) fn say(&mut self, sentence: impl Into<String>) -> Next {
        self.notice = Some(sentence.into());
        Next::Stay
    }

    /// Says why something was not taken, also to whoever must know whether a line was taken.
    pub(super) fn refuse(&mut self, reason: impl Into<String>) -> Next {
        let reason = reason.into();
        self.refusal = Some(reason.clone());
        self.say(reason)
    }

    pub(super) fn session(&self) -> Option<&Session> {
        self.workshop.as_ref().map(|workshop| &workshop.session)
    }

    pub(super) fn turn_theme(&mut self, back: bool) -> Next {
        self.theme = self.theme.turned(back, self.colours);
        self.say(format!("Theme: {}", self.theme.label()));
        self.ask(Effect::Remember(self.theme))
    }

    /// Whether an item says its statement in plain words too: where it is told in lines, always.
    pub(crate) fn shows_plain_words(&self) -> bool {
        self.plain_words || self.shown == Shown::Lines
    }

    /// Whether the framework says any statement in plain words.
    pub(super) fn has_plain_words(&self) -> bool {
        self.framework.items().any(|item| !item.plain_at(None).is_empty())
    }

    pub(super) fn switch_plain_words(&mut self) -> Next {
        if !self.has_plain_words() {
            return self.refuse(words::NO_PLAIN_WORDS);
        }
        self.plain_words = !self.plain_words;
        self.say(words::plain_words_shown(self.plain_words))
    }

    pub(super) fn switch_mouse(&mut self) -> Next {
        self.mouse = !self.mouse;
        self.say(words::mouse(self.mouse));
        self.ask(Effect::Mouse(self.mouse))
    }

    /// The time of day as the room reads it: `14:32`.
    pub(crate) fn clock(&self) -> String {
        words::time(&self.now)
    }

    /// A moment as the time of day in the laptop's time zone: `14:32`.
    pub(crate) fn time_of_day(&self, at: Timestamp) -> String {
        words::time(at.to_zoned(self.now.time_zone().clone()))
    }
}
