//! The walk: the order in which a workshop meets title cards and features.
//!
//! A feature that takes both levels is two steps, so that "next" never skips the second rating.

use super::{Framework, Id, Level};
use serde::{Deserialize, Serialize};

/// One stop of the walk.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// The title card of a stage.
    Stage(Id),
    /// A feature that takes one rating.
    Feature(Id),
    /// One level of a feature that takes two ratings.
    Level(Id, Level),
}

impl Step {
    /// The feature that is rated here, if any.
    #[must_use]
    pub fn feature(&self) -> Option<&Id> {
        match self {
            Self::Stage(_) => None,
            Self::Feature(id) | Self::Level(id, _) => Some(id),
        }
    }

    /// The level that is rated here, where the feature takes both.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Level(_, level) => Some(*level),
            Self::Stage(_) | Self::Feature(_) => None,
        }
    }
}

impl Framework {
    /// Every stop of the walk, in order.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for stage in &self.stages {
            steps.push(Step::Stage(stage.id.clone()));
            for feature in &stage.features {
                if feature.levels {
                    steps.extend(Level::ALL.map(|level| Step::Level(feature.id.clone(), level)));
                } else {
                    steps.push(Step::Feature(feature.id.clone()));
                }
            }
        }
        steps
    }

    /// The first step at which a feature is rated.
    #[must_use]
    pub fn step_of(&self, feature: &Id) -> Option<Step> {
        self.steps().into_iter().find(|step| step.feature() == Some(feature))
    }

    /// The stage a step belongs to: its place in the chain, from 0.
    #[must_use]
    pub fn stage_of(&self, step: &Step) -> Option<usize> {
        match step {
            Step::Stage(id) => self.stage(id).map(|(row, _)| row),
            Step::Feature(id) | Step::Level(id, _) => self.feature(id).map(|(cell, _, _)| cell.row),
        }
    }
}
