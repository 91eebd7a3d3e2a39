//! Links, assumptions, influencing factors and risks that stand otherwise than last time.
//!
//! What did not change is not listed; the colour of a risk is the framework's table's.

use super::ThenNow;
use crate::analysis::{LinkReading, LinkReason, LinkState, RiskReading, links as read_links};
use crate::framework::{Assumption, Framework, Influence, Link, Rag, Rating, Risk, Stage};
use crate::session::{Bearing, Concern, Session, Verdict};

/// A link that stands otherwise.
#[derive(Clone, Debug)]
pub struct LinkChange<'all> {
    pub link: &'all Link,
    pub from: &'all Stage,
    pub to: &'all Stage,
    pub states: ThenNow<LinkState>,
    /// Whether results were claimed that the chain cannot explain.
    pub leaps: ThenNow<bool>,
    /// Why it stands as it does now.
    pub reasons: Vec<LinkReason>,
}

/// An assumption that is answered otherwise.
#[derive(Clone, Debug)]
pub struct AssumptionChange<'all> {
    pub assumption: &'all Assumption,
    pub verdicts: ThenNow<Verdict>,
}

/// An influencing factor that is answered otherwise.
#[derive(Clone, Debug)]
pub struct InfluenceChange<'all> {
    pub influence: &'all Influence,
    pub bearings: ThenNow<Bearing>,
}

/// A risk that stands otherwise.
#[derive(Clone, Debug)]
pub struct RiskChange<'all> {
    pub risk: &'all Risk,
    pub stands: ThenNow<RiskStand>,
}

/// How a risk stands, as far as two sessions are compared by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskStand {
    pub concern: Concern,
    /// The likelihood that counts, of a risk that could happen.
    pub likelihood: Option<Rating>,
    /// The colour; `None` without an impact.
    pub rag: Option<Rag>,
}

impl RiskStand {
    pub fn of(reading: &RiskReading<'_>) -> Self {
        Self { concern: reading.concern, likelihood: reading.likelihood(), rag: reading.rag }
    }
}

pub(super) fn links<'all>(framework: &'all Framework, then: &Session, now: &Session) -> Vec<LinkChange<'all>> {
    let pairs = read_links(framework, then).into_iter().zip(read_links(framework, now));
    let change = |(then, now): (LinkReading<'all>, LinkReading<'all>)| {
        let states = ThenNow { then: then.state, now: now.state };
        let leaps = ThenNow { then: then.leap.is_some(), now: now.leap.is_some() };
        (states.differs() || leaps.differs()).then_some(LinkChange {
            link: now.link,
            from: now.from,
            to: now.to,
            states,
            leaps,
            reasons: now.reasons,
        })
    };
    pairs.filter_map(change).collect()
}

pub(super) fn assumptions<'all>(
    framework: &'all Framework,
    then: &Session,
    now: &Session,
) -> Vec<AssumptionChange<'all>> {
    let change = |assumption: &'all Assumption| {
        let verdicts = ThenNow::read(then, now, |session| session.assumption(&assumption.id).verdict);
        verdicts.differs().then_some(AssumptionChange { assumption, verdicts })
    };
    framework.assumptions.iter().filter_map(change).collect()
}

pub(super) fn influences<'all>(
    framework: &'all Framework,
    then: &Session,
    now: &Session,
) -> Vec<InfluenceChange<'all>> {
    let change = |influence: &'all Influence| {
        let bearings = ThenNow::read(then, now, |session| session.influence(&influence.id).bearing);
        bearings.differs().then_some(InfluenceChange { influence, bearings })
    };
    framework.influences.iter().filter_map(change).collect()
}

pub(super) fn risks<'all>(framework: &'all Framework, then: &Session, now: &Session) -> Vec<RiskChange<'all>> {
    let change = |risk: &'all Risk| {
        let stands = ThenNow::read(then, now, |session| RiskStand::of(&RiskReading::of(framework, session, risk)));
        stands.differs().then_some(RiskChange { risk, stands })
    };
    framework.risks.iter().filter_map(change).collect()
}
