//! The walk: the order in which a workshop meets title cards and the items behind them.
//!
//! A feature that takes both levels is two steps, so that "next" never skips the second rating.

use super::{Framework, Id, Item, Leg, Level, Section};
use serde::{Deserialize, Serialize};

/// One stop of the walk. Session files hold it: a name once written keeps its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// The title card of a stage.
    Stage(Id),
    /// A feature that takes one rating.
    Feature(Id),
    /// One level of a feature that takes two ratings.
    Level(Id, Level),
    /// The title card of a section beside the chain.
    Section(Section),
    Assumption(Id),
    Influence(Id),
    Risk(Id),
}

impl Step {
    pub fn feature(&self) -> Option<&Id> {
        match self {
            Self::Feature(id) | Self::Level(id, _) => Some(id),
            _ => None,
        }
    }

    /// The item that is talked about here, of whatever kind; none on a title card.
    pub fn item(&self) -> Option<&Id> {
        match self {
            Self::Stage(_) | Self::Section(_) => None,
            Self::Feature(id) | Self::Level(id, _) | Self::Assumption(id) | Self::Influence(id) | Self::Risk(id) => {
                Some(id)
            }
        }
    }

    /// The level that is rated here, where the feature takes both.
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Level(_, level) => Some(*level),
            _ => None,
        }
    }

    /// Whether it is a title card.
    pub(crate) fn is_card(&self) -> bool {
        self.item().is_none()
    }
}

impl Framework {
    /// Every stop of the walk, in order.
    pub fn steps(&self) -> Vec<Step> {
        self.legs().into_iter().flat_map(|leg| self.steps_in(leg)).collect()
    }

    /// The stops of one leg: its title card, then its items.
    fn steps_in(&self, leg: Leg) -> Vec<Step> {
        let mut steps = Vec::new();
        match leg {
            Leg::Stage(row) => {
                let Some(stage) = self.stages.get(row) else { return steps };
                steps.push(Step::Stage(stage.id.clone()));
                for feature in &stage.features {
                    if feature.levels {
                        steps.extend(Level::ALL.map(|level| Step::Level(feature.id.clone(), level)));
                    } else {
                        steps.push(Step::Feature(feature.id.clone()));
                    }
                }
            }
            Leg::Section(section) => {
                steps.push(Step::Section(section));
                steps.extend(self.items_in(section).into_iter().filter_map(|item| match item {
                    Item::Feature(..) => None,
                    Item::Assumption(one) => Some(Step::Assumption(one.id.clone())),
                    Item::Influence(one) => Some(Step::Influence(one.id.clone())),
                    Item::Risk(one) => Some(Step::Risk(one.id.clone())),
                }));
            }
        }
        steps
    }

    /// The first step at which an item of any kind is talked about.
    pub(crate) fn step_of(&self, item: &Id) -> Option<Step> {
        self.steps().into_iter().find(|step| step.item() == Some(item))
    }

    /// The stage a step belongs to: its place in the chain, from 0. None beside the chain.
    pub(crate) fn stage_of(&self, step: &Step) -> Option<usize> {
        match step {
            Step::Stage(id) => self.stage(id).map(|(row, _)| row),
            Step::Feature(id) | Step::Level(id, _) => self.feature(id).map(|(cell, _, _)| cell.row),
            Step::Section(_) | Step::Assumption(_) | Step::Influence(_) | Step::Risk(_) => None,
        }
    }

    /// The leg of the walk a step belongs to; none for a step that this framework does not have.
    pub(crate) fn leg_of(&self, step: &Step) -> Option<Leg> {
        match step {
            Step::Stage(_) | Step::Feature(_) | Step::Level(..) => self.stage_of(step).map(Leg::Stage),
            Step::Section(section) => (!self.items_in(*section).is_empty()).then_some(Leg::Section(*section)),
            Step::Assumption(id) => {
                self.assumption(id).map(|one| Leg::Section(if one.gate { Section::Gate } else { Section::Conditions }))
            }
            Step::Influence(id) => self.influence(id).map(|_| Leg::Section(Section::Influences)),
            Step::Risk(id) => self.risk(id).map(|_| Leg::Section(Section::Risks)),
        }
    }
}
