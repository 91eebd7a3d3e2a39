//! T13: hostile text in every place that takes any, through all six formats, parsed back: the same words are found.

use super::{read, report};
use crate::support::corpus::corpus;
use crate::support::full::full;
use plenary::report::Format;
use plenary::session::{Decision, Session};

/// What a report makes of a text, apart from how its lines and blanks stand: words as they must be found again.
fn words(text: &str) -> Vec<String> {
    let spaced: String = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    plenary::clean::sanitise_for_paper(&spaced).split_whitespace().map(str::to_owned).collect()
}

/// Puts a text wherever somebody types one; how many places those are.
fn everywhere(session: &mut Session, texts: &mut impl Iterator<Item = String>) -> Vec<String> {
    let mut put = Vec::new();
    let mut next = |place: &mut String| {
        *place = texts.next().unwrap();
        put.push(place.clone());
    };
    next(&mut session.about.partnership);
    next(&mut session.about.purpose);
    next(&mut session.about.venue);
    next(&mut session.about.facilitator);
    for answer in session.answers.values_mut() {
        next(&mut answer.note);
        answer.dissent.iter_mut().for_each(|dissent| next(&mut dissent.text));
        for (_, decision) in decisions(answer) {
            if let Decision::NotAgreed { low_view, high_view, .. } = decision {
                next(low_view);
                next(high_view);
            }
        }
    }
    session.assumptions.values_mut().for_each(|answer| next(&mut answer.note));
    session.risks.values_mut().filter(|answer| !answer.note.is_empty()).for_each(|answer| next(&mut answer.note));
    for action in &mut session.actions {
        next(&mut action.what);
        next(&mut action.owner);
        next(&mut action.measure);
    }
    put
}

fn decisions(answer: &mut plenary::session::Answer) -> Vec<(u8, &mut Decision)> {
    match &mut answer.decided {
        plenary::session::Decided::Whole(whole) => vec![(0, whole)],
        plenary::session::Decided::Levels { strategic, operational } => vec![(1, strategic), (2, operational)],
    }
}

#[test]
fn two_thousand_hostile_texts_are_found_again_in_every_format() {
    let mut texts = corpus();
    let (mut cases, mut session) = (0, full());
    while cases < 2_000 {
        let put = everywhere(&mut session, &mut texts);
        let report = report(&session, true);
        for format in Format::ALL {
            let bytes = report.write(format).unwrap();
            let said = words(&read(format, &bytes)).join(" ");
            for text in &put {
                // A row for each item has no place for what is said of the whole, nor has a sheet for a venue of blanks.
                if format == Format::Csv && put[1..4].contains(text) {
                    continue;
                }
                let wanted = words(text).join(" ");
                assert!(said.contains(&wanted), "{format:?} lost {text:?}, which is {wanted:?}");
                cases += 1;
            }
            if matches!(format, Format::Csv) {
                no_formula(&bytes);
            }
        }
    }
}

fn no_formula(csv: &[u8]) {
    for row in csv::Reader::from_reader(csv).records() {
        for value in &row.unwrap() {
            let begins = value.trim_start().chars().next();
            assert!(!matches!(begins, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\u{ff1d}')), "{value:?}");
        }
    }
}

#[test]
fn a_note_of_64_kib_is_whole_in_every_format() {
    let mut session = full();
    let note = (0..9_400).map(|number| format!("w{number:05}")).collect::<Vec<_>>().join(" ");
    assert!(note.len() > 64 * 1024);
    session.answers.get_mut(&"I1".into()).unwrap().note.clone_from(&note);
    let report = report(&session, false);
    for format in Format::ALL {
        let said = read(format, &report.write(format).unwrap());
        let said: std::collections::HashSet<&str> = said.split_whitespace().collect();
        let missing = note.split_whitespace().find(|word| !said.contains(word));
        assert_eq!(missing, None, "{format:?}");
    }
}

#[test]
fn lines_that_would_be_markup_stay_text_in_markdown() {
    let mut session = full();
    let note = "# no heading\n- no point\n1. no number\n1) no number\n===\n---\n> no quote\n    no code\n```\n+ no point\n* no point\n| no | table |\n[no](link) ![no](image) <http://no.link> &amp; &#65; \\ `no code` ~~no~~";
    session.answers.get_mut(&"I1".into()).unwrap().note = note.into();
    let said = read(Format::Markdown, &report(&session, false).write(Format::Markdown).unwrap());
    let wanted: Vec<String> = note.lines().map(|line| words(line).join(" ")).collect();
    let said: Vec<String> = said.lines().map(|line| words(line).join(" ")).collect();
    for line in wanted {
        assert!(said.contains(&line), "{line:?} in {said:#?}");
    }
}
