//! What a report must not say: private notes ever, names unless asked for, small groups, any score.

use super::{read, report};
use crate::support::full::{FACILITATOR, NAMED, PRIVATE, ROLE, full};
use plenary::report::Format;
use plenary::session::{ActionEvent, Comment, Decided, Decision, Import, Logged, Move, Register};

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

/// A headcount beside the room's number: whoever subtracts finds no group under five, in papers, tables or comparisons.
#[test]
fn no_headcount_of_fewer_than_five_stands_beside_a_total() {
    for people in ["statutory=8,third-sector=4", "statutory=6,third-sector=5,community=1", "statutory=3,community=1"] {
        let mut session = full();
        session.register = Register::parse(people).unwrap();
        let json: serde_json::Value =
            serde_json::from_slice(&report(&session, false).write(Format::Json).unwrap()).unwrap();
        let (total, sectors) = (json["people"]["total"].as_u64(), json["people"]["sectors"].as_array().unwrap());
        let told: Vec<u64> = sectors.iter().map(|one| one["people"].as_u64().unwrap()).collect();
        assert_eq!(Some(told.iter().sum()), total, "{people}");
        assert!(told.len() == 1 || told.iter().all(|people| *people >= 5), "{people}: {told:?}");
    }
    // 7 voted statutory, 5 third sector and 1 community: of the one nothing is told, nor that they are one.
    let json: serde_json::Value = serde_json::from_slice(&report(&full(), false).write(Format::Json).unwrap()).unwrap();
    for feature in json["features"].as_array().unwrap() {
        for vote in feature["votes"].as_array().unwrap() {
            for group in vote["groups"].as_array().unwrap() {
                assert_eq!(group["ballots"].is_null(), group["counts"].is_null(), "{group}");
                assert!(group["ballots"].is_null() || group["ballots"].as_u64() >= Some(5), "{group}");
            }
        }
    }
}

#[test]
fn who_came_later_who_left_and_how_many_of_those_present_voted_is_said() {
    let mut session = full();
    let at = crate::support::said::at();
    session.register.moves = [1, 2, -1].map(|people| Move { at, sector: "community".into(), people }).into();
    session.answers.get_mut(&"I1".into()).unwrap().rounds[0].present = Some(14);
    let text = read(Format::Markdown, &report(&session, false).write(Format::Markdown).unwrap());
    assert!(text.contains("3 came later and 1 left earlier."), "{text}");
    assert!(text.contains("Vote 1, 13 of 14 people"), "{text}");
    assert!(text.contains("Vote 2, 13 people"), "the others are told as they were: {text}");
}

#[test]
fn a_session_in_which_nothing_was_rated_says_so() {
    let framework = plenary::framework::Framework::built_in().unwrap();
    let nothing = plenary::session::Session::new(&framework, "0123456789abcdef".into(), crate::support::said::at());
    let text = read(Format::Markdown, &report(&nothing, false).write(Format::Markdown).unwrap());
    assert!(text.contains("1.2 Nothing was rated: no feature was decided."), "{text}");
}

#[test]
fn what_could_name_somebody_is_listed_with_its_place_before_a_paper_goes_out() {
    let mut session = full();
    let plain = report(&session, false).check();
    session.answers.get_mut(&"I1".into()).unwrap().note =
        "Ring Dr Ross on 0131 496 0123, or jo.bloggs@council.example. The award came late.".into();
    session.actions[0].owner = "Fiona Campbell".into();
    session.answers.get_mut(&"I2".into()).unwrap().note =
        "We told Zoltan Kovacs and Police Scotland in March 2026.".into();
    let comment = Comment { on: None, text: "Thank Sir Okafor, and write to us at pat@example.org.".into() };
    session.imports.push(Import { people: 5, comments: vec![comment], ..Import::default() });
    let found: Vec<String> = report(&session, false).check().into_iter().filter(|line| !plain.contains(line)).collect();
    let wanted = [
        "Funding (I1): an e-mail address, jo.bloggs@council.example",
        "Funding (I1): a telephone number, 0131 496 0123",
        "Funding (I1): perhaps a name, Dr Ross",
        "IT systems (I2): perhaps a name, Zoltan Kovacs",
        "From the survey: an e-mail address, pat@example.org",
        "From the survey: perhaps a name, Sir Okafor",
        "Action 1: perhaps a name, Fiona Campbell",
        "Who answers for an action is a role or an organisation; if one of these is a person, change it in the session \
         first.",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn owners_who_may_be_persons_are_told_once_with_all_their_actions_and_offices_are_not() {
    let mut session = full();
    let owners = ["Jo Smith", "Head of Strategic Commissioning, Jo Smith", "J. McDonald", "Chief Officer (Health)"];
    for (action, owner) in session.actions.iter_mut().zip(owners) {
        (action.owner, action.support) = (owner.into(), "Third Sector Interface; Citizens Advice".into());
    }
    session.actions[0].measure = "Ring (0141) 555 0199, or 0141.555.0198.".into();
    let found = report(&session, false).check_plan();
    let wanted = [
        "Action 1: a telephone number, (0141) 555 0199",
        "Action 1: a telephone number, 0141.555.0198",
        "Action 1, Action 2: perhaps a name, Jo Smith",
        "Action 3: perhaps a name, J. McDonald",
    ];
    assert_eq!(found[..4], wanted, "{found:?}");
    assert_eq!(found.len(), 5, "{found:?}");
}

#[test]
fn no_address_is_in_a_report_that_is_not_listed_before_it_goes_out() {
    let mut session = full();
    let (mut many, at) = (0, crate::support::said::at());
    let mut plant = |text: &mut String| {
        many += 1;
        *text = format!("Write to planted{many}@example.org soon.");
    };
    plant(&mut session.about.purpose);
    plant(&mut session.about.venue);
    session.answers.values_mut().for_each(|one| {
        plant(&mut one.note);
        one.dissent.iter_mut().for_each(|one| plant(&mut one.text));
        if let Decided::Whole(Decision::NotAgreed { low_view, high_view, .. }) = &mut one.decided {
            plant(low_view);
            plant(high_view);
        }
    });
    session.assumptions.values_mut().for_each(|one| [&mut one.note, &mut one.dissent].into_iter().for_each(&mut plant));
    session.influences.values_mut().for_each(|one| plant(&mut one.note));
    session.risks.values_mut().for_each(|one| plant(&mut one.note));
    for action in &mut session.actions {
        let mut log = String::new();
        [&mut action.what, &mut action.owner, &mut action.support, &mut action.measure, &mut log]
            .into_iter()
            .for_each(&mut plant);
        action.log.push(Logged { at, event: ActionEvent::Note(log) });
    }
    let mut comments = Vec::new();
    for on in [None, Some("I1".into()), Some("inputs".into()), Some("AS1".into())] {
        let mut text = String::new();
        plant(&mut text);
        comments.push(Comment { on, text });
    }
    session.imports.push(Import { people: 5, comments, ..Import::default() });
    let (report, mut told) = (report(&session, true), 0);
    let (paper, listed) = (report.json(), report.check().join("\n"));
    for one in 1..=many {
        let address = format!("planted{one}@example.org");
        if paper.contains(&address) {
            told += 1;
            assert!(listed.contains(&address), "{address} is told and not listed");
        }
    }
    assert!(told > 30, "{told} of {many}");
}
