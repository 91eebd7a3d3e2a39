//! Whose voice is missing: items that speak of people of whom nobody is in the room.
//!
//! The items say themselves whom they need; nothing here names one. A warning stops nobody from rating.

use crate::framework::{Feature, Framework, Id, Level, Risk};
use crate::session::{Register, UNSORTED};

/// A voice that is missing, or why nobody can say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AbsentVoice {
    /// The register holds nobody who is present.
    NobodyRegistered,
    /// Nobody's sector was said, and some item needs one.
    SectorsNotSaid,
    /// Nobody's level was said, and some item needs both.
    LevelsNotSaid,
    /// An item needs somebody of these sectors, and nobody of any is present.
    Sectors { item: Id, sectors: Vec<String> },
    /// An item takes a rating for a level of which nobody is present.
    Level { item: Id, level: Level },
}

impl AbsentVoice {
    /// The feature or risk it is about; `None` where it is about the register.
    pub fn item(&self) -> Option<&Id> {
        match self {
            Self::NobodyRegistered | Self::SectorsNotSaid | Self::LevelsNotSaid => None,
            Self::Sectors { item, .. } | Self::Level { item, .. } => Some(item),
        }
    }

    /// Whether a feature's rating rests on what this says is missing.
    pub(crate) fn is_about(&self, feature: &Feature) -> bool {
        match self {
            Self::NobodyRegistered => feature.levels || !feature.voices.is_empty(),
            Self::SectorsNotSaid => !feature.voices.is_empty(),
            Self::LevelsNotSaid => feature.levels,
            Self::Sectors { item, .. } | Self::Level { item, .. } => *item == feature.id,
        }
    }

    /// Whether what is said on a risk rests on what this says is missing.
    pub(crate) fn is_about_risk(&self, risk: &Risk) -> bool {
        match self {
            Self::NobodyRegistered | Self::SectorsNotSaid => !risk.voices.is_empty(),
            Self::LevelsNotSaid => false,
            Self::Sectors { item, .. } | Self::Level { item, .. } => *item == risk.id,
        }
    }
}

/// The voices that are missing: what is said of the register first, then features and risks in their order.
///
/// Those who sent apologies or stayed away are missing. A sector or level is judged only when at least one person's
/// was said; otherwise one warning says that none was.
pub fn absent_voices(framework: &Framework, register: &Register) -> Vec<AbsentVoice> {
    let features = || framework.features().map(|(_, _, feature)| feature);
    let needs = features()
        .map(|feature| (&feature.id, &feature.voices))
        .chain(framework.risks.iter().map(|risk| (&risk.id, &risk.voices)));
    let needs: Vec<_> = needs.filter(|(_, voices)| !voices.is_empty()).collect();
    let needs_levels = features().any(|feature| feature.levels);
    if needs.is_empty() && !needs_levels {
        return Vec::new();
    }
    if register.people() == 0 {
        return vec![AbsentVoice::NobodyRegistered];
    }
    let sectors_said = register.present().any(|group| group.sector != UNSORTED);
    let levels_said = register.present().any(|group| group.level.is_some());
    let mut absent = Vec::new();
    if !needs.is_empty() && !sectors_said {
        absent.push(AbsentVoice::SectorsNotSaid);
    }
    if needs_levels && !levels_said {
        absent.push(AbsentVoice::LevelsNotSaid);
    }
    if levels_said {
        for feature in features().filter(|feature| feature.levels) {
            let missing = Level::ALL.into_iter().filter(|level| register.count_at(Some(*level)) == 0);
            absent.extend(missing.map(|level| AbsentVoice::Level { item: feature.id.clone(), level }));
        }
    }
    if sectors_said {
        for (item, voices) in needs.iter().filter(|(_, voices)| voices.iter().all(|id| register.count(id) == 0)) {
            let sectors = voices.iter().map(|id| register.name_of(id).to_owned()).collect();
            absent.push(AbsentVoice::Sectors { item: (*item).clone(), sectors });
        }
    }
    let order: Vec<&Id> =
        features().map(|feature| &feature.id).chain(framework.risks.iter().map(|risk| &risk.id)).collect();
    absent.sort_by_key(|warning| warning.item().map(|item| order.iter().position(|id| *id == item)));
    absent
}
