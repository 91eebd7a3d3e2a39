//! The register, the agenda, the parked list and what is linked with a risk, in words: numbered lines.
//!
//! Names of persons are never asked.

use super::Sight;
use crate::app::{App, LineField, LineForm, RegisterPage};
use crate::framework::Level;
use crate::plain::render;
use crate::session::{Presence, Register};
use crate::view::View;
use crate::words::commas;

pub(super) fn register(app: &App, view: Option<&View>, page: &RegisterPage) -> Sight {
    let Some(workshop) = &app.cx.workshop else { return Sight::default() };
    let register = &workshop.session.register;
    if let Some(form) = &page.form {
        return line(register, form);
    }
    render::list(view, "Register")
}

/// One line of it, field by field.
fn line(register: &Register, form: &LineForm) -> Sight {
    let numbered = |names: &[&str]| -> String {
        commas(names.iter().enumerate().map(|(place, name)| format!("{} {name}", place + 1)))
    };
    let now = |words: &str| if words.is_empty() { String::new() } else { format!(" (now {words})") };
    let prompt = match form.fields.in_focus().name {
        LineField::People => format!("How many people{}", now(&form.fields.text(&LineField::People))),
        LineField::Sector => {
            let names: Vec<&str> = register.sector_ids().map(|id| register.name_of(id)).collect();
            format!("Sector: {}, or a new one{}", numbered(&names), now(register.name_of(&form.sector)))
        }
        LineField::Level => {
            let names: Vec<&str> = std::iter::once("not said").chain(Level::ALL.map(Level::word)).collect();
            format!("Level: {}{}", numbered(&names), now(form.level().map_or("not said", Level::word)))
        }
        LineField::Organisation => format!("Organisation{}", now(&form.fields.text(&LineField::Organisation))),
        LineField::Role => format!("Role, never a name{}", now(&form.fields.text(&LineField::Role))),
        LineField::Presence => {
            let names: Vec<&str> = Presence::ALL.iter().map(|one| one.words()).collect();
            format!("Present: {}{}", numbered(&names), now(form.presence().words()))
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

pub(super) fn agenda(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Agenda");
    // Minutes go by: only what follows from the planned finish is told when it changes.
    let finish = sight.facts.split_off(sight.facts.len().saturating_sub(1));
    sight.heading.extend(std::mem::replace(&mut sight.facts, finish).into_iter().flat_map(|fact| fact.said));
    sight.heading.push("Write a number to go there; \"later\" and \"earlier\" move the planned finish.".into());
    sight
}

pub(super) fn linked(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Linked");
    sight.heading.push("Write a number to go there; \"risk\" comes back.".into());
    sight
}
