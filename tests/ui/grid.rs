//! The overview, the slides, the details, the pages and the list: as the room sees them, at every size.

use crate::support::room::Room;
use plenary::app::{Kind, Listed, Target, ThemeName};
use plenary::framework::{Cell, Confidence, Framework, Id, Level, Rating, Step};
use plenary::session::{Decision, Group, Place, Range, Session};
use ratatui::buffer::Buffer;
use ratatui::style::Color;
use std::path::PathBuf;

/// The sizes at which every screen is kept as a snapshot.
const SIZES: [(u16, u16); 5] = [(40, 12), (60, 17), (60, 20), (80, 24), (120, 36)];

fn rating(number: u8) -> Rating {
    Rating::try_from(number).unwrap()
}

/// A decision as it stands on a map: `4`, `4!` with reservations, `2-4`, `?`, `-`.
fn decision(mark: &str) -> Decision {
    match mark.as_bytes() {
        [digit] if digit.is_ascii_digit() => Decision::Agreed(rating(digit - b'0')),
        [digit, b'!'] => Decision::AgreedWithReservations(rating(digit - b'0')),
        [low, b'-', high] => Decision::NotAgreed {
            range: Range::between(rating(low - b'0'), rating(high - b'0')).unwrap(),
            low_view: "We hear of decisions when they are made.".into(),
            high_view: String::new(),
        },
        b"?" => Decision::DontKnow,
        b"-" => Decision::NotRelevant,
        _ => panic!("what is {mark}?"),
    }
}

/// A workshop that is over, with one of everything.
fn rich() -> Session {
    let framework = Framework::built_in().unwrap();
    let at = "2026-03-12T13:05:00Z".parse().unwrap();
    let mut session = Session::new(&framework, "00112233445566ff".into(), at);
    session.about.partnership = "Glenside CPP".into();
    session.about.date = Some("2026-03-12".parse().unwrap());
    session.register.groups = vec![Group { sector: "statutory".into(), people: 7, ..Group::default() }];
    let rows = [
        "I1 2 I2 4 I3 3 I4 2 I5 4 A1 4 A2 4/2 A3 3 E1 3/3 E2 1 E3 - S1 5 S2 4/4 S3 2",
        "K1 4 K2 4 K3 3 K4 ? K5 3 K6 4 P1 3 P2 2/2 P3 4 P4 5/5 P5 2 P6 3 P7 4! P8 1-4 P9 2",
        "O1 3 O2 2 O3 - O4 3 O5 ? O6 ? O7 3",
    ];
    let words: Vec<&str> = rows.iter().flat_map(|row| row.split(' ')).collect();
    for pair in words.chunks(2) {
        rate(&framework, &mut session, pair[0], pair[1]);
    }
    let trusted =
        [("P4", Confidence::High), ("S1", Confidence::Medium), ("I4", Confidence::Low), ("K5", Confidence::Low)];
    for (id, confidence) in trusted {
        let (_, _, feature) = framework.feature(&Id::from(id)).unwrap();
        session.trust(feature, Some(confidence)).unwrap();
    }
    for id in ["A2", "K4"] {
        let (_, _, feature) = framework.feature(&Id::from(id)).unwrap();
        session.park(feature).unwrap();
    }
    let (_, _, feature) = framework.feature(&Id::from("P8")).unwrap();
    session.note(feature, "The hub's rota was settled twice and unsettled twice. Come back to it in June.").unwrap();
    session.note_privately(feature, "Secret: ask the chair first.").unwrap();
    for (stage, minutes) in [("inputs", 12), ("activities", 8), ("engagement", 9), ("reactions", 7), ("knowledge", 18)]
    {
        session.seconds.insert(Id::from(stage), minutes * 60);
    }
    session.seconds.insert(Id::from("practices"), 11 * 60);
    session.place = Place::Slides;
    session
}

fn rate(framework: &Framework, session: &mut Session, id: &str, marks: &str) {
    rate_at(framework, session, id, marks, "2026-03-12T14:10:00Z");
}

fn rate_at(framework: &Framework, session: &mut Session, id: &str, marks: &str, at: &str) {
    let (_, _, feature) = framework.feature(&Id::from(id)).unwrap();
    let at = at.parse().unwrap();
    match marks.split_once('/') {
        Some((strategic, operational)) => {
            session.decide(feature, Some(Level::Strategic), decision(strategic), at).unwrap();
            session.decide(feature, Some(Level::Operational), decision(operational), at).unwrap();
        }
        None => {
            session.decide(feature, None, decision(marks), at).unwrap();
        }
    }
}

/// The same workshop in the middle: Practices begun, the rest of it and Outcomes open.
fn halfway() -> Session {
    let mut session = rich();
    for id in ["P4", "P5", "P6", "P7", "P8", "P9", "O1", "O2", "O3", "O4", "O5", "O6", "O7"] {
        session.answers.remove(&Id::from(id));
    }
    session.place = Place::Walk(Step::Level(Id::from("P4"), Level::Strategic));
    session
}

/// A session as a file would give it. Where the walk is over, the last item of the chain is marked.
fn at_outcomes(session: Session, columns: u16, rows: u16) -> Room {
    let over = session.place == Place::Slides;
    let mut room = Room::opened(session, columns, rows);
    room.keys(if over { "Up Up" } else { "" });
    room
}

/// A screen at every size, one under the other.
fn at_all_sizes(session: &Session, keys: &str) -> String {
    let mut room = at_outcomes(session.clone(), 80, 24);
    room.keys(keys);
    shown_at_all_sizes(&mut room)
}

fn shown_at_all_sizes(room: &mut Room) -> String {
    let shown = SIZES.map(|(columns, rows)| {
        let screen = room.resize(columns, rows).screen();
        format!("== {columns} x {rows} {}\n{screen}\n", "=".repeat(usize::from(columns).saturating_sub(12)))
    });
    shown.join("\n")
}

/// A slide at every size, turned to page by page.
fn slide_at_all_sizes(number: &str, keys: &str) -> String {
    let mut room = at_outcomes(rich(), 80, 24);
    while !room.screen().contains(number) {
        let before = room.screen();
        assert_ne!(room.keys("PgDn").screen(), before, "there is no slide {number}");
    }
    room.keys(keys);
    shown_at_all_sizes(&mut room)
}

fn listed(name: &str, partnership: &str, date: Option<&str>, done: usize, kind: Kind) -> Listed {
    Listed {
        file: PathBuf::from(name),
        name: name.into(),
        partnership: partnership.into(),
        date: date.map(|date| date.parse().unwrap()),
        done,
        of: 36,
        not_agreed: done / 10,
        people: 12,
        kind,
        ..Listed::default()
    }
}

fn saved() -> Vec<Listed> {
    let unreadable = Listed {
        problem: Some(
            "2025-06-02-childrens.ron is damaged at line 41, column 7: the file was cut short; the text ends too \
             early. Plenary has left the file as it is. Correct that place in an editor, or open an earlier copy."
                .into(),
        ),
        ..listed("2025-06-02-childrens.ron", "", Some("2025-06-02"), 0, Kind::Unreadable)
    };
    vec![
        listed("2026-03-12-glenside-cpp.ron", "Glenside CPP", Some("2026-03-12"), 23, Kind::InProgress),
        listed("2025-11-04-glenside-cpp.ron", "Glenside CPP", Some("2025-11-04"), 36, Kind::Finished),
        listed(
            "2025-09-19-north.ron",
            "North Alcohol and Drugs Partnership of the Western Isles",
            Some("2025-09-19"),
            36,
            Kind::Finished,
        ),
        unreadable,
        listed("partnership.ron", "", None, 0, Kind::Demo),
    ]
}

#[test]
fn where_we_are() {
    insta::assert_snapshot!(at_all_sizes(&halfway(), "M"));
}

#[test]
fn where_we_are_with_another_item_marked() {
    insta::assert_snapshot!(at_all_sizes(&halfway(), "M Up Up Up Up Left Left"));
}

#[test]
fn the_heat_map() {
    insta::assert_snapshot!(at_all_sizes(&rich(), "Up Up Up Up Up Left"));
}

#[test]
fn the_heat_map_of_a_session_that_has_hardly_begun() {
    let mut session = rich();
    session.answers.retain(|id, _| id.as_str() == "I1");
    insta::assert_snapshot!(at_all_sizes(&session, "Home"));
}

#[test]
fn the_heat_map_without_colours() {
    let mut room = at_outcomes(rich(), 80, 24);
    room.theme(ThemeName::Mono).keys("Up Up Left Left Left");
    insta::assert_snapshot!(shown_at_all_sizes(&mut room));
}

#[test]
fn strengths_to_protect() {
    insta::assert_snapshot!(at_all_sizes(&rich(), "PgDn Down Down Down Down Down Down"));
}

#[test]
fn what_is_at_risk() {
    insta::assert_snapshot!(slide_at_all_sizes("3 of 9", ""));
}

#[test]
fn where_views_differ() {
    insta::assert_snapshot!(slide_at_all_sizes("4 of 9", "Down"));
}

#[test]
fn lists_with_nothing_on_them_say_so_kindly() {
    let mut session = rich();
    session.answers.clear();
    let mut room = at_outcomes(session, 60, 20);
    room.keys("PgDn").shows("Nothing is rated 4 or 5 yet.");
    room.keys("PgDn").says("AT RISK").says("Nothing is rated yet.");
    room.keys("PgDn").says("SPLIT VIEWS").says("Nothing is rated yet.");
}

#[test]
fn details_of_an_item() {
    insta::assert_snapshot!(at_all_sizes(&rich(), "Up Right Enter"));
}

#[test]
fn details_of_an_item_with_both_levels_and_a_history() {
    let framework = Framework::built_in().unwrap();
    let mut session = rich();
    rate_at(&framework, &mut session, "P2", "3/2", "2026-03-13T09:30:00Z");
    rate_at(&framework, &mut session, "P2", "3/2-5", "2026-03-13T09:31:00Z");
    insta::assert_snapshot!(at_all_sizes(&session, "Up Left Left Left Left Left Enter"));
}

#[test]
fn a_private_note_is_never_on_a_page() {
    let mut room = at_outcomes(rich(), 120, 36);
    room.keys("Up Right Enter").shows("private note is kept").hides("Secret");
}

#[test]
fn details_of_a_risk_say_that_it_is_not_discussed() {
    let mut room = at_outcomes(rich(), 60, 17);
    room.keys("Down Down Home Enter").shows("R1 MASK").shows("Not yet discussed");
}

#[test]
fn help() {
    insta::assert_snapshot!(at_all_sizes(&halfway(), "F1"));
}

#[test]
fn help_about_everything() {
    let mut room = Room::new(120, 36);
    insta::assert_snapshot!(room.keys("Down Down Down Enter").screen());
}

#[test]
fn about() {
    let mut room = Room::new(80, 24);
    insta::assert_snapshot!(shown_at_all_sizes(room.keys("A")));
}

#[test]
fn guidance() {
    insta::assert_snapshot!(at_all_sizes(&halfway(), "E"));
}

#[test]
fn the_list() {
    insta::assert_snapshot!(shown_at_all_sizes(&mut list("")));
}

#[test]
fn the_list_with_a_file_marked_that_cannot_be_read() {
    insta::assert_snapshot!(shown_at_all_sizes(&mut list("Down Down Down")));
}

#[test]
fn a_long_list_keeps_the_marked_line_in_sight() {
    let mut room = Room::new(40, 12);
    room.saved = (1..=30).map(|day| listed("a.ron", &format!("Session {day}"), None, 0, Kind::Demo)).collect();
    room.keys("O End").shows("► no date     Session 30");
    room.keys("Home").shows("► no date     Session 1");
}

#[test]
fn an_empty_list_says_what_to_do() {
    let mut room = Room::new(60, 17);
    room.keys("O").shows("There are no saved sessions yet.");
}

fn list(keys: &str) -> Room {
    let mut room = Room::new(80, 24);
    room.saved = saved();
    room.keys("O").keys(keys);
    room
}

/// The column and row of a text on screen.
fn find(buffer: &Buffer, text: &str) -> (u16, u16) {
    for y in 0..buffer.area.height {
        let row: Vec<&str> = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        for x in 0..row.len() {
            if row[x..].concat().starts_with(text) {
                return (u16::try_from(x).unwrap(), y);
            }
        }
    }
    panic!("{text} is not on screen")
}

#[test]
fn the_cells_of_the_map_wear_the_tone_of_their_rating() {
    for name in [ThemeName::Daylight, ThemeName::Mono] {
        let mut room = at_outcomes(rich(), 60, 17);
        let buffer = room.theme(name).buffer();
        let theme = plenary::ui::theme(name);
        let (_, inputs) = find(&buffer, "Inputs ");
        let (first, _) = find(&buffer, "1    2    3    4");
        // Inputs are 2, 4, 3, 2 on low evidence, 4; a cell takes five columns with the gap before it.
        for (column, number) in [(0, 2), (1, 4), (2, 3), (3, 2), (4, 4)] {
            let x = first + 5 * column;
            let cell = &buffer[(x, inputs)];
            assert_eq!(cell.symbol(), number.to_string());
            let tone = theme.canvas.patch(theme.tone(rating(number)));
            assert_eq!(cell.style().fg, tone.fg.or(Some(Color::Reset)), "{name:?}: {number}");
            assert_eq!(cell.style().bg, tone.bg.or(Some(Color::Reset)), "{name:?}: {number}");
            assert_eq!(cell.modifier, tone.add_modifier, "{name:?}: {number}");
            // The whole cell is filled, and the gap before it is not.
            assert_eq!(buffer[(x - 1, inputs)].bg, cell.bg);
            assert_eq!(buffer[(x - 2, inputs)].bg, theme.canvas.bg.unwrap_or(Color::Reset));
        }
    }
}

#[test]
fn the_marked_cell_has_an_arrow_on_both_sides_and_the_cursor() {
    let mut room = at_outcomes(rich(), 80, 24);
    let buffer = room.keys("Up Up Home").buffer();
    let (x, y) = find(&buffer, "►");
    assert_eq!(room.cursor, (x + 3, y), "on the digit");
    assert_eq!(buffer[(x + 7, y)].symbol(), "◄");
    assert_eq!(buffer[(x, y)].style().bg, plenary::ui::theme(ThemeName::Daylight).focus.bg);
    assert_eq!(buffer[(x + 3, y)].bg, Color::Indexed(75), "its tone stays in sight: Valued is a 4");
}

#[test]
fn every_cell_can_be_reached_and_is_in_sight_in_the_smallest_window() {
    let mut room = at_outcomes(rich(), 40, 12);
    room.keys("Up Up Up Up Up Up Up Up Up Home");
    let rows: Vec<usize> = room.app.cx.framework.rows().map(|row| row.len()).collect();
    for (row, columns) in rows.iter().enumerate() {
        room.keys("Home");
        for column in 0..*columns {
            room.buffer();
            let (x, y) = room.cursor;
            let hit = room.clicks(x, y);
            assert_eq!(hit, Some(Target::Cell(Cell { row, column })));
            room.keys("Right");
        }
        room.keys("Down");
    }
}

#[test]
fn a_click_on_a_cell_or_a_line_marks_it() {
    let mut room = at_outcomes(rich(), 120, 36);
    let (x, y) = find(&room.buffer(), "Staff-");
    assert_eq!(room.clicks(x, y + 1), Some(Target::Cell(Cell { row: 0, column: 3 })));
    room.shows("►I4 Staffing");
    room.keys("PgDn");
    let (x, y) = find(&room.buffer(), "evidence");
    room.keys("Down").clicks(x, y);
    let (_, marked) = find(&room.buffer(), "►");
    assert!(marked < y, "the first is marked again");
}

#[test]
fn a_click_marks_a_row_of_whatever_lists_lie_on_the_screen_and_the_wheel_the_next() {
    for (scene, row, next) in [
        ("agenda", "Practices", "Outcomes"),
        ("parked", "P8", "P8"),
        ("what feeds a risk", "Valued", "All gain"),
        ("dots", "P4", "P5"),
        ("actions", "Halve", "Halve"),
        ("register", "Third sector", "Community"),
    ] {
        let mut room = crate::support::scenes::scene(scene, 80, 24);
        let (x, y) = find(&room.buffer(), row);
        room.clicks(x, y);
        assert!(marked(&mut room).contains(row), "{scene}: {}", marked(&mut room));
        room.send(plenary::app::Msg::Wheel(true));
        assert!(marked(&mut room).contains(next), "{scene}: {}", marked(&mut room));
    }
}

/// The marked line.
fn marked(room: &mut Room) -> String {
    let buffer = room.buffer();
    let (_, y) = find(&buffer, "►");
    (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect()
}

#[test]
fn a_framework_of_two_stages_and_no_risks_fills_the_grid() {
    let text = include_str!("../fixtures/two-stages.ron");
    let framework = Framework::parse(text, "two-stages.ron").unwrap();
    let mut room = Room::with(framework, 80, 24);
    room.keys("N PgDn PgDn 4 PgDn 2 PgDn 3 PgDn PgDn 4 PgDn 1 PgDn X 1 3 Esc M");
    let overview = shown_at_all_sizes(&mut room);
    room.keys("F5");
    insta::assert_snapshot!(format!("{overview}\n{}", shown_at_all_sizes(&mut room)));
}

/// Every screen of this file, ready to be drawn.
fn screens() -> Vec<Room> {
    let opened = |session: &Session, keys: &str| {
        let mut room = at_outcomes(session.clone(), 80, 24);
        room.keys(keys);
        room
    };
    let (rich, halfway) = (rich(), halfway());
    let slides = ["", "PgDn End", "PgDn PgDn", "PgDn PgDn PgDn", "Up Right Enter Down Down"];
    let mut rooms: Vec<Room> = slides.into_iter().map(|keys| opened(&rich, keys)).collect();
    rooms.extend(["M", "F1 Down Down Down", "E Down"].map(|keys| opened(&halfway, keys)));
    rooms.extend(["", "Down Down Down"].map(list));
    let mut about = Room::new(80, 24);
    about.keys("A Down Down");
    rooms.push(about);
    rooms
}

#[test]
fn no_size_makes_a_screen_panic_or_leave_its_window() {
    let edges = [0, 1, 12, 13, 16, 17, 20, 24, 36, 45];
    let widths = [0, 1, 40, 59, 60, 80, 120, 130];
    for mut room in screens() {
        for theme in [ThemeName::Daylight, ThemeName::Mono] {
            room.theme(theme);
            for rows in edges {
                for columns in (0..=130).step_by(if theme == ThemeName::Mono { 13 } else { 1 }) {
                    room.resize(columns, rows).buffer();
                }
            }
            for columns in widths {
                for rows in 0..=45 {
                    room.resize(columns, rows).buffer();
                }
            }
        }
    }
}
