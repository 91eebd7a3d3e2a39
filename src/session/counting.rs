//! How votes are counted: by hands or on the keypad, all together or group by group. It is chosen once, in the register.

use super::{Register, UNSORTED, Voters};
use crate::framework::Level;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// Hands or cards are counted, and a count for each answer is typed as one line.
    #[default]
    Hands,
    /// Each person presses one digit.
    Keypad,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CountedBy {
    /// Everybody's.
    #[default]
    Room,
    Sector,
    Level,
    SectorAndLevel,
}

impl CountedBy {
    /// All four, in the order in which a key goes through them.
    pub const ALL: [Self; 4] = [Self::Room, Self::Sector, Self::Level, Self::SectorAndLevel];

    pub fn label(self) -> &'static str {
        match self {
            Self::Room => tr!("whole room"),
            Self::Sector => tr!("by sector"),
            Self::Level => tr!("by level"),
            Self::SectorAndLevel => tr!("by both"),
        }
    }

    fn part(self, sector: &str, level: Option<Level>) -> Voters {
        let sector = Some(sector).filter(|sector| *sector != UNSORTED).map(str::to_owned);
        match self {
            Self::Room => Voters::default(),
            Self::Sector => Voters { sector, level: None },
            Self::Level => Voters { sector: None, level },
            Self::SectorAndLevel => Voters { sector, level },
        }
    }
}

impl Register {
    /// Who votes, as they are counted, each with how many of them are in the room now, in the order of the register;
    /// one group of all where they cannot be parted in this way.
    pub fn voters(&self, by: CountedBy) -> Vec<(Voters, u32)> {
        let mut parts: Vec<(Voters, u32)> = Vec::new();
        for group in self.present().filter(|group| group.here() > 0) {
            let (part, here) = (by.part(&group.sector, group.level), u32::from(group.here()));
            match parts.iter_mut().find(|(known, _)| *known == part) {
                Some((_, people)) => *people += here,
                None => parts.push((part, here)),
            }
        }
        if parts.len() > 1 { parts } else { vec![(Voters::default(), self.here())] }
    }

    /// Counts votes in the next of these ways from now on; whether there is another one.
    pub(crate) fn count_in_next_way(&mut self) -> bool {
        let ways: Vec<CountedBy> = self.ways_to_count().collect();
        let at = ways.iter().position(|way| *way == self.counted).unwrap_or(0);
        self.counted = ways[(at + 1) % ways.len()];
        ways.len() > 1
    }

    /// Everybody who is in the room now: those who left do not count.
    pub fn here(&self) -> u32 {
        self.present().map(|group| u32::from(group.here())).sum()
    }

    /// The ways in which this room can be counted.
    pub(crate) fn ways_to_count(&self) -> impl Iterator<Item = CountedBy> {
        let parts = |by| self.voters(by).len();
        let (sectors, levels) = (parts(CountedBy::Sector), parts(CountedBy::Level));
        let both = parts(CountedBy::SectorAndLevel);
        CountedBy::ALL.into_iter().filter(move |by| match by {
            CountedBy::Room => true,
            CountedBy::Sector => sectors > 1,
            CountedBy::Level => levels > 1,
            CountedBy::SectorAndLevel => both > sectors.max(levels),
        })
    }
}
