//! Assumptions, influencing factors and risks: asked, answered, taken back, walked past and come back to.

use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::{Overlay, Screen};
use plenary::framework::{Id, Rating, Section, Step};
use plenary::session::{Bearing, Concern, Place, Verdict};

fn step(room: &Room) -> Step {
    match &room.app.screen {
        Screen::Walk(walk) => walk.step.clone(),
        other => panic!("not on the walk but at {other:?}"),
    }
}

fn verdict(room: &Room, id: &str) -> Verdict {
    room.session().assumption(&Id::from(id)).verdict
}

fn bearing(room: &Room, id: &str) -> Bearing {
    room.session().influence(&Id::from(id)).bearing
}

fn concern(room: &Room, id: &str) -> Concern {
    room.session().risk(&Id::from(id)).concern
}

/// At the gate's title card.
fn at_the_gate(columns: u16, rows: u16) -> Room {
    let mut room = Room::new(columns, rows);
    room.keys("N").types("Glenside CPP").keys("PgDn");
    room
}

/// At the first influencing factor, by the title cards.
fn at_the_factors() -> Room {
    let mut room = Room::begun(60, 17);
    room.keys("S S S S S S S S").shows("What helps and what hinders").keys("PgDn");
    room
}

#[test]
fn the_walk_begins_at_the_gate_and_ends_with_the_risks() {
    let mut room = at_the_gate(60, 17);
    room.shows("BEFORE THE CHAIN").shows("Is a partnership the right way?").shows("3 items, about 5 minutes");
    room.keys("PgDn").shows("This is a partnership").shows("GATE 1 of 3");
    room.keys("PgDn PgDn").shows("GATE 3 of 3").keys("PgDn").shows("STAGE 1 OF 7");
    room.goes_to("O7").keys("PgDn").shows("AFTER THE CHAIN").keys("PgDn").shows("CONDITIONS 1 of 6");
    room.goes_to("AS9").keys("PgDn PgDn").shows("FACTORS 1 of 6").shows("Establishing a partnership because");
    room.keys("PgDn PgDn PgDn PgDn PgDn").shows("FACTORS 6 of 6").keys("PgDn PgDn").shows("RISKS 1 of 9");
    room.goes_to("R9").keys("PgDn");
    assert!(matches!(room.app.screen, Screen::Slides(_)));
    room.keys("PgUp").shows("RISKS 9 of 9");
}

#[test]
fn an_assumption_takes_one_of_four_answers_and_gives_it_back() {
    let mut room = at_the_gate(60, 17);
    room.keys("PgDn").shows("Not yet discussed");
    for (key, words, kept) in [
        ("1", "HOLDS", Verdict::Holds),
        ("2", "PARTLY HOLDS", Verdict::Partly),
        ("3", "DOES NOT HOLD", Verdict::DoesNotHold),
        ("?", "NOT KNOWN", Verdict::DontKnow),
    ] {
        room.keys(key).shows(&format!("The room says   {words}"));
        assert_eq!(verdict(&room, "AS1"), kept);
    }
    room.keys("5").shows("NOT KNOWN").keys("Del").shows("Not yet discussed");
    assert!(room.session().assumptions.is_empty(), "nothing said leaves nothing in the file");
    room.keys("Right Right Enter");
    assert_eq!(verdict(&room, "AS1"), Verdict::Partly);
}

#[test]
fn notes_on_every_kind_are_typed_into_the_session_and_are_one_step_to_undo() {
    let mut room = at_the_gate(60, 20);
    room.keys("PgDn 1 N").types("Shared budget.").keys("Esc D").types("Not for us.").keys("Esc P").types("the chair");
    room.keys("Esc").shows("Note  Shared budget.").shows("Dissent  Not for us.").hides("the chair");
    let answer = room.session().assumption(&Id::from("AS1"));
    assert_eq!((answer.note.as_str(), answer.dissent.as_str()), ("Shared budget.", "Not for us."));
    assert_eq!(answer.private_note, "the chair");
    room.keys("U U").shows("Undid: Genuine dissent").hides("Not for us.");

    let mut room = at_the_factors();
    room.keys("1 N").types("We chose each other.").keys("Esc").shows("Note  We chose each other.");
    assert_eq!(room.session().influence(&Id::from("IF1")).note, "We chose each other.");

    room.goes_to("R5").keys("N").types("Papers come late.").keys("Esc").says("Note Papers come late.");
    assert_eq!(room.session().risk(&Id::from("R5")).note, "Papers come late.");
    room.keys("U").hides("Papers come late.");
}

#[test]
fn an_influencing_factor_shows_its_findings_and_takes_one_of_four_answers() {
    let mut room = at_the_factors();
    room.shows("Motivation for establishing the partnership").says("Establishing a partnership because it is expected");
    for (key, kept) in
        [("1", Bearing::Helps), ("2", Bearing::Hinders), ("3", Bearing::Both), ("-", Bearing::NotRelevant)]
    {
        room.keys(key);
        assert_eq!(bearing(&room, "IF1"), kept);
    }
    room.shows("NOT RELEVANT HERE").keys("Del").shows("Not yet discussed");
    assert!(room.session().influences.is_empty());
}

#[test]
fn the_questions_on_a_risk_come_one_after_the_other() {
    let mut room = Room::begun(60, 17);
    room.goes_to("R5")
        .shows("Is it happening here?")
        .keys("5")
        .shows("There are 3 answers here")
        .keys("2")
        .shows("Impact: how much would it matter?");
    room.keys("4").shows("Likelihood: how likely is it here?").keys("3").says("impact 4 Major, likelihood 3 Possible");
    room.shows("AMBER");
    let (likelihood, impact) = (Some(Rating::Three), Some(Rating::Four));
    assert_eq!(concern(&room, "R5"), Concern::CouldHappen { likelihood, impact });
    // Up leads back to a question; what follows from its answer is asked again only where it is open.
    room.keys("Up Up").shows("Is it happening here?").keys("1");
    assert_eq!(concern(&room, "R5"), Concern::HappeningNow { impact });
    room.shows("RED").keys("Down").shows("Impact: how much does it matter?").keys("2").shows("AMBER");
    room.keys("Up 3").shows("Not a concern").hides("AMBER");
    assert_eq!(concern(&room, "R5"), Concern::NotAConcern);
}

#[test]
fn backspace_takes_back_the_answers_of_a_risk_one_by_one() {
    let mut room = Room::begun(60, 17);
    room.goes_to("R5").keys("2 4").shows("Likelihood:").keys("Backspace").shows("Impact:");
    assert_eq!(concern(&room, "R5"), Concern::CouldHappen { likelihood: None, impact: None });
    room.keys("4 3 Backspace").shows("Likelihood:").keys("Backspace").shows("Impact:").keys("Backspace");
    room.shows("Is it happening here?");
    assert_eq!(concern(&room, "R5"), Concern::NotDiscussed);
    room.keys("U U U U").shows("impact 4");
}

#[test]
fn undo_leads_to_the_question_that_it_opens_again() {
    let mut room = Room::begun(60, 17);
    room.goes_to("R1").keys("2 4 3").keys("U").shows("Likelihood:").keys("U").shows("Impact:").keys("U");
    room.shows("Is it happening here?").keys("Ctrl+Y").shows("Impact:");
    room.goes_to("AS2").keys("1").goes_to("I1").keys("U").shows("Undid: Right form");
    assert_eq!(step(&room), Step::Assumption("AS2".into()));
    room.keys("M M").goes_to("I1").keys("U");
    assert_eq!(step(&room), Step::Risk("R1".into()), "undo shows what it changed");
}

#[test]
fn a_prompted_likelihood_names_its_signals_and_the_rooms_own_is_kept_beside_it() {
    let mut room = Room::begun(80, 24);
    room.goes_to("E2")
        .keys("1")
        .goes_to("AS6")
        .keys("3")
        .goes_to("R5")
        .shows("Signals  Community weak (E2), All decide does not hold (AS6)");
    room.keys("2 5")
        .shows("Prompted 4  Community weak (E2), All decide does not hold (AS6)")
        .says("likelihood 4 as prompted")
        .shows("RED");
    room.keys("2").shows("What do we know that the chart does not?").says("likelihood 2 Unlikely").shows("AMBER");
    room.keys("3").hides("What do we know that the chart does not?");
    room.keys("Del").says("likelihood 4 as prompted").shows("RED");
}

#[test]
fn what_feeds_a_risk_is_one_key_away_and_escape_comes_back() {
    let mut room = Room::begun(60, 17);
    room.goes_to("E2").keys("1").goes_to("R5").keys("2 4 L");
    assert!(matches!(room.app.overlays.last(), Some(Overlay::Linked(_))));
    room.shows("WHAT FEEDS R5").shows("AS6").shows("E2").shows(": weakness").keys("Esc").shows("Likelihood:");
    room.keys("L Down Enter");
    assert_eq!(step(&room), Step::Level("E1".into(), plenary::framework::Level::Strategic));
    room.keys("2 PgDn 2").shows("Esc back to the risk").keys("Esc");
    assert_eq!(step(&room), Step::Risk("R5".into()));
    room.says("Key staff weak (E1)").keys("L Enter");
    assert_eq!(step(&room), Step::Assumption("AS6".into()));
    room.keys("PgDn Esc");
    assert_eq!(step(&room), Step::Assumption("AS7".into()), "whoever walks on has left");
}

#[test]
fn a_risk_says_whose_voice_is_missing() {
    let mut room = at_the_gate(60, 20);
    room.keys("PgUp Down Down Down Down Down").types("7").keys("PgDn").goes_to("R6");
    room.says("MISSING nobody from third sector or community is present").goes_to("R5").hides("MISSING");
}

#[test]
fn a_failed_gate_leaves_a_banner_on_the_walk_and_the_overview_and_blocks_nothing() {
    for (columns, rows) in [(40, 12), (60, 17), (80, 24), (120, 36)] {
        let mut room = at_the_gate(columns, rows);
        room.keys("PgDn PgDn 3").shows("Right form DOES NOT HOLD (AS2)");
        for keys in ["PgDn", "PgDn", "PgDn", "4", "M"] {
            room.keys(keys).shows("Right form DOES NOT HOLD (AS2)");
        }
        room.keys("F5").shows("Right form DOES NOT HOLD (AS2)");
        room.goes_to("AS1").keys("3").shows("DO NOT HOLD: Genuine");
        room.keys("1").goes_to("AS2").keys("2").hides("Right form DOES NOT HOLD");
        // A failing condition after the chain breaks links, and is no gate.
        room.goes_to("AS6").keys("3").hides("DOES NOT HOLD (AS6)");
    }
}

#[test]
fn a_session_resumes_on_every_step_of_the_walk() {
    let steps = Room::new(60, 17).app.cx.framework.steps();
    assert_eq!(steps.iter().filter(|step| step.feature().is_none()).count(), 7 + 4 + 9 + 6 + 9);
    for wanted in steps {
        let mut session = Room::begun(60, 17).session().clone();
        session.place = Place::Walk(wanted.clone());
        let mut room = Room::opened(session, 60, 17);
        assert_eq!(step(&room), wanted);
        room.screen();
    }
}

#[test]
fn time_runs_for_each_section_by_itself() {
    let mut room = at_the_gate(60, 17);
    room.shows("0 of 5 min").minutes(3).keys("PgDn 1").minutes(2).shows("5 of 5 min").keys("S PgDn");
    room.goes_to("R1").minutes(2).shows("2 of 20 min");
    let seconds = |section: Section| room.session().seconds.get(&section.id()).copied();
    assert_eq!(seconds(Section::Gate), Some(300));
    assert_eq!(seconds(Section::Risks), Some(120));
    assert_eq!(seconds(Section::Conditions), None);
}

#[test]
fn moving_on_answers_nothing() {
    let mut room = at_the_gate(60, 17);
    for _ in 0..80 {
        room.keys("PgDn");
    }
    let session = room.session();
    assert!(session.assumptions.is_empty() && session.influences.is_empty() && session.risks.is_empty());
}

#[test]
fn a_click_on_an_answer_gives_it() {
    use plenary::app::Target;
    let mut room = Room::begun(60, 17);
    room.goes_to("AS4");
    let (_, hits) = room.draw();
    let places = (0..60).flat_map(|x| (0..17).map(move |y| (x, y)));
    let click = places.into_iter().find(|(x, y)| hits.at(*x, *y) == Some(Target::Choice(2))).unwrap();
    room.clicks(click.0, click.1);
    assert_eq!(verdict(&room, "AS4"), Verdict::DoesNotHold);
}

#[test]
fn a_framework_without_them_walks_only_what_it_has() {
    let mut room = Room::with(scenes::two_stages(), 60, 17);
    room.keys("N").types("Partneriaeth Dyfi").keys("PgDn").shows("STAGE 1 OF 2").keys("S").shows("STAGE 2 OF 2");
    room.keys("S");
    assert!(matches!(room.app.screen, Screen::Slides(_)));
    assert_eq!(room.app.cx.framework.legs().len(), 2);
}

#[test]
fn what_an_agenda_leaves_out_stands_where_it_usually_stands() {
    use plenary::framework::{AgendaPart, Leg};
    let mut framework = plenary::framework::Framework::built_in().unwrap();
    let usual = framework.legs();
    let [gate, conditions, influences, risks] = Section::ALL.map(Leg::Section);
    let stages: Vec<Leg> = (0..7).map(Leg::Stage).collect();
    assert_eq!(usual, [&[gate][..], &stages, &[conditions, influences, risks]].concat());

    framework.agenda.clear();
    assert_eq!(framework.legs(), usual);

    // Risks first, as some rooms want it; the rest keeps its usual place after what usually stands before it.
    let agenda = [AgendaPart::Risks, AgendaPart::Stage("inputs".into())];
    framework.agenda = agenda.map(|part| plenary::framework::AgendaItem { part, ..Default::default() }).into();
    assert_eq!(framework.legs(), [&[gate, risks][..], &stages, &[conditions, influences]].concat());
}
