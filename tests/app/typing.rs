//! Sentences typed where nothing takes text: nothing is changed, and the next press counts again.
//!
//! `PLENARY_LONG=1 cargo test typing` types all 5,000 sentences on every page.

use crate::support::child::is_long;
use crate::support::dice::Dice;
use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::keymap::{Context, is_text};
use plenary::app::{Effect, Found, Listed, Msg, Overlay, Reading, Screen};
use plenary::framework::Rating;
use plenary::session::Session;

fn rating(room: &Room) -> Option<Rating> {
    let Screen::Walk(walk) = &room.app.screen else { panic!("not on the walk") };
    room.session().decision_at(&walk.step).rating()
}

#[test]
fn a_sentence_beside_the_note_changes_nothing_and_says_where_it_would_go() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn 4").rests();
    let before = room.session().clone();
    room.hurries("key partners were not there in 2025", 120);
    room.shows("Typing? N opens the note");
    assert_eq!(*room.session(), Session { rev: room.session().rev, ..before });
    assert!(room.app.overlays.is_empty());
    // Whoever has rested means what they press.
    room.rests().keys("K").shows("Parked");
    room.keys("N").types("Said at last.").keys("Esc");
    assert_eq!(room.answer("I1").note, "Said at last.");
}

#[test]
fn what_is_typed_on_after_a_box_was_closed_does_nothing() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn N").types("They never came").keys("Esc");
    room.hurries("x", 0).shows("Typing? N opens the note");
    assert!(room.app.overlays.is_empty());
    room.rests().keys("X");
    assert!(matches!(room.app.overlays.last(), Some(Overlay::NotAgreed(_))));
    // A rating is no letter.
    room.keys("Esc").keys("N").types("More").keys("Esc 3");
    assert_eq!(rating(&room), Some(Rating::Three));
}

#[test]
fn keys_that_are_meant_count_at_once() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn");
    room.hurries("4", 10);
    assert_eq!(rating(&room), Some(Rating::Four));
    room.hurries("2", 10);
    assert_eq!(rating(&room), Some(Rating::Two));
    // A held key is one letter.
    room.hurries("kkk", 30);
    assert!(room.answer("I1").parked);
    room.rests().hurries("?", 0);
    room.shows("DON'T KNOW");
    room.rests().hurries("m", 0);
    assert!(matches!(room.app.screen, Screen::Overview(_)));
    // Letters apart are commands, each of them.
    room.rests().hurries("m", 250).hurries("x", 0);
    assert!(matches!(room.app.overlays.last(), Some(Overlay::NotAgreed(_))));
}

#[test]
fn what_cannot_be_taken_back_waits_until_nothing_follows() {
    let mut room = Room::new(60, 17);
    room.hurries("Nobody knows", 30).rests();
    assert!(room.effects.is_empty() && matches!(room.app.screen, Screen::Start(_)), "{:?}", room.effects);
    room.hurries("n", 0);
    assert!(room.effects.is_empty());
    room.rests();
    assert_eq!(room.effects.first(), Some(&Effect::Begin));

    room.types("Glenside CPP").keys("PgDn Ctrl+Q");
    room.hurries("Yes, all of it", 120).rests();
    assert!(!room.effects.contains(&Effect::Quit));
    room.shows("Close Plenary?");
    room.keys("Y");
    assert_eq!(room.effects.last(), Some(&Effect::Quit));
}

#[test]
fn a_sentence_neither_reveals_an_open_vote_nor_votes() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn V").types("02531").rests();
    let before = format!("{:?}", room.workshop().vote);
    room.hurries("5 Really, nobody", 120).rests();
    assert_eq!(format!("{:?}", room.workshop().vote), before);
    room.keys("R");
    assert!(room.workshop().vote.is_none());
    assert_eq!(room.answer("I1").rounds.len(), 1);
}

const BEGINNINGS: &[&str] = &[
    "A",
    "All",
    "Again",
    "But",
    "Both",
    "Come",
    "Does",
    "Do",
    "Even",
    "Everybody",
    "For",
    "From",
    "Good",
    "Go",
    "How",
    "Here",
    "I",
    "I'm",
    "In",
    "If",
    "Just",
    "Keep",
    "Let",
    "Look",
    "Most",
    "Money",
    "No",
    "Not",
    "Now",
    "Our",
    "On",
    "Of",
    "People",
    "Partners",
    "Quite",
    "Really",
    "Risk",
    "Some",
    "So",
    "Still",
    "The",
    "They",
    "Then",
    "Under",
    "Until",
    "Very",
    "Votes",
    "We",
    "Who",
    "Why",
    "X-rays",
    "Yes",
    "You",
    "Zoe",
    "3 of us",
    "12 people",
    "- we",
    "2026 was",
    "5 or 4?",
    "Eel",
    "llamas",
];

const WORDS: &[&str] = &[
    "agree",
    "on",
    "this",
    "because",
    "the",
    "council",
    "never",
    "asked",
    "us",
    "in",
    "2025",
    "and",
    "money",
    "for",
    "a",
    "bus",
    "was",
    "cut",
    "by",
    "half",
    "yet",
    "people",
    "who",
    "use",
    "it",
    "said",
    "so",
    "twice",
    "at",
    "every",
    "meeting",
    "we",
    "had",
    "with",
    "4",
    "partners",
    "of",
    "25",
    "I",
    "think",
    "they're",
    "right",
    "not",
    "yes",
    "or",
    "no",
    "quite",
    "well-meant",
    "plans",
    "keep",
    "moving",
    "to",
    "next",
    "year",
    "join",
    "very",
    "fixed",
    "zeal",
];

fn sentence(dice: &mut Dice) -> String {
    let mut text = dice.pick(BEGINNINGS).to_owned();
    for _ in 0..dice.pick(&[3, 4, 5, 7, 9]) {
        text += dice.pick(&[" ", " ", " ", " ", ", ", " - "]);
        text += dice.pick(WORDS);
    }
    text + dice.pick(&[".", ".", "?", "!", "..."])
}

/// All of what a sentence might have changed.
fn state(room: &Room) -> String {
    let cx = &room.app.cx;
    let session = cx.workshop.as_ref().map(|workshop| {
        let session = Session { rev: 0, seconds: std::collections::BTreeMap::new(), ..workshop.session.clone() };
        (session, format!("{:?}", workshop.vote))
    });
    let settings = (cx.theme, cx.clicker, &cx.walls.shows, &cx.list.chosen, cx.list.focus);
    // A line more below a long slide may turn it to the page of its marked line.
    format!("{session:?} {settings:?} {:?} {:?}", room.app.screen, room.app.overlays).replace(" page: 1", " page: 0")
}

fn takes_text(room: &Room) -> bool {
    room.app.contexts().iter().any(|context| is_text(*context) || matches!(context, Context::Measure | Context::Dots))
}

#[test]
fn sentences_on_every_page_change_nothing() {
    let many = if is_long() { 5_000 } else { 12 };
    let mut pages = 0;
    for (name, mut room) in scenes::all(60, 17).filter(|(_, room)| !takes_text(room)) {
        pages += 1;
        let mut dice = Dice(pages);
        room.rests();
        for number in 0..many {
            let before = state(&room);
            room.effects.clear();
            let (text, pace) = (sentence(&mut dice), [0, 30, 120][number % 3]);
            room.hurries(&text, pace).rests();
            let harmless = |effect: &Effect| matches!(effect, Effect::Save | Effect::Find { .. } | Effect::Preview(_));
            assert!(room.effects.iter().all(harmless), "{name}: \"{text}\" at {pace} ms: {:?}", room.effects);
            assert_eq!(state(&room), before, "{name}: \"{text}\" at {pace} ms");
        }
    }
    assert!(pages > 80, "only {pages} pages");
}

/// What a letter may have to be taken back from is kept before each: of a long list that is no copy.
#[test]
fn a_copy_of_a_long_list_shares_what_was_read() {
    let mut room = scenes::scene("list", 60, 17);
    let list = &room.app.cx.list;
    let first = |list: &plenary::app::List| std::ptr::from_ref(list.view.at(0).expect("the list has sessions"));
    assert_eq!(first(list), first(&list.clone()));
    // What is read later is the list's own.
    let (kept, number) = (list.clone(), list.progress.number);
    let progress = Reading { number, read: 9, of: Some(9) };
    room.send(Msg::Found(Found { progress, entries: vec![Listed::default()] }));
    assert_eq!(room.app.cx.list.view.count(), kept.view.count() + 1);
}
