//! What ratings mean: each rule as a table of cases, and the laws that hold whatever a room says.

use crate::support::deeds;
use jiff::Timestamp;
use plenary::analysis::{HeatMap, Median, State, read};
use plenary::framework::{Confidence, Framework, Id, Level, Rating};
use plenary::session::{Decision, Range, Session};
use proptest::prelude::*;
use std::sync::OnceLock;

fn framework() -> &'static Framework {
    static FRAMEWORK: OnceLock<Framework> = OnceLock::new();
    FRAMEWORK.get_or_init(deeds::framework)
}

/// A decision as the cases below write it: `4`, `2-4`, `?`, `-`, `·`.
fn decision(mark: &str) -> Decision {
    let rating = |mark: &str| Rating::from_digit(mark.chars().next().unwrap()).unwrap();
    match mark {
        "?" => Decision::DontKnow,
        "-" => Decision::NotRelevant,
        "·" => Decision::NotDiscussed,
        _ => match mark.split_once('-') {
            None => Decision::Agreed(rating(mark)),
            Some((low, high)) => {
                let range = Range::between(rating(low), rating(high)).unwrap();
                Decision::NotAgreed { range, low_view: String::new(), high_view: String::new() }
            }
        },
    }
}

/// Decides on an item: `4` for one rating, `4/2` for strategic and operational.
fn decide(session: &mut Session, id: &str, marks: &str) {
    let (_, _, feature) = framework().feature(&Id::from(id)).unwrap();
    let decisions: Vec<(Option<Level>, &str)> = match marks.split_once('/') {
        None => vec![(None, marks)],
        Some((one, other)) => vec![(Some(Level::Strategic), one), (Some(Level::Operational), other)],
    };
    for (level, mark) in decisions {
        session.decide(feature, level, decision(mark), Timestamp::UNIX_EPOCH).unwrap();
    }
}

/// A session in which some items were decided: `I1 4, A2 4/2`.
fn said(items: &str) -> Session {
    let mut session = deeds::nothing_said(framework());
    for item in items.split(", ").filter(|item| !item.is_empty()) {
        let (id, marks) = item.split_once(' ').unwrap();
        decide(&mut session, id, marks);
    }
    session
}

fn trust(session: &mut Session, id: &str, confidence: Confidence) {
    let (_, _, feature) = framework().feature(&Id::from(id)).unwrap();
    session.trust(feature, Some(confidence)).unwrap();
}

/// The state of an item, and the mark in its cell.
fn cell(session: &Session, id: &str) -> (State, String) {
    let (_, stage, feature) = framework().feature(&Id::from(id)).unwrap();
    let reading = read(stage, session.answer(&feature.id));
    (reading.state, reading.mark())
}

#[test]
fn a_rating_and_its_evidence_make_the_state() {
    use Confidence::{High, Low, Medium};
    use State::{Mixed, Strength, SuspectedWeakness, UntestedStrength, Weakness};
    for (marks, confidence, state, mark) in [
        ("5", Some(High), Strength, "5"),
        ("4", Some(Medium), Strength, "4"),
        ("4", None, Strength, "4"),
        ("5", Some(Low), UntestedStrength, "5?"),
        ("4", Some(Low), UntestedStrength, "4?"),
        ("3", Some(High), Mixed, "3"),
        ("3", None, Mixed, "3"),
        ("3", Some(Low), Mixed, "3?"),
        ("2", None, Weakness, "2"),
        ("1", Some(Medium), Weakness, "1"),
        ("2", Some(Low), SuspectedWeakness, "2?"),
        ("1", Some(Low), SuspectedWeakness, "1?"),
    ] {
        let mut session = said(&format!("I1 {marks}"));
        if let Some(confidence) = confidence {
            trust(&mut session, "I1", confidence);
        }
        assert_eq!(cell(&session, "I1"), (state, mark.to_owned()), "{marks} {confidence:?}");
    }
}

#[test]
fn outcomes_count_as_opinion_until_evidence_is_named() {
    let mut session = said("O1 4, O2 2, O3 3");
    assert_eq!(cell(&session, "O1"), (State::UntestedStrength, "4?".into()));
    assert_eq!(cell(&session, "O2"), (State::SuspectedWeakness, "2?".into()));
    assert_eq!(cell(&session, "O3"), (State::Mixed, "3?".into()));
    trust(&mut session, "O1", Confidence::Medium);
    trust(&mut session, "O2", Confidence::High);
    assert_eq!(cell(&session, "O1"), (State::Strength, "4".into()));
    assert_eq!(cell(&session, "O2"), (State::Weakness, "2".into()));
}

#[test]
fn what_is_no_rating_has_a_state_and_a_mark_of_its_own() {
    for (marks, state, mark) in [
        ("·", State::NotDiscussed, "·"),
        ("-", State::NotRelevant, "-"),
        ("?", State::BlindSpot, "?"),
        ("2-4", State::Contested, "2-4"),
        ("1-2", State::Contested, "1-2"),
    ] {
        assert_eq!(cell(&said(&format!("I1 {marks}")), "I1"), (state, mark.to_owned()));
    }
}

#[test]
fn reservations_count_as_agreed() {
    let mut session = said("I1 4");
    let (_, _, feature) = framework().feature(&Id::from("I1")).unwrap();
    session.reserve(feature, None, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(cell(&session, "I1"), (State::Strength, "4".into()));
}

#[test]
fn of_two_levels_the_lower_counts_and_a_gap_of_two_is_contested() {
    for (marks, state, mark) in [
        ("4/4", State::Strength, "4"),
        ("5/4", State::Strength, "4"),
        ("4/5", State::Strength, "4"),
        ("4/3", State::Mixed, "3"),
        ("2/3", State::Weakness, "2"),
        ("4/2", State::Contested, "2-4"),
        ("2/4", State::Contested, "2-4"),
        ("5/3", State::Contested, "3-5"),
        ("1/5", State::Contested, "1-5"),
        ("4/·", State::NotDiscussed, "4/·"),
        ("·/2", State::NotDiscussed, "·/2"),
        ("·/2-4", State::NotDiscussed, "·/X"),
        ("?/·", State::NotDiscussed, "?/·"),
        ("-/·", State::NotDiscussed, "-/·"),
        ("·/·", State::NotDiscussed, "·"),
        ("-/-", State::NotRelevant, "-"),
        ("4/-", State::Strength, "4"),
        ("?/?", State::BlindSpot, "?"),
        ("4/?", State::BlindSpot, "?"),
        ("?/2-4", State::BlindSpot, "?"),
        ("4/2-4", State::Contested, "2-4"),
        ("1-3/4-5", State::Contested, "1-5"),
        ("-/2-4", State::Contested, "2-4"),
    ] {
        assert_eq!(cell(&said(&format!("A2 {marks}")), "A2"), (state, mark.to_owned()), "{marks}");
    }
}

#[test]
fn an_item_is_done_when_every_rating_it_takes_is_given() {
    let progress = |items: &str| HeatMap::of(framework(), &said(items)).progress().done;
    assert_eq!(progress(""), 0);
    assert_eq!(progress("A2 4/·"), 0);
    assert_eq!(progress("A2 4/?"), 1);
    assert_eq!(progress("I1 4, I2 ?, I3 -, I4 1-3, I5 ·"), 4);
}

#[test]
fn a_stage_is_at_risk_from_half_of_its_relevant_items_on() {
    for (items, at_risk) in [
        ("", false),
        ("I1 2, I2 2", false),             // 2 of 5
        ("I1 2, I2 2, I3 2", true),        // 3 of 5
        ("I1 2-4, I2 ?, I3 2", true),      // contested and blind count too
        ("I1 2, I2 2, I3 3, I4 -", true),  // 2 of 4 relevant
        ("I1 2, I2 2, I3 3, I4 3", false), // 2 of 5, of which one is still to come
        ("I1 3, I2 3, I3 3, I4 3, I5 3", false),
        ("I1 2, I2 -, I3 -", false),      // 1 of 3 relevant
        ("I1 2, I2 -, I3 -, I4 -", true), // 1 of 2
        ("I1 -, I2 -, I3 -, I4 -, I5 -", false),
        ("I1 1, I2 -, I3 -, I4 -, I5 -", true),
        ("I1 5, I2 5, I3 5, I4 5, I5 ?", false),
    ] {
        let map = HeatMap::of(framework(), &said(items));
        assert_eq!(map.rows[0].strip.at_risk, at_risk, "{items}");
        assert!(map.rows[1..].iter().all(|row| !row.strip.at_risk), "{items}");
    }
}

#[test]
fn a_stage_strip_has_counts_the_lowest_item_and_the_median() {
    let mut session = said("P1 5, P2 4/2, P3 1, P4 3/3, P5 ?, P6 -, P7 2-4, P8 1");
    trust(&mut session, "P3", Confidence::Low);
    let strip = HeatMap::of(framework(), &session).rows[5].strip;
    let counts: Vec<(State, u16)> =
        State::ALL.into_iter().map(|state| (state, strip.counts.get(state))).filter(|(_, count)| *count > 0).collect();
    assert_eq!(
        counts,
        [
            (State::Strength, 1),
            (State::Mixed, 1),
            (State::SuspectedWeakness, 1),
            (State::Weakness, 1),
            (State::Contested, 2),
            (State::BlindSpot, 1),
            (State::NotRelevant, 1),
            (State::NotDiscussed, 1),
        ]
    );
    assert_eq!(strip.lowest, Some(2), "P3, the first of two at 1");
    assert_eq!(strip.median.map(|median| median.to_string()), Some("2".into()), "of 5 2 1 3 1");
    assert!(strip.at_risk);
}

#[test]
fn a_stage_is_at_risk_from_half_of_what_is_relevant_in_it() {
    for (text, stage, at_risk) in [
        ("A1 1", "activities", false),
        ("A1 1, A2 2/2", "activities", true),
        ("K1 1, K2 ?", "knowledge", false),
        ("K1 1, K2 ?, K3 2-4", "knowledge", true),
        ("K1 1, K2 ?, K3 2-4, K4 5, K5 4, K6 3", "knowledge", true),
        // What is not relevant is no part of the whole; what is not yet discussed is.
        ("K1 1, K2 ?, K3 -, K4 -", "knowledge", true),
        ("K1 1, K3 -, K4 -, K5 -", "knowledge", false),
        ("P1 1, P2 1/1, P3 1, P4 1/1", "practices", false),
        ("P1 1, P2 1/1, P3 1, P4 1/1, P5 1", "practices", true),
        ("A1 -, A2 -/-, A3 -", "activities", false),
    ] {
        let map = HeatMap::of(framework(), &said(text));
        let (row, _) = framework().stage(&stage.into()).unwrap();
        assert_eq!(map.rows[row].strip.at_risk, at_risk, "{text}");
    }
}

#[test]
fn medians_are_the_middle_and_never_a_mean() {
    let median = |digits: &str| Median::of(digits.chars().filter_map(Rating::from_digit)).map(|it| it.to_string());
    for (digits, middle) in [
        ("4", "4"),
        ("15", "3"),
        ("23", "2.5"),
        ("45", "4.5"),
        ("1115", "1"),
        ("512", "2"),
        ("5555", "5"),
        ("1234", "2.5"),
    ] {
        assert_eq!(median(digits).as_deref(), Some(middle), "{digits}");
    }
    assert_eq!(median(""), None);
}

#[test]
fn lists_stand_in_the_order_of_what_matters() {
    let mut session =
        said("I1 4, I2 5, I3 2, I4 1, I5 2, A1 ?, A2 5/1, A3 5, E1 4/2, E2 2-3, E3 4, S1 -, S2 5/5, K1 1, O1 5, O2 1");
    trust(&mut session, "I2", Confidence::Low);
    trust(&mut session, "I4", Confidence::Low);
    let map = HeatMap::of(framework(), &session);
    let ids = |list: Vec<plenary::analysis::RatedItem>| -> Vec<String> {
        list.iter().map(|one| one.feature.id.to_string()).collect()
    };
    // On evidence first, then 5 before 4, then the chain.
    assert_eq!(ids(map.strengths(framework())), ["A3", "S2", "I1", "E3", "I2", "O1"]);
    // Lowest first, on evidence before suspected, the chain; what nobody knows last.
    assert_eq!(ids(map.at_risk(framework())), ["K1", "I4", "O2", "I3", "I5", "A1"]);
    // The widest first, then the chain.
    assert_eq!(ids(map.split_views(framework())), ["A2", "E1", "E2"]);
}

#[test]
fn where_nothing_is_said_there_is_no_strength_no_weakness_and_no_risk() {
    let map = HeatMap::of(framework(), &said(""));
    assert_eq!((map.progress().done, map.progress().of, map.progress().percent()), (0, 36, 0));
    for row in &map.rows {
        assert!(row.readings.iter().all(|reading| reading.state == State::NotDiscussed && reading.rating.is_none()));
        assert_eq!((row.strip.lowest, row.strip.median, row.strip.at_risk), (None, None, false));
    }
    assert!(map.strengths(framework()).is_empty());
    assert!(map.at_risk(framework()).is_empty());
    assert!(map.split_views(framework()).is_empty());
}

#[test]
fn states_have_names_for_people_and_for_programs() {
    let keys: Vec<&str> = State::ALL.iter().map(|state| state.key()).collect();
    let contract = "not_discussed not_relevant blind_spot contested strength untested_strength mixed weakness \
                    suspected_weakness";
    assert!(contract.split_whitespace().all(|key| keys.contains(&key)) && keys.len() == 9);
    assert!(State::ALL.iter().all(|state| state.label().starts_with(char::is_lowercase)));
}

/// What a room may have said by the end of a long day.
fn session() -> impl Strategy<Value = Session> {
    prop::collection::vec(deeds::deed(), 0..60).prop_map(|all| {
        let mut session = deeds::nothing_said(framework());
        for (second, deed) in (0..).zip(all) {
            let _ = deed.apply(framework(), &mut session, second);
        }
        session
    })
}

fn troubled(map: &HeatMap, row: usize) -> u16 {
    map.rows[row].strip.counts.sum(State::is_at_risk)
}

proptest! {
    #![proptest_config(crate::support::cases(300))]

    /// The one exception is the design's: pulling one level two or more ahead of the other is a disagreement.
    #[test]
    fn raising_a_rating_never_adds_trouble_unless_it_pulls_two_levels_apart(mut session in session(), place in 0_usize..36) {
        let (cell, _, feature) = framework().features().nth(place).unwrap();
        let before = HeatMap::of(framework(), &session);
        let decided = session.answer(&feature.id).decided.clone();
        for (level, decision) in decided.all() {
            let Some(rating) = decision.rating().filter(|rating| *rating < Rating::Five) else { continue };
            let other = decided.all().into_iter().filter(|(one, _)| *one != level).find_map(|(_, it)| it.rating());
            let raised = Rating::ALL[rating.index() + 1];
            let mut trial = session.clone();
            trial.decide(feature, level, Decision::Agreed(raised), Timestamp::UNIX_EPOCH).unwrap();
            let after = HeatMap::of(framework(), &trial);
            if other.is_none_or(|other| raised.number() < other.number() + 2) {
                prop_assert!(troubled(&after, cell.row) <= troubled(&before, cell.row));
                prop_assert!(before.rows[cell.row].strip.at_risk || !after.rows[cell.row].strip.at_risk);
            }
        }
        session.rev += 1;
    }

    #[test]
    fn with_everything_at_five_no_stage_is_at_risk(mut session in session()) {
        for step in framework().steps() {
            if let Some((_, _, feature)) = step.feature().and_then(|id| framework().feature(id)) {
                session.decide(feature, step.level(), Decision::Agreed(Rating::Five), Timestamp::UNIX_EPOCH).unwrap();
            }
        }
        let map = HeatMap::of(framework(), &session);
        prop_assert!(map.rows.iter().all(|row| !row.strip.at_risk));
        prop_assert_eq!(map.strengths(framework()).len(), 36);
        prop_assert_eq!(map.progress().percent(), 100);
    }

    #[test]
    fn counts_lists_and_cells_tell_one_story(session in session()) {
        let map = HeatMap::of(framework(), &session);
        let count = |wanted: fn(State) -> bool| map.rows.iter().map(|row| usize::from(row.strip.counts.sum(wanted))).sum::<usize>();
        prop_assert_eq!(count(|_| true), 36);
        prop_assert_eq!(count(State::is_strong), map.strengths(framework()).len());
        prop_assert_eq!(count(|state| state == State::Contested), map.split_views(framework()).len());
        prop_assert_eq!(count(|state| state.is_weak() || state == State::BlindSpot), map.at_risk(framework()).len());
        for reading in map.rows.iter().flat_map(|row| &row.readings) {
            let mark = reading.mark();
            prop_assert!(!mark.is_empty() && mark.chars().count() <= 3, "{:?}", reading);
            prop_assert_eq!(reading.state == State::Contested, mark.len() == 3, "{:?}", reading);
            prop_assert!(reading.complete || reading.state == State::NotDiscussed && reading.rating.is_none(), "{:?}", reading);
        }
    }

    #[test]
    fn notes_and_parking_never_change_a_reading(mut session in session(), place in 0_usize..36, text in ".{1,9}") {
        let before = HeatMap::of(framework(), &session);
        let feature = deeds::feature(framework(), place);
        session.note(feature, &text).unwrap();
        session.note_privately(feature, &text).unwrap();
        session.park(feature).unwrap();
        prop_assert_eq!(HeatMap::of(framework(), &session), before);
    }

    #[test]
    fn a_median_lies_between_the_lowest_and_the_highest(ratings in prop::collection::vec(deeds::rating(), 1..12)) {
        let median = Median::of(ratings.iter().copied()).unwrap().halves();
        let (low, high) = (ratings.iter().min().unwrap().number(), ratings.iter().max().unwrap().number());
        prop_assert!((low * 2..=high * 2).contains(&median));
        let below = ratings.iter().filter(|rating| rating.number() * 2 < median).count();
        let above = ratings.iter().filter(|rating| rating.number() * 2 > median).count();
        prop_assert!(below * 2 <= ratings.len() && above * 2 <= ratings.len());
    }
}
