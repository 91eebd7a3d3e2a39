//! How much text is taken: as much as a long meeting has, all of a paste or nothing of it, and never more than a file
//! that can be opened again. What is not taken is said.

use crate::support::full::full;
use crate::support::room::Room;
use plenary::app::{Msg, Purpose, Read, TextInput};
use plenary::framework::{Framework, Id};
use plenary::session::{LONGEST_TEXT as LONGEST, MOST, MOST_WITH_TEXT, Session, encoded_len};
use plenary::store::{Head, LARGEST, decode, encode};

/// The letter that takes most room in a file: ten bytes, where a page takes one.
const WIDEST: &str = "\u{10fffd}";

fn pastes(room: &mut Room, text: &str) {
    room.send(Msg::Paste(text.to_owned()));
}

/// What would be saved now, opened again.
#[track_caller]
fn can_be_opened(session: &Session) {
    let framework = Framework::built_in().unwrap();
    let head = Head::of(session, &framework, "2026-03-12T16:00:00Z".parse().unwrap());
    let text = encode(session, &head).unwrap_or_else(|error| panic!("{error}"));
    assert!(text.len() <= LARGEST);
    assert!(text.len() >= encoded_len(session), "what is counted is what is written");
    assert_eq!(decode(text.as_bytes(), "a").unwrap().session, *session);
}

#[test]
fn a_note_takes_64_ki_letters_and_a_longer_paste_is_refused_whole() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn N");
    pastes(&mut room, &"é".repeat(91_204));
    assert_eq!(room.answer("I1").note, "", "nothing is taken by halves");
    room.says("That has 91,204 letters, and 65,536 fit here. Nothing of it was taken");
    room.types("Minutes: ");
    pastes(&mut room, &"é".repeat(LONGEST - 10));
    assert_eq!(room.answer("I1").note.chars().count(), LONGEST - 1);
    pastes(&mut room, "ab");
    room.says("That has 2 letters, and 1 fit here.");
    room.types("z");
    assert!(room.answer("I1").note.ends_with("éz"));
    room.types("!").says("This text is full: it has 65,536 letters, the most that fit. Go on in another place.");
    room.keys("Enter").says("This text is full");
    assert_eq!(room.answer("I1").note.chars().count(), LONGEST);
    room.keys("Backspace").types("?").hides("This text is full");
    assert!(room.answer("I1").note.ends_with("é?"));
    can_be_opened(room.session());
}

#[test]
fn every_field_takes_as_much_and_says_what_it_does_not_take() {
    let long = "Minutes of it. ".repeat(LONGEST / 15);
    let too_long = "x".repeat(LONGEST + 1);
    let said = "That has 65,537 letters, and 65,536 fit here.";
    let to_field: [(&str, &str); 9] = [
        ("the purpose", "N Enter Enter"),
        ("a note", "N Enter PgDn S PgDn N"),
        ("a private note", "N Enter PgDn S PgDn P"),
        ("a view", "N Enter PgDn S PgDn X 2 4"),
        ("a minority statement", "N Enter PgDn S PgDn D"),
        ("who asked to be named", "N Enter PgDn S PgDn D x Tab"),
        ("a role in the register", "N F6 N Enter Enter Enter"),
        ("the text of an action", "N Enter PgDn S PgDn A"),
        ("the search of the list", "O /"),
    ];
    for (what, keys) in to_field {
        let mut room = Room::new(80, 24);
        room.keys(keys);
        let before = room.screen();
        pastes(&mut room, &too_long);
        room.says(said);
        pastes(&mut room, &long);
        assert_ne!(room.screen(), before, "{what}");
        room.hides("fit here");
        pastes(&mut room, &too_long);
        room.says("fit here. Nothing of it was taken");
    }
}

#[test]
fn a_text_that_is_written_in_lines_is_taken_whole_or_refused() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn N");
    let long = "y".repeat(LONGEST);
    room.send(Msg::Input(TextInput::Text(long.clone())));
    assert_eq!(room.answer("I1").note, long);
    room.send(Msg::Input(TextInput::Text(format!("{long}\nand more"))));
    room.says("That has 9 letters, and 0 fit here. Nothing of it was taken");
    assert_eq!(room.answer("I1").note, long, "what stood there stays");
    room.send(Msg::Input(TextInput::Text("z".repeat(LONGEST + 9))));
    room.says("That has 65,545 letters, and 65,536 fit here.");
    assert_eq!(room.answer("I1").note, long);
}

/// Pastes ever smaller texts into the field in focus until not one more letter is taken.
fn fill(room: &mut Room) {
    let mut letters = LONGEST;
    while letters > 0 {
        let before = room.session().rev;
        pastes(room, &WIDEST.repeat(letters));
        if room.session().rev == before {
            letters /= 2;
        }
    }
}

/// A session that is full of notes.
fn filled() -> Room {
    let mut room = Room::begun(80, 24);
    let ids: Vec<Id> = room.app.cx.framework.features().map(|(_, _, feature)| feature.id.clone()).collect();
    for id in ids {
        room.goes_to(id.as_str()).keys("N");
        pastes(&mut room, &WIDEST.repeat(LONGEST));
        if room.answer(id.as_str()).note.is_empty() {
            fill(&mut room);
            room.keys("Esc");
            // One note has no more letters, or all of the file has none.
            if encoded_len(room.session()) > MOST_WITH_TEXT - 400 {
                break;
            }
        }
        room.keys("Esc");
    }
    room
}

#[test]
fn no_text_is_taken_that_would_make_the_file_too_large_to_open() {
    let mut room = filled();
    let size = encoded_len(room.session());
    assert!(size <= MOST_WITH_TEXT && size > MOST_WITH_TEXT - 400, "{size} of {MOST_WITH_TEXT}");
    // Every door says so, by keys, by paste and in lines; nothing of it is taken.
    let before = room.session().clone();
    room.goes_to("P3").keys("N");
    for text in ["q".repeat(90), "q".repeat(30)] {
        pastes(&mut room, &text);
    }
    room.types("abcdefghijklmnopqrstuvwxyz").says("Nothing of it was taken. The session would take 7.8 MiB");
    pastes(&mut room, "a paste of some length, which is not taken either: it goes on and on ".repeat(8).as_str());
    room.says("or it could not be opened again");
    room.send(Msg::Input(TextInput::Text("in lines, as a script would write it, of some length as well ".repeat(8))));
    room.says("shorten the longest notes");
    assert!(encoded_len(room.session()) < encoded_len(&before) + 400);
    // The room goes on: ratings, evidence and votes are taken.
    room.keys("Esc 4 3 C V K").types("555012").keys("R");
    let answer = room.answer("P3");
    assert_eq!((answer.decided.at(None).rating().map(u8::from), answer.rounds.len()), (Some(3), 1));
    room.goes_to("P1").keys("X 2 5 Esc");
    assert_eq!(room.answer("P1").decided.at(None).key(), "not_agreed");
    // And the way out is what the sentence says.
    room.goes_to("I1").keys("N Ctrl+W").types("short").hides("Nothing of it was taken");
    assert_eq!(room.answer("I1").note, "short");
    room.keys("Esc U").shows("Undid: Funding note");
    assert_eq!(room.answer("I1").note.chars().count(), LONGEST, "what was taken back is back");
    room.goes_to("P4").keys("N");
    pastes(&mut room, &WIDEST.repeat(LONGEST / 4));
    room.says("Nothing of it was taken.");
    can_be_opened(room.session());
}

#[test]
fn what_a_decision_takes_into_its_history_counts_as_well() {
    let mut room = Room::begun(80, 24);
    room.goes_to("P1").keys("X 2 4");
    pastes(&mut room, &WIDEST.repeat(LONGEST));
    room.keys("Tab");
    pastes(&mut room, &WIDEST.repeat(LONGEST));
    room.keys("Esc");
    // Each change of the range keeps the views that stood there: a few megabytes with two keys.
    for (low, high) in [(1, 5), (2, 5), (1, 4), (1, 3)] {
        room.keys(&format!("X {low} {high} Esc"));
        assert!(encoded_len(room.session()) <= MOST);
    }
    room.keys("X 2 3").says("Nothing was changed. The session would take").keys("Esc");
    let undone = room.session().rev;
    room.keys("U U U Ctrl+Y Ctrl+Y");
    assert!(room.session().rev > undone);
    can_be_opened(room.session());
}

#[test]
fn sessions_that_together_are_too_large_are_not_merged_and_not_followed_up() {
    let mut one = full();
    for answer in one.answers.values_mut() {
        answer.note = "n".repeat(LONGEST * 2);
    }
    let mut other = one.clone();
    other.id = "00112233445566aa".into();
    let mut room = Room::new(80, 24);
    room.keys("O");
    let sessions = vec![("a.ron".into(), one.clone()), ("b.ron".into(), other)];
    let answer = Read { purpose: Purpose::Merge, sessions, problems: vec![], id: "00112233445566bb".into() };
    room.send(Msg::Read(Box::new(answer)));
    room.says("These sessions cannot be merged. The session would take 9.1 MiB, and its file holds 7.7 MiB");
    assert!(room.app.cx.workshop.is_none());

    let action = one.actions[0].clone();
    for _ in 0..70 {
        let mut action = action.clone();
        action.number = one.next_action_number();
        action.what = "w".repeat(LONGEST);
        one.actions.push(action);
    }
    let answer = Read {
        purpose: Purpose::FollowUp,
        sessions: vec![("a.ron".into(), one)],
        problems: vec![],
        id: "0".repeat(16),
    };
    room.send(Msg::Read(Box::new(answer)));
    room.says("This session cannot be followed up. The session would take");
    assert!(room.app.cx.workshop.is_none());
}

#[test]
fn what_shows_nothing_is_not_taken_in_and_a_screen_stays_in_line() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn N");
    pastes(&mut room, "co\u{ad}op \u{feff}meet\u{200b}ing \u{2068}Aisha\u{2069}");
    room.keys("Enter").types("🏴󠁧󠁢󠁳󠁣󠁴󠁿 نمی‌خواهم ক‍্ষ 👨‍👩‍👧 end");
    assert_eq!(room.answer("I1").note, "coop meeting Aisha\n🏴󠁧󠁢󠁳󠁣󠁴󠁿 نمی‌خواهم ক‍্ষ 👨‍👩‍👧 end");
    room.keys("Esc").shows("coop meeting Aisha").shows("end").hides("\u{fffd}");
    // Signs that are made of several stand side by side, since terminals do not agree how wide the one sign is.
    room.shows("👨 👩 👧").hides("\u{200d}👩");
}
