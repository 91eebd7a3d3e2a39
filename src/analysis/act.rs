//! Where to act: what needs the room first, in one total order, each on its ground.
//!
//! The order compares items of one session; it is no score, and nothing here compares partnerships.

use super::gates::gate_fails;
use super::{HeatMap, RiskReading, State};
use crate::framework::{Framework, Item, Rag};
use crate::session::Session;
use std::cmp::Reverse;

/// How many to show of where to act.
pub(crate) const TOP_TO_ACT: usize = 5;

/// Why an item is in the list; the order of the list is the order of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// A gate assumption that does not hold.
    FailedGate,
    /// A risk that is happening, red by its impact.
    RedIssue,
    /// A risk that could happen, red by likelihood and impact.
    RedRisk,
    /// A contested feature on which somebody put a dot.
    ContestedWithDots,
    /// A weakness in the first stage of the chain that has one.
    EarliestWeakness,
    /// A weakness further down.
    LaterWeakness,
    /// A blind spot, or a low or high rating on low confidence.
    NeedsEvidence,
}

impl Ground {
    /// The name in JSON and tables; part of the command line's contract.
    pub fn key(self) -> &'static str {
        match self {
            Self::FailedGate => "failed_gate",
            Self::RedIssue => "red_issue",
            Self::RedRisk => "red_risk",
            Self::ContestedWithDots => "contested_with_dots",
            Self::EarliestWeakness => "earliest_weakness",
            Self::LaterWeakness => "later_weakness",
            Self::NeedsEvidence => "needs_evidence",
        }
    }
}

#[derive(Clone, Debug)]
pub struct ToAct<'framework> {
    pub item: Item<'framework>,
    pub ground: Ground,
    pub dots: u16,
}

/// Every place to act, first things first: by ground, then by dots, then in the framework's order.
///
/// Screens show the first `TOP_TO_ACT`. A contested feature without dots is not among them: it is on the list of
/// split views, and dots are how a room says that a disagreement matters.
pub fn where_to_act<'framework>(framework: &'framework Framework, session: &Session) -> Vec<ToAct<'framework>> {
    let map = HeatMap::of(framework, session);
    let earliest = map.rows.iter().position(|row| row.strip.counts.get(State::Weakness) > 0);
    let place = |item: Item<'framework>| {
        let dots = session.dots_on(item.id());
        let ground = match item {
            Item::Assumption(assumption) => gate_fails(session, assumption).then_some(Ground::FailedGate)?,
            Item::Risk(risk) => {
                let risk = RiskReading::of(framework, session, risk);
                let ground = if risk.likelihood().is_some() { Ground::RedRisk } else { Ground::RedIssue };
                (risk.rag == Some(Rag::Red)).then_some(ground)?
            }
            Item::Feature(cell, ..) => match map.at(cell)?.state {
                State::Contested if dots > 0 => Ground::ContestedWithDots,
                State::Weakness if earliest == Some(cell.row) => Ground::EarliestWeakness,
                State::Weakness => Ground::LaterWeakness,
                State::BlindSpot | State::SuspectedWeakness | State::UntestedStrength => Ground::NeedsEvidence,
                _ => return None,
            },
            Item::Influence(_) => return None,
        };
        Some(ToAct { item, ground, dots })
    };
    let mut places: Vec<_> = framework.items().filter_map(place).collect();
    // The sort is stable, so that equals keep the framework's order.
    places.sort_by_key(|one| (one.ground, Reverse(one.dots)));
    places
}
