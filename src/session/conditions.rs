//! What was said beside the chain: whether an assumption holds and who sees it differently, whether an influencing
//! factor helps or hinders, and whether a risk is happening, could happen or is no concern.
//!
//! None of them is rated 1 to 5; what their answers do to links and colours is the analysis's business.

use super::change::{changed, kept};
use super::{Changed, Part, Refusal, Revealed, Session, StanceCounts, is_default};
use crate::framework::{Assumption, Id, Influence, Rating, Risk, names};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssumptionAnswer {
    pub verdict: Verdict,
    /// What was said, for everyone to read.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
    /// The facilitator's own; never projected, never exported.
    #[serde(skip_serializing_if = "is_default")]
    pub private_note: String,
    /// The statement of those who see it differently.
    #[serde(skip_serializing_if = "is_default")]
    pub dissent: String,
    /// What was voted, oldest first: two rounds at most. Votes inform, the room decides.
    #[serde(skip_serializing_if = "is_default")]
    pub rounds: Vec<Revealed<StanceCounts>>,
}

impl AssumptionAnswer {
    pub(crate) const BLANK: &'static Self = &Self {
        verdict: Verdict::NotDiscussed,
        note: String::new(),
        private_note: String::new(),
        dissent: String::new(),
        rounds: Vec::new(),
    };
}

names! {
    /// Whether an assumption holds here.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub enum Verdict, at first NotDiscussed: "not_discussed", "not discussed";
    Holds: "holds", "holds";
    Partly: "partly", "partly holds";
    DoesNotHold: "does_not_hold", "does not hold";
    DontKnow: "dont_know", "not known";
}

impl Session {
    /// What was said on an assumption; a blank answer where nothing was.
    pub fn assumption(&self, id: &Id) -> &AssumptionAnswer {
        self.assumptions.get(id).unwrap_or(AssumptionAnswer::BLANK)
    }

    /// Records whether an assumption holds.
    pub fn judge(&mut self, assumption: &Assumption, verdict: Verdict) -> Changed {
        let before = self.assumption(&assumption.id).verdict;
        let sentence = format!("{}, {} to {}", assumption.label, before.label(), verdict.label());
        self.change_assumption(&assumption.id, sentence, |answer| answer.verdict = verdict)
    }

    /// Replaces the note that everyone may read.
    pub fn note_assumption(&mut self, assumption: &Assumption, text: &str) -> Changed {
        let sentence = format!("{} note", assumption.label);
        self.change_assumption(&assumption.id, sentence, |answer| text.clone_into(&mut answer.note))
    }

    /// Replaces the facilitator's private note.
    pub fn note_assumption_privately(&mut self, assumption: &Assumption, text: &str) -> Changed {
        let sentence = format!("{} private note", assumption.label);
        self.change_assumption(&assumption.id, sentence, |answer| text.clone_into(&mut answer.private_note))
    }

    /// Replaces the statement of those who see it differently.
    pub fn dissent_from_assumption(&mut self, assumption: &Assumption, text: &str) -> Changed {
        let sentence = format!("{} dissent", assumption.label);
        self.change_assumption(&assumption.id, sentence, |answer| text.clone_into(&mut answer.dissent))
    }

    pub(super) fn change_assumption(
        &mut self,
        id: &Id,
        sentence: String,
        change: impl FnOnce(&mut AssumptionAnswer),
    ) -> Changed {
        let Some(answer) = changed(self.assumption(id), change) else { return Ok(None) };
        self.change(sentence, Part::Assumption(id.clone(), kept(answer)))
    }
}

/// Everything kept on one influencing factor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InfluenceAnswer {
    /// Whether it helps or hinders.
    pub bearing: Bearing,
    /// What was said, for everyone to read.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
}

impl InfluenceAnswer {
    pub(crate) const BLANK: &'static Self = &Self { bearing: Bearing::NotDiscussed, note: String::new() };
}

names! {
    /// What an influencing factor does here.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub enum Bearing, at first NotDiscussed: "not_discussed", "not discussed";
    Helps: "helps", "helps";
    Hinders: "hinders", "hinders";
    Both: "both", "helps and hinders";
    /// It does not apply to this partnership.
    NotRelevant: "not_relevant", "not relevant here";
}

impl Session {
    /// What was said on an influencing factor; a blank answer where nothing was.
    pub fn influence(&self, id: &Id) -> &InfluenceAnswer {
        self.influences.get(id).unwrap_or(InfluenceAnswer::BLANK)
    }

    /// Records whether a factor helps or hinders.
    pub fn weigh(&mut self, influence: &Influence, bearing: Bearing) -> Changed {
        let before = self.influence(&influence.id).bearing;
        let sentence = format!("{}, {} to {}", influence.label, before.label(), bearing.label());
        self.change_influence(&influence.id, sentence, |answer| answer.bearing = bearing)
    }

    /// Replaces the note that everyone may read.
    pub fn note_influence(&mut self, influence: &Influence, text: &str) -> Changed {
        let sentence = format!("{} note", influence.label);
        self.change_influence(&influence.id, sentence, |answer| text.clone_into(&mut answer.note))
    }

    fn change_influence(&mut self, id: &Id, sentence: String, change: impl FnOnce(&mut InfluenceAnswer)) -> Changed {
        let Some(answer) = changed(self.influence(id), change) else { return Ok(None) };
        self.change(sentence, Part::Influence(id.clone(), kept(answer)))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RiskAnswer {
    pub concern: Concern,
    /// What was said, for everyone to read.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
}

impl RiskAnswer {
    pub(crate) const BLANK: &'static Self = &Self { concern: Concern::NotDiscussed, note: String::new() };
}

/// Where the room puts a risk, with the numbers that belong there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Concern {
    #[default]
    NotDiscussed,
    /// It is happening: an issue.
    HappeningNow {
        /// How much it matters, 1 to 5.
        #[serde(default, skip_serializing_if = "is_default")]
        impact: Option<Rating>,
    },
    CouldHappen {
        /// The room's own view of how likely it is, 1 to 5; `None` leaves it to the likelihood that is prompted.
        #[serde(default, skip_serializing_if = "is_default")]
        likelihood: Option<Rating>,
        /// How much it would matter, 1 to 5.
        #[serde(default, skip_serializing_if = "is_default")]
        impact: Option<Rating>,
    },
    NotAConcern,
}

names! {
    /// Where the room puts a risk, without numbers: the answers to choose from.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum RiskStatus, at first NotDiscussed: "not_discussed", "not discussed";
    /// It is happening: an issue.
    HappeningNow: "happening_now", "happening now";
    CouldHappen: "could_happen", "could happen";
    NotAConcern: "not_a_concern", "not a concern";
}

impl Concern {
    pub fn status(self) -> RiskStatus {
        match self {
            Self::NotDiscussed => RiskStatus::NotDiscussed,
            Self::HappeningNow { .. } => RiskStatus::HappeningNow,
            Self::CouldHappen { .. } => RiskStatus::CouldHappen,
            Self::NotAConcern => RiskStatus::NotAConcern,
        }
    }

    /// How much it matters or would matter, where that was said.
    pub fn impact(self) -> Option<Rating> {
        match self {
            Self::HappeningNow { impact } | Self::CouldHappen { impact, .. } => impact,
            Self::NotDiscussed | Self::NotAConcern => None,
        }
    }

    /// The room's own view of how likely it is, where it gave one.
    pub fn likelihood(self) -> Option<Rating> {
        match self {
            Self::CouldHappen { likelihood, .. } => likelihood,
            Self::NotDiscussed | Self::HappeningNow { .. } | Self::NotAConcern => None,
        }
    }

    /// The same risk put elsewhere. An impact goes with it between "happening now" and "could happen"; a likelihood
    /// ends when the risk is happening, and both end when it is no concern (undo brings them back).
    fn moved_to(self, status: RiskStatus) -> Self {
        match status {
            _ if status == self.status() => self,
            RiskStatus::NotDiscussed => Self::NotDiscussed,
            RiskStatus::HappeningNow => Self::HappeningNow { impact: self.impact() },
            RiskStatus::CouldHappen => Self::CouldHappen { likelihood: None, impact: self.impact() },
            RiskStatus::NotAConcern => Self::NotAConcern,
        }
    }
}

impl Session {
    /// What was said on a risk; a blank answer where nothing was.
    pub fn risk(&self, id: &Id) -> &RiskAnswer {
        self.risks.get(id).unwrap_or(RiskAnswer::BLANK)
    }

    /// Records whether a risk is happening, could happen or is no concern.
    pub fn place_risk(&mut self, risk: &Risk, status: RiskStatus) -> Changed {
        let concern = self.risk(&risk.id).concern;
        let sentence = format!("{}, {} to {}", risk.label, concern.status().label(), status.label());
        self.change_risk(&risk.id, sentence, |answer| answer.concern = concern.moved_to(status))
    }

    /// Records how much a risk matters or would matter; `None` takes the answer back.
    pub fn set_impact(&mut self, risk: &Risk, impact: Option<Rating>) -> Changed {
        let mut concern = self.risk(&risk.id).concern;
        let before = concern.impact();
        match &mut concern {
            Concern::HappeningNow { impact: place } | Concern::CouldHappen { impact: place, .. } => *place = impact,
            Concern::NotDiscussed | Concern::NotAConcern => return Err(Refusal::NotPlaced),
        }
        let sentence = format!("{} impact, {} to {}", risk.label, number(before), number(impact));
        self.change_risk(&risk.id, sentence, |answer| answer.concern = concern)
    }

    /// Records the room's own view of how likely a risk is; `None` leaves it to what the ratings prompt.
    pub fn set_likelihood(&mut self, risk: &Risk, likelihood: Option<Rating>) -> Changed {
        let mut concern = self.risk(&risk.id).concern;
        let before = concern.likelihood();
        match &mut concern {
            Concern::CouldHappen { likelihood: place, .. } => *place = likelihood,
            Concern::HappeningNow { .. } => return Err(Refusal::Happening),
            Concern::NotDiscussed | Concern::NotAConcern => return Err(Refusal::NotPlaced),
        }
        let sentence = format!("{} likelihood, {} to {}", risk.label, number(before), number(likelihood));
        self.change_risk(&risk.id, sentence, |answer| answer.concern = concern)
    }

    /// Replaces the note that everyone may read.
    pub fn note_risk(&mut self, risk: &Risk, text: &str) -> Changed {
        let sentence = format!("{} note", risk.label);
        self.change_risk(&risk.id, sentence, |answer| text.clone_into(&mut answer.note))
    }

    fn change_risk(&mut self, id: &Id, sentence: String, change: impl FnOnce(&mut RiskAnswer)) -> Changed {
        let Some(answer) = changed(self.risk(id), change) else { return Ok(None) };
        self.change(sentence, Part::Risk(id.clone(), kept(answer)))
    }
}

fn number(rating: Option<Rating>) -> String {
    rating.map_or("not said".into(), |rating| rating.to_string())
}
