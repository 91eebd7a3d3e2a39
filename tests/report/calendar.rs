//! The calendar file: what RFC 5545 asks of every line, whatever was typed, and what another program reads in it.

use super::tools::{ran, script, tools};
use crate::support::full::{FACILITATOR, NAMED, PRIVATE, full};
use plenary::framework::Framework;
use plenary::report::calendar;
use plenary::session::{ActionStatus, Session};
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::process::Command;

fn text(session: &Session, saved: &str) -> String {
    calendar(&Framework::built_in().unwrap(), session, saved.parse().unwrap()).text.unwrap()
}

/// The lines of a calendar as they were before they were folded. Each must be as the standard wants it.
fn unfolded(text: &str) -> Vec<String> {
    let body = text.strip_suffix("\r\n").unwrap();
    let mut lines: Vec<String> = Vec::new();
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().unwrap().push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

fn values<'all>(lines: &'all [String], name: &str) -> Vec<&'all str> {
    lines
        .iter()
        .filter_map(|line| line.split_once(':').filter(|(known, _)| *known == name))
        .map(|(_, value)| value)
        .collect()
}

/// A value as the text that it stands for.
fn unescaped(value: &str) -> String {
    let (mut text, mut letters) = (String::new(), value.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'n' => text.push('\n'),
                escaped => text.push(escaped),
            },
            ';' | ',' => panic!("{letter} stands bare in {value}"),
            letter => text.push(letter),
        }
    }
    text
}

proptest! {
    #![proptest_config(crate::support::cases(256))]

    #[test]
    fn whatever_was_typed_every_line_is_a_line_and_says_it(
        what in "[a-zA-Z,;:\\\\\"é東👍\\n ]{1,120}", measure in any::<String>(), owner in "[^\\p{C}]{0,90}", name in any::<String>(),
    ) {
        let mut session = full();
        session.about.partnership = name;
        session.actions.truncate(1);
        session.actions[0].what.clone_from(&what);
        session.actions[0].measure = measure;
        session.actions[0].owner = owner;
        let text = text(&session, "2026-03-12T16:00:00Z");
        let lines = unfolded(&text);
        for line in &lines {
            prop_assert!(line.split_once(':').is_some_and(|(name, _)| name.starts_with(|letter: char| letter.is_ascii_uppercase())), "{line}");
        }
        prop_assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
        let words: Vec<&str> = what.split_whitespace().collect();
        let summary = unescaped(values(&lines, "SUMMARY")[0]);
        prop_assert!(words.is_empty() || summary.ends_with(&format!(": {}", words.join(" "))), "{what:?} in {summary:?}");
    }
}

#[test]
fn a_calendar_names_nobody_and_holds_nothing_private() {
    let lines = unfolded(&text(&full(), "2026-03-12T16:00:00Z")).join("\n");
    for secret in [PRIVATE, FACILITATOR, NAMED, "Two funders have said yes"] {
        assert!(!lines.contains(secret), "{secret} is in {lines}");
    }
    assert!(lines.contains("DTSTART;VALUE=DATE:20260930") && lines.contains("TRIGGER:-P14D"), "{lines}");
}

#[test]
fn another_program_reads_it_and_a_later_file_changes_its_events_and_doubles_none() {
    let Some(tools) = tools("the calendar in another program") else { return };
    let folder = tempfile::tempdir().unwrap();
    let read = |states: &[(&Session, &str)]| -> Vec<Value> {
        let files = states.iter().enumerate().map(|(number, (session, saved))| {
            let path = folder.path().join(format!("{number}.ics"));
            fs::write(&path, text(session, saved)).unwrap();
            path
        });
        let mut python = Command::new(tools.join("python/bin/python"));
        let read = ran(python.arg(script("read_calendar.py")).args(files));
        serde_json::from_str(&read).unwrap()
    };
    let mut first = full();
    first.actions[0].what = "Agree a budget; three years, \\ all funders".to_owned();
    first.actions[0].measure = "In the minutes:\nby item, with sums".to_owned();
    let (saved, later, in_a_year) = ("2026-03-12T16:00:00Z", "2026-04-01T09:00:00Z", "2027-03-11T16:00:00Z");
    let once = read(&[(&first, saved)]);
    // Three are open, and the day on which the room looks again.
    assert_eq!(once.len(), 4);
    assert!(once.iter().all(|event| event["alarm"] == 14), "{once:?}");
    let budget = &once[0];
    assert_eq!(
        budget["summary"],
        "Lochside Community Planning Partnership: Agree a budget; three years, \\ all funders"
    );
    assert!(budget["description"].as_str().unwrap().contains("In the minutes:\nby item, with sums"), "{budget}");
    assert_eq!(read(&[(&first, saved), (&first, saved)]), once, "twice is once");

    let mut second = first.clone();
    second.actions[0].by = Some("2026-12-24".parse().unwrap());
    second.actions[0].owner = "Finance leads".to_owned();
    let changed = read(&[(&first, saved), (&second, later)]);
    assert_eq!(changed.len(), 4);
    assert!(changed.iter().any(|event| event["day"] == "2026-12-24"), "{changed:?}");
    assert_eq!(read(&[(&second, later), (&first, saved)]), changed, "the earlier file brings nothing back");

    // The follow-up's own count of changes begins anew; its events are still those of the actions that it carries on.
    let framework = Framework::built_in().unwrap();
    let mut next = Session::follow_up(&framework, &second, "fedcba9876543210".into(), in_a_year.parse().unwrap());
    next.set_action_status(1, ActionStatus::UnderWay, in_a_year.parse().unwrap()).unwrap();
    next.edit_action(1, |action| action.by = Some("2027-06-30".parse().unwrap())).unwrap();
    let followed = read(&[(&first, saved), (&second, later), (&next, in_a_year)]);
    assert_eq!(followed.len(), 4);
    assert!(followed.iter().any(|event| event["day"] == "2027-06-30"), "{followed:?}");
}
