//! Who was in the room, so that a reader can tell whose view this is; nobody can be picked out of a small group.
//!
//! Organisations and roles only where names were asked for: with one person each they are as good as names.

use super::{Source, Texts};
use crate::analysis::Voice;
use crate::analysis::{AbsentVoice, LEAST_SHOWN, absent_voices};
use crate::framework::Level;
use crate::session::{Group, Register, UNSORTED};
use crate::words::{self, and};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct RoomPart {
    #[serde(rename = "total")]
    pub(in crate::report) people: u32,
    /// The lines of the register; only where names were asked for.
    pub(in crate::report) groups: Vec<LinePart>,
    pub(in crate::report) sectors: Vec<Coverage>,
    pub(in crate::report) levels: Vec<Coverage>,
    /// How many were asked and did not come.
    pub(in crate::report) missing: u32,
    /// How many came after the beginning, and how many left before the end.
    pub(in crate::report) came_later: u32,
    pub(in crate::report) left_earlier: u32,
    /// How often a card was held up: stop, slower, I don't understand.
    #[serde(skip_serializing_if = "is_zero")]
    pub(in crate::report) cards_up: u32,
}

/// How many were of one group, or of several small ones together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Coverage {
    pub(crate) groups: Vec<String>,
    pub(crate) people: u32,
}

impl Coverage {
    pub(in crate::report) fn name(&self) -> String {
        match &self.groups[..] {
            [only] => only.clone(),
            several => tr!("{groups}, together", groups = and(several)),
        }
    }
}

/// A voice that the items ask for and that was not there.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct AbsentPart {
    pub(in crate::report) item: Option<String>,
    pub(in crate::report) warning: String,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct LinePart {
    #[serde(flatten)]
    pub(in crate::report) group: Group,
    pub(in crate::report) sector_name: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(many: &u32) -> bool {
    *many == 0
}

pub(super) fn room(source: &Source<'_>) -> RoomPart {
    let register = &source.session.register;
    RoomPart {
        people: register.people(),
        groups: register.groups.iter().filter(|_| source.names).map(|group| line(source, group)).collect(),
        sectors: together(&by_sector(register, source.texts)),
        levels: together(&by_level(register)),
        missing: register.missing().map(|group| u32::from(group.people)).sum(),
        came_later: moved(register, 1),
        left_earlier: moved(register, -1),
        cards_up: u32::try_from(source.session.cards_up.len()).unwrap_or(u32::MAX),
    }
}

/// How many moved in or out, of whatever group: whose is not told.
fn moved(register: &Register, sign: i16) -> u32 {
    register
        .moves
        .iter()
        .filter(|one| one.people.signum() == sign)
        .map(|one| u32::from(one.people.unsigned_abs()))
        .sum()
}

pub(super) fn absent(source: &Source<'_>) -> Vec<AbsentPart> {
    let part = |one: AbsentVoice| AbsentPart {
        item: one.item().map(ToString::to_string),
        warning: source.line(&crate::words::missing_in_full(source.framework, &one)),
    };
    absent_voices(source.framework, &source.session.register).into_iter().map(part).collect()
}

/// The people in the room by the ids of their sectors, and by their levels, as they may be told.
pub(crate) fn headcounts(register: &Register) -> (Vec<Coverage>, Vec<Coverage>) {
    let ids = register.sector_ids().map(|id| (id.to_owned(), u32::from(register.count(id))));
    let levels = Level::ALL.map(Some).into_iter().chain([None]);
    let levels = levels.map(|level| (level.map_or("", Level::key).to_owned(), register.count_at(level)));
    let present = |all: Vec<(String, u32)>| all.into_iter().filter(|(_, people)| *people > 0).collect::<Vec<_>>();
    (together(&present(ids.collect())), together(&present(levels.collect())))
}

/// The people of a register by sector and by level, as they may be told.
pub(in crate::report) fn coverage(register: &Register) -> (Vec<Coverage>, Vec<Coverage>) {
    (together(&by_sector(register, Texts::Clean)), together(&by_level(register)))
}

fn line(source: &Source<'_>, group: &Group) -> LinePart {
    LinePart {
        group: Group {
            organisation: source.line(&group.organisation),
            role: source.line(&group.role),
            sector: source.line(&group.sector),
            ..group.clone()
        },
        sector_name: source.line(source.session.register.name_of(&group.sector)),
    }
}

/// Sectors in the register's order; those whose sector was not said last. A register that knows none has none.
fn by_sector(register: &Register, texts: Texts) -> Vec<(String, u32)> {
    let mut ids: Vec<&str> = Vec::new();
    for group in register.present().filter(|group| group.sector != UNSORTED) {
        if !ids.contains(&group.sector.as_str()) {
            ids.push(&group.sector);
        }
    }
    if ids.is_empty() {
        return Vec::new();
    }
    let of = |id: &str| (texts.line(register.name_of(id)), u32::from(register.count(id)));
    ids.into_iter().chain([UNSORTED]).map(of).filter(|(_, people)| *people > 0).collect()
}

fn by_level(register: &Register) -> Vec<(String, u32)> {
    let said = Level::ALL.map(|level| {
        (words::group_name(&Voice::Level(Some(level)), register).to_owned(), register.count_at(Some(level)))
    });
    if said.iter().all(|(_, people)| *people == 0) {
        return Vec::new();
    }
    let rest = (words::group_name(&Voice::Level(None), register).to_owned(), register.count_at(None));
    said.into_iter().chain([rest]).filter(|(_, people)| *people > 0).collect()
}

/// The groups with their numbers. Those under five are counted together with others until they are five, the next
/// smallest joining them, because the number in the room is known and the rest follows by subtraction.
fn together(groups: &[(String, u32)]) -> Vec<Coverage> {
    let mut joined: Vec<usize> = (0..groups.len()).filter(|place| groups[*place].1 < LEAST_SHOWN).collect();
    let sum = |joined: &[usize]| joined.iter().map(|place| groups[*place].1).sum::<u32>();
    while !joined.is_empty() && (joined.len() < 2 || sum(&joined) < LEAST_SHOWN) {
        let others = (0..groups.len()).filter(|place| !joined.contains(place));
        match others.min_by_key(|place| (groups[*place].1, std::cmp::Reverse(*place))) {
            Some(place) => joined.push(place),
            None => break,
        }
    }
    joined.sort_unstable();
    let alone = groups.iter().enumerate().filter(|(place, _)| !joined.contains(place));
    let mut coverage: Vec<Coverage> =
        alone.map(|(_, (name, people))| Coverage { groups: vec![name.clone()], people: *people }).collect();
    if !joined.is_empty() {
        let names = joined.iter().map(|place| groups[*place].0.clone()).collect();
        coverage.push(Coverage { groups: names, people: sum(&joined) });
    }
    coverage
}
