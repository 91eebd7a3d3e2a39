//! A workshop by mouse or touch alone: every list line and every key at the foot takes a click, and every page shows how
//! it is left.

use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::keymap::{Command, is_text};
use plenary::app::{Effect, Msg, Screen, Slide, Target};
use plenary::framework::{Framework, Rating, Step};
use plenary::session::Status;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [(u16, u16); 3] = [(60, 17), (80, 24), (120, 36)];

/// The text of a row, a blank for each half of a wide letter.
fn row(buffer: &Buffer, y: u16) -> Vec<&str> {
    (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect()
}

/// The first row of a box on the page, which has a title in its border.
fn box_on(buffer: &Buffer) -> Option<u16> {
    (0..buffer.area.height).find(|y| row(buffer, *y).concat().contains("╔═ "))
}

/// The rows of the footer: those in the colour of the last one.
fn footer(buffer: &Buffer) -> impl Iterator<Item = u16> {
    let bottom = buffer.area.height - 1;
    (bottom - 1..=bottom).filter(move |y| buffer[(0, *y)].bg == buffer[(0, bottom)].bg)
}

fn at(hits: &[(Rect, Target)], x: u16, y: u16) -> Option<Target> {
    hits.iter().rev().find(|(area, _)| area.contains((x, y).into())).map(|(_, target)| *target)
}

/// Where each hint begins in a row, with its words: three blanks part one from the next.
fn hints(row: &[&str]) -> Vec<(u16, String)> {
    let text: String = row.concat();
    let mut from = 0;
    let mut found = Vec::new();
    for part in text.split("   ") {
        let start = from + part.len() - part.trim_start().len();
        if !part.trim().is_empty() {
            found.push((u16::try_from(start).unwrap(), part.trim().to_owned()));
        }
        from += part.len() + 3;
    }
    found
}

#[test]
fn every_key_at_the_foot_and_every_marked_line_takes_a_click_and_a_way_out_is_in_sight() {
    let mut wrong = Vec::new();
    for (columns, rows) in SIZES {
        for (name, mut room) in scenes::all(columns, rows) {
            let (buffer, hits) = room.draw();
            let hits: Vec<(Rect, Target)> = hits.all().collect();
            let mut complain = |what: String| wrong.push(format!("{name} at {columns}x{rows}: {what}"));
            let is_blank = at(&hits, 0, 0) == Some(Target::Command(Command::Dismiss));
            for y in footer(&buffer).filter(|_| !is_blank) {
                for (x, hint) in hints(&row(&buffer, y)) {
                    // A click cannot choose among several keys: what they answer stands in sight to be clicked.
                    let is_range = hint.as_bytes()[1] == b'-' && hint.as_bytes()[0].is_ascii_digit();
                    let is_answered = hits.iter().any(|(_, target)| !matches!(target, Target::Command(_)));
                    match at(&hits, x, y) {
                        Some(Target::Command(_)) => {}
                        None if is_range && is_answered => {}
                        other => complain(format!("\"{hint}\" meets {other:?}")),
                    }
                }
            }
            let ways = [Command::Dismiss, Command::StartPage, Command::Map, Command::Close].map(Target::Command);
            if !hits.iter().any(|(_, target)| ways.contains(target)) {
                complain("no way out".into());
            }
            let bottom = (0..buffer.area.height).rfind(|y| row(&buffer, *y).contains(&"╝"));
            let inside = match (box_on(&buffer), bottom) {
                (Some(top), Some(bottom)) => top + 1..bottom,
                _ => 1..buffer.area.height,
            };
            for y in inside {
                let row = row(&buffer, y);
                let first = row.iter().position(|cell| !matches!(*cell, " " | "║" | "│" | "►"));
                let mark = row.iter().position(|cell| *cell == "►");
                if let (Some(mark), Some(first)) = (mark, first)
                    && mark < first
                    && row.get(mark + 1) == Some(&" ")
                    // The strip of stages is no list.
                    && !(y == 1 && row.contains(&"◄"))
                    && at(&hits, u16::try_from(mark).unwrap(), y).is_none()
                {
                    complain(format!("\"{}\" takes no click", row.concat().trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_click_beside_a_box_meets_nothing_of_the_page_below() {
    for (columns, rows) in SIZES {
        for (name, mut room) in scenes::all(columns, rows) {
            let (buffer, hits) = room.draw();
            let Some(top) = box_on(&buffer) else { continue };
            let above = hits.all().find(|(area, _)| area.y < top);
            assert_eq!(above, None, "{name} at {columns}x{rows}");
        }
    }
}

#[test]
fn the_wheel_moves_the_mark_of_every_list_and_changes_nothing_else() {
    for (columns, rows) in SIZES {
        for (name, mut room) in scenes::all(columns, rows) {
            let lines = room.draw().1.all().filter(|(_, target)| matches!(target, Target::Line(_))).count();
            // Counts that cannot be right are not left, and what is being written is chosen.
            if ["vote, counting hands", "report, being written", "report, written"].contains(&name)
                || lines < 2
                || room.app.contexts().iter().any(|context| is_text(*context))
            {
                continue;
            }
            let session = room.app.cx.workshop.as_ref().map(|workshop| workshop.session.clone());
            room.send(Msg::Wheel(false));
            let up = room.screen();
            room.send(Msg::Wheel(true));
            assert_ne!(room.screen(), up, "{name} at {columns}x{rows}");
            let after = room.app.cx.workshop.as_ref().map(|workshop| workshop.session.clone());
            assert_eq!(after, session, "{name} at {columns}x{rows}");
        }
    }
}

/// What stands in an area.
fn text(buffer: &Buffer, area: Rect) -> String {
    (area.left()..area.right()).map(|x| buffer[(x, area.y)].symbol()).collect()
}

/// Clicks on the first thing for which that holds, by what it is and what stands there.
#[track_caller]
fn clicks(room: &mut Room, what: &str, is_meant: impl Fn(Target, &str) -> bool) {
    let (buffer, hits) = room.draw();
    let found = hits.all().find(|(area, target)| is_meant(*target, text(&buffer, *area).trim()));
    let Some((area, target)) = found else { panic!("nothing to click for {what}:\n{}", room.screen()) };
    assert_eq!(room.clicks(area.x, area.y), Some(target), "{what}");
}

/// Clicks on a key named at the foot.
#[track_caller]
fn presses(room: &mut Room, words: &str) {
    clicks(room, words, |target, text| matches!(target, Target::Command(_)) && text.ends_with(words));
}

/// Clicks on a line of a list.
#[track_caller]
fn marks(room: &mut Room, words: &str) {
    clicks(room, words, |target, text| matches!(target, Target::Line(_)) && text.contains(words));
}

#[track_caller]
fn answers(room: &mut Room, place: usize) {
    let rating = Rating::ALL[place];
    clicks(room, "an answer", |target, _| target == Target::Rating(rating) || target == Target::Choice(place));
}

/// A vote of seven by hands, two of them counted by mistake and taken back, one who does not know, and its reveal.
#[track_caller]
fn votes_by_hands(room: &mut Room) {
    presses(room, "votes");
    let hand = |room: &mut Room, place: usize| {
        clicks(room, "an answer", |target, _| target == Target::Choice(place));
    };
    for place in [1, 1, 2, 3, 3, 3, 5, 0, 0] {
        hand(room, place);
    }
    room.shows("2 2 1 3 0 ?1");
    for _ in 0.."2 2 1 3 0 ?1".len() {
        presses(room, "take back");
    }
    for place in [1, 1, 2, 3, 3, 3, 5] {
        hand(room, place);
    }
    room.shows("0 2 1 3 0 ?1");
    presses(room, "reveal");
    let round = &room.answer("I3").rounds[0].round;
    assert_eq!(round.whole().ballots(), 7);
    room.milliseconds(2000);
}

/// Seven of the statutory sector, four of the third and one of a community, by mouse and a number pad.
fn people(room: &mut Room) {
    for (sector, many) in [("Statutory", "7"), ("Third sector", "4"), ("Community", "1")] {
        marks(room, sector);
        room.keys(many);
    }
}

/// A click meets an answer where it stands, whatever a sector is called and however often a word is said.
#[test]
fn an_answer_takes_its_click_where_the_same_words_stand_twice() {
    let mut framework = Framework::built_in().unwrap();
    framework.scales[0].words = ["Partly", "Partly", "Mostly", "Mostly", "Firmly"].map(str::to_owned).into();
    for (columns, rows) in SIZES {
        let mut room = Room::with(framework.clone(), columns, rows);
        room.keys("N PgDn S").goes_to("P3");
        room.keys("G N 5 Enter").types("2 Partly").keys("Esc N 2 Enter").types("0 don't know").keys("Esc Esc");
        room.keys("V G");
        let (buffer, hits) = room.draw();
        for (place, answer) in ["1 Partly", "2 Partly", "3 Mostly", "4 Mostly", "5 Firmly"].iter().enumerate() {
            let (area, _) = hits.all().find(|(_, target)| *target == Target::Choice(place)).unwrap();
            assert_eq!(text(&buffer, area), *answer, "{columns}x{rows}");
            clicks(&mut room, "an answer", |target, _| target == Target::Choice(place));
        }
        clicks(&mut room, "don't know", |target, _| target == Target::Choice(5));
        room.shows("1 1 1 1 1 ?1");
    }
}

#[test]
fn groups_vote_by_mouse_alone_and_a_count_is_corrected() {
    for (columns, rows) in SIZES {
        let mut room = Room::new(columns, rows);
        marks(&mut room, "New session");
        people(&mut room);
        presses(&mut room, "start");
        presses(&mut room, "map");
        let cell = room.app.cx.framework.cell_of(&"P3".into()).unwrap();
        clicks(&mut room, "P3", |target, _| target == Target::Cell(cell));
        presses(&mut room, "go to item");
        presses(&mut room, "votes");
        presses(&mut room, "groups");
        for (group, places) in
            [("Statutory", vec![3, 3, 3, 3, 2, 2, 1]), ("Third sector", vec![1, 1, 0, 0]), ("Community", vec![5])]
        {
            marks(&mut room, group);
            for place in places {
                clicks(&mut room, "an answer", |target, _| target == Target::Choice(place));
            }
        }
        // One of the third sector has another look.
        marks(&mut room, "Third sector");
        clicks(&mut room, "an answer", |target, _| target == Target::Choice(2));
        room.shows("2 2 1 0 0");
        presses(&mut room, "reveal");
        room.says("More than are present?");
        clicks(&mut room, "yes", |_, text| text.starts_with("Y "));
        presses(&mut room, "reveal");
        let round = &room.answer("P3").rounds[0].round;
        assert_eq!((round.by_sector().len(), round.whole().ballots()), (3, 13), "{columns}x{rows}");
    }
}

#[test]
fn a_whole_workshop_from_set_up_to_finished_and_exported_by_mouse_alone() {
    for (columns, rows) in SIZES {
        let mut room = Room::new(columns, rows);
        marks(&mut room, "New session");
        room.shows("SET-UP");
        presses(&mut room, "start");

        // Two dots, by the agenda; each further click on a line is one more.
        presses(&mut room, "map");
        clicks(&mut room, "the time left", |target, _| target == Target::Command(Command::Agenda));
        for _ in 0..17 {
            room.send(Msg::Wheel(true));
        }
        marks(&mut room, "Dots");
        presses(&mut room, "go there");
        for _ in 0..3 {
            marks(&mut room, "I2");
        }
        assert_eq!(room.session().dots_placed(), 2);
        presses(&mut room, "close");
        presses(&mut room, "carry on");

        for step in room.app.cx.framework.steps() {
            match &room.app.screen {
                Screen::Walk(walk) => assert_eq!(walk.step, step),
                other => panic!("{step:?} was expected, not {other:?}"),
            }
            if step == Step::Feature("I3".into()) {
                votes_by_hands(&mut room);
            }
            match step {
                Step::Stage(_) | Step::Section(_) => presses(&mut room, "start"),
                Step::Risk(_) => {
                    answers(&mut room, 2);
                    presses(&mut room, "next");
                }
                _ => {
                    answers(&mut room, 1);
                    presses(&mut room, "next");
                }
            }
        }
        let decided = |room: &Room| {
            let steps = room.app.cx.framework.steps();
            steps.iter().filter(|step| room.session().decision_at(step).rating().is_some()).count()
        };
        assert_eq!(decided(&room), 41, "36 features, five of them at two levels");

        // An action for the second of where to act, with a starter.
        while !matches!(&room.app.screen, Screen::Slides(slides) if slides.slide == Slide::WhereToAct) {
            presses(&mut room, "next");
        }
        room.send(Msg::Wheel(true));
        presses(&mut room, "action");
        clicks(&mut room, "a starter", |target, _| target == Target::Line(0));
        presses(&mut room, "take it");
        presses(&mut room, "keep and close");
        presses(&mut room, "close");
        assert_eq!(room.session().actions.len(), 1);

        // Read back, finished and written.
        while !matches!(&room.app.screen, Screen::Slides(slides) if slides.slide == Slide::Actions) {
            presses(&mut room, "next");
        }
        presses(&mut room, "finish");
        presses(&mut room, "finish");
        clicks(&mut room, "yes", |_, text| text.starts_with("Y "));
        assert_eq!(room.session().status, Status::Finished);
        presses(&mut room, "report");
        marks(&mut room, "Word");
        presses(&mut room, "write");
        assert!(room.effects.iter().any(|effect| matches!(effect, Effect::Export(_))));
        room.send(Msg::Exported(Ok(vec!["/home/you/Documents/report.docx".into()].into())));
        presses(&mut room, "close");
        presses(&mut room, "back");
        presses(&mut room, "start page");
        room.shows("► Carry on");
        presses(&mut room, "close");
        clicks(&mut room, "yes", |_, text| text.starts_with("Y "));
        assert_eq!(room.effects.last(), Some(&Effect::Quit));
    }
}

#[test]
fn a_click_on_a_field_of_a_box_goes_there() {
    for (name, words) in
        [("not agreed form", "highest"), ("register, a line being written", "People"), ("writing an action", "Who")]
    {
        let mut room = scenes::scene(name, 80, 24);
        let before = room.screen();
        clicks(&mut room, name, |target, text| {
            matches!(target, Target::Line(_))
                && !text.starts_with('►')
                && text.to_lowercase().contains(&words.to_lowercase())
        });
        assert_ne!(room.screen(), before, "{name}");
        clicks(&mut room, name, |target, text| {
            matches!(target, Target::Line(_))
                && text.starts_with('►')
                && text.to_lowercase().contains(&words.to_lowercase())
        });
    }
    let mut room = scenes::scene("dissent", 80, 24);
    room.shows("► Named");
    clicks(&mut room, "the statement", |target, _| target == Target::Line(0));
    room.hides("► Named");
}

#[test]
fn q_on_the_overview_leads_to_the_start_page_and_the_session_is_kept() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn 4 M").shows("Q start page").keys("Q").shows("PLENARY").shows("Carry on: Glenside CPP");
    assert!(room.workshop().is_safe());
    room.keys("Enter").shows("4");
    assert!(matches!(room.app.screen, Screen::Walk(_)));
    // A clicker's start button sends Esc: it leads back to the item, and never out of the session.
    room.keys("M Esc");
    assert!(matches!(room.app.screen, Screen::Walk(_)));
}
