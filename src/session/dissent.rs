//! The view of those who do not share what the room agreed, on the record beside it.
//!
//! Nobody is named: a statement stands for itself, or for an organisation or sector that wants to be named.

use super::{Answer, Changed, Refusal, Session, is_default};
use crate::framework::{Feature, Level};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dissent {
    /// The statement, in the words of those who make it.
    pub text: String,
    /// The organisation or sector that asked to be named; `None` for the rule, which is that nobody is.
    #[serde(skip_serializing_if = "is_default")]
    pub attributed_to: Option<String>,
    /// The level whose rating it is about, where the feature takes both; `None` is about the feature.
    #[serde(skip_serializing_if = "is_default")]
    pub level: Option<Level>,
}

impl Dissent {
    /// Without blanks around it; an empty name is none.
    fn tidy(self) -> Self {
        let attributed_to = self.attributed_to.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        Self { text: self.text.trim().to_owned(), attributed_to, level: self.level }
    }
}

impl Session {
    /// Puts a minority statement on the record, after those that are there.
    pub fn dissent(&mut self, feature: &Feature, dissent: Dissent) -> Changed {
        let dissent = accepted(feature, dissent)?;
        let sentence = format!("{} minority statement", feature.label);
        self.change_answer(&feature.id, sentence, |answer: &mut Answer| answer.dissent.push(dissent))
    }

    /// Replaces a minority statement, counted from 0.
    pub fn change_dissent(&mut self, feature: &Feature, place: usize, dissent: Dissent) -> Changed {
        let dissent = accepted(feature, dissent)?;
        if place >= self.answer(&feature.id).dissent.len() {
            return Err(Refusal::NoStatement);
        }
        let sentence = format!("{} minority statement", feature.label);
        self.change_answer(&feature.id, sentence, |answer: &mut Answer| {
            if let Some(there) = answer.dissent.get_mut(place) {
                *there = dissent;
            }
        })
    }

    /// Takes a minority statement off the record, counted from 0.
    pub fn remove_dissent(&mut self, feature: &Feature, place: usize) -> Changed {
        if place >= self.answer(&feature.id).dissent.len() {
            return Err(Refusal::NoStatement);
        }
        let sentence = format!("{} statement removed", feature.label);
        self.change_answer(&feature.id, sentence, |answer: &mut Answer| {
            answer.dissent.remove(place);
        })
    }
}

fn accepted(feature: &Feature, dissent: Dissent) -> Result<Dissent, Refusal> {
    let dissent = dissent.tidy();
    if dissent.text.is_empty() {
        return Err(Refusal::EmptyStatement);
    }
    if dissent.level.is_some() && !feature.levels {
        return Err(Refusal::OneRating);
    }
    Ok(dissent)
}
