//! The sections of a workshop that lie beside the chain: the gate, the conditions, the influencing factors, the risks.
//!
//! Which items a section asks about and where it stands in the walk; what a room says on them is the session's.

use super::{AgendaPart, Framework, Id, Item, Step};
use serde::{Deserialize, Serialize};

/// A section beside the chain: items of one kind, asked one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Section {
    /// The assumptions asked before the chain.
    Gate,
    /// The assumptions asked after the chain.
    Conditions,
    Influences,
    Risks,
}

/// One leg of the walk, with a title card of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    /// A stage, by its place in the chain, from 0.
    Stage(usize),
    Section(Section),
}

impl Section {
    /// The sections in the order in which a workshop meets them, the chain between the first and the second.
    pub const ALL: [Self; 4] = [Self::Gate, Self::Conditions, Self::Influences, Self::Risks];

    /// The id under which the time on it is kept and planned. A stage with the same id would share its clock.
    pub fn id(self) -> Id {
        Id::from(match self {
            Self::Gate => "gate",
            Self::Conditions => "conditions",
            Self::Influences => "influences",
            Self::Risks => "risks",
        })
    }

    fn part(self) -> AgendaPart {
        match self {
            Self::Gate => AgendaPart::Gate,
            Self::Conditions => AgendaPart::Conditions,
            Self::Influences => AgendaPart::Influences,
            Self::Risks => AgendaPart::Risks,
        }
    }
}

impl AgendaPart {
    /// The section beside the chain that it is about; `None` for all other parts.
    pub(crate) fn section(&self) -> Option<Section> {
        Section::ALL.into_iter().find(|section| section.part() == *self)
    }

    /// The id under which the time on this part is kept; `None` for parts without a clock.
    pub(crate) fn clock(&self) -> Option<Id> {
        match self {
            Self::Stage(id) => Some(id.clone()),
            Self::Break => Some("break".into()),
            part => part.section().map(Section::id),
        }
    }
}

impl Framework {
    /// The items of a section, in order; empty where the framework has none.
    pub(crate) fn items_in(&self, section: Section) -> Vec<Item<'_>> {
        let assumptions = |gate: bool| self.assumptions.iter().filter(move |one| one.gate == gate);
        match section {
            Section::Gate => assumptions(true).map(Item::Assumption).collect(),
            Section::Conditions => assumptions(false).map(Item::Assumption).collect(),
            Section::Influences => self.influences.iter().map(Item::Influence).collect(),
            Section::Risks => self.risks.iter().map(Item::Risk).collect(),
        }
    }

    /// The name that the agenda gives a section, if it names it.
    pub(crate) fn section_title(&self, section: Section) -> Option<&str> {
        self.agenda.iter().find(|item| item.part == section.part()).map(|item| item.title.as_str())
    }

    /// The legs of the walk, in the agenda's order. What the agenda leaves out stands where it usually stands: the
    /// gate, the chain, the conditions, the influencing factors, the risks.
    pub fn legs(&self) -> Vec<Leg> {
        let beside = |section: Section| (!self.items_in(section).is_empty()).then_some(Leg::Section(section));
        let [gate, after @ ..] = Section::ALL;
        let chain = (0..self.stages.len()).map(Leg::Stage);
        let usual: Vec<Leg> =
            beside(gate).into_iter().chain(chain).chain(after.into_iter().filter_map(beside)).collect();
        let mut legs: Vec<Leg> = Vec::new();
        for leg in self.agenda.iter().filter_map(|item| self.leg(&item.part)) {
            if usual.contains(&leg) && !legs.contains(&leg) {
                legs.push(leg);
            }
        }
        for (place, leg) in usual.iter().enumerate() {
            if !legs.contains(leg) {
                let place_of = |one: &Leg| legs.iter().position(|known| known == one);
                let before = usual.iter().take(place).rev().find_map(place_of);
                legs.insert(before.map_or(0, |before| before + 1), *leg);
            }
        }
        legs
    }

    /// The leg that a part of the agenda is about.
    pub(crate) fn leg(&self, part: &AgendaPart) -> Option<Leg> {
        match part {
            AgendaPart::Stage(id) => self.stage(id).map(|(row, _)| Leg::Stage(row)),
            part => part.section().map(Leg::Section),
        }
    }

    /// The part of the agenda that a leg is, whether or not the agenda names it.
    pub(crate) fn part_of(&self, leg: Leg) -> Option<AgendaPart> {
        match leg {
            Leg::Stage(row) => self.stages.get(row).map(|stage| AgendaPart::Stage(stage.id.clone())),
            Leg::Section(section) => Some(section.part()),
        }
    }

    /// The title card of a part of the agenda; `None` for parts that are no leg of the walk.
    pub(crate) fn card_of(&self, part: &AgendaPart) -> Option<Step> {
        let leg = self.leg(part)?;
        self.steps().into_iter().find(|step| step.is_card() && self.leg_of(step) == Some(leg))
    }

    /// The id under which the time on a leg is kept and planned.
    pub fn clock_of(&self, leg: Leg) -> Option<Id> {
        match leg {
            Leg::Stage(row) => self.stages.get(row).map(|stage| stage.id.clone()),
            Leg::Section(section) => Some(section.id()),
        }
    }
}
