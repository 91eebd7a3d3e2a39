//! Sessions to test with: a small framework of its own, a session that shows every variant, and a
//! proptest strategy for all others. Nothing here depends on the real content.

use super::after_the_chain::after_the_chain;
use super::voted::{dissents, registers, rounds};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use plenary::framework::{Confidence, Feature, Framework, Id, Level, Rating, Section, Stage, Step};
use plenary::session::{
    About, Answer, Decided, Decision, Draft, FORMAT, Form, FrameworkUsed, Place, Range, Recorded, Register, Session,
    Status,
};
use plenary::store::{Head, SaveJob, encode};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A framework of two stages and five features; A2 and E1 take both levels.
pub(crate) fn small_framework() -> Framework {
    let feature = |id: &str, levels| Feature { id: id.into(), label: id.into(), levels, ..Feature::default() };
    let stage = |id: &str, features| Stage { id: id.into(), features, ..Stage::default() };
    Framework {
        id: "small".into(),
        version: 1,
        title: "A small framework".into(),
        stages: vec![
            stage("inputs", vec![feature("I1", false), feature("I2", false), feature("I3", false)]),
            stage("activities", vec![feature("A1", false), feature("A2", true)]),
        ],
        ..Framework::default()
    }
}

/// A moment on the day of the workshop, so many seconds after it began.
pub(crate) fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_773_307_800 + seconds).unwrap()
}

/// A new session without anything said: two people, one day.
pub(crate) fn new_session(id: &str) -> Session {
    let mut session = Session::new(&small_framework(), id.into(), moment(0));
    session.about.partnership = "Glenside CPP".into();
    session.about.date = Some(date(2026, 3, 12));
    session
}

/// The id of [`version`].
pub(crate) const ID: &str = "0123456789abcdef";

/// One session after so many changes.
pub(crate) fn version(rev: u64) -> Session {
    let mut session = new_session(ID);
    session.rev = rev;
    session.about.purpose = format!("change {rev}");
    session
}

/// A session as the text of its file.
pub(crate) fn text_of(session: &Session) -> String {
    encode(session, &Head::of(session, &small_framework(), moment(0))).unwrap()
}

/// [`version`] as the bytes of its file.
pub(crate) fn bytes(rev: u64) -> Vec<u8> {
    text_of(&version(rev)).into_bytes()
}

/// A session for the saver.
pub(crate) fn job_of(target: &Path, session: Session) -> SaveJob {
    SaveJob { session: Arc::new(session), framework: Arc::new(small_framework()), target: target.to_owned() }
}

/// [`version`] for the saver.
pub(crate) fn job(target: &Path, rev: u64) -> SaveJob {
    job_of(target, version(rev))
}

/// Every variant of a decision, both levels, every kind of note, a history.
pub(crate) fn full_session() -> Session {
    let mut session = new_session("0123456789abcdef");
    session.rev = 41;
    session.status = Status::Finished;
    session.demo = true;
    session.about.purpose = "See where we are, \"warts and all\"\nand decide what is next".into();
    session.about.venue = "Tigh na Coille, Càrn \u{1f3f4} — 2nd floor".into();
    session.about.facilitator = "the partnership's officer".into();
    session.register = Register::parse("statutory=7,third-sector=4,community=1").unwrap();
    session.place = Place::Walk(Step::Level("A2".into(), Level::Operational));
    session.seconds = [("inputs".into(), 754), ("activities".into(), 61)].into();
    let split = Decision::NotAgreed {
        range: Range::between(Rating::Two, Rating::Five).unwrap(),
        low_view: "Nothing happens between meetings".into(),
        high_view: "The plan is on every agenda".into(),
    };
    let bare = Decision::NotAgreed {
        range: Range::between(Rating::One, Rating::Two).unwrap(),
        low_view: String::new(),
        high_view: String::new(),
    };
    let recorded = |at, level, decision: &Decision| Recorded { at: moment(at), level, decision: decision.clone() };
    let reserved = Decision::AgreedWithReservations(Rating::Three);
    let agreed = Decision::Agreed(Rating::Four);
    let whole = |decision: &Decision| Answer { decided: Decided::Whole(decision.clone()), ..Answer::default() };
    session.answers = [
        (
            "I1".into(),
            Answer {
                confidence: Some(Confidence::Medium),
                note: "Joint budget since 2024;\n\ttwo posts vacant".into(),
                private_note: "the chair \\ the lead \u{1b}[31m".into(),
                parked: true,
                history: vec![recorded(60, None, &reserved), recorded(95, None, &split), recorded(130, None, &agreed)],
                ..whole(&agreed)
            },
        ),
        ("I2".into(), Answer { confidence: Some(Confidence::Low), ..whole(&reserved) }),
        ("I3".into(), whole(&split)),
        ("A1".into(), whole(&Decision::DontKnow)),
        (
            "A2".into(),
            Answer {
                decided: Decided::Levels { strategic: bare.clone(), operational: agreed.clone() },
                confidence: Some(Confidence::High),
                history: vec![
                    recorded(200, Some(Level::Strategic), &bare),
                    recorded(201, Some(Level::Operational), &agreed),
                ],
                ..Answer::default()
            },
        ),
        // Of another version of the framework; kept as they are.
        ("X1".into(), whole(&Decision::NotRelevant)),
        ("X2".into(), Answer { note: "asked, but not rated".into(), ..whole(&Decision::NotDiscussed) }),
        (
            "X3".into(),
            Answer {
                decided: Decided::Levels { strategic: Decision::NotDiscussed, operational: Decision::DontKnow },
                ..Answer::default()
            },
        ),
    ]
    .into();
    session
}

pub(crate) fn ids() -> impl Strategy<Value = Id> {
    prop_oneof![
        prop::sample::select(vec!["I1", "I2", "I3", "A1", "A2", "inputs", "P9"]).prop_map(Id::from),
        "[A-Za-z0-9_-]{1,24}".prop_map(Id),
        any::<String>().prop_map(Id),
    ]
}

/// Texts as rooms write them, and as nobody should.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        3 => "[ -~]{0,80}",
        2 => any::<String>(),
        2 => vec(any::<char>(), 0..60).prop_map(String::from_iter),
        1 => prop::sample::select(vec![
            "a \"quote\" and a \\ backslash",
            "line\nline\r\nline\ttab",
            "*/ // crc32: 00000000",
            "\u{1b}]0;title\u{7}\u{9b}31m",
            "\u{feff}\u{202e}\u{200d}\u{e0041}\u{2028}\u{85}",
            "r#\"raw\"# Some(None) ()",
        ])
        .prop_map(str::to_owned),
    ]
}

pub(crate) fn ratings() -> impl Strategy<Value = Rating> {
    prop::sample::select(Rating::ALL.to_vec())
}

pub(crate) fn levels() -> impl Strategy<Value = Level> {
    prop::sample::select(Level::ALL.to_vec())
}

/// Any decision.
pub(crate) fn decisions() -> impl Strategy<Value = Decision> {
    let ends = (0_u8..4).prop_flat_map(|low| (Just(low), low + 1..5));
    let range = ends
        .prop_map(|(low, high)| Range::between(Rating::ALL[usize::from(low)], Rating::ALL[usize::from(high)]).unwrap());
    prop_oneof![
        Just(Decision::NotDiscussed),
        ratings().prop_map(Decision::Agreed),
        ratings().prop_map(Decision::AgreedWithReservations),
        (range, texts(), texts()).prop_map(|(range, low_view, high_view)| Decision::NotAgreed {
            range,
            low_view,
            high_view
        }),
        Just(Decision::DontKnow),
        Just(Decision::NotRelevant),
    ]
}

pub(crate) fn timestamps() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        3 => (0_i64..4_000_000_000, 0_i32..1_000_000_000).prop_map(|(second, nano)| Timestamp::new(second, nano).unwrap()),
        1 => prop::sample::select(vec![Timestamp::MIN, Timestamp::MAX, Timestamp::UNIX_EPOCH]),
    ]
}

pub(crate) fn dates() -> impl Strategy<Value = Date> {
    prop_oneof![
        4 => (1990_i16..2100, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day)),
        1 => prop::sample::select(vec![Date::MIN, Date::MAX, Date::ZERO]),
    ]
}

/// Any answer.
pub(crate) fn answers() -> impl Strategy<Value = Answer> {
    let decided = prop_oneof![
        3 => decisions().prop_map(Decided::Whole),
        1 => (decisions(), decisions())
            .prop_map(|(strategic, operational)| Decided::Levels { strategic, operational }),
    ];
    let confidence = option::of(prop::sample::select(vec![Confidence::Low, Confidence::Medium, Confidence::High]));
    let history = vec(
        (timestamps(), option::of(levels()), decisions()).prop_map(|(at, level, decision)| Recorded {
            at,
            level,
            decision,
        }),
        0..4,
    );
    (decided, confidence, texts(), texts(), any::<bool>(), history, rounds(), dissents()).prop_map(
        |(decided, confidence, note, private_note, parked, history, rounds, dissent)| Answer {
            decided,
            confidence,
            note,
            private_note,
            parked,
            rounds,
            dissent,
            unknown_to_many: false,
            history,
        },
    )
}

/// What may be half typed in a few forms.
fn drafts() -> impl Strategy<Value = BTreeMap<Form, Draft>> {
    let form = prop_oneof![
        prop::sample::select(vec![Form::Setup, Form::NewLine, Form::Line(3), Form::NewAction, Form::Review]),
        any::<u32>().prop_map(Form::Action),
        any::<u32>().prop_map(Form::Log),
        (ids(), option::of(levels())).prop_map(|(id, level)| Form::NotAgreed(id, level)),
        ids().prop_map(Form::Dissent),
    ];
    let draft = (btree_map(texts(), texts(), 0..4), texts()).prop_map(|(fields, open_at)| Draft { fields, open_at });
    btree_map(form, draft, 0..4)
}

/// Any session that the program could hold: within the limits of the store, otherwise without shame.
pub(crate) fn sessions() -> impl Strategy<Value = Session> {
    let step = prop_oneof![
        ids().prop_map(Step::Stage),
        ids().prop_map(Step::Feature),
        (ids(), levels()).prop_map(|(id, level)| Step::Level(id, level)),
        prop::sample::select(Section::ALL.to_vec()).prop_map(Step::Section),
        ids().prop_map(Step::Assumption),
        ids().prop_map(Step::Influence),
        ids().prop_map(Step::Risk),
    ];
    let vote = option::of(step.clone());
    let place = prop_oneof![Just(Place::Setup), step.prop_map(Place::Walk), Just(Place::Slides)];
    let about = (texts(), option::of(dates()), texts(), texts(), texts()).prop_map(
        |(partnership, date, purpose, venue, facilitator)| About {
            partnership,
            date,
            purpose,
            venue,
            facilitator,
            table: String::new(),
        },
    );
    let used = (texts(), any::<u32>(), texts()).prop_map(|(id, version, title)| FrameworkUsed { id, version, title });
    let status = prop::sample::select(vec![Status::InProgress, Status::Finished]);
    (
        ("[0-9a-f]{16}", 0_u64..1 << 53, used, status, any::<bool>(), timestamps()),
        (about, registers(), place),
        btree_map(ids(), answers(), 0..8),
        btree_map(ids(), 0_u32..604_801, 0..8),
        (after_the_chain(), vec(ids(), 0..3), option::of(dates()), drafts(), vote),
    )
        .prop_map(
            |(
                (id, rev, framework, status, demo, created),
                (about, register, place),
                answers,
                seconds,
                (after, deep_dives, day, drafts, open_vote),
            )| {
                Session {
                    format: plenary::session::FORMAT,
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
                    assumptions: after.assumptions,
                    influences: after.influences,
                    risks: after.risks,
                    dots: after.dots,
                    actions: after.actions,
                    review: after.review,
                    begun: seconds.keys().map(|id| (id.clone(), created)).collect(),
                    seconds,
                    cards_up: seconds_of(&deep_dives, created),
                    deep_dives,
                    finish: day.map(|day| jiff::civil::time(day.day() % 24, 35, 0, 0)),
                    tables: Vec::new(),
                    earlier: None,
                    drafts,
                    imports: Vec::new(),
                    check_in: demo,
                    open_vote,
                }
            },
        )
}

fn seconds_of(items: &[Id], at: jiff::Timestamp) -> Vec<plenary::session::CardUp> {
    items.iter().map(|id| plenary::session::CardUp { at, on: Some(id.clone()) }).collect()
}

/// The file of a session as a later program might write it, in another format.
pub(crate) fn newer(text: &str, format: u32) -> String {
    let (head, field) = (format!("(plenary: {FORMAT},"), format!("\n  format: {FORMAT},"));
    assert!(text.contains(&field), "{text}");
    text.replacen(&head, &format!("(plenary: {format},"), 1).replacen(&field, &format!("\n  format: {format},"), 1)
}
