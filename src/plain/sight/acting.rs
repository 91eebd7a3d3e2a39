//! Actions and dots in words: the list, how an action begins, its fields, and last time's in a follow-up.
//!
//! What an action still lacks is said, because a room forgets an action without an owner or a date.

use super::{Fact, Sight};
use crate::app::{ActionBox, ActionField, ActionForm, ActionsPage, App};
use crate::plain::render;
use crate::view::{Body, Row, View};
use crate::words::{self, name, sentence};

/// The actions, each by the number that it keeps.
pub(super) fn listed(view: Option<&View>, prompt: &str) -> Sight {
    let mut sight = render::list(view, prompt);
    let Some(Body::List(list)) = view.map(|view| &view.body) else { return sight };
    let rows = list.rows.iter().map(|row| (row.key.clone(), render::action(row)));
    sight.facts = render::rows(list, rows);
    for fact in sight.facts.iter_mut().filter(|fact| fact.about != "below") {
        fact.gone = format!("{} is taken back.", fact.about);
    }
    sight
}

pub(super) fn last_actions(view: Option<&View>) -> Sight {
    let mut sight = listed(view, "Last time");
    if !sight.facts.is_empty() {
        sight.heading.push("Say what became of each, as in done 2, or drop 2. Enter goes on.".into());
    }
    sight
}

pub(super) fn actions(app: &App, view: Option<&View>, page: &ActionsPage) -> Sight {
    match &page.on_top {
        None => list(app, view),
        Some(ActionBox::Start(start)) => {
            let item = app.cx.framework.item(&start.item).map_or(start.item.to_string(), name);
            let mut heading = vec![format!("An action for {item}.")];
            for (place, (words, through)) in start.offers.iter().enumerate() {
                let through = through.as_ref().map_or(String::new(), |risk| format!(" Offered through {risk}."));
                heading.push(format!("{}. {}{through}", place + 1, sentence(words)));
            }
            heading.push(words::WRITE_STARTER.into());
            Sight { place: format!("start {}", start.item), heading, prompt: "Action".into(), ..Sight::default() }
        }
        Some(ActionBox::Form(form)) => write(form),
        Some(ActionBox::Log { number, text }) => Sight {
            place: format!("log {number}"),
            heading: vec![format!("A line for the log of action {number}; it stands there with the time.")],
            prompt: format!("Log{}", now(&text.text())),
            ..Sight::default()
        },
        Some(ActionBox::Review { text, .. }) => Sight {
            place: "review".into(),
            heading: vec!["The day on which the room looks again, as in 10 September 2026 or end of September.".into()],
            prompt: format!("Review date{}", now(&text.text())),
            ..Sight::default()
        },
    }
}

fn now(words: &str) -> String {
    if words.trim().is_empty() { String::new() } else { format!(" (now {})", words.trim()) }
}

fn list(app: &App, view: Option<&View>) -> Sight {
    let mut sight = listed(view, "Actions");
    let order: Vec<String> = app.cx.actions().iter().map(|action| action.number.to_string()).collect();
    if !order.is_empty() {
        sight
            .heading
            .push("A number changes an action; \"done 2\", \"log 2\" and a text, \"review\" and a date.".into());
    }
    // Told when it changes: the list itself has told it on arrival.
    if order.len() > 1 {
        let words = format!("In this order: {}.", order.join(", "));
        sight.facts.push(Fact::new(format!("order {}", order.len()), words));
    }
    sight
}

/// The fields of an action, one after the other.
fn write(form: &ActionForm) -> Sight {
    let name = match form.fields.in_focus().name {
        ActionField::Why => "For which items",
        ActionField::Owner => "Who, a role or an organisation",
        ActionField::Support => "With whom or what",
        field => field.title(),
    };
    let mut facts = vec![Fact::new(
        "unknown",
        match form.unknown.len() {
            0 => String::new(),
            _ => format!("Not on the map: {}.", form.unknown.join(", ")),
        },
    )];
    facts.push(Fact::new(
        "by",
        match &form.by {
            Ok(day) if day.is_empty() => String::new(),
            Ok(day) => format!("Read as {day}."),
            Err(problem) => format!("Not read as a date: {problem}."),
        },
    ));
    Sight {
        place: "form".into(),
        heading: vec![
            "Writing an action. An empty line leaves a field as it is; a full stop keeps the action and closes it."
                .into(),
        ],
        facts,
        quiet: true,
        prompt: format!("{name}{}", now(&form.fields.in_focus().text.text())),
        ..Sight::default()
    }
}

/// Only what has dots is told.
pub(super) fn dots(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Dots");
    sight.heading.push(words::WRITE_DOTS.into());
    let Some(View { body: Body::List(list), frame, .. }) = view else { return sight };
    let dotted = |row: &Row| row.cells.get(2).is_some_and(|count| !count.full.is_empty());
    let rows = list.rows.iter().map(|row| {
        let said = if dotted(row) { render::row("", row) } else { Vec::new() };
        (row.key.clone(), said)
    });
    sight.facts = render::rows(list, rows);
    for (fact, row) in sight.facts.iter_mut().zip(&list.rows) {
        fact.gone = format!("{}: no dots.", row.cells.first().map_or(String::new(), render::cell));
    }
    let placed = if list.rows.iter().any(dotted) { format!("{} in all.", frame.right[0]) } else { String::new() };
    sight.facts.push(Fact::new("sum", placed));
    sight
}
