//! What was said on one assumption: whether it holds here, and who sees it differently.
//!
//! An assumption is never rated 1 to 5; what its answer does to links and risks is the analysis's business.

use super::change::{changed, kept};
use super::{Changed, Part, Revealed, Session, StanceCounts, is_default};
use crate::framework::{Assumption, Id, names};
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
