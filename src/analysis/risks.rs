//! How each risk stands: what the room said, what its answers prompt, and the colour from the framework's table.
//!
//! No colour and no limit is decided here: the table is the framework's.

use super::{FeatureState, State, reading};
use crate::catalogue::Message;
use crate::framework::{Framework, Id, Rag, Rating, Risk};
use crate::session::{Concern, Session, Verdict};

/// The words beside an impact, lowest first.
pub(crate) const IMPACT: [Message; 5] =
    [Message("Slight"), Message("Minor"), Message("Moderate"), Message("Major"), Message("Severe")];

/// The words beside a likelihood, lowest first.
pub(crate) const LIKELIHOOD: [Message; 5] =
    [Message("Remote"), Message("Unlikely"), Message("Possible"), Message("Likely"), Message("Expected")];

/// Likelihoods this far apart deserve the question.
const FAR_APART: u8 = 2;

#[derive(Clone, Debug)]
pub struct RiskReading<'framework> {
    pub risk: &'framework Risk,
    pub concern: Concern,
    /// What its answers prompt; there for every risk, whatever the room said of it.
    pub prompt: Prompt,
    /// Red, amber or green; `None` without an impact.
    pub rag: Option<Rag>,
}

impl<'framework> RiskReading<'framework> {
    pub fn of(framework: &'framework Framework, session: &Session, risk: &'framework Risk) -> Self {
        let concern = session.risk(&risk.id).concern;
        let prompt = prompted(framework, session, risk);
        let rag = match concern {
            Concern::HappeningNow { impact } => impact.and_then(|impact| framework.rag.of_issue(impact)),
            Concern::CouldHappen { likelihood, impact } => {
                impact.and_then(|impact| framework.rag.of_risk(likelihood.unwrap_or(prompt.likelihood), impact))
            }
            Concern::NotDiscussed | Concern::NotAConcern => None,
        };
        Self { risk, concern, prompt, rag }
    }

    pub fn all(framework: &'framework Framework, session: &Session) -> Vec<Self> {
        framework.risks.iter().map(|risk| Self::of(framework, session, risk)).collect()
    }

    /// The likelihood that counts for a risk that could happen: the room's own, or else the prompted one.
    pub fn likelihood(&self) -> Option<Rating> {
        match self.concern {
            Concern::CouldHappen { likelihood, .. } => Some(likelihood.unwrap_or(self.prompt.likelihood)),
            Concern::NotDiscussed | Concern::HappeningNow { .. } | Concern::NotAConcern => None,
        }
    }

    /// Whether the room's own likelihood is so far from the prompted one that the room should say why.
    pub fn is_far_from_prompted(&self) -> bool {
        let prompted = self.prompt.likelihood.number();
        self.concern.likelihood().is_some_and(|own| own.number().abs_diff(prompted) >= FAR_APART)
    }
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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// 1 with no signals, one more for each that counts, 5 at most.
    pub likelihood: Rating,
    /// What led to it: features in the framework's order, then the worst of the paired assumptions.
    pub signals: Vec<Signal>,
    /// Linked features and paired assumptions that were not discussed. They are no signals: silence prompts nothing,
    /// but a room should know how little a low likelihood rests on.
    pub not_discussed: Vec<Id>,
}

/// One reason to expect a risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// A linked feature that is weak, suspected weak or contested; counts 1.
    Feature { id: Id, label: String, state: State },
    /// The worst of the paired assumptions: counts 1 if it partly holds or is not known, 2 if it does not hold.
    Assumption { id: Id, label: String, verdict: Verdict },
}

impl Signal {
    /// The item it comes from.
    pub fn id(&self) -> &Id {
        match self {
            Self::Feature { id, .. } | Self::Assumption { id, .. } => id,
        }
    }

    /// How much it counts, 1 or 2.
    pub fn count(&self) -> usize {
        match self {
            Self::Feature { .. } => 1,
            Self::Assumption { verdict, .. } => severity(*verdict),
        }
    }
}

/// How much an assumption counts towards a likelihood. Not discussed is no signal.
fn severity(verdict: Verdict) -> usize {
    match verdict {
        Verdict::NotDiscussed | Verdict::Holds => 0,
        Verdict::Partly | Verdict::DontKnow => 1,
        Verdict::DoesNotHold => 2,
    }
}

/// The likelihood that the room's answers prompt for a risk. The room's own stands beside it and counts before it.
pub fn prompted(framework: &Framework, session: &Session, risk: &Risk) -> Prompt {
    let label = |id: &Id| framework.item(id).map_or(String::new(), |item| item.label().to_owned());
    let (mut signals, mut not_discussed) = (Vec::new(), Vec::new());
    for id in &risk.features {
        match reading_of(framework, session, id).map(|reading| reading.state) {
            Some(state) if state.is_weak() || state == State::Contested => {
                signals.push(Signal::Feature { id: id.clone(), label: label(id), state });
            }
            Some(State::NotDiscussed) => not_discussed.push(id.clone()),
            _ => {}
        }
    }
    let verdict = |id: &Id| session.assumption(id).verdict;
    let silent = |id: &&Id| verdict(id) == Verdict::NotDiscussed;
    not_discussed.extend(risk.assumptions.iter().filter(silent).cloned());
    // From the back, so that the first of equals is named.
    if let Some(worst) = risk.assumptions.iter().rev().max_by_key(|id| severity(verdict(id)))
        && severity(verdict(worst)) > 0
    {
        signals.push(Signal::Assumption { id: worst.clone(), label: label(worst), verdict: verdict(worst) });
    }
    let count: usize = signals.iter().map(Signal::count).sum();
    let likelihood = Rating::ALL.get(count).copied().unwrap_or(Rating::Five);
    Prompt { likelihood, signals, not_discussed }
}

fn reading_of(framework: &Framework, session: &Session, id: &Id) -> Option<FeatureState> {
    let (_, stage, _) = framework.feature(id)?;
    Some(reading(session, stage, id))
}
