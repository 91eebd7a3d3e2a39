//! The pictures of the README: real screens from the real draw, compared letter by letter.
//!
//! `PLENARY_UPDATE=1 cargo test screenshots` draws them anew.

use crate::support::room::Room;
use crate::support::svg::{moving_svg, svg};
use crate::support::{sample, scenes};
use plenary::app::{Msg, Public, Slide, ThemeName, WallWindow};
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::fs;
use std::path::Path;

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 36)];
const THEMES: [ThemeName; 2] = [ThemeName::Daylight, ThemeName::Dusk];

/// A screen's name and how to get there.
type Scene = (&'static str, fn(u16, u16) -> Room);

const SCENES: [Scene; 6] = [
    ("start", |columns, rows| Room::new(columns, rows)),
    ("rating", |columns, rows| {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.goes_to("P7");
        room
    }),
    ("overview", |columns, rows| {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.keys("M");
        room
    }),
    ("heat-map", |columns, rows| {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.keys("F5");
        room
    }),
    ("sessions", |columns, rows| scenes::scene("list, previewed", columns, rows)),
    ("what-changed", |columns, rows| scenes::scene("what changed, an item marked", columns, rows)),
];

/// What is shown once: the README names these and no other size.
const ONCE: [Scene; 5] = [
    ("assumption", |columns, rows| {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.goes_to("AS6");
        room
    }),
    ("risk", |columns, rows| {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.goes_to("R6");
        room
    }),
    ("where-to-act", |columns, rows| {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.turns_to(Slide::WhereToAct).shows("WHERE TO ACT");
        room
    }),
    ("conversations", |columns, rows| scenes::scene("conversations worth having", columns, rows)),
    ("agenda", |columns, rows| scenes::scene("agenda, a finish planned", columns, rows)),
];

/// A revealed vote, also in the smallest window that reads from the back of a long room.
const REVEAL: Scene = ("reveal", |columns, rows| scenes::scene("vote, revealed by sector", columns, rows));

/// Every picture: a screen, its size and its theme.
fn pictures() -> impl Iterator<Item = (Scene, (u16, u16), ThemeName)> {
    let all = SCENES.into_iter().flat_map(|scene| SIZES.map(|size| (scene, size)));
    let all = all.chain([(60, 17), (80, 24), (120, 36)].map(|size| (REVEAL, size)));
    let all = all.flat_map(|(scene, size)| THEMES.map(|theme| (scene, size, theme)));
    all.chain(ONCE.map(|scene| (scene, (80, 24), ThemeName::Daylight)))
}

/// The facilitator's window and the room's, side by side, with a vote open.
fn two_windows() -> Buffer {
    let mut room = Room::opened(sample("riverside-2026"), 80, 24);
    room.goes_to("P4").send(Msg::Walls(vec![WallWindow { columns: 60, rows: 17 }]));
    room.milliseconds(3_000).send(Msg::Tick);
    room.keys("V").types("02500").keys("Enter Esc");
    let desk = room.buffer();
    let public = Public::of(&room.app).expect("the room may see it");
    let look = WallLook { size: (60, 17), ascii: false };
    let mut wall = Buffer::empty(Rect { x: 0, y: 0, width: 60, height: 17 });
    draw_for_wall(&view_public(&public), ThemeName::Daylight, look).paint(&mut wall);
    let mut both = Buffer::empty(Rect { x: 0, y: 0, width: 142, height: 24 });
    for (from, (left, top)) in [(&desk, (0, 0)), (&wall, (82, 3))] {
        for y in 0..from.area.height {
            for x in 0..from.area.width {
                both[(left + x, top + y)] = from[(x, y)].clone();
            }
        }
    }
    both
}

/// A workshop in half a minute: what is pressed below what the wall shows then, each for so many seconds.
fn workshop() -> Vec<(Buffer, u16)> {
    let mut room = Room::opened(sample("riverside-2026"), 80, 24);
    let mut frames = Vec::new();
    let mut frame = |room: &mut Room, keys: &str, does: &str, seconds: u16| {
        let shown = room.buffer();
        let mut whole = Buffer::empty(Rect { height: shown.area.height + 2, ..shown.area });
        whole.merge(&shown);
        let bottom = shown.area.height + 1;
        let (end, _) =
            whole.set_stringn(1, bottom, format!(" {keys} "), 20, Style::new().add_modifier(Modifier::REVERSED));
        whole.set_string(end + 1, bottom, does, Style::new().add_modifier(Modifier::BOLD));
        frames.push((whole, seconds));
    };
    room.goes_to("P3");
    frame(&mut room, "PgDn", "on to the next question, one a page", 4);
    room.keys("V").types("01362").keys("Enter");
    frame(&mut room, "V", "a vote first: hands, counted in one line", 3);
    room.keys("Esc R");
    frame(&mut room, "R", "revealed to everybody at once", 4);
    room.keys("4");
    frame(&mut room, "4", "what the room agrees, after talking", 3);
    room.keys("8");
    frame(&mut room, "8", "how good the evidence is", 2);
    room.keys("M");
    frame(&mut room, "M", "where we are, and whether each stage leads to the next", 4);
    room.keys("F5");
    frame(&mut room, "F5", "the heat map that the room has watched fill", 4);
    room.turns_to(Slide::WhereToAct);
    frame(&mut room, "PgDn", "where to act, with reasons", 4);
    room.keys("A");
    frame(&mut room, "A", "what, who, by when", 3);
    frames
}

#[test]
fn the_pictures_in_screenshots_are_what_the_program_draws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let update = std::env::var_os("PLENARY_UPDATE").is_some();
    let mut stale = Vec::new();
    let drawn = pictures().map(|((name, scene), (columns, rows), theme)| {
        let file = format!("{name}-{}-{columns}x{rows}.svg", theme.key());
        (file, svg(&scene(columns, rows).theme(theme).buffer(), &format!("Plenary: {name}")))
    });
    let both = ("two-windows.svg".to_owned(), svg(&two_windows(), "Plenary: the desk and the wall"));
    let workshop = ("workshop.svg".to_owned(), moving_svg(&workshop(), "Plenary: a workshop in half a minute"));
    assert!(workshop.1.len() < 1_000_000, "{} bytes", workshop.1.len());
    for (file, picture) in drawn.chain([both, workshop]) {
        let path = folder.join(&file);
        if update {
            fs::write(&path, &picture).unwrap();
        }
        if fs::read_to_string(&path).ok().as_deref() != Some(&picture) {
            stale.push(file);
        }
    }
    assert!(stale.is_empty(), "pictures to draw anew with PLENARY_UPDATE=1 cargo test screenshots: {stale:?}");
}
