//! What is being written, in words: the fields of a form one after the other. A private note is never said.

use crate::plain::render::{self, told};
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{Field, Form, Read, Room, Value, View};
use crate::words::{self, commas, sentence};

pub(super) fn setup(view: &View, shown: &Form) -> Transcript {
    let heading = render::head(view).into_iter().chain([words::SETUP_LINES.into()]).collect();
    Transcript { heading, ..form(&view.place, "", shown) }
}

pub(super) fn form(place: &str, title: &str, form: &Form) -> Transcript {
    let is_private = |field: &Field| matches!(field.value, Value::Private(_));
    let explained = if form.fields.iter().any(is_private) { words::PRIVATE_LINES } else { &form.explained };
    let mut heading = vec![sentence(title), explained.to_owned()];
    let texts = form.fields.iter().filter(|field| field.value.room() == Room::Page);
    let texts: Vec<String> = texts.map(|field| field.value.now()).collect();
    match form.fields.len() {
        _ if !texts.is_empty() => heading.push(words::TEXT_LINES.into()),
        1 => {}
        _ => heading.push(words::FIELD_LINES.into()),
    }
    heading.extend(texts.iter().flat_map(|text| told(words::STANDS_ALREADY, text)));
    let mut facts: Vec<Fact> = form.fields.iter().map(|field| Fact::new(&*field.name, read(form, field))).collect();
    let lines = form.fields.iter().filter(|field| field.value.room() != Room::Page);
    let stands = |field: &Field| match &field.read {
        Read::As(words) if !words.is_empty() => words.clone(),
        _ => field.value.now(),
    };
    facts.extend(lines.map(|field| Fact::written(&field.name, &stands(field))));
    let headings = form.fields.iter().filter_map(|field| field.heading.clone());
    facts.extend(headings.map(|words| Fact::new("heading", sentence(&words.replace("  ", ": ")))));
    let in_focus = form.fields.get(form.focus);
    facts.push(Fact::new("explained", in_focus.map_or("", |field| field.explained)));
    heading.retain(|line| !line.is_empty());
    Transcript {
        place: place.into(),
        heading,
        facts,
        prompt: in_focus.map_or(String::new(), prompt),
        ..Transcript::default()
    }
}

fn read(form: &Form, field: &Field) -> String {
    match &field.read {
        Read::Plain => String::new(),
        Read::As(words) if words.is_empty() => String::new(),
        Read::As(words) => format!("{}: {words}.", field.name),
        Read::Not(problem) if form.fields.len() == 1 => sentence(problem),
        Read::Not(problem) => words::not_understood(&field.name, problem),
    }
}

/// The field in focus: what can be chosen, and what stands there.
fn prompt(field: &Field) -> String {
    let asked = match &field.value {
        Value::Typed(..) | Value::Private(_) => field.name.clone(),
        Value::Choice { names, or_new, .. } => {
            let numbered = commas(names.iter().enumerate().map(|(place, name)| format!("{} {name}", place + 1)));
            format!("{}: {numbered}{}", field.name, if *or_new { words::OR_NEW } else { "" })
        }
        Value::Key { keys, .. } => format!("{}, {keys}", field.name),
    };
    match field.value.now().trim() {
        _ if field.value.room() == Room::Page => asked,
        "" => asked,
        now => format!("{asked} (now {now})"),
    }
}
