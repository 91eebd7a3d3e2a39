//! The register line by line, and minority statements: what is typed is kept, and U takes it back.

use crate::support::room::Room;
use crate::support::scenes;
use plenary::framework::Level;
use plenary::session::{Dissent, Presence};

#[test]
fn a_line_says_how_many_which_sector_which_level_where_and_what() {
    let room = scenes::scene("register", 60, 17);
    let register = &room.session().register;
    let groups: Vec<(u16, &str, Option<Level>, &str, Presence)> = register
        .groups
        .iter()
        .map(|one| (one.people, one.sector.as_str(), one.level, one.organisation.as_str(), one.presence))
        .collect();
    assert_eq!(
        groups,
        [
            (7, "statutory", Some(Level::Strategic), "NHS Glenside", Presence::Present),
            (4, "third-sector", Some(Level::Operational), "Glenside Voluntary Action", Presence::Present),
            (1, "community", None, "Tenants' forum", Presence::Apologies),
            (2, "housing", None, "", Presence::Present),
        ]
    );
    assert_eq!((register.people(), register.groups[0].role.as_str()), (13, "service managers"));
}

#[test]
fn a_sector_that_was_typed_is_asked_for_on_the_set_up_page_too() {
    let mut room = scenes::scene("set-up with the register's sectors", 80, 24);
    room.shows("SET-UP").shows("Housing").shows("In the room  13 people: 7 statutory");
    room.keys("F6").shows("REGISTER").shows("apologies").keys("Down Down Del Esc").shows("In the room  13 people");
    assert_eq!(room.session().register.groups.len(), 3);
    room.keys("F6 U").shows("Undid: the register").shows("Tenants' forum");
}

#[test]
fn a_number_that_is_none_is_said_and_the_line_is_kept() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn G N").types("many").keys("Esc").says("\"many\" is not a number of people from 1 to 999; kept as 1");
    assert_eq!(room.session().register.people(), 1);
    room.keys("Enter Backspace").types("12").keys("Esc").shows("12 people").keys("Esc U U");
    assert_eq!(room.session().register.people(), 0);
}

#[test]
fn who_leaves_or_comes_is_three_keys_and_the_next_vote_knows() {
    let mut room = super::voting::room(60, 20);
    let before = room.session().register.clone();
    room.keys("V").shows("0 of 12 in").keys("Esc").minutes(38).keys("G - Esc").keys("V").shows("0 of 11 in");
    room.types("0 2 5 3 1").keys("F5");
    assert_eq!(room.answer("P3").rounds[0].present, Some(11));
    room.keys("G").shows("11 people").shows("15:10 Statutory: 1 left").keys("+ Down + Esc");
    let register = &room.session().register;
    assert_eq!((register.people(), register.here(), register.moves.len()), (13, 13, 3));
    room.keys("U U U U");
    assert_eq!(room.session().register, before);
}

#[test]
fn of_a_line_of_apologies_all_come_and_nobody_can_leave() {
    let mut room = super::voting::room(80, 24);
    room.keys("G End P -").says("Nobody of this line is in the room").keys("+").shows("12 people");
    room.keys("- -").says("Nobody of this line is in the room").shows("11 people");
}

#[test]
fn a_new_line_that_was_left_alone_is_no_line() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn G N Tab Tab Esc").says("Nobody is registered yet");
    assert!(room.session().register.groups.is_empty());
}

#[test]
fn statements_are_kept_as_they_are_typed_and_are_one_step_to_undo() {
    let mut room = scenes::scene("rating with dissent", 80, 24);
    let statement = |text: &str, by: Option<&str>| Dissent {
        text: text.into(),
        attributed_to: by.map(str::to_owned),
        level: Some(Level::Strategic),
    };
    let first = statement("Nobody asked us before the bulletin was cut.", Some("Third sector"));
    let second = statement("A 4 is what we hope for, not what we have.", None);
    assert_eq!(room.answer("P2").dissent, [first.clone(), second]);
    room.says("Dissent Nobody asked us before the bulletin was cut. (Third sector; strategic)");
    room.keys("D PgDn").shows("statement 2");
    for _ in 0..60 {
        room.keys("Backspace");
    }
    room.keys("Esc");
    assert_eq!(room.answer("P2").dissent, [first], "a statement without words is none");
    room.keys("U");
    assert_eq!(room.answer("P2").dissent.len(), 2);
    room.keys("U");
    assert!(room.answer("P2").dissent.is_empty());
}

#[test]
fn a_statement_whose_words_are_taken_away_leaves_the_next_one_alone() {
    let mut room = scenes::scene("rating with dissent", 80, 24);
    room.keys("D");
    for _ in 0..60 {
        room.keys("Backspace");
    }
    room.shows("statement 2").types("Heard late.").keys("Esc");
    let said = &room.answer("P2").dissent;
    let said: Vec<(&str, Option<&str>)> =
        said.iter().map(|one| (one.text.as_str(), one.attributed_to.as_deref())).collect();
    let kept = "A 4 is what we hope for, not what we have.";
    assert_eq!(said, [(kept, None), ("Heard late.", Some("Third sector"))]);
}

#[test]
fn statements_stand_on_the_details_and_on_the_slides() {
    let mut room = scenes::scene("rating with dissent", 80, 24);
    room.keys("PgDn 4 F5 Enter")
        .says("Dissent Nobody asked us before")
        .keys("Esc PgDn")
        .says("Dissent: Nobody asked us before");
}
