//! One partnership over its sessions: a line of marks for each item, by the day.

use crate::support::said::{Said, id};
use crate::support::sample;
use plenary::analysis::{ItemStatus, day_of, is_same_partnership, partnership_key, trend};
use plenary::framework::Framework;
use plenary::session::{RiskStatus, Session, Verdict};

fn marks(framework: &Framework, sessions: &[&Session], name: &str) -> Vec<String> {
    let trend = trend(framework, sessions.iter().copied());
    let line = trend.lines.iter().find(|line| *line.item.id() == id(name)).unwrap();
    line.stands.iter().map(ItemStatus::mark).collect()
}

fn session(day: &str, rating: u8) -> Session {
    let mut said = Said::nothing();
    said.rate("I1", rating).judge("AS1", Verdict::Holds);
    said.session.about.date = Some(day.parse().unwrap());
    said.session.id = format!("{rating:016x}");
    said.session
}

#[test]
fn sessions_stand_in_the_order_of_their_days() {
    let framework = Framework::built_in().unwrap();
    let (first, second, third) = (session("2024-05-01", 2), session("2025-05-01", 4), session("2026-05-01", 3));
    assert_eq!(marks(&framework, &[&third, &first, &second], "I1"), ["2", "4", "3"]);
    assert_eq!(marks(&framework, &[&third, &first], "AS1"), ["holds", "holds"]);
    assert_eq!(marks(&framework, &[&third, &first], "R1"), ["·", "·"]);
}

#[test]
fn without_a_day_the_day_on_which_it_was_begun_counts() {
    let mut undated = session("2024-05-01", 2);
    undated.about.date = None;
    assert_eq!(day_of(&undated).to_string(), "2026-03-12");
}

#[test]
fn a_session_that_is_there_twice_counts_once_in_its_later_version() {
    let framework = Framework::built_in().unwrap();
    let earlier = session("2024-05-01", 2);
    let mut later = session("2024-05-01", 5);
    later.id.clone_from(&earlier.id);
    later.rev = earlier.rev + 1;
    assert_eq!(marks(&framework, &[&later, &earlier], "I1"), ["5"]);
    assert_eq!(marks(&framework, &[&earlier, &later], "I1"), ["5"]);
}

#[test]
fn sessions_of_another_framework_are_left_out_and_named() {
    let framework = Framework::built_in().unwrap();
    let mut other = session("2024-05-01", 2);
    other.framework.id = "another".into();
    let trend = trend(&framework, [&other]);
    assert_eq!((trend.sessions.len(), trend.left_out.len()), (0, 1));
    assert!(trend.lines.iter().all(|line| line.is_blank() && line.is_steady()));
}

#[test]
fn steady_lines_are_told_from_those_that_move() {
    let framework = Framework::built_in().unwrap();
    let (then, now) = (sample("riverside-2025"), sample("riverside-2026"));
    let trend = trend(&framework, [&then, &now]);
    let steady = |name: &str| trend.lines.iter().find(|line| *line.item.id() == id(name)).unwrap().is_steady();
    assert!(!steady("P3"), "2 to 4");
    assert!(steady("E1"));
    assert_eq!(trend.lines.len(), 36 + 9 + 6 + 9);
}

#[test]
fn risks_carry_their_colour() {
    let mut said = Said::nothing();
    said.happening("R1", 5);
    let line = trend(&said.framework, [&said.session]);
    let stand = line.lines.iter().find(|line| *line.item.id() == id("R1")).unwrap().stands[0];
    assert_eq!(stand.mark(), "happening now, red");
    assert_eq!(stand.category().key(), "happening_now");
    assert!(stand.category().is_trouble() && !RiskStatus::ALL.is_empty());
}

#[test]
fn a_partnership_is_known_by_its_name_whatever_the_letters_and_blanks() {
    assert!(is_same_partnership("Glenside  CPP ", "glenside cpp"));
    assert!(!is_same_partnership("Glenside CPP", "Glenside"));
    assert!(is_same_partnership("Caf\u{e9} Glenside", "CAFE\u{301} GLENSIDE"), "one accent, written in two ways");
    assert!(!is_same_partnership("Caf\u{e9} Glenside", "Cafe Glenside"), "another name is another partnership");
    assert!(!is_same_partnership("", " "), "two without a name are not one partnership");
    assert_eq!(partnership_key("  "), None);
}
