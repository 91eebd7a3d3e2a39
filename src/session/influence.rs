//! What was said on one influencing factor: whether it helps or hinders here.
//!
//! Context only: it is never rated, and no rule reads it.

use super::change::{changed, kept};
use super::{Changed, Part, Session, is_default};
use crate::framework::{Id, Influence, names};
use serde::{Deserialize, Serialize};

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
