//! A sentence typed where nothing takes text: it is told from commands by its speed, and changes nothing.
//!
//! One letter is a command at once. A second sign that is no digit and another one, within [`TOGETHER`], makes both a
//! run: what the first did is taken back, and the rest of the sentence is swallowed until nothing was typed for [`REST`].
//! After a box was closed in which text was typed, that is so for all of [`REST`]. What would be done outside, as closing
//! or deleting, waits until it is clear that nothing follows. Only `J P4` may come as fast as fingers go: as long as an
//! id begins so, what follows `J` is its. It knows no clock: the time comes with the keys.

use super::keymap::{Command, Context, of};
use super::workshop::Said;
use super::{App, Clicker, Effect, Key, List, Msg, Overlay, PageStart, Screen, Shown, ThemeName, WallShows, Workshop};
use crate::words;
use jiff::{SignedDuration, Timestamp};

/// Nobody means two commands by two letters within so short a time.
const TOGETHER: SignedDuration = SignedDuration::from_millis(200);

/// Whoever rests so long has stopped typing.
const REST: SignedDuration = SignedDuration::from_secs(1);

/// What is typed where nothing takes text.
#[derive(Debug, Default)]
pub(super) struct Typing {
    /// The characters that came together, if any did.
    chain: Option<Chain>,
    /// When the last of a run was swallowed, or a box was closed in which text was typed.
    rests_since: Option<Timestamp>,
    /// Whether that is a run, and so digits and signs belong to it.
    is_run: bool,
    /// What the last letter asks for outside.
    held: Vec<Effect>,
    /// What it asks for that cannot be taken back.
    command: Option<Command>,
}

#[derive(Debug)]
struct Chain {
    letter: Option<char>,
    last: Timestamp,
    /// Until when what follows belongs to it.
    until: Timestamp,
    contexts: Vec<Context>,
    before: Box<Kept>,
}

/// All that a command may change.
#[derive(Debug)]
struct Kept {
    screen: Screen,
    overlays: Vec<Overlay>,
    said: Option<Said>,
    /// The list of sessions, where it is in sight.
    list: Option<List>,
    theme: ThemeName,
    clicker: Clicker,
    timer: bool,
    plain_words: bool,
    wall: WallShows,
    pages: Vec<PageStart>,
}

impl Typing {
    /// When what is held is to be done, if nothing follows.
    pub(super) fn due(&self) -> Option<Timestamp> {
        let waits = self.command.is_some() || !self.held.is_empty();
        self.chain.as_ref().filter(|_| waits).map(|chain| chain.until)
    }

    /// Whether characters still belong together.
    fn goes_on(&self, now: Timestamp) -> bool {
        self.chain.as_ref().is_some_and(|chain| chain.last <= now && now < chain.until)
    }

    /// Until when what follows a sign of now belongs to it.
    fn until(&self, now: Timestamp) -> Timestamp {
        let closed = self.rests_since.filter(|_| !self.is_run);
        let rested = closed.and_then(|since| since.checked_add(REST).ok());
        now.checked_add(TOGETHER).unwrap_or(now).max(rested.unwrap_or(now))
    }

    /// Keeps back what cannot be taken back, while characters may belong together; gives what can be done at once.
    pub(super) fn hold(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        if self.chain.is_none() {
            return effects;
        }
        let (held, done) = effects.into_iter().partition(|effect| !can_be_taken_back(effect));
        self.held.extend::<Vec<Effect>>(held);
        done
    }

    /// Keeps a command back that cannot be taken back, where a character asks for it: a reveal shows the votes.
    pub(super) fn holds(&mut self, command: Command) -> bool {
        let holds = self.chain.is_some() && command == Command::Reveal;
        self.command = self.command.or(holds.then_some(command));
        holds
    }

    /// Notes that a box was closed in which text was typed.
    pub(super) fn closed(&mut self, now: Timestamp) {
        (self.rests_since, self.is_run) = (Some(now), false);
    }

    /// Notes that a field is in focus: what is typed there after a moment is meant for it.
    pub(super) fn opened(&mut self) {
        if let Some(chain) = &mut self.chain {
            chain.until = chain.last.checked_add(TOGETHER).map_or(chain.until, |soon| chain.until.min(soon));
        }
    }
}

/// Whether it changes nothing that the next save or look would not put right.
fn can_be_taken_back(effect: &Effect) -> bool {
    matches!(effect, Effect::Save | Effect::Name | Effect::Find { .. } | Effect::Preview(_) | Effect::Mouse(_))
}

fn is_within(then: Timestamp, now: Timestamp, longest: SignedDuration) -> bool {
    let passed = now.duration_since(then);
    !passed.is_negative() && passed < longest
}

/// Before a message: does what was held, where nothing more belongs to it. Another session is no part of a run.
pub(super) fn settle(app: &mut App, msg: &Msg) {
    let belongs = match msg {
        Msg::Key(key) => matches!(key, Key::Char(_)),
        Msg::Opened { .. } | Msg::Begun { .. } => false,
        _ => true,
    };
    if belongs && app.typing.goes_on(app.cx.now.timestamp()) {
        return;
    }
    let typing = &mut app.typing;
    typing.chain = None;
    app.cx.effects.append(&mut typing.held);
    if let Some(command) = typing.command.take() {
        app.ask(command);
    }
}

/// Whether text is being typed: in a field, on a page whose letters are no commands.
pub(super) fn takes_text(app: &mut App, contexts: &[Context]) -> bool {
    !contexts.contains(&Context::Letters) && app.field_in_focus().is_some()
}

/// Whether a key belongs to a sentence typed where nothing takes it, and does nothing.
pub(super) fn swallows(app: &mut App, contexts: &[Context], key: Key) -> bool {
    if app.cx.shown == Shown::Lines {
        // A line is whole, however soon the next one comes.
        return false;
    }
    let now = app.cx.now.timestamp();
    let in_field = takes_text(app, contexts);
    let is_spoken =
        app.overlays.last().is_some_and(|top| matches!(top, Overlay::Jump(jump) if jump.goes_on(&app.cx, key)));
    let typing = &mut app.typing;
    let rests = typing.rests_since.is_some_and(|since| is_within(since, now, REST));
    let belongs = matches!(key, Key::Char(_) | Key::Enter | Key::Tab | Key::Backspace | Key::Delete);
    if rests && typing.is_run && belongs {
        typing.rests_since = Some(now);
        return true;
    }
    let Key::Char(letter) = key.folded() else {
        // Whoever presses what no sentence holds is not typing on in the box that was closed.
        typing.rests_since = typing.rests_since.filter(|_| typing.is_run);
        return false;
    };
    let is_letter = letter.is_alphabetic();
    if letter.is_ascii_digit() && !typing.is_run {
        typing.rests_since = None;
    }
    // What follows digits in a box that takes them is text, and so is all that does not come together with the letter
    // or digit that opened the box.
    let is_text = |chain: &Chain| in_field && chain.letter.is_none() && chain.contexts == contexts;
    let goes_on = typing.goes_on(now) && !typing.chain.as_ref().is_some_and(is_text);
    let is_second = |chain: &Chain| match chain.letter {
        Some(first) => first != letter && !letter.is_ascii_digit(),
        None => in_field,
    };
    if goes_on && !is_spoken && typing.chain.as_ref().is_some_and(is_second) {
        let chain = typing.chain.take();
        typing.held.clear();
        typing.command = None;
        (typing.rests_since, typing.is_run) = (Some(now), true);
        if let Some(chain) = chain {
            take_back(app, *chain.before);
        }
        let notes = of(&app.contexts()).any(|row| row.command == Command::Note);
        app.cx.refuse(if notes { words::TYPING_NEEDS_A_NOTE } else { words::TYPING_DOES_NOTHING });
        return true;
    }
    let until = typing.until(now);
    if goes_on {
        if let Some(chain) = &mut typing.chain {
            (chain.last, chain.until) = (now, until);
            chain.letter = chain.letter.or(is_letter.then_some(letter));
        }
    } else {
        typing.chain = None;
        if !in_field {
            let before = Box::new(keep(app));
            app.typing.chain = Some(Chain {
                letter: is_letter.then_some(letter),
                last: now,
                until,
                contexts: contexts.to_vec(),
                before,
            });
        }
    }
    false
}

fn keep(app: &App) -> Kept {
    let App { cx, screen, overlays, .. } = app;
    Kept {
        screen: screen.clone(),
        overlays: overlays.clone(),
        said: cx.workshop.as_ref().map(Workshop::said),
        list: matches!(screen, Screen::List(_)).then(|| cx.list.clone()),
        theme: cx.theme,
        clicker: cx.clicker,
        timer: cx.timer,
        plain_words: cx.plain_words,
        wall: cx.walls.shows.clone(),
        pages: cx.pages.clone(),
    }
}

/// Puts everything back as it was. What came from outside meanwhile stays: where the work is safe, what a folder holds.
fn take_back(app: &mut App, before: Kept) {
    let Kept { screen, overlays, said, list, theme, clicker, timer, plain_words, wall, pages } = before;
    (app.screen, app.overlays) = (screen, overlays);
    let cx = &mut app.cx;
    (cx.theme, cx.clicker, cx.timer, cx.plain_words) = (theme, clicker, timer, plain_words);
    (cx.walls.shows, cx.pages) = (wall, pages);
    if let Some(list) = list.filter(|list| list.progress == cx.list.progress) {
        let preview = cx.list.preview.take();
        cx.list = list;
        cx.list.preview = preview;
    }
    if let (Some(workshop), Some(said)) = (&mut cx.workshop, said)
        && workshop.take_back(said)
    {
        cx.save();
    }
}
