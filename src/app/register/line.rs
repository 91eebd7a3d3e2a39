//! One line of the register being written: six fields, two of them chosen from lists.
//!
//! It changes nothing until it is kept; a sector that is not in the list is typed, and joins it.

use crate::app::form::{FieldKey, Fields, turned};
use crate::app::page::Typed;
use crate::app::{Key, TextField};
use crate::framework::Level;
use crate::session::{Draft, Form, Group, Presence, Register, Session, UNSORTED};
use crate::words;
use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineField {
    People,
    Sector,
    /// Strategic, operational, or not said.
    Level,
    Organisation,
    Role,
    /// Present, apologies or absent.
    Presence,
}

impl LineField {
    pub const ALL: [Self; 6] =
        [Self::People, Self::Sector, Self::Level, Self::Organisation, Self::Role, Self::Presence];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Sector => "Sector",
            Self::Level => "Level",
            Self::Organisation => "Organisation",
            Self::Role => "Role",
            Self::Presence => "Presence",
        }
    }
}

impl FieldKey for LineField {
    fn key(&self) -> Cow<'static, str> {
        match self {
            Self::People => "people",
            Self::Sector => "sector",
            Self::Level => "level",
            Self::Organisation => "organisation",
            Self::Role => "role",
            Self::Presence => "presence",
        }
        .into()
    }
}

/// What a draft calls the sector that is typed.
const NEW_SECTOR: &str = "new sector";

#[derive(Clone, Debug)]
pub struct LineForm {
    /// Which line of the register it replaces; `None` for a new one.
    pub(crate) place: Option<usize>,
    /// What is typed and chosen; at the sector, the name of one that is not in the list.
    pub fields: Fields<LineField>,
    pub(crate) sector: String,
    people_before: u16,
    left: u16,
}

impl LineForm {
    /// A line of the register, or a new one, one person of the first sector; with what was half typed of it.
    pub(in crate::app) fn begun(session: &Session, place: Option<usize>) -> Self {
        let register = &session.register;
        let known = place.and_then(|place| Some((place, register.groups.get(place)?.clone())));
        let sector = || register.sectors.first().map_or(UNSORTED, |sector| &sector.id).to_owned();
        let new = || Group { sector: sector(), people: 1, ..Group::default() };
        let (place, group) = known.map_or_else(|| (None, new()), |(place, group)| (Some(place), group));
        let people = place.map_or(String::new(), |_| group.people.to_string());
        let fields = LineField::ALL.map(|field| match field {
            LineField::People => people.as_str(),
            LineField::Sector => "",
            LineField::Level => group.level.map_or("", Level::key),
            LineField::Organisation => &group.organisation,
            LineField::Role => &group.role,
            LineField::Presence => group.presence.label(),
        });
        let fields = Fields::new(LineField::ALL.into_iter().zip(fields.map(TextField::line)));
        let mut form = Self { place, fields, sector: group.sector, people_before: group.people, left: group.left };
        if let Some(draft) = session.draft(&form.name()) {
            form.fields.fill(draft);
            form.fields.set(&LineField::Sector, draft.text(NEW_SECTOR).unwrap_or_default());
            form.sector = draft.text(&LineField::Sector.key()).map_or(form.sector, str::to_owned);
        }
        form
    }

    pub(in crate::app) fn name(&self) -> Form {
        self.place.map_or(Form::NewLine, Form::Line)
    }

    /// The whole line as it stands: none of it is in the register before it is kept.
    pub(in crate::app) fn draft(&self) -> Option<Draft> {
        let mut draft = self.fields.draft(|_| true);
        let typed = draft.fields.insert(LineField::Sector.key().into(), self.sector.clone());
        draft.fields.insert(NEW_SECTOR.into(), typed.unwrap_or_default());
        self.fields.touched.then_some(draft)
    }

    pub(crate) fn level(&self) -> Option<Level> {
        let word = self.fields.text(&LineField::Level);
        Level::ALL.into_iter().find(|level| level.key() == word)
    }

    pub(crate) fn presence(&self) -> Presence {
        let words = self.fields.text(&LineField::Presence);
        Presence::ALL.into_iter().find(|one| one.label() == words).unwrap_or_default()
    }

    /// Whether nothing was typed or turned.
    pub fn is_untouched(&self) -> bool {
        !self.fields.touched
    }

    fn is_choice(&self) -> bool {
        matches!(self.fields.in_focus().name, LineField::Level | LineField::Presence)
    }

    /// The field that takes letters now.
    pub(in crate::app) fn text(&mut self) -> Option<&mut TextField> {
        (!self.is_choice()).then(|| self.fields.text_in_focus())
    }

    pub(super) fn write(&mut self, typed: Typed<'_>) {
        match typed {
            Typed::Key(Key::Char(' ')) if self.is_choice() => self.cycle(true),
            _ if self.is_choice() => {}
            _ => {
                self.fields.write(typed);
            }
        }
    }

    /// Left or right: another choice, or the cursor in a text.
    pub(super) fn turn(&mut self, forward: bool, register: &Register) {
        match self.fields.in_focus().name {
            LineField::Sector if self.fields.text(&LineField::Sector).is_empty() => {
                let ids: Vec<&str> = register.sector_ids().collect();
                self.sector = turned(&ids, self.sector.as_str(), forward).to_owned();
                self.fields.touched = true;
            }
            LineField::Level | LineField::Presence => self.cycle(forward),
            _ => {
                self.fields.text_in_focus().key(if forward { Key::Right } else { Key::Left });
            }
        }
    }

    fn cycle(&mut self, forward: bool) {
        let field = self.fields.in_focus().name;
        let words = match field {
            LineField::Level => vec!["", Level::Strategic.key(), Level::Operational.key()],
            _ => Presence::ALL.map(Presence::label).to_vec(),
        };
        let text = self.fields.text(&field);
        self.fields.set(&field, turned(&words, text.as_str(), forward));
    }

    /// The line as it is kept, with a new sector in the list if one was typed; what could not be read goes into
    /// `problem`.
    pub(super) fn group(&self, register: &mut Register, problem: &mut Option<String>) -> Group {
        let typed = self.fields.text(&LineField::Sector);
        let sector = if typed.trim().is_empty() {
            self.sector.clone()
        } else {
            let known = register.sectors.iter().find(|one| one.name.eq_ignore_ascii_case(typed.trim()));
            match known.map(|one| one.id.clone()) {
                Some(id) => id,
                None => match register.add_sector(&typed) {
                    Ok(id) => id.to_owned(),
                    Err(error) => {
                        *problem = Some(error.to_string());
                        self.sector.clone()
                    }
                },
            }
        };
        let number = self.fields.text(&LineField::People);
        let people = match Register::parse_count(&number) {
            Ok(0) if number.trim().is_empty() => self.people_before,
            Ok(count) if count > 0 => count,
            Ok(_) | Err(_) => {
                let kept = self.people_before;
                *problem = Some(words::people_kept(&number, kept));
                kept
            }
        };
        Group {
            organisation: self.fields.text(&LineField::Organisation).trim().to_owned(),
            role: self.fields.text(&LineField::Role).trim().to_owned(),
            sector,
            level: self.level(),
            people,
            presence: self.presence(),
            left: self.left.min(people),
        }
    }
}
