//! Whatever a file says, nothing in it is obeyed by a terminal, turned around or hidden: on every screen, and in what
//! the commands print.

use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::{Listed, Msg, ThemeName};
use plenary::clean::{MOST_MARKS, is_unsafe};
use plenary::framework::{Framework, Rating};
use plenary::session::{About, Decision, Range, Session};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A title change, colours, C1, a bell, right-to-left, zero width, tags, a soft hyphen, a tower of marks, a line
/// separator; and honest words around them.
pub(crate) const HOSTILE: &str = "Glen\u{1b}]0;gone\u{7}\u{1b}[31m\u{9b}2J\u{202e}wog\u{2066}sal\u{200b}x\u{e0041}\u{e0001}y\
                                  \u{ad}z\u{feff}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{2028}a\u{200d}b\rend";

/// What is wrong with a text that reaches a terminal, if anything is.
fn wrong(text: &str) -> Option<String> {
    let mut marks = 0;
    for letter in text.chars() {
        marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
        if letter != '\n' && is_unsafe(letter) || marks > MOST_MARKS {
            return Some(format!("{letter:?} in {text:?}"));
        }
    }
    None
}

fn judge(room: &mut Room, place: &str) {
    let buffer = room.buffer();
    for cell in buffer.content() {
        let symbol = cell.symbol();
        assert!(symbol.width() <= 2 && !symbol.is_empty(), "{place}: {symbol:?}");
        assert_eq!(wrong(symbol), None, "{place}");
    }
}

fn hostile_framework() -> Framework {
    let mut framework = Framework::built_in().unwrap();
    framework.title = HOSTILE.into();
    framework.source.author = HOSTILE.into();
    for stage in &mut framework.stages {
        stage.prompt = HOSTILE.into();
        stage.label.push_str(HOSTILE);
        for feature in &mut stage.features {
            feature.text = HOSTILE.into();
            feature.label = HOSTILE.into();
            feature.question = HOSTILE.into();
            feature.one = HOSTILE.into();
        }
    }
    framework
}

pub(crate) fn hostile_session(framework: &Framework) -> Session {
    let now = "2026-03-12T14:00:00Z".parse().unwrap();
    let mut session = Session::new(framework, "00112233445566ff".into(), now);
    session.about = About {
        partnership: HOSTILE.into(),
        purpose: HOSTILE.into(),
        venue: HOSTILE.into(),
        facilitator: HOSTILE.into(),
        ..session.about
    };
    for (number, (_, _, feature)) in framework.features().enumerate() {
        let range = Range::between(Rating::One, Rating::Four).unwrap();
        let split = Decision::NotAgreed { range, low_view: HOSTILE.into(), high_view: HOSTILE.into() };
        let decision = if number % 2 == 0 { Decision::Agreed(Rating::Two) } else { split };
        let level = feature.levels.then_some(plenary::framework::Level::Strategic);
        session.decide(feature, level, decision, now).unwrap();
        session.note(feature, &format!("{HOSTILE}\n{HOSTILE}")).unwrap();
        session.note_privately(feature, HOSTILE).unwrap();
    }
    session
}

/// Where to look, from the first title card.
const PLACES: &[&str] = &[
    "",
    "PgDn",
    "PgDn N",
    "PgDn N Home x Backspace",
    "PgDn P",
    "PgDn P F4",
    "PgDn W",
    "PgDn X",
    "PgDn PgDn",
    "PgDn PgDn X Down Down",
    "PgDn U",
    "PgDn 4 U",
    "PgDn K",
    "F1",
    "M",
    "M Down Right",
    "F5",
    "F5 Enter",
    "F5 PgDn",
    "F5 PgDn PgDn",
    "F5 PgDn PgDn PgDn",
    "PgUp",
    "PgUp Down Down",
    "Ctrl+Q",
    "B",
    "S S S S S S",
    "Esc",
    "PgUp Esc",
];

#[test]
fn nothing_a_file_says_reaches_the_terminal_as_it_stands() {
    let framework = hostile_framework();
    for (columns, rows) in [(40, 12), (60, 20), (80, 24), (120, 36)] {
        for keys in PLACES {
            let mut room = Room::with(framework.clone(), columns, rows);
            let session = Box::new(hostile_session(&framework));
            let warning = Some(HOSTILE.to_owned());
            room.send(Msg::Opened { session, file: HOSTILE.into(), warning, read_only: None });
            judge(&mut room, "opening");
            // The session stands at its set-up page.
            room.keys("PgDn").keys(keys);
            for theme in [ThemeName::Daylight, ThemeName::HighContrast] {
                room.theme(theme);
                judge(&mut room, &format!("{keys} at {columns}x{rows}"));
            }
            room.send(Msg::Failed(HOSTILE.into()));
            judge(&mut room, keys);
            room.send(Msg::SaveFailed { reason: HOSTILE.into() });
            room.send(Msg::Kept { copy: HOSTILE.into(), rev: u64::MAX });
            judge(&mut room, keys);
        }
    }
}

#[test]
fn nothing_a_file_s_name_or_head_says_reaches_the_terminal_as_it_stands() {
    for (columns, rows) in [(40, 12), (60, 20), (120, 36)] {
        for (scene, mut room) in scenes::all(columns, rows) {
            let hostile = |listed: &mut Listed| {
                listed.partnership = HOSTILE.into();
                listed.name = HOSTILE.into();
                listed.problem = listed.problem.as_ref().map(|_| HOSTILE.into());
            };
            room.app.cx.home.folder = HOSTILE.into();
            room.app.cx.home.last.iter_mut().for_each(hostile);
            room.app.cx.elsewhere = HOSTILE.into();
            room.saved.iter_mut().for_each(hostile);
            for preview in room.previews.values_mut() {
                preview.session = Ok(Box::new(hostile_session(&room.app.cx.framework)));
                preview.holder = Some(HOSTILE.into());
            }
            judge(&mut room, scene);
            if ["list", "list, two marked", "earlier versions"].contains(&scene) {
                room.keys("Esc Esc O").send(Msg::Failed(HOSTILE.into()));
                judge(&mut room, scene);
                for keys in ["Down", "R", "Enter", "Esc Esc", "Del"] {
                    room.keys(keys);
                    judge(&mut room, scene);
                }
            }
        }
    }
}

#[test]
fn the_judge_finds_what_is_hostile() {
    assert!(wrong(HOSTILE).is_some());
    for text in ["\u{1b}[31m", "a\u{9b}", "\u{202e}", "a\u{200d}", "\u{e0041}", "e\u{301}\u{301}\u{301}\u{301}\u{301}"]
    {
        assert!(wrong(text).is_some(), "{text:?}");
    }
    assert_eq!(wrong("Łódź e\u{301} 東京 �"), None);
}

#[test]
fn what_is_shown_is_made_safe_and_what_is_kept_is_not_touched() {
    let framework = Framework::built_in().unwrap();
    let mut room = Room::opened(hostile_session(&framework), 80, 24);
    room.keys("PgDn PgDn").shows("\u{fffd}");
    assert_eq!(room.answer("I1").note, format!("{HOSTILE}\n{HOSTILE}"));
}
