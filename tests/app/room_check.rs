//! The room check: what the back row can read, and a clicker that is tried, taught and does not bounce.

use crate::support::room::{Room, key};
use plenary::app::keymap::{Binding, bindings};
use plenary::app::{Clicker, Effect, Key, Overlay, Screen, may_be_learned, metres, reads_to, rows_for};

#[test]
fn a_picture_reads_as_far_as_the_design_says() {
    // On a picture 2 m wide at 16:9: 17 x 59 reads to 7.9 m, 24 x 84 to 5.6 m, 40 x 141 to 3.4 m.
    for (rows, columns, far) in [(17, 59, "7.9"), (24, 84, "5.6"), (40, 141, "3.4")] {
        assert_eq!(format!("{:.1}", reads_to(2.0, columns, rows)), far, "{rows} x {columns}");
        assert_eq!(rows_for(2.0, columns, rows, reads_to(2.0, columns, rows)), Some(rows), "it reads just so far");
    }
    // The same width at 4:3 is a taller picture.
    assert!(reads_to(2.0, 53, 20) > reads_to(2.0, 70, 20));
    assert_eq!(rows_for(2.0, 84, 24, 7.9), Some(17));
    assert_eq!(rows_for(2.0, 84, 24, 100.0), Some(1));
    assert_eq!(rows_for(0.2, 84, 24, 100.0), None);
    assert!(reads_to(2.0, 0, 0).is_finite());
}

#[test]
fn a_length_is_read_as_people_write_it() {
    for (text, length) in [("2", 2.0), ("2.4", 2.4), ("2,4", 2.4), (" 8 m", 8.0), ("0.2", 0.2)] {
        assert_eq!(metres(text), Some(length), "{text}");
    }
    for text in ["", "wide", "0", "-2", "1000", "inf", "NaN", ".", "2.4.1"] {
        assert_eq!(metres(text), None, "{text}");
    }
}

#[test]
fn the_back_row_is_told_whether_it_can_read() {
    let mut room = Room::begun(80, 24);
    room.keys("F2").shows("ROOM CHECK").shows("24 rows x 80 columns").says("A picture 2 m wide would read to 5.6 m");
    room.keys("Enter").types("2.4").keys("Enter").types("8 metres").keys("Enter");
    room.says("A picture 2.4 m wide, filled by this window, reads to 6.7 m. Too small for 8 m");
    room.says("enlarge the letters to 20 rows or fewer");
    room.resize(70, 20).says("The back row at 8 m can read it");
    for word in ["1 Not yet", "2 Patchy", "3 Growing", "4 Mostly", "5 Firmly"] {
        room.shows(word);
    }
    // What was typed is there the next time in this run, and F2 closes as it opened.
    room.keys("F2").shows("STAGE 1 OF 7").keys("F2").says("can read it").keys("Esc").shows("STAGE 1 OF 7");
}

#[test]
fn a_clicker_is_tried_without_moving_anything() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn F2 PgDn").says("PgDn arrived: next").keys("PgUp").says("PgUp arrived: back");
    room.keys(".").says(". arrived: blanks the screen").keys("F5").says("F5 arrived: reveals votes");
    room.keys("4").says("4 arrived: has a meaning of its own, and cannot be learned");
    room.keys("Esc").shows("I1");
    assert_eq!(room.answer("I1").decided.at(None).rating(), None);
    assert!(room.app.overlays.is_empty());
}

#[test]
fn a_key_that_a_clicker_sends_is_learned_and_works_where_nothing_is_typed() {
    let mut room = Room::begun(80, 24);
    room.keys("F2 Right").says("Right arrived: nothing yet. 1 makes it next, 2 back, 3 blank").keys("1");
    room.says("Learned: Right is \"next\"").keys("Left 2 F9 3 Esc");
    let taught = Clicker { next: Some(Key::Right), back: Some(Key::Left), blank: Some(Key::F(9)) };
    assert_eq!(room.app.cx.clicker, taught);
    assert_eq!(room.effects.iter().rfind(|one| matches!(one, Effect::Learn(_))), Some(&Effect::Learn(taught)));
    room.keys("Right")
        .shows("I1")
        .bounces("Right", 20)
        .shows("I1")
        .bounces("Right", 200)
        .shows("I2")
        .keys("Left")
        .shows("I1");
    room.keys("F9").shows("Paused").keys("Right").shows("I1");
    // Where something is typed, it is the key that it always was.
    room.keys("N").types("ab").keys("Left").types("c").keys("Esc");
    assert_eq!(room.answer("I1").note, "acb");
    room.keys("F2").says("Learned: next is Right, back is Left, blank is F9.").keys("Del").says("are forgotten");
    assert!(room.app.cx.clicker.is_untaught());
    room.keys("Esc Right").shows("I1").hides("I2 ");
}

#[test]
fn a_key_has_one_button_and_a_button_one_key() {
    let mut room = Room::new(60, 17);
    room.keys("F2 Right 1 Left 1");
    assert_eq!(room.app.cx.clicker, Clicker { next: Some(Key::Left), ..Clicker::default() });
    room.keys("Del Right 1 Del Right 2");
    assert_eq!(room.app.cx.clicker, Clicker { back: Some(Key::Right), ..Clicker::default() });
    let names = room.app.cx.clicker.names();
    assert_eq!(Clicker::named(names.each_ref().map(|name| name.as_deref())), room.app.cx.clicker);
    assert!(Clicker::named([Some("Enter"), Some("4"), Some("no such key")]).is_untaught(), "a file cannot teach these");
}

#[test]
fn no_key_that_records_commits_or_closes_can_be_learned() {
    for name in
        ["1", "5", "0", "?", "X", "-", "Enter", "Esc", "Backspace", "Del", "F1", "F2", "F5", "PgDn", "Space", "Ctrl+Q"]
    {
        assert!(!may_be_learned(key(name)), "{name}");
    }
    for letter in bindings().flat_map(Binding::keys).filter(|key| matches!(key, Key::Char(_))) {
        assert!(!may_be_learned(letter), "{letter} is a command");
    }
    assert!(["Left", "Right", "Up", "Tab", "F10", ","].into_iter().all(|name| may_be_learned(key(name))));
}

#[test]
fn a_button_that_bounces_counts_once() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn")
        .bounces("PgDn", 149)
        .shows("I1")
        .bounces("PgDn", 149)
        .shows("I1")
        .bounces("PgDn", 150)
        .shows("I2");
    room.bounces("PgUp", 10).shows("I1");
    // Two keys that mean the same are two presses.
    room.keys("F2 Right 1 Esc").bounces("PgDn", 500).shows("I2").bounces("Right", 20).shows("I3");
    room.goes_to("I1").keys("F2 Del Esc");
    // Reveal once: the same press again would begin the slides.
    room.keys("V K 4 4 2 F5").bounces("F5", 80);
    assert!(matches!(room.app.screen, Screen::Walk(_)));
    room.bounces("F5", 400);
    assert!(matches!(room.app.screen, Screen::Slides(_)));
    // Blank once: the same press again would bring the screen back.
    room.keys(".").bounces(".", 60).shows("Paused").bounces(".", 200).hides("Paused");
    // Two boxes are not closed by one press.
    room.keys("M F2 F1").bounces("Esc", 200).bounces("Esc", 20);
    assert!(matches!(room.app.overlays.last(), Some(Overlay::RoomCheck(_))));
}

#[test]
fn what_is_typed_fast_is_typed() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn N").milliseconds(200);
    for letter in ["b", "b", ".", ".", ".", "b"] {
        room.bounces(letter, 5);
    }
    room.keys("Esc");
    assert_eq!(room.answer("I1").note, "bb...b");
    // Digits and arrows are no clicker's: each counts.
    room.bounces("Right", 5).bounces("Right", 5).bounces("Enter", 5);
    assert_eq!(room.answer("I1").decided.at(None).rating().map(u8::from), Some(2));
}

#[test]
fn the_start_page_offers_the_check_the_first_time_and_never_blocks() {
    let mut room = Room::new(60, 17);
    room.hides("First time here?");
    room.app.cx.home.first_run = true;
    room.shows("First time here? Check the room (F2)").keys("Down Down Down Down Enter").shows("ROOM CHECK");
    room.keys("Esc Up Up Up Up Enter").shows("SET-UP");
}
