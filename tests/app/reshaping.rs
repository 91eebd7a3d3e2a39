//! Undo and redo with their sentences, the blank screen, the timer, themes, the mouse switch.

use crate::support::room::Room;
use plenary::app::{Effect, Screen, ThemeName};
use plenary::framework::{Id, Step};

#[test]
fn undo_and_redo_say_what_they_did() {
    let mut room = Room::begun(60, 20);
    room.goes_to("P3").keys("4 3 U").shows("Undid: Joint work 4 to 3").shows("4 MOSTLY  (agreed)");
    room.keys("Ctrl+Y").shows("Did again: Joint work 4 to 3").shows("3 GROWING  (agreed)");
    room.keys("Ctrl+Z Ctrl+Z").shows("Undid: Joint work not discussed to 4").shows("Not yet discussed");
    room.keys("U").shows("Undid: set-up").keys("U").shows("Nothing to undo in this sitting");
}

#[test]
fn undo_goes_to_the_item_it_changed() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn 4").goes_to("O2").keys("U").shows("Undid: Funding not discussed to 4").shows("I1  Adequate");
    assert!(matches!(&room.app.screen, Screen::Walk(walk) if walk.step == Step::Feature(Id::from("I1"))));
    room.keys("Ctrl+Y").shows("4 MOSTLY");
}

#[test]
fn undo_on_a_map_stays_on_the_map() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn 4 M U");
    assert!(matches!(room.app.screen, Screen::Overview(_)));
    assert_eq!(room.app.cx.notice.as_deref(), Some("Undid: Funding not discussed to 4"));
    room.keys("F5 Ctrl+Y");
    assert!(matches!(room.app.screen, Screen::Slides(_)));
}

#[test]
fn a_new_decision_ends_what_could_be_redone() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn 4 U 5 Ctrl+Y").shows("Nothing to do again").shows("5 FIRMLY");
}

#[test]
fn undo_reaches_back_through_everything_of_a_sitting() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn 4 Y C K N").types("note").keys("Esc P").types("private").keys("Esc X 1 5 Esc ? - Del");
    for _ in 0..10 {
        room.keys("U");
    }
    assert_eq!(room.session().answers, std::collections::BTreeMap::new());
    assert!(room.app.cx.notice.as_deref().unwrap().starts_with("Undid: Funding"));
}

#[test]
fn b_and_the_full_stop_blank_the_screen_and_any_key_returns() {
    for (blank, back) in [("B", "4"), (".", "PgDn"), ("b", "Ctrl+Q"), ("B", "B"), (".", "Esc"), ("B", "Q")] {
        let mut room = Room::begun(60, 20);
        room.keys("PgDn 2").keys(blank).shows("Paused 14:32").shows("any key returns").hides("Funding").hides("PATCHY");
        room.keys(back).shows("2 PATCHY  (agreed)").shows("Adequate and secure funding");
        assert!(room.app.overlays.is_empty(), "{back}");
    }
}

#[test]
fn every_screen_where_letters_are_commands_can_be_blanked() {
    let mut room = Room::new(60, 20);
    room.keys("B").shows("Paused").keys("B").shows("New session");
    let mut room = Room::begun(60, 20);
    for keys in ["", "PgDn", "M", "F5", "Enter", "Esc F1"] {
        room.keys(keys).keys(".").shows("Paused 14:32").keys(".").hides("Paused");
    }
}

#[test]
fn the_timer_shows_minutes_used_and_planned_and_never_moves_on() {
    let mut room = Room::begun(60, 20);
    room.shows("0 of 14 min").minutes(3).shows("3 of 14 min").keys("PgDn").minutes(2).shows("5 of 14 min");
    room.minutes(15).shows("20 of 14 min").shows("I1  Adequate");
    assert_eq!(room.session().seconds.get(&Id::from("inputs")), Some(&(20 * 60)));
    room.keys("PgUp S").shows("0 of 10 min").minutes(1).shows("1 of 10 min").keys("PgUp PgUp").shows("20 of 14 min");
}

#[test]
fn the_timer_stops_while_the_screen_is_blank() {
    let mut room = Room::begun(60, 20);
    room.minutes(2).keys("B").minutes(45).keys("B").shows("2 of 14 min").minutes(1).shows("3 of 14 min");
}

#[test]
fn a_look_at_the_map_neither_stops_nor_loses_the_stages_time() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn").minutes(2).keys("M").minutes(9).keys("M").shows("11 of 14 min");
}

#[test]
fn a_look_at_the_heat_map_is_no_time_on_a_stage() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn").minutes(2).keys("F5").minutes(3).keys("B").minutes(1).keys("B").minutes(3);
    room.keys("PgUp").shows("2 of 14 min").minutes(1).shows("3 of 14 min");
}

#[test]
fn a_laptop_that_slept_does_not_count_as_time_on_a_stage() {
    let mut room = Room::begun(60, 20);
    room.minutes(2);
    room.sleeps(90).minutes(1);
    room.shows("3 of 14 min");
}

#[test]
fn f3_hides_the_timer_and_shows_it_again() {
    let mut room = Room::begun(120, 36);
    room.keys("PgDn")
        .shows("0 of 14 min")
        .shows("TIME")
        .keys("F3")
        .hides(" min")
        .hides("TIME")
        .keys("F3")
        .shows("TIME");
}

#[test]
fn the_arrows_in_the_room_check_go_round_all_themes_and_each_is_remembered() {
    let mut room = Room::begun(60, 20);
    room.keys("T").hides("Theme").keys("F2");
    for theme in ThemeName::ALL.into_iter().skip(1).chain([ThemeName::Daylight]) {
        room.keys("Down").shows(&format!("Theme: {}", theme.label()));
        assert_eq!(room.app.cx.theme, theme);
        assert_eq!(room.effects.last(), Some(&Effect::Remember(theme)));
    }
    room.keys("Up").shows("Theme: Mono");
}

#[test]
fn only_themes_for_which_the_terminal_has_colours_are_offered() {
    let mut room = Room::begun(60, 20);
    room.app.cx.colours = plenary::app::Colours::Sixteen;
    room.keys("F2").theme(ThemeName::SixteenColours).keys("Down").shows("Theme: Mono").keys("Down");
    room.shows("Theme: 16 colours");
    room.app.cx.colours = plenary::app::Colours::None;
    room.theme(ThemeName::Mono).keys("Down").shows("Theme: Mono");
}

#[test]
fn f8_gives_the_mouse_back_and_takes_it() {
    let mut room = Room::begun(60, 20);
    room.keys("F8").shows("Mouse off");
    assert_eq!(room.effects.last(), Some(&Effect::Mouse(false)));
    room.keys("F8").shows("Mouse on");
    assert_eq!(room.effects.last(), Some(&Effect::Mouse(true)));
}
