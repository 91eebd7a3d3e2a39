//! Whole workshops by keys, through the real update and the real draw: what the room does, what it then sees.
//!
//! The parts of a workshop have files of their own below; here is the whole of one.

mod acting;
mod comparing;
mod conditions;
mod counted;
mod deciding;
mod dots;
mod drafts;
mod few_keys;
mod following_up;
mod heard;
pub(crate) mod hostile;
mod keys;
mod limits;
mod listing;
mod monkey;
mod mouse;
mod moving;
mod notes;
mod pace;
mod perspectives;
mod plain_words;
mod register;
mod rehearsal;
mod reporting;
mod reshaping;
mod room_check;
mod safety;
mod secrecy;
mod setting_up;
mod stances;
mod surveys;
mod typing;
mod voting;
mod walls;
mod whole;
mod years;

use crate::support::room::Room;
use crate::support::scenes;
use plenary::analysis::HeatMap;
use plenary::app::{Overlay, Screen, Slide};
use plenary::framework::{Level, Rating, Step};
use plenary::session::{Decision, Place};

/// The digit a room in these tests agrees on at a step of the walk.
fn digit(place: usize) -> char {
    ['4', '2', '5', '3', '1'][place % 5]
}

/// Rates every step of the walk from where the room is, and stands on the slides at the end. What is asked beside the
/// chain is passed over.
fn rates_everything(room: &mut Room) {
    let Screen::Walk(walk) = &room.app.screen else { panic!("not on the walk but at {:?}", room.app.screen) };
    let from = walk.step.clone();
    let steps = room.app.cx.framework.steps();
    for (place, step) in steps.iter().enumerate().skip_while(|(_, step)| **step != from) {
        match &room.app.screen {
            Screen::Walk(walk) => assert_eq!(walk.step, *step),
            other => panic!("{step:?} was expected, not {other:?}"),
        }
        if step.feature().is_some() {
            room.keys(&digit(place).to_string());
        }
        room.keys("PgDn");
    }
}

#[test]
fn a_whole_workshop_from_the_start_page_to_the_heat_map_and_back() {
    let mut room = Room::new(60, 20);
    room.shows("New session").keys("Enter").types("Glenside CPP");
    room.keys("Down Down").types("Plan the year").keys("Down Down Down").types("7").keys("Down").types("4");
    room.keys("PgDn").shows("BEFORE THE CHAIN").shows("Saved 14:32");

    rates_everything(&mut room);

    assert!(matches!(&room.app.screen, Screen::Slides(slides) if slides.slide == Slide::Map));
    let steps = room.app.cx.framework.steps();
    for (place, step) in steps.iter().enumerate().filter(|(_, step)| step.feature().is_some()) {
        let rating = Rating::from_digit(digit(place)).unwrap();
        assert_eq!(room.session().decision_at(step), &Decision::Agreed(rating), "{step:?}");
    }
    let map = room.app.cx.heat_map().unwrap();
    assert_eq!((map.progress().done, map.progress().of, map.progress().percent()), (36, 36, 100));
    assert_eq!(room.session().register.people(), 11);

    room.turns_to(Slide::Actions).keys("PgDn").shows("That was the last slide");
    while !matches!(&room.app.screen, Screen::Slides(slides) if slides.slide == Slide::Map) {
        room.keys("PgUp");
    }
    room.keys("PgUp").shows("R9");
    assert_eq!(room.session().place, Place::Walk(steps.last().unwrap().clone()));
}

#[test]
fn both_levels_are_asked_for_exactly_five_items() {
    let mut room = Room::begun(80, 24);
    rates_everything(&mut room);
    let session = room.session();
    for (id, answer) in &session.answers {
        let levels = ["A2", "E1", "S2", "P2", "P4"].contains(&id.as_str());
        assert_eq!(answer.decided.all().len(), if levels { 2 } else { 1 }, "{id}");
    }
    assert_eq!(session.answers.len(), 36);
}

#[test]
fn everything_that_was_rated_can_be_taken_back_and_made_again() {
    let mut room = Room::begun(60, 17);
    rates_everything(&mut room);
    let full = room.session().answers.clone();
    let ratings = room.app.cx.framework.steps().iter().filter(|step| step.feature().is_some()).count();
    for _ in 0..ratings {
        room.keys("U");
    }
    assert!(room.session().answers.is_empty(), "{:?}", room.session().answers);
    for _ in 0..ratings {
        room.keys("Ctrl+Y");
    }
    assert_eq!(room.session().answers, full);
    room.keys("Ctrl+Y").shows("Nothing to do again");
}

#[test]
fn pressing_next_from_end_to_end_rates_nothing() {
    for key in ["PgDn", "F12 Space PgDn"] {
        let mut room = Room::new(60, 17);
        room.keys("N").types("Glenside CPP").keys("PgDn");
        let steps = room.app.cx.framework.steps().len();
        for _ in 0..steps {
            room.keys(key);
        }
        assert!(matches!(room.app.screen, Screen::Slides(_)), "{key}");
        assert!(room.session().answers.is_empty());
        for _ in 0..steps {
            room.keys("PgUp");
        }
        room.shows("BEFORE THE CHAIN");
        let session = room.session();
        assert!(session.answers.is_empty() && session.assumptions.is_empty() && session.risks.is_empty());
    }
}

#[test]
fn a_framework_of_two_stages_in_another_language_works_end_to_end() {
    let mut room = Room::with(scenes::two_stages(), 60, 20);
    room.shows("Gweithio mewn partneriaeth").keys("N").types("Partneriaeth Dyfi").keys("PgDn").shows("STAGE 1 OF 2");
    room.keys("PgDn").shows("Arian digonol a sicr").shows("Yn gadarn").keys("5 PgDn ? PgDn X 2 4 Esc PgDn");
    room.shows("STAGE 2 OF 2").keys("PgDn 2 PgDn 4 PgDn").shows("Dod i gytundeb").keys("- PgDn");
    assert!(matches!(room.app.screen, Screen::Slides(_)));

    let framework = scenes::two_stages();
    let map = HeatMap::of(&framework, room.session());
    let marks: Vec<Vec<String>> =
        map.rows.iter().map(|row| row.readings.iter().map(plenary::analysis::FeatureState::mark).collect()).collect();
    assert_eq!(marks, [vec!["5", "?", "2-4"], vec!["2-4", "-"]]);
    assert_eq!(map.progress().done, 5);

    room.keys("M Down Down Down End Right Enter").shows("Dod i gytundeb");
    assert_eq!(room.workshop().session.framework.id, "dwy-ran");
}

#[test]
fn a_session_of_another_framework_version_resumes_where_every_walk_begins() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn 4");
    let mut session = room.session().clone();
    session.place = Place::Walk(Step::Level("ZZ9".into(), Level::Strategic));
    let mut room = Room::opened(session, 60, 17);
    room.shows("BEFORE THE CHAIN").keys("S PgDn").shows("4 MOSTLY");
    assert!(!matches!(room.app.overlays.last(), Some(Overlay::Page(_))));
}
