//! Who is in the room: organisations, roles, sectors, levels and numbers; never names of persons.
//!
//! A count for each sector is a whole register. A first file of the program reads as one, because such a
//! count was, and still is, a group of which nothing else is said.

use super::error::PeopleError;
use super::sector::{self, SECTORS, Sector, UNSORTED};
use super::{CountedBy, Way, is_default};
use crate::framework::{Level, names};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// More people than this in one group is taken for a slip of the finger.
pub(crate) const MOST_PEOPLE: u16 = 999;

/// The people in the room, and those who were asked and are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Register {
    /// The sectors to choose from; `UNSORTED` is always one more.
    #[serde(skip_serializing_if = "sector::is_standard")]
    pub sectors: Vec<Sector>,
    /// The groups that have somebody, in the order of the sectors.
    pub groups: Vec<Group>,
    #[serde(skip_serializing_if = "is_default")]
    pub counted: CountedBy,
    #[serde(skip_serializing_if = "is_default")]
    pub way: Way,
    /// Who came later or left earlier, in order.
    #[serde(skip_serializing_if = "is_default")]
    pub moves: Vec<Move>,
}

impl Default for Register {
    fn default() -> Self {
        Self {
            sectors: sector::standard(),
            groups: Vec::new(),
            counted: CountedBy::default(),
            way: Way::default(),
            moves: Vec::new(),
        }
    }
}

/// One line of the register: people of one sector, and what else is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Where they work; may stay empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub organisation: String,
    /// What they do there, never who they are; may stay empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: String,
    pub sector: String,
    /// Whether they set direction or do the work; `None` when it was not said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: Option<Level>,
    /// How many, 1 to 999.
    pub people: u16,
    #[serde(default, skip_serializing_if = "is_default")]
    pub presence: Presence,
    /// How many of them have left by now.
    #[serde(default, skip_serializing_if = "is_default")]
    pub left: u16,
}

/// People who came later, or left earlier, than the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    pub at: Timestamp,
    pub sector: String,
    /// How many came; fewer than none is how many left.
    pub people: i16,
}

names! {
    /// Whether people who were asked came.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub enum Presence;
    #[default]
    Present: "present", "present";
    /// Said that they could not come.
    Apologies: "apologies", "apologies";
    /// Invited, and absent without a word.
    Absent: "absent", "invited but absent";
    /// Here last time; nobody has said yet whether they came again, so they count as nobody.
    Expected: "expected", "expected";
}

impl Group {
    /// Whether it is a bare count of people in the room, as quick entry makes it.
    fn is_bare(&self) -> bool {
        self.organisation.is_empty()
            && self.role.is_empty()
            && self.level.is_none()
            && self.is_present()
            && self.left == 0
    }

    /// How many of them are in the room now.
    pub fn here(&self) -> u16 {
        self.people.saturating_sub(self.left)
    }

    fn is_present(&self) -> bool {
        self.presence == Presence::Present
    }
}

impl Register {
    /// The sectors to choose from by id, the one for whoever is in none of them last.
    pub(crate) fn sector_ids(&self) -> impl Iterator<Item = &str> {
        self.sectors.iter().map(|sector| sector.id.as_str()).chain([UNSORTED])
    }

    /// Everybody in the room. Apologies and absences do not count.
    pub fn people(&self) -> u32 {
        self.present().map(|group| u32::from(group.people)).sum()
    }

    /// How many people of a sector are in the room.
    pub fn count(&self, sector: &str) -> u16 {
        let groups = self.present().filter(|group| group.sector == sector);
        groups.fold(0, |sum, group| sum.saturating_add(group.people))
    }

    /// How many people in the room are of a level; `None` counts those of whom it was not said.
    pub fn count_at(&self, level: Option<Level>) -> u32 {
        self.present().filter(|group| group.level == level).map(|group| u32::from(group.people)).sum()
    }

    pub fn present(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.is_present())
    }

    /// Those who were asked and are not here: apologies and absences.
    pub fn missing(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| !group.is_present() && group.presence != Presence::Expected)
    }

    /// How many were here last time of whom nobody has said whether they came again.
    pub fn expected(&self) -> u32 {
        let expected = self.groups.iter().filter(|group| group.presence == Presence::Expected);
        expected.map(|group| u32::from(group.people)).sum()
    }

    /// Everybody came who is expected.
    pub fn everybody_came(&mut self) {
        for group in self.groups.iter_mut().filter(|group| group.presence == Presence::Expected) {
            group.presence = Presence::Present;
        }
    }

    /// Sets the number of people of a sector in the room by a bare count; 0 takes the count away.
    ///
    /// Lines that say more than a number stay as they are, so the sector keeps at least
    /// [`Register::described`] people.
    pub fn set(&mut self, sector: &str, people: u16) {
        let bare = people.saturating_sub(self.described(sector)).min(MOST_PEOPLE);
        let bare = Group { sector: sector.to_owned(), people: bare, ..Group::default() };
        // A number that is said is an answer for those who were only expected.
        let is_answered = |group: &Group| {
            people > 0 && group.presence == Presence::Expected && group.organisation.is_empty() && group.role.is_empty()
        };
        let of_sector = |group: &Group| group.sector == sector && (group.is_bare() || is_answered(group));
        // Bare counts of a sector are one line, put where the first of them stood.
        let place = self.groups.iter().position(of_sector).unwrap_or(self.groups.len());
        self.groups.retain(|group| !of_sector(group));
        if bare.people > 0 {
            self.groups.insert(place, bare);
        }
        self.sort();
    }

    /// How many people of a sector are in the room by lines that say more than a number.
    pub fn described(&self, sector: &str) -> u16 {
        let groups = self.present().filter(|group| group.sector == sector && !group.is_bare());
        groups.fold(0, |sum, group| sum.saturating_add(group.people))
    }

    /// Adds a line; it stands after the lines of its sector.
    pub fn add(&mut self, group: Group) -> Result<(), PeopleError> {
        self.accepts(&group)?;
        self.groups.push(group);
        self.sort();
        Ok(())
    }

    /// Replaces a line, counted from 0.
    pub fn change(&mut self, line: usize, group: Group) -> Result<(), PeopleError> {
        self.accepts(&group)?;
        *self.groups.get_mut(line).ok_or(PeopleError::NoLine(line + 1))? = group;
        self.sort();
        Ok(())
    }

    /// One of a line comes, later than the rest, or back; of a line that was not present all come.
    pub fn arrive(&mut self, line: usize, at: Timestamp) -> Result<(), PeopleError> {
        let group = self.groups.get_mut(line).ok_or(PeopleError::NoLine(line + 1))?;
        let mut people = 1;
        if !group.is_present() {
            (group.presence, group.left, people) = (Presence::Present, 0, group.people);
        } else if group.left > 0 {
            group.left -= 1;
        } else if group.people < MOST_PEOPLE {
            group.people += 1;
        } else {
            return Err(PeopleError::Nobody(MOST_PEOPLE + 1));
        }
        self.moves.push(Move { at, sector: group.sector.clone(), people: people.cast_signed() });
        Ok(())
    }

    /// One of a line leaves, earlier than the rest.
    pub fn leave(&mut self, line: usize, at: Timestamp) -> Result<(), PeopleError> {
        let group = self.groups.get_mut(line).ok_or(PeopleError::NoLine(line + 1))?;
        if !group.is_present() || group.here() == 0 {
            return Err(PeopleError::NobodyHere);
        }
        group.left += 1;
        self.moves.push(Move { at, sector: group.sector.clone(), people: -1 });
        Ok(())
    }

    /// Takes a line away, counted from 0.
    pub fn remove(&mut self, line: usize) -> Result<Group, PeopleError> {
        if line >= self.groups.len() {
            return Err(PeopleError::NoLine(line + 1));
        }
        Ok(self.groups.remove(line))
    }

    fn accepts(&self, group: &Group) -> Result<(), PeopleError> {
        if group.people == 0 || group.people > MOST_PEOPLE {
            return Err(PeopleError::Nobody(group.people));
        }
        if group.sector != UNSORTED && !self.sectors.iter().any(|sector| sector.id == group.sector) {
            return Err(PeopleError::UnlistedSector(group.sector.clone()));
        }
        Ok(())
    }

    /// Brings the lines into the order of the sectors; within a sector they stay as they were.
    pub(super) fn sort(&mut self) {
        let Self { sectors, groups, .. } = self;
        groups
            .sort_by_key(|group| sectors.iter().position(|sector| sector.id == group.sector).unwrap_or(sectors.len()));
    }

    /// Reads a number of people as typed; nothing typed is 0.
    pub(crate) fn parse_count(text: &str) -> Result<u16, PeopleError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(0);
        }
        let count = text.parse().ok().filter(|count| *count <= MOST_PEOPLE);
        count.ok_or_else(|| PeopleError::NotACount(text.to_owned()))
    }

    /// Reads `12`, or `statutory=7,third-sector=4,community=1`.
    pub fn parse(text: &str) -> Result<Self, PeopleError> {
        let mut register = Self::default();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (sector, count) = part.split_once('=').unwrap_or((UNSORTED, part));
            let sector = sector.trim();
            if sector != UNSORTED && !SECTORS.iter().any(|(id, _)| *id == sector) {
                return Err(PeopleError::NotASector(sector.to_owned()));
            }
            let people = Self::parse_count(count)?.saturating_add(register.count(sector)).min(MOST_PEOPLE);
            register.set(sector, people);
        }
        Ok(register)
    }
}

impl fmt::Display for Register {
    /// `12 people: 7 statutory, 4 third sector, 1 community`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&tr_n!(self.people(), "{count} person", "{count} people"))?;
        let mut sectors: Vec<&str> = Vec::new();
        for group in self.present().filter(|group| group.sector != UNSORTED) {
            if !sectors.contains(&group.sector.as_str()) {
                sectors.push(&group.sector);
            }
        }
        let sorted: Vec<String> = sectors
            .into_iter()
            .map(|sector| format!("{} {}", self.count(sector), self.name_of(sector).to_lowercase()))
            .collect();
        if sorted.is_empty() { Ok(()) } else { write!(formatter, ": {}", sorted.join(", ")) }
    }
}
