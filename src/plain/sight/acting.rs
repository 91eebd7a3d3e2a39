//! Actions and dots in words: the list, how an action begins, its fields, and last time's in a follow-up.
//!
//! What an action still lacks is said, because a room forgets an action without an owner or a date.

use super::{Fact, Sight};
use crate::analysis::{DOTS_EACH, too_many_dots};
use crate::app::{ActionBox, ActionField, ActionForm, ActionsPage, App};
use crate::framework::Item;
use crate::plain::phrase::session;
use crate::session::{Action, ActionEvent, Session};
use crate::words::{NO_OPEN_ACTIONS, capital, count, date, due, item_stands, name, names, sentence, what, who};

/// An action in sentences: what, how far, who, by when, how it will be known, for what, and its log.
pub(super) fn action(app: &App, action: &Action) -> Vec<String> {
    let seen = match action.measure.trim() {
        "" => String::new(),
        measure => format!(" Seen by: {}", sentence(measure)),
    };
    let why = names(&app.cx.framework, &action.why);
    let why = if why.is_empty() { why } else { format!(" For {why}.") };
    let what = format!("Action {}, {}: {}", action.number, action.status.words(), sentence(what(action)));
    let line = format!("{what} Who: {}. By when: {}.{seen}{why}", who(action), due(action));
    let noted = action.log.iter().filter_map(|line| match &line.event {
        ActionEvent::Note(text) => Some(format!("Log of action {}: {}", action.number, sentence(text))),
        ActionEvent::Added | ActionEvent::Status(_) => None,
    });
    std::iter::once(line).chain(noted).collect()
}

fn facts(app: &App, said: &Session) -> Vec<Fact> {
    said.actions
        .iter()
        .map(|one| {
            Fact::lines(format!("action {}", one.number), action(app, one))
                .or(format!("Action {} is taken back.", one.number))
        })
        .collect()
}

pub(super) fn last_actions(app: &App) -> Sight {
    let Some(said) = session(app) else { return Sight::default() };
    let day =
        said.earlier.as_ref().and_then(|earlier| earlier.date).map_or(String::new(), |day| format!(", {}", date(day)));
    let mut heading = vec![format!("Actions of last time{day}: {}.", count(said.actions.len(), "action", "actions"))];
    if said.actions.is_empty() {
        heading.push(NO_OPEN_ACTIONS.into());
    } else {
        heading.push("Say what became of each, as in done 2, or drop 2. Enter goes on.".into());
    }
    Sight {
        place: "last actions".into(),
        heading,
        facts: facts(app, said),
        prompt: "Last time".into(),
        ..Sight::default()
    }
}

pub(super) fn actions(app: &App, page: &ActionsPage) -> Sight {
    let Some(said) = session(app) else { return Sight::default() };
    match &page.on_top {
        None => list(app, said),
        Some(ActionBox::Start(start)) => {
            let item = app.cx.framework.item(&start.item).map_or(start.item.to_string(), name);
            let mut heading = vec![format!("An action for {item}.")];
            for (place, (words, through)) in start.offers.iter().enumerate() {
                let through = through.as_ref().map_or(String::new(), |risk| format!(" Offered through {risk}."));
                heading.push(format!("{}. {}{through}", place + 1, sentence(words)));
            }
            heading
                .push("Write the number of a starter, or the action in your own words; \"list\" writes none.".into());
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

fn list(app: &App, said: &Session) -> Sight {
    let open = said.open_actions().count();
    let mut heading = vec![if said.actions.is_empty() {
        "No actions yet. \"new\" writes one; \"a\" on an item begins one for it, with starters to choose from."
            .to_owned()
    } else {
        format!("Actions, {open} of {} open.", said.actions.len())
    }];
    if !said.actions.is_empty() {
        heading.push("A number changes an action; \"done 2\", \"log 2\" and a text, \"review\" and a date.".into());
    }
    let review =
        said.review.map_or("No review date yet.".to_owned(), |day| format!("The room looks again on {}.", date(day)));
    let order: Vec<String> = said.actions.iter().map(|action| action.number.to_string()).collect();
    let mut facts = facts(app, said);
    facts.push(Fact::new("review", review));
    // Told when it changes: the list itself has told it on arrival.
    let order = Fact::new(format!("order {}", order.len()), format!("In this order: {}.", order.join(", ")));
    if said.actions.len() > 1 {
        facts.push(order);
    }
    Sight { place: "actions".into(), heading, facts, prompt: "Actions".into(), ..Sight::default() }
}

/// The fields of an action, one after the other.
fn write(form: &ActionForm) -> Sight {
    let at = ActionField::ALL.iter().position(|field| *field == form.focus).unwrap_or(0);
    let name = match form.focus {
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
        prompt: format!("{name}{}", now(&form.fields[at].text())),
        ..Sight::default()
    }
}

pub(super) fn dots(app: &App) -> Sight {
    let Some(said) = session(app) else { return Sight::default() };
    let (least, most) = (DOTS_EACH.start(), DOTS_EACH.end());
    let heading = vec![
        format!("Dots: what matters most to the room. Each person has {least} to {most}."),
        "Write an item and how many dots it got, as in E2 11. A full stop closes the dots.".into(),
    ];
    let mut facts: Vec<Fact> = app.cx.framework.items().map(|item| on_item(app, said, item)).collect();
    let placed = usize::try_from(said.dots_placed()).unwrap_or(usize::MAX);
    facts.push(Fact::new(
        "sum",
        match placed {
            0 => String::new(),
            many => format!("{} placed in all.", count(many, "dot is", "dots are")),
        },
    ));
    facts.push(Fact::new("too many", too_many_dots(said).map_or(String::new(), |words| sentence(&capital(&words)))));
    Sight { place: "dots".into(), heading, facts, prompt: "Dots".into(), ..Sight::default() }
}

fn on_item(app: &App, said: &Session, item: Item<'_>) -> Fact {
    let dots = usize::from(said.dots_on(item.id()));
    let state = item_stands(&app.cx.framework, said, item);
    let words =
        if dots == 0 { String::new() } else { format!("{}, {state}: {}.", name(item), count(dots, "dot", "dots")) };
    Fact::new(item.id().to_string(), words).or(format!("{}: no dots.", name(item)))
}
