//! Getting about: the walk, the overview, the slides, skipping, the mouse.

use crate::support::room::Room;
use plenary::app::{Msg, Overlay, Screen, Slide, Target};
use plenary::framework::{Cell, Id, Level, Step};
use plenary::session::{Decision, Place};

fn step(room: &Room) -> Step {
    match &room.app.screen {
        Screen::Walk(walk) => walk.step.clone(),
        other => panic!("not on the walk but at {other:?}"),
    }
}

fn focus(room: &Room) -> Cell {
    match room.app.screen {
        Screen::Overview(overview) => overview.focus,
        Screen::Slides(slides) => slides.cell,
        _ => panic!("no grid is on screen"),
    }
}

#[test]
fn next_and_back_pass_title_cards_and_both_levels() {
    let mut room = Room::begun(60, 17);
    room.keys("S").shows("STAGE 2 OF 7").keys("Enter").shows("A1").keys("PgDn");
    assert_eq!(step(&room), Step::Level("A2".into(), Level::Strategic));
    room.keys("PgDn");
    assert_eq!(step(&room), Step::Level("A2".into(), Level::Operational));
    room.keys("PgUp PgUp PgUp").shows("STAGE 2 OF 7").keys("PgUp").shows("I5");
}

#[test]
fn s_skips_to_the_next_title_card_and_after_the_last_to_the_slides() {
    let mut room = Room::begun(60, 17);
    for stage in 2..=7 {
        room.keys("S").shows(&format!("STAGE {stage} OF 7"));
    }
    for section in ["What our chain takes for granted", "What helps and what hinders", "Risks"] {
        room.keys("S").shows("AFTER THE CHAIN").shows(section);
    }
    room.keys("S");
    assert!(matches!(room.app.screen, Screen::Slides(_)));
    assert!(room.session().answers.is_empty());
}

#[test]
fn every_item_is_reached_from_the_overview() {
    let mut room = Room::begun(60, 17);
    let ids: Vec<Id> = room.app.cx.framework.features().map(|(_, _, feature)| feature.id.clone()).collect();
    for id in &ids {
        room.goes_to(id.as_str());
        assert_eq!(step(&room).feature(), Some(id));
    }
    assert_eq!(ids.len(), 36);
}

#[test]
fn the_overview_marks_where_the_room_is_and_m_escape_and_next_lead_back() {
    for back in ["M", "Esc", "PgDn", "PgUp"] {
        let mut room = Room::begun(60, 17);
        room.goes_to("P3").keys("M");
        assert_eq!(focus(&room), Cell { row: 5, column: 2 });
        room.keys("Up Left Home").keys(back);
        assert_eq!(step(&room), Step::Feature("P3".into()), "{back}");
    }
}

#[test]
fn the_mark_never_leaves_the_grid() {
    let mut room = Room::begun(60, 17);
    room.keys("M Up Left");
    assert_eq!(focus(&room), Cell { row: 0, column: 0 });
    room.keys("End Right");
    assert_eq!(focus(&room), Cell { row: 0, column: 4 });
    room.keys("Down");
    assert_eq!(focus(&room), Cell { row: 1, column: 2 }, "a shorter row has no fifth item");
    room.keys("Down Down Down Down Down Down Down Down Down End");
    assert_eq!(focus(&room), Cell { row: 8, column: 8 });
    room.keys("Enter");
    assert_eq!(step(&room), Step::Risk("R9".into()));
}

#[test]
fn skipping_from_the_overview_goes_to_the_stage_after_the_rooms_own() {
    let mut room = Room::begun(60, 17);
    room.goes_to("E2").keys("M Down Down S").shows("STAGE 4 OF 7");
}

#[test]
fn a_look_at_the_heat_map_in_mid_walk_keeps_the_rooms_place() {
    let mut room = Room::begun(60, 17);
    room.goes_to("E2").keys("F5");
    assert_eq!(focus(&room), Cell { row: 2, column: 1 });
    room.keys("PgUp");
    assert_eq!(step(&room), Step::Feature("E2".into()));
    // The start button of some clickers sends F5 and Esc in turn.
    room.keys("F5 Esc");
    assert_eq!(focus(&room), Cell { row: 2, column: 1 });
    room.keys("PgDn");
    assert_eq!(step(&room), Step::Feature("E2".into()));
}

#[test]
fn slides_follow_each_other_and_enter_shows_details_and_goes_to_the_item() {
    let mut room = Room::begun(80, 24);
    room.goes_to("K2").keys("5 F5 Enter");
    match room.app.overlays.last() {
        Some(Overlay::Details(details)) => assert_eq!(details.cell, Cell { row: 4, column: 1 }),
        other => panic!("{other:?}"),
    }
    room.keys("Esc");
    assert!(room.app.overlays.is_empty());
    for slide in [Slide::Strengths, Slide::AtRisk, Slide::SplitViews, Slide::Conversations] {
        room.keys("PgDn");
        assert!(matches!(&room.app.screen, Screen::Slides(slides) if slides.slide == slide), "{slide:?}");
    }
    room.keys("PgUp PgUp PgUp Enter Enter");
    assert_eq!(step(&room), Step::Feature("K2".into()));
}

#[test]
fn a_click_on_an_answer_agrees_on_it() {
    for (columns, rows) in [(60, 20), (120, 36), (40, 12)] {
        let mut room = Room::begun(columns, rows);
        room.keys("PgDn");
        let (_, hits) = room.draw();
        let places = (0..columns).flat_map(|x| (0..rows).map(move |y| (x, y)));
        let clicks: Vec<_> = places.filter(|(x, y)| matches!(hits.at(*x, *y), Some(Target::Rating(_)))).collect();
        for (x, y) in [clicks[0], clicks[clicks.len() / 2], clicks[clicks.len() - 1]] {
            let Some(Target::Rating(rating)) = room.clicks(x, y) else { panic!("no answer at {x}, {y}") };
            assert_eq!(room.answer("I1").decided.at(None), &Decision::Agreed(rating));
        }
    }
}

#[test]
fn a_click_on_a_cell_marks_it_and_rates_nothing() {
    let mut room = Room::begun(80, 24);
    for keys in ["M", "F5"] {
        room.keys(keys);
        room.send(Msg::Click(Target::Cell(Cell { row: 6, column: 3 })));
        assert_eq!(focus(&room), Cell { row: 6, column: 3 });
    }
    room.keys("Enter Enter");
    assert_eq!(step(&room), Step::Feature("O4".into()));
    assert!(room.session().answers.is_empty());
}

#[test]
fn cells_on_screen_can_be_clicked() {
    let mut room = Room::begun(80, 24);
    for keys in ["M", "F5"] {
        room.keys(keys);
        let (_, hits) = room.draw();
        let places = (0..80).flat_map(|x| (0..24).map(move |y| (x, y)));
        let cells: std::collections::BTreeSet<Cell> = places
            .filter_map(|(x, y)| match hits.at(x, y) {
                Some(Target::Cell(cell)) => Some(cell),
                _ => None,
            })
            .collect();
        assert!(cells.len() >= 36, "only {} cells after {keys}", cells.len());
    }
}

#[test]
fn a_click_means_nothing_under_a_form_or_on_a_blank_screen() {
    for keys in ["N", "X", "E", "Ctrl+Q", "B"] {
        let mut room = Room::begun(60, 20);
        room.keys("PgDn").keys(keys);
        room.send(Msg::Click(Target::Rating(plenary::framework::Rating::Five)));
        assert!(room.session().answers.is_empty(), "{keys}");
        assert_eq!(room.app.overlays.len(), 1, "{keys}");
    }
}

#[test]
fn the_wheel_scrolls_and_never_leaves_an_item_or_a_slide() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn");
    room.send(Msg::Wheel(true));
    assert_eq!(step(&room), Step::Feature("I1".into()));
    room.keys("F5 PgDn");
    room.send(Msg::Wheel(true));
    assert!(matches!(&room.app.screen, Screen::Slides(slides) if slides.slide == Slide::Strengths));
    assert!(room.session().answers.is_empty());
}

#[test]
fn back_past_the_first_card_is_set_up_and_forward_again_is_the_same_place() {
    let mut room = Room::begun(60, 17);
    room.keys("PgUp PgUp PgUp PgUp").shows("BEFORE THE CHAIN");
    room.keys("PgUp").shows("SET-UP").keys("PgUp").shows("► Carry on: Glenside CPP · 12 March 2026");
    room.keys("PgDn").shows("SET-UP").keys("PgDn").shows("BEFORE THE CHAIN");
    assert!(matches!(room.session().place, Place::Walk(_)));
    assert_eq!(room.session().about.partnership, "Glenside CPP");
}
