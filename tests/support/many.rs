//! Realistic sessions by number: the same number is always the same session. For scale, not for beauty.
//!
//! It depends on the crate alone, so that the benchmarks use it too. A full workshop: 36 features, twelve people's
//! votes on most, notes of two sentences, conditions, risks, dots and actions: 25 to 30 KB a file.

use super::dice::Dice;
use jiff::Timestamp;
use jiff::civil::date;
use plenary::framework::{Confidence, Feature, Framework, Level, Rating};
use plenary::session::{
    Action, ActionStatus, Answer, AssumptionAnswer, Bearing, Concern, Counts5, Decided, Decision, Dissent, Group,
    InfluenceAnswer, Range, Recorded, Register, Revealed, RiskAnswer, Round, Session, Status, Tally, Verdict,
};
use plenary::store::{Head, encode};
use std::path::Path;

/// A rating about a middle.
fn rating(dice: &mut Dice, middle: usize) -> Rating {
    let place = (middle + dice.below(3)).saturating_sub(1);
    Rating::ALL[place.min(4)]
}

const NOTES: [&str; 4] = [
    "Two of three agencies share a calendar; the third says its system cannot. Everybody named the same example.",
    "The budget is agreed for one year only, and two posts are vacant. \"We live from hand to mouth,\" one said.",
    "People who use the service were asked in June, and two of their five points are in the plan by now.",
    "Night staff have not seen the guide yet. Those at the table thought that it would help them more than others.",
];

/// The session with this number. Each partnership holds one a year: `partnerships` of them in the first year.
pub(crate) fn session(framework: &Framework, number: usize, partnerships: usize) -> Session {
    let mut dice = Dice(u64::try_from(number).unwrap_or(0).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (partnership, year) = (number % partnerships, number / partnerships);
    let day = date(2019 + i16::try_from(year % 8).unwrap_or(0), 1 + i8::try_from(number % 12).unwrap_or(0), 14);
    let begun = Timestamp::from_second(1_550_000_000 + i64::try_from(number).unwrap_or(0) * 977).unwrap_or_default();
    let id = format!("{:016x}", u64::try_from(number).unwrap_or(0).wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x5eed);
    let mut session = Session::new(framework, id, begun);
    session.rev = 150 + u64::try_from(dice.below(90)).unwrap_or(0);
    session.status = if number.is_multiple_of(9) { Status::InProgress } else { Status::Finished };
    session.about.partnership = format!("Partnership {partnership:05}");
    session.about.date = Some(day);
    session.about.purpose = "Where are we, and what comes next?".into();
    session.register = register(&mut dice);
    // Every partnership has a middle of its own, and every feature leans a little.
    let middle = 1 + partnership % 3;
    for (place, (_, _, feature)) in framework.features().enumerate() {
        let lean = (middle + usize::from(place.is_multiple_of(7))).min(3);
        session.answers.insert(feature.id.clone(), answer(&mut dice, feature, lean, begun, &session.register));
        if dice.below(5) == 0 {
            session.dots.insert(feature.id.clone(), 1 + u16::try_from(dice.below(9)).unwrap_or(0));
        }
    }
    for assumption in &framework.assumptions {
        let verdict = dice.pick(&Verdict::ALL);
        let note = if dice.below(3) == 0 { NOTES[dice.below(4)].to_owned() } else { String::new() };
        session.assumptions.insert(assumption.id.clone(), AssumptionAnswer { verdict, note, ..Default::default() });
    }
    for influence in &framework.influences {
        let bearing = dice.pick(&Bearing::ALL);
        session.influences.insert(influence.id.clone(), InfluenceAnswer { bearing, note: String::new() });
    }
    for risk in &framework.risks {
        let impact = Some(rating(&mut dice, 2));
        let concern = match dice.below(3) {
            0 => Concern::HappeningNow { impact },
            1 => Concern::CouldHappen { likelihood: (dice.below(2) == 0).then(|| rating(&mut dice, 2)), impact },
            _ => Concern::NotAConcern,
        };
        session.risks.insert(risk.id.clone(), RiskAnswer { concern, note: String::new() });
    }
    for number in 1..=4 {
        session.actions.push(Action {
            number,
            what: format!(
                "Agree who leads on {}",
                dice.pick(&["the calendar", "night staff", "the budget", "the plan"])
            ),
            why: vec![framework.stages[dice.below(framework.stages.len())].features[0].id.clone()],
            owner: dice.pick(&["Council", "Health board", "Third sector interface"]).into(),
            by: day.checked_add(jiff::Span::new().months(i8::try_from(dice.below(9)).unwrap_or(0))).ok(),
            status: dice.pick(&ActionStatus::ALL),
            ..Action::default()
        });
    }
    session
}

fn register(dice: &mut Dice) -> Register {
    let mut register = Register::default();
    for (sector, people) in [("statutory", 7), ("third-sector", 5), ("community", 2), ("private", 2)] {
        for level in Level::ALL {
            let people = u16::try_from(dice.below(people)).unwrap_or(0);
            if people > 0 {
                let group = Group { sector: sector.into(), level: Some(level), people, ..Group::default() };
                register.groups.push(group);
            }
        }
    }
    register
}

fn answer(dice: &mut Dice, feature: &Feature, middle: usize, at: Timestamp, register: &Register) -> Answer {
    let levels = if feature.levels { Level::ALL.map(Some).to_vec() } else { vec![None] };
    let mut answer = Answer {
        confidence: dice.pick(&[None, Some(Confidence::Low), Some(Confidence::Medium), Some(Confidence::High)]),
        ..Answer::default()
    };
    let mut decisions = Vec::new();
    for level in levels {
        if dice.below(4) > 0 {
            for _ in 0..=dice.below(2) {
                answer.rounds.push(Revealed { at, level, round: round(dice, middle, register), ..Default::default() });
            }
        }
        let decision = decision(dice, middle);
        answer.history.push(Recorded { at, level, decision: decision.clone() });
        decisions.push(decision);
    }
    answer.decided = match &decisions[..] {
        [strategic, operational] => Decided::Levels { strategic: strategic.clone(), operational: operational.clone() },
        _ => Decided::Whole(decisions[0].clone()),
    };
    if dice.below(3) > 0 {
        NOTES[dice.below(4)].clone_into(&mut answer.note);
    }
    if dice.below(12) == 0 {
        answer.dissent.push(Dissent { text: NOTES[dice.below(4)].into(), attributed_to: None, level: None });
    }
    answer.parked = dice.below(15) == 0;
    answer
}

fn decision(dice: &mut Dice, middle: usize) -> Decision {
    match dice.below(20) {
        0 => Decision::DontKnow,
        1 => Decision::NotRelevant,
        2 | 3 => {
            let (low, high) = (Rating::ALL[dice.below(2)], Rating::ALL[3 + dice.below(2)]);
            Range::between(low, high).map_or(Decision::NotDiscussed, |range| Decision::NotAgreed {
                range,
                low_view: "Nothing happens between meetings".into(),
                high_view: "The plan is on every agenda".into(),
            })
        }
        4 => Decision::AgreedWithReservations(rating(dice, middle)),
        _ => Decision::Agreed(rating(dice, middle)),
    }
}

fn round(dice: &mut Dice, middle: usize, register: &Register) -> Round {
    Round::of(register.groups.iter().map(|group| {
        let mut tally = Tally { sector: Some(group.sector.clone()), level: group.level, ..Tally::default() };
        let mut counts = [0_u16; 5];
        for _ in 0..group.people {
            match dice.below(15) {
                0 => tally.dont_know += 1,
                _ => counts[rating(dice, middle).index()] += 1,
            }
        }
        tally.counts = Counts5(counts);
        tally
    }))
}

/// Writes so many sessions into a folder, without the care of a save: for reading them again.
pub(crate) fn fill(folder: &Path, framework: &Framework, sessions: usize) {
    let partnerships = (sessions / 5).max(1);
    for number in 0..sessions {
        let session = session(framework, number, partnerships);
        let text = encode(&session, &Head::of(&session, framework, session.created)).unwrap_or_default();
        assert!(!text.is_empty(), "session {number} cannot be written");
        let written = std::fs::write(folder.join(format!("{number:06}.ron")), text);
        assert!(written.is_ok(), "{written:?}");
    }
}
