//! A full session: everything that a room can say is said, as a real room might, with votes, actions and small groups.
//!
//! Made anew each time and always the same, whatever the samples say.

use super::said::{Said, at, not_agreed, range, rating};
use jiff::civil::date;
use plenary::framework::{Assumption, Confidence, Level};
use plenary::session::{
    ActionStatus, Bearing, Counts5, Decision, Dissent, Group, Presence, Register, RiskStatus, Round, Session,
    StanceCounts, Tally, Verdict,
};

/// What only the facilitator may read, in every private note of [`full`].
pub(crate) const PRIVATE: &str = "Keep between us: ring the chair";

/// The name of the facilitator in [`full`].
pub(crate) const FACILITATOR: &str = "Morag Sinclair";

/// Who asked to be named with a minority statement in [`full`].
pub(crate) const NAMED: &str = "Lochside Carers";

/// A role on the register of [`full`], of one person.
pub(crate) const ROLE: &str = "Head of Locality Planning";

const NOTES: [&str; 9] = [
    "Still one year at a time. The award letter came three weeks into the year, and partners had sent out notices.",
    "The shared form has been live since November; third sector partners still get it by email.",
    "A full-time manager since August. The group meets monthly and its decisions go round within a week.",
    "Five of 31 posts were empty in April. Link workers covered for each other, so the drop-in stayed open.",
    "Everyone here named the same three aims, and so did most staff in the survey.",
    "",
    "A one-page guide to who does what since January. Night staff have not seen it yet.",
    "Four groups said the same: they hear of decisions when the papers are out.",
    "",
];

/// The session.
pub(crate) fn full() -> Session {
    let mut said = Said::nothing();
    about(&mut said);
    ratings(&mut said);
    votes(&mut said);
    conditions(&mut said);
    actions(&mut said);
    said.session.status = plenary::session::Status::Finished;
    said.session.rev = 214;
    said.session
}

fn about(said: &mut Said) {
    let session = &mut said.session;
    session.about.partnership = "Lochside Community Planning Partnership".into();
    session.about.date = Some(date(2026, 3, 12));
    session.about.purpose = "See how we work together, one year into the plan, and decide what to do next".into();
    session.about.venue = "Town hall, committee room 2".into();
    session.about.facilitator = FACILITATOR.into();
    let line = |organisation: &str, role: &str, sector: &str, level, people, presence| Group {
        organisation: organisation.into(),
        role: role.into(),
        sector: sector.into(),
        level,
        people,
        presence,
        left: 0,
    };
    let (strategic, operational) = (Some(Level::Strategic), Some(Level::Operational));
    let mut register = Register::default();
    for group in [
        line("Lochside Council", ROLE, "statutory", strategic, 1, Presence::Present),
        line("Lochside Council", "Team leaders", "statutory", operational, 3, Presence::Present),
        line("NHS Lochside", "Managers", "statutory", strategic, 3, Presence::Present),
        line("Third Sector Interface", "", "third-sector", strategic, 2, Presence::Present),
        line("Lochside Carers", "Project workers", "third-sector", operational, 3, Presence::Present),
        line("Tenants' forum", "Chair", "community", None, 1, Presence::Present),
        line("Police Scotland", "", "statutory", strategic, 1, Presence::Apologies),
    ] {
        register.add(group).unwrap();
    }
    session.register = register;
}

fn ratings(said: &mut Said) {
    let features: Vec<_> = said.framework.features().map(|(_, _, feature)| feature.clone()).collect();
    for (place, feature) in features.iter().enumerate() {
        let number = [4, 2, 5, 3, 4, 1, 3][place % 7];
        if feature.levels {
            said.rate_levels(feature.id.as_str(), number, [number, 2][place % 2]);
        } else {
            said.rate(feature.id.as_str(), number);
        }
        let confidence = [Confidence::Medium, Confidence::Low, Confidence::High][place % 3];
        said.trust(feature.id.as_str(), confidence);
        let changed = said.session.note(feature, NOTES[place % NOTES.len()]);
        said.take(changed);
        let changed = said.session.note_privately(feature, PRIVATE);
        said.take(changed);
    }
    said.decide("E3", &Decision::NotRelevant).decide("O6", &Decision::DontKnow);
    let views = Decision::NotAgreed {
        range: range(2, 4),
        low_view: "Nothing is written down, so the last one to speak decides".into(),
        high_view: "We settle it in the room, and it holds".into(),
    };
    said.decide("P8", &views).decide("K6", &not_agreed(1, 3));
    said.decide("A1", &Decision::AgreedWithReservations(rating(4)));
    let dissent = |text: &str, attributed_to: Option<&str>| Dissent {
        text: text.into(),
        attributed_to: attributed_to.map(Into::into),
        level: None,
    };
    for (name, one) in [
        ("E2", dissent("Being asked is not being involved.", Some(NAMED))),
        ("P3", dissent("Two of us see no joint work on the islands.", None)),
    ] {
        let changed = said.session.dissent(&said.feature(name), one);
        said.take(changed);
    }
}

fn votes(said: &mut Said) {
    let tally = |sector: &str, counts, dont_know| Tally {
        sector: Some(sector.into()),
        level: None,
        counts: Counts5(counts),
        dont_know,
    };
    let first = || {
        Round::of([
            tally("statutory", [0, 1, 2, 3, 1], 0),
            tally("third-sector", [2, 2, 1, 0, 0], 0),
            tally("community", [1, 0, 0, 0, 0], 0),
        ])
    };
    let second = || Round::of([tally("statutory", [0, 0, 3, 4, 0], 0), tally("third-sector", [0, 3, 2, 1, 0], 0)]);
    for name in ["I1", "E2", "P3", "P8", "K3"] {
        let changed = said.session.reveal((&said.feature(name), None), first(), at());
        said.take(changed);
    }
    let changed = said.session.reveal((&said.feature("P8"), None), second(), at());
    said.take(changed);
    // Too few to show.
    let changed =
        said.session.reveal((&said.feature("K5"), None), Round::of([tally("statutory", [1, 0, 2, 0, 0], 1)]), at());
    said.take(changed);
    let level = |level, counts| Tally { sector: None, level: Some(level), counts: Counts5(counts), dont_know: 0 };
    let by_level = Round::of([level(Level::Strategic, [0, 0, 2, 4, 0]), level(Level::Operational, [2, 3, 1, 0, 0])]);
    for voted in Level::ALL {
        let changed = said.session.reveal((&said.feature("P2"), Some(voted)), by_level.clone(), at());
        said.take(changed);
    }
}

fn conditions(said: &mut Said) {
    let verdicts = [Verdict::Holds, Verdict::Partly, Verdict::DoesNotHold, Verdict::Holds, Verdict::DontKnow];
    let assumptions = said.framework.assumptions.clone();
    for (place, one) in assumptions.iter().enumerate() {
        said.judge(one.id.as_str(), verdicts[place % verdicts.len()]);
        let changed = said.session.note_assumption(one, ["Board and staff said the same.", ""][place % 2]);
        said.take(changed);
        let changed = said.session.note_assumption_privately(one, PRIVATE);
        said.take(changed);
    }
    let changed = said.session.dissent_from_assumption(&assumptions[2], "It holds in the towns.");
    said.take(changed);
    stances(said, &assumptions);
    let influences = said.framework.influences.clone();
    for (place, one) in influences.iter().enumerate() {
        said.weigh(one.id.as_str(), Bearing::ALL[place % 4]);
        let changed = said.session.note_influence(one, ["", "A new council since May."][place % 2]);
        said.take(changed);
    }
    said.happening("R1", 4)
        .happening("R8", 2)
        .could_happen("R2", 4, 4)
        .could_happen("R6", 0, 3)
        .could_happen("R7", 1, 2);
    for name in ["R3", "R9"] {
        let changed = said.session.place_risk(&said.risk(name), RiskStatus::NotAConcern);
        said.take(changed);
    }
    let changed = said.session.note_risk(&said.risk("R1"), "Decisions are taken before the meeting.");
    said.take(changed);
    said.dots("E2", 9).dots("I1", 7).dots("R1", 5).dots("P8", 3);
    let parked = said.session.park(&said.feature("O6"));
    said.take(parked);
}

/// Two rounds on the third assumption, and one of too few to show on the second.
fn stances(said: &mut Said, assumptions: &[Assumption]) {
    let tally = |sector: &str, counts, dont_know| Tally {
        sector: Some(sector.into()),
        level: None,
        counts: StanceCounts(counts),
        dont_know,
    };
    let first = Round::of([tally("statutory", [4, 2, 1], 0), tally("third-sector", [0, 1, 4], 1)]);
    let second = Round::of([tally("statutory", [1, 3, 3], 0), tally("third-sector", [0, 1, 5], 0)]);
    for round in [first, second] {
        let changed = said.session.reveal(&assumptions[2], round, at());
        said.take(changed);
    }
    let few = Round::of([tally("statutory", [1, 2, 1], 0)]);
    let changed = said.session.reveal(&assumptions[1], few, at());
    said.take(changed);
}

fn actions(said: &mut Said) {
    let rows = [
        (
            "Agree a three-year budget with the four main funders",
            &["I1", "I4"][..],
            "Chief officers' group",
            2026,
            ActionStatus::UnderWay,
        ),
        (
            "Ask two community groups to plan the next locality event with us",
            &["E2", "R6"],
            "Third Sector Interface",
            2026,
            ActionStatus::NotStarted,
        ),
        (
            "Write down who decides what, on one page",
            &["R1", "P8"],
            "Partnership manager",
            2027,
            ActionStatus::NotStarted,
        ),
        ("Bring the out-of-hours figures to the next meeting", &["O5"], "NHS Lochside", 2026, ActionStatus::Done),
    ];
    for (number, (what, why, owner, year, status)) in (1..).zip(rows) {
        let changed = said.session.add_action(what, why.iter().map(|id| (*id).into()).collect(), at());
        said.take(changed);
        let changed = said.session.edit_action(number, |action| {
            action.owner = owner.into();
            action.support = "Locality team".into();
            action.by = Some(date(year, 9, 30));
            action.measure = "Named in the minutes of the board".into();
        });
        said.take(changed);
        let changed = said.session.set_action_status(number, status, at());
        said.take(changed);
    }
    let changed = said.session.log_action(1, "Two funders have said yes", at());
    said.take(changed);
    let changed = said.session.set_review(Some(date(2027, 3, 11)));
    said.take(changed);
}
