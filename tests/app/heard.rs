//! Small groups are asked after a vote whether it may be told where they stand; a key pressed by accident says nothing.

use crate::support::room::Room;
use crate::support::talk::Talk;
use plenary::analysis::{Compared, Says, disclosed, disclosed_stances};
use plenary::session::Register;

/// Five statutory people, three from the third sector and three of a community, at an item.
fn room(columns: u16, rows: u16, item: &str) -> Room {
    let mut room = Room::new(columns, rows);
    room.keys("N").types("Glenside CPP").keys("Down Down Down Down Down").types("5").keys("Down").types("3");
    room.keys("Down").types("3").keys("PgDn");
    assert_eq!(room.session().register, Register::parse("statutory=5,third-sector=3,community=3").unwrap());
    room.goes_to(item);
    room
}

/// The same after a vote by groups, of whom the two small ones may not be told of.
fn voted(columns: u16, rows: u16) -> Room {
    let mut room = room(columns, rows, "P3");
    room.keys("V G").types("1 0 2 0 2").keys("Enter").types("1 0 0 0 2").keys("Enter").types("3 0 0 0 0").keys("F5");
    room
}

/// What the groups say in what is told of P3, statutory and everyone else left out.
fn told(room: &Room) -> Vec<Says> {
    let (_, _, feature) = room.app.cx.framework.feature(&"P3".into()).unwrap();
    let told = disclosed(room.session(), feature, None);
    told.rounds[0].groups[1..3].iter().map(|group| group.says.clone()).collect()
}

#[test]
fn small_groups_are_asked_one_after_the_other_and_their_yes_is_kept_with_the_vote() {
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        let mut room = voted(columns, rows);
        assert_eq!(told(&room), [Says::Nothing, Says::Nothing]);
        room.keys("3 L").shows("May it be told?").says("Third sector (3): may it be told");
        room.shows("► Enter  no").keys("1 5 Space PgDn F5 R N").shows("Third sector (3)");
        assert!(room.answer("P3").rounds[0].heard.is_empty(), "only Y says yes");
        room.keys("Y").says("Kept, and not told yet").says("Community (3): may it be told");
        assert_eq!(told(&room), [Says::Nothing, Says::Nothing], "one alone would tell of the other");
        room.keys("Y").hides("May it be told?");
        assert_eq!(told(&room), [Says::Compared(Compared::Higher), Says::Compared(Compared::Lower)]);
        room.keys("U");
        assert_eq!(told(&room), [Says::Nothing, Says::Nothing], "a yes is a step to undo");
    }
}

#[test]
fn no_is_an_answer_and_the_question_stands_in_sight_until_it_is_a_yes() {
    let mut room = voted(120, 36);
    room.says("Third sector and Community: may it be told where they stand?").keys("L Enter").says("Community (3)");
    room.keys("Esc").hides("May it be told?\n").says("Third sector and Community: may it be told where they stand?");
    assert_eq!(room.answer("P3").rounds[0].heard, []);
    room.keys("L Y Y").says("Third sector, Community agreed to be heard");
    room.keys("L Enter Enter");
    assert_eq!(room.answer("P3").rounds[0].heard, [], "and a yes can be taken back");
    room.sleeps(24 * 60).keys("L").says("After a vote by groups").hides("agreed to be heard");
}

#[test]
fn on_an_assumption_they_are_asked_how_sure_they_are() {
    let mut room = room(80, 24, "AS7");
    room.keys("V G").types("2 2 1").keys("Enter").types("2 0 1").keys("Enter").types("0 0 3").keys("F5 L");
    room.says("Third sector (3): may it be told").shows("you are less sure,").shows("as sure or surer than the rest?");
    room.keys("Y Y").says("agreed to be heard");
    let told = disclosed_stances(room.session(), &"AS7".into());
    assert_eq!(told.rounds[0].groups[1].says, Says::Compared(Compared::Higher));
}

#[test]
fn in_lines_they_are_asked_by_a_word() {
    let mut talk = Talk::of(voted(80, 24));
    talk.line("again").says("Third sector and Community: may it be told where they stand? \"hear\" asks them.");
    talk.line("hear")
        .says("Third sector (3): may it be told")
        .says("y: it may be told. Enter: nothing is told of them.")
        .line("y");
    talk.says("Community (3): may it be told").line("y").says("Third sector, Community agreed to be heard.");
    assert_eq!(told(&talk.room), [Says::Compared(Compared::Higher), Says::Compared(Compared::Lower)]);
}
