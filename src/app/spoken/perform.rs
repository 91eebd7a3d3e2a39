//! What a row of the table does with a line: messages for the app, something to tell, or why it is not taken.
//!
//! What is written into fields is in `fields`.

use super::error::NotTaken;
use super::{Parsed, Telling, dictated, fields, key, lines, text};
use crate::app::keymap::{Binding, Command, Context, NUMBER};
use crate::app::{App, Choice, FOLDER_LINE, Key, Msg, NAMES_LINE, Note, NoteKind, Screen, Target, TextInput};
use crate::framework::{Confidence, Id, Rating};
use crate::words;

pub(super) fn perform(app: &App, row: &Binding, line: &str, rest: &str) -> Parsed {
    if row.takes().is_empty() && !rest.is_empty() && rest != line {
        let names: Vec<String> = row.written(false).into_iter().filter(|name| name != "Enter").collect();
        return Parsed::refuse(&NotTaken::MoreThanTheWord(names.join(" or ")));
    }
    // What opens a page for a text would stay open where the text is refused.
    let opens = matches!(row.command, Command::NotAgreed | Command::New | Command::Review | Command::Log);
    if let Some(why) = app.cx.why_unchangeable().filter(|_| opens && !rest.is_empty()) {
        return Parsed::Refused(why);
    }
    if row.takes() == "NUMBER" || row.words().any(|word| word == NUMBER) {
        return on_line(app, row, rest);
    }
    if row.digits().is_some() {
        return Parsed::Messages(
            line.chars().next().map(|digit| Msg::Command(row.command_for(Key::Char(digit)))).into_iter().collect(),
        );
    }
    match row.command {
        Command::Help => Parsed::Tell(match rest {
            _ if rest.is_empty() || rest == line => Telling::Help,
            "all" => Telling::HelpAll,
            word => Telling::HelpOn(word.to_owned()),
        }),
        Command::HearPrivate => match app.cx.current_step().and_then(|step| step.item().cloned()) {
            Some(id) => Parsed::Tell(Telling::PrivateNote(id)),
            None => Parsed::refuse(&NotTaken::WhichItem),
        },
        Command::Again => Parsed::Tell(Telling::Again),
        Command::Items => Parsed::Tell(Telling::Items),
        Command::Guidance => Parsed::Tell(Telling::Guidance),
        Command::About => Parsed::Tell(Telling::About),
        Command::Details => {
            let item =
                app.item_named(rest).or_else(|| app.cx.current_step()?.item().cloned().filter(|_| rest.is_empty()));
            let none = || Parsed::refuse(&NotTaken::WhichItem);
            item.map_or_else(none, |id| Parsed::Tell(Telling::Details(id)))
        }
        Command::Go => {
            let none = || Parsed::refuse(&NotTaken::NoItem);
            app.item_named(dictated::without(rest, "to")).map_or_else(none, |id| go_to(app, id))
        }
        Command::Demo => choose(app, Choice::Demo),
        Command::Names => click(NAMES_LINE),
        Command::Folder if row.context == Context::Export => click(FOLDER_LINE),
        Command::Slides if app.is_enabled(Command::Reveal) => Parsed::refuse(&NotTaken::VoteOpen),
        Command::Up | Command::Down if row.context == Context::Rate && !has_levels(app) => {
            Parsed::refuse(&NotTaken::OneRating)
        }
        Command::Empty => Parsed::Messages(vec![text("")]),
        Command::Vote => match app.why_not(Command::Vote) {
            Some(why) => Parsed::Refused(why.into()),
            None => fields::open_vote(app, rest),
        },
        Command::Counts => fields::vote(app, rest),
        Command::CountDots => dots(app, rest),
        Command::NotAgreed => not_agreed(rest),
        Command::Evidence => evidence(rest),
        Command::Log => log(app, row, rest),
        Command::Dismiss if row.context == Context::Dissent => fields::end_statement(app),
        Command::Dissent if row.context == Context::Rate => fields::dissent(app, rest),
        one if rest.is_empty() || row.takes().is_empty() => Parsed::command(one),
        Command::Note | Command::PrivateNote | Command::Dissent => write(app, row.command, line, rest),
        Command::New => {
            Parsed::Messages(vec![Msg::Command(Command::New), text(rest), Msg::Command(Command::NextField)])
        }
        one => {
            let review = (one == Command::Review).then(|| super::expected::problem_with_review(app, rest));
            let written = || vec![Msg::Command(one), text(rest), Msg::Command(Command::Choose)];
            review.flatten().map_or_else(|| Parsed::Messages(written()), Parsed::Refused)
        }
    }
}

/// Whether the item in sight takes a rating for each level.
fn has_levels(app: &App) -> bool {
    app.cx.current_step().is_some_and(|step| step.level().is_some())
}

/// Marks the line with a number and asks for the command on it.
fn on_line(app: &App, row: &Binding, number: &str) -> Parsed {
    match (row.context, row.command) {
        (Context::Start, _) => pick(app, number),
        (Context::Export, _) => choose_format(number),
        // These are about the line that is marked already where none is named.
        (_, Command::OnlyPartnership | Command::Actions) if number.is_empty() => Parsed::command(row.command),
        (_, command) => match dictated::number(number).map(|number| lines::mark(app, number)) {
            Some(Ok(msgs)) => Parsed::Messages(msgs.into_iter().chain([Msg::Command(command)]).collect()),
            Some(Err(problem)) => Parsed::refuse(&problem),
            None => Parsed::refuse(&NotTaken::WhichLine),
        },
    }
}

/// Adds text to a note of the item in sight.
fn write(app: &App, command: Command, line: &str, added: &str) -> Parsed {
    if app.item_named(&dictated::plain(line)).is_some() {
        return Parsed::refuse(&NotTaken::MaybeItem);
    }
    let kind = match command {
        Command::PrivateNote => NoteKind::Private,
        Command::Dissent => NoteKind::Dissent,
        _ => NoteKind::Shared,
    };
    let step = app.cx.current_step();
    let item = step.as_ref().and_then(|step| step.item()).and_then(|id| app.cx.framework.item(id));
    let (Some(item), Some(workshop)) = (item, &app.cx.workshop) else { return Parsed::nothing() };
    let note = Note::new(item, kind, &workshop.session).text();
    Parsed::Messages(vec![Msg::Command(command), text(fields::joined(&note, added)), Msg::Command(Command::Dismiss)])
}

/// A line of the start page by the number that it is said with.
fn pick(app: &App, number: &str) -> Parsed {
    let choices = super::lines::choices_in_lines(app);
    let wanted = dictated::place(number);
    match wanted.and_then(|place| choices.get(place).copied()) {
        Some(Choice::About) => Parsed::Tell(Telling::About),
        Some(Choice::Help) => Parsed::Tell(Telling::Help),
        Some(choice) => choose(app, choice),
        None => Parsed::refuse(&NotTaken::NoChoice(choices.len())),
    }
}

fn choose(app: &App, choice: Choice) -> Parsed {
    app.cx.choices().iter().position(|one| *one == choice).map_or_else(Parsed::nothing, click)
}

fn click(line: usize) -> Parsed {
    Parsed::Messages(vec![Msg::Click(Target::Line(line))])
}

fn choose_format(number: &str) -> Parsed {
    let none = || Parsed::refuse(&NotTaken::NoFormat);
    dictated::place(number).filter(|place| *place < NAMES_LINE).map_or_else(none, click)
}

fn not_agreed(range: &str) -> Parsed {
    let ratings: Vec<&str> = range.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let digit = |word: &&str| fields::one_digit(word).filter(|digit| Rating::from_digit(*digit).is_some());
    let digits: Vec<char> = ratings.iter().filter_map(digit).collect();
    match digits[..] {
        [] | [_] if digits.len() == ratings.len() => {}
        [one, other] if digits.len() == ratings.len() && one != other => {}
        _ => return Parsed::refuse(&NotTaken::NoRange),
    }
    let on = (digits.len() == 2).then_some(Msg::Command(Command::NextField));
    let keys = digits.into_iter().map(key).chain(on);
    Parsed::Messages(std::iter::once(Msg::Command(Command::NotAgreed)).chain(keys).collect())
}

fn evidence(level: &str) -> Parsed {
    let known = Confidence::ALL.into_iter().find(|one| one.key().eq_ignore_ascii_case(level));
    match known {
        None if !level.eq_ignore_ascii_case("none") => Parsed::refuse(&NotTaken::NoEvidence),
        confidence => Parsed::Messages(vec![Msg::Input(TextInput::Evidence(confidence))]),
    }
}

fn log(app: &App, row: &Binding, rest: &str) -> Parsed {
    let (number, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match on_line(app, row, number) {
        Parsed::Messages(mut msgs) if !words.is_empty() => {
            msgs.extend([text(words.trim()), Msg::Command(Command::Choose)]);
            Parsed::Messages(msgs)
        }
        parsed => parsed,
    }
}

/// Goes to an item; where the room is there already it is told once more.
pub(super) fn go_to(app: &App, id: Id) -> Parsed {
    let there = matches!(&app.screen, Screen::Walk(walk) if app.cx.framework.step_of(&id).as_ref() == Some(&walk.step));
    if there && app.overlays.is_empty() {
        Parsed::Tell(Telling::Again)
    } else {
        Parsed::Messages(vec![Msg::Input(TextInput::GoTo(id))])
    }
}

/// `E2 11`: an item and its dots.
pub(super) fn dots(app: &App, line: &str) -> Parsed {
    let counted = line.split_once([' ', ',', '\t']).and_then(|(item, count)| {
        let id = app.item_named(item)?;
        Some((id, u16::try_from(dictated::number(count)?).ok()?))
    });
    match counted {
        Some((id, count)) => Parsed::Messages(vec![Msg::Input(TextInput::Dots(id, count))]),
        None if line.is_empty() => Parsed::say(words::WRITE_DOTS),
        None => Parsed::Refused(words::WRITE_DOTS.into()),
    }
}
