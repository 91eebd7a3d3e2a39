//! The slides on the wall: whole pages, turned by a clicker's one key.

use crate::support::acting::{decided, opens, resolved};
use crate::support::room::Room;
use crate::support::{sample, scenes};
use plenary::app::{Msg, Public, Screen, Slide, ThemeName, WallWindow};
use plenary::session::{Dissent, Session};
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;
use serde_json::Value;

const SIZES: [(u16, u16); 3] = [(60, 17), (80, 24), (120, 36)];

fn slide(room: &Room) -> Option<Slide> {
    match &room.app.screen {
        Screen::Slides(slides) => Some(slides.slide),
        _ => None,
    }
}

/// The texts in a part of a view, whatever they are in.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if name == "text" => found.push(text.clone()),
                    field => texts(field, found),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| texts(one, found)),
        _ => {}
    }
}

/// Everything that the slide in sight has to say: what stands around its rows, and all of each row.
fn to_be_said(room: &Room) -> Vec<String> {
    let view = serde_json::to_value(plenary::view::view(&room.app)).unwrap();
    let list = &view["body"]["List"];
    let mut all = Vec::new();
    texts(&list["above"], &mut all);
    texts(&list["below"], &mut all);
    for row in list["rows"].as_array().into_iter().flatten() {
        texts(&row["more"], &mut all);
        let beside = row["wall"]["beside"].as_array().into_iter().flatten();
        all.extend(beside.filter_map(|words| Some(words.as_str()?.to_owned())));
    }
    all
}

/// The words of a page, without what stands around it and without bars and letters of blocks.
fn words(screen: &str) -> Vec<String> {
    let lines: Vec<&str> = screen.lines().collect();
    let body = lines.iter().skip(1).take(lines.len() - 3).flat_map(|line| line.split_whitespace());
    let is_word = |word: &&str| word.chars().any(|letter| !"█▀▄►".contains(letter));
    body.filter(is_word).map(str::to_owned).collect()
}

/// Goes through all slides by the one key; gives how many pages were seen.
fn goes_through(room: &mut Room, of: &str) -> usize {
    let mut pages = 0;
    room.keys("F5");
    while let Some(now) = slide(room) {
        let (said, mut seen) = (to_be_said(room), Vec::new());
        let before = pages;
        while slide(room) == Some(now) && pages - before < 60 {
            let screen = room.screen();
            assert!(!screen.contains("ore below"), "{of}, {now:?}:\n{screen}");
            seen.extend(words(&screen));
            pages += 1;
            room.keys("PgDn");
            if room.app.cx.notice.as_ref().is_some_and(|notice| notice.contains("last slide")) {
                break;
            }
        }
        let seen = seen.join(" ");
        for text in said {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(now == Slide::Map || seen.contains(&text), "{of}, {now:?} never shows \"{text}\":\n{seen}");
        }
        if slide(room) == Some(now) {
            break;
        }
    }
    pages
}

/// Goes through all slides by the one key; what each window on the wall has shown of each.
fn goes_through_on_walls(room: &mut Room, sizes: &[(u16, u16)]) {
    let windows = sizes.iter().map(|(columns, rows)| WallWindow { columns: *columns, rows: *rows });
    room.send(Msg::Walls(windows.collect()));
    room.keys("F5");
    let mut seen = vec![String::new(); sizes.len()];
    let mut last: Vec<String> = Vec::new();
    while let Some(now) = slide(room) {
        let view = Public::of(&room.app).expect("slides are the room's");
        let pages: Vec<String> = sizes
            .iter()
            .map(|size| {
                let look = WallLook { size: *size, ascii: false };
                draw_for_wall(&view_public(&view), ThemeName::Daylight, look).text()
            })
            .collect();
        assert_ne!(pages, last, "the key does something on a wall");
        for (seen, page) in seen.iter_mut().zip(&pages) {
            seen.push_str(&words(&format!("{page}\n\n")).join(" "));
            seen.push(' ');
        }
        last = pages;
        let said = to_be_said(room);
        room.keys("PgDn");
        let is_last = room.app.cx.notice.as_ref().is_some_and(|notice| notice.contains("last slide"));
        if slide(room) == Some(now) && !is_last {
            continue;
        }
        for text in said.iter().filter(|_| now != Slide::Map) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for (seen, size) in seen.iter().zip(sizes) {
                assert!(seen.contains(&text), "{size:?} of {sizes:?}, {now:?} never shows \"{text}\":\n{seen}");
            }
        }
        seen.iter_mut().for_each(String::clear);
        if is_last {
            return;
        }
    }
}

/// A label alone names an item only to who knows it by heart: the room is asked to act on a statement.
#[test]
fn where_to_act_what_to_protect_and_what_the_room_chose_say_what_is_meant() {
    for (columns, rows) in SIZES {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.keys("F5");
        while slide(&room) != Some(Slide::WhereToAct) {
            room.keys("PgDn");
        }
        let mut seen = String::new();
        while slide(&room) == Some(Slide::WhereToAct) {
            seen.push_str(&words(&room.screen()).join(" "));
            seen.push(' ');
            room.keys("PgDn");
        }
        let chosen = [
            "Voluntary and community sector excluded and marginalised",
            "Adequate and secure funding",
            "The need for the partnership is recognised",
            "All partners are involved in clarifying direction and decision making",
        ];
        for statement in chosen {
            assert!(seen.contains(statement), "{columns}x{rows}: {statement}\n{seen}");
        }
    }
}

/// Forty notes are not forty keys away.
#[test]
fn looking_back_is_paged() {
    let mut room = Room::opened(sample("riverside-2026"), 60, 17);
    room.keys("F4").shows("BEFORE YOU FINISH").shows("PgDn further").keys("PgDn PgDn").shows("19 of 49");
    room.keys("PgUp").shows("10 of 49");
}

/// Before anything is rated no slide says that all is well.
#[test]
fn slides_of_an_empty_session_give_no_comfort() {
    let mut room = Room::begun(60, 17);
    room.keys("F5 PgDn").says("Nothing is rated 4 or 5 yet").keys("PgDn").says("AT RISK").says("Nothing is rated yet");
    room.hides("Nothing to worry").keys("PgDn").says("SPLIT VIEWS").says("Nothing is rated yet").hides("it agreed");
    while slide(&room) != Some(Slide::Risks) {
        room.keys("PgDn");
    }
    room.says("No risk is discussed yet.");
}

/// The two lists that a room looks for stand under the map at every size.
#[test]
fn the_map_names_what_is_strong_and_what_is_at_risk_at_every_size() {
    for (columns, rows) in SIZES {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.keys("F5").says("STRONG 5 Need").says("AT RISK 1 Community");
    }
}

/// The desk may be larger or smaller than any window on the wall, and these of any shape.
#[test]
fn with_walls_slides_are_turned_so_that_no_wall_misses_a_line() {
    let walls: [&[(u16, u16)]; 5] =
        [&[(60, 17)], &[(120, 36)], &[(60, 17), (120, 36)], &[(60, 40), (140, 17)], &[(60, 17), (80, 24), (61, 18)]];
    for desk in [(60, 17), (120, 36)] {
        for sizes in walls {
            let mut room = Room::new(desk.0, desk.1);
            opens(&mut room, resolved());
            goes_through_on_walls(&mut room, sizes);
        }
    }
}

#[test]
fn every_slide_is_shown_whole_by_one_key() {
    for (columns, rows) in SIZES {
        let all: [(&str, Session); 4] = [
            ("riverside 2026", sample("riverside-2026")),
            ("riverside 2025", sample("riverside-2025")),
            ("before acting", decided()),
            ("with actions", resolved()),
        ];
        for (name, session) in all {
            let mut room = Room::new(columns, rows);
            opens(&mut room, session);
            let pages = goes_through(&mut room, &format!("{name}, {columns}x{rows}"));
            assert!(pages >= 9, "{name}, {columns}x{rows}: {pages} pages");
        }
        assert!(goes_through(&mut Room::begun(columns, rows), "nothing said") >= 9);
    }
}

/// Both views and ten statements of an item take more rows than any of these windows has.
#[test]
fn what_is_longer_than_a_page_goes_on_on_the_next() {
    for (columns, rows) in SIZES {
        let mut session = sample("riverside-2026");
        let words = |number: usize| (0..60).map(|place| format!("word{number}x{place}")).collect::<Vec<_>>().join(" ");
        let dissent = (0..10).map(|number| Dissent { text: words(number), ..Dissent::default() });
        session.answers.get_mut(&"P8".into()).unwrap().dissent = dissent.collect();
        let mut room = Room::new(columns, rows);
        opens(&mut room, session);
        goes_through(&mut room, "long statements");
    }
}

#[test]
fn a_page_is_turned_before_the_slide_and_the_mark_goes_with_it() {
    let mut room = Room::new(60, 17);
    opens(&mut room, sample("riverside-2026"));
    room.keys("F5 PgDn").shows("STRENGTHS").shows("2 of 9, page 1 of").shows("► Need");
    room.keys("PgDn").shows("2 of 9, page 2 of").hides("► Need");
    room.keys("Home").shows("2 of 9, page 1 of").shows("► Need");
    room.keys("End").hides("page 1 of").keys("PgDn").shows("AT RISK").shows("3 of 9, page 1 of");
    room.keys("PgDn PgUp").shows("3 of 9, page 1 of").keys("PgUp").shows("STRENGTHS").shows("page 1 of");
    // A larger window has room for more: what is marked stays in sight.
    room.keys("End Up").resize(120, 36).shows("►");
}

/// What changed is read by one key too: everything that a very high window shows of a slide is on one of its pages.
#[test]
fn every_slide_of_what_changed_is_shown_whole_by_one_key() {
    let place = |room: &Room| serde_json::to_value(plenary::view::view(&room.app)).unwrap()["place"].to_string();
    for (columns, rows) in SIZES {
        let (mut room, mut whole) =
            (scenes::scene("what changed", columns, rows), scenes::scene("what changed", columns, 200));
        whole.keys("PgDn");
        room.keys("PgDn");
        let (mut pages, mut seen) = (0, Vec::new());
        loop {
            let before = place(&room);
            seen.extend(words(&room.screen()));
            pages += 1;
            room.keys("PgDn");
            let is_last = room.app.cx.notice.as_ref().is_some_and(|notice| notice.contains("last slide"));
            if place(&room) == before && !is_last {
                continue;
            }
            for word in words(&whole.screen()) {
                assert!(seen.contains(&word), "{columns}x{rows}, {before} never shows {word}: {seen:?}");
            }
            if is_last {
                break;
            }
            seen.clear();
            whole.keys("PgDn");
        }
        assert!((5..40).contains(&pages), "{columns}x{rows}: {pages} pages");
        let back = (0..pages).take_while(|_| {
            room.keys("PgUp");
            !room.screen().contains("WHAT CHANGED?")
        });
        assert!(back.count() < pages, "{columns}x{rows}: PgUp leads back");
    }
}

/// A page that begins below a heading of the page before says under which.
#[test]
fn a_page_that_goes_on_is_titled_by_the_heading_it_is_under() {
    for (columns, rows) in [(60, 17), (80, 24)] {
        let mut room = Room::opened(sample("riverside-2026"), columns, rows);
        room.turns_to(Slide::WhereToAct);
        let mut titles = Vec::new();
        while matches!(&room.app.screen, Screen::Slides(slides) if slides.slide == Slide::WhereToAct) {
            titles.push(room.screen().lines().next().unwrap_or_default().trim().split("  ").next().unwrap().to_owned());
            room.keys("PgDn");
        }
        titles.dedup();
        titles.retain(|title| title != "TO PROTECT");
        assert_eq!(titles, ["WHERE TO ACT FIRST", "WHAT THE ROOM CHOSE"], "{columns}x{rows}");
    }
}
