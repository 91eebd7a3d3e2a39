//! How each risk stands: what the room said, what its answers prompt, and the colour from the framework's table.
//!
//! No colour and no limit is decided here: the table is the framework's.

use super::{Prompt, prompted};
use crate::catalogue::Message;
use crate::framework::{Framework, Rag, Rating, Risk};
use crate::session::{Concern, Session};

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
