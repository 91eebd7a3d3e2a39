//! Whose votes a sum holds: a sector, a level, or those who stand together because each group alone is too small.

use crate::framework::Level;
use crate::session::{Register, Round, Tally, UNSORTED, Voters};

/// By what the votes of a round are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    Sector,
    /// By the voters' own level.
    Level,
}

impl By {
    pub const ALL: [Self; 2] = [Self::Sector, Self::Level];

    /// The groups of a round that are told apart this way, in the order of the register. Those of whom it was not
    /// said are a group too, and come last.
    pub(crate) fn groups(self, round: &Round, register: &Register) -> Vec<(Voice, Tally)> {
        let tallies = match self {
            Self::Sector => round.by_sector(),
            Self::Level => round.by_level(),
        };
        let voice = |tally: &Tally| match self {
            Self::Sector => Voice::Sector(tally.sector.clone()),
            Self::Level => Voice::Level(tally.level),
        };
        let mut groups: Vec<(Voice, Tally)> = tallies.into_iter().map(|tally| (voice(&tally), tally)).collect();
        groups.sort_by_cached_key(|(voice, _)| voice.place(register));
        groups
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// A sector by its id; `None` those whose sector was not said.
    Sector(Option<String>),
    /// A level; `None` those whose level was not said.
    Level(Option<Level>),
    /// All groups that are not shown by themselves.
    EveryoneElse(By),
}

impl Voice {
    /// By what this group is told apart.
    pub fn by(&self) -> By {
        match self {
            Self::Sector(_) => By::Sector,
            Self::Level(_) => By::Level,
            Self::EveryoneElse(by) => *by,
        }
    }

    /// Who they are, for groups that can be asked: people of one sector or of one level.
    pub fn voters(&self) -> Option<Voters> {
        match self {
            Self::Sector(Some(id)) => Some(Voters { sector: Some(id.clone()), level: None }),
            Self::Level(Some(level)) => Some(Voters { sector: None, level: Some(*level) }),
            Self::Sector(None) | Self::Level(None) | Self::EveryoneElse(_) => None,
        }
    }

    /// The name in JSON and tables: a sector's id, `strategic`, `everyone_else`; part of the command line's contract.
    pub fn key(&self) -> &str {
        match self {
            Self::Sector(sector) => sector.as_deref().unwrap_or(UNSORTED),
            Self::Level(Some(level)) => level.key(),
            Self::Level(None) => "level_not_said",
            Self::EveryoneElse(_) => "everyone_else",
        }
    }

    /// Where it stands among the others of its kind.
    pub(super) fn place(&self, register: &Register) -> (By, usize, Self) {
        let place = match self {
            Self::Sector(Some(id)) => register.sectors.iter().position(|sector| sector.id == *id),
            Self::Level(Some(level)) => Level::ALL.iter().position(|known| known == level),
            Self::Sector(None) | Self::Level(None) | Self::EveryoneElse(_) => None,
        };
        // Sectors that are in no list come before those that were not said.
        let last = if matches!(self, Self::Sector(Some(_))) { usize::MAX - 2 } else { usize::MAX - 1 };
        let last = if matches!(self, Self::EveryoneElse(_)) { usize::MAX } else { last };
        (self.by(), place.unwrap_or(last), self.clone())
    }
}
