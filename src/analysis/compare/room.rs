//! Who was in the room then and now: people by sector and by level, as the registers say.
//!
//! It says that a change of the room can move ratings, never that it did.

use super::{Caution, ThenNow};
use crate::framework::Level;
use crate::session::{Register, UNSORTED};

/// The people of one sector or level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupChange {
    /// The sector's id or the level's word, as in tables.
    pub key: String,
    /// The name on screen.
    pub name: String,
    /// How many were in the room.
    pub people: ThenNow<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomChange {
    /// Everybody; 0 where nobody was counted.
    pub people: ThenNow<u32>,
    /// The sectors of which somebody was there, then or now, in the order of the later register. "Sector not said"
    /// comes last.
    pub sectors: Vec<GroupChange>,
    /// The levels of which somebody was there, then or now.
    pub levels: Vec<GroupChange>,
}

impl RoomChange {
    pub(super) fn of(then: &Register, now: &Register) -> Self {
        let mut ids: Vec<&str> = now.sectors.iter().chain(&then.sectors).map(|sector| sector.id.as_str()).collect();
        // Sectors that are in no list, as after an edit by hand.
        ids.extend(now.present().chain(then.present()).map(|group| group.sector.as_str()).filter(|id| *id != UNSORTED));
        ids.push(UNSORTED);
        let mut sectors: Vec<GroupChange> = Vec::new();
        for id in ids {
            let people = ThenNow::read(then, now, |register| u32::from(register.count(id)));
            let listed = sectors.iter().any(|sector| sector.key == id);
            if !listed && (people.then > 0 || people.now > 0) {
                let named = now.sectors.iter().any(|sector| sector.id == id);
                let name = if named { now.name_of(id) } else { then.name_of(id) };
                sectors.push(GroupChange { key: id.to_owned(), name: name.to_owned(), people });
            }
        }
        let level = |(level, name): (Level, &str)| {
            let people = ThenNow::read(then, now, |register| register.count_at(Some(level)));
            GroupChange { key: level.key().to_owned(), name: name.to_owned(), people }
        };
        let levels = [(Level::Strategic, tr!("Strategic")), (Level::Operational, tr!("Operational"))].map(level);
        let there = |group: &GroupChange| group.people.then > 0 || group.people.now > 0;
        Self {
            people: ThenNow::read(then, now, Register::people),
            sectors,
            levels: levels.into_iter().filter(there).collect(),
        }
    }

    /// What the registers mean for the ratings; `None` where as many people of each sector and level came.
    pub fn caution(&self) -> Option<Caution> {
        if self.people.then == 0 || self.people.now == 0 {
            return Some(Caution::PeopleNotKnown);
        }
        (self.people.differs() || !self.changed().is_empty()).then_some(Caution::OtherPeople)
    }

    /// The sectors and levels of which more or fewer people came, the largest difference first.
    pub(crate) fn changed(&self) -> Vec<&GroupChange> {
        let groups = self.sectors.iter().chain(&self.levels);
        let mut changed: Vec<&GroupChange> = groups.filter(|group| group.people.differs()).collect();
        changed.sort_by_key(|group| std::cmp::Reverse(group.people.then.abs_diff(group.people.now)));
        changed
    }
}
