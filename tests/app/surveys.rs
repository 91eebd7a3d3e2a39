//! What a survey said before the workshop: nowhere before the room has voted on the item or rated it, beside it then.

use crate::support::room::Room;
use crate::support::talk::Talk;
use crate::support::{sample, scenes};
use plenary::app::{Msg, Public, ThemeName};
use plenary::framework::{Framework, Id, Level};
use plenary::report::{Choices, Format, Report};
use plenary::session::{
    Comment, Counts5, Decision, History, Import, Round, Session, StanceCounts, Sums, Tally, Verdict,
};
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;

/// A survey of eleven people on these items, with a comment on each.
fn survey(framework: &Framework, wanted: impl Fn(&Id, Option<Level>) -> bool) -> Import {
    let counts = Tally { sector: Some("statutory".into()), counts: Counts5([2, 6, 3, 0, 0]), ..Tally::default() };
    let stances = Tally { counts: StanceCounts([0, 7, 4]), ..Tally::default() };
    let levels = [None, Some(Level::Strategic), Some(Level::Operational)];
    let asked = framework.features().flat_map(|(_, _, feature)| {
        let of_feature = levels.into_iter().filter(|level| level.is_some() == feature.levels);
        of_feature.map(|level| (feature.id.clone(), level))
    });
    let ratings = asked.filter(|(id, level)| wanted(id, *level)).map(|(item, level)| Sums {
        item,
        level,
        round: Round::of([counts.clone()]),
    });
    let assumptions = framework.assumptions.iter().map(|one| one.id.clone()).filter(|id| wanted(id, None));
    let stances = assumptions.map(|item| Sums { item, level: None, round: Round::of([stances.clone()]) });
    let (ratings, stances): (Vec<_>, Vec<_>) = (ratings.collect(), stances.collect());
    let ids = ratings.iter().map(|sums| &sums.item).chain(stances.iter().map(|sums| &sums.item));
    let comments = ids.map(|id| Comment { on: Some(id.clone()), text: format!("ZQSURVEY on {id}") });
    Import { people: 11, comments: comments.collect(), ratings, stances, ..Import::default() }
}

fn has_spoken(session: &Session, id: &Id, level: Option<Level>) -> bool {
    let (answer, assumption) = (session.answer(id), session.assumption(id));
    answer.rounds.iter().any(|revealed| revealed.level == level)
        || *answer.decided.at(level) != Decision::NotDiscussed
        || !assumption.rounds.is_empty()
        || assumption.verdict != Verdict::NotDiscussed
}

fn wall(room: &Room) -> Option<String> {
    let public = Public::of(&room.app)?;
    let look = WallLook { size: (120, 36), ascii: false };
    Some(draw_for_wall(&view_public(&public), ThemeName::Daylight, look).text())
}

/// With a survey on all that the room has not spoken of, every page, the wall's and what is read out are the same to
/// the letter as without.
#[test]
fn nothing_of_a_survey_is_on_any_page_before_the_room_has_spoken() {
    let mut pages = 0;
    for (name, mut room) in scenes::all(120, 36) {
        let Some(session) = room.app.cx.workshop.as_ref().map(|workshop| workshop.session.clone()) else { continue };
        let framework = room.app.cx.framework.clone();
        let before = (room.screen(), wall(&room));
        let hidden = survey(&framework, |id, level| !has_spoken(&session, id, level));
        room.app.cx.workshop.as_mut().unwrap().session.imports = vec![hidden];
        assert_eq!((room.screen(), wall(&room)), before, "{name}");
        pages += 1;
    }
    assert!(pages > 60, "{pages}");
}

#[test]
fn nothing_of_a_survey_is_read_out_before_the_room_has_spoken() {
    let framework = Framework::built_in().unwrap();
    let lines = |session: Session| {
        let mut talk = Talk::opened(session);
        for line in ["map", "overview", "help", "again", "I1", "more", "details", "P3", "details", "AS1", "details"] {
            talk.line(line);
        }
        talk.transcript
    };
    let plain = Talk::begun().room.session().clone();
    let surveyed = Session { imports: vec![survey(&framework, |_, _| true)], ..plain.clone() };
    assert_eq!(lines(surveyed), lines(plain));
}

#[test]
fn once_the_room_has_rated_the_survey_stands_beside_it_and_goes_with_the_rating() {
    let mut room = Room::begun(80, 24);
    let framework = room.app.cx.framework.clone();
    room.app.cx.workshop.as_mut().unwrap().session.imports = vec![survey(&framework, |_, _| true)];
    room.goes_to("I1").hides("11 people");
    room.keys("4").shows("BEFORE").shows("11 people, median 2. In the room: 4.");
    assert!(wall(&room).unwrap().contains("11 people, median 2. In the room: 4."));
    assert!(!wall(&room).unwrap().contains("ZQSURVEY"), "what people wrote is for the desk and for papers");
    // Other items say nothing of it yet.
    room.goes_to("I2").hides("11 people");
    room.goes_to("I1").keys("Ctrl+Z").hides("11 people").keys("Ctrl+Y").shows("11 people, median 2");
    // At one level only that level's is told.
    room.goes_to("A2").hides("11 people").keys("3").shows("11 people, median 2. In the room: 3.");
    // Of fewer than five nothing is told.
    let mut few = survey(&framework, |_, _| true);
    for sums in &mut few.ratings {
        sums.round = Round::of([Tally { counts: Counts5([0, 0, 0, 4, 0]), ..Tally::default() }]);
    }
    room.app.cx.workshop.as_mut().unwrap().session.imports = vec![few];
    room.goes_to("I1").shows("4 people, counts of fewer than five are not shown");
}

#[test]
fn an_import_is_one_step_of_undo_in_the_program() {
    let framework = Framework::built_in().unwrap();
    let mut session = Session::new(&framework, "0123456789abcdef".into(), jiff::Timestamp::UNIX_EPOCH);
    let (mut history, empty) = (History::default(), session.clone());
    let edit = session.import(vec![survey(&framework, |_, _| true)]).unwrap().unwrap();
    history.record(edit, &session);
    let taken = session.clone();
    assert_eq!(session.imports.len(), 1);
    assert_eq!(history.undo(&mut session).unwrap().sentence, "survey");
    assert_eq!(session, empty);
    history.redo(&mut session);
    assert_eq!(session, taken);
}

/// What stands on no item waits until the room has spoken of all that was asked, or is done.
#[test]
fn comments_on_no_item_are_looked_back_at_and_go_into_the_paper() {
    let mut room = Room::begun(80, 24);
    let framework = room.app.cx.framework.clone();
    let mut import = survey(&framework, |id, _| ["I1", "I2"].contains(&id.as_str()));
    let stage = framework.stages[0].id.clone();
    import.comments.push(Comment { on: Some(stage), text: "Money comes late.".into() });
    import.comments.push(Comment { on: None, text: "Ask us sooner.".into() });
    room.app.cx.workshop.as_mut().unwrap().session.imports = vec![import];
    let paper = |room: &Room| {
        let report = Report::of(&framework, room.session(), Choices::default());
        String::from_utf8(report.write(Format::Markdown).unwrap()).unwrap()
    };
    room.goes_to("I1").keys("4").keys("F4").hides("Ask us sooner").keys("Esc");
    assert!(!paper(&room).contains("Ask us sooner"));
    room.goes_to("I2").keys("3").keys("F4 End").shows("From the survey").shows("Ask us sooner.");
    room.shows("Inputs: Money comes late.").keys("Enter").shows("the words of somebody");
    let paper = paper(&room);
    assert!(paper.contains("From the survey: Ask us sooner.") && paper.contains("Money comes late."), "{paper}");
}

#[test]
fn what_is_wrong_with_a_file_can_be_read_whole_in_the_smallest_window_on_a_wall() {
    let mut room = Room::opened(sample("riverside-2026"), 60, 17);
    let read = |room: &mut Room| -> String {
        room.screen().replace('║', " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    room.keys("M I");
    assert!(read(&mut room).contains("or a folder of them. It is shown before it is taken."), "{}", room.screen());
    let why = "The room has voted on or rated I1, I2, P3, AS1 already, so no ballots on that are taken any more; to take \
               in the rest, delete these columns in a copy of the file.";
    room.types("votes.csv").send(Msg::Votes(Err(why.into())));
    assert!(read(&mut room).contains(why), "{}", room.screen());
}
