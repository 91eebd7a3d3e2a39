//! A whole workshop by keys alone, at the smallest window that is promised: from the gate to the actions, read back.

use crate::support::room::Room;
use plenary::analysis::{failed_gates, where_to_act};
use plenary::app::{Screen, Slide};
use plenary::framework::{Id, Level, Step};
use plenary::session::{ActionStatus, Place};
use plenary::store::{Head, decode, encode};

/// What the room keys on each item; two words where it takes both levels. What is not here is passed over.
const SAID: &str = "AS1=1 AS2=1 AS3=1 I1=4 I2=4 I3=3 I4=2 I5=4 A1=4 A2=4/2 A3=3 E1=3/3 E2=1 E3=- S1=5 S2=4/4 S3=2 \
                    K1=4 K2=4 K3=3 K4=? K5=3 K6=4 P1=3 P2=3/2 P3=4 P4=5/5 P5=2 P6=3 P7=4 P9=2 O1=4 O2=3 O3=- O4=3 \
                    O5=? O7=3 AS4=1 AS5=2 AS6=3 AS7=2 AS8=1 AS9=? IF1=1 IF2=2 IF3=3 IF4=- IF5=1 IF6=2";

/// What it keys on each risk: where it stands, then impact and likelihood.
const RISKS: &str = "R1=3 R2=3 R3=2.2.1 R4=2.3.2 R5=1.3 R6=2.5.5 R7=2.4.3 R8=1.2";

fn keyed(table: &'static str, id: &Id) -> Option<&'static str> {
    table
        .split_whitespace()
        .filter_map(|pair| pair.split_once('='))
        .find(|(known, _)| *known == id.as_str())
        .map(|two| two.1)
}

/// The keys for a step of the walk, without the one that goes on.
fn keys(step: &Step) -> String {
    let said = |id| keyed(SAID, id).unwrap_or_default();
    match step {
        Step::Level(id, level) => {
            let (strategic, operational) = said(id).split_once('/').unwrap_or_default();
            if *level == Level::Strategic { strategic.into() } else { operational.into() }
        }
        Step::Risk(id) => keyed(RISKS, id).unwrap_or_default().replace('.', " "),
        _ => step.item().map_or(String::new(), |id| said(id).into()),
    }
}

fn slide(room: &Room) -> Slide {
    match &room.app.screen {
        Screen::Slides(slides) => slides.slide,
        other => panic!("not on the slides but at {other:?}"),
    }
}

#[test]
fn a_whole_workshop_from_the_gate_to_the_actions_read_back() {
    let mut room = Room::new(60, 17);
    room.keys("N").types("Glenside CPP").keys("Down Down Down Down Down").types("7").keys("Down").types("4");
    room.keys("Down").types("1").keys("PgDn").shows("BEFORE THE CHAIN");
    for step in room.app.cx.framework.steps() {
        match &room.app.screen {
            Screen::Walk(walk) => assert_eq!(walk.step, step),
            other => panic!("{step:?} was expected, not {other:?}"),
        }
        room.keys(&keys(&step)).keys("PgDn");
    }

    // The picture, slide by slide.
    assert_eq!(slide(&room), Slide::Map);
    room.shows("STRENGTHS AND RISKS").keys("PgDn").shows("STRENGTHS to protect").says("Leadership 5 FIRMLY");
    room.turns_to(Slide::AtRisk).shows("AT RISK").turns_to(Slide::SplitViews).shows("SPLIT VIEW").says("Roles");
    room.keys("PgDn").shows("CONVERSATIONS").keys("PgDn").shows("LINKS");
    room.says("Activities to Engagement BROKEN").says("decision making: does not hold (AS6)");
    room.turns_to(Slide::Risks).shows("RISKS").says("Few decide RED · happening now, impact 3 · R5");

    // Dots on what matters, then where to act.
    room.turns_to(Slide::WhereToAct).shows("WHERE TO ACT FIRST");
    for (id, dots) in [("A2", "1 4"), ("E2", "1 1"), ("R6", "9")] {
        room.keys("O Home");
        let place = room.app.cx.framework.items().position(|item| item.id().as_str() == id).unwrap();
        for _ in 0..place {
            room.keys("Down");
        }
        room.keys(dots).keys("Esc");
    }
    assert_eq!(room.session().dots_placed(), 34);
    let top: Vec<String> = where_to_act(&room.app.cx.framework, room.session())
        .iter()
        .take(5)
        .map(|one| one.item.id().to_string())
        .collect();
    assert_eq!(top, ["R5", "R6", "A2", "I4", "E2"]);
    assert!(failed_gates(&room.app.cx.framework, room.session()).is_empty());
    room.shows("► Few decide")
        .says("Excluded RED · R6")
        .keys("Down Down")
        .says("Views differ (2 to 4)")
        .says("14 dots")
        .keys("Home");

    // An action for each of the first three: two with a starter, one in the room's own words.
    room.keys("A 1").types(" from June").keys("Enter").types("Chair").keys("Esc Esc");
    room.keys("Down A 1").keys("Enter").types("Third sector interface").keys("Enter").types("30 June");
    room.keys("Esc Esc").shows("action 2");
    room.keys("Down A").types("Agree one page on who does what").keys("Enter Enter").types("end of May");
    room.keys("Enter").types("Night staff can name their lead").keys("Esc Left R").types("10 September").keys("Enter");
    room.keys("Esc").turns_to(Slide::Actions).shows("3 ACTIONS, READ BACK");
    room.says("Involve all partners in decision making from June").says("Who Chair");
    room.keys("End").says("Review 10 September 2026");

    let session = room.session();
    let order: Vec<u32> = session.actions.iter().map(|action| action.number).collect();
    assert_eq!(order, [1, 3, 2]);
    let action = session.action(3).unwrap();
    assert_eq!((action.why[0].as_str(), action.status), ("A2", ActionStatus::NotStarted));
    assert_eq!(action.by, Some("2026-05-31".parse().unwrap()));
    assert_eq!(session.place, Place::Slides);
    assert!(room.workshop().is_safe());

    // What a file would hold opens again on the same picture.
    let head = Head::of(session, &room.app.cx.framework, session.created);
    let text = encode(session, &head).unwrap();
    let read = decode(text.as_bytes(), "glenside.ron").unwrap();
    assert_eq!(read.session, *session);
    let mut again = Room::opened(read.session, 60, 17);
    again.shows("STRENGTHS AND RISKS").keys("PgUp").shows("RISKS 9 of 9");
}
