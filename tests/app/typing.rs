//! Sentences typed where nothing takes text: nothing is changed, and the next press counts again.
//!
//! `PLENARY_LONG=1 cargo test typing` types all 5,000 sentences at three speeds on every page, in ten minutes or less.

use crate::support::child::is_long;
use crate::support::dice::Dice;
use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::keymap::{Context, is_text};
use plenary::app::{Effect, Found, Listed, Msg, Overlay, Reading, Screen, Workshop};
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
    // A slow typist too: two letters within a second of Esc are a sentence.
    for pace in [0, 30, 120, 300, 450] {
        let mut room = Room::begun(60, 17);
        room.keys("PgDn N").types("They never came").keys("Esc");
        let before = room.session().clone();
        room.milliseconds(50).hurries("except once", pace).shows("Typing? N opens the note");
        assert_eq!(*room.session(), Session { rev: room.session().rev, ..before }, "{pace} ms");
        assert!(room.app.overlays.is_empty(), "{pace} ms");
        room.rests().keys("X");
        assert!(matches!(room.app.overlays.last(), Some(Overlay::NotAgreed(_))));
    }
}

#[test]
fn one_command_right_after_a_box_was_closed_counts() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn N").types("They never came").keys("Esc").milliseconds(400);
    room.hurries("P", 400).hides("Typing?");
    assert!(matches!(room.app.overlays.last(), Some(Overlay::Note(_))));
    // What is typed in the box that it opened belongs there, however soon.
    room.hurries("they", 120).keys("Esc");
    assert_eq!(room.answer("I1").private_note, "they");
    room.milliseconds(400).hurries("k", 2000);
    assert!(room.answer("I1").parked);
    // A rating is no letter.
    room.keys("N").types("More").keys("Esc 3");
    assert_eq!(rating(&room), Some(Rating::Three));
    // What cannot be taken back waits until nothing follows.
    room.keys("V").types("02531").keys("Esc N").types("!").keys("Esc").milliseconds(400).hurries("R", 0);
    assert!(room.workshop().vote.is_some());
    room.rests();
    assert!(room.workshop().vote.is_none());
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
#[derive(Debug, PartialEq)]
struct State {
    session: Option<Session>,
    rest: String,
}

impl State {
    fn of(room: &Room) -> Self {
        let cx = &room.app.cx;
        let without_clocks = |workshop: &Workshop| Session {
            rev: 0,
            seconds: std::collections::BTreeMap::new(),
            ..workshop.session.clone()
        };
        let settings = (cx.theme, cx.clicker, &cx.walls.shows, &cx.list.chosen, cx.list.focus, cx.plain_words);
        let vote = cx.workshop.as_ref().map(|workshop| &workshop.vote);
        let rest = format!("{vote:?} {settings:?} {:?} {:?}", room.app.screen, room.app.overlays);
        Self { session: cx.workshop.as_ref().map(without_clocks), rest }
    }
}

fn takes_text(room: &Room) -> bool {
    room.app.contexts().iter().any(|context| is_text(*context) || matches!(context, Context::Measure | Context::Dots))
}

/// The pages where nothing takes text, without a window that would be drawn for each letter.
fn pages() -> Vec<(&'static str, Room)> {
    let pages: Vec<_> = scenes::all(60, 17)
        .filter(|(_, room)| !takes_text(room))
        .map(|(name, mut room)| {
            room.rests().has_window = false;
            (name, room)
        })
        .collect();
    assert!(pages.len() > 100, "only {} pages", pages.len());
    pages
}

/// Types on a page and rests; nothing was changed, and nothing was done outside.
#[track_caller]
fn changes_nothing(name: &str, room: &mut Room, before: &State, text: &str, pace: i64) -> State {
    room.effects.clear();
    room.hurries(text, pace).rests();
    let harmless = |effect: &Effect| matches!(effect, Effect::Save | Effect::Find { .. } | Effect::Preview(_));
    assert!(room.effects.iter().all(harmless), "{name}: \"{text}\" at {pace} ms: {:?}", room.effects);
    let after = State::of(room);
    assert_eq!(after, *before, "{name}: \"{text}\" at {pace} ms");
    after
}

const PACES: [i64; 3] = [0, 30, 120];

#[test]
fn sentences_on_every_page_change_nothing() {
    let many = if is_long() { 5_000 } else { 12 };
    let mut dice = Dice(1);
    for (name, mut room) in pages() {
        let mut state = State::of(&room);
        for _ in 0..many {
            let text = sentence(&mut dice);
            for pace in PACES {
                state = changes_nothing(name, &mut room, &state, &text, pace);
            }
        }
    }
}

/// Whatever a word begins with, in any language: two letters are what tells a sentence from a command.
#[test]
fn any_two_letters_together_on_every_page_change_nothing() {
    let letters = || ('a'..='z').chain(['é', '\'', ',', ' ']);
    // An id goes on from `J`: that is the one field which its letter and the next may be meant for together.
    let is_spoken = |first, second| first == 'j' && "aeikopr s".contains(second) && second != ' ';
    let pairs = || ('a'..='z').flat_map(|first| letters().map(move |second| [first, second]));
    let pairs = || pairs().filter(|[first, second]| !is_spoken(*first, *second));
    let texts: Vec<String> = pairs().filter(|[first, second]| first != second).map(String::from_iter).collect();
    for (number, (name, mut room)) in pages().into_iter().enumerate() {
        let mut state = State::of(&room);
        let step = if is_long() { 1 } else { 29 };
        for text in texts.iter().skip(number % step).step_by(step) {
            for pace in PACES {
                state = changes_nothing(name, &mut room, &state, text, pace);
            }
        }
    }
}

/// `J P4` is spoken and typed in one go; a word that only begins as an id does is a sentence all the same.
#[test]
fn an_item_is_gone_to_as_fast_as_fingers_go() {
    for pace in PACES {
        let mut room = Room::begun(60, 17);
        room.rests().hurries("jp4", pace).rests().shows("PRACTICES 4 of 9");
        room.hurries("jas", pace).shows("Which item?").hurries("on left", pace).rests().hides("Which item?");
        room.shows("PRACTICES 4 of 9").says("Typing?");
    }
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
