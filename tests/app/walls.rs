//! The room's own windows: what they show while the facilitator works in the first one, and what they never do.

use super::voting::room;
use crate::support::room::Room;
use crate::support::{full::full, sample, scenes};
use plenary::app::keymap::bindings;
use plenary::app::{Key, Msg, Public, ThemeName, WallWindow};
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;

/// What a window of 60 x 17 on the wall would be handed now; nothing where what it shows stays.
fn handed(room: &Room, size: (u16, u16)) -> Option<String> {
    let public = Public::of(&room.app)?;
    Some(draw_for_wall(&view_public(&public), ThemeName::Daylight, WallLook { size, ascii: false }).text())
}

fn wall(room: &Room) -> String {
    let text = handed(room, (60, 17)).expect("the wall gets a page");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A room with a window on the wall.
fn with_wall(mut room: Room) -> Room {
    room.send(Msg::Walls(vec![WallWindow { columns: 60, rows: 17 }]));
    room.milliseconds(3_000).send(Msg::Tick);
    room
}

#[track_caller]
fn has(text: &str, words: &str) {
    assert!(text.contains(words), "\"{words}\" is not on the wall:\n{text}");
}

#[track_caller]
fn lacks(text: &str, words: &str) {
    assert!(!text.contains(words), "\"{words}\" is on the wall:\n{text}");
}

#[test]
fn the_wall_has_the_page_without_keys_and_the_desk_has_what_to_say() {
    let mut room = with_wall(Room::opened(sample("riverside-2026"), 80, 24));
    room.says("The wall follows (60x17). This is the desk").says("wall: 60x17");
    room.goes_to("P3");
    room.shows("ASK ").shows("NEXT ").shows("P4 ").says("ROOM Group rating");
    let page = wall(&room);
    has(&page, "P3 Regular opportunities for joint working");
    has(&page, "Group rating");
    for word in ["F1", "PgDn", "Saved", "desk"] {
        lacks(&page, word);
    }
    // Everything is begun in a small window too, and no key is named that does something else here.
    room.resize(60, 17).shows("ENDS ").shows("NEXT ").hides("More below");
    room.send(Msg::Walls(Vec::new()));
    room.says("No wall follows any more").hides("ASK  ");
}

#[test]
fn what_is_being_typed_is_not_on_the_wall_and_what_was_kept_is() {
    let mut room = with_wall(Room::begun(80, 24));
    room.keys("PgDn N").types("Two grants end in March");
    assert_eq!(handed(&room, (60, 17)), None, "what the wall showed stays");
    room.keys("Esc");
    has(&wall(&room), "Two grants end in March");
    room.keys("P").types("The treasurer is leaving").keys("Esc");
    room.shows("PRIVATE ");
    lacks(&wall(&room), "treasurer");
    lacks(&wall(&room), "rivate");
    room.keys("Q");
    room.keys("F1");
    assert_eq!(handed(&room, (60, 17)), None, "help is the facilitator's");
}

#[test]
fn of_an_open_vote_the_wall_says_only_how_many_are_in() {
    let pages: Vec<String> = ["1", "5"]
        .map(|vote| {
            let mut room = with_wall(room(80, 24));
            room.keys("V K").keys(vote);
            wall(&room)
        })
        .into();
    has(&pages[0], "VOTE 1 of 12 in: thank you, pass it on");
    assert_eq!(pages[0], pages[1]);
    // Nobody passes hands on.
    let mut room = with_wall(room(80, 24));
    room.keys("V");
    has(&wall(&room), "VOTE 0 of 12 in");
    lacks(&wall(&room), "pass it on");
}

#[test]
fn the_desk_says_once_how_many_are_in() {
    let mut room = with_wall(room(80, 24));
    room.keys("V G").types("0 0 2 5 0").keys("Enter Esc");
    room.shows("VOTE     statutory 7 of 7 in").hides("VOTE OPEN");
}

/// What was decided before, at this level or the other, and what was said of it, would lead whoever has not voted yet.
#[test]
fn while_votes_come_in_the_wall_shows_nothing_that_was_said_of_the_item_before() {
    for (item, then) in
        [("P4", "V K Esc 3 PgDn 4 N"), ("P3", "V K 1 1 1 1 2 4 4 5 5 5 5 5 F5 5 N"), ("AS1", "V K Esc 3 N")]
    {
        let mut room = with_wall(room(80, 24));
        room.goes_to(item).keys(then).types("The pilot went well").keys("Esc");
        for size in [(60, 17), (80, 24), (130, 40)] {
            let before = handed(&room, size).expect("the wall gets a page");
            assert!(["FIRMLY", "MOSTLY", "DOES NOT HOLD"].iter().any(|said| before.contains(said)), "{before}");
            room.keys("V");
            let pages = ["1", "2"].map(|vote| {
                room.keys(vote);
                let inside = handed(&room, size).expect("the wall gets a page");
                room.keys("Esc Esc");
                let outside = handed(&room, size).expect("the wall gets a page");
                assert_eq!(inside, outside, "the box is the facilitator's");
                room.keys("V");
                inside
            });
            for page in &pages {
                has(page, "thank you, pass it on");
                for said in
                    ["Group rating", "MOSTLY", "agreed", "Not discussed", "pilot", "note", "NOT HOLD", "DISAGREE"]
                {
                    lacks(page, said);
                }
            }
            assert_eq!(pages[0].replace("1 of 12", "2 of 12"), pages[1]);
            room.keys("Backspace Backspace Esc");
        }
    }
}

#[test]
fn a_frozen_wall_stays_and_a_blank_one_says_since_when() {
    let mut room = with_wall(Room::begun(80, 24));
    room.keys("PgDn");
    let before = wall(&room);
    room.keys("Z PgDn");
    assert_eq!(handed(&room, (60, 17)), None);
    room.shows("WALL FROZEN").keys("Z");
    assert_ne!(wall(&room), before);
    room.keys("B").shows("WALL BLANK").shows("I2");
    has(&wall(&room), "Paused 14:32");
    lacks(&wall(&room), "any key");
    // Any other key works on here meanwhile.
    room.keys("PgUp").shows("WALL BLANK").keys("B").hides("WALL BLANK");
    assert_eq!(wall(&room), before);
}

#[test]
fn without_a_wall_the_keys_for_it_say_so_and_blank_is_this_window() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn Z").says("No wall is attached").keys("B").says("Paused 14:32 any key returns");
}

#[test]
fn an_answer_on_the_desk_takes_a_click() {
    let mut room = with_wall(Room::begun(60, 17));
    room.keys("PgDn").shows("4 Mostly");
    let (column, row) = place(&room.screen(), "4 Mostly");
    room.clicks(column, row);
    room.says("ROOM Group rating, 4 Mostly, agreed");
    assert!(room.cursor_placed);
}

/// Where words stand on a screen.
fn place(screen: &str, words: &str) -> (u16, u16) {
    let found = screen.lines().enumerate().find_map(|(row, line)| {
        let column = line[..line.find(words)?].chars().count();
        Some((u16::try_from(column).ok()?, u16::try_from(row).ok()?))
    });
    found.unwrap_or_else(|| panic!("{words} is not on\n{screen}"))
}

/// Every screen of every scene at three sizes: no page panics for a wall, none has keys, and none says more than the
/// first window does.
#[test]
fn every_page_has_its_form_for_the_wall_or_leaves_the_last_one() {
    let mut pages = 0;
    for (_, room) in scenes::all(80, 24) {
        for size in [(40, 12), (60, 17), (120, 36), (3, 2)] {
            let Some(page) = handed(&room, size) else { continue };
            pages += 1;
            lacks(&page, "F1 help");
            lacks(&page, "Saved 1");
        }
    }
    assert!(pages > 100, "{pages}");
}

#[test]
fn nobody_s_name_is_on_the_wall() {
    let mut room = with_wall(Room::opened(full(), 80, 24));
    let steps = room.app.cx.framework.steps();
    let session = room.session().clone();
    let named = session.answers.values().flat_map(|answer| &answer.dissent).filter_map(|one| one.attributed_to.clone());
    let groups = session.register.groups.iter().flat_map(|group| [group.organisation.clone(), group.role.clone()]);
    let privately = session.answers.values().map(|answer| answer.private_note.clone());
    let mut secrets: Vec<String> =
        named.chain(groups).chain(privately).chain([session.about.facilitator.clone()]).collect();
    secrets.retain(|one| one.len() > 3);
    assert!(secrets.len() > 5, "{secrets:?}");
    for step in steps {
        if let Some(item) = step.item().filter(|item| room.app.cx.framework.cell_of(item).is_some()) {
            room.goes_to(item.as_str());
        }
        for size in [(60, 17), (200, 60)] {
            let Some(page) = handed(&room, size) else { continue };
            for secret in &secrets {
                lacks(&page, secret);
            }
        }
    }
}

/// Numbers that look random and are the same in every run.
fn dice(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Random keys and words, with secrets in every box that takes text: none of them reaches the wall while it is typed, and
/// those of private notes, names and the register never do.
#[test]
fn whatever_is_pressed_no_secret_reaches_the_wall() {
    let keys: Vec<Key> = bindings().flat_map(|row| row.keys().collect::<Vec<_>>()).collect();
    let mut state = 20_261_129;
    let begun = || {
        let mut room = with_wall(Room::opened(sample("riverside-2026"), 80, 24));
        room.goes_to("P3");
        room
    };
    let mut room = begun();
    let mut pages = 0;
    for event in 0..events() {
        let roll = dice(&mut state);
        if roll.is_multiple_of(9) {
            let before = handed(&room, (60, 17));
            // As somebody types: what is not a field takes them for no keys; the wall never says them.
            room.hurries("ZQSECRET", 30);
            if let Some(page) = handed(&room, (120, 40)) {
                pages += 1;
                lacks(&page, "ZQSECRET");
            } else {
                assert!(before.is_none() || event > 0);
            }
            // Out of the field without keeping what was typed.
            room.keys("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z");
        } else {
            // A box is soon left again.
            let place = usize::try_from(roll >> 8).unwrap_or(0) % (keys.len() + 20);
            room.send(Msg::Key(keys.get(place).copied().unwrap_or(Key::Esc)));
        }
        // Chance seldom leads out of a frozen wall or the pages before a workshop, and there the wall has nothing new.
        if room.app.cx.workshop.is_none() || event % 15 == 0 {
            room = begun();
        }
    }
    assert!(pages > events() / 40, "{pages}");
}

/// How many events are played: more where that is asked for.
fn events() -> usize {
    if std::env::var_os("PLENARY_LONG").is_some() { 20_000 } else { 1_500 }
}
