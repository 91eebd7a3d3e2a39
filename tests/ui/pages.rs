//! Start, set-up, title card, rating and what lies on top of it: as the room sees them, at every size.
//!
//! Below the snapshots are the laws of every frame: it stays in its window, its signs are ones that every console
//! has, an agreed answer is seen at a glance, and the footer always says where help is.

use crate::support::room::Room;
use crate::support::scenes::{self, SIZES, at_all_sizes};
use plenary::app::{Target, ThemeName};
use plenary::framework::Rating;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// The scenes of this file. `tests/ui/grid.rs` has the others.
const HERE: [&str; 26] = [
    "start",
    "start with a last session",
    "start with a session open",
    "set-up, empty",
    "set-up, filled",
    "set-up with problems",
    "title card",
    "last title card",
    "rating, blank",
    "rating, rated with note and evidence",
    "rating, everything kept",
    "rating, an answer marked",
    "rating at a level",
    "rating, not agreed",
    "rating, don't know",
    "rating, not relevant, timer hidden",
    "rating, over time, not saved",
    "note",
    "private note",
    "private note, empty",
    "private note shown",
    "not agreed form, empty",
    "not agreed form",
    "close question",
    "close question while not saved",
    "blank",
];

#[test]
fn start() {
    insta::assert_snapshot!(at_all_sizes("start"));
}

#[test]
fn start_with_a_last_session() {
    insta::assert_snapshot!(at_all_sizes("start with a last session"));
}

#[test]
fn start_while_a_session_is_open() {
    insta::assert_snapshot!(at_all_sizes("start with a session open"));
}

#[test]
fn set_up_before_anything_is_typed() {
    insta::assert_snapshot!(at_all_sizes("set-up, empty"));
}

#[test]
fn set_up_filled_in() {
    insta::assert_snapshot!(at_all_sizes("set-up, filled"));
}

#[test]
fn set_up_with_what_cannot_be_read() {
    insta::assert_snapshot!(at_all_sizes("set-up with problems"));
}

#[test]
fn the_title_card_of_a_stage() {
    insta::assert_snapshot!(at_all_sizes("title card"));
}

#[test]
fn rating_before_anything_is_said() {
    insta::assert_snapshot!(at_all_sizes("rating, blank"));
}

#[test]
fn rating_agreed_with_note_and_evidence() {
    insta::assert_snapshot!(at_all_sizes("rating, rated with note and evidence"));
}

#[test]
fn rating_with_everything_that_can_be_kept() {
    insta::assert_snapshot!(at_all_sizes("rating, everything kept"));
}

#[test]
fn rating_at_the_operational_level() {
    insta::assert_snapshot!(at_all_sizes("rating at a level"));
}

#[test]
fn rating_not_agreed() {
    insta::assert_snapshot!(at_all_sizes("rating, not agreed"));
}

#[test]
fn rating_over_time_and_not_saved() {
    insta::assert_snapshot!(at_all_sizes("rating, over time, not saved"));
}

#[test]
fn the_note() {
    insta::assert_snapshot!(at_all_sizes("note"));
}

#[test]
fn the_private_note() {
    insta::assert_snapshot!(at_all_sizes("private note"));
}

#[test]
fn the_form_for_not_agreed_before_anything_is_named() {
    insta::assert_snapshot!(at_all_sizes("not agreed form, empty"));
}

#[test]
fn the_form_for_not_agreed() {
    insta::assert_snapshot!(at_all_sizes("not agreed form"));
}

#[test]
fn the_question_whether_to_close() {
    insta::assert_snapshot!(at_all_sizes("close question"));
}

#[test]
fn the_question_whether_to_close_while_not_saved() {
    insta::assert_snapshot!(at_all_sizes("close question while not saved"));
}

#[test]
fn the_blank_screen() {
    insta::assert_snapshot!(at_all_sizes("blank"));
}

/// Whether the footer of a frame says where help is; a blank screen explains nothing but "any key returns".
fn explains(scene: &str, screen: &str) -> bool {
    let foot: Vec<&str> = screen.lines().rev().take(2).collect();
    foot.iter().any(|line| line.contains("F1 help")) || ["blank", "break"].contains(&scene)
}

/// Widths beside which the layout changes.
const BORDERS: [u16; 11] = [0, 1, 39, 40, 59, 60, 79, 80, 119, 120, 130];

/// Every height with the widths of [`BORDERS`] and every eleventh width, shifted from row to row so that each width
/// comes up. All 6026 sizes take a minute and a half in a debug build; `PLENARY_LONG=1` tries them.
fn swept(columns: u16, rows: u16) -> bool {
    BORDERS.contains(&columns) || (columns + rows).is_multiple_of(11) || crate::support::child::is_long()
}

#[test]
fn no_size_makes_a_screen_panic_or_hide_where_help_is() {
    for scene in HERE {
        let mut room = scenes::scene(scene, 80, 24);
        for rows in 0..=45 {
            for columns in (0..=130).filter(|columns| swept(*columns, rows)) {
                let screen = room.resize(columns, rows).screen();
                let large = columns >= 40 && rows >= 12;
                assert!(!large || explains(scene, &screen), "{scene} at {columns}x{rows}:\n{screen}");
            }
        }
    }
}

#[test]
fn the_footer_says_where_help_is_on_every_scene() {
    let heights = [12, 16, 17, 19, 20, 23, 24, 36];
    for (scene, mut room) in scenes::all(80, 24) {
        for rows in heights {
            for columns in (40..=130).filter(|columns| swept(*columns, rows)) {
                let screen = room.resize(columns, rows).screen();
                assert!(explains(scene, &screen), "{scene} at {columns}x{rows}:\n{screen}");
            }
        }
    }
}

/// Every sign of a frame and where it stands.
fn signs(buffer: &Buffer) -> impl Iterator<Item = (Position, &str)> {
    buffer.area.positions().map(|place| (place, buffer[place].symbol()))
}

#[test]
fn every_sign_is_one_column_wide_and_one_that_every_console_has() {
    // The content's own words are all ASCII today; a letter that they gain is theirs and not the program's.
    let letters: BTreeSet<char> = include_str!("../../content/effective-partnerships.ron").chars().collect();
    for (columns, rows) in [(80, 24), (60, 17), (40, 12)] {
        for (scene, mut room) in scenes::all(columns, rows) {
            for theme in ThemeName::ALL {
                for (place, sign) in signs(&room.theme(theme).buffer()) {
                    let known = sign.chars().all(|one| plenary::ui::is_allowed(one) || letters.contains(&one));
                    assert!(sign.width() == 1 && known, "{scene}, {theme:?}, {columns}x{rows}: {sign:?} at {place}");
                }
            }
        }
    }
}

#[test]
fn plain_frames_are_ascii_and_nothing_else() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 17), (40, 12)] {
        for (scene, mut room) in scenes::all(columns, rows) {
            room.app.cx.ascii = true;
            for (place, sign) in signs(&room.buffer()) {
                let printable = sign.bytes().all(|byte| matches!(byte, b' '..=b'~'));
                assert!(printable, "{scene}, {columns}x{rows}: {sign:?} at {place}");
            }
        }
    }
}

/// The cells of an answer's box, without the strip with the word: that has its tone whether agreed or not.
fn face(room: &mut Room, rating: Rating) -> Vec<Cell> {
    let (buffer, hits) = room.draw();
    let whole = |place: &Position| hits.at(place.x, place.y) == Some(Target::Rating(rating));
    let whole: Vec<Position> = buffer.area.positions().filter(whole).collect();
    let strip = whole.iter().map(|place| place.y).max().expect("the answer is on screen");
    whole.into_iter().filter(|place| place.y < strip).map(|place| buffer[place].clone()).collect()
}

/// The first feature with this rating agreed.
fn agreed(rating: Rating, columns: u16, rows: u16, theme: ThemeName) -> Room {
    let mut room = Room::begun(columns, rows);
    room.theme(theme).keys("PgDn").keys(&rating.to_string());
    room
}

#[test]
fn an_agreed_answer_is_filled_with_its_tone_and_the_others_are_not() {
    let theme = plenary::ui::theme(ThemeName::Daylight);
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        for chosen in Rating::ALL {
            let mut room = agreed(chosen, columns, rows, ThemeName::Daylight);
            for rating in Rating::ALL {
                let style = if rating == chosen { theme.tone(rating) } else { theme.canvas };
                for cell in face(&mut room, rating) {
                    assert_eq!(Some(cell.bg), style.bg, "{rating} where {chosen} is agreed, {columns}x{rows}");
                    assert!(rating != chosen || Some(cell.fg) == style.fg, "{rating}, {columns}x{rows}");
                }
            }
        }
    }
}

#[test]
fn without_colours_an_agreed_answer_is_turned_over_and_the_others_are_not() {
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        for chosen in Rating::ALL {
            let mut room = agreed(chosen, columns, rows, ThemeName::Mono);
            for rating in Rating::ALL {
                for cell in face(&mut room, rating) {
                    let reversed = cell.modifier.contains(Modifier::REVERSED);
                    assert_eq!(reversed, rating == chosen, "{rating} where {chosen} is agreed, {columns}x{rows}");
                    assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
                }
            }
        }
    }
}

#[test]
fn a_narrow_window_says_in_a_word_what_is_agreed() {
    for chosen in Rating::ALL {
        let screen = agreed(chosen, 40, 12, ThemeName::Mono).screen();
        let lines: Vec<&str> = screen.lines().filter(|line| line.contains("■ agreed")).collect();
        assert!(matches!(lines[..], [line] if line.contains(&format!(" {chosen} "))), "{chosen}:\n{screen}");
    }
}

#[test]
fn nothing_is_filled_until_something_is_agreed() {
    let canvas = plenary::ui::theme(ThemeName::Daylight).canvas;
    for scene in ["rating, blank", "rating, an answer marked", "rating, don't know"] {
        let mut room = scenes::scene(scene, 80, 24);
        for rating in Rating::ALL {
            assert!(face(&mut room, rating).iter().all(|cell| Some(cell.bg) == canvas.bg), "{scene}: {rating}");
        }
    }
}

#[test]
fn a_private_note_keeps_its_letters_to_itself_at_every_size() {
    for scene in ["private note", "rating, everything kept"] {
        let mut room = scenes::scene(scene, 80, 24);
        for (columns, rows) in SIZES.into_iter().chain([(45, 30), (200, 60)]) {
            room.resize(columns, rows).hides("quarrel");
        }
    }
    scenes::scene("private note shown", 80, 24).shows("they quarrelled").shows("SHOWN ON THIS SCREEN");
}

#[test]
fn the_start_page_never_covers_how_safe_the_open_session_is() {
    let mut room = scenes::scene("start with a session open", 80, 24);
    for rows in 12..=45 {
        for columns in 40..=130 {
            room.resize(columns, rows).shows("Saved 14:32");
        }
    }
}

#[test]
fn a_field_shows_its_beginning_again_when_the_window_grows() {
    let mut room = scenes::scene("not agreed form", 40, 12);
    room.screen();
    room.resize(80, 24).shows("nobody told us");
}

/// What is kept of an item is said at every size, in whole or in a word.
#[test]
fn what_is_kept_never_drops_out() {
    for (columns, rows) in [(40, 12), (60, 17), (80, 24), (120, 36)] {
        let mut room = scenes::scene("rating, everything kept", columns, rows);
        room.keys("D").types(&"Nobody asked us before the grant was cut. ".repeat(9)).keys("Esc");
        for words in ["ote", "tatement", "rivate", "arked"] {
            let screen = room.screen();
            assert!(screen.contains(words) || words == "tatement" && screen.contains("Dissent"), "{words}:\n{screen}");
        }
        room.keys("V 1").types("1 4 4 2 1").keys("F5 V 1").types("0 2 6 4 0").keys("F5");
        for words in ["ote", "rivate", "arked"] {
            room.shows(words);
        }
    }
}

#[test]
fn the_title_cards_of_all_stages_are_alike() {
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        let mut room = Room::begun(columns, rows);
        for stage in room.app.cx.framework.stages.clone() {
            room.says(&stage.title).hides(&stage.label.to_uppercase());
            room.keys("S");
        }
    }
}
