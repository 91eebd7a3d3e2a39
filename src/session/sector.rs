//! The sectors that people in the room come from: a list that a partnership may make its own.
//!
//! An id stays for good, because tallies name it; only the name on screen changes.

use super::Register;
use crate::catalogue::Message;
use serde::{Deserialize, Serialize};

const NAMES: [Message; 4] = [Message("Statutory"), Message("Third sector"), Message("Community"), Message("Private")];

/// The sectors every partnership starts with, by id and name.
pub const SECTORS: [(&str, &str); 4] =
    [("statutory", NAMES[0].0), ("third-sector", NAMES[1].0), ("community", NAMES[2].0), ("private", NAMES[3].0)];

/// The id under which people are counted whose sector was not said.
pub const UNSORTED: &str = "unsorted";

/// More sectors than this do not fit a screen, and make every group too small to show.
pub const MOST_SECTORS: usize = 9;

/// An id made from a name is cut here, in letters, as ids in a framework are.
const LONGEST_ID: usize = 24;

/// What a standard sector is called in the room's language.
fn standard_name(id: &str) -> Option<&'static str> {
    SECTORS.iter().zip(NAMES).find(|((known, _), _)| *known == id).map(|(_, name)| name.text())
}

/// The name of a standard sector on screen; any other id as it is.
pub(crate) fn sector_name(id: &str) -> &str {
    if id == UNSORTED {
        return tr!("Sector not said");
    }
    standard_name(id).unwrap_or(id)
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sector {
    /// What tallies and the command line call it: lower-case letters, digits and hyphens.
    pub id: String,
    pub name: String,
}

impl Sector {
    /// What the screen calls it, in the room's language where nobody gave it another name.
    pub(crate) fn label(&self) -> &str {
        let is_standard = SECTORS.contains(&(&self.id, &self.name));
        standard_name(&self.id).filter(|_| is_standard).unwrap_or(&self.name)
    }
}

/// Why the list of sectors stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SectorError {
    #[error("A sector needs a name with a letter or a digit in it; write one, for example Housing")]
    NoName,
    #[error("There is a sector called \"{0}\" already; choose another name")]
    Twice(String),
    #[error("There are {MOST_SECTORS} sectors already; remove one that nobody is in first")]
    TooMany,
    #[error("\"{0}\" is not one of the sectors")]
    Unknown(String),
    #[error("People are registered under \"{0}\"; move them to another sector first")]
    InUse(String),
}

/// The list every register starts with.
pub(super) fn standard() -> Vec<Sector> {
    SECTORS.map(|(id, name)| Sector { id: id.into(), name: name.into() }).into()
}

pub(super) fn is_standard(sectors: &[Sector]) -> bool {
    sectors == standard()
}

impl Register {
    /// The name of a sector on screen. One that is in no list, as after an edit by hand, shows its id.
    pub fn name_of<'all>(&'all self, id: &'all str) -> &'all str {
        let listed = self.sectors.iter().find(|sector| sector.id == id);
        listed.map_or_else(|| sector_name(id), Sector::label)
    }

    /// Adds a sector at the end of the list and gives its id, made from its letters: `Social housing` is `social-housing`.
    pub fn add_sector(&mut self, name: &str) -> Result<&str, SectorError> {
        let name = self.usable(name, None)?;
        if self.sectors.len() >= MOST_SECTORS {
            return Err(SectorError::TooMany);
        }
        let id = self.free_id(name);
        self.sectors.push(Sector { id, name: name.to_owned() });
        self.sort();
        Ok(self.sectors.last().map_or("", |sector| &sector.id))
    }

    /// Gives a sector another name; its id stays.
    pub fn rename_sector(&mut self, id: &str, name: &str) -> Result<(), SectorError> {
        let name = self.usable(name, Some(id))?;
        let sector = self.sectors.iter_mut().find(|sector| sector.id == id);
        name.clone_into(&mut sector.ok_or_else(|| SectorError::Unknown(id.to_owned()))?.name);
        Ok(())
    }

    /// Takes a sector off the list.
    pub fn remove_sector(&mut self, id: &str) -> Result<(), SectorError> {
        let place = self.sectors.iter().position(|sector| sector.id == id);
        let place = place.ok_or_else(|| SectorError::Unknown(id.to_owned()))?;
        if self.groups.iter().any(|group| group.sector == id) {
            return Err(SectorError::InUse(self.name_of(id).to_owned()));
        }
        self.sectors.remove(place);
        Ok(())
    }

    /// A name as it may stand in the list, beside the others.
    fn usable<'name>(&self, name: &'name str, except: Option<&str>) -> Result<&'name str, SectorError> {
        let name = name.trim();
        if !name.chars().any(char::is_alphanumeric) {
            return Err(SectorError::NoName);
        }
        let mut others = self.sectors.iter().filter(|sector| except != Some(sector.id.as_str()));
        if others.any(|sector| sector.name.to_lowercase() == name.to_lowercase()) {
            return Err(SectorError::Twice(name.to_owned()));
        }
        Ok(name)
    }

    /// An id made of the plain letters and digits of a name, with a number where it has none or it is taken.
    fn free_id(&self, name: &str) -> String {
        let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let plain: String = words.collect::<Vec<_>>().join("-").to_ascii_lowercase().chars().take(LONGEST_ID).collect();
        let plain = if plain.is_empty() { "sector" } else { plain.trim_end_matches('-') };
        let numbered = (2..).map(|number: u32| format!("{plain}-{number}"));
        let taken = |id: &String| id == UNSORTED || self.sectors.iter().any(|sector| sector.id == *id);
        std::iter::once(plain.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
    }
}
