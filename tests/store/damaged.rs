//! Damaged, newer, foreign and hostile files: named with a place and a next step, never a panic, and
//! never silently something else than what was saved.

use crate::support::sessions::{full_session, moment, new_session, small_framework};
use plenary::session::{FORMAT, Session};
use plenary::store::{Head, LARGEST, OpenError, Warning, decode, encode, open};
use std::fs;

fn text_of(session: &Session) -> String {
    encode(session, &Head::of(session, &small_framework(), moment(0))).unwrap()
}

fn small() -> Vec<u8> {
    let mut session = new_session("0123456789abcdef");
    session.answers.insert("I1".into(), full_session().answers[&"I1".into()].clone());
    text_of(&session).into_bytes()
}

fn refusal(bytes: &[u8]) -> String {
    decode(bytes, "glenside.ron").unwrap_err().to_string()
}

fn warnings(bytes: &[u8]) -> Vec<String> {
    decode(bytes, "glenside.ron").unwrap().warnings.iter().map(ToString::to_string).collect()
}

/// Whether damage was noticed: a sentence, or a session with a warning about its checksum.
fn is_noticed(bytes: &[u8]) -> bool {
    match decode(bytes, "glenside.ron") {
        Err(error) => error.to_string().contains("Plenary has left the file as it is."),
        Ok(loaded) => {
            loaded.warnings.iter().any(|warning| matches!(warning, Warning::ChangedOutside | Warning::NoChecksum))
        }
    }
}

#[test]
fn every_truncation_is_noticed() {
    let whole = small();
    for length in 0..whole.len() {
        assert!(is_noticed(&whole[..length]), "cut after {length} bytes");
    }
    assert!(!is_noticed(&whole), "the control: the whole file is sound");
}

#[test]
fn every_flip_of_a_single_bit_is_noticed() {
    let whole = small();
    for bit in 0..whole.len() * 8 {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(is_noticed(&flipped), "bit {} of byte {}", bit % 8, bit / 8);
    }
}

#[test]
fn every_zeroed_block_is_noticed() {
    let whole = small();
    for start in (0..whole.len()).step_by(64) {
        let mut zeroed = whole.clone();
        let end = (start + 512).min(zeroed.len());
        zeroed[start..end].fill(0);
        assert!(is_noticed(&zeroed), "zeros from {start}");
    }
    let all = refusal(&vec![0; 4096]);
    assert_eq!(
        all,
        "glenside.ron holds zero bytes from line 1, column 1 on, as a failing disk or a power cut leaves them. \
         Plenary has left the file as it is. Open an earlier copy."
    );
}

#[test]
fn a_cut_file_says_so_with_line_and_column() {
    let whole = String::from_utf8(small()).unwrap();
    let cut = &whole[..whole.find("venue").unwrap()];
    let sentence = refusal(cut.as_bytes());
    assert!(
        sentence.starts_with("glenside.ron is damaged at line 17, column 5: the file was cut short; "),
        "{sentence}"
    );
}

#[test]
fn a_fault_in_the_text_is_named_in_words() {
    let whole = String::from_utf8(small()).unwrap();
    for (right, wrong, at, words) in [
        ("\n  rev: 0,", "\n  rev: 0", "line 6, column 3", "a comma"),
        ("\n  rev: 0,", "\n  rev: many,", "line 5, column", "a whole number is expected here"),
        ("\n  rev: 0,", "\n  rev: -1,", "line 5, column 9", "the number is too large, or below zero"),
        ("Agreed(4)", "Agreed(6)", "line", "a rating is a whole number from 1 to 5, not 6"),
        (
            "\n  status: InProgress",
            "\n  status: Paused",
            "line",
            "\"Paused\" is not known here; one of InProgress, Finished is",
        ),
        ("\n  rev: 0,", "\n  rev: 0, rev: 1,", "line 5", "the field \"rev\" stands twice"),
        ("purpose: \"\"", "purpose: \"", "line 17, column 13", "a comma is missing here"),
    ] {
        let sentence = refusal(whole.replacen(right, wrong, 1).as_bytes());
        assert!(sentence.contains(&format!("damaged at {at}")) && sentence.contains(words), "{wrong}: {sentence}");
    }
}

#[test]
fn a_newer_format_is_named_before_anything_else_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("newer.ron");
    let text = "// (plenary: 7, colour: Blue)\n(\n  format: 7,\n  pages: [Turned(\"x\")],\n)\n";
    fs::write(&file, text).unwrap();
    let error = open(&file).unwrap_err();
    assert!(matches!(error, OpenError::Newer { found: 7, .. }));
    assert!(error.to_string().contains(&format!("newer Plenary (format 7, this program reads up to {FORMAT})")));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn other_files_are_called_what_they_are() {
    for (bytes, words) in [
        (b"".as_slice(), "is empty"),
        (b" \n\t\n", "is empty"),
        (b"Dear all,\nplease find attached", "is not a Plenary session: it has no format number; line 1"),
        (b"(theme: Some(\"dusk\"))", "is not a Plenary session: it has no format number"),
        (b"{\"format\": 1}", "is not a Plenary session"),
        (b"(format: 0)", "is not a Plenary session: its format is 0"),
        (b"(format: 1)", "the field \"id\" is missing"),
        (b"PK\x03\x04\x14\x00\x06\x00", "holds zero bytes from line 1, column 6 on"),
        (b"// \xe9t\xe9\n(format: 1)", "is not UTF-8 text: line 1, column 4"),
    ] {
        let sentence = refusal(bytes);
        assert!(sentence.contains(words), "{sentence}");
    }
    let framework = include_str!("../../content/effective-partnerships.ron");
    if framework.contains("stages") {
        assert!(refusal(framework.as_bytes()).contains("it holds a framework"), "{}", refusal(framework.as_bytes()));
    }
}

#[test]
fn encodings_of_windows_editors_are_read_or_named() {
    let whole = String::from_utf8(small()).unwrap();
    assert_eq!(warnings(format!("\u{feff}{whole}").as_bytes()), Vec::<String>::new(), "a byte order mark is skipped");
    let crlf = whole.replace('\n', "\r\n");
    assert_eq!(warnings(crlf.as_bytes()), [Warning::ChangedOutside.to_string()]);
    assert_eq!(decode(crlf.as_bytes(), "x").unwrap().session, decode(whole.as_bytes(), "x").unwrap().session);
    for big in [true, false] {
        let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let bytes: Vec<u8> = whole.encode_utf16().flat_map(unit).collect();
        let marked: Vec<u8> = unit(0xfeff).into_iter().chain(bytes.clone()).collect();
        assert!(refusal(&marked).contains("save it as UTF-8"));
        assert!(refusal(&bytes).contains("save it as UTF-8"));
    }
}

#[test]
fn unknown_fields_are_named_with_their_place_and_the_rest_is_read() {
    let whole = String::from_utf8(small()).unwrap();
    let edited = whole.replacen("  rev: 0,", "  rev: 0,\n  colour: \"blue\",", 1).replacen(
        "    \"I1\": (",
        "    \"I1\": (\n      dots: 3,",
        1,
    );
    let found = warnings(edited.as_bytes());
    assert_eq!(found[0], Warning::ChangedOutside.to_string());
    assert_eq!(
        found[1],
        "line 6, column 3: Plenary does not know the field \"colour\"; it will not be kept when the session is saved."
    );
    assert!(
        found[2].starts_with("line 27, column 7: Plenary does not know the field \"answers.I1.dots\""),
        "{found:?}"
    );
    assert_eq!(found.len(), 3);
}

#[test]
fn an_answer_that_stands_twice_is_named() {
    let whole = String::from_utf8(small()).unwrap();
    let edited = whole.replacen("  answers: {", "  answers: {\n    \"I1\": (parked: true),", 1);
    let found = warnings(edited.as_bytes());
    assert_eq!(
        found[1..],
        ["\"I1\" stands twice under answers; only the last one was read. Join them in an editor before you save."]
    );
}

#[test]
fn values_that_cannot_be_meant_are_clamped_and_named() {
    let mut session = full_session();
    session.id = "../../etc/passwd".into();
    session.rev = u64::MAX;
    session.register.groups[0].people = 60_000;
    session.seconds.insert("inputs".into(), u32::MAX);
    let loaded = decode(text_of(&session).as_bytes(), "x").unwrap();
    assert_eq!(loaded.warnings.len(), 4);
    assert!(loaded.session.id.bytes().all(|byte| byte.is_ascii_hexdigit()) && loaded.session.id.len() == 16);
    assert!(loaded.session.rev.checked_add(1 << 62).is_some());
    assert_eq!(loaded.session.register.groups[0].people, 999);
    assert_eq!(loaded.session.seconds[&"inputs".into()], 604_800);
    let again = decode(text_of(&loaded.session).as_bytes(), "x").unwrap();
    assert_eq!(again.session, loaded.session, "and then it is sound");
    assert_eq!(again.warnings, []);
}

#[test]
fn a_text_of_unusual_length_is_kept_whole_and_named() {
    let mut session = full_session();
    let note = "x".repeat(1_000_000);
    session.answers.get_mut(&"I2".into()).unwrap().note.clone_from(&note);
    let loaded = decode(text_of(&session).as_bytes(), "x").unwrap();
    assert_eq!(loaded.session.answers[&"I2".into()].note, note);
    assert_eq!(loaded.warnings, [Warning::LongText { what: "The note on I2".into(), letters: 1_000_000 }]);
}

#[test]
fn a_session_too_large_to_be_read_again_is_not_written() {
    let mut session = full_session();
    session.answers.get_mut(&"I2".into()).unwrap().note = "x".repeat(LARGEST);
    let error = encode(&session, &Head::of(&session, &small_framework(), moment(0))).unwrap_err();
    assert!(error.to_string().contains("a file may hold 8388608"));
}

/// Whoever wrote a file by other means may have written it tighter than Plenary does.
#[test]
fn a_session_that_could_not_be_saved_again_is_only_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let home = plenary::store::Home::find(Some(&folder.path().join("home"))).unwrap();
    let text = text_of(&full_session());
    let tight = text.replacen("note: \"", &format!("note: \"{}", "\u{200b}".repeat(2 * 1024 * 1024)), 1);
    assert!(tight.len() < LARGEST && tight.len() > text.len());
    let file = folder.path().join("tight.ron");
    fs::write(&file, tight).unwrap();
    let opened = plenary::store::open_to_edit(&plenary::store::RealFiles, &home, &file, moment(0)).unwrap();
    assert!(opened.read_only.unwrap().contains("too large to be saved"));
    assert!(encode(&opened.session, &Head::of(&opened.session, &small_framework(), moment(0))).is_err());
}

#[test]
fn hostile_files_of_the_largest_size_are_refused_or_read_in_bounded_time() {
    let filled = |begin: &str, unit: &str, end: &str| {
        let room = LARGEST - begin.len() - end.len();
        format!("{begin}{}{end}", unit.repeat(room / unit.len()))
    };
    for text in [
        filled("", "(", ""),
        filled("(format: 1, x: ", "[", ""),
        filled("(format: 1, x: [", "(),", "])"),
        filled("(format: 1, ", "x: 1,", ")"),
        filled("(format: 1, answers: {", "\"I1\": (),", "})"),
        filled("(format: 1, id: \"", "\\u{10ffff}", ""),
        filled("", "/*", ""),
        filled("", "// (plenary: 1)\n", ""),
        filled("(format: ", "9", ")"),
        filled("r", "#", ""),
    ] {
        assert!(refusal(text.as_bytes()).len() < 1000);
    }
    let mut session = text_of(&full_session());
    let deep = format!("\n  x: {}{},\n  rev:", "[".repeat(12), "]".repeat(12));
    session = session.replacen("\n  rev:", &deep, 1);
    assert_eq!(warnings(session.as_bytes()).len(), 2);
    assert!(refusal(&vec![b' '; LARGEST + 1]).contains("larger than 8 MiB"));
}
