//! What is written is read back the same, and the first line says what the document says.

use crate::support::sessions::{full_session, moment, new_session, sessions, small_framework, texts};
use jiff::civil::date;
use plenary::framework::Id;
use plenary::session::{Answer, Decision, FORMAT, Session, Status};
use plenary::store::{Head, RealFiles, decode, encode, open, read_head, save};
use proptest::prelude::*;

const FIXTURE: &str = include_str!("../fixtures/session-v1.ron");
const FIXTURE_2: &str = include_str!("../fixtures/session-v2.ron");
const FIXTURE_3: &str = include_str!("../fixtures/session-v3.ron");
const FIXTURE_4: &str = include_str!("../fixtures/session-v4.ron");

fn text_of(session: &Session) -> String {
    encode(session, &Head::of(session, &small_framework(), moment(3600))).unwrap()
}

#[test]
fn a_session_saved_and_opened_again_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("session.ron");
    save(&RealFiles, &file, &full_session(), &small_framework(), moment(3600)).unwrap();
    let loaded = open(&file).unwrap();
    assert_eq!(loaded.session, full_session());
    assert_eq!(loaded.warnings, []);
}

#[test]
fn the_first_line_says_what_the_document_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("session.ron");
    save(&RealFiles, &file, &full_session(), &small_framework(), moment(3600)).unwrap();
    let expected = Head {
        format: FORMAT,
        id: "0123456789abcdef".into(),
        rev: 41,
        partnership: "Glenside CPP".into(),
        date: Some(date(2026, 3, 12)),
        done: 5,
        of: 5,
        not_agreed: 2,
        people: 12,
        status: Status::Finished,
        demo: true,
        saved: moment(3600),
        open_actions: 0,
        tables: 0,
        table: String::new(),
    };
    assert_eq!(read_head(&file).unwrap(), expected);
    assert_eq!(read_head(&file).unwrap(), Head::of(&open(&file).unwrap().session, &small_framework(), moment(3600)));
}

#[test]
fn a_feature_with_one_of_its_two_levels_is_not_done() {
    let mut session = full_session();
    session.answers.get_mut(&"A2".into()).unwrap().decided =
        plenary::session::Decided::Levels { strategic: Decision::DontKnow, operational: Decision::NotDiscussed };
    let head = Head::of(&session, &small_framework(), moment(0));
    assert_eq!((head.done, head.of, head.not_agreed), (4, 5, 1));
}

#[test]
fn the_file_is_one_plain_ron_document_between_two_comments() {
    let text = text_of(&new_session("00000000000000ff"));
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("// (plenary: 4, id: \"00000000000000ff\", rev: 0, partnership: \"Glenside CPP\", "));
    assert_eq!(lines[1..3], ["(", "  format: 4,"]);
    assert!(lines.last().unwrap().starts_with("// crc32: "));
    assert!(!text.contains('\r') && text.ends_with('\n'));
    let plain: Session = ron::from_str(&text).unwrap();
    assert_eq!(plain, new_session("00000000000000ff"), "any RON reader can read it");
}

#[test]
fn no_control_sequence_reaches_the_file_as_it_is() {
    let text = text_of(&full_session());
    assert!(text.contains("\\u{1b}[31m"));
    assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control()));
}

#[test]
fn a_head_of_the_longest_names_still_fits_what_a_list_reads() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("session.ron");
    let mut session = new_session("0123456789abcdef");
    session.about.partnership = "\u{10ffff}".repeat(10_000);
    save(&RealFiles, &file, &session, &small_framework(), moment(0)).unwrap();
    assert_eq!(read_head(&file).unwrap().partnership.chars().count(), 200);
    assert_eq!(open(&file).unwrap().session, session);
}

/// A fixture that is changed to suit the program proves nothing any more.
#[test]
fn the_frozen_files_are_as_they_were_written() {
    let frozen = [
        ("session-v1.ron", FIXTURE, 2355, 0xd31b_f701),
        ("session-v2.ron", FIXTURE_2, 14913, 0x3ebb_eb2f),
        ("session-v3.ron", FIXTURE_3, 15271, 0xf970_04a9),
        ("session-v4.ron", FIXTURE_4, 18332, 0xa934_0ac1),
    ];
    for (name, text, size, checksum) in frozen {
        let found = (text.len(), crc32fast::hash(text.as_bytes()));
        assert_eq!(found, (size, checksum), "{name} is frozen; a new format gets a file of its own");
    }
}

/// The file was written by the first version with this format and must load for ever.
#[test]
fn the_frozen_file_of_format_1_loads_to_the_same_values_and_is_written_as_format_4() {
    let loaded = decode(FIXTURE.as_bytes(), "session-v1.ron").unwrap();
    assert_eq!(loaded.session, full_session());
    assert_eq!(loaded.warnings, []);
    let (_, document) = FIXTURE.split_once("format: 1,").unwrap();
    let (document, _) = document.split_once("// crc32").unwrap();
    assert!(text_of(&loaded.session).contains(&format!("(\n  format: 4,{document}")), "nothing else changes");
}

/// Every field that a session of format 2 may have, and the parts of each that say something.
const OF_FORMAT_2: &[&str] = &[
    "status: Finished",
    "demo: true",
    "register: (",
    "place: Walk(Risk(\"R5\"))",
    "rounds: [",
    "dissent: [",
    "private_note: ",
    "parked: true",
    "history: [",
    "assumptions: {",
    "influences: {",
    "risks: {",
    "dots: {",
    "actions: [",
    "log: [",
    "review: Some(",
    "seconds: {",
    "deep_dives: [",
    "finish: Some(",
    "tables: [",
    "earlier: Some(",
    "decided: {",
];

/// What format 3 has more: votes on an assumption.
const OF_FORMAT_3: &[&str] = &["counts: (4, 2, 1)", "counts: (0, 1, 4), dont_know: 1"];

/// What format 4 has more: a table's name, what is half typed, when parts began, a vote that was open, groups that
/// agree to be heard, what may be told of a merged round, last time's blind spots, what came in, who came and went, and
/// cards that were up.
/// `shape` holds it to every field there is.
const OF_FORMAT_4: &[&str] = &[
    "table: \"Blue\"",
    "drafts: {",
    "Setup: (",
    "NewLine: (",
    "Line(0): (",
    "NewAction: (",
    "Action(1): (",
    "Log(1): (",
    "Review: (",
    "NotAgreed(\"A2\", Some(Operational)): (",
    "Dissent(\"I1\"): (",
    "open_at: ",
    "open_vote: Some(",
    "begun: {",
    "heard: [",
    "told: Some((room: true, sectors: [",
    "imports: [",
    "known: [(people: ",
    "in_room: true",
    "stances: [(item: ",
    "comments: [(text: ",
    "unknown_to_many: true",
    "sectors: [\n      (id: ",
    "organisation: \"Riverside Council\", role: \"Housing officers\"",
    "left: 1",
    "presence: Apologies",
    "counted: SectorAndLevel",
    "way: Keypad",
    "moves: [",
    "present: Some(14)",
    "attributed_to: Some(",
    "holds: [",
    "replaced: [",
    "check_in: ",
    "cards_up: [",
];

/// The document without the comments around it.
fn document(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The session in a frozen file, which must show all of these.
fn frozen(text: &str, name: &str, parts: &[&str]) -> Session {
    let missing: Vec<&&str> = parts.iter().filter(|part| !text.contains(**part)).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "{name} shows too little");
    let loaded = decode(text.as_bytes(), name).unwrap();
    assert_eq!(loaded.warnings, []);
    loaded.session
}

#[test]
fn the_frozen_file_of_format_2_has_every_field_and_is_written_as_format_4_with_nothing_else_changed() {
    let session = frozen(FIXTURE_2, "session-v2.ron", OF_FORMAT_2);
    assert_eq!(document(&text_of(&session)), document(FIXTURE_2).replacen("format: 2,", "format: 4,", 1));
}

#[test]
fn the_frozen_file_of_format_3_has_every_field_and_is_written_as_format_4() {
    let session = frozen(FIXTURE_3, "session-v3.ron", &[OF_FORMAT_2, OF_FORMAT_3].concat());
    assert_eq!(document(&text_of(&session)), document(FIXTURE_3).replacen("format: 3,", "format: 4,", 1));
}

#[test]
fn the_frozen_file_of_format_4_has_every_field_and_is_written_the_same() {
    let session = frozen(FIXTURE_4, "session-v4.ron", &[OF_FORMAT_2, OF_FORMAT_3, OF_FORMAT_4].concat());
    assert_eq!(document(&text_of(&session)), document(FIXTURE_4));
}

proptest! {
    #![proptest_config(crate::support::cases(1000))]

    #[test]
    fn any_session_comes_back_the_same(session in sessions()) {
        let text = text_of(&session);
        let loaded = decode(text.as_bytes(), "any.ron").unwrap();
        prop_assert_eq!(&loaded.session, &session);
        prop_assert_eq!(loaded.warnings, []);
        prop_assert_eq!(text_of(&loaded.session), text, "and is written the same again");
    }
}

proptest! {
    #![proptest_config(crate::support::cases(10_000))]

    #[test]
    fn any_text_comes_back_the_same(text in prop_oneof![texts(), any::<String>()]) {
        let mut session = new_session("00000000000000ff");
        session.about.purpose.clone_from(&text);
        session.answers.insert("I1".into(), Answer { note: text.clone(), ..Answer::default() });
        session.answers.insert(Id(text), Answer::default());
        prop_assert_eq!(decode(text_of(&session).as_bytes(), "any.ron").unwrap().session, session);
    }
}
