//! One line of the register being written: six fields, two of them chosen from lists.
//!
//! It changes nothing until it is kept; a sector that is not in the list is typed, and joins it.

use crate::app::page::Typed;
use crate::app::{Key, TextField};
use crate::framework::Level;
use crate::session::{Draft, Form, Group, Presence, Register, Session, UNSORTED};

/// The fields, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineField {
    /// How many.
    People,
    /// Their sector.
    Sector,
    /// Strategic, operational, or not said.
    Level,
    /// Where they work.
    Organisation,
    /// What they do there.
    Role,
    /// Present, apologies or absent.
    Presence,
}

impl LineField {
    /// All fields in order.
    pub const ALL: [Self; 6] =
        [Self::People, Self::Sector, Self::Level, Self::Organisation, Self::Role, Self::Presence];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Sector => "Sector",
            Self::Level => "Level",
            Self::Organisation => "Organisation",
            Self::Role => "Role",
            Self::Presence => "Present?",
        }
    }

    /// What a draft calls the field. Session files hold it: it keeps its meaning.
    fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Sector => "sector",
            Self::Level => "level",
            Self::Organisation => "organisation",
            Self::Role => "role",
            Self::Presence => "presence",
        }
    }
}

/// What a draft calls the sector that is typed.
const NEW_SECTOR: &str = "new sector";

/// A line being written.
#[derive(Debug)]
pub struct LineForm {
    /// Which line of the register it replaces; `None` for a new one.
    pub(crate) place: Option<usize>,
    pub(crate) focus: LineField,
    /// How many, as typed.
    pub people: TextField,
    /// The chosen sector's id.
    pub(crate) sector: String,
    /// The name of a sector that is typed instead.
    pub new_sector: TextField,
    pub(crate) level: Option<Level>,
    /// Where they work.
    pub organisation: TextField,
    /// What they do there.
    pub role: TextField,
    pub(crate) presence: Presence,
    touched: bool,
    people_before: u16,
}

impl LineForm {
    /// A new line: one person of the first sector.
    #[must_use]
    pub fn new(register: &Register) -> Self {
        let sector = register.sectors.first().map_or(UNSORTED, |sector| &sector.id).to_owned();
        let form = Self::filled(&Group { sector, people: 1, ..Group::default() });
        Self { people: TextField::line(""), ..form }
    }

    pub(crate) fn of(place: usize, group: &Group) -> Self {
        Self { place: Some(place), ..Self::filled(group) }
    }

    /// A line of the register, or a new one, with what was half typed of it.
    pub(in crate::app) fn begun(session: &Session, place: Option<usize>) -> Self {
        let group = place.and_then(|place| Some((place, session.register.groups.get(place)?)));
        let form = group.map_or_else(|| Self::new(&session.register), |(place, group)| Self::of(place, group));
        match session.draft(&form.name()) {
            Some(draft) => form.filled_from(draft),
            None => form,
        }
    }

    fn filled(group: &Group) -> Self {
        Self {
            place: None,
            focus: LineField::People,
            people: TextField::line(&group.people.to_string()),
            sector: group.sector.clone(),
            new_sector: TextField::line(""),
            level: group.level,
            organisation: TextField::line(&group.organisation),
            role: TextField::line(&group.role),
            presence: group.presence,
            touched: false,
            people_before: group.people,
        }
    }

    pub(in crate::app) fn name(&self) -> Form {
        self.place.map_or(Form::NewLine, Form::Line)
    }

    /// The whole line as it stands: none of it is in the register before it is kept.
    pub(in crate::app) fn draft(&self) -> Option<Draft> {
        let fields = [
            (LineField::People.key(), self.people.text()),
            (LineField::Sector.key(), self.sector.clone()),
            (NEW_SECTOR, self.new_sector.text()),
            (LineField::Level.key(), self.level.map_or("", Level::word).to_owned()),
            (LineField::Organisation.key(), self.organisation.text()),
            (LineField::Role.key(), self.role.text()),
            (LineField::Presence.key(), self.presence.words().to_owned()),
        ];
        self.touched.then(|| Draft::new(self.focus.key(), fields))
    }

    fn filled_from(self, draft: &Draft) -> Self {
        let text = |name: &str, there: TextField| draft.text(name).map_or(there, TextField::line);
        let level = draft.text(LineField::Level.key());
        let presence = draft.text(LineField::Presence.key());
        Self {
            people: text(LineField::People.key(), self.people),
            sector: draft.text(LineField::Sector.key()).map_or(self.sector, str::to_owned),
            new_sector: text(NEW_SECTOR, self.new_sector),
            level: level.map_or(self.level, |word| Level::ALL.into_iter().find(|level| level.word() == word)),
            organisation: text(LineField::Organisation.key(), self.organisation),
            role: text(LineField::Role.key(), self.role),
            presence: Presence::ALL.into_iter().find(|one| Some(one.words()) == presence).unwrap_or(self.presence),
            focus: LineField::ALL.into_iter().find(|field| field.key() == draft.open_at).unwrap_or(self.focus),
            touched: true,
            ..self
        }
    }

    /// Whether nothing was typed or turned.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        !self.touched
    }

    pub(in crate::app) fn text(&mut self) -> Option<&mut TextField> {
        match self.focus {
            LineField::People => Some(&mut self.people),
            LineField::Sector => Some(&mut self.new_sector),
            LineField::Organisation => Some(&mut self.organisation),
            LineField::Role => Some(&mut self.role),
            LineField::Level | LineField::Presence => None,
        }
    }

    pub(super) fn write(&mut self, typed: Typed<'_>) {
        match (self.focus, typed) {
            (LineField::Level | LineField::Presence, Typed::Key(Key::Char(' '))) => self.cycle(true),
            _ => self.touched |= self.text().is_some_and(|field| typed.into(field)),
        }
    }

    pub(super) fn step(&mut self, down: bool) {
        let at = LineField::ALL.iter().position(|field| *field == self.focus).unwrap_or(0);
        let to = if down { at + 1 } else { at.saturating_sub(1) };
        self.focus = LineField::ALL.get(to).copied().unwrap_or(self.focus);
    }

    /// Left or right: another choice, or the cursor in a text.
    pub(super) fn turn(&mut self, forward: bool, register: &Register) {
        match self.focus {
            LineField::Sector if self.new_sector.text().is_empty() => {
                let ids: Vec<&str> = register.sector_ids().collect();
                let at = ids.iter().position(|id| *id == self.sector).unwrap_or(0);
                let to = if forward { at + 1 } else { at + ids.len() - 1 } % ids.len();
                ids[to].clone_into(&mut self.sector);
                self.touched = true;
            }
            LineField::Level | LineField::Presence => self.cycle(forward),
            _ => {
                if let Some(field) = self.text() {
                    field.key(if forward { Key::Right } else { Key::Left });
                }
            }
        }
    }

    fn cycle(&mut self, forward: bool) {
        self.touched = true;
        if self.focus == LineField::Level {
            let levels = [None, Some(Level::Strategic), Some(Level::Operational)];
            self.level = turned(&levels, self.level, forward);
        } else {
            self.presence = turned(&Presence::ALL, self.presence, forward);
        }
    }

    /// The line as it is kept, with a new sector in the list if one was typed; what could not be read goes into
    /// `problem`.
    pub(super) fn group(&self, register: &mut Register, problem: &mut Option<String>) -> Group {
        let typed = self.new_sector.text();
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
        let number = self.people.text();
        let people = match Register::parse_count(&number) {
            Ok(0) if number.trim().is_empty() => self.people_before,
            Ok(count) if count > 0 => count,
            Ok(_) | Err(_) => {
                let kept = self.people_before;
                *problem = Some(format!("\"{number}\" is not a number of people from 1 to 999; kept as {kept}"));
                kept
            }
        };
        Group {
            organisation: self.organisation.text().trim().to_owned(),
            role: self.role.text().trim().to_owned(),
            sector,
            level: self.level,
            people,
            presence: self.presence,
        }
    }
}

/// The neighbour of a choice, round the end.
fn turned<T: Copy + PartialEq>(all: &[T], now: T, forward: bool) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    let to = if forward { at + 1 } else { at + all.len() - 1 } % all.len().max(1);
    all.get(to).copied().unwrap_or(now)
}
