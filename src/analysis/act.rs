//! Where to act and what to protect: what needs the room first, in one total order, each on its ground; and with which
//! first lines an action may begin.
//!
//! The order compares items of one session; it is no score, and nothing here compares partnerships.

use super::{HeatMap, RatedItem, RiskReading, State};
use crate::framework::{Assumption, Framework, Id, Item, Rag, Risk, Starter};
use crate::session::{Session, Verdict};
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

/// How many to show of what to protect.
pub(crate) const TOP_TO_PROTECT: usize = 3;

#[derive(Clone, Debug)]
pub struct ToProtect<'framework> {
    pub standing: RatedItem<'framework>,
    pub dots: u16,
}

/// Every strength on evidence: by dots, then 5 before 4, then in the order of the chain. Screens show the first `TOP_TO_PROTECT`.
pub fn to_protect<'framework>(framework: &'framework Framework, session: &Session) -> Vec<ToProtect<'framework>> {
    let map = HeatMap::of(framework, session);
    let strength = |(cell, stage, feature)| {
        let reading = *map.at(cell)?;
        (reading.state == State::Strength).then_some(RatedItem { cell, stage, feature, reading })
    };
    let placed = |standing: RatedItem<'framework>| ToProtect { standing, dots: session.dots_on(&standing.feature.id) };
    let mut strengths: Vec<_> = framework.features().filter_map(strength).map(placed).collect();
    strengths.sort_by_key(|one| (Reverse(one.dots), Reverse(one.standing.reading.rating)));
    strengths
}

/// The gate assumptions that do not hold, in order. Partly, not known and not discussed are no failure; a
/// failing one blocks nothing, as going on is for the room.
pub fn failed_gates<'framework>(framework: &'framework Framework, session: &Session) -> Vec<&'framework Assumption> {
    framework.assumptions.iter().filter(|assumption| gate_fails(session, assumption)).collect()
}

/// Whether an assumption is a gate and does not hold.
pub(super) fn gate_fails(session: &Session, assumption: &Assumption) -> bool {
    assumption.gate && session.assumption(&assumption.id).verdict == Verdict::DoesNotHold
}

#[derive(Clone, Copy, Debug)]
pub struct Offer<'framework> {
    pub starter: &'framework Starter,
    /// The risk that offers it, where the item has it from a risk.
    pub through: Option<&'framework Risk>,
}

/// The starters for an item, each once: a risk's own; a feature's own and those of the risks it feeds; those of
/// the risks that an assumption keeps away. Influencing factors have none.
pub fn starters<'framework>(framework: &'framework Framework, item: Item<'framework>) -> Vec<Offer<'framework>> {
    let mut offers: Vec<Offer<'framework>> = Vec::new();
    let mut offer = |ids: &[Id], through: Option<&'framework Risk>| {
        for starter in ids.iter().filter_map(|id| framework.starter(id)) {
            if !offers.iter().any(|known| known.starter.id == starter.id) {
                offers.push(Offer { starter, through });
            }
        }
    };
    match item {
        Item::Risk(risk) => offer(&risk.offers, None),
        Item::Feature(_, _, feature) => {
            offer(&feature.offers, None);
            for risk in framework.risks.iter().filter(|risk| risk.features.contains(&feature.id)) {
                offer(&risk.offers, Some(risk));
            }
        }
        Item::Assumption(assumption) => {
            for risk in framework.risks.iter().filter(|risk| risk.assumptions.contains(&assumption.id)) {
                offer(&risk.offers, Some(risk));
            }
        }
        Item::Influence(_) => {}
    }
    offers
}
