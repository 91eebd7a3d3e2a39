//! Whole workshops by the few keys that some rooms have: a number pad with Enter, and a presenter's clicker.

use crate::support::room::Room;
use crate::support::{sample, scenes};
use plenary::app::keymap::is_text;
use plenary::app::{Effect, Overlay, Screen, Slide};
use plenary::framework::Step;
use plenary::session::{Session, Status, Verdict};
use std::collections::BTreeSet;

const SIZES: [(u16, u16); 3] = [(60, 17), (80, 24), (120, 36)];

/// Presses keys that a number pad has.
#[track_caller]
fn pads(room: &mut Room, keys: &str) {
    let is_on_pad = |key: &str| matches!(key, "Enter" | "+" | "-" | ".") || key.parse::<u8>().is_ok_and(|key| key < 10);
    assert!(keys.split_whitespace().all(is_on_pad), "{keys}");
    room.keys(keys);
}

/// What was decided and counted, without where the room is and what its clocks say.
fn decided(session: &Session) -> String {
    let Session { status, answers, assumptions, influences, risks, dots, actions, review, finish, .. } = session;
    format!(
        "{status:?} {answers:?} {assumptions:?} {influences:?} {risks:?} {dots:?} {actions:?} {review:?} {finish:?}"
    )
}

#[test]
fn a_whole_workshop_by_number_pad_and_enter_alone() {
    for (columns, rows) in SIZES {
        let mut room = Room::new(columns, rows);
        pads(&mut room, "Enter Enter Enter Enter Enter Enter 7 Enter 4 Enter 1 Enter");
        while matches!(room.app.screen, Screen::Setup(_)) {
            pads(&mut room, "Enter");
        }
        assert_eq!(room.session().register.people(), 12);
        for (place, step) in room.app.cx.framework.steps().into_iter().enumerate() {
            match &room.app.screen {
                Screen::Walk(walk) => assert_eq!(walk.step, step),
                other => panic!("{step:?} was expected, not {other:?}"),
            }
            pads(
                &mut room,
                match step {
                    Step::Stage(_) | Step::Section(_) => "",
                    Step::Risk(_) => ["1 4", "2 3 2", "3"][place % 3],
                    Step::Influence(_) => ["1", "2", "3", "-"][place % 4],
                    Step::Assumption(_) => ["1", "2", "0"][place % 3],
                    Step::Feature(_) | Step::Level(..) => ["4", "2", "0", "5", "3", "-", "1"][place % 7],
                },
            );
            pads(&mut room, "+");
        }
        room.shows("STRENGTHS AND RISKS");
        let head = plenary::store::Head::of(room.session(), &room.app.cx.framework, room.session().created);
        assert_eq!(head.done, 36, "every feature is discussed");
        let told = decided(room.session());
        assert!(told.contains("DontKnow") && told.contains("NotRelevant"), "{told}");
        assert!(room.session().assumptions.values().any(|one| one.verdict == Verdict::DontKnow));
        let mut slides = BTreeSet::new();
        while !matches!(room.app.overlays.last(), Some(Overlay::Export(_))) {
            if let Screen::Slides(slides_here) = &room.app.screen {
                slides.insert(format!("{:?}", slides_here.slide));
            }
            pads(&mut room, "+");
        }
        assert!(slides.len() >= 8, "{slides:?}");
        assert_eq!(decided(room.session()), told, "slides decide nothing");
        // The page and the Word document, as they are offered.
        pads(&mut room, "Enter");
        let written = room.effects.iter().find_map(|effect| match effect {
            Effect::Export(order) => Some(order.formats.clone()),
            _ => None,
        });
        assert_eq!(written.map(|formats| formats.len()), Some(2), "{}", room.screen());
    }
}

#[test]
fn a_clicker_alone_shows_everything_and_rates_nothing() {
    for (columns, rows) in SIZES {
        let mut session = sample("riverside-2026");
        (session.status, session.place) = (Status::InProgress, plenary::session::Place::Setup);
        let mut room = Room::opened(session, columns, rows);
        let told = decided(room.session());
        room.keys("PgDn");
        for step in room.app.cx.framework.steps() {
            match &room.app.screen {
                Screen::Walk(walk) => assert_eq!(walk.step, step),
                other => panic!("{step:?} was expected, not {other:?}"),
            }
            // A pause, a look at the slides and Esc by mistake, and on.
            room.keys(". PgDn F5 Esc Esc");
            let here = matches!(&room.app.screen, Screen::Walk(walk) if walk.step == step);
            assert!(here && room.app.overlays.is_empty(), "{step:?} is lost:\n{}", room.screen());
            room.keys("PgDn");
        }
        let mut slides = BTreeSet::new();
        let mut last = 0;
        while !room.app.cx.notice.as_deref().unwrap_or_default().contains("the last slide") {
            if let Screen::Slides(here) = &room.app.screen {
                slides.insert(format!("{:?}", here.slide));
            }
            room.keys("PgDn");
            last += 1;
        }
        assert!(slides.contains(&format!("{:?}", Slide::Actions)) && last > slides.len() / 2, "{slides:?}");
        // Back to where the walk began.
        for _ in 0..400 {
            room.keys("PgUp");
        }
        assert!(!matches!(room.app.screen, Screen::Slides(_)), "{:?}", room.app.screen);
        assert_eq!(decided(room.session()), told);
    }
}

/// Wherever a clicker is pressed, and whatever was begun there by keys, nothing is decided. In a text a dot is a dot, and
/// what was typed is kept.
#[test]
fn no_button_of_a_clicker_decides_anything_on_any_page() {
    let orders = ["PgDn PgDn PgDn PgUp", "F5 Esc PgDn F5", ". . PgDn", "Esc PgDn Esc Esc", "PgUp Esc F5 PgUp . Esc"];
    for (name, room) in scenes::all(60, 17) {
        let Some(before) = room.app.cx.workshop.as_ref().map(|workshop| workshop.session.clone()) else { continue };
        if room.app.contexts().into_iter().any(is_text) {
            continue;
        }
        let is_open = matches!(room.app.overlays.last(), Some(Overlay::Vote(_))) || room.workshop().vote.is_some();
        // An open vote is revealed by F5: that says how the room voted, and decides nothing.
        for order in orders.iter().filter(|order| !is_open || !order.contains("F5")) {
            let mut room = scenes::scene(name, 60, 17);
            room.keys(order);
            let Some(workshop) = &room.app.cx.workshop else { continue };
            if workshop.session.id == before.id {
                assert_eq!(decided(&workshop.session), decided(&before), "{name}: {order}");
            }
        }
    }
}
