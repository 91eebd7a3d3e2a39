//! Cells, headings, votes and people as they are read, one by one.

mod fuzz;

use super::answer::{Answer, Answers, Read};
use super::names::{Named, Names};
use super::people::{Whose, level, sector};
use super::table::plain;
use crate::framework::{Framework, Level, Step};
use crate::session::Register;

#[test]
fn votes_are_read_as_people_and_programs_write_them() {
    let framework = Framework::built_in().unwrap_or_default();
    let rating = Answers::at(&Step::Feature("I1".into()), &framework);
    let stance = Answers::at(&Step::Assumption("AS1".into()), &framework);
    let sure = |key| Read::Sure(Answer::Vote(key));
    let near = |key| Read::Near(Answer::Vote(key));
    for (text, read) in [
        ("4", sure('4')),
        ("4.0", sure('4')),
        ("4,0", sure('4')),
        ("4 Mostly", sure('4')),
        ("4 - Mostly", sure('4')),
        ("4: mostly", sure('4')),
        ("4=Mostly", sure('4')),
        ("Mostly", sure('4')),
        ("MOSTLY", sure('4')),
        ("Mostly (4)", sure('4')),
        ("Mostly 4", sure('4')),
        ("4/5", sure('4')),
        ("4 out of 5", sure('4')),
        ("4.", sure('4')),
        ("Strongly agree", sure('5')),
        ("Neither agree nor disagree", sure('3')),
        ("=\"4\"", sure('4')),
        ("'4", sure('4')),
        ("4 Agree", sure('4')),
        ("\u{ff14}", sure('4')),
        ("0", sure('0')),
        ("0 don't know", sure('0')),
        ("Don\u{2019}t know", sure('0')),
        ("dk", sure('0')),
        ("?", sure('0')),
        ("n/a", Read::Sure(Answer::Blank)),
        ("\u{2013}", Read::Sure(Answer::Blank)),
        ("mosty", near('4')),
        ("4 indeed", near('4')),
        ("Sustained", near('5')),
        ("4 Not yet", Read::Contradicts),
        ("4 Sustained", Read::Contradicts),
        ("0 Mostly", Read::Contradicts),
        ("6", Read::Nothing),
        ("4.5", Read::Nothing),
        ("45", Read::Nothing),
        ("-4", Read::Nothing),
        (".5", Read::Nothing),
        (".0", Read::Nothing),
        ("3 or 4", Read::Nothing),
        ("3-4", Read::Nothing),
        ("4/10", Read::Nothing),
        ("4.5 Mostly", Read::Nothing),
        ("1.5", Read::Nothing),
        ("many", Read::Nothing),
        ("99999999999", Read::Nothing),
        ("4th", Read::Nothing),
        ("12/03/2026", Read::Date),
        ("04-May", Read::Date),
        ("May-04", Read::Date),
        ("01/05", Read::Date),
        ("04:05:00", Read::Date),
        ("2026-05-04 09:01:00", Read::Date),
        ("4-5", Read::Nothing),
        ("4;5", Read::Nothing),
        ("4 5", Read::Nothing),
        ("4%", Read::Nothing),
        ("4.05", Read::Nothing),
        ("4+", near('4')),
        ("4 -", near('4')),
        ("A4", near('4')),
        ("AO06", near('0')),
        ("A7", Read::Nothing),
        ("(4) Mostly", sure('4')),
        ("[4]", sure('4')),
        ("4 of 5", sure('4')),
        ("N / A", Read::Sure(Answer::Blank)),
    ] {
        assert_eq!(rating.read(&plain(text)), read, "{text}");
    }
    for (text, read) in [
        ("1", sure('1')),
        ("Holds", sure('1')),
        ("partly holds", sure('2')),
        ("3 does not hold", sure('3')),
        ("Yes", sure('1')),
        ("No", sure('3')),
        ("agree", near('1')),
        ("Y", near('1')),
        ("Uncertain", near('0')),
        ("A4", near('0')),
        ("4", Read::Nothing),
        ("not sure", sure('0')),
        ("1 does not hold", Read::Contradicts),
    ] {
        assert_eq!(stance.read(&plain(text)), read, "{text}");
    }
}

#[test]
fn headings_name_items_by_id_by_wording_and_nearly() {
    let framework = Framework::built_in().unwrap_or_default();
    let names = Names::of(&framework);
    let sure = |id: &str| Named::Sure(Step::Feature(id.into()));
    let near = |id: &str| Named::Near(Step::Feature(id.into()));
    for heading in [
        "I1",
        " i1 ",
        "I1*",
        "I1 Adequate and secure funding",
        "I1: Adequate and secure funding",
        "I1, funding",
        "Adequate and secure funding",
        "Rate each [I1 Adequate and secure funding]",
        "Q7. Adequate and secure funding",
        "7) I1 Funding",
        "Funding",
        "Inputs - I1",
        "Rate each.Adequate and secure funding",
        "Inputs [I1]",
        "\u{ff29}\u{ff11} Funding",
        "Does the money agreed cover what we plan? Until when is it sure?",
    ] {
        assert_eq!(names.find(heading), sure("I1"), "{heading}");
    }
    assert_eq!(names.find("Rate each [I2 Effective IT systems]"), sure("I2"));
    for (heading, id) in
        [("Adequate & secure fundng", "I1"), ("Effective IT systems", "I2"), ("I1 Something else altogether", "I1")]
    {
        assert_eq!(names.find(heading), near(id), "{heading}");
    }
    let level = |level| Named::Sure(Step::Level("P2".into(), level));
    for heading in
        ["P2 strategic", "P2 (Strategic)", "strategic: p2", "P2 Regular and effective communication (strategic)"]
    {
        assert_eq!(names.find(heading), level(Level::Strategic), "{heading}");
    }
    assert_eq!(names.find("P2"), Named::WhichLevel("P2".into()));
    for level in Level::ALL {
        let (_, _, feature) = framework.feature(&"A2".into()).unwrap_or_else(|| unreachable!());
        let sure = Named::Sure(Step::Level("A2".into(), level));
        assert_eq!(names.find(feature.question_at(Some(level))), sure);
        assert_eq!(names.find(&format!("{} ({})", feature.text, level.label())), sure);
    }
    assert_eq!(
        names.find("I1 Effective IT systems that enable information sharing"),
        Named::Contradicts("I1".into(), "I2".into())
    );
    for heading in ["Z9", "Start time", "Name", "", "Which sector are you from?", "Any other comments?"] {
        assert_eq!(names.find(heading), Named::Nothing, "{heading}");
    }
}

#[test]
fn sectors_and_levels_are_known_by_what_people_call_them() {
    let mut register = Register::default();
    assert!(register.add_sector("Housing").is_ok());
    for (text, id) in [
        ("statutory", "statutory"),
        ("Statutory sector", "statutory"),
        ("NHS", "statutory"),
        ("Third\u{a0}sector", "third-sector"),
        ("third-sector", "third-sector"),
        ("voluntary", "third-sector"),
        ("Voluntary sector organisation", "third-sector"),
        ("Trydydd sector", "third-sector"),
        ("COMMUNITY", "community"),
        ("Private", "private"),
        ("housing", "housing"),
    ] {
        assert_eq!(sector(text, &register), Whose::Sure(Some(id.into())), "{text}");
    }
    for (text, id) in [("statutry", Some("statutory")), ("NHS Lothian", Some("statutory")), ("church", None)] {
        assert_eq!(sector(text, &register), Whose::Near(id.map(str::to_owned)), "{text}");
    }
    assert_eq!(sector("Sector not said", &register), Whose::Sure(None));
    assert_eq!(level("STRATEGIC"), Whose::Sure(Some(Level::Strategic)));
    assert_eq!(level("Strategic (I set direction)"), Whose::Near(Some(Level::Strategic)));
    assert_eq!(level("operatonal"), Whose::Near(Some(Level::Operational)));
    assert_eq!(level("middle"), Whose::Near(None));
}
