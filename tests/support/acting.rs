//! A room that has been through everything and now decides what to do, for scenes and flows.

use super::room::Room;
use super::said::{Said, at, id, not_agreed};
use plenary::app::Msg;
use plenary::framework::{Confidence, Step};
use plenary::session::{Bearing, Place, Register, RiskStatus, Session, Verdict};
use std::path::PathBuf;

/// A session with a failed gate, broken and doubtful links, a leap, risks of every colour, dots and strengths.
pub(crate) fn decided() -> Session {
    let mut said = Said::nothing();
    said.session.about.partnership = "Glenside CPP".into();
    said.session.about.date = Some("2026-03-12".parse().unwrap());
    said.session.register = Register::parse("statutory=7,third-sector=4,community=1").unwrap();
    said.rate("I1", 2).rate("I2", 4).rate("I3", 3).rate("I4", 2).trust("I4", Confidence::Low).rate("I5", 4);
    said.rate("A1", 4).rate_levels("A2", 4, 2).rate("A3", 3).rate("E1", 3).rate("E2", 1).rate("S1", 5).rate("S2", 4);
    said.trust("S1", Confidence::High).rate("K1", 4).rate("K2", 4).decide("K3", &not_agreed(2, 4)).rate("P1", 3);
    said.rate("P3", 4).rate("P4", 5).rate("P5", 2).rate("O1", 5).rate("O2", 4);
    for (name, verdict) in [
        ("AS1", Verdict::Holds),
        ("AS2", Verdict::DoesNotHold),
        ("AS6", Verdict::DoesNotHold),
        ("AS7", Verdict::Partly),
        ("AS8", Verdict::Holds),
        ("AS9", Verdict::Holds),
    ] {
        said.judge(name, verdict);
    }
    said.weigh("IF1", Bearing::Both);
    said.could_happen("R6", 5, 5).happening("R8", 3).could_happen("R4", 0, 3).could_happen("R5", 2, 2);
    let risk = said.risk("R2");
    let changed = said.session.place_risk(&risk, RiskStatus::NotAConcern);
    said.take(changed);
    said.dots("K3", 12).dots("E2", 9).dots("R6", 7).dots("P4", 3).dots("AS6", 4);
    said.session.place = Place::Walk(Step::Feature("P3".into()));
    said.session
}

/// The same with three actions and a review date.
pub(crate) fn resolved() -> Session {
    let mut said = Said::nothing();
    said.session = decided();
    for (what, why, owner, by, measure) in [
        (
            "Offer the third sector and the tenants two seats on the board",
            vec!["R6", "E2"],
            "Partnership manager",
            Some("2026-06-30"),
            "Both seats are taken at the June meeting",
        ),
        ("Agree one page on who does what, nights and weekends included", vec!["A2"], "", Some("2026-05-15"), ""),
        ("Halve the reporting forms", vec!["R8", "AS5"], "Performance lead", None, ""),
    ] {
        let number = said.session.next_action_number();
        let changed = said.session.add_action(what, why.into_iter().map(id).collect(), at());
        said.take(changed);
        let changed = said.session.edit_action(number, |action| {
            action.owner = owner.into();
            action.by = by.map(|by| by.parse().unwrap());
            action.measure = measure.into();
        });
        said.take(changed);
    }
    let changed = said.session.set_review(Some("2026-09-10".parse().unwrap()));
    said.take(changed);
    said.session
}

/// Opens a session in a room.
pub(crate) fn opens(room: &mut Room, session: Session) -> &mut Room {
    let file = PathBuf::from("/home/you/Plenary/sessions/2026-03-12-glenside-cpp.ron");
    room.send(Msg::Opened { session: Box::new(session), file, warning: None, read_only: None })
}
