//! What somebody meets who hears the screen or follows it with a magnifier: where the cursor stands, and how little a
//! key changes.

use crate::support::room::Room;
use crate::support::scenes::{self, SIZES};
use plenary::app::{Screen, ThemeName};

/// A block on a blank looks like a field in which something can be typed, and a mark says nothing to who hears the page:
/// the cursor stands on a digit, on the first letter of a word, or on the one sign that a cell of a grid has.
#[test]
fn the_cursor_stands_on_a_digit_or_a_first_letter_where_nothing_is_typed() {
    for (columns, rows) in SIZES {
        for (scene, mut room) in scenes::all(columns, rows) {
            let buffer = room.buffer();
            let field = plenary::ui::theme(ThemeName::Daylight).strip.bg;
            let ((x, y), screen) = (room.cursor, room.screen());
            let sign = |x: u16| buffer[(x, y)].symbol().chars().next().unwrap_or(' ');
            let is_first = x == 0 || !sign(x - 1).is_alphanumeric();
            let is_sign = sign(x).is_alphanumeric() && is_first || "·=?-█▀▄\"".contains(sign(x));
            let is_field = room.cursor_placed && Some(buffer[(x, y)].bg) == field;
            assert!(is_sign || is_field, "{scene}, {columns}x{rows}: {x}, {y}\n{screen}");
        }
    }
}

/// Whoever hears the page, or follows it with a magnifier, begins with what is asked.
#[test]
fn on_arrival_at_an_item_the_cursor_stands_on_its_statement() {
    for (columns, rows) in SIZES {
        let mut room = Room::new(columns, rows);
        room.keys("N").types("Glenside CPP").keys("PgDn");
        for step in room.app.cx.framework.steps() {
            let Some(id) = step.item() else {
                room.keys("PgDn");
                continue;
            };
            let buffer = room.buffer();
            let (x, y) = room.cursor;
            let line: String = (x..columns).map(|x| buffer[(x, y)].symbol()).collect();
            assert!(line.starts_with(id.as_str()), "{id}, {columns}x{rows}: {line}");
            room.keys("PgDn");
        }
    }
}

/// Who hears the screen is told what changed: a rating leaves nearly all words where they stood. Where "not agreed" is
/// taken back the two views go with it, and what stands below moves up.
#[test]
fn a_rating_changes_the_words_of_three_lines_at_most() {
    let mut wrong = Vec::new();
    for (columns, rows) in [(60, 17), (60, 20), (80, 24), (120, 36)] {
        for (scene, room) in scenes::all(columns, rows) {
            let rates = |room: &Room| room.app.overlays.is_empty() && matches!(room.app.screen, Screen::Walk(_));
            if !rates(&room) {
                continue;
            }
            let taken_back = ["?", "-"].iter().filter(|_| scene != "rating, not agreed");
            for key in ["1", "2", "3", "4", "5"].iter().chain(taken_back) {
                let mut room = scenes::scene(scene, columns, rows);
                let before = room.screen();
                let step = format!("{:?}", room.app.screen);
                room.keys(key);
                let after = room.screen();
                let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after).count();
                if changed > 3 && step == format!("{:?}", room.app.screen) {
                    wrong.push(format!("{scene}, {columns}x{rows}: {key} changes {changed}\n{before}\n{after}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}
