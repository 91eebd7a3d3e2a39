//! The start page, the list of sessions and the set-up form.

use crate::support::room::Room;
use crate::support::scenes;
use jiff::civil::date;
use plenary::app::{Effect, Msg, Overlay, PageKind, Screen, Target};

fn at_set_up() -> Room {
    let mut room = Room::new(80, 24);
    room.keys("N");
    room
}

/// Empties the field in focus.
fn clears(room: &mut Room) -> &mut Room {
    for _ in 0..30 {
        room.keys("Backspace");
    }
    room
}

#[test]
fn the_start_page_does_what_its_lines_say() {
    for (downs, effect) in [
        (0, Effect::Begin),
        (1, Effect::Find { folder: None, reading: 1 }),
        (2, Effect::OpenDemo),
        (3, Effect::OpenDemo),
    ] {
        let mut room = Room::new(60, 20);
        for _ in 0..downs {
            room.keys("Down");
        }
        room.keys("Enter");
        assert_eq!(room.effects, [effect]);
    }
    for (keys, kind) in [("Down Down Down Down Enter", PageKind::Help), ("A", PageKind::About), ("F1", PageKind::Help)]
    {
        let mut room = Room::new(60, 20);
        room.keys(keys);
        assert!(matches!(room.app.overlays.last(), Some(Overlay::Page(page)) if page.kind == kind), "{keys}");
        room.keys("Esc").shows("► ");
    }
}

#[test]
fn the_help_line_of_the_start_page_lists_keys() {
    let mut room = Room::new(60, 20);
    room.keys("Down Down Down Down Enter").shows("HELP: all keys").shows("Everywhere").keys("Esc F1").hides("all keys");
    room.shows("Begin a new session").keys("PgDn PgDn PgDn PgDn PgDn").says("Wherever you are not typing");
}

#[test]
fn a_line_of_the_start_page_can_be_clicked() {
    let mut room = Room::new(60, 20);
    let screen = room.screen();
    let row = screen.lines().position(|line| line.contains("Try it with a sample")).unwrap();
    assert_eq!(room.clicks(5, u16::try_from(row).unwrap()), Some(Target::Line(2)));
    assert_eq!(room.effects, [Effect::OpenDemo]);
}

#[test]
fn the_last_session_comes_first_and_is_opened() {
    let mut room = scenes::scene("start with a last session", 60, 20);
    room.shows("► Carry on: Glenside CPP, 12 March 2026 (23 of 36)").keys("Enter");
    assert!(matches!(room.effects.as_slice(), [Effect::Open(file)] if file.ends_with("2026-03-12-glenside-cpp.ron")));
}

#[test]
fn the_list_opens_what_is_marked() {
    let mut room = scenes::scene("list", 60, 20);
    room.keys("Home Enter");
    assert!(matches!(room.effects.last(), Some(Effect::Open(_))));
    room.keys("Esc").shows("New session");
    let mut room = scenes::scene("empty list", 60, 20);
    assert_eq!(room.app.cx.notice.as_deref(), Some("There are no saved sessions yet. N begins one."));
    room.keys("N").shows("SET-UP");
}

#[test]
fn all_of_set_up_can_be_left_for_later() {
    let mut room = at_set_up();
    room.keys("PgDn").shows("BEFORE THE CHAIN").shows("Unnamed partnership · 12 March 2026");
    assert_eq!(room.session().about.date, Some(date(2026, 3, 12)));
    room.keys("PgUp").types("Late CPP").keys("PgDn").shows("Late CPP · 12 March 2026");
}

#[test]
fn dates_are_read_as_people_write_them() {
    for typed in
        ["12 March 2026", "12 Mar 2026", "2026-03-12", "12/03/2026", "12.3.2026", " 12 march 2026 ", "12/3/2026"]
    {
        let mut room = at_set_up();
        clears(room.keys("Down")).types(typed);
        assert_eq!(room.session().about.date, Some(date(2026, 3, 12)), "{typed}");
        room.hides("try 12 March");
    }
    let mut room = at_set_up();
    clears(room.keys("Down"));
    assert_eq!(room.session().about.date, None, "no date is a valid answer");
    room.hides("try 12 March");
}

#[test]
fn a_date_that_cannot_be_read_is_said_beside_it_and_the_one_before_stays() {
    for typed in ["31 February 2026", "soon", "12", "2026-13-01", "March 26", "12 March 126"] {
        let mut room = at_set_up();
        // Marked from the end, so that no shorter part of the date is valid on the way.
        room.keys("Down").types(" x").shows("try 31 March 2026");
        assert_eq!(room.session().about.date, Some(date(2026, 3, 12)));
        clears(&mut room);
        room.send(Msg::Paste(typed.into()));
        room.shows("try 31 March 2026").shows(typed.trim());
        assert_eq!(room.session().about.date, None, "{typed}: the empty field was the last that could be read");
    }
}

#[test]
fn a_date_without_a_year_is_the_nearest_one_and_says_what_it_was_read_as() {
    for (typed, day) in [("12/3", date(2026, 3, 12)), ("20 Dec", date(2025, 12, 20)), ("1/4/28", date(2028, 4, 1))] {
        let mut room = at_set_up();
        clears(room.keys("Down"));
        room.send(Msg::Paste(typed.into()));
        room.shows(&format!("= {}", day.strftime("%-d %B %Y")));
        assert_eq!(room.session().about.date, Some(day), "{typed}");
    }
}

#[test]
fn people_are_counted_by_sector() {
    let mut room = at_set_up();
    room.keys("Down Down Down Down Down").types("7").keys("Down").types("4").keys("Down").types("1");
    room.shows("12 people: 7 statutory, 4 third sector, 1 community").keys("Down Down").types("3").shows("15 people");
    assert_eq!(room.session().register.count("third-sector"), 4);
    assert_eq!(room.session().register.count("unsorted"), 3);
    room.keys("Backspace").shows("12 people");
}

#[test]
fn a_number_that_cannot_be_read_is_said_beside_it_and_the_one_before_stays() {
    let mut room = at_set_up();
    room.keys("Down Down Down Down Down").types("7").types("x").shows("number, 0 to 999");
    assert_eq!(room.session().register.count("statutory"), 7);
    room.keys("Backspace").hides("number, 0 to 999").types("777").shows("number, 0 to 999");
    assert_eq!(room.session().register.count("statutory"), 777);
    room.keys("PgDn").says("\"7777\" is kept in set-up until it can be read; what stood there before counts");
    room.keys("PgUp").shows("number, 0 to 999").shows("7777").keys("Down Down Down Down Down Backspace");
    room.hides("number, 0 to 999").keys("PgDn").hides("is kept in set-up");
    assert!(room.session().drafts.is_empty());
}

#[test]
fn the_form_is_walked_with_enter_tab_and_arrows_and_ends_at_the_first_title_card() {
    let mut room = at_set_up();
    room.types("G").keys("Tab Down Enter").types("venue").keys("Shift+Tab Up").keys("Up Up Up").types("PP");
    assert_eq!(room.session().about.partnership, "GPP");
    assert_eq!(room.session().about.venue, "venue");
    for _ in 0..room_fields(&room) {
        room.keys("Enter");
    }
    room.shows("BEFORE THE CHAIN");
}

fn room_fields(room: &Room) -> usize {
    match &room.app.screen {
        Screen::Setup(setup) => setup.fields.all.len(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn letters_in_a_field_are_text_and_a_space_is_a_space() {
    let mut room = at_set_up();
    room.types("x q ? t b . h 5").keys("Left Home Del");
    assert_eq!(room.session().about.partnership, " q ? t b . h 5");
    room.send(Msg::Paste("two\nlines".into()));
    assert_eq!(room.session().about.partnership, "two lines q ? t b . h 5");
}

#[test]
fn a_field_can_be_clicked() {
    let mut room = at_set_up();
    let row = room.screen().lines().position(|line| line.contains("Venue")).unwrap();
    room.clicks(20, u16::try_from(row).unwrap());
    room.types("Town Hall");
    assert_eq!(room.session().about.venue, "Town Hall");
}

#[test]
fn a_visit_to_set_up_is_one_step_to_undo() {
    let mut room = at_set_up();
    room.types("Glenside").keys("Down Down").types("why").keys("Down Down Down").types("7").keys("PgDn U");
    room.shows("Undid: set-up").shows("Unnamed partnership");
    assert_eq!(room.session().register.people(), 0);
    assert_eq!(room.session().about.purpose, "");
    room.keys("Ctrl+Y").shows("Glenside");
    assert_eq!(room.session().register.people(), 7);
    room.keys("PgUp PgDn U").shows("Undid: set-up").keys("U").shows("Nothing to undo");
}

#[test]
fn the_first_name_is_saved_letter_by_letter_and_its_file_is_named_once_it_is_whole() {
    let named = |room: &Room| room.effects.iter().filter(|effect| **effect == Effect::Name).count();
    let mut room = at_set_up();
    for letter in ["G", "l", "e", "n"] {
        room.types(letter).shows("Saved 14:32").keys("F1 Esc");
    }
    assert_eq!(named(&room), 0, "half a name makes no name for a file");
    for keys in ["Down", "Up Down", "PgDn", "PgUp PgDn 4"] {
        room.keys(keys);
        assert_eq!(named(&room), 1, "{keys}");
    }
    let mut room = at_set_up();
    room.types("Glenside").keys("Ctrl+Q").shows("Everything is saved.");
    assert_eq!(named(&room), 1, "closing names it as it stands");
    let mut room = at_set_up();
    room.keys("PgDn S PgDn 4 M A Esc");
    assert_eq!(named(&room), 0, "there is no name yet");
    room.keys("F9 Home Enter").types("Late").keys("Esc");
    assert_eq!(named(&room), 1);
}

#[test]
fn escape_leads_to_the_start_page_and_keeps_what_was_typed() {
    let mut room = at_set_up();
    room.types("Glenside").keys("Esc").shows("► Carry on: Glenside").shows("Saved 14:32").keys("Enter").shows("SET-UP");
    assert_eq!(room.session().about.partnership, "Glenside");
}

#[test]
fn a_session_says_at_set_up_that_it_is_a_table() {
    let mut room = at_set_up();
    let last = room_fields(&room) - 1;
    room.types("Glenside").keys(&"Down ".repeat(last)).types("Blue").shows("► Breakout table  Blue");
    assert_eq!(room.session().table(), Some("Blue"));
    room.keys("PgDn").shows("Glenside, table Blue").keys("U");
    assert_eq!(room.session().table(), None, "one step to undo with the rest of the form");
}
