//! What the field in focus takes in one line, and why a line cannot be it, before anything of it is taken.

use super::dictated::number;
use super::error::NotTaken;
use crate::app::{ActionBox, ActionField, App, FieldName, LineField, NotAgreedPart as Part, Overlay, Screen, dates};
use crate::framework::Framework;
use crate::session::Register;
use crate::words;
use jiff::civil;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// One line of any words.
    Words,
    /// Several lines of any words.
    Text,
    /// A day as it is said in a room.
    Day,
    /// The day of the workshop.
    Date,
    /// The day on which the room looks again.
    Review,
    Items,
    Sector,
    /// People in one line of the register.
    People,
    /// People in a sector: none will do as well.
    Count,
    /// A choice from a list, or a rating.
    Other,
}

fn expected(app: &App) -> Expected {
    match (app.overlays.last(), &app.screen) {
        (Some(Overlay::Register(page)), _) => match page.form.as_ref().map(|form| form.fields.in_focus().name) {
            Some(LineField::People) => Expected::People,
            Some(LineField::Sector) => Expected::Sector,
            Some(LineField::Organisation | LineField::Role) => Expected::Words,
            Some(LineField::Level | LineField::Presence) | None => Expected::Other,
        },
        (Some(Overlay::Actions(page)), _) => match &page.on_top {
            Some(ActionBox::Form(form)) => match form.fields.in_focus().name {
                ActionField::By => Expected::Day,
                ActionField::Why => Expected::Items,
                _ => Expected::Words,
            },
            Some(ActionBox::Line(line)) if line.log_of.is_none() => Expected::Review,
            Some(ActionBox::Start(_) | ActionBox::Line(_)) => Expected::Words,
            None => Expected::Other,
        },
        (Some(Overlay::NotAgreed(form)), _)
            if matches!(form.fields.in_focus().name, Part::LowView | Part::HighView) =>
        {
            Expected::Words
        }
        (Some(Overlay::Dissent(form)), _) if form.is_naming() => Expected::Words,
        (Some(Overlay::Dissent(_) | Overlay::Note(_)), _) => Expected::Text,
        (None, Screen::Setup(setup)) => match setup.fields.in_focus().name {
            FieldName::Date => Expected::Date,
            FieldName::People(_) => Expected::Count,
            _ => Expected::Words,
        },
        _ => Expected::Other,
    }
}

/// Whether the field in focus takes one line of any words.
pub(super) fn expects_words(app: &App) -> bool {
    expected(app) == Expected::Words
}

/// Whether several lines of any words are being written.
pub(super) fn expects_text(app: &App) -> bool {
    expected(app) == Expected::Text
}

/// What the field in focus may hold, as an example.
pub(super) fn example(app: &App) -> &'static str {
    match (app.overlays.last(), &app.screen) {
        (Some(Overlay::Register(page)), _) => match page.form.as_ref().map(|form| form.fields.in_focus().name) {
            Some(LineField::Role) => words::EXAMPLE_ROLE,
            _ => words::EXAMPLE_ORGANISATION,
        },
        (Some(Overlay::Actions(page)), _) => match &page.on_top {
            Some(ActionBox::Form(form)) => match form.fields.in_focus().name {
                ActionField::Owner => words::EXAMPLE_ROLE,
                ActionField::Support => words::EXAMPLE_ORGANISATION,
                ActionField::Measure => words::EXAMPLE_MEASURE,
                _ => words::EXAMPLE_ACTION,
            },
            Some(ActionBox::Line(_)) => words::EXAMPLE_LOG,
            _ => words::EXAMPLE_ACTION,
        },
        (Some(Overlay::Dissent(form)), _) if form.is_naming() => words::EXAMPLE_NAMED,
        (None, Screen::Setup(setup)) => match setup.fields.in_focus().name {
            FieldName::Partnership => words::EXAMPLE_PARTNERSHIP,
            FieldName::Purpose => words::EXAMPLE_PURPOSE,
            FieldName::Venue => words::EXAMPLE_VENUE,
            FieldName::Facilitator => words::EXAMPLE_FACILITATOR,
            _ => words::EXAMPLE_TABLE,
        },
        _ => words::EXAMPLE_SAID,
    }
}

/// Why a line cannot be the answer that is asked for just now.
pub(super) fn problem_with(app: &App, line: &str) -> Option<String> {
    let problem = match expected(app) {
        Expected::Day => return problem_with_day(app, line),
        Expected::Review => return problem_with_review(app, line),
        Expected::Items => not_on_the_map(&app.cx.framework, line)?,
        Expected::Sector => return no_sector(&app.cx.workshop.as_ref()?.session.register, line),
        Expected::People => match Register::parse_count(line) {
            Ok(count) if count > 0 && !line.starts_with('+') => return None,
            _ => NotTaken::NoPeople(line.to_owned()),
        },
        Expected::Date if names_month_only(line) => NotTaken::NoDate,
        Expected::Date if dates::read_near(line, app.cx.now.date()).is_err() => NotTaken::NoDate,
        Expected::Count => match Register::parse_count(line) {
            Ok(_) if !line.starts_with('+') => return None,
            Ok(_) => NotTaken::NoCount,
            Err(problem) => NotTaken::Stays(problem.to_string()),
        },
        Expected::Date | Expected::Words | Expected::Text | Expected::Other => return None,
    };
    Some(problem.to_string())
}

/// Why a line is no day as it is said in a room.
pub(super) fn problem_with_day(app: &App, line: &str) -> Option<String> {
    let problem = dates::read(line, app.cx.now.date()).err()?;
    Some(NotTaken::NoDay { line: line.to_owned(), problem: problem.clone() }.to_string())
}

/// Why the room cannot look again on a day.
pub(super) fn problem_with_review(app: &App, line: &str) -> Option<String> {
    let Ok(day) = dates::read(line, app.cx.now.date()) else { return problem_with_day(app, line) };
    let refused = app.cx.session()?.may_review(day).err();
    refused.map(|error| words::sentence(&error.to_string()))
}

/// Whether a line is read as a day, and hardly meant as words.
pub(super) fn is_day(app: &App, line: &str) -> bool {
    matches!(dates::read_near(line, app.cx.now.date()), Ok(Some(_)))
}

/// The name of a sector that a line adds, where one is asked for and may be added.
pub(super) fn sector_to_add<'line>(app: &App, line: &'line str) -> Option<&'line str> {
    let adds = expected(app) == Expected::Sector && problem_with(app, line).is_none();
    new_sector(line).filter(|_| adds)
}

/// Whether a line names no day of the month: a workshop is on a day.
fn names_month_only(line: &str) -> bool {
    let name = |month| civil::date(2026, month, 1).strftime("%B").to_string().to_lowercase();
    let is_month = |word: &str| (1..=12).any(|month| name(month).starts_with(&word.to_lowercase()));
    let mut words = line.split(|letter: char| !letter.is_alphanumeric());
    let is_year = |word: &str| word.len() == 4 && number(word).is_some();
    let has_day = words.clone().any(|word| word.starts_with(|letter: char| letter.is_ascii_digit()) && !is_year(word));
    !has_day && words.any(|word| word.len() > 2 && is_month(word))
}

/// Why a name is no sector: a new one is founded only where the line says that it is one.
fn no_sector(register: &Register, name: &str) -> Option<String> {
    if let Some(new) = new_sector(name) {
        let refused = register.clone().add_sector(new).err().map(|error| error.to_string());
        let says_nothing =
            || (!new.contains(char::is_alphabetic)).then(|| NotTaken::NoSector(name.to_owned()).to_string());
        return refused.or_else(says_nothing);
    }
    if number(name).is_some() || sector_named(register, name).is_some() {
        return None;
    }
    Some(NotTaken::NoSector(name.to_owned()).to_string())
}

/// The name of a sector that a line says is new.
pub(super) fn new_sector(line: &str) -> Option<&str> {
    let (word, name) = line.split_once(char::is_whitespace)?;
    word.eq_ignore_ascii_case("new").then(|| name.trim())
}

/// The place of the sector with a name, with or without "sector" behind it.
pub(super) fn sector_named(register: &Register, name: &str) -> Option<usize> {
    let short = |name: &str| {
        let name = name.to_lowercase();
        name.strip_suffix(" sector").unwrap_or(&name).to_owned()
    };
    register.sector_ids().position(|id| short(register.name_of(id)) == short(name))
}

/// The ids in a list that no item has.
fn not_on_the_map(framework: &Framework, ids: &str) -> Option<NotTaken> {
    let is_item = |id: &str| framework.items().any(|item| item.id().as_str().eq_ignore_ascii_case(id));
    let typed = ids.split(|letter: char| letter == ',' || letter.is_whitespace());
    let unknown: Vec<&str> = typed.filter(|id| !id.is_empty() && !is_item(id)).collect();
    (!unknown.is_empty()).then(|| NotTaken::NotOnTheMap(unknown.join(", ")))
}
