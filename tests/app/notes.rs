//! Notes: typed into the session at once, kept by every way out, private ones never on screen.

use crate::support::room::Room;
use plenary::app::{Msg, Overlay, Screen};
use plenary::framework::Id;

fn at_funding() -> Room {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn");
    room
}

#[test]
fn a_note_is_in_the_session_with_each_letter() {
    let mut room = at_funding();
    room.keys("N");
    let saves = room.effects.len();
    for (typed, kept) in [("T", "T"), ("h", "Th"), ("e", "The")] {
        room.types(typed);
        assert_eq!(room.answer("I1").note, kept);
    }
    assert_eq!(room.effects.len() - saves, 3, "a half-typed note is saved too");
}

#[test]
fn escape_and_ctrl_s_keep_a_note_and_enter_begins_a_line() {
    for out in ["Esc", "Ctrl+S"] {
        let mut room = at_funding();
        room.keys("N").types("Agreed in May.\nNot yet signed.").shows("Not yet signed.").keys(out);
        assert!(room.app.overlays.is_empty(), "{out}");
        assert_eq!(room.answer("I1").note, "Agreed in May.\nNot yet signed.");
        room.shows("Note  Agreed in May.");
        room.keys("N").types(" Ask Ann.").keys(out);
        assert_eq!(room.answer("I1").note, "Agreed in May.\nNot yet signed. Ask Ann.");
    }
}

#[test]
fn a_whole_note_is_one_step_to_undo() {
    let mut room = at_funding();
    room.keys("4 N").types("first").keys("Esc N").types(" second").keys("Esc");
    room.keys("U").shows("Undid: Funding note");
    assert_eq!(room.answer("I1").note, "first");
    room.keys("U");
    assert_eq!(room.answer("I1").note, "");
    room.shows("4 MOSTLY").keys("Ctrl+Y").shows("Did again: Funding note").keys("Ctrl+Y");
    assert_eq!(room.answer("I1").note, "first second");
    room.keys("N Esc").keys("U");
    assert_eq!(room.answer("I1").note, "first", "looking at a note is no step");
}

#[test]
fn in_a_note_every_letter_is_text() {
    let mut room = at_funding();
    let text = "x q ? 4 - . b m u t h s w y n c k p 1-5 / F";
    room.keys("N").types(text).keys("Esc");
    assert_eq!(room.answer("I1").note, text);
    assert!(room.app.overlays.is_empty());
    assert!(room.answer("I1").history.is_empty(), "nothing was rated");
    assert!(matches!(room.app.screen, Screen::Walk(_)));
}

#[test]
fn letters_of_any_language_are_typed_and_erased_whole() {
    let mut room = at_funding();
    room.keys("N").types("Tŷ £5 \u{1F469}\u{200D}\u{1F4BB}é 会議").keys("Backspace Left Del");
    assert_eq!(room.answer("I1").note, "Tŷ £5 \u{1F469}\u{200D}\u{1F4BB}é ");
    room.keys("Home Del End").types("!").keys("Esc");
    assert!(room.answer("I1").note.starts_with("ŷ £5"));
    assert!(room.answer("I1").note.ends_with(" !"));
}

#[test]
fn typing_can_be_taken_back_within_the_note() {
    let mut room = at_funding();
    room.keys("N").types("one two").keys("Ctrl+W");
    assert_eq!(room.answer("I1").note, "one ");
    room.keys("Ctrl+Z");
    assert_eq!(room.answer("I1").note, "one two");
    assert!(matches!(room.app.overlays.last(), Some(Overlay::Note(_))));
}

#[test]
fn next_on_a_clicker_neither_closes_a_note_nor_types() {
    let mut room = at_funding();
    room.keys("N").types("May").keys("PgDn PgUp F5");
    assert_eq!(room.answer("I1").note, "May");
    assert!(matches!(room.app.overlays.last(), Some(Overlay::Note(_))));
}

#[test]
fn a_private_note_is_kept_and_never_on_screen() {
    let mut room = at_funding();
    room.keys("P").types("they quarrelled");
    room.hides("quarrel").hides("they").shows("***************").says("letters are hidden");
    assert_eq!(room.answer("I1").private_note, "they quarrelled");
    assert_eq!(room.answer("I1").note, "");
    room.keys("Esc").hides("quarrel").shows("Private note kept");
    room.keys("F5 Home Up Enter").hides("quarrel").keys("Esc Esc").hides("quarrel");
    room.keys("Esc U").hides("quarrel");
    assert_eq!(room.answer("I1").private_note, "");
}

#[test]
fn f4_shows_a_private_note_and_hides_it_again() {
    let mut room = at_funding();
    room.keys("P").types("they quarrelled").keys("F4").shows("they quarrelled").shows("SHOWN ON THIS SCREEN");
    room.keys("F4").hides("quarrel").keys("F4 Esc").hides("quarrel");
    room.keys("P").hides("quarrel").shows("****");
    assert!(room.session().answers.contains_key(&Id::from("I1")));
}

#[test]
fn f4_does_nothing_in_a_note_for_everyone() {
    let mut room = at_funding();
    room.keys("N").types("seen").keys("F4").shows("seen").keys("F4").shows("seen").hides("F4");
}

#[test]
fn no_letter_of_a_private_note_is_on_any_screen_at_any_size() {
    for (columns, rows) in [(40, 12), (60, 17), (80, 24), (120, 36)] {
        let mut room = Room::begun(columns, rows);
        room.keys("PgDn 4 P").types("Zyzzyva").keys("Esc");
        for keys in
            ["", "W", "E", "Esc", "F1", "Esc", "M", "M", "F5", "Enter", "Esc", "PgDn", "Enter", "Esc Esc", "U U"]
        {
            room.keys(keys).hides("Zyz");
        }
    }
}

#[test]
fn pasted_text_goes_into_the_note_with_its_lines() {
    let mut room = at_funding();
    room.keys("N");
    room.send(Msg::Paste("one\r\ntwo\tthree\u{1b}[31m".into()));
    assert_eq!(room.answer("I1").note, "one\ntwo three [31m");
}

#[test]
fn pasted_text_is_never_a_command() {
    let mut room = at_funding();
    for keys in ["", "M", "M F5", "Esc Esc E", "Esc Ctrl+Q", "Esc B", "Esc X"] {
        room.keys(keys);
        room.send(Msg::Paste("4 x y u 5 ? - n q\n2".into()));
        assert!(room.session().answers.is_empty(), "after {keys}");
    }
}
