//! What the field in focus takes in one line, and why a line cannot be it, before anything of it is taken.

use super::error::NotTaken;
use crate::app::{ActionBox, ActionField, App, FieldName, LineField, NotAgreedPart as Part, Overlay, Screen, dates};
use crate::framework::Framework;
use crate::session::Register;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Words,
    /// A day as it is said in a room.
    Day,
    /// The day of the workshop.
    Date,
    Items,
    Sector,
    /// People in one line of the register.
    People,
    /// People in a sector: none will do as well.
    Count,
    /// A choice from a list, or a text of several lines.
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
            Some(ActionBox::Line(line)) if line.log_of.is_none() => Expected::Day,
            Some(ActionBox::Start(_) | ActionBox::Line(_)) => Expected::Words,
            None => Expected::Other,
        },
        (Some(Overlay::NotAgreed(form)), _)
            if matches!(form.fields.in_focus().name, Part::LowView | Part::HighView) =>
        {
            Expected::Words
        }
        (Some(Overlay::Dissent(form)), _) if form.is_naming() => Expected::Words,
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

/// Why a line cannot be the answer that is asked for just now.
pub(super) fn problem_with(app: &App, line: &str) -> Option<String> {
    let problem = match expected(app) {
        Expected::Day => return problem_with_day(app, line),
        Expected::Items => not_on_the_map(&app.cx.framework, line)?,
        Expected::Sector => return no_sector(&app.cx.workshop.as_ref()?.session.register, line),
        Expected::People => match Register::parse_count(line) {
            Ok(count) if count > 0 && !line.starts_with('+') => return None,
            _ => NotTaken::NoPeople(line.to_owned()),
        },
        Expected::Date if dates::read_near(line, app.cx.now.date()).is_err() => NotTaken::NoDate,
        Expected::Count => match Register::parse_count(line) {
            Ok(_) if !line.starts_with('+') => return None,
            Ok(_) => NotTaken::NoCount,
            Err(problem) => NotTaken::Stays(problem.to_string()),
        },
        Expected::Date | Expected::Words | Expected::Other => return None,
    };
    Some(problem.to_string())
}

/// Why a line is no day as it is said in a room.
pub(super) fn problem_with_day(app: &App, line: &str) -> Option<String> {
    let problem = dates::read(line, app.cx.now.date()).err()?;
    Some(NotTaken::NoDay { line: line.to_owned(), problem: problem.clone() }.to_string())
}

/// Why a name can be no sector, where none in the list is called so.
fn no_sector(register: &Register, name: &str) -> Option<String> {
    if name.parse::<usize>().is_ok() {
        // The place of one in the list.
        return None;
    }
    if register.sector_ids().any(|id| register.name_of(id).eq_ignore_ascii_case(name)) {
        return None;
    }
    register.clone().add_sector(name).err().map(|error| error.to_string())
}

/// The ids in a list that no item has.
fn not_on_the_map(framework: &Framework, ids: &str) -> Option<NotTaken> {
    let is_item = |id: &str| framework.items().any(|item| item.id().as_str().eq_ignore_ascii_case(id));
    let typed = ids.split(|letter: char| letter == ',' || letter.is_whitespace());
    let unknown: Vec<&str> = typed.filter(|id| !id.is_empty() && !is_item(id)).collect();
    (!unknown.is_empty()).then(|| NotTaken::NotOnTheMap(unknown.join(", ")))
}
