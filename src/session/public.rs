//! What of a session everybody in the room may see: a copy without what is the facilitator's own, half typed, or says
//! who said something.
//!
//! Every field is named here, so that a new one does not compile before somebody has decided whether the room sees it.

use super::{About, Answer, AssumptionAnswer, Dissent, Earlier, Group, Register, Session};
use crate::framework::Id;
use std::collections::BTreeMap;

impl Session {
    /// The copy for the room. What was said of the item on which it votes just now is not in it: that would lead whoever
    /// has not voted yet.
    pub fn public(&self, voted_on: Option<&Id>) -> Self {
        let keeps = |id: &Id| voted_on != Some(id);
        let Self {
            format,
            id,
            rev,
            framework,
            status,
            demo,
            created,
            about,
            register,
            place,
            answers,
            assumptions,
            influences,
            risks,
            dots,
            actions,
            review,
            seconds,
            begun,
            deep_dives,
            cards_up,
            finish,
            tables,
            earlier,
            imports: _,
            drafts: _,
            check_in,
            open_vote: _,
        } = self;
        Self {
            format: *format,
            id: id.clone(),
            rev: *rev,
            framework: framework.clone(),
            status: *status,
            demo: *demo,
            created: *created,
            about: public_about(about),
            register: public_register(register),
            place: place.clone(),
            answers: told(answers, keeps, public_answer),
            assumptions: told(assumptions, keeps, public_assumption),
            influences: influences.clone(),
            risks: risks.clone(),
            dots: dots.clone(),
            actions: actions.clone(),
            review: *review,
            seconds: seconds.clone(),
            begun: begun.clone(),
            deep_dives: deep_dives.clone(),
            cards_up: cards_up.clone(),
            finish: *finish,
            tables: tables.clone(),
            earlier: earlier.as_deref().map(|earlier| Box::new(public_earlier(earlier))),
            imports: self.public_imports(),
            drafts: BTreeMap::new(),
            check_in: *check_in,
            open_vote: None,
        }
    }
}

fn told<T>(all: &BTreeMap<Id, T>, keeps: impl Fn(&Id) -> bool, public: impl Fn(&T) -> T) -> BTreeMap<Id, T> {
    all.iter().filter(|(id, _)| keeps(id)).map(|(id, one)| (id.clone(), public(one))).collect()
}

pub(super) fn public_about(about: &About) -> About {
    let About { partnership, date, purpose, venue, facilitator: _, table } = about;
    About {
        partnership: partnership.clone(),
        date: *date,
        purpose: purpose.clone(),
        venue: venue.clone(),
        facilitator: String::new(),
        table: table.clone(),
    }
}

/// Who is in the room by sector and level; organisations and roles can tell a person.
fn public_register(register: &Register) -> Register {
    let Register { sectors, groups, counted, way, moves } = register;
    let group = |group: &Group| {
        let Group { organisation: _, role: _, sector, level, people, presence, left } = group;
        let (organisation, role) = (String::new(), String::new());
        Group {
            organisation,
            role,
            sector: sector.clone(),
            level: *level,
            people: *people,
            presence: *presence,
            left: *left,
        }
    };
    Register {
        sectors: sectors.clone(),
        groups: groups.iter().map(group).collect(),
        counted: *counted,
        way: *way,
        moves: moves.clone(),
    }
}

pub(super) fn public_answer(answer: &Answer) -> Answer {
    let Answer { decided, confidence, note, private_note: _, parked, rounds, dissent, unknown_to_many, history } =
        answer;
    let nameless = |Dissent { text, attributed_to: _, level }: &Dissent| Dissent {
        text: text.clone(),
        attributed_to: None,
        level: *level,
    };
    Answer {
        decided: decided.clone(),
        confidence: *confidence,
        note: note.clone(),
        private_note: String::new(),
        parked: *parked,
        rounds: rounds.clone(),
        dissent: dissent.iter().map(nameless).collect(),
        unknown_to_many: *unknown_to_many,
        history: history.clone(),
    }
}

pub(super) fn public_assumption(answer: &AssumptionAnswer) -> AssumptionAnswer {
    let AssumptionAnswer { verdict, note, private_note: _, dissent, rounds } = answer;
    AssumptionAnswer {
        verdict: *verdict,
        note: note.clone(),
        private_note: String::new(),
        dissent: dissent.clone(),
        rounds: rounds.clone(),
    }
}

fn public_earlier(earlier: &Earlier) -> Earlier {
    let answers = earlier.answers.iter().map(|(id, answer)| (id.clone(), public_answer(answer)));
    let assumptions = earlier.assumptions.iter().map(|(id, answer)| (id.clone(), public_assumption(answer)));
    Earlier {
        register: public_register(&earlier.register),
        answers: answers.collect(),
        assumptions: assumptions.collect(),
        ..earlier.clone()
    }
}
