//! The list of saved sessions: finding one among thousands, looking at what it says, and folders elsewhere.

use crate::support::room::Room;
use crate::support::{sample, scenes};
use jiff::civil::{Date, date};
use plenary::app::{Effect, Found, Key, Kind, Listed, Msg, Overlay, Preview, Reading, Screen};
use std::path::PathBuf;

/// Many sessions of a few partnerships, each with a day and a progress of its own.
fn many(count: u32) -> Vec<Listed> {
    let first: Date = date(2020, 1, 1);
    let entry = |number: u32| {
        let name = format!("{number:06}.ron");
        Listed {
            file: PathBuf::from(format!("/home/you/Plenary/sessions/{name}")),
            name,
            partnership: format!("Partnership {}", number % 7),
            date: first.checked_add(jiff::Span::new().days(i64::from(number * 37 % 2000))).ok(),
            done: usize::try_from(number * 11 % 37).unwrap(),
            of: 36,
            kind: if number.is_multiple_of(3) { Kind::Finished } else { Kind::InProgress },
            ..Listed::default()
        }
    };
    (0..count).map(entry).collect()
}

/// A room whose list is still being read.
fn reading() -> Room {
    let mut room = Room::new(80, 24);
    room.keys("O");
    room
}

/// Sends the next batch of a folder, as the thread that reads it does.
fn send(room: &mut Room, entries: Vec<Listed>, read: usize, of: usize) {
    let number = room.app.cx.list.progress.number;
    room.send(Msg::Found(Found { progress: Reading { number, read, of: Some(of) }, entries }));
}

/// The names in the list, from the first line on.
fn names(room: &Room) -> Vec<String> {
    let view = &room.app.cx.list.view;
    (0..view.shown()).filter_map(|line| view.at(line)).map(|entry| entry.name.clone()).collect()
}

fn previews(room: &Room) -> usize {
    room.effects.iter().filter(|effect| matches!(effect, Effect::Preview(_))).count()
}

#[test]
fn batches_in_any_order_give_the_list_of_one_batch() {
    let all = many(1000);
    let mut whole = reading();
    send(&mut whole, all.clone(), 1000, 1000);
    let mut parts = reading();
    for (number, part) in all.rchunks(97).enumerate() {
        let read = (1000).min((number + 1) * 97);
        send(&mut parts, part.to_vec(), read, 1000);
    }
    for keys in ["", "S", "S", "S"] {
        whole.keys(keys);
        parts.keys(keys);
        assert_eq!(names(&whole), names(&parts), "after {keys}");
    }
    assert_eq!(whole.app.cx.list.view.count(), 1000);
}

#[test]
fn ten_thousand_sessions_are_on_screen_with_the_first_batch_and_no_more_is_drawn_than_fits() {
    let all = many(10_000);
    let mut room = reading();
    send(&mut room, all[..64].to_vec(), 64, 10_000);
    room.shows("reading 64 of 10,000").shows("► ");
    let (_, hits_before) = room.draw();
    for (number, batch) in all[64..].chunks(256).enumerate() {
        let read = 10_000.min(64 + (number + 1) * 256);
        send(&mut room, batch.to_vec(), read, 10_000);
    }
    room.shows("1 of 10,000").hides("reading");
    assert_eq!(room.app.cx.list.view.shown(), 10_000);
    let (_, hits) = room.draw();
    let lines = |hits: &plenary::ui::Hits| (0..24).filter(|row| hits.at(5, *row).is_some()).count();
    assert_eq!(lines(&hits), lines(&hits_before), "what is drawn does not grow with the list");
    assert!(lines(&hits) <= 24);
    room.keys("End").shows("10,000 of 10,000").keys("PgUp").shows("9,990 of 10,000").keys("Home").shows("1 of 10,000");
}

#[test]
fn the_mark_stays_on_its_session_while_others_come_in_and_at_the_top_before_it_is_moved() {
    let all = many(300);
    let mut room = reading();
    send(&mut room, all[..100].to_vec(), 100, 300);
    send(&mut room, all[100..200].to_vec(), 200, 300);
    assert_eq!(room.app.cx.list.focus, 0);
    room.keys("Down Down Down");
    let marked = room.app.cx.list.marked().unwrap().file.clone();
    send(&mut room, all[200..].to_vec(), 300, 300);
    assert_eq!(room.app.cx.list.marked().unwrap().file, marked);
    room.keys("S S");
    assert_eq!(room.app.cx.list.marked().unwrap().file, marked, "sorting keeps it too");
}

#[test]
fn what_an_earlier_reading_still_brings_is_left_out() {
    let mut room = reading();
    let old = room.app.cx.list.progress.number;
    room.keys("Esc O");
    let entries = many(3);
    room.send(Msg::Found(Found { progress: Reading { number: old, read: 3, of: Some(3) }, entries }));
    assert_eq!(room.app.cx.list.view.count(), 0);
}

#[test]
fn a_search_finds_as_one_types_by_partnership_date_state_and_file() {
    for (words, found) in [
        ("GLEN", "Glenside CPP"),
        ("side cpp", "Glenside CPP"),
        ("november 2025", "Glenside CPP"),
        ("2025-03", "13 March 2025"),
        ("old", "old.ron"),
        ("not readable", "old.ron"),
        ("finished 2026", "12 March 2026"),
    ] {
        let mut room = scenes::scene("list, previewed", 80, 24);
        room.keys("/").types(words).shows(found).shows("1 of 1").keys("Enter").shows("1 of 1");
        room.keys("Esc").shows(" of 4").hides("Search ");
    }
}

#[test]
fn a_search_looks_past_accents_however_they_are_written() {
    let titles = [
        "Caf\u{e9} composed",
        "Cafe\u{301} decomposed",
        "\u{130}stanbul",
        "Diyarbak\u{131}r",
        "G\u{e0}idhealtachd",
        "Sir y Fflint \u{2019}r \u{175}yl",
        "Malm\u{f8} og \u{141}\u{f3}d\u{17a}",
        "Stra\u{df}e",
        "\u{ff27}\u{ff2c}\u{ff25}\u{ff2e}",
        "\u{6771}\u{4eac}\u{90fd}",
    ];
    let entries = titles.map(|title| Listed {
        file: format!("/{title}.ron").into(),
        partnership: title.into(),
        ..Listed::default()
    });
    let mut room = reading();
    send(&mut room, entries.into(), 10, 10);
    for (typed, found) in [
        ("caf\u{e9}", &titles[..2]),
        ("cafe", &titles[..2]),
        ("CAFE\u{301}", &titles[..2]),
        ("cafe composed", &titles[..2]),
        ("istanbul", &titles[2..3]),
        ("\u{131}STANBUL", &titles[2..3]),
        ("diyarbakir", &titles[3..4]),
        ("gaidheal", &titles[4..5]),
        ("g\u{e1}idheal", &titles[4..5]),
        ("'r wyl", &titles[5..6]),
        ("malmo lodz", &titles[6..7]),
        ("strasse", &titles[7..8]),
        ("STRA\u{1e9e}E", &titles[7..8]),
        ("glen", &titles[8..9]),
        ("\u{4eac}", &titles[9..]),
        ("xyzzy", &[]),
    ] {
        room.keys("/").send(Msg::Paste(typed.to_owned()));
        let mut shown: Vec<String> = (0..room.app.cx.list.view.shown())
            .map(|line| room.app.cx.list.view.at(line).unwrap().partnership.clone())
            .collect();
        let mut found = found.to_vec();
        found.sort_unstable();
        shown.sort_unstable();
        assert_eq!(shown, found, "searched for {typed:?}");
        room.keys("Esc");
    }
}

#[test]
fn a_list_narrowed_to_a_partnership_shows_it_however_its_accent_is_written() {
    let entries = ["Caf\u{e9}", "Cafe\u{301}", "Cafe"].map(|title| Listed {
        file: format!("/{title}.ron").into(),
        partnership: title.into(),
        ..Listed::default()
    });
    let mut room = reading();
    send(&mut room, entries.into(), 3, 3);
    while room.app.cx.list.marked().unwrap().partnership == "Cafe" {
        room.keys("Down");
    }
    room.keys("P");
    assert_eq!(room.app.cx.list.view.shown(), 2);
}

#[test]
fn letters_are_words_while_searching_and_commands_after() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("/").types("n river").keys("Backspace").shows("n rive").shows("Search");
    assert!(!room.effects.contains(&Effect::Begin));
    room.send(Msg::Paste("rside".into()));
    room.shows("n riverside").keys("Enter N").shows("SET-UP");
    assert!(room.effects.contains(&Effect::Begin));
}

#[test]
fn a_list_is_sorted_by_date_by_partnership_and_by_progress() {
    let mut room = reading();
    send(&mut room, many(200), 200, 200);
    let key = |room: &Room, of: fn(&Listed) -> (Option<Date>, String, usize)| -> Vec<_> {
        let view = &room.app.cx.list.view;
        (0..view.shown()).filter_map(|line| view.at(line)).map(of).collect()
    };
    let all = |entry: &Listed| (entry.date, entry.partnership.clone(), entry.done);
    assert!(key(&room, all).is_sorted_by(|one, other| one.0 >= other.0));
    room.keys("S").shows("by partnership");
    assert!(key(&room, all).is_sorted_by(|one, other| one.1 <= other.1));
    room.keys("S").shows("least done first");
    assert!(key(&room, all).is_sorted_by(|one, other| one.2 <= other.2));
    room.keys("S").hides("least done first");
    assert!(key(&room, all).is_sorted_by(|one, other| one.0 >= other.0));
}

#[test]
fn a_list_is_narrowed_to_a_partnership_or_a_state_and_escape_shows_all_before_it_leaves() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("P").says("only Riverside Partnership").shows("1 of 2").hides("Glenside");
    room.keys("P").shows(" of 4");
    for (state, count) in
        [("in progress", "1 of 1"), ("finished", "1 of 2"), ("demo", "No session"), ("not readable", "1 of 1")]
    {
        room.keys("I").says(&format!("only {state}")).shows(count);
    }
    room.keys("I")
        .shows(" of 4")
        .keys("I P Esc")
        .shows("SAVED SESSIONS")
        .shows(" of 4")
        .keys("Esc")
        .shows("New session");
}

#[test]
fn the_marked_session_is_read_once_and_what_it_says_is_shown() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.hides("Strongest")
        .says("M shows what it says")
        .keys("M")
        .shows("12 people: 7 statutory")
        .shows("Strongest  Need 5")
        .shows("Weakest    Community 1");
    room.says("Open in another Plenary since 14:02");
    assert_eq!(previews(&room), 1);
    room.keys("F1 Esc").shows("Strongest");
    assert_eq!(previews(&room), 1, "looking again asks no disk");
    room.keys("Down").hides("Strongest").keys("Up").shows("Strongest").keys("M").hides("Strongest");
    room.keys("Down Down Down Home");
    assert_eq!(previews(&room), 7);
}

#[test]
fn a_session_is_read_when_the_mark_rests_on_it_and_an_arrow_key_changes_no_more_than_its_lines() {
    let mut room = reading();
    send(&mut room, many(10_000), 10_000, 10_000);
    let asked = previews(&room);
    let cells = |room: &mut Room| room.draw().0.content().to_vec();
    let mut before = cells(&mut room);
    for _ in 0..100 {
        room.milliseconds(119).give(Msg::Key(Key::Down));
        let after = cells(&mut room);
        let changed = before.iter().zip(&after).filter(|(one, other)| one != other).count();
        // Two lines of the list, and of its place and the lines about the session the letters that differ.
        assert!(changed <= 2 * 80 + 80, "{changed} cells");
        before = after;
    }
    assert_eq!(previews(&room), asked, "a held key asks no disk");
    room.give(Msg::Tick);
    assert_eq!(previews(&room), asked, "nor does a minute that passes meanwhile");
    room.milliseconds(120).give(Msg::Tick);
    let file = room.app.cx.list.marked().unwrap().file.clone();
    assert_eq!((previews(&room), room.effects.last()), (asked + 1, Some(&Effect::Preview(file))));
    assert_eq!(room.app.due(), None);
}

#[test]
fn a_mark_that_was_left_before_it_rested_is_read_on_coming_back() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    let asked = previews(&room);
    room.give(Msg::Key(Key::Down));
    room.give(Msg::Key(Key::Esc));
    assert_eq!(room.app.due(), None, "elsewhere nothing is to be done");
    room.milliseconds(500).give(Msg::Tick);
    assert_eq!(previews(&room), asked);
    room.keys("O");
    assert_eq!(previews(&room), asked + 1);
}

#[test]
fn letters_that_come_together_are_searched_for_once() {
    let mut room = reading();
    send(&mut room, many(10_000), 10_000, 10_000);
    room.keys("/").milliseconds(300);
    for letter in "partnership 3".chars() {
        room.give(Msg::Key(Key::Char(letter)));
        assert_eq!(room.app.cx.list.view.shown(), 10_000, "after {letter}");
        assert_eq!(room.app.due(), Some(room.app.cx.now.timestamp()), "before the next frame");
    }
    room.give(Msg::Tick);
    let found = room.app.cx.list.view.shown();
    assert!((1..10_000).contains(&found), "{found}");
    // What is done with the list finds it searched, however soon it comes.
    room.give(Msg::Key(Key::Char('x')));
    room.give(Msg::Key(Key::Enter));
    assert_eq!(room.app.cx.list.view.shown(), 0);
    room.keys("Enter").says("No session");
}

#[test]
fn what_was_read_of_another_session_is_not_shown() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    let first = room.app.cx.list.preview.clone().unwrap();
    room.keys("M").shows("Strongest").keys("Down M").hides("Strongest");
    room.send(Msg::Previewed(Box::new(Preview { file: first.file.clone(), ..first })));
    room.hides("Strongest");
}

#[test]
fn the_file_s_own_word_counts_for_more_than_its_first_line_s() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    let file = room.app.cx.list.marked().unwrap().file.clone();
    let problem = "session.ron is damaged at line 41, column 7: the file was cut short.".to_owned();
    room.send(Msg::Previewed(Box::new(Preview { file, session: Err(problem), holder: None })));
    room.says("Cannot be opened: session.ron is damaged at line 41, column 7");
}

#[test]
fn a_deleted_session_leaves_the_list_and_the_mark_stays_where_it_was() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("Down Space Up");
    let file = room.app.cx.list.marked().unwrap().file.clone();
    room.send(Msg::Gone(file.clone()));
    room.shows("2 of 3");
    assert!(room.app.cx.list.chosen.is_empty() || !room.app.cx.list.is_chosen(&file));
    assert!(!names(&room).iter().any(|name| file.ends_with(name)));
}

#[test]
fn another_folder_is_opened_by_its_path_and_what_is_wrong_with_it_is_said() {
    let mut room = scenes::scene("another folder", 80, 24);
    assert_eq!(room.effects.last(), Some(&Effect::LookInto("/media/stick/sesions".into())));
    room.says("There is no folder").keys("Backspace").hides("There is no folder").keys("Enter");
    room.send(Msg::FolderIs(Some("/media/stick/sessions".into())));
    assert!(matches!(room.effects.last(), Some(Effect::Preview(_))));
    let find = Effect::Find { folder: Some("/media/stick/sessions".into()), reading: 2 };
    assert!(room.effects.contains(&find), "{:?}", room.effects);
    room.shows("in /media/stick/sessions").keys("O Esc").shows("SAVED SESSIONS");
    assert!(!matches!(room.app.overlays.last(), Some(Overlay::Path(_))));
}

#[test]
fn a_folder_that_cannot_be_read_says_so_and_is_not_read_for_ever() {
    let mut room = reading();
    room.app.cx.list.progress.of = None;
    room.send(Msg::NoSuchFolder("Reading the folder /x failed: permission denied".into()));
    room.says("permission denied").hides("reading");
    assert!(matches!(room.app.screen, Screen::List(_)));
}

#[test]
fn a_survey_is_taken_into_a_session_of_the_list() {
    let mut room = reading();
    send(&mut room, many(3), 3, 3);
    let file = room.app.cx.list.marked().unwrap().file.clone();
    room.keys("T");
    assert!(room.effects.contains(&Effect::Open(file.clone())), "{:?}", room.effects);
    let opened = |file: &PathBuf| Msg::Opened {
        session: Box::new(sample("riverside-2026")),
        file: file.clone(),
        warning: None,
        read_only: None,
    };
    room.send(opened(&file));
    room.shows("or a folder of them. It is shown");
    room.types("votes.csv").keys("Enter");
    assert!(room.effects.contains(&Effect::ReadVotes("votes.csv".into())), "{:?}", room.effects);
    // Opened by Enter it is open and nothing else.
    let mut room = reading();
    send(&mut room, many(3), 3, 3);
    room.keys("T Down Enter");
    room.send(opened(&file));
    room.hides("or a folder of them");
}
