//! A copy of a session to hand on: what was agreed and said, without what is the facilitator's own, names anybody, is
//! half typed, or says how it came about.
//!
//! It holds no votes: what of them may be told is for the analysis to say. Every field of a session is named here, so
//! that a new one does not compile before somebody has decided whether it is handed on; of an answer no more is handed
//! on than the room may see.

use super::import::LEAST_TOLD;
use super::public::{public_about, public_answer, public_assumption};
use super::{Action, Answer, AssumptionAnswer, Earlier, Group, Presence, Register, Session, UNSORTED, copied};
use crate::framework::Level;
use std::collections::{BTreeMap, BTreeSet};

/// What stands before a person's name.
const TITLES: [&str; 12] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "councillor", "rev", "sir"];

/// Whether a word is one that stands before a person's name, in either case and with a full stop or without.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase().as_str())
}

/// The copy of a session, without votes.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    pub session: Session,
    /// The sectors that are counted together, each with the one under which they are.
    pub joined: BTreeMap<String, String>,
    /// Whose owner or support named a person, so that it was left out, by number.
    pub unnamed: Vec<u32>,
}

impl Session {
    /// The copy to hand on; with who answers for the actions, where those are roles or organisations, or without.
    pub fn shared(&self, owners: bool) -> Shared {
        let (register, joined) = shared_register(&self.register);
        let session = Self {
            format: self.format,
            id: self.id.clone(),
            rev: self.rev,
            framework: self.framework.clone(),
            status: self.status,
            demo: self.demo,
            created: self.created,
            about: public_about(&self.about),
            register,
            place: self.place.clone(),
            answers: copied(&self.answers, |_| true, shared_answer),
            assumptions: copied(&self.assumptions, |_| true, shared_assumption),
            influences: self.influences.clone(),
            risks: self.risks.clone(),
            dots: self.dots.clone(),
            actions: self.actions.iter().map(|action| shared_action(action, owners)).collect(),
            review: self.review,
            seconds: BTreeMap::new(),
            begun: BTreeMap::new(),
            deep_dives: Vec::new(),
            cards_up: Vec::new(),
            finish: None,
            tables: self.tables.clone(),
            earlier: self.earlier.as_deref().map(|earlier| Box::new(shared_earlier(earlier, owners))),
            imports: self.shared_imports(),
            drafts: BTreeMap::new(),
            check_in: self.check_in,
            open_vote: None,
        };
        let named = |action: &&Action| owners && [&action.owner, &action.support].into_iter().any(|who| names(who));
        Shared { session, joined, unnamed: self.actions.iter().filter(named).map(|action| action.number).collect() }
    }
}

/// What the room may see of an answer, without votes and how it came about.
fn shared_answer(answer: &Answer) -> Answer {
    Answer { rounds: Vec::new(), history: Vec::new(), ..public_answer(answer) }
}

fn shared_assumption(answer: &AssumptionAnswer) -> AssumptionAnswer {
    AssumptionAnswer { rounds: Vec::new(), ..public_assumption(answer) }
}

fn shared_action(action: &Action, owners: bool) -> Action {
    action.handed_on(|who| if owners && !names(who) { who.to_owned() } else { String::new() })
}

fn shared_earlier(earlier: &Earlier, owners: bool) -> Earlier {
    Earlier {
        id: earlier.id.clone(),
        rev: earlier.rev,
        framework: earlier.framework.clone(),
        partnership: earlier.partnership.clone(),
        date: earlier.date,
        created: earlier.created,
        register: shared_register(&earlier.register).0,
        answers: copied(&earlier.answers, |_| true, shared_answer),
        assumptions: copied(&earlier.assumptions, |_| true, shared_assumption),
        influences: earlier.influences.clone(),
        risks: earlier.risks.clone(),
        actions: earlier.actions.iter().map(|action| shared_action(action, owners)).collect(),
    }
}

/// Whether a text names a person for all to see: by a title before a name, or by an address.
fn names(who: &str) -> bool {
    let words: Vec<&str> = who.split_whitespace().collect();
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    who.contains('@') || words.windows(2).any(|pair| is_title(pair[0]) && is_name(pair[0]) && is_name(pair[1]))
}

/// Who was in the room by sector and level, with the sectors that are counted together. Nobody who stayed away, and
/// nobody's organisation or role.
fn shared_register(register: &Register) -> (Register, BTreeMap<String, String>) {
    let here: Vec<&Group> = register
        .groups
        .iter()
        .filter(|group| matches!(group.presence, Presence::Present | Presence::Expected))
        .collect();
    let joined = together(&here, register);
    let sector_of = |group: &Group| joined.get(&group.sector).unwrap_or(&group.sector).clone();
    let mut people: BTreeMap<(bool, String, Option<Level>), u32> = BTreeMap::new();
    for group in &here {
        let place = (group.presence == Presence::Expected, sector_of(group), group.level);
        *people.entry(place).or_default() += u32::from(group.people);
    }
    // Of some levels only the rest would follow by subtraction.
    if people.values().any(|people| *people < LEAST_TOLD) {
        let mut merged = BTreeMap::new();
        for ((expected, sector, _), people) in people {
            *merged.entry((expected, sector, None)).or_default() += people;
        }
        people = merged;
    }
    let mut shared = Register { counted: register.counted, way: register.way, ..Register::default() };
    shared.sectors = register
        .sectors
        .iter()
        .filter(|sector| joined.get(&sector.id).is_none_or(|id| *id == sector.id))
        .cloned()
        .collect();
    for sector in &mut shared.sectors {
        let names: Vec<&str> =
            joined.iter().filter(|(_, id)| **id == sector.id).map(|(id, _)| register.name_of(id)).collect();
        if !names.is_empty() {
            sector.name = names.join(", ");
        }
    }
    for ((expected, sector, level), mut people) in people {
        let presence = if expected { Presence::Expected } else { Presence::Present };
        while people > 0 {
            let now = u16::try_from(people).unwrap_or(super::MOST_PEOPLE).min(super::MOST_PEOPLE);
            people -= u32::from(now);
            shared.groups.push(Group { sector: sector.clone(), level, people: now, presence, ..Group::default() });
        }
    }
    shared.sort();
    (shared, joined)
}

/// The sectors of fewer than five with those that join them, each with the one under which all are counted. Where they
/// would be alone or still too few the next smallest joins, because the number in the room is known.
fn together(here: &[&Group], register: &Register) -> BTreeMap<String, String> {
    let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
    for group in here {
        *sums.entry(&group.sector).or_default() += u32::from(group.people);
    }
    let mut joined: BTreeSet<&str> =
        sums.iter().filter(|(_, people)| **people < LEAST_TOLD).map(|(id, _)| *id).collect();
    let sum = |joined: &BTreeSet<&str>| joined.iter().map(|id| sums[id]).sum::<u32>();
    while !joined.is_empty() && joined.len() < sums.len() && (joined.len() < 2 || sum(&joined) < LEAST_TOLD) {
        let others = sums.iter().filter(|(id, _)| !joined.contains(*id));
        joined.extend(others.min_by_key(|(id, people)| (**people, **id)).map(|(id, _)| *id));
    }
    // Under a sector of the list that is one of them, so that its voice is not taken for missing.
    let listed = register.sectors.iter().rev().map(|sector| sector.id.as_str()).find(|id| joined.contains(id));
    let under = listed.unwrap_or(UNSORTED);
    if joined.len() < 2 {
        BTreeMap::new()
    } else {
        joined.iter().map(|id| ((*id).to_owned(), under.to_owned())).collect()
    }
}
