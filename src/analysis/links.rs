//! The links between stages: whether one leads to the next, and where results outrun what should explain them.
//!
//! The first rule that matches wins. A link of which nothing is known claims nothing.

use super::{HeatMap, Median, StageSummary, State};
use crate::framework::{Framework, Id, Link, Stage, names};
use crate::session::{Session, Verdict};

names! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum LinkState;
    /// Nothing speaks against it, but nothing is rated upstream either, so there is nothing that could lead anywhere.
    NotYetKnown: "not_yet_known", "not yet known";
    /// A linked assumption does not hold, or the upstream median is 2 or less.
    Broken: "broken", "broken";
    /// A linked assumption partly holds or is not known, or a third or more of what is upstream is a blind spot.
    NotSure: "not_sure", "not sure";
    /// The upstream stage is rated, and none of the above.
    LeadsTo: "leads_to", "leads to";
}

/// How one link stands, and why.
#[derive(Clone, Debug)]
pub struct LinkReading<'framework> {
    pub link: &'framework Link,
    pub from: &'framework Stage,
    pub to: &'framework Stage,
    pub state: LinkState,
    /// Why it stands so; assumptions in the framework's order first. Never empty.
    pub reasons: Vec<LinkReason>,
    /// Whether results are claimed downstream that the chain cannot explain; stands beside any state.
    pub leap: Option<Leap>,
}

/// Why a link stands as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkReason {
    Assumption {
        id: Id,
        label: String,
        verdict: Verdict,
    },
    /// The upstream median, with the stage's label.
    Median(String, Median),
    /// How many of the relevant upstream features are blind spots, with the stage's label.
    BlindSpots(String, u16, u16),
    /// Nothing is rated in the upstream stage, with its label.
    NothingRated(String),
}

/// A downstream median that exceeds the upstream one by two or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leap {
    pub from: Median,
    pub to: Median,
}

/// A median this low or lower, in halves, breaks what rests on it.
const BROKEN_HALVES: u8 = 4;

/// Medians this far apart, in halves, are a leap.
const LEAP_HALVES: u8 = 4;

pub fn links<'framework>(framework: &'framework Framework, session: &Session) -> Vec<LinkReading<'framework>> {
    let map = HeatMap::of(framework, session);
    let read = |link: &'framework Link| {
        let (above, from) = framework.stage(&link.from)?;
        let (below, to) = framework.stage(&link.to)?;
        let (above, below) = (&map.rows.get(above)?.strip, &map.rows.get(below)?.strip);
        let (state, reasons) = judge(framework, link, from, above, session);
        Some(LinkReading { link, from, to, state, reasons, leap: leap(above, below) })
    };
    framework.links.iter().filter_map(read).collect()
}

fn leap(above: &StageSummary, below: &StageSummary) -> Option<Leap> {
    let (from, to) = above.median.zip(below.median)?;
    (to.halves() >= from.halves() + LEAP_HALVES).then_some(Leap { from, to })
}

/// The first rule that matches, with every reason that matches it.
fn judge(
    framework: &Framework,
    link: &Link,
    from: &Stage,
    above: &StageSummary,
    session: &Session,
) -> (LinkState, Vec<LinkReason>) {
    let said = |wanted: &dyn Fn(Verdict) -> bool| -> Vec<LinkReason> {
        let verdicts = link.assumptions.iter().map(|id| (id, session.assumption(id).verdict));
        verdicts
            .filter(|(_, verdict)| wanted(*verdict))
            .map(|(id, verdict)| {
                let label = framework.assumption(id).map_or(String::new(), |one| one.label.clone());
                LinkReason::Assumption { id: id.clone(), label, verdict }
            })
            .collect()
    };
    let median = above.median.map(|median| LinkReason::Median(from.label.clone(), median));

    let mut broken = said(&|verdict| verdict == Verdict::DoesNotHold);
    if above.median.is_some_and(|median| median.halves() <= BROKEN_HALVES) {
        broken.extend(median.clone());
    }
    if !broken.is_empty() {
        return (LinkState::Broken, broken);
    }
    let mut unsure = said(&|verdict| matches!(verdict, Verdict::Partly | Verdict::DontKnow));
    let blind = above.counts.get(State::BlindSpot);
    let relevant = above.counts.sum(|state| state != State::NotRelevant);
    if blind > 0 && blind * 3 >= relevant {
        unsure.push(LinkReason::BlindSpots(from.label.clone(), blind, relevant));
    }
    if !unsure.is_empty() {
        return (LinkState::NotSure, unsure);
    }
    // All that is left either holds or was not discussed; the room should see which.
    let mut rest = said(&|_| true);
    let state = if median.is_some() { LinkState::LeadsTo } else { LinkState::NotYetKnown };
    rest.push(median.unwrap_or_else(|| LinkReason::NothingRated(from.label.clone())));
    (state, rest)
}
