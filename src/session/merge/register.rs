//! The registers of all tables in one: people of the same line add up.

use super::Source;
use crate::framework::Level;
use crate::session::{Group, MOST_PEOPLE, Presence, Register, SECTORS, Sector};
use std::collections::BTreeMap;

/// Everything a line of the register says but how many people it is.
type Line<'all> = (&'all str, &'all str, &'all str, Option<Level>, usize);

pub(super) fn merged(sources: &[Source<'_>]) -> Register {
    let registers = || sources.iter().map(|source| &source.session.register);
    // The sectors that every register begins with come first, in their order; others follow by id. A sector that was
    // renamed takes the first of its names in the alphabet.
    let mut named: BTreeMap<&str, &Sector> = BTreeMap::new();
    for sector in registers().flat_map(|register| &register.sectors) {
        let known = named.entry(&sector.id).or_insert(sector);
        if sector.name < known.name {
            *known = sector;
        }
    }
    let standard: Vec<&Sector> = SECTORS.iter().filter_map(|(id, _)| named.remove(id)).collect();
    let sectors = standard.into_iter().chain(named.into_values()).cloned().collect();
    let mut register = Register { sectors, ..Register::default() };
    let mut lines: BTreeMap<Line<'_>, u32> = BTreeMap::new();
    for group in registers().flat_map(|register| &register.groups) {
        let Group { organisation, role, sector, level, people, presence, .. } = group;
        let presence = Presence::ALL.iter().position(|known| known == presence).unwrap_or(0);
        *lines.entry((organisation, role, sector, *level, presence)).or_insert(0) += u32::from(*people);
    }
    for ((organisation, role, sector, level, presence), mut people) in lines {
        let presence = Presence::ALL.get(presence).copied().unwrap_or_default();
        // A line takes 999 people at most.
        while people > 0 {
            let now = u16::try_from(people).unwrap_or(MOST_PEOPLE).min(MOST_PEOPLE);
            people -= u32::from(now);
            let (organisation, role, sector) = (organisation.to_owned(), role.to_owned(), sector.to_owned());
            register.groups.push(Group { organisation, role, sector, level, people: now, presence, left: 0 });
        }
    }
    register.sort();
    register
}
