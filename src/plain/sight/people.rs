//! The register, the agenda, the parked list and what is linked with a risk, in words: numbered lines.
//!
//! Names of persons are never asked.

use super::{Fact, Sight};
use crate::analysis::{RiskReading, absent_voices};
use crate::app::{App, LineField, LineForm, Linked, Pace, RegisterPage, Workshop};
use crate::framework::{AgendaItem, Item, Level};
use crate::session::{Group, MOST_DIVES, Presence, Register};
use crate::words::{capital, commas, count, item_stands, name, sentence, standing, time};

pub(super) fn register(app: &App, page: &RegisterPage) -> Sight {
    let Some(workshop) = &app.cx.workshop else { return Sight::default() };
    let register = &workshop.session.register;
    if let Some(form) = &page.form {
        return line(register, form);
    }
    let mut heading = vec!["The register: who is in the room, without names.".to_owned()];
    if register.groups.is_empty() {
        heading.push("Nobody is registered yet. \"new\" adds a line: how many, which sector, which level.".into());
    }
    let missing: Vec<String> = absent_voices(&app.cx.framework, register)
        .iter()
        .map(|voice| format!("Missing voice: {}.", sentence(&voice.to_string()).trim_end_matches('.')))
        .collect();
    let mut facts = vec![Fact::new("people", capital(&format!("{register}.")))];
    facts.extend(
        register.groups.iter().enumerate().map(|(place, one)| {
            Fact::new(format!("line {place}"), format!("{}. {}.", place + 1, group(register, one)))
        }),
    );
    facts.push(Fact::lines("missing", if register.people() == 0 { Vec::new() } else { missing }));
    Sight {
        place: format!("register {}", register.groups.len()),
        heading,
        facts,
        prompt: "Register".into(),
        ..Sight::default()
    }
}

/// `3 people, third sector, strategic, Citizens Advice, manager; apologies`.
fn group(register: &Register, group: &Group) -> String {
    let people = count(usize::from(group.people), "person", "people");
    let sector = register.name_of(&group.sector).to_lowercase();
    let parts = [people.as_str(), &sector, group.level.map_or("", Level::word), &group.organisation, &group.role];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let absent =
        if group.presence == Presence::Present { String::new() } else { format!("; {}", group.presence.words()) };
    format!("{}{absent}", parts.join(", "))
}

/// One line of it, field by field.
fn line(register: &Register, form: &LineForm) -> Sight {
    let numbered = |names: &[&str]| -> String {
        commas(names.iter().enumerate().map(|(place, name)| format!("{} {name}", place + 1)))
    };
    let now = |words: &str| if words.is_empty() { String::new() } else { format!(" (now {words})") };
    let prompt = match form.focus {
        LineField::People => format!("How many people{}", now(&form.people.text())),
        LineField::Sector => {
            let names: Vec<&str> = register.sector_ids().map(|id| register.name_of(id)).collect();
            format!("Sector: {}, or a new one{}", numbered(&names), now(register.name_of(&form.sector)))
        }
        LineField::Level => {
            let names: Vec<&str> = std::iter::once("not said").chain(Level::ALL.map(Level::word)).collect();
            format!("Level: {}{}", numbered(&names), now(form.level.map_or("not said", Level::word)))
        }
        LineField::Organisation => format!("Organisation{}", now(&form.organisation.text())),
        LineField::Role => format!("Role, never a name{}", now(&form.role.text())),
        LineField::Presence => {
            let names: Vec<&str> = Presence::ALL.iter().map(|one| one.words()).collect();
            format!("Present: {}{}", numbered(&names), now(form.presence.words()))
        }
    };
    Sight {
        place: format!("register line {:?}", form.place),
        heading: vec![
            "A line of the register. An empty line leaves a field as it is; a full stop keeps the line and closes it."
                .into(),
        ],
        prompt,
        ..Sight::default()
    }
}

pub(super) fn agenda(app: &App) -> Sight {
    let (Some(workshop), Some(pace)) = (&app.cx.workshop, app.cx.pace()) else { return Sight::default() };
    let mut heading = vec![format!("The agenda; it is {}.", app.cx.clock())];
    if pace.items > 0 {
        let how = if pace.own.is_some() { "at this pace" } else { "as planned" };
        let items = count(usize::try_from(pace.items).unwrap_or(0), "item", "items");
        heading.push(format!("{items} left: {} minutes {how}, to {}.", pace.walk(), app.cx.clock_in(pace.walk())));
    }
    let current = app.cx.current_part();
    for (place, item) in app.cx.framework.agenda.iter().enumerate() {
        let here = if current == Some(place) { ", you are here" } else { "" };
        heading.push(format!("{}. {}: {}{here}.", place + 1, item.title, minutes(app, workshop, item)));
    }
    heading.push(format!("{} of {MOST_DIVES} deep dives are left.", workshop.session.dives_left()));
    heading.push("Write a number to go there; \"later\" and \"earlier\" move the planned finish.".into());
    Sight {
        place: "agenda".into(),
        heading,
        facts: vec![Fact::new("finish", finish(app, workshop, pace))],
        prompt: "Agenda".into(),
        ..Sight::default()
    }
}

fn minutes(app: &App, workshop: &Workshop, item: &AgendaItem) -> String {
    match item.part.clock() {
        Some(id) => format!("{} of {} minutes used", workshop.minutes_on(&id, app.cx.now.timestamp()), item.minutes),
        None => format!("{} minutes", item.minutes),
    }
}

/// When all is done, and how that stands beside the planned finish.
fn finish(app: &App, workshop: &Workshop, pace: Pace) -> String {
    let end = app.cx.clock_in(pace.walk().saturating_add(pace.after));
    let Some(finish) = workshop.session.finish else {
        return format!("All done about {end}; no finish is planned.");
    };
    let in_hand = app.cx.in_hand(&pace).map_or(String::new(), |minutes| match minutes {
        0 => ", on time".into(),
        over if over < 0 => format!(", {} minutes over", -over),
        minutes => format!(", {minutes} minutes in hand"),
    });
    format!("All done about {end}; planned finish {}{in_hand}.", time(finish))
}

pub(super) fn parked(app: &App) -> Sight {
    let Some(workshop) = &app.cx.workshop else { return Sight::default() };
    let items = app.cx.parked();
    let mut heading = vec![format!("Parked, to come back to: {}.", count(items.len(), "item", "items"))];
    for (place, (_, stage, feature)) in items.iter().enumerate() {
        let words = standing(&app.cx.framework, stage, &workshop.session, &feature.id);
        heading.push(format!("{}. {} {}: {words}.", place + 1, feature.id, feature.label));
    }
    Sight { place: format!("parked {}", items.len()), heading, prompt: "Parked".into(), ..Sight::default() }
}

pub(super) fn linked(app: &App, linked: &Linked) -> Sight {
    let step = app.cx.current_step();
    let risk = step.as_ref().and_then(|step| step.item()).and_then(|id| app.cx.framework.risk(id));
    let (Some(risk), Some(workshop)) = (risk, &app.cx.workshop) else { return Sight::default() };
    let reading = RiskReading::of(&app.cx.framework, &workshop.session, risk);
    let signals = reading.signals();
    let signals = if signals.is_empty() { "no signals so far".to_owned() } else { signals };
    let mut heading = vec![format!(
        "What feeds {}. Prompted likelihood {}: {signals}.",
        name(Item::Risk(risk)),
        reading.prompt.likelihood
    )];
    for (place, item) in linked.items.iter().filter_map(|id| app.cx.framework.item(id)).enumerate() {
        let state = item_stands(&app.cx.framework, &workshop.session, item);
        heading.push(format!("{}. {}: {state}. {}", place + 1, name(item), sentence(item.text())));
    }
    heading.push("Write a number to go there; \"risk\" comes back.".into());
    Sight { place: format!("linked {}", risk.id), heading, prompt: format!("{} linked", risk.id), ..Sight::default() }
}
