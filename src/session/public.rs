//! What of a session everybody in the room may see: a copy without what is the facilitator's own, half typed, or says
//! who said something.
//!
//! Every field is named here, so that a new one does not compile before somebody has decided whether the room sees it.

use super::{About, Answer, AssumptionAnswer, Dissent, Earlier, Group, Register, Session, copied};
use crate::framework::Id;
use std::collections::BTreeMap;

impl Session {
    /// The copy for the room. What was said of the item on which it votes just now is not in it: that would lead whoever
    /// has not voted yet.
    pub fn public(&self, voted_on: Option<&Id>) -> Self {
        let keeps = |id: &Id| voted_on != Some(id);
        Self {
            format: self.format,
            id: self.id.clone(),
            rev: self.rev,
            framework: self.framework.clone(),
            status: self.status,
            demo: self.demo,
            created: self.created,
            about: public_about(&self.about),
            register: public_register(&self.register),
            place: self.place.clone(),
            answers: copied(&self.answers, keeps, public_answer),
            assumptions: copied(&self.assumptions, keeps, public_assumption),
            influences: self.influences.clone(),
            risks: self.risks.clone(),
            dots: self.dots.clone(),
            actions: self.actions.clone(),
            review: self.review,
            seconds: self.seconds.clone(),
            begun: self.begun.clone(),
            deep_dives: self.deep_dives.clone(),
            cards_up: self.cards_up.clone(),
            finish: self.finish,
            tables: self.tables.clone(),
            earlier: self.earlier.as_deref().map(|earlier| Box::new(public_earlier(earlier))),
            imports: self.public_imports(),
            drafts: BTreeMap::new(),
            check_in: self.check_in,
            open_vote: None,
        }
    }
}

pub(super) fn public_about(about: &About) -> About {
    About {
        partnership: about.partnership.clone(),
        date: about.date,
        purpose: about.purpose.clone(),
        venue: about.venue.clone(),
        facilitator: String::new(),
        table: about.table.clone(),
    }
}

/// Who is in the room by sector and level; organisations and roles can tell a person.
fn public_register(register: &Register) -> Register {
    let group = |group: &Group| Group {
        organisation: String::new(),
        role: String::new(),
        sector: group.sector.clone(),
        level: group.level,
        people: group.people,
        presence: group.presence,
        left: group.left,
    };
    Register {
        sectors: register.sectors.clone(),
        groups: register.groups.iter().map(group).collect(),
        counted: register.counted,
        way: register.way,
        moves: register.moves.clone(),
    }
}

pub(super) fn public_answer(answer: &Answer) -> Answer {
    let nameless = |one: &Dissent| Dissent { text: one.text.clone(), attributed_to: None, level: one.level };
    Answer {
        decided: answer.decided.clone(),
        confidence: answer.confidence,
        note: answer.note.clone(),
        private_note: String::new(),
        parked: answer.parked,
        rounds: answer.rounds.clone(),
        dissent: answer.dissent.iter().map(nameless).collect(),
        unknown_to_many: answer.unknown_to_many,
        history: answer.history.clone(),
    }
}

pub(super) fn public_assumption(answer: &AssumptionAnswer) -> AssumptionAnswer {
    AssumptionAnswer {
        verdict: answer.verdict,
        note: answer.note.clone(),
        private_note: String::new(),
        dissent: answer.dissent.clone(),
        rounds: answer.rounds.clone(),
    }
}

fn public_earlier(earlier: &Earlier) -> Earlier {
    Earlier {
        register: public_register(&earlier.register),
        answers: copied(&earlier.answers, |_| true, public_answer),
        assumptions: copied(&earlier.assumptions, |_| true, public_assumption),
        ..earlier.clone()
    }
}
