//! The two sample sessions: sound, a year apart, every state between them, and exactly as the program writes them.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use plenary::analysis::{RiskReading, State, failed_gates, open_in, read};
use plenary::framework::{Confidence, Framework, Id, Level, Rag, Rating, Section, Step};
use plenary::session::{
    ActionEvent, ActionStatus, Agreement, Answer, Bearing, Decided, Decision, Place, Recorded, RiskStatus, Session,
    Status, Verdict,
};
use plenary::store::{Head, Loaded, decode, encode, read_head};
use std::io::Write;
use std::path::Path;

const EARLIER: (&str, &str) = ("content/riverside-2025.ron", include_str!("../../content/riverside-2025.ron"));
const LATER: (&str, &str) = ("content/riverside-2026.ron", include_str!("../../content/riverside-2026.ron"));

/// Set to 1, it lets the test below write the samples again.
const UPDATE: &str = "PLENARY_UPDATE";

/// The longest note that is still read out in a room, in letters.
const NOTE: usize = 240;
/// A view of one side stands on one line.
const VIEW: usize = 90;

fn built_in() -> Framework {
    Framework::built_in().unwrap_or_else(|error| panic!("{error}"))
}

fn load((name, text): (&str, &str)) -> Loaded {
    decode(text.as_bytes(), name).unwrap_or_else(|error| panic!("{error}"))
}

fn earlier() -> Session {
    load(EARLIER).session
}

fn later() -> Session {
    load(LATER).session
}

fn states(session: &Session, framework: &Framework) -> Vec<State> {
    framework.features().map(|(_, stage, feature)| read(stage, session.answer(&feature.id)).state).collect()
}

fn decisions(session: &Session) -> impl Iterator<Item = &Decision> {
    session.answers.values().flat_map(|answer| answer.decided.all()).map(|(_, decision)| decision)
}

/// When a sample was saved, by its first line.
fn saved((name, text): (&str, &str)) -> Timestamp {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    read_head(file.path()).unwrap_or_else(|error| panic!("{name}: {error}")).saved
}

#[test]
fn the_samples_are_as_the_program_writes_them() {
    let update = std::env::var(UPDATE).is_ok_and(|value| value == "1");
    for sample @ (name, text) in [EARLIER, LATER] {
        let Loaded { session, warnings } = load(sample);
        let written = encode(&session, &Head::of(&session, &built_in(), saved(sample))).unwrap();
        if update {
            std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(name), written).unwrap();
            continue;
        }
        let refresh = format!("To write it again from what it says: {UPDATE}=1 cargo test samples");
        assert!(warnings.is_empty(), "{name}: {warnings:?}. {refresh}");
        // Not assert_eq: it would print both files.
        assert!(text == written, "{name} is not byte for byte what the program writes. {refresh}");
    }
}

#[test]
fn one_partnership_a_year_apart() {
    let (earlier, later) = (earlier(), later());
    assert_eq!(earlier.about.partnership, later.about.partnership);
    assert_eq!(earlier.about.date, Some(date(2025, 5, 14)));
    assert_eq!(later.about.date, Some(date(2026, 5, 20)));
    assert_ne!(earlier.id, later.id);
    assert!(earlier.demo && later.demo);
    assert_eq!((earlier.register.count("third-sector"), later.register.count("third-sector")), (2, 4));
    assert_eq!((earlier.register.people(), later.register.people()), (11, 12));
}

#[test]
fn the_earlier_is_finished_and_the_later_goes_on_at_joint_working() {
    let (earlier, later) = (earlier(), later());
    assert_eq!((earlier.status, earlier.place), (Status::Finished, Place::Slides));
    assert_eq!(later.status, Status::InProgress);
    assert_eq!(later.place, Place::Walk(Step::Feature(Id::from("P3"))));
    let answer = later.answer(&"P3".into());
    assert_eq!(answer.decided, Decided::Whole(Decision::Agreed(Rating::Four)));
    assert_eq!(answer.confidence, Some(Confidence::Medium));
    assert!(!answer.note.is_empty());
}

#[test]
fn every_state_and_every_kind_of_answer_occurs() {
    let framework = built_in();
    let (earlier, later) = (earlier(), later());
    // The later one is what `plenary demo` opens: it shows every state by itself.
    for state in State::ALL {
        assert!(states(&later, &framework).contains(&state), "{state:?} in the later");
    }
    assert!(states(&earlier, &framework).contains(&State::NotDiscussed));
    for session in [&earlier, &later] {
        let contested = |is: fn(&Decision) -> bool| {
            session.answers.values().filter(move |answer| answer.decided.all().iter().any(|(_, one)| is(one)))
        };
        assert_eq!(contested(|one| matches!(one, Decision::NotAgreed { .. })).count(), 1, "both views");
        assert!(decisions(session).any(|one| one.agreement() == Some(Agreement::WithReservations)));
        for confidence in Confidence::ALL {
            assert!(session.answers.values().any(|answer| answer.confidence == Some(confidence)), "{confidence:?}");
        }
        let private = session.answers.values().filter(|answer| !answer.private_note.is_empty());
        assert_eq!(private.count(), 1, "private notes");
        assert!(session.parked(&framework).count() > 0);
        let notes = session.answers.values().filter(|answer| !answer.note.is_empty()).count();
        assert!((22..=28).contains(&notes), "{notes} notes, about two thirds of 36");
        let changed = session.answers.values().filter(|answer| changes(answer) > 0).count();
        assert!(changed >= 3, "{changed} decisions were changed");
    }
    let level_gap =
        Decided::Levels { strategic: Decision::Agreed(Rating::Four), operational: Decision::Agreed(Rating::Two) };
    assert_eq!(earlier.answer(&"A2".into()).decided, level_gap);
}

#[test]
fn both_rooms_put_dots_and_took_on_actions_and_a_year_shows_what_became_of_them() {
    let framework = built_in();
    let (earlier, later) = (earlier(), later());
    for session in [&earlier, &later] {
        let people = session.register.people();
        assert!((people * 3..=people * 5).contains(&session.dots_placed()), "{} dots", session.dots_placed());
        assert!(session.dots.keys().all(|id| framework.item(id).is_some()));
        assert!(session.review > session.about.date);
        for action in &session.actions {
            assert!(!action.what.is_empty() && !action.owner.is_empty() && action.by.is_some(), "{action:?}");
            assert!(!action.why.is_empty() && action.why.iter().all(|id| framework.item(id).is_some()), "{action:?}");
            assert_eq!(action.log[0].event, ActionEvent::Added);
        }
    }
    for status in ActionStatus::ALL {
        assert!(earlier.actions.iter().any(|action| action.status == status), "{status:?}");
    }
    assert_eq!(earlier.review, later.about.date, "the follow-up is held on the day that was set");
    assert!(later.actions.iter().all(|action| action.status == ActionStatus::NotStarted));
}

#[test]
fn every_answer_beside_the_chain_occurs_in_the_later() {
    let (framework, later) = (built_in(), later());
    let verdicts = |id: &str| later.assumption(&Id::from(id)).verdict;
    assert_eq!(
        (verdicts("AS1"), verdicts("AS6")),
        (Verdict::Partly, Verdict::DoesNotHold),
        "a gate in part, no failed one"
    );
    assert!(failed_gates(&framework, &later).is_empty());
    let said = |verdict: Verdict| framework.assumptions.iter().any(|one| later.assumption(&one.id).verdict == verdict);
    assert!([&Verdict::ALL[..], &[Verdict::NotDiscussed]].concat().into_iter().all(said));
    let weighed = |bearing: Bearing| framework.influences.iter().any(|one| later.influence(&one.id).bearing == bearing);
    assert!([&Bearing::ALL[..], &[Bearing::NotDiscussed]].concat().into_iter().all(weighed));

    let risks = RiskReading::all(&framework, &later);
    let is = |status: RiskStatus, rag: Option<Rag>| {
        risks.iter().any(|risk| risk.concern.status() == status && risk.rag == rag)
    };
    for rag in [Rag::Red, Rag::Amber] {
        assert!(is(RiskStatus::HappeningNow, Some(rag)), "an issue that is {}", rag.label());
    }
    for rag in [Rag::Red, Rag::Amber, Rag::Green] {
        assert!(is(RiskStatus::CouldHappen, Some(rag)), "a risk that is {}", rag.label());
    }
    assert!(
        is(RiskStatus::CouldHappen, None) && is(RiskStatus::NotAConcern, None) && is(RiskStatus::NotDiscussed, None)
    );
    let asked: Vec<&str> =
        risks.iter().filter(|risk| risk.is_far_from_prompted()).map(|one| one.risk.id.as_str()).collect();
    assert_eq!(asked, ["R5"], "what do we know that the chart does not?");
    assert_eq!(later.assumptions.values().filter(|answer| !answer.private_note.is_empty()).count(), 1);
    assert_eq!(later.assumptions.values().filter(|answer| !answer.dissent.is_empty()).count(), 1);
}

#[test]
fn the_earlier_has_an_answer_to_everything_beside_the_chain() {
    let (framework, earlier) = (built_in(), earlier());
    for section in Section::ALL {
        assert_eq!(open_in(&framework, &earlier, section).0, 0, "{section:?}");
    }
}

/// How often a decision was changed after it was taken.
fn changes(answer: &Answer) -> usize {
    let taken = answer.decided.all().into_iter().filter(|(_, decision)| **decision != Decision::NotDiscussed);
    answer.history.len() - taken.count()
}

#[test]
fn they_tell_a_year_of_honest_change() {
    let (framework, earlier, later) = (built_in(), earlier(), later());
    let moves: Vec<_> = framework
        .features()
        .map(|(_, stage, feature)| {
            (read(stage, earlier.answer(&feature.id)), read(stage, later.answer(&feature.id)), feature.id.as_str())
        })
        .collect();
    let both = |one: State, other: State| one != State::Contested && other != State::Contested;
    let went = |up: bool| {
        let moved = moves.iter().filter(|(then, now, _)| {
            let rated = then.rating.is_some() && now.rating.is_some() && both(then.state, now.state);
            rated && then.rating != now.rating && (now.rating > then.rating) == up
        });
        moved.map(|(_, _, id)| *id).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(went(true), "I2 I3 A1 A3 K2 P1 P3 P6 P9 O7");
    assert_eq!(went(false), "E2 S2 K1 P7 O2");
    let split = |then: bool, now: bool| {
        let found = moves.iter().filter(|(one, other, _)| {
            (one.state == State::Contested) == then && (other.state == State::Contested) == now
        });
        found.map(|(_, _, id)| *id).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(split(true, false), "A2", "newly agreed");
    assert_eq!(split(true, true), "P8", "still split");
    assert_eq!(split(false, true), "P2", "newly split");
}

#[test]
fn everything_in_them_is_of_the_built_in_framework() {
    let framework = built_in();
    for session in [earlier(), later()] {
        let used = &session.framework;
        assert_eq!((&used.id, used.version, &used.title), (&framework.id, framework.version, &framework.title));
        for (id, answer) in &session.answers {
            let (_, _, feature) = framework.feature(id).unwrap_or_else(|| panic!("{id} is not a feature"));
            assert_eq!(matches!(answer.decided, Decided::Levels { .. }), feature.levels, "{id}");
            let rated = answer.decided.all().iter().any(|(_, decision)| decision.rating().is_some());
            assert!(rated || answer.confidence.is_none(), "{id} has evidence for no rating");
        }
        let clocks: Vec<Id> = framework.legs().into_iter().filter_map(|leg| framework.clock_of(leg)).collect();
        for clock in &clocks {
            assert!(session.seconds.contains_key(clock), "{clock} took no time");
        }
        assert_eq!(session.seconds.len(), clocks.len());
        let known = |ids: Vec<&Id>, kind: &str| {
            for id in ids {
                assert!(framework.item(id).is_some(), "{id} is no {kind}");
            }
        };
        known(session.assumptions.keys().collect(), "assumption");
        known(session.influences.keys().collect(), "influencing factor");
        known(session.risks.keys().collect(), "risk");
    }
}

#[test]
fn each_history_ends_in_what_is_decided_within_the_hours_of_the_workshop() {
    for (sample, session) in [(EARLIER, earlier()), (LATER, later())] {
        let saved = saved(sample);
        assert_eq!(Some(session.created.to_zoned(TimeZone::UTC).date()), session.about.date);
        assert_eq!(Some(saved.to_zoned(TimeZone::UTC).date()), session.about.date);
        let recorded: usize = session.answers.values().map(|answer| answer.history.len()).sum();
        assert!(session.rev > u64::try_from(recorded).unwrap(), "each decision is a change");
        for (id, answer) in &session.answers {
            for pair in answer.history.windows(2) {
                assert!(pair[0].at < pair[1].at, "{id} goes back in time");
            }
            assert!(answer.history.iter().all(|one| session.created < one.at && one.at < saved), "{id}");
            for (level, decision) in answer.decided.all() {
                let last = answer.history.iter().rfind(|one| one.level == level);
                assert_eq!(last.map_or(Decision::NONE, |one| &one.decision), decision, "{id} {}", word(level));
            }
            assert!(!answer.history.windows(2).any(|pair| same(&pair[0], &pair[1])), "{id} changed to the same");
        }
    }
}

fn word(level: Option<Level>) -> &'static str {
    level.map_or("whole", Level::label)
}

fn same(one: &Recorded, other: &Recorded) -> bool {
    one.level == other.level && one.decision == other.decision
}

#[test]
fn what_was_said_can_be_read_on_a_wall() {
    for session in [earlier(), later()] {
        let assumptions = session.assumptions.iter();
        let beside = assumptions
            .flat_map(|(id, one)| [(id, &one.note), (id, &one.private_note), (id, &one.dissent)])
            .chain(session.influences.iter().map(|(id, one)| (id, &one.note)))
            .chain(session.risks.iter().map(|(id, one)| (id, &one.note)));
        for (id, words) in beside {
            assert!(words.is_ascii() && words.len() <= VIEW + 40 && words.trim() == words, "{id}: {words}");
        }
        for (id, answer) in &session.answers {
            for note in [&answer.note, &answer.private_note] {
                assert!(note.is_ascii() && note.len() <= NOTE, "{id}: {note}");
                assert!(!note.contains('\n') && note.trim() == note, "{id}: {note}");
            }
            for (_, decision) in answer.decided.all() {
                if let Decision::NotAgreed { low_view, high_view, .. } = decision {
                    for view in [low_view, high_view] {
                        assert!(view.is_ascii() && !view.is_empty() && view.len() <= VIEW, "{id}: {view}");
                    }
                }
            }
        }
    }
}
