//! The forms: set-up, and the boxes in which something about an item, an action or a line of the register is written.

use super::form::{Field, Form, Read, Room, Value};
use super::{Body, Column, Dialog, Frame, List, Numbers, Row, View};
use crate::app::{
    ActionBox, ActionField, ActionForm, ActionLine, ActionStart, App, DissentForm, DissentPart, FieldName, Fields,
    LineField, LineForm, NotAgreed, NotAgreedPart, Note, NoteKind, Overlay, PathKind, Setup, TextField,
};
use crate::framework::{Level, Rating};
use crate::session::{Presence, Register};
use crate::words::{self, at_level, commas, names, rated};

/// Columns of a count of people.
const COUNT: Room = Room::Columns(6);

/// The form that lies on the page.
pub(super) fn dialog(app: &App) -> Option<Dialog<'_>> {
    Some(match app.overlays.last()? {
        Overlay::Note(one) => note(one),
        Overlay::NotAgreed(form) => not_agreed(app, form),
        Overlay::Dissent(form) => dissent(form),
        Overlay::Path(form) => match form.kind {
            PathKind::SaveAs => {
                one_line("save as", "Save this session elsewhere", SAVE_AS, 9, only("Save in", &form.fields))
            }
            PathKind::Votes => one_line("import", words::TAKE_IN_SURVEY, VOTES, 12, only("File", &form.fields)),
            PathKind::Folder => one_line("folder", words::OPEN_FOLDER, FOLDER, 9, only("Folder", &form.fields)),
        },
        Overlay::Jump(form) => one_line("jump", words::WHICH_ITEM, "", 6, only("Item", &form.fields).explained(JUMP)),
        Overlay::Register(page) => register_line(&app.cx.workshop.as_ref()?.session.register, page.form.as_ref()?),
        Overlay::Actions(page) => match page.on_top.as_ref()? {
            ActionBox::Form(form) => action(app, form),
            ActionBox::Line(line) => log_or_review(line),
            ActionBox::Start(start) => starters(app, start),
        },
        _ => return None,
    })
}

const SAVE_AS: &str = "Write a file or a folder, for example on a stick. Nothing that is there is written over.";

const FOLDER: &str = "Its path, for example of a stick; empty is Plenary's own folder.";

const VOTES: &str = "A .csv, .txt or .xlsx file, or a folder of them. It is shown before it is taken.";

const JUMP: &str = "Its id, as it stands before its name: P4, AS5, R6.";

const REVIEW: &str = "A date: 10 September 2026, 10 September, end of September.";

fn log_or_review(line: &ActionLine) -> Dialog<'_> {
    let Some(number) = line.log_of else {
        let field = only("Review date", &line.fields).explained(REVIEW);
        return one_line("review", "When the room looks again", "", 6, field);
    };
    let title = format!("Action {number}: what became of it");
    one_line("log", &title, "It stands in the log with the time.", 6, only("Log", &line.fields))
}

fn only<'a>(name: &str, fields: &'a Fields<()>) -> Field<'a> {
    let field = fields.in_focus();
    Field::line(name, &field.text).read(Read::of(&field.read))
}

/// A box with one line to type into.
fn one_line<'a>(place: &str, title: &str, explained: &str, rows: u16, field: Field<'a>) -> Dialog<'a> {
    let form = Form { explained: explained.into(), fields: vec![field], focus: 0 };
    boxed(place, title, (96, rows), form)
}

fn boxed(place: impl Into<String>, title: impl Into<String>, size: (u16, u16), form: Form<'_>) -> Dialog<'_> {
    Dialog::Form { place: place.into(), title: title.into(), size, form }
}

fn note(note: &Note) -> Dialog<'_> {
    let (title, name, explained) = match note.kind {
        NoteKind::Shared => ("Note", "Note", "Everyone may read it."),
        NoteKind::Dissent => ("Minority statement", "Statement", "For the record, in their own words."),
        NoteKind::Private if note.masked => {
            ("Private note", "Private note", "Never projected, never exported: letters are hidden.")
        }
        NoteKind::Private => ("Private note", "Private note", "SHOWN ON THIS SCREEN. F4 hides it."),
    };
    let value = match note.kind {
        NoteKind::Private => Value::Private(&note.fields.in_focus().text),
        NoteKind::Shared | NoteKind::Dissent => Value::Typed(&note.fields.in_focus().text, Room::Page),
    };
    let title = format!("{title}: {} {}", note.id, note.label);
    let form = Form { explained: explained.into(), fields: vec![Field::new(name, value)], focus: 0 };
    boxed(title.clone(), title, (96, 16), form)
}

fn not_agreed<'a>(app: &App, form: &'a NotAgreed) -> Dialog<'a> {
    let stage = app.cx.framework.feature(&form.feature.id).map(|(_, stage, _)| stage);
    let words = |rating: Option<Rating>| {
        rating.zip(stage).map_or(String::new(), |(rating, stage)| rated(&app.cx.framework, stage, rating))
    };
    let rating = |part| Value::Key { now: words(form.rating(part)), keys: "1 to 5" };
    let fields = form.fields.all.iter().map(|one| match one.name {
        NotAgreedPart::Low => Field::new("Lowest rating", rating(one.name)),
        NotAgreedPart::High => Field::new("Highest rating", rating(one.name)),
        NotAgreedPart::LowView => Field::line("View, low end", &one.text).below(""),
        NotAgreedPart::HighView => Field::line("View, high end", &one.text),
    });
    let title = format!("Not agreed: {} {}{}", form.feature.id, form.feature.label, at_level(form.level));
    let form = Form {
        explained: "A valid result: the range and both views are kept.".into(),
        fields: fields.collect(),
        focus: form.fields.focus,
    };
    boxed(title.clone(), title, (80, 10), form)
}

fn dissent(form: &DissentForm) -> Dialog<'_> {
    let about = format!("{} {}{}", form.feature.id, form.feature.label, at_level(form.level));
    let title = format!("Minority statement {}: {about}", form.place + 1);
    let fields = form.fields.all.iter().map(|one| match one.name {
        DissentPart::Text => Field::new("Statement", Value::Typed(&one.text, Room::Page)),
        DissentPart::Name => Field::line("Named, only if they ask", &one.text).below(""),
    });
    let form = Form {
        explained: "For the record, in their own words.".into(),
        fields: fields.collect(),
        focus: form.fields.focus,
    };
    boxed(title.clone(), title, (96, 14), form)
}

/// The starters for an item, and the room's own words as the last choice.
fn starters(app: &App, start: &ActionStart) -> Dialog<'static> {
    let offers = start.offers.iter().map(|(words, through)| match through {
        Some(risk) => {
            let risk = app.cx.framework.risk(risk).map_or(risk.as_str(), |risk| &risk.label);
            format!("{words} (risk: {risk})")
        }
        None => words.clone(),
    });
    let rows = offers.chain([OWN_WORDS.to_owned()]).enumerate();
    let list = List {
        columns: vec![Column::wrapped()],
        rows: rows.map(|(place, words)| Row::of(place.to_string(), [words])).collect(),
        numbers: Numbers::Shown,
        marked: start.line,
        ..List::default()
    };
    let title = format!("New action for {}", names(&app.cx.framework, [&start.item]));
    Dialog::List { place: format!("start {}", start.item), title, width: 90, list }
}

const OWN_WORDS: &str = "In your own words";

fn action<'a>(app: &App, form: &'a ActionForm) -> Dialog<'a> {
    let fields = form.fields.all.iter().map(|one| {
        let (name, text) = (one.name, &one.text);
        let room = if name == ActionField::What { Room::Paragraph } else { Room::Line };
        let read = match name {
            ActionField::Why if one.read.is_ok() => Read::As(labels(app, text)),
            _ => Read::of(&one.read),
        };
        Field::new(name.title(), Value::Typed(text, room)).read(read).explained(name.explained())
    });
    let title = form.number.map_or("New action".to_owned(), |number| format!("Action {number}"));
    // It stays the same place when a new action gets its number.
    boxed("action", title, (90, 12), Form { fields: fields.collect(), focus: form.fields.focus, ..Form::default() })
}

/// The labels of the items whose ids are typed.
fn labels(app: &App, ids: &TextField) -> String {
    let typed = ids.text();
    let ids = typed.split(|c: char| c == ',' || c.is_whitespace()).filter(|id| !id.is_empty());
    let items = ids.filter_map(|id| app.cx.framework.items().find(|item| item.id().as_str().eq_ignore_ascii_case(id)));
    commas(items.map(|item| item.label().to_owned()))
}

fn register_line<'a>(register: &Register, form: &'a LineForm) -> Dialog<'a> {
    let fields = form.fields.all.iter().map(|one| {
        let value = match one.name {
            LineField::People => Value::Typed(&one.text, COUNT),
            LineField::Organisation | LineField::Role => Value::Typed(&one.text, Room::Line),
            LineField::Sector if !one.text.text().is_empty() => Value::Typed(&one.text, Room::Line),
            LineField::Sector => {
                choice(register.sector_ids().map(|id| (register.name_of(id), id == form.sector)), true)
            }
            LineField::Level => {
                let levels = std::iter::once(None).chain(Level::ALL.map(Some));
                choice(levels.map(|level| (level.map_or("not said", Level::label), level == form.level())), false)
            }
            LineField::Presence => {
                choice(Presence::ALL.iter().map(|one| (one.label(), *one == form.presence())), false)
            }
        };
        Field::new(one.name.title(), value)
    });
    let title = if form.place.is_some() { "A line of the register" } else { "A new line of the register" };
    let explained = "No names of persons: sessions can be disclosed.".into();
    boxed(
        format!("register line {:?}", form.place),
        title,
        (70, 10),
        Form { explained, fields: fields.collect(), focus: form.fields.focus },
    )
}

/// The one of several that is chosen.
fn choice<'a>(all: impl Iterator<Item = (&'a str, bool)>, or_new: bool) -> Value<'static> {
    let (names, chosen): (Vec<String>, Vec<bool>) = all.map(|(name, chosen)| (name.to_owned(), chosen)).unzip();
    Value::Choice { names, chosen: chosen.iter().position(|one| *one).unwrap_or(0), or_new }
}

pub(super) fn setup<'a>(app: &'a App, setup: &'a Setup) -> Option<View<'a>> {
    let session = &app.cx.workshop.as_ref()?.session;
    let people = |field: &crate::app::Field<FieldName>| matches!(field.name, FieldName::People(_));
    let first = setup.fields.all.iter().position(people);
    let fields = setup.fields.all.iter().enumerate().map(|(place, field)| {
        let room = if people(field) { COUNT } else { Room::Line };
        let name = field.name.title(&session.register);
        let explained = if people(field) { "How many people of this sector." } else { "" };
        let one = Field::new(name, Value::Typed(&field.text, room)).explained(explained);
        let one = one.read(Read::of(&field.read));
        if Some(place) == first { one.below(format!("In the room  {}", words::people(&session.register))) } else { one }
    });
    let form = Form { fields: fields.collect(), focus: setup.fields.focus, ..Form::default() };
    let frame = Frame::new(app, "SET-UP: all of it can be left for later", "");
    Some(View::new(format!("setup {}", session.id), frame, Body::Form(form)))
}
