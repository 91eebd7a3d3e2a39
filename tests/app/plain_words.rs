//! The statements in plain words: `W` on an item, a switch that is remembered, at every size, on the wall and on the desk.

use crate::support::room::Room;
use crate::support::{full::full, sample};
use plenary::app::{Effect, Msg, Public, Screen, ThemeName, Walk, WallWindow};
use plenary::framework::{Framework, Step};
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;

const OF_P3: &str = "We get regular chances to work jointly: to meet, to train and to share a place of work.";

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn wall(room: &Room, size: (u16, u16)) -> String {
    let public = Public::of(&room.app).expect("the wall gets a page");
    squeezed(&draw_for_wall(&view_public(&public), ThemeName::Daylight, WallLook { size, ascii: false }).text())
}

#[track_caller]
fn lacks(room: &mut Room, words: &str) {
    assert!(!squeezed(&room.screen()).contains(words), "{}", room.screen());
}

#[test]
fn w_shows_them_below_the_statement_until_it_is_pressed_again() {
    let mut room = Room::opened(sample("riverside-2026"), 80, 24);
    room.goes_to("P3");
    lacks(&mut room, OF_P3);
    room.keys("W").says(OF_P3).says("Regular opportunities for joint working");
    let screen = squeezed(&room.screen());
    assert!(screen.find("co-location").unwrap() < screen.find(OF_P3).unwrap(), "below, and not in its place");
    // It goes along to the next item, and what the levels are asked differs.
    room.keys("PgDn").says("At the top there are leaders who lead well");
    room.keys("PgDn").says("Where the work is done there are leaders");
    room.keys("W");
    lacks(&mut room, "Where the work is done");
    // What 1 and 5 mean has a key of its own.
    room.keys("E").says("WHAT 1 AND 5 MEAN");
}

#[test]
fn a_word_that_is_typed_into_the_room_switches_nothing() {
    let mut room = Room::opened(sample("riverside-2026"), 80, 24);
    room.goes_to("P3");
    room.hurries("what we want", 50);
    lacks(&mut room, OF_P3);
}

#[test]
fn the_switch_in_the_room_check_is_remembered_and_its_key_is_no_letter() {
    let mut room = Room::opened(sample("riverside-2026"), 80, 24);
    room.goes_to("P3").keys("F2 W");
    assert!(!room.app.cx.plain_words, "no setting changes by a letter");
    room.keys("Ctrl+W").says("Plain words stand below every statement");
    assert!(room.effects.contains(&Effect::RememberPlainWords(true)));
    room.keys("Esc").says(OF_P3);
    room.keys("F2 Ctrl+W");
    assert!(room.effects.contains(&Effect::RememberPlainWords(false)));
    room.keys("Esc");
    lacks(&mut room, OF_P3);
    // Where the switch is explained, it is said what was not done.
    room.keys("F2 F1").says("not tested with people with learning disabilities");
}

#[test]
fn they_stand_whole_at_every_size_on_every_item_and_on_the_wall() {
    let framework = Framework::built_in().unwrap();
    for (session, session_has_votes) in [(sample("riverside-2025"), false), (full(), true)] {
        let mut room = Room::opened(session, 120, 36);
        room.app.cx.plain_words = true;
        for step in framework.steps() {
            let Some(item) = step.item().and_then(|id| framework.item(id)) else { continue };
            room.app.screen = Screen::Walk(Walk::at(step.clone()));
            let plain = item.plain_at(step.level());
            for size in [(60, 17), (60, 20), (63, 24), (80, 24), (100, 30), (120, 36)] {
                let screen = squeezed(&room.resize(size.0, size.1).screen());
                // In the wide window a panel stands beside the page, so that lines are torn apart.
                let votes_fill_it = session_has_votes && size.1 < 24;
                if size.0 < 120 && !votes_fill_it {
                    assert!(screen.contains(plain), "{} {size:?}: {plain}\n{}", item.id(), room.screen());
                    assert!(wall(&room, size).contains(plain), "{} {size:?} on the wall: {plain}", item.id());
                    assert!(screen.contains("F1"), "{} {size:?}: {screen}", item.id());
                } else if !votes_fill_it {
                    let begin: String = plain.chars().take(30).collect();
                    assert!(screen.contains(begin.trim()), "{} {size:?}: {plain}\n{}", item.id(), room.screen());
                }
            }
        }
    }
}

#[test]
fn nothing_that_stood_there_is_lost_in_the_smallest_window() {
    let framework = Framework::built_in().unwrap();
    let mut room = Room::opened(full(), 60, 17);
    for step in framework.steps() {
        let Some(item) = step.item().and_then(|id| framework.item(id)) else { continue };
        room.app.screen = Screen::Walk(Walk::at(step.clone()));
        let mut screens = [false, true].map(|plain| {
            room.app.cx.plain_words = plain;
            squeezed(&room.screen())
        });
        screens.reverse();
        let [with, without] = &screens;
        // The statement, the answers in their words, what is agreed, that there is more, and the ways to go on and to help.
        for words in [item.text(), "Group rating", "The room says", "Not yet discussed", "Firmly", "PgDn", "F1"] {
            assert_eq!(
                with.contains(words),
                without.contains(words),
                "{} loses \"{words}\"\n{}",
                item.id(),
                room.screen()
            );
        }
    }
}

#[test]
fn the_desk_has_them_too() {
    let mut room = Room::opened(sample("riverside-2026"), 80, 24);
    room.send(Msg::Walls(vec![WallWindow { columns: 60, rows: 17 }]));
    room.milliseconds(3_000).send(Msg::Tick);
    room.goes_to("P3").keys("W").says(OF_P3).shows("ASK ");
    assert!(wall(&room, (60, 17)).contains(OF_P3));
}

#[test]
fn a_framework_without_them_says_so() {
    let first = include_str!("../fixtures/framework-v1.ron");
    let mut room = Room::with(Framework::parse(first, "framework-v1.ron").unwrap(), 80, 24);
    room.keys("N PgDn PgDn W").says("This framework has no plain words");
    assert!(matches!(&room.app.screen, Screen::Walk(walk) if matches!(walk.step, Step::Assumption(_))));
}
