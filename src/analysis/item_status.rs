//! How any item stands in one session: one word for features, assumptions, influencing factors and risks alike.
//!
//! Lines over years and counts over partnerships are made of these; nothing in here can be added up to a score.

use super::{FeatureState, RiskReading, RiskStand, State, reading};
use crate::framework::{Framework, Item};
use crate::session::{Bearing, RiskStatus, Session, Verdict};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemStatus {
    /// A feature, by the rules of the heat map.
    Feature(FeatureState),
    Assumption(Verdict),
    Influence(Bearing),
    Risk(RiskStand),
}

/// A stand without its numbers: what sessions are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    State(State),
    Verdict(Verdict),
    Bearing(Bearing),
    Risk(RiskStatus),
}

impl ItemStatus {
    pub fn of(framework: &Framework, session: &Session, item: Item<'_>) -> Self {
        match item {
            Item::Feature(_, stage, feature) => Self::Feature(reading(session, stage, &feature.id)),
            Item::Assumption(assumption) => Self::Assumption(session.assumption(&assumption.id).verdict),
            Item::Influence(influence) => Self::Influence(session.influence(&influence.id).bearing),
            Item::Risk(risk) => Self::Risk(RiskStand::of(&RiskReading::of(framework, session, risk))),
        }
    }

    /// The stand without its numbers.
    pub fn category(&self) -> Category {
        match self {
            Self::Feature(reading) => Category::State(reading.state),
            Self::Assumption(verdict) => Category::Verdict(*verdict),
            Self::Influence(bearing) => Category::Bearing(*bearing),
            Self::Risk(stand) => Category::Risk(stand.concern.status()),
        }
    }

    /// Whether nothing was said.
    pub fn is_blank(&self) -> bool {
        matches!(
            self.category(),
            Category::State(State::NotDiscussed)
                | Category::Verdict(Verdict::NotDiscussed)
                | Category::Bearing(Bearing::NotDiscussed)
                | Category::Risk(RiskStatus::NotDiscussed)
        )
    }

    /// The stand as short as a line of cells needs it: a feature's mark, otherwise a word or two.
    pub fn mark(&self) -> String {
        match self {
            Self::Feature(reading) => reading.mark(),
            _ if self.is_blank() => "·".into(),
            Self::Assumption(_) | Self::Influence(_) => self.category().label().into(),
            Self::Risk(stand) => match stand.rag {
                Some(rag) => format!("{}, {}", self.category().label(), rag.label()),
                None => self.category().label().into(),
            },
        }
    }
}

impl Category {
    /// Every category of an item, in the order in which counts are shown; "not discussed" comes last.
    pub fn all(item: Item<'_>) -> Vec<Self> {
        match item {
            Item::Feature(..) => State::ALL.into_iter().map(Self::State).collect(),
            Item::Assumption(_) => Verdict::ALL.into_iter().chain([Verdict::NotDiscussed]).map(Self::Verdict).collect(),
            Item::Influence(_) => Bearing::ALL.into_iter().chain([Bearing::NotDiscussed]).map(Self::Bearing).collect(),
            Item::Risk(_) => RiskStatus::ALL.into_iter().chain([RiskStatus::NotDiscussed]).map(Self::Risk).collect(),
        }
    }

    /// The name in JSON and tables; part of the command line's contract.
    pub fn key(self) -> &'static str {
        match self {
            Self::State(state) => state.key(),
            Self::Verdict(verdict) => verdict.key(),
            Self::Bearing(bearing) => bearing.key(),
            Self::Risk(status) => status.key(),
        }
    }

    /// The words on screen, without a capital.
    pub fn label(self) -> &'static str {
        match self {
            Self::State(state) => state.label(),
            Self::Verdict(verdict) => verdict.label(),
            Self::Bearing(bearing) => bearing.label(),
            Self::Risk(status) => status.label(),
        }
    }

    /// Whether it speaks of trouble: weak, contested or blind; an assumption that does not hold or that nobody knows;
    /// a factor that hinders; a risk that is happening.
    pub fn is_trouble(self) -> bool {
        match self {
            Self::State(state) => state.is_at_risk(),
            Self::Verdict(verdict) => matches!(verdict, Verdict::DoesNotHold | Verdict::DontKnow),
            Self::Bearing(bearing) => matches!(bearing, Bearing::Hinders),
            Self::Risk(status) => matches!(status, RiskStatus::HappeningNow),
        }
    }
}
