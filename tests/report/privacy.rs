//! What a report must not say: private notes ever, names unless asked for, small groups, any score.

use super::{read, report};
use crate::support::full::{FACILITATOR, NAMED, PRIVATE, ROLE, full};
use plenary::report::Format;

#[test]
fn private_notes_are_in_no_format_with_or_without_names() {
    for names in [false, true] {
        for format in Format::ALL {
            let text = read(format, &report(&full(), names).write(format).unwrap());
            assert!(!text.contains(PRIVATE) && !text.contains("Keep between us"), "{format:?}, names {names}");
            assert!(text.contains("Agree a three-year budget"), "{format:?} is the report: {text}");
        }
    }
}

#[test]
fn who_can_be_named_is_named_only_where_that_was_asked_for() {
    // The sheet and the rows hold no register, and a row for each item has no facilitator.
    for format in Format::ALL {
        let text = read(format, &report(&full(), false).write(format).unwrap());
        for name in [FACILITATOR, NAMED, ROLE, "Tenants' forum"] {
            assert!(!text.contains(name), "{format:?} names {name}");
        }
        let text = read(format, &report(&full(), true).write(format).unwrap());
        let facilitator = format != Format::Csv;
        assert_eq!(text.contains(FACILITATOR), facilitator, "{format:?}");
        assert!(text.contains(NAMED), "{format:?}");
        assert_eq!(text.contains(ROLE), !matches!(format, Format::Csv | Format::Excel), "{format:?}");
    }
}

#[test]
fn owners_stay_and_the_text_says_what_was_left_out() {
    for format in [Format::Html, Format::Word, Format::Markdown] {
        let text = read(format, &report(&full(), false).write(format).unwrap());
        assert!(text.contains("Chief officers' group"), "{format:?}");
        assert!(text.contains("are left out. Owners of actions stay"), "{format:?}");
    }
}

#[test]
fn small_groups_are_counted_with_others_and_small_votes_are_not_shown() {
    // 7 statutory, 5 third sector, 1 community: the one and the five are six together.
    let text = read(Format::Markdown, &report(&full(), false).write(Format::Markdown).unwrap());
    assert!(text.contains("Third sector and Community, together"), "{text}");
    let json: serde_json::Value = serde_json::from_slice(&report(&full(), false).write(Format::Json).unwrap()).unwrap();
    let sectors = json["people"]["sectors"].as_array().unwrap();
    assert_eq!(sectors.len(), 2);
    assert_eq!((sectors[0]["people"].as_u64(), sectors[1]["people"].as_u64()), (Some(7), Some(6)));
    let knowledge = json["features"].as_array().unwrap().iter().find(|one| one["id"] == "K5").unwrap();
    assert_eq!(knowledge["votes"][0]["ballots"], 4);
    assert!(knowledge["votes"][0]["counts"].is_null(), "{knowledge}");
}

#[test]
fn no_format_holds_a_score_a_mean_or_a_cause() {
    for format in Format::ALL {
        let text = read(format, &report(&full(), true).write(format).unwrap()).to_lowercase();
        for word in ["overall score:", "total score", "mean", "percent", "average rating", "rank:"] {
            assert!(!text.contains(word) || word == "mean" && !has_word(&text, "mean"), "{format:?}: {word}");
        }
    }
}

fn has_word(text: &str, wanted: &str) -> bool {
    text.split(|letter: char| !letter.is_alphabetic()).any(|word| word == wanted)
}
