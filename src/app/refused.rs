//! What is not taken, and why: said to the room, and kept apart for whoever must know whether a line was taken.
//!
//! It decides nothing itself; the screens' own files and the session refuse.

use super::setup::parse_date;
use super::{ActionBox, ActionField, App, Cx, FieldName, LineField, NotAgreedPart as Part, Overlay, Screen, dates};
use crate::framework::Framework;
use crate::session::Register;

impl App {
    /// Why a line cannot be the answer that is asked for just now, as a sentence, before anything of it is taken.
    #[must_use]
    pub fn problem_with(&self, line: &str) -> Option<String> {
        let date = || self.cx.problem_with_date(line);
        match (self.overlays.last(), &self.screen) {
            (Some(Overlay::Register(page)), _) => {
                let register = &self.cx.workshop.as_ref()?.session.register;
                match page.form.as_ref()?.focus {
                    LineField::People => match Register::parse_count(line) {
                        Ok(count) if count > 0 && !line.starts_with('+') => None,
                        _ => Some(format!("\"{line}\" is not a number of people from 1 to 999")),
                    },
                    LineField::Sector => no_sector(register, line),
                    LineField::Level | LineField::Organisation | LineField::Role | LineField::Presence => None,
                }
            }
            (Some(Overlay::Actions(page)), _) => match page.on_top.as_ref()? {
                ActionBox::Form(form) => match form.focus {
                    ActionField::By => date(),
                    ActionField::Why => not_on_the_map(&self.cx.framework, line),
                    ActionField::What | ActionField::Owner | ActionField::Support | ActionField::Measure => None,
                },
                ActionBox::Review { .. } => date(),
                ActionBox::Start(_) | ActionBox::Log { .. } => None,
            },
            (None, Screen::Setup(setup)) => match setup.fields.get(setup.focus)?.name {
                FieldName::Date if parse_date(line).is_none() => {
                    Some("Date was not understood: try 12 March 2026. What stood there before stays.".into())
                }
                FieldName::People(_) => match Register::parse_count(line) {
                    Ok(_) if !line.starts_with('+') => None,
                    Ok(_) => Some("Write a whole number from 0 to 999. What stood there before stays.".into()),
                    Err(problem) => Some(format!("{problem}. What stood there before stays.")),
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether the field in focus takes one line of any words.
    #[must_use]
    pub fn asks_for_words(&self) -> bool {
        match (self.overlays.last(), &self.screen) {
            (Some(Overlay::Register(page)), _) => {
                page.form.as_ref().is_some_and(|form| matches!(form.focus, LineField::Organisation | LineField::Role))
            }
            (Some(Overlay::Actions(page)), _) => match &page.on_top {
                Some(ActionBox::Form(form)) => !matches!(form.focus, ActionField::By | ActionField::Why),
                Some(ActionBox::Start(_) | ActionBox::Log { .. }) => true,
                Some(ActionBox::Review { .. }) | None => false,
            },
            (Some(Overlay::NotAgreed(form)), _) => matches!(form.focus, Part::LowView | Part::HighView),
            (Some(Overlay::Dissent(form)), _) => form.naming,
            (None, Screen::Setup(setup)) => setup
                .fields
                .get(setup.focus)
                .is_some_and(|field| !matches!(field.name, FieldName::Date | FieldName::People(_))),
            _ => false,
        }
    }

    /// What would be left undone if nothing more were said, as a sentence.
    #[must_use]
    pub fn left_open(&self) -> Option<String> {
        if let Some(Overlay::Ask(_)) = self.overlays.last() {
            return Some(
                "the question was not answered, so nothing of it was done: \"yes\" or \"no\" answers it".into(),
            );
        }
        let vote = self.cx.workshop.as_ref()?.unkept_vote()?;
        Some(format!(
            "the vote on {} is still open, and an open vote is not kept: \"reveal\" or \"discard\" ends it",
            vote.item()
        ))
    }
}

impl Cx {
    /// Why a line is no date as it is said in a room, as a sentence.
    #[must_use]
    pub fn problem_with_date(&self, line: &str) -> Option<String> {
        let problem = dates::read(line, self.now.date()).err()?;
        Some(format!("\"{line}\" was not read as a date: {problem}"))
    }
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
fn not_on_the_map(framework: &Framework, ids: &str) -> Option<String> {
    let is_item = |id: &str| framework.items().any(|item| item.id().as_str().eq_ignore_ascii_case(id));
    let typed = ids.split(|letter: char| letter == ',' || letter.is_whitespace());
    let unknown: Vec<&str> = typed.filter(|id| !id.is_empty() && !is_item(id)).collect();
    (!unknown.is_empty()).then(|| format!("Not on the map: {}", unknown.join(", ")))
}
