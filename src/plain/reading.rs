//! A line, read: the messages for the app, or what to say at once. What cannot be meant changes nothing.
//!
//! It never repeats what was typed: on a shared screen that may be somebody's vote.

use super::lines;
use super::row::{Does, Row};
use super::table;
use super::{help, pages, writing};
use crate::app::keymap::{Command, Context};
use crate::app::{App, Choice, Key, Msg, NAMES_LINE, Note, NoteKind, Overlay, Said, Screen, Target};
use crate::framework::{Confidence, Id, Rating};
use crate::session::ActionStatus;
use crate::words::sentence;

/// What a line comes to.
#[derive(Debug)]
pub(super) enum Heard {
    /// Messages for the app, in order.
    Ask(Vec<Msg>),
    /// Sentences to say; the app hears nothing.
    Say(Vec<String>),
    /// Why the line is not taken, as a sentence; the app hears nothing.
    Refuse(String),
    /// What is in sight is to be said once more.
    Again,
}

impl Heard {
    pub(super) fn say(sentence: impl Into<String>) -> Self {
        Self::Say(vec![sentence.into()])
    }

    pub(super) fn refuse(reason: impl Into<String>) -> Self {
        Self::Refuse(reason.into())
    }

    fn command(command: Command) -> Self {
        Self::Ask(vec![ask(command)])
    }
}

/// A command without a digit.
pub(super) fn ask(command: Command) -> Msg {
    Msg::Command(command, Key::Enter)
}

/// A text for the place where one is being written.
pub(super) fn text(text: impl Into<String>) -> Msg {
    Msg::Said(Said::Text(text.into()))
}

const EMPTY: &str = "An empty line does nothing here. \"help\" says what can be done.";

const UNKNOWN: &str = "That is not understood here, and nothing was changed. \"help\" says what can be done.";

/// Reads a line.
pub(super) fn read(app: &App, line: &str) -> Heard {
    let line = line.trim();
    if let Some(Overlay::Blank { .. }) = app.overlays.last() {
        return Heard::Ask(vec![Msg::Key(Key::Enter)]);
    }
    let contexts = app.contexts();
    if let Some((row, rest)) = table::find(&contexts, line) {
        let does_nothing = line.is_empty() && !row.is_offered(app);
        return if does_nothing { Heard::say(EMPTY) } else { perform(app, row, line, rest) };
    }
    if contexts.first().is_some_and(|context| table::is_text(*context)) {
        return writing::written(app, line);
    }
    if line == "." {
        return match table::closing(&contexts).filter(|_| !app.overlays.is_empty()) {
            Some(row) => perform(app, row, line, ""),
            None => Heard::say("Nothing is being written here, so there is nothing to end."),
        };
    }
    other(app, &contexts, line)
}

/// A line that begins with no word of the table: an id, counts, a vote, an action in the room's own words.
fn other(app: &App, contexts: &[Context], line: &str) -> Heard {
    match contexts.first() {
        Some(Context::Vote) => return writing::vote(app, line),
        Some(Context::Dots) => return dots(app, line),
        Some(Context::ActionStart) if line.is_empty() => {
            return Heard::say("Write the number of a starter, or the action in your own words; \"list\" writes none.");
        }
        Some(Context::ActionStart) => return Heard::Ask(vec![text(line), ask(Command::NextField)]),
        _ => {}
    }
    match id(app, line).filter(|_| contexts.contains(&Context::Session)) {
        Some(id) => go_to(app, id),
        None if line.is_empty() => Heard::say(EMPTY),
        None => Heard::refuse(UNKNOWN),
    }
}

/// Goes to an item; where the room is there already it is told once more.
fn go_to(app: &App, id: Id) -> Heard {
    let there = matches!(&app.screen, Screen::Walk(walk) if app.cx.framework.step_of(&id).as_ref() == Some(&walk.step));
    if there && app.overlays.is_empty() { Heard::Again } else { Heard::Ask(vec![Msg::Said(Said::GoTo(id))]) }
}

/// The item with this id, in either case.
pub(super) fn id(app: &App, text: &str) -> Option<Id> {
    app.cx.framework.items().map(|item| item.id()).find(|id| id.as_str().eq_ignore_ascii_case(text)).cloned()
}

const DOTS: &str = "Write an item and how many dots it got, as in E2 11. A full stop closes the dots.";

/// `E2 11`: an item and its dots.
fn dots(app: &App, line: &str) -> Heard {
    let counted = line.split_once(char::is_whitespace).and_then(|(item, count)| {
        let id = id(app, item)?;
        Some((id, count.trim().parse().ok()?))
    });
    match counted {
        Some((id, count)) => Heard::Ask(vec![Msg::Said(Said::Dots(id, count))]),
        None if line.is_empty() => Heard::say(DOTS),
        None => Heard::refuse(DOTS),
    }
}

/// Does what a row says.
fn perform(app: &App, row: &Row, line: &str, rest: &str) -> Heard {
    if row.takes.is_empty() && !rest.is_empty() && rest != line {
        return Heard::refuse("Nothing may follow that word, and nothing was changed.");
    }
    match row.does {
        Does::Command(Command::Slides) if app.offers(Command::Reveal) => {
            Heard::refuse("A vote is open on this item: r reveals it first.")
        }
        Does::Command(Command::Up | Command::Down) if row.at == Context::Rate && !has_levels(app) => {
            Heard::refuse("This item takes one rating, not one for each level.")
        }
        Does::Command(command) => Heard::command(command),
        Does::Digit(command) => {
            Heard::Ask(line.chars().next().map(|digit| Msg::Command(command, Key::Char(digit))).into_iter().collect())
        }
        Does::AnyLine(command) if rest.is_empty() => Heard::command(command),
        Does::Line(command) | Does::AnyLine(command) => on_line(app, rest, command),
        Does::Write(command) if rest.is_empty() => Heard::command(command),
        Does::Write(_) if id(app, &line.replace(char::is_whitespace, "")).is_some() => {
            Heard::refuse("That may be an item: its id is written without a blank, as in P4; a whole word adds a text.")
        }
        Does::Write(command) => write(app, command, rest),
        Does::Fill(open, _) if rest.is_empty() => Heard::command(open),
        Does::Fill(Command::Review, _) if app.cx.problem_with_date(rest).is_some() => {
            Heard::refuse(sentence(&app.cx.problem_with_date(rest).unwrap_or_default()))
        }
        Does::Fill(open, keep) => Heard::Ask(vec![ask(open), text(rest), ask(keep)]),
        Does::Empty => Heard::Ask(vec![text("")]),
        Does::Pick => pick(app, rest),
        Does::Choose(choice) => choose(app, choice),
        Does::Vote if !app.offers(Command::Vote) => Heard::refuse("The room votes on ratings and assumptions only."),
        Does::Vote => writing::open_vote(app, rest),
        Does::NotAgreed => not_agreed(rest),
        Does::Evidence => evidence(rest),
        Does::Dissent => writing::dissent(app, rest),
        Does::EndStatement => writing::end_statement(app),
        Does::Counts => writing::vote(app, rest),
        Does::Dots => dots(app, rest),
        Does::Log => log(app, rest),
        Does::Status(status) => set_status(app, rest, status),
        Does::Toggle(line) => toggle(rest, line),
        Does::GoTo => id(app, rest).map_or_else(
            || Heard::refuse("There is no item with that id. Write one as the map names it, for example go P3."),
            |id| go_to(app, id),
        ),
        Does::Details => {
            let item = id(app, rest).or_else(|| app.cx.current_step()?.item().cloned().filter(|_| rest.is_empty()));
            item.map_or_else(
                || Heard::refuse("Of which item? Write its id, for example details P3."),
                |id| Heard::Say(pages::details(app, &id)),
            )
        }
        Does::Items => Heard::Say(pages::items(app)),
        Does::Guidance => Heard::Say(pages::guidance(app)),
        Does::About => Heard::Say(pages::about(app)),
        Does::Help => Heard::Say(help::spoken(app)),
        Does::Again => Heard::Again,
    }
}

/// Whether the item in sight takes a rating for each level.
fn has_levels(app: &App) -> bool {
    app.cx.current_step().is_some_and(|step| step.level().is_some())
}

const WHICH: &str = "Which one? Write its number after the word.";

/// Marks the line with a number and asks for a command on it.
fn on_line(app: &App, number: &str, command: Command) -> Heard {
    let Ok(number) = number.parse() else { return Heard::refuse(WHICH) };
    match lines::mark(app, number) {
        Ok(mut msgs) => {
            msgs.push(ask(command));
            Heard::Ask(msgs)
        }
        Err(problem) => Heard::Refuse(problem),
    }
}

/// Adds text to a note of the item in sight.
fn write(app: &App, command: Command, added: &str) -> Heard {
    let kind = match command {
        Command::PrivateNote => NoteKind::Private,
        Command::Dissent => NoteKind::Dissent,
        _ => NoteKind::Shared,
    };
    let step = app.cx.current_step();
    let item = step.as_ref().and_then(|step| step.item()).and_then(|id| app.cx.framework.item(id));
    let (Some(item), Some(workshop)) = (item, &app.cx.workshop) else { return Heard::Ask(Vec::new()) };
    let note = Note::new(item, kind, &workshop.session).field.text();
    Heard::Ask(vec![ask(command), text(writing::joined(&note, added)), ask(Command::Dismiss)])
}

/// A line of the start page by the number that it is said with.
fn pick(app: &App, number: &str) -> Heard {
    let wanted = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    match wanted.and_then(|place| lines::choices(app).get(place).copied()) {
        Some(Choice::About) => Heard::Say(pages::about(app)),
        Some(Choice::Help) => Heard::Say(help::spoken(app)),
        Some(choice) => choose(app, choice),
        None => Heard::refuse(format!("There is no line with that number; there are {}.", lines::choices(app).len())),
    }
}

fn choose(app: &App, choice: Choice) -> Heard {
    let line = app.cx.choices().iter().position(|one| *one == choice);
    Heard::Ask(line.map(|line| Msg::Click(Target::Line(line))).into_iter().collect())
}

fn not_agreed(range: &str) -> Heard {
    let ratings: Vec<&str> = range.split_whitespace().collect();
    let digit = |word: &&str| one_digit(word).filter(|digit| Rating::from_digit(*digit).is_some());
    let digits: Vec<char> = ratings.iter().filter_map(digit).collect();
    match digits[..] {
        _ if digits.len() < ratings.len() => {}
        [] | [_] => {
            return Heard::Ask(std::iter::once(ask(Command::NotAgreed)).chain(digits.into_iter().map(key)).collect());
        }
        [one, other] if one != other => {
            return Heard::Ask(vec![ask(Command::NotAgreed), key(one), key(other)]);
        }
        _ => {}
    }
    Heard::refuse("Write two different ratings, the lowest and the highest, as in x 2 4.")
}

/// The one character of a word.
pub(super) fn one_digit(word: &str) -> Option<char> {
    let mut letters = word.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// A character as a key.
pub(super) fn key(letter: char) -> Msg {
    Msg::Key(Key::Char(letter))
}

fn evidence(level: &str) -> Heard {
    let known = Confidence::ALL.into_iter().find(|one| one.word().eq_ignore_ascii_case(level));
    match known {
        Some(confidence) => Heard::Ask(vec![Msg::Said(Said::Evidence(Some(confidence)))]),
        None if level.eq_ignore_ascii_case("none") => Heard::Ask(vec![Msg::Said(Said::Evidence(None))]),
        None => Heard::refuse("Evidence is low, medium, high or none, as in c high."),
    }
}

fn log(app: &App, rest: &str) -> Heard {
    let (number, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match on_line(app, number, Command::Log) {
        Heard::Ask(mut msgs) if !words.is_empty() => {
            msgs.extend([text(words.trim()), ask(Command::Choose)]);
            Heard::Ask(msgs)
        }
        heard => heard,
    }
}

fn set_status(app: &App, number: &str, status: ActionStatus) -> Heard {
    let Ok(number) = number.parse::<u32>() else { return Heard::refuse(WHICH) };
    match lines::mark(app, number) {
        Ok(mut msgs) => {
            msgs.push(Msg::Said(Said::Status(number, status)));
            Heard::Ask(msgs)
        }
        Err(problem) => Heard::Refuse(problem),
    }
}

/// Changes a line of the report's choices; a number names a format.
fn toggle(number: &str, line: Option<usize>) -> Heard {
    let format = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    match line.or(format.filter(|place| *place < NAMES_LINE)) {
        Some(line) => Heard::Ask(vec![Msg::Click(Target::Line(line))]),
        None => Heard::refuse("There is no format with that number."),
    }
}
